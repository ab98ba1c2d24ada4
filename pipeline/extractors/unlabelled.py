"""Lists of people without a label: at the top of minutes, a line each, with a post, key or mark behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from pipeline.extractors.entries import Entry
from pipeline.extractors.keys import has_key
from pipeline.extractors.names import Name, is_person, read_name
from pipeline.extractors.roll import read_roll
from pipeline.match import Matcher
from pipeline.paper import Line
from pipeline.record import Status

# "Cllrs Reed, Hale and Ash", or people with a post in brackets and commas between them
OF_PEOPLE = re.compile(
    r"(?:Councill?ors?|Cllrs?)\b|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}\s\([^)]{3,60}\),\s[A-Z]|[A-Z][\w’'-]+\s[A-Z][\w’'-]+,"
    r"|(?:(?:Mrs?|Ms|Miss|Dr)\.?\s(?:[A-Z]\.?\s?)*[A-Z][\w’'-]+,\s){2}"
)
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\(?\d{1,2}[.)])\s+")
_BEHIND = re.compile(r"\s*(?:[(\[]\s*[A-Z]|[,:]\s*[A-Z]|[-–—]\s*[A-Z])")
_PLACE = re.compile(r"^[A-Z][\w’' -]{2,30}?\s*[-–—:]\s+(?=(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Rev)\b)")
_KEYED = re.compile(
    r"(?P<first>[A-Z])[\w’'-]+ [(\[](?P=first)[A-Z]{1,2}[)\]]"
)  # "Sam (SR)": the paper's key for a given name
_OR = re.compile(r"\s*/\s*(?=[A-Z])")
_CONTACT = re.compile(r"@|\d{5}|\b(?:contact|enquiries|to|from|email|telephone|tel)\b\s*:|https?:", re.IGNORECASE)
_TURNED = re.compile(r"^(?P<family>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s*(?P<given>[A-Z][\w’'.-]*(?: [A-Z]\.?)?),\s*")
_MARK = re.compile(r"[,:–-]\s*(?P<mark>[A-Za-z]{1,10})\s*(?:\([^)]{0,30}\))?$")
_LIKE_ONE = re.compile(r"\W*[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s*[(,–-]")
FEWEST = 3  # lines; two names may be anything

Found = tuple[Line, str, Status, Entry]
"""A line with its text, and the person of it."""


def read_unlabelled(rows: Sequence[tuple[Line, str]], matcher: Matcher) -> list[Found]:
    """The people of the first run of lines that are people, each with what a list says of them."""
    run: list[Found] = []
    lines = 0
    for at, (line, text) in enumerate(rows):
        people = _people_of(line, text, matcher, open_run=lines > 0)
        if people:
            run += people
            lines += 1
        elif lines >= FEWEST:
            below = rows[at + 1 : at + 2]
            if not (_LIKE_ONE.match(text) and below and _people_of(*below[0], matcher, open_run=True)):
                break  # "Sam Board (Chair)" among people is one whose name is not known for one
        else:
            run, lines = [], 0
    return run if lines >= FEWEST else []


def _people_of(line: Line, text: str, matcher: Matcher, *, open_run: bool) -> list[Found]:
    plain = _BULLET.sub("", text)
    return list(_marked(line, text, plain, matcher)) or list(_listed(line, text, plain, matcher, open_run=open_run))


def names_only(text: str) -> bool:
    """A paragraph that is a row of whole names and nothing else: "Ann Reed, Ben Hale, Cy Ash and Di Lund"."""
    parts = [part.strip(" .") for part in re.split(r"[,;]|\s(?:and|&)\s", text) if part.strip(" .")]
    return len(parts) > FEWEST and all(map(is_person, parts))


def _listed(line: Line, text: str, plain: str, matcher: Matcher, *, open_run: bool) -> Iterator[Found]:
    """ "Alex Marlow (Chair)", "Cllr Reed", "Harrowdale - Mr A. Hale, Mrs B. Ash"."""
    if _CONTACT.search(plain) or len(plain) > 120:
        return
    place = _PLACE.match(plain)
    name = read_name(plain[place.end() :] if place else plain)
    alone = name is None and _KEYED.match(plain) is not None
    name = read_name(plain, surname=True) if alone else name
    if name is None or not (name.full or name.titles or alone):
        return
    rest = plain[(place.end() if place else 0) + name.end :]
    if (both := _OR.match(rest)) and (second := read_name(rest[both.end() :])) and not rest[both.end() + second.end :]:
        for one in (name, second):  # "Ann Reed / Ben Hale": who shares a seat
            yield line, text, "present", Entry(one, 0, len(plain))
        return
    if not (
        place or ((name.titles or open_run) and not rest.strip(" .,;")) or _BEHIND.match(rest) or has_key(name, plain)
    ):
        return
    roll = read_roll(plain[place.end() :] if place else plain, matcher, alone=alone)
    if roll.end < len((plain[place.end() :] if place else plain).rstrip()):
        return
    stands_for = place[0].strip(" -–—:") if place else None
    for entry in roll.entries:
        yield line, text, "present", replace(entry, capacity=entry.capacity or stands_for)


def _marked(line: Line, text: str, plain: str, matcher: Matcher) -> Iterator[Found]:
    """ "Marlow, Alex, present", "Sam Reed: absent"."""
    found = _MARK.search(plain)
    mark = matcher.first("attendance", found["mark"], part="mark") if found is not None else None
    if found is None or mark is None or len(found["mark"]) < 4:
        return
    turned = _TURNED.match(plain)
    name = Name(f"{turned['given']} {turned['family']}") if turned else read_name(plain)
    if name is None or (turned is None and plain[name.end : found.start()].strip()):
        return
    yield line, text, cast(Status, mark.get("status")), Entry(name, 0, len(plain))
