"""Decisions that stand below a line: seats, awards, officers, numbered motions with a fate each. Invented papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.printed import found_in, table
from tests.test_decisions import decisions_of

SEATS = "Village Hall Trust - Cllr Box\n\nAlmshouse Charity - Cllrs Carr and Dunn\n\nMuseums Forum - Cllr Eames"
BELOW = [
    (f"The Council appointed the following members:-\n\n{SEATS}", ["elected"] * 3),
    (
        "Representatives on outside bodies were appointed as follows:\n\n- Roads: Cllr Box\n- Rail: Cllr Carr",
        ["elected"] * 2,
    ),
    (
        "It was resolved to award as follows:\n\n- Town Band - £100\n- Drama Festival - £50\n- Playgroup - £150",
        ["agreed"] * 3,
    ),
    (
        "Election of officers. All but the Secretary would stand again.\n\nChairman: Ann Box\n\n"
        "Secretary: Cat Dunn (proposed A. Box, seconded B. Carr)\n\nTreasurer: Ben Carr",
        ["elected"] * 3,
    ),
    (
        "The Clerk had three requests. It was agreed to donate as follows:\n\n- Lifeboat £40\n- Hospice £60",
        ["agreed"] * 2,
    ),
    ("Election of officers.\n\nTreasurer: Ben Carr\n\nGroundsman: Alf Hext (under protest)", ["elected"] * 2),
    (
        "Some of it was padding. It was decided to fund:\n\n- Camera unit £400\n- Alarms for 40 homes £90",
        ["agreed"] * 2,
    ),
    ("That the report be received.\n\nMoved: Ann Box / Seconded: Ben Carr", ["noted"]),
    ("Mr Coy was proposed by Ann Box and seconded by Ben Carr. Mr Coy was deemed elected.", ["elected"]),
    ("The rota was proposed by Ann Box and seconded by Ben Carr. Mr Coy was deemed elected.", ["agreed", "elected"]),
    (
        "The Council, having heard the Clerk, agreed:\n\n1. that fees be frozen; and\n\n2. that a sign be bought.",
        ["agreed"] * 2,
    ),
    (
        "1. That hens be kept. Proposed B. Carr. Carried.\n\n2. That fires be lit. Defeated on a show of hands.",
        ["agreed", "refused"],
    ),
]


@pytest.mark.parametrize(("text", "outcomes"), BELOW)
def test_each_line_below_is_a_decision(tmp_path: Path, text: str, outcomes: list[str]) -> None:
    assert [one.outcome for one in decisions_of(tmp_path, text)] == outcomes


@pytest.mark.parametrize(
    "text",
    [
        "The following have been appointed by the County:\n\nRoads - Mrs Hale\n\nPaths - Mr Doe",
        "Recommendations:\n\n1. That the lamp be replaced.\n\n2. That the bench be moved.",
        "Chairman: Ann Box\n\nSecretary: Cat Dunn",
        "Election of officers.\n\nRoads: Ann Box spoke of the ford.\n\nRail: Ben Carr had been to look.",
    ],
)
def test_what_others_did_or_proposed_is_none(tmp_path: Path, text: str) -> None:
    assert decisions_of(tmp_path, text) == []


GRANTS = (("Applicant", "Asked", "Resolved"), ("Town Band", "£500", "£400 awarded"), ("Bowls Club", "£900", "Refused"))


def test_a_verdict_of_few_words_is_told_with_what_its_row_names() -> None:
    found = found_in("1. Grants", table(*GRANTS))
    told = [(one.outcome, one.text) for one in found.decisions]
    assert told == [("agreed", "Town Band £400 awarded"), ("refused", "Bowls Club Refused")]


@pytest.mark.parametrize(
    "text",
    [
        "24/00123 Barn at Hill Farm, new roof. No objection.",
        "24/00123 Barn at Hill Farm, new roof: no objection.",
        "24/00123 Barn at Hill Farm\n         New roof\n         Mr and Mrs Hext\n         No Objections",
    ],
)
def test_a_comment_is_quoted_with_what_it_is_about(tmp_path: Path, text: str) -> None:
    told = [one.text for one in decisions_of(tmp_path, text, title="2. Planning applications")]
    assert told == [re.sub(r"\s+", " ", text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ann asked for a second lamp. This was agreed and Ben will get a price.",
            "Ann asked for a second lamp. This was agreed",
        ),
        ("A lamp was asked for. This was approved and the Clerk will ring.", "A lamp was asked for. This was approved"),
        ("A plan for six houses was seen. Agreed to object and Clerk to send it in.", "Agreed to object"),
        ("Payments approved; Clerk £410; Hall hire £36.", "Payments approved; Clerk £410; Hall hire £36."),
        ("Donations: Scouts £40, Band £25. All agreed.", "Donations: Scouts £40, Band £25. All agreed."),
    ],
)
def test_what_of_a_sentence_is_the_decision(tmp_path: Path, text: str, wanted: str) -> None:
    assert [one.text for one in decisions_of(tmp_path, text)] == [wanted]
