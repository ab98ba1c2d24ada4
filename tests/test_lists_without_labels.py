"""Lists of people that nothing labels, seats shared by two, groups of officers below the members. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = "Harrowdale Orchard Group\nMinutes of 4 March 2025\n\n"
TAIL = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n"


def _people(folder: Path, text: str, *, tail: str = TAIL) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in record_of(folder, f"{HEAD}{text}{tail}").attendance]


@pytest.mark.parametrize(
    "row",
    [
        "Ann Vale (AV), Bo Orr (BO), Cy Dane (CD), Di Elm (DE).",
        "Ann Vale (AV, Chair), Bo Orr (BO), Cy Dane (CD), Di Elm (DE)",
        "Mrs Ann Vale (Chair); Mr Bo Orr; Mr Cy Dane;; Ms Di Elm",
        "Ann Vale (AV); Bo Orr (BO); Cy Dane (CD); Di Elm (DE)",
        "Ann Vale, Bo Orr, Cy Dane and Di Elm",
    ],
)
def test_a_row_of_people_with_keys_or_titles_needs_no_label(tmp_path: Path, row: str) -> None:
    assert _people(tmp_path, row) == [(name, "present") for name in ("Ann Vale", "Bo Orr", "Cy Dane", "Di Elm")]


def test_a_row_of_people_below_the_title_in_its_paragraph(tmp_path: Path) -> None:
    typed = (
        "Orchard Group AGM\nMonday 3 March 2025\nAnn Vale (AV), Bo Orr (BO), Cy Dane (CD).\nDi Elm (DE), Ed Fox (EF)"
    )
    assert _people(tmp_path, typed) == [(name, "present") for name in ("Ann Vale", "Bo Orr", "Cy Dane")]


@pytest.mark.parametrize(
    "row",
    [
        "Ann Vale (AV) wrote to Bo Orr (BO), Cy Dane (CD) and Di Elm (DE) about the hedge.",
        "Mill Lane (north), Moor Road (south), Hill End (all)",
        "Venue: Ann Vale (AV), Bo Orr (BO), Cy Dane (CD)",
    ],
)
def test_a_row_of_other_things_is_no_list(tmp_path: Path, row: str) -> None:
    assert _people(tmp_path, row) == []


def test_who_was_chosen_is_no_list_of_who_came(tmp_path: Path) -> None:
    chosen = "\n\nElection of members\n\nMembers: Ed Fox, Flo Gale and Gus Hay were re-elected for a year.\n"
    found = _people(tmp_path, "Ann Vale (AV), Bo Orr (BO), Cy Dane (CD)", tail=chosen)
    assert found == [(name, "present") for name in ("Ann Vale", "Bo Orr", "Cy Dane")]


@pytest.mark.parametrize("sign", [" / ", "/", " | "])
def test_two_to_a_row_with_a_stroke_between_them(tmp_path: Path, sign: str) -> None:
    rows = f"Present\n\nAnn Vale{sign}Bo Orr\nCy Dane{sign}Di Elm\nEd Fox"
    names = ("Ann Vale", "Bo Orr", "Cy Dane", "Di Elm", "Ed Fox")
    assert _people(tmp_path, rows) == [(name, "present") for name in names]


def test_a_post_behind_a_stroke_stays_a_post(tmp_path: Path) -> None:
    found = _people(tmp_path, "Present\n\nAnn Vale / Head Teacher\nCy Dane / Parent Governor\nEd Fox")
    assert [name for name, _ in found] == ["Ann Vale", "Cy Dane", "Ed Fox"]


def test_a_bodys_people_below_the_members_are_its_officers(tmp_path: Path) -> None:
    typed = (
        "Present\n\nMembers:\n\nAnn Vale\nBo Orr\nHarrowdale Park Authority (HPA):\nCy Dane, Team Leader\n"
        "Di Elm, Head of Paths\nApologies\nMembers:\nEd Fox\nFlo Gale"
    )
    assert _people(tmp_path, typed) == [
        *(("Ann Vale", "present"), ("Bo Orr", "present"), ("Cy Dane", "in_attendance"), ("Di Elm", "in_attendance")),
        *(("Ed Fox", "apologies"), ("Flo Gale", "apologies")),
    ]


def test_who_stands_behind_also_is_a_guest_or_away_as_well(tmp_path: Path) -> None:
    typed = (
        "Present: Ann Vale, Bo Orr, Cy Dane. Also: County Councillor Di Elm\n\n"
        "Apologies: Ed Fox. Also: County Councillor Flo Gale"
    )
    assert _people(tmp_path, typed)[3:] == [
        ("Di Elm", "in_attendance"),
        ("Ed Fox", "apologies"),
        ("Flo Gale", "apologies"),
    ]


@pytest.mark.parametrize("label", ["Apologies/not present", "Apologies and not attending", "Apologies / Not Present"])
def test_apologies_with_those_not_present(tmp_path: Path, label: str) -> None:
    found = _people(tmp_path, f"Present: Ann Vale (AV), Bo Orr (BO), Cy Dane (CD). {label}: Di Elm (DE), Ed Fox (EF)")
    assert found[3:] == [("Di Elm", "apologies"), ("Ed Fox", "apologies")]


@pytest.mark.parametrize("said", ["recorded the minutes", "was taking the minutes", "acted as minute taker"])
def test_who_took_the_minutes_is_no_member(tmp_path: Path, said: str) -> None:
    found = _people(tmp_path, f"Present: Cllrs Vale, Orr and Dane, 6 members of the public. Mrs D Elm {said}.")
    assert found == [("Vale", "present"), ("Orr", "present"), ("Dane", "present"), ("D Elm", "in_attendance")]
