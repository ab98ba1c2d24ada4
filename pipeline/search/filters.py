"""What narrows a search beside its words: marks that each entry of the index carries, and limits on its numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import NoReturn

from pipeline.problem import SettingError
from pipeline.search.query import All, Any, In, Node, Without, Words, wanted
from pipeline.search.rows import KINDS, Row
from pipeline.search.words import stem, words_of

MARKED = "marked"
HIDDEN = "hidden"
_NUMBER = re.compile(r"[A-Za-z]{0,3}\d[\w./()-]*|[a-z]")


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits that every result keeps; an empty one limits nothing.

    Attributes:
        bodies: slugs.
        since, until: ordinals of days, both included; 0 for none.
        owner: who is to do it; person: who is named in any part.
        item: number of an item or a minute, or words of its heading.
        least, most: of the amount, in currency units.
        public: leave out what is exempt, and what can't be told from it.
    """

    kinds: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    since: int = 0
    until: int = 0
    owner: str = ""
    person: str = ""
    outcomes: tuple[str, ...] = ()
    item: str = ""
    least: float | None = None
    most: float | None = None
    marked: bool = False
    public: bool = False

    @property
    def amounts(self) -> bool:
        return self.least is not None or self.most is not None


def marks_of(row: Row, body: str) -> str:
    """The marks of a row of this body: single words of letters and digits."""
    size = None if row.amount is None else _size_of(row.amount)
    own = _marks_of(row.kind, row.outcome, row.marked, row.visibility != "public", row.item, row.minute, size)
    return f"{own} {body_mark(body)}"


@lru_cache(maxsize=4096)
def _marks_of(kind: str, outcome: str, marked: bool, hidden: bool, item: str, minute: str, size: int | None) -> str:
    marks = [f"k{kind}"]
    if outcome:
        marks.append(f"o{outcome}")
    if marked:
        marks.append(MARKED)
    if hidden:
        marks.append(HIDDEN)
    marks += [_number_mark(number) for number in dict.fromkeys(filter(None, (item, minute)))]
    if size is not None:
        marks.append(f"a{size}")
    return " ".join(marks)


@lru_cache(maxsize=64)
def body_mark(body: str) -> str:
    """A slug as one short word."""
    return "b" + sha256(body.encode()).hexdigest()[:10]


@lru_cache(maxsize=4096)
def _number_mark(number: str) -> str:
    return "n" + "x".join(re.findall(r"[a-z0-9]+", number.lower()))


def _size_of(amount: float) -> int:
    """Digits before the point: amounts between two limits are found by their sizes first."""
    return len(str(int(min(abs(amount), 1e15))))


def query_of(words: Node | None, filters: Filters) -> Node:
    """Words and filters as one tree over the columns of the index."""
    parts: list[Node] = []
    if words is not None:
        parts.append(In(("title", "words", "people"), words))
    if filters.kinds:
        parts.append(_marks(f"k{kind}" for kind in filters.kinds))
    if filters.bodies:
        parts.append(_marks(map(body_mark, filters.bodies)))
    if filters.outcomes:
        parts.append(_marks(f"o{outcome}" for outcome in filters.outcomes))
    if filters.marked:
        parts.append(_marks([MARKED]))
    if filters.amounts:
        sizes = range(_size_of(filters.least or 0), _size_of(1e15 if filters.most is None else filters.most) + 1)
        parts.append(_marks(f"a{size}" for size in sizes))
    if filters.item:
        parts.append(_item(filters.item))
    if filters.owner:
        parts += [_marks(["kaction"]), In(("people",), _words("--owner", filters.owner))]
    if filters.person:
        named = _words("--person", filters.person)
        in_a_row = Words(tuple(stem for word in wanted(named) if isinstance(word, Words) for stem in word.stems))
        parts.append(Any((In(("people",), named), In(("title", "words"), in_a_row))))
    if not parts:
        parts.append(_marks(f"k{kind}" for kind in KINDS))
    tree = All(tuple(parts)) if len(parts) > 1 else parts[0]
    unwanted = [] if filters.kinds else ["kattendance"]
    if filters.public:
        unwanted.append(HIDDEN)
    return Without(tree, _marks(unwanted)) if unwanted else tree


def _marks(marks: Iterable[str]) -> Node:
    found = tuple(Words((mark,)) for mark in marks)
    return In(("marks",), Any(found) if len(found) > 1 else found[0])


def _item(item: str) -> Node:
    if _NUMBER.fullmatch(item):
        return _marks([_number_mark(item)])
    return In(("title",), _words("--item", item))


def _words(option: str, typed: str) -> Node:
    found = tuple(Words((stem(word),), word) for word in words_of(typed))
    if not found:
        _refuse(f"{option} {typed}: there is no word in it.")
    return All(found) if len(found) > 1 else found[0]


def days_of(date: str | None) -> tuple[int, int]:
    """Ordinals of the first and the last day of a record's date; (0, 0) for none.

    A month, a year (2018, 2018/2019) and a season (2018-23) are spans: what may lie in a range is in it.
    """
    if not date:
        return 0, 0
    if "/" in date:
        first, last = date.split("/")
        return days_of(first)[0], days_of(last)[1]
    year, *rest = map(int, date.split("-"))
    if len(rest) == 2:
        try:
            day = datetime.date(year, rest[0], rest[1]).toordinal()
        except ValueError:  # 31 June, as a paper printed it
            return days_of(f"{year}-{rest[0]:02}")
        return day, day
    month, months = 1, 12
    if rest and rest[0] <= 12:
        month, months = rest[0], 1
    return datetime.date(year, month, 1).toordinal(), _after(year, month + months) - 1


def _after(year: int, month: int) -> int:
    return datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()


def day_typed(option: str, typed: str | None, *, last: bool) -> int:
    """The first or the last day of what is typed after --from or --to: 2025, 2025-03 or 2025-03-11. 0 for nothing.

    Raises:
        SettingError: it is no date.
    """
    if not typed:
        return 0
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", typed) or typed.startswith("0000"):
        _refuse(f"{option} {typed}: not a date. Write a day, a month or a year: 2025-03-11, 2025-03 or 2025.")
    first, end = days_of(typed)
    if len(typed) == 10 and first != end:
        _refuse(f"{option} {typed}: there is no such day.")
    return end if last else first


def amount_typed(option: str, typed: str | None) -> float | None:
    """An amount as people type it: 5000, 5,000, £5,000, 5k, 1.2m.

    Raises:
        SettingError: it is none.
    """
    if typed is None:
        return None
    found = re.fullmatch(r"[£€$]?(\d[\d,]*(?:\.\d+)?)\s*(k|m|bn)?", typed.strip().lower())
    if not found:
        _refuse(f"{option} {typed}: not an amount. Write it as 5000, 5,000 or 1.2m.")
    return float(found[1].replace(",", "")) * {"k": 1e3, "m": 1e6, "bn": 1e9}.get(found[2] or "", 1)


def _refuse(sentence: str) -> NoReturn:
    raise SettingError(sentence)
