"""What others do by themselves: outside bodies and people that the paper does not list tell of their own plans."""

from __future__ import annotations

import re

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.informed import GIVEN, Informed
from pipeline.extractors.actions.masks import MASKS, PERSON
from pipeline.extractors.actions.whose import owner_span
from pipeline.extractors.names import is_person
from pipeline.extractors.owners import split_owners
from pipeline.rules.match import Match, Matcher

_AGREED = re.compile(r"\b(?:agreed|resolved|decided)\b", re.IGNORECASE)
_ALSO = r"(?:(?:also|now|then|both|all|still|shortly)\s+){0,2}"
# "The bus firm will be putting on a van", "The county plans to ...", "The police had offered to ...".
_UNDER_WAY = re.compile(rf"\s+{_ALSO}(?:will|would|(?:is|are|was|were)\s+to)\s+{_ALSO}be\s+(?!being\b)[a-z]+ing\b")
_PLANS = re.compile(
    rf"\s+{_ALSO}(?:(?:is|are|was|were)\s+{_ALSO}(?:going|planning|proposing|intending|hoping|aiming|looking|keen)\s+(?:to|at|into|for)"
    r"|(?:plan|propose|intend|hope|aim)s?\s+to|needs?\s+to)\b"
)
_HAD_AGREED = re.compile(
    rf"\s+had\s+{_ALSO}(?:agreed|offered|undertaken|promised|volunteered|committed|decided)\s+to\b"
)
_HAVE_AGREED = re.compile(rf"\s+have\s+{_ALSO}(?:agreed|offered|promised)\s+to\b")
_WILL = re.compile(rf"\s+{_ALSO}(?:will|would|shall|(?:is|are|was|were)\s+to)\s+{_ALSO}(?P<verb>[a-z]+(?:-[a-z]+)?)")
# What somebody outside does for the body that met: it answers, looks into what was raised, sends what was asked for.
_ANSWERS = frozenset(
    "address advise arrange ask assess attend be bring check circulate clarify come confirm consider"
    " contact cost discuss email e-mail ensure examine feed feedback find fix follow forward get give help inform"
    " inspect investigate let liaise look make meet mend notify obtain pass prepare present provide pursue"
    " quote raise re-circulate recirculate re-issue repair replace reply report research respond return revert"
    " review revise seek send share speak submit supply support take update write".split()
)
_BODY = re.compile(
    r"(?:Council|Authority|Agency|Police|Constabulary|Trust|Company|Ltd|Limited|plc|Association|Society|Club|Partnership|Commission"
    r"|Ministry|Foundation|University|Diocese)$"
)
_OWN_UNIT = re.compile(
    r"(?:Office|Section|Department|Directorate|Division|Services?|Unit|Team|Committee|Group|Panel)$", re.IGNORECASE
)
# The council itself, or one whose officers report to the meeting.
_COUNCIL = re.compile(r"(?:Parish|Town|Community|Village|City|County|District|Borough)\s+Council$")


# Who does a job for others, without a name: "put up by the contractor", "the supplier will collect it".
_HIRED = (
    r"(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\s(?:(?!(?:parish|town|council)\b)[a-z-]+\s){0,2}"
    r"(?:contractors?|suppliers?|builders?|developers?|manufacturers?|installers?|fitters?|firm|company|landlords?)"
)
_IS_HIRED = re.compile(rf"(?:{_HIRED}|contractors?)")
_BY_HIRED = re.compile(rf"[^.;,]{{0,60}}?\bby\s{_HIRED}\b")
# "The county engineer has told the clerk that the ditch | will be cleared": news from somebody outside.
_TOLD_BY_OTHERS = re.compile(
    rf"^\W{{0,3}}(?:The|An?|Their|His|Her)\s[^.,;:{MASKS}]{{2,60}}?\s(?:(?:has|have|had)\s)?(?:also\s)?"
    r"(?<!\bis\s)(?<!\bbe\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)"
    r"(?:said|told|informed|advised|confirmed|replied|written|wrote|indicated|promised|assured)\b[^.;:]*?\bthat\b[^.;:]*$"
)


def is_their_own(match: Match, matcher: Matcher) -> bool:
    """ "The bus firm will be putting on a van": what somebody who is not of the meeting does anyway."""
    if match.rule.id.startswith("action-passive") and not _AGREED.search(match.text):
        told = isinstance(matcher, Informed) and _TOLD_BY_OTHERS.match(matcher.masked(match.text)[: match.start])
        if told or _BY_HIRED.match(match.text, match.start):
            return True
    span = match.span_of("owner")
    if span is None or not isinstance(matcher, Informed) or not is_outside(match.text[slice(*span)], matcher):
        return False
    words, behind = match.text[slice(*span)], match.text[span[1] :]
    named = not words.startswith(("The ", "the ")) and match.text[max(span[0] - 4, 0) : span[0]].casefold() != "the "
    if _UNDER_WAY.match(behind):
        return True
    if match.rule.id in GIVEN or (named and any(map(is_person, split_owners(words)))):
        return False  # a stranger with a name has promised it to the meeting
    return any(form.match(behind) for form in (_PLANS, _HAD_AGREED)) or _is_own_affair(behind)


def _is_own_affair(behind: str) -> bool:
    """Whether what stands behind a subject says that it will do something, and nothing that answers the meeting."""
    will = _WILL.match(behind)
    return will is not None and will["verb"] not in _ANSWERS


def is_of_others(match: Match) -> bool:
    """ "They will open a shop", where nobody can tell who they are: no answer to anything that was raised."""
    behind = match.text[owner_span(match)[1] :]
    told = any(form.match(behind) for form in (_UNDER_WAY, _PLANS, _HAVE_AGREED))
    return told or _is_own_affair(behind)


_ONE_WORD = re.compile(r"[Tt]he\s+\w+")  # "The Lengthsman", "The Council"


def is_outside(words: str, matcher: Informed) -> bool:
    """Is it nobody whom the paper knows, nor its own body or one of its groups: "Mill Water", "the Box Trust"?"""
    masked = matcher.masked(words)
    if masked == words and _IS_HIRED.fullmatch(words):
        return True
    names = re.findall(r"(?!The\b)\b[A-Z][\w’'-]*", words)
    if not names or PRONOUN.match(words) or PERSON in masked or _ONE_WORD.fullmatch(words):
        return False
    if masked == words:
        return _OWN_UNIT.search(words) is None
    if _BODY.search(words) is None or _COUNCIL.search(words):
        return False
    return not all(map(matcher.heads, names))
