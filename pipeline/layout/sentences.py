"""Sentences of a paragraph, as offsets. Knows the abbreviations of minutes: Cllr., No., Prop., initials, e.g."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(
    r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£€$•])|(?<![Pp]roposed)(?<![Ss]econded)(?<![Mm]oved);\s+(?=(?!Seconded\b)[A-Z])|(?<=[a-z)])\s+[•●▪]\s+"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[Cc]llrs?|Dist|Boro|Cty|Cmhlr|Cyng|Councillor|Cr|Ald|Sen|Sel|Supt|Comm|Commr|Chrm|Mr|Mrs|Messrs|Shri|Smt|Sh|Ms|Miss|Dr|Rev|Revd|Bros?|Sis|Prof|Sr|Jr|St|Sgt|Insp|Capt|Col|Maj|Lt|Hon|Rt"
    r"|No|Nos|Ref|Refs|Approx|Cres|Blvd|[Pp]rop|[Ss]ec|Vol|Co|Ltd|Inc|Dept|Gov|approx|etc|vs|viz|cf|ie|eg|i\.e|e\.g|p|pp|para|paras|fig|App|Appx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m"
    r"|Rd|Ave|Tel|Chqs?|min|max|incl|excl|2nd|1st)|(?:^|[\s(\[/])[A-Z])\.$"
)
# Abbreviations that also end a sentence: "at 2 p.m. The", "lamps etc. An".
_CLOSES = re.compile(r"\b(?:etc|a\.m|p\.m|Rd|Ave|St|Cres|Blvd|Ltd|Inc)\.$")
_SEVERAL_INITIALS = re.compile(r"(?:^|[\s(/])(?:[A-Z]\.\s?){1,3}[A-Z]\.$")  # "J.W. Marlow"; "U.K. The" ends a sentence
# "numbers by 20th Feb. Lou has the form": behind a day, a short month ends a sentence unless a year follows
_MONTH_ENDS = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
# "£50 (Ch. No. 412)", "Cert. Nos. 4 and 5": what is numbered
_SHORT = re.compile(r"\b[A-Z][a-z]{1,4}\.$")
_NUMBERED = re.compile(r"Nos?\.?\s?\d")
# "the hedge of no. 8", "c. 40 chairs", "est. £90", "ext. 4": small letters before a figure
_BEFORE_FIGURE = re.compile(
    r"(?<![\w’'])(?:nos?|ca?|circa|est|ext|tel|ch|max|min|ave?|avg|pg|pp|col|cl|art|vol|chap)\.$"
)
_FIGURE = re.compile(r"[£€$]?\d")
# "held on the 22nd. March": no sentence ends in the midst of a day.
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\.$")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s")
_OPENS = re.compile(
    r"(?:The|This|That|These|Those|It|An?|He|She|They|We|In|On|At|No|There|All|Members|When|Once|If|After|Following)\b"
)

# "The meeting was opened at 7 p.m. Mayor Lund presided.": a sentence, as "At 7 p.m." before him is none
_OFFICE = re.compile(
    r"(?:Mayor|Supervisor|President|Vice|Chair(?:man|woman|person)?|Councill?or|Cllr|Mr|Mrs|Ms|Miss|Dr|Present|Also|Apologies)\b"
)
_SAYS = re.compile(r"\b(?:was|were|opened|started|began|commenced)\b")
_LIST_OF = re.compile(r"\W*(?:Approved|Adopted|Ratified|Noted|Received|Deferred|Reviewed)\s*:")  # "Approved: A; B; C."
# "Voting nay: None. Absent: Box.": the roll of a vote is part of its motion's sentence; "Aye: 7" closes it.
_ROLL = re.compile(
    r"(?:(?:voting|voted)\s+)?(?:ayes?|yeas?|nays?|noes|no|absent|abstain\w*|abstentions?|excused|recused|not\s+voting)\s?:\s(?!\d)",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:moved|seconded|motion|second)\b", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:ayes?|yes|yeas?|nays?|no|abstain(?:ed|s)?|absent)\W*$", re.IGNORECASE)
_VOTE = re.compile(
    r"(?:and\s+)?[A-Z][^;.]{0,40}?[\s,:–-](?:ayes?|yes|yeas?|nays?|no|abstain(?:ed|s)?|absent)\b\s*(?:[;.,]|$)",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end offsets of the sentences of a text, white space around them left out."""
    return list(_sentences(text))


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        end = found.start() + len(found[0].rstrip())
        short = text[max(0, end - 14) : found.start() + 1]
        told = _OFFICE.match(text, found.end()) and _SAYS.search(text, start, end)
        closes = _CLOSES.search(short) and (_OPENS.match(text, found.end()) or told)
        dated = _MONTH_ENDS.search(short) and text[found.end()].isalpha()
        if found[0][0] == "." and _ABBREVIATION.search(short) and not (closes or dated):
            continue
        if found[0][0] == "." and _BEFORE_FIGURE.search(short) and _FIGURE.match(text, found.end()):
            continue
        if _DAY.search(text[max(0, end - 6) : end]) and _MONTH.match(text, found.end()):
            continue
        if found[0][0] == "." and _SHORT.search(short) and _NUMBERED.match(text, found.end()):
            continue
        several = found[0][0] == "." and _SEVERAL_INITIALS.search(text[max(0, end - 14) : end])
        if several and not _OPENS.match(text, found.end()):
            continue
        if found[0][0] == ";" and _LIST_OF.match(text, start):
            continue
        if found[0][0] == ";" and _VOTED.search(text[start:end]) and _VOTE.match(text, found.end()):
            continue  # "Box aye; Carr aye; Dunn nay"
        if found[0][0] == "." and _ROLL.match(text, found.end()) and _MOVES.search(text, start, end):
            continue
        if found[0][0] == ";" and text.count("(", start, end) > text.count(")", start, end):
            continue
        if text[start:end].strip():
            out.append(_trim(text, start, end))
        start = found.end()
    if text[start:].strip():
        out.append(_trim(text, start, len(text)))
    return tuple(out)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
