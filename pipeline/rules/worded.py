"""A part of a pattern in words that a clerk understands: `(?:was|were)\\s+agreed` -> was/were agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from pipeline.rules.pattern import REPEATS, Item, Terms

MOST = 4
"""Choices that are named; of more, a stroke and dots stand for the rest."""
LONGEST = 60
ANY = "…"
"""Stands for words that may be anything."""


def worded(line: str, terms: Terms, flags: int = 0) -> str:
    """A pattern's words, "" where it has none of its own (it only asks where something stands)."""
    try:
        said = _row(terms.items(line, flags))
    except (re.error, ValueError):
        return ""
    said = re.sub(rf"(?<!/)\s*{ANY}(?:\s*{ANY})*", f" {ANY}", said)
    said = re.sub(r"\s+", " ", said).strip()
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} {ANY}"


def _row(items: Iterable[Item]) -> str:
    said = ""
    for kind, value in items:
        if kind is op.BRANCH:
            # The parser takes out what all choices begin with: was|were is w and then as|ere.
            begun = re.search(r"\w*$", said)
            start = begun.start() if begun else len(said)
            said = said[:start] + _choice(value[1], said[start:])
        else:
            said += _one(kind, value)
    return said


def _one(kind: Any, value: Any) -> str:
    match kind, value:
        case op.LITERAL, int(code):
            return chr(code)
        case op.IN, list(choices):
            return _set(choices)
        case op.SUBPATTERN, (*_, body):
            return _row(body)
        case op.ATOMIC_GROUP, body:
            return _row(body)
        case ((op.AT | op.ASSERT | op.ASSERT_NOT), _):
            return ""
        case _, (int(least), most, body) if kind in REPEATS:
            return _repeat(least, most, _row(body))
    return ANY


def _set(choices: list[Item]) -> str:
    """[Tt] -> t; white space -> a blank; anything wider -> dots."""
    if all(kind is op.LITERAL for kind, _ in choices):
        letters = {chr(code).casefold() for _, code in choices}
        if len(letters) == 1:
            return letters.pop()
        if not any(letter.isalnum() for letter in letters):
            return chr(choices[0][1])
    if choices[0] == (op.CATEGORY, op.CATEGORY_SPACE):
        return " "
    if choices[0] == (op.CATEGORY, op.CATEGORY_DIGIT):
        return "0"
    return ANY


def _choice(choices: Iterable[Iterable[Item]], before: str) -> str:
    said = list(dict.fromkeys(filter(None, ((before + _row(choice)).strip() for choice in choices))))
    named = [one for one in said if one != ANY]
    more = [ANY] if len(named) > MOST or len(named) < len(said) else []
    return "/".join([*named[:MOST], *more])


def _repeat(least: int, most: object, said: str) -> str:
    if said.strip() in {"", ANY}:
        return said if least or not said.strip() else ANY
    if not least:
        return ""  # may be left out
    return said if most == 1 or least == 1 else said * min(least, 4)
