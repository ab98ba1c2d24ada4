"""Minutes set in columns without rules: a row of heads ("Item  Notes  Action") shows where the action column stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.layout.heads import Role, role_of
from pipeline.read.pdf_lines import Row, chunks_of

NEAR = 40.0  # points: how far left of its head a column may start
_PEOPLE = re.compile(
    r"\W*(?:(?:also|not|those|members|councillors|officers|others|trustees|governors)\s+)*"
    r"(?:present|in\s+attendance|apolog(?:y|ies)(?:\s+(?:for\s+absence|received))?|absent|attendees|observers|guests)\W*",
    re.IGNORECASE,
)
WORDS = 6  # a head has no more
_BESIDE: tuple[Role, ...] = ("action", "owner", "due", "mixed")
_BODY: tuple[Role, ...] = ("number", "title", "notes")


def heads_people(row: Row) -> bool:
    """ "Present   In attendance   Apologies": a row of heads, a list of people below each."""
    return all(_PEOPLE.fullmatch(chunk.text) for chunk in chunks_of(row))


def headed_columns(pages: Sequence[tuple[int, Sequence[Row]]], far: float) -> Iterator[tuple[int, float, float, bool]]:
    """Page, left edge, baseline of the head (none on later pages: 0) and whether days stand in the action column.

    Args:
        far: left of this x no action column starts.
    """
    edge, dated = 0.0, False
    for page, rows in pages:
        below = 0.0
        for number, row in enumerate(rows):
            found = _head(row, far)
            if found is None:
                continue
            left, dated = found
            starts = [chunks[-1].left for after in rows[number + 1 :] if len(chunks := chunks_of(after)) > 1]
            edge = min([left, *(start for start in starts if left - NEAR < start < left)])
            below = row.base + 0.5 * row.size
        if edge:
            yield page, edge, below, dated


def _head(row: Row, far: float) -> tuple[float, bool] | None:
    """Where the action column starts by a row of heads, and whether one is for days; None for any other row."""
    chunks = chunks_of(row) if row.words[0].upright else []
    if not chunks or chunks[-1].left <= far or any(len(chunk.words) > WORDS for chunk in chunks):
        return None
    roles = [role_of(chunk.text) for chunk in chunks]
    first = next((at for at, role in enumerate(roles) if role in _BESIDE and chunks[at].left > far), len(roles))
    alone = first == 0 and len(chunks) == 1 and (row.text.isupper() or row.words[0].bold)
    if not all(role in _BESIDE for role in roles[first:]) or not (alone or set(roles[:first]) & set(_BODY)):
        return None
    return (chunks[first].left, {"due", "mixed"} & set(roles) != set()) if first < len(chunks) else None
