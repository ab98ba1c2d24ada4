"""Tables -> JSON Lines: one entry a line, with its kind; what is not stated is null."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.export.table import Table


def jsonl(tables: Sequence[Table]) -> str:
    """A line for each row of these tables, its keys in the columns' order."""
    return "".join(
        json.dumps({"entry": table.name, **dict(zip(keys, row, strict=True))}, ensure_ascii=False) + "\n"
        for table in tables
        for keys in [[column.key for column in table.columns]]
        for row in table.rows
    )
