"""Papers of bodies that do not exist, as associations, library boards and project committees overseas write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import owned, record_of


def _record(folder: Path, text: str, name: str = "minutes.md") -> Record:
    return record_of(folder, text, name)


HEAD = """# Mill Lane Board

Minutes of the meeting held on 5 May 2021

Present: Wendy Lund, Cindy Ash, Rick Box (Treasurer), Jane Reed (Chair)

## Fees

"""


@pytest.mark.parametrize(
    ("said", "tasks"),
    [
        (
            "Cindy will mend the hose and then Wendy will weed the bed.",
            [("Cindy will mend the hose", ["Cindy Ash"]), ("Wendy will weed the bed.", ["Wendy Lund"])],
        ),
        (
            "Jane will let the crew know the date and will send the list out.",
            [("Jane will let the crew know the date and will send the list out.", ["Jane Reed"])],
        ),
        (
            "The lease was read and Rick will come to the next meeting with a price.",
            [("The lease was read and Rick will come to the next meeting with a price.", ["Rick Box"])],
        ),
        (
            "Wendy, Cindy & Ottilie will be looking at colours.",
            [("Wendy, Cindy & Ottilie will be looking at colours.", ["Wendy Lund", "Cindy Ash", "Ottilie"])],
        ),
        (
            "The property manager is to meet with the plumber.",
            [("The property manager is to meet with the plumber.", ["property manager"])],
        ),
        (
            "Cindy was given a list of names, which she will follow up on.",
            [("Cindy was given a list of names, which she will follow up on.", ["Cindy Ash"])],
        ),
        (
            "Ottilie Marsh and Jane volunteered to head this up.",
            [("Ottilie Marsh and Jane volunteered to head this up.", ["Ottilie Marsh", "Jane Reed"])],
        ),
        (
            "ACTION: Cindy will Put the fair into the calendar.",
            [("Cindy will Put the fair into the calendar.", ["Cindy Ash"])],
        ),
        (
            "- Keys are lost, still need to follow up with the agent.",
            [("Keys are lost, still need to follow up with the agent.", [])],
        ),
        ("- Will also check with the bank.", [("Will also check with the bank.", [])]),
        ("Rick was asked for an update on the fees.", []),
        ("- @zoe-lund will open an issue.", [("@zoe-lund will open an issue.", ["@zoe-lund"])]),
        (
            "Issues will be created for each of these. (Rick).",
            [("Issues will be created for each of these.", ["Rick Box"])],
        ),
        ("Senators are asked to send Rick any ideas.", [("Senators are asked to send Rick any ideas.", ["Senators"])]),
        (
            "Action 01/090512: Agreed that Rick would speak to the mayor.",
            [("Agreed that Rick would speak to the mayor.", ["Rick Box"])],
        ),
        ("- Decided to continue to make the bows instead of buying them.", []),
        ("Motion: Rick moved that the Mill Lane Board adjourn.", []),
        ("Waiting for the plans to be drawn so that bids may be sought.", []),
        ("The Board continues to believe paper copies should be sent to all.", []),
        ("The insurer asked Low Builders to check the braces, and this work was done on 3 May.", []),
    ],
)
def test_who_takes_on_what(tmp_path: Path, said: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert owned(_record(tmp_path, HEAD + said + "\n")) == tasks


def test_labels_on_lines_of_their_own_in_one_paragraph(tmp_path: Path) -> None:
    text = HEAD + "**Action:** Jane and Rick will ask Zoe to speak.\n**Action item:** Book the hall - Cindy\n"
    assert owned(_record(tmp_path, text)) == [
        ("Jane and Rick will ask Zoe to speak.", ["Jane Reed", "Rick Box"]),
        ("Book the hall", ["Cindy Ash"]),
    ]


def test_a_purpose_behind_a_dash_is_no_owner(tmp_path: Path) -> None:
    assert owned(_record(tmp_path, HEAD + "Action: Print the pack - For review\n")) == [
        ("Print the pack - For review", [])
    ]


def test_a_line_below_a_short_bullet_is_no_more_of_it(tmp_path: Path) -> None:
    text = """Mill Lane Library Trustees
Minutes of the meeting on 5 May 2021
Present: Wendy Lund, Cindy Ash, Rick Box
Approval of April minutes
- Rick motioned to approve, Cindy seconded; motion carried
Approval of the budget report
- Cindy motioned to approve, Rick seconded; motion carried
Librarian's report
The librarian told the trustees at some length of the summer's reading club, of the new shelves and of the damp wall.
"""
    texts = [decision.text for decision in _record(tmp_path, text, "minutes.txt").decisions]
    assert texts == [
        "Rick motioned to approve, Cindy seconded; motion carried",
        "Cindy motioned to approve, Rick seconded; motion carried",
    ]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The Board unanimously approved minutes from the April meeting.", "agreed"),
        ("Board voted four to one in favor of the new shed.", "agreed"),
        ("A motion to approve the report was made by Rick, seconded by Jane. Voting was unanimous in favor.", "agreed"),
        ("The MLB approved the report on fees.", "agreed"),
        ("Rick suggested deferring the vote to June. Seconded by Jane, passed by unanimous consent.", "deferred"),
        ("Jane proposes that we move to stage 2. No objections on the call to this landing.", "agreed"),
    ],
)
def test_ways_to_decide(tmp_path: Path, said: str, outcome: str) -> None:
    (decision,) = _record(tmp_path, HEAD + said + "\n").decisions
    assert decision.outcome == outcome


def test_who_was_there_when_the_meeting_was_called_to_order(tmp_path: Path) -> None:
    text = (
        "# Minutes of the Mill Lane Board, 5 May 2021\n\n"
        "Meeting called to order at 7:40 pm with Wendy (Win) Lund, Rick Box, and Jane Reed in attendance.\n"
    )
    assert [p.name for p in _record(tmp_path, text).attendance] == ["Wendy Lund", "Rick Box", "Jane Reed"]


def test_what_became_of_a_task_stands_below_it(tmp_path: Path) -> None:
    text = HEAD + "Cindy will mend the board at the gate\n\nIn-progress\n\nRick will price the hose\n\nOngoing.\n"
    actions = _record(tmp_path, text).actions
    assert [(a.task, a.carried, a.progress) for a in actions] == [
        ("Cindy will mend the board at the gate", True, "In-progress"),
        ("Rick will price the hose", True, "Ongoing."),
    ]


def test_minutes_named_by_body_and_day(tmp_path: Path) -> None:
    text = """Mill Lane Neighborhood Association Minutes October 3, 2013

1. Roll Call
The meeting was held at the home of Jane Reed.
2. Treasurer's Report
Jane gave a report of the dues. A fuller report will be sent to the Board before the next meeting.
"""
    record = _record(tmp_path, text, "october.txt")
    assert (record.kind, record.meeting.date) == ("minutes", "2013-10-03")


def test_a_day_in_another_month_is_not_the_meetings(tmp_path: Path) -> None:
    text = (
        "# Mill Lane Board\n\nOctober 2010 Meeting Minutes\n\n"
        "The fair is on Saturday, April 23.\n\nJane will book a band.\n"
    )
    assert _record(tmp_path, text, "fair.md").meeting.date == "2010-10"


@pytest.mark.parametrize(
    "said", ["Note: These minutes have not been approved by the Board yet.", "No new directors were elected."]
)
def test_what_was_not_done_decides_nothing(tmp_path: Path, said: str) -> None:
    assert not _record(tmp_path, HEAD + said + "\n").decisions


@pytest.mark.parametrize(
    "top",
    [
        "## 2024-06-03 Members' Evening\n\nMinutes recorded by: **Ann Lund**\n",
        "## 2024-06-03 Members' Evening\n\n**12** Members in attendance: **Ann, Bo, Cal**\n",
        "Our society's yearly meeting took place in the mill on Monday June 3rd, 2024. Below are the minutes:\n",
    ],
)
def test_notes_without_a_title_are_minutes(tmp_path: Path, top: str) -> None:
    text = top + "\n- Ann said that the lathe is worn. She is going to price a belt.\n"
    record = _record(tmp_path, text, "notes.md")
    assert record.kind == "minutes"
    assert [action.task for action in record.actions] == ["She is going to price a belt."]


def test_who_speaks_is_known_without_a_list(tmp_path: Path) -> None:
    text = (
        "# Minutes of the Fair Group, 5 May 2021\n\n"
        "Ottilie reported on the band. The tent is old. Ottilie will lime the pitch.\n"
    )
    assert owned(_record(tmp_path, text)) == [("Ottilie will lime the pitch.", ["Ottilie"])]


def test_a_blank_inside_a_name(tmp_path: Path) -> None:
    text = (
        "Minutes of the Mill Lane Board, 5 May 2021\n\nAttendance: Ann Lund, Bo O’ Hara and Cal O’ Dowd.\n"
        "\n1. Fees\nBo will ask.\n"
    )
    names = [person.name for person in _record(tmp_path, text, "board.txt").attendance]
    assert names == ["Ann Lund", "Bo O’ Hara", "Cal O’ Dowd"]


def test_a_day_above_the_title_is_the_meetings(tmp_path: Path) -> None:
    text = (
        "August 28, 2017\nMill Lane PTO Minutes\n"
        "- The next meeting will be held on October 16.\n- Ann Lund will bake.\n"
    )
    assert _record(tmp_path, text, "pto.md").meeting.date == "2017-08-28"


COUNCIL = """RURAL MUNICIPALITY OF MILL LAKE
Minutes of the Regular Meeting of Council held on May 11th, 2022
Present: Reeve Lund, Councillors: Ash, Birch & Cole, C.A.O.: Dora Elm

1. Roads
Moved By: Ash
Seconded By: Birch
WHEREAS the flood has cut the grid road and the cost of its repair is more than the budget of this year allows;
THEREFORE BE IT RESOLVED THAT the Council does hereby authorize the withdrawal of $900.00 from the road reserve;
BE IT FURTHER RESOLVED THAT the same sum shall be returned to the reserve.
CARRIED.
2. Trucks
BE IT RESOLVED THAT Council hereby approve the purchase of a truck;
AND THAT the CAO be authorized to sign for the Municipality.
CARRIED.
"""


def test_each_limb_of_a_resolution_stands_alone(tmp_path: Path) -> None:
    record = _record(tmp_path, COUNCIL, "council.txt")
    assert [decision.text.split(" ")[:3] for decision in record.decisions] == [
        ["BE", "IT", "RESOLVED"],
        ["RESOLVED", "THAT", "the"],
        ["BE", "IT", "RESOLVED"],
        ["AND", "THAT", "the"],
    ]
    assert [p.name for p in record.attendance][:4] == ["Lund", "Ash", "Birch", "Cole"]


def test_what_a_motion_has_an_officer_do(tmp_path: Path) -> None:
    said = "Moved by Rick, seconded by Jane, that the pipe be laid and that the CAO notify Low Energy. Carried."
    assert [(a.owners[0].name) for a in _record(tmp_path, HEAD + said + "\n").actions] == ["CAO"]


def test_a_task_of_a_list_that_has_parts(tmp_path: Path) -> None:
    text = HEAD.replace("## Fees", "## Action items") + "- Wendy to book the rooms:\n    - Hall for the fair\n"
    assert owned(_record(tmp_path, text))[0] == ("Wendy to book the rooms:", ["Wendy Lund"])


def test_people_named_by_their_handles(tmp_path: Path) -> None:
    text = (
        "# Mill call, 5 May 2021\n\n**Notetaker:** @BoElm\n**Attendees**\n- @zoe-lund\n- @BoElm\n\n"
        "## Notes\n\n- Docs\n  - @boelm will mend the docs\n"
    )
    record = _record(tmp_path, text, "call.md")
    assert [person.name for person in record.attendance] == ["@zoe-lund", "@BoElm"]
    assert owned(record) == [("@boelm will mend the docs", ["@BoElm"])]


def test_radio_amateurs_by_their_call_signs(tmp_path: Path) -> None:
    text = (
        "Mill Lane Radio Club\nMinutes of the meeting on 29 October 2022\n\n"
        "Present: Ann G4XYZ, Bob G0ABC, Cal M1AB, Dee W1AB\n\n"
        "1. Fair\nThe fair is in May.\n2. Mail\nBob will send out an email.\n"
    )
    record = _record(tmp_path, text, "radio.txt")
    assert [person.name for person in record.attendance] == ["Ann", "Bob", "Cal", "Dee"]
    assert owned(record) == [("Bob will send out an email.", ["Bob"])]


def test_lines_longer_than_anybody_wraps_at_are_paragraphs(tmp_path: Path) -> None:
    long = (
        "The garden was spoken of at some length, with its beds and its paths and the shed that leans into the lane, "
    )
    text = (
        "Mill Lane Garden Club\nMinutes of the meeting on 29 October 2022\nPresent: Ann Lund, Bob Elm\nOld business\n"
        f"{long}and of the gate, which was thought by most of those who came to be past mending\nNew business\n"
        f"{long}and a price for the roof was read by the treasurer to all of those who came to hear it\n"
        "Bob will ask the roofer.\n"
    )
    assert owned(_record(tmp_path, text, "garden.txt")) == [("Bob will ask the roofer.", ["Bob Elm"])]


@pytest.mark.parametrize(("verdict", "outcome"), [("Motion Carried", "agreed"), ("Motion Failed", "refused")])
def test_a_verdict_in_a_line_below_who_moved(tmp_path: Path, verdict: str, outcome: str) -> None:
    text = HEAD + f"That rule 4 be replaced.\n\nMoved by Rick Box, Seconded by Jane Reed\n\n{verdict}\n"
    (decision,) = _record(tmp_path, text).decisions
    assert (decision.outcome, decision.mover, decision.seconder) == (outcome, "Rick Box", "Jane Reed")


def test_a_count_of_votes_is_no_item(tmp_path: Path) -> None:
    text = """Mill Lane Board
Minutes of the meeting on 5 May 2021
Present: Ann Lund, Bo Elm

1. Apologies
None.
2. Fees
It was agreed to keep the fees.
3. Rules
“That rule 4 be replaced.”
Moved by Bo Elm, Seconded by Ann Lund
1 in favour
4 opposed
Motion Failed
"""
    record = _record(tmp_path, text, "board.txt")
    assert [item.number for item in record.items] == ["1", "2", "3"]
    assert [decision.outcome for decision in record.decisions] == ["agreed", "refused"]


def test_the_excused_and_the_staff_behind_the_members(tmp_path: Path) -> None:
    text = """PLANNING COMMISSION MINUTES
MAY 5, 2021

The meeting of the Mill Lake Planning Commission was called to order at 7:30 o'clock P.M.

The following members were present: Lund, Ash, Elm. Commissioners Birch and Cole were excused. Also present were
Engineer Dora Holt and Planner Kit Reed.
"""
    record = _record(tmp_path, text, "planning.txt")
    assert record.meeting.start == "19:30"
    assert {person.name: person.status for person in record.attendance} == {
        "Lund": "present",
        "Ash": "present",
        "Elm": "present",
        "Birch": "apologies",
        "Cole": "apologies",
        "Dora Holt": "in_attendance",
        "Kit Reed": "in_attendance",
    }


def test_members_by_their_office_answer_the_roll(tmp_path: Path) -> None:
    text = """Mill Lake Planning Commission
Minutes of May 5, 2021

1. ROLL CALL
Chair Ann Lund, Commissioners Bo Ash, and Cal Elm were present. City Planner Dora Holt was also present.
2. FENCES
The fences were looked at.
"""
    record = _record(tmp_path, text, "planning.txt")
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Lund", "present"),
        ("Bo Ash", "present"),
        ("Cal Elm", "present"),
        ("Dora Holt", "in_attendance"),
    ]


def test_a_motion_its_second_and_its_votes_in_lines_of_their_own(tmp_path: Path) -> None:
    said = (
        "Chair Reed moved to close the hearing.\nDirector Box seconded the motion.\n\nAYES: 4\nNAYS: 0\n\n"
        "Director Lund moved to adopt the plan. Director Ash seconded. Motion carried 3-1.\n"
    )
    closed, adopted = _record(tmp_path, HEAD + said).decisions
    assert (closed.mover, closed.seconder) == ("Chair Reed", "Director Box")
    assert closed.votes is not None
    assert (closed.votes.votes_for, closed.votes.against) == (4, 0)
    assert adopted.text.startswith("Director Lund moved")


@pytest.mark.parametrize(
    "said",
    [
        "This part is held under section 4 of the Fields Act, R.S.O., 1990, to hear from the owners.",
        "- Mill extension, survey to be completed, budgeted amount $900;",
        "Ann Lund to hold office until May 1, 2026.",
        "She explained that the hedge will be removed and that a lawn will be planted.",
    ],
)
def test_statutes_budgets_terms_of_office_and_an_applicants_plans(tmp_path: Path, said: str) -> None:
    assert not _record(tmp_path, HEAD + said + "\n").actions


@pytest.mark.parametrize(
    ("said", "tasks"),
    [
        (
            "A request is made for Christa and Rick to return to the next meeting with a price.",
            [
                (
                    "A request is made for Christa and Rick to return to the next meeting with a price.",
                    ["Christa", "Rick Box"],
                )
            ],
        ),
        ("- To obtain a quote for the fence.", [("To obtain a quote for the fence.", [])]),
        ("- to contact builders again re the roof", [("to contact builders again re the roof", [])]),
    ],
)
def test_who_is_to_come_back_and_bullets_that_say_what_is_to_be_done(
    tmp_path: Path, said: str, tasks: list[tuple[str, list[str]]]
) -> None:
    assert owned(_record(tmp_path, HEAD + said + "\n")) == tasks


def test_a_matter_held_over(tmp_path: Path) -> None:
    said = "It was decided to hold the choice of a vice chair over until the May meeting.\n"
    (decision,) = _record(tmp_path, HEAD + said).decisions
    assert decision.outcome == "deferred"
