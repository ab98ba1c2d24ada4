"""What is only ventured: a thought, a motion, an opinion or a plan that commits nobody until somebody takes it up."""

from __future__ import annotations

import re

from pipeline.extractors.actions.doers import THAT_BE
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import PERSON
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import GROUP
from pipeline.rules.match import Match, Matcher

AGREES = re.compile(r"\b(?:agreed|resolved|decided)\b", re.IGNORECASE)
# Thoughts that nobody took up: "It was suggested that contact should be made".
_SUGGESTS = ("action-resolved-passive", "action-speaker-asks", "frame-request-made", "frame-that-group", THAT_BE)
_ASKS_BODY = ("action-who-asked", "frame-asked", "frame-asks-group")
_SUGGESTED = re.compile(r"\b[Ss]uggest(?:ed|s)\b[^;]*$")
_ACCEPTED = (
    r"agreed(?!\s+(?:that|to)\s+(?!(?:this|do|it|so)\b))|accepted|supported|approved|endorsed|concurred|undertook"
    r"|resolved|action"
)
_ACCEPTS = re.compile(rf"\b(?:{_ACCEPTED})\b", re.IGNORECASE)
_TAKEN_UP = re.compile(rf"\b(?:{_ACCEPTED}|will|would)\b", re.IGNORECASE)


# "It was proposed that the motion be forwarded. This was agreed.": a task only where it was.
_PROPOSED = "frame-proposed-be"
_CARRIED = re.compile(r"\b(?:seconded|agreed|carried|adopted|approved|accepted|unanimous(?:ly)?|all\s+in\s+favou?r)\b")


def is_only_suggested(match: Match, sentence: str, after: str) -> bool:
    """A thought or a motion that nobody took up, in the sentence or the one after it."""
    if match.rule.id == _PROPOSED:
        return not (_CARRIED.search(sentence[match.start :]) or _CARRIED.search(after))
    if match.rule.id not in _SUGGESTS or not _SUGGESTED.search(sentence[: match.end]):
        return False
    return not AGREES.search(sentence) and not _TAKEN_UP.search(after)


# "Cllr Box asked that the hedge be cut": one member's wish; the chair speaks for the meeting.
_ASKED = (*_SUGGESTS, *_ASKS_BODY)
_TO_BE = "action-passive-to-be"
_ASKED_FOR = re.compile(
    r"\b(?:called\sfor|asked\sfor|wanted|wished\sfor|pressed\sfor|appealed\sfor|sought)\s[^.;:]{2,80}$"
)
_BODY = re.compile(r"(?:[Tt]he\s+)?(?:(?:[A-Z]\w+|and)\s+){0,5}(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Pp]anel|[Ff]orum)")
_ONE_ASKS = re.compile(
    rf"(?<![&,]\s)(?<!and\s)(?P<who>{PERSON}+)(?:\s\([^()]{{2,60}}\)|,\s[^,.;{PERSON}]{{2,60}},)?"
    rf"(?:\s[^.;{PERSON}]{{2,120}}\sand)?\s(?:(?:also|then|further|again)\s)?"
    r"(?:asked|requested|suggested|proposed|wanted|urged|wished|called\s(?:on|for))\b"
)
# "Two residents spoke and one asked the Council to call a meeting."
_STRANGER_ASKS = re.compile(
    r"\b(?:[Oo]ne|(?:[Aa]|[Aa]nother|[Oo]ne|[Tt]he)\s(?:of\s(?:them|the\s\w+)|member\sof\sthe\s(?:public|audience)|resident|parishioner"
    r"|speaker|visitor|parent|lady|gentleman|neighbour|householder|landowner))\s(?:also\s|then\s)?"
    r"(?:asked|requested|suggested|proposed|wanted|urged|wished|called\s(?:on|for))\b"
)
_PRESIDES = re.compile(r"chair|conven[eo]r|cathaoirleach|president|mayor|reeve|provost|\bleader", re.IGNORECASE)
_MEETINGS_OWN = re.compile(
    r"\b(?:agenda|minuted?|next\s+(?:[\w’'-]+\s+){0,3}meeting|letter|presentation|report|be\s+(?:sent|circulated))\b",
    re.IGNORECASE,
)
# "The Clerk handed it over.", "This was read out.", behind what was asked for
_HANDED_OVER = re.compile(
    r"\W*(?:(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}|he|she|they|this|it|these)\s+(?:was\s+|were\s+)?(?:then\s+)?"
    r"(?:handed|gave|given|read|passed|showed|shown|explained|supplied|produced)\b",
    re.IGNORECASE,
)


def is_only_asked(match: Match, sentence: str, after: str, matcher: Matcher) -> bool:
    """ "Cllr Box asked that the hedge be cut", which nobody took up; "asked AB for a copy", which was given there."""
    if match.rule.id == "frame-asked-for" and _HANDED_OVER.match(after):
        return True
    wished = match.rule.id == _TO_BE and _ASKED_FOR.search(sentence, 0, match.start)
    if not (wished or match.rule.id in _ASKED) or not isinstance(matcher, Informed):
        return False
    if match.rule.id in (*_ASKS_BODY, "frame-that-group") and not _BODY.fullmatch(match.get("owner")):
        return False  # "Cllr Box asked the Clerk to write": one can ask it of a person
    if AGREES.search(sentence) or _ACCEPTS.search(after) or _MEETINGS_OWN.search(sentence[match.start :]):
        return False
    if _STRANGER_ASKS.search(sentence, 0, match.end):
        return True
    asks = list(_ONE_ASKS.finditer(matcher.masked(sentence), 0, match.end))
    who = sentence[slice(*asks[-1].span("who"))] if asks else "all"
    return not (GROUP.search(who) or _PRESIDES.search(who))


_QUOTED = re.compile(r"[“\"]\s*(?:That|THAT|To)\b[^”\"]*$")
_SETTLED = re.compile(
    r"\b(?:agreed|resolved|carried|adopted|passed|approved|accepted|seconded|unanimous\w*|on\s+the\s+proposal)\b",
    re.IGNORECASE,
)


def is_motion(text: str, at: int, above: str) -> bool:
    """ "That the lane be gated" in quotes: the text of a motion, until words around it say what became of it."""
    opened = _QUOTED.search(text, 0, at)
    if opened is None:
        return False
    closed = re.search(r"[”\"]", text[at:])
    behind = text[at + closed.end() :] if closed is not None else ""
    return not any(_SETTLED.search(words) for words in (above, text[: opened.start()], behind))


_OPINION = re.compile(
    r"^\W*(?:they|it|these|this|both)\s+(?:is|are|was|were)\s(?:.*\s)?and\s+$|\b(?:felt|thought|suggest(?:ed|s)|believe[sd]?|hope[sd]?|was\s+of\s+the\s+(?:view|opinion))\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:Cllr|Councillor)\.?\s[A-Z][^;]{2,60}\s(?:stated|said|added|noted|thought)\s+that\b")
_TO_US = re.compile(  # what would be done for the meeting's own people is promised, whoever says so
    r"\b(?:to|with|for|by)\s+(?:all\s+|the\s+|elected\s+)?(?:members|councillors|governors|trustees|board|committee|forum|panel|cabinet|"
    r"council|meeting)\b|\b(?:to|with)\s+(?:the\s+)?(?-i:(?:[A-Z]\w+\s+){0,3}(?:Committee|Board|Council|Panel|Cllrs?|Councillors?|Members?|Mrs?|Ms|Dr))\b|\b(?:brought|come|report\w*|fed)\s+back\b|\breported\s+on\b|\b(?:next|future)\s+(?:meeting|agenda)|\b(?:to|at)\s+(?:the|an?|its)\s+(?:[\w’'-]+\s+){1,4}meeting\b|\b(?:to|on)\s+(?:the|an?|our)\s+agenda\b|\bset\s+up\b|\bfor\s+(?:a\s+)?written\s+(?:reply|response|answer)|\bin\s+due\s+course\b|\b(?:outside|after|following)\s+(?:of\s+)?the\s+meeting\b",
    re.IGNORECASE,
)

_OUR_WORK = re.compile(  # and so is what only the meeting's own people do
    r"would\s+(?:also\s+|then\s+|now\s+|therefore\s+)*be\s+(?:sought(?!\s+from\s+(?:\d|[A-Z][a-z]+\W*$))|posted|placed|put|e-?mailed|given\s+out|notified|informed|circulated|contacted|approached"
    r"|asked|pursued|chased|followed\s+up|displayed|advertised|ordered|obtained|thanked|reported|written|reminded|forwarded|passed|raised)\b(?![^.;]*\bby\s+(?:the|an?)\b)"
    r"|would\s+(?:now\s+)?be\s+[a-z]+ed\s+accordingly\b"
)

TOLD = "action-passive-will-any"  # a task only where somebody promises it, or it was agreed
WOULD_BE = ("action-passive-will-be", "action-passive-will-do", "action-passive-will-answer", TOLD)
_REPORTS = re.compile(
    r"\b(?:said|added|replied|responded|answered|confirmed|advised|explained|informed|agreed|reported|stated|noted|assured|undertook|announced|promised|decided|resolved|assurance|undertaking)\b",
    re.IGNORECASE,
)


def is_only_opinion(match: Match, sentence: str) -> bool:
    """ "They felt that the form should be checked": an opinion where nobody has agreed."""
    should = match.rule.id in WOULD_BE and sentence[match.start :].startswith("should")
    head = sentence[: match.start]
    opinion = match.rule.id == WOULD_BE[1] or _OPINION.search(head) or _SPEAKER.search(head)
    return bool(should and opinion) and not AGREES.search(sentence)


def is_only_planned(match: Match, sentence: str) -> bool:
    """ "A leaflet would be produced" is told by nobody: a plan, no promise."""
    plan = match.rule.id in WOULD_BE and sentence[match.start : match.end].startswith("would")
    ours = _TO_US.search(sentence[match.start :]) or _OUR_WORK.match(sentence, match.start) or _of_one(match)
    return plan and not ours and not _REPORTS.search(sentence[: match.start])


def _of_one(match: Match) -> bool:
    """ "This would be looked at by Mrs Ash": whoever of the meeting's people does it is told with it."""
    who = match.get("owner")
    return is_person(who) or (is_post(who) and _PRESIDES_OR_SERVES.search(who) is not None)


_PRESIDES_OR_SERVES = re.compile(
    r"chair|clerk|secretary|treasurer|conven[eo]r|cathaoirleach|president|registrar|leader|head\s?teacher",
    re.IGNORECASE,
)
