"""Cells that hold a list each, line beside line: the names of those present, and in the next cell their posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extractors.names import is_person
from pipeline.paper import Cell, Table

_FEWEST = 2  # lines that show that the cells belong together


def with_lines_apart(table: Table) -> Table:
    """The table with a row for each person: "Present | Ann Box / Bo Holt | Chair / Clerk" becomes two rows."""
    return replace(table, rows=tuple(row for printed in table.rows for row in _apart(printed)))


def _apart(row: tuple[Cell, ...]) -> Sequence[tuple[Cell, ...]]:
    for at, (names, posts) in enumerate(pairwise(row)):
        people = [line.text.strip(" *_,;") for line in names.lines]
        if len(people) < _FEWEST or len(people) != len(posts.lines) or not all(map(is_person, people)):
            continue
        if all(is_person(line.text.strip()) for line in posts.lines):
            continue  # people in two columns
        before, behind = row[:at], row[at + 2 :]
        return [
            (*(before if not place else [Cell()] * len(before)), Cell((name,)), Cell((post,)), *behind)
            for place, (name, post) in enumerate(zip(names.lines, posts.lines, strict=True))
        ]
    return [row]
