"""What is settled with the words that decide it, whoever's name stands beside them: payments, planning comments."""

from __future__ import annotations

import re

from pipeline.extractors.promises import commits
from pipeline.match import Matcher

_PAYS = re.compile(
    r"\b(?:donate|donation|pay|payment|quote|quotation|grant|accepted)\b.{0,60}[£$€]|[£$€]\s?\d.{0,120}\b(?:be\s+accepted|donated|paid)\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(r"\b(?:[A-Z]{0,4}/?)?\d{2,4}/\d{3,6}\b")  # "24/00333/TPO", "P/2024/0187"


def is_settled(sentence: str, matcher: Matcher) -> bool:
    """An agreed payment, or a comment on a planning application, that commits nobody: a decision and no action."""
    paid = _PAYS.search(sentence) is not None and matcher.first("decision", sentence, part="text") is not None
    told = _APPLICATION.search(sentence) is not None and matcher.first("decision", sentence, part="row") is not None
    return (paid or told) and commits(sentence, matcher) is None
