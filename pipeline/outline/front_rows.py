"""Tables of people and business: rows of names above "Item | Discussion | Action" are a table of their own.

A given name and a family name in two columns are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.layout.business import first_title
from pipeline.layout.columns import columns_of, repeats_heads
from pipeline.layout.heads import role_of
from pipeline.paper import Cell, Part, Table

_PEOPLE = re.compile(
    r"\W*(?:members?\s+)?(?:present|attend(?:ees|ance|ed|ing)|in\s+attendance|also\s+(?:present|attending)|apologies|absent|officers"
    r"|chair(?:man|person)?|name|invitees|participants|those\s+present)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?:given|first|fore|christian)[\s-]?names?", re.IGNORECASE)
_FAMILY = re.compile(r"(?:family|last|sur|second)[\s-]?names?", re.IGNORECASE)
_FURTHEST = 60  # rows of people above the heads of the business


def with_front_rows(parts: Iterable[Part]) -> list[Part]:
    """The same parts; a table whose heads stand below rows of people becomes two."""
    return [half for part in parts for half in (_halves(_whole_names(part)) if isinstance(part, Table) else [part])]


def _whole_names(table: Table) -> Table:
    """The table with one column for the names, where "Given name | Family name" or "Surname | First name" are two."""
    heads = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    given = next((at for at, head in enumerate(heads) if _GIVEN.fullmatch(head)), None)
    family = next((at for at, head in enumerate(heads) if _FAMILY.fullmatch(head)), None)
    if given is None or family is None:
        return table
    low, high = sorted((given, family))

    def whole(row: tuple[Cell, ...], head: str = "") -> tuple[Cell, ...]:
        if len(row) <= high:
            return row
        words = head or " ".join(row[at].text.strip() for at in (given, family)).strip()
        lines = [*row[given].lines, *row[family].lines]
        name = Cell((replace(lines[0], text=words),)) if lines and words else row[low]
        return (*row[:low], name, *row[low + 1 : high], *row[high + 1 :])

    return replace(table, rows=(whole(table.rows[0], "Name"), *map(whole, table.rows[1:])))


def _halves(table: Table) -> list[Table]:
    if first := first_title(table.rows):
        return [replace(table, rows=table.rows[:first], header=0), replace(table, rows=table.rows[first:], header=0)]
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
