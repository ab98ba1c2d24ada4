"""What the extractors find: verbatim and unresolved. `link` turns these into the record's entries."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.paper import Evidence
from pipeline.problem import Problem
from pipeline.record import ActionStatus, Answer, Outcome, Status


@dataclass(frozen=True, slots=True)
class Place:
    """The item and minute under which something stands; `topic` is the nearest heading or topic cell."""

    item: str | None = None
    minute: str | None = None
    topic: str | None = None
    exempt: bool = False


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody recorded as being there or not. `name` without title and post-nominals, spelled as printed."""

    name: str
    status: Status
    evidence: Evidence
    capacity: str | None = None
    initials: str | None = None


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """An outcome of the body that met. `mover`, `seconder` as written; `votes` = (for, against, abstain)."""

    text: str
    outcome: Outcome
    place: Place
    evidence: Evidence
    mover: str | None = None
    seconder: str | None = None
    votes: tuple[int | None, int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class FoundAction:
    """A task that somebody is to do. `owners` and `due` as written; `number`: of its label, 3 for "AP3"."""

    task: str
    place: Place
    evidence: Evidence
    owners: tuple[str, ...] = ()
    due: str | None = None
    marked: bool = False
    carried: bool = False
    status: ActionStatus = "open"
    progress: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A mention of an amount, read: `amount` in whole currency units, `currency` as an ISO 4217 code."""

    text: str
    amount: float
    currency: str
    place: Place
    evidence: Evidence
    label: str | None = None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A calendar mention. What the paper does not say is None; `link` gives the year that the paper implies.

    Attributes:
        form: day, month, year, span (2018/19: `year` to `end_year`), season (`month` holds 21-24), last-year,
            this-year, next-year.
        before: the words before it in its paragraph, which tell what it is for.
    """

    text: str
    form: str
    place: Place
    evidence: Evidence
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question that a consultation asks."""

    text: str
    answer: Answer
    section: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundRecommendation:
    """What a report asks a body to decide. `number` as printed, `to` is who is asked, as written."""

    text: str
    place: Place
    evidence: Evidence
    number: str = ""
    to: str | None = None


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of figures. Cells are numbers, words, or None where empty.

    Attributes:
        header: the columns' heads, () where none is known; else every row is as wide.
        unit: GBP, GBP-thousand, GBP-million, days ...; None where the paper does not say.
        totals: the row that the paper prints as totals, not among `rows`.
        problems: what could not be settled (a number whose column is not certain).
    """

    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[float | str | None, ...], ...]
    evidence: Evidence
    totals: tuple[float | str | None, ...] | None = None
    unit: str | None = None
    place: Place = Place()
    problems: tuple[Problem, ...] = ()
