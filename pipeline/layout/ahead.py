"""Owners in a narrow column at the left, ahead of what they are to do: "AB | To write to the county"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.initials import LETTERS, initials_fit

LEAST = 3  # owners that must stand in the column before it is one of owners
MOST = 0.6  # share of them whose text opens with a task: who only spoke stands before "reported that"

_WORDS = re.compile(r"[A-Z][\w.’'-]*(?:\s(?:[A-Z&/][\w.’'-]*|and|of|the)){0,4}:?")
_ORDER = re.compile(r"\W*[Tt]o\s(?!be\s(?:confirmed|announced|agreed|advised|arranged|determined)\b)[a-z]")
_TASK = re.compile(r"(?:\S+\s){1,6}(?:will|to|should|must|shall|would)\s[a-z]")


def is_letters(words: str) -> bool:
    """Initials, several people's, or "All": what a narrow column has room for."""
    return LETTERS.fullmatch(words.strip().removesuffix(":")) is not None


def may_own(words: str, text: str) -> bool:
    """Could these words beside a text be its owner? A name or a post only where the text opens "To write ..."."""
    return is_letters(words) or (_WORDS.fullmatch(words.strip()) is not None and _ORDER.match(text) is not None)


def are_owners(pairs: Sequence[tuple[str, str]]) -> bool:
    """Do the words of a column name owners? `pairs`: those of each row that has any, with the text beside them."""
    if len(pairs) < LEAST or not all(may_own(words, text) for words, text in pairs):
        return False
    if any(initials_fit(words.strip(" :"), " ".join(text.split()[:2])) for words, text in pairs):
        return False  # a key: "AB | Ann Box"
    tasks = sum(bool(_ORDER.match(text) or _TASK.match(text)) for _, text in pairs)
    return tasks >= MOST * len(pairs)
