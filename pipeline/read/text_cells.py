"""Tables whose cells a sign parts in plain text: "Task | Owner | Due", or " / " where a converter lost the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.layout.heads import role_of
from pipeline.paper import fold
from pipeline.read.text_columns import Grid, Row

FEWEST = 3  # cells of a row that " / " parts, and rows that must have as many: "and/or" is in every text
SHORT = 6  # words of the owners

_BULLETS = frozenset("•·▪●◦○\uf0b7")  # a star or a dash alone may be an empty cell
_BAR = re.compile(r"\s*\|\s*")
_SLASH = re.compile(r"\s+/(?:\s+|$)")
_RULED = re.compile(r"^[\s|+:=–-]*$")
_NUMBER = re.compile(r"^(?P<number>\s*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)\s+/\s+(?=\S)")
_OWNER = re.compile(r"(?<=\S)\s+/\s+(?P<owner>[A-Z][\w’'.-]*(?:\s?[/&,]?\s?(?:and\s)?[A-Z][\w’'.-]*){0,4})\s*$")


def find_cells(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, Grid, int]]:
    """First row -> (number of rows, grid, rows of its header) for each stretch of rows with as many cells each.

    `marks` are rows that are furniture. Rules drawn between the rows belong to the stretch and hold no cells.
    """
    found: dict[int, tuple[int, Grid, int]] = {}
    n = 0
    while n < len(rows):
        end, grid = _stretch(rows, marks, n, _BAR, 2) if "|" in rows[n].raw else (n, [])
        if len(grid) < 2 and " / " in rows[n].raw:
            end, grid = _stretch(rows, marks, n, _SLASH, FEWEST)
            grid = grid if len(grid) >= FEWEST else []
        if len(grid) < 2:
            n += 1
            continue
        found[n] = (end - n, grid, 0)
        n = end
    return found


def _stretch(
    rows: Sequence[Row], marks: frozenset[int], start: int, sign: re.Pattern[str], fewest: int
) -> tuple[int, Grid]:
    """The row after the last that has as many cells as the first, and the cells."""
    grid: Grid = []
    end = start
    while end < len(rows) and end not in marks and (end == start or rows[end].blanks <= 1):
        raw = rows[end].raw
        if grid and _RULED.match(raw):
            end += 1
            continue
        cells = sign.split(raw.strip().strip("|") if sign is _BAR else raw.strip())
        if len(cells) < fewest or (grid and len(cells) != len(grid[0])):
            break
        grid.append([[replace(rows[end], raw=cell)] if fold(cell) else [] for cell in cells])
        end += 1
    return end, grid


def numbers_before(rows: Sequence[Row]) -> list[Row]:
    """The rows; where several have their number in a cell of its own, "3. / Roads", it stands before the words."""
    found = [_NUMBER.match(row.raw) for row in rows]
    if sum(told is not None for told in found) < FEWEST:
        return list(rows)
    return [
        replace(row, raw=f"{told['number']} {row.raw[told.end() :]}") if told else row
        for row, told in zip(rows, found, strict=True)
    ]


def bullets_before(rows: Sequence[Row]) -> list[Row]:
    """The rows; where several bullets have a line of their own, each stands before the line below it.

    Word's lists come so to a web page, and out of many PDFs."""
    alone = {
        n
        for n, (row, below) in enumerate(pairwise(rows))
        if row.raw.strip() in _BULLETS and not below.blanks and row.page == below.page
    }
    alone = {n for n in alone if n + 1 not in alone}
    if len(alone) < FEWEST:
        return list(rows)
    return [
        replace(row, raw=f"• {row.raw.strip()}", blanks=rows[n - 1].blanks) if n - 1 in alone else row
        for n, row in enumerate(rows)
        if n not in alone
    ]


def owners_behind(rows: Sequence[Row]) -> dict[int, tuple[str, str]]:
    """Row -> its sentence and the owner in the cell behind it, where several rows of the text end in one."""
    found = {
        n: (row.raw[: told.start()], told["owner"]) for n, row in enumerate(rows) if (told := _OWNER.search(row.raw))
    }
    good = {
        n: (sentence, owner)
        for n, (sentence, owner) in found.items()
        if len(owner.split()) <= SHORT and len(sentence.split()) > SHORT // 2 and not role_of(owner)
    }
    return good if len(good) >= FEWEST else {}
