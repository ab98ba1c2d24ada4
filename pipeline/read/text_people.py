"""People in columns that tabs make in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.read.tabbed import columns_of_people
from pipeline.read.text_columns import Grid, Row


def find_people(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, Grid, int]]:
    """First row -> (number of rows, grid, rows of its header) for each stretch of tabbed lines that lists people."""
    found: dict[int, tuple[int, Grid, int]] = {}
    n = 0
    while n < len(rows):
        grid = columns_of_people(_stretch(rows, marks, n)) if rows[n].tabbed else []
        if grid:
            cells = [
                [[replace(rows[at], raw=cell)] if cell else [] for cell in row] for at, row in enumerate(grid, start=n)
            ]
            found[n] = (len(grid), cells, 0)
        n += len(grid) or 1
    return found


def _stretch(rows: Sequence[Row], marks: frozenset[int], start: int) -> list[tuple[str, ...]]:
    """The cells of the lines from one on, up to a gap that is not below the first: a line without tabs is one cell."""
    end = start + 1
    while (
        end < len(rows)
        and end not in marks
        and rows[end].blanks <= (end == start + 1)
        and rows[end].page == rows[start].page
    ):
        end += 1
    return [row.tabbed or (row.text,) for row in rows[start:end]]
