"""Papers drawn for tests: words where they stand on a PDF's page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Piece = tuple[float, float, str]
"""Left edge, distance from the page's top (points), words."""


def drawn(path: Path, pieces: Iterable[Piece], *, size: float = 11) -> Path:
    """A page of Helvetica with the pieces on it; `path` for convenience."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", size)
    for left, top, words in pieces:
        canvas.drawString(left, A4[1] - top, words)
    canvas.save()
    return path


def columns(rows: Iterable[tuple[str, ...]], *, lefts: tuple[float, ...], top: float, step: float) -> list[Piece]:
    """The cells of rows below each other, each at its column's left edge; an empty cell is left out."""
    return [
        (left, top + number * step, words)
        for number, row in enumerate(rows)
        for left, words in zip(lefts, row, strict=False)
        if words
    ]
