"""Where the promises of one sentence part from each other."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.match import Match

PASSIVE_BY = ("action-passive-by", "frame-by", "action-first-name-by")
_AND = r"\b(?:and|but|while|whilst|then)\b(?:\s+(?:then|also|that)\b)?"
_JOINS = re.compile(rf"(?:{_AND}|;|[.,–-])\s*$")
_JOINT = re.compile(rf"[\s,;]*{_AND}\s*$")  # what joins a clause to the next
_OPENS = re.compile(r"\W*(?:and\b)?\W*")
# "... the room, notice and proxies | to be mailed by Beth": the thing opens the clause of what is done to it.
_THING = re.compile(
    r"(?:[,;]|\b(?:but|while|whilst)|(?<!between)\band)\s+"
    r"(?=(?P<thing>(?:(?!(?:who|which|that|to|is|are|was|were|has|have|had|will|would)\b)[\w’'-]+\s+){1,8})$)",
    re.IGNORECASE,
)
# "Clerk to send the form and also to ask ...", "he would take the first and he would also take ...": a task more.
_ALSO = re.compile(
    r",?\s+and\s+(?=(?:(?:(?:he|she|they)\s+)?(?:would|will)\s+(?:also|in\s+any\s+(?:event|case))|also\s+(?:to|would|will))\s+"
    r"(?!(?:be|like|have|welcome|support|need)\b)[a-z])"
)


def opens_at(sentence: str, hit: Match) -> int:
    """Where the clause of a promise begins: where its match does, or the thing that is to be dealt with."""
    if hit.rule.id not in PASSIVE_BY:
        return hit.start
    thing = _THING.search(sentence, 0, hit.start)
    return thing.start("thing") if thing is not None else hit.start


def is_joined(sentence: str, hit: Match) -> bool:
    """Whether a promise goes on from what stands before it: "AB to check the lamps, and CD to ask"."""
    before = sentence[: opens_at(sentence, hit)]
    return bool(_JOINS.search(before) or re.match(r"\W*(?:and\b|;)|,", sentence[hit.start : hit.end]))


def parted(sentence: str, cuts: list[Match]) -> list[tuple[int, int, Match]]:
    """The clauses of a sentence, each with the promise in it."""
    starts = [0, *(_after_and(sentence, opens_at(sentence, hit)) for hit in cuts[1:]), len(sentence)]
    return [(a, _ends(sentence, a, b), hit) for (a, b), hit in zip(pairwise(starts), cuts, strict=True)]


def with_also(sentence: str, told: list[tuple[int, int, Match]]) -> list[tuple[int, int, Match]]:
    """The clauses, each parted once more where somebody is also to do another thing."""
    out: list[tuple[int, int, Match]] = []
    for a, b, hit in told:
        also = _ALSO.search(sentence, max(a, hit.end), b)
        out += [(a, b, hit)] if also is None else [(a, also.start(), hit), (also.end(), b, hit)]
    return out


def _after_and(sentence: str, at: int) -> int:
    found = _OPENS.match(sentence, at)
    return found.end() if found is not None else at


def _ends(sentence: str, start: int, end: int) -> int:
    return start + len(_JOINT.sub("", sentence[start:end]))
