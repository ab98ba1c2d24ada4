"""How committees of principal councils decide and ask for papers: eleventh reading. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import owned, record_of

PANEL = """MINUTES OF THE MEETING OF THE HARROW VALE SCRUTINY PANEL HELD IN THE MOOR HALL ON MONDAY 4 MARCH 2024

Present: Councillors Rolf Ashdown (Chair), Ines Birkett, Otto Crane and Dora Pell

In attendance: Tom Garvey (Director of Places), Lena Holly (Senior Engineer)

1. Voids

{said}

2. Next meeting

The date was noted.
"""


def said(folder: Path, words: str) -> Record:
    """The minutes of a panel in which the words stand as one item."""
    return record_of(folder, PANEL.format(said=words))


def outcomes(record: Record) -> list[tuple[str, str]]:
    return [
        (decision.outcome, decision.text) for decision in record.decisions if decision.text != "The date was noted."
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # words that are glued, labels, and a sentence cut in two
        ("RESOLVEDthat the two sub-panels be made one.", [("agreed", "RESOLVEDthat the two sub-panels be made one.")]),
        (
            "Decided: that the plans be dealt with as in the annex.",
            [("agreed", "Decided: that the plans be dealt with as in the annex.")],
        ),
        (
            "The Panel resolved:\n\nin terms of the Act, to exclude the press and public for the next item.",
            [("agreed", "in terms of the Act, to exclude the press and public for the next item.")],
        ),
        (
            "On a motion by Councillor Crane, seconded by Councillor Pell, it was:\n\nResolved – That\n\n"
            "1. The work plan be endorsed; and\n\n2. The Panel meet three times.",
            [("agreed", "The work plan be endorsed; and"), ("agreed", "The Panel meet three times.")],
        ),
        ("RESOLVED that Councillor Crane would be Chair for the meeting.", ["elected"]),
        # names that were put before one was elected
        (
            "Councillor Crane proposed that Councillor Pell be elected Chair of the Panel, this was duly seconded.\n\n"
            "Councillor Ashdown proposed that Councillor Birkett be elected as Chair of the Panel, duly seconded.\n\n"
            "There was an equality of votes.\n\nRESOLVED that Councillor Pell be elected Chair of the Panel.",
            [("elected", "RESOLVED that Councillor Pell be elected Chair of the Panel.")],
        ),
        # what the chair declared
        (
            "Councillor Crane moved that the fee be halved. On a count, the Chair declared the motion to be lost.",
            ["refused"],
        ),
        (
            "The Senior Engineer noted that two vans were spare and that they could be lent out. The Panel agreed.",
            ["agreed"],
        ),
    ],
)
def test_what_the_panel_decided(tmp_path: Path, words: str, told: list[str | tuple[str, str]]) -> None:
    found = outcomes(said(tmp_path, words))
    assert [one if isinstance(want, tuple) else one[0] for one, want in zip(found, told, strict=True)] == told


@pytest.mark.parametrize(
    "words",
    [
        "The plan went to the Harbour Works Committee in May. This was then agreed by the Harbour Works Committee.",
        "For hearings the Chair was appointed for each meeting.",
        "Page 3, minute 71: the bid to the fund would wait until the plan had been agreed.",
        "Councillor Crane moved an amendment that the fee be halved. The amendment fell for want of a seconder.",
        "The Panel had also agreed to the list of wardens and that these Members would chair the hearings in turn.",
        "The work plan, which was to be delivered by the Quay Board, would explore five aims.",
    ],
)
def test_nothing_decided_and_nothing_to_do(tmp_path: Path, words: str) -> None:
    record = said(tmp_path, words)
    assert (outcomes(record), owned(record)) == ([], [])


def test_a_motion_declared_carried_leaves_nothing_to_do(tmp_path: Path) -> None:
    record = said(tmp_path, "There being no further name, the Chair declared the proposal to be carried.")
    assert owned(record) == []


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("The Director of Places reported that a further paper would be brought to the May meeting.", ["Tom Garvey"]),
        ("The Senior Engineer explained that the figures would be circulated to Members.", ["Lena Holly"]),
        ("The Senior Engineer noted that the returns by ward would be shared with the Panel.", ["Lena Holly"]),
        ("It was noted by the Director of Places that the data would be sent to Members.", ["Tom Garvey"]),
        ("The Committee requested a briefing note on empty homes.", []),
        ("Councillor Pell requested a written response on the lamps.", []),
        ("The Chair noted that the letters would be sent to the Panel.", []),
    ],
)
def test_who_brings_the_paper(tmp_path: Path, words: str, owners: list[str]) -> None:
    assert [found for _, found in owned(said(tmp_path, words))] == [owners]


def test_minutes_agreed_on_an_item_s_own_web_page(tmp_path: Path) -> None:
    page = (
        "Agenda item\n\nMinutes\n\nThe public minutes of the meeting held on 4 July 2018 were approved.\n\n"
        "Matters arising\n\nThe Head of Audit said that the count is under way.\n"
    )
    assert [d.outcome for d in record_of(tmp_path, page).decisions] == ["agreed"]


def test_minutes_moved_and_confirmed_are_one_decision(tmp_path: Path) -> None:
    record = said(
        tmp_path,
        "To confirm the minutes of the meeting held on 5 February 2024.\n\n"
        "Proposed by Otto Crane, seconded by Dora Pell.\n\n"
        "The minutes of the meeting held on 5 February 2024 be confirmed and signed.",
    )
    assert outcomes(record) == [
        ("agreed", "The minutes of the meeting held on 5 February 2024 be confirmed and signed.")
    ]
