"""What a check finds: a contradiction or a gap, both of its places, and a sentence that a clerk understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.problem import Severity
from pipeline.record import Evidence, Record

if TYPE_CHECKING:
    from pipeline.check.papers import Papers


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the record, and the words in its paper (None where what is told is missing there)."""

    record: Record
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at.

    Attributes:
        code: kebab-case name of the check ("figure-contradicts-table").
        severity: error (the papers contradict each other), warning (probably wrong), info (worth a look).
        message: one sentence that a clerk understands, with both values in it.
        place: where it shows; `other` is what it is held against.
        also: where the same shows in other papers of the meeting.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    other: Place | None = None
    also: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """All its places, where it shows first."""
        return tuple(place for place in (self.place, *self.also, self.other) if place is not None)


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its findings' code, what it is about in a line, and the function that looks at one body's papers."""

    code: str
    about: str
    find: Callable[[Papers], Iterable[Finding]]
