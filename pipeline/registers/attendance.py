"""A body's roster -> the attendance table that is printed: people by meetings, as many columns as a page is wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.export.books import Books
from pipeline.problem import SettingError
from pipeline.registers.period import body_of, left_out
from pipeline.registers.views import AttendanceTable, Member, Roll
from pipeline.roster.build import roster_of
from pipeline.roster.people import Person, Roster
from pipeline.roster.sittings import Sitting
from pipeline.roster.table import KEY, mark
from pipeline.roster.typed import Typed
from pipeline.wording import MONTHS, long_date

COLUMNS = 10
"""Meetings that a page is wide enough for; more begin a new table."""
_TITLES = (("member", "Members"), ("attending", "In attendance"))
_CAME = ("present", "in_attendance")


def attendance_table(books: Books, typed: Typed | None = None, *, columns: int = COLUMNS) -> AttendanceTable:
    """People by meetings, members first, then those who were in attendance.

    Args:
        typed: what stands in the body's people.yaml.
        columns: meetings that one table is wide enough for.

    Raises:
        SettingError: no minutes with a date say who came.
    """
    roster = roster_of(books.records, typed)
    if not roster.sittings:
        raise SettingError("None of these minutes says who came.", hint="Name another body, or another time.")
    listed = {one for sitting in roster.sittings for one in sitting.records}
    missing = [record for record in books.records if record.kind == "minutes" and record.id not in listed]
    first, last = (long_date(roster.sittings[at].day) for at in (0, -1))
    return AttendanceTable(
        body=body_of(books),
        period=first if first == last else f"{first} to {last}",
        count=len(roster.sittings),
        key=f"{KEY}.",
        rolls=tuple(roll for role, title in _TITLES for roll in _rolls(role, title, roster, columns)),
        unread="; ".join(long_date(record.meeting.date) or record.title for record in missing),
        left_out=left_out(books),
    )


def _rolls(role: str, title: str, roster: Roster, width: int) -> Iterator[Roll]:
    people = [person for person in roster.people if person.role == role and person.sightings]
    for start in range(0, len(roster.sittings), width):
        sittings = roster.sittings[start : start + width]
        rows = [_member(person, sittings) for person in people]
        shown = tuple(row for row in rows if any(row.marks))
        if shown:
            yield Roll(title, tuple(_head(one) for one in sittings), shown)


def _member(person: Person, sittings: Sequence[Sitting]) -> Member:
    member = person.role == "member"
    return Member(
        name=person.name,
        capacity=_capacity(person),
        marks=tuple(mark(person, one.key) for one in sittings),
        came=person.there if member else sum(status in _CAME for status in person.marks.values()),
        named=len(person.meetings) if member else 0,
    )


def _capacity(person: Person) -> str:
    """The capacity at the last meeting that the person came to: who was in the chair once need not be now."""
    came = [one for one in person.sightings if one.status in _CAME] or list(person.sightings)
    return max(came, key=lambda one: one.meeting).capacity or ""


def _head(sitting: Sitting) -> str:
    """ "11 Mar 2025" in a narrow column, "11 Mar 2025 (2)" for a second meeting of the day."""
    day = f"{int(sitting.day[8:])} {MONTHS[int(sitting.day[5:7]) - 1][:3]} {sitting.day[:4]}"
    return re.sub(r"^\d{4}-\d\d-\d\d", day, sitting.key)
