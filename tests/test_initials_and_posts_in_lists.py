"""Lists of people by initials, by given names, by letters of posts, and with nothing between them. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.posts import is_post
from tests.typed import record_of

HEAD = "Harrowdale Orchard Group\nMinutes of 4 March 2025\n\n"
TAIL = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n\n3. Close\n\nWe closed.\n"


def _people(folder: Path, text: str) -> list[tuple[str, str, str | None]]:
    found = record_of(folder, f"{HEAD}{text}{TAIL}").attendance
    return [(person.name, person.status, person.capacity) for person in found]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("J.D., Pat Finch", ["J.D.", "Pat Finch"]),
        ("Pat Finch, K.L.M.", ["Pat Finch", "K.L.M."]),
        ("J.D.; K.L.; M.N.", ["J.D.", "K.L.", "M.N."]),
        ("JD", ["JD"]),
    ],
)
def test_initials_that_no_key_resolves_stay(tmp_path: Path, listed: str, names: list[str]) -> None:
    found = _people(tmp_path, f"Present: Ann Vale, Bo Orr, Cy Dane\nApologies: {listed}")
    assert [name for name, status, _ in found if status == "apologies"] == names


@pytest.mark.parametrize("letters", ["JD", "J.D."])
def test_initials_that_a_key_resolves(tmp_path: Path, letters: str) -> None:
    members = "Members: Ann Vale (AV), Bo Orr (BO), Cy Dane (CD), Jo Dell (JD)"
    found = _people(tmp_path, f"{members}\n\nPresent: AV, BO, CD\nApologies: {letters}")
    assert [(name, status) for name, status, _ in found] == [
        ("Ann Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy Dane", "present"),
        ("Jo Dell", "apologies"),
    ]


@pytest.mark.parametrize("listed", ["N/A", "None", "TBC", "PC", "C.E.O."])
def test_letters_that_are_nobody(tmp_path: Path, listed: str) -> None:
    assert len(_people(tmp_path, f"Present: Ann Vale, Bo Orr, Cy Dane\nApologies: {listed}")) == 3


def test_letters_behind_a_name_are_honours(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present: Ann Vale, M.D., Bo Orr, D.O., Cy Dane")
    assert [name for name, _, _ in found] == ["Ann Vale", "Bo Orr", "Cy Dane"]


@pytest.mark.parametrize("letters", ["HoS", "CFO", "DHT", "SENCo", "COO", "EHT"])
def test_letters_of_posts(letters: str) -> None:
    assert is_post(letters)


def test_posts_by_their_letters_are_nobody(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present: Ann Vale (Chair), Bo Orr HoS, Cy Dane (CFO)\nIn attendance: HoS, CFO, DHT, AHT")
    assert found == [("Ann Vale", "present", "Chair"), ("Bo Orr", "present", "HoS"), ("Cy Dane", "present", "CFO")]


def test_letters_of_a_post_may_be_somebody_among_initials(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present: AV (Chair), BO, HT, CD")
    assert [name for name, _, _ in found] == ["AV", "BO", "HT", "CD"]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Ann, Bo Orr, Cy, Di Elm, Ed and Flo", ["Ann", "Bo Orr", "Cy", "Di Elm", "Ed", "Flo"]),
        ("Ann Vale, Bo Orr, Cy, Di Elm. Call meeting to order: 5.40", ["Ann Vale", "Bo Orr", "Cy", "Di Elm"]),
        ("Ann Vale, Bo Orr, Cy, Di, Ed Fox", ["Ann Vale", "Bo Orr", "Cy", "Di", "Ed Fox"]),
    ],
)
def test_given_names_among_whole_ones(tmp_path: Path, listed: str, names: list[str]) -> None:
    assert [name for name, _, _ in _people(tmp_path, f"Present: {listed}")] == names


def test_places_behind_whole_names_are_nobody(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present: Ann Vale, Harrow, Bo Orr, Moorby, Cy Dane, Tarn")
    assert [name for name, _, _ in found] == ["Ann Vale", "Bo Orr", "Cy Dane"]


def test_a_page_that_lost_its_lines(tmp_path: Path) -> None:
    text = (
        "In attendance: Ann Vale (Chair) Bo Orr (Treasurer) Cy Dane Di Elm Ed Fox – Parent representative"
        " Gus Hay – Teacher representative Apologies: Mrs. Ives (Head), Jo King, Lee Moss"
    )
    assert _people(tmp_path, text) == [
        ("Ann Vale", "present", "Chair"),
        ("Bo Orr", "present", "Treasurer"),
        ("Cy Dane", "present", None),
        ("Di Elm", "present", None),
        ("Ed Fox", "present", "Parent representative"),
        ("Gus Hay", "present", "Teacher representative"),
        ("Ives", "apologies", "Head"),
        ("Jo King", "apologies", None),
        ("Lee Moss", "apologies", None),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "Ann Vale, Bo\n           Orr, Cy\n           Dane",
        "Ann\n           Vale, Bo Orr and Cy\n           Dane",
    ],
)
def test_a_narrow_column_breaks_within_names(tmp_path: Path, listed: str) -> None:
    found = _people(tmp_path, f"Present:   {listed}\nApologies: Di\n           Elm")
    assert [name for name, _, _ in found] == ["Ann Vale", "Bo Orr", "Cy Dane", "Di Elm"]


def test_where_people_work_is_joined_to_nobody(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present:\nAnn Vale, Harrowdale\nBo Orr, Moorby\nCy Dane, Tarn")
    assert [name for name, _, _ in found] == ["Ann Vale", "Bo Orr", "Cy Dane"]


def test_given_names_a_line_each_are_not_joined(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present:\nAnn\nBo\nCy\nDi")
    assert [name for name, _, _ in found] == ["Ann", "Bo", "Cy", "Di"]


def test_the_clerk_of_a_school_board_is_a_member(tmp_path: Path) -> None:
    text = "Present:\nAnn Vale, Ed.D., president\nBo Orr, vice president\nCy Dane, clerk\nDi Elm, member"
    assert {status for _, status, _ in _people(tmp_path, text)} == {"present"}


def test_the_clerk_of_a_village_is_none(tmp_path: Path) -> None:
    text = "Present: Ann Vale, President; Bo Orr, Trustee; Cy Dane, Clerk"
    assert [status for _, status, _ in _people(tmp_path, text)] == ["present", "present", "in_attendance"]
