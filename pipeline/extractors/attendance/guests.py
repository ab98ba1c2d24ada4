"""Who came while the meeting went on: "PCSO Box joined the meeting", "Councillor Ash arrived at 7.20"; witnesses."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.attendance.attending import named, said_there
from pipeline.extractors.attendance.blocks import people_of
from pipeline.extractors.attendance.flat_rows import with_flat_rows
from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.attendance.labels import Label, read_label
from pipeline.extractors.attendance.listed import Block, rows_of
from pipeline.extractors.names import read_name
from pipeline.found import FoundPerson
from pipeline.initials import same_person
from pipeline.paper import Paragraph, Section
from pipeline.rules.match import Matcher

# "Ann Box - Mill Trust" below "Witnesses:"
_PERSON_LINE = re.compile(r"[^.]{3,60}?(?:\s[-–—]\s|[,(]|$)")
_MEMBER = re.compile(r"\W*(?:Cllr|Councillor|Cr|Trustee|Ald|Council(?:man|woman|or|\s?member))\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:present|attend(?:ing|ance|ed))\b", re.IGNORECASE)
# "Apologies were received from Cllr Box." among the procedural matters, under no title of its own
_SENT = re.compile(
    r"\W*(?:Apologies|An?\s+apology)\s+(?:for\s+(?:absence|lateness)\s+)?(?:were|was|had\s+been|have\s+been)\s+"
    r"(?:received|submitted|given|intimated|tendered|reported|noted)\s+(?:from|by|on\s+behalf\s+of|for)\s+[A-Z]"
)


def add_guests(people: list[FoundPerson], section: Section, matcher: Matcher, *, named_above: bool) -> None:
    """Who joined during the meeting, by full name; of those already listed only who was away has come now.

    Args:
        named_above: the section is the list of who came: it has nobody new.
    """
    witnesses: Label | None = None
    told = [part for part in with_flat_rows(section) if isinstance(part, Paragraph)]
    for paragraph in (*((section.heading,) if section.heading is not None else ()), *told):
        if section.kind == "item" and _SENT.match(paragraph.text):
            sent = [person for group in said_there(paragraph, matcher) for person in group if person.status in AWAY]
            people += [new for new in sent if not any(same_person(new.name, old.name) for old in people)]
            continue
        if witnesses is not None and _PERSON_LINE.match(paragraph.text) and read_name(paragraph.text) is not None:
            group = people_of(Block(witnesses, rows_of(paragraph)), matcher)
            people += [new for new in group if not any(same_person(new.name, old.name) for old in people)]
            continue
        witnesses = _witnesses(paragraph, matcher) if not named_above else None
        if section.kind == "item" and (group := _beside_item(paragraph, matcher)):
            people += [new for new in group if not any(same_person(new.name, old.name) for old in people)]
            continue
        found = matcher.first("attendance", paragraph.text[:200], part="joined")
        if found is None:
            continue
        member = _MEMBER.match(paragraph.text[found.spans["people"][0] :])
        label = Label("present" if member else "in_attendance", None, found.rule.id)
        for person in named(paragraph, *found.spans["people"], label, matcher):
            known = [at for at, other in enumerate(people) if same_person(person.name, other.name)]
            if len(known) == 1 and people[known[0]].status in AWAY:  # "Absent: Cllr Box", who "arrived at 6:33"
                # Whoever the members' list misses is one of them, whatever the sentence calls them.
                guest = people[known[0]].evidence.rule == "attendance-other-council"
                status = label.status if guest else "present"
                people[known[0]] = replace(people[known[0]], status=status, evidence=person.evidence)
            elif " " in person.name and not known:
                people.append(person)


def _beside_item(paragraph: Paragraph, matcher: Matcher) -> list[FoundPerson]:
    """ "Officers present: Ann Box, Area Manager" in an item of business."""
    rows = rows_of(paragraph)
    label = read_label(rows[0].text, matcher, bare=False) if rows else None
    if label is None or label[0].status != "in_attendance" or not _THERE.search(label[0].words):
        return []
    row = replace(rows[0], text=rows[0].text[label[1] :].strip(), first=False)
    told = people_of(Block(label[0], [row, *rows[1:]]), matcher) if row.text else []
    return [person for person in told if " " in person.name]


def _witnesses(paragraph: Paragraph, matcher: Matcher) -> Label | None:
    """The label of those who came for one item: "Witnesses:" on a line of its own."""
    found = read_label(paragraph.text, matcher, bare=False) if paragraph.text.endswith(":") else None
    heard = found is not None and re.match(
        r"(?:expert\s+)?witness|(?:also\s+)?in attendance|attending|invited", found[0].words, re.I
    )
    return found[0] if found is not None and heard and not paragraph.text[found[1] :].strip() else None
