"""Minutes of councils and health boards: parts of a resolution, who "he" is, rows of names above the business."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pipeline.record import Record
from pipeline.run import extract
from tests.test_forms_precision import HEAD, told
from tests.typed import owned, record_of

SAID = (
    "IB reported that beds were short in May and that more had been ordered from the makers in the north, who wait. "
    "The wards had coped, though not well, and nobody had been sent home before it was right."
)
PARTS = (
    ("[1]", "[2]"),  # Cheshire's way
    ("1", "2"),
    ("(1)", "(2)"),
)


@pytest.mark.parametrize("marks", PARTS)
def test_parts_of_a_resolution_by_any_mark(tmp_path: Path, marks: tuple[str, str]) -> None:
    text = (
        f"{HEAD}RESOLVED: That\n\n{marks[0]} the lamp report be noted; and\n\n"
        f"{marks[1]} the Clerk submit a list of lamps to the next meeting.\n\n3. Next meeting\n\nIt was in May.\n"
    )
    record = record_of(tmp_path, text)
    assert [decision.outcome for decision in record.decisions] == ["noted", "agreed"]
    assert owned(record) == [("the Clerk submit a list of lamps to the next meeting.", ["Mara Dunmore"])]


def test_votes_are_no_part(tmp_path: Path) -> None:
    text = f"{HEAD}The Council resolved that the lamps be lit:\n\n1 vote was cast against it.\n"
    record = record_of(tmp_path, text)
    assert not any("vote was cast" in decision.text and decision.text[0] == "v" for decision in record.decisions)


@pytest.mark.parametrize(
    ("sentences", "owners"),
    [
        (
            "Mr Hook spoke of the mill. Mrs Vane was worried about the roof. He agreed to write to the builder.",
            ["Mr Hook"],
        ),
        ("Mr Hook was late. He gave an assurance that the report would be sent to members by May.", ["Mr Hook"]),
    ],
)
def test_who_he_is(tmp_path: Path, sentences: str, owners: list[str]) -> None:
    (action,) = told(tmp_path, sentences)
    assert action[1] == owners


def test_a_labelled_task_in_capitals(tmp_path: Path) -> None:
    (action,) = told(tmp_path, "The roof leaks.\n\nACTION: MD TO SHARE THE PLAN OF THE ROOF WITH THE BUILDER")
    assert action == ("MD TO SHARE THE PLAN OF THE ROOF WITH THE BUILDER", ["Mara Dunmore"])


def test_a_title_that_has_action_points_in_it(tmp_path: Path) -> None:
    text = f"{HEAD}The roof leaks.\n\n3. NOTES & ACTION POINTS FROM THE LAST MEETING\n\nThese were agreed.\n"
    assert owned(record_of(tmp_path, text)) == []


def test_by_goes_with_the_nearer_verb(tmp_path: Path) -> None:
    sentence = "The Clerk confirmed that keys will be issued to those on a course run by the Otter Trust."
    assert all(owners != ["Otter Trust"] for _, owners in told(tmp_path, sentence))


PEOPLE = [
    ("Present:", "", ""),
    ("Rolf Ashdown", "RA", "Chair"),
    ("Ines Birkett", "IB", "Medical Director"),
    ("Otto Crane", "OC", "Director of Finance"),
    ("Ref", "Item", "Action"),
    ("WB/24/1", "Welcome\nThe Chair welcomed all.", ""),
]


def board(folder: Path, said: str, beside: str) -> Record:
    """The record of a board's minutes in one table, people and business, with an item of these words and owners."""
    document = docx.Document()
    document.add_paragraph("Wickerby Health Board")
    document.add_paragraph("Minutes of the meeting held on 4 March 2024")
    table = document.add_table(rows=0, cols=3)
    for row in [*PEOPLE, ("WB/24/2", f"Beds\n{SAID}\n{said}", beside)]:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            first, *rest = words.split("\n")
            cell.paragraphs[0].text = first
            for line in rest:
                cell.add_paragraph(line)
    document.save(str(folder / "minutes.docx"))
    (record,) = extract(folder / "minutes.docx")
    return record


def test_rows_of_names_above_the_business(tmp_path: Path) -> None:
    record = board(tmp_path, "Share the list.", "IB")
    assert [(item.number, item.title) for item in record.items] == [("WB/24/1", "Welcome"), ("WB/24/2", "Beds")]
    assert [person.name for person in record.attendance] == ["Rolf Ashdown", "Ines Birkett", "Otto Crane"]
    assert owned(record) == [("Share the list.", ["Ines Birkett"])]


def test_owners_beside_tasks_that_tell_nothing(tmp_path: Path) -> None:
    said = "Break down the cost by ward in June.\nGuide to go to every ward sister.\nThe Board NOTED it all."
    assert owned(board(tmp_path, said, "OC\nIB")) == [
        ("Break down the cost by ward in June.", ["Otto Crane"]),
        ("Guide to go to every ward sister.", ["Ines Birkett"]),
    ]


def test_an_old_action_takes_the_owner_beside_it(tmp_path: Path) -> None:
    said = "Action 14 - The trust had been met and a paper would be brought in May."
    assert [owners for _, owners in owned(board(tmp_path, said, "OC"))] == [["Otto Crane"]]


def test_members_of_a_joint_board_below_their_councils(tmp_path: Path) -> None:
    text = (
        "JOINT ROADS BOARD\n\nMinutes of the meeting held on 15 April 2016\n\nPresent: Otter Borough Council\n"
        " Councillor Ines Birkett\n\n Wexcombe and Pell District Council\n Councillor Otto Crane\n"
        " Councillor Rolf Ashdown (Vice-Chairman)\n\nOfficers: Mara Dunmore\n\n24. Declarations\n\nThere were none.\n"
    )
    people = [(person.name, person.status) for person in record_of(tmp_path, text).attendance]
    assert people == [
        ("Ines Birkett", "present"),
        ("Otto Crane", "present"),
        ("Rolf Ashdown", "present"),
        ("Mara Dunmore", "in_attendance"),
    ]


def test_apologies_among_procedural_matters(tmp_path: Path) -> None:
    text = HEAD.replace(
        "1. Apologies\n\nThere were none.", "1. Procedural matters\n\nApologies were received from Cllr D. Pell."
    )
    people = [(person.name, person.status) for person in record_of(tmp_path, text).attendance]
    assert ("D. Pell", "apologies") in people


def test_apologies_given_to_somebody_are_none(tmp_path: Path) -> None:
    said = "Apologies were received from the bus firm for the late bus. Apologies were made by Cllr Crane to Ada Wren."
    people = [person.name for person in record_of(tmp_path, f"{HEAD}{said}\n").attendance]
    assert people == ["Rolf Ashdown", "Ines Birkett", "Otto Crane", "Mara Dunmore"]
