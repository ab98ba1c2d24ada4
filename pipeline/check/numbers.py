"""Numbers of items and minutes that jump or stand twice.

Only what the paper itself must have got wrong: where the missing number stands anywhere in the record's words, it was
the reading that missed it, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.check.passages import passages
from pipeline.record import Evidence, Record

MOST_GAPS = 2
MOST_MISSING = 2  # more numbers than these in a row are a lost page or another numbering
LEAST = 4  # numbered entries that make a numbering
_NUMBER = re.compile(r"\d+(?:\.\d+){0,3}")


@dataclass(frozen=True, slots=True)
class _Entry:
    groups: tuple[int, ...]
    words: str
    evidence: Evidence

    @property
    def number(self) -> str:
        return ".".join(map(str, self.groups))


def number_missing(papers: Papers) -> Iterator[Finding]:
    """A number that lacks between two others: 1, 2, 4; 5.1, 5.3."""
    for record in papers.records:
        for run in _runs(record):
            steps = [two.groups[-1] - one.groups[-1] for one, two in pairwise(run)]
            if min(steps) <= 0 or sum(step > 1 for step in steps) > MOST_GAPS:
                continue  # a numbering that goes back, or is full of gaps, is several, or was read wrongly
            for one, two in pairwise(run):
                lacking = [(*one.groups[:-1], n) for n in range(one.groups[-1] + 1, two.groups[-1])]
                if not 0 < len(lacking) <= MOST_MISSING or any(_stands(record, groups) for groups in lacking):
                    continue
                if _hidden_heading(record, one):
                    continue
                names = " and ".join(".".join(map(str, groups)) for groups in lacking)
                verb = "is missing" if len(lacking) == 1 else "are missing"
                message = f"Number {names} {verb}: after {one.number} “{one.words}” comes {two.number} “{two.words}”."
                yield Finding(
                    "number-missing", "info", message, Place(record, two.evidence), Place(record, one.evidence)
                )


def number_twice(papers: Papers) -> Iterator[Finding]:
    """Two items, or two minutes of an item, one after the other with one number, in a numbering that else goes up."""
    for record in papers.records:
        for run in _runs(record):
            steps = [two.groups[-1] - one.groups[-1] for one, two in pairwise(run)]
            if steps.count(0) != 1 or set(steps) != {0, 1}:
                continue
            one, two = next((one, two) for one, two in pairwise(run) if one.groups == two.groups)
            if one.words == two.words or (len(one.groups) > 1 and not _adjacent(record, one, two)):
                continue
            message = f"Number {one.number} stands twice: “{one.words}” and “{two.words}”."
            yield Finding("number-twice", "info", message, Place(record, two.evidence), Place(record, one.evidence))


def _adjacent(record: Record, one: _Entry, two: _Entry) -> bool:
    """The two minutes stand one after the other: what stands between them would begin a numbering of its own."""
    places = [minute.evidence for item in record.items for minute in item.minutes]
    return places.index(two.evidence) - places.index(one.evidence) == 1


def _runs(record: Record) -> Iterator[Sequence[_Entry]]:
    """The items of the paper, then the minutes of each item, as far as they are numbered alike."""
    items = [_Entry((int(i.number),), _first(i.title), i.evidence) for i in record.items if i.number.isdigit()]
    if record.kind == "minutes" and len(items) >= LEAST:
        yield items
    for item in record.items:
        entries = [
            _Entry(tuple(map(int, minute.number.split("."))), _first(minute.text), minute.evidence)
            for minute in item.minutes
            if _NUMBER.fullmatch(minute.number) and "." in minute.number
        ]
        alike = {entry.groups[:-1] for entry in entries}
        plain = len(entries) == sum(bool(minute.number) for minute in item.minutes)
        if record.kind == "minutes" and plain and len(alike) == 1 and len(entries) >= LEAST - 1:
            yield entries


def _stands(record: Record, groups: tuple[int, ...]) -> bool:
    """The number opens a minute, or stands somewhere in the words as if it opened something."""
    number = ".".join(map(str, groups))
    opens = re.compile(rf"(?:^|[\s*|(]){re.escape(number)}(?:[.):*|]|\s?\(?[a-z]{{1,3}}\)|\s+[A-Z]|\.\d|$)")
    return any(
        passage.number == number
        or passage.number.startswith(f"{number}.")
        or passage.number.endswith(f".{number}")
        or opens.search(passage.text) is not None
        for passage in passages(record)
    )


def _hidden_heading(record: Record, before: _Entry) -> bool:
    """A line in capitals among the minutes of the item before the gap: a heading whose number was not read."""
    minutes = next((item.minutes for item in record.items if item.evidence == before.evidence), ())
    return any(minute.text.isupper() for minute in minutes)


def _first(text: str) -> str:
    """The first words of a title or a minute."""
    words = " ".join(text.split())
    return words if len(words) <= 50 else f"{words[:50].rsplit(' ', 1)[0]} …"


CHECKS = (
    Check("number-missing", "A number that lacks between two others: 1, 2, 4.", number_missing),
    Check("number-twice", "Two items, or two minutes of an item, with one number.", number_twice),
)
