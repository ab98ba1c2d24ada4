"""What members ask for and move, and what officers promise in reply: councils and their districts. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.sentences import sentences
from pipeline.record import Record
from tests.typed import owned, record_of

TOP = (
    "TARN COUNTY COUNCIL\n\nMinutes of the Harbour Municipal District meeting held on Monday 9 June 2025\n\n"
    "Present: Councillors Wilf Oakes (Cathaoirleach), Ada Thorn, Joe Bird and Una Pike\n\n"
    "In attendance: Mr. D. Fell, Director of Services, Mr. A. Lade, Senior Executive Engineer, Ms. M. Hart,"
    " Meetings Administrator\n\n1. Harbour\n\n{}\n\n2. Close\n\nNone.\n"
)


def read(said: str, folder: Path) -> Record:
    return record_of(folder, TOP.format(said))


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("Councillor Bird requested an update on the slipway for the July District Meeting.", []),
        ("Members requested a similar presentation in about six months time.", []),
        ("Members asked if contact could be made again with the rowing club to move this on.", []),
        ("The Members asked to be circulated with Schedule 4 of the Quays Act.", []),
        ("It was also requested that the figures be broken down by quay, if possible.", []),
        ("The Council will assign more staff to the quay at weekends.", ["Council"]),
        ("The Meetings administrator advised that an email would be circulated before the next Meeting.", ["M. Hart"]),
        (
            "The A/Senior Officer, Port Services, Quays and Pier Services, agreed to revert to Members with dates.",
            ["A/Senior Officer"],
        ),
        (
            "There was a request that the policy be revisited and that the Port Department be invited to discuss it.",
            [],
        ),
        ("Members welcomed the plan and agreed that other sites should be considered for the lamps.", []),
        ("It was proposed by Cllr. Bird, seconded by Cllr. Pike that a letter be forwarded to the Ferry Board.", []),
        ("Proposed by Cllr. Bird, seconded by Cllr. Pike that the Council write to the Ferry Board.", ["Council"]),
        ("It was proposed by Cllr. Bird and seconded by Cllr. Pike to write to the Ferry Board.", []),
        ("It was agreed to place the matter on the agenda for the next meeting.", []),
        ("It was agreed that the possibility of holding the fair to mark the day be explored.", []),
        (
            "The Cathaoirleach informed Members about the fair he attended and agreed to circulate the notes.",
            ["Wilf Oakes"],
        ),
        ("The Committee agreed to forward the letter to the ferry firm for comment.", ["Committee"]),
    ],
)
def test_whom_a_request_or_motion_gives_the_task(said: str, owners: list[str], tmp_path: Path) -> None:
    assert owned(read(said, tmp_path)) == [(said, owners)]


@pytest.mark.parametrize(
    "said",
    [
        "I will ask at the next Meeting when will a harbour master be appointed to Tarn.",
        "I would also move that this Council would write to the ports to seek their support.",
        "Councillor Bird requested an update on the slipway works.",
    ],
)
def test_what_is_yet_to_be_asked_or_was_answered_at_once_leaves_nothing(said: str, tmp_path: Path) -> None:
    record = read(said, tmp_path)
    assert (record.actions, record.decisions) == ((), ())


def test_an_officer_of_the_executive_does_not_decide(tmp_path: Path) -> None:
    record = read(
        "The Senior Executive Engineer, Port Services accepted this and agreed to update residents.", tmp_path
    )
    assert record.decisions == ()
    assert len(record.actions) == 1


def test_what_was_asked_before_does_not_hide_what_is_promised_now(tmp_path: Path) -> None:
    said = "Mr. Fell stated that he had spoken to the club and confirmed that more lamps would be supplied to the quay."
    assert [task for task, _ in owned(read(said, tmp_path))] == [said]


def test_etc_and_hours_also_end_a_sentence() -> None:
    text = "It opens at 2 p.m. The lamps, ropes etc. An update would follow. The firm of Bird Ltd. Quay Lane was seen."
    assert [text[start:end].split()[0] for start, end in sentences(text)] == ["It", "The", "An", "The"]


NOTICE = """MINUTES OF MEETING OF THE MUNICIPAL DISTRICT OF TARN HARBOUR HELD IN TARN ON MONDAY, 9TH JUNE, 2025

MEMBERS PRESENT:

Councillors Bird, Pike and Thorn.

1.

Notice of Motion submitted by Councillor J. Bird

**I will move at the next Meeting that this Council write to the Minister for Ports asking for a**

**new slip.**

The Motion was proposed by Councillor Bird, seconded by Councillor Pike, and {fate}.

2.

Close

None.
"""


@pytest.mark.parametrize(("fate", "owners"), [("adopted", [["Council"]]), ("withdrawn", [])])
def test_a_notice_of_motion_gives_a_task_where_it_was_adopted(
    fate: str, owners: list[list[str]], tmp_path: Path
) -> None:
    record = record_of(tmp_path, NOTICE.format(fate=fate), "minutes.md")
    assert [names for _, names in owned(record)] == owners
    assert all(action.task.endswith("asking for a new slip.") for action in record.actions)


def test_a_line_that_breaks_behind_a_title_goes_on(tmp_path: Path) -> None:
    said = (
        "Works that go with the new path from the quay to the old school of St.\n\nBrannoc will be carried out in July."
    )
    (action,) = read(said, tmp_path).actions
    assert action.task == " ".join(said.split())


def test_who_seconded_is_no_owner_beside_the_members(tmp_path: Path) -> None:
    said = "On the proposal of Cllr Bird (J), seconded by Cllr Pike (M), the Members agreed to invite the Ferry Board."
    assert [names for _, names in owned(read(said, tmp_path))] == [["Members"]]


def test_going_into_committee_and_appointments_leave_nothing_to_do(tmp_path: Path) -> None:
    said = (
        "It was agreed to meet ‘in committee’ for a while. Approval was given to the appointment of Rolf Ash,"
        " to replace Dr. Cole, and Jon O’Day to represent the traders on the Quays Committee."
    )
    assert read(said, tmp_path).actions == ()


def test_what_brackets_say_of_the_next_meeting_hides_no_date(tmp_path: Path) -> None:
    text = (
        "TARN COMMUNITY COUNCIL\n\nMinutes of a meeting of the Community Council held at the Hall on 31.01.2018"
        " (Subject to confirmation at the next meeting).\n\nPRESENT – Cllr Ann Box (Chair).\n\n1. APOLOGIES\n"
    )
    assert record_of(tmp_path, text).meeting.date == "2018-01-31"


def test_who_thanks_and_asks_below_next_steps_is_no_row_of_them(tmp_path: Path) -> None:
    said = (
        "Next Steps:\n\nThe platform will be launched.\n\nThe members sought views on the lamps. Ms Hart replied."
        "\n\nThe Chair thanked Ms Hart for her words."
    )
    assert [task for task, _ in owned(read(said, tmp_path))] == ["The platform will be launched."]


def test_what_a_document_is_for_is_no_task(tmp_path: Path) -> None:
    assert (
        read("The purpose of the Homeless Protocol Document is to provide people with a guide.", tmp_path).actions == ()
    )


def test_the_letter_behind_a_surname_opens_no_paragraph(tmp_path: Path) -> None:
    said = (
        "As to the old library on the quay, which Members saw in May, Councillor Oakes\n\n(W) requested a report on it."
    )
    (action,) = read(said, tmp_path).actions
    assert action.task == " ".join(said.split())
