"""Sentences of a paragraph, as offsets. Knows the abbreviations of minutes: Cllr., No., Prop., initials, e.g."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£€$•])|;\s+(?=[A-Z])|(?<=[a-z)])\s+[•●▪]\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Cmhlr|Councillor|Cr|Ald|Sen|Sel|Supt|Comm|Commr|Chrm|Mr|Mrs|Ms|Miss|Dr|Rev|Revd|Prof|Sr|Jr|St|Sgt|Insp|Capt|Col|Maj|Lt|Hon|Rt"
    r"|No|Nos|Ref|Refs|Prop|Sec|Vol|Co|Ltd|Inc|Dept|Gov|approx|etc|vs|viz|cf|ie|eg|i\.e|e\.g|p|pp|para|paras|fig|App|Appx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m"
    r"|Rd|Ave|Tel|min|max|incl|excl|2nd|1st)|(?:^|[\s(/])[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end offsets of the sentences of a text, white space around them left out."""
    out: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        end = found.start() + len(found[0].rstrip())
        if found[0][0] == "." and _ABBREVIATION.search(text[max(0, end - 14) : found.start() + 1]):
            continue
        if found[0][0] == ";" and text.count("(", start, end) > text.count(")", start, end):
            continue
        if text[start:end].strip():
            out.append(_trim(text, start, end))
        start = found.end()
    if text[start:].strip():
        out.append(_trim(text, start, len(text)))
    return out


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
