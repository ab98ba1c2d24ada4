"""A task of before that a sentence names only to say what became of it."""

from __future__ import annotations

import re

from pipeline.extractors.actions.whose import owner_span
from pipeline.rules.match import Match

_BECAME = re.compile(
    r"\s+to\s+(?!(?:\w+\s+){0,2}(?:say|tell|confirm|check|ensure|advise|inform|make|note|ask|find|remind|explain|report|let|know|state|think)\b)"
    r"(?:(?!(?:who|whom|whose|which|that|what|if|whether|how|why|where|when|while|as|until|once|because|since|and|but|or|so|than|before|after|it|they|we)\b)\w[\w’'&/-]*\s+){1,14}?"
    r"(?:was|were|has|have|had)\s+(?!(?:to|had)\b)[a-z]"
    r"|\s+to\s+[^.;:,]{2,90},\s(?:was|were|has|have|had)\s+(?:(?:now|also|already|been|not)\s+)*(?:complete|done|closed|discharged|overtaken|outstanding|ongoing|in\s+hand)"
    r"|\s+to\s+[^.;:(]{2,90}:\s+(?:(?:now|already|all|been)\s+)?(?:done|complete[d]?|closed|actioned|discharged|no\s+longer|not\s+needed)\b",
    re.IGNORECASE,
)


def has_become(match: Match) -> bool:
    """ "Ann to see the bank was on the last list", "Ann to ring them: done": and what became of it."""
    return _BECAME.match(match.text, owner_span(match)[1]) is not None
