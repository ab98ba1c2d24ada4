"""Checks of the papers against themselves and against each other. Reads records only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from pipeline.check import across_papers, dates, divisions, figures, noticed, numbers, tables, votes
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers

CHECKS: tuple[Check, ...] = (
    *figures.CHECKS,
    *tables.CHECKS,
    *dates.CHECKS,
    *numbers.CHECKS,
    *votes.CHECKS,
    *divisions.CHECKS,
    *noticed.CHECKS,
    *across_papers.CHECKS,
)
"""All checks, in the order in which their findings are told."""

_SAID_BY = {
    "day-with-two-years": ("past-meeting-to-come", "weekday-against-date", "next-meeting-past"),
    "meeting-year-differs": ("past-meeting-to-come",),
    "next-meeting-differs": ("next-meeting-past", "weekday-against-date"),
    "approved-date-differs": ("past-meeting-to-come", "weekday-against-date"),
}
"""Where an earlier check has told that the same words can't be right, these checks do not tell it again."""


def check(papers: Iterable[Papers], *, codes: Set[str] | None = None) -> Iterator[Finding]:
    """What the checks find in these bodies' papers, body by body; a fault that two checks see is told once.

    Args:
        codes: only the checks of these codes.
    """
    for body in papers:
        told: set[tuple[str, str, str]] = set()
        for one in CHECKS:
            if codes is None or one.code in codes:
                fresh = []
                for finding in one.find(body):
                    places = {(place.record.id, _quote(place)) for place in finding.places}
                    if not any((code, *place) in told for code in _SAID_BY.get(finding.code, ()) for place in places):
                        told.add((finding.code, finding.place.record.id, _quote(finding.place)))
                        fresh.append(finding)
                yield from _once(fresh)


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for what several papers of a meeting say in the same words, with its place in each."""
    same: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        # A sentence that quotes nothing is the same for different things ("a marked action without an owner").
        meeting = finding.place.record.meeting.date if "“" in finding.message else None
        same.setdefault((meeting or str(id(finding)), finding.message), []).append(finding)
    for first, *more in same.values():
        also = tuple(one.place for one in more if one.place.record.id != first.place.record.id)
        yield replace(first, also=also) if also else first
        yield from (one for one in more if one.place.record.id == first.place.record.id)


def _quote(place: Place) -> str:
    return place.evidence.quote if place.evidence else ""
