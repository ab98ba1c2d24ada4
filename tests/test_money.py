"""Mentions of money: amount, currency, words, what they are for."""

from __future__ import annotations

import pytest

from pipeline.extractors.money import find_money, settle_dollars
from pipeline.found import FoundMoney, Place
from pipeline.paper import Line, Paragraph
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def found(matcher: Matcher, text: str, **more: str) -> list[FoundMoney]:
    return find_money(Paragraph(text, (Line(text),), (0,)), matcher, place=Place(), **more)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("£3,300 for each pupil", [3300]),
        ("a programme of £51,195 million", [51_195_000_000]),
        ("hall hire&£250", [250]),
        ("£12,000.50 and £ 1,200", [12_000.5, 1200]),
        ("reductions of £0.89M, increases of £11.36M", [890_000, 11_360_000]),
        ("GBP 5,000 or 10 EUR", [5000, 10]),
        ("£0.5bn and €20k", [500_000_000, 20_000]),
        ("a 5p bag, 50 pence a cup", [0.05, 0.5]),
        ("£10/month", [10]),
        ("12 pounds and 1.2 billion pounds", [12, 1_200_000_000]),
        ("a gift of one hundred and fifty pounds", [150]),
        ("Two thousand, five hundred euro and twenty-five dollars", [2500, 25]),
        ("a few hundred pounds, and half a million pounds more", []),
        ("£3-4k a year", [3000, 4000]),
        ("£5-10m", [5_000_000, 10_000_000]),
        ("between £5 and £10m", [5_000_000, 10_000_000]),
        ("£500-£1m", [500, 1_000_000]),
        ("£1,000 - £2,000", [1000, 2000]),
        ("£18-25 a head", [18, 25]),
        ("£5 and £10 were spent", [5, 10]),
        ("£28.00 K & M Lamps", [28]),
        ("£13, 350 was quoted", [13_350]),
        ("£1, 200.00 and £300, 200 people came", [1_200, 300]),
        ("at £20, 100 copies", [20]),
        ("a fee of £35-00, £1,250-00 in all", [35, 1_250]),
        ("£1 000 000", [1_000_000]),
        ("£1.000.000,00", [1_000_000]),
        ("20 € and 35€", [20, 35]),
        ("a deficit of 151K, 20k more than planned", [151_000, 20_000]),
        ("savings of 1.2m by March", [1_200_000]),
        ("income was £0.00", [0]),
    ],
)
def test_amounts(matcher: Matcher, text: str, amounts: list[float]) -> None:
    assert [money.amount for money in found(matcher, text)] == amounts


@pytest.mark.parametrize(
    "text",
    [
        "All figures in £000s",
        "Amount (£)",
        "ran the 10k race",
        "a town of 1.5 million people",
        "desks 2m apart",
        "see p 5, pages 4 and 5",
        "at 6 p.m. and at 7 p m",
        "12% of 250 homes",
        "postcode AB1P 4DF",
    ],
)
def test_what_is_no_money(matcher: Matcher, text: str) -> None:
    assert found(matcher, text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("-£500", -500),
        ("(£500)", -500),  # a cell of accounts that holds nothing else
        ("£(1,234)", -1234),
        ("pay rose (-£10.6m) again", -10_600_000),
        ("the fee (£500) was paid", 500),
        ("Clerk's salary -£450", 450),  # a dash between a name and an amount
        ("Hall hire - £20", 20),
    ],
)
def test_below_nothing(matcher: Matcher, text: str, amount: float) -> None:
    [money] = found(matcher, text)
    assert money.amount == amount
    assert money.text in text
    assert money.evidence.quote in text


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("€20, £3 and 151K", ["EUR", "GBP", "GBP"]),
        ("US$500, CA$20, A$5 and NZ$7", ["USD", "CAD", "AUD", "NZD"]),
        ("CAD 20 or 5,000 euro", ["CAD", "EUR"]),
        ("NZ$7 and $9", ["NZD", "USD"]),
    ],
)
def test_currencies(matcher: Matcher, text: str, currencies: list[str]) -> None:
    assert [money.currency for money in found(matcher, text)] == currencies


def test_a_bare_dollar_is_that_of_the_papers_country(matcher: Matcher) -> None:
    amounts = found(matcher, "a grant of $500, and US$20 for the post")
    home = settle_dollars(amounts, ["Province of Ontario", "the Ontario Clean Water Agency"], matcher)
    assert [money.currency for money in home] == ["CAD", "USD"]
    assert [money.currency for money in settle_dollars(amounts, ["Harrowdale"], matcher)] == ["USD", "USD"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Services would achieve cost reductions of £2", "cost reductions"),
        ("The revised budget is £29.475 million", "revised budget"),
        ("Grass cutting £120.00", "Grass cutting"),
        ("the fee of £40 for hall hire", "fee"),
        ("£75,000 towards the new post", "new post"),
        ("£5", None),
    ],
)
def test_labels(matcher: Matcher, text: str, label: str | None) -> None:
    [money] = found(matcher, text)
    assert money.label == label


def test_a_cells_label_is_that_of_its_row(matcher: Matcher) -> None:
    [money] = found(matcher, "£120.00", label="Grass cutting")
    assert money.label == "Grass cutting"
