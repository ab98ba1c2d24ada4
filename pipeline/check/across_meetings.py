"""Meetings against each other: the next meeting and the one that followed, minutes approved and minutes there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from pipeline.check.across import (
    Approval,
    Passage,
    approvals,
    days_in,
    is_body,
    kind_words,
    minutes_by_day,
    names_others,
    said,
    stems,
)
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.record import Attendee, DateMention, Evidence, Record
from pipeline.wording import long_date

_SLIP = 3  # days between two dates that one slip of the pen explains
_SAME = 0.6  # share of items' titles from which two minutes are of one meeting
_NEAR = 3  # how many times nearer the announced day is to the next meeting than the meeting before
_NEXT = re.compile(r"\b(?:meeting|meet)s?\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:minutes|meeting|last|previous)\b", re.IGNORECASE)


def next_meeting(papers: Papers) -> Iterator[Finding]:
    """The day announced for the next meeting against the meeting that followed.

    Which one followed is sure where it approved these minutes; else the next that is known stands for it, where it is
    so near to the announced day that hardly another was between.
    """
    if not is_body(papers):
        return
    minutes, approved = minutes_by_day(papers), approvals(papers)
    known = {day_of(record) for record in papers.records} | {one.day for told in approved.values() for one in told}
    for day, record in minutes.items():
        announced = _announced(record, said(papers)[record.id])
        if not announced or any(one.value in known for one, _ in announced):
            continue
        first, evidence = announced[0]
        promise = f"The minutes of {long_date(day)} announce the next meeting for {long_date(first.value)}"
        later = [one for one in minutes if one > day]
        answers = ((one, told) for one in later for told in approved[minutes[one].id] if told.day == day)
        then, answer = next(answers, (None, None))
        if then is not None and answer is not None:
            yield Finding(
                "next-meeting-differs",
                "warning",
                f"{promise}, but the meeting that followed and approved them was on {long_date(then)}.",
                Place(record, evidence),
                Place(minutes[then], answer.evidence),
            )
        elif later and _NEAR * _days(first.value, later[0]) <= _days(day, later[0]):
            yield Finding(
                "next-meeting-differs",
                "info",
                f"{promise}; there are no papers of that day here, and the next meeting known was on "
                f"{long_date(later[0])}.",
                Place(record, evidence),
                Place(minutes[later[0]], _title(minutes[later[0]])),
            )


def _days(one: str, two: str) -> int:
    """Days between two days, never negative."""
    return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)


def _announced(record: Record, told: Iterable[Passage]) -> list[tuple[DateMention, Evidence]]:
    """The days that minutes announce for the next meetings of the body itself, by day, with their sentences."""
    day = day_of(record) or ""
    own = record.meeting.body or ""
    out = []
    for one in record.dates:
        if one.kind != "next-meeting" or len(one.value) != 10 or one.value <= day:
            continue
        where = next((passage for passage in told if one.text in passage.text and _beside(passage, one)), None)
        words = f"{where.item} {where.text}" if where else ""
        if where is None or (_NEXT.search(words) and not names_others(words, own)):
            out.append((one, where.evidence if where else one.evidence))
    return sorted(out, key=lambda entry: entry[0].value)


def _beside(told: Passage, one: DateMention) -> bool:
    return not one.minute or one.minute == told.minute


def approved_date(papers: Papers) -> Iterator[Finding]:
    """Minutes approved of a day on which no meeting is known, one slip away from a day on which one was."""
    if not is_body(papers):
        return
    minutes = minutes_by_day(papers)
    told = [one for some in approvals(papers).values() for one in some]
    right = {one.day for one in told}
    for one in told:
        day = day_of(one.record)
        if day is None or one.day in minutes:
            continue
        meant = max((known for known in minutes if known < day), default=None)
        if meant is not None and meant not in right and _slip(one.day, meant):
            yield Finding(
                "approved-date-differs",
                "warning",
                f"The minutes of {long_date(day)} approve the minutes of {long_date(one.day)}; no meeting of that day "
                f"is known here, but one on {long_date(meant)}.",
                Place(one.record, one.evidence),
                Place(minutes[meant], _title(minutes[meant])),
            )


def _slip(one: str, two: str) -> bool:
    """Two days that differ by one slip: the year before or after, or a day or two in one month."""
    if one[5:] == two[5:]:
        return abs(int(one[:4]) - int(two[:4])) == 1
    return one[:7] == two[:7] and abs(int(one[8:]) - int(two[8:])) <= _SLIP


def _title(record: Record) -> Evidence | None:
    """Where a paper says of which day it is."""
    return next((one.evidence for one in record.dates if one.value == day_of(record)), None)


def never_approved(papers: Papers) -> Iterator[Finding]:
    """Minutes that neither of the two meetings after them approves, though both say whose they approve.

    Told only where nothing is missing between: the first approves an older meeting's, the second approves the first's.
    """
    if not is_body(papers):
        return
    minutes = minutes_by_day(papers)
    approved = approvals(papers)
    told = {day: approved[record.id] for day, record in minutes.items()}
    ever = {one.day for some in approved.values() for one in some}
    days = sorted(minutes)
    for day, first, second in zip(days, days[1:], days[2:], strict=False):
        older = [one for one in told[first] if one.day < day]
        if day in ever or not older or first not in {one.day for one in told[second]}:
            continue
        yield Finding(
            "minutes-never-approved",
            "warning",
            f"No later minutes here approve those of {long_date(day)}: the next meeting, on {long_date(first)}, "
            f"approved the minutes of {long_date(older[-1].day)}.",
            Place(minutes[day]),
            Place(minutes[first], older[-1].evidence),
        )


def other_year(papers: Papers) -> Iterator[Finding]:
    """The previous meeting with one year in the minutes that approve it and with another in a paper beside them."""
    for record in papers.kind("minutes"):
        before = [one for one in approvals(papers)[record.id] if one.day < (day_of(record) or "9999")]
        for other in papers.beside(record) if before else ():
            for approved in before:
                yield from _other_year(approved, other, said(papers)[other.id])


def _other_year(approved: Approval, other: Record, told: Iterable[Passage]) -> Iterator[Finding]:
    seen: set[str] = set()
    for passage in told:
        if not _HELD.search(passage.text):
            continue
        for day, _, words in days_in(other, passage.text):
            if day[5:] == approved.day[5:] and day != approved.day and day not in seen:
                seen.add(day)
                yield Finding(
                    "meeting-year-differs",
                    "error",
                    f"The {kind_words(other)} dates a meeting {words}; the minutes of "
                    f"{long_date(day_of(approved.record))} approve the minutes of {long_date(approved.day)}.",
                    Place(other, passage.evidence.model_copy(update={"quote": passage.text})),
                    Place(approved.record, approved.evidence),
                )


def two_records(papers: Papers) -> Iterator[Finding]:
    """Two minutes of one meeting (a draft and the approved ones) that tell another attendance or another time."""
    if not is_body(papers):
        return
    for one, two in combinations(papers.kind("minutes"), 2):
        if day_of(one) is None or day_of(one) != day_of(two) or not _same_meeting(one, two):
            continue
        for name, first, second in _statuses(one, two):
            yield Finding(
                "two-minutes-attendance",
                "warning",
                f"Two papers hold the minutes of {long_date(day_of(one))}: one lists {name} as {_status(first)}, the "
                f"other as {_status(second)}.",
                Place(one, first.evidence),
                Place(two, second.evidence),
            )


def _same_meeting(one: Record, two: Record) -> bool:
    if one.meeting.start and two.meeting.start and one.meeting.start != two.meeting.start:
        return False
    first, second = ({stems(item.title) for item in record.items if stems(item.title)} for record in (one, two))
    return min(len(first), len(second)) >= 3 and len(first & second) >= _SAME * min(len(first), len(second))


def _statuses(one: Record, two: Record) -> Iterator[tuple[str, Attendee, Attendee]]:
    there = {"present": 1, "in_attendance": 1, "apologies": 0, "absent": 0}
    told = {person.name.casefold(): person for person in two.attendance}
    names = [person.name.casefold() for person in (*one.attendance, *two.attendance)]
    for person in one.attendance:
        other = told.get(person.name.casefold())
        if other and names.count(person.name.casefold()) == 2 and there[person.status] != there[other.status]:
            yield person.name, person, other


def _status(person: Attendee) -> str:
    return {"present": "present", "in_attendance": "in attendance", "apologies": "having sent apologies"}.get(
        person.status, person.status
    )


CHECKS = (
    Check("next-meeting-differs", "The next meeting as announced, and the meeting that followed.", next_meeting),
    Check("approved-date-differs", "Minutes approved of a day on which there was no meeting.", approved_date),
    Check("minutes-never-approved", "Minutes that no later meeting approved.", never_approved),
    Check("meeting-year-differs", "The previous meeting with two years in two papers.", other_year),
    Check("two-minutes-attendance", "Two minutes of one meeting with different attendance.", two_records),
)
