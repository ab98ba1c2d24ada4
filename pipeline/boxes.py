"""Boxes for tasks: cells that say themselves what stands in them, as a table with heads.

Action: Mend the gate | By: Ann Box | When: 3 May          a row of labelled cells
Action | Mend the gate / By | Ann Box / When | 3 May       a form of labels and values, one task after another
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.heads import Role, could_be, role_of
from pipeline.paper import Cell, Line, Table

ROLES: tuple[Role, ...] = ("number", "action", "owner", "due", "status")
_SHORT: tuple[Role, ...] = ("owner", "due")  # roles whose labels may be a bare "By"
_LABEL = re.compile(r"\W*(?P<head>[A-Z][\w’'/() -]{0,24}?)\s*:(?!\d)\s*")


def label_of(words: str) -> tuple[str, int]:
    """The label that opens these words, and where they go on behind it; "" where none does."""
    found = _LABEL.match(words)
    return (found["head"], found.end()) if found is not None else ("", 0)


def roles_of(labels: Sequence[str]) -> list[Role]:
    """What labels beside each other stand for: "By" is who, or when where another says who."""
    roles = [role_of(label) for label in labels]
    for at, label in enumerate(labels):
        if not roles[at]:
            roles[at] = next((role for role in _SHORT if role not in roles and could_be(label, role)), "")
    return roles


def is_task(roles: Sequence[Role]) -> bool:
    """A task and its owner or its day, each once, and nothing else."""
    once = len(set(roles)) == len(roles) and set(roles) <= set(ROLES)
    return once and "action" in roles and bool({"owner", "due"} & set(roles))


def headed(table: Table) -> Table:
    """The table with a row of heads above its tasks, where its cells or its first column label them; else as it is."""
    return _of_cells(table) or _of_form(table) or table


def _of_cells(table: Table) -> Table | None:
    cells = [[cell for cell in row if cell.text.strip()] for row in table.rows]
    labels = [[label_of(cell.text) for cell in row] for row in cells]
    first = [label for label, _ in labels[0]] if labels else []
    if not is_task(roles_of(first)) or any([label for label, _ in row] != first for row in labels):
        return None
    heads = tuple(_head(cell, end) for cell, (_, end) in zip(cells[0], labels[0], strict=True))
    rows = (
        tuple(_rest(cell, end) for cell, (_, end) in zip(row, told, strict=True))
        for row, told in zip(cells, labels, strict=True)
    )
    return replace(table, rows=(heads, *rows), header=1)


def _of_form(table: Table) -> Table | None:
    if any(len(row) != 2 for row in table.rows):
        return None
    labels = [row[0].text.strip(" :") for row in table.rows]
    size = labels.index(labels[0], 1) if labels and labels[0] in labels[1:] else len(labels)
    if not is_task(roles_of(labels[:size])) or labels != labels[:size] * (len(labels) // size):
        return None
    heads = tuple(row[0] for row in table.rows[:size])
    values = [row[1] for row in table.rows]
    rows = (tuple(values[at : at + size]) for at in range(0, len(values), size))
    return replace(table, rows=(heads, *rows), header=1)


def _head(cell: Cell, end: int) -> Cell:
    line = cell.lines[0]
    return Cell((replace(line, text=cell.text[:end].strip(" :")),))


def _rest(cell: Cell, end: int) -> Cell:
    """The cell behind its label, which may fill its first lines."""
    lines: list[Line] = []
    for line in cell.lines:
        text = line.text[end:].lstrip() if end < len(line.text) else ""
        end = max(end - len(line.text) - 1, 0)
        if text:
            lines.append(replace(line, text=text))
    return Cell(tuple(lines))
