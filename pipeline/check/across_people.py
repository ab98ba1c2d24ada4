"""People over a body's meetings: names spelt in two ways, and tasks given to somebody who was not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.check.across import cut, is_body
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.record import Action, Attendee, Record
from pipeline.wording import long_date

OFTEN = 3  # meetings in which a spelling stands before another is doubted
_TITLE = re.compile(r"^(?:(?:cllr|councillor|mr|mrs|ms|miss|dr|sir|rev|cmhlr|county)\.?\s+)+", re.IGNORECASE)
_GOING = re.compile(
    r"\b(?:on-?going|in\s+hand|carried\s+(?:forward|over)|(?:had|has|have)\s+(?:\w+\s+)?(?:been|not|yet|started)|still\s+to)\b",
    re.IGNORECASE,
)
_SHORT = 4  # letters of a name from which one other letter may be a slip
_LONG = 7  # letters of a surname from which two may be

Seen = dict[str, tuple[Record, Attendee]]


def spelt_twice(papers: Papers) -> Iterator[Finding]:
    """A name in the attendance that is nearly the name of somebody who came often, and is not beside that name."""
    if not is_body(papers):
        return
    names = _names(papers)
    for name, seen in sorted(names.items()):
        for usual, often in sorted(names.items()):
            if len(often) < max(OFTEN, OFTEN * len(seen)) or seen.keys() & often.keys() or not _slip(name, usual):
                continue
            (record, person), (other, usually) = seen[min(seen)], often[max(often)]
            yield Finding(
                "name-spelt-twice",
                "info",
                f"“{name}” stands in the attendance of {long_date(min(seen))}; in {len(often)} other papers it is "
                f"“{usual}”.",
                Place(record, person.evidence),
                Place(other, usually.evidence),
            )
            break


def _names(papers: Papers) -> dict[str, Seen]:
    """Name without titles -> the day of each meeting that lists it, with the first paper of that day."""
    out: dict[str, Seen] = defaultdict(dict)
    for record in papers.kind("minutes"):
        for person in record.attendance:
            name = _TITLE.sub("", person.name).strip()
            if (day := day_of(record)) and len(name.split()) > 1:
                out[name].setdefault(day, (record, person))
    return out


def _slip(one: str, two: str) -> bool:
    """Two names alike but for one word, which a slip or two make of the other: a first name only for one letter."""
    first, second = one.casefold().split(), two.casefold().split()
    if len(first) != len(second) or any(len(word.strip(".")) < 2 for word in (*first, *second)):
        return False
    differ = [(place, *pair) for place, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(differ) != 1:
        return False
    place, name, other = differ[0]
    surname = place == len(first) - 1
    most = 2 if surname and min(len(name), len(other)) >= _LONG else 1
    return min(len(name), len(other)) >= _SHORT and DamerauLevenshtein.distance(name, other) <= most


def owner_away(papers: Papers) -> Iterator[Finding]:
    """Marked actions of somebody who sent apologies or was absent, and of nobody who was there: who tells them?"""
    for record in papers.kind("minutes"):
        away = {person.name for person in record.attendance if person.status in ("apologies", "absent")}
        there = {person.name for person in record.attendance if person.status in ("present", "in_attendance")}
        for person in record.attendance:
            if person.status not in ("apologies", "absent") or person.name in there:
                continue
            theirs = [
                action
                for action in record.actions
                if _fresh(action)
                and person.name in {owner.name for owner in action.owners}
                and {owner.name for owner in action.owners} <= away
            ]
            if not theirs:
                continue
            count = "an action:" if len(theirs) == 1 else f"{len(theirs)} actions, the first:"
            yield Finding(
                "owner-was-away",
                "info",
                f"{person.name} was not there ({_why(person)}) and is given {count} “{cut(theirs[0].task, 100)}”.",
                Place(record, theirs[0].evidence),
                Place(record, person.evidence),
            )


def _fresh(action: Action) -> bool:
    """Marked, given at this meeting, and no progress on what was given earlier."""
    return action.marked and not action.carried and action.status == "open" and not _GOING.search(action.evidence.quote)


def _why(person: Attendee) -> str:
    return "apologies" if person.status == "apologies" else "absent"


CHECKS = (
    Check("name-spelt-twice", "A name that other papers of the body spell otherwise.", spelt_twice),
    Check("owner-was-away", "An action for somebody who was not at the meeting.", owner_away),
)
