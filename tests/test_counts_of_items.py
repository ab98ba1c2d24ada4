"""How papers count their items: anew on a web page, by the word Item, with letters before the year. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

FRONT = (
    "Marram Parish Council\n\nMinutes of the meeting held on Monday 3 March 2025\n\n"
    "Present: Cllrs Ada Thorn, Wilf Oakes\n\n"
)
SAID = "Cllr Thorn reported that the pump was working again and that the pond had filled."


def items(text: str, folder: Path) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record_of(folder, FRONT + text).items]


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_page_counts_anew_before_the_papers_own_number(indent: str, tmp_path: Path) -> None:
    titles = ["APOLOGIES", "PUMP", "ALLOTMENTS", "PLAY AREA"]
    text = "".join(f"{indent}1. {n}. {title}\n\n{SAID}\n\n" for n, title in enumerate(titles, 1))
    assert items(text, tmp_path) == [(str(n), title) for n, title in enumerate(titles, 1)]


def test_letters_stand_before_the_year(tmp_path: Path) -> None:
    text = (
        f"31a/25 Apologies: None\n\n31b/25 Declarations of Interest: None\n\n32/25 Pump: {SAID}\n\n33/25 Pond: {SAID}\n"
    )
    assert items(text, tmp_path) == [
        ("31a/25", "Apologies"),
        ("31b/25", "Declarations of Interest"),
        ("32/25", "Pump"),
        ("33/25", "Pond"),
    ]


def test_a_minute_book_counts_beyond_ten_thousand(tmp_path: Path) -> None:
    assert items(f"10482 PUMP\n\n{SAID}\n\n10483 POND REPAIRS\n\n{SAID}\n", tmp_path) == [
        ("10482", "PUMP"),
        ("10483", "POND REPAIRS"),
    ]


def test_two_numbers_with_the_word_item_are_enough(tmp_path: Path) -> None:
    text = f"Item 1. Welcome and police report. {SAID} {SAID}\n\nItem 2. Pond and pump. {SAID} {SAID}\n"
    assert items(text, tmp_path) == [("1", "Welcome and police report"), ("2", "Pond and pump")]


@pytest.mark.parametrize("below", [SAID, "No change needed", "None received", "There was nothing to report."])
def test_plain_titles_stand_above_little(below: str, tmp_path: Path) -> None:
    text = f"{SAID}\n\n{SAID}\n\nMonthly Reports\n\n{below}\n\nWarden’s Orders\n\n{SAID}\n\nOther Business\n\n{SAID}\n"
    assert [title for _, title in items(text, tmp_path)] == ["Monthly Reports", "Warden’s Orders", "Other Business"]


@pytest.mark.parametrize("sign", [": –", ":–", " –", ":"])
def test_who_sent_apologies_stands_behind_the_sign(sign: str, tmp_path: Path) -> None:
    text = f"1 APOLOGIES{sign} Mr. K Rowan\n\n2 Pump – {SAID}\n\n3 Pond – {SAID}\n"
    assert items(text, tmp_path)[0] == ("1", "APOLOGIES")


def test_a_stop_and_a_dash_end_a_title(tmp_path: Path) -> None:
    text = f"1. Repair of the Pump. –{SAID}\n\n2. Pond. - {SAID}\n\n3. Close. – None.\n"
    assert [title.rstrip(".") for _, title in items(text, tmp_path)][:2] == ["Repair of the Pump", "Pond"]
