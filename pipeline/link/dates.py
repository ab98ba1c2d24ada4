"""Dates as the paper means them: the year that it leaves out, what a date is for, when an action is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from pipeline.found import FoundDate
from pipeline.record import DateKind

Resolved = tuple[FoundDate, str, DateKind]

_NEXT = re.compile(
    r"\b(?:next|following|future)\s+(?:\w+\s+){0,4}meeting|\bdate\s+of\s+next\b|\bmeets?\s+again\b", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\b(?:by|before|deadline|no later than|until|closing date|return by|due)\W*(?:\w+\W+){0,3}$", re.IGNORECASE
)
_PERIOD = re.compile(r"\b(?:from|between|period|since|to|ending|ended)\W*(?:the\W+)?(?:\w+day\W+)?$", re.IGNORECASE)


def resolve_dates(found: Sequence[FoundDate], *, meeting: date | None, published: date | None) -> list[Resolved]:
    """Each mention with its value (as in the record) and kind; those whose year nothing tells are left out.

    A day without a year takes the year that brings it nearest to the meeting, a little in favour of what is to come; the
    second end of a period comes after its first. Without a meeting's date, the nearest year printed before it counts.
    """
    anchor = meeting or published
    seen_year = next((f.year for f in found if f.year is not None), None)
    out: list[Resolved] = []
    before: FoundDate | None = None
    for mention in found:
        if mention.year is not None:
            seen_year = mention.year
        value = _value(mention, anchor, seen_year, before)
        if value is not None:
            out.append((mention, value, _kind(mention, value, meeting)))
            before = mention
    return out


def _value(mention: FoundDate, anchor: date | None, seen_year: int | None, before: FoundDate | None) -> str | None:
    year, month = mention.year, mention.month
    if mention.form == "span":
        return f"{year}/{mention.end_year}"
    if mention.form in ("year", "season"):
        return f"{year}-{month}" if mention.form == "season" else f"{year}"
    if mention.form.endswith("-year"):
        turn = {"last-year": -1, "this-year": 0, "next-year": 1}[mention.form]
        base = anchor.year if anchor else seen_year
        return None if base is None else f"{base + turn}-{month:02d}"
    if mention.form == "month":
        return f"{year}-{month:02d}"
    assert month is not None and mention.day is not None
    if year is None:
        year = _implied_year(month, mention.day, anchor, seen_year, before, mention)
        if year is None:
            return None
    return f"{year}-{month:02d}-{mention.day:02d}"


def _implied_year(
    month: int, day: int, anchor: date | None, seen: int | None, before: FoundDate | None, mention: FoundDate
) -> int | None:
    if (
        before is not None
        and before.form == "day"
        and before.year is not None
        and before.month is not None
        and before.evidence.line == mention.evidence.line
        and before.place == mention.place
        and (before.month, before.day or 0) > (month, day)
        and re.search(r"^\s*(?:to|until|-|–)", mention.evidence.quote) is not None
    ):
        return before.year + 1
    if anchor is None:
        return seen
    best = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            gap = (date(year, month, min(day, 28)) - anchor).days
        except ValueError:
            continue
        # Seven months ahead weigh as much as five months back: minutes plan more than they remember.
        cost = gap / 7 if gap >= 0 else -gap / 5
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


def _kind(mention: FoundDate, value: str, meeting: date | None) -> DateKind:
    if meeting is not None and value == meeting.isoformat():
        return "meeting"
    head = mention.before
    if _NEXT.search(head) and (meeting is None or value > meeting.isoformat()):
        return "next-meeting"
    if _DEADLINE.search(head):
        return "deadline"
    if mention.form == "span" or _PERIOD.search(head):
        return "period"
    return "mention"


_ASAP = re.compile(
    r"\b(?:asap|a\.s\.a\.p|as soon as|immediate|urgent|shortly|ongoing|next|when|once|tbc)\b", re.IGNORECASE
)
_WORDS = re.compile(
    r"\b(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|end|beginning|start|middle|mid|early|late|of|by|before|on|in|at|for|to|onto|w/?[bce]|week|commencing|beginning|ending|noon|midday|until|no later than|deadline|prior)\b\W*",
    re.IGNORECASE,
)


def resolve_due(text: str, *, meeting: date | None, next_meeting: date | None) -> str | None:
    """The day or month that due words name; None where they are words only ("next meeting", "asap")."""
    if _ASAP.search(text) and not re.search(r"\d", text):
        return None
    return _due(re.sub(r"\s+", " ", text).strip(" .,;"), meeting)


@lru_cache(maxsize=2048)
def _due(text: str, meeting: date | None) -> str | None:
    if re.search(r"\bw/?[bce]\b|week (?:beginning|commencing|ending)", text, re.IGNORECASE):
        return None  # a week is no day
    found = re.search(
        r"(?P<iso>\d{4}-\d\d-\d\d)|(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>\d{2,4}))?(?!\d)|"
        r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[’']?s?\b\.?,?"
        r"(?:\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?!\d))?,?(?:\s+(?P<year>\d{4}))?",
        text,
        re.IGNORECASE,
    )
    if not found:
        return None
    if found["iso"]:
        return found["iso"]
    from pipeline.extractors.dates import month_number

    day = int(found["d"] or found["day"] or found["day2"] or 0)
    month = int(found["m"]) if found["m"] else month_number(found["month"])
    if month is None or not 1 <= month <= 12 or day > 31:
        return None
    words = found["y"] or found["year"]
    year = int(words) if words and int(words) > 99 else 2000 + int(words) if words else None
    if year is None:
        if meeting is None:
            return None
        year = meeting.year
        if date(year, month, min(day or 28, 28)) < meeting - timedelta(days=30):
            year += 1  # a task is due after the meeting that sets it
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"
