"""Whom "he", "she" and "they" mean: the last person or post that was a subject before them."""

from __future__ import annotations

import re

from pipeline.extractors.informed import Informed
from pipeline.extractors.masks import PERSON
from pipeline.extractors.names import is_post
from pipeline.extractors.owners import is_owner, split_owners
from pipeline.match import Matcher

PRONOUN = re.compile(r"^(?:he|she|him|her|they|we|i)$", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.;:,)]\s)|(?<=[.;:,)][”’\"]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=^In\sreply\s)|(?<=\sIn\sreply\s)|(?<=\bresponse\s))(?P<owner>{PERSON}+)(?:\s\([^()]{{2,60}}\)|,\s[^,.;]{{2,80}},)?"
    r"(?:\s(?:from|of)\s(?:the\s)?[\w’' -]{3,40}?)?"  # "Mr Hill from the depot came"
    r"(?:\s+(?:also\s+|then\s+|had\s+|has\s+|still\s+){0,2}(?:[a-z]{2,}ed|said|gave|told|spoke|took|made|brought|read|knows?|knew|has|had|was"
    r"|came|went|got|put|saw|felt|thought|found|heard|met|kept|wrote|sent|ran|drew|left|feels|thinks|wants"
    r"|(?:had|has|did|does|could|was)(?:n[’']t|\snot)|(?:can|could)n?[’']?t)\b"
    r"|(?::|\s[–—-])\s)"  # "Ann - the trailer needs a hitch. She'll get a price."
)
_LISTED = 4  # names in a paper that lists its people
# "A resident spoke of the lamp and he ...", "the surveyor, who said that he ...": somebody without a name.
_STRANGER = re.compile(
    r"(?<!that\s)\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat)\s(?:[a-z-]+\s){0,2}(?i:parishioners?|residents?|members?\sof\sthe\spublic"
    r"|lady|gentleman|woman|man|visitor|landowner|householder|applicant|neighbour|tenant|surveyor|caller|villager|parent)\s"
    r"(?!and\b|or\b|of\b|for\b|to\b)[a-z]"
)
_WHO_SAID = re.compile(r",?\s+who\s+(?:had\s+|has\s+|also\s+)*[a-z]{2,}\s+(?:that\s+)?$")
# "Cllr Lund asked the Clerk whether the lamp was reported." before "She would find out": who was asked, answers.
_QUESTION = re.compile(
    r"\basked\s+(?P<whom>[^.,;?]{2,60}?)\s+(?:whether|if|when|why|how|what|where|who|which|about)\b[^.;?]*[.;?]\W*$"
)
# "Cllr Lund asked the Clerk and she agreed to ring them"
_ASKED_AND = re.compile(r"\b(?:asked|approached)\s+(?P<whom>[^.,;?]{2,60}?),?\s+(?:and|but|so)\s+$")
_PERSONS = re.compile(rf"{PERSON}+")
_PERSON_LAST = re.compile(rf"{PERSON}+$")
_POST_LAST = re.compile(r"\b[Tt]he\s(?:[\w-]+\s){0,2}[\w-]+$")
_HER = re.compile(r"(?:\w+\s+)?(?:Mrs|Ms|Miss|Dame|Madam|Lady|Baroness|Sister)\b")
_HIM = re.compile(r"(?:\w+\s+)?(?:Mr|Sir|Lord|Father)\b")


def antecedent(head: str, pronoun: str, matcher: Matcher, above: str = "") -> list[str]:
    """Whom "he" or "she" means: the last person or post that was a subject before it, there or in the text above."""
    if pronoun.casefold() in ("we", "i"):
        return []
    one = pronoun.casefold() in ("he", "she", "him", "her")
    said = _WHO_SAID.search(head)
    if one and said is not None:
        return _named_last(head[: said.start()], matcher)
    asked = (_QUESTION.search(head) or _ASKED_AND.search(head)) if one else None
    if asked is not None and (whom := _named_last(asked["whom"], matcher)):
        return whom
    for text in (head, above):
        found = [subject.spans["owner"] for subject in matcher.find("owner", text, part="subject")]
        strangers = [found.start() for found in _STRANGER.finditer(text)] if one else []
        for start, end in sorted({*found, *_masked_subjects(text, matcher)}, reverse=True):
            words = text[start:end]
            if strangers and strangers[-1] >= end:
                return []
            if _is_of_other_sex(words, pronoun):
                continue
            if is_somebody(words, matcher) and not (one and is_firm(words, matcher)):
                return split_owners(words, known=has_letters(words, matcher))
        if text is head and one and not strangers and (alone := _only_one(text, pronoun, matcher)):
            return split_owners(alone)
    return []


def _only_one(text: str, pronoun: str, matcher: Matcher) -> str:
    """ "Thanks went to Ann Box for the lights.": the one person whom the words before "she" name at all."""
    if not isinstance(matcher, Informed):
        return ""
    named = {text[slice(*found.span())] for found in _PERSONS.finditer(matcher.masked(text))}
    names = {words for words in named if not (words.isupper() or is_post(words) or PRONOUN.match(words))}
    return names.pop() if len(named) == len(names) == 1 and not any(_is_of_other_sex(n, pronoun) for n in names) else ""


def _is_of_other_sex(words: str, pronoun: str) -> bool:
    """ "He" is not "Mrs Box" or "Cllr Mrs Box", nor "she" "Mr Box"."""
    other = {"he": _HER, "him": _HER, "she": _HIM, "her": _HIM}.get(pronoun.casefold())
    return other is not None and other.match(words) is not None


def _named_last(text: str, matcher: Matcher) -> list[str]:
    """Who ends a text: a person of the paper, or "the surveyor"; nobody else."""
    found = _PERSON_LAST.search(matcher.masked(text)) if isinstance(matcher, Informed) else None
    if found is not None:
        return split_owners(text[found.start() :])
    last = _POST_LAST.search(text)
    return split_owners(last[0]) if last is not None and is_post(last[0]) else []


def _masked_subjects(text: str, matcher: Matcher) -> list[tuple[int, int]]:
    """Where people of the paper stand as subjects, however it writes them: "C Ward mentioned the plan"."""
    if not isinstance(matcher, Informed):
        return []
    return [found.span("owner") for found in _SUBJECT.finditer(matcher.masked(text))]


def is_somebody(words: str, matcher: Matcher) -> bool:
    """A person or post; a first name alone only where the paper knows it."""
    if " " in words or words.isupper() or is_post(words):
        return is_owner(words)
    return isinstance(matcher, Informed) and matcher.knows(words)


def is_firm(words: str, matcher: Matcher) -> bool:
    """Letters that nobody of a paper has whose people it lists: "ERMC had said", which no "she" means."""
    if not isinstance(matcher, Informed) or len(matcher.given) < _LISTED:
        return False
    return words.isupper() and " " not in words and PERSON not in matcher.masked(words)


def has_letters(words: str, matcher: Matcher) -> bool:
    """Are letters that spell a word ("NO", "NA") somebody of this paper's here?"""
    return isinstance(matcher, Informed) and PERSON in matcher.masked(words)
