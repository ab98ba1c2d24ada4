"""Forms of county and city councils, their districts and joint committees: what a reader says. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import owned, record_of

TOP = (
    "TARN CITY AND COUNTY COUNCIL\n\nMinutes of the Joint Harbour Committee held on Monday 9 June 2025\n\n"
    "Present: Councillors Wilf Oakes (Chair), Ada Thorn and Una Pike\n\n"
    "In attendance: Chief Superintendent (Mr. D. Fell), Superintendent (Mr. A. Lade),"
    " Ms. M. Hart, Meetings Administrator\n\n1. Harbour\n\n{}\n\n2. Close\n\nNone.\n"
)


def read(said: str, folder: Path) -> Record:
    return record_of(folder, TOP.format(said))


def owners(said: str, folder: Path) -> list[list[str]]:
    return [names for _, names in owned(read(said, folder))]


def there(record: Record) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in record.attendance]


LISTS = """MINUTES OF MEETING OF TARN JOINT HARBOUR COMMITTEE HELD ON FRIDAY, 1ST MARCH, 2024 AT 10.00 A.M.

PRESIDING: Councillor A. Thorn

COUNCILLORS :

Councillors J. Oakes and T. Pike

PARLIAMENT MEMBERS :

M. Quill, T.D. and Minister K. O’Dane

PORT NOMINATIONS :

Chief Superintendent (Mr. D. Fell), Superintendent (Mr. A. Lade)

COMMUNITY

Ms. D. Dunn (HARBOUR) and Mr. J. Slate

OFFICIALS :

Director of Services (Mr. G. Dale), Senior Executive Officer (Ms. L. Flan)

Chief Superintendent G. Rock, Superintendent A. Mag, Detective Sergeant M. Reed

PORT AUTHORITY :

Ms. A. Shore

APOLOGIES :

Councillor G. Mitch

1. MINUTES

Circulated, copy of Minutes of the Committee Meeting held on 8th December, 2023 :

Proposed by Councillor J. Oakes

Seconded by Minister K. O’Dane

The Chairman spoke.
"""


def test_lists_parted_by_capitals_and_ranks(tmp_path: Path) -> None:
    record = record_of(tmp_path, LISTS)
    assert there(record) == [
        *(
            (name, "present")
            for name in ("A. Thorn", "J. Oakes", "T. Pike", "M. Quill", "K. O’Dane", "D. Fell", "A. Lade")
        ),
        *((name, "present") for name in ("D. Dunn", "J. Slate")),
        *((name, "in_attendance") for name in ("G. Dale", "L. Flan", "G. Rock", "A. Mag", "M. Reed", "A. Shore")),
        ("G. Mitch", "apologies"),
    ]


def test_minutes_proposed_and_seconded_are_agreed(tmp_path: Path) -> None:
    (decision,) = record_of(tmp_path, LISTS).decisions
    assert (decision.outcome, decision.mover, decision.seconder) == (
        "agreed",
        "Councillor J. Oakes",
        "Minister K. O’Dane",
    )
    assert decision.text.startswith("Circulated, copy of Minutes")


def test_post_that_a_line_broke_ends_no_list(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Tarn Harbour Committee held on 9 June 2025\n\nPresent: Cllr. Stephen Kerr\n\nIn Attendance:\n\n"
        "Ms. Patricia Phil, A/ Head of Unit for Quay Welfare & Traveller\n\nAccommodation\n\n"
        "Ms. Jennifer Ahl, Staff Officer, Housing\n\n1. Close\n\nNone.\n",
    )
    assert there(record)[1:] == [("Patricia Phil", "in_attendance"), ("Jennifer Ahl", "in_attendance")]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "In reply to members, the Chief Superintendent stated that the next recruits are due. He stated that Tarn"
            " has received a number of bicycles, however, none of cars. He agreed to follow up on the watch in Moorby.",
            [["D. Fell"]],
        ),
        (
            "Members were told of thefts in Carrow by Superintendent Lade, whose patrol in Carrow and Moorby to"
            " address it is new.",
            [],
        ),
        (
            "It was proposed by Cllr. Oakes, seconded by Cllr. Thorn and unanimously agreed that the Committee write to"
            " the Minister for Ports.",
            [["Committee"]],
        ),
        (
            "Cllr Pike spoke of people asking if they wanted tar, and she asked that the Council issue a warning.",
            [["Council"]],
        ),
        ("It was agreed that a further letter issue to the Minister for Ports.", [[]]),
        ("Councillor Thorn requested an update on fraud in the area.", []),
        ("Councillor Oakes agreed to withdraw his earlier proposal on the quay.", []),
        ("As part of our events here in Tarn City and County Council to mark the day, there is a dinner.", []),
        ("It was agreed that the report of the group be submitted to full Council for approval.", []),
        ("Mr. M. Quill, T.D. requested that a presentation/update be given on cameras at the next JHC meeting.", [[]]),
    ],
)
def test_who_acts(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


def test_people_told_of_by_what_became_of_them(tmp_path: Path) -> None:
    record = read("Cllr. Pike requested that those who were refused because of income limits be contacted.", tmp_path)
    assert not record.decisions


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Councillor Thorn agreed that the June meeting was the right one, however, it was suggested that Members"
            " were asked first and that a report setting out their views be drafted.",
            [[]],
        ),
        (
            "RESOLVED\n\n(a) That the members of the Committee are contacted for their views.\n\n"
            "(b) That subsequent to Members’ views having been received, the Meetings Administrator produce a report.",
            [[], ["M. Hart"]],
        ),
        ("The Lead Member for Quays agreed to work with the port to look into the tides.", [["Lead Member for Quays"]]),
        ("To review the plan, and what is to be passed on to the Cabinet Member by the Chair.", []),
        ("The Committee noted Part A of the report and agreed to discuss it further under Part B.", []),
    ],
)
def test_who_acts_in_resolutions(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


def test_day_of_the_next_meeting_is_when_it_is_due(tmp_path: Path) -> None:
    (action,) = read(
        "The Chair said that he would report back to the next Quay Meeting, held on Thursday 12 October 2025.", tmp_path
    ).actions
    assert action.due.date == "2025-10-12"


def test_who_presides_and_who_is_also_present(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "TARN TOWN COUNCIL\n\nMinutes of the monthly meeting held on 22 August 2006\n\nPresent: Councillor Joe Bird,"
        " Cathaoirleach, presided.\n\nAlso present\n\nCouncillor Seamus Bell, Councillor Eamonn Boyd and Councillor Jim"
        " Ray.\n\nIn attendance\n\nMr Frank Pent, Town Clerk\nMr Paul Rock A/Director of Service\n\n"
        "1. Minutes\n\nIt was proposed by Councillor S. Bell, seconded by Councillor J. Ray and resolved:\n\n"
        "“That the Minutes of the July meeting be adopted.”\n\n2. Close\n\nNone.\n",
    )
    assert there(record) == [
        *((name, "present") for name in ("Joe Bird", "Seamus Bell", "Eamonn Boyd", "Jim Ray")),
        ("Frank Pent", "in_attendance"),
        ("Paul Rock", "in_attendance"),
    ]
    assert [(decision.mover, decision.seconder) for decision in record.decisions] == [
        ("Councillor S. Bell", "Councillor J. Ray")
    ]


def test_initials_of_a_name_with_a_particle(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Tarn Harbour Committee held on 9 June 2025\n\nPresent: Ada Thorn\n\nIn attendance: Imelda"
        " McCarr, Clerk\n\n1. Tides\n\nIt was long. IMcC to share the slides with Members.\n\n2. Close\n\nNone.\n",
    )
    assert owned(record)[0][1] == ["Imelda McCarr"]


def test_substitute_behind_who_sent_apologies(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Tarn Harbour Panel held on 9 June 2025\n\nPresent: Ada Thorn\n\n1. Apologies for absence\n\n"
        "An apology for absence was received from Cllr Ed Ash and CllrGary Hard attended as substitute.\n\n2. Tides\n\n"
        "Officers: Stuart Bob (Ports).\n\nThe panel RESOLVED that the tables be kept.\n",
    )
    assert there(record)[1:] == [("Ed Ash", "apologies"), ("Gary Hard", "present")]
    assert [decision.outcome for decision in record.decisions] == ["agreed"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("P Carn agreed to meet Councillor Pike on site.", [["P Carn"]]),
        ("The Ports Officer, explained that it was late and she agreed to write to members.", [["Ports Officer"]]),
        ("Members asked for an update on Minute 66, and were told that it was late.", []),
        ("The Chair asked if Ms Hart could bring the figures in July, Ms Hart agreed.", [["M. Hart"]]),
        ("As a result, the motion will go forward for consideration at the next Council meeting.", [[]]),
    ],
)
def test_who_takes_it_on(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


def test_what_agreed_that_opens_is_decided_however_it_ends(tmp_path: Path) -> None:
    record = read(
        "AGREED that :-\n\n(a) The Clerk would respond to Mr Ian Fell\n\n(b) The list would be kept", tmp_path
    )
    assert [decision.text for decision in record.decisions] == [
        "The Clerk would respond to Mr Ian Fell",
        "The list would be kept",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "They all agreed that the pavements and roads were narrow.",
        "Members agreed with the Meetings Administrator that the plan needed to be simple.",
        "The minutes of the last meeting are attached and Members are asked to confirm them as a correct record.",
        "On page 15, the Chief Executive noted that the work had not been done.",
    ],
)
def test_views_and_what_is_asked_decide_nothing(tmp_path: Path, said: str) -> None:
    assert not read(said, tmp_path).decisions


def test_portfolio_holders_are_in_attendance(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Tarn Select Committee held on 9 June 2025\n\nPresent :\n\nMr G Price (Chairman), Mr J Adam\n\n"
        "Portfolio Holders :\n\nMrs T Butch, Mr E Fox\n\nAlso Present (non voting) :\n\nMr A Tail\n\n"
        "60. MINUTES\n\nRESOLVED\n\nTHAT the minutes be confirmed.\n",
    )
    assert [status for _, status in there(record)] == ["present"] * 2 + ["in_attendance"] * 3


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "RESOLVED\n\n3. That, in discussion with the port, the working group develop a plan for the next meeting.",
            [["working group"]],
        ),
        ("Members asked that district members be invited to the Quay Committee.", [[]]),
        ("The Committee heard of a report which sought for any views to be put forward to the port.", []),
        ("Members were advised to submit any further questions to the Meetings Administrator.", [["Members"]]),
    ],
)
def test_groups_that_act(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


def test_to_go_on_receiving_is_agreed(tmp_path: Path) -> None:
    record = read("RESOLVED\n\n1. That the Panel continue to receive the figures each quarter.", tmp_path)
    assert [decision.outcome for decision in record.decisions] == ["agreed"]


def test_meeting_that_a_web_page_is_named_by_is_no_item(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Agenda and minutes\n\nHarbour Committee - Monday, 10th June, 2019 6.00 pm\n\nVenue: Hall\n\nNo. Item\n\n\n"
        "Election of Chairman\n\n\nCouncillor Ash was duly elected.\n\n\nElection of Vice-Chairman\n\n\nThat Councillor"
        " Birch be appointed as Vice Chairman.\n\n\nTo receive apologies for absence\n\n\nNone were received.\n\n\n"
        "Tides\n\n\nThe tables were approved.\n",
    )
    assert (record.meeting.body, record.meeting.date) == ("Harbour Committee", "2019-06-10")
    assert "Harbour Committee" not in " ".join(item.title for item in record.items)


def test_what_the_talk_says_twice_is_one_action_of_whom_it_names(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        """Harrowdale County Council

Minutes of the meeting held on 6 March 2025

Present: Councillors A Reed, B Marsh and C Dunn.
In attendance: J Quill, Chief Executive.

1. Moor road

Members asked whether the road could be closed to lorries. The view of counsel had been sought before in another county.
A letter will be sent to the haulier. It was then stated that he would therefore seek legal advice on the closing of
the road as asked and bring back a report to the Council.

In conclusion, the Chief Executive stated that he would arrange to seek the legal advice on the closing of the road as
asked and would bring a report on it back to the Council.

The Chief Executive stated that he would write to the quarry.
""",
    )
    assert [(task.split(" ", 4)[-1][:12], owners) for task, owners in owned(record)][-2:] == [
        ("Executive st", ["J Quill"]),
        ("that he woul", ["J Quill"]),
    ]
    assert sum("legal advice" in task for task, _ in owned(record)) == 1


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("In reply to Councillor Thorn, the Meetings Administrator stated that she would clarify it.", [["M. Hart"]]),
        ("In response to Cllrs Pike and Oakes, Mr Fell said he would check the lamp.", [["D. Fell"]]),
        ("Following a query from Cllr Pike, Mr. Lade agreed to revert to her.", [["A. Lade"]]),
        ("Mr Fell told of the budget given to the Civic Hall and Rua Blue to provide concerts in the town.", []),
        (
            "It was agreed that since the Harbour Service had planned to attend in May Port Rail should be invited.",
            [[]],
        ),
    ],
)
def test_whom_somebody_answers_is_not_who_acts(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


@pytest.mark.parametrize(
    "said",
    [
        "The minutes of the May meeting were confirmed on the proposal of Cllr. A. Thorn, seconded by Cllr. U. Pike.",
        "Minutes of meeting of 3rd May were adopted on proposal of Cllr. A. Thorn and seconded by Cllr. U. Pike.",
        "Minutes of 3rd May - Proposed by Cllr. A. Thorn and seconded by Cllr. U. Pike and agreed.",
        "Approval 3rd May: Proposed by Cllr. A. Thorn and seconded Cllr. U. Pike.",
        "Proposed by Cllr. A. Thorn, Seconded by Cllr. U. Pike AND UNANIMOUSLY RESOLVED;\n\n“That the Minutes of the"
        " May meeting be adopted.”",
    ],
)
def test_who_proposed_and_seconded_the_minutes(tmp_path: Path, said: str) -> None:
    (decision,) = read(said, tmp_path).decisions
    assert (decision.outcome, decision.mover, decision.seconder) == ("agreed", "Cllr. A. Thorn", "Cllr. U. Pike")


MOTIONS = {
    "It was proposed by Councillor Pike, seconded by Councillor Thorn and agreed: "
    '"That Tarn City Council provide a ramp at the pier."': [["Tarn City Council"]],
    "Councillor Pike proposed and Councillor Thorn seconded the following motion which was adopted: "
    '"That this Council would write to the Minister for Ports seeking funds for the pier."': [["Council"]],
    "Councillor Pike proposed and Councillor Thorn seconded the following motion which was adopted: "
    '"That this Council would support the harbour festival."': [],
}


@pytest.mark.parametrize("said", MOTIONS)
def test_an_adopted_motion_gives_its_council_the_task(said: str, tmp_path: Path) -> None:
    assert owners(said, tmp_path) == MOTIONS[said]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Ms. M. Hart Meetings Administrator told of the tides. A number of faults were raised by Councillor Pike."
            " She agreed to forward details of same to the port.",
            [["Una Pike"]],
        ),
        ("Ms. M. Hart Meetings Administrator outlined the list. She agreed to send it to all.", [["M. Hart"]]),
        (
            "It was decided following talks with Mr. G. Duff, Senior Planner, and Mr. R. Watt to withdraw the motion on"
            " the quay.",
            [],
        ),
    ],
)
def test_who_he_is_and_who_was_only_consulted(tmp_path: Path, said: str, names: list[list[str]]) -> None:
    assert owners(said, tmp_path) == names


def test_what_the_members_noted(tmp_path: Path) -> None:
    (decision,) = read("The minutes of the Quay SPC and the Tides Forum were noted by the Members.", tmp_path).decisions
    assert decision.outcome == "noted"


def test_apologies_that_stop_where_talk_begins(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Tarn Harbour Committee held on 9 June 2025\n\nPresent: Councillors Ada Thorn and Una Pike\n\n"
        "Apologies,\n\nWilf Oakes and Ben Reed\n\nCouncillor Ada Thorn stated that she wished to thank the crews.\n\n"
        "Councillor Una Pike expressed her wish to be associated with this.\n\n1. Tides\n\nThe tables were agreed.\n",
    )
    assert there(record) == [
        ("Ada Thorn", "present"),
        ("Una Pike", "present"),
        ("Wilf Oakes", "apologies"),
        ("Ben Reed", "apologies"),
    ]


def test_sentence_under_a_number_is_not_cut_at_an_initial(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "TARN COUNTY COUNCIL\n\nMinutes of the meeting held on Monday 9 June 2025\n\nPresent: Councillors A. Thorn and"
        " U. Pike\n\nMinute No. 31/25\n\nCouncillor A. Thorn stated that her motion was late. U. Pike agreed to ask"
        " why.\n\nMinute No. 32/25\n\nQuay Wall\n\nThe report was adopted.\n\nMinute No. 33/25\n\nTides\n\nThe"
        " tables were noted.\n",
    )
    assert next((item.number, item.title) for item in record.items) == (
        "31/25",
        "Councillor A. Thorn stated that her motion was late.",
    )
    assert owned(record) == [("U. Pike agreed to ask why.", ["U. Pike"])]


def test_what_was_proposed_seconded_and_resolved_stands_below(tmp_path: Path) -> None:
    record = read(
        "It was proposed by Councillor A. Thorn, seconded by Councillor U. Pike and resolved:\n\n"
        '"That the Annual Meeting take place on the 22nd. June, 2026 at 10.00 am followed by the June Meeting."',
        tmp_path,
    )
    (decision,) = record.decisions
    assert (decision.mover, decision.seconder) == ("Councillor A. Thorn", "Councillor U. Pike")
    assert decision.text.endswith('June Meeting."')


FATES = {
    'Proposed by Cllr. Pike, seconded by Cllr. Thorn: "That the Council install a crane." On a show of hands the '
    "motion was defeated.": [("refused", None)],
    "Proposed by Cllr. Pike and seconded by Cllr. Thorn that the Clerk report in July on the cost of a crane. "
    "A vote was taken: For 3, Against 1. The motion was carried.": [("agreed", 3)],
    'Cllr. Pike moved: "That the Council light the pier." Councillor Thorn seconded the motion and it was agreed.': [
        ("agreed", None)
    ],
    'Proposed by Cllr. Pike; Seconded by Cllr. Thorn; And Resolved: "That the minutes of 4 May be adopted."': [
        ("agreed", None)
    ],
}


@pytest.mark.parametrize("said", FATES)
def test_a_motion_its_vote_and_its_fate_in_one_paragraph_are_one_decision(said: str, tmp_path: Path) -> None:
    found = read(said, tmp_path).decisions
    assert [(one.outcome, one.votes and one.votes.votes_for) for one in found] == FATES[said]
    assert [one.mover for one in found] == ["Cllr. Pike"]


@pytest.mark.parametrize(
    "said",
    [
        "Cllr. Pike moved that the Clerk write to the port. Councillor Thorn seconded the motion. On a vote being"
        " taken it was defeated by 5 votes to 2.",
        "Moved by U. Pike, seconded by A. Thorn, that the Clerk report on the cost of a crane.\n\nMOTION DEFEATED",
    ],
)
def test_a_lost_motion_leaves_nobody_a_task(said: str, tmp_path: Path) -> None:
    record = read(said, tmp_path)
    assert [one.outcome for one in record.decisions] == ["refused"]
    assert owned(record) == []


def test_an_objection_may_leave_somebody_a_task(tmp_path: Path) -> None:
    record = read("It was proposed and agreed to object to the crane and that the Clerk write to the port.", tmp_path)
    assert [names for _, names in owned(record)] == [["M. Hart"]] or [names for _, names in owned(record)] == [
        ["Clerk"]
    ]


def test_what_was_put_before_a_debate_and_resolved_behind_it_is_one_decision(tmp_path: Path) -> None:
    part = "(a) Agree to the harbour dues as set out in section 7 of the report of 5 May 2025"
    record = read(
        f"Councillor Pike moved the dues for the year.\n\n{part}\n\nCouncillor Thorn spoke of the tides.\n\n"
        f"RESOLVED that the Council:\n\n{part}\n\n(b) Note the tides of the spring",
        tmp_path,
    )
    assert [(one.text[:14], one.outcome) for one in record.decisions] == [
        ("Agree to the h", "agreed"),
        ("Note the tides", "noted"),
    ]


def test_who_is_named_as_an_example_has_no_task(tmp_path: Path) -> None:
    said = "It would do more if it had money like other bodies, such as the TGA and HDPBs to pay for the cost of boats."
    assert owned(read(said, tmp_path)) == []


def test_the_last_word_of_a_sentence_is_no_title_of_who_seconds_in_the_next(tmp_path: Path) -> None:
    said = (
        "Councillor Pike moved that the Clerk write to the Minister. Councillor Thorn seconded the motion. It was lost."
    )
    (decision,) = read(said, tmp_path).decisions
    assert (decision.outcome, decision.seconder) == ("refused", "Councillor Thorn")


def test_what_was_lost_without_a_motion_is_no_decision(tmp_path: Path) -> None:
    record = read("The key of the pier hut was left on the bench in May. It was lost.", tmp_path)
    assert not record.decisions
