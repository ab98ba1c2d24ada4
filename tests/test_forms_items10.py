"""One meeting printed in the ways in which bodies set their items' numbers and titles. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.numbers import TOLD, in_turn, mark_of
from tests.test_forms_titles import items
from tests.typed import record_of

HEAD = """Sedgecombe Commoners' Association

Minutes of the meeting held on Monday 3 June 2024 at 7.30 pm in the Grange, Sedgecombe

Present: Ida Marl (Chair), Tom Quince, Bea Lathe
"""
BUSINESS = [
    ("Apologies for absence", "Apologies were received from Ned Sark, who is abroad until the autumn."),
    ("Minutes of the last meeting", "These were agreed as a true record and signed by the Chair."),
    (
        "Cattle grid",
        "Tom Quince said that two were loose:\n\n1. The middle bar\n2. The kerb stone\n\nBea to ring the depot.",
    ),
    ("Pony round-up", "The second week of October suits most.\n\n• Riders are short\n• Pens want paint"),
    ("Grazing fees", "The fees stay as they are for another year."),
    ("Correspondence", "None."),
    ("Any other business", "The notice board has lost its glass."),
    ("Date of next meeting", "Monday 2 September 2024 at the same place."),
]
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


def printed(lead: Callable[[int], str], title: Callable[[str], str] = str) -> str:
    told = [f"{lead(at)}{title(words)}\n\n{said}" for at, (words, said) in enumerate(BUSINESS, 1)]
    return "\n\n".join([HEAD, *told, "The meeting closed at 9 pm."]) + "\n"


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        (lambda at: f"#{at} ", str),
        (lambda at: f"No. {at} ", str),
        (lambda at: f"No. {at} – ", str),
        (lambda at: f"Point {at}: ", str),
        (lambda at: f"{at}\n\n", str),
        (lambda at: f"{chr(96 + at)}. ", lambda at: chr(96 + at)),
        (lambda at: f"{chr(96 + at)}) ", lambda at: chr(96 + at)),
        (lambda at: f"{chr(66 + at)}. ", lambda at: chr(66 + at)),
        (lambda at: f"{ROMAN[at - 1]}) ", lambda at: ROMAN[at - 1]),
        (lambda at: f"{at}) " if at in (6, 7) else f"{at}. ", str),
        (lambda at: f"7:{at * 6:02d} pm ", lambda at: ""),
        (lambda at: f"19.{at * 6:02d}: ", lambda at: ""),
        (lambda at: f"({5 + at % 3 * 5:02d} min) ", lambda at: ""),
        (lambda at: "• ", lambda at: ""),
        (lambda at: "", lambda at: ""),
    ],
    ids=str,
)
def test_items_are_found_whatever_leads_their_titles(
    tmp_path: Path, lead: Callable[[int], str], number: Callable[[int], str]
) -> None:
    record = record_of(tmp_path, printed(lead))
    assert items(record) == [(number(at), words) for at, (words, _) in enumerate(BUSINESS, 1)]


@pytest.mark.parametrize("title", [str.upper, "{}:".format])
def test_titles_in_capitals_or_with_a_colon_are_items(tmp_path: Path, title: Callable[[str], str]) -> None:
    record = record_of(tmp_path, printed(lambda at: "", title))
    assert items(record) == [("", title(words).rstrip(":")) for words, _ in BUSINESS]


def test_lettered_parts_of_items_stay_parts(tmp_path: Path) -> None:
    text = HEAD + "\n\n1. Reports\n\na) Treasurer's report\nb) Correspondence\nc) Hedges\nd) Any other business\n"
    record = record_of(tmp_path, text + "\n2. Gate\n\nIt sticks.\n\n3. Next meeting\n\nMonday 2 September 2024.\n")
    assert [number for number, _ in items(record)] == ["1", "2", "3"]


def test_page_numbers_alone_on_their_lines_count_no_items(tmp_path: Path) -> None:
    said = "The wall by the ford has come down again and sheep were seen on the road at dusk."
    text = "\n\n".join(f"{said}\n\n{page}\n\nand nobody knows whose they are, said the warden." for page in range(1, 7))
    record = record_of(tmp_path, f"{HEAD}\n\n{text}\n")
    assert items(record) == []


def test_comings_and_goings_with_the_time_are_no_items(tmp_path: Path) -> None:
    told = [f"7.{at} pm {name} joined the meeting." for at, name in ((10, "Ann"), (20, "Bob"), (30, "Cy"), (40, "Di"))]
    record = record_of(tmp_path, HEAD + "\n\n" + "\n\n".join(told) + "\n")
    assert items(record) == []


def test_a_letter_that_is_a_roman_number_too_counts_on() -> None:
    def styles(*lines: str) -> list[tuple[str, tuple[int, ...]]]:
        return [(mark.style, mark.groups) for mark in in_turn([mark_of(line) for line in lines]) if mark is not None]

    assert styles("G. Gate", "H. Hall", "I. Ivy", "J. Jetty")[2] == ("A)", (9,))
    assert styles("i) Gate", "ii) Hall", "iii) Ivy")[0] == ("i)", (1,))
    assert styles("IV. Gate", "V. Hall")[1] == ("I.", (5,))


def test_a_house_number_is_no_number_of_a_minute(tmp_path: Path) -> None:
    text = HEAD + "\n\n1. Roads\n\nNo. 4 Mill Lane has a new fence.\n\n2. Hall\n\nThe roof was mended.\n"
    record = record_of(tmp_path, text)
    mark = mark_of("No. 4 Mill Lane has a new fence.")
    assert mark is not None
    assert mark.style == TOLD
    assert [minute.text for minute in record.items[0].minutes] == ["No. 4 Mill Lane has a new fence."]
