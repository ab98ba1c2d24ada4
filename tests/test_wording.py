"""Values of a record in words."""

from __future__ import annotations

import pytest

from pipeline.record import Due, Votes
from pipeline.wording import (
    due_words,
    full_amount,
    long_date,
    none_words,
    tells_name,
    tells_votes,
    votes_words,
    whole_sentence,
)


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        (None, None, ""),
        ("asap", None, "asap"),
        (None, "2025-03-05", "5 March 2025"),
        ("5 March", "2025-03-05", "5 March 2025"),
        ("5th March", "2025-03-05", "5 March 2025"),
        ("by Wednesday 5th March 2025", "2025-03-05", "by Wednesday 5th March 2025"),
        ("next meeting", "2025-03-20", "next meeting (20 March 2025)"),
        ("autumn", "2025-23", "autumn 2025"),
    ],
)
def test_due_words(text: str | None, date: str | None, words: str) -> None:
    assert due_words(Due(text=text, date=date)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2025", "2025"), ("2025-04", "April 2025"), ("2024/2025", "2024/25"), ("2025-21", "spring 2025"), (None, "")],
)
def test_long_date(value: str | None, words: str) -> None:
    assert long_date(value) == words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [(890000, "GBP", "£890,000"), (0.5, "GBP", "£0.50"), (1234.5, "EUR", "€1,234.50"), (10, "CHF", "CHF 10")],
)
def test_full_amount(amount: float, currency: str, words: str) -> None:
    assert full_amount(amount, currency) == words


def test_votes_that_are_not_given_are_left_out() -> None:
    assert votes_words(Votes.model_validate({"for": 9, "against": 1})) == "9 for, 1 against"
    assert votes_words(Votes.model_validate({"for": 3, "abstain": 0})) == "3 for, 0 abstained"
    assert votes_words(None) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Carried; four votes for, one against.", True),
        ("lost; 1 vote for, 3 against", True),
        ("The motion against the plan was carried.", False),
    ],
)
def test_whether_a_text_tells_the_votes(text: str, told: bool) -> None:
    assert tells_votes(text) is told


def test_who_moved_is_told_where_the_text_says_so() -> None:
    assert tells_name("It was agreed. Proposed by Cllr Pell.", "Cllr Pell")
    assert not tells_name("Cllr Pell was elected Chair.", "Cllr Pell")


@pytest.mark.parametrize(
    ("text", "words"),
    [("the sale be approved; and", "the sale be approved."), ("it be noted;", "it be noted."), ("Agreed.", "Agreed.")],
)
def test_a_limb_of_a_resolution_stands_alone(text: str, words: str) -> None:
    assert whole_sentence(text) == words


def test_only_the_paper_can_say_that_there_was_none() -> None:
    assert none_words("stated_none", "apologies") == "The paper states that there were no apologies."
    assert none_words("not_found", "apologies") == "No apologies were found in this paper."
