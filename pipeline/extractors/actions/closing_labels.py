"""Labels that close what stands before them within a paragraph: "... is full. Action: Clerk. The lamp is out. ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.places import Piece, part_of
from pipeline.extractors.word_lists import word_lists
from pipeline.rules.match import Matcher

_WHO = r"[A-Z][\w.’'-]*(?:(?:\s*[/&,+]\s*|\s+(?:and\s+)?)[A-Z][\w’'-]*){0,5}"
# Opens a sentence behind a label that only bold type closed: "Action: Clerk The lamp is out."
_NEXT = r"(?:The|An?|This|These|Those|It|There|They|We|He|She)\s"
_LABEL = re.compile(
    r"(?:(?<=[.!?;:)])\s+|\s[–—-]\s?)[(\[]?"
    rf"(?:(?:ACTIONS?|Actions?)\s*(?:by\s|for\s|on\s)?\s*[:–—-]?\s*(?P<after>{_WHO})\s?(?:[.)\]]+|(?=\n)|(?=\s{_NEXT}))"
    rf"|(?P<before>{_WHO})\s+(?:to\s+action|Action|ACTION)\b[.)\]]*)\s+(?=[(“‘\"]?[A-Z\d])"
)


def with_labels_inside(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; one that holds a label with its owners, and goes on behind them, is cut there."""
    return [part for piece in whole for part in _cut(piece, matcher)]


def _cut(piece: Piece, matcher: Matcher) -> list[Piece]:
    text = piece.paragraph.text
    cuts = [0]
    for label in _LABEL.finditer(text):
        words = label["after"] or label["before"]
        if owners_alone(words) and not _is_title(words.split()[-1]) and _is_new(text[label.end() :], matcher):
            cuts.append(label.end())
    return [part_of(piece, a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)] if cuts[1:] else [piece]


def _is_title(word: str) -> bool:
    """ "Action: Cllr. | Moss": the stop is the title's."""
    return word_lists().titles.fullmatch(f"{word}.") is not None


def _is_new(rest: str, matcher: Matcher) -> bool:
    """What goes on behind a label is no order: "Action: AB. Ring the depot"."""
    return matcher.first("action", rest, part="order") is None
