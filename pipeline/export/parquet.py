"""A table -> Parquet, its columns typed. Needs pyarrow, which is not installed unless asked for."""

from __future__ import annotations

import io

from pipeline.export.books import whole_day
from pipeline.export.table import Table
from pipeline.problem import SettingError


def parquet(table: Table) -> bytes:
    """The bytes of a Parquet file.

    A date stands twice: as the record has it, which may lack its day (`due`), and as a date where the day is known
    (`due_day`).

    Raises:
        SettingError: pyarrow is missing.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet as files
    except ImportError as error:
        raise SettingError(
            "Parquet needs the library pyarrow, which is not installed.",
            hint="Install it with: pip install 'minutebook[parquet]'",
        ) from error
    types = {"count": arrow.int64(), "amount": arrow.float64(), "yesno": arrow.bool_()}
    arrays, fields = [], []
    for place, column in enumerate(table.columns):
        values = [row[place] for row in table.rows]
        type_ = types.get(column.type, arrow.string())
        arrays.append(arrow.array(values, type_))
        fields.append(arrow.field(column.key, type_))
        if column.type == "date":
            days = [whole_day(value) if isinstance(value, str) else None for value in values]
            arrays.append(arrow.array(days, arrow.date32()))
            fields.append(arrow.field(f"{column.key}_day", arrow.date32()))
    out = io.BytesIO()
    files.write_table(arrow.Table.from_arrays(arrays, schema=arrow.schema(fields)), out)
    return out.getvalue()
