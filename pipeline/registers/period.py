"""What all registers say about themselves: whose they are, over which time, and what is left out."""

from __future__ import annotations

from dataclasses import replace

from pipeline.export.books import Books
from pipeline.record import Record
from pipeline.wording import long_date, parts_missing, read_in_part


def body_of(books: Books) -> str:
    """The name of the body, or of the bodies."""
    names = {record.slug: record.meeting.body or "" for record in books.records}
    for record in books.records:  # minutes name their body best
        if record.kind == "minutes" and record.meeting.body:
            names[record.slug] = record.meeting.body
    return ", ".join(name or slug for slug, name in sorted(names.items())) or "No body"


def within(books: Books, first: str, last: str) -> Books:
    """The books of meetings between two days, "" for no limit; a paper without a date is in none but all."""
    if not first and not last:
        return books

    def inside(day: str | None) -> bool:
        return day is not None and day >= first and (not last or day <= last)

    return replace(
        books,
        records=tuple(record for record in books.records if inside(record.meeting.date)),
        actions=tuple(entry for entry in books.actions if inside(entry.life.raised.date)),
    )


def period_of(records: list[Record]) -> str:
    """ "11 March 2025 to 8 July 2025", or the one day."""
    days = sorted(record.meeting.date for record in records if record.meeting.date)
    if not days:
        return "no dates stated"
    return long_date(days[0]) if days[0] == days[-1] else f"{long_date(days[0])} to {long_date(days[-1])}"


def left_out(books: Books) -> str:
    """The sentences that something is not shown: exempt business, and what stands on pages that could not be read."""
    said = ["Business from which the public was excluded is left out."] if books.left_out else []
    return " ".join(filter(None, [*said, parts_missing(books.records)]))


def none_in(books: Books, things: str) -> str:
    """What stands in the place of an empty list."""
    if any(map(read_in_part, books.records)):
        return (
            f"Parts of these papers could not be read: whether there were {things} is not known; the rest shows none."
        )
    return f"No {things} were found in these papers."
