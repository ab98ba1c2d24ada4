"""What kind of outcome a decision is: what its rule sets, what its word or its votes say, what its words resolve."""

from __future__ import annotations

import re
from typing import cast

from pipeline.extractors.decisions.resolutions import outvoted, votes_in
from pipeline.record import Outcome
from pipeline.rules.match import Match, Matcher

_WORDS: dict[str, Outcome] = {
    "noted": "noted",
    "received": "noted",
    "deferred": "deferred",
    "tabled": "deferred",
    "postponed": "deferred",
    "continued": "deferred",
    "withdrawn": "deferred",
    "refused": "refused",
    "rejected": "refused",
    "declined": "refused",
    "denied": "refused",
    "withheld": "refused",
    "lost": "refused",
    "fell": "refused",
    "falls": "refused",
    "failed": "refused",
    "fails": "refused",
    "defeated": "refused",
    "against": "refused",
    "not": "refused",
}


# "The Port Officer noted that the quay is worn. The Board agreed.": what one person noted.
_SOMEBODY_NOTED = re.compile(
    r"\b(?!(?:Council|Committee|Sub-Committee|Board|Panel|Forum|Cabinet|Members|Group|Governors|Trustees|Directors|Authority|"
    r"Executive|Meeting|It|We|They)\b)[A-Z][\w’'-]+\s+(?:also\s+)?noted\b"
)


def outcome_of(match: Match, text: str, matcher: Matcher, *, given: Outcome | None = None) -> Outcome:
    """What the rule sets; else what the words of the resolution say; else agreed."""
    if match.rule.text.set.get("outcome") and given is None and match.get("outcome") != "agreed":
        return cast(Outcome, match.get("outcome"))
    if match.get("word") and word_of(match) != "agreed":
        return word_of(match)
    if match.get("count") and not match.get("word") and outvoted(votes_in(match.text)):
        return "refused"
    read = matcher.first("decision", text[:400], part="outcome")
    if read is not None and not (
        match.get("attach") and read.get("outcome") == "noted" and _SOMEBODY_NOTED.search(text)
    ):
        return cast(Outcome, read.get("outcome"))
    return given or cast(Outcome, match.get("outcome") or "agreed")


def fate_of(words: str) -> Outcome | None:
    """What became of a motion by the cell beside it, where that is not what it asked for: "DEFEATED 2-4" refuses."""
    told = (_WORDS.get(word.strip(".,;:()").casefold()) for word in words.split()[:3])
    return next((outcome for outcome in told if outcome is not None), None)


_DENIED = re.compile(r"\b[Nn](?:ot|OT)\s+(?:been\s+|be\s+)?$")


def word_of(match: Match) -> Outcome:
    """The outcome that a rule's `word` says: "Lost" refuses, and so does "not carried"."""
    outcome = _WORDS.get(match.get("word").casefold(), "agreed")
    denied = outcome == "agreed" and "word" in match.spans and _DENIED.search(match.text[: match.spans["word"][0]])
    return "refused" if denied else outcome
