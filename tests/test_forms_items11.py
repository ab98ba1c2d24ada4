"""One meeting printed in ways in which bodies part titles from what is said, and number them. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_forms_titles import items, present
from tests.typed import record_of

HEAD = """Wendle Valley Commons Trust

Minutes of the meeting of trustees held on Thursday 6 June 2024 at 7.30 pm in the Old Dairy, Wendle

Present: Ida Marl (Chair), Tom Quince, Bea Lathe, Jon Pell

"""
BUSINESS = [
    ("Apologies for absence", "Apologies were received from Ned Sark, who is abroad until the autumn."),
    ("Minutes of the last meeting", "The minutes of 2 May were agreed as a true record and signed by the Chair."),
    (
        "Cattle grids and gates",
        "Tom Quince said that two bars were loose:\n\n1. The middle bar\n2. The kerb stone\n\nBea to ring the depot.",
    ),
    ("Bracken", "It was noted that spraying cost £450 last year and that the contractor has retired."),
    ("Finance", "The Treasurer's statement was received.\n\nResolved: to pay the hire of the digger, £85."),
    ("Correspondence", "A letter from the county about the ford was read and noted."),
    ("Date of next meeting", "Thursday 4 July 2024 at the same place."),
]
TITLES = [words for words, _ in BUSINESS]


def printed(lead: Callable[[int], str], title: str = "{}\n\n", *, squeezed: bool = False) -> str:
    told = [
        lead(at) + title.format(words) + (said.replace("\n\n", "\n") if squeezed else said)
        for at, (words, said) in enumerate(BUSINESS, 1)
    ]
    return HEAD + "\n\n".join(told) + "\n\nThe meeting closed at 9.10 pm.\n"


ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        (lambda at: f"Item ({at}) ", str),
        (lambda at: f"Discussion item {at}: ", str),
        (lambda at: f"Min. {at} ", str),
        (lambda at: f"Nr. {at} ", str),
        (lambda at: f"№ {at} ", str),
        (lambda at: f"[{at}] ", str),
        (lambda at: f"{at}- ", str),
        (lambda at: f"{at}.- ", str),
        (lambda at: f"{at} . ", str),
        (lambda at: f"{at} ) ", str),
        (lambda at: f"{at} | ", str),
        (lambda at: f"{ROMAN[at]}) ", lambda at: ROMAN[at]),
        (lambda at: f"({ROMAN[at]}) ", lambda at: f"({ROMAN[at]})"),
    ],
    ids=str,
)
def test_numbers_are_read_whatever_signs_stand_around_them(
    tmp_path: Path, lead: Callable[[int], str], number: Callable[[int], str]
) -> None:
    record = record_of(tmp_path, printed(lead))
    assert items(record) == [(number(at), words) for at, words in enumerate(TITLES, 1)]


@pytest.mark.parametrize("lead", [lambda at: "", lambda at: f"{at}. "], ids=["plain", "counted"])
def test_a_title_stands_right_above_its_text(tmp_path: Path, lead: Callable[[int], str]) -> None:
    record = record_of(tmp_path, printed(lead, "{}\n", squeezed=True))
    assert [title for _, title in items(record)] == TITLES


@pytest.mark.parametrize("title", ["**{}** ", "**{}.** ", "**{}:** ", "**{}** – "])
@pytest.mark.parametrize("number", ["", "{}. "])
def test_a_title_in_bold_runs_on_into_its_text(tmp_path: Path, title: str, number: str) -> None:
    text = printed(lambda at: number.format(at), title).replace("\n\n1. The middle bar\n2. The kerb stone\n\n", " ")
    assert [words for _, words in items(record_of(tmp_path, text, name="minutes.md"))] == TITLES


def test_a_number_in_bold_with_its_title_runs_on_too(tmp_path: Path) -> None:
    record = record_of(tmp_path, printed(lambda at: f"**{at}. ", "{}** "), name="minutes.md")
    assert items(record) == [(str(at), words) for at, words in enumerate(TITLES, 1)]


def test_names_in_bold_are_no_titles(tmp_path: Path) -> None:
    said = [f"**{name}** said that the ford is too deep for carts in winter." for name in ("Ida", "Tom", "Bea", "Jon")]
    record = record_of(tmp_path, HEAD + "## Ford\n\n" + "\n\n".join(said) + "\n", name="minutes.md")
    assert items(record) == [("", "Ford")]


@pytest.mark.parametrize("sign", [":- ", ":– ", " -- ", ". "])
def test_signs_that_part_a_title_from_its_text(tmp_path: Path, sign: str) -> None:
    text = printed(lambda at: "", "{}" + sign).replace("\n\n1. The middle bar\n2. The kerb stone\n\n", " ")
    assert [title for _, title in items(record_of(tmp_path, text))] == TITLES


@pytest.mark.parametrize("sign", [" - ", " – ", ": ", ":- "])
def test_bullets_open_with_their_titles(tmp_path: Path, sign: str) -> None:
    told = [f"- {words}{sign}{said.splitlines()[0]}" for words, said in BUSINESS]
    record = record_of(tmp_path, HEAD + "\n".join(told) + "\n")
    assert [title for _, title in items(record)] == TITLES


def test_bullets_of_people_with_a_dash_are_no_items(tmp_path: Path) -> None:
    people = "\n".join(
        f"- {name} – {post}"
        for name, post in (
            ("Ida Marl", "Chair"),
            ("Tom Quince", "Secretary"),
            ("Bea Lathe", "Warden"),
            ("Jo Pell", "Vet"),
        )
    )
    record = record_of(tmp_path, f"Hill Trust\n\nMinutes of the meeting of 6 June 2024\n\nPresent:\n{people}\n")
    assert items(record) == []
    assert present(record) == ["Ida Marl", "Tom Quince", "Bea Lathe", "Jo Pell"]


def test_blanks_part_a_numbered_title_from_its_text(tmp_path: Path) -> None:
    said = [f"{at}. {words}      {said.splitlines()[0]}" for at, (words, said) in enumerate(BUSINESS, 1)]
    record = record_of(tmp_path, HEAD + "\n\n".join(said) + "\n")
    assert items(record) == [(str(at), words) for at, words in enumerate(TITLES, 1)]


def test_who_speaks_behind_a_title_is_none_of_it(tmp_path: Path) -> None:
    text = (
        HEAD + "1. Apologies\n\nNone.\n\n2. Low gates Tom Quince said that two bars were loose.\n\n"
        "3. The parish clerk Ann Box reported that the fence had been mended.\n\n4. Next meeting\n\n4 July 2024.\n"
    )
    titles = [title for _, title in items(record_of(tmp_path, text))]
    assert "Low gates" in titles
    assert "The parish clerk" not in titles


def test_a_list_below_a_sentence_opens_no_items(tmp_path: Path) -> None:
    text = (
        HEAD + "1. Gates Tom said that these are loose:\n\n1. Low Gate\n2. High Gate\n3. Mill Gate\n\n"
        "2. Fords\n\nBea asked what became of these:\n\n1. The north ford\n2. The south ford\n\n"
        "3. Next meeting\n\n4 July 2024.\n"
    )
    assert [title for _, title in items(record_of(tmp_path, text))][1:] == ["Fords", "Next meeting"]
