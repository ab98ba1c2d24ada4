"""The steps of one life: what each mention makes of it, and what its status is then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.record import ActionStatus, Due, Owner
from pipeline.rules.match import Matcher
from pipeline.track.life import Event, Step
from pipeline.track.likeness import stems
from pipeline.track.mentions import LISTS, Mention, status_of
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
        self.stated = first.stated  # the day is a paper's or a person's own, and not that of a "next meeting"
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
        if self._settled(text, score, words):
            return replace(mention, status="completed")
        stated = status_of(text, self.matcher)
        return replace(mention, status=stated if stated in ("cancelled", "superseded") else "in_progress")

    def row(self, mention: Mention, score: float, words: Iterable[frozenset[str]]) -> Mention:
        """A later meeting's row of a list with the status that its words state where it prints none.

        Args:
            score: how well it agrees with the action.
            words: of the action's mentions.
        """
        bare = mention.status == "open" and not mention.progress and not (mention.due.date or mention.due.text)
        later = all(step.date != mention.record.meeting.date for step in self.steps)
        if not bare or not later or mention.evidence.rule not in LISTS:
            return mention
        if any(self.matcher.first("progress", mention.text, part=part) for part in ("carried", "undone")):
            return mention
        return replace(mention, status="completed") if self._settled(mention.text, score, words) else mention

    def _settled(self, text: str, score: float, words: Iterable[frozenset[str]]) -> bool:
        """A text says that the action has been done, and agrees with it well enough to be believed."""
        settled = self.matcher.first("progress", text, part="settled")
        if settled is None:
            return False
        verb = stems(text[settled.start : settled.end])
        return score >= (CLOSES if any(verb & known for known in words) else ANYHOW)

    def take(self, mention: Mention, *, first: Mention) -> None:
        """Adds what a mention says.

        Args:
            first: the mention that raised it.
        """
        due = self.due if "due" in self.held else self._due(mention)
        event, status = self._event(mention, first, due)
        self.steps.append(step_of(mention, event, status))
        if "status" not in self.held or event == "closed":
            self.closed_by_sentence = event == "closed" and mention.action is None
            self.status = status
            self.held.discard("status")
        if due is not self.due:
            self.due, self.stated = due, mention.stated

    def _due(self, mention: Mention) -> Due:
        """What it is due by after a mention: a stated day stands against vague words, until its day has come."""
        if mention.stated or not self.due.date:
            return mention.due if mention.due.date or mention.due.text else self.due
        to_come = self.stated and self.due.date > (mention.record.meeting.date or "")
        return mention.due if mention.due.date and not to_come else self.due

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
            self.due, self.stated = due, True
            self.held.add("due")
        named = owners_of(update, owners)
        self.steps.append(step_of_word(update, event, self.status, named))
        return named

    def _event(self, mention: Mention, first: Mention, due: Due) -> tuple[Event, ActionStatus]:
        same_paper = any(step.record == mention.record.id for step in self.steps)
        same_meeting = _same_meeting(first, mention)
        status = mention.status
        if same_paper and mention.action is None:
            return "repeated", self.status
        if status in OVER:
            return "closed", status
        if same_paper or same_meeting:
            return "repeated", self.status
        if _later(self.due, due):
            return "extended", status
        if self.matcher.first("progress", mention.said, part="carried") is not None:
            day = mention.record.meeting.date
            again = any(step.event == "extended" and day and step.date == day for step in self.steps)
            return "repeated" if again else "extended", status  # a meeting's sheet and its minutes put it off once
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
