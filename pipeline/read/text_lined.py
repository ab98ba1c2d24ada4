"""Tables in plain text that stand exactly below their heads: "Action      Owner      Due", cells over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.heads import Role
from pipeline.read.headed_rows import begins_row, roles_of_heads
from pipeline.read.text_columns import Grid, Row

FEWEST = 2  # rows below the heads with more than one cell filled
_FIELD = re.compile(r"\S(?: ?\S)*")


def find_lined(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, Grid, int]]:
    """First row -> (number of rows, grid, rows of its header) below heads that name tasks or notes and who acts."""
    found: dict[int, tuple[int, Grid, int]] = {}
    n = 0
    while n < len(rows):
        heads = list(_FIELD.finditer(rows[n].raw)) if n not in marks else []
        roles = roles_of_heads([head[0] for head in heads])
        starts = [head.start() for head in heads]
        if roles and n + 1 < len(rows) and rows[n + 1].indent < starts[0]:
            starts, roles = [rows[n + 1].indent, *starts], ["number", *roles]  # numbers have no head
        end, grid = _body(rows, marks, n, starts, roles) if roles else (n + 1, [])
        if sum(sum(map(bool, cells)) > 1 for cells in grid[1:]) >= FEWEST:
            found[n] = (end - n, grid, 1)
            n = end
        else:
            n += 1
    return found


def _body(
    rows: Sequence[Row], marks: frozenset[int], start: int, starts: list[int], roles: list[Role]
) -> tuple[int, Grid]:
    """The row after the last that stands in these columns, and the cells of the heads and of each row."""
    grid: Grid = [_cut(rows[start], starts) or []]
    end = start + 1
    while end < len(rows) and end not in marks and rows[end].blanks <= 1:
        cells = _cut(rows[end], starts)
        if cells is None:
            break
        words = [cell[0].raw if cell else "" for cell in cells]
        above = [cell[0].raw if cell else "" for cell in grid[-1]]
        if len(grid) == 1 or begins_row(words, above, roles, apart=rows[end].blanks > 0):
            grid.append(cells)
        else:
            grid[-1] = [_joined(above, cell) for above, cell in zip(grid[-1], cells, strict=True)]
        end += 1
    return end, grid


def _cut(row: Row, starts: Sequence[int]) -> list[list[Row]] | None:
    """A line's cells; None where it begins before the columns or a word runs over the start of one."""
    raw = row.raw.rstrip()
    if row.indent < starts[0] or any(at < len(raw) and raw[at - 1].strip() for at in starts[1:]):
        return None
    words = [raw[a:b].strip() for a, b in zip(starts, [*starts[1:], len(raw)], strict=True)]
    return [[replace(row, raw=word)] if word else [] for word in words]


def _joined(above: list[Row], cell: list[Row]) -> list[Row]:
    return [replace(above[0], raw=f"{above[0].raw} {cell[0].raw}")] if above and cell else above or cell
