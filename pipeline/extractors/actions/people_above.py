"""Who is named on a line above the bullets that are theirs: "Ann", "### Ann", "• Ann" in a list, "Actions for Ann:"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import MASKS
from pipeline.extractors.places import Piece
from pipeline.found import FoundPerson
from pipeline.paper import Box, fold
from pipeline.rules.match import Matcher

_WHO = re.compile(rf"[{MASKS}]+(?:(?:\s?[,/&+]\s?|\sand\s)[{MASKS}]+)*|all|everyone|everybody", re.IGNORECASE)
# "Actions for Ann:" names her in any section.
_LABEL = re.compile(r"(?:actions?|tasks?|to[\s-]do)\s+(?:for|on|by)\s+", re.IGNORECASE)
# What parts somebody's tasks.
_PARTS = re.compile(
    r"(?:continu\w+|carried\s+(?:over|forward)|new|old|still\s+open|open|ongoing|pending|previous|current|in\s+progress"
    r"|to-?\s?do|done|completed?)(?:\s+(?:tasks?|actions?|items?))?",
    re.IGNORECASE,
)


def people_above(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The pieces without such lines, whom each names beside the bullets below it."""
    out: list[Piece] = []
    head: Piece | None = None
    named = ""
    for at, piece in enumerate(whole):
        below = whole[at + 1] if at + 1 < len(whole) else None
        first = at == 0 or whole[at - 1].section is not piece.section or head is not None
        if (first or piece.kind != "bullet") and (words := _named(piece, below, matcher)):
            head, named = piece, words
            continue
        if head is None or not _is_under(piece, head):
            head = None
        elif piece.kind != "bullet":
            continue
        elif not piece.paragraph.margin and not _OWN.match(_masked(piece.paragraph.text, matcher)):
            who = replace(head.paragraph.lines[0], text=named)
            piece = replace(piece, paragraph=replace(piece.paragraph, margin=(who,)))
        out.append(piece)
    return out


# "Bo Holt to price the bins", "Sam Ash: send the forms" below "Ann": theirs.
_OWN = re.compile(rf"\W*[{MASKS}]+(?:\s?:|\s(?:to|will|would|agreed)\s)")


def _masked(text: str, matcher: Matcher) -> str:
    return matcher.masked(text) if isinstance(matcher, Informed) else text


def _named(piece: Piece, below: Piece | None, matcher: Matcher) -> str:
    """The people that the line names and nothing else, with a task or what parts their tasks below it; or ""."""
    words = piece.paragraph.text.strip(" *_:–—-")
    label = _LABEL.match(words)
    if label is None and piece.section.kind != "action-list":
        return ""
    if piece.paragraph.margin or not isinstance(matcher, Informed):
        return ""
    words = words[label.end() :] if label is not None else words
    if below is None or not _is_under(below, piece) or not _WHO.fullmatch(matcher.masked(words)):
        return ""
    return words


def _is_under(piece: Piece, head: Piece) -> bool:
    """A bullet, or a line above bullets that is no task: "Still open"."""
    if piece.section is not head.section:
        return False
    return piece.kind == "bullet" or _PARTS.fullmatch(piece.paragraph.text.strip(" *_:")) is not None


Where = tuple[str | None, int | None, Box | None]
_TICKED = re.compile(r"\W{0,3}\[[ xX✓]\]\s")
_LEFT = 3  # words beside those of its people


def listed_at(people: Sequence[FoundPerson]) -> dict[Where, list[str]]:
    """Where the lists of people stand, and what each line there says of whom."""
    told: dict[Where, list[str]] = {}
    for person in people:
        at = person.evidence
        told.setdefault((at.block, at.line, at.box), []).append(at.quote)
    return told


def came(piece: Piece, listed: Mapping[Where, Sequence[str]]) -> bool:
    """A paragraph of a list of people: "[x] Ann Box – Chair, Mill Lane Pictures", "Ann Box (Chair)" beside "AB"."""
    lines = piece.paragraph.lines
    said = [quote for line in lines for quote in listed.get((line.block, line.number, line.box), ())]
    if not said:
        return False
    if _TICKED.match(piece.paragraph.text):
        return True
    rest = fold(piece.paragraph.text)
    for quote in sorted(map(fold, said), key=len, reverse=True):
        rest = rest.replace(quote, " ")
    return bool(piece.paragraph.margin) and len(re.findall(r"\w{3,}", rest)) <= _LEFT
