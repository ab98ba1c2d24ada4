"""Boards overseas: votes by initials and roll call, who sits on a board named by its own name, days month first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = "Oldmere Select Board\n\nMeeting Minutes\nMarch 11, 2025\n\n"
LIST = "Present: Ann Lund (AL), Ben Moss (BM), Cara Dunn (CD)\nAlso present: Hal Marsh (Town Clerk)\n\n"


def minutes_of(tmp_path: Path, business: str, people: str = LIST) -> str:
    opening = "1. Call to Order\n\nThe Chair called the meeting to order at 7:00 pm.\n\n2. Other business\n\n"
    return f"{HEAD}{people}{opening}{business}\n\n3. Adjournment\n\nThe meeting ended.\n"


@pytest.mark.parametrize(
    ("business", "told"),
    [
        ("AL moved to buy a plow. BM 2nd. Voted 3-0.", ["agreed"]),
        (
            "AL moved to buy a plow. BM 2nd. The following roll call vote was recorded: "
            "AL aye; BM aye; CD: aye. Voted 3-0.",
            ["agreed"],
        ),
        ("Ms. Lund moved to buy a plow. Mr. Moss seconded. Roll call: Lund, yes; Moss, yes; Dunn, yes.", ["agreed"]),
        ("Mr. Moss moved to table the plow until April. Ms. Dunn seconded. Voted 3-0.", ["deferred"]),
        (
            "Mr. Moss made a motion to adjourn, Ms. Dunn seconded it, and the meeting was unanimously adjourned.",
            ["agreed"],
        ),
        ("The Board signed a warrant of $3,412.80 and approved the payroll.", ["agreed"]),
        (
            "WHEREAS the dam has burst;\n\n"
            "THEREFORE BE IT RESOLVED THAT the Board draw $900 until such time as the aid is received;"
            "\n\nBE IT FURTHER RESOLVED THAT the sum be returned.\n\nCARRIED",
            ["agreed", "agreed"],
        ),
        # nobody voted for it, or nobody moved it
        ("Roll call: Lund, Moss and Dunn.", []),
        ("Voted 3-0.", []),
    ],
)
def test_votes(tmp_path: Path, business: str, told: list[str]) -> None:
    record = record_of(tmp_path, minutes_of(tmp_path, business))
    assert [decision.outcome for decision in record.decisions] == told


def test_who_moved_by_initials(tmp_path: Path) -> None:
    (decision,) = record_of(tmp_path, minutes_of(tmp_path, "AL moved to buy a plow. BM 2nd. Voted 3-0.")).decisions
    assert (decision.mover, decision.seconder) == ("AL", "BM")


@pytest.mark.parametrize(
    ("people", "present", "others"),
    [
        ("Select Board: Ann Lund, Ben Moss\nAttendees: Hal Marsh, Ida Reed\n\n", 2, 2),
        ("Planning Board: Ann Lund (Chair), Ben Moss. Staff: Hal Marsh, Planner\n\n", 2, 1),
        ("Present: Ann Lund, Ben Moss, Cara Dunn, Town Administrator Hal Marsh\n\n", 3, 1),
        ("Attending: Ann Lund (AL), Ben Moss (BM), Town Administrator Hal Marsh (HM)\n\n", 2, 1),
        ("Present: Ann Lund, Chair; Ben Moss; Cara Dunn; Ida Reed, Administrative Assistant\n\n", 3, 1),
        (
            "Present: Reeve Lund\n"
            "Councillors: Mosster, Dunnet & Reedham\nCAO: Hal Marsh\nAdditions to the Agenda:\nMill Hall\n\n",
            4,
            1,
        ),
    ],
)
def test_who_sits(tmp_path: Path, people: str, present: int, others: int) -> None:
    record = record_of(tmp_path, minutes_of(tmp_path, "The plow was discussed.", people))
    told = [person.status for person in record.attendance]
    assert (told.count("present"), told.count("in_attendance")) == (present, others)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The Clerk will post the warrant by 3/24.", "2025-03-24"),
        ("The Clerk will post the warrant by Mon. 3/17.", "2025-03-17"),
        ("The Clerk will bring quotes to the 3/25 meeting.", "2025-03-25"),
        ("The Clerk will post the warrant by 5 June.", "2025-06-05"),
    ],
)
def test_days(tmp_path: Path, sentence: str, day: str) -> None:
    (action,) = record_of(tmp_path, minutes_of(tmp_path, sentence)).actions
    assert str(action.due.date) == day


@pytest.mark.parametrize(
    ("business", "tasks"),
    [
        ("ACTION ITEM: Fill the chair: Moved, seconded and voted 3-0 to elect Ann Lund as chair.", []),
        ("ACTION: Moss moved to accept the bid; Dunn seconded. Motion passed 3-0.", []),
        ("ACTION ITEM: Clerk to post the bid.", [("Clerk to post the bid.", ["Hal Marsh"])]),
    ],
)
def test_action_that_is_a_motion(tmp_path: Path, business: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert owned(record_of(tmp_path, minutes_of(tmp_path, business))) == tasks
