"""Which of a paragraph's sentences an owner beside it, or a label behind it, is about."""

from __future__ import annotations

import re

from pipeline.extractors.actions.promises import Spans, commits
from pipeline.extractors.actions.settled import is_over, is_to_come
from pipeline.extractors.places import Piece
from pipeline.rules.match import Matcher

# An agreement that leaves something to be done: "it was agreed that the form would be changed".
_TO_COME = re.compile(r"\b(?:would|will|should|shall|to\s+be|be)\b", re.IGNORECASE)


def chosen_sentence(piece: Piece, spans: Spans, matcher: Matcher) -> int:
    """Which sentence the owner belongs to: the last that commits someone or agrees on a thing to come.

    Else the last that tells what is still to come, else the last that decides, else the last that is not over.
    """
    told = [piece.paragraph.text[a:b] for a, b in spans]
    decided = [matcher.first("decision", sentence, part="text") for sentence in told]
    for at in reversed(range(len(told))):
        rule = decided[at]
        agreed = rule is not None and rule.get("outcome") != "noted" and _TO_COME.search(told[at])
        if agreed or commits(told[at], matcher) is not None:
            return at
    for at in reversed(range(len(told))):
        if is_to_come(told[at]) and decided[at] is None:
            return at
    for at in reversed(range(len(told))):
        if decided[at] is not None and len(told[at].split()) > 8:
            return at
    return next((at for at in reversed(range(len(told))) if not is_over(told[at], matcher)), len(spans) - 1)


def task_span(piece: Piece, spans: Spans, chosen: int, matcher: Matcher) -> tuple[int, int]:
    """The sentence; with the one before it where it is too short to say what the task is."""
    start, end = spans[chosen]
    if len(piece.paragraph.text[start:end].split()) <= 4 and chosen > 0:
        start = spans[chosen - 1][0]
    return start, end
