"""What lineage tells: links between places in papers, each with the words on both sides and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.record import Decision, Evidence, Recommendation, Record

Kind = Literal["report", "minutes", "earlier", "again", "recommended-by", "recommended-to", "later"]
Verdict = Literal["same", "amended", "not-taken-up"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a decision goes back to, or what came of it.

    Attributes:
        kind: report (before the meeting), minutes (that it approves or names), earlier (a decision that it names),
            again (an earlier decision in much the same words), recommended-by, recommended-to (the other body),
            later (a later decision that goes back to this one).
        sure: False where a person has to look before anybody relies on it.
        message: a sentence that says what is linked, and what the doubt is.
        words: the words of this paper that speak of it.
        record: the other paper; None where it is not here.
        there: the words of the other paper, None where the whole paper is meant.
        decision: the other paper's decision.
    """

    kind: Kind
    sure: bool
    message: str
    words: Evidence
    record: Record | None = None
    there: Evidence | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in one text and not in the other, at one place."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A recommendation beside the resolution taken on it.

    Attributes:
        decision: None where no resolution of the item reads like the recommendation.
        changes: the words that differ, in order.
        sure: False where the report is linked with doubt, or the two texts have little in common.
        more: the resolution says more than what was recommended here.
    """

    report: Record
    recommendation: Recommendation
    minutes: Record
    item: str
    decision: Decision | None
    verdict: Verdict
    changes: tuple[Change, ...]
    sure: bool
    more: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """One decision with its links and the recommendations that it answers."""

    record: Record
    decision: Decision
    links: tuple[Link, ...]
    comparisons: tuple[Comparison, ...]
