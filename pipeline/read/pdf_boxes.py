"""Tasks in boxes: "Action: Mend the gate   By: Ann Box   When: 3 May", each label and its words in a column."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.boxes import is_task, label_of, roles_of
from pipeline.read.pdf_lines import Row, row_of

GUTTER = 0.7  # ems of white space before a label that is not the row's first
STEP = 1.45  # times the font size: a larger step down ends the box
MOST_WORDS = 3  # of a label


def box_at(rows: Sequence[Row], start: int) -> tuple[int, list[float]] | None:
    """Where the box that `rows[start]` opens ends, and the left edges of its columns; None where it opens none."""
    lefts = _labels(rows[start])
    if lefts is None:
        return None
    end = start + 1
    while end < len(rows) and rows[end].base - rows[end - 1].base <= STEP * rows[end].size:
        if not _keeps(rows[end], lefts) or _labels(rows[end]) is not None:
            break
        end += 1
    return end, lefts


def _labels(row: Row) -> list[float] | None:
    """The left edges of a row's labels, where they are those of a task."""
    if not row.words[0].upright or ":" not in row.text:
        return None
    found = [
        (words.left, label)
        for at, words in enumerate(row.words)
        if at == 0 or words.left - row.words[at - 1].right >= GUTTER * row.size
        if (label := label_of(row_of(row.words[at : at + MOST_WORDS]).text)[0])
    ]
    lefts = [left for left, _ in found]
    whole = bool(found) and lefts[0] == row.left and is_task(roles_of([label for _, label in found]))
    return lefts if whole else None


def _keeps(row: Row, lefts: Sequence[float]) -> bool:
    """No word of the row runs from one column into the next, and its first stands where a column begins."""
    crossed = any(word.left < left - 1 < word.right - 2 for word in row.words for left in lefts)
    return not crossed and any(abs(row.left - left) < row.size for left in lefts)
