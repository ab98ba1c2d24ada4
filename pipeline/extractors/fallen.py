"""Motions that stand over several paragraphs and were lost: what they would have resolved or asked for falls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipeline.extractors.places import Piece
from pipeline.found import FoundAction, FoundDecision
from pipeline.paper import Paragraph

Told = TypeVar("Told", FoundAction, FoundDecision)

# "Mr Box proposed, and Mrs Lund seconded the motion that “This council resolves to:"
_PUTS = re.compile(
    r"\b(?:proposed|moved|seconded|motion|amendment)\b[^.]{0,200}?(?:\bthat|:|[–—-])?\s*[“\"‘][^”\"]*$"
    r"|\b(?:proposed|moved|seconded)\b[^.]{0,120}?\b(?:motion|amendment|following|that)\b[^.]{0,40}[:–—-]\s*$",
    re.IGNORECASE,
)
_ENDS_QUOTE = re.compile(r"[”\"’]\W*$")
_FATE = re.compile(
    r"\W*(?:the\s+)?(?:substantive\s+|original\s+|amended\s+)?(?:motion|amendment|proposal|resolution)\s+(?:(?:was|is|were)\s+)?"
    r"(?:(?:declared|therefore|then|duly)\s+){0,2}(?P<fate>lost|defeated|fell|falls|failed|rejected|not\s+carried|carried|passed|adopted|"
    r"approved|agreed)\W*(?:\(?\d.*)?",
    re.IGNORECASE,
)
_LOST = re.compile(r"lost|defeated|f[ea]ll|failed|rejected|not", re.IGNORECASE)
# What is told of the debate and the vote, behind a motion that no marks quote.
_DEBATE = re.compile(
    r"\W*(?:following|during|after|in\s+(?:the\s+)?(?:debate|discussion|response|reply)|the\s+(?:chair|mayor|motion|amendment|vote)|"
    r"for\b|against\b|members\b|an?\s+(?:vote|recorded)|(?:cllr|councillor|mrs?|ms|dr)\b)",
    re.IGNORECASE,
)
_FURTHEST = 80  # paragraphs from a motion to what became of it


def standing(told: Iterable[Told], lost: Sequence[Paragraph]) -> list[Told]:
    """What was found, without what stands in the paragraphs of motions that were lost."""
    return [one for one in told if not any(_stands_in(one, paragraph) for paragraph in lost)]


def fallen(whole: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of the motions that were lost."""
    return [
        lost.paragraph
        for at, piece in enumerate(whole)
        if piece.kind != "heading" and _PUTS.search(piece.paragraph.text)
        for lost in _if_lost(whole, at)
    ]


def _if_lost(whole: Sequence[Piece], at: int) -> list[Piece]:
    """The paragraphs of the motion that opens at `at`, where the next word on a motion's fate is that it fell."""
    quoted = _ENDS_QUOTE if re.search(r"[“\"‘][^”\"]*$", whole[at].paragraph.text) else None
    motion, open_ = [whole[at]], True
    for piece in whole[at + 1 : at + _FURTHEST]:
        text = piece.paragraph.text
        if piece.section is not whole[at].section or _PUTS.search(text):
            return []
        fate = _FATE.fullmatch(text)
        if fate is not None:
            return motion[1:] if _LOST.match(fate["fate"]) else []
        if open_ and quoted is None and piece.kind != "bullet" and _DEBATE.match(text):
            open_ = False
        if open_:
            motion.append(piece)
            open_ = quoted is None or not quoted.search(text)
    return []


def _stands_in(one: FoundAction | FoundDecision, paragraph: Paragraph) -> bool:
    quote = one.evidence.quote
    at = paragraph.text.find(quote)
    if at < 0 or (isinstance(one, FoundDecision) and one.outcome == "refused"):
        return False
    return paragraph.evidence(at, at + len(quote), rule=one.evidence.rule) == one.evidence
