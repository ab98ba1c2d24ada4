"""Labels in a narrow column at the left that wrap beside their text: "Officers in" / "Attendance:" are one label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.pdf_lines import Row, chunks_of, in_one_row, row_of

GUTTER = 0.8  # ems of white space between label and text, at the least
ALIGNED = 3.0  # points
MOST_ROWS = 3  # of a label
MOST_WORDS = 4  # of a label, in a row

_WHO = re.compile(
    r"(?:also\s+|others?\s+|(?:members?|trustees?|governors?|directors?|councillors?|officers?)\s+(?:also\s+)?)*(?:in\s+attendance|present)|apolog(?:y|ies)"
    r"(?:\s+for\s+absence|\s+received)?|absent\s+with(?:out)?\s+apologies",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:in|for|of|and|by|with|to|from|also|the|others?|members?|&)$", re.IGNORECASE)


def with_whole_labels(rows: Sequence[Row]) -> list[Row]:
    """The rows of a column, each label that wraps as a row of its own above the text it stands beside."""
    out: list[Row] = []
    number = 0
    while number < len(rows):
        cut = _label_at(rows, number)
        if not cut:
            out.append(rows[number])
            number += 1
            continue
        out.append(row_of(in_one_row([word for label, _ in cut for word in label.words])))
        out += [text for _, text in cut if text is not None]
        number += len(cut)
    return out


def _label_at(rows: Sequence[Row], start: int) -> list[tuple[Row, Row | None]]:
    """Label and text of each row of a label that wraps; [] where none starts at `rows[start]`."""
    cut: list[tuple[Row, Row | None]] = []
    for row in rows[start : start + MOST_ROWS]:
        label, text = _cut(row)
        if label is None or (cut and abs(label.left - cut[0][0].left) > ALIGNED):
            break
        side = cut[0][1] if cut else text
        if side is None or (text or side).left - side.left > ALIGNED or label.right > side.left - GUTTER * row.size:
            break
        if cut and row.base - cut[-1][0].base > 1.6 * row.size:
            break
        whole = bool(cut) and _WHO.fullmatch(f"{cut[-1][0].text} {label.text}".rstrip(" :-")) is not None
        if cut and not (whole or _GOES_ON.search(cut[-1][0].text) or label.text[:1].islower()):
            break
        cut.append((label, text))
        if len(cut) > 1 and (label.text.endswith(":") or _WHO.fullmatch(" ".join(part.text for part, _ in cut))):
            return cut
    return []


def _cut(row: Row) -> tuple[Row | None, Row | None]:
    """A row's label, if it can be part of one, and the text beside it."""
    if not row.words[0].upright:
        return None, None
    chunks = chunks_of(row, GUTTER)
    label = chunks[0]
    if len(label.words) > MOST_WORDS or re.search(r"[\d.,;]", label.text) or len(chunks) > 2:
        return None, None
    return label, (chunks[1] if len(chunks) > 1 else None)
