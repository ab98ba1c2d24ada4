"""Books -> the files of a format: which there are, what goes into which file, what each is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.export.books import Books
from pipeline.export.csv import csv_of
from pipeline.export.jsonl import jsonl
from pipeline.export.table import KINDS, Kind, Table, table
from pipeline.problem import SettingError

Format = Literal["csv", "xlsx", "jsonl", "parquet", "ics", "popolo", "akn"]
FORMATS: tuple[Format, ...] = get_args(Format)
ONE_TABLE: tuple[Format, ...] = ("csv", "parquet")
BINARY: tuple[Format, ...] = ("xlsx", "parquet")
_BOM = "utf-8-sig"  # without the mark Excel takes £ for two letters


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its name, its bytes, and how many entries are in it."""

    name: str
    content: bytes
    entries: int


def export(form: Format, books: Books, *, kinds: Sequence[Kind] = ()) -> list[File]:
    """The files of a format: one, or one a kind (CSV, Parquet).

    Args:
        kinds: what to export; all that the format can hold where it is empty.

    Raises:
        SettingError: an unknown format, a kind that the format can't hold, a library that is missing.
    """
    if form not in FORMATS:
        raise SettingError(f"{form}: there is no such format.", hint=f"The formats are {', '.join(FORMATS)}.")
    if form == "ics":
        return [_calendar(books, kinds)]
    if form in ("popolo", "akn"):
        if kinds:
            raise SettingError(f"{form} always holds whole meetings.", hint="Leave --what out.")
        return _akoma_ntoso(books) if form == "akn" else [_popolo(books)]
    tables = [table(kind, books) for kind in kinds or KINDS]
    if form in ONE_TABLE:
        make: Callable[..., bytes] = _csv if form == "csv" else _parquet
        return [File(f"{one.name}.{form}", make(one), len(one.rows)) for one in tables]
    count = sum(len(one.rows) for one in tables)
    if form == "jsonl":
        return [File("minutebook.jsonl", jsonl(tables).encode("utf-8", "replace"), count)]
    from pipeline.export.xlsx import workbook

    return [File("minutebook.xlsx", workbook(tables), count)]


def _csv(one: Table) -> bytes:
    return csv_of(one).encode(_BOM)


def _parquet(one: Table) -> bytes:
    from pipeline.export.parquet import parquet

    return parquet(one)


def _calendar(books: Books, kinds: Sequence[Kind]) -> File:
    from pipeline.export.ics import calendar

    wanted = kinds or ("meetings", "actions")
    if set(wanted) - {"meetings", "actions"}:
        raise SettingError("A calendar holds meetings and actions only.", hint="Use --what meetings or --what actions.")
    content = calendar(books, meetings="meetings" in wanted, actions="actions" in wanted)
    return File("minutebook.ics", content, content.count(b"\nBEGIN:VEVENT") + content.count(b"\nBEGIN:VTODO"))


def _popolo(books: Books) -> File:
    from pipeline.export.popolo import popolo

    text = popolo(books)
    return File("popolo.json", text.encode("utf-8"), text.count('\n      "id": '))


def _akoma_ntoso(books: Books) -> list[File]:
    from pipeline.export.akn import akoma_ntoso, minutes_of

    minutes = minutes_of(books)
    if not minutes:
        raise SettingError(
            "There are no minutes with a full date among these records.", hint="Name a meeting's minutes."
        )
    return [File(f"{'-'.join(one.id.split('/'))}.xml", akoma_ntoso(one, books), 1) for one in minutes]
