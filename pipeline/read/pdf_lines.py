"""Words -> rows -> lines: what stands on one baseline, in what order rows are read, where white space parts them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from pipeline.layout.says import says
from pipeline.paper import Box, Line, Role
from pipeline.read.parts import lead_of
from pipeline.read.raw import Word

WIDE = 1.3  # ems: white space inside a row that parts two chunks; a stretched blank of justified text is narrower
OPEN = 1.22  # times the usual line pitch from which the space above a line starts a paragraph


_LEFT, _TOP, _RIGHT, _BOTTOM, _BASE = (
    itemgetter(Word._fields.index(name)) for name in ("left", "top", "right", "bottom", "base")
)


class _Place(NamedTuple):
    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float


class Row(_Place):
    """Words on one baseline, left to right; `base` and `size` are those of its longest word.

    Its text and its white space are asked for by one step after another, and worked out once.
    """

    @cached_property
    def text(self) -> str:
        return joined(self.words)

    @property
    def width(self) -> float:
        return self.right - self.left

    @cached_property
    def widest(self) -> float:
        """The widest white space between two of its words, in ems of the larger one."""
        widest = 0.0
        end, before = self.right, 0.0
        for _, left, _, right, _, _, size, _, _, _ in self.words:
            space, em = left - end, size if size > before else before
            if space > widest * em:
                widest = space / em if em else inf
            end, before = right, size
        return widest

    @cached_property
    def chunks(self) -> dict[float, list[Row]]:
        """What `chunks_of` found, by the width that parts."""
        return {}


def row_of(words: Sequence[Word]) -> Row:
    """A row of words that are in order already."""
    longest, left, top, right, bottom, base, size, _, _, _ = words[0]
    for word in words[1:]:
        text, start, upper, end, lower, on, points, _, _, _ = word
        if len(text) > len(longest):
            longest, base, size = text, on, points
        left = start if start < left else left
        top = upper if upper < top else top
        right = end if end > right else right
        bottom = lower if lower > bottom else bottom
    return Row(tuple(words), left, top, right, bottom, base, size)


_LEANING = frozenset({"of", "Of", "if", "If"})


def in_one_row(words: Sequence[Word]) -> list[Word]:
    """Words of several rows as if all had room on the first."""
    out = [words[0]]
    for word in words[1:]:
        left = max(word.left, out[-1].right + 0.3 * word.size)
        first = words[0]
        out.append(
            word._replace(
                left=left, right=left + word.right - word.left, base=first.base, top=first.top, bottom=first.bottom
            )
        )
    return out


def joined(words: Sequence[Word]) -> str:
    """Words with a blank between them; none where a raised "th" or a kerned part touches its word."""
    parts = [words[0].text]
    end, base = words[0].right, words[0].base
    for text, left, _, right, _, on, size, _, _, _ in words[1:]:
        gap = left - end
        apart = gap > 0.07 * size
        if not apart and on == base:
            last = parts[-1].strip()
            # Two whole words on one line that nearly touch were set tight: no part of a word has a blank behind it.
            tight = gap > 0 and len(text) > 3 and len(last) > 3
            # A slanted "f" leans over the blank behind it: "of" and "if" are whole words.
            apart = tight or (gap > -0.05 * size and last in _LEANING and text[:1].isalnum())
        parts.append(" " + text if apart else text)
        end, base = right, on
    return "".join(parts)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words gathered by baseline, top to bottom; raised and lowered small print joins the row it touches.

    Text set sideways makes rows of its own, one for each run of words that share a vertical line.
    """
    words = list(words)
    if not words:
        return []
    upright = [word for word in words if word.upright]
    rows = _upright_rows(upright)
    if len(upright) < len(words):
        rows += _sideways_rows([word for word in words if not word.upright])
    return sorted((row_of(row) for row in rows), key=lambda row: (row.base - 0.8 * row.size, row.left))


def _upright_rows(words: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=_BASE):
        for row in rows[:-4:-1]:
            if word.base - row[0].base <= 0.3 * min(word.size, row[0].size):
                row.append(word)
                break
        else:
            rows.append([word])
    _take_in_small_print(rows)
    for row in rows:
        row.sort(key=_LEFT)
    return [row for row in rows if row]


def _take_in_small_print(rows: list[list[Word]]) -> None:
    """Move words much smaller than those of a row they touch sideways and overlap into that row (29th, H2O)."""
    largest = [max(word.size for word in row) for row in rows]
    smallest = [min(word.size for word in row) for row in rows]
    for number, row in enumerate(rows):
        for near in (number + 1, number - 1):
            if not 0 <= near < len(rows) or smallest[number] >= 0.8 * largest[near]:
                continue
            big = rows[near]
            for word in [word for word in row if word.size < 0.8 * largest[near]]:
                if any(_touches(word, other) for other in big):
                    row.remove(word)
                    big.append(word)


def _touches(small: Word, big: Word) -> bool:
    return (
        small.size < 0.8 * big.size
        and -0.2 * big.size < small.left - big.right < 0.35 * big.size
        and big.top - 0.4 * big.size < (small.top + small.bottom) / 2 < big.bottom
    )


def _sideways_rows(words: list[Word]) -> list[list[Word]]:
    """Runs of sideways words in the order of the file: reading up or down, it draws them as they read."""
    rows: list[list[Word]] = []
    for word in words:
        last = rows[-1][-1] if rows else None
        if (
            last
            and abs((last.left + last.right) - (word.left + word.right)) < word.size
            and (min(abs(last.top - word.bottom), abs(word.top - last.bottom)) < 1.5 * word.size)
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def cuts_of(row: Row, wide: float, most: int) -> Iterator[tuple[Row, Row]]:
    """A row in two, cut at each white space of `wide` ems behind its first words, of which there are `most`."""
    for at in range(1, min(most + 1, len(row.words))):
        if row.words[at].left - row.words[at - 1].right >= wide * row.size:
            yield row_of(row.words[:at]), row_of(row.words[at:])


def chunks_of(row: Row, wide: float = WIDE) -> list[Row]:
    """A row cut where white space of `wide` ems or more stands between words."""
    if row.widest < 0.999 * wide:  # most rows are prose; the rest is for what a float rounds
        return [row]
    if wide not in row.chunks:
        words = row.words
        cuts = [
            number
            for number, (before, word) in enumerate(itertools.pairwise(words), 1)
            if (space := word.left - before.right) > wide * word.size and space > wide * before.size
        ]
        ends = itertools.pairwise((0, *cuts, len(words)))
        row.chunks[wide] = [row_of(words[a:b]) for a, b in ends] if cuts else [row]
    return row.chunks[wide]


def line_of(row: Row, page: int, *, gap: bool = False, role: Role = "body") -> Line:
    """A row as a Line of the flow; words set sideways are joined by blanks."""
    words = row.words
    text = row.text if words[0].upright else " ".join(word.text for word in words)
    bold = any(word.bold for word in words) and _mostly_bold(words)
    return Line(
        text=text,
        page=page,
        box=box_of(row),
        size=round(row.size, 1),
        bold=bold,
        gap=gap,
        role=role,
        lead=_lead(words) if not words[-1].bold and any(word.bold for word in words[:2]) else "",
        confidence=_confidence(words, text) if any(word.confidence is not None for word in words) else (),
    )


def _confidence(words: Sequence[Word], text: str) -> tuple[float, ...]:
    """For each word of a line's text; the least certain counts where parts were joined, a text layer is certain."""
    parts = iter([(word.text, 1.0 if word.confidence is None else word.confidence) for word in words])
    sure = []
    for whole in text.split():
        least, length = 1.0, 0
        while length < len(whole):
            part, confidence = next(parts)
            least, length = min(least, confidence), length + len(part)
        sure.append(least)
    return tuple(sure)


def _lead(words: Sequence[Word]) -> str:
    """The label in bold that opens a row, joined as in the row's text. What a stop closes is a sentence as often."""
    label = lead_of([(word.text if n == 0 else f" {word.text}", word.bold) for n, word in enumerate(words)])
    bold = [word.text for word in words if word.bold]
    return "" if bold[-1].endswith(".") and (len(bold) > _BRIEF or says(label)) else label


_BRIEF = 6  # words of a title that a stop closes


def _mostly_bold(words: Sequence[Word]) -> bool:
    return sum([len(word.text) if word.bold else -len(word.text) for word in words]) > 0


def around(rows: Sequence[Row]) -> Box:
    """The box around rows, in points."""
    return (
        min(row.left for row in rows),
        min(row.top for row in rows),
        max(row.right for row in rows),
        max(row.bottom for row in rows),
    )


def box_of(row: Row) -> Box:
    """The box around a row, in tenths of a point."""
    return round(row.left, 1), round(row.top, 1), round(row.right, 1), round(row.bottom, 1)


_SHORT = 8  # steps from line to line that show how a document is spaced


def usual_pitch(pages: Iterable[Sequence[Row]]) -> float:
    """The document's single line spacing in font sizes: the smallest that is common (1.15 if unknown).

    Where nearly every paragraph is one line, the few that a line's end plainly cut in mid-sentence tell it; where
    none is cut, what stands on a line is whole.
    """
    counts: Counter[int] = Counter()
    inside: list[float] = []
    for rows in pages:
        right = max((row.right for row in rows), default=0.0)
        for above, row in itertools.pairwise(rows):
            ratio = (row.base - above.base) / max(row.size, above.size, 1.0)
            if 0.9 <= ratio <= 2.6 and abs(row.size - above.size) < 1:
                counts[round(ratio * 20)] += 1
                if _runs_over(above, row, right):
                    inside.append(ratio)
    total = sum(counts.values())
    common = next(
        (
            step / 20
            for step in sorted(counts)
            if counts[step - 1] + counts[step] + counts[step + 1] >= max(0.12 * total, 2)
            and counts[step] >= counts[step + 1]
        ),
        1.15,
    )
    return min(common, median(inside) if inside else 1.15 if total > _SHORT else common)


def _runs_over(above: Row, row: Row, right: float) -> bool:
    """A sentence goes on from a full line to the next."""
    level = abs(row.left - above.left) < 3 and above.right > above.left + 0.75 * (right - above.left)
    return level and row.text[:1].islower() and not _ENDS.search(above.text)


def opens(above: Row | None, row: Row, pitch: float) -> bool:
    """Clear white space stands between two rows of one column (or nothing stands above)."""
    if above is None:
        return True
    return row.base - above.base > OPEN * pitch * max(min(row.size, above.size), 1.0) + 0.1 * abs(row.size - above.size)


_STARTS = re.compile(r"[•▪◦○o–—-]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]\s|\d{1,3}(?:\.\d{1,3})+\s")
_ENDS = re.compile(r"[.:;?!][\"”’')\]]*$")


def new_paragraph(above: Row | None, row: Row, right: float) -> bool:
    """A row that follows another over a page or column break starts a paragraph.

    `right` is the right edge of the column that `above` stands in: a row that ends well short of it ends its paragraph.
    """
    if above is None:
        return True
    text, before = row.text, above.text
    if above.size - row.size > 0.8 or row.size - above.size > 0.8:
        return True
    if _STARTS.match(text) or (row.words[0].bold and not above.words[-1].bold):
        return True
    if text[:1].islower():
        return False
    short = above.right < above.left + 0.8 * (right - above.left)
    return bool(short or _ENDS.search(before))


def indented(above: Row, row: Row, below: Row | None) -> bool:
    """A row set in from the rows around it, after a full stop: the typist's way to start a paragraph without a gap.

    List entries hang the other way: their second row is set in, so rows that open with a marker are left alone.
    """
    step = row.left - above.left
    if below is None or not 9 < step < 60 or abs(below.left - above.left) > 2 or row.text[:1].islower():
        return False
    listed = _STARTS.match(above.text) or _STARTS.match(row.text) or _STARTS.match(below.text)
    return bool(_ENDS.search(above.text)) and not listed
