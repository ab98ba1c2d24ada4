"""What is told of others than those who act or came: whom somebody contacts, what is done, whose post it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.meeting.naming import clean
from pipeline.extractors.owners import split_owners
from tests.typed import owned, record_of

HEAD = (
    "Minutes of the Meeting of Ardbeg Town Council held on 4 March 2024\n\n"
    "Present: Cllr Ann Box (Chair), Cllr Tom Reed, Cllr Mary Hoad\n\nIn attendance: Una Finch, Clerk\n\n1. Roads\n\n"
)


def owners_of(folder: Path, said: str) -> list[list[str]]:
    return [who for _, who in owned(record_of(folder, f"{HEAD}{said}\n"))]


def came(folder: Path, lists: str) -> dict[str, str]:
    top = "Minutes of the Meeting of Ardbeg Town Council held on 4 March 2024"
    text = f"{top}\n\n{lists}\n\n1. Roads\n\nThese were gone through.\n\n2. Lamps\n\nNone were out.\n"
    return {person.name: person.status for person in record_of(folder, text).attendance}


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("The Clerk to contact Highways and Tom Reed to chase the contractor.", [["Una Finch"], ["Tom Reed"]]),
        ("The Clerk will contact Highways and Cllr Hoad will ring the owner.", [["Una Finch"], ["Mary Hoad"]]),
        ("Una Finch to ask Mary Hoad and Tom Reed to mend the gate.", [["Una Finch"]]),
        ("Officers will contact the resident (Tom Reed).", [["Officers"]]),
        ("Officers will reply in writing (Tom Reed).", [["Tom Reed"]]),
        ("The Board asked the Clerk for a copy of the lease. The Clerk handed it over.", []),
        ("It is let. The Board asked the Clerk for a copy of the lease.", [["Una Finch"]]),
        ("The Board asked the Clerk for a breakdown of the costs, and was told it was £400.", []),
    ],
)
def test_who_acts_beside_others(tmp_path: Path, said: str, owners: list[list[str]]) -> None:
    assert owners_of(tmp_path, said) == owners


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("It rained. The bench has been painted [Action 5].", []),
        ("The Council welcomed the progress made on the flood scheme (Action 12).", []),
        ("It rained. The Clerk reported that the drain had been cleared (Action 7).", []),
        ("The roads were bad. (ACTION 4 TR) The Clerk to write to the depot.", [["Una Finch"]]),
        ("The roads were bad. A second sign would help. (ACTION 3 TR)", [["Tom Reed"]]),
    ],
)
def test_numbers_of_actions_behind_what_is_over(tmp_path: Path, said: str, owners: list[list[str]]) -> None:
    assert owners_of(tmp_path, said) == owners


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("The Clerk to advise residents when the road closes.", None),
        ("The Clerk to cut the hedge when the weather improves.", "when the weather improves"),
        ("The Clerk to obtain a quote, as agreed with Tom Reed by 3 May.", "3 May"),
        ("The Clerk to order the lamps, since it is cheaper to do so before 30 June.", "30 June"),
    ],
)
def test_days_of_what_is_told_and_of_reasons(tmp_path: Path, said: str, due: str | None) -> None:
    assert [action.due.text for action in record_of(tmp_path, f"{HEAD}{said}\n").actions] == [due]


def test_the_sentence_beside_a_post_that_is_thanked(tmp_path: Path) -> None:
    page = (
        "<p>Ardbeg Town Council, minutes of 4 March 2024</p><p>Present: Ann Box (Chair), Una Finch</p><h2>1. Roads</h2>"
        "<table><tr><th>Minute</th><th>Action</th></tr>"
        "<tr><td>The Clerk will order the lamps. The Clerk to the Council was thanked.</td><td>Clerk</td></tr></table>"
    )
    (action,) = record_of(tmp_path, page, "minutes.html").actions
    assert action.task.startswith("The Clerk will order the lamps")


@pytest.mark.parametrize(
    ("lists", "who"),
    [
        ("Present: Tom Lund, Borough of Overby and Ann Reed.", {"Tom Lund": "present", "Ann Reed": "present"}),
        (
            "Present: Tom Lund, Borough of Overby and West Moor; Jan Reed, Dale Trust",
            {"Tom Lund": "present", "Jan Reed": "present"},
        ),
        (
            "Present: Councillor Ann Box, Chair\nAlso present: Councillors Ash and Carr, Mr D. Coll and Mrs Una Finch",
            {
                "Ann Box": "present",
                "Ash": "present",
                "Carr": "present",
                "D. Coll": "in_attendance",
                "Una Finch": "in_attendance",
            },
        ),
        (
            "Present: Councillor Ann Box, Chair\nAlso present: Councillors Ash, Carr\nAlso present: Jim Orr, Sue Lund",
            {
                "Ann Box": "present",
                "Ash": "present",
                "Carr": "present",
                "Jim Orr": "in_attendance",
                "Sue Lund": "in_attendance",
            },
        ),
        (
            "In the Chair: Oluwaseun Adeyemi, Cllr Tom Box\nPresent: Cllr Sue Ash",
            dict.fromkeys(("Oluwaseun Adeyemi", "Tom Box", "Sue Ash"), "present"),
        ),
    ],
)
def test_who_came_beside_others(tmp_path: Path, lists: str, who: dict[str, str]) -> None:
    assert came(tmp_path, lists) == who


def test_fields_of_work_are_no_initials(tmp_path: Path) -> None:
    text = HEAD.replace(
        "Cllr Ann Box (Chair), Cllr Tom Reed, Cllr Mary Hoad",
        "Helen Rowe, HR Director, Paul Reed, PR Officer, Ian Todd, IT Manager",
    )
    told = [(person.capacity, person.initials) for person in record_of(tmp_path, f"{text}None.\n").attendance]
    assert told[:3] == [("HR Director", None), ("PR Officer", None), ("IT Manager", None)]


def test_posts_and_bodies_with_an_article_or_a_number() -> None:
    assert split_owners("Head of Planning and the Environment") == ["Head of Planning and the Environment"]
    assert split_owners("The SENCO and the Site Manager") == ["The SENCO", "the Site Manager"]
    assert clean("Ward 3 Market Square Committee") == "Ward 3 Market Square Committee"
    assert clean("Friends of 12 Mill Road") == "Friends of 12 Mill Road"
    assert clean("Township of Harrow 45 Mill Street") == "Township of Harrow"


@pytest.mark.parametrize("label", ["Committee date", "Meeting date", "Date of meeting"])
def test_a_labelled_day_before_that_of_the_line_to_whom(tmp_path: Path, label: str) -> None:
    text = (
        f"Overby Borough Council\n\nREPORT\n\nTo: Roads Committee, 20 April 2024\n\n{label}: 3 May 2024\n\n"
        "Report of: Head of Roads\n\n1. Purpose of report\n\n1.1 To tell members of the bridge.\n\n"
        "2. Recommendations\n\n2.1 That the report be noted.\n"
    )
    assert str(record_of(tmp_path, text, "report.txt").meeting.date) == "2024-05-03"
