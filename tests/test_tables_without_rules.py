"""Lists of tasks in columns that nothing rules, and heads that no list has: by place and by what stands below."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import extract
from tests.printed import found_in, table

HEAD = (
    "Tarn Moor Allotment Society\n\nMinutes of the meeting held on Tuesday 4 March 2025\n\n"
    "Present: Ann Holt (AH), Chairman; Sam Reed (SR), Secretary; Kit Lund (KL)\n\n1. Water\n\nThe trough leaks.\n\n"
)
Found = list[tuple[list[str], str, str | None]]


def read(tmp_path: Path, block: str) -> Found:
    """The actions of minutes that end with this block: owners, the task, due."""
    path = tmp_path / "minutes.txt"
    path.write_text(HEAD + block, "utf-8")
    (record,) = extract(path)
    return [([o.name for o in a.owners], a.task, a.due.date or a.due.text) for a in record.actions]


LIST = """Action plan

#      Description                     Assigned to      Timescale     Progress
1      Relay the pipe to plot nine     Sam and Kit      by the end    Open
       where it crosses the path                        of May
2      Shorten the ladder              Kit                            Open
3      Ask the council for a skip      Ann              asap          Open
"""
WHO_FIRST = """Who does what

Who              What                              When
Sam and          Relay the pipe to plot nine       3 May
Kit
Kit              Shorten the ladder of the
                 Mill Lane shed                    next meeting
"""


def test_cells_that_go_on_over_lines_below_heads_in_plain_text(tmp_path: Path) -> None:
    assert read(tmp_path, LIST) == [
        (["Sam Reed", "Kit Lund"], "Relay the pipe to plot nine where it crosses the path", "2025-05"),
        (["Kit Lund"], "Shorten the ladder", None),
        (["Ann Holt"], "Ask the council for a skip", "asap"),
    ]


def test_owners_first_in_plain_text(tmp_path: Path) -> None:
    assert read(tmp_path, WHO_FIRST) == [
        (["Sam Reed", "Kit Lund"], "Relay the pipe to plot nine", "2025-05-03"),
        (["Kit Lund"], "Shorten the ladder of the Mill Lane shed", "next meeting"),
    ]


def test_prose_below_heads_is_no_table(tmp_path: Path) -> None:
    block = "Action           Owner\n\nNothing was left over from the last meeting, and the pump works well again.\n"
    assert read(tmp_path, block) == []


@pytest.mark.parametrize("heads", [("Point", "For action by", "By"), ("Follow-up needed", "Member", "When by")])
def test_heads_that_only_name_who_and_when(heads: tuple[str, ...]) -> None:
    rows = (["Relay the pipe to plot nine", "Sam Reed", "3 May"], ["Shorten the old ladder", "Kit Lund", "w/c 5 May"])
    found = found_in(table(list(heads), *rows))
    assert [(a.task, list(a.owners), a.due) for a in found.actions] == [
        ("Relay the pipe to plot nine", ["Sam Reed"], "3 May"),
        ("Shorten the old ladder", ["Kit Lund"], "w/c 5 May"),
    ]


def test_a_list_of_people_and_days_is_no_list_of_tasks() -> None:
    rows = (["Mill Lane", "Sam Reed", "3 May"], ["Church Road", "Kit Lund", "5 May"])
    assert not found_in(table(["Place", "Member", "When"], *rows)).actions


@pytest.mark.parametrize("ending", [" (KL, by 3 May)", ": Kit Lund (3 May)", " – KL – by 3 May"])
def test_who_and_when_behind_a_listed_task(tmp_path: Path, ending: str) -> None:
    found = read(tmp_path, f"Actions\n\n- Relay the pipe to plot nine{ending}\n")
    assert [(owners, due) for owners, _, due in found] == [(["Kit Lund"], "2025-05-03")]


def test_owner_and_task_in_one_line(tmp_path: Path) -> None:
    lines = (
        "Owner: Kit Lund. Action: Relay the pipe to plot nine. Due: 3 May.",
        "Owner: Ann Holt. Action: Shorten the old ladder.",
        "2. Next meeting",
        "Tuesday 1 April 2025.",
    )
    found = read(tmp_path, "\n\n".join(lines))
    assert [(owners, due) for owners, _, due in found] == [(["Kit Lund"], "2025-05-03"), (["Ann Holt"], None)]
