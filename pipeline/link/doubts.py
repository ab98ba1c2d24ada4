"""Amounts and dates that OCR was not sure of: a wrong figure looks as good as the right one, so a person is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.found import FoundDate, FoundMoney
from pipeline.problem import Problem

DOUBTFUL = 0.85
"""Of 1,700 words of amounts and days, printed badly, two in three were misread where tesseract's confidence was below
this, and one in twenty above it (docs/decisions.md)."""


def doubts(found: Sequence[FoundMoney | FoundDate]) -> Iterator[Problem]:
    """A question for each amount or date with a word that OCR was not sure of; the same words once a page."""
    asked: set[tuple[str, int | None]] = set()
    for entry in found:
        weakest = entry.evidence.weakest
        key = entry.text, entry.evidence.page
        if weakest is None or weakest >= DOUBTFUL or key in asked:
            continue
        asked.add(key)
        message = f"“{entry.text}” was read from a scan and may be misread; compare it with the page."
        yield Problem("ocr-doubtful", message, "warning", entry.evidence)
