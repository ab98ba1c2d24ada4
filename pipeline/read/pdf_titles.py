"""Titles set to the left of their text, in a column of their own: each becomes a line above the text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.layout.numbers import mark_of
from pipeline.read.pdf_lines import Row, chunks_of, cuts_of, row_of

LEAST = 3  # titles that show the column
ALIGNED = 3.0  # points: how far left edges may differ
GUTTER = 0.8  # ems of white space between title and text, at the least
MOST_WORDS = 8  # of a title, in a row
NARROWEST, BROADEST = 0.08, 0.45  # share of the page's text that the column of titles takes
STEP = 1.6  # times the font size: the title goes on in the next row
WHOLE = 0.7  # share of the texts that are in one piece: others are the columns of a table


class Titles(NamedTuple):
    """Left edges of the titles and of their texts, in points."""

    left: float
    text: float


def find_titles(pages: Sequence[tuple[int, Sequence[Row]]]) -> Titles | None:
    """Where a document's titles and their texts stand; None where titles have no column of their own."""
    rows = [row for _, rows in pages for row in rows if row.words[0].upright]
    cut = [parts for row in rows if (parts := _first_gap(row)) is not None and _is_title(*parts)]
    if len(cut) < LEAST:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    text = max((b.left for _, b in cut), key=lambda edge: sum(abs(b.left - edge) <= ALIGNED for _, b in cut))
    beside = [b for a, b in cut if abs(b.left - text) <= ALIGNED and abs(a.left - left) <= ALIGNED]
    alone = sum(abs(row.left - text) <= ALIGNED for row in rows)
    across = sum(any(word.left < text - ALIGNED and word.right > text for word in row.words) for row in rows)
    whole = sum(len(chunks_of(row)) == 1 for row in beside)
    fits = NARROWEST < (text - left) / max(right - left, 1.0) < BROADEST
    if fits and LEAST <= len(beside) <= alone and across < alone and whole >= WHOLE * len(beside):
        return Titles(left, text)
    return None


def titles_above(rows: Sequence[Row], titles: Titles) -> list[Row]:
    """The rows of a page, each title as rows of its own above the text that it stands beside."""
    out: list[Row] = []
    waiting: list[Row] = []  # the text beside a title that may go on
    last: Row | None = None
    for row in rows:
        title, text = _cut(row, titles)
        goes_on = last is not None and row.base - last.base < STEP * row.size
        if title is not None and (_is_title(title, text) or (goes_on and title.words[0].bold == _last_bold(out))):
            if not goes_on or mark_of(title.text) is not None:
                out += waiting
                waiting = []
            out.append(title)
            waiting += [text] if text is not None else []
            last = row
            continue
        out += waiting
        waiting, last = [], None
        out.append(row)
    return out + waiting


def _last_bold(rows: Sequence[Row]) -> bool:
    return bool(rows) and rows[-1].words[0].bold


def _is_title(title: Row, text: Row | None) -> bool:
    """A number with words behind it, or words in bold beside text that is not."""
    if len(title.words) > MOST_WORDS or title.text.endswith((":", ",")):
        return False
    mark = mark_of(title.text)
    if mark is not None and mark.groups:
        return title.text[mark.length :][:1].isupper()
    return all(word.bold for word in title.words) and text is not None and not text.words[0].bold


def _cut(row: Row, titles: Titles) -> tuple[Row | None, Row | None]:
    """The title's part of a row and the text's; no title where words cross into the text's column."""
    before = [word for word in row.words if word.left < titles.text - ALIGNED]
    after = row.words[len(before) :]
    clear = before and abs(row.left - titles.left) <= ALIGNED and before[-1].right < titles.text - GUTTER * row.size
    if not clear or (after and abs(after[0].left - titles.text) > ALIGNED):
        return None, row
    return row_of(before), row_of(after) if after else None


def _first_gap(row: Row) -> tuple[Row, Row] | None:
    """A row cut at the first wide gap behind more than a number."""
    for title, text in cuts_of(row, GUTTER, MOST_WORDS):
        mark = mark_of(title.text)
        if mark is None or mark.length < len(title.text):
            return title, text
    return None
