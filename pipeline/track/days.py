"""Dates of records as days: which days "2018-03", autumn 2018 and 2018/2019 begin and end on."""

from __future__ import annotations

from datetime import date

_SEASONS = {21: ("03-01", "05-31"), 22: ("06-01", "08-31"), 23: ("09-01", "11-30")}


def first_day(value: str | None) -> str | None:
    """The first day of a date as records give it: 2018-03 -> 2018-03-01, 2018/2019 -> 2018-04-01."""
    return _days(value)[0] if value else None


def last_day(value: str | None) -> str | None:
    """The last day of a date as records give it: 2018-03 -> 2018-03-31, 2018-23 (autumn) -> 2018-11-30."""
    return _days(value)[1] if value else None


def days_between(before: str | None, after: str | None) -> int | None:
    """Days from the first day of one date to that of another; None where one is missing."""
    one, two = first_day(before), first_day(after)
    return (date.fromisoformat(two) - date.fromisoformat(one)).days if one and two else None


def _days(value: str) -> tuple[str, str]:
    year = int(value[:4])
    if "/" in value:  # a financial year; an academic one ends later, which errs on the side of overdue
        return f"{year}-04-01", f"{value[5:]}-03-31"
    match value.split("-")[1:]:
        case [month, day]:
            return (f"{year}-{month}-{day}",) * 2
        case [month] if int(month) in _SEASONS:
            first, last = _SEASONS[int(month)]
            return f"{year}-{first}", f"{year}-{last}"
        case ["24"]:
            return f"{year}-12-01", _before(year + 1, 3)
        case [month]:
            return f"{year}-{month}-01", _before(year + int(month) // 12, int(month) % 12 + 1)
    return f"{year}-01-01", f"{year}-12-31"


def _before(year: int, month: int) -> str:
    """The last day of the month before this one."""
    return date.fromordinal(date(year, month, 1).toordinal() - 1).isoformat()
