"""Recorded votes, with the name of everyone who voted: the count against the names, those against who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.check.passages import Passage, minutes
from pipeline.check.votes import LEAST_PRESENT, person_away
from pipeline.record import Record

LEAST_NAMES = 2

_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dr|Cllr|Councillor|Lady|Lord|Dame|Rev)\b\.?"
_SIDE = re.compile(
    r"^\W*(?:votes?\s+)?(?P<side>for|in\s+favou?r|against|abstain(?:ed|ing)?|abstentions?)\W{0,3}\(?(?P<count>\d{1,3})\)?"
    r"\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"{_TITLES}\s+[^,;]+")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a division: what is printed of it, and the names."""

    words: str
    count: int
    names: tuple[str, ...]
    passage: Passage


def names_against_count(papers: Papers) -> Iterator[Finding]:
    """A recorded vote with another count than it has names."""
    for record in papers.records:
        for side in _sides(record):
            if side.count != len(side.names):
                message = f"“{side.words}” counts {side.count} votes, and {len(side.names)} names are listed."
                yield Finding("names-against-count", "error", message, Place(record, side.passage.quoted(0)))


def voter_away(papers: Papers) -> Iterator[Finding]:
    """Somebody listed as voting who is recorded absent or with apologies; each once a paper."""
    for record in papers.records:
        if sum(person.status == "present" for person in record.attendance) < LEAST_PRESENT:
            continue
        told = set()
        for side in _sides(record):
            for name in side.names:
                person = person_away(name, record.attendance)
                if person is None or person.name in told:
                    continue
                told.add(person.name)
                how = "with apologies" if person.status == "apologies" else "absent"
                message = f"{name} is listed as voting “{side.words}”, but {person.name} is recorded {how}."
                place, other = Place(record, side.passage.quoted(0)), Place(record, person.evidence)
                yield Finding("voter-away", "error", message, place, other)


def _sides(record: Record) -> Iterator[_Side]:
    """ "For (36)" with the names behind it, or in the next paragraph."""
    order = list(minutes(record))
    for passage, behind in pairwise([*order, Passage("", None)]):
        match = _SIDE.match(passage.text)
        if match is None:
            continue
        rest = passage.text[match.end() :].strip()
        listed = rest or behind.text
        names = tuple(" ".join(name.split()).strip(" .") for name in _NAMES.findall(listed))
        if len(names) >= LEAST_NAMES and re.match(_TITLES, listed):
            words = f"{match['side']} ({match['count']})"
            yield _Side(words, int(match["count"]), names, passage if rest else behind)


CHECKS = (
    Check("names-against-count", "A recorded vote whose count is not the number of its names.", names_against_count),
    Check("voter-away", "A recorded vote of somebody who is recorded absent or with apologies.", voter_away),
)
