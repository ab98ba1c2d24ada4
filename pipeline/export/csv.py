"""A table -> CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from pipeline.export.table import Table, Value
from pipeline.plain import safe


def csv_of(table: Table) -> str:
    """The table with a line of column keys. A text that a spreadsheet would run gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, int):
        return value
    return safe(value)
