"""Motions over several paragraphs that were lost: what they would have resolved or asked for falls.

So does the wording of one that was carried, where the resolution below says it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipeline.extractors.places import Piece
from pipeline.found import FoundAction, FoundDecision
from pipeline.paper import Paragraph
from pipeline.rules.match import Matcher

Told = TypeVar("Told", FoundAction, FoundDecision)

# "Mr Box proposed, and Mrs Lund seconded the motion that “This council resolves to:"
_PUTS = re.compile(
    r"\b(?:proposed|moved|seconded|motion|amendment)\b[^.]{0,200}?(?:\bthat|:|[–—-])?\s*[“\"‘][^”\"]*$"
    r"|\b(?:motion|amendment|proposal)\b.{0,200}?\bread\s+(?:in)?to\s+the\s+record\b[^.]{0,80}:\s*$"
    r"|\b(?:proposed|moved|seconded)\b[^.]{0,120}?\b(?:motion|amendment|following|that)\b[^.]{0,40}[:–—-]\s*$"
    r"|\bseconded\s+(?:the|a)\s+motion\s+that\s*$",
    re.IGNORECASE,
)
_ENDS_QUOTE = re.compile(r"[”\"’]\W*$")
_FATE = re.compile(
    r"\W*(?:(?:the\s+)?(?:[\w’'-]+\s+){1,4}declared\s+(?:that\s+)?)?(?:the\s+)?(?:substantive\s+|original\s+|amended\s+)?(?:motion|amendment|proposal|resolution)\s+(?:(?:was|is|were|as|to\s+be)\s+)?"
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
_RESOLVED = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?:RESOLVED|Resolved)\b")
_AMENDS = re.compile(r"\bamendment\b", re.IGNORECASE)
_LONG = re.compile(r"\w{5,}")
_MOST = 0.6
_FURTHEST = 80  # paragraphs from a motion to what became of it


def standing(told: Iterable[Told], lost: Sequence[Paragraph]) -> list[Told]:
    """What was found, without what stands in the paragraphs of motions that were lost."""
    return [one for one in told if not any(_stands_in(one, paragraph) for paragraph in lost)]


def fallen(whole: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of the motions that were lost, and of those whose words a resolution below says again."""
    return [
        gone.paragraph
        for at, piece in enumerate(whole)
        if piece.kind != "heading" and _PUTS.search(piece.paragraph.text)
        for gone in _if_gone(whole, at)
    ]


def _if_gone(whole: Sequence[Piece], at: int) -> list[Piece]:
    """The paragraphs of the motion that opens at `at`, where the next word on its fate is that it fell, or RESOLVED."""
    opening = whole[at].paragraph.text
    quoted = _ENDS_QUOTE if re.search(r"[“\"‘][^”\"]*$", opening) else None
    amends = _AMENDS.search(opening) is not None
    motion, open_, debated = [whole[at]], True, False
    for where, piece in enumerate(whole[at + 1 : at + _FURTHEST], at + 1):
        text = piece.paragraph.text
        if piece.section is not whole[at].section:
            return []
        if _PUTS.search(text):
            if not _AMENDS.search(text):
                return []
            open_, debated = False, True
            continue
        if _RESOLVED.match(text) and not open_:
            return motion[1:] if debated and _again(motion[1:], whole[where : where + len(motion) + 2]) else []
        fate = _FATE.fullmatch(text)
        if fate is not None and (amends or not _AMENDS.search(text)):
            if _LOST.match(fate["fate"]):
                return motion[1:]
            open_, debated = False, True
            continue
        if open_ and quoted is None and piece.kind != "bullet" and _DEBATE.match(text):
            open_ = False
        if open_:
            motion.append(piece)
            open_ = quoted is None or not quoted.search(text)
        else:
            debated = True
    return []


def _again(motion: Sequence[Piece], resolved: Sequence[Piece]) -> bool:
    """Does a resolution say nearly all words of a motion again?"""
    put = {word for piece in motion for word in _LONG.findall(piece.paragraph.text.casefold())}
    said = {word for piece in resolved for word in _LONG.findall(piece.paragraph.text.casefold())}
    return len(put) > 0 and len(put & said) >= _MOST * len(put)


def _stands_in(one: FoundAction | FoundDecision, paragraph: Paragraph) -> bool:
    quote = one.evidence.quote
    at = paragraph.text.find(quote)
    if at < 0 or (isinstance(one, FoundDecision) and one.outcome == "refused"):
        return False
    return paragraph.evidence(at, at + len(quote), rule=one.evidence.rule) == one.evidence


_MOTION = re.compile(
    r"\W{0,6}(?:(?:That|THAT|To|TO)\s|(?:I|We)\s(?:will|would|hereby|propose|move|ask|call|am|wish)\b)"
)
_SENT_ON = re.compile(r"\brefer(?:red)?\s+(?:this|the)\s+(?:motion|item|matter)\b", re.IGNORECASE)
_REPLIES = 2  # paragraphs below a motion that may say what became of it


def fell(piece: Piece, later: Sequence[Piece], matcher: Matcher) -> bool:
    """A motion that the lines below say was lost, had no seconder or was sent on: it gives nobody a task."""
    if _MOTION.match(piece.paragraph.text) is None:
        return False
    below = [after.paragraph.text for after in later[:_REPLIES] if after.section is piece.section]
    return any(matcher.first("action", text, part="undone") or _SENT_ON.search(text) for text in below)
