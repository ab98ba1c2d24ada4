"""People in columns below "Present": a row with several of them becomes a row for each, however few rows there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.pdf_heads import heads_people
from pipeline.read.pdf_lines import Row, chunks_of

MOST_WORDS = 9  # of a person with what stands behind the name
FAR = 2.6  # times the font size: a larger step down ends the list
_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*|[A-Z]\.|de|van|von|der|Mc\w+)"
_PERSON = re.compile(rf"(?:{_CAPITAL}\.?\s){{1,3}}{_CAPITAL}(?=$|,|\s\(|\s[–-]\s)")
_BEHIND = re.compile(r",|\s\(|\s[–-]\s")
_POST = re.compile(
    r"\b(?:chair\w*|director|officer|manager|clerk|secretary|treasurer|president|members?|councillor|trustee|governor"
    r"|head|lead|engineer|supervisor|coordinator|council|trust|team|school|group|committee|services?)\b",
    re.IGNORECASE,
)


def people_apart(rows: Sequence[Row]) -> list[Row]:
    """Rows of a page's body; those below a head of people that hold several people are cut between them."""
    out: list[Row] = []
    listed = False
    for above, row in zip([None, *rows], rows, strict=False):
        near = above is not None and row.base - above.base <= FAR * row.size
        if row.words[0].upright and len(chunks_of(row)) == 1 and heads_people(row):
            listed = True
            out.append(row)
            continue
        chunks = chunks_of(row) if listed and near and row.words[0].upright else []
        listed = len(chunks) > 1 and _all_people(chunks)
        out += chunks if listed else [row]
    return out


def _all_people(chunks: Sequence[Row]) -> bool:
    """Every part opens with a name; with nothing behind the names, three of them and none a post."""
    texts = [chunk.text for chunk in chunks]
    if not all(len(chunk.words) <= MOST_WORDS and _PERSON.match(chunk.text) for chunk in chunks):
        return False
    named = sum(_BEHIND.search(text) is not None for text in texts)
    return 2 * named > len(texts) or (len(texts) > 2 and not any(map(_POST.search, texts)))
