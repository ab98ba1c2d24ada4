"""Tables -> an Excel workbook: a sheet a table, dates as dates, amounts as numbers, every text as text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pipeline.export.books import whole_day
from pipeline.export.table import Table, Value
from pipeline.plain import plain
from pipeline.wording import long_date

_MADE = datetime(2025, 1, 1)  # a workbook carries a clock: the same records give the same bytes
_LONGEST = 32_767  # characters that a cell may hold
_FIRST_DAY = 1900


def workbook(tables: Sequence[Table]) -> bytes:
    """The bytes of an .xlsx file; the same tables give the same bytes."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Texts of papers are never taken for formulas, links or numbers.
    book = Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": "Minutebook", "author": "Minutebook", "created": _MADE})
    cell = {"valign": "top", "font_name": "Arial", "font_size": 10}
    forms = {
        "head": book.add_format({**cell, "bold": True, "bg_color": "#E8EDF2", "bottom": 1, "text_wrap": True}),
        "text": book.add_format({**cell, "text_wrap": True, "num_format": "@"}),
        "date": book.add_format({**cell, "num_format": "d mmm yyyy", "align": "left"}),
        "amount": book.add_format({**cell, "num_format": "#,##0.00"}),
        "count": book.add_format({**cell, "num_format": "0"}),
    }
    for table in tables:
        _sheet(book.add_worksheet(table.name.capitalize()), table, forms)
    book.close()
    return out.getvalue()


def _sheet(sheet: Any, table: Table, forms: dict[str, Any]) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, forms["head"])
    for line, row in enumerate(table.rows, start=1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, line, place, column.type, value, forms)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RPage &P of &N")


def _cell(sheet: Any, line: int, place: int, type_: str, value: Value, forms: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(line, place, "yes" if value else "no", forms["text"])
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value, forms["amount" if type_ == "amount" else "count"])
    elif type_ == "date" and (day := whole_day(value)) is not None and day.year > _FIRST_DAY:
        sheet.write_datetime(line, place, datetime(day.year, day.month, day.day), forms["date"])
    else:
        words = long_date(value) if type_ == "date" else value
        if type_ == "word":
            words = value.replace("_", " ").replace("-", " ").capitalize()
        sheet.write_string(line, place, plain(words)[:_LONGEST], forms["text"])
