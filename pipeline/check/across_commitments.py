"""Commitments in the prose of minutes that nobody marked as actions, where the body's practice is to mark them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from itertools import zip_longest

from pipeline.check.across import cut, stems
from pipeline.check.across_sheet import same_people
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import Action, Owner, Record
from pipeline.track.likeness import Likeness

TOLD = 0.65  # likeness from which a marked action is the same task
HERS = 0.4  # the same where its owner is the same
NEAR = 0.2  # the same where it stands beside it
SURE = 0.6  # how often a rule must have been right on papers that people read
PRACTICE = 3  # actions marked in a body's minutes from which marking them is its practice
# Marks in a margin stand beside lines, not beside sentences: which sentence one belongs to can't be told for sure.
_MARGIN = "action-margin"
_POST = re.compile(
    r"(?:the\s+)?(?:(?:parish|town|council|district)\s+)?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\([A-Z]{2,3}(?:\s*[/,&]\s*[A-Z]{2,3})*\)\W*$")
_THEY = re.compile(r"\bthey\s+(?:will|would|are\s+to|were\s+to)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:roles?|position|post|office)\s+(?:of|as)\b|\bas\s+(?:chair|treasurer|secretary)", re.IGNORECASE
)
_OVER = re.compile(
    r"\b(?:would|will)\s+(?:still|continue|remain)\b|\b(?:was|were|is|are|now|been)\s+(?:completed?|done|closed)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"actions?\W*", re.IGNORECASE)  # a heading of its own under the item
_LATER = re.compile(r"\b(?:next\s+meeting|forward|future|agenda|outstanding|actions?|diary|dates)\b", re.IGNORECASE)


def not_marked(papers: Papers) -> Iterator[Finding]:
    """Somebody of the meeting took on a task, and no marked action of the minutes says so."""
    likeness = Likeness.of(action.task for record in papers.records for action in record.actions)
    tasked = _tasked(papers)
    everything = [action for record in papers.kind("minutes") for action in record.actions]
    practice = sum(action.marked and not action.carried for action in everything)
    told: set[tuple[str | None, str]] = set()  # one meeting's minutes may be here twice, in two formats
    for record in papers.kind("minutes"):
        marked = [action for action in record.actions if action.marked]
        fresh = [action for action in marked if not action.carried] or marked  # marks on what earlier meetings left
        if not fresh or practice < PRACTICE or any(action.evidence.rule == _MARGIN for action in fresh):
            continue
        for action, after in zip_longest(record.actions, record.actions[1:]):
            if action.marked or action.carried or action.status != "open" or not _counts(action, record, tasked):
                continue
            said = (record.meeting.date, action.evidence.quote)
            if said in told or any(_same(likeness, action, other, after) for other in marked):
                continue
            told.add(said)
            names = ", ".join(_named(owner) for owner in _of_the_meeting(action, record, tasked))
            where = f"Minute {action.minute}" if action.minute else f"Under “{cut(action.topic or record.title, 50)}”"
            yield Finding(
                "commitment-not-marked",
                "info",
                f"{where}: a task for {names} that is not marked as an action, as others in these minutes are: "
                f"“{cut(action.evidence.quote)}”.",
                Place(record, action.evidence),
                Place(record, fresh[0].evidence),
            )


def _counts(action: Action, record: Record, tasked: Set[str]) -> bool:
    """A person of the meeting is to do it, and the rule that says so is seldom wrong."""
    if (action.confidence is not None and action.confidence < SURE) or _LATER.search(action.topic or ""):
        return False
    quote = action.evidence.quote
    if _OVER.search(quote) or _BEHIND.search(quote) or _ROLE.search(quote):
        return False
    if any(_told_off(owner, action) for owner in action.owners):
        return False
    owners = _of_the_meeting(action, record, tasked)
    return bool(owners) and (len(owners) > 1 or not _THEY.search(quote))


def _of_the_meeting(action: Action, record: Record, tasked: Set[str]) -> list[Owner]:
    """The owners who were there, the body's own officers, and whom it gives tasks elsewhere."""
    there = {person.name.casefold() for person in record.attendance if person.status in ("present", "in_attendance")}
    own = (record.meeting.body or "").casefold().split()
    there = (there | tasked) - set(own)  # what the body itself is to do, everybody is and nobody
    return [owner for owner in action.owners if owner.name.casefold() in there or _POST.fullmatch(owner.name)]


def _tasked(papers: Papers) -> frozenset[str]:
    """Who has owned two marked actions or more of the body."""
    owners = Counter(
        owner.name.casefold()
        for record in papers.records
        for action in record.actions
        if action.marked
        for owner in action.owners
    )
    return frozenset(name for name, count in owners.items() if count > 1)


def _named(owner: Owner) -> str:
    """The name, and what the paper calls the owner where that is no part of it: "Home Office (Ann Ash)"."""
    written = owner.as_written
    if not set(written.split()) & set(owner.name.split()) and len(written.split()) > 1:
        return f"{written} ({owner.name})"
    return owner.name


def _told_off(owner: Owner, action: Action) -> bool:
    """ "AB to write to the school": so short that it is a mark in itself."""
    return re.search(rf"{re.escape(owner.as_written)}\s+to\s", action.evidence.quote) is not None


def _same(likeness: Likeness, action: Action, other: Action, after: Action | None) -> bool:
    """A marked action that is this task, or stands beside it for the same owner or about the same thing."""
    words, more = stems(action.task), stems(f"{other.task} {other.evidence.quote}")
    like = likeness.between(words, more)
    shared = same_people(action.owners, other.owners)
    if _beside(action, other) or (other is after and _HEAD.fullmatch(other.topic or "")):
        return shared or like >= NEAR
    return like >= (HERS if shared else TOLD)


def _beside(action: Action, other: Action) -> bool:
    """Both under one minute; where minutes are not numbered, under one heading."""
    if action.minute and other.minute:
        return action.minute == other.minute
    return bool(action.topic) and action.topic == other.topic


CHECKS = (Check("commitment-not-marked", "Commitments in the prose that nobody marked as actions.", not_marked),)
