"""The steps of one life: what each mention makes of it, and what its status is then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.match import Matcher
from pipeline.record import ActionStatus, Due, Owner
from pipeline.track.life import Event, Step
from pipeline.track.likeness import stems
from pipeline.track.mentions import Mention, status_of
from pipeline.track.said import owners_of
from pipeline.track.said import step_of as step_of_word
from pipeline.updates import Update

OVER: tuple[ActionStatus, ...] = ("completed", "cancelled", "superseded")
CLOSES = 0.7  # likeness from which a sentence closes an action with the verb of its task
ANYHOW = 0.9  # with another verb


class Told:
    """What has been told of an action so far."""

    def __init__(self, matcher: Matcher, first: Mention) -> None:
        self.matcher = matcher
        self.status: ActionStatus = first.status
        self.due = first.due
        self.held: set[str] = set()  # what a person said of it: no paper's mention changes that
        self.closed_by_sentence = False
        event: Event = "closed" if first.status in OVER else "raised"
        self.steps = [step_of(first, event, first.status)]

    @property
    def last_day(self) -> str | None:
        """The day on which it was last spoken of."""
        return max((step.date for step in self.steps if step.date), default=None)

    def sentence(self, mention: Mention, score: float, words: Iterable[frozenset[str]]) -> Mention:
        """A later meeting's sentence with the status that it states."""
        text = mention.text
        if self.matcher.first("progress", text, part="carried") is not None:
            stated = status_of(text, self.matcher)
            return replace(mention, status=stated if stated in ("open", "in_progress") else "open")
        settled = self.matcher.first("progress", text, part="settled")
        if settled is not None:
            verb = stems(text[settled.start : settled.end])
            own = any(verb & known for known in words)
            if score >= (CLOSES if own else ANYHOW):
                return replace(mention, status="completed")
        stated = status_of(text, self.matcher)
        return replace(mention, status=stated if stated in ("cancelled", "superseded") else "in_progress")

    def take(self, mention: Mention, *, first: Mention) -> None:
        """Adds what a mention says.

        Args:
            first: the mention that raised it.
        """
        event, status = self._event(mention, first)
        self.steps.append(step_of(mention, event, status))
        if "status" not in self.held or event == "closed":
            self.closed_by_sentence = event == "closed" and mention.action is None
            self.status = status
            self.held.discard("status")
        if (mention.due.date or mention.due.text) and "due" not in self.held:
            self.due = mention.due

    def word(self, update: Update, owners: Sequence[Owner]) -> tuple[Owner, ...]:
        """Adds a person's word: it holds until a later one, or until a later paper closes the action.

        Returns: the owners that it names.
        """
        due = Due(date=update.due)
        event: Event = "extended" if _later(self.due, due) else "reported"
        if update.status is not None:
            self.status = update.status
            self.held.add("status")
            event = "closed" if update.status in OVER else event
        if update.due:
            self.due = due
            self.held.add("due")
        named = owners_of(update, owners)
        self.steps.append(step_of_word(update, event, self.status, named))
        return named

    def _event(self, mention: Mention, first: Mention) -> tuple[Event, ActionStatus]:
        same_paper = any(step.record == mention.record.id for step in self.steps)
        same_meeting = _same_meeting(first, mention)
        status = mention.status
        if same_paper and mention.action is None:
            return "repeated", self.status
        if status in OVER:
            return "closed", status
        if same_paper or same_meeting:
            return "repeated", self.status
        if _later(self.due, mention.due) or self.matcher.first("progress", mention.said, part="carried") is not None:
            return "extended", status
        return "reported", status


def step_of(mention: Mention, event: Event, status: ActionStatus) -> Step:
    """A mention as a step of a life."""
    return Step(
        date=mention.record.meeting.date,
        event=event,
        status=status,
        by=mention.record.title,
        record=mention.record.id,
        sha256=mention.record.source.sha256,
        evidence=mention.evidence,
        due=mention.due,
        progress=mention.progress,
        minute=mention.minute,
        action=mention.action.id if mention.action else "",
    )


def _same_meeting(first: Mention, mention: Mention) -> bool:
    one, two = first.record.meeting.date, mention.record.meeting.date
    if not one or not two:
        return False
    return one == two or (mention.record.kind == "action-sheet" and one[:7] == two)


def _later(before: Due, after: Due) -> bool:
    return bool(before.date and after.date and after.date > before.date)
