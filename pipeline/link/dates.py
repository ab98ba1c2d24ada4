"""Dates as the paper means them: the year that it leaves out, what a date is for, when an action is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
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


_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
# The part of due words that names a day, a month or a distance in time; the rest ("no later than", "for the meeting") is left.
_PHRASE = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?(?!\d)|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?,?(?:\s+\d{{4}})?|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{{4}})?)|"
    rf"\b(?P<month>{_MONTH})\b[’']?s?\b\.?(?:,?\s+(?P<year>\d{{4}}))?|(?P<near>\btomorrow\b)",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\bw/?[bce]\b|\bweek (?:beginning|commencing|ending)\b", re.IGNORECASE)


def resolve_due(text: str, *, meeting: date | None) -> str | None:
    """The day (YYYY-MM-DD) or month (YYYY-MM) that due words name; None where they are words only ("next meeting", "asap").

    A day or month without a year is the next one after the meeting; without a meeting's date it stays words.
    """
    found = _PHRASE.search(text)
    if found is None or _WEEK.search(text):
        return None
    words = re.sub(r"\s+", " ", found[0]).strip(" .,;’'")
    return _read_due(words, "month" if found["month"] else "day", meeting)


@lru_cache(maxsize=4096)
def _read_due(words: str, finest: str, meeting: date | None) -> str | None:
    """dateparser's reading of a phrase that names a day or a month, told day first and what must be there."""
    import dateparser  # slow to import, and most papers name no due day

    has_year = re.search(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d\d$", words) is not None
    if meeting is None and not has_year:
        return None
    base = datetime.combine(meeting or date(2000, 1, 1), datetime.min.time())
    if not has_year and words.casefold() != "tomorrow":
        base -= timedelta(days=31)  # "by 1 May" in minutes of 8 May was written down late, it does not mean next year
    read = dateparser.parse(
        re.sub(r"[’']?s$", "", words) if finest == "month" else words,
        languages=["en"],
        settings={
            "DATE_ORDER": "YMD" if re.match(r"\d{4}-", words) else "DMY",
            "PREFER_DATES_FROM": "future",
            "PREFER_DAY_OF_MONTH": "first",
            "RELATIVE_BASE": base,
            "REQUIRE_PARTS": ["month"] if finest == "month" else ["day", "month"],
        },
    )
    if read is None and words.casefold() == "tomorrow" and meeting is not None:
        return (meeting + timedelta(days=1)).isoformat()
    if read is None:
        return None
    return f"{read.year:04d}-{read.month:02d}" if finest == "month" else read.date().isoformat()
