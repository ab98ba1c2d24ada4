"""Words such as "the next meeting" -> the day of that meeting, where a body's papers tell it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from pipeline.record import Due, Record
from pipeline.rules.match import Matcher
from pipeline.track.days import days_between

FAR = 300  # days after which the next meeting that papers are here of is hardly the one that was meant


def next_meetings(records: Iterable[Record]) -> dict[str, str]:
    """Day of a meeting -> of the one after it: as its own papers state it, else the next that papers are here of."""
    records = list(records)
    held = sorted({day for record in records if (day := record.meeting.date) and _full(day)})
    stated: dict[str, set[str]] = {}
    for record in records:
        day = record.meeting.date
        if day and record.kind in ("minutes", "action-sheet"):
            told = {one.value for one in record.dates if one.kind == "next-meeting" and _full(one.value)}
            stated.setdefault(day, set()).update(one for one in told if _near(day, one))
    return {
        day: found
        for day, after in zip_longest(held, held[1:], fillvalue="")
        if (found := min(stated.get(day, ()), default=after if after and _near(day, after) else ""))
    }


def day_meant(due: Due, day: str | None, matcher: Matcher) -> Due:
    """The due with the day of the next meeting where its words mean that and no day is stated.

    Args:
        day: of the next meeting, None where it is not known.
    """
    if due.date or not due.text or not day or matcher.first("progress", due.text, part="next-meeting") is None:
        return due
    return Due(text=due.text, date=day)


def _full(value: str) -> bool:
    return len(value) == 10


def _near(before: str, after: str) -> bool:
    return 0 < (days_between(before, after) or 0) <= FAR
