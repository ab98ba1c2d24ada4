"""Printed numbers: what is one, how it is read, which of them count a paper's items. All titles are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout.numbers import Candidate, best_series, mark_of


@pytest.mark.parametrize(
    ("text", "printed", "number", "style"),
    [
        ("3 Apologies", "3", "3", "N"),
        ("3. Apologies", "3.", "3", "N"),
        ("3: Apologies", "3:", "3", "N"),
        ("3) hedges", "3)", "3", "N)"),
        ("(3) hedges", "(3)", "3", "N)"),
        ("5A Hedges", "5A", "5A", "N"),
        ("5a. Hedges", "5a.", "5a", "N"),
        ("1Apologies", "1", "1", "N"),
        ("12AGENDA ITEMS", "12", "12", "N"),
        ("Item 4: Hedges", "Item 4:", "4", "Item N"),
        ("Agenda Item 4b Hedges", "Agenda Item 4b", "4b", "Item N"),
        ("Minute No. 7 Hedges", "Minute No. 7", "7", "Item N"),
        ("Item 3 – Hedges", "Item 3 –", "3", "Item N"),
        ("Agenda item IV: Hedges", "Agenda item IV:", "IV", "Item N"),
        ("Agenda II & III: Hedges", "Agenda II & III:", "II & III", "Item N"),
        ("3.1 The hedge was cut.", "3.1", "3.1", "N.N"),
        ("3.1. The hedge was cut.", "3.1.", "3.1", "N.N"),
        ("4..6 The hedge was cut.", "4..6", "4.6", "N.N"),
        ("4.4.1 The hedge was cut.", "4.4.1", "4.4.1", "N.N.N"),
        ("20.03.01 Apologies", "20.03.01", "20.03.01", "N.N.N"),
        ("BM 01/2021 Apologies", "BM 01/2021", "BM 01/2021", "BM N/N"),
        ("C21/22-45 Apologies", "C21/22-45", "C21/22-45", "CN/N-N"),
        ("AB12/15 Apologies", "AB12/15", "AB12/15", "ABN/N"),
        ("21/045 Apologies", "21/045", "21/045", "N/N"),
        ("31b/24 Apologies", "31b/24", "31b/24", "N/N"),
        ("10482 FINANCE", "10482", "10482", "N"),
        ("2021-34 Grants", "2021-34", "2021-34", "N-N"),
        ("BoD/25/031 Grants", "BoD/25/031", "BoD/25/031", "BoD/N/N"),
        ("24/25-FC-101 Grants", "24/25-FC-101", "24/25-FC-101", "N/N-FC-N"),
        ("Minute 23/45 Grants", "Minute 23/45", "23/45", "Minute N/N"),
        ("A1. Grants", "A1.", "A1", "AN"),
        ("a) the hedge", "a)", "a", "a)"),
        ("(b) the hedge", "(b)", "b", "a)"),
        ("A. Welcome", "A.", "A", "A)"),
        ("iv) the hedge", "iv)", "iv", "i)"),
        ("(ii) the hedge", "(ii)", "ii", "i)"),
        ("IV. Hedges", "IV.", "IV", "I."),
        ("• the hedge", "•", "", "•"),
        ("- the hedge", "-", "", "•"),
        ("– the hedge", "–", "", "•"),
    ],
)
def test_marks(text: str, printed: str, number: str, style: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.printed, mark.number, mark.style) == (printed, number, style)
    assert text[mark.length :][:1].isalpha(), "the mark takes the white space behind it and no letter"


@pytest.mark.parametrize(
    ("text", "groups", "suffix"),
    [
        ("5A Hedges", (5,), "A"),
        ("Item 4b Hedges", (4,), "b"),
        ("31b/24 Hedges", (31, 24), "b"),
        ("BM 01/2021 Hedges", (1, 2021), ""),
        ("4.4.10 Hedges", (4, 4, 10), ""),
        ("b) hedges", (2,), ""),
        ("ix) hedges", (9,), ""),
        ("xiv) hedges", (14,), ""),
        ("VII. Hedges", (7,), ""),
    ],
)
def test_what_a_mark_counts(text: str, groups: tuple[int, ...], suffix: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.groups, mark.suffix) == (groups, suffix)


@pytest.mark.parametrize(
    "text",
    [
        "Apologies for absence",
        "19 January 2010",
        "5 May was chosen",
        "2018/19 programme of works",
        "2018/2019 budget",
        "10/03/2021 was the day",
        "10.03.2021 was the day",
        "18:30 Doors open",
        "4.30pm and it was agreed",
        "7.15 p.m. in the Moot Hall",
        "Item 7 on the agenda was deferred",
        "3rd party insurance",
        "1st Ambleforth Scouts",
        "A40 road closure",
        "B1 Smithy Lane",
        "£120 was paid",
        "10482 Fenside Road",
        "12500 pounds were raised",
        "31b Fenside Road",
        "W3C",
        "I agree",
        "a hedge",
        "50% of members",
        "-5 degrees",
        "",
        "   ",
    ],
)
def test_words_that_begin_with_no_mark(text: str) -> None:
    assert mark_of(text) is None


@given(st.text(alphabet="0123456789.()/-: ABVXaivx•", max_size=12))
def test_a_mark_is_the_beginning_of_its_text(text: str) -> None:
    mark = mark_of(text)
    if mark is not None:
        assert text[: mark.length].strip().startswith(mark.printed)
        assert 0 < mark.length <= len(text)


# -- series ------------------------------------------------------------------------------------------------------------


def series(*rows: tuple[str, float] | str) -> list[str]:
    """The numbers, as printed with their titles, that make the series; a row without weight weighs 1."""
    told = [(row, 1.0) if isinstance(row, str) else row for row in rows]
    candidates = []
    for index, (text, weight) in enumerate(told):
        mark = mark_of(text)
        assert mark is not None, text
        candidates.append(Candidate(index, mark, weight))
    return [told[candidate.index][0] for candidate in best_series(candidates)]


def test_items_count_from_one() -> None:
    rows = ("1. Welcome", "2. Minutes", "3. Finance", "4. Close")
    assert series(*rows) == list(rows)


def test_a_list_inside_an_item_starts_again_and_is_left_out() -> None:
    rows = [("1. Welcome", 2.0), ("1. hedges", 0.4), ("2. drains", 0.4), ("2. Finance", 2.0), ("3. Close", 2.0)]
    assert series(*rows) == ["1. Welcome", "2. Finance", "3. Close"]


def test_the_minutes_win_over_the_agenda_printed_in_front_of_them() -> None:
    agenda = [("1. Welcome", 1.5), ("2. Finance", 1.5), ("3. Close", 1.5)]
    minutes = [("1. WELCOME", 1.9), ("2. FINANCE", 1.9), ("3. CLOSE", 1.9)]
    assert series(*agenda, *minutes) == ["1. WELCOME", "2. FINANCE", "3. CLOSE"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A letter between two numbers was put in late.
        (["5. Hedges", "5A. Drains", "6. Close"], ["5. Hedges", "5A. Drains", "6. Close"]),
        # A heading that was lost ends no series; a jump does.
        (["1. A", "2. B", "4. C", "5. D"], ["1. A", "2. B", "4. C", "5. D"]),
        (["1. A", "2. B", "3. C", "19. D"], ["1. A", "2. B", "3. C"]),
        # Stops come and go within one paper, brackets are another list.
        (["1. A", "2 B", "3. C"], ["1. A", "2 B", "3. C"]),
        (["1. A", "1) x", "2) y", "2. B", "3. C"], ["1. A", "2. B", "3. C"]),
        # A list that counts on from one belongs to the item that it stands in.
        (
            ["1. A", "2. B", "1. x", "2. y", "3. z", "4. v", "3. C", "4. D", "5. E"],
            ["1. A", "2. B", "3. C", "4. D", "5. E"],
        ),
        # Coded numbers count in the group that rises.
        (["BM 01/2021 A", "BM 02/2021 B", "BM 03/2021 C"], ["BM 01/2021 A", "BM 02/2021 B", "BM 03/2021 C"]),
        (["21/045 A", "21/046 B", "21/047 C"], ["21/045 A", "21/046 B", "21/047 C"]),
        (["20.03.01 A", "20.03.02 B", "20.03.03 C"], ["20.03.01 A", "20.03.02 B", "20.03.03 C"]),
        # A paper that goes on from the last meeting's numbers.
        (["283. A", "284. B", "285. C"], ["283. A", "284. B", "285. C"]),
        # Letters and small Roman numerals number lists, never items.
        (["a) A", "b) B", "c) C"], []),
        (["ii) A", "iii) B", "iv) C"], []),
        (["A. Welcome", "B. Minutes", "C. Close"], ["A. Welcome", "B. Minutes", "C. Close"]),
        (["I. Welcome", "II. Minutes", "III. Close"], ["I. Welcome", "II. Minutes", "III. Close"]),
        ([], []),
    ],
)
def test_series(rows: list[str], expected: list[str]) -> None:
    assert series(*rows) == expected


def test_of_two_styles_the_one_that_looks_like_headings_counts_the_items() -> None:
    rows = [("1. Welcome", 1.9), ("1.1 They came.", 0.3), ("1.2 They sat.", 0.3), ("2. Close", 1.9), ("2.1 Bye.", 0.3)]
    assert series(*rows) == ["1. Welcome", "2. Close"]
