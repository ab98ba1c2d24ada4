"""Whose task a match's words make it: the owners that they name, and where."""

from __future__ import annotations

import re

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.doers import first_names
from pipeline.extractors.actions.informed import GIVEN
from pipeline.extractors.actions.subjects import ADDRESSED, letters_behind, widened, without_objects
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import GROUP, SECTION, is_owner, is_role, split_owners
from pipeline.initials import INITIALS
from pipeline.rules.match import Match
from pipeline.wording import MONTHS

# Rules whose owner stands before the verb; behind a preposition the first of its words is not the subject.
SUBJECT_OF = ("action-who-will", "action-who-would", "action-who-agreed", "action-who-could")
_OBJECT = re.compile(
    r"\b(?:of|by|with|without|from|at|in|on|near|about|regarding|concerning|to|for|via|through|into)\s+(?:a\s|an\s|all\s|our\s|the\s|(?:\w+\s){0,2}\w+[’']s\s)?$",
    re.IGNORECASE,
)
# "a working group (AB, CD)", "a sub-group on planning (members Ann Box, Ben Carr)"
_MEMBER = (
    r"(?:[A-Z]{2,4}|(?:(?:Cllrs?|Mrs?|Ms|Miss|Dr)\.?\s|the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3}"
    r"(?:\s(?:from|of|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})?)"
)
_GROUP_OF = re.compile(
    r"\b(?:group|committee|party|team|panel)\b(?:\s(?:on|for|to)\s[^().;]{2,60}?)?\s\((?:(?:members|namely|comprising)\b:?\s)?"
    rf"(?P<members>{_MEMBER}(?:(?:\s*[,/&]\s*|\s+and\s+|\s(?=[A-Z]{{2,4}}\b)){_MEMBER})+)\)",
)
_SENT_BY = re.compile(r"(?<=[a-z])\s(?:from|for)\s(?:the\s)?[A-Z][^,/&]*?(?=\s*(?:[,/&]|\sand\s|$))")
# "She and | the Clerk", where a rule sees the Clerk alone.
_HE_AND = re.compile(r"\b(?P<pronoun>[Hh]e|[Ss]he)\s(?:and|&)\s(?:the\s)?$")
_OF_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?|(?:in|before|by|until|till|after|from|since|during|early|late|mid|next)[\s-])$"
)
_MADE_OF = re.compile(r"\b(?:part(?:y|ies)|groups?|panel|committee|team)\s+of\s+$", re.IGNORECASE)
# "(on Thursday and) he and Ann Box", "she and the Clerk"
_PRONOUN_AND = re.compile(r"\b(?P<pronoun>[Hh]e|[Ss]he)\s+(?:and|&)\s+(?=(?:the\s)?[A-Z])")
# "Silent Auction, AB will see to it": the topic before who does it.
_TOPIC = re.compile(r"^[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+,\s(?=[A-Z]{2,4}[a-z]?$)")

# "the Head of Service (Housing) agreed": which of several, and nobody's name
_OF_WHAT = re.compile(
    r"\s\((?![A-Z]{2,4}\)|(?:[A-Z][\w.’'-]*\s)+[A-Z][\w’'-]+\))[A-Z][a-z][\w’'&, -]*\)"
    r"(?=\s(?:[a-z]+ly\s)?(?:will|would|to|agreed|undertook|said|confirmed|advised|stated)\b)"
)

BY_KIND = "action-each-to"  # "Each agency to send in its plan": owned by what they are

# "Ann Box agreed to ring the bank, as did Ben Carr for the hall."
_NAME = (
    r"(?:(?:[Tt]he\s)?(?:Clerk|Chair(?:man|person|woman)?|Secretary|Treasurer)"
    r"|(?:(?:Cllrs?|Mrs?|Ms|Miss|Dr)\.?\s)?(?!The\b)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
)
_AS_DID = re.compile(
    rf"\bas\s(?:did|will|would|has|have)\s(?P<who>{_NAME}(?:(?:,\s|,?\sand\s|\s&\s){_NAME})*)"
    r"(?=\W*$|[,;.]|\s(?:on|for|to|from|in|at|by)\b)"
)

# "The letter is to be drafted by Ann Box and sent by the Clerk."
_AND_BY = re.compile(rf"\W+and\s(?:\w+\s)?[a-z]+\sby\s(?P<who>{_NAME})(?=\W*$|[,;.])")
# "Ann Box to collect the forms and pass them to the Clerk to file"
_PASSED_TO = re.compile(
    r"[^.;]{2,120}?\bpass(?:\s(?:it|them|this|these|details))?(?:\son)?\sto\s(?:the\s)?"
    rf"(?P<who>{_NAME}|[A-Z]{{2,3}})\sto\s[a-z]"
)
_NAME_AND = re.compile(rf"(?:^|[.;:,]\s|\bthat\s)(?P<who>{_NAME})\s(?:and|&)\s$")
# "Ann Box, together with the Clerk, will look through the deeds."
_TOGETHER = re.compile(rf"(?P<who>{_NAME}),?\s(?:together|along|jointly)\swith\s(?:[Tt]he\s)?$")


def subject_at(match: Match) -> int:
    span = match.span_of("owner")
    return match.start if span is None else span[0]


def who_of(match: Match) -> list[str]:
    """The owners that a match names, each as written; [] where its words name nobody who could act."""
    span = match.span_of("owner")
    if span is None:
        return []
    words = _TOPIC.sub("", match.text[slice(*span)])
    if GROUP.search(words.partition(" (")[0]) and (several := members_of(match.text[span[0] :])):
        return several
    if "," in words:
        words = re.sub(r"\s*\([^)]*\)", "", words)  # "Ann Box (Planner, Roads)" is one
    if PRONOUN.match(words):
        beside = _NAME_AND.search(match.text, 0, span[0])  # "Ms Box and she would"
        return [words, *(split_owners(beside["who"], known=True) if beside is not None else [])]
    if (beside := _PRONOUN_AND.search(words)) is not None:
        return [beside["pronoun"], *split_owners(words[beside.end() :], known=True)]
    head = match.text[: span[0]]
    if ADDRESSED.search(head):
        words = words.rpartition(",")[2].strip() or words
    named = split_owners(letters_behind(words, head) or widened(words, head), known=is_framed(match))
    of_what = _OF_WHAT.search(match.text, span[0])
    if of_what is not None and of_what.start() <= span[1] <= of_what.end() and named and is_role(named[-1]):
        named[-1] += of_what[0]
    owners = without_objects(first_names(named), head)
    if match.rule.id in SUBJECT_OF and _OBJECT.search(head) and not _MADE_OF.search(head):
        owners = owners[1:]  # "With help from the Warden, Ann Box will ..."
    if _OF_DAY.search(head) and owners and owners[0] in MONTHS:
        owners = owners[1:]  # "... on 18 May and Ann Box will ...", "... before May and Ann Box"
    if owners and words.startswith(f"{owners[0]}, ") and is_role(owners[0]):
        owners = [owners[0], *(owner for owner in owners[1:] if not SECTION.search(owner))]
    for also in (
        match.rule.id in SUBJECT_OF and _AS_DID.search(match.text, match.end),
        _AND_BY.match(match.text, match.end),
        _PASSED_TO.match(match.text, match.end),
        _TOGETHER.search(head),
    ):
        if owners and also:
            owners = [*owners, *(one for one in split_owners(also["who"], known=True) if one not in owners)]
    if owners and (with_him := _HE_AND.search(head)) is not None:
        return [with_him["pronoun"], *owners]
    return [owner for owner in owners if match.rule.id in (*GIVEN, BY_KIND) or is_framed(match) or is_owner(owner)]


def members_of(text: str) -> list[str]:
    """Who makes up the group that a text speaks of, from its brackets: "a working group (AB, CD)"."""
    told = _GROUP_OF.search(text)
    if told is None:
        return []
    members = split_owners(re.sub(r",\s(?=the\s)", " and ", _SENT_BY.sub("", told["members"])), known=True)
    return members if all(INITIALS.fullmatch(one) or is_person(one) or is_post(one) for one in members) else []


def is_framed(match: Match) -> bool:
    """Its owners were known before its words were looked at."""
    return "frame" in match.rule.text.where.part


def is_told(match: Match) -> bool:
    """A match that names nobody, or names who could act: not "the Devolution Programme would offer"."""
    return match.span_of("owner") is None or bool(who_of(match))


def begins_at(match: Match) -> int:
    """Where the words begin that commit somebody: with the owner, if there is one."""
    return min((start for name, (start, _) in match.spans.items() if name.startswith("owner")), default=match.start)


def knows_more(match: Match, other: Match) -> bool:
    """It knows better than another match whose the task is: a frame that sees more of them, or wider words."""
    framed = is_framed(match) and bool(who_of(match))
    return _names_more(match, other) or (framed and (_sees_more(match, other) or _said_by(match, other)))


def _names_more(match: Match, other: Match) -> bool:
    """ "authorizes Ann Box and the Clerk to sign" around "the Clerk to sign": the same words' end, and more owners."""
    return match.start < other.start and match.end == other.end and set(who_of(match)) > set(who_of(other))


def _said_by(frame: Match, first: Match) -> bool:
    """ "Ann apologised and advised | they would look at it": the frame knows who speaks for them."""
    return who_of(first)[0].casefold() in ("they", "we") and frame.start < first.start and first.end <= frame.end


def _sees_more(match: Match, other: Match) -> bool:
    """Its owner takes in the other's, or more people in the same words, or stands behind it in an aside."""
    (a, b), (x, y) = owner_span(match), owner_span(other)
    if (a, b) == (x, y):
        more = [owner for owner in who_of(match) if owner not in who_of(other)]
        return bool(more) and all(INITIALS.fullmatch(one) or is_person(one) for one in more)  # "NO and KP", "Ann Lane"
    return (a <= x and y <= b and b - a > y - x) or (y < a < b < other.end and other.text[y : y + 1] == ",")


def owner_span(match: Match) -> tuple[int, int]:
    return match.span_of("owner") or (match.end, match.end)
