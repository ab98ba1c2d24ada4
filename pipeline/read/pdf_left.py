"""The left-hand margin: owners' initials in a narrow column before the text, told by the whole document."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.ahead import are_owners, may_own
from pipeline.read.pdf_lines import Row, cuts_of, row_of

ALIGNED = 3.0  # points: how far the text's left edge may differ
GUTTER = 0.8  # ems of white space between owner and text, at the least
MOST_WORDS = 5  # of an owner, with "and" or "&" between two
WIDEST = 0.25  # share of the page's text: a column of owners is narrower
LEAST_TEXT = 3  # words beside an owner


def find_left(pages: Sequence[tuple[int, Sequence[Row]]]) -> float | None:
    """The left edge of the text that has owners to its left; None where a document has none.

    Args:
        pages: page number and body rows, top to bottom.
    """
    rows = [row for _, rows in pages for row in rows if row.words[0].upright]
    if not rows:
        return None
    edge, right = min(row.left for row in rows), max(row.right for row in rows)
    cut = [parts for row in rows if (parts := _first_gap(row)) is not None]
    lefts = [text.left for owner, text in cut if text.left - edge < WIDEST * (right - edge)]
    if not lefts:
        return None
    best = max(lefts, key=lambda left: sum(abs(left - other) <= ALIGNED for other in lefts))
    beside = [(owner.text, text.text) for owner, text in cut if abs(text.left - best) <= ALIGNED]
    alone = sum(abs(row.left - best) <= ALIGNED for row in rows)
    return best if alone > len(beside) and are_owners(beside) else None


def split_left(row: Row, edge: float) -> tuple[Row | None, Row | None]:
    """The text and the owner to its left; the row and None where it has no owner."""
    before = [word for word in row.words if word.left < edge - ALIGNED]
    text = row.words[len(before) :]
    if not before or len(before) > MOST_WORDS or before[-1].right > edge - GUTTER * row.size:
        return row, None
    owner = row_of(before)
    if not text or abs(text[0].left - edge) > ALIGNED or not may_own(owner.text, row_of(text).text):
        return row, None
    return row_of(text), owner


def _first_gap(row: Row) -> tuple[Row, Row] | None:
    """A row cut at its first wide gap, where the words before it could be an owner."""
    cut = next(cuts_of(row, GUTTER, MOST_WORDS), None)
    if cut is None:
        return None
    owner, text = cut
    return cut if len(text.words) >= LEAST_TEXT and may_own(owner.text, text.text) else None
