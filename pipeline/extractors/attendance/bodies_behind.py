"""Bodies with the look of a name in a list of people: "Ann Box, Marine Scotland", "Moor Rowing Club: Ann Box"."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.pieces import second_halves
from pipeline.extractors.given import is_known
from pipeline.extractors.names import Name, is_post, read_name
from pipeline.extractors.word_lists import word_lists

_PAIR = re.compile(
    r"(?:^|[,;:\n]|\s(?:and|&)\s(?=[A-Z]))\s*(?P<who>[^,;:\n]+?)"
    r"(?=,(?P<other>\s*(?:the\s)?(?P<words>[A-Z][^,;:(\n]*?))(?:[,;:(\n.]|$|\s(?:and|&)\s(?:(?:Mrs?|Ms|Dr|Cllr)\b|[A-Z][\w’'-]*\.?\s[A-Z])))"
)
_LABEL = re.compile(r"\s*(?P<label>[A-Z][\w.’'&\s-]{2,50}?)\s*:\s+(?=[A-Z])")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")


def is_body(words: str) -> bool:
    """Has a text a word of a body's own name, and opens with no given name, initial or post?"""
    tokens = words.strip(" .*_").split()
    if (
        len(tokens) < 2
        or tokens[-1].casefold() in ("member", "members")
        or is_known(tokens[0])
        or _INITIAL.fullmatch(tokens[0])
        or is_post(words.strip())
    ):
        return False
    own = word_lists().of_body
    return any(token.strip("’'.,&").removesuffix("’s").casefold() in own for token in tokens)


def bodies_behind(text: str) -> tuple[range, ...]:
    """Where bodies stand in a list behind a comma and a whole person, "Ann Box, Marine Scotland"."""
    own = (
        range(*found.span("other"))
        for found in _PAIR.finditer(text)
        if _is_whole(found["who"].removeprefix("and ").strip(" *_•-–")) and is_body(found["words"])
    )
    return (*second_halves(text), *own)


def _is_whole(words: str) -> bool:
    name = read_name(words)
    return name is not None and (name.full or bool(name.titles)) and not words[name.end :].strip()


def sent_by(words: str, name: Name) -> int:
    """Where the people begin whom a body with the look of a name sends: "Moor Rowing Club: Ann Box"; else 0."""
    found = _LABEL.match(words)
    if found is None or name.titles or not (words[name.end :].lstrip().startswith(":") or is_body(found["label"])):
        return 0
    other = read_name(words[found.end() :])
    return found.end() if other is not None and other.full else 0


_DISTRICT = re.compile(
    r"\s+(?:(?:Electoral|Polling|Rural|Urban)\s+)?(?:Division|Ward|Constituency|District|Area|Zone|Parish|Branch)s?\b"
)


def is_district(words: str, name: Name) -> bool:
    """ "Low Moor Division": the part of a place for which somebody sits, told behind a comma."""
    own = name.text.split()
    behind = _DISTRICT.match(words, name.end) or (len(own) > 2 and _DISTRICT.fullmatch(f" {own[-1]}"))
    return bool(behind) and not is_known(own[0])
