"""Who was there, what was on the agenda and which body met, as bodies that do not exist write it in a hundred ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of


def _people(record: Record) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in record.attendance]


def _items(record: Record) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record.items]


OPENING = "Regular Meeting Minutes\nMay 2, 2022\n\n"
CLOSING = "\n\nMotion by Box, seconded by Ash, to adjourn. Motion carried.\n"


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "The meeting was called to order at 7 pm. Members Ann Box, Tom Ash and Di Lund were present.",
            [("Ann Box", "present"), ("Tom Ash", "present"), ("Di Lund", "present")],
        ),
        (
            "In attendance were committee members Ann Box, Chair, Tom Ash, and Di Lund. Also in attendance was "
            "Kit Moor.",
            [("Ann Box", "present"), ("Tom Ash", "present"), ("Di Lund", "present"), ("Kit Moor", "in_attendance")],
        ),
        ("In attendance were (2): Ann Box and Tom Ash.", [("Ann Box", "present"), ("Tom Ash", "present")]),
        (
            "Members present: Ann Box, Tom Ash.\n\nVisitors included Di Lund (Roads) and Kit Moor (Works).",
            [
                ("Ann Box", "present"),
                ("Tom Ash", "present"),
                ("Di Lund", "in_attendance"),
                ("Kit Moor", "in_attendance"),
            ],
        ),
        (
            "Board members in attendance:\n\n• President – Ann Box\n• Vice President – Tom Ash\n"
            "• Treasurer – Di Lund (absent)\n• Additional households in attendance – 4",
            [("Ann Box", "present"), ("Tom Ash", "present"), ("Di Lund", "absent")],
        ),
        (
            "Present: Supervisor Ann Box, Clerk Tom Ash, Treasurer Di Lund, Trustees Kit Moor and Joe Gray.",
            [
                ("Ann Box", "present"),
                ("Tom Ash", "present"),
                ("Di Lund", "present"),
                ("Kit Moor", "present"),
                ("Joe Gray", "present"),
            ],
        ),
        (
            "* Meeting attendees: Ann, Tom, Di\n* Meeting started at: 20:15",
            [("Ann", "present"), ("Tom", "present"), ("Di", "present")],
        ),
    ],
)
def test_who_came(tmp_path: Path, words: str, people: list[tuple[str, str]]) -> None:
    assert sorted(_people(record_of(tmp_path, f"{OPENING}{words}{CLOSING}"))) == sorted(people)


def test_clerk_below_councillors_without_label(tmp_path: Path) -> None:
    text = (
        "Minutes of a meeting of Thornby Parish Council held on 28 March 2022\n\n"
        "Councillors A Box (Chairman) (AB), T Ash (TA) and D Lund (DL)\n\nParish Clerk and RFO K Moor\n\n"
        "1. Apologies\nNone were received.\n\n2. Planning\nIt was agreed to object.\n"
    )
    people = [("A Box", "present"), ("T Ash", "present"), ("D Lund", "present"), ("K Moor", "in_attendance")]
    assert _people(record_of(tmp_path, text)) == people


def test_clerk_label_behind_the_public(tmp_path: Path) -> None:
    text = (
        "Minutes of Thornby Parish Council meeting held on 8th May 2022\n\nPRESENT:     A Box, T Ash, D Lund\n\n"
        "7 members of the public\n\nCLERK:       K Moor\n\nAPOLOGIES:   J Gray\n\n"
        "1. Matters arising\nThere were none.\n\n"
        "2. Roads\nIt was agreed to write to the county.\n"
    )
    assert _people(record_of(tmp_path, text))[3:] == [("K Moor", "in_attendance"), ("J Gray", "apologies")]


def test_numbered_post_below_a_list_is_no_member(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Thornby Club Minutes\ndate: 2022-05-03\nattendees: Ann Box, Tom Ash\n---\n"
        "1. President:\n   * Winter Fair (2 slots)\n2. Treasurer:\n   * The balance was read.\n"
    )
    assert _people(record_of(tmp_path, text, "minutes.md")) == [("Ann Box", "present"), ("Tom Ash", "present")]


def test_labels_name_the_items(tmp_path: Path) -> None:
    text = (
        f"{OPENING}The meeting was called to order at 7 pm. Members Ann Box and Tom Ash were present.\n\n"
        "Minutes of April 4 were read and approved.\n\nAmbulance: Di Lund gave her report. There were no questions.\n\n"
        "Planning Commission: Kit Moor has given up the chair.\n\nCemetery: No report\n\n"
        "Supervisor: Dust on the roads was talked about at length.\n\n"
        "Clerk: The bills were read and it was moved to pay them."
        f"{CLOSING}"
    )
    titles = ["Ambulance", "Planning Commission", "Cemetery", "Supervisor", "Clerk"]
    assert _items(record_of(tmp_path, text)) == [("", title) for title in titles]


def test_labels_of_a_title_block_name_no_items(tmp_path: Path) -> None:
    text = (
        f"{OPENING}Scribe: Ann Box\n\nHost: The Old Mill\n\nTimekeeper: Tom Ash\n\nWeather: Fine\n\n"
        f"It was agreed to buy a new lamp for the hall.{CLOSING}"
    )
    assert _items(record_of(tmp_path, text)) == []


def test_a_list_below_one_heading_is_no_agenda(tmp_path: Path) -> None:
    text = (
        "BOARD OF DIRECTORS MEETING MINUTES\n\nApril 12, 2022\n\nCALL TO ORDER\n\n"
        "Ann Box called the meeting to order.\n\n"
        "OLD BUSINESS\n\nThe mowing was discussed and it was agreed to renew the contract.\n\nNEW BUSINESS\n\n"
        "The annual meeting was set for September.\n\nOWNER INPUT\n\n"
        "The Board discussed these topics with the owners:\n\n"
        "  1. Website\n  2. Hedges\n  3. Parking\n\nADJOURNMENT\n\nThe meeting was adjourned at 8 pm.\n"
    )
    titles = ["CALL TO ORDER", "OLD BUSINESS", "NEW BUSINESS", "OWNER INPUT", "ADJOURNMENT"]
    assert _items(record_of(tmp_path, text)) == [("", title) for title in titles]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Minutes of the Annual Parish Meeting held on 8th May 2022", "Annual Parish Meeting"),
        ("Thornby Annual Parish Meeting\n8th May 2022", "Thornby Annual Parish Meeting"),
        ("HDRC Meeting Minutes\nMay 8, 2022", "HDRC"),
        ("May 8, 2022\n\nThe Thornby Radio Club held its regular meeting on May 8, 2022.", "Thornby Radio Club"),
        ("Thornby Senate - May 8, 2022 Meeting", "Thornby Senate"),
        ("Minutes for the Zoom Meeting on May 8, 2022", None),
    ],
)
def test_which_body_met(tmp_path: Path, head: str, body: str | None) -> None:
    text = f"{head}\n\nPresent: Ann Box, Tom Ash\n\nIt was agreed to mend the gate. The motion carried.\n"
    assert record_of(tmp_path, text).meeting.body == body


def test_the_day_of_a_meeting_told_below_its_first_heading(tmp_path: Path) -> None:
    text = (
        "## Opening\n\nThe regular meeting of the Thornby Chess Club was called to order at 9 am on March 6, "
        "2022 by Ann Box.\n\n"
        "## New business\n\nIt was agreed to buy a board.\n\n## Adjournment\n\nThe meeting was adjourned.\n"
    )
    meeting = record_of(tmp_path, text, "minutes.md").meeting
    assert (meeting.body, meeting.date) == ("Thornby Chess Club", "2022-03-06")
