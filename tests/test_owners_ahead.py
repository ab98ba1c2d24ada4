"""Who stands before the tasks of a list. Invented people and tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

PAPER = """# Minutes of Netherby Mill Society

4 March 2025

## Present

- Ann Box (Chair)
- Ben Holt
- Cal Lund
- Dee Marsh

## Letters

The letters were read.

## {title}

- {row}
- Ann: write to the county
"""


@pytest.mark.parametrize(
    ("row", "owners", "task"),
    [
        ("Ben :: Mend the gate", ["Ben Holt"], "Mend the gate"),
        ("Done Ben :: Mend the gate", ["Ben Holt"], "Mend the gate"),
        ("Ben -> Cal: Mend the gate", ["Cal Lund"], "Mend the gate"),
        ("Cal → mend the gate", ["Cal Lund"], "mend the gate"),
        ("Ben,Cal,Dee: the open day", ["Ben Holt", "Cal Lund", "Dee Marsh"], "the open day"),
        ("Ben + Cal: print the posters", ["Ben Holt", "Cal Lund"], "print the posters"),
        ("Ben (with Cal and Dee) - ask the bank", ["Ben Holt", "Cal Lund", "Dee Marsh"], "ask the bank"),
        ("Grants, Rates: look at both", [], "Grants, Rates: look at both"),
    ],
)  # fmt: skip
def test_owners_before_a_task(tmp_path: Path, row: str, owners: list[str], task: str) -> None:
    record = record_of(tmp_path, PAPER.format(title="Action items", row=row), "minutes.md")
    assert owned(record) == [(task, owners), ("write to the county", ["Ann Box"])]


@pytest.mark.parametrize(
    ("title", "carried"),
    [
        ("Assignments", False),
        ("“Assignments”", False),
        ("Re-assigned action items", False),
        ("Last month’s action items", True),
        ("Updates on previous actions", True),
    ],
)
def test_titles_of_lists_of_actions(tmp_path: Path, title: str, carried: bool) -> None:
    record = record_of(tmp_path, PAPER.format(title=title, row="Ben: mend the gate"), "minutes.md")
    assert [(action.owners[0].name, action.carried) for action in record.actions] == [
        ("Ben Holt", carried),
        ("Ann Box", carried),
    ]
