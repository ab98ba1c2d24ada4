"""Lists of people without a label: at the top of minutes, a line each, with a post, key or mark behind the name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from pipeline.extractors.attendance.blocks import people_of
from pipeline.extractors.attendance.entries import Entry
from pipeline.extractors.attendance.gather import merge
from pipeline.extractors.attendance.keys import has_key
from pipeline.extractors.attendance.labels import Label, read_label
from pipeline.extractors.attendance.listed import Block, Row, post_and_holder, rows_of
from pipeline.extractors.attendance.other_labels import OTHER_LABEL, all_people
from pipeline.extractors.attendance.pieces import post_then_name
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.standing import standings
from pipeline.extractors.given import is_sure
from pipeline.extractors.names import Name, is_person, is_post, read_name
from pipeline.found import FoundPerson
from pipeline.initials import same_person
from pipeline.paper import Line, Outline, Paragraph, evidence_of
from pipeline.record import Status
from pipeline.rules.match import Matcher

# "Cllrs Reed, Hale and Ash", or people with a post in brackets and commas between them
OF_PEOPLE = re.compile(
    r"(?:Councill?ors?|Cllrs?)\b|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}\s\([^)]{2,60}\)[,;]\s[A-Z]|[A-Z][\w’'-]+\s[A-Z][\w’'-]+,"
    r"|(?:(?:Mrs?|Ms|Miss|Dr)\.?\s(?:[A-Z]\.?\s?)*[A-Z][\w’'-]+(?:\s\([^)]{2,40}\))?[,;]+\s){2}"
    r"|(?:(?:Sir|Dame|Lady|Lord|Prof|Dr|Mrs?|Ms|Miss|Canon|Rev\w*)\b\.?\s[^;\n]{3,70};\s){2}"
)
_SHORT = re.compile(r"\b(?:Prof|Dr|Mrs?|Ms|Revd?|Cllr|Hon|St|[A-Z])\.$")  # a title or letter at a line's end
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\(?\d{1,2}[.)])\s+")
_BEHIND = re.compile(r"\s*(?:[(\[]\s*[A-Z]|[,:]\s*[A-Z]|[-–—]\s*[A-Z]|[–—-]\s[a-z]+(?:\s[a-z]+)?(?:\s*\(|$))")
_POST = re.compile(r"\s*\([^()]+\)$")  # "(Chair)" behind somebody in columns of people
_BEFORE_TITLE = re.compile(r"(?<![&/])\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Rev|Revd)\.?\s)")
_COUPLE = re.compile(r"\bMr\.?\s(?:&|and)\s(?=Mrs\b)")  # "Mr & Mrs Reed": one line of the list
_ASIDE = re.compile(r"\s*\([^()]+\)\W*")  # "(trustee)" behind somebody below others
_PLACE = re.compile(r"^[A-Z][\w’' -]{2,30}?\s*[-–—:]\s+(?=(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Rev)\b)")
_KEYED = re.compile(
    r"(?P<first>[A-Z])[\w’'-]+ [(\[](?P=first)[A-Z]{1,2}[)\]]"
)  # "Sam (SR)": the paper's key for a given name
_OR = re.compile(r"\s*/\s*(?=[A-Z])")
_CONTACT = re.compile(r"@|\d{5}|\b(?:contact|enquiries|to|from|email|telephone|tel)\b\s*:|https?:", re.IGNORECASE)
_TURNED = re.compile(r"^(?P<family>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s*(?P<given>[A-Z][\w’'.-]*(?: [A-Z]\.?)?),\s*")
_MARK = re.compile(r"[,:–-]\s*(?P<mark>[A-Za-z]{1,10})\s*(?:\([^)]{0,30}\))?$")
_LIKE_ONE = re.compile(r"\W*[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s*[(,–-]")
# "Calling of the roll", below which the names stand without a word
_ROLL = re.compile(r"\b(?:roll|sederunt|attendance|members\s+present)\b", re.IGNORECASE)
_LONGEST = 800  # letters of a list without a label in one paragraph
FEWEST = 3  # lines; two names may be anything

Found = tuple[Line, str, Status, Entry]
"""A line with its text, and the person of it."""


def with_unlabelled(people: list[FoundPerson], outline: Outline, matcher: Matcher) -> list[FoundPerson]:
    """Those of a list without label at the top of minutes that name nobody else as present, then the people found."""
    for section in outline.sections[:4]:
        if section.kind != "front" and not _ROLL.search(section.title):
            continue
        for at, part in enumerate(section.paragraphs):
            opened = _unlabelled_rows(part, matcher)
            above = read_label(section.paragraphs[at - 1].text, matcher, bare=False) if opened and at else None
            if opened and not (above is not None and above[0].stops):  # "Place:" above "Mill Rooms, Hill End"
                below = itertools.takewhile(lambda p: post_and_holder(p.text), section.paragraphs[at + 1 :])
                group: list[FoundPerson] = []
                for listed_rows in (opened, *map(rows_of, below)):
                    label = Label("present", None, "attendance-unlabelled")
                    merge(group, people_of(Block(label, listed_rows), matcher))
                if len(group) > 2:
                    merge(group, people)
                    return group
        rows = [row for part in section.paragraphs for row in rows_of(part)]
        if groups := _groups(rows, matcher):
            merge(groups, people)
            return groups
        listed = [
            FoundPerson(
                entry.name.text,
                standings([entry], status)[0],
                evidence_of((line,), line_text),
                entry.capacity,
                entry.initials,
            )
            for line, line_text, status, entry in read_unlabelled([(row.line, row.text) for row in rows], matcher)
        ]
        if listed:
            known = [p for p in people if not any(same_person(p.name, other.name) for other in listed)]
            return [*listed, *known]
    return people


# "Police – Supt A Reed, Bo Hale": the body that somebody comes from, and no person with a post
_LED = re.compile(r"(?P<label>[A-Z][\w ’'/&().-]{1,40}?)\s+[–—-]\s+(?=[A-Z])")
_SERVE = re.compile(r"(?:support|secretariat|administration|admin|servicing|facilitat\w+)(?:\s\w+)?", re.IGNORECASE)


def _groups(rows: Sequence[Row], matcher: Matcher) -> list[FoundPerson]:
    """The people of groups one below another: "Staff: Ann Box, Bo Holt" above "Employers: Cy Elm (Chair)"."""
    group: list[FoundPerson] = []
    told = 0
    for row in rows:
        led = _LED.match(row.text)
        found = OTHER_LABEL.match(row.text) or led
        behind = row.text[found.end() :] if found is not None else ""
        if found is led and led is not None and (_opens_with_one(led["label"]) or not _opens_with_one(behind)):
            continue  # "Ann Reed – Mill Lane"
        if (
            found is None
            or read_label(row.text, matcher, bare=True)
            or not all_people(behind, matcher, longest=_LONGEST)
        ):
            continue
        words = found["label"] if is_post(found["label"]) else None
        status: Status = "in_attendance" if _SERVE.fullmatch(found["label"]) else "present"
        told += 1
        people = people_of(Block(Label(status, words, "attendance-post"), [replace(row, text=behind)]), matcher)
        # Whom a body sends has its seat, whatever the post there.
        merge(group, [replace(one, status=status) for one in people] if found is led and words is None else people)
    return group if told > 1 and len(group) >= FEWEST else []


def _opens_with_one(text: str) -> bool:
    """Somebody opens it, by a title or a known given name; or the holder of a post does."""
    split = post_then_name(text.split(",")[0])
    name = read_name(text[split or 0 :])
    return name is not None and is_sure(name)


def _unlabelled_rows(part: Paragraph, matcher: Matcher) -> list[Row]:
    """The rows of a paragraph from the first that nothing but people follows: "Councillors A Reed and B Hale."."""
    rows = rows_of(part)
    stops = [n for n, row in enumerate(rows, 1) if row.text.endswith(".") and not _SHORT.search(row.text)]
    for at in range(len(rows)):
        listed = rows[at : next((stop for stop in stops if stop > at), len(rows))]
        text = part.text if not at and len(listed) == len(rows) else " ".join(one.text for one in listed)
        if names_only(text) or (OF_PEOPLE.match(text) and all_people(text, matcher, longest=_LONGEST)):
            return listed
    return []


def read_unlabelled(rows: Sequence[tuple[Line, str]], matcher: Matcher) -> list[Found]:
    """The people of the first run of lines that are people, each with what a list says of them."""
    run: list[Found] = []
    lines = 0
    for at, (line, text) in enumerate(rows):
        people = _people_of(line, text, matcher, open_run=lines > 0)
        if people:
            run += people
            lines += text.count("\t") + 1  # people in columns count as if they stood one below another
        elif lines >= FEWEST:
            below = rows[at + 1 : at + 2]
            if not (_LIKE_ONE.match(text) and below and _people_of(*below[0], matcher, open_run=True)):
                break  # "Sam Board (Chair)" among people is one whose name is not known for one
        else:
            run, lines = [], 0
    return run if lines >= FEWEST else []


def _people_of(line: Line, text: str, matcher: Matcher, *, open_run: bool) -> list[Found]:
    plain = _COUPLE.sub("", _BULLET.sub("", text))
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) == 1 and all(is_person(_POST.sub("", one)) for one in _BEFORE_TITLE.split(plain)):
        cells = _BEFORE_TITLE.split(plain)  # "Dr A Reed  Mr B Hale (Chair)": columns that lost their gap
    if len(cells) > 1 and all(is_person(_POST.sub("", cell)) for cell in cells):
        return [found for cell in cells for found in _listed(line, text, cell, matcher, open_run=True)]
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
        place
        or ((name.titles or open_run) and not rest.strip(" .,;"))
        or (open_run and _ASIDE.fullmatch(rest))
        or _BEHIND.match(rest)
        or has_key(name, plain)
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
