"""Minutes set in columns without rules: a row of heads ("Item  Notes  Action") shows where the action column stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.layout.heads import Role, role_of
from pipeline.read.pdf_lines import Row, chunks_of

NEAR = 40.0  # points: how far left of its head a column may start
_PEOPLE = re.compile(
    r"\W*(?:(?:also|not|those|members|councillors|officers|others|trustees|governors)\s+)*"
    r"(?:present|in\s+attendance|apolog(?:y|ies)(?:\s+(?:for\s+absence|received))?|absent|attendees|observers|guests)\W*",
    re.IGNORECASE,
)
LINE = 1.6  # font sizes from one line of heads to the next
ALIGNED = 4.0  # points: how far two lines of one head may start apart
WORDS = 6  # a head has no more
_BESIDE: tuple[Role, ...] = ("action", "owner", "due", "mixed")
_BODY: tuple[Role, ...] = ("number", "title", "notes")


def heads_people(row: Row) -> bool:
    """ "Present   In attendance   Apologies": a row of heads, a list of people below each."""
    return all(_PEOPLE.fullmatch(chunk.text) for chunk in chunks_of(row))


@dataclass(frozen=True, slots=True)
class Headed:
    """The action columns of a page by their heads.

    Attributes:
        left: where the first begins.
        below: baseline of the heads, 0 on later pages.
        dated: days stand there.
        parts: where each further one begins: owners and days beside the tasks.
    """

    page: int
    left: float
    below: float
    dated: bool
    parts: tuple[float, ...] = ()


def headed_columns(pages: Sequence[tuple[int, Sequence[Row]]], far: float, several: float) -> Iterator[Headed]:
    """The action columns of each page from the first that has a row of heads for them.

    Args:
        far: left of this x no action column starts that is the only one; `several`: none of several.
    """
    heads: tuple[float, ...] = ()
    edge, dated = 0.0, False
    for page, rows in pages:
        below = 0.0
        for number, row in enumerate(rows):
            found = _head(row, far, several) if row.base > below else None
            if found is None:
                continue
            heads, dated = found
            starts = [chunks[-1].left for after in rows[number + 1 :] if len(chunks := chunks_of(after)) > 1]
            edge = min([heads[0], *(start for start in starts if heads[0] - NEAR < start < heads[0])])
            last = rows[number + 1] if number + 1 < len(rows) and _goes_on(row, rows[number + 1]) else row
            below = last.base + 0.5 * last.size
        if edge:
            yield Headed(page, edge, below, dated, heads[1:])


def _goes_on(heads: Row, below: Row) -> bool:
    """ "Required   Responsible" below "Action   Person": the second lines of the same heads."""
    lefts = [chunk.left for chunk in chunks_of(heads)]
    second = chunks_of(below)
    near = below.base - heads.base < LINE * heads.size and below.words[0].bold == heads.words[0].bold
    return near and all(any(abs(chunk.left - left) < ALIGNED for left in lefts) for chunk in second)


def _head(row: Row, far: float, several: float) -> tuple[tuple[float, ...], bool] | None:
    """Where the action columns start by a row of heads, and whether one is for days; None for any other row."""
    chunks = chunks_of(row) if row.words[0].upright else []
    if not chunks or chunks[-1].left <= far or any(len(chunk.words) > WORDS for chunk in chunks):
        return None
    roles = [role_of(chunk.text) for chunk in chunks]
    told = {role for chunk, role in zip(chunks, roles, strict=True) if role in _BESIDE and chunk.left > several}
    far = several if {"action", "owner"} <= told else far
    first = next((at for at, role in enumerate(roles) if role in _BESIDE and chunks[at].left > far), len(roles))
    alone = first == 0 and len(chunks) == 1 and (row.text.isupper() or row.words[0].bold)
    apart = first == 0 and len(set(roles)) == len(roles) > 1  # "Action   Person", each for something else
    if not all(role in _BESIDE for role in roles[first:]) or not (alone or apart or set(roles[:first]) & set(_BODY)):
        return None
    if first == len(chunks):
        return None
    return tuple(chunk.left for chunk in chunks[first:]), {"due", "mixed"} & set(roles) != set()
