"""What a meeting does by the grammar of a sentence, behind a label, in lines on officers. Invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extractors.find import find_all
from pipeline.outline import outline
from tests.printed import paper_of, rules, table
from tests.test_decisions import decisions_of

HERE = [
    ("Parking: the Board was willing for the gate to be moved.", "agreed"),
    ("Hours - The general feeling was that the shop should open at nine.", "agreed"),
    ("The balances of £1,204.71 and £33.10 were reported and noted.", "noted"),
    ("Nobody spoke for it and the suggestion of a fountain was debated and thrown out.", "refused"),
    ("The Council subsequently referred the matter to its auditors.", "agreed"),
    ("The Mayor used her casting vote against.", "refused"),
    ("Mrs Vale's offer was considered at length and gratefully taken up.", "agreed"),
    ("The shop was closed, so the sea front it is.", "agreed"),
    ("The print won by three to one.", "agreed"),
    ("The Council would rather not let it on Sundays.", "refused"),
    ("The Clerk was told to accept.", "agreed"),
    ("Subject to a name being added to the list, the minutes were approved.", "agreed"),
    ("Cllr Box asked that it be looked at again. This was not agreed.", "refused"),
    ("Tablets to wait until after the fair.", "deferred"),
    ("It was agreed that the target should stand until 2032 and be looked at again then.", "agreed"),
]
ELSEWHERE = [
    "The Federation has resolved to fell the larch.",
    "The Harbour Board subsequently referred the matter to its auditors.",
    "The consultant's report proposed that the Council approve a further £2,000.",
    "The permit fee of £19.50 had been paid.",
    "Letters from the County: permission was granted for the barn.",
    "The Clerk felt it best to wait until the spring.",
    "The general feeling was that the day had gone well.",
    "Members supported the jobs but were worried about the lane.",
    "Cllr Box said that it would be cheaper to wait for the county.",
]


@pytest.mark.parametrize(("text", "outcome"), HERE)
def test_the_meeting_decides(tmp_path: Path, text: str, outcome: str) -> None:
    assert [found.outcome for found in decisions_of(tmp_path, text)] == [outcome]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_others_or_nobody_decides(tmp_path: Path, text: str) -> None:
    assert decisions_of(tmp_path, text) == []


def test_what_seems_best_is_overtaken_by_what_is_agreed(tmp_path: Path) -> None:
    text = "It was thought wise to count the keys. It was agreed that all bring theirs in May."
    assert [found.text for found in decisions_of(tmp_path, text)] == ["It was agreed that all bring theirs in May."]


def test_what_the_body_did_is_listed_below_its_name(tmp_path: Path) -> None:
    text = "Following questions, the Council:\n\n- noted the delay;\n\n- remitted the matter to the Works Panel."
    assert [found.outcome for found in decisions_of(tmp_path, text)] == ["noted", "agreed"]


def test_officers_stand_in_lines_below_a_sentence(tmp_path: Path) -> None:
    text = (
        "All stood down and Mr Ash took the chair.\nChair: Ann Box, proposed by Ben Carr, seconded by Cat Dunn\n"
        "Secretary: Ben Carr, proposed by Cat Dunn, seconded by Ann Box"
    )
    found = decisions_of(tmp_path, text, title="2. Election of officers")
    assert [(one.outcome, one.text.split(",")[0]) for one in found] == [
        ("elected", "Chair: Ann Box"),
        ("elected", "Secretary: Ben Carr"),
    ]


def test_a_motion_without_its_end_is_told_in_the_resolution_below(tmp_path: Path) -> None:
    text = "Names were asked for. It was moved by Cllr Box, seconded by Cllr Carr and\n\nRESOLVED that the van be sold."
    assert [found.text for found in decisions_of(tmp_path, text)] == ["RESOLVED that the van be sold."]


VERDICTS = [
    ("The Clerk said that the coach would cost £90. Agreed.", "Agreed."),
    ("The Clerk said that the coach would cost £90.\n\nAll three approved.", "All three approved."),
    ("Cllr Box moved that the van be sold. Carried.", "Cllr Box moved that the van be sold. Carried."),
    ("Letter from the bank, 3 May. Noted.", "Noted."),
    ("Letter from the bank, 3 May. Noted", "Letter from the bank, 3 May. Noted"),
    ("Cllr Box asked that he be told. This was agreed.", "Cllr Box asked that he be told. This was agreed."),
]


@pytest.mark.parametrize(("text", "quote"), VERDICTS)
def test_a_verdict_on_what_was_told_is_quoted_alone(tmp_path: Path, text: str, quote: str) -> None:
    assert [found.text for found in decisions_of(tmp_path, text)] == [quote]


def test_an_outcome_beside_what_was_asked_for_is_a_decision() -> None:
    rows = table(
        ("Request", "Amount", "Outcome"),
        ("Suits for the choir", "£260", "Half to be paid"),
        ("Stand for the choir", "£95", "Declined"),
    )
    page = paper_of("Ashcombe Council\nMinutes of 4 March 2031\n1. Apologies\nNone.\n2. Requests\nThese had come.")
    paper = replace(page, flow=(*page.flow, rows))
    found = find_all(paper, outline(paper, rules()), rules()).decisions
    assert [(one.outcome, one.text) for one in found] == [
        ("agreed", "Half to be paid"),
        ("refused", "Stand for the choir Declined"),
    ]
