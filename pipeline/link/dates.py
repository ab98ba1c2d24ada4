"""Dates as the paper means them: the year that it leaves out, what a date is for, when an action is due.

A year is taken from what is surest: the other end of its range or list, the weekday printed beside it, words that say
past or future, and last the year that brings it nearest to the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from pipeline.extractors.dates import SEASONS, is_day
from pipeline.found import FoundDate
from pipeline.record import DateKind
from pipeline.wording import MONTHS

Resolved = tuple[FoundDate, str, DateKind]

_MONTHS = tuple(name[:3].casefold() for name in MONTHS)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?:mon|tues?|weds?|wednes|thurs?|fri|satur|sat|sun)(?:day)?)"
_BESIDE = re.compile(rf"\b(?P<day>{_WEEKDAY})[.,]?\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD = rf"\W*(?:(?:on|the|of|from|{_WEEKDAY})\W+)*$"
_RANGE = re.compile(rf"^\s*(?:[-–‐—]|to|until|till|through)\s+(?:(?:the|{_WEEKDAY}),?\s+)*$|^[-–‐—]$", re.IGNORECASE)
_JOIN = re.compile(rf"^\s*(?:[-–‐—,/&]|to|until|till|through|and|or)?\s*(?:and\s+)?(?:(?:the|{_WEEKDAY}),?\s+)*$", re.I)
_FUTURE = re.compile(
    rf"\b(?:by|before|until|next\s+(?:\w+\s+){{0,3}}meeting(?:\s+is|\s+will\s+be|:)?|will\s+(?:\w+\s+){{0,6}}|to\s+be\s+held"
    rf"|to\s+take\s+place|deadline|closing\s+date|no\s+later\s+than|due){_LEAD}",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:(?:was|were|been|minutes\s+of\s+(?:\w+\s+){{0,5}}meeting|meeting)\s+held|dated|last|previous(?:ly)?"
    rf"|(?:minutes\s+)?from\s+(?:\w+\s+){{0,3}}meeting|received|took\s+place|since){_LEAD}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next|following|future|forthcoming)\s+(?:\w+\s+){0,4}meetings?\b|\bdates?\s+(?:and\s+\w+\s+)?of\s+(?:the\s+)?(?:next|future)\b"
    r"|\bmeets?\s+again\b",
    re.IGNORECASE,
)
# "Northern Roads Panel - next meeting 27 July", among what came by post: another body's.
_THEIRS = re.compile(
    r"\b(?:committee|panel|association|forum|partnership|group|trust|society|alliance)\s*[-–—:]\s*next\b", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\b(?:by|before|deadlines?|no\s+later\s+than|until|closing\s+date|clos(?:es|ing|ed?)|return(?:ed)?\s+by|due)\W*"
    r"(?:(?!and\b|the\s+Clerk)\w+\W+){0,3}$",
    re.IGNORECASE,
)
_PERIOD = re.compile(rf"\b(?:from|between|period|to|ending|ended|w/?[bce]|week\s+\w+){_LEAD}", re.IGNORECASE)
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}")
_DAY_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}")
_BY_NUMBER = re.compile(
    r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})(?:(?=[/-]\d{2,4}\b)|(?<=/\d)(?![\d/-])|(?<=/\d\d)(?![\d/-]))"
)
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_DOTTED = re.compile(r"(\d{1,2}\.\d{1,2})\.(\d{2})")


def resolve_dates(found: Sequence[FoundDate], *, meeting: date | None, published: date | None) -> list[Resolved]:
    """Each mention with its value (as in the record) and kind; those whose year nothing tells are left out.

    Args:
        found: the mentions of one paper, in order.
        meeting, published: the days that years are counted from; without either, the date printed before a mention.
    """
    found = list(_without_numbering(found))
    first = month_goes_first(found)
    found = [as_written(mention, month_first=first) for mention in found]
    anchor = meeting or published
    seen = next((day for mention in found if (day := _day_of(mention)) is not None), None)
    listed = _listed(found)
    out: list[Resolved] = []
    for place, mention in enumerate(found):
        value = _value(mention, anchor or seen, out[-1] if out else None, listed[place])
        if value is None:
            continue
        out.append((mention, value, _kind(mention, value, meeting)))
        if mention.year is not None:
            seen = _day_of(mention) or seen
    return out


def _without_numbering(found: Sequence[FoundDate]) -> Iterable[FoundDate]:
    """Leaves out 4.4.10, 4.4.11, 4.4.12, each at a paragraph's start: minutes' numbers that could be dates."""
    starts = [number for mention in found if not mention.before and (number := _DOTTED.fullmatch(mention.text))]
    last = {(number[1], int(number[2])) for number in starts}
    for mention in found:
        number = None if mention.before else _DOTTED.fullmatch(mention.text)
        if number is None or not {(number[1], int(number[2]) + step) for step in (-1, 1)} & last:
            yield mention


def month_goes_first(found: Sequence[FoundDate]) -> bool:
    """Does a paper write 03/05/2024 for March 5th? One such date (03/15/2024) proves it where none denies it; where
    none does, days that it spells out and always so: "March 5, 2024"."""
    numbers = [n for mention in found if mention.form == "day" and (n := _NUMERIC.fullmatch(mention.text))]
    if any(int(n[1]) > 12 for n in numbers):
        return False
    days = {(m.year, m.month, m.day) for m in found if m.form == "day" and _MONTH_DAY.match(m.text)}
    if any((m.year, m.day, m.month) in days and m.day != m.month for m in found if _NUMERIC.fullmatch(m.text)):
        return True  # "10/05/10" above "October 5, 2010"
    spelled = sum(_MONTH_DAY.match(mention.text) is not None for mention in found)
    return any(int(n[2]) > 12 for n in numbers) or (
        spelled > 1 and not any(_DAY_MONTH.match(mention.text) for mention in found)
    )


def as_written(mention: FoundDate, *, month_first: bool) -> FoundDate:
    """The mention with its numbers read in the order in which its paper writes them."""
    number = _NUMERIC.fullmatch(mention.text) if month_first and mention.form == "day" else None
    return replace(mention, month=int(number[1]), day=int(number[2])) if number else mention


def _listed(found: Sequence[FoundDate]) -> list[int | None]:
    """For each mention the year that the end of its range or list gives: "1 April to 31 March 2025" began in 2024."""
    years: list[int | None] = [None] * len(found)
    end: date | None = None
    for place in range(len(found) - 1, -1, -1):
        mention = found[place]
        day = _day_of(mention) if mention.form == "day" else None
        if day is None and end is not None and _JOIN.match(_between(mention, found[place + 1])):
            day = _last_before(mention, end)
            years[place] = day.year if day else None
        end = day
    return years


def _last_before(mention: FoundDate, end: date) -> date | None:
    """The last day of a mention's day and month that is not after `end`."""
    if not mention.month or not mention.day:
        return None
    year = end.year if (mention.month, mention.day) <= (end.month, end.day) else end.year - 1
    return date(year, mention.month, mention.day) if is_day(year, mention.month, mention.day) else None


def _day_of(mention: FoundDate) -> date | None:
    """The day of a mention that says year and month; the middle of a month."""
    if mention.year is None or mention.form not in ("day", "month") or not mention.month:
        return None
    return date(mention.year, mention.month, mention.day or 15)


def _value(mention: FoundDate, anchor: date | None, before: Resolved | None, listed: int | None) -> str | None:
    year, month = mention.year, mention.month
    if mention.form == "span":
        return f"{year}/{mention.end_year}"
    if mention.form == "year":
        return f"{year}"
    if mention.form.endswith("-year"):
        turn = {"last-year": -1, "this-year": 0, "next-year": 1}[mention.form]
        return None if anchor is None else f"{anchor.year + turn}-{month:02d}"
    if mention.form in ("season", "month"):
        return f"{year}-{month:02d}"
    if month is None or mention.day is None:
        return None
    if year is None:
        year = listed or _implied_year(mention, month, mention.day, anchor, before)
    return None if year is None else f"{year}-{month:02d}-{mention.day:02d}"


def _implied_year(mention: FoundDate, month: int, day: int, anchor: date | None, before: Resolved | None) -> int | None:
    if before is not None and before[0].form == "day" and _RANGE.match(_between(before[0], mention)):
        start = date.fromisoformat(before[1])
        return start.year if (month, day) >= (start.month, start.day) else start.year + 1
    if anchor is None:
        return None
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if is_day(year, month, day)]
    if beside := _BESIDE.search(mention.before):
        weekday = _WEEKDAYS.index(beside["day"][:3].casefold())
        fitting = [year for year in years if date(year, month, day).weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    gaps = {year: (date(year, month, day) - anchor).days for year in years}
    if _FUTURE.search(mention.before):
        years = [year for year in years if gaps[year] >= 0] or years
    elif _PAST.search(mention.before):
        years = [year for year in years if gaps[year] <= 0] or years
    # Seven months ahead weigh as much as five months back: minutes plan more than they remember.
    return min(years, key=lambda year: gaps[year] / 7 if gaps[year] >= 0 else -gaps[year] / 5, default=None)


def year_of_weekday(mention: FoundDate, years: Iterable[int]) -> int | None:
    """The year, of those named elsewhere or next to them, in which "Monday 4 December" falls on a Monday; None where
    no weekday is printed or several years fit as well."""
    beside = _BESIDE.search(mention.before)
    if beside is None or mention.month is None or mention.day is None:
        return None
    weekday = _WEEKDAYS.index(beside["day"][:3].casefold())
    near = dict.fromkeys(y + turn for turn in (0, -1, 1) for y in years)
    fitting = [
        y for y in near if is_day(y, mention.month, mention.day) and _weekday(y, mention.month, mention.day) == weekday
    ]
    return fitting[0] if len(fitting) == 1 else None


def _weekday(year: int, month: int, day: int) -> int:
    return date(year, month, day).weekday()


def _between(first: FoundDate, second: FoundDate) -> str:
    """What stands between two mentions of one paragraph; a word that joins nothing where they are far apart."""
    _, found, tail = second.before.rpartition(first.text)
    return tail if found else "."


def _kind(mention: FoundDate, value: str, meeting: date | None) -> DateKind:
    if meeting is not None and value == meeting.isoformat():
        return "meeting"
    topic = mention.place.topic or ""
    to_come = mention.form == "day" and (meeting is None or value > meeting.isoformat())
    if to_come and any(_NEXT.search(words) and not _THEIRS.search(words) for words in (mention.before, topic)):
        return "next-meeting"
    if _DEADLINE.search(mention.before):
        return "deadline"
    if mention.form == "span" or _PERIOD.search(mention.before):
        return "period"
    return "mention"


# -- when an action is due ---------------------------------------------------------------------------------------------

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ORD = r"(?:\s?(?:st|nd|rd|th))?"
# The part of due words that names a time; the rest ("no later than", "for the meeting") is left.
_PHRASE = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d"
    rf"|(?<![\d.:])\d{{1,2}}(?:(?P<sep>[/.])\d{{1,2}}(?:(?P=sep)\d{{2,4}})?|-\d{{1,2}}-\d{{2,4}})(?![\d/]|\.\d|\s?[ap]\.?m\b)"
    rf"|\d{{1,2}}{_ORD}[\s-]+(?:of\s+)?{_MONTH}\b\.?,?(?:\s+\d{{4}}|\s+[’']?\d\d(?=\W*$)|-\d{{2,4}})?"
    rf"|{_MONTH}\.?\s+\d{{1,2}}{_ORD}(?![\d:])(?:,?\s+\d{{4}})?)"
    rf"|\b(?P<season>spring|summer|autumn|winter)\b(?:\s+term)?\s+(?P<season_year>20\d\d)\b"
    rf"|\b(?P<month>{_MONTH})\b(?:\s*[’']\d\d\b|[’']?s?\b\.?(?:,?\s+\d{{4}})?)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:within|in)\s+(?:the\s+next\s+)?(?P<near>(?:an?|one|two|three|four|five|six|eight|ten|\d{1,2})\s+"
    r"(?:days?|weeks?|fortnight|months?))\b(?!\s+(?:of|before)\b)"
    r"|\b(?P<named>tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_CUT_DAY = re.compile(r"[\d ]{1,3}[/.-][\d ]{1,3}[/.-][\d ]{2,5}")  # "31/01/2 5": cut by its narrow column
_SHORT_YEAR = re.compile(r"(?:(?<=\d)(?<!\d{4})(\W+\w{1,9}\W+)|(?<=[a-z])\s*[’'])(\d\d)$")
_OVER = timedelta(days=31)  # "by 1 May" in minutes of 8 May was written down late, it does not mean next year
_OVER_OLD = timedelta(days=120)  # "in August" of a row carried in late September is over, not eleven months ahead
_FAR = 270  # days ahead: "on 3 January" in minutes of March was two months ago
_YEAR_ALONE = re.compile(r"(?<![\d/-])20\d\d(?![\d/-])")
_WORDS_ONLY = re.compile(
    r"\bw/?[bce]\b|\bweek\s+(?:beginning|commencing|ending|of)\b|\bq[1-4]\b|\bquarter\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\s+)?(?:the\s+)?\b(?P<number>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+[a-z])", re.IGNORECASE
)


def resolve_due(text: str, *, meeting: date | None, old: bool = False) -> str | None:
    """The day, month, season or year (as in the record) that due words name; None where they are words only.

    "next meeting" and "asap" stay words, for a meeting's date may still change; so do a week ("w/b 12 March") and a
    quarter. A day or month without a year is the next one after the meeting, of an `old` action (of an earlier meeting)
    one that can be some months over; "Friday", "the 15th" and "within two weeks" count from the meeting.
    """
    if _WORDS_ONLY.search(text):
        return None
    if _CUT_DAY.fullmatch(text):
        text = text.replace(" ", "")
    if found := _PHRASE.search(text):
        if found["season"]:
            return f"{found['season_year']}-{SEASONS[found['season'].casefold()]}"
        words = re.sub(r"\s+", " ", found[0]).strip(" .,;’'")
        return _read_due(words, "month" if found["month"] else "day", meeting, _OVER_OLD if old else _OVER)
    if numbered := _NUMBERED.search(text):
        return _next_numbered(int(numbered["number"]), numbered["weekday"], meeting) if meeting else None
    if counted := _COUNTED.search(text):
        return _count(counted["near"] or "", counted["named"] or "", meeting) if meeting else None
    year = _YEAR_ALONE.search(text)
    return year[0] if year else None


def _next_numbered(number: int, weekday: str | None, meeting: date) -> str | None:
    """The next day of that number ("the 15th") after the meeting; None where it is not the weekday beside it."""
    days = (meeting + timedelta(days=ahead) for ahead in range(62))
    day = next((day for day in days if day.day == number), None)
    if day is None or (weekday and day.weekday() != _WEEKDAYS.index(weekday[:3].casefold())):
        return None
    return day.isoformat()


def _day_ahead(cut: re.Match[str], *, by_month: bool) -> str:
    """ "3/24" with its day first: where the paper writes the month first, or no month has the second number."""
    return f"{cut[3]}{cut[2]}{cut[1]}" if by_month or int(cut[3]) > 12 >= int(cut[1]) else cut[0]


def due_of(
    text: str | None, *, meeting: date | None, old: bool = False, by_month: bool = False
) -> tuple[str | None, str | None]:
    """Due words and what they name. A day that a task is told to be "on" and that is over tells of something else.

    Args:
        old: an action of an earlier meeting, whose day may be over.
        by_month: the paper writes the month of a day by numbers first.
    """
    words = _BY_NUMBER.sub(lambda cut: _day_ahead(cut, by_month=by_month), text) if text else text
    value = resolve_due(words, meeting=meeting, old=old) if words else None
    if not old and text and value and meeting and re.match(r"(?:on|in)\s", text):
        if len(value) < len("2020-01-31"):
            over = value < meeting.isoformat()[: len(value)]
            return (None, None) if over else (text, value)
        ahead = (date.fromisoformat(value) - meeting).days
        if ahead < 0 or (ahead > _FAR and not re.search(r"\d{4}", text)):
            return None, None
    return text, value


def _count(distance: str, name: str, meeting: date) -> str | None:
    """The day at a distance ("two weeks") from the meeting, or the next one of a name ("Friday")."""
    if name:
        tomorrow = name.casefold() == "tomorrow"
        ahead = 1 if tomorrow else (_WEEKDAYS.index(name[:3].casefold()) - meeting.weekday() - 1) % 7 + 1
        return (meeting + timedelta(days=ahead)).isoformat()
    settings = {"RELATIVE_BASE": datetime.combine(meeting, time.min), "PREFER_DATES_FROM": "future"}
    read = _dateparser(f"in {distance}", settings)
    return read.date().isoformat() if read else None


# What names its parts plainly. dateparser reads it alike; to load it takes longer than a paper, a phrase half a page.
_PLAIN = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+)?(?P<month>{_MONTH})\b\.?,?(?:\s+(?P<year>[12]\d{{3}}))?"
    rf"|(?P<month_first>{_MONTH})\.?\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year_after>[12]\d{{3}}))?"
    r"|(?P<digits>\d{1,2})(?:/|\.(?=.+\.))(?P<month_digits>\d{1,2})(?:[/.](?P<year_digits>[12]\d{3}))?",
    re.IGNORECASE,
)


def _plain(words: str, base: date) -> date | None:
    """The day, or a month's first, that words name plainly, without a year the next after `base`; None for all else."""
    found = _PLAIN.fullmatch(words)
    if found is None:
        return None
    name = found["month"] or found["month_first"]
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(found["month_digits"])
    day = int(found["day"] or found["day_after"] or found["digits"] or 1)
    year = int(found["year"] or found["year_after"] or found["year_digits"] or 0)
    if not 1 <= month <= 12 or not is_day(year or 2001, month, day):  # 29 February without a year is none of these
        return None
    return date(year or base.year + ((month, day) <= (base.month, base.day)), month, day)


@lru_cache(maxsize=4096)
def _read_due(words: str, finest: str, meeting: date | None, over: timedelta) -> str | None:
    """A phrase that names a day or a month, plainly or as dateparser reads it, day first, told what must be there;
    without a year the next one after what may be `over`."""
    century = (meeting.year if meeting else 2000) // 100
    words = _SHORT_YEAR.sub(
        lambda cut: f"{cut[1] or ' '}{century}{cut[2]}", words
    )  # else dateparser takes the next "25" to come
    has_year = re.search(r"\d{4}|\d[/.-]\w{1,9}[/.-]\d\d$", words) is not None
    if meeting is None and not has_year:
        return None
    base = datetime.combine(meeting or date(2000, 1, 1), time.min)
    if not has_year:
        base -= over
    if plain := _plain(words, base.date()):
        return plain.isoformat()[:7] if finest == "month" else plain.isoformat()
    settings = {
        "DATE_ORDER": "YMD" if re.match(r"\d{4}-", words) else "DMY",
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "first",
        "RELATIVE_BASE": base,
        "REQUIRE_PARTS": ["month"] if finest == "month" else ["day", "month"],
    }
    read = _dateparser(re.sub(r"[’']?s$", "", words) if finest == "month" else words, settings)
    if read is None:
        return None
    return f"{read.year:04d}-{read.month:02d}" if finest == "month" else read.date().isoformat()


def _dateparser(words: str, settings: Mapping[str, object]) -> datetime | None:
    from dateparser.date import DateDataParser  # slow to import, and most papers name no due day

    return DateDataParser(languages=["en"], settings=dict(settings)).get_date_data(words).date_obj
