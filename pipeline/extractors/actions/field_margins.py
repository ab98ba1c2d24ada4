"""Owners and days that labels give below a task or behind it: "Task: ring them" / "By whom: AB" / "By when: 3 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.fields import fields_of
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.lost_margins import ENOUGH, leaves_to_do, owners_alone
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece, part_of
from pipeline.rules.match import Matcher

_RUN = 3  # paragraphs of labels that a task may have
_HEAD = re.compile(r"\W{0,3}[A-Z][a-z]+(?:\s[a-z]+){0,2}\s?:\W{0,3}(?=\w)")  # "Task: ", "What: ", "Agreed task: "
_EVENT = re.compile(r"\W{0,3}(?:where|venue|location|place|time|cost|tickets?|price)\b[^:]{0,20}:", re.IGNORECASE)


def with_field_margins(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; who and when of such labels stand as the margin of the task, which loses its own label."""
    moved = {at: found for at in range(len(whole)) if (found := _moved(whole, at, matcher)) is not None}
    sure = [leaves_to_do(piece, matcher) for piece, _ in moved.values()]
    pattern = sum(sure) >= ENOUGH and 2 * sum(sure) >= len(sure)
    out: list[Piece] = []
    at = 0
    kept = {at for at, certain in zip(moved, sure, strict=True) if certain or pattern}
    while at < len(whole):
        piece, used = moved[at] if at in kept else (whole[at], 1)
        out.append(piece)
        at += used
    return out


def _moved(whole: Sequence[Piece], at: int, matcher: Matcher) -> tuple[Piece, int] | None:
    """The piece with its labels as its margin, and how many pieces that takes up; None where it has none."""
    piece = whole[at]
    apart = piece.kind == "heading" or piece.section.kind in ("front", "attendance", "signature", "action-list")
    if apart or piece.paragraph.margin or matcher.first("action", piece.paragraph.text, part="label") is not None:
        return None
    cut = fields_of(piece.paragraph.text, matcher)
    words = dict(cut.words)
    used = 1
    for below in whole[at + 1 : at + 1 + _RUN]:
        more = fields_of(below.paragraph.text, matcher)
        if below.section is not piece.section or more.head or not more.words or set(more.words) & set(words):
            break
        words |= more.words
        used += 1
    beside = (other.paragraph.text for other in whole[max(at - 1, 0) : at + used + 1])
    if "status" in words or not _is_who(words.get("owner", ""), matcher) or any(map(_EVENT.match, beside)):
        return None
    label = _HEAD.match(cut.head)
    start = label.end() if label is not None else 0
    if len(cut.head[start:].split()) < 3:
        return None
    task = part_of(piece, start, len(cut.head)) if start or cut.words else piece
    last = piece.paragraph.lines[-1]
    margin = tuple(replace(last, text=words[role]) for role in ("owner", "due") if words.get(role))
    return replace(task, paragraph=replace(task.paragraph, margin=margin)), used


def _is_who(words: str, matcher: Matcher) -> bool:
    owners = split_owners(words)
    known = isinstance(matcher, Informed) and bool(owners) and all(map(matcher.is_person, owners))
    return known or bool(owners_alone(words))
