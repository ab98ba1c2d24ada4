"""A count between a motion and its fate, parts counted behind "Approved:", labels of a cell, signs of a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_at

HEAD = """Lowfell Parish Council

Minutes of the meeting held on Monday 6 October 2025 at 5pm in the Reading Room

Present: Cllr Joan Alder (Chair), Cllr Kit Birch, Cllr Lena Corr, Mrs Dora Ogg (Clerk)
"""


def minuted(tmp_path: Path, text: str) -> Record:
    return record_at(
        tmp_path / "minutes.txt", f"{HEAD}\n1. Apologies\n\nNone.\n\n2. Lamps\n\n{text}\n\n3. Close\n\nAt 9 pm.\n"
    )


def decided(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    return [(decision.outcome, decision.text.strip()) for decision in minuted(tmp_path, text).decisions]


MOTION = "Cllr Birch proposed, seconded by Cllr Corr, that the matter be deferred for one month."


@pytest.mark.parametrize(
    "count",
    [
        "On a show of hands there voted: For 5, Against 9. The Mayor declared the proposal defeated.",
        "On a vote being taken there voted for 5, against 9. The motion was lost.",
        "A vote was taken, 5 for and 9 against. The proposal was defeated.",
    ],
)
def test_a_count_stands_between_a_motion_and_its_fate(tmp_path: Path, count: str) -> None:
    assert decided(tmp_path, f"{MOTION} {count}") == [("refused", f"{MOTION} {count}")]


@pytest.mark.parametrize("opening", ["Approved:", "Agreed:", "Decision:", "RESOLVED –"])
def test_parts_counted_behind_an_opening(tmp_path: Path, opening: str) -> None:
    told = decided(tmp_path, f"{opening} (a) the list of lamps; (b) the new form, for use in May; (c) the dates.")
    assert [text for _, text in told] == ["the list of lamps;", "the new form, for use in May;", "the dates."]


def test_one_part_is_no_list(tmp_path: Path) -> None:
    assert len(decided(tmp_path, "Approved: a) the minutes of 3 May")) == 1


def test_what_was_not_approved(tmp_path: Path) -> None:
    assert decided(tmp_path, "Not approved: the lamp in Mill Lane.") == [
        ("refused", "Not approved: the lamp in Mill Lane.")
    ]


def test_what_goes_on_is_not_put_off(tmp_path: Path) -> None:
    assert [o for o, _ in decided(tmp_path, "RESOLVED that the freeze on posts be continued until 31 December.")] == [
        "agreed"
    ]
    assert [o for o, _ in decided(tmp_path, "RESOLVED that the matter be continued until the May meeting.")] == [
        "deferred"
    ]


def test_a_part_that_receives_notes(tmp_path: Path) -> None:
    told = decided(tmp_path, "RESOLVED that the Council: (a) receive the report; (b) buy a lamp.")
    assert [outcome for outcome, _ in told] == ["noted", "agreed"]


def test_brackets_name_one_of_the_staff(tmp_path: Path) -> None:
    text = f"{HEAD.rstrip()}, Mr Olly Finch (Engineer)\n\n1. Lamps\n\nStaff will reply to him in writing (O Finch).\n"
    record = record_at(
        tmp_path / "minutes.txt", f"{text}\n2. Roads\n\nStaff will send a list to members (Appendix B).\n"
    )
    owners = [[owner.name for owner in action.owners] for action in record.actions]
    assert owners == [["Olly Finch"], ["Staff"]]


def test_minute_numbers_that_look_like_years(tmp_path: Path) -> None:
    said = ["2203/1  APOLOGIES None.", "2203/2  MINUTES Read.", "2203/3  ROADS", "2203/4  LAMPS", "2203/5  CLOSE At 9."]
    text = "\n\n".join(f"{line}\nThe Clerk read a long letter from the county." for line in said)
    record = record_at(tmp_path / "minutes.txt", f"{HEAD}\n{text}\n")
    assert [item.number for item in record.items] == [f"2203/{n}" for n in range(1, 6)]


def test_members_behind_also_present(tmp_path: Path) -> None:
    text = (
        "Lowfell Parish Council\n\nMinutes of the meeting held on Monday 6 October 2025\n\n"
        "In the chair        Cllr J. Alder\n"
        "Also present        Cllrs K. Birch, Mrs L. Corr, D. Ogg and Ms P. Rudd\n"
        "                    District Councillor A. Finch and the Clerk\n"
        "Absent with apology Cllr S. Tate\n\n1. Roads\n\nThese were gone through.\n\n2. Lamps\n\nNone were out.\n"
    )
    came = {person.name: person.status for person in record_at(tmp_path / "minutes.txt", text).attendance}
    assert came == {
        **dict.fromkeys(("J. Alder", "K. Birch", "L. Corr", "D. Ogg", "P. Rudd"), "present"),
        "A. Finch": "in_attendance",
        "S. Tate": "apologies",
    }


PAGE = """<html><body><h1>Lowfell Schools Forum</h1><p>Minutes of the meeting held on 6 October 2025</p>
<table>{rows}</table><h2>1. Roads</h2><p>These were gone through.</p><h2>2. Lamps</h2><p>None.</p></body></html>"""


def rows(*lines: str) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("|")) + "</tr>" for line in lines)


def test_a_cell_with_a_label_of_its_own(tmp_path: Path) -> None:
    table = rows(
        "Members present|Officers in attendance",
        "Joan Alder|Kit Birch",
        "Lena Corr|Dora Ogg",
        "Apologies: Olly Finch, Pia Rudd|",
    )
    came = {p.name: p.status for p in record_at(tmp_path / "minutes.html", PAGE.format(rows=table)).attendance}
    assert came["Joan Alder"] == "present"
    assert came["Olly Finch"] == came["Pia Rudd"] == "apologies"


def test_a_sign_in_a_column_of_its_own(tmp_path: Path) -> None:
    table = rows("*|Cllr Joan Alder|Leader", "*|Cllr Kit Birch|Roads", "|Cllr Lena Corr|Lamps", "*|Cllr Di Ogg|Parks")
    page = PAGE.replace("</table>", "</table><p>* denotes attendance</p>").replace("<table>", "<p>Members</p><table>")
    came = {p.name: p.status for p in record_at(tmp_path / "minutes.html", page.format(rows=table)).attendance}
    assert came["Joan Alder"] == "present"
    assert came["Lena Corr"] == "absent"
