"""What stands in brackets behind a task: its owners, the day that it is due, the initials before what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.doers import first_names
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.owners import split_owners
from pipeline.layout.when import is_when
from pipeline.rules.match import Matcher

_DAY_BEHIND = re.compile(r"[(\[][^()\[\]]{2,40}[,;–-]\s+(?P<when>[^()\[\],;–-]{3,24})[)\]]\W*$")
_MONTH_FIRST = re.compile(r"[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}\smeeting")


# "Circulate the list – AB – 22 Sept", "Circulate the list: AB (22 Sept)"
_TAIL_WHEN = re.compile(r"\s(?:[–—-]\s+|\((?=[^()]+\)$))(?P<when>(?:(?!\s-\s)[^–—()]){2,24})[)\]]?$")


def day_behind(text: str) -> str | None:
    """The day that closes a task, alone or behind its owner in brackets."""
    alone = closing_day(text)
    return bracketed_day(text) or (alone["when"] if alone is not None else None)


def closing_day(text: str) -> re.Match[str] | None:
    """The day that closes a text and stands by itself, its words as `when`."""
    found = _TAIL_WHEN.search(text)
    return found if found is not None and is_when(found["when"]) else None


# "AB, by 3 May", "AB and CD, by October 12, 2021", "AB, before the lease is signed"
_AND_WHEN = re.compile(
    r"(?P<who>[^,;]+(?:,[^,;]+)*?)\s?[,;]\s+(?P<when>(?:(?:[a-z]+\s){0,3}[A-Z][a-z]+day,\s)?[^,;]{2,50}(?:,\s\d{4})?)"
)


def without_day(words: str, matcher: Matcher) -> str:
    """The words before those that say when, which stand behind them: "AB" of "AB, by 3 May"."""
    told = _AND_WHEN.fullmatch(words)
    return told["who"] if told is not None and _says_when(told["when"], matcher) else words


def _says_when(words: str, matcher: Matcher) -> bool:
    if is_when(words):
        return True
    due = matcher.first("due", words, part="when")
    return due is not None and due.start == 0 and due.end == len(words)


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
    known = all(o == "ALL" or matcher.is_person(o) for o in split_owners(found[0]["owner"]))
    return found[0] if known else None


_BEHIND = re.compile(r"\W?\s*[(\[](?P<owner>[A-Z][^()\[\]]{0,40})[)\]]\W*$")
# "Report on the fair (Ann)": who told of it.
_TOLD_OF = re.compile(
    r"\W*(?:report\w*|talks?|visits?|updates?|reviews?|feedback|thanks|work|research|support|change|show|contact|welcome)\s+"
    r"(?:on|from|by|of|about|re|at|for|in|to)\b",
    re.IGNORECASE,
)


def owners_behind(text: str, matcher: Matcher) -> tuple[list[str], int] | None:
    """ "Order 24 stakes [AB]": an order and the paper's own people behind it; whom, and where the task ends."""
    found = _BEHIND.search(text)
    if found is None or not isinstance(matcher, Informed) or _TOLD_OF.match(text):
        return None
    order = matcher.first("action", text[: found.start()], part="order")
    owners = first_names(split_owners(found["owner"]))
    known = all(o.casefold() == "all" or matcher.is_person(o) for o in owners)
    return (owners, found.start()) if owners and known and order is not None and order.start == 0 else None


def with_brackets(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, one that holds nothing but brackets with the one before it: "Book the press. (Ann)"."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        alone = out and _BEHIND.fullmatch(text[start:end]) is not None
        out[-1:] = [(out[-1][0], end)] if alone else [*out[-1:], (start, end)]
    return out
