"""Minutes of parishes, halls and clubs that do not exist: who is told to act in a roundabout way, and who came."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.ahead import is_letters
from pipeline.record import Record
from tests.typed import owned, record_of

COUNCIL = """Dunmoor Parish Council
Minutes of the meeting held on 4 March 2024
Present: Cllr Rolf Ashdown (Chair), Cllr Ines Birkett, Cllr Otto Crane
In attendance: Mara Dunne (Clerk)

1. Apologies
There were none.

2. Matters arising
"""


def _council(folder: Path, words: str) -> Record:
    return record_of(folder, f"{COUNCIL}{words}\n")


def _people(folder: Path, lists: str) -> list[tuple[str, str, str | None]]:
    text = f"Dunmoor Parish Council\nMinutes of the meeting held on 4 March 2024\n\n{lists}\n\n1. Roads\nMended.\n"
    return [(person.name, person.status, person.capacity) for person in record_of(folder, text).attendance]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("A working party of Cllrs Ashdown and Crane was formed to inspect the weir.", ["Rolf Ashdown", "Otto Crane"]),
        ("A small sub-group (Cllrs Ashdown, Crane) has been set up to plan the fair.", ["Rolf Ashdown", "Otto Crane"]),
        (
            "A panel comprising Cllr Birkett and the Clerk was created to rewrite the form.",
            ["Ines Birkett", "Mara Dunne"],
        ),
        ("Cllr Crane has the task of finding a thatcher.", ["Otto Crane"]),
        ("The onus is on the Clerk to warn the insurers.", ["Mara Dunne"]),
        ("It is up to Cllr Birkett to chase the depot.", ["Ines Birkett"]),
        ("It falls to the Clerk to file the return.", ["Mara Dunne"]),
        ("The Council instructed its solicitor to draw up a lease.", ["solicitor"]),
        ("The Parish Council has asked its insurers to look at the roof.", ["insurers"]),
        ("CR Crane to write to the miller.", ["Otto Crane"]),
        ("The lock sticks. Clerk instructed to chase the smith.", ["Mara Dunne"]),
        ("A new lock will be purchased by Ines.", ["Ines Birkett"]),
        ("Crane, Birkett and McHale will meet the smith.", ["Otto Crane", "Ines Birkett", "McHale"]),
        ("Either Otto Crane or Ines Birkett will attend the fair.", ["Otto Crane", "Ines Birkett"]),
        ("Otto or Ines to ring the smith.", ["Otto Crane", "Ines Birkett"]),
        ("The bar team to order more glasses.", ["bar team"]),
        ("CLLRS ASHDOWN & CRANE to measure the weir.", ["Rolf Ashdown", "Otto Crane"]),
    ],
)
def test_a_task_told_in_a_roundabout_way(tmp_path: Path, words: str, owners: list[str]) -> None:
    assert owned(_council(tmp_path, words)) == [(words.rpartition(". ")[2], owners)]


@pytest.mark.parametrize(
    "words",
    [
        "A working party was formed in 2019 to look at the weir.",
        "A group of anglers was formed to look at the weir.",
        "It is up to the Clerk to decide.",
        "The onus is on dog owners to clean up.",
        "The Council had instructed its solicitor to draw up a lease.",
        "Cllr Crane had the task of finding a thatcher.",
        "Cllr Crane asked to see the plan.",
        "Elected chairman should read Rolf Ashdown.",
        "Thanks were passed to Otto who will be standing down in May.",
    ],
)
def test_what_was_done_or_holds_for_everybody_is_no_task(tmp_path: Path, words: str) -> None:
    assert owned(_council(tmp_path, words)) == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Proposed memorial for the late Mr Hoe, approved by Council.", "agreed"),
        ("Bench for the green: agreed by all.", "agreed"),
        ("Wording on the Hoe stone, deferred by the Committee until the fee is paid.", "deferred"),
        ("Proposed stone in row nine, refused by Council.", "refused"),
    ],
)
def test_a_topic_and_who_agreed_to_it_is_a_decision(tmp_path: Path, words: str, outcome: str) -> None:
    (decision,) = _council(tmp_path, words).decisions
    assert (decision.text, decision.outcome) == (words, outcome)


@pytest.mark.parametrize(
    "words", ["The budget, approved by Council, was sent to the mill.", "A porch, approved by Tarn Borough Council."]
)
def test_what_is_told_of_an_approval_is_no_decision(tmp_path: Path, words: str) -> None:
    assert _council(tmp_path, words).decisions == ()


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("ACTION: obtain a quote (Tarn Paving)", []),
        ("ACTION: mend the wall (Garner & Sons)", []),
        ("ACTION: Clerk to get a price (Weir Builders)", ["Mara Dunne"]),
        ("ACTION: mend the wall (Mara Dunne)", ["Mara Dunne"]),
        ("ACTION: mend the wall (Highways)", ["Highways"]),
    ],
)
def test_a_firm_in_brackets_is_whom_the_task_is_about(tmp_path: Path, words: str, owners: list[str]) -> None:
    (action,) = _council(tmp_path, words).actions
    assert [owner.name for owner in action.owners] == owners


@pytest.mark.parametrize(
    ("lists", "names"),
    [
        ("Present: Cllr Rolf Ash, Birkett, Otto Crane, Ida Hoe", ["Rolf Ash", "Birkett", "Otto Crane", "Ida Hoe"]),
        ("Present: Rolf Ash (Chair), Ines, Otto Crane, Ida Hoe", ["Rolf Ash", "Ines", "Otto Crane", "Ida Hoe"]),
        (
            "Present: Rolf Ash – Chair\nIda Hoe – Vice Chair\nCrane\nDi Lund",
            ["Rolf Ash", "Ida Hoe", "Crane", "Di Lund"],
        ),
        ("Present: JANE, BOB, ALAN, SUE\nApologies: FRED, MARY", ["JANE", "BOB", "ALAN", "SUE", "FRED", "MARY"]),
        ("Present: JANE BOX, BOB ELM, SALLY", ["JANE BOX", "BOB ELM", "SALLY"]),
        ("Present: Jo Box, Al Elm\nApologies: Fred", ["Jo Box", "Al Elm", "Fred"]),
    ],
)
def test_a_name_alone_in_a_list_is_somebody(tmp_path: Path, lists: str, names: list[str]) -> None:
    assert [name for name, *_ in _people(tmp_path, lists)] == names


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (
            "Present: Jo Box, Harrow, Al Elm, Unison, Sam Ash, Tarn",
            [("Jo Box", "Harrow"), ("Al Elm", "Unison"), ("Sam Ash", "Tarn")],
        ),
        (
            "Present: Jo Box, Al Elm, UNITE, Sam Ash, Di Lund",
            [("Jo Box", None), ("Al Elm", "UNITE"), ("Sam Ash", None), ("Di Lund", None)],
        ),
    ],
)
def test_a_word_behind_each_name_is_where_somebody_works(
    tmp_path: Path, lists: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(name, capacity) for name, _, capacity in _people(tmp_path, lists)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("AB", True), ("AB, CD/EF", True), ("All", True), ("AB:", True), ("CR Hoe", False), ("Ann", False)],
)
def test_whose_a_row_of_a_narrow_column_is_by_letters(words: str, expected: bool) -> None:
    assert is_letters(words) is expected


SOCIETY = """Rose Lane Society
{top}

{title}Minutes of last meeting

The minutes were read and approved.

{second}Repairs

The Secretary will ring the plumber.
"""


def _society(folder: Path, top: str, *, numbered: bool = True) -> Record:
    first, second = ("1. ", "2. ") if numbered else ("", "")
    return record_of(folder, SOCIETY.format(top=top, title=first, second=second))


@pytest.mark.parametrize(
    "label", ["Present:", "Members present:", "The monthly meeting was held. The following attended:"]
)
def test_people_counted_below_present_are_no_items(tmp_path: Path, label: str) -> None:
    record = _society(
        tmp_path,
        f"Minutes of 4 June 2017\n{label}\n1. Shri Ravi Hoe - President\n2. Smt. Anu Elm - Secretary\n3. Mr P Lund",
    )
    assert [(person.name, person.capacity) for person in record.attendance] == [
        ("Ravi Hoe", "President"),
        ("Anu Elm", "Secretary"),
        ("P Lund", None),
    ]
    assert [(item.number, item.title) for item in record.items] == [("1", "Minutes of last meeting"), ("2", "Repairs")]
    assert owned(record) == [("The Secretary will ring the plumber.", ["Anu Elm"])]


def test_counted_titles_below_present_are_items(tmp_path: Path) -> None:
    record = _society(tmp_path, "Minutes of 4 June 2017\nPresent: Ravi Hoe, Anu Elm")
    assert [item.number for item in record.items] == ["1", "2"]


def test_short_minutes_below_a_list_of_people_are_read(tmp_path: Path) -> None:
    record = _society(tmp_path, "Minutes of 4 June 2017\nPresent:\nRavi Hoe\nAnu Elm\nP Lund", numbered=False)
    assert [decision.text for decision in record.decisions] == ["The minutes were read and approved."]
    assert owned(record) == [("The Secretary will ring the plumber.", ["Secretary"])]


@pytest.mark.parametrize(
    ("title", "names"),
    [("Apologies for absence Robin, Les and Stu", ["Robin", "Les", "Stu"]), ("Apologies received", [])],
)
def test_given_names_in_the_title_of_apologies(tmp_path: Path, title: str, names: list[str]) -> None:
    items = f"1) {title}\n2) Present - Mark (Chair), Dot, Tony\n3) Skip – came.\n"
    people = record_of(tmp_path, f"Rose Lane Allotments\nMinutes of 4 June 2017\n{items}").attendance
    assert [person.name for person in people if person.status == "apologies"] == names
    assert [person.name for person in people if person.status == "present"] == ["Mark", "Dot", "Tony"]


def test_below_heads_of_lost_columns_nobody_is_called_absent(tmp_path: Path) -> None:
    rolls = "2. ROLL CALL\nMembers present: Members absent:\nJo Box Al Elm Sam Ash Di Lund\n3. STAFF PRESENT:\nRay Hoe"
    top = "Weir Library Board\nMinutes of 4 June 2017\n1. CALL TO ORDER\nIt was opened."
    people = record_of(tmp_path, f"{top}\n{rolls}\n4. BILLS\nPaid.\n").attendance
    assert [(person.name, person.status) for person in people] == [("Ray Hoe", "in_attendance")]


def test_the_heading_over_a_consent_agenda_decides_nothing(tmp_path: Path) -> None:
    record = _council(tmp_path, "APPROVAL OF ITEMS ON THE CONSENT AGENDA:\n\nThese were gone through.")
    assert record.decisions == ()


def test_a_long_sentence_that_says_when_a_committee_met_dates_its_minutes(tmp_path: Path) -> None:
    top = (
        "Minutes of the Works Committee\n\nThe Works Committee met at 10.00 am on Saturday the 12th August , 2006 in "
        "Weir Hall, which was half an hour late, for few had come and the key was with a neighbour of the warden.\n"
    )
    assert record_of(tmp_path, f"{top}\n1. Lamps\nMended.\n\n2. Lanes\nSwept.\n").meeting.date == "2006-08-12"


@pytest.mark.parametrize("mark", [":", ";"])
def test_movers_behind_a_colon_or_a_semicolon(tmp_path: Path, mark: str) -> None:
    words = (
        f"Confirmation of the minutes of 7th May.\n\nProposed{mark} Otto Crane, Seconded{mark} Ines Birkett, carried"
    )
    (decision,) = _council(tmp_path, words).decisions
    assert (decision.mover, decision.seconder, decision.outcome) == ("Otto Crane", "Ines Birkett", "agreed")


def test_agreed_behind_a_title_settles_it(tmp_path: Path) -> None:
    items = (
        "1 Present: Ann Hoe, Bo Elm (with two observers)\n2 Apologies: Cal Ash\n3 Minutes of last meeting: Agreed\n"
        "4 Matters arising: None\n5 Finance: £40 in hand\n6 Lights: Bo Elm to ring the depot.\n7 AOB: none\n"
    )
    record = record_of(tmp_path, f"Mill Lane Residents\nMinutes of the meeting on 14 January 2013\n{items}")
    assert [item.title for item in record.items][2] == "Minutes of last meeting"
    assert [(decision.item, decision.outcome) for decision in record.decisions] == [("3", "agreed")]
    assert [(person.name, person.capacity) for person in record.attendance][:2] == [("Ann Hoe", None), ("Bo Elm", None)]
