"""Whom "he", "she" and "they" mean: the last person or post that was a subject before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import PERSON
from pipeline.extractors.given import is_known
from pipeline.extractors.names import is_post
from pipeline.extractors.owners import is_owner, split_owners
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Matcher

PRONOUN = re.compile(r"^(?:he|she|him|her|they|we|i|both|the (?:former|latter))$", re.IGNORECASE)
# ", EE said", ", Head of Parks gave"
_POST_BEHIND = rf",\s(?:[A-Z][\w&’-]*|{PERSON}+)(?:\s(?:of|for|and|[A-Z][\w&’-]*|{PERSON}+)){{0,6}}(?=\s[a-z])"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.;:,?!)–—-]\s)|(?<=[.;:,)][”’\"]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\b[Aa]s\s)|(?<=\bbecause\s)|(?<=\bsince\s)"
    rf"|(?<=^In\sreply\s)|(?<=\sIn\sreply\s)|(?<=\bresponse\s)|(?:^|(?<=[.;]\s))In\s(?:reply|response|answer)\sto\s(?:{PERSON}+|[^,.;{PERSON}]{{2,60}}?)\s)"
    rf"(?P<owner>{PERSON}+)(?:\s\([^()]{{2,60}}\)|{_POST_BEHIND}|,\s[^,.;]{{2,80}},)?"
    r"(?:\s(?:from|of)\s(?:the\s)?[\w’' -]{3,40}?)?"  # "Mr Hill from the depot came"
    r"(?:,?\s+in\s+(?:reply|response|answer|turn|replying|responding)(?:\sto\s[^,.;]{2,60})?,?)?"
    r"(?:\s+(?:also\s+|then\s+|had\s+|has\s+|still\s+){0,2}(?:[a-z]{2,}ed|said|gave|told|spoke|took|made|brought|read|knows?|knew|has|had|was"
    r"|came|went|got|put|saw|felt|thought|found|heard|met|kept|wrote|sent|ran|drew|left|feels|thinks|wants"
    r"|(?:had|has|did|does|could|was)(?:n[’']t|\snot)|(?:can|could)n?[’']?t)\b"
    r"|(?::|\s[–—-])\s)"  # "Ann - the trailer needs a hitch. She'll get a price."
)
_LISTED = 4  # names in a paper that lists its people
# "A resident spoke of the lamp and he ...", "the surveyor, who said that he ...": somebody without a name.
_STRANGER = re.compile(
    r"(?<!that\s)\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat(?!\s(?:the|an?|one|another)\b))\s(?:[a-z-]+\s){0,2}(?i:parishioner|resident|member\sof\sthe\spublic"
    r"|lady|gentleman|woman|man|visitor|landowner|householder|applicant|neighbour|tenant|surveyor|caller|villager|parent)\s"
    r"(?!(?:and|or|of|for|to|on|in|at|by|with|from|about)\b)[a-z]"
)
_OF_SEX = {"he": re.compile(r"\b(?:lady|woman)\b"), "she": re.compile(r"\b(?:gentleman|man)\b")}  # whom it can't mean
_WHO_SAID = re.compile(r",?\s+who\s+(?:had\s+|has\s+|also\s+)*[a-z]{2,}\s+(?:that\s+)?$")
# "Cllr Lund asked the Clerk whether the lamp was reported." before "She would find out": who was asked, answers.
_QUESTION = re.compile(
    r"\basked\s+(?P<whom>[^.,;?]{2,60}?)\s+(?:whether|if|when|why|how|what|where|who|which|about)\b[^.;?]*[.;?]\W*$"
)
# "Cllr Lund asked the Clerk and she agreed to ring them", "the forms would be passed to the Clerk and she will"
_ASKED_AND = re.compile(
    r"\b(?:asked|approached|(?:reported|passed|referred|sent|handed|forwarded|given|left)\s+(?:on\s+)?(?:to|with))\s+"
    r"(?P<whom>[^.,;?]{2,60}?),?\s+(?:and|but|so)\s+$"
)
_PAIR = re.compile(
    rf"(?:^|(?<=[.;:,?!)]\s)|(?<=\bthat\s)|(?<=\band\s))(?P<owner>{PERSON}+(?:(?:,\s{PERSON}+)*,?\s(?:and|&)\s(?:the\s)?{PERSON}+)?)\s+[a-z]"
)
_THAT = re.compile(r"\bthat\s+(?:(?:the|only|just|even|both)\s+)?$")
_LABEL = re.compile(
    rf"[^\w{PERSON}]*(?:[Tt]he\s)?(?P<owner>{PERSON}+)(?:[’']s?)?\s+(?:[Rr]eport|[Uu]pdate|[Nn]ews|REPORT)\b"
)
_PERSONS = re.compile(rf"{PERSON}+")
_PERSON_LAST = re.compile(rf"{PERSON}+$")
_POST_LAST = re.compile(r"\b[Tt]he\s(?:[\w-]+\s){0,2}[\w-]+$")
_HER = re.compile(r"(?:\w+\s+)?(?:Mrs|Ms|Miss|Dame|Madam|Lady|Baroness|Sister)\b")
_HIM = re.compile(r"(?:\w+\s+)?(?:Mr|Sir|Lord|Father)\b")


def antecedent(head: str, pronoun: str, matcher: Matcher, above: str = "", title: str = "") -> list[str]:
    """Whom "he" or "she" means: the last person or post that was a subject before it, there or in the text above.

    Args:
        title: of the item, which may say whose report it is.
    """
    if pronoun.casefold() in ("we", "i"):
        return who_speaks(head, matcher)
    if pronoun.casefold().startswith("the "):
        both = antecedent(head, "both", matcher, above)
        return (both[-1:] if pronoun.endswith("latter") else both[:1]) if len(both) > 1 else []
    one = pronoun.casefold() in ("he", "she", "him", "her")
    said = _WHO_SAID.search(head)
    if one and said is not None:
        return _named_last(head[: said.start()], matcher)
    asked = (_QUESTION.search(head) or _ASKED_AND.search(head)) if one else None
    if asked is not None and (whom := _named_last(asked["whom"], matcher)):
        return whom
    for text in (head, above):
        spans = subject_spans(text, matcher)[::-1]
        strangers = [
            found.start()
            for found in (_STRANGER.finditer(text) if one else ())
            if not _OF_SEX[_sign(pronoun)].search(found[0]) and not _is_told_of(text, *found.span(), spans, matcher)
        ]
        if not one and (several := _several(text, matcher, spans)):
            return several
        for start, end in spans:
            words = text[start:end]
            if strangers and strangers[-1] >= end:
                return []
            if one and (
                _is_of_other_sex(words, pronoun, matcher)
                or _are_many(words)
                or _is_nobody(words, text[end:], matcher)
                or _is_told_of(text, start, end, spans, matcher)
            ):
                continue
            if is_somebody(words, matcher, listed=one) and not (one and is_firm(words, matcher)):
                return split_owners(words, known=has_letters(words, matcher))
        if one and not strangers and (labelled := _report_of(text, pronoun, matcher)):
            return labelled
        if text is head and one and not strangers and (alone := _only_one(text, pronoun, matcher)):
            return split_owners(alone)
    return _report_of(title, pronoun, matcher, titled=True) if one else []


_SPEAKER = re.compile(
    rf"(?:^|(?<=[.?!)”\"]\s))(?:[A-Z][A-Z &’'-]+:\s+)?(?P<who>{PERSON}+)(?:\s\([^()]{{2,40}}\))?\s?(?::|\s[–—-])\s"
)


def who_speaks(before: str, matcher: Matcher) -> list[str]:
    """Whom "I" and "we" mean in minutes that give each one's own words: "Ann – It is late. I'll ring them."."""
    if not isinstance(matcher, Informed):
        return []
    labels = list(_SPEAKER.finditer(matcher.masked(before)))
    return split_owners(before[slice(*labels[-1].span("who"))], known=True) if labels else []


def _several(text: str, matcher: Matcher, single: Sequence[tuple[int, int]]) -> list[str]:
    """ "Ann and Ben had walked the path. They": both, where nobody else comes after them."""
    if not isinstance(matcher, Informed):
        return []
    masked = matcher.masked(text)
    for pair in reversed(list(_PAIR.finditer(masked))):
        each = (text[slice(*one.span())] for one in _PERSONS.finditer(masked, *pair.span("owner")))
        owners = [owner for words in each for owner in split_owners(words, known=True)]
        later = (text[a:b] for a, b in single if a > pair.end("owner"))
        if len(owners) > 1:
            return [] if any(is_somebody(words, matcher, listed=True) for words in later) else owners
    return []


def _are_many(words: str) -> bool:
    """ "The inspectors", "Governors": whom no "she" means."""
    return is_post(words) and words.endswith("s") and not words.isupper() and " of " not in words


# What people do at a meeting, and firms hardly: "Lemja Orr presented the plan", "Lemja Orr, who"
_PRESENTS = re.compile(
    r",|\s\(|\s(?:\w+ly\s|also\s|then\s)?(?:said|told|gave|spoke|presented|reported|explained|outlined|introduced|updated|noted|asked|thanked"
    r"|mentioned|provided|talked|shared|felt|suggested|proposed|welcomed|attended|summari[sz]ed|highlighted|read)\b"
)


def _is_nobody(words: str, behind: str, matcher: Matcher) -> bool:
    """ "Mill Water had dug it up": words in capitals that no title, list, given name or manner makes a person's."""
    if not isinstance(matcher, Informed) or len(matcher.given) < _LISTED or PERSON in matcher.masked(words):
        return False
    first, *others = words.split()
    told = is_known(first) or is_post(words) or _PRESENTS.match(behind) is not None
    return bool(others) and len(first.strip(".")) > 1 and not told


def _is_told_of(text: str, start: int, end: int, spans: Iterable[tuple[int, int]], matcher: Matcher) -> bool:
    """ "Ann said that the auditor was ill. She": somebody elsewhere, of whom one who was there tells."""
    if _THAT.search(text[:start]) is None or not isinstance(matcher, Informed) or matcher.is_here(text[start:end]):
        return False
    begins = max(a for a, b in sentences(text) if a <= start)
    return any(begins <= at < start and matcher.is_here(text[at:to]) for at, to in spans)


def _report_of(text: str, pronoun: str, matcher: Matcher, *, titled: bool = False) -> list[str]:
    """ "Clerk's Report", "Police report (PC Box)": the one person whose report it is, by its label or title."""
    if not isinstance(matcher, Informed):
        return []
    masked = matcher.masked(text)
    label = None if titled else _LABEL.match(masked)
    spans = [found.span() for found in _PERSONS.finditer(masked)] if titled else [label.span("owner")] if label else []
    if len(spans) != 1:
        return []
    words = re.sub(r"[’']s?$", "", text[slice(*spans[0])])
    return [] if _is_of_other_sex(words, pronoun, matcher) or _are_many(words) else split_owners(words, known=True)


def _only_one(text: str, pronoun: str, matcher: Matcher) -> str:
    """ "Thanks went to Ann Box for the lights.": the one person whom the words before "she" name at all."""
    if not isinstance(matcher, Informed):
        return ""
    named = {text[slice(*found.span())] for found in _PERSONS.finditer(matcher.masked(text))}
    names = {words for words in named if not (words.isupper() or is_post(words) or PRONOUN.match(words))}
    alone = names.pop() if len(named) == len(names) == 1 else ""
    return "" if _is_of_other_sex(alone, pronoun, matcher) else alone


def _sign(pronoun: str) -> str:
    return "he" if pronoun.casefold() in ("he", "him") else "she"


def _is_of_other_sex(words: str, pronoun: str, matcher: Matcher) -> bool:
    """ "He" is not "Mrs Box" or "Cllr Mrs Box", nor "she" "Mr Box"; nor "Cllr Box" whom the list has as Ann Box."""
    sign = _sign(pronoun)
    other = {"he": _HER, "she": _HIM}[sign]
    if other.match(words) is not None:
        return True
    return isinstance(matcher, Informed) and matcher.pronoun_of(words) not in ("", sign)


def _named_last(text: str, matcher: Matcher) -> list[str]:
    """Who ends a text: a person of the paper, or "the surveyor"; nobody else."""
    found = _PERSON_LAST.search(matcher.masked(text)) if isinstance(matcher, Informed) else None
    if found is not None:
        return split_owners(text[found.start() :])
    last = _POST_LAST.search(text)
    return split_owners(last[0]) if last is not None and is_post(last[0]) else []


def subject_spans(text: str, matcher: Matcher) -> list[tuple[int, int]]:
    """Where somebody stands who says or does something, in order."""
    found = [span for subject in matcher.find("owner", text, part="subject") if (span := subject.span_of("owner"))]
    return sorted({*found, *_masked_subjects(text, matcher)})


def _masked_subjects(text: str, matcher: Matcher) -> list[tuple[int, int]]:
    """Where people of the paper stand as subjects, however it writes them: "C Ward mentioned the plan"."""
    if not isinstance(matcher, Informed):
        return []
    return [found.span("owner") for found in _SUBJECT.finditer(matcher.masked(text))]


def is_somebody(words: str, matcher: Matcher, *, listed: bool = False) -> bool:
    """A person or post; a first name alone only where the paper knows it.

    Args:
        listed: from its list of people, if it has one: "Fees would rise. She ..." means no Fees.
    """
    if " " in words or words.isupper() or is_post(words):
        return is_owner(words)
    return isinstance(matcher, Informed) and matcher.knows(words, listed=listed and len(matcher.given) >= _LISTED)


def is_firm(words: str, matcher: Matcher) -> bool:
    """Letters that nobody of a paper has whose people it lists: "ERMC had said", which no "she" means."""
    if not isinstance(matcher, Informed) or len(matcher.given) < _LISTED:
        return False
    return words.isupper() and " " not in words and PERSON not in matcher.masked(words)


def has_letters(words: str, matcher: Matcher) -> bool:
    """Are letters that spell a word ("NO", "NA") somebody of this paper's here?"""
    return isinstance(matcher, Informed) and PERSON in matcher.masked(words)
