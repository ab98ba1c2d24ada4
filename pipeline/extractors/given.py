"""Given names and the forms that minutes have for them: Mike for Michael, Liz for Elizabeth."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extractors.names import Name
from pipeline.extractors.word_lists import word_lists


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    rows = [frozenset(row.split()) for row in word_lists().given_forms]
    return {form: frozenset().union(*(row for row in rows if form in row)) for row in rows for form in row}


def forms_of(given: str) -> frozenset[str]:
    """A given name and its other forms, in small letters: "Mike" gives mike, michael, mick."""
    return _forms().get(given.casefold(), frozenset({given.casefold()}))


def is_given(word: str) -> bool:
    """A given name that has a short form, or such a form."""
    return word.casefold() in _forms()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lists = word_lists()
    return frozenset(name.casefold() for name in (*lists.given_she, *lists.given_he))


def is_known(word: str) -> bool:
    """A given name that any of the lists has."""
    return is_given(word) or word.casefold() in _known()


def is_given_or_letter(word: str) -> bool:
    """What may stand before a surname: a given name that any of the lists has, or its letter."""
    return is_known(word) or len(word.rstrip(".")) == 1


def is_sure(name: Name) -> bool:
    """A name that can be nothing but somebody's: with a title, or opened by a known given name or a letter."""
    return bool(name.titles) or is_given_or_letter(re.split(r"[\s.]", name.text)[0])
