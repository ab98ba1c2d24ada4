"""What stands in brackets behind a marked task: the day that it is due, the initials before what came of it."""

from __future__ import annotations

import re

from pipeline.extractors.due import is_when
from pipeline.extractors.informed import Informed
from pipeline.extractors.masks import PERSON
from pipeline.extractors.owners import split_owners
from pipeline.match import Matcher

_DAY_BEHIND = re.compile(r"[(\[][^()\[\]]{2,40}[,;–-]\s+(?P<when>[^()\[\],;–-]{3,24})[)\]]\W*$")
_MONTH_FIRST = re.compile(r"[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}\smeeting")


def bracketed_day(text: str) -> str | None:
    """ "Obtain bids (Dunn, April meeting)", "Draft it (Kemp, March 10)": the day behind the owner."""
    found = _DAY_BEHIND.search(text)
    if found is None or not (is_when(found["when"]) or _MONTH_FIRST.fullmatch(found["when"])):
        return None
    return found["when"]


_INSIDE = re.compile(
    r"(?:\b[a-z][\w’-]*[.,]?|\.)\s*(?P<at>[(\[])(?P<owner>[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*)[)\]]\s+"
    r"(?=(?i:this|these|it|all|both|has|have|was|were|now|done|completed?|actioned|closed|ongoing)\b)"
)


def told_behind(text: str, matcher: Matcher) -> re.Match[str] | None:
    """ "Provide training (CD) This was done in May": the paper's own initials between a task and what came of it."""
    found = list(_INSIDE.finditer(text))
    if len(found) != 1 or not isinstance(matcher, Informed):
        return None
    known = all(o == "ALL" or set(matcher.masked(o)) == {PERSON} for o in split_owners(found[0]["owner"]))
    return found[0] if known else None
