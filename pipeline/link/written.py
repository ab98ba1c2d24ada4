"""Whom initials or a given name mean that no list resolves: the one full name that the paper has for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.extractors.names import UPPER, is_post, is_stranger, read_name
from pipeline.extractors.owners import GROUP
from pipeline.initials import initials_fit, same_person
from pipeline.paper import fold

_WORD = rf"[{UPPER}][\w’'-]*[a-zà-ÿ]"
# Two words, a middle initial between them: "Ann B. Vane"; a list whose cells ran together has names anywhere.
_NAMES = re.compile(rf"(?<![\w’'-])(?=(?P<name>{_WORD}\s(?:[{UPPER}]\.?\s)?{_WORD})(?![\w’'-]))")
_LETTERS = re.compile(r"[A-Z]{2,3}")
_GIVEN = re.compile(rf"{_WORD}")
_NO_PERSON = frozenset({"PC", "TC", "CC", "DC", "BC", "LA", "WI", "GP", "MP", "UK", "EA", "IT", "HR", "PR"})


def fuller(words: str, heads: Sequence[str], texts: Sequence[str]) -> str | None:
    """The only name that fits, where there is one.

    Args:
        heads: lines of the paper's head, where initials are explained if anywhere.
        texts: all its text, which may tell the surname of a given name.
    """
    if _LETTERS.fullmatch(words) and words not in _NO_PERSON:
        return _only(_names(heads, lambda name: initials_fit(words, name)))
    if _GIVEN.fullmatch(words) and not is_post(words) and not GROUP.search(words):
        small = re.compile(rf"(?<![\w’'-]){re.escape(words.lower())}(?![\w’'-])")  # "Catering", "Highways"
        told = [*heads, *texts]
        if not any(small.search(text) for text in told):
            return _only(_names(told, lambda name: name.split()[0] == words))
    return None


def _names(texts: Iterable[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """The full names that fit, asked before they are read, which costs more."""
    for text in map(fold, texts):
        for found in _NAMES.finditer(text):
            name = read_name(found["name"]) if fits(found["name"]) else None
            if name is not None and name.full and name.text == found["name"] and is_stranger(name):
                yield name.text


def _only(names: Iterable[str]) -> str | None:
    told: list[str] = []
    for name in names:
        if not any(same_person(name, other) for other in told):
            told.append(name)
    return told[0] if len(told) == 1 else None
