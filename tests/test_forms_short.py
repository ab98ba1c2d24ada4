"""Short minutes, of one item or of none: nothing that they decided or left to do may be lost. Invented words."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

HEAD = """Elmer Hall Committee

Minutes of the meeting held on 4 March 2025

Present: Ann Box (Chair), Ben Carr, Cal Dunn
Apologies: Dora Elm

"""
ROOF = "It was agreed to accept the quotation of £2,300 from the roofer. Ben Carr to order the work by 20 March."


def test_the_only_number_of_a_paper_opens_its_item(tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{HEAD}1. Roof\n\n{ROOF}\n\nThe meeting closed at 8.15pm.\n")
    assert [(item.number, item.title) for item in record.items] == [("1", "Roof")]
    assert owned(record) == [("Ben Carr to order the work by 20 March.", ["Ben Carr"])]
    assert [(one.name, one.status) for one in record.attendance][-1] == ("Dora Elm", "apologies")


def test_what_is_decided_below_the_list_of_who_came_is_said(tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{HEAD}The Chair said that the roof was why they met.\n\n{ROOF}\n")
    assert len(record.attendance) == 4
    assert owned(record) == [("Ben Carr to order the work by 20 March.", ["Ben Carr"])]
    assert [one.outcome for one in record.decisions] == ["agreed"]


def test_a_number_in_a_list_of_who_came_is_no_item(tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{HEAD}1. Member of the public\n\nThe meeting closed at 8.15pm.\n")
    assert not record.items


def test_the_letters_of_a_post_behind_a_surname_are_no_part_of_it(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Elmer Parent Council\n\nMinutes of 12.11.24\n\nAttending: Fay Moor (Chair), Mrs Holt (HT), Ann Box\n"
        "Apols: Cat Bell\n\n1. Fair\n\nNeed volunteers, FM to send round a sheet. Mrs Holt to ask the council.\n\n"
        "2. Bank\n\nThe signatories have changed.\n",
    )
    assert [(one.name, one.status) for one in record.attendance] == [
        ("Fay Moor", "present"),
        ("Holt", "present"),
        ("Ann Box", "present"),
        ("Cat Bell", "apologies"),
    ]
    assert [owners for _, owners in owned(record)] == [["Fay Moor"], ["Holt"]]
