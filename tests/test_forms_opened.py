"""Lists of tasks by the sentence that opens them. Invented words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """Elmer Hall Committee

Minutes of the meeting held on 4 March 2025

Present: Ann Box (Chair), Ben Carr, Cal Dunn

In attendance: Eva Firth (Clerk)

1. Apologies

There were none.

2. Safety

"""
END = "\n\n3. Next meeting\n\nThe date was noted.\n"


@pytest.mark.parametrize(
    "opening",
    [
        "The audit was back by May and the following safety action plan has been drawn up.",
        "The following next steps were identified:",
        "The following tasks are still outstanding:",
    ],
)
def test_a_sentence_opens_a_list_of_tasks(tmp_path: Path, opening: str) -> None:
    rows = "- Revisit the lone working policy with all staff\n- Courses for new staff to include the fire drill"
    record = record_of(tmp_path, f"{HEAD}{opening}\n\n{rows}{END}")
    assert owned(record) == [
        ("Revisit the lone working policy with all staff", []),
        ("Courses for new staff to include the fire drill", []),
    ]
    assert all(action.marked for action in record.actions)


def test_what_is_left_of_the_last_meeting_is_carried(tmp_path: Path) -> None:
    rows = "a. Buy the lamps as agreed - Ben Carr/Cal Dunn\n\nb. Bring the key to the hall. - Clerk"
    opening = "The following were actions from the last meeting that are not on this agenda:"
    record = record_of(tmp_path, f"{HEAD}{opening}\n\n{rows}{END}")
    assert owned(record) == [
        ("Buy the lamps as agreed", ["Ben Carr", "Cal Dunn"]),
        ("Bring the key to the hall.", ["Eva Firth"]),
    ]
    assert all(action.carried for action in record.actions)


def test_a_plan_without_rows_opens_no_list(tmp_path: Path) -> None:
    opening = "The following safety action plan has been drawn up."
    record = record_of(tmp_path, f"{HEAD}{opening}\n\nThe members went through it and thanked the Clerk.{END}")
    assert not record.actions


def test_rows_go_on_with_what_she_would_do(tmp_path: Path) -> None:
    rows = "- write to the owner\n- ask for a price"
    record = record_of(tmp_path, f"{HEAD}Ann Box agreed that she would\n\n{rows}{END}")
    assert owned(record) == [("write to the owner", ["Ann Box"]), ("ask for a price", ["Ann Box"])]


def test_the_next_item_behind_a_counted_list_is_no_part_of_it(tmp_path: Path) -> None:
    agreed = "The committee agreed the following:\n\n1. The Clerk would write to the county.\n\n2. The budget be kept."
    record = record_of(tmp_path, f"{HEAD}{agreed}{END}\n\n4. Close\n\nThe meeting closed at 9 pm.\n")
    assert [(item.number, item.title) for item in record.items][2:] == [("3", "Next meeting"), ("4", "Close")]
    assert [one.text for one in record.decisions] == [
        "The Clerk would write to the county.",
        "The budget be kept.",
        "The date was noted.",
    ]
