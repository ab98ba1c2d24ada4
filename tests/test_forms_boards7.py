"""How governors, patient groups, unions and projects write: what was asked there and then, whose posts change hands."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

GOVERNORS = """Moss Lane Primary School Governing Board

Minutes of the meeting held on 3 May 2024

Present: Ann Box (AB), Bob Carr (BC), Cath Dale (CD)

1. Committees

Governors were invited to ask questions on the minutes of the following committees:

Trustees were asked to raise any questions about the accounts.

Governors were asked to raise any questions with the Clerk before the next meeting.

AB agreed to transfer her existing role as link governor to BC.

BC volunteered to take over from Cath Dale as reading governor.

2. Results

Discuss how the figures received from the T&L committee will inform the plan.

BC to write to the county.
"""


def test_questions_asked_there_and_posts_that_change_hands_leave_no_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOVERNORS)
    assert owned(record) == [
        ("Governors were asked to raise any questions with the Clerk before the next meeting.", ["Governors"]),
        ("BC to write to the county.", ["Bob Carr"]),
    ]
