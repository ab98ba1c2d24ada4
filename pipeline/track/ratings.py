"""Red, amber, green: rules/ratings.yaml on an action, and the ratings that papers print held against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.problem import RuleError
from pipeline.record import ActionStatus
from pipeline.shipped import rules_folder
from pipeline.strict import parse_file, validate
from pipeline.track.days import last_day
from pipeline.track.life import Life, Step
from pipeline.track.steps import OVER

Rating = Literal["red", "amber", "green"]
FILE = "ratings.yaml"
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3})\s?(?:%|per\s?cent\b)", re.IGNORECASE)


class _Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Percent(_Typed):
    """From one percentage to another, both included."""

    from_: int = Field(0, alias="from", ge=0, le=100)
    to: int = Field(100, ge=0, le=100)


class Line(_Typed):
    """A rating and its conditions; what is left out is no condition."""

    rating: Rating
    percent: Percent | None = None
    status: tuple[ActionStatus, ...] = ()
    past_due: bool | None = None
    extended: int = Field(0, ge=0)

    def fits(self, *, percent: int | None, status: ActionStatus, past_due: bool, extended: int) -> bool:
        """Do all conditions hold?"""
        return (
            (self.percent is None or (percent is not None and self.percent.from_ <= percent <= self.percent.to))
            and (not self.status or status in self.status)
            and (self.past_due is None or past_due == self.past_due)
            and extended >= self.extended
        )


class Ratings(_Typed):
    """The rules of ratings, as typed."""

    kind: Literal["ratings"]
    with_percent: tuple[Line, ...]
    without_percent: tuple[Line, ...]
    printed: dict[Rating, tuple[str, ...]] = Field(default_factory=dict)

    def rate(self, *, percent: int | None, status: ActionStatus, past_due: bool, extended: int) -> Rating | None:
        """The rating of the first line that fits; None where none does."""
        lines = self.without_percent if percent is None else self.with_percent
        return next(
            (
                line.rating
                for line in lines
                if line.fits(percent=percent, status=status, past_due=past_due, extended=extended)
            ),
            None,
        )

    def read(self, words: str | None) -> Rating | None:
        """The rating that a status column prints; None where it prints none, or several."""
        words = (words or "").strip()
        found = {rating for rating, names in self.printed.items() for name in names if _says(words, name)}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Misrated:
    """A rating that a paper prints against its own figures."""

    step: Step
    printed: Rating
    computed: Rating
    why: str


def load_ratings(root: Path) -> Ratings:
    """The rules of ratings of a workspace, else those that come with the program.

    Raises:
        RuleError: the file can't be used; says file and line.
    """
    path = next((path for path in (root / "rules" / FILE, rules_folder() / FILE) if path.is_file()), None)
    if path is None:
        raise RuleError(f"rules/{FILE} is missing.", hint="Install minutebook again.")
    return validate(Ratings, parse_file(path, error=RuleError), error=RuleError, hint="See docs/register.md.")


def percent_of(words: str | None) -> int | None:
    """The percentage that words state: "about 75%" -> 75; None where they state none, or several."""
    found = {int(digits) for digits in _PERCENT.findall(words or "")}
    return found.pop() if len(found) == 1 and max(found) <= 100 else None


def percent_done(life: Life) -> int | None:
    """How much is done by the last paper that says so; closed since then counts by its status, not by a figure."""
    stated = [(at, p) for at, step in enumerate(life.steps) if (p := percent_of(step.progress)) is not None]
    if not stated or (life.status in OVER and stated[-1][0] < len(life.steps) - 1):
        return None
    return stated[-1][1]


def misrated(life: Life, ratings: Ratings) -> tuple[Misrated, ...]:
    """The ratings that papers print and that their own percentage, status and day contradict."""
    out = []
    due = life.due_first
    extended = 0
    for step in life.steps:
        due = step.due if step.due.date else due
        extended += step.event == "extended"
        printed = ratings.read(step.progress)
        end = last_day(due.date)
        late = bool(end and step.date and end < step.date) and step.status not in OVER
        percent = percent_of(step.progress)
        computed = ratings.rate(percent=percent, status=step.status, past_due=late, extended=extended)
        if printed and computed and printed != computed:
            said = f"{percent}% done" if percent is not None else step.status.replace("_", " ")
            out.append(Misrated(step, printed, computed, f"{said}{', past due' if late else ''}"))
    return tuple(out)


def _says(words: str, name: str) -> bool:
    if len(name) == 1:
        return words == name
    return re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) is not None
