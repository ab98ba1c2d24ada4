"""Calendar mentions, read as far as the words go; `link` gives the year that the paper implies.

rules/dates.yaml finds the phrase and takes it apart; here its parts become numbers. What the digits leave open (the
month's name in Welsh, Irish, Gaelic or French) dateparser reads, once a word.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.found import FoundDate, Place
from pipeline.layout.paragraphs import unmarked
from pipeline.paper import Paragraph
from pipeline.rules.match import Match, Matcher, Taken
from pipeline.wording import MONTHS

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
LONGEST_PLAN = 40  # years
BEFORE = 80  # letters before a mention that say what it is for

_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_WORTH = re.compile(r"\d|\b(?:last|this|next)\s+year\b", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\d{4}")
_APART = re.compile(r"\s*(?:-|–|‐|—|/|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*", re.IGNORECASE)
_MONTH_CELL = re.compile(r"\d{1,2}/\d{4}\b")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}")


@dataclass(frozen=True, slots=True)
class _Part:
    """One entry of a match, its words at text[start:end]."""

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None


def find_dates(paragraph: Paragraph, matcher: Matcher, *, place: Place, head: str = "") -> list[FoundDate]:
    """Every explicit calendar mention of a paragraph, in order.

    A range or a list of days, months or years gives an entry each. What the words leave open (the year of "31 March")
    stays None.

    Args:
        head: the words above the table's column in which it stands: below "Term ends" 10/2027 is no minute's number.
    """
    part = "text"
    if head and _MONTH_CELL.match(paragraph.printed) and matcher.first("date", head, part="head") is not None:
        paragraph, part = unmarked(paragraph), "cell"
    text = paragraph.text
    if not _WORTH.search(text):
        return []
    taken = Taken()
    found: list[tuple[int, FoundDate]] = []
    for match in matcher.find("date", text, part=part):
        if not taken.free(match.start, match.end):
            continue
        parts = [] if match.get("skip") else list(_read(match))
        if not parts and not match.get("skip") and not _is_no_day(match):
            continue  # another rule may read a part of it
        taken.take(match.start, match.end)
        if not _is_numbering(match, place):
            found += [(part.start, _entry(part, match, paragraph, place)) for part in parts]
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _entry(part: _Part, match: Match, paragraph: Paragraph, place: Place) -> FoundDate:
    return FoundDate(
        text=match.text[part.start : part.end],
        form=part.form,
        place=place,
        evidence=paragraph.evidence(part.start, part.end, rule=match.rule.id),
        year=part.year,
        month=part.month,
        day=part.day,
        end_year=part.end_year,
        before=match.text[max(0, part.start - BEFORE) : part.start],
    )


def _is_numbering(match: Match, place: Place) -> bool:
    """ "4.4.10 The hedge was cut" under item 4: a minute's number."""
    words = match.text[match.start : match.end]
    if match.start or not place.item or not _DOTTED.fullmatch(words):
        return False
    return words.startswith(f"{place.item.rstrip('.')}.")


def _is_no_day(match: Match) -> bool:
    """A day that the calendar lacks, 31 June or 29 February 2023: no part of it is a date either."""
    month = None if match.get("slip") else month_number(match.get("month"), match.get("language"))
    return month is not None and bool(match.get("day")) and 29 <= int(match.get("day")) <= 31


def _read(match: Match) -> Iterator[_Part]:
    """The entries of a match; none where its numbers make no date."""
    start, end = match.spans.get("date") or match.spans.get("span") or (match.start, match.end)
    year = _year(match.get("year") or match.get("short"))
    month = month_number(match.get("month"), match.get("language"))
    if match.get("season"):
        yield from _seasons(match, start, end, year)
    elif match.get("fy"):
        last = 2000 + int(match.get("fy"))
        yield _Part(start, end, "span", last - 1, end_year=last)
    elif match.get("end"):
        yield from _span(match, start, end, year)
    elif match.get("months"):
        yield from _months(match, end, year)
    elif match.get("years") and month:
        yield from _years(match, end, month)
    elif match.get("turn"):
        yield _Part(start, end, f"{match.get('turn').casefold()}-year", month=month)
    elif match.get("days") and month:
        yield from _days(match, start, end, year, month)
    elif match.get("day"):
        yield from _day(match, start, end, year)
    elif match.get("month"):
        if month and year:
            yield _Part(start, end, "month", year, month)
    elif year:
        yield _Part(start, end, "year", year)


def _day(match: Match, start: int, end: int, year: int | None) -> Iterator[_Part]:
    day, month = int(match.get("day")), month_number(match.get("month"), match.get("language"))
    if match.get("slip"):
        month = nearest_month(match.get("month"))
    if match.get("sep") and month is None:
        # 03/15/2024 can only be the 15th of March.
        day, month = int(match.get("month")), month_number(match.get("day"))
    if month and is_day(year, month, day):
        yield _Part(start, end, "day", year, month, day)


def _days(match: Match, start: int, end: int, year: int | None, month: int) -> Iterator[_Part]:
    """A list or range of days; the first entry starts where the match does, the last ends where it does."""
    at = match.spans["days"][0]
    days = [(at + d.start(), at + d.end(), int(d.group())) for d in _DAY.finditer(match.get("days"))]
    days = [(a, b, day) for a, b, day in days if is_day(year, month, day)]
    alone = len(days) == 1
    month_first = match.spans["month"][0] < at
    for place, (a, b, day) in enumerate(days):
        first, last = place == 0, place == len(days) - 1
        # "2 - 4 June": both are quoted so that they can be read alone; "2 - 4 June" and "4 June".
        yield _Part(
            match.spans["month"][0] if (month_first and first) else start if (alone or first) else a,
            end if (not month_first or last or alone) else b,
            "day",
            year,
            month,
            day,
        )


def _months(match: Match, end: int, year: int | None) -> Iterator[_Part]:
    """May/June 2024; in a range over the turn of the year the first months are of the year before."""
    at = match.spans["months"][0]
    words = match.get("months")
    months = [(at + w.start(), number) for w in _WORD.finditer(words) if (number := month_number(w.group()))]
    turned = len(months) == 2 and months[0][1] > months[1][1] and _APART.search(words) is not None
    for place, (start, number) in enumerate(months):
        before = turned and place == 0 and year is not None
        yield _Part(start, end, "month", year - 1 if before and year else year, number)


def _years(match: Match, end: int, month: int) -> Iterator[_Part]:
    at = match.spans["years"][0]
    first, second = _YEAR.finditer(match.get("years"))
    yield _Part(match.start, at + first.end(), "month", int(first.group()), month)
    yield _Part(at + first.start(), end, "month", int(second.group()), month)


def _span(match: Match, start: int, end: int, year: int | None) -> Iterator[_Part]:
    """2023/24, 2025-35 and 2022-2027 (a plan's years); 2024-05 is a month."""
    digits = match.get("end")
    last = int(digits)
    if year is None:
        return
    if len(digits) == 2:
        last += year // 100 * 100
    if match.get("short"):
        if last == year + 1:
            yield _Part(start, end, "span", year, end_year=last)
    elif year < last <= year + LONGEST_PLAN:
        yield _Part(start, end, "span", year, end_year=last)
    elif len(digits) == 2 and match.get("sep") == "-" and 1 <= int(digits) <= 12:
        yield _Part(start, end, "month", year, int(digits))
    else:
        yield _Part(*match.spans["year"], "year", year)
        if len(digits) == 4:
            yield _Part(*match.spans["end"], "year", last)


def _seasons(match: Match, start: int, end: int, year: int | None) -> Iterator[_Part]:
    yield _Part(start, end, "season", year, SEASONS[match.get("season").casefold()])
    if match.get("season2"):
        yield _Part(match.spans["season2"][0], end, "season", year, SEASONS[match.get("season2").casefold()])


@lru_cache(maxsize=512)
def month_number(words: str, language: str = "") -> int | None:
    """1-12 for a month's name, abbreviation or number.

    Args:
        language: for a name that is not English, the ISO 639-1 codes of the languages that it may be in, with blanks.
    """
    if not words:
        return None
    if words.isdecimal():
        return int(words) if 1 <= int(words) <= 12 else None
    if language:
        return _foreign_month(words, language.split())
    head = words[:3].casefold()
    return _MONTHS.index(head) + 1 if head in _MONTHS else None


SLIP = 82  # likeness of a misspelt month to the month, 0 to 100: "Septmember", "0ctober"; of "Marsh" to March it is 80


@lru_cache(maxsize=512)
def nearest_month(words: str) -> int | None:
    """1-12 for a month's name with a slip of the pen in it; None for any other word."""
    likeness = [fuzz.ratio(words.casefold(), month.casefold()) for month in MONTHS]
    return likeness.index(max(likeness)) + 1 if max(likeness) >= SLIP else None


# Welsh months behind "o": the letter that they open with has changed.
_MUTATED = {
    "fai": "Mai",
    "fawrth": "Mawrth",
    "fehefin": "Mehefin",
    "orffennaf": "Gorffennaf",
    "fedi": "Medi",
    "dachwedd": "Tachwedd",
    "ragfyr": "Rhagfyr",
}


def _foreign_month(words: str, languages: Sequence[str]) -> int | None:
    # Imported here: it takes a tenth of a second, and most papers name no month in another language.
    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["month"], "DATE_ORDER": "DMY"}
    words = _MUTATED.get(words.casefold(), words)
    for language in languages:  # one by one: of several at once dateparser takes pieces that it knows from each
        read = DateDataParser(languages=[language], settings=settings).get_date_data(f"1 {words} 2000").date_obj
        if read:
            return int(read.month)
    return None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Is there such a day? Without a year February has 29."""
    return 1 <= day <= monthrange(year or 2000, month)[1]


def _year(words: str) -> int | None:
    if not words:
        return None
    number = int(words)
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number
