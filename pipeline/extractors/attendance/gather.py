"""All lists of a paper together: each person once, with the status that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.found import FoundPerson
from pipeline.initials import same_person, split_name

PRESIDED = "attendance-took-the-chair"
_IN_PASSING = (PRESIDED, "attendance-were-present")
_UNLESS_LISTED = ("attendance-in-attendance", "attendance-in-attendance-were")  # members, where no other list is
# who opened a meeting or came late is no list of who came
OPENED = ("attendance-called-to-order", "attendance-called-to-order-by", "attendance-joined")
_LED = (PRESIDED, "attendance-chaired-by", "attendance-post-in-the-chair")  # nor is who led it
_USERS = "attendance-residents"
GUESTS = "attendance-guests-were"  # stay guests in a list headed "In attendance" that turns out to be the members'
AWAY = ("apologies", "absent")
CLERK = re.compile(
    r"^(?:the\s+)?(?:(?:parish|town|acting|locum|temporary|interim|relief|deputy|assistant|community|village|burial|cemetery|minutes?|council|committee)\s+){0,2}clerk\b|"
    r"^(?:the\s+)?(?:RFO\b|responsible\s+financ\w+\s+officer)|\bminute[\s-]?taker\b|\bclerk to the\b",
    re.IGNORECASE,
)
_OTHER_COUNCIL = re.compile(
    r"(?:(?:County|Borough|District|City|Ward|Unitary|Division(?:al)?)(?:\s*(?:/|and|&)\s*)?){1,2}\s*(?:Cllr|Councillor|Cr)\b|Cynghorydd\s+Sir\b|(?:[A-Z]\w+\s){0,3}(?:County|District|Borough)\s+Council\W*$",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(r"\W*(?:and\s+)?(?:Cllrs?|Councill?ors?|Crs?)\b\.?")
_COUNCILLORS = re.compile(r"\W*(?:Cllrs|Councill?ors|Crs)\b")
_ALSO_WERE = "attendance-also-present-were"
_OFFICER = re.compile(r"\W*(?:Mr|Ms|Mrs|Miss|Dr)\b")
_SAME_ROW = 4  # points between the tops of words of one row
_MR = re.compile(r"\W*(?:and\s+)?(?:Mr|Dr)\b")
_CHAIR = re.compile(
    r"^(?:the\s+|an\s+)?(?:chair|chairman|chairperson|chairwoman|cathaoirleach|mayor|conven[eo]r)$", re.IGNORECASE
)


def merge(people: list[FoundPerson], group: Sequence[FoundPerson]) -> None:
    """Adds a list's people. Somebody named again fills a gap; apologies win over a list of those invited."""
    before = len(people)
    for person in group:
        same = [at for at, other in enumerate(people) if other.name == person.name]
        if any(_other_post(people[at], person) for at in same):
            people.append(person)
            continue
        same = same or [
            at for at, other in enumerate(people[:before]) if _may_be(other, person) or _by_key(other, person)
        ]
        if len(same) == 1:
            people[same[0]] = _both(people[same[0]], person)
        elif not same and not (person.evidence.rule in _IN_PASSING and _tells_no_more(people, person)):
            people.append(person)


def _by_key(old: FoundPerson, new: FoundPerson) -> bool:
    """ "JD" or "J.D." behind "Jo Dell (JD)": the paper's key says who that is."""
    return new.initials is not None and new.initials == old.initials and _LETTERS.fullmatch(new.name) is not None


_LETTERS = re.compile(r"(?:[A-Z]\.?\s?){2,4}")


def _tells_no_more(people: Sequence[FoundPerson], person: FoundPerson) -> bool:
    """Whether prose that names somebody in passing adds nobody to the lists read so far.

    So it is where it gives letters only, where nobody is listed yet, and where one of that surname is: the same
    person spelled otherwise.
    """
    if _LETTERS.fullmatch(person.name):
        return True
    family = split_name(person.name)[1].casefold()
    return not people or any(split_name(other.name)[1].casefold() == family for other in people)


def _may_be(old: FoundPerson, new: FoundPerson) -> bool:
    """Two spellings of one person; "Councillor Reed" among members and an officer "S. Reed" are two people."""
    if not same_person(old.name, new.name) or _other_post(old, new):
        return False
    partial = (" " in old.name) != (" " in new.name)
    presides = _CHAIR.match(new.capacity or "") is not None
    return not partial or presides or new.status in AWAY or old.status == new.status


def _other_post(old: FoundPerson, new: FoundPerson) -> bool:
    """ "Cllr. J. Reed" among the members and "Mr. J. Reed, Engineer" among the officers: two people of one name."""
    titled = _COUNCILLOR.match(old.evidence.quote) is not None and _OFFICER.match(new.evidence.quote) is not None
    post = bool(new.capacity) and not _CHAIR.match(new.capacity or "") and old.capacity != new.capacity
    return titled and post and old.status != "in_attendance" and new.status == "in_attendance"


def _both(old: FoundPerson, new: FoundPerson) -> FoundPerson:
    status, evidence = old.status, old.evidence
    if (new.status in AWAY and old.status not in AWAY) or (old.status, new.status) == ("absent", "apologies"):
        status, evidence = new.status, new.evidence
    elif new.capacity and _CHAIR.match(new.capacity) and old.status == "in_attendance":
        status = "present"
    name = new.name if len(new.name) > len(old.name) and " " not in old.name else old.name
    return FoundPerson(name, status, evidence, old.capacity or new.capacity, old.initials or new.initials)


def settled(people: list[FoundPerson], *, local: bool) -> list[FoundPerson]:
    """A paper with one list, headed "In attendance", means its members by it; who presides is a member.

    Args:
        local: a parish or town council's: councillors of a county or district are there as guests.
    """
    led = (*OPENED, *_LED, *_UNLESS_LISTED)
    only = not any(person.status == "present" and person.evidence.rule not in led for person in people)
    if all(_CHAIR.match(person.capacity or "") for person in people if person.status == "present"):
        people = [
            _beside_chair(person) for person in _of_councillors(people)
        ]  # "Present: the Chair. Also present: ..."
        if any(p.evidence.rule == _ALSO_WERE and _COUNCILLORS.match(p.evidence.quote) for p in people):
            people = [replace(p, status="present") if p.evidence.rule == _ALSO_WERE else p for p in people]
    people = [person for person in people if not _is_given_name(person, people)]
    if all(_CHAIR.match(person.capacity or "") for person in people if person.status == "present"):
        people = [replace(p, status="present") if p.evidence.rule == _USERS else p for p in people]  # beside "Staff:"
    board = sum(TRUSTEE.search(person.evidence.quote) is not None for person in people) >= _MEMBERS
    people = [
        replace(person, status="present") if _is_member(person, only=only, board=board) else person for person in people
    ]
    return [
        replace(person, status="in_attendance")
        if local and person.status == "present" and _of_other_council(person)
        else person
        for person in people
    ]


def beside_community(people: list[FoundPerson]) -> list[FoundPerson]:
    """Of a community council whose members have no title those from the first councillor on: the ward's, and guests."""
    present = [person for person in people if person.status == "present"]
    titled = [at for at, person in enumerate(present) if _COUNCILLOR.match(person.evidence.quote)]
    first = titled[0] if titled else 0
    if first < _MEMBERS or 2 * (len(present) - first) > len(present):
        return people
    rule = present[first].evidence.rule
    guests = [person for person in present[first:] if person.evidence.rule == rule]
    return [replace(person, status="in_attendance") if person in guests else person for person in people]


_MEMBERS = 3  # people without a title that make up such a council


# Statutory forums: the council of their place convenes them, and its people attend without a seat.
_FORUM = re.compile(r"\b(?P<place>[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,3}?(?:Schools?[’']?|Access)\sForum\b", re.IGNORECASE)


def beside_forum(people: list[FoundPerson], top: str) -> list[FoundPerson]:
    """The people of a schools or access forum, those of its own council as attending: "Sam Reed, Overby Council"."""
    found = _FORUM.search(top)
    place = re.escape(found["place"]) if found is not None else ""
    host = re.compile(rf"(?:[^,]+,\s)?{place}\b[^,]*\b(?:Council|Authority)\W*(?:\(|$)", re.IGNORECASE)
    sent = [p for p in people if place and p.status == "present" and host.match(p.capacity or "")]
    if 2 * len(sent) >= sum(person.status == "present" for person in people):
        return people
    return [replace(person, status="in_attendance") if person in sent else person for person in people]


TRUSTEE = re.compile(r"\bTrustee\b")
# Beside several of a school board's trustees
OF_BOARD = re.compile(
    r"\b(?:superintendent|secretary-treasurer|principal|director\s+of|(?:recording|minutes?)\s+secretary|executive\s+assistant|clerk)\b",
    re.IGNORECASE,
)


def _of_other_council(person: FoundPerson) -> bool:
    """ "District Councillor: Ann Box", "Sam Reed (County Council)" among a parish's."""
    return person.evidence.rule == "attendance-other-council" or bool(_OTHER_COUNCIL.match(person.capacity or ""))


def _is_given_name(person: FoundPerson, people: Sequence[FoundPerson]) -> bool:
    """ "Minutes taken by: Ann" beside a list in which one person is Ann."""
    if " " in person.name or person.status != "in_attendance":
        return False
    named = [p for p in people if " " in p.name and split_name(p.name)[0].split(" ")[0] == person.name]
    return len(named) == 1 and named[0].status == "present"


def _of_councillors(people: Sequence[FoundPerson]) -> list[FoundPerson]:
    """ "Also present: Cllrs A. Ash, Mrs B. Box and C. Carr, the Clerk": members all, as far as they stand in one line.

    Whoever has a post or a council ends them, and so does whoever has another title or stands in a line below.
    """
    out: list[FoundPerson] = []
    first: FoundPerson | None = None  # of the councillors
    for person in people:
        if person.evidence.rule == "attendance-others":
            other = person.capacity is not None or _OTHER_COUNCIL.match(person.evidence.quote) is not None
            if _COUNCILLORS.match(person.evidence.quote) is not None:
                first = person
            elif other or (first is not None and not _goes_on(first, person)):
                first = None
            person = replace(person, status="present") if first is not None and not other else person
        out.append(person)
    return out


def _goes_on(first: FoundPerson, person: FoundPerson) -> bool:
    """Does somebody stand in a councillor's line, and untitled or as a woman named in the same form?"""
    one, other = first.evidence, person.evidence
    beside = (one.page, one.block, one.line) == (other.page, other.block, other.line)
    beside = beside and (one.box is None or other.box is None or abs(one.box[1] - other.box[1]) < _SAME_ROW)
    alike = first.name.count(" ") == person.name.count(" ") and ("." in first.name) == ("." in person.name)
    return beside and not _MR.match(other.quote) and (alike or not _OFFICER.match(other.quote))


def _beside_chair(person: FoundPerson) -> FoundPerson:
    rule = person.evidence.rule
    also = rule == "attendance-others" and _COUNCILLOR.match(person.evidence.quote) is not None
    member = (also or rule == "attendance-other-members") and not _OTHER_COUNCIL.match(person.capacity or "")
    return replace(person, status="present") if member else person


def _is_member(person: FoundPerson, *, only: bool, board: bool) -> bool:
    capacity = person.capacity or ""
    listed = (
        only
        and not (board and OF_BOARD.search(capacity))
        and person.evidence.rule in _UNLESS_LISTED
        and not CLERK.search(capacity)
    )
    return person.status == "in_attendance" and (listed or _CHAIR.match(capacity) is not None)
