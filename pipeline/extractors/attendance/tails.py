"""What stands behind a name in a list, up to the next sign: a post, a key, a mark of absence, in brackets or not."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.attendance.entries import Entry, placed
from pipeline.extractors.attendance.keys import KEY_AND_POST, key_in
from pipeline.extractors.attendance.pieces import closing, runs_on
from pipeline.extractors.attendance.remarks import away, away_behind, is_capacity, is_note, without_notes
from pipeline.initials import INITIALS, initials_fit
from pipeline.paper import fold
from pipeline.rules.match import Matcher

_DASH = re.compile(r"^\s*(?:[-–—‒:|=,/]+|_+)\s*")
_CLERK_AHEAD = re.compile(r"\s+(?:[A-Z][a-z]+\s){0,2}Clerk\s+(?:Mrs?|Ms|Miss|Dr)\b")
_PRESIDES = re.compile(r"in\s+the\s+chair\b", re.IGNORECASE)


def with_tail(entry: Entry, end: int, text: str, matcher: Matcher) -> Entry:
    """An entry with what stands behind its name up to the next separator."""
    capacity, initials = entry.capacity, entry.initials
    at = last = entry.end
    while at < end:
        rest = text[at:end]
        if found := re.match(r"\s*([(\[])", rest):
            close = closing(text, at + found.end() - 1)
            inside = text[at + found.end() : close].strip()
            if (both := KEY_AND_POST.match(inside)) and initials_fit(both["key"], entry.name.text):
                initials, inside = initials or both["key"], both["post"]
            if (mark := away(inside, matcher)) is not None:
                entry = replace(entry, said=mark)
            elif letters := key_in(inside, entry.name, spare=capacity is not None):
                initials = initials or letters
            elif not is_note(inside, matcher) and re.search(r"[A-Za-z]", inside):
                capacity = capacity or without_notes(fold(inside), matcher)
            at = last = min(close + 1, len(text))
            continue
        key = re.match(r"\s*([A-Z]{2,4}[a-z]{0,2})\b(?!\s?[a-z])", rest)
        if key and initials is None and initials_fit(key[1], entry.name.text):
            initials = key[1]
            at = last = at + key.end()
            continue
        if runs_on(rest):
            break  # "A. Marlow Clerk S. Reed"
        tail = _DASH.sub("", rest).strip(" .*_")
        if at + len(rest) == end and not entry.name.titles and _CLERK_AHEAD.match(rest + text[end : end + 12]):
            break  # "Councillors A. Marlow and S. Reed Clerk Mrs J. Gray"
        entry = replace(entry, said=away_behind(tail, matcher) or entry.said)
        bracket = re.search(r"\(([^()]+)\)$", tail)
        if bracket and INITIALS.fullmatch(bracket[1]) and initials_fit(bracket[1], entry.name.text):
            initials, tail = initials or bracket[1], tail[: bracket.start()].rstrip()  # "Ann Reed – Chair (AR)"
        if (mark := away(tail.strip(" ;"), matcher)) is not None:
            entry, last = replace(entry, said=mark), end  # "Ann Reed - absent"
        elif _PRESIDES.match(tail):
            capacity, last = capacity or "Chair", end
        elif is_capacity(tail, matcher):
            capacity, last = capacity or without_notes(fold(tail), matcher), end
        at = end
    return placed(replace(entry, end=last, capacity=capacity, initials=initials), text)
