"""Commitments in the prose of minutes that nobody marked as actions, where the body's practice is to mark them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.across import cut, stems
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import Action, Evidence, Record
from pipeline.track.likeness import Likeness

TOLD = 0.5  # likeness from which a marked action is the same task
SURE = 0.6  # how often a rule must have been right on papers that people read


def not_marked(papers: Papers) -> Iterator[Finding]:
    """Somebody committed himself, and no marked action of the minutes says so."""
    likeness = Likeness.of(action.task for record in papers.records for action in record.actions)
    for record in papers.kind("minutes"):
        marked = [action for action in record.actions if action.marked]
        if sum(not action.carried for action in marked) < 2:
            continue
        for action in record.actions:
            if action.marked or action.carried or action.status != "open" or not _counts(action):
                continue
            if any(_same(likeness, action, other) for other in marked):
                continue
            names = ", ".join(owner.name for owner in action.owners)
            where = f"minute {action.minute}" if action.minute else f"“{cut(action.topic or record.title, 50)}”"
            yield Finding(
                "commitment-not-marked",
                "info",
                f"In {where} somebody takes on a task that is not marked as an action, unlike others in these minutes: "
                f"“{cut(action.evidence.quote)}” ({names}).",
                Place(record, action.evidence),
                Place(record, _example(record)),
            )


def _counts(action: Action) -> bool:
    return bool(action.owners) and (action.confidence is None or action.confidence >= SURE)


def _same(likeness: Likeness, action: Action, other: Action) -> bool:
    """A marked action that is this task, or stands under this minute for the same owner."""
    words, more = stems(action.task), stems(f"{other.task} {other.evidence.quote}")
    if likeness.between(words, more) >= TOLD:
        return True
    owners = {owner.name for owner in action.owners} & {owner.name for owner in other.owners}
    return bool(action.minute and action.minute == other.minute and owners)


def _example(record: Record) -> Evidence | None:
    """A marked action of the same minutes: how this body marks what is to be done."""
    return next((one.evidence for one in record.actions if one.marked and not one.carried), None)


CHECKS = (Check("commitment-not-marked", "Commitments in the prose that nobody marked as actions.", not_marked),)
