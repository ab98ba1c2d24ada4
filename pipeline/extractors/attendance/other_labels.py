"""Labels in a list of people that no rule knows: "Farming: Ann Box" is a group of it, "Tea rota: Ann Box" is none."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.labels import OFFICERS, SECTOR, Label
from pipeline.extractors.attendance.listed import MEMBERS, SERVES, Block, is_away, names_ward
from pipeline.extractors.attendance.remarks import MAX_CAPACITY
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.standing import are_staff
from pipeline.extractors.names import is_post, read_name
from pipeline.rules.match import Matcher

OTHER_LABEL = re.compile(
    r"^(?![^:]*\b(?:[Mm]inutes|[Pp]roposed|[Ss]econded)\b|(?:[Aa]genda\s)?[Ii]tems?\s\d)"
    r"(?P<label>[A-Z][\w ’'/&().-]{1,45}?)\s*:(?:\s|$|(?=[A-Z][a-z]))"
)
_DASHED_LABEL = re.compile(r"^(?P<label>[A-Z][\w ’'/&-]{2,45}?)\s+[-–—](?:\s+|$)")
_AND = re.compile(r"and|also|plus", re.IGNORECASE)  # "AND: Ann Box, City Manager" below "PRESENT:"
_FOR = re.compile(r"(?:For|From|Representing|On behalf of)\s+[A-Z\w ’'&-]{3,40}:\s*$")
# What people are thanked for, sent or due to do says nothing of whether they came.
_NO_GROUP = re.compile(
    r".*\s(?:to|from|by|for|with|at|on|of)"
    r"|.*\b(?:rota|duty|duties|thank\w*|copie[sd]|copy|circulat\w*|condolences|birthdays?|congratulat\w*|welcome\w*"
    r"|refreshments|key\s?holders?|proxy|proxies|nomin\w+|elected|resign\w*|deceased|obituary|prizes?|winners?|vacanc\w+)\b.*",
    re.IGNORECASE,
)
# "Primary Heads", "Harbour Watch", "Community & Voluntary Sector": each word of weight has a capital
_OWN_NAME = re.compile(r"[A-Z][\w’'.()-]*(?:[\s/]+(?:[A-Z(][\w’'.()-]*|and|of|the|for|by|from|&))+")

# Whom the people of another body come to serve: "Moor Homes: Ann Box, Repairs Manager" below "Panel members: ..."
_MEMBERS = re.compile(rf"{MEMBERS.pattern}|(?:the\s+)?(?:panel|committee|board|council|forum)(?:\s+members)?", re.I)

_PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:ers|ors|ees|ants|ians|ists)")  # "Attenders", "Trustees"


def other_label(text: str, block: Block | None, matcher: Matcher, *, below: str) -> re.Match[str] | None:
    """The label that a row may open with; one with a dash has several people behind it, or another group above."""
    dashed = _DASHED_LABEL.match(text) if block is not None else None
    if block is None or dashed is None or is_post(dashed["label"]):
        return OTHER_LABEL.match(text)
    if read_name(dashed["label"]) is not None and not names_ward(dashed["label"]):
        return OTHER_LABEL.match(text)
    people = read_roll(text[dashed.end() :] or below, matcher).entries
    grouped = block.label.rule == "attendance-post"
    group = _is_group(dashed["label"], block, grouped=grouped) and len(people) > (0 if grouped else 1)
    return dashed if group else None  # "Moor Rovers – Ann Box" is somebody with the body that sends her


def label_of(other: re.Match[str], block: Block | None, matcher: Matcher, *, below: str = "") -> Label | None:
    """The label of the group that an unknown one opens in a list, or above the first; None where it opens none.

    Args:
        below: the line below it, where its people may begin.
    """
    words, behind = other["label"], other.string[other.end() :] or below
    status = block.label.status if block is not None else "present"
    if block is not None and status in ("present", "in_attendance") and _AND.fullmatch(words):
        return Label("in_attendance", None, "attendance-others")
    if block is not None and _FOR.match(other.string):
        if status == "present" and words.startswith("From") and are_staff(read_roll(below, matcher).entries):
            status = "in_attendance"  # "From Moor Homes:" / "Ann Box, Repairs Manager"
        return Label(status, None, "attendance-post")  # "For the Trust:" under "Members present:"
    grouped = block is not None and block.label.rule == "attendance-post"
    if not is_post(re.sub(r"\s*\([^()]*\)$", "", words)):  # "Independent Chair (non-voting)"
        listed = block is not None or SECTOR.search(words) is not None
        # "Other Interests:" alone, among "Farming: Ann Box": a group whose own labels follow.
        if not (grouped and not behind) and not (listed and all_people(behind, matcher)):
            return None
        if not _is_group(words, block, grouped=grouped):
            return None
    if block is not None and is_away(block) and SERVES.fullmatch(words.strip()):
        status = "in_attendance"
    theirs = block is not None and _MEMBERS.fullmatch(block.label.words) and SECTOR.search(words) is None
    if status == "present" and (OFFICERS.search(words) or (theirs and are_staff(read_roll(behind, matcher).entries))):
        status = "in_attendance"
    return Label(status, words, "attendance-post")


def _is_group(words: str, block: Block | None, *, grouped: bool) -> bool:
    """May people be listed under these words? One word may only where no names stand above it, or other groups do."""
    if SECTOR.search(words) or OFFICERS.search(words):
        return True
    if _NO_GROUP.fullmatch(words):
        return False
    named = _OWN_NAME.fullmatch(words) is not None or _PEOPLE.fullmatch(words) is not None
    return grouped or (block is not None and not block.rows) or named


def all_people(text: str, matcher: Matcher, *, longest: int = MAX_CAPACITY) -> bool:
    """Nothing but people: what stands behind "Independent Person:" in a list."""
    roll = read_roll(text, matcher)
    return bool(roll.entries) and roll.end >= len(text.rstrip(" .")) and len(text) < longest


LONGEST = 800  # letters of a list in one paragraph
_BESIDE = re.compile(r"[,;]\s*(?:and\s+)?[A-Z]")


def opens_posts(label: Label, text: str, matcher: Matcher) -> bool:
    """ "Chair: Ann Box (AB), Vice Chair: Sam Reed (SR), Di Hale": the label of one that opens a list of several."""
    if not label.alone or _BESIDE.search(text) is None or not all_people(text, matcher, longest=LONGEST):
        return False
    return len(read_roll(text, matcher).entries) > 2
