"""A decision as a paragraph states it: its words, its outcome, its votes, and who moved and seconded it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.decisions.resolutions import trimmed, votes_in
from pipeline.extractors.places import Piece
from pipeline.found import FoundDecision
from pipeline.record import Outcome
from pipeline.rules.match import Match, Matcher

# "Ben Carr second." behind "Ann Box moved to adjourn."
_SECONDS = re.compile(
    r"\W*(?:(?:second(?:ed)?|2nd)(?:\s+by|\s?:)?\s+[\w.’'-]+(?:\s[\w.’'-]+){0,2}"
    r"|[\w.’'-]+(?:\s[\w.’'-]+){0,2}\s(?:second(?:ed|s)?|2nd)(?:\s(?:it|(?:the|this)\smotion))?)\W*",
    re.IGNORECASE,
)


def whole_piece(piece: Piece, match: Match, outcome: Outcome) -> FoundDecision:
    """The decision that a whole paragraph states."""
    return stated(piece, 0, len(piece.paragraph.text), match, outcome)


def stated(piece: Piece, start: int, end: int, match: Match, outcome: Outcome) -> FoundDecision:
    """The decision that stands from `start` to `end` in a paragraph."""
    start, end = trimmed(piece.paragraph.text, start, end)
    text = piece.paragraph.text[start:end]
    return FoundDecision(
        text=text,
        outcome=outcome,
        place=piece.place,
        evidence=piece.paragraph.evidence(start, end, rule=match.rule.id),
        mover=match.get("mover") or None,
        seconder=match.get("seconder") or None,
        votes=votes_in(text),
    )


def seconded_to(text: str, spans: Sequence[tuple[int, int]], n: int) -> int:
    """Where sentence `n` ends with the one behind it, if that only says who seconded."""
    if n + 1 == len(spans) or not _SECONDS.fullmatch(text[slice(*spans[n + 1])]):
        return spans[n][1]
    return spans[n + 1][1]


_SUM = re.compile(r"[£$€]\s?\d[\d,.]*\d?\s*[;.]?\W*")
_PAID = re.compile(r"[^;]*\b(?:approved|agreed|passed|paid|authori[sz]ed|drawn)\b[^;]*;", re.IGNORECASE)


def sums_to(text: str, spans: Sequence[tuple[int, int]], n: int) -> int:
    """Where the list of sums ends that sentence `n` opens: "Payments approved; Clerk £410; hall £36."."""
    last = n
    if _PAID.fullmatch(text[slice(*spans[n])]):
        while last + 1 < len(spans) and text[spans[last][1] - 1] == ";" and _SUM.search(text, *spans[last + 1]):
            last += 1
    return spans[last][1]


def named_in(decision: FoundDecision, sentence: str, matcher: Matcher) -> FoundDecision:
    """The decision with the mover and seconder that its own words name."""
    if decision.mover and decision.seconder:
        return decision
    named = matcher.first("decision", sentence[:400], part="named")
    if named is None:
        return decision
    seconder = named.get("seconder") or named.get("seconder2") or None
    return replace(decision, mover=decision.mover or named.get("mover"), seconder=decision.seconder or seconder)
