"""Checks of the papers against themselves and against each other. Reads records only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from pipeline.check import across_papers, dates, figures, noticed, numbers, tables, votes
from pipeline.check.finding import Check, Finding
from pipeline.check.papers import Papers

CHECKS: tuple[Check, ...] = (
    *figures.CHECKS,
    *tables.CHECKS,
    *dates.CHECKS,
    *numbers.CHECKS,
    *votes.CHECKS,
    *noticed.CHECKS,
    *across_papers.CHECKS,
)
"""All checks, in the order in which their findings are told."""


def check(papers: Iterable[Papers], *, codes: Set[str] | None = None) -> Iterator[Finding]:
    """What the checks find in these bodies' papers, body by body.

    Args:
        codes: only the checks of these codes.
    """
    for body in papers:
        for one in CHECKS:
            if codes is None or one.code in codes:
                yield from one.find(body)
