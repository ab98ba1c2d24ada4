"""Sentences of the minutes that an action's number closes: "Ann to ring the depot [Action 3].", "(ACTION 4 AB)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.marked import owners_in
from pipeline.extractors.actions.promises import Spans, action_of, of_prose
from pipeline.extractors.actions.settled import is_over, is_settled, is_to_come
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.rules.match import Matcher

RULE = "action-number-behind"
_MARK = re.compile(
    r"[(\[]\s*(?:ACTION|Action|AP)\s?(?:[Pp]oint\s|POINT\s|[Nn]o\.?\s?)?\d{1,3}(?:[./-]\d{1,3})?"
    r"(?:\s?[,:–-])?(?:\s(?P<who>[A-Z][^()\[\]\d]{0,40}))?\s?[)\]]"
)
# "A leaflet for new members – AB/CD before June [Action 3]"
_DASHED = re.compile(
    r"\s[–—-]\s(?P<who>[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})*)\s(?:before|by|in|at|for|from)\s[^–—]{3,40}$"
)
_ENDS = re.compile(r"\s*(?:[.;]|$|(?=[A-Z(\[]))")
# "... is mended. (ACTION 4 AB) The Clerk to write": the sentence behind it is the action
_BEFORE_ITS_OWN = re.compile(r"[ \t]*\w")
_PAST = re.compile(r"\b(?:was|were|has|have|had|did|(?!need)[a-z]+ed)\b")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|should|must|could|needs?|(?:agreed|resolved|asked|decided|proposed)\s+(?:that|to))\b"
)


def told_in(piece: Piece, parts: Spans, spans: Spans, matcher: Matcher, *, above: str) -> list[FoundAction]:
    """What a paragraph promises, and what it numbers as an action whether it promises it or not.

    Args:
        parts: its sentences, those with lettered parts cut into them; `spans`: the sentences themselves.
        above: the paragraph before it.
    """
    told = of_prose(piece, parts, matcher, above=above)
    if parts != spans and not told:
        told = of_prose(piece, spans, matcher, above=above)  # words before "(a)" may say who is to act
    for mark in _MARK.finditer(piece.paragraph.text):
        told = _with_mark(piece, mark, spans, told, matcher)
    return told


def _with_mark(
    piece: Piece, mark: re.Match[str], spans: Spans, told: Sequence[FoundAction], matcher: Matcher
) -> list[FoundAction]:
    """The actions of a paragraph, the one that a number stands behind marked, or added."""
    text = piece.paragraph.text
    ahead = [start for start, _ in spans if text[start : mark.start()].strip(" .")]
    start = max((at for at in ahead if at < mark.start()), default=None)
    if start is None or _opens(text, mark) or not _ENDS.match(text, mark.end()):
        return [*told]
    sentence = text[start : mark.start()].rstrip(" .")
    owners = split_owners(mark["who"]) if mark["who"] else []
    near = [a for a in told if (at := text.find(a.task)) >= 0 and at < mark.start() and at + len(a.task) > start]
    if near:
        return [
            replace(a, marked=True, owners=tuple(owners) if owners and not a.owners else a.owners)
            if a is near[-1]
            else a
            for a in told
        ]
    if is_over(sentence, matcher) or is_settled(sentence, matcher) or _is_past(sentence):
        return [*told]
    owners = owners or ([*split_owners(dashed["who"])] if (dashed := _DASHED.search(sentence)) else [])
    named, begins, ends = ([], 0, len(sentence)) if owners else owners_in(sentence, matcher)
    task = action_of(piece, start + begins, start + ends, owners or named, matcher, rule=RULE, marked=True)
    return sorted([*told, task], key=lambda a: text.find(a.task))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Does a mark stand behind a sentence's stop and before the words of the sentence that it opens?"""
    return text[: mark.start()].rstrip()[-1:] in (".", ";", ":") and bool(_BEFORE_ITS_OWN.match(text, mark.end()))


def _is_past(sentence: str) -> bool:
    """Does a sentence tell of what has been done, and of nothing to come?"""
    return bool(_PAST.search(sentence)) and not (_FUTURE.search(sentence) or is_to_come(sentence))
