"""Whose report a sentence goes on with: "The Clerk reported that ... A list would be sent to members.": the Clerk's."""

from __future__ import annotations

import re

from pipeline.extractors.actions.antecedents import subject_spans
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.ventured import WOULD_BE
from pipeline.extractors.owners import split_owners
from pipeline.rules.match import Match, Matcher

PAPERS = "action-papers-would"
_REPORTS = re.compile(
    r"(?:\s\([^()]{2,60}\)|,\s[^.;]{2,60}?,?)?\s+(?:(?:also|then|further|had|has)\s+){0,2}"
    r"(?:reported|informed|advised|explained|said|stated|confirmed|told|outlined|updated|replied|responded|indicated|added"
    r"|presented|gave)\b"
)
# The sentence has another source: "It was agreed that", "Members were told that".
_BY_NOBODY = re.compile(
    r"\b(?:agreed|resolved|decided|requested|[Ii]t\s+was\s+\w+|(?:was|were)\s+(?:advised|informed|told|assured))\b"
)
_IN_BRACKETS = re.compile(r"\s\((?P<name>[^()]{2,40})\)")


def reporter(match: Match, sentence: str, before: str, matcher: Matcher) -> list[str]:
    """The officer who reports in the words before a sentence that names nobody for what will be done."""
    if match.rule.id not in (*WOULD_BE, PAPERS) or _BY_NOBODY.search(sentence) or not isinstance(matcher, Informed):
        return []
    for start, end in reversed(subject_spans(before, matcher)):
        words = before[start:end]
        behind = _IN_BRACKETS.match(before, end)
        if behind is not None and matcher.is_person(behind["name"]):
            words = behind["name"]  # "The Head of Service (A Box) informed members"
        if matcher.attends(words) and _REPORTS.match(before, end):
            return split_owners(words, known=True)
    return []
