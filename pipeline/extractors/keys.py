"""The initials that a list of people gives beside their names: "Alex Marlow (AM)", "Sam Reed SR"."""

from __future__ import annotations

import re

from pipeline.extractors.names import Name
from pipeline.initials import INITIALS, fits_key, initials_fit

KEY_AND_POST = re.compile(r"(?P<key>[A-Z]{2,4}[a-z]{0,2})\s?[,;–-]\s*(?P<post>[A-Z].+)$")  # "(JL, Chair)"


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
