"""Topics in a column at the left of what was said, a table without rules: "Boiler | Two quotations had come in."

Unlike the titles of `pdf_titles` they are neither numbered nor in bold, so the whole document has to show the column:
nothing crosses the white space beside it, topics are short, and what stands beside them is prose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple

from pipeline.read.pdf_lines import Row, chunks_of, row_of
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
    edge = max(edges, key=lambda one: sum(abs(other - one) <= ALIGNED for other in edges))
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
    run: list[Row] = []
    for row in rows:
        if _keeps(_cut(row, sides.text), sides.left):
            run.append(row)
            continue
        parts += _tables(run, sides)
        run = []
        parts.append(row)
    return parts + _tables(run, sides)


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
    if topic is None:
        return said is not None and said.words[0].upright
    short = len(topic.words) <= MOST_WORDS and abs(topic.left - left) <= ALIGNED and topic.words[0].upright
    return short and (said is None or _part(topic, said))


def _tables(rows: Sequence[Row], sides: Sides) -> list[Row | RawTable]:
    """A run of rows as one table from its first topic on; as they are where it has fewer than two."""
    top = next((at for at, row in enumerate(rows) if _cut(row, sides.text)[0] is not None), len(rows))
    cells = [cell for block in _blocks(rows[top:], sides.step) for cell in _cells(block, sides.text)]
    joined: list[_Cell] = []
    for topics, said in cells:
        if topics or not joined:
            joined.append((topics, said))
        else:  # a paragraph more of the same text
            joined[-1] = joined[-1][0], [*joined[-1][1], *said]
    if len(joined) < 2:
        return list(rows)
    left, tops, right, bottoms = zip(*((row.left, row.top, row.right, row.bottom) for row in rows[top:]), strict=True)
    told = tuple((tuple(map(_standing_out, topics)), tuple(said)) for topics, said in joined)
    box = (min(left), min(tops), max(right), max(bottoms))
    return [*rows[:top], RawTable(box, (sides.left, sides.text), told)]


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
