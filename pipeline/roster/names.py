"""Spellings of people's names compared: the same, one short for the other, or alike enough to ask a person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.initials import split_name

_TITLE = re.compile(
    r"^(?:(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|rev|revd|prof|professor|sir|dame|lord|lady|baroness|the)\b\.?\s+)+",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[AEIOUY]")
ALIKE = 85  # likeness of two surnames or given names, 0 to 100, from which a person should look


@dataclass(frozen=True, slots=True)
class Key:
    """A name without what spellings differ in: capitals, accents, hyphens, full stops, its order in a list."""

    family: str
    given: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """A surname alone."""
        return not self.given

    @property
    def full(self) -> bool:
        """A given name is written out."""
        return any(len(word) > 1 for word in self.given)


@lru_cache(maxsize=8192)
def key_of(name: str) -> Key:
    """ "Cllr. Jean-Luc O’Dea", "jean luc o'dea" -> (odea, (jean, luc)); "Davies (J)" -> (davies, (j,))."""
    plain = _TITLE.sub("", name.strip()) or name.strip()
    given, family = split_name(plain)
    words = []
    for word in re.split(r"[\s.-]+", given):
        # "JH" before a surname is two initials; "Jo" is a name, and so is "JO" where all is in capitals.
        initials = word.isupper() and 1 < len(word) <= 3 and (not plain.isupper() or not _VOWEL.search(word))
        words += list(word) if initials else [word]
    return Key(_fold(family), tuple(folded for word in words if (folded := _fold(word))))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if letter.isalnum()).casefold()


def could_stand_for(short: Key, name: Key) -> bool:
    """Is the first a shorter way to write the second: a surname alone, initials, a middle name left out?"""
    if short.family != name.family or short == name or len(short.given) > len(name.given):
        return False
    pairs = list(zip(short.given, name.given, strict=False))
    if any(a != b and not (len(a) == 1 and b.startswith(a)) for a, b in pairs):
        return False
    return short.bare or not short.full or len(short.given) < len(name.given)


def alike(one: Key, two: Key) -> bool:
    """Two written-out names that could be one person misspelt, or called by a short name."""
    if not (one.full and two.full) or one == two:
        return False
    first, other = one.given[0], two.given[0]
    if one.family == two.family:
        short, long = sorted((first, other), key=len)
        return (len(short) > 1 and long.startswith(short)) or fuzz.ratio(first, other) >= ALIKE
    return first == other and min(len(one.family), len(two.family)) > 3 and fuzz.ratio(one.family, two.family) >= ALIKE
