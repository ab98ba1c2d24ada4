"""What stands before a task's colon or dash: whose it is, or only what it is about."""

from __future__ import annotations

import re

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.doers import first_names
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import PERSON
from pipeline.extractors.actions.promises import commits
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import GROUP, is_owner, split_owners
from pipeline.initials import INITIALS
from pipeline.rules.match import Matcher

KNOWN = 8  # given names that a paper shows of its people where a strange one is none
# "Spring fair: Ann to Ring the printer": whom the paper knows, behind a topic.
_BEHIND = re.compile(
    rf"[^:]{{3,60}}(?::|\s[–—-])\s+(?P<who>{PERSON}+(?:(?:\s?[/&,]\s?|\sand\s){PERSON}+)*)\s(?:to|will|should)\s"
)


def owners_behind(text: str, matcher: Matcher) -> list[str]:
    """Those of the paper's people whom the words behind a topic and its colon ask to do something."""
    if not isinstance(matcher, Informed):
        return []
    masked = matcher.masked(text)
    found = _BEHIND.match(masked)
    topic = text[: found.start("who")] if found is not None else ""
    if found is None or PERSON in masked[: found.start("who")] or is_post(topic.strip(" :–—-")) or GROUP.search(topic):
        return []
    return first_names(split_owners(text[found.start("who") : found.end("who")]))


def is_topic(head: re.Match[str], matcher: Matcher) -> bool:
    """ "Crescent Close – Clerk to chase": words before a dash like a name, which the paper's own people do not have."""
    words = head["owner"]
    if _told_behind(head, matcher):
        return True
    dash = re.search(r"[–—-]", head[0][len(words) : head.start("task") - head.start()]) is not None
    if not dash or is_post(words) or GROUP.search(words) or not isinstance(matcher, Informed):
        return False
    if matcher.is_person(words):
        return False
    enough = len(matcher.given) >= KNOWN
    if all(INITIALS.fullmatch(part.strip()) for part in re.split(r"[/&+,]", words)):
        return enough and PERSON not in matcher.masked(words)  # "MUGA – the order is placed"
    if len(words.split()) == 1:
        return not matcher.knows(words, listed=enough)  # "Books – we may ask for more"
    strange = len(words.split()) == 2 and "." not in words and (is_person(words) or not is_owner(words))
    return strange and (not is_person(words) or (enough and not matcher.knows(words, listed=True)))


def _told_behind(head: re.Match[str], matcher: Matcher) -> bool:
    """ "Spring fair: Ann to ring the printer": the words behind the topic say who is to act."""
    words = head["owner"]
    if not isinstance(matcher, Informed) or is_post(words) or GROUP.search(words) or INITIALS.fullmatch(words):
        return False
    told = commits(head["task"], matcher) if PERSON not in matcher.masked(words) else None
    return told is not None and any(is_owner(who) and not PRONOUN.match(who) for who in who_of(told))


def before_colon(words: str) -> list[str]:
    """The owners that stand before a task's colon; "Office Bearer vacancies: ..." is a topic."""
    owners = first_names(split_owners(words))
    topic = any(word[:1].islower() for word in words.split()) and not any(map(is_owner, owners))
    return [] if topic else owners
