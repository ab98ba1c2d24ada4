"""Votes, movers and quorum against the attendance that the same paper records; times of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.check.passages import minutes, passages
from pipeline.record import Attendee, Decision, Evidence, Record

AWAY = ("absent", "apologies")
LEAST_PRESENT = 3  # a shorter list of who was there was not read in full

_TITLE = re.compile(
    r"^(?:(?:the\s+)?(?:cllrs?|councillors?|mrs?|ms|miss|mx|dr|sir|dame|lady|lord|rev(?:erend)?|prof(?:essor)?|county|town"
    r"|parish|ald(?:erman)?|comhairleoir)\b\.?\s*)+",
    re.IGNORECASE,
)
_MR = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\b")
_SEXES = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
_INITIAL_BEHIND = re.compile(r"^(?P<surname>[^()]+?)\s*\((?P<initial>[A-Z])[^()]*\)$")
_COUNTS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_QUORUM = re.compile(
    rf"\bquorum\b(?:\s+\w+){{0,5}}?\s+(?:is|was|of|:)\s+(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\b(?!\s?%|\s+per)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?P<name>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?(?:[A-Z][\w’'-]*\.?\s+){0,3}[A-Z][\w’'-]+)\s+(?:then\s+)?"
    r"left\s+the\s+(?:meeting|room)\s+(?:at\s+\d|and\s+did\s+not\s+return)"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as written: its surname, what is known of the first names ("J", "Ann", ""), m or f by its title."""

    first: str
    surname: str
    initials: str = ""
    title: str | None = None


def voted_while_away(papers: Papers) -> Iterator[Finding]:
    """A mover or seconder whom the paper records as absent, with apologies, or gone for good by then."""
    for record in papers.records:
        if sum(person.status == "present" for person in record.attendance) < LEAST_PRESENT:
            continue
        told = set()
        for decision in record.decisions:
            for verb, name in (("moves", decision.mover), ("seconds", decision.seconder)):
                person = person_away(name, record.attendance) if name else None
                if person is None or name is None or (name, person.name) in told:
                    continue
                told.add((name, person.name))
                away = "with apologies" if person.status == "apologies" else "absent"
                message = f"{name} {verb} a decision, but {person.name} is recorded {away}."
                place, other = Place(record, decision.evidence), Place(record, person.evidence)
                yield Finding("voted-while-away", "error", message, place, other)
        yield from _gone(record)


def _gone(record: Record) -> Iterator[Finding]:
    """Movers and seconders of decisions that stand behind the words that they left and did not come back."""
    order = list(minutes(record))
    for at, passage in enumerate(order):
        for left in _LEFT.finditer(passage.text) if " left " in passage.text else ():
            name = left["name"]
            surname = _name(name).surname
            after = order[at + 1 :]
            if any(
                re.search(rf"{re.escape(surname)}\b.{{0,40}}\b(?:re-?joined|returned|came\s+back)", p.text)
                for p in after
            ):
                continue
            later = {(p.number, p.item) for p in after if p.number or p.item} - {(passage.number, passage.item)}
            for decision in record.decisions:
                where = (decision.minute or "", decision.item or "")
                if where in later and any(
                    said and _name(said) == _name(name) for said in (decision.mover, decision.seconder)
                ):
                    message = f"{name} moves or seconds a decision after leaving the meeting."
                    yield Finding(
                        "voted-while-away",
                        "warning",
                        message,
                        Place(record, decision.evidence),
                        Place(record, passage.quoted(left.start())),
                    )


def more_votes_than_members(papers: Papers) -> Iterator[Finding]:
    """More votes than members are recorded as present."""
    for record in papers.records:
        present = [person for person in record.attendance if person.status == "present"]
        if len(present) < LEAST_PRESENT:
            continue
        for decision in record.decisions:
            count = _votes(decision)
            if count > len(present):
                message = f"{count} votes are counted, and {len(present)} members are recorded as present."
                place, other = Place(record, decision.evidence), Place(record, present[0].evidence)
                yield Finding("more-votes-than-members", "warning", message, place, other)


def quorum_not_met(papers: Papers) -> Iterator[Finding]:
    """Fewer members recorded as present than the quorum that the paper states."""
    for record in papers.records:
        present = [person for person in record.attendance if person.status == "present"]
        if len(present) < LEAST_PRESENT - 1 or not any(d.outcome == "agreed" for d in record.decisions):
            continue
        for passage in passages(record):
            match = _QUORUM.search(passage.text)
            count = (
                (int(match["count"]) if match["count"].isdigit() else _COUNTS[match["count"].lower()]) if match else 0
            )
            if match and count > len(present):
                message = f"The quorum is {count}, and {len(present)} members are recorded as present."
                place, other = Place(record, passage.quoted(match.start())), Place(record, present[0].evidence)
                yield Finding("quorum-not-met", "warning", message, place, other)
                break


def present_and_away(papers: Papers) -> Iterator[Finding]:
    """One name recorded as present and as absent or with apologies."""
    for record in papers.records:
        for person in record.attendance:
            if person.status == "present":
                for other in record.attendance:
                    if other.status in AWAY and other.name == person.name:
                        away = "with apologies" if other.status == "apologies" else "as absent"
                        message = f"{person.name} is recorded as present and {away}."
                        place = Place(record, other.evidence)
                        yield Finding("present-and-away", "warning", message, place, Place(record, person.evidence))


def ends_before_start(papers: Papers) -> Iterator[Finding]:
    """A meeting that ends before it starts, also when its end is read as an evening's."""
    for record in papers.records:
        start, end = record.meeting.start, record.meeting.end
        if not start or not end or end >= start or (start >= "17:00" and end < "04:00"):
            continue
        later = f"{int(end[:2]) + 12:02d}{end[2:]}"
        if start < later < "24:00" and (start >= "12:00" or end < "08:00"):
            continue  # "closed at 7.45" of an evening, "at 1.15" of a morning's meeting
        message = f"The meeting starts at {start} and ends at {end}."
        yield Finding("ends-before-start", "warning", message, Place(record, _clock(record, end)))


def _clock(record: Record, time: str) -> Evidence | None:
    """The sentence that has the time, in any of the ways to print it."""
    hour, minute = int(time[:2]), time[3:]
    printed = re.compile(rf"\b0?(?:{hour}|{hour - 12 if hour > 12 else hour})\s?[.:]?\s?{minute}\b")
    found = ((passage, match) for passage in minutes(record) if (match := printed.search(passage.text)))
    return next((passage.quoted(match.start()) for passage, match in found), None)


def person_away(name: str, people: Sequence[Attendee]) -> Attendee | None:
    """The person away that a name means; None where nobody, or also somebody who was there, may be meant."""
    meant = [person for person in people if _may_be(_name(name), person)]
    if meant and all(person.status in AWAY for person in meant) and len({person.name for person in meant}) == 1:
        return meant[0]
    return None


def _may_be(name: _Name, person: Attendee) -> bool:
    if name.initials:
        own = person.initials or "".join(word[0] for word in person.name.split() if word[0].isalpha())
        return own.upper() == name.initials
    other = _name(person.name)
    if name.surname.casefold() != other.surname.casefold():
        return False
    titles = {_SEXES.get(title.casefold()) for title in _MR.findall(person.evidence.quote)} | {name.title}
    if {"m", "f"} <= titles:
        return False  # Mr Marsh and Ms Marsh
    one, two = name.first.casefold(), other.first.casefold()
    return one.startswith(two) or two.startswith(one) or ((len(one) == 1 or len(two) == 1) and one[:1] == two[:1])


@lru_cache(maxsize=10_000)
def _name(written: str) -> _Name:
    """ "Cllr. J. Davies", "Councillor Collins (M)", "Ann Lee", "JB" taken apart."""
    bare = _TITLE.sub("", " ".join(written.split())).strip(" .,")
    if re.fullmatch(r"[A-Z]{2,4}", bare):
        return _Name("", "", bare)
    title = next((_SEXES[found.casefold()] for found in _MR.findall(written)), None)
    if behind := _INITIAL_BEHIND.match(bare):
        return _Name(behind["initial"], behind["surname"].split()[-1], title=title)
    words = re.sub(r"\([^)]*\)", "", bare).replace(".", ". ").split()
    if not words:
        return _Name("", bare)
    return _Name(words[0].strip(".") if len(words) > 1 else "", words[-1], title=title)


def _votes(decision: Decision) -> int:
    votes = decision.votes
    return sum(filter(None, (votes.votes_for, votes.against, votes.abstain))) if votes else 0


CHECKS = (
    Check("more-votes-than-members", "More votes than members are recorded as present.", more_votes_than_members),
    Check("voted-while-away", "A mover or seconder who is recorded absent, with apologies or gone.", voted_while_away),
    Check("quorum-not-met", "Fewer members present than the quorum that the paper states.", quorum_not_met),
    Check("present-and-away", "One person recorded as present and as absent.", present_and_away),
    Check("ends-before-start", "A meeting that ends before it starts.", ends_before_start),
)
