"""The owners with which a listed task opens: "AB: reply", "Ann, Ben - paint", "Ann -> Ben: ask"."""

from __future__ import annotations

import re

from pipeline.extractors.actions.doers import first_names
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.actions.topics import before_colon, is_topic
from pipeline.extractors.names import UPPER
from pipeline.extractors.owners import split_owners
from pipeline.rules.match import Matcher

# Before the owner may stand who had the task before, or what became of it: "Ann -> Ben: ask", "Done Ann: ask".
HEAD_OWNER = re.compile(
    rf"^(?:(?:[{UPPER}][\w.’' ]{{1,30}}?\s?(?:->|→|=>)|(?i:done|completed|ongoing|pending)(?:\s\([^)]{{2,20}}\))?)\s?)?"
    rf"(?P<owner>all(?=\s?[:–—-])|(?:(?:[Tt]he\s)?[{UPPER}]|all\b|every)(?:[\w./&+,’' ]|(?<=[a-z])-(?=[A-Z])){{1,60}}?)"
    r"(?:\s\((?:with|and)\s(?P<beside>[^()]{2,50})\))?\s?(?:::?|\s[–—-]|\s?→|\s->)\s+(?P<task>.+)$"
)
_STOP_OWNER = re.compile(r"(?P<owner>[A-Z][^.:]{1,40})\.\s+(?P<task>[A-Z].+)$")  # "Clerk. Order the lamps."
# "AB to run a stall", "AB TO RUN A STALL" state a task, however short
WHO_TO = re.compile(
    r"\S+(?:\s\S+){0,4}?\s(?:(?:to|will)\s(?!the\b|all\b|our\b)[a-z]|(?:TO|WILL)\s(?!THE\b|ALL\b|OUR\b)[A-Z]+\s\S)"
)
_MOST = 5  # words of one owner


def owners_ahead(text: str, matcher: Matcher) -> tuple[list[str], int]:
    """The owners before a task's colon, dash or full stop, and where the task begins; none: ([], 0)."""
    found = HEAD_OWNER.match(text)
    if found is not None and not WHO_TO.match(found["owner"]) and not is_topic(found, matcher):
        words = re.sub(r"\s?\+\s?|,(?=\S)", ", ", found["owner"])
        several = "," in words or len(words.split()) > _MOST
        owners = (owners_alone(words) or _first_named(words, matcher)) if several else before_colon(words)
        if owners:
            beside = first_names(split_owners(found["beside"])) if found["beside"] else []
            return [*owners, *(one for one in beside if one not in owners)], found.start("task")
    if (found := _STOP_OWNER.match(text)) and (owners := owners_alone(found["owner"])):
        return owners, found.start("task")
    return [], 0


def _first_named(words: str, matcher: Matcher) -> list[str]:
    """ "Ann, Ben" and "Ann,Ben and Cal", each the first name of somebody of the paper; [] where one is not."""
    owners = split_owners(words)
    known = isinstance(matcher, Informed) and all(matcher.knows(one, listed=True) for one in owners)
    return first_names(owners) if known else []
