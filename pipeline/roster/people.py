"""The people of a body as its roster gives them: who, in what capacity, from when to when, and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.record import Status
from pipeline.roster.sittings import Sighting, Sitting
from pipeline.roster.typed import Role


@dataclass(frozen=True, slots=True)
class Holding:
    """A capacity that somebody is listed in: the first and last day, and at how many meetings."""

    capacity: str
    first: str
    last: str
    meetings: int


@dataclass(frozen=True, slots=True)
class Term:
    """A time on the body. `typed`: a person said so; else from the first meeting to the last without a long gap.

    Attributes:
        last: None where a person typed no end.
    """

    first: str
    last: str | None
    typed: bool = False
    capacity: str | None = None

    def holds(self, day: str) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a body's papers list.

    Attributes:
        variants: other spellings of the name in the papers.
        typed: stands in people.yaml.
        marks: key of a meeting -> what the papers say.
        meetings: of the body within this person's terms, those where nothing is said of the person included.
    """

    name: str
    variants: tuple[str, ...]
    role: Role
    typed: bool
    holdings: tuple[Holding, ...]
    terms: tuple[Term, ...]
    marks: dict[str, Status]
    meetings: tuple[str, ...]
    sightings: tuple[Sighting, ...]

    def count(self, status: Status) -> int:
        return sum(mark == status for mark in self.marks.values())

    @property
    def silent(self) -> int:
        """Meetings of the terms at which the person is not listed at all, or as absent."""
        return sum(self.marks.get(key, "absent") == "absent" for key in self.meetings)

    @property
    def there(self) -> int:
        """Meetings of the terms at which the person was, as a member or in attendance."""
        return sum(self.marks.get(key) in ("present", "in_attendance") for key in self.meetings)

    @property
    def percent(self) -> float | None:
        """How much of the meetings in the terms a member was present at; None for those who attend."""
        if self.role != "member" or not self.meetings:
            return None
        return 100 * self.there / len(self.meetings)


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to say, for the program does not decide it.

    Attributes:
        code: same-person (two names that may be one), which-person (a name that may be several), two-people (one name
            that may be two), status-differs, outside-term.
        names: the names that it is about.
        sightings: one of each name.
    """

    code: str
    message: str
    names: tuple[str, ...]
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """A body's people, members first, by surname."""

    body: str
    slugs: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    people: tuple[Person, ...]
    questions: tuple[Question, ...]
    undated: tuple[str, ...] = ()
