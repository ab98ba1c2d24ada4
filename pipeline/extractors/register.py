"""Attendance registers: a table of people with their roles, or with a mark for each meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.names import Name, read_name
from pipeline.found import FoundPerson
from pipeline.match import Matcher
from pipeline.paper import Cell, Table, evidence_of, fold
from pipeline.record import Status

_ROLE_HEAD = re.compile(
    r"^(?:role|position|post|capacity|title|job\s+title|organi[sz]ation|representing|category|type|designation|company|"
    r"school|ward)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|^[A-Z][a-z]{2,8}\s+\d{2,4}$")


def read_register(table: Table, matcher: Matcher, *, status: Status | None) -> list[FoundPerson] | None:
    """The people of a table with a person in the first cell of most rows; None where it is no such table.

    Args:
        status: what the label above the table says of everybody in it; None where none stands above it.
    """
    names = [_name(row, matcher) for row in table.rows]
    filled = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    width = len(table.rows[0]) if table.rows else 0
    if width < 2 or sum(name is not None for name in names) < max(2, 0.4 * len(filled)):
        return None
    first = next(at for at, name in enumerate(names) if name is not None)
    marks = _mark_column(table, names, matcher)
    if marks is None and status is None:
        return None
    role = _role_column(table, first, marks)
    out = []
    for row, found in zip(table.rows, names, strict=True):
        if found is None:
            continue
        column, name = found
        others = [cell for place, cell in enumerate(row) if place not in (column, role)]
        if marks is None and any(read_name(cell.text) is not None for cell in others):
            return None  # several people in a row: a list in columns
        said = _status(row[marks].text, matcher) if marks is not None else status
        if said is None:
            continue
        capacity = fold(row[role].text).strip(" -–") if role is not None and role != column else ""
        text = row[column].text
        evidence = evidence_of(row[column].lines, fold(text), rule="attendance-register")
        out.append(FoundPerson(name.text, said, evidence, capacity or None))
    return out


def _name(row: Sequence[Cell], matcher: Matcher) -> tuple[int, Name] | None:
    """The first cell that opens with a name, and the name, if nothing but a number or mark stands before it."""
    for place, cell in enumerate(row[:3]):
        text = cell.text.strip()
        if not text or re.fullmatch(r"[\d.]{1,4}", text):
            continue
        name = read_name(text)
        rest = text[name.end :].strip(" .,*") if name is not None else ""
        return (place, name) if name is not None and (not rest or rest[0] in "([-–") else None
    return None


def _mark_column(table: Table, names: Sequence[tuple[int, Name] | None], matcher: Matcher) -> int | None:
    """The column with this meeting's marks: of a column for each meeting the last that is filled in."""
    rows = [row for row, name in zip(table.rows, names, strict=True) if name is not None]
    columns = [
        place
        for place in range(1, len(table.rows[0]))
        if (cells := [row[place].text.strip() for row in rows if row[place].text.strip()])
        and sum(_status(cell, matcher) is not None for cell in cells) >= max(1, 0.8 * len(cells))
        and not any(_ROLE_HEAD.match(row[place].text) for row in table.rows[:2])
    ]
    return columns[-1] if columns else None


def _role_column(table: Table, first: int, marks: int | None) -> int | None:
    """The column of roles, by its header; without header the second column, where it holds words."""
    width = len(table.rows[0])
    for row in table.rows[:first]:
        for place, cell in enumerate(row):
            if _ROLE_HEAD.match(cell.text.strip()):
                return place
    if marks is None and width == 2:
        return 1
    cells = [row[1].text.strip() for row in table.rows[first:] if len(row) > 2]
    words = [cell for cell in cells if len(cell) > 2 and not _DATE.search(cell)]
    return 1 if marks not in (None, 1) and len(words) >= 0.5 * max(1, len(cells)) else None


def _status(mark: str, matcher: Matcher) -> Status | None:
    found = matcher.first("attendance", mark.strip(" .*"), part="mark")
    value = found.get("status") if found is not None else ""
    return value if value in ("present", "apologies", "absent") else None  # type: ignore[return-value]
