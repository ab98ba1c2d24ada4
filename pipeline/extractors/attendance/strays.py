"""Lines of a list of people, one to a line, that name nobody: "Vacant", "TBC", "Ward vacancy", "rover@example.org"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.attendance.held import holder_in_brackets
from pipeline.extractors.attendance.listed import Row
from pipeline.extractors.attendance.lone import odd_name, one_alone
from pipeline.extractors.attendance.pieces import post_then_name
from pipeline.extractors.names import is_post, read_name

_FEWEST = 3  # whole names that make such a list
_BEHIND = re.compile(r"\s*(?:$|[-–—,;:(\[/&*]|and\b)")
_VACANT = re.compile(r"\bvacan(?:t|cy|cies)\b", re.IGNORECASE)
_SHARE = 0.6  # of the lines, that are whole names and nothing else


def without_strays(rows: Sequence[Row]) -> list[Row]:
    """The rows without those that are no person, post or workplace, in a list of whole names each on a line alone.

    A stray must not become the post of who stands above it. Where other lines tell of posts nothing is left out.
    """
    whole = [_is_whole(row.text) for row in rows]
    if sum(whole) < _FEWEST or sum(whole) < _SHARE * len(rows):
        return list(rows)
    bullets = all(row.bullet and row.first for row in rows)
    return [row for row, person in zip(rows, whole, strict=True) if person or _tells(row.text, bullets=bullets)]


def _is_whole(text: str) -> bool:
    name = read_name(text)
    return name is not None and name.full and not text[name.end :].strip(" .,;*_")


def _tells(text: str, *, bullets: bool) -> bool:
    """Has a row a person in it, or, where it may run on from the one above, a post or words that go on?"""
    if _VACANT.search(text):
        return False
    name = read_name(text, surname=True)
    if name is not None and (name.full or name.titles or _BEHIND.match(text, name.end)):
        return True
    if one_alone(text) or odd_name(text) is not None or holder_in_brackets(text) is not None:
        return True
    if ":" in text or "(" in text or " and " in text or post_then_name(text) is not None:
        return True
    if bullets or text.startswith("The "):
        return False
    return is_post(text) or (text[:1].isupper() and " " in text)
