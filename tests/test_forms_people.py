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


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (  # a page whose line ends are lost: each label stands in the midst of a line
            "Location: Library Attendees: Members - Present: Ann Box, Tom Ash, and Di Lund Members - Not "
            "Present: Kit Moor "
            "Others Present: Superintendent Joe Gray, Director of Works Sam Reed",
            [
                ("Ann Box", "present"),
                ("Tom Ash", "present"),
                ("Di Lund", "present"),
                ("Kit Moor", "absent"),
                ("Joe Gray", "in_attendance"),
                ("Sam Reed", "in_attendance"),
            ],
        ),
        (
            "PRESENT\n\nMembers:\n\nMayor Ann Box (Mayor)\n\nCouncillor Tom Ash\n\nOther Attendees:\n\n"
            "Chief Executive Officer (Dr Di Lund)\n\nDirector Roads and Works (Kit Moor)\n\nPolicy Officer (Joe Gray)",
            [
                ("Ann Box", "present"),
                ("Tom Ash", "present"),
                ("Di Lund", "in_attendance"),
                ("Kit Moor", "in_attendance"),
                ("Joe Gray", "in_attendance"),
            ],
        ),
        (
            "PRESENT\nCouncillors\nBox (Chairman), Ash, Lund and Moor\nNATIONAL ANTHEM\nOPENING PRAYER",
            [("Box", "present"), ("Ash", "present"), ("Lund", "present"), ("Moor", "present")],
        ),
        (
            "Present: Ann Box, Tom Ash.\n\nThe apologies and requests for leave of absence from Councillors "
            "Lund and Moor "
            "in respect of the meeting were accepted.",
            [("Ann Box", "present"), ("Tom Ash", "present"), ("Lund", "apologies"), ("Moor", "apologies")],
        ),
        (
            "Present were: Ann Box, Tom Ash. Also present <br /> was Di Lund, Acting Clerk <br /> Nothing else "
            "was said.",
            [("Ann Box", "present"), ("Tom Ash", "present"), ("Di Lund", "in_attendance")],
        ),
    ],
)
def test_who_came_by_lists_that_a_page_has_run_together(
    tmp_path: Path, words: str, people: list[tuple[str, str]]
) -> None:
    assert sorted(_people(record_of(tmp_path, f"{OPENING}{words}{CLOSING}"))) == sorted(people)


def test_bullets_that_titles_in_capitals_open(tmp_path: Path) -> None:
    text = (
        "PRESENT: Ann Box in the chair, Tom Ash and 11 electors.\n- APOLOGIES were received from Di Lund.\n"
        "- MATTERS ARISING - An update was given on the bridge.\n- CHAIRMAN’S REPORT - Ann Box read her report.\n"
        "- SPEED LIMITS were talked about at length.\n- There was no police report.\n"
    )
    titles = [item.title for item in record_of(tmp_path, text).items]
    assert titles == ["APOLOGIES", "MATTERS ARISING", "CHAIRMAN’S REPORT", "SPEED LIMITS"]


def test_a_site_that_counts_comments_numbers_no_items(tmp_path: Path) -> None:
    text = (
        "0\nDownload\n\nMinutes of Thornby Council held on 22 November 2022\n\nPRESENT\n\n"
        "Councillors Ann Box and Tom Ash.\n\n"
        "1 WELCOME\n\nThe Mayor opened the meeting.\n\n2 APOLOGIES\n\nNil\n\n3 MINUTES\n\nThe minutes were confirmed.\n"
    )
    titles = [("1", "WELCOME"), ("2", "APOLOGIES"), ("3", "MINUTES")]
    assert _items(record_of(tmp_path, text)) == titles


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("The minutes of March 5, 2022 were approved and the fair of June 8, 2022 was planned.", "2022-04-05"),
        ("The minutes of 5 March 2022 were approved and the fair of 8 June 2022 was planned.", "2022-05-04"),
        ("The minutes of March 5, 2022 were approved; the lease ends on 25/12/2022.", "2022-05-04"),
        ("The lease ends on 12/25/2022.", "2022-04-05"),
    ],
)
def test_the_month_goes_first_where_the_paper_writes_so(tmp_path: Path, said: str, day: str) -> None:
    text = f"Thornby Board Meeting 04/05/2022\n\nPresent: Ann Box, Tom Ash\n\n{said} Motion carried.\n"
    assert record_of(tmp_path, text).meeting.date == day


def test_minutes_below_their_agenda(tmp_path: Path) -> None:
    text = (
        "Thornby Village Meeting\n17 May 2022, 7 pm\n\nAgenda\n\n1. Introduction\n\n2. Apologies\n\nMinutes draft\n\n"
        "1. Introduction\n\nAnn Box opened the meeting; all were welcomed.\n\n2. Apologies\n\nNone were sent.\n"
    )
    assert record_of(tmp_path, text).kind == "minutes"


def test_a_board_called_to_order_has_minutes(tmp_path: Path) -> None:
    text = (
        "Thornby Senate\n\nProposed: November 17, 2022\n\nThe meeting was called to order by the chairman at 1 pm.\n\n"
        "1. Agenda - The agenda was adopted.\n\n2. New Business - There was none.\n\n"
        "The meeting was adjourned at 2 pm.\n"
    )
    record = record_of(tmp_path, text)
    assert (record.kind, record.meeting.body, record.meeting.date) == ("minutes", "Thornby Senate", None)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "Present. Councillors Box, Ash and Lund. Additionally P.C.S.O. Kit Moor and the Clerk.\n\n"
            "Apologies. Councillor Gray.",
            [
                ("Box", "present"),
                ("Ash", "present"),
                ("Lund", "present"),
                ("Kit Moor", "in_attendance"),
                ("Gray", "apologies"),
            ],
        ),
        (
            "Members answering roll call: President Box, Tom Ash, Di Lund and Kit Moor.",
            [("Box", "present"), ("Tom Ash", "present"), ("Di Lund", "present"), ("Kit Moor", "present")],
        ),
        (
            "Trustees present were: Box, Ash, and Lund.",
            [("Box", "present"), ("Ash", "present"), ("Lund", "present")],
        ),
    ],
)
def test_who_came_to_village_boards(tmp_path: Path, words: str, people: list[tuple[str, str]]) -> None:
    assert sorted(_people(record_of(tmp_path, f"{OPENING}{words}{CLOSING}"))) == sorted(people)


def test_numbers_of_a_minute_book_part_a_page_in_one_line(tmp_path: Path) -> None:
    said = (
        "It was noted that the gate had been mended and that the bill for it would be sent to the owner of the field. "
    )
    text = (
        "Thornby Parish Council\n\n1 (These minutes are published subject to approval) Thornby Parish Council "
        "Minutes of a "
        "Meeting of Thornby Parish Council held at 7.00pm on Monday 4 February 2022 at the Hall, Thornby Tho/285/21-22 "
        f"Present Members: Cllr A Box (Chairman), Cllr T Ash and Cllr D Lund. Tho/286/21-22 Apologies for "
        f"Absence {said * 4} "
        f"Tho/287/21-22 Bridges {said * 5} Tho/288/21-22 Roads {said}\n"
    )
    record = record_of(tmp_path, text)
    assert (record.kind, record.meeting.body, record.meeting.date) == (
        "minutes",
        "Thornby Parish Council",
        "2022-02-04",
    )
    assert _people(record) == [("A Box", "present"), ("T Ash", "present"), ("D Lund", "present")]
    numbers = ["Tho/285/21-22", "Tho/286/21-22", "Tho/287/21-22", "Tho/288/21-22"]
    assert [item.number for item in record.items] == numbers


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("HomeMy WebLinkAbout2022-05-07 Works Committee Minutes", "Works Committee"),
        ("Village of Thornby Board of Trustees met June 10.", "Village of Thornby Board of Trustees"),
        ("Ann Box, Secretary\nThe Thornby Club and Works Council\nMINUTES", "Thornby Club and Works Council"),
    ],
)
def test_what_stands_before_a_body_is_no_part_of_it(tmp_path: Path, head: str, body: str) -> None:
    text = f"{head}\nMay 7, 2022\n\nPresent: Ann Box, Tom Ash\n\nIt was agreed to mend the gate. The motion carried.\n"
    assert record_of(tmp_path, text).meeting.body == body


def test_topic_is_no_title_of_its_own(tmp_path: Path) -> None:
    text = (
        f"{OPENING}Present: Ann Box, Tom Ash\n\n1. Topic: Money:\n\n"
        f"The balance was read and it was agreed to pay the bill.\n\n"
        "2. Topic: Report from the Working Group on Roads and on the Bridges of the Northern Ward of Thornby:\n\n"
        f"The draft was handed round.{CLOSING}"
    )
    titles = [item.title for item in record_of(tmp_path, text).items]
    assert titles[1].startswith("Topic: Report from the Working Group")
