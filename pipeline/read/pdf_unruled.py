"""Tables that stand without rules: rows whose parts keep to the same columns. Precision first, else they stay lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.boxes import roles_below
from pipeline.read.pdf_boxes import box_at
from pipeline.read.pdf_headed import Found, headed_at, listed_at
from pipeline.read.pdf_heads import heads_people
from pipeline.read.pdf_lines import Row, around, chunks_of, row_of
from pipeline.read.pdf_people import are_people
from pipeline.read.pdf_tables import RawTable, table_of
from pipeline.read.raw import Word

LEAST_COLUMNS = 3
LEAST_ROWS = 3  # rows that fill as many columns
GUTTER = 0.8  # ems of white space between two columns, through all rows
FAR = 2.6  # times the font size: a larger step down ends the table


@dataclass(frozen=True, slots=True)
class Run:
    """Rows [start, end) and the columns, as intervals of x, that they keep to."""

    start: int
    end: int
    columns: tuple[tuple[float, float], ...]


def boxed(rows: Sequence[Row]) -> list[Row | RawTable]:
    """Rows of a page's body with each box for a task, and each list of tasks below its title, as a table."""
    parts: list[Row | RawTable] = []
    number = 0
    while number < len(rows):
        if (box := box_at(rows, number)) is not None:
            end, lefts = box
            parts.append(_box(rows[number:end], lefts))
        elif (below := headed_at(rows, number)) is not None:
            end = below[0]
            parts.append(_listed(rows[number:end], below, header=1))
        elif (below := listed_at(rows, number)) is not None:
            end = below[0]
            table = _listed(rows[number + 1 : end], below)
            whole = roles_below(table_of(table, 1, 1.0).rows)  # "Action" may head a column beside the minutes
            parts += [rows[number], table] if whole else rows[number:end]
        else:
            end = number + 1
            parts.append(rows[number])
        number = end
    return parts


def unruled(rows: Sequence[Row]) -> list[Row | RawTable]:
    """Rows of a page's body with each unruled table in the place of its rows."""
    chunks = [chunks_of(row) if row.words[0].upright else [row] for row in rows]
    parts: list[Row | RawTable] = []
    number = 0
    while number < len(rows):
        run = _run(rows, chunks, number) if len(chunks[number]) >= LEAST_COLUMNS else None
        below = chunks[number + 1 : run.end] if run is not None else []
        if run is not None and all(chunk.text.endswith(":") for chunk in chunks[number]) and are_people(below):
            parts += rows[number : run.end]  # lists side by side below heads of their own
            number = run.end
        elif run is None or not _tabular(rows[run.start : run.end], run.columns):
            parts.append(rows[number])
            number += 1
        else:
            parts.append(_table(rows[run.start : run.end], run.columns))
            number = run.end
    return parts


def _run(rows: Sequence[Row], chunks: Sequence[Sequence[Row]], start: int) -> Run | None:
    """The longest run of rows that keep to columns, whose first row is `rows[start]`."""
    columns = [(chunk.left, chunk.right) for chunk in chunks[start]]
    end = start + 1
    while end < len(rows) and rows[end].base - rows[end - 1].base <= FAR * rows[end].size:
        wider = _merged([*columns, *((chunk.left, chunk.right) for chunk in chunks[end])], GUTTER * rows[end].size)
        if len(wider) < max(LEAST_COLUMNS, len(columns)):
            break
        columns = wider
        end += 1
    while end > start and len(chunks[end - 1]) < 2:  # text below that happens to be short
        end -= 1
    filled = [_filled(chunks[number], columns) for number in range(start, end)]
    full = sum(count >= LEAST_COLUMNS for count in filled)
    if full < LEAST_ROWS or full * 2 < len(filled) or len(columns) > 3 * LEAST_COLUMNS + 3:
        return None
    return Run(start, end, tuple(columns))


def _merged(spans: Sequence[tuple[float, float]], gutter: float) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left - merged[-1][1] < gutter:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _filled(chunks: Sequence[Row], columns: Sequence[tuple[float, float]]) -> int:
    lefts = [left for left, _ in columns]
    return len({_column(chunk.left, lefts) for chunk in chunks})


def _column(x: float, lefts: Sequence[float]) -> int:
    """Index of the column that a word belongs to; `lefts` are the columns' left edges in order."""
    return max(bisect_right(lefts, x + 1) - 1, 0)


_TITLED = re.compile(r"(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|prof|sir|rev)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"[-–(£€$]*\d[\d,.]*[%)]*|[-–]|nil", re.IGNORECASE)


def _tabular(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Neither names nor lists side by side, and no column mixes a figure with a text after it (a gutter missed)."""
    if heads_people(rows[0]):
        return False  # lists of people side by side
    cells = _cells(rows, columns)
    texts = [[cell[0].text for cell in row if cell] for row in cells]
    everything = [text for row in texts for text in row]
    if sum(bool(_TITLED.match(text)) for text in everything) > 0.4 * len(everything):
        return False
    numbers = 0
    for column in range(len(columns)):
        held = [row[column][0].words for row in cells if row[column]]
        mixed = sum(bool(_AMOUNT.fullmatch(words[0].text)) and words[-1].text[-1:].isalpha() for words in held)
        if mixed * 2 > len(held) and column:
            return False
        if sum(words[-1].text.endswith(":") for words in held) > 0.6 * len(held):  # labels before their values
            return False
        numbers += all(re.fullmatch(r"\(?\w{1,3}[.)]|•", row[column][0].text) for row in cells if row[column])
    return numbers < 2  # two columns of list numbers are two lists side by side


def _cells(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[list[tuple[Row, ...]]]:
    lefts = [left for left, _ in columns]
    table: list[list[tuple[Row, ...]]] = []
    for row in rows:
        held: list[list[Word]] = [[] for _ in lefts]
        for word in row.words:
            held[_column(word.left, lefts)].append(word)
        table.append([(row_of(words),) if words else () for words in held])
    return table


def _box(rows: Sequence[Row], lefts: Sequence[float]) -> RawTable:
    """A table of one row, whatever lines its words take."""
    cells = _cells(rows, [(left, left) for left in lefts])
    whole = tuple(tuple(part for row in cells for part in row[place]) for place in range(len(lefts)))
    return RawTable(around(rows), tuple(lefts), (whole,))


def _listed(rows: Sequence[Row], found: Found, *, header: int = 0) -> RawTable:
    _, lefts, cells = found
    return RawTable(around(rows), tuple(lefts), tuple(map(tuple, cells)), header)


def _table(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> RawTable:
    """Rows without anything in the first column go on with the row above."""
    merged: list[list[tuple[Row, ...]]] = []
    for number, cells in enumerate(_cells(rows, columns)):
        near = number > 0 and rows[number].base - rows[number - 1].base < 1.6 * rows[number].size
        filled = [c for c, cell in enumerate(cells) if cell]
        goes_on = near and merged and len(filled) == 1 and (filled[0] > 0 or cells[0][0].text[:1].islower())
        if goes_on and merged[-1][filled[0]] and not re.match(r"[£\d-]", cells[filled[0]][0].text):
            merged[-1][filled[0]] += cells[filled[0]]
        else:
            merged.append(list(cells))
    return RawTable(around(rows), tuple(left for left, _ in columns), tuple(tuple(cells) for cells in merged))
