"""Boxes for tasks: cells that say themselves what stands in them, or a title that says it, as a table with heads.

Action: Mend the gate | By: Ann Box | When: 3 May          a row of labelled cells
Action | Mend the gate / By | Ann Box / When | 3 May       a form of labels and values, one task after another
Action | Ann Box to mend the gate                          a row with nothing but a label and what it stands for
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.heads import Role, could_be, role_of
from pipeline.layout.numbers import mark_of
from pipeline.layout.when import is_when
from pipeline.paper import Cell, Line, Table

TITLE = re.compile(
    r"\W*(?:(?:agreed|key|new|further|summary\s+of|list\s+of)\s+)?(?:actions?|tasks?|next\s+steps|to[\s-]?do|follow[\s-]?ups?)"
    r"(?:\s+(?:points?|items?|actions?|agreed|arising|required|list|log|plan|table|tracker|summary))?"
    r"(?:\s+(?:from|at|of)\s+(?:the|this)\s+meeting)?\W*",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(r"[A-Z][a-z]{2,8}(?:\s\d{2,4})?|(?:by|before|end)\s.{3,30}", re.IGNORECASE)
_STATE = re.compile(
    r"(?:open|closed|done|completed?|on-?going|in\s(?:progress|hand)|not\sstarted|pending|new)\W*", re.IGNORECASE
)
_OWNER = re.compile(r"(?:[A-Z][\w.’'-]*|and|of|the|to|[&/,+])(?:[,/]?\s(?:[A-Z][\w.’'-]*,?|and|of|the|to|[&/,+])){0,7}")
_TASK = 3  # words of a task, on average
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


# What may stand alone in the first cell of a row whose second says what it was.
_OUTCOME = r"(?:actions?(?:\s+(?:points?|items?|agreed|required))?|decisions?|resolved|resolution|agreed|noted)"
_ROW_LABEL = re.compile(rf"\W*{_OUTCOME}(?:\s+(?:no\.?\s*)?\d[\d./-]*)?\W*", re.IGNORECASE)
_LABELLED = re.compile(rf"\W*{_OUTCOME}\b[^.:]{{0,20}}(?::|\s[–—-]\s)|\W*(?:RESOLVED|AGREED)\b", re.IGNORECASE)


def is_labelled(words: str) -> bool:
    """ "ACTION: Ann Box to mend the gate": words that open with what they are, and title nothing."""
    return _LABELLED.match(words) is not None


def is_row_label(words: str) -> bool:
    """ "Action", "Decision 3" in a cell of their own: what stands beside them is what they say."""
    return _ROW_LABEL.fullmatch(words) is not None


def labelled(label: str, lines: Sequence[Line]) -> list[Line]:
    """The lines beside a label with it in front of each paragraph: "Action: Ann Box to mend the gate"."""
    opens = [not at or line.gap or lines[at - 1].whole or bool(mark_of(line.text)) for at, line in enumerate(lines)]
    out: list[Line] = []
    for line, opening in zip(lines, opens, strict=True):
        mark = mark_of(line.text)
        words = line.text[mark.length if mark is not None else 0 :]
        out.append(replace(line, text=f"{label.strip(' :')}: {words}", gap=True) if opening else line)
    return out


def told_rows_of(table: Table) -> list[Line] | None:
    """The lines of a table of nothing but labels and what they stand for, one of them a task; None for any other."""
    if any(len(row) != 2 or not is_row_label(row[0].text) or len(row[1].text.split()) < _TASK for row in table.rows):
        return None
    asks = any(TITLE.fullmatch(row[0].text) for row in table.rows)
    return [line for row in table.rows for line in labelled(row[0].text, row[1].lines)] if asks else None


def headed(table: Table) -> Table:
    """The table with a row of heads above its tasks, where its cells or its first column label them; else as it is."""
    found = _of_cells(table) or _of_form(table) or _of_labelled(table) or _of_two_heads(table)
    return found or _of_strange_heads(table) or table


def under_title(above: Line, table: Table) -> Table:
    """The table with heads that the title above it stands for: "Actions" above owners, tasks and days."""
    if not TITLE.fullmatch(above.text) or not table.rows or table.header:
        return table
    roles = roles_below(table.rows)
    if not roles:
        return table
    heads = tuple(Cell((replace(above, text=_HEADS[role]),)) if role in _HEADS else Cell() for role in roles)
    return replace(table, rows=(heads, *table.rows), header=1)


def roles_below(rows: Sequence[Sequence[Cell]]) -> list[Role]:
    """What the columns of a list of tasks without heads hold: one tasks, one their owners; [] for other rows."""
    columns = [[text for cell in column if (text := cell.text.strip())] for column in zip(*rows, strict=True)]
    roles = [_role(cells) for cells in columns]
    listed = roles.count("action") == 1 and roles.count("owner") == 1 and roles.count("due") <= 1
    return roles if listed else []


_HEADS: dict[Role, str] = {"action": "Action", "owner": "Owner", "due": "When", "status": "Status"}


def _role(cells: Sequence[str]) -> Role:
    """What a column of a list of actions holds, by its cells."""
    if not cells or all(re.fullmatch(r"[\d.()]{1,6}", text) for text in cells):
        return ""
    if all(_STATE.fullmatch(text) for text in cells):
        return "status"
    if all(is_when(text) or _MONTH_ALONE.fullmatch(text) for text in cells) and not all(map(_OWNER.fullmatch, cells)):
        return "due"
    if sum(len(text.split()) for text in cells) > _TASK * len(cells) and not all(map(_OWNER.fullmatch, cells)):
        return "action"
    return "owner" if all(_OWNER.fullmatch(text) for text in cells) else ""


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
    rows = table.rows
    if any(len(row) != 2 for row in rows):
        cells = [cell for row in rows for cell in row if cell.text.strip()]
        rows = tuple(zip(cells[::2], cells[1::2], strict=False)) if len(cells) % 2 == 0 else ()
    labels = [row[0].text.strip(" :") for row in rows]
    size = labels.index(labels[0], 1) if labels and labels[0] in labels[1:] else len(labels)
    if not is_task(roles_of(labels[:size])) or labels != labels[:size] * (len(labels) // size):
        return None
    heads = tuple(row[0] for row in rows[:size])
    values = [row[1] for row in rows]
    tasks = (tuple(values[at : at + size]) for at in range(0, len(values), size))
    return replace(table, rows=(heads, *tasks), header=1)


def _of_labelled(table: Table) -> Table | None:
    """ "Action | Mend the gate | Ann Box": whose each task is stands behind it."""
    for row in table.rows:
        if len(row) != 3 or not TITLE.fullmatch(row[0].text) or len(row[1].text.split()) < _TASK:
            return None
        if not _OWNER.fullmatch(row[2].text.strip()) or role_of(row[2].text):
            return None
    label = table.rows[0][0].lines[0]
    heads = (Cell((replace(label, text="Action"),)), Cell((replace(label, text="Owner"),)))
    return replace(table, rows=(heads, *(row[1:] for row in table.rows)), header=1)


def _of_two_heads(table: Table) -> Table | None:
    """ "Item | Notes | Actions" above "Who | What | By when", which stand below the last of them."""
    if len(table.rows) < 3:
        return None
    above, below = table.rows[:2]
    places = [place for place, cell in enumerate(below) if cell.text.strip()]
    spanned = (
        places[1:] and all(not above[place].text.strip() for place in places[1:]) and above[places[0]].text.strip()
    )
    roles = [role for role in roles_of([below[place].text.strip(" :") for place in places]) if role]
    if not spanned or len(roles) < len(places) or len(set(roles)) < len(roles):
        return None
    heads = tuple(low if low.text.strip() else high for high, low in zip(above, below, strict=True))
    return replace(table, rows=(heads, *table.rows[2:]), header=1)


def _of_strange_heads(table: Table) -> Table | None:
    """ "Point | For action by | By" above tasks, who is to do them and their days: heads that name the last two."""
    if len(table.rows) < 3:
        return None
    heads = [cell.text.strip() for cell in table.rows[0]]
    told = [role_of(head) for head in heads]
    if {"action", "notes", "title"} & set(told) or not all(
        any(_may_head(head, role) for head in heads) for role in _SHORT
    ):
        return None
    roles = roles_below(table.rows[1:])
    if not roles or "due" not in roles:
        return None
    row = (
        Cell((replace(cell.lines[0], text=_HEADS[role]),)) if role in _HEADS and cell.lines else cell
        for cell, role in zip(table.rows[0], roles, strict=True)
    )
    return replace(table, rows=(tuple(row), *table.rows[1:]), header=1)


def _may_head(head: str, role: Role) -> bool:
    return role_of(head) == role or could_be(head, role)


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
