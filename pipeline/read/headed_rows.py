"""Rows below a line of heads that no rules part: what heads open a list or minutes, and where a new row begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.heads import Role, role_of

_NUMBER = re.compile(r"\(?(?:[A-Z]{0,3}\s?\d{1,3}(?:[./-]\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,4})[.)]?")
_GOES_ON = re.compile(r"[a-z(&]")
_OPEN_END = re.compile(r"(?:\b(?:and|or|of|the|for|to|an?|on|in|at|by|with|from)|[,&/])$")
_LONGEST = 40  # letters of a head


def roles_of_heads(heads: Sequence[str]) -> list[Role]:
    """What columns with these heads hold; [] where they are no heads of a list of tasks or of minutes in columns."""
    roles = [role_of(head) for head in heads]
    told = sum(role != "" for role in roles)
    if len(heads) < 2 or told < 2 or told < len(heads) - 1 or any(len(head) > _LONGEST for head in heads):
        return []
    return roles if is_list(roles) or ("notes" in roles and {"action", "owner"} & set(roles)) else []


def is_list(roles: Sequence[Role]) -> bool:
    """A list of tasks: what is to be done and by whom, or by whom and by when beside what it is about."""
    what = "action" in roles or ({"title", "notes"} & set(roles) and {"due", "status"} & set(roles))
    return "owner" in roles and bool(what)


def begins_row(words: Sequence[str], above: Sequence[str], roles: Sequence[Role], *, apart: bool) -> bool:
    """A line's words by column open a row: its number, or words in the first column and others that go on with nothing.

    Args:
        above: the words of the row so far.
        apart: more white space stands above the line than within a row.
    """
    if roles[0] in ("number", ""):
        return _NUMBER.fullmatch(words[0]) is not None
    filled = [(word, role) for word, role in zip(words, roles, strict=True) if word]
    fresh = not any(_GOES_ON.match(word) for word, role in filled if role not in ("due", "status"))
    fresh = fresh and not any(word and _OPEN_END.search(told) for word, told in zip(words, above, strict=True))
    return bool(words[0]) and (apart or (len(filled) > 1 and fresh))
