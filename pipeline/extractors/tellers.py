"""Whose a task is that names nobody, when an officer tells of it: "The Engineer said ... It would be seen to"."""

from __future__ import annotations

import re

from pipeline.extractors.antecedents import PRONOUN, antecedent, subjects
from pipeline.extractors.informed import Informed
from pipeline.extractors.owners import split_owners
from pipeline.match import Match, Matcher
from pipeline.sentences import sentences

# Rules for what will be done to things; not those whose words say that the meeting agreed to it.
_OF_THINGS = frozenset(
    {
        "action-passive-will-be",
        "action-passive-will-do",
        "action-passive-will-any",
        "action-passive-will-answer",
        "action-brought-before",
        "action-papers-would",
        "action-paper-will",
        "action-paper-goes",
        "action-paper-comes",
    }
)
# What the meeting settles belongs to nobody who spoke before it.
_SETTLED = re.compile(
    r"\b(?:agreed|resolved|decided|decision|proposed|seconded|moved|carried|approved|requested|suggested|felt)\b",
    re.IGNORECASE,
)
# "Ann has the lists and it was agreed that ...": no more hers
_IT_WAS = re.compile(
    r"\b(?:it|all|members|council|committee)\s+(?:(?:was|were)\s+)?(?:\w+ly\s+)?(?:agreed|resolved|decided|proposed)\b",
    re.IGNORECASE,
)
# What the whole meeting does, talk about it again; what many come to.
_MEETS = re.compile(
    r"\b(?:discussed|considered|reviewed|debated|decided|revisited|deferred|monitored|welcomed|agenda|item|arranged|convened|held|place)\b"
)
# Who only puts a question, in which nobody answers for anything.
_ONLY_ASKS = re.compile(
    r"\s(?:(?:also|then|further|again|had|has)\s)*(?:asked|queried|wondered|sought|wanted|raised|enquired|inquired|questioned|requested"
    r"|thanked|congratulated|welcomed|commented|noted|felt|hoped|complained|pointed\sout|challenged|supported|seconded|referred)\b"
)


def told_by_officer(match: Match, head: str, matcher: Matcher) -> list[str]:
    """The officer who told of it last, before the promise in its paragraph; [] where the meeting settled it since.

    Args:
        head: the paragraph's words before the promise.
    """
    if match.rule.id not in _OF_THINGS or not isinstance(matcher, Informed) or _MEETS.search(match.text, match.start):
        return []
    for start, end in reversed([*sentences(head)]):
        said = head[start:end]
        spans = subjects(said, matcher)
        for a, b in reversed(spans):
            words = said[a:b]
            if PRONOUN.match(words):
                who = antecedent(head[: start + a], words, matcher)
                if who and all(map(matcher.is_officer, who)):
                    return who
            elif matcher.is_officer(words):
                # "Ms Ann Box, Head of Roads, said that": her name
                name = next((said[x:y] for x, y in spans if said[y:a].strip() == ","), words)
                return [] if _IT_WAS.search(said, b) else split_owners(name, known=True)
            elif not _ONLY_ASKS.match(said, b) and matcher.is_here(words):
                return []  # a member tells of what others will do
        if _SETTLED.search(said):
            return []
    return []
