"""With which characters a match can begin: where none of them stands, a long pattern need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]

from pipeline.rules.pattern import EVERY, REPEATS, Item, charset

_SMALL = sum(1 << ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz")
_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")  # must stand first


def opening(items: Iterable[Item], *, ignore_case: bool) -> int:
    """The characters with which a match can begin, as bits (see pattern.charset); EVERY where it may be empty."""
    bits, empty = _begins(items, ignore_case=ignore_case)
    return EVERY if empty else bits


def guarded(pattern: str, bits: int) -> str:
    """A pattern that finds the same, tried only where one of these characters stands; as it is if they are many."""
    if bits & _SMALL == _SMALL or _FLAGS.match(pattern):
        return pattern
    # Only ASCII is left out: a letter may have a twin abroad where capitals are ignored, as K has.
    others = "".join(f"\\x{code:02x}" for code in range(128) if not bits >> code & 1)
    return f"(?-i:(?=[^{others}]))(?:{pattern})"


def _begins(items: Iterable[Item], *, ignore_case: bool) -> tuple[int, bool]:
    """The characters with which these items can begin, as bits, and whether they may take no room at all."""
    bits = 0
    for kind, value in items:
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        if kind is op.SUBPATTERN:
            inside = bool((ignore_case or value[1] & re.IGNORECASE) and not value[2] & re.IGNORECASE)
            more, empty = _begins(value[3], ignore_case=inside)
        elif kind is op.BRANCH:
            choices = [_begins(choice, ignore_case=ignore_case) for choice in value[1]]
            more, empty = 0, any(nothing for _, nothing in choices)
            for some, _ in choices:
                more |= some
        elif kind in REPEATS:
            more, empty = _begins(value[2], ignore_case=ignore_case)
            empty = empty or value[0] == 0
        elif kind is op.ATOMIC_GROUP:
            more, empty = _begins(value, ignore_case=ignore_case)
        elif kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            more, empty = charset(kind, value, ignore_case=ignore_case), False
        else:  # what refers back to a group may take no room
            return bits, True
        bits |= more
        if not empty:
            return bits, False
    return bits, True
