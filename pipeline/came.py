"""Whether a paper without a title of its kind records who came: only what was written after a meeting can."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.paper import Line
from pipeline.rules.match import Matcher

_FRONT = 60  # lines in which the lists of people stand
_AWAY = ("apologies", "absent")
_TITLED = re.compile(
    r"\W*(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Messrs|Dr|Rev|Revd|Prof|Ald|Bro|Sis)s?\b\.?\s+[A-Z]",
)
_NAMED = re.compile(
    r"\W*(?!(?i:none|nil|no|n/a|chair\w*|clerk|secretary|town|parish|item|noted|received|verbal|all)\b)"
    r"(?:(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]*\.?(?=\s*(?:$|[,;(–—-]|and\b|&))"
    r"|[A-Z][\w’'-]+(?:,\s|\s(?:and|&)\s)[A-Z]|[A-Z][a-z’'-]+\W*$)"
)
# "Members: Ann Box (Chair), Sam Reed (excused), Di Hale (absent)"
_MARKED = re.compile(r"\b[A-Z][\w’'-]+\s*\((?:excused|absent|apolog\w+|regrets|not\s+present)\)")


def records_who_came(lines: Sequence[Line], matcher: Matcher) -> bool:
    """Do the first lines name who stayed away, or say in a sentence who came? What is sent out ahead can do neither."""
    front = [line.text for line in lines[:_FRONT]]
    return any(
        _MARKED.search(text) or _names_absent(text, below or "", matcher) or _says_so(text, matcher)
        for text, below in zip_longest(front, front[1:])
    )


def _names_absent(text: str, below: str, matcher: Matcher) -> bool:
    """ "Sent apologies: Ann Box"; such a label above "Cllr Ann Box"."""
    found = matcher.first("attendance", text, part="line")
    if found is None or found.get("status") not in _AWAY:
        return False
    behind = text[found.end :].strip(" *_|")
    if behind.strip(":"):
        return _is_person(behind.removeprefix(":"))
    return _TITLED.match(below) is not None or (behind == ":" and _is_person(below))


def _is_person(text: str) -> bool:
    return _TITLED.match(text) is not None or _NAMED.match(text) is not None


def _says_so(text: str, matcher: Matcher) -> bool:
    """ "Sam Reed took the chair", "Apologies had been sent by Ann Box"."""
    return any(
        "people" in found.spans and _is_person(text[slice(*found.spans["people"])])
        for found in matcher.find("attendance", text, part="text")
    )
