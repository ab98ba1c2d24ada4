"""Titles of a paper that parts them from what is said by one sign: "Roads – The Clerk reported", each by a dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.layout.says import says
from pipeline.outline.titles import Head, split_at
from pipeline.paper import Paragraph, Part

FEWEST = 3  # titles that the sign ends
SHARE = 0.5  # of all
LONGEST = 14  # words of a title
SAID = 3  # words that are more than the second half of a title

_SIGN = re.compile(r"\s*(?P<sign>[:.;]|[–—-]{1,2}(?=\s))")
_ENDS = {
    ":": re.compile(r":[–—-]?\s+"),
    ";": re.compile(r";\s+"),
    ".": re.compile(r"(?<=[^\W\d_]{3})(?<!\bCllr)(?<!\bRevd)(?<!\bProf)(?<!\bMrs)\.\s+"),
    "-": re.compile(r"\s[–—-]{1,2}\s+"),
}


def evened(heads: Mapping[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """The heads; where one sign ends most titles of items, the others with this sign in them end there too."""
    items = {i: part for i, head in heads.items() if head.kind == "item" and isinstance(part := parts[i], Paragraph)}
    signs = Counter(_sign(heads[i], part) for i, part in items.items() if heads[i].rest is not None)
    signs.pop("", None)
    sign, count = max(signs.items(), key=lambda told: told[1], default=("", 0))
    if count < FEWEST or count < SHARE * len(items):
        return {**heads}
    out = {**heads}
    for i, part in items.items():
        ends = _ENDS[sign].search(part.text)
        if ends is None or ends.end() >= len(part.text) or ends.start() >= len(heads[i].title):
            continue
        title, said = part.text[: ends.start()], part.text[ends.end() :]
        tells = said.rstrip().endswith((".", "!", "?", ":")) or says(said) or len(said.split()) > SAID
        if tells and 0 < len(title.split()) <= LONGEST and not says(title):
            out[i] = split_at(part, "item", heads[i].number, (ends.start(), ends.end()))
    return out


def _sign(head: Head, part: Paragraph) -> str:
    """The sign behind a title in its paragraph: ":", ".", ";" or "-" for any dash; "" where there is none."""
    found = _SIGN.match(part.text, part.text.find(head.title) + len(head.title)) if head.title in part.text else None
    return "" if found is None else found["sign"] if found["sign"] in _ENDS else "-"
