"""Dates that can't be: a weekday that the calendar denies, a day that no month has, a past meeting still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.check.passages import Passage, passages
from pipeline.problem import Severity
from pipeline.record import Record
from pipeline.wording import MONTHS, long_date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_NUMBER = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?![/–-]\d)"
_FORMS = (
    re.compile(rf"(?<![\d./–-])(?<![\d–-]\s){_NUMBER}\s+(?:of\s+)?{_MONTH}(?:\.?,?\s+{_YEAR})?", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\.?\s+{_NUMBER}(?![\d/:.–-]\d),?\s+{_YEAR}", re.IGNORECASE),
)
_WORTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_WEEKDAY = r"(?P<weekday>Mon|Tue(?:s)?|Wed(?:nes|s)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_BESIDE = re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?$", re.IGNORECASE)

# "the minutes of the previous meeting (held on)", "had agreed it at its meeting on": what is spoken of is over.
_GAP = r"(?:[\w’'&()]+[ ,]+){0,8}?"
_LEAD = (
    r"(?:held\s+)?(?:on|of|dated|from)?\W*(?:(?:on|of|the)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    r"(?:the\s+)?$"
)
_PAST = re.compile(
    rf"\b(?:(?:previous|last)\s+(?:\w+\s+){{0,3}}meeting|minutes\s+{_GAP}meetings?)\s+{_LEAD}"
    rf"|\bhad\s+[^.;]{{0,120}}?\bat\s+(?:its|their|the|a)\s+(?:\w+\s+){{0,3}}meeting\s+{_LEAD}"
    rf"|\bmeeting\s+(?:which\s+|that\s+)?(?:was|had\s+been)\s+held\s+{_LEAD}",
    re.IGNORECASE,
)

# Days on which years and halves of years begin and end stand with many years.
_YEAR_ENDS = {(31, 3), (1, 4), (5, 4), (6, 4), (31, 12), (1, 1), (30, 6), (1, 7), (31, 8), (1, 9), (30, 9), (1, 10)}
_MEETING = re.compile(rf"\b(?:meetings?|committee|council|cabinet|panel|board)\s+(?:was\s+)?{_LEAD}", re.IGNORECASE)

_NEXT = re.compile(
    rf"\b(?:(?:date\s+of\s+(?:the\s+)?)?next\s+(?:\w+\s+){{0,4}}meeting)\b(?:\s+(?:will|would|is|to|be|was|held|place|take|on"
    rf"|at|of|the|scheduled|for|date)\b|\W|\s*\d{{1,2}}[.:]\d\d\s*(?:[ap]\.?m\.?)?)*?{_LEAD}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A day as printed: `year` 0 where the paper leaves it out, `weekday` 0-6 or None."""

    text: str
    start: int
    day: int
    month: int
    year: int
    weekday: int | None

    @property
    def value(self) -> date | None:
        """The calendar's day; None where no year is printed, or no such day is."""
        return _day(self.year, self.month, self.day) if self.year else None


def printed_days(text: str) -> Iterator[Printed]:
    """Every "(Tuesday) 11 March (2025)" and "(Tuesday) March 11, 2025" of a text, in order."""
    if not _WORTH.search(text):
        return
    found = (match for form in _FORMS for match in form.finditer(text))
    for match in sorted(found, key=lambda one: one.start()):
        beside = _BESIDE.search(text, max(0, match.start() - 20), match.start())
        start = beside.start() if beside else match.start()
        yield Printed(
            " ".join(text[start : match.end()].split()),
            start,
            int(match["day"]),
            _month(match["month"]),
            int(match["year"] or 0),
            _weekday(beside["weekday"]) if beside else None,
        )


def weekday_against_date(papers: Papers) -> Iterator[Finding]:
    """A weekday that is not that of the date beside it."""
    for record in papers.records:
        for passage, day in _told(papers)[record.id]:
            value = day.value
            if day.weekday is None:
                continue
            if value is None and not day.year:
                value = _near(day, record)
            if value is None or value.weekday() == day.weekday or _is_past_to_come(record, passage, day):
                continue
            past = value.isoformat() < (day_of(record) or "")
            message = (
                f"“{day.text}”: {long_date(value.isoformat())} {'was' if past else 'is'} a {DAYS[value.weekday()]}"
            )
            severity: Severity = "error" if day.year else "warning"
            meant = [one for one in _years(day, record) if one.year != value.year] if day.year else []
            message += f"; that day is a {DAYS[meant[0].weekday()]} in {meant[0].year}." if meant else "."
            yield Finding("weekday-against-date", severity, message, Place(record, passage.quoted(day.start)))


def no_such_day(papers: Papers) -> Iterator[Finding]:
    """A day that the calendar does not have: 31 June, 29 February of a common year."""
    for record in papers.records:
        for passage, day in _told(papers)[record.id]:
            if _day(day.year or 2024, day.month, day.day) is None and day.day <= 31:
                message = f"There is no such day as “{day.text}”."
                yield Finding("no-such-day", "error", message, Place(record, passage.quoted(day.start)))


def past_meeting_to_come(papers: Papers) -> Iterator[Finding]:
    """A meeting spoken of as past whose date is not before this meeting."""
    for record in papers.records:
        for passage, day in _told(papers)[record.id]:
            held = day_of(record)
            if held is None or not _is_past_to_come(record, passage, day):
                continue
            other = _same_day_before(papers, record, day, held)
            itself = "itself " if day.value == date.fromisoformat(held) else ""
            message = f"“{day.text}” is spoken of as a past meeting, but this meeting {itself}was on {long_date(held)}"
            meant = [one for one in _years(day, record) if one.isoformat() < held] if day.weekday is not None else []
            if other and other.evidence:
                message += f"; elsewhere it is “{other.evidence.quote}”"
            elif meant:
                message += f"; that day is a {DAYS[meant[0].weekday()]} in {meant[0].year}"
            place = Place(record, passage.quoted(day.start))
            yield Finding("past-meeting-to-come", "error", f"{message}.", place, other)


def _is_past_to_come(record: Record, passage: Passage, day: Printed) -> bool:
    """The day is spoken of as a past meeting's and is not before this meeting."""
    held, value = day_of(record), day.value
    if held is None or any(problem.code == "meeting-date-from-file" for problem in record.problems):
        return False
    if value is None or value.isoformat() < held or passage.text == record.title:
        return False
    if value.isoformat() == held and sum(mention.value == held for mention in record.dates) < 2:
        return False  # the only place that has the meeting's own date: that may be read wrongly
    return _PAST.search(passage.text, 0, day.start) is not None


def next_meeting_past(papers: Papers) -> Iterator[Finding]:
    """A next meeting whose date, year and all, is before this meeting. A wrong weekday beside it is told already."""
    for record in papers.records:
        held = day_of(record)
        for passage, day in _told(papers)[record.id] if held else ():
            value = day.value
            if value is None or held is None or value.isoformat() >= held or day.weekday not in (None, value.weekday()):
                continue
            if value.isoformat() > f"{int(held[:4]) - 2}" and _NEXT.search(passage.sentence_before(day.start)):
                message = f"The next meeting is dated “{day.text}”, before this meeting of {long_date(held)}."
                yield Finding("next-meeting-past", "error", message, Place(record, passage.quoted(day.start)))


def day_with_two_years(papers: Papers) -> Iterator[Finding]:
    """A meeting's day that stands in one paper with two years, one after the other."""
    for record in papers.records:
        seen: dict[tuple[int, int], list[tuple[Passage, Printed]]] = {}
        for passage, day in _told(papers)[record.id]:
            if day.value is not None and (day.day, day.month) not in _YEAR_ENDS:
                seen.setdefault((day.day, day.month), []).append((passage, day))
        for told in seen.values():
            years = {day.year for _, day in told}
            held = [day.year for passage, day in told if _MEETING.search(passage.sentence_before(day.start))]
            if len(years) != 2 or max(years) - min(years) != 1 or not held:
                continue
            (one, first), (two, second) = told[0], next(pair for pair in told if pair[1].year != told[0][1].year)
            message = f"One day stands with two years: “{first.text}” and “{second.text}”."
            place, other = Place(record, two.quoted(second.start)), Place(record, one.quoted(first.start))
            yield Finding("day-with-two-years", "warning", message, place, other)


def _same_day_before(papers: Papers, record: Record, day: Printed, held: str) -> Place | None:
    """The same day and month in a year before this meeting, here or in a paper beside it: probably meant."""
    for paper in (record, *papers.beside(record)):
        for mention in paper.dates:
            if mention.value[4:] == f"-{day.month:02d}-{day.day:02d}" and mention.value < held:
                return Place(paper, mention.evidence)
    return None


def _years(day: Printed, record: Record) -> list[date]:
    """That day in the years about the meeting, where its weekday is the printed one."""
    held = day_of(record)
    years = [int(held[:4]) + step for step in (0, 1, -1)] if held else []
    return [one for year in years if (one := _day(year, day.month, day.day)) and one.weekday() == day.weekday]


@lru_cache(maxsize=1)
def _told(papers: Papers) -> dict[str, tuple[tuple[Passage, Printed], ...]]:
    """Id of a record -> the days that its words print, the same words at the same place once."""
    return {record.id: tuple(_days(record)) for record in papers.records}


def _days(record: Record) -> Iterator[tuple[Passage, Printed]]:
    told = set()
    for passage in passages(record):
        for day in printed_days(passage.text):
            spot = passage.evidence and (passage.evidence.page, passage.number, passage.evidence.line)
            if (day.text, spot) not in told:
                told.add((day.text, spot))
                yield passage, day


def _near(day: Printed, record: Record) -> date | None:
    """The nearest such day where the year is left out and the weekday fits in no year near the meeting."""
    held = day_of(record)
    if held is None:
        return None
    meeting = date.fromisoformat(held)
    near = [_day(meeting.year + step, day.month, day.day) for step in (-1, 0, 1)]
    able = [one for one in near if one and abs(one - meeting) < timedelta(days=370)]
    if not able or any(one.weekday() == day.weekday for one in able):
        return None
    return min(able, key=lambda one: abs(one - meeting))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower()[:3]))


def _weekday(word: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.lower().startswith(word.lower()[:3]))


CHECKS = (
    Check("weekday-against-date", "A weekday that is not that of the date beside it.", weekday_against_date),
    Check("no-such-day", "A day that the calendar does not have.", no_such_day),
    Check("next-meeting-past", "A next meeting that is dated before this one.", next_meeting_past),
    Check("past-meeting-to-come", "A past meeting whose date is not before this meeting.", past_meeting_to_come),
    Check("day-with-two-years", "A meeting's day that stands in one paper with two years.", day_with_two_years),
)
