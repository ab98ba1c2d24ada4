"""Lists in lists of printed lines: how deep each numbered or bulleted line stands, by how far it is set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.layout.numbers import mark_of
from pipeline.paper import Line, Table

POINTS = 10.0  # that an inner list of a PDF is set in by at least: " 9." stands less before "10."


def depths(places: Iterable[tuple[float, bool]], step: float) -> Iterator[int]:
    """For each line the number of lists that it stands in, 0 where it has no mark; a line that stands no further in
    than the outer list ends it.

    Args:
        places: how far each line is set in, and whether a number or bullet opens it.
        step: how much further an inner list is set in at least.
    """
    open_at: list[float] = []  # where the lists that are open begin
    for left, marked in places:
        if not marked:
            open_at = open_at if open_at and left > open_at[0] else []
            yield 0
            continue
        while len(open_at) > 1 and left <= open_at[-1] - step:
            open_at.pop()
        if not open_at or left <= open_at[0] - step:
            open_at = [left]
        elif left >= open_at[-1] + step:
            open_at.append(left)
        yield len(open_at)


def with_depths(flow: Iterable[Line | Table]) -> tuple[Line | Table, ...]:
    """A flow of lines with places on pages; each knows how many lists it stands in."""
    parts = list(flow)
    body = [n for n, part in enumerate(parts) if isinstance(part, Line) and part.role == "body" and part.box]
    lines = [part for n in body if isinstance(part := parts[n], Line)]
    for n, line, depth in zip(body, lines, depths(map(_place, lines), POINTS), strict=True):
        if depth:
            parts[n] = replace(line, depth=depth)
    return tuple(parts)


def _place(line: Line) -> tuple[float, bool]:
    return line.box[0] if line.box else 0.0, mark_of(line.text) is not None
