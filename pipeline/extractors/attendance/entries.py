"""The people of a list as they were read: a name each, with its post, its key and what the list says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from pipeline.extractors.given import is_known
from pipeline.extractors.names import Name, is_post
from pipeline.record import Status

COMMA = "‚"  # stands for a comma inside what is told of somebody, where a comma would part two people
JOINED = "\u2063"  # stands for the blank before an "and" there
_POSTS = re.compile(
    r"(?:\w+\s){0,3}(?:(?:[Cc]o-?|Vice[\s-]|Joint\s)?[Cc]hairs|Directors|Officers|Managers|Heads|Engineers|Executives|Auditors|Representatives)\b"
)


_OFFICES = ("Provost", "Reeve", "Bailie", "Pastor", "Minister")  # titles that say what somebody is
_IRISH = re.compile(r"(?:Leas-?)?(?:(?:Ard)?[Mm]haor|[Cc]h?athaoirleach|Mh?éara)\b")  # "Ardmhaor Tofa"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list; `start` and `end` are offsets in the list's text."""

    name: Name
    start: int
    end: int
    capacity: str | None = None
    initials: str | None = None
    guest: bool = False  # "... and guests Alex Marlow, Sam Reed"
    said: Status | None = None  # "Alex Marlow (absent)" in a list of everybody


@dataclass(frozen=True, slots=True)
class Roll:
    """The entries, and where the list ends in the text (before prose)."""

    entries: tuple[Entry, ...]
    end: int


def with_commas(entry: Entry) -> Entry:
    """An entry with the commas of its capacity as printed."""
    return replace(entry, capacity=entry.capacity.replace(COMMA, ",").replace(JOINED, " ")) if entry.capacity else entry


def with_office_ahead(entries: tuple[Entry, ...], text: str) -> tuple[Entry, ...]:
    """Who presided: "Ardmhaor, Councillor Ann Box" is one person, the words before the title what she is."""
    if len(entries) != 2:
        return entries
    office, holder = entries
    parted = text[office.end : holder.start].strip() in ("", ",", "–", "-")
    told = office.name.titles or office.capacity or holder.capacity or is_known(office.name.text.split()[0])
    words = office.name.text
    told = told or (" " in words and not is_post(words) and not _IRISH.match(words))  # two people
    if told or not holder.name.titles or not parted:
        return entries
    return (replace(holder, start=office.start, capacity=office.name.text),)


def held_office(name: Name) -> str:
    """The office that a title before a name says: "Provost Ann Box"; "" for "Cllr Box" and "Dr Box"."""
    return next((title for title in name.titles if title in _OFFICES), "")


def in_capitals(roll: Roll) -> Roll:
    """The same people, their names in the capitals in which the list has them."""
    return replace(
        roll, entries=tuple(replace(e, name=replace(e.name, text=e.name.text.upper())) for e in roll.entries)
    )


_BESIDE = re.compile(r"[\s,;(–—-]*\bin[\s-]attendance\b[^()]*\)?$", re.IGNORECASE)


def beside_members(post: str) -> str | None:
    """The post of somebody who is there and no member: "Chief Executive (in attendance, item 5)"; None of others."""
    told = _BESIDE.search(post)
    return None if told is None else post[: told.start()]


def _beside(entry: Entry) -> Entry:
    post = beside_members(entry.capacity or "")
    return entry if post is None else replace(entry, capacity=post or None, said=entry.said or "in_attendance")


# What is named by the place before it: "Overby District Council", "Overby Police"
_OF_PLACE = re.compile(
    r"(?:(?:District|Borough|County|City|Town|Parish|Community)\s+Council|Police|Constabulary|Fire\s|(?:Primary|High|Junior|Infant)s?\s+School)\b"
)
_PLACE = re.compile(
    r"(?P<name>\S+\s\S+)\s(?P<place>(?:(?:North|South|East|West|Great|Little|Upper|Lower|Mid|Old|New)\s)?[A-Z][a-z-]+)"
)


def placed(entry: Entry, text: str) -> Entry:
    """ "Ann Lee Overby District Council": who comes from a body, its place read with it and not with the name."""
    name, capacity = entry.name, entry.capacity or ""
    apart = re.search(rf"{re.escape(name.text)}\s+{re.escape(capacity)}", text[entry.start : entry.end]) is None
    found = None if apart or not _OF_PLACE.match(capacity) else _PLACE.fullmatch(name.text)
    if found is None:
        return entry
    return replace(entry, name=replace(name, text=found["name"]), capacity=f"{found['place']} {capacity}")


def shared(entries: list[Entry]) -> Iterator[Entry]:
    """Entries, a post in the plural given to the one before as well: "A. Marlow and S. Reed, Directors of Roads"."""
    entries = [_beside(entry) for entry in entries]
    for entry, behind in zip_longest(entries, entries[1:]):
        both = behind is not None and not entry.capacity and _POSTS.match(behind.capacity or "")
        yield replace(entry, capacity=behind.capacity) if both and behind is not None else entry


def is_heading(name: Name, entries: Sequence[Entry]) -> bool:
    """ "OPENING PRAYER" below people whose names are not in capitals."""
    names = [entry.name.text for entry in entries]
    capitals = name.full and name.text.isupper() and len(name.text) > 9
    return capitals and bool(names) and not any(map(str.isupper, names))


_GROUP = ("councillors", "cllrs", "members", "messrs", "crs", "commissioners", "trustees")


def in_group(entries: Sequence[Entry]) -> bool:
    """Did the last title of a list open a group: "Councillors Reed, Bell, Holt"?"""
    last = next((entry.name.titles[-1] for entry in reversed(entries) if entry.name.titles), "")
    return last.casefold() in _GROUP and not (entries[-1].capacity or "")


_THEIRS = re.compile(r"\s*[-–—(]\s*[A-Z][\w ’'&/-]{2,60}s\)?\s*$")


def share_post(last: Entry, sign: str, name: Name, words: str) -> bool:
    """ "Ann Reed and Jo Hale – Union Representatives", "Alex & Theo – Year 5", on a line: two people."""
    if sign != "and" or last.capacity:
        return False
    alone = not last.name.full and is_known(name.text.split()[0])
    return alone or (name.full and _THEIRS.match(words[name.end :]) is not None)
