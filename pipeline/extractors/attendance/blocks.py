"""The people of the rows under one label, each with the status, post and place in the paper."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.attendance.answers import answered
from pipeline.extractors.attendance.entries import Entry, Roll, with_office_ahead
from pipeline.extractors.attendance.gather import CLERK, GUESTS
from pipeline.extractors.attendance.labels import SAYS, Label
from pipeline.extractors.attendance.listed import NOBODY_COMES, Block, Row
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.signed import is_legend
from pipeline.extractors.attendance.standing import come_from_bodies, standings, takes_minutes
from pipeline.extractors.attendance.strays import without_strays
from pipeline.extractors.owners import is_role
from pipeline.found import FoundPerson
from pipeline.paper import Line, evidence_of, fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

_WERE_THERE = re.compile(
    r"\s(?:was|were)\s(?:all\s)?(?:present|in attendance)\W*$"
)  # "Attending: A and B were present."
# "Chair: Ann Reed; Treasurer: Jo Hale; Secretary: Di Lund", in one line
_POSTS = re.compile(
    r"[A-Z][\w’'.-]+\s?[;,]\s(?:[A-Z][\w-]*\s){0,2}(?i:treasurer|secretary|clerk|vice[\s-]chair\w*|minutes|president):\s[A-Z]"
)
_OFFICE = re.compile(r"secretariat|(?:county|borough|district|city)\s(?:cllr|councillor)", re.IGNORECASE)
# "Here: Ann, Rosa", "Sorry: Tom"
_SAYS_PLAINLY = re.compile(
    r"\b(?:t?here|came|come|sorry|late|heard|away|missing|missed|unable|could\s?n[o’']?t|couldn[’']t|on\s+(?:holiday|leave|the\s+call)|joined|joining)\b",
    re.IGNORECASE,
)
PRESIDES = "attendance-in-the-chair"
# A club's officers are members of its committee, whose chair is one of them.
_OFFICERS = re.compile(r"(?:the\s+)?officers(?:\s+(?:present|attending))?", re.IGNORECASE)
_LEADS = re.compile(r"(?:chair(?:man|woman|person)?|president|commodore|captain)\b", re.IGNORECASE)
_BY_SURNAME = re.compile(r"(?:the\s+)?(?:councill?ors|commissioners|senators|aldermen)", re.IGNORECASE)


def people_of(block: Block, matcher: Matcher) -> list[FoundPerson]:
    """The people of the rows under a label."""
    block = replace(
        block,
        rows=without_strays([row for row in block.rows if not (is_legend(row.text) or NOBODY_COMES.search(row.text))]),
    )
    one = len(block.rows) > 1 and sum(row.first for row in block.rows) <= 1  # a bullet that runs on names several
    bullets = all(row.bullet for row in block.rows) and not one
    parts = [" " * (bullets and not row.first) or "\n" for row in block.rows]  # a bullet's lines run on
    text = _WERE_THERE.sub("", "".join(part + row.text for part, row in zip(parts, block.rows, strict=True))[1:])
    words = block.label.words
    titled = _BY_SURNAME.fullmatch(words) is not None
    alone = any(by.search(words) for by in (SAYS, _SAYS_PLAINLY)) or titled
    alone = alone or block.label.same
    boxes = bool(block.rows) and all(row.ticked is not None for row in block.rows)
    answers = answered(text, matcher)
    roll = (
        Roll(tuple(answers), len(text))
        if answers
        else read_roll(text, matcher, alone=alone, bullets=bullets, boxes=boxes)
    )
    told = text[: roll.end].rstrip().endswith(".")  # "Guests: Ann Box. The Chair welcomed her."
    if not SAYS.search(block.label.words) and roll.end < 0.5 * len(text) and not told:
        return []  # "Trustees" heads a text about them
    entries = roll.entries[:1] if block.label.alone and not _POSTS.search(text) else roll.entries
    entries = with_office_ahead(entries, text) if block.label.rule == PRESIDES else entries
    ends = [*(entry.start for entry in entries[1:]), len(text)]
    bodies = come_from_bodies([entry.capacity for entry in entries])
    entries = tuple(
        replace(one, guest=one.guest or takes_minutes(one, text[one.start : end].split("\n")[0], bodies=bodies))
        for one, end in zip(entries, ends, strict=False)
    )
    led = _OFFICERS.fullmatch(words.strip()) is not None and any(_LEADS.match(e.capacity or "") for e in entries)
    stand = standings(entries, "present" if answers or led else block.label.status, titled=titled)
    labels = itertools.chain([block.label], itertools.repeat(block.label.for_others))
    people = zip(entries, stand, labels, strict=False)
    return [_person(entry, status, text, block.rows, label) for entry, status, label in people]


def _person(entry: Entry, status: Status, text: str, rows: Sequence[Row], label: Label) -> FoundPerson:
    lines: list[Line] = []
    at = 0
    for row in rows:
        if at < entry.end and at + len(row.text) > entry.start:
            lines.append(row.line)
            if row.ticked is False and entry.said is None and any(other.ticked for other in rows):
                status = "absent"  # "[ ] Ann Box" below "[x] Cal Elm"
        at += len(row.text) + 1
    own = entry.capacity if not label.capacity or is_role(entry.capacity or "") else None
    # "Ann Box (AB) – Mill Trust"; "Fire Chief, (Ms. A. Box)"
    own = own.lstrip("–—- ").rstrip(" ,;") or None if own else None
    capacity = own or label.capacity or (label.words.strip() if _OFFICE.fullmatch(label.words.strip()) else None)
    if status == "present" and entry.capacity is None and CLERK.search(capacity or ""):
        status = "in_attendance"
    rule = GUESTS if entry.guest and label.status == "in_attendance" else label.rule
    evidence = evidence_of(tuple(lines), fold(text[entry.start : entry.end]).strip(" ,;*_"), rule=rule)
    return FoundPerson(entry.name.text, status, evidence, capacity, entry.initials)
