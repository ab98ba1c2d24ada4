"""Checks of the papers against themselves and against each other. Reads records only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.check.finding import Check, Finding
from pipeline.check.papers import Papers

CHECKS: tuple[Check, ...] = ()
"""All checks, in the order in which their findings are told."""


def check(papers: Iterable[Papers]) -> Iterator[Finding]:
    """What the checks find in these bodies' papers, body by body."""
    for body in papers:
        for one in CHECKS:
            yield from one.find(body)
