"""Who is named on a line of a list of actions, above the bullets that are theirs: "Ann", "### Ann", "• Ann"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import MASKS
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundPerson
from pipeline.paper import Box, fold
from pipeline.rules.match import Matcher

_WHO = re.compile(rf"[{MASKS}]+(?:(?:\s?[,/&+]\s?|\sand\s)[{MASKS}]+)*|all|everyone|everybody", re.IGNORECASE)
# What parts somebody's tasks.
_PARTS = re.compile(
    r"(?:continu\w+|carried\s+(?:over|forward)|new|old|still\s+open|open|ongoing|pending|previous|current|in\s+progress"
    r"|to-?\s?do|done|completed?)(?:\s+(?:tasks?|actions?|items?))?",
    re.IGNORECASE,
)


def people_above(whole: Sequence[Piece], matcher: Matcher) -> tuple[list[Piece], dict[int, list[str]]]:
    """The pieces without such lines, and whom each piece below one stands under, by its id."""
    out: list[Piece] = []
    owned: dict[int, list[str]] = {}
    head: Piece | None = None
    owners: list[str] = []
    for at, piece in enumerate(whole):
        below = whole[at + 1] if at + 1 < len(whole) else None
        first = at == 0 or whole[at - 1].section is not piece.section or head is not None
        if (first or piece.kind != "bullet") and (named := _named(piece, below, matcher)):
            head, owners = piece, named
            continue
        if head is not None and _is_under(piece, head):
            if piece.kind != "bullet":
                continue
            owned[id(piece)] = owners
        else:
            head = None
        out.append(piece)
    return out, owned


def _named(piece: Piece, below: Piece | None, matcher: Matcher) -> list[str]:
    """The people that the line names and nothing else, with a task or what parts their tasks below it."""
    words = piece.paragraph.text.strip(" *_:")
    if piece.section.kind != "action-list" or piece.paragraph.margin or not isinstance(matcher, Informed):
        return []
    if below is None or not _is_under(below, piece) or not _WHO.fullmatch(matcher.masked(words)):
        return []
    return split_owners(words)


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
