"""Whose task it is that an owner in the margin stands beside: the sentence that commits somebody, or the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.promises import Spans, action_of, commits, of_prose
from pipeline.extractors.actions.row_margins import is_same
from pipeline.extractors.actions.settled import is_over, is_settled
from pipeline.extractors.actions.spoken_of import spoken_of
from pipeline.extractors.actions.which_sentence import chosen_sentence, task_span, told_at
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.rules.match import Matcher

_WORD = re.compile(r"[^\W\d_]{3}")


def beside_margin(
    piece: Piece, owners: Sequence[str], due: str | None, spans: Spans, matcher: Matcher
) -> list[FoundAction]:
    """The sentence that the owner stands beside: the one that commits someone, else the one at the owner's height."""
    if not spans or _is_listed(piece):
        return []
    chosen = chosen_sentence(piece, spans, matcher, owners)
    start, end = task_span(piece, spans, chosen, matcher)
    text = piece.paragraph.text[start:end]
    if not _WORD.search(text) or is_settled(text, matcher) or is_over(text, matcher):
        return []  # "FC 44/23" beside "Clerk" is a minute's number, and no task
    if several := _each_their_own(piece, owners, spans, chosen, matcher):
        told = [a for a in of_prose(piece, [s for s in spans if s != spans[chosen]], matcher) if a.owners]
        told += [replace(a, due=a.due or due) if a.marked else a for a in several]
        return sorted(told, key=lambda a: piece.paragraph.text.find(a.task))
    owners = _told_in_full(owners, piece.paragraph.text[start:end], matcher)
    owners = spoken_of(owners, piece.paragraph.text[slice(*spans[chosen])], matcher)
    at = told_at(piece, spans, chosen, owners, matcher)
    action = action_of(piece, start, end, owners, matcher, rule="action-margin", marked=True, at=at)
    action = replace(action, due=due or action.due)
    others = [s for i, s in enumerate(spans) if i != chosen and not (start <= s[0] < end)]
    more = [a for a in of_prose(piece, others, matcher) if a.owners]
    # Several sentences commit the same people that the margin names: each is marked.
    return sorted(
        [*(replace(a, marked=True) if _same(a.owners, owners) else a for a in more), action],
        key=lambda a: piece.paragraph.text.find(a.task),
    )


_BEHIND_NAME = re.compile(r"\s*[(,–]|\s-\s")


def _is_listed(piece: Piece) -> bool:
    """Somebody in the list of those who came, "Ann Box (Clerk)": what stands beside are initials, no task's owner."""
    name = _BEHIND_NAME.split(piece.paragraph.text, maxsplit=1)[0]
    return piece.section.kind in ("front", "attendance") and is_person(name)


def _each_their_own(
    piece: Piece, owners: Sequence[str], spans: Spans, chosen: int, matcher: Matcher
) -> list[FoundAction]:
    """ "AB to get the keys, and CD to ring the bank" beside "AB, CD": a task for each whom the sentence names."""
    told = of_prose(piece, [spans[chosen]], matcher) if len(owners) > 1 else []
    named = [owner for action in told for owner in action.owners]
    if len(told) < 2 or not all(any(is_same(one, who) for who in named) for one in owners):
        return []
    return [replace(a, marked=any(is_same(one, who) for one in owners for who in a.owners)) for a in told]


_WORDS_OF_POST = re.compile(r"\b(?!(?:of|for|the|to)\b)[a-z]+", re.IGNORECASE)


def _told_in_full(owners: Sequence[str], sentence: str, matcher: Matcher) -> list[str]:
    """ "HM" beside "The Harbour Master will ...": the sentence says whom the letters mean."""
    told = commits(sentence, matcher)
    posts = [who for who in (who_of(told) if told is not None else []) if is_post(who)]
    letters = {"".join(word[0] for word in _WORDS_OF_POST.findall(who)).upper(): who for who in posts}
    return [letters.get(owner, owner) for owner in owners]


def _same(a: Sequence[str], b: Sequence[str]) -> bool:
    return {x.casefold().removeprefix("the ") for x in a} == {x.casefold().removeprefix("the ") for x in b}
