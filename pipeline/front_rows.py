"""Tables of people and business: rows of names above "Item | Discussion | Action" are a table of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.columns import columns_of, repeats_heads
from pipeline.heads import role_of
from pipeline.paper import Cell, Part, Table

_PEOPLE = re.compile(
    r"\W*(?:members?\s+)?(?:present|attend(?:ees|ance|ed|ing)|in\s+attendance|also\s+(?:present|attending)|apologies|absent|officers"
    r"|chair(?:man|person)?|name|invitees|participants|those\s+present)\b",
    re.IGNORECASE,
)
_FURTHEST = 60  # rows of people above the heads of the business


def with_front_rows(parts: Iterable[Part]) -> list[Part]:
    """The same parts; a table whose heads stand below rows of people becomes two."""
    return [half for part in parts for half in (_halves(part) if isinstance(part, Table) else [part])]


def _halves(table: Table) -> list[Table]:
    at = next((at for at, row in enumerate(table.rows[:_FURTHEST]) if at and _is_head(row)), 0)
    above, below = table.rows[:at], table.rows[at:]
    if len(below) < 2 or not any(_PEOPLE.match(row[0].text) for row in above):
        return [table]
    if any(len(cell.text) > 60 and cell.text.count(".") > 1 for row in above for cell in row) or _is_head(
        table.rows[0]
    ):
        return [table]  # minutes already, whose heads a page repeats
    business = replace(table, rows=below, header=1)
    if columns_of(business).use != "minutes":
        return [table]
    return [replace(table, rows=above, header=0), business]


def _is_head(row: Sequence[Cell]) -> bool:
    """ "Ref | Item | Action", "Item | Discussion | Action by": the heads of minutes in columns."""
    roles = {role_of(cell.text) for cell in row}
    return repeats_heads(row) and bool({"action", "owner"} & roles) and bool({"number", "title", "notes"} & roles)
