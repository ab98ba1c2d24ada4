"""The life of an action over meetings: raised, repeated, reported on, extended, closed, each step with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.record import ActionStatus, Due, Evidence, Owner, Visibility

Event = Literal["raised", "repeated", "reported", "extended", "closed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One time that a paper or a person speaks of an action.

    Attributes:
        date: the meeting's, or the day of a person's word; None where the paper has none.
        by: the paper's title, or the person's name.
        record: the record's id; "" for a person's word.
        sha256: of the paper's file; of a person's word the hash that seals it.
        due: the due that this step states, empty where it states none.
        progress: words of an outcome or progress column; what a person names as evidence.
        owners: those whom a person named; empty for a paper.
        action: id of the action or row in the record; "" for a sentence and for a person's word.
    """

    date: str | None
    event: Event
    status: ActionStatus
    by: str
    record: str
    sha256: str
    evidence: Evidence
    due: Due = Due()
    progress: str | None = None
    minute: str | None = None
    owners: tuple[Owner, ...] = ()
    action: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actions that may be one, for a person to say: nothing is merged on it."""

    ref: str
    other: str
    likeness: float
    quote: str


@dataclass(frozen=True, slots=True)
class Life:
    """One action from the first time it is spoken of to the last.

    Attributes:
        ref: the id of the action in the record that raised it.
        due: what counts now; `due_first` what was said first.
        silent: meetings of the body since it was last spoken of.
    """

    ref: str
    body: str
    task: str
    owners: tuple[Owner, ...]
    due: Due
    due_first: Due
    status: ActionStatus
    steps: tuple[Step, ...]
    silent: int
    vanished: bool
    topic: str | None = None
    visibility: Visibility = "public"
    doubts: tuple[Doubt, ...] = ()

    @property
    def raised(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def extensions(self) -> int:
        return sum(step.event == "extended" for step in self.steps)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the actions and rows in records that are this one."""
        return tuple(step.action for step in self.steps if step.action)

    @property
    def open(self) -> bool:
        return self.status in ("open", "in_progress")
