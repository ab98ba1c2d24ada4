"""Records -> the lives of their actions: what each paper says of an action, put together over a body's meetings.

Two mentions are one action where their papers say so (a row that refers to a minute) or where their words, owners and
topics agree well enough; between enough and too little stands a doubt, which is told and never merged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from pipeline.match import Matcher
from pipeline.record import Action, ActionStatus, Due, Evidence, Owner, Record
from pipeline.sentences import sentences
from pipeline.track.life import Doubt, Event, Life, Step
from pipeline.track.likeness import Likeness, stems
from pipeline.track.said import Ties, owners_of, step_of
from pipeline.updates import Update

SURE = 0.62  # likeness from which two marked mentions are one action
DOUBT = 0.5  # likeness from which a person should look
TOLD = 0.6  # likeness from which a sentence speaks of an action
SILENT = 2  # meetings without a word after which an open action has vanished
_CARRIED = re.compile(
    r"\b(?:deferred|carried\s+(?:forward|over)|carry\s+forward|c/?f(?:wd)?|extended|postponed|outstanding|re-?scheduled|"
    r"held\s+over|roll(?:ed)?\s+over|moved\s+to|slipp(?:ed|age)|delayed|not\s+yet|still\s+to|remains?\s+open)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(r"\b(?:signed\s+|draft\s+|approved\s+)?minutes\b", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:now\s+|since\s+|already\s+|all\s+|both\s+)?(?:been\s+)?\w+(?:ed|en|wn|nt|ut|ld|de|ne)\b|"
    r"(?:was|were)\s+(?:now\s+|then\s+|duly\s+)?(?:completed|sent|published|circulated|approved|agreed|received|installed|"
    r"repaired|signed|submitted|delivered|presented|issued|adopted|resolved|paid)\b|(?:introduced|presented|tabled)\s+(?:the|a|an|his|her)\b"
    r"|[-–]\s*(?:agreed|approved|completed?|done|adopted)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one place in one paper says of an action."""

    record: Record
    text: str
    evidence: Evidence
    words: frozenset[str]
    owners: tuple[Owner, ...] = ()
    due: Due = Due()
    status: ActionStatus = "open"
    progress: str | None = None
    topic: str | None = None
    minute: str | None = None
    action: Action | None = None


@dataclass(slots=True)
class _Open:
    """A life while it is being put together."""

    ref: str
    first: Mention
    owners: tuple[Owner, ...]
    due: Due
    status: ActionStatus = "open"
    steps: list[Step] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    held: set[str] = field(default_factory=set)  # what a person said of it: no paper's mention changes that

    @property
    def over(self) -> bool:
        return self.status in ("completed", "cancelled", "superseded")


def track(
    records: Sequence[Record], matcher: Matcher, *, silent: int = SILENT, said: Sequence[Update] = ()
) -> list[Life]:
    """Every action of every body as one life, by body and the day it was raised.

    Args:
        silent: meetings without a word after which an open action has vanished.
        said: people's words on these records' actions (see pipeline.track.said.fit).
    """
    by_body: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_body[record.id.split("/")[0]].append(record)
    return [
        life
        for body in sorted(by_body)
        for life in _Tracker(
            by_body[body], matcher.for_body(body), silent, [one for one in said if one.action.startswith(f"{body}/")]
        ).lives()
    ]


def status_of(words: str, matcher: Matcher) -> ActionStatus | None:
    """The status that words of a paper state by the rules of kind status, None where they state none."""
    found = matcher.first("status", words)
    stated = found.get("status") if found is not None else ""
    return stated if stated in get_args(ActionStatus) else None  # type: ignore[return-value]


class _Tracker:
    """Goes through one body's papers by day."""

    def __init__(self, records: Sequence[Record], matcher: Matcher, silent: int, said: Sequence[Update]) -> None:
        self.silent = silent
        self.ties = Ties.of(said)
        self.waiting = sorted(said, key=lambda one: one.when)
        self.matcher = matcher
        self.likeness = Likeness.of(text for record in records for text in _texts(record))
        self.records = _in_order(records, self.likeness)
        self.meetings = sorted({r.meeting.date for r in self.records if r.kind == "minutes" and r.meeting.date})
        self.open: list[_Open] = []

    def lives(self) -> list[Life]:
        for record in self.records:
            self._words(record.meeting.date or "")
            self._paper(record)
        self._words(None)
        return [self._life(one) for one in self.open]

    def _paper(self, record: Record) -> None:
        before = list(self.open)
        for mention in _mentions(record):
            self._mention(mention, before)
        if record.kind == "minutes":
            for mention in _told(record):
                self._sentence(mention, before)

    def _words(self, day: str | None) -> None:
        """Take in what people said before a day (None: ever) of actions that have been raised."""
        for update in [one for one in self.waiting if day is None or one.when < day]:
            one = next((one for one in self.open if update.action in one.ids), None)
            if one is not None:
                self.waiting.remove(update)
                self._word(one, update)

    def _word(self, one: _Open, update: Update) -> None:
        """A person's word: it holds until a later one, or until a later paper closes the action."""
        due = Due(date=update.due)
        event: Event = "extended" if _later(one.due, due) else "reported"
        if update.status is not None:
            one.status = update.status
            one.held.add("status")
            event = "closed" if one.over else event
        if update.due:
            one.due = due
            one.held.add("due")
        owners = owners_of(update, one.owners)
        one.owners = owners or one.owners
        one.steps.append(step_of(update, event, one.status, owners))

    def _mention(self, mention: Mention, before: Sequence[_Open]) -> None:
        """An action or a row: a step of the life that it continues, else the first of a new one."""
        action = mention.action
        assert action is not None
        others = [one for one in self.open if not one.ids & self.ties.differ.get(action.id, frozenset())]
        tied = next((one for one in others if one.ids & self.ties.same.get(action.id, frozenset())), None)
        known = tied or next((one for one in others if action.refers_to and action.refers_to in one.ids), None)
        best, score = (known, 1.0) if known else self._best(mention, others)
        if best is not None and score >= SURE and (tied or not self._anew(best, mention)):
            self._step(best, mention)
            best.words.append(mention.words)
            best.ids.add(action.id)
            return
        status: ActionStatus = mention.status
        one = _Open(action.id, mention, mention.owners, mention.due, status, words=[mention.words], ids={action.id})
        one.steps.append(_step_of(mention, "raised", status))
        if best is not None and DOUBT <= score < SURE and best in before and not best.over:
            one.doubts.append(Doubt(one.ref, best.ref, round(score, 2), best.first.text))
        self.open.append(one)

    def _anew(self, one: _Open, mention: Mention) -> bool:
        """The same words for another thing: each meeting's own minutes, or a task that had been done."""
        if one.first.record.id == mention.record.id:
            return False
        routine = _ROUTINE.search(mention.text) is not None and not _CARRIED.search(mention.text)
        return (routine or one.over) and mention.status == "open" and not (mention.action and mention.action.carried)

    def _sentence(self, mention: Mention, before: Sequence[_Open]) -> None:
        """A sentence of the minutes that speaks of an action: of this meeting again, or of an earlier one."""
        best, score = self._best(mention, self.open)
        if best is None or score < TOLD:
            return
        if best in before and best.first.record.id != mention.record.id:
            if best.over:
                return
            settled = _SETTLED.search(mention.text) is not None
            stated = status_of(mention.text, self.matcher)
            mention = replace(mention, status=stated or ("completed" if settled else "in_progress"))
        self._step(best, mention)

    def _best(self, mention: Mention, lives: Sequence[_Open]) -> tuple[_Open | None, float]:
        best, score = None, 0.0
        for one in lives:
            like = self._score(one, mention)
            if like > score:
                best, score = one, like
        return best, score

    def _score(self, one: _Open, mention: Mention) -> float:
        like = max(self.likeness.between(words, mention.words) for words in one.words)
        if like < 0.3:
            return like
        if one.owners and mention.owners:
            like += 0.08 if _same_people(one.owners, mention.owners) else -0.12
        if mention.topic and one.first.topic and stems(mention.topic) == stems(one.first.topic):
            like += 0.06
        return like

    def _step(self, one: _Open, mention: Mention) -> None:
        same_paper = any(step.record == mention.record.id for step in one.steps)
        same_meeting = one.steps[0].date == mention.record.meeting.date or (
            mention.record.kind == "action-sheet" and _month(one.steps[-1].date) == mention.record.meeting.date
        )
        status = mention.status
        event: Event
        if status in ("completed", "cancelled", "superseded"):
            event = "closed"
        elif same_paper or (same_meeting and mention.record.kind != "minutes"):
            event = "repeated"
        elif _later(one.due, mention.due) or _CARRIED.search(f"{mention.text} {mention.progress or ''}"):
            event = "extended"
        else:
            event = "reported"
        if event == "repeated":
            status = one.status
        if same_paper and event == "closed" and mention.action is None:
            event, status = "repeated", one.status
        one.steps.append(_step_of(mention, event, status))
        if "status" not in one.held or event == "closed":
            one.status = status
            one.held.discard("status")
        if mention.action is not None:
            one.owners = one.owners or mention.owners
            if (mention.due.date or mention.due.text) and "due" not in one.held:
                one.due = mention.due

    def _life(self, one: _Open) -> Life:
        last = max((step.date or "" for step in one.steps), default="")
        silent = sum(day > last for day in self.meetings) if last else 0
        still = one.status in ("open", "in_progress")
        first = one.first
        return Life(
            ref=one.ref,
            body=first.record.meeting.body or "",
            task=first.text,
            owners=one.owners,
            due=one.due,
            due_first=first.due,
            status=one.status,
            steps=tuple(one.steps),
            silent=silent,
            vanished=still and silent >= self.silent,
            topic=first.topic,
            visibility=first.action.visibility if first.action else "public",
            doubts=tuple(one.doubts),
        )


def _texts(record: Record) -> Iterator[str]:
    yield from (action.task for action in record.actions)
    yield from (minute.text for item in record.items for minute in item.minutes)


def _in_order(records: Sequence[Record], likeness: Likeness) -> list[Record]:
    """By day; an action sheet of a meeting's day before its minutes where it reports, after them where it repeats."""

    def key(record: Record) -> tuple[str, int, str]:
        day = record.meeting.date or ""
        day = f"{day}-99" if re.fullmatch(r"\d{4}-\d\d", day) else day
        if record.kind == "action-sheet":
            minutes = next((r for r in records if r.kind == "minutes" and r.meeting.date == record.meeting.date), None)
            return day, 3 if minutes is None or _repeats(record, minutes, likeness) else 1, record.id
        return day, 2, record.id

    return sorted(records, key=key)


def _repeats(sheet: Record, minutes: Record, likeness: Likeness) -> bool:
    raised = [stems(action.task) for action in minutes.actions]
    same = sum(any(likeness.between(stems(row.task), words) >= SURE for words in raised) for row in sheet.actions)
    return 2 * same >= len(sheet.actions)


def _mentions(record: Record) -> Iterator[Mention]:
    for action in record.actions:
        yield Mention(
            record,
            action.task,
            action.evidence,
            stems(action.task),
            action.owners,
            action.due,
            action.status,
            action.progress,
            action.topic,
            action.minute,
            action,
        )


def _told(record: Record) -> Iterator[Mention]:
    """The sentences of minutes that are no action themselves."""
    taken = [stems(action.evidence.quote) for action in record.actions]
    for item in record.items:
        for minute in item.minutes:
            for start, end in sentences(minute.text):
                text = minute.text[start:end]
                words = stems(text)
                if len(words) < 3 or any(words <= known or (known and known <= words) for known in taken):
                    continue
                evidence = minute.evidence.model_copy(update={"quote": text})
                yield Mention(record, text, evidence, words, topic=item.title, minute=minute.number or None)


def _step_of(mention: Mention, event: Event, status: ActionStatus) -> Step:
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


def _same_people(one: Sequence[Owner], two: Sequence[Owner]) -> bool:
    names = [{word.casefold() for owner in some for word in re.findall(r"\w{2,}", owner.name)} for some in (one, two)]
    return bool(names[0] & names[1] - {"the", "of", "and"})


def _later(before: Due, after: Due) -> bool:
    return bool(before.date and after.date and after.date > before.date)


def _month(day: str | None) -> str | None:
    return day[:7] if day else None
