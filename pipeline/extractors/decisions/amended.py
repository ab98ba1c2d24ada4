"""Words that a paper quotes or tells: what corrections put into earlier minutes, what another body's sitting agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.places import Piece
from pipeline.found import FoundDecision

_MINUTES = re.compile(r"\b(?:minutes|record|accuracy)\b", re.IGNORECASE)
_CORRECTED = re.compile(
    r"\b(?:following|undernoted|below|these)\s+(?:\w+\s+){0,2}?(?:changes?|corrections?|amendments?|alterations?|additions?|"
    r"points?\s+of\s+accuracy)\b[^.;]{0,80}:\W*$|\b(?:changes?|corrections?|amendments?)\s*:\W*$"
    r"|\b(?:undernoted|following)\s+(?:changes?|corrections?|amendments?|alterations?)\b.*:\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:updated|reported|briefed|informed|summari[sz]ed|feedback|fed\s+back|report(?:ed)?)\b[^.;:]{0,120}?"
    r"\b(?:discussions?|points?|matters|items|issues|outcomes?|update)?\b[^.;:]{0,40}?\b(?:at|from)\s+(?:the|their|its|a)\s+"
    r"(?:[\w’'&-]+\s+){0,5}?(?:committee|sub-?committee|working\s+(?:group|party)|sub-?group|forum|partnership)\b[^.;:]{0,40}:\W*$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\W*(?:\(?[a-z\d]{1,3}[.)]\s*)?(?:(?:agenda\s+)?items?|pages?|minutes?(?:\s+(?:no|number)\.?)?|para(?:graph)?s?|sections?|line|p\.?|no\.?)\s?\d",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:should|to|will|now|be|must|shall)\s+(?:be\s+)?(?:read|state|say|amended|replaced|deleted|removed|added|inserted|corrected|changed)\b"
    r"|^\W*(?:add|insert|delete|replace|omit|amend|substitute|change|remove)\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\W{0,2}(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s", re.IGNORECASE)
_ENDS = re.compile(
    r"\W*(?:matters?\s+arising|actions?\s+from|proposed|moved|these|the\s+(?:amended\s+)?minutes\s+were)\b",
    re.IGNORECASE,
)
_MOST = 12  # paragraphs of corrections below one line


def told_below(whole: Sequence[Piece]) -> frozenset[int]:
    """The paragraphs in which nothing is decided: corrections to minutes, and bullets on another body's sitting."""
    return frozenset(at for n, piece in enumerate(whole) if ":" in piece.paragraph.text[-3:] for at in _below(whole, n))


def _below(whole: Sequence[Piece], at: int) -> Iterator[int]:
    text = whole[at].paragraph.text
    corrected = _CORRECTED.search(text) is not None and _MINUTES.search(f"{whole[at].section.title} {text}") is not None
    if not corrected and not _TOLD.search(text):
        return
    for n in range(at + 1, min(at + 1 + _MOST, len(whole))):
        piece, before = whole[n], whole[n - 1].paragraph.text
        words = piece.paragraph.text
        if piece.section is not whole[at].section or piece.kind == "heading" or _ENDS.match(words):
            return
        marked = piece.kind == "bullet" or bool(corrected and (_LETTERED.match(words) or piece.paragraph.printed))
        if not marked and not (
            corrected and (_PLACE.match(words) or _CHANGE.search(words) or before.rstrip()[-1:] in ":;")
        ):
            return
        yield n


_FOLLOWING = re.compile(
    r"\b(?:following|undernoted|as\s+(?:follows|below|shown))\b[^.;]{0,80}(?::|$)|:\W*$", re.IGNORECASE
)
_NEAR = 6  # paragraphs from a line that opens comments to the end of the first application


def without_openers(found: Sequence[tuple[int, FoundDecision]]) -> list[tuple[int, FoundDecision]]:
    """ "It was agreed to submit the following observations:" above applications, each with its comment, says none."""
    comments = [(at, one) for at, one in found if one.evidence.rule.startswith("planning-")]
    return [(at, one) for at, one in found if not any(_opens(at, one, *comment) for comment in comments)]


def _opens(at: int, one: FoundDecision, below: int, comment: FoundDecision) -> bool:
    near = at <= below <= at + _NEAR and one.place.item == comment.place.item
    return near and not one.evidence.rule.startswith("planning-") and _FOLLOWING.search(one.text) is not None
