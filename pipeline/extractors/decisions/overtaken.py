"""Decisions that only lead to one told below: a motion moved and put, and then RESOLVED; a committee's advice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.found import FoundDecision

Told = tuple[int, FoundDecision]

_FURTHEST = 16  # paragraphs from a motion to the resolution: the debate, and the names of those who voted
_RESOLUTION = ("stem-", "parts-", "decision-resolved")  # rules that read a resolution
_PROPOSED = (
    "decision-moved-that",
    "decision-seconded-proposal",
)  # rules that read what is put, with no word of its fate
_PUT = re.compile(
    r"\bput\s+(?:to\s+the\s+\w+\s+)?the\s+(?:\w+\s+)?(?:motion|recommendations?|proposals?)\b", re.IGNORECASE
)
_PUT_AMENDMENT = re.compile(r"\bput\s+(?:to\s+the\s+\w+\s+)?the\s+amendment\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\b(?:proposed|moved|seconded)\b[^.]{0,120}?\bamendment\b[^.]*:\s*$", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:proposed|moved)\b.{1,80}?\bseconded\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:resolves|resolve|asked\s+to|agrees)\W*$", re.IGNORECASE)
_THAT = re.compile(r"\W{0,3}That\b")
_ADVICE_TAKEN = re.compile(
    r"\brecommendations?\b[^;]{0,200}\b(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|adopted|accepted)\b",
    re.IGNORECASE,
)
# "Cllr Box congratulated the team on its win. All members concurred."
_PLEASANT = re.compile(
    r"^(?!.*\b(?:proposed|moved|suggested|asked|requested|should)\b).*\b(?:congratulated|thanked|paid\s+tribute|commended|welcomed|"
    r"(?:extended|offered|expressed)\s+(?:[\w’'-]+\s+){0,3}(?:sympathy|condolences|congratulations|thanks))\b",
    re.IGNORECASE | re.DOTALL,
)
_LONG = re.compile(r"\w{4,}")


_LEANING = ("verdict-felt-", "verdict-general-feeling", "decision-took-the-view")  # rules that read what seems best


def without_leanings(told: Sequence[FoundDecision]) -> list[FoundDecision]:
    """The decisions of a paragraph without what seemed best, where the next one says what was agreed on."""
    after = [*told[1:], None]
    return [
        one
        for one, then in zip(told, after, strict=False)
        if then is None or not one.evidence.rule.startswith(_LEANING) or then.evidence.rule.startswith(_LEANING)
    ]


def without_overtaken(found: Sequence[Told]) -> list[Told]:
    """The same decisions without those that the next ones of their item overtake; who moved and seconded is kept."""
    later: list[Told] = []  # from here to the end, last first
    for where, one in reversed(found):
        if one.evidence.rule == "decision-body-agreed-so" and _PLEASANT.search(one.text):
            continue
        into = _overtaken_by(one, where, _near(one, where, later))
        if into is None:
            later.append((where, one))
            continue
        n = next(n for n, entry in enumerate(later) if entry[1] is into)
        mover, seconder = into.mover or one.mover, into.seconder or one.seconder
        later[n] = (later[n][0], replace(into, mover=mover, seconder=seconder))
    return later[::-1]


def _near(one: FoundDecision, where: int, later: Sequence[Told]) -> list[Told]:
    """The next decisions of the same item, nearest first; `later` has the last first."""
    near = itertools.takewhile(lambda entry: entry[0] - where <= _FURTHEST, reversed(later))
    return [entry for entry in near if entry[1].place.item == one.place.item]


def _overtaken_by(one: FoundDecision, where: int, after: Sequence[Told]) -> FoundDecision | None:
    if not after:
        return None
    at, following = after[0]
    if one.evidence.rule in _PROPOSED and at - where <= 3 and _voted_on(one, following):
        return following
    if one.outcome in ("refused", "deferred"):
        return None
    if _resolves(following) and _PUT.search(one.text):
        return following
    if _AMENDMENT.search(one.text) and _PUT_AMENDMENT.search(following.text):
        return following
    if at - where <= 2 and _THAT.match(one.text) and _ADVICE_TAKEN.search(following.text):
        return following
    moved = one.evidence.rule == "decision-both-moved" or _MOVED.search(one.text)
    resolved = next((two for _, two in after if _resolves(two)), None)
    if moved and resolved is not None and not _resolves(one) and (_OPENS.search(one.text) or _says(one, resolved)):
        return resolved
    return None


def _voted_on(one: FoundDecision, following: FoundDecision) -> bool:
    """ "Box proposed to reject the sale, seconded by Carr." above the vote on it, as its words tell."""
    shared = set(_LONG.findall(one.text.casefold())) & set(_LONG.findall(following.text.casefold()))
    vote = following.evidence.rule == "decision-motion-closed" and " vote " in following.text
    return vote and len(shared) >= 2


def _resolves(one: FoundDecision) -> bool:
    return one.evidence.rule.startswith(_RESOLUTION)


def _says(one: FoundDecision, resolved: FoundDecision) -> bool:
    """Has a motion most of the words of the resolution?"""
    words = set(_LONG.findall(resolved.text.casefold()))
    return len(words & set(_LONG.findall(one.text.casefold()))) * 2 >= len(words) > 0
