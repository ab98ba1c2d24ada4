"""Headings whose titles open with what counts them: Roman numerals without a stop."""

from __future__ import annotations

from dataclasses import replace

from pipeline.numbers import ROMAN
from pipeline.titles import Head


def with_roman(heads: dict[int, Head]) -> dict[int, Head]:
    """ "II DECLARATION OF INTEREST": the headings count on in Roman numerals without a stop."""
    told = [head.title.partition(" ") for head in heads.values()]
    if len(told) < 3 or [number for number, _, _ in told] != [*ROMAN[: len(told)]]:
        return heads
    return {
        index: replace(head, number=number, title=title.strip())
        for (index, head), (number, _, title) in zip(heads.items(), told, strict=True)
    }
