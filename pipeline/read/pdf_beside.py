"""Topics in a column at the left of what was said, a table without rules: "Boiler | Two quotations had come in."

Unlike the titles of `pdf_titles` they are neither numbered nor in bold, so the whole document has to show the column:
nothing crosses the white space beside it, topics are short, and what stands beside them is prose.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple

from pipeline.layout.ahead import are_owners
from pipeline.layout.numbers import mark_of
from pipeline.read.pdf_lines import Row, around, chunks_of, row_of
from pipeline.read.pdf_tables import RawTable

FEWEST = 4  # topics that show the column, and as many sentences beside them
CLEAR = 2  # of them on a line of their text: others stand at the middle of its height
ALIGNED = 3.0  # points: how far left edges may differ
GUTTER = 0.8  # ems of white space between topic and text, at the least
MOST_WORDS = 8  # of a topic, in a row
NARROWEST, BROADEST = 0.12, 0.55  # share of the page's text that the column of topics takes
MOST = 0.9  # share of the rows that keep to the two columns
PARTED = 1.12  # times the usual step from row to row: white space between two topics

_NAMED = re.compile(r"(?!\d).*[^\W\d_]{3,}.*(?<!:)$")  # not "4 March", nor "Venue:"
_TOLD = re.compile(r"[^\W\d_]{3,}[\"”’')\]]*[.!?][\"”’')\]]*$")
# What a report's front sheet tells of it.
_LABEL = re.compile(
    r"(?:meeting\s+)?(?:date|venue|time)|report\s+(?:to|of|by|title|author)|lead\s+(?:officer|member)|author|recommendations?"
    r"|purpose(?:\s+of\s+(?:the\s+)?report)?|subject|classification|wards?(?:\s+affected)?|contact(?:\s+officer)?",
    re.IGNORECASE,
)
FEW = 2  # of them make a front sheet
_ENDED = re.compile(r"[.!?:;][\"”’')\]]*$")


class Sides(NamedTuple):
    """Left edges of the topics and of their texts, and the usual step from one row of text to the next, in points."""

    left: float
    text: float
    step: float


def find_sides(pages: Sequence[tuple[int, Sequence[Row]]]) -> Sides | None:
    """Where a document's topics and the texts beside them stand; None where topics have no column of their own."""
    rows = [row for _, rows in pages for row in rows if row.words[0].upright]
    edges = [chunk.left for row in rows if row.widest >= GUTTER for chunk in chunks_of(row, GUTTER)[1:]]
    if len(edges) < CLEAR:
        return None
    near = Counter(round(one / ALIGNED) for one in edges)
    most = max(near, key=lambda at: near[at - 1] + near[at] + near[at + 1])
    edge = median(one for one in edges if abs(round(one / ALIGNED) - most) <= 1)
    cut = [_cut(row, edge) for row in rows]
    clear = [
        at for at, (topic, said) in enumerate(cut) if topic is not None and said is not None and _part(topic, said)
    ]
    if len(clear) < CLEAR:
        return None
    below = cut[clear[0] :]
    left = min(topic.left for topic, _ in below if topic is not None)
    held = [one for one in below if _keeps(one, left)]
    topics = [topic for topic, _ in held if topic is not None]
    said = [text for _, text in held if text is not None]
    beside = sum(topic is not None and text is not None for topic, text in held)
    fits = NARROWEST < (edge - left) / max(max(row.right for row in rows) - left, 1.0) < BROADEST
    if not fits or len(held) < MOST * len(below) or len(said) <= beside:
        return None
    told = sum(_TOLD.search(row.text) is not None for row in said)
    named = sum(_NAMED.match(topic.text) is not None for topic in topics)
    brief = 2 * sum(len(row.words) for row in topics) <= sum(len(row.words) for row in said)
    if min(told, len(topics)) < FEWEST or named < MOST * len(topics) or not brief:
        return None
    steps = [b.base - a.base for (_, a), (_, b) in itertools.pairwise(held) if a and b and b.base > a.base]
    return Sides(left, edge, quantiles(steps, n=5)[0]) if len(steps) >= FEWEST else None


def beside_topics(rows: Sequence[Row], sides: Sides) -> list[Row | RawTable]:
    """Rows of a page's body, each run of topics with their texts as a table of two columns."""
    parts: list[Row | RawTable] = []
    for keeps, group in itertools.groupby(rows, key=lambda row: _keeps(_cut(row, sides.text), sides.left)):
        run = list(group)
        parts += _tables(run, sides) if keeps else run
    return parts


def _cut(row: Row, edge: float) -> tuple[Row | None, Row | None]:
    """What stands of a row left of the texts' edge, and from there on."""
    before = [word for word in row.words if word.left < edge - ALIGNED]
    after = row.words[len(before) :]
    return (row_of(before) if before else None), (row_of(after) if after else None)


def _part(topic: Row, said: Row) -> bool:
    """White space stands between a topic and its text."""
    return topic.right <= said.left - GUTTER * said.size


def _keeps(cut: tuple[Row | None, Row | None], left: float) -> bool:
    """Does a row keep to the two columns: a topic where topics stand, or text, or both with white space between?"""
    topic, said = cut
    if said is not None and (not said.words[0].upright or len(chunks_of(said)) > 1):
        return False  # figures, or a third column
    if topic is None:
        return said is not None
    short = len(topic.words) <= MOST_WORDS and abs(topic.left - left) <= ALIGNED and topic.words[0].upright
    return short and (said is None or _part(topic, said))


def _tables(rows: Sequence[Row], sides: Sides) -> list[Row | RawTable]:
    """A run of rows as tables, each from a topic with its text on; as rows what has none."""
    out: list[Row | RawTable] = []
    held: list[list[Row]] = []
    for block in [*_blocks(rows, sides.step), []]:
        topic = any(_cut(row, sides.text)[0] is not None for row in block)
        said = any(_cut(row, sides.text)[1] is not None for row in block)
        if said and (topic or held):
            held.append(block)
            continue
        out += _table(held, sides)
        held = []
        out += block  # the paper's own title, or the rest of a text from the page before
    return out


def _table(blocks: Sequence[Sequence[Row]], sides: Sides) -> list[Row | RawTable]:
    """Blocks as one table; their rows as they are where they do not look like topics and what was said."""
    rows = [row for block in blocks for row in block]
    cells: list[_Cell] = []
    for topics, said in (cell for block in blocks for cell in _cells(block, sides.text)):
        if topics or not cells:
            cells.append((topics, said))
        else:  # a paragraph more of the same text
            cells[-1] = cells[-1][0], [*cells[-1][1], *said]
    if len(cells) < 2 or not _tell(cells):
        return [*rows]
    told = tuple((tuple(map(_standing_out, topics)), tuple(said)) for topics, said in cells)
    return [RawTable(around(rows), (sides.left, sides.text), told)]


def _tell(cells: Sequence[_Cell]) -> bool:
    """Topics and what was said about them: sentences, beside words that are no front sheet's labels, nobody's name."""
    pairs = [(" ".join(row.text for row in topics), " ".join(row.text for row in said)) for topics, said in cells]
    topics = [topic for topic, _ in pairs]
    ended = sum(_TOLD.search(text) is not None for _, text in pairs)
    numbered = any((mark := mark_of(topic)) is not None and mark.style[:1] == "N" for topic in topics)
    labels = sum(_LABEL.fullmatch(topic) is not None for topic in topics)
    again = len(set(topics)) < len(topics)  # who speaks, turn by turn
    return ended * 2 >= len(cells) and labels < FEW and not numbered and not again and not are_owners(pairs)


_Cell = tuple[list[Row], list[Row]]
"""A topic and what was said, in rows."""


def _standing_out(topic: Row) -> Row:
    """A topic's row as if in bold: its place marks it as print marks others."""
    return row_of([word._replace(bold=True) for word in topic.words])


def _blocks(rows: Sequence[Row], step: float) -> list[list[Row]]:
    """Rows parted where white space goes through both columns."""
    blocks: list[list[Row]] = []
    for row in rows:
        if blocks and row.base - blocks[-1][-1].base <= PARTED * step:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _cells(block: Sequence[Row], edge: float) -> list[_Cell]:
    """The topics of a block that no white space parts: another begins where the text above has ended its sentence."""
    cells: list[_Cell] = [([], [])]
    last: Row | None = None
    for row in block:
        topic, said = _cut(row, edge)
        level = topic is not None and said is not None and not topic.text[:1].islower()
        if level and all(cells[-1]) and last is not None and _ENDED.search(last.text):
            cells.append(([], []))
        cells[-1][0].extend([topic] if topic is not None else [])
        cells[-1][1].extend([said] if said is not None else [])
        last = said or last
    return cells
