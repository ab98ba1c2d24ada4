"""Of several owners beside a sentence those whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.promises import commits
from pipeline.extractors.actions.row_margins import is_same
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.names import is_person, is_post
from pipeline.initials import INITIALS
from pipeline.rules.match import Matcher

_ALL = re.compile(r"all\b.*|every\w+", re.IGNORECASE)


def spoken_of(owners: Sequence[str], sentence: str, matcher: Matcher) -> list[str]:
    """Of several owners those whom a sentence speaks of, where it gives the task to one of them, and who joins them."""
    told = commits(sentence, matcher)
    named = who_of(told) if told is not None else []
    kept = [one for one in owners if _is_among(one, named)]
    if not kept:
        return list(owners)
    if not any(_ALL.fullmatch(one) for one in owners):
        owners = [one for one in owners if one in kept or _mentions(sentence, one)]
    joining = [who for who in named if (is_post(who) or _is_known(who, matcher)) and not _is_among(who, owners)]
    return [*owners, *joining]


def _is_known(owner: str, matcher: Matcher) -> bool:
    """Somebody of the paper's own people."""
    return isinstance(matcher, Informed) and matcher.is_person(owner)


def _is_among(owner: str, owners: Sequence[str]) -> bool:
    return any(is_same(one, owner) for one in owners)


def _mentions(sentence: str, owner: str) -> bool:
    """ "AB", "Ann Box" or "Cllr Box" in a sentence; a post with or without its article."""
    last = owner.split()[-1]
    words = last if INITIALS.fullmatch(owner) or is_person(owner) else owner.removeprefix("the ").removeprefix("The ")
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence) is not None
