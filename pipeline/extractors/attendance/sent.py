"""Lists in which everybody has a title and whom they come for stands behind a comma: "Ms Reed, Rural Link, Mr Ash"."""

from __future__ import annotations

import itertools
import re

from pipeline.extractors.given import is_given
from pipeline.extractors.names import is_post, read_name

_SIGN = re.compile(r"[,;\n]\s*(?:and\s+)?|\s(?:and|&)\s")
_ONE = re.compile(r"\W*(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Rev(?:d)?|Fr|Sgt|Insp\w*|Deputy|Senator)\b\.?\s+[A-Z]")
_TITLE = re.compile(r"\W*(?:Cllrs?|Councill?ors?|Crs?)\b")


def of_titled(text: str) -> str:
    """The text with a dash for the comma between a person with a title and a body that looks like a name.

    Only where nobody without a title stands in the list but right behind somebody with one, once each, and where other
    words behind such people, posts or bodies, show that these are told there, or all have one.
    """
    cuts = [(0, 0), *((sign.start(), sign.end()) for sign in _SIGN.finditer(text)), (len(text), len(text))]
    parts = [(after, text[after:end], end) for (_, after), (end, _) in itertools.pairwise(cuts)]
    parts = [part for part in parts if part[1].strip()]
    ones = [_ONE.match(words) is not None for _, words, _ in parts]
    bodies: list[int] = []
    shown = 0
    for place, (_, words, _) in enumerate(parts):
        if ones[place] or _TITLE.match(words):
            continue
        behind = place > 0 and ones[place - 1] and text[parts[place - 1][2] :][:1] in ",;"
        name = read_name(words)
        if name is None or not name.full or words[name.end :].strip(" ."):
            shown += behind
        elif not behind or is_given(name.text.split()[0]) or is_post(words):
            return text
        else:
            bodies.append(place)
    if sum(ones) < _FEWEST or not bodies or not (shown or len(bodies) == sum(ones)):
        return text
    signs = {parts[place - 1][2] for place in bodies}
    return "".join("–" if at in signs else letter for at, letter in enumerate(text))


_FEWEST = 2  # people with a title
