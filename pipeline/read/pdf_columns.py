"""Side-by-side columns of prose or of names, read one after the other; all other rows stay as they are.

Rows are taken apart only where the setting is clear: a label and its value, or a name and a post, stand in two columns
too and belong on one line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from pipeline.layout.numbers import mark_of
from pipeline.read.pdf_heads import heads_people
from pipeline.read.pdf_lines import Row, chunks_of, row_of
from pipeline.read.pdf_people import are_people

LEAST_ROWS = 3  # on each side, for columns of names
GUTTER = 0.7  # ems of white space between two columns, through all rows
LEAST_PROSE = 5  # on each side, for columns of prose
LEAST_PAGE = 12  # on each side, for a page in two columns
THIN = 1.5  # ems: a gutter seen from its right edge
MOST_WORDS = 9  # of a row in a list
RUN_ON = 0.12  # share of a column's rows that begin in the middle of a sentence


@dataclass(frozen=True, slots=True)
class Split:
    """Rows [start, end) stand in two columns."""

    start: int
    end: int
    left: tuple[Row, ...]
    right: tuple[Row, ...]


def in_columns(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of a page in reading order, as runs: a full-width run, then each column of a two-column run, and so on."""
    runs: list[list[Row]] = []
    rest = list(rows)
    if len(rest) < LEAST_ROWS:
        return [rest] if rest else []
    number = 0
    halves: Halves = {}
    plain: list[Row] = []
    while number < len(rest):
        split = _split_at(rest, number, halves)
        if split is None:
            plain.append(rest[number])
            number += 1
            continue
        runs += [plain] if plain else []
        plain = []
        runs += in_columns(split.left)
        runs += in_columns(split.right)
        number = split.end
    return [*runs, plain] if plain else runs


Halves = dict[tuple[int, int], tuple[list[Row], list[Row]]]
"""(index of a row, words on its left side) -> that side and the other, each empty or one row: cut once, asked often."""


def _split_at(rows: Sequence[Row], start: int, halves: Halves) -> Split | None:
    """Two columns whose first row is `rows[start]`."""
    first = rows[start]
    if not first.words[0].upright:
        return None
    chunks = chunks_of(first, GUTTER)
    gaps = [(a.right, b.left) for a, b in itertools.pairwise(chunks)]
    if len(chunks) == 1 and start + 1 < len(rows):
        after = rows[start + 1]
        if abs(after.base - first.base) < 0.8 * first.size:  # the columns' baselines do not agree
            gaps = [(a.right, b.left) for a, b in ((first, after), (after, first)) if a.right + first.size < b.left]
    for gap in gaps:
        split = _grown(rows, start, gap, halves)
        if split and (_prose(split) or _names(split) or _contacts(split)):
            return split
    for _, high in gaps:  # a first row may be short: the column's own edge says where the other begins
        split = _grown(rows, start, (high - THIN * first.size, high), halves)
        if split and (_page(split) or _lists(split) or _headed(split)):
            return split
    return None


def _grown(rows: Sequence[Row], start: int, gutter: tuple[float, float], halves: Halves) -> Split | None:
    """The run of rows that leave one gutter free."""
    low, high = gutter
    headed = heads_people(rows[start])
    cuts: list[int] = []
    last_pitch = 0.0
    for number in range(start, len(rows)):
        row = rows[number]
        if number > start:
            pitch = row.base - rows[number - 1].base
            if pitch > 3.2 * row.size or (last_pitch and pitch > 1.8 * last_pitch and _one_sided(row, low, high)):
                break
            last_pitch = max(last_pitch, pitch)
        before = [word for word in row.words if word.left + word.right < low + high]
        after = row.words[len(before) :]
        new_low = max([low, *[word.right for word in before]])
        new_high = min([high, *[word.left for word in after]])
        if new_high - new_low < GUTTER * row.size:
            break
        low, high = new_low, new_high
        if number > start and headed and _opens_text(row):
            break
        cuts.append(len(before))
    if len(cuts) < 2:
        return None
    left: list[Row] = []
    right: list[Row] = []
    for number, cut in enumerate(cuts, start):
        if (number, cut) not in halves:
            words = rows[number].words
            halves[number, cut] = ([row_of(words[:cut])] if cut else [], [row_of(words[cut:])] if words[cut:] else [])
        one, other = halves[number, cut]
        left += one
        right += other
    if all(_is_mark(row) for row in left):
        return None  # bullets, or the numbers of a list
    split = Split(start, start + len(cuts), tuple(left), tuple(right))
    least = min(len(left), len(right))
    return split if least >= LEAST_ROWS or (least > 1 and _lists(split)) else None


def _is_mark(row: Row) -> bool:
    """ "•", "1.", "(a)": what opens a line."""
    mark = mark_of(row.text)
    return not any(map(str.isalnum, row.text)) or (mark is not None and mark.length == len(row.text))


def _one_sided(row: Row, low: float, high: float) -> bool:
    return row.right <= low + 1 or row.left >= high - 1


def _prose(split: Split) -> bool:
    """Both sides are wrapped text: most rows fill their column, and neither column is narrow."""
    broad = max(row.right for row in split.right) - min(row.left for row in split.left)
    for side in (split.left, split.right):
        widest = max(row.width for row in side)
        if len(side) < LEAST_PROSE or widest < 0.3 * broad or mean(len(row.words) for row in side) < 4:
            return False
        if median(row.width for row in side) < 0.75 * widest:
            return False
        words = [word.text for row in side for word in row.words]
        if sum(word[-1:].isdigit() for word in words) > 0.3 * len(words):
            return False
    return True


def _page(split: Split) -> bool:
    """A page set in two columns: long, alike in width, and the sentences of both run on from row to row."""
    sides = (split.left, split.right)
    left, right = min(row.left for row in split.left), max(row.right for row in split.right)
    edge = min(row.left for row in split.right)
    for side in sides:
        run_on = sum(row.text[:1].islower() for row in side)
        if len(side) < LEAST_PAGE or run_on < RUN_ON * len(side) or mean(len(row.words) for row in side) < 4:
            return False
    return 0.45 * (right - left) < edge - left < 0.6 * (right - left) and _even(split)


def _lists(split: Split) -> bool:
    """Lists of people side by side, each below its head: "Present", "In attendance", "Apologies"."""
    sides = (split.left, split.right)
    if not all(heads_people(side[0]) for side in sides):
        return False
    return max(len(chunk.words) for side in sides for row in side for chunk in chunks_of(row)) <= MOST_WORDS


def _opens_text(row: Row) -> bool:
    """A row below lists of people that is none of them: "1. MINUTES", "Police report" in bold."""
    return row.words[0].bold or row.text.isupper() or re.match(r"\(?\d+[.)\d]", row.text) is not None


def _even(split: Split) -> bool:
    """Neither column is much wider than the other, so that none is a margin of notes."""
    widths = [max(row.width for row in side) for side in (split.left, split.right)]
    return min(widths) > 0.8 * max(widths)


def _names(split: Split) -> bool:
    """Both sides are lists of one kind: their entries open with the same words (Cllr, Mrs), or each has its heading."""
    if max(len(row.words) for row in (*split.left, *split.right)) > MOST_WORDS:
        return False
    if _level_heads(split):
        return True
    left, right = ([_opening(row) for row in side] for side in (split.left, split.right))
    return _alike(left, right) and _alike(right, left)


def _headed(split: Split) -> bool:
    """People in short rows below heads that stand level: "Members:   Officers:"."""
    short = max(len(row.words) for row in (*split.left, *split.right)) <= MOST_WORDS
    return short and _level_heads(split) and are_people([split.left[1:], split.right[1:]])


def _level_heads(split: Split) -> bool:
    """Both sides begin with a head, "Members:   Officers:", on one line."""
    heads = (split.left[0], split.right[0])
    return all(head.text.endswith(":") for head in heads) and abs(heads[0].base - heads[1].base) < 2


_LABEL = re.compile(r"(?:[A-Z][\w/-]*)(?: [\w/-]+){0,2}:(?: |$)")


def _contacts(split: Split) -> bool:
    """The right side is a block of labels with their values ("Ask for:", "Telephone:") beside text without labels."""
    return _labelled(split.right) >= 0.6 and _labelled(split.left) < 0.3


def _labelled(rows: Sequence[Row]) -> float:
    return sum(bool(_LABEL.match(row.text)) for row in rows) / len(rows)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    shared = sum(opening in other for opening in one if opening)
    return shared >= 0.6 * len(one) and len(set(one)) <= max(2, len(one) // 2)


def _opening(row: Row) -> str:
    """The first word as a kind: "cllr", "#." for a list number, "" for a figure."""
    word = row.words[0].text
    if re.fullmatch(r"\(?\d{1,2}[.)]", word) and len(row.words) > 1:
        return "#."
    return "" if re.search(r"\d", word) else word.rstrip(".:,").casefold()
