"""Which of a paragraph's sentences an owner beside it, or a label behind it, is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.promises import LEANS, Spans, commits, promises
from pipeline.extractors.actions.row_margins import is_same
from pipeline.extractors.actions.settled import is_over, is_to_come
from pipeline.extractors.actions.whose import begins_at, who_of
from pipeline.extractors.places import Piece
from pipeline.rules.match import Matcher

# An agreement that leaves something to be done: "it was agreed that the form would be changed".
_TO_COME = re.compile(r"\b(?:would|will|should|shall|to\s+be|be)\b", re.IGNORECASE)

_NOTHING = re.compile(r"\bthat\s+(?:nothing|no\s\w+|none)\b", re.IGNORECASE)  # "agreed that nothing be published yet"


def chosen_sentence(piece: Piece, spans: Spans, matcher: Matcher, owners: Sequence[str] = ()) -> int:
    """Which sentence the owner belongs to: the last that commits someone or agrees on a thing to come.

    Where that names others, the last that names them. Where there is none, the last that tells what is still to come,
    else the last that decides, else the last that is not over.
    """
    told = [piece.paragraph.text[a:b] for a, b in spans]
    named_in = _by_words(told, owners)
    decided = [matcher.first("decision", sentence, part="text") for sentence in told]
    for at in reversed(range(len(told))):
        rule = decided[at]
        agreed = rule is not None and rule.get("outcome") != "noted" and _TO_COME.search(told[at])
        to_come = agreed and _NOTHING.search(told[at]) is None
        promise = commits(told[at], matcher)
        if promise is None and to_come and named_in is not None:
            return named_in
        if to_come or promise is not None:
            named = [who for who in (who_of(promise) if promise is not None else []) if not PRONOUN.match(who)]
            others = bool(named) and not any(is_same(owner, who) for owner in owners for who in named)
            own = (n for n in reversed(range(at)) if others and _own_clause(told[n], owners, matcher) is not None)
            return next(own, at)
    if named_in is not None:
        return named_in
    for at in reversed(range(len(told))):
        if is_to_come(told[at]) and decided[at] is None:
            return at
    for at in reversed(range(len(told))):
        if decided[at] is not None and len(told[at].split()) > 8:
            return at
    return next((at for at in reversed(range(len(told))) if not is_over(told[at], matcher)), len(spans) - 1)


def _by_words(told: Sequence[str], owners: Sequence[str]) -> int | None:
    """The last sentence in which those beside it stand word for word before what they are to do."""
    one = "|".join(re.escape(owner.removeprefix("the ")) for owner in owners if len(owner) > 1) or "(?!)"
    does = re.compile(
        rf"\b(?:{one}),?\s(?:to|will|would|agreed\sto|offered\sto|(?:is|are)\sto|(?:was|were)\sasked\sto)\s(?!(?:the|an?|our|their)\b)[a-z]"
    )
    return next((at for at in reversed(range(len(told))) if does.search(told[at])), None)


def _own_clause(sentence: str, owners: Sequence[str], matcher: Matcher) -> int | None:
    """Where the clause begins that commits all of these owners by name; None where there is none."""
    for start, _, match in promises(sentence, matcher) if owners else ():
        if all(any(is_same(owner, who) for who in who_of(match)) for owner in owners):
            return max(start, begins_at(match))
    return None


def told_at(piece: Piece, spans: Spans, chosen: int, owners: Sequence[str], matcher: Matcher) -> int:
    """Where the words begin that commit these owners, in the sentence that was chosen for them.

    The sentence, where they say little: "Ann agreed to attend on 6 May, Clerk to arrange."
    """
    start, end = spans[chosen]
    at = start + (_own_clause(piece.paragraph.text[start:end], owners, matcher) or 0)
    return at if len(piece.paragraph.text[at:end].split()) > LEANS else start


def task_span(piece: Piece, spans: Spans, chosen: int, matcher: Matcher) -> tuple[int, int]:
    """The sentence; with the one before it where it is too short to say what the task is."""
    start, end = spans[chosen]
    if len(piece.paragraph.text[start:end].split()) <= 4 and chosen > 0:
        start = spans[chosen - 1][0]
    return start, end
