"""A page before anyone says how it reads: words with their places, drawn rules. Alike for text layers and for scans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.paper import Box

FEW_WORDS = 12  # a page with a picture over it and no more words than these is a scan
LEGIBLE = 0.3  # share of the words of a text layer that hold a letter or digit, below which it is of no use

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) takes x, y to a*x + c*y + e, b*x + d*y + f."""
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Word(NamedTuple):
    """A word on a page; places in points from the page's top left.

    `upright` is False for text set sideways; `confidence` (0 to 1) is None where the word is the file's own text.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    upright: bool
    confidence: float | None = None


class Rule(NamedTuple):
    """A drawn horizontal or vertical line: left == right or top == bottom."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RawPage:
    """What stands on a page before anyone says how it reads. Words come in the order that the file draws them.

    Attributes:
        scanned: a picture covers it, or its text layer is of no use: OCR is to read it.
        turned: from the words' places to the page as shown. A scan that lies sideways or askew is read straight; its
            width and height are then those of the straightened page.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    scanned: bool = False
    turned: Matrix = SAME


def garbled(words: Sequence[Word]) -> bool:
    """A text layer of signs that stand for nothing: its fonts do not say which letters they draw."""
    first = words[:60]  # such a font spoils a page from its first word
    return len(words) > FEW_WORDS and sum(any(map(str.isalnum, w.text)) for w in first) < LEGIBLE * len(first)


def times(one: Matrix, two: Matrix) -> Matrix:
    """Apply `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def placed(box: Box, matrix: Matrix) -> Box:
    """The upright box around a box that a matrix moves, in tenths of a point."""
    a, b, c, d, e, f = matrix
    left, top, right, bottom = box
    corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)
