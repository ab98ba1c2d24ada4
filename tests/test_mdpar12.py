"""What parishes, boards and schools decide: corrections that are quoted, lists below a line, who is content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_decisions import decisions_of


def texts(folder: Path, text: str, *, title: str = "2. Business") -> list[tuple[str, str]]:
    return [(one.text, one.outcome) for one in decisions_of(folder, text, title=title)]


def test_corrections_to_minutes_quote_what_was_agreed_then(tmp_path: Path) -> None:
    page = (
        "The minutes were agreed for accuracy subject to the following changes:\n\n"
        "Item 6.1 – The last paragraph should read;\n\n"
        "The Board agreed to send the rope back to the maker.\n\n"
        "Item 9 – The paper on buoys was agreed.\n\n"
        "Matters arising:\n\n"
        "The Board agreed to buy a lamp."
    )
    found = [text for text, _ in texts(tmp_path, page, title="2. Minutes of 3 February 2024")]
    assert len(found) == 2
    assert found[0].startswith("The minutes were agreed for accuracy")
    assert found[1] == "The Board agreed to buy a lamp."


def test_what_was_agreed_subject_to_a_change_of_another_paper(tmp_path: Path) -> None:
    page = "The lease was agreed with the following changes:\n\n- The Board agreed to pay in May."
    assert "The Board agreed to pay in May." in [text for text, _ in texts(tmp_path, page)]


def test_bullets_on_another_sitting_are_told(tmp_path: Path) -> None:
    page = (
        "Ann Box updated the Board on discussions at the committee meeting in January:\n\n"
        "- The terms of reference were agreed and Ben Carr was agreed as Chair.\n"
        "- The rota was approved.\n\n"
        "The Board approved the update."
    )
    assert [text for text, _ in texts(tmp_path, page)] == ["The Board approved the update."]


@pytest.mark.parametrize(
    "opener",
    [
        "It was agreed to submit the following observations to the Planning Department:",
        "The following observations were agreed:",
    ],
)
def test_a_line_above_comments_is_none_of_them(tmp_path: Path, opener: str) -> None:
    page = f"{opener}\n\nE/31120 Two barns at Hill Farm\n\nSA19 7XX\n\nMr Carr\n\nNo objections"
    found = texts(tmp_path, page, title="2. Planning")
    assert [outcome for _, outcome in found] == ["agreed"]
    assert found[0][0].endswith("No objections")


def test_no_comment_is_noted(tmp_path: Path) -> None:
    found = texts(tmp_path, "24/00123 Barn at Hill Farm. No comment.", title="2. Planning applications")
    assert [outcome for _, outcome in found] == ["noted"]


def test_talk_below_an_application_is_not_its_comment(tmp_path: Path) -> None:
    talk = (
        "The Chair said that she had read the letters that came, and that they spoke of the lane and the light there. "
    )
    page = f"Plans were sent for 24/00123.\n\n{talk * 4}\n\n{talk * 4}\n\nThe Council had no concerns about the trees."
    assert texts(tmp_path, page, title="2. Planning applications") == []


def test_the_same_words_under_the_next_number_are_another_decision(tmp_path: Path) -> None:
    said = "The policy was accepted by the Board."
    page = f"1. Rope policy\n\n{said}\n\n2. Lamp policy\n\n{said}"
    assert len(texts(tmp_path, page, title="Decisions")) == 2


def test_a_title_under_decisions_is_no_decision(tmp_path: Path) -> None:
    page = "1. Applications for a mooring\n\nTwo had come in.\n\nThe Board agreed to grant both."
    assert [text for text, _ in texts(tmp_path, page, title="Decisions")] == ["The Board agreed to grant both."]


def test_bullets_below_recommendations_are_put_forward(tmp_path: Path) -> None:
    page = (
        "The recommendations are:\n\n- That the Directors note the need for a reserve.\n"
        "- That the handbook be reviewed during the year."
    )
    assert texts(tmp_path, page) == []


def test_what_was_decided_that_somebody_would_do(tmp_path: Path) -> None:
    page = "It was decided the harbour council would\n\n1. Ask the port for a date;\n\n2. Write to the mill again."
    assert [text for text, _ in texts(tmp_path, page)] == ["Ask the port for a date;", "Write to the mill again."]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The Clerk asked members if they would buy the lamp. All Councillors were content.", "agreed"),
        ("The post could be put into May. All were in general agreement with this idea.", "agreed"),
        ("The Statement was completed and approved by the Parish Council and signed by the Chairman", "agreed"),
        (
            "A swing was wanted, after discussion it was felt that there was no need, resolved not to buy one.",
            "agreed",
        ),
        ("It was suggested and agreed that Ann Box report each term.", "agreed"),
        ("It has been agreed that he will order the pads.", "agreed"),
        ("It was agreed to leave this until the October meeting.", "deferred"),
        ("It was agreed to nominate Ann Box for the Volunteer of the Year Award.", "agreed"),
        ("It was agreed to add ‘Co-option of Two Members’ to the agenda.", "agreed"),
        ("It was agreed that Mrs Ann Box be reappointed.", "elected"),
        ("Harbour Policy – Approved and referred to the Full Board for ratification", "agreed"),
        ("Rope Policy – agreed (the county’s model", "agreed"),
    ],
)
def test_what_is_decided(tmp_path: Path, sentence: str, outcome: str) -> None:
    assert [one for _, one in texts(tmp_path, sentence)] == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "The children were content.",
        "It was agreed at the committee meeting that the name stays.",
        "Two turbines were approved at the county planning review.",
        "Subsequent to this meeting the sum was agreed with the county.",
        "The plan for the kiosks had been submitted to and accepted by N.C.C.",
    ],
)
def test_what_is_not(tmp_path: Path, sentence: str) -> None:
    assert texts(tmp_path, sentence) == []


def test_a_heading_that_accepts_apologies(tmp_path: Path) -> None:
    found = texts(tmp_path, "Mr B Carr, Mrs A Box", title="Apologies for Absence accepted from:")
    assert [outcome for _, outcome in found] == ["agreed"]
