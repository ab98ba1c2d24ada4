"""Titles of groups in a list of people: "Partners", "Town and Parish Councillors" above "Moor Council – Ann Box"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.attendance.beside import without_heads
from pipeline.extractors.attendance.held import holder_behind
from pipeline.extractors.attendance.labels import OFFICERS, SAYS, Label, read_label
from pipeline.extractors.attendance.listed import Block, group_label, is_group
from pipeline.extractors.given import is_known
from pipeline.extractors.names import is_post, read_name
from pipeline.paper import Paragraph, Table
from pipeline.rules.match import Matcher

_ELECTED = re.compile(r"^[^.]*[a-z.]\s(?:was|were)\s(?:all\s|duly\s)?(?:re-?)?(?:elected|appointed|co-?opted)\b")
_OTHERS = re.compile(
    r"\b(?:officers|staff|officials|partners|observers|guests|visitors|advis[eo]rs|agencies)\b", re.IGNORECASE
)
_MOST = 6  # words of such a title


def titles_group(body: Sequence[Paragraph | Table], at: int, matcher: Matcher) -> bool:
    """Is a short paragraph the title of a group, with its people right below it?"""
    part, below = body[at], body[at + 1] if at + 1 < len(body) else None
    if not isinstance(part, Paragraph) or not isinstance(below, Paragraph) or len(part.lines) > 1:
        return False
    if part.number or any(matcher.first("attendance", below.text[:200], part=one) for one in ("joined", "prose")):
        return False  # "4. Reports" above "Councillor Reed was away."
    text = without_heads(part.text)
    headed = text != part.text or (part.lines[0].bold and not below.lines[0].bold) or is_group(text)
    words = text.split()
    if (
        not words
        or not headed
        or len(words) > _MOST
        or not words[0][0].isupper()
        or read_name(text) is not None
        or (is_post(text) and not is_group(text))
    ):
        return False
    return read_label(text, matcher, bare=True) is None and _opens_with_somebody(below.lines[0].text)


def group_below(block: Block, text: str) -> Label:
    """The label of the group: officers and partners are no members, nor is any group below theirs."""
    apart = block.label.status == "present" and (OFFICERS.search(text) or _OTHERS.search(text))
    return Label("in_attendance", None, "attendance-others") if apart else group_label(block, text)


def _opens_with_somebody(text: str) -> bool:
    name = read_name(text)
    named = name is not None and (bool(name.titles) or (name.full and is_known(name.text.split()[0])))
    return named or holder_behind(text.split(",")[0]) > 0


def were_elected(text: str, matcher: Matcher) -> bool:
    """ "Members: Ann Box and Sam Reed were re-elected.": who was chosen, not who was there."""
    label = read_label(text, matcher, bare=False) if _ELECTED.search(text) else None
    return label is not None and not SAYS.search(label[0].words)
