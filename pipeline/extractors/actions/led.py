"""Lists whose opening words say who is to do what stands in them: "The Clerk will:" above "write to the depot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.antecedents import PRONOUN, antecedent
from pipeline.extractors.actions.promises import action_of, promises
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.decisions.resolutions import counted_from, parts_below, typed_spans
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Matcher

# The last words of an opening, which each row goes on with.
_LINK = re.compile(
    r"\b(?P<link>to|will|would|shall|should|that|asked|requested|instructed|tasked|undertook)(?=\s{0,2}[:;–—-]*\s{0,2}$)",
    re.IGNORECASE,
)
# "Resolved:" above rows that say "that the Clerk write to the depot".
_LABEL = re.compile(
    r"(?:^|[.;]\s+)(?P<link>(?:it\s+was\s+)?(?:resolved|agreed))(?=\s{0,2}[:–—-]{0,2}\s{0,2}$)", re.IGNORECASE
)
_INSIDE = re.compile(
    r"\b(?P<link>that(?:\s+(?:the\s+)?(?:\w+\s+){0,3}(?:council|committee|board|cabinet|panel|forum|members))?|to|will|would)"
    r"\s{0,2}[:–-]{0,2}\s+(?P<mark>\(?(?:1|a|i)[.)]\s)",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:recommend\w*|propos\w+|suggest\w*|options?|could|may|might|aims?|roles?|dut(?:y|ies)|responsib\w+|criteria"
    r"|conditions?|objectives?|purpose)\b(?!.*\b(?:agreed|resolved)\b)",
    re.IGNORECASE,
)
OPEN_ENDS = (":", ":-", ":–", " to", " will", " would")  # of words that say nothing without the list below them
_GOES_ON = re.compile(r"\W*(?:[Tt]hat|[Tt]o)\s")
_FOLLOWING = re.compile(r"\s+(?:do|undertake|carry\s+out|complete)\s+the\s+following(?:\s+\w+)?\s{0,2}:\s{0,2}$")
# A body decides what its list says, or has it among its duties; it gives itself no task by that.
_BODY = re.compile(
    r"\b(?:council|committee|board|cabinet|panel|forum|group|party|partnership|authority|members|councillors|trustees|"
    r"governors|directors|we|all)$",
    re.IGNORECASE,
)
_ERRAND = re.compile(
    r"(?:write\s+(?:again\s+)?to|contact|enquire|ask|obtain\s+(?:\w+\s+){0,2}(?:quot\w+|prices|estimates|advice)|request\s+an?|chase|invite"
    r"|send|report\s+(?:this|it|the|these)|remind|find\s+out)\b"
)
# "a letter be sent to the Minister" is a task where a resolution says so, "contact the insurer" where it was agreed
_UNOWNED = ("action-resolved-passive", "action-speaker-asks", "frame-body-agreed-to")
ROWS = 40  # that a list may have
_LONG = 300  # letters; of a longer row the first sentence states the task


def rows_led(piece: Piece, below: Sequence[Piece]) -> dict[int, str]:
    """The rows of the list that a paragraph opens, by their identity, with the words that each goes on with."""
    text = _FOLLOWING.sub("", piece.paragraph.text)
    link, done = _LINK.search(text, max(0, len(text) - 40)), 0
    if link is None and (inside := _INSIDE.search(text)) is not None:
        link, done = inside, len(counted_from(text, inside.start("mark")))  # "RESOLVED that 1) ...;" above "2) ..."
    link = link or _LABEL.search(text)
    if link is None:
        return {}
    text = text[: link.end("link")]
    opening = text[sentences(text)[-1][0] :]
    rows, _ = parts_below(below, piece, label=False, done=done)
    return {id(row.piece): opening for row in rows}


def led(piece: Piece, opening: str, taken: list[FoundAction], matcher: Matcher) -> list[FoundAction]:
    """A row's actions: what it says by itself where that names who acts, else what its list's opening makes of it."""
    if any(action.owners or action.marked for action in taken):
        return taken
    told = [_told(piece, span, opening, matcher) for span in typed_spans(piece)]
    return [action for action in told if action is not None] or taken


def led_inside(piece: Piece, taken: list[FoundAction], matcher: Matcher) -> list[FoundAction]:
    """The same where the list stands in one paragraph: "RESOLVED: That (a) the plan be kept; and (b) officers ..."."""
    text = piece.paragraph.text
    first = _INSIDE.search(text)
    if first is None or any(action.marked for action in taken):
        return taken
    opening = text[sentences(text[: first.start("mark")])[-1][0] : first.end("link")]
    told = [_told(piece, span, opening, matcher) for span in counted_from(text, first.start("mark"))]
    return [action for action in told if action is not None] or taken


def _told(piece: Piece, span: tuple[int, int], opening: str, matcher: Matcher) -> FoundAction | None:
    """The action that words are behind their list's opening, None where that commits nobody."""
    text = piece.paragraph.text[slice(*span)]
    if not text.strip() or _PROPOSES.search(opening) or (_LABEL.search(opening) and not _GOES_ON.match(text)):
        return None
    start, end = sentences(text)[0]
    row = text[start:end]
    small = row[:1].lower() + row[1:] if row[1:2].islower() and not opening.endswith("that") else row
    if opening.endswith(" to"):
        small = re.sub(r"^to\s+", "", small)
    clauses = promises(f"{opening} {small}", matcher)
    if not clauses:
        return None
    match = clauses[0][2]
    owners = who_of(match)
    if owners and PRONOUN.match(owners[0]):  # "Cllr Box agreed that she would:"
        owners = antecedent(opening, owners[0], matcher) or owners
    if owners and all(map(_BODY.search, owners)) and _ERRAND.match(small):
        owners = []  # "The Council would: write to the county": one of its people
    elif any(PRONOUN.match(owner) or _BODY.search(owner) for owner in owners) or not (
        owners or match.rule.id in _UNOWNED
    ):
        return None
    last = span[1] if len(text) <= _LONG else span[0] + end
    return action_of(piece, span[0] + start, last, owners, matcher, rule=match.rule.id, marked=False)
