"""Where the promises of one sentence part from each other."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.given import is_given
from pipeline.extractors.names import is_person
from pipeline.rules.match import Match

PASSIVE_BY = ("action-passive-by", "frame-by", "action-first-name-by")
_AND = r"\b(?:and|but|while|whilst|then)\b(?:\s+(?:then|also|that)\b)?"
_JOINS = re.compile(rf"(?:{_AND}|;|[.,–-])\s*$")
_JOINT = re.compile(rf"[\s,;]*{_AND}\s*$")  # what joins a clause to the next
_OPENS = re.compile(r"\W*(?:and\b)?\W*")
# "... the room, notice and proxies | to be mailed by Beth": the thing opens the clause of what is done to it.
_THING = re.compile(
    r"(?:[,;]|\b(?:but|while|whilst)|(?<!between)\band)\s+"
    r"(?=(?P<thing>(?:(?!(?:who|which|that|to|is|are|was|were|has|have|had|will|would)\b)[\w’'-]+\s+){1,8})$)",
    re.IGNORECASE,
)
_PASSIVE = "action-passive-will"
# "... will be tested | and a report (will be brought)"
_ANEW = re.compile(
    r",?\s+(?:and|&)\s+(?:an?|the|this|these|all|any|copies|further)\s(?:(?!(?:of|for|to)\b)[\w’'-]+\s){1,4}$"
)
# "Clerk to send the form and also to ask ...", "he would take the first and he would also take ...": a task more.
_ALSO = re.compile(
    r"(?:,?\s+and|,)\s+(?=(?:he|she|they)\s+(?:would|will)\s+also\s+(?!(?:be|like|have\sto|welcome|support|need)\b)[a-z])"
    r"|,?\s+and\s+(?=(?:(?:would|will)\s+(?:also|in\s+any\s+(?:event|case))|also\s+(?:to|would|will))\s+"
    r"(?!(?:be|like|have|welcome|support|need)\b)[a-z])"
)
# "He would have it mended | and that the list would be sent"
_MORE = re.compile(
    r",?\s+and\s+(?=that\s+(?:(?:he|she|they)\s+(?:would|will)\s|(?:(?!(?:would|will|was|were|is|are|had|has|have)\b)[\w’'-]+\s+){1,5}"
    r"(?:would|will)\s+be\s+[a-z]+(?:ed|en|ght|nt|wn|de|ne)\b))"
)
_PLEDGE = re.compile(r"\b(?:will|would)\s+(?!be\b)[a-z]")
# "Ann asked how theirs went, so | Ben will ring", "..., he'll look", "Ann asked when, and Ben said that | it is due".
_SO = re.compile(r"(?:[,;]\s+(?:so|and|but)|;)\s+(?:the\s+)?$")
_ANSWERS = r"(?:[A-Z][\w.’'-]*\s+){1,3}(?:said|replied|answered|confirmed|responded)\b"
_HAS_ANSWERED = re.compile(rf"(?:[,;]|\b(?:so|and|but))\s+(?:the\s+)?{_ANSWERS}[^.;:?]{{0,60}}$")
_WILL_ANSWER = re.compile(rf"(?:he|she)(?:[’']ll|\s(?:will|would))\b|(?:[Tt]he\s+)?{_ANSWERS}")
_GOES_ON = re.compile(r"(?:,|\b(?:and|but))\s+$")


# "AB to ask Sam and | Ben to mend it": whoever is spoken to with another is no owner of their own
_SPOKEN_TO = re.compile(
    r"\b(?:ask|tell|remind|encourage|invite|request)\s+(?:(?:Mrs?|Ms|Miss|Dr|Cllr)\.?\s+)?"
    r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)(?:,\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?){0,3},?\s(?:and|&)\s+$"
)
_TO_ACT = re.compile(r"(?:(?:Mrs?|Ms|Miss|Dr|Cllr)\.?\s+)?(?:[A-Z][\w’'-]*\s){1,3}to\s")
# "Paul Box, MDF | to future meetings": whereto, and no task
_WHERETO = re.compile(
    r"(?:[A-Z][\w’'&-]*\s){1,4}to\s(?:future|next|the|an?|our|their|his|her|its|this|that|each|all|every|any)\b"
)


def shares(sentence: str, at: int) -> bool:
    """Does who is named there only share what the clause before says: whom it asks, or where from and whereto?"""
    asked = _SPOKEN_TO.search(sentence[:at]) if _TO_ACT.match(sentence, at) else None
    person = asked is not None and (is_given(asked["who"].split()[0]) or is_person(asked["who"]))
    return person or _WHERETO.match(sentence, at) is not None


def opens_at(sentence: str, hit: Match) -> int:
    """Where the clause of a promise begins: where its match does, or the thing that is to be dealt with."""
    if hit.rule.id not in PASSIVE_BY and not hit.rule.id.startswith(_PASSIVE):
        return hit.start
    thing = _THING.search(sentence, 0, hit.start)
    return thing.start("thing") if thing is not None else hit.start


def is_anew(sentence: str, hit: Match, last: Match) -> bool:
    """ "The houses will be tested and a report will be brought to the next meeting": two things, each to be done."""
    anew = _ANEW.search(sentence, last.end, hit.start) if hit.start > last.end else None
    return anew is not None and hit.rule.id.startswith(_PASSIVE) and last.rule.id.startswith((*PASSIVE_BY, _PASSIVE))


def is_joined(sentence: str, hit: Match, last: Match) -> bool:
    """Whether a promise goes on from the one before it: "AB to check the lamps, and CD to ask"."""
    opens = opens_at(sentence, hit)
    if opens < hit.start and not who_of(last) and not is_anew(sentence, hit, last):
        return False  # "The query was noted and a reply will be sent by the Clerk": one task
    before = sentence[:opens]
    return bool(_JOINS.search(before) or re.match(r"\W*(?:and\b|;)|,", sentence[hit.start : hit.end]))


def parted(sentence: str, cuts: list[Match]) -> list[tuple[int, int, Match]]:
    """The clauses of a sentence, each with the promise in it."""
    starts = [0, *(_after_and(sentence, opens_at(sentence, hit)) for hit in cuts[1:]), len(sentence)]
    return [(a, _ends(sentence, a, b), hit) for (a, b), hit in zip(pairwise(starts), cuts, strict=True)]


def with_also(sentence: str, told: list[tuple[int, int, Match]]) -> list[tuple[int, int, Match]]:
    """The clauses, each parted once more where somebody is also to do another thing."""
    out: list[tuple[int, int, Match]] = []
    for a, b, hit in told:
        also = _ALSO.search(sentence, max(a, hit.end), b)
        if also is None and _PLEDGE.search(sentence, max(a, hit.start), hit.end):
            also = _MORE.search(sentence, max(a, hit.end), b)
        out += [(a, b, hit)] if also is None else [(a, also.start(), hit), (also.end(), b, hit)]
    return out


def _after_and(sentence: str, at: int) -> int:
    found = _OPENS.match(sentence, at)
    return found.end() if found is not None else at


def _ends(sentence: str, start: int, end: int) -> int:
    return start + len(_JOINT.sub("", sentence[start:end]))


def is_answer(sentence: str, at: int) -> bool:
    """Whether what begins there answers what was asked before it."""
    head = sentence[:at]
    if _SO.search(head) or _HAS_ANSWERED.search(head):
        return True
    return _GOES_ON.search(head) is not None and _WILL_ANSWER.match(sentence, at) is not None
