"""One sentence in which the body does two things: "The report was noted and the Board agreed to lend its support"."""

from __future__ import annotations

import re
from collections.abc import Callable

Span = tuple[int, int]

_LEFT, _RIGHT = 5, 4  # words of a clause that says what was done with what
_AND = re.compile(r"\s*[,;]?\s+and\s+")
_PUT = re.compile(r"\b(?:proposed|moved|motioned|seconded|prop)\b", re.IGNORECASE)
_BE = re.compile(r"\bbe\b")
# "agreed to recommend to the Board that A be done, and that B be": all of it is recommended
_GOVERNS = re.compile(r"\brecommend\w*\b.{0,60}\bthat\b", re.IGNORECASE)
_THAT = re.compile(r"that\s", re.IGNORECASE)
_MATTER = re.compile(r"(?:(?:the|an?|no|all|both)\s(?:[^,;.]|[,.](?=\d)){2,90}?|(?-i:[A-Z])\w+)\sbe\s", re.IGNORECASE)
_ACTS = re.compile(r"(?:AGREED|RESOLVED|agreed|resolved)\s+(?:that|to)\b")
_SUBJECT = re.compile(r"(?:the|this|that|these|it\s+was|members|trustees|governors|we)\s", re.IGNORECASE)


# "This was agreed and Ben will alter the sheet", "RESOLVED to object and Clerk to send this in"
_TASK = re.compile(
    r"\s*,?\s+and\s+(?:(?:he|she|they|we|the\s[A-Za-z]+|[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})\s+"
    r"(?:will|would|is\s+to|are\s+to)|(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}\s+to)\s"
)
_VERDICT = 4  # words of a verdict that a task is joined to


def without_task(sentence: str) -> str:
    """A verdict of a few words without what somebody is to do about it, which the sentence joins to it."""
    task = _TASK.search(sentence)
    return (
        sentence[: task.start()] if task is not None and task.start() and _short(sentence[: task.start()]) else sentence
    )


def _short(words: str) -> bool:
    return len(words.split()) <= _VERDICT


def acts(
    text: str, start: int, end: int, *, decides: Callable[[str], bool], outcome: Callable[[str], str]
) -> list[Span]:
    """The two clauses of what is decided from `start` to `end`, if both decide by themselves or they end differently.

    Args:
        decides: does a clause state a decision by itself?
        outcome: what kind of outcome the words of a resolution's part have.
    """
    for cut in _AND.finditer(text, start, end):
        left, right = text[start : cut.start()], text[cut.end() : end]
        if len(left.split()) < _LEFT or len(right.split()) < _RIGHT:
            continue
        if _goes_on(left, right):
            twofold = outcome(left) != outcome(right)
        elif _PUT.search(left):
            twofold = False
        else:
            apart = _SUBJECT.match(right) or (_ACTS.match(right) and outcome(left) != "agreed")
            twofold = bool(apart) and decides(right) and decides(left)
        if twofold:
            return [(start, cut.start()), (cut.end(), end)]
    return []


def _goes_on(left: str, right: str) -> bool:
    """ "RESOLVED that the report be noted" and "that a sum be set aside", or "a sum be set aside"."""
    if _GOVERNS.search(left) or not _BE.search(left):
        return False
    return _THAT.match(right) is not None or _MATTER.match(right) is not None
