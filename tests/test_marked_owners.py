"""Labelled actions whose owner stands behind the task, or between the label and the task."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

FRONT = (
    "Sagehill Parish Council\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Cllr Dale Ruckert (Chair), Cllr Lou Amaya, Gwen Stahl (Treasurer)\nIn attendance: Jan Dole (Clerk)\n\n"
)
ACTIONS = {
    "Action: Ring the contractor (The Clerk)": ("Ring the contractor", ["Jan Dole"]),
    "Action: Order the lamp (the Treasurer)": ("Order the lamp", ["Gwen Stahl"]),
    "Action – Paint the fence – The Paths Working Group": ("Paint the fence", ["Paths Working Group"]),
    "Action on Cllr Amaya to write to the county.": ("Cllr Amaya to write to the county.", ["Lou Amaya"]),
    "Action for the Clerk to ask the builder.": ("the Clerk to ask the builder.", ["Jan Dole"]),
}


@pytest.mark.parametrize(("line", "read"), ACTIONS.items())
def test_who_is_to_do_it(line: str, read: tuple[str, list[str]], tmp_path: Path) -> None:
    body = f"1. Hall\n\nThe paper had been sent round.\n\n{line}\n\n2. Keys\n\nNone was lost.\n"
    assert owned(record_of(tmp_path, FRONT + body)) == [read]


def test_owners_alone_still_close_what_stands_above(tmp_path: Path) -> None:
    body = "1. Hall\n\nA notice will be put up.\n\nAction: Clerk and Chair (by May)\n\n2. Keys\n\nNone was lost.\n"
    assert owned(record_of(tmp_path, FRONT + body)) == [("A notice will be put up.", ["Jan Dole", "Dale Ruckert"])]
