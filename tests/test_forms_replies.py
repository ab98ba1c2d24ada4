"""Lists of people as county and district councils set them, and what an officer promises in a sentence of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from pipeline.run import extract
from tests.typed import record_of

_TOP = "Minutes of the Meeting of Kiltoom County Council held in the Courthouse on Monday, 7 May 2012 at 2 pm.\n\n"
_END = "\n\n1. Minutes\n\nThe minutes were adopted.\n"


def _record(tmp_path: Path, people: str, business: str = _END) -> Record:
    return record_of(tmp_path, _TOP + people + business)


def _people(record: Record, status: str = "present") -> list[str]:
    return [person.name for person in record.attendance if person.status == status]


def test_members_two_by_two_are_no_table_of_names_and_posts(tmp_path: Path) -> None:
    rows = "Present:\n\nBríd Feely            Tom Hession\nDermot Lavelle        Martina Quealy (Chair)\nSeán Ó Cuív\n"
    assert _people(_record(tmp_path, rows)) == [
        "Bríd Feely",
        "Tom Hession",
        "Dermot Lavelle",
        "Martina Quealy",
        "Seán Ó Cuív",
    ]


def test_names_with_their_posts_beside_them_stay_a_table(tmp_path: Path) -> None:
    rows = "Present:\n\nBríd Feely            Chief Executive\nDermot Lavelle        Head of Finance\n"
    assert _people(_record(tmp_path, rows)) == ["Bríd Feely", "Dermot Lavelle"]


def test_a_line_of_names_among_lines_of_one_person_each(tmp_path: Path) -> None:
    rows = "Present: Ann Cody, Paul Drew, Joe Burke.\n\nMs. Lil Ivory.\nMr. Mark Joyce.\nMr. Noel Keane, Treasurer.\n"
    names = ["Ann Cody", "Paul Drew", "Joe Burke", "Lil Ivory", "Mark Joyce", "Noel Keane"]
    assert _people(_record(tmp_path, rows)) == names


def test_councillors_in_one_line_below_their_chair(tmp_path: Path) -> None:
    rows = "Present: Councillor Thorn (Chair)\nCouncillors Maguire, Armstrong, Wilson and Rainey\n"
    assert _people(_record(tmp_path, rows)) == ["Thorn", "Maguire", "Armstrong", "Wilson", "Rainey"]


def test_deputies_below_councillors_and_who_presided_without_a_colon(tmp_path: Path) -> None:
    rows = (
        "Presiding                 R Doole\n\n"
        "Other Members Present     S Ferran\n                          Mrs A Gault\n"
        "                          T J Heaney\n                          Miss O Quigg\n\n"
        "Officers Present          B Rea (Chief Executive)\n                          D Steen (Director)\n"
    )
    assert _people(_record(tmp_path, rows)) == ["R Doole", "S Ferran", "A Gault", "T J Heaney", "O Quigg"]
    rows = "Present:   Councillors - Ann Cody, Paul Drew.\n           Deputies - Sean Foy, Una Glynn.\n"
    assert _people(_record(tmp_path, rows)) == ["Ann Cody", "Paul Drew", "Sean Foy", "Una Glynn"]


def test_a_group_named_in_the_cell_beside_its_people(tmp_path: Path) -> None:
    from docx import Document

    paper = Document()
    paper.add_paragraph(_TOP.strip())
    table = paper.add_table(rows=0, cols=2)
    for label, people in (
        ("Elected Members:", "Cllrs. Pat Boyce (Chairman), Jim Cross"),
        ("Community Sector:", "Johnny Kerr\nJohn Lyons"),
        ("Apologies:", "Seamus Moore"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, people
    paper.add_paragraph("1. Minutes")
    paper.add_paragraph("The minutes were adopted.")
    path = tmp_path / "minutes.docx"
    paper.save(str(path))
    (record,) = extract(path)
    assert _people(record) == ["Pat Boyce", "Jim Cross", "Johnny Kerr", "John Lyons"]


_PRESENT = "Present: Cllr Ann Cody (Chair), Cllr Paul Drew\nIn attendance: Mr. T. Moran, Area Engineer\n\n1. Roads\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Mr. Moran said the wall was safe. He would however price the works.",
        "Mr. Moran did not have the figures with him but would supply them to the Chair.",
        "Mr. Moran said that there was no money but he would see if the fund could pay.",
        "Cllr Drew said the bins were full. Mr. Moran stated that he would have two more bins installed.",
    ],
)
def test_what_an_officer_would_do(tmp_path: Path, said: str) -> None:
    actions = _record(tmp_path, _PRESENT, said + "\n").actions
    assert [[owner.name for owner in action.owners] for action in actions] == [["T. Moran"]]


def test_he_would_of_whom_nobody_knows_is_a_story(tmp_path: Path) -> None:
    said = "A resident spoke of the mill. He would catch eels there as a boy.\n"
    assert _record(tmp_path, _PRESENT, said).actions == ()
