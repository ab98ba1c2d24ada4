"""Whether a match's owner is the whole subject of its words, and not the end of a longer name or of another's words."""

from __future__ import annotations

import re

from pipeline.extractors.names import is_person, is_post
from pipeline.initials import INITIALS
from pipeline.rules.match import Match

TO = re.compile(r"\s*(?:,[^,]*,)?\s+to\b")
_WITHIN = re.compile(r"(?:\w|(?<![\w.])(?:[A-Z]\.)+)$")
# "in Northgate and | Moorside to stop this", "to Hillshire City and | County Council to fill"
_JOINED = re.compile(
    r"\b(?:to|of|in|at|near|across|around|from|by|as|like|including)\s+(?:the\s+)?(?:[A-Z][\w’'-]*,?\s+){1,5}(?:and|&)\s+(?:the\s+)?$"
)
_PLACED = re.compile(r"\b(?:in|at|near|across|around)\s+(?:the\s+)?(?:[A-Z][\w’'-]*,?\s+)+(?:and|&)\s+$")
_STATUTE = re.compile(r",?\s*(?:c\.|ch\.|s\.)?\s*(?:19|20)\d\d\b")
_CITED = re.compile(r"\b(?:Acts?|Regulations?|Code|Order|Law|Statutes?),?\s+$")
_PUBLIC = re.compile(
    r"\b(?:residents|homeowners|householders|parishioners|villagers|public|customers|visitors)$", re.IGNORECASE
)
_INVITED = re.compile(r"\s+(?:is|are|was|were)\s+(?:also\s+)?(?:encouraged|invited|reminded|urged|welcome)\b")
# "In reply to Ann Box, the Clerk said", "Following a query from Ann Box, Ben Carr agreed": whom somebody answers.
ADDRESSED = re.compile(
    r"(?:^|[.;,]\s+|\band\s+)(?:in\s+(?:reply|response|answer|responding|replying)|replying|responding|further|referring)\s+to\s+(?:the\s+)?$"
    r"|\b(?:quer(?:y|ies)|questions?|requests?|points?|concerns?|comments?|enquir(?:y|ies)|representations?|issues?)\s+(?:\w+\s+){0,2}?"
    r"(?:from|by|of)\s+(?:the\s+)?$|\b(?:seconded|proposed|moved)\s+by\s+(?:the\s+)?$|\bpropos(?:al|ition)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the budget given to the Civic Hall and | Rua Blue to hold ..."
_GIVEN_TO = re.compile(r"\b(?:to|for|of|between)\s+the\s+(?P<who>(?:[A-Z][\w’'-]*\s+){1,5})(?:and|&)\s+$")
_BARE = re.compile(r"(?!(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Rev)\b)[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+")
_DETERMINED = re.compile(r"\b(?:a|an|the|this|(?<!ed\s)(?<!said\s)that|our|their|his|her|its)\s+$", re.IGNORECASE)
# "the landlord is Mill | Housing and Ann Box will ring them"
_OBJECT = re.compile(r"\b(?:is|are|was|were|called|named|at|in|near)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+)*$")

# "the Head of Parks and | Leisure Services to ...": the second half of a post's name.
_POST_OF = re.compile(r"\b(?:(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]*,?\s+){1,4}|City\s)(?:and|&)\s+$")
_NOT_AN_OFFER = re.compile(r"\s(?!(?:kind\s|generous\s)?offer\sto\b)")  # "Mr Box's offer to mend it was accepted"
_UNIT_LAST = re.compile(r"\b(?:Services?|Team|Department|Development|Resources|Planning|Division|Unit|Council)$")


def is_subject(match: Match, span: tuple[int, int]) -> bool:
    """Whether the words at `span`, an owner if there is one, can be what the match's verb is about."""
    start, end = span
    head, words = match.text[:start], match.text[start:end]
    if not words:
        return True
    if _WITHIN.search(head) and not head.endswith("_"):
        return False  # the end of a word: "HA|PSSC", "C.|C.C."
    if words.endswith(("'s", "’s")) and _NOT_AN_OFFER.match(match.text, end):
        return False  # "that Mrs Box's offer be accepted": hers, and not she
    if _CITED.search(head) and _STATUTE.match(match.text, end):
        return False  # "the Planning Act, R.S.O., 1990, to discuss ..."
    if _PUBLIC.search(words) and _INVITED.match(match.text, end):
        return False  # "Residents are encouraged to report faults": whoever reads it
    if _POST_OF.search(head) and _UNIT_LAST.search(words):
        return False
    if TO.match(match.text, end) is None:
        return True
    given = _GIVEN_TO.search(head)
    if given is not None and _BARE.fullmatch(words) and not is_post(given["who"].strip()):
        return False
    somebody = is_person(words) or is_post(words) or INITIALS.fullmatch(words)
    return (_PLACED if somebody else _JOINED).search(head) is None


def without_objects(owners: list[str], head: str) -> list[str]:
    """ "They filled in the Census and the Clerk will post it": a lone word behind an article is no owner.

    Nor is "Mill Housing" in "the landlord is Mill Housing and Ann Box will ring them".
    """
    first = owners[0] if len(owners) > 1 else ""
    if _OBJECT.search(head) and re.match(r"(?:[A-Z][a-z’'-]+\s?)+$", first) and not is_post(first):
        return owners[1:]
    alone = re.fullmatch(r"[A-Z][a-z]+", first) is not None and not is_post(first)
    return owners[1:] if alone and _DETERMINED.search(head) else owners


_COMPOUND = re.compile(
    r"(?:^|(?<=\s))(?:\w+&|(?:school|parent|student|pupil|youth|church|parish|town|county|city|district|community|village|hall|"
    r"management|finance|planning|events|steering|fundraising|building|grounds|staff)s?\s+)$",
    re.IGNORECASE,
)
_SORT = re.compile(r"(?:council|committee|board|panel|forum|team|group)$", re.IGNORECASE)


_INITIALS_BEFORE = re.compile(r"(?:^|(?<=\s))(?:[A-Z]\.\s?){1,3}$")
_LONE = re.compile(r"[A-Z][a-zà-ÿ’'-]+(?:-[A-Z][a-zà-ÿ]+)?")


# "Birk Royd, Cragside, | Denby Row and Westerby to send a cheque": a list of those whom no paper lists.
_LIST = re.compile(r"(?:^|(?<=[.;:]\s))(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2},\s){2,8}$")


def widened(words: str, head: str) -> str:
    """ "The school | council", "P. | Nunn": the group with the word before it that says which, a name's initials.

    Or the list that the words end.
    """
    if re.search(r"\s(?:and|&)\s", words) and (others := _LIST.search(head)) is not None:
        return others[0] + words
    initials = _INITIALS_BEFORE.search(head) if _LONE.fullmatch(words) else None
    if initials is not None:
        return initials[0] + words
    before = _COMPOUND.search(head) if _SORT.fullmatch(words.removesuffix("s")) or head.endswith("&") else None
    return before[0] + words if before is not None else words


_NOMINALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?\.?")
_NAMED = re.compile(r"(?:(?:Mrs?|Ms|Miss|Dr)\.?\s)?(?P<name>(?:[A-Z][a-z’'-]*\.?\s){1,3}[A-Z][\w’'-]+),?\s+$")


def letters_behind(words: str, head: str) -> str:
    """ "Mr Rolf Ashdown T.D.": the name before letters that stand behind one; "" where `words` are no such letters."""
    named = _NAMED.search(head) if _NOMINALS.fullmatch(words) else None
    return named["name"] if named is not None else ""
