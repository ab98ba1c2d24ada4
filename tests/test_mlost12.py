"""What agreements leave to be done without a name, resolutions that are counted, papers that will be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = """MINUTES of the meeting of Northmoor Parish Council held on Thursday 13 March 2025 at 7pm

Present: Cllr Ann Lund (Chair), Cllr Ben Carrow (BC), Cllr Cat Dunmore (CD)
In attendance: Hal Marsden (Clerk)

1. Business

"""
FOOT = "\n\n2. Next meeting\n\nThursday 10 April 2025.\n"


def owners_of(tmp_path: Path, text: str) -> list[list[str]]:
    """The owners of item 1's actions, as written."""
    told = record_of(tmp_path, HEAD + text + FOOT).actions
    return [[owner.as_written or owner.name or "" for owner in one.owners] for one in told]


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to submit the following remarks to the planners about the barn.",
        "It was agreed to review the other seats on the green in the spring.",
        "It was agreed as an interim measure to set up a page for the ferry.",
        "It was agreed that the worn patches needed to be reseeded.",
        "Guidance will be given on parking near the quay.",
        "The entries will be graded at the Away Day in March.",
    ],
)
def test_work_without_a_name(tmp_path: Path, text: str) -> None:
    assert owners_of(tmp_path, text) == [[]]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Resolved: (1) That BC contact the depot about the bins.", "BC"),
        ("Resolved: (a) That CD log the remarks online.", "CD"),
    ],
)
def test_a_counted_resolution(tmp_path: Path, text: str, owner: str) -> None:
    assert owners_of(tmp_path, text) == [[owner]]


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to review the fee each year.",
        "It was agreed to fill the vacancy by co-option.",
        "Ben said that the patches needed to be reseeded.",
        "The guidance on parking was given out in June.",
    ],
)
def test_no_work(tmp_path: Path, text: str) -> None:
    assert owners_of(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("BC Suggested a new rota for the hall and offered to draw it up.", ["BC"]),
        ("BC Again reiterated that the hall is cold and will report back at the next meeting.", ["BC"]),
        ("Cllr Lund welcomed the idea and clarified this will be investigated further.", ["Cllr Lund"]),
    ],
)
def test_who_tells_of_it_does_it(tmp_path: Path, text: str, owners: list[str]) -> None:
    assert [[one.removeprefix("The ") for one in theirs] for theirs in owners_of(tmp_path, text)] == [owners]


def test_minutes_in_welsh(tmp_path: Path) -> None:
    told = """CYNGOR CYMUNED MOELFRYN

Cynhaliwyd cyfarfod o Gyngor Cymuned Moelfryn am 7.30 ar 14 Ionawr 2025 yn y Neuadd.

1. Materion yn codi

Clerc i ysgrifennu at y cwmni am y fainc.

Cynigiwyd gan Ann Lund. Diolchodd y Clerc i bawb.
"""
    actions = record_of(tmp_path, told).actions
    assert [(one.task, [o.as_written for o in one.owners]) for one in actions] == [
        ("Clerc i ysgrifennu at y cwmni am y fainc.", ["Clerc"])
    ]
