"""Lists of tasks without rules below their heads or their title: each cell stands where its column begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.heads import Role
from pipeline.read.headed_rows import begins_row, is_list, roles_of_heads
from pipeline.read.pdf_lines import Row, chunks_of, row_of
from pipeline.read.raw import Word

ALIGNED = 3.0  # points
FAR = 3.0  # times the font size: a larger step down ends the list
NEAR = 2.2  # the same where no heads say what stands below them
APART = 1.15  # times the smallest step between lines: a larger one parts rows
GAP = 0.9  # ems of white space between two cells
FEWEST = 2  # rows with more than one cell
LOOK = 4  # rows in which one may fill all columns
_TITLE = re.compile(
    r"\W*(?:[\w-]+\s){0,3}(?:actions?|tasks?|steps|to-?\s?do|follow-?\s?ups?|jobs?)(?:\s[\w-]+){0,6}\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")

Cells = list[tuple[Row, ...]]
Found = tuple[int, list[float], list[Cells]]
"""Where the list ends, its columns' left edges, its cells."""


def headed_at(rows: Sequence[Row], start: int) -> Found | None:
    """The list below the heads `rows[start]`, its first row those heads; None where there is none."""
    if not rows[start].words[0].upright or rows[start].widest < GAP:
        return None
    heads = chunks_of(rows[start], GAP)
    roles = roles_of_heads([head.text for head in heads])
    if not roles or not is_list(roles):
        return None
    found = _below(rows, start, _lefts(heads, rows[start + 1 : start + LOOK]), roles)
    return (found[0], found[1], [[(head,) for head in heads], *found[2]]) if found is not None else None


def listed_at(rows: Sequence[Row], start: int) -> Found | None:
    """The list of tasks that has no heads, below a title at `rows[start]`; None where there is none."""
    if not rows[start].words[0].upright or not _TITLE.fullmatch(rows[start].text):
        return None
    below = [chunks_of(row, GAP) for row in rows[start + 1 : start + 1 + LOOK] if row.words[0].upright]
    lefts = [chunk.left for chunk in max(below, key=len, default=[])]
    if len(lefts) < 2 or rows[start].left >= lefts[1] or roles_of_heads([chunk.text for chunk in below[0]]):
        return None  # "Action" above the last column heads a margin
    counted = _NUMBER.fullmatch(rows[start + 1].words[0].text) is not None
    first: Role = "number" if counted else "action"
    between: list[Role] = ["action"] * (len(lefts) - 2)
    return _below(rows, start, lefts, [first, *between, "due"], far=NEAR)  # "asap", last, goes on with nothing


def _lefts(heads: Sequence[Row], below: Sequence[Row]) -> list[float]:
    """Where the columns begin: by the first row that fills as many, for heads may stand in their middle."""
    for row in below:
        chunks = chunks_of(row, GAP)
        pairs = list(zip(chunks, heads, strict=False))
        if len(chunks) == len(heads) and all(a.left <= b.right and b.left <= a.right for a, b in pairs):
            return [chunk.left for chunk in chunks]
    return [head.left for head in heads]


def _below(
    rows: Sequence[Row], start: int, lefts: list[float], roles: Sequence[Role], *, far: float = FAR
) -> Found | None:
    end = start + 1
    told: list[list[Row | None]] = []
    while end < len(rows) and rows[end].base - rows[end - 1].base <= far * rows[end].size:
        cells = _cut(rows[end], lefts)
        if cells is None:
            break
        told.append(cells)
        end += 1
    if not told:
        return None
    steps = [b.base - a.base for a, b in pairwise(rows[start + 1 : end])]
    table = _table(told, roles, [0.0, *steps])
    return (end, lefts, table) if sum(sum(map(bool, cells)) > 1 for cells in table) >= FEWEST else None


def _cut(row: Row, lefts: Sequence[float]) -> list[Row | None] | None:
    """A row's words by column; None where one runs over a column's edge or a column's first stands off it."""
    cells: list[list[Word]] = [[] for _ in lefts]
    for word in row.words:
        place = max((n for n, left in enumerate(lefts) if word.left >= left - ALIGNED), default=-1)
        if place < 0 or not word.upright or (place + 1 < len(lefts) and word.right > lefts[place + 1]):
            return None
        cells[place].append(word)
    if any(words and words[0].left > left + ALIGNED for words, left in zip(cells, lefts, strict=True)):
        return None
    return [row_of(words) if words else None for words in cells]


def _table(told: Sequence[Sequence[Row | None]], roles: Sequence[Role], steps: Sequence[float]) -> list[Cells]:
    """The rows of the list; lines that go on with the row above are its cells' further lines."""
    least = min((step for step in steps if step > 0), default=0.0)
    spaced = any(step > APART * least for step in steps)  # more room between rows than within them
    table: list[Cells] = []
    for cells, step in zip(told, steps, strict=True):
        apart = spaced and step > APART * least
        words = [cell.text if cell is not None else "" for cell in cells]
        above = [cell[-1].text if cell else "" for cell in table[-1]] if table else []
        if not table or apart or (not spaced and begins_row(words, above, roles, apart=False)):
            table.append([(cell,) if cell is not None else () for cell in cells])
        else:
            pairs = zip(table[-1], cells, strict=True)
            table[-1] = [(*above, cell) if cell is not None else above for above, cell in pairs]
    return table
