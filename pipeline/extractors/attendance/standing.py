"""Whether somebody in a list of those present is a member, or in attendance: staff, guests, the public."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.extractors.attendance.entries import Entry
from pipeline.extractors.attendance.gather import CLERK, OF_BOARD, TRUSTEE
from pipeline.extractors.names import is_post
from pipeline.record import Status

_STAFF = re.compile(
    r"\b(?:officers?|directors?|managers?|chief\s+executive|C\.?E\.?O|head\s+of|solicitor|lawyer|engineer|administrator|planner|"
    r"accountant|surveyor|clerk|assistant|meetings|librarian|architect)\b(?!.*\b(?:member|councillor)\b)",
    re.IGNORECASE,
)
# Posts in the pay of a town in America, and no seat on a board.
_OF_TOWN = re.compile(
    r"(?:(?:deputy|assistant|acting|interim)\s+)?(?:(?:town|village|city|county|borough|township|municipal|conservation)\s+"
    r"(?:administrator|manager|attorney|solicitor|planner|engineer|agent|accountant)|C\.?A\.?O\.?|administrative\s+assistant|"
    r"chief\s+administrative\s+officer|recording\s+secretary|librarian|library\s+director|road\s+foreman|public\s+works\s+director)",
    re.IGNORECASE,
)
# Beside "Trustee Reed" and others: "Manager Ash", "Attorney Box".
_SEATS = frozenset(
    {"trustee", "councilman", "councilwoman", "council member", "councilmember", "selectman", "alderman"}
)
_BARE_POST = re.compile(
    r"manager|attorney|administrator|engineer|solicitor|planner|treasurer|(?:(?:village|town|city)\s)?clerk",
    re.IGNORECASE,
)
# Posts in somebody's pay beside members who have none
_PAID = re.compile(
    r"(?:(?:district|assistant|office)\s+)?(?:manager|controller|comptroller|engineer|attorney|administrator|solicitor|superintendent)",
    re.IGNORECASE,
)
GUEST = re.compile(
    r"^(?:(?:a|an|invited)\s+)?(?:guests?|observers?|observing|visitors?|(?:guest\s+)?speaker|members?\s+of\s+(?:the\s+)?(?:public|press)|"
    r"P[CS]{1,2}O|police|press|public(?!\s+(?:participation|health|service|affairs|realm|libraries|representative|member|governor))|residents?|parishioners?|(?:taking\s+)?(?:the\s+)?(?:minutes|notes)(?=\W*$)|minutes?[\s-]?(?:taker|secretary)|note[\s-]?taker|recording\s+secretary|in\s+attendance)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\bmember\W*$", re.IGNORECASE)  # "Public Member", "Hill End Member", "Board Member"
ELECTED = re.compile(r"\b(?:supervisor|trustee)s?\b", re.IGNORECASE)
BESIDE = 3  # members beside whom officials stand
_POLICE = frozenset({"pc", "pcso", "sgt", "inspector"})


def are_staff(entries: Sequence[Entry]) -> bool:
    """Most of them hold a post in somebody's pay."""
    return 2 * sum(_STAFF.search(entry.capacity or "") is not None for entry in entries) > len(entries)


_MINUTING = re.compile(r"\b(?:minutes|notes|(?:minute|note)[\s-]?taker|minuting)\b", re.IGNORECASE)
_MINUTES = re.compile(r"[(–-]\s*(?:taking\s+)?(?:the\s+)?(?:minutes|notes|(?:minute|note)[\s-]?taker)\b", re.IGNORECASE)


def takes_minutes(entry: Entry, behind: str, *, bodies: bool = False) -> bool:
    """ "Ann Box – Support Officer (minutes)" among members: on the staff, and there to write.

    Args:
        bodies: the list tells which body each comes from, so that who writes sits for none.
    """
    staff = _STAFF.search(entry.capacity or "") is not None and _MINUTING.search(behind) is not None
    return staff or (bodies and _MINUTES.search(behind) is not None)


def writes_for(told: str, body: str) -> bool:
    """ "Ann Box – notes" from a body, and in no post of this one: who takes the minutes is no member."""
    return bool(body) and not is_post(body) and _MINUTES.search(told) is not None


def come_from_bodies(capacities: Sequence[str | None]) -> bool:
    """Do most of a list's people have a body beside their names, and no post?"""
    return 2 * sum(bool(told) and not is_post(told or "") for told in capacities) > max(len(capacities), _FEW)


_FEW = 4  # people that are too few to show it


def standings(entries: Sequence[Entry], status: Status, *, titled: bool = False) -> list[Status]:
    """The status of each entry of a list, in order: its own, else the list's; of those present by who somebody is.

    Args:
        titled: the list's label is the members' title, "Councillors".
    """
    listed = _among_present(entries, titled=titled) if status == "present" else [status] * len(entries)
    return [entry.said or given for entry, given in zip(entries, listed, strict=True)]


def _among_present(entries: Sequence[Entry], *, titled: bool) -> list[Status]:
    """present or in_attendance for each entry of a list of those present."""
    councillors = [place for place, entry in enumerate(entries) if _is_councillor(entry)]
    clerks = [place for place, entry in enumerate(entries) if CLERK.search(entry.capacity or "")]
    if clerks and not councillors and (_is_township(entries) or _has_clerk_for_member(entries)):
        clerks = []  # "Supervisor A, Clerk B, Treasurer C, Trustee D": all of them were elected
    # "Councillors A, B and C, Clerk D, Mr E": behind the clerk of the members stand the others.
    led = bool(clerks) and clerks[0] > 0 and (titled or _opens_with_members(entries[: clerks[0]]))
    members_end = clerks[0] if led else len(entries)
    members_end = min(members_end, _seats_end(entries))
    elected = sum(any(title.casefold() in _SEATS for title in entry.name.titles) for entry in entries)
    board = sum(TRUSTEE.fullmatch(entry.capacity or "") is not None for entry in entries) >= BESIDE
    members = sum(not entry.capacity for entry in entries)
    # Where most speak for a body, the police are one of them.
    bodies = 2 * sum(bool(e.capacity) and not is_post(e.capacity or "") for e in entries) > len(entries)
    out: list[Status] = []
    for place, entry in enumerate(entries):
        capacity = entry.capacity or ""
        # Behind the members, or beside each of several in a column of officials.
        beside = len(councillors) >= BESIDE and place not in councillors and place > councillors[0]
        staff = bool(councillors) and (place > councillors[-1] or beside) and _STAFF.search(capacity)
        guest = GUEST.search(capacity) and not (bodies and capacity.startswith("Police"))
        apart = entry.guest or place in clerks or guest or staff or place > members_end
        town = _OF_TOWN.fullmatch(capacity) is not None and sum(not e.capacity for e in entries) >= BESIDE - 1
        town = town or (elected >= BESIDE and _BARE_POST.fullmatch(capacity) is not None)
        town = town or (members >= BESIDE and _PAID.fullmatch(capacity) is not None)
        town = town or (board and OF_BOARD.search(capacity) is not None)
        police = not bodies and any(title.casefold() in _POLICE for title in entry.name.titles)
        out.append("in_attendance" if apart or police or town else "present")
    return out


def _seats_end(entries: Sequence[Entry]) -> int:
    """The last whom the list calls a member, where it says so of several and of most behind them what else they are."""
    seats = [place for place, entry in enumerate(entries) if _SEAT.search(entry.capacity or "")]
    behind = entries[seats[-1] + 1 :] if len(seats) > BESIDE else []
    return seats[-1] if 2 * sum(bool(entry.capacity) for entry in behind) > len(behind) else len(entries)


def _is_township(entries: Sequence[Entry]) -> bool:
    """A board of a supervisor or trustees with a treasurer, as a township in America has."""
    posts = " ; ".join(" ".join((*entry.name.titles, entry.capacity or "")) for entry in entries)
    return ELECTED.search(posts) is not None and re.search(r"\btreasurer\b", posts, re.IGNORECASE) is not None


def _has_clerk_for_member(entries: Sequence[Entry]) -> bool:
    """A school board's "president", "vice president" and "clerk": the one of its members who signs."""
    return {"president", "vice president", "clerk"} <= {(entry.capacity or "").casefold() for entry in entries}


def _opens_with_members(entries: Sequence[Entry]) -> bool:
    """A title for all ("Councillors A, B and C"), or one for each, so that whoever has none later is no member."""
    each = len(entries) >= BESIDE and all(map(_is_councillor, entries))
    behind = itertools.dropwhile(lambda entry: _MAYOR.fullmatch(entry.capacity or ""), entries)
    return each or any(
        title.casefold().rstrip(".") in ("councillors", "cllrs", "ccllrs", "cclrs")
        for entry in itertools.islice(behind, 1)
        for title in entry.name.titles
    )


_MAYOR = re.compile(r"(?:the\s+)?(?:(?:town|deputy)\s+){0,2}mayor", re.IGNORECASE)


def _is_councillor(entry: Entry) -> bool:
    return any(
        re.match(r"(?:c?cllr|cclr|councillor|cyng|crs?$|clr|ald)", title, re.IGNORECASE) for title in entry.name.titles
    )
