"""Records -> the attendance table: who came to which meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.export.books import Books
from pipeline.problem import SettingError
from pipeline.record import Attendee, Record
from pipeline.registers.period import body_of, left_out, period_of
from pipeline.registers.views import AttendanceTable, Member, Roll
from pipeline.wording import MONTHS, long_date

COLUMNS = 10
"""Meetings that a page is wide enough for; more begin a new table."""
MARKS = {"present": "✓", "in_attendance": "(✓)", "apologies": "A", "absent": "–"}
KEY = "✓ present, (✓) in attendance, A apologies, – absent, empty: not named in the minutes."
_TITLES = re.compile(
    r"^(?:(?:the\s+)?(?:cllr|councillor|ald|alderman|mr|mrs|ms|miss|mx|dr|rev|revd|prof|professor|sir|dame|lord|lady)\.?\s+)+",
    re.IGNORECASE,
)


def attendance_table(books: Books, *, columns: int = COLUMNS) -> AttendanceTable:
    """People by meetings, members first, then those who were only ever in attendance.

    Names that differ in a title, capitals or spaces alone are one person; any others stay apart.

    Args:
        columns: meetings that one table is wide enough for.

    Raises:
        SettingError: no minutes with a list of who came.
    """
    minutes = [record for record in books.records if record.kind == "minutes"]
    minutes.sort(key=lambda record: (record.meeting.date or "", record.id))
    listed = [record for record in minutes if record.attendance]
    if not listed:
        raise SettingError("None of these minutes says who came.", hint="Name another body, or another time.")
    people: dict[str, list[tuple[int, Attendee]]] = {}
    for place, record in enumerate(listed):
        for person in record.attendance:
            people.setdefault(_folded(person.name), []).append((place, person))
    members = {key for key, seen in people.items() if any(one.status != "in_attendance" for _, one in seen)}
    rolls = []
    for title, keys in (("Members", members), ("In attendance", people.keys() - members)):
        rows = sorted((_row(people[key]) for key in keys), key=lambda row: (_surname(row[0]), row[0]))
        rolls += list(_rolls(title, listed, [(row, people[_folded(row[0])]) for row in rows], columns))
    missing = [long_date(record.meeting.date) or record.title for record in minutes if not record.attendance]
    return AttendanceTable(
        body=body_of(books),
        period=period_of(listed),
        count=len(listed),
        key=KEY,
        rolls=tuple(rolls),
        unread="; ".join(missing),
        left_out=left_out(books),
    )


def _rolls(
    title: str,
    listed: Sequence[Record],
    rows: Sequence[tuple[tuple[str, str], list[tuple[int, Attendee]]]],
    width: int,
) -> Iterator[Roll]:
    for start in range(0, len(listed), width):
        columns = range(start, min(start + width, len(listed)))
        made = []
        for (name, capacity), seen in rows:
            marks = {place: MARKS[one.status] for place, one in sorted(seen, key=lambda pair: -_rank(pair[1]))}
            if any(place in marks for place in columns):
                came = {place for place, one in seen if one.status in ("present", "in_attendance")}
                cells = tuple(marks.get(place, "") for place in columns)
                made.append(Member(name, capacity, cells, len(came), len(marks)))
        if made:
            yield Roll(title, tuple(_head(listed[place]) for place in columns), tuple(made))


def _rank(person: Attendee) -> int:
    """Who is listed twice was there, if one list says so."""
    return ("present", "in_attendance", "apologies", "absent").index(person.status)


def _row(seen: Sequence[tuple[int, Attendee]]) -> tuple[str, str]:
    """The name as last written, and the last capacity that was stated."""
    capacity = next((one.capacity for _, one in reversed(seen) if one.capacity), "")
    return seen[-1][1].name, capacity or ""


def _folded(name: str) -> str:
    return " ".join(_TITLES.sub("", name).casefold().replace(".", " ").split())


def _surname(name: str) -> str:
    return (_folded(name).split() or [""])[-1]


def _head(record: Record) -> str:
    """ "11 Mar 2025" in a narrow column."""
    date = record.meeting.date or ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return long_date(date) or "undated"
    return f"{int(date[8:])} {MONTHS[int(date[5:7]) - 1][:3]} {date[:4]}"
