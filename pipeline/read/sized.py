"""Headings of a printed page by their size: titles printed larger than the text have a level, the largest the first."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.paper import Line, Table

LARGER = 1.08  # times the size of the text: what is printed so is no text
LONGEST = 20  # words of a title, whatever lines it takes
TITLES = 0.8  # share of what a size prints that reads as titles: other sizes print letters, tables, quotes
DEEPEST = 6  # level of the smallest sizes, where a pack has many


def with_levels(flow: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The flow, with the level of each title that is printed larger than the text: the largest size is level 1.

    A format that marks headings itself (a Word file with styles) is believed.
    """
    if any(isinstance(part, Line) and part.heading for part in flow):
        return tuple(flow)
    text = _text_size(flow)
    runs: defaultdict[float, list[list[int]]] = defaultdict(list)
    for size, run in itertools.groupby(range(len(flow)), key=lambda at: _size(flow[at])):
        if size > LARGER * text > 0:
            runs[size].append(list(run))
    sizes = sorted((size for size in runs if _prints_titles([_words(flow, run) for run in runs[size]])), reverse=True)
    levels = {at: min(level, DEEPEST) for level, size in enumerate(sizes, 1) for run in runs[size] for at in run}
    return tuple(
        replace(part, heading=levels[at]) if isinstance(part, Line) and at in levels else part
        for at, part in enumerate(flow)
    )


def _text_size(flow: Sequence[Line | Table]) -> float:
    """The size in points of most letters outside tables; 0 where nothing tells it."""
    letters: Counter[float] = Counter()
    for part in flow:
        if isinstance(part, Line) and (size := _size(part)):
            letters[size] += len(part.text)
    return max(letters, key=lambda size: (letters[size], size), default=0.0)


def _size(part: Line | Table) -> float:
    """To half a point; 0 for what bears no level: a table, a margin, furniture, what OCR has read."""
    if not isinstance(part, Line) or part.role != "body" or part.confidence or not part.size:
        return 0.0
    return round(2 * part.size) / 2


def _words(flow: Sequence[Line | Table], run: Sequence[int]) -> list[str]:
    """The texts of a run of lines of one size, one for each paragraph."""
    texts: list[str] = []
    for at in run:
        line = flow[at]
        assert isinstance(line, Line)
        if texts and not (line.gap or line.whole):
            texts[-1] += f" {line.text}"
        else:
            texts.append(line.text)
    return texts


def _prints_titles(runs: Sequence[Sequence[str]]) -> bool:
    texts = [text for run in runs for text in run]
    titles = sum(len(text.split()) <= LONGEST and not text.rstrip().endswith((".", ";", ",")) for text in texts)
    return titles >= TITLES * len(texts)
