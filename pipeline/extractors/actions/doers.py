"""Who does what a promise says, where its own words name nobody, or only "he" and "she"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.antecedents import PRONOUN, antecedent, is_firm, is_somebody
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import MASKS, PERSON
from pipeline.extractors.owners import split_owners
from pipeline.found import FoundAction
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Match, Matcher

ASKS = (
    "action-agreed-we",
    "action-speaker-asks",
    "frame-proposed-doing",
)
FOLLOWS_ON = (
    "action-and-will",
    "action-and-offered",
    "action-do-that",
)  # "... and will report back": of whoever the sentence is about
ALSO_ASKED = "action-also-asked"
NOTED = "action-notes-will"  # "... - will check": of whoever opens the note, or the note before it
AGREED_TO_IT = "frame-agreed-it"
PAPER_ASKED = ("action-asks-paper", "action-asks-if-paper")  # who asks for a paper is not who brings it
NOT_ASKER = (*PAPER_ASKED, *ASKS)
_WHO = (
    r"(?P<owner>[A-Z]{2,4}(?:\s*(?:[/&,]|and)\s*[A-Z]{2,4}){0,3}"
    r"|(?:The\s|Parish\s|Town\s)*(?:Clerk|Chair(?:man)?|Secretary|Treasurer|RFO))"
)
_BRACKETS = re.compile(rf"[(\[]{_WHO}[)\]]\W*$")
_DASHED = re.compile(rf"\s[–—-]\s?{_WHO}\W*$")
_BEHIND_COMMA = re.compile(rf",\s{_WHO}\W*$")  # "the key to be copied, AB": where AB is somebody of the paper
ALONE = re.compile(rf"{_WHO}\W*")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|stated|noted|requested|referred|advised|seeks|aims|endorses?|commented"
    r"|received\s+(?:at|for|from))\b"
)
_OWN = re.compile(r"\b(?:he|she)\s\w+\b")  # "... stated that she had the figures and a report": hers as well
_OPENER = re.compile(
    rf"(?:[^:;.{PERSON}]{{2,90}}:\s)?[^\w{MASKS}]{{0,3}}(?:In\s+(?:reply|response|replying|answer)[^,{MASKS}]{{0,40}},\s+)?"
    rf"(?P<owner>[{MASKS}]+(?:\sand\s[{MASKS}]+)?)(?:,\s[^,]{{3,80}},|,(?:\s(?:[A-Z][\w&’'-]*|◇+|and|of|for|the))+)?\s+(?:[a-z]|(?:Has|Had|Is|Was|Again|Also|[A-Z][a-z]+ed)\s)"
)
# "It can't be changed, but Ann can run a list off it and will post it": who opens the last clause
_CLAUSE_OPENER = re.compile(
    rf"(?:[,;:–—-]\s+|\b(?:but|so|as|while|and)\s+)(?P<owner>{PERSON}+)(?:\s\([^()]{{2,60}}\))?\s+(?!(?:and|or)\b)[a-z][^;{MASKS}]*$"
)
_HE_AGAIN = re.compile(rf"[;,]\s+(?:but\s+|and\s+|so\s+)?(?P<who>he|she)\s[^;{MASKS}]*$")  # "...; he took her name and"
# who only listened
_TOLD = re.compile(rf"\b(?:informed|told|advised|updated|reminded|assured|briefed)\s◇+|\bthanked\s[{MASKS}]+")
_DONE_TO = re.compile(r"\bbe\s+(?:invited|informed|thanked|kept|added|sent|given|notified|contacted|paid|offered)\b")
_SOMEBODY = re.compile(rf"[{MASKS}]")
_IN_FULL = re.compile(
    r"[(\[](?P<owner>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)+(?:(?:,|\sand|\s&)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*)*)[)\]]\W*$"
)
_GROUP_WORDS = re.compile(rf"[{MASKS}]+")
_NAMED_LAST = re.compile(r"[(\[](?P<owner>@[\w-]+|[A-Z][a-z]+(?:\s(?:and|&)\s[A-Z][a-z]+)?)[)\]]\W*$")


def taker(sentence: str, after: str, matcher: Matcher) -> list[str]:
    """ "It was asked that the map be added. Ann Box agreed to do so.": Ann Box."""
    for words in (sentence, after):
        if found := matcher.first("owner", words, part="taker"):
            return split_owners(found.get("owner") or found.get("owner2"))
    return []


# Who stands behind "with" only comes along: "to walk the site with the Clerk", "a meeting be arranged with Ann and".
ALONG = re.compile(
    r"\b(?:agreed|offered|volunteered|undertook|will|would|to)\b.*\b(?:with|alongside)\s+(?:the\s+)?(?:[A-Z][\w.]*,?\s+(?:the\s+)?){0,3}$"
    r"|\b(?:arranged?|convened?|set\s+up|organi[sz]ed?|meet)\s+(?:an?\s+meeting\s+)?(?:with|between)\s+[^.;:]*(?:,|\band)\s*$"
    r"|\b(?:work|partner|collaborate|team\s+up)\s+(?:closely\s+|together\s+)?with\s+"
    r"(?:(?:the|and|&|[a-z]+(?=\s[A-Z])|[A-Z][\w.’'-]*),?\s+){1,8}$"
)


def takes_on(asked: Match, other: FoundAction) -> bool:
    """ "Cllr Box asked that the bins be emptied. Ann undertook to have this done.": one task, and it is Ann's."""
    seen = _SEES_TO.search(other.task) is not None or other.task.startswith(asked.text)
    if seen and asked.rule.id in AGREED and not asked.get("owner") and other.owners:
        return True  # "It was agreed that a letter be sent. The Clerk to do this."
    whose = asked.rule.id in ASKS or (asked.rule.id == THAT_BE and _ASKED.match(asked.text[asked.start :]))
    return bool(whose and other.owners) and (asked.rule.id in ASKS or _SAME.search(other.task) is not None)


def answered(asked: Match, match: Match, other: FoundAction) -> bool:
    """ "Ann asked if the figures could be shared and Ben agreed to bring them": one task, and it is Ben's.

    "Ann asked that the figures be shared and Ben agreed to this": the first half tells it, the second whose it is.
    """
    if asked.rule.id == AGREED_TO_IT:
        return match.rule.id in ASKS and match.start < asked.start and bool(other.owners)
    return asked.rule.id in PAPER_ASKED and match.start > asked.start and bool(other.owners)


THAT_BE = "frame-that-be"
AGREED = (
    THAT_BE,
    "action-agreed-to",
    "action-agreed-be-asked",
    "frame-body-agreed-to",
    "action-resolved-passive",
    "frame-have-done",
)
_SEES_TO = re.compile(
    r"\bto\s+(?:prepare|arrange|organi[sz]e|see\s+to|deal\s+with|action|draft|send|write|progress|sort(?:\s+out)?|do|place|submit|order|pursue)"
    r"(?:\s+(?:this|it|that|these|them|so))?\W*$"
    r"|\b(?:to|will|would)\s+(?:[a-z]+\s+){1,2}(?:this|it|these|them|so)(?:\s+(?:by|before|within|in|at|on|next|this|as)\b[^.;]*|\s+and\s+[^.;]*)?\W*$"
    r"|\baccordingly\W*$"
)
_ASKED = re.compile(r"(?:ask|request|suggest)", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:have|do|to)\s+(?:this|that|it|so|same)\b|\b(?:it|this|that|these|they)\s+(?:would|will)\s+be\b",
    re.IGNORECASE,
)


def in_brackets(sentence: str, after: str, matcher: Matcher) -> list[str]:
    """ "Quotes to be obtained [AB]" or "– AB": initials or a post that close a promise own it, also behind its stop.

    So do the given names of those who were there, "(Ann)", their names in full, and handles, "(@zoe)".
    """
    ends = _BRACKETS.search(sentence) or _DASHED.search(sentence)
    if found := ends or _BRACKETS.match(after) or ALONE.fullmatch(after):
        return split_owners(found["owner"])
    named = _NAMED_LAST.search(sentence) or _NAMED_LAST.match(after)
    if not isinstance(matcher, Informed):
        return []
    last = _BEHIND_COMMA.search(sentence)
    if last is not None and all(map(matcher.is_person, owners := split_owners(last["owner"]))):
        return owners
    if named is None and (full := _IN_FULL.search(sentence)) is not None:
        people = split_owners(full["owner"])
        return people if all(map(matcher.is_person, people)) else []
    known = named is not None and matcher.knows(named["owner"], listed=True)
    return first_names(split_owners(named["owner"])) if named is not None and known else []


_ANYBODY = re.compile(r"(?:the\s+)?(?:staff|officers?|officials|administration|secretariat)", re.IGNORECASE)


# "... will contact the resident | (Tom Reed)": who the bracket is told of
_OF_THEM = re.compile(
    r"\b(?:contact|inform|notify|tell|advise|ask|meet|thank|invite|to|with|for|from)\s(?:the|an?|our|their)\s(?:[\w’'-]+\s){0,3}[\w’'-]+\s*$"
)


def of_group(owners: Sequence[str], sentence: str, matcher: Matcher) -> list[str]:
    """ "Staff will reply in writing (J Ash).": whom of a group the brackets behind its task name; [] where none."""
    if len(owners) != 1 or _ANYBODY.fullmatch(owners[0]) is None or not isinstance(matcher, Informed):
        return []
    one = _IN_FULL.search(sentence)
    if one is None or _OF_THEM.search(sentence[: one.start()]):
        return []
    people = split_owners(one["owner"])
    return people if all(map(matcher.is_person, people)) else []


# "Ann Box agreed that it was late, however, it was suggested that ...": no more Ann Box's.
_ANOTHER = re.compile(
    r"[,;]\s+(?:and\s+|but\s+|however,?\s+|so\s+)*it\s+was\s+(?:\w+ly\s+)?(?:(?:suggested|proposed|requested|felt)\b|$)"
)


_BEFORE = re.compile(r"[(\[](?P<owner>[A-Z]\w{1,4}(?:\s*[/&,]\s*[A-Z]\w{1,4}){0,3})[)\]]\s*$")


def bracketed_before(head: str, matcher: Matcher) -> list[str]:
    """ "An email (AB) is to be sent": initials of somebody of the paper right before the words that promise."""
    found = _BEFORE.search(head)
    if found is None or not isinstance(matcher, Informed):
        return []
    owners = split_owners(found["owner"])
    return owners if all(map(matcher.is_person, owners)) else []


# "Mr Box agreed with Ann Ash and | said that the hedge would be cut": he says it.
_AND_SAID = re.compile(
    r"\band\s+(?:also\s+|then\s+)?(?:stated|said|advised|confirmed|added|indicated|replied)\s+that\b"
)


# "... said that it had been slow; a paper | would come": told by the same.
_SAID_ON = re.compile(r";\s+(?:(?:an?|the|this|these|it|all)\s+)?(?:[a-z][\w’'-]*\s+){0,4}$")


def speaker(head: str, matcher: Matcher, *, telling: bool = False) -> list[str]:
    """ "The Clerk confirmed that members would be kept informed": the Clerk's promise.

    Args:
        telling: also who only reports or explains it.
    """
    if _ANOTHER.search(head):
        return []
    found = matcher.first("owner", head, part="speaker")
    if found is None and isinstance(matcher, Informed):
        # "A. Box replied that": whom only the paper shows to be a person
        found = matcher.first("owner", matcher.masked(head), part="speaker")
    if found is None and telling:
        found = matcher.first("owner", head, part="teller")
    span = found.span_of("owner") if found is not None else None
    if found is None or span is None:
        return []
    told = _OWN.sub("", _AND_SAID.split(head[found.end :])[-1])
    # "the signs had come and | would be put up": the same signs
    if FINITE.search(told) and not told.endswith("and ") and not _SAID_ON.search(told):
        return []  # "... stated that the shed is let and a meeting": a clause of its own
    return split_owners(head[slice(*span)], known=True)


def opener(match: Match, head: str, matcher: Matcher, before: str = "", above: str = "") -> list[str]:
    """ "Mr Box feared that it takes a year and offered to count again": who opens it, if nobody else is named.

    Args:
        before, above: the text before the sentence and the paragraph above, which say whom "he" and "she" mean.
    """
    if match.rule.id not in FOLLOWS_ON or not isinstance(matcher, Informed):
        return []
    masked = _TOLD.sub(lambda told: _SOMEBODY.sub("x", told[0]), matcher.masked(head))
    if (again := _HE_AGAIN.search(masked)) is not None:
        return antecedent(before + head[: again.start("who")], again["who"], matcher, above)
    found = _OPENER.match(masked)
    others = _GROUP_WORDS.finditer(masked, found.end()) if found is not None else ()
    if found is None or any(not head[slice(*other.span())].islower() for other in others):
        found = _CLAUSE_OPENER.search(masked)  # "staff", "parents" are only spoken of
    if found is None:
        return []
    words = head[slice(*found.span("owner"))]
    if PRONOUN.match(words):  # "He was asked about the bus, and did not know but would check"
        return antecedent(before, words, matcher, above) if words.casefold() in ("he", "she") else []
    return split_owners(words, known=True)


# "Ann Box asked that | he draft a reply": whom she means stands before her.
_ASKER = re.compile(r"(?:^|[.;]\s+)[^.;]{2,60}?\s(?:asked|requested|suggested|recommended)\s(?:that\s)?$")


def without_asker(head: str) -> str:
    """The text before "he" in "Ann Box asked that he draft a reply", without her."""
    return _ASKER.sub("", head)


def told_of(match: Match, sentence: str, before: str, matcher: Matcher, above: str) -> list[str]:
    """Who the words before a promise tell of: "She gave an assurance that ...", "AB rang them. Will try again".

    Args:
        before, above: the paragraph's words before the sentence, and the paragraph above.
    """
    return told_by(sentence[: match.start], before, matcher, above) or noted_of(match, sentence, before, matcher, above)


_OUR_OWN = re.compile(r"\W*(?:we|needs?|still\s+need|also\s+need)\b", re.IGNORECASE)


def noted_of(match: Match, sentence: str, before: str, matcher: Matcher, above: str) -> list[str]:
    """ "The Clerk was asked to thank the band. Also asked to write": the Clerk; "AB rang them. Will try again": AB.

    Args:
        before: the paragraph's words before the sentence.
        above: the paragraph above, which "Also asked to" may go on from.
    """
    if match.rule.id == ALSO_ASKED:
        return antecedent(before, "he", matcher, above)
    if match.rule.id != NOTED or not isinstance(matcher, Informed) or _OUR_OWN.match(match.text, match.start):
        return []
    told = sentence[: match.start].strip(" .;,–—-")
    last = told or next((before[a:b] for a, b in reversed(sentences(before))), "")
    if not told and (again := PRONOUN.match(last.partition(" ")[0])) is not None:
        # "She thinks that it is lost. Will try again"
        return antecedent(before[: before.rfind(last)], again[0], matcher, above)
    masked = matcher.masked(last)
    found = _NOTE.match(masked)
    if found is None or _GROUP_WORDS.search(masked, found.end()):
        return []  # somebody else is told of as well
    return split_owners(last[slice(*found.span("owner"))], known=True)


# "AB rang them", "Ann - waits for a part"; not whoever only asked
_NOTE = re.compile(
    rf"[^\w{MASKS}]{{0,3}}(?P<owner>{PERSON}+)(?:\s\([^()]{{2,40}}\))?(?::|\s[–—-]|\s+(?!(?:asked|wondered|queried|thanked)\b)[a-z’']+)\s"
)


_TOLD_BY = re.compile(
    r"(?:^|[.;]\s+|\bbut\s+)(?P<owner>[Hh]e|[Ss]he)\s+(?:(?:also|then|further)\s+)?(?:confirmed|undertook|promised"
    r"|gave\s+(?:an?|his|her)\s+(?:assurance|undertaking|commitment)|assured\s+(?:\w+\s+){1,3})\s*that\s[^.;]*$"
)


def told_by(head: str, before: str, matcher: Matcher, above: str = "") -> list[str]:
    """ "She gave an assurance that members would be told": whoever she is, by the sentences before.

    Args:
        head: the sentence's words before what is promised.
        before: the paragraph's words before the sentence.
    """
    found = _TOLD_BY.search(head)
    return antecedent(before + head[: found.start("owner")], found["owner"], matcher, above) if found else []


def is_done_to(match: Match) -> bool:
    """ "He will be invited to the fair": a task of somebody else."""
    return _DONE_TO.search(match.text[match.start : match.end + 20]) is not None


_INVITES = re.compile(
    r"\s+(?:will|would|shall|(?:is|are|was|were)\s+to|to)\s+(?:(?:also|then|now|all)\s+){0,2}"
    r"be\s+(?:\w+ly\s+)?(?:invited|informed|notified|contacted|thanked|kept|sent|given|offered|paid|added)\b"
    # "that Mr Gow be invited to attend", "that the bus firm be asked to meet us"
    r"|\s+be\s+(?:again\s+|also\s+)?(?:invited|(?:asked|requested)(?=\s+to\s+(?:attend|meet|address|come|speak)\b))"
)


def is_invited(match: Match, owner: tuple[int, int]) -> bool:
    """ "All parents will be invited": what is done to whoever stands before the verb."""
    return _INVITES.match(match.text, owner[1]) is not None


def doer(match: Match, head: str, matcher: Matcher, above: str) -> list[str]:
    """Who stands right before words that promise: "Jordan agreed to write", "she stated her intention"."""
    if match.rule.id in (*NOT_ASKER, THAT_BE) or re.search(r"\bbe\s", match.text[match.start : match.end]):
        return []
    found = matcher.first("owner", head, part="before")
    if found is None:
        return []
    words = found.get("owner")
    if words.isupper() and len(words) > 2 and is_firm(words, matcher):
        return []  # "BBQ – Need to get a grill": a topic
    if PRONOUN.match(words):
        return antecedent(head[: found.spans["owner"][0]], words, matcher, above)
    return split_owners(words) if is_somebody(words, matcher) else []


_ONE_WORD = r"(?:Mc|Mac|O[’'])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"


def first_names(owners: Sequence[str]) -> list[str]:
    """ "Sam and Alex" are two where both are one word."""
    out: list[str] = []
    for owner in owners:
        two = re.fullmatch(rf"({_ONE_WORD}) (?:and|&) ({_ONE_WORD})", owner)
        out += two.groups() if two else [owner]
    return out


def of_paper(owners: Sequence[str], matcher: Matcher) -> list[str]:
    """ "Sam and Alex" as two where the paper has both of them; "Parks and Roads" stays one."""
    apart = first_names(owners)
    known = isinstance(matcher, Informed) and all(map(matcher.is_person, apart))
    return apart if known else list(owners)


_TO_DO = re.compile(r"\s(?:to|will)\s+[a-z]")


def named_only(words: str, matcher: Matcher) -> list[str]:
    """The owners of words that name the paper's own people and nobody else, as "Sam & Alex" does."""
    if _TO_DO.search(words):
        return []  # "AB to draft a form"
    owners = first_names(split_owners(words))
    return owners if isinstance(matcher, Informed) and all(map(matcher.is_person, owners)) else []
