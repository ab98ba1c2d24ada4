"""Lists of actions in plain text whose rows are ragged: below "Action items   Person responsible   Deadline"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.heads import role_of
from pipeline.read.text_columns import Grid, Row

MOST = 5  # heads that have a line each
NEAR = 8  # letters that a cell may begin away from its column's head
_COLUMNS = re.compile(r"\S(?: {0,2}\S)*")
_TICK = re.compile(r"^(?P<blank>\s*)[✓✔☐□•▪]\s+(?=\S)")

Cells = dict[int, str]
"""Column -> the words that a printed line has in it."""


def find_headed(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, Grid, int]]:
    """First row -> (number of rows, grid, rows of its header) below heads that name a task and who is to do it.

    A row's cells need not stand below each other: as many as there are heads stand in their order, fewer by the head
    that they are near, and an owner may stand on the line below its task. Or heads and cells have a line each, and
    blank lines part the rows.
    """
    found: dict[int, tuple[int, Grid, int]] = {}
    n = 0
    while n < len(rows):
        heads = _heads(rows[n])
        end, grid = _body(rows, marks, n, heads) if heads and n not in marks else _stacked(rows, marks, n)
        if len(grid) > 1:
            found[n] = (end - n, grid, 1)
        n = end
    return found


def _heads(row: Row) -> list[int]:
    """Where the columns begin that a line heads; [] where it is no row of heads."""
    fields = list(_COLUMNS.finditer(row.raw)) if "   " in row.raw.strip() else []
    roles = [role_of(field[0]) for field in fields]
    return [field.start() for field in fields] if {"action", "owner"} <= set(roles) and all(roles) else []


def _body(rows: Sequence[Row], marks: frozenset[int], start: int, heads: list[int]) -> tuple[int, Grid]:
    """The row after the last of the list, and the cells of its heads and its rows."""
    cells = [_cells(rows[start].raw, heads)]
    taken: list[list[int]] = [[start]]
    end = start + 1
    while end < len(rows) and end not in marks and rows[end].blanks <= 1:
        here = _cells(_TICK.sub(r"\g<blank>", rows[end].raw), heads)
        below = _cells(rows[end + 1].raw, heads) if end + 1 < len(rows) else {}
        if 0 in here and (len(here) > 1 or (below and 0 not in below and not rows[end + 1].blanks)):
            cells.append(here)
            taken.append([end])
        elif here and 0 not in here and len(cells) > 1 and not set(here) & set(cells[-1]) and not rows[end].blanks:
            cells[-1].update(here)
            taken[-1].append(end)
        else:
            break
        end += 1
    grid: Grid = [
        [_cell(rows, lines, row, place) for place in range(len(heads))] for row, lines in zip(cells, taken, strict=True)
    ]
    return end, grid


def _stacked(rows: Sequence[Row], marks: frozenset[int], start: int) -> tuple[int, Grid]:
    """The same of heads that have a line each: below them blocks of as many lines, a row each."""
    roles: list[str] = []
    while start + len(roles) < len(rows) and len(roles) < MOST and (role := role_of(rows[start + len(roles)].text)):
        if roles and rows[start + len(roles)].blanks:
            break
        roles.append(role)
    wide = len(roles)
    if not {"action", "owner"} <= set(roles) or len(set(roles)) < wide:
        return start + 1, []
    grid: Grid = [[[row] for row in rows[start : start + wide]]]
    end = start + wide
    while end + wide <= len(rows) and not marks & set(range(end, end + wide)):
        block = rows[end : end + wide]
        after = rows[end + wide] if end + wide < len(rows) else None
        if not block[0].blanks or any(row.blanks for row in block[1:]) or (after is not None and not after.blanks):
            break
        grid.append([[row] for row in block])
        end += wide
    return end, grid


def _cells(raw: str, heads: list[int]) -> Cells:
    """The cells of a line by their columns; none where one of them belongs to no column."""
    fields = list(_COLUMNS.finditer(raw))
    if len(fields) == len(heads):
        return {place: field[0] for place, field in enumerate(fields)}
    out: Cells = {}
    for field in fields:
        place = min(range(len(heads)), key=lambda n: abs(heads[n] - field.start()))
        if abs(heads[place] - field.start()) > NEAR or place in out:
            return {}
        out[place] = field[0]
    return out


def _cell(rows: Sequence[Row], lines: Sequence[int], cells: Cells, place: int) -> list[Row]:
    words = cells.get(place)
    if not words:
        return []
    at = next(n for n in lines if words in rows[n].raw)
    return [Row(words, rows[at].number, rows[at].page, rows[at].blanks)]
