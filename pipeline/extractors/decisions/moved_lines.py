"""Lines that only say who moved and who seconded, and what stands right above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.places import Piece
from pipeline.rules.match import Match, Matcher

_SHORT = 700  # letters of a motion that stands above such a line
_LONGEST = 160  # letters of a line that only names them
_FURTHEST = 16
_SETTLED = re.compile(
    r"(?<![\s,;])[\s,;]+(?:and\s+)?(?:(?:all|this|it|motion|was|unanimously)\s+){0,3}(?:agreed|carried|passed|in\s+favou?r)\W*$",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:carried|lost|defeated|passed|failed|in\s+favou?r|ayes?|unanimous\w*)\b", re.IGNORECASE)


def told_of_movers(sentence: str, matcher: Matcher) -> bool:
    """Does a sentence only say who moved, who seconded and that it was carried?"""
    return len(sentence) <= _LONGEST and names_movers(_SETTLED.sub("", sentence), matcher)


def names_movers(text: str, matcher: Matcher) -> bool:
    """Is it a line that only says who moved or who seconded?"""
    return len(text) <= _LONGEST and matcher.first("decision", text, part="mover") is not None


def adopted(whole: Sequence[Piece], at: int, matcher: Matcher, *, both: bool) -> tuple[int, Match] | None:
    """What is named right above the lines on who moved and who seconded, with no word of the outcome.

    Args:
        both: they name both; where the motion says "Move to ...", who seconded is enough.
    """
    for where in range(at - 1, max(-1, at - 4), -1):
        text = whole[where].paragraph.text
        if whole[where].section is not whole[at].section:
            break
        if not names_movers(text, matcher):
            match = matcher.first("decision", text, part="minuted") if len(text) <= _SHORT else None
            return (where, match) if match is not None and (both or match.rule.id.startswith("motion")) else None
    return None


def under_mover(whole: Sequence[Piece], at: int, known: set[int], matcher: Matcher, *, told: int) -> list[int]:
    """ "The van be sold." above "Proposed by: Ann", where a debate stands between that line and what closes it.

    Args:
        told: paragraphs of talk between; a title says less than the only one.
    """
    if not _VOTED.search(whole[at].paragraph.text):
        return []  # "Agreed." may be said of what was talked about last
    for back in range(at - 1, max(0, at - _FURTHEST), -1):
        text = whole[back].paragraph.text
        if whole[back].section is not whole[at].section:
            break
        if back in known:
            return [back] if _put_here(text, matcher) else []
        if names_movers(text, matcher):
            first = back
            while first > 1 and names_movers(whole[first - 1].paragraph.text, matcher):
                first -= 1
            above = whole[first - 1]
            mine = above.section is whole[at].section and not above.paragraph.printed
            mine = mine and (first - 1 not in known or _put_here(above.paragraph.text, matcher))
            return [first - 1] if mine and not (told == 1 and above.kind == "heading") else []
    return []


def _put_here(text: str, matcher: Matcher) -> bool:
    """ "Ann moved to sell the van." above "Ben seconded.": the vote is told further down."""
    put = matcher.first("decision", text[:_SHORT], part="minuted")
    return put is not None and put.rule.id.startswith("motion")
