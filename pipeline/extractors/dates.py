"""Calendar mentions, read as far as the words go; `link` gives the year that the paper implies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.found import FoundDate, Place
from pipeline.match import Match, Matcher
from pipeline.paper import Paragraph

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORTH = re.compile(r"\d|\b(?:last|this|next)\s+year\b", re.IGNORECASE)
_LAW = re.compile(r"\b(?:Act|Acts|Regulations?|Order|Rules|Directive)\W*(?:\([^)]*\)\s*)?(?:of\s+)?$")
_AMOUNT = re.compile(r"(?:[£$€]|\bat|\bno\.?|\bref\.?:?|\bpages?|\bcheque|\btel\.?:?)\s*$", re.IGNORECASE)


def find_dates(paragraph: Paragraph, matcher: Matcher, *, place: Place) -> list[FoundDate]:
    """Every explicit calendar mention of a paragraph, in order.

    A range of days or months gives two entries. What the words leave open (the year of "31 March") stays None.
    """
    text = paragraph.text
    if not _WORTH.search(text):
        return []
    taken: list[tuple[int, int]] = []
    out: list[tuple[int, FoundDate]] = []
    for match in matcher.find("date", text):
        if any(match.start < end and start < match.end for start, end in taken) or _is_other(match):
            continue
        entries = list(_read(match, paragraph, place))
        if entries:
            taken.append((match.start, match.end))
            out += entries
    return [found for _, found in sorted(out, key=lambda entry: entry[0])]


def _is_other(match: Match) -> bool:
    """A law's year, an amount, a cheque or page number that looks like a year."""
    before = match.text[max(0, match.start - 40) : match.start]
    return match.rule.id == "date-year" and (_AMOUNT.search(before) is not None or _LAW.search(before) is not None)


def _read(match: Match, paragraph: Paragraph, place: Place) -> Iterator[tuple[int, FoundDate]]:
    """The entries of a match; none where the numbers make no date."""

    def entry(
        start: int,
        end: int,
        form: str,
        *,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        end_year: int | None = None,
    ) -> tuple[int, FoundDate]:
        evidence = paragraph.evidence(start, end, rule=match.rule.id)
        return start, FoundDate(
            match.text[start:end],
            form,
            place,
            evidence,
            year,
            month,
            day,
            end_year,
            match.text[max(0, start - 80) : start],
        )

    year = _year(match.get("year") or match.get("short"))
    if match.get("season"):
        yield entry(match.start, match.end, "season", year=year, month=SEASONS[match.get("season").casefold()])
        return
    if match.get("fy"):
        last = 2000 + int(match.get("fy"))
        yield entry(match.start, match.end, "span", year=last - 1, end_year=last)
        return
    if match.get("end"):
        assert year is not None
        last = int(match.get("end"))
        printed_long = last > 99
        last = last if printed_long else year // 100 * 100 + last
        if last == year + 1 or (not printed_long and year < last <= year + 40):
            yield entry(match.start, match.end, "span", year=year, end_year=last)
        else:
            at = match.spans["year"]
            yield entry(*at, "year", year=year)
            if len(match.get("end")) == 4:
                yield entry(*match.spans["end"], "year", year=last)
        return
    if not match.get("month"):
        yield entry(match.start, match.end, "year", year=year)
        return
    month = month_number(match.get("month"))
    if (
        month is None
        and match.rule.id == "date-numeric"
        and int(match.get("day")) <= 12 < int(match.get("month")) <= 31
    ):
        # "2/17/2018": the month comes first, as in North America
        yield entry(match.start, match.end, "day", year=year, month=int(match.get("day")), day=int(match.get("month")))
        return
    days = [(name, int(match.get(name))) for name in ("day", "day2") if match.get(name)]
    if month is None or any(not 1 <= day <= _length(month, year) for _, day in days):
        return
    if match.get("turn"):
        yield entry(match.start, match.end, f"{match.get('turn').casefold()}-year", month=month)
    elif match.get("month2"):
        second = month_number(match.get("month2"))
        yield entry(match.start, match.end, "month", year=year, month=month)
        if second is not None:
            yield entry(match.spans["month2"][0], match.end, "month", year=year, month=second)
    elif match.get("year2"):
        yield entry(match.start, match.spans["year"][1], "month", year=year, month=month)
        yield entry(match.spans["year"][0], match.end, "month", year=int(match.get("year2")), month=month)
    elif len(days) == 2:
        yield entry(match.start, match.end, "day", year=year, month=month, day=days[0][1])
        yield entry(match.spans["day2"][0], match.end, "day", year=year, month=month, day=days[1][1])
    elif days:
        yield entry(match.start, match.end, "day", year=year, month=month, day=days[0][1])
    else:
        yield entry(match.start, match.end, "month", year=year, month=month)


@lru_cache(maxsize=256)
def month_number(words: str) -> int | None:
    """1-12 for a month's name, abbreviation or number."""
    if words.isdigit():
        return int(words) if 1 <= int(words) <= 12 else None
    head = words[:3].casefold()
    return _MONTHS.index(head) + 1 if head in _MONTHS else None


def _year(words: str) -> int | None:
    if not words:
        return None
    number = int(words)
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _length(month: int, year: int | None) -> int:
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31
