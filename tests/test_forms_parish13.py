"""Parish, town and community councils, halls and allotments: whose the tasks are that their minutes tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.columns import columns_of
from tests.printed import table
from tests.typed import owned, record_of

HEAD = """Harrowdale Parish Council

Minutes of the meeting held on Monday 3 March 2025 at 7.30pm in the Moot Room

Present: Ann Lund (AL, Chair), Ben Carrow (BC), Ivo Stone (IS), Nora Oakes (NO)
In attendance: Cat Dunmore (Clerk)

1. Roads

"""
FOOT = "\n\n2. Next meeting\n\nMonday 7 April 2025.\n"


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        ("Ben has a ladder and will put the sign straight.", None, ["Ben Carrow"]),
        ("AL knows a roofer, will get him to come and look at the slates.", None, ["Ann Lund"]),
        (
            "Ann and Ben were there.\n\nAL asked for the map. She did not like it and will be seeing the agent.",
            "She",
            ["Ann Lund"],
        ),
        ("IS to reply to the owner of the mill.", None, ["Ivo Stone"]),
        ("The wall leans, BC undertook to e-mail the mason.", None, ["Ben Carrow"]),
        ("Plot 9 is bare, AL will have a quiet word with the tenant.", None, ["Ann Lund"]),
        ("Coun Carrow to fill in the forms.", None, ["Ben Carrow"]),
        ("NO and BC will meet the lorry.", None, ["Nora Oakes", "Ben Carrow"]),
        ("NO mentioned that the lamp was out. He will look at the fuse.", "He", ["Nora Oakes"]),
        ("A poster is to be drawn for the fair. Action: Nora and Ben", None, ["Nora Oakes", "Ben Carrow"]),
        ("Ben told of the cuts. He was asked about the bus, and had not heard but would check.", "He", ["Ben Carrow"]),
    ],
)
def test_whose_the_task_is(tmp_path: Path, text: str, task: str | None, owners: list[str]) -> None:
    told = owned(record_of(tmp_path, HEAD + text + FOOT))
    assert [names for words, names in told if task is None or words.startswith(task)] == [owners]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It was agreed that a letter of support be sent. The Clerk to prepare this.",
            [("It was agreed that a letter of support be sent. The Clerk to prepare this.", ["Cat Dunmore"])],
        ),
        (
            "It was agreed to obtain quotes. BC to arrange.",
            [("It was agreed to obtain quotes. BC to arrange.", ["Ben Carrow"])],
        ),
        (
            "Resolved to apply for a grant towards the swings, AL to fill in the form.",
            [("AL to fill in the form.", ["Ann Lund"])],
        ),
        ("The playgroup need to be told.", [("The playgroup need to be told.", [])]),
        ("Letters to go to the five tenants.", [("Letters to go to the five tenants.", [])]),
    ],
)
def test_what_was_agreed_is_one_task(tmp_path: Path, text: str, told: list[tuple[str, list[str]]]) -> None:
    assert owned(record_of(tmp_path, HEAD + text + FOOT)) == told


WALKED = (
    "Plots\nAnn and Ben walked round all of the plots in February. Most were good, three were poor, and the tenants of "
    "these three are to be written to before the end of the month."
)


def test_numbers_need_no_head() -> None:
    minuted = table(
        ("", "Item", "Who"),
        ("1", "Minutes\nThe minutes of 3 February were agreed and signed as a true record.", ""),
        ("2", WALKED, "CD"),
        ("3", "Water\nThe bill has gone up again.\nNotice to be put up on both of the gates.", "BC"),
    )
    columns = columns_of(minuted)
    assert (columns.use, columns.roles) == ("minutes", ("number", "notes", "owner"))
