"""Numbers of items and minutes that jump or stand twice.

Only what the paper itself must have got wrong: where the missing number stands anywhere in the record's words, it was
the reading that missed it, and nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.check.passages import passages
from pipeline.record import Evidence, Record

MOST_GAPS = 2
MOST_MISSING = 2  # more numbers than these in a row are a lost page or another numbering
LEAST = 4  # numbered entries that make a numbering
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A numbered item or minute: its number as printed, and the part of it that counts (20/31: 31 at place 1)."""

    number: str
    place: int
    words: str
    evidence: Evidence
    minute: bool

    @property
    def count(self) -> int:
        return int(_DIGITS.findall(self.number)[self.place])

    def with_count(self, count: int) -> str:
        """The number with another count, printed alike: 24/009 -> 24/010."""
        found = list(_DIGITS.finditer(self.number))[self.place]
        width = len(found[0]) if found[0].startswith("0") else 0
        return f"{self.number[: found.start()]}{count:0{width}d}{self.number[found.end() :]}"


def number_missing(papers: Papers) -> Iterator[Finding]:
    """A number that lacks between two others: 1, 2, 4; 5.1, 5.3; 24/031, 24/033."""
    for record in papers.records:
        for run in _runs(record):
            steps = [two.count - one.count for one, two in pairwise(run)]
            if min(steps) <= 0 or sum(step > 1 for step in steps) > MOST_GAPS:
                continue  # a numbering that goes back, or is full of gaps, is several, or was read wrongly
            for one, two in pairwise(run):
                lacking = [one.with_count(count) for count in range(one.count + 1, two.count)]
                if not 0 < len(lacking) <= MOST_MISSING or any(
                    _stands(record, one.number, number) for number in lacking
                ):
                    continue
                if one.minute and any(_opens(str(one.count + step)).search(one.words) for step in (1, 2)):
                    continue  # "1. Ash Lane 2. Elm Lane" in one paragraph
                if _hidden_heading(record, one):
                    continue
                names = f"Number {lacking[0]} is" if len(lacking) == 1 else f"Numbers {' and '.join(lacking)} are"
                message = f"{names} missing: after {one.number} “{one.words}” comes {two.number} “{two.words}”."
                place, other = Place(record, two.evidence), Place(record, one.evidence)
                yield Finding("number-missing", "info", message, place, other)


def number_twice(papers: Papers) -> Iterator[Finding]:
    """Two items, or two minutes of an item, one after the other with one number, in a numbering that else goes up."""
    for record in papers.records:
        for run in _runs(record):
            steps = [two.count - one.count for one, two in pairwise(run)]
            if steps.count(0) != 1 or set(steps) != {0, 1}:
                continue
            one, two = next((one, two) for one, two in pairwise(run) if one.count == two.count)
            if one.words == two.words or (one.minute and not _adjacent(record, one, two)):
                continue
            message = f"Number {one.number} stands twice: “{one.words}” and “{two.words}”."
            yield Finding("number-twice", "info", message, Place(record, two.evidence), Place(record, one.evidence))


def _adjacent(record: Record, one: _Entry, two: _Entry) -> bool:
    """The two minutes stand one after the other: what stands between them would begin a numbering of its own."""
    places = [minute.evidence for item in record.items for minute in item.minutes]
    return places.index(two.evidence) - places.index(one.evidence) == 1


def _runs(record: Record) -> Iterator[Sequence[_Entry]]:
    """The items of the paper, then the minutes of each item, as far as they are numbered alike."""
    if record.kind != "minutes":
        return
    items = [_Entry(item.number, 0, _first(item.title), item.evidence, False) for item in record.items if item.number]
    forms = Counter(_form(item.number) for item in items)
    common = forms.most_common(1)[0][0] if forms else ""
    if run := _counted([item for item in items if _form(item.number) == common], LEAST):
        yield run
    for item in record.items:
        entries = [_Entry(m.number, 0, _first(m.text), m.evidence, True) for m in item.minutes if m.number]
        if len({_form(entry.number) for entry in entries}) == 1 and (run := _counted(entries, LEAST - 1)):
            yield run


def _form(number: str) -> str:
    return _DIGITS.sub("0", number)


def _counted(entries: Sequence[_Entry], least: int) -> Sequence[_Entry]:
    """The entries with the part of their numbers that counts; none where no part does, several do, or it is a scan."""
    parts = list(zip(*(_DIGITS.findall(entry.number) for entry in entries), strict=True))
    counting = [place for place, values in enumerate(parts) if len(set(values)) > 1]
    if len(entries) < least or len(counting) != 1 or any(entry.evidence.confidence is not None for entry in entries):
        return ()  # OCR loses numbers
    return [replace(entry, place=counting[0]) for entry in entries]


def _stands(record: Record, before: str, number: str) -> bool:
    """The number opens a minute, or stands somewhere in the words as if it opened something."""
    opens = _opens(number)
    return any(
        passage.number == number
        or passage.number.startswith(f"{number}.")
        or passage.number == f"{before}.{number}"
        or opens.search(passage.text) is not None
        for passage in passages(record)
    )


def _opens(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s*|(]){re.escape(number)}(?:[.):*|]|\s?\(?[a-z]{{1,3}}\)|\s+[A-Z]|\.\d|$)")


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
