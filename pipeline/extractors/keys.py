"""The initials that a list of people gives beside their names: "Alex Marlow (AM)", "Sam Reed SR"."""

from __future__ import annotations

import re

from pipeline.extractors.names import Name, read_name
from pipeline.initials import INITIALS, fits_key, initials_fit

KEY_AND_POST = re.compile(
    r"(?P<key>[A-Z]{2,4}[a-z]{0,2})\s?[,;–-]\s*(?P<post>[A-Z].+|(?:minute|note)s?(?:[ -]?taker)?)$"
)  # "(JL, Chair)"


def has_key(name: Name, words: str) -> bool:
    """The paper's initials stand behind a name: it is a person, whatever stands before it."""
    found = re.match(r"\s*[(\[]?([A-Z]{2,4}[a-z]{0,2})\b", words[name.end :])
    return found is not None and initials_fit(found[1], name.text)


def key_in(inside: str, name: Name, *, spare: bool) -> str | None:
    """Initials in brackets: they fit the name, or the bracket is a second one ("[Treasurer] (JR)")."""
    if len(inside) == 1 and " " not in name.text and inside == name.text[:1]:
        return inside
    if not INITIALS.fullmatch(inside):
        return None
    alone = " " not in name.text and inside[0] == name.text[0]  # "Sam (SR)": who is S. R. is not told
    return inside if fits_key(inside, name.text) or ((spare or alone) and len(inside) < 4) else None


FEWEST = 3  # initials that make a list one of people whom the paper names in no other way
_ENTRY = re.compile(r"\s*(?:and\s+|&\s*)?(?P<key>[A-Z]{2,4})(?:\s*[(\[](?P<post>[^()\[\]]+)[)\]])?[\s.]*")
_PIECE = re.compile(r"(?:[^,;\n()\[\]]|[(\[][^()\[\]]*[)\]])+")

Alone = tuple[Name, int, int, str | None]
"""Somebody by initials (or by name among them), where the entry begins and ends, and the post in its brackets."""


def initials_alone(text: str) -> list[Alone]:
    """The entries of a list that gives nearly everybody by initials, "AK (president), SM, LM"; [] for any other."""
    out: list[Alone] = []
    keyed = other = 0
    for piece in _PIECE.finditer(text):
        if not piece[0].strip(" ."):
            continue
        if found := _ENTRY.fullmatch(piece[0]):
            keyed += 1
            out.append((Name(found["key"]), piece.start(), piece.end(), found["post"]))
        elif (name := read_name(piece[0].strip(), surname=True)) is not None:
            out.append((name, piece.start(), piece.end(), None))
        else:
            other += 1
    return out if keyed >= FEWEST and keyed >= 2 * (len(out) - keyed + other) else []
