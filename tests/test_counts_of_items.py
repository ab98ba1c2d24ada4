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


def test_a_number_that_counts_on_within_a_line_opens_an_item(tmp_path: Path) -> None:
    text = (
        f"0325/01 Apologies: None\n\n0325/02 Minutes Minutes of the last meeting were signed. 0325/03 Lamps: None\n\n"
        f"0325/04 Pump {SAID}\n\n0325/05 Pond {SAID} The lease 0325/09 Of 1903 was read.\n"
    )
    assert items(text, tmp_path) == [
        ("0325/01", "Apologies"),
        ("0325/02", "Minutes"),
        ("0325/03", "Lamps"),
        ("0325/04", "Pump"),
        ("0325/05", "Pond"),
    ]


@pytest.mark.parametrize(
    "number", ["(5.9)", "[5.9]", "6.1)", "Minute 21/045", "4..6", "FGB/14/07", "3.1a", "5-A", "2-", "1/"]
)
def test_whatever_is_printed_before_a_paragraph_is_read(number: str, tmp_path: Path) -> None:
    text = f"1. Pump\n\n{number} {SAID}\n\n2. Pond\n\n{SAID}\n\n3. Lamps\n\n{SAID}\n"
    assert [title for _, title in items(text, tmp_path)] == ["Pump", "Pond", "Lamps"]


def test_titles_all_counted_one_of_which_one_says_nothing(tmp_path: Path) -> None:
    text = f"1. Silence\n\n1. Pump\n\n{SAID}\n\n1. Pond\n\n{SAID}\n\n1. Lamps\n\n{SAID}\n"
    assert [title for _, title in items(text, tmp_path)] == ["Silence", "Pump", "Pond", "Lamps"]


def test_a_house_among_titles_in_capitals_keeps_its_number(tmp_path: Path) -> None:
    text = (
        f"{SAID}\n\n16 FENSIDE ROAD – The survey was read and the owner was asked to come.\n\n"
        "WARDEN’S LEASE – The lease was renewed for a year.\n\nThe meeting closed at 8.40 pm.\n"
    )
    assert items(text, tmp_path) == [("", "16 FENSIDE ROAD"), ("", "WARDEN’S LEASE")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Police Report\n\n{SAID}\n\n{SAID}\n", ["Police Report"]),
        (f"1. Welcome and Apologies\n\nApologies from Kit Rowan and Fr Una Pike. {SAID}\n", ["Welcome and Apologies"]),
        (f"Police Report\n\nSee overleaf.\n\n{SAID}\n\n{SAID}\n", []),  # nothing is said below it
        (f"Summer Fair\n\n{SAID}\n\n{SAID}\n", []),  # may be anything
    ],
)
def test_a_paper_with_one_title(text: str, found: list[str], tmp_path: Path) -> None:
    assert [title for _, title in items(text, tmp_path)] == found


def test_a_label_among_many_plain_titles_is_one_of_them(tmp_path: Path) -> None:
    plain = "".join(f"{title}\n\n{SAID} {SAID}\n\n" for title in ("Pump House Review", "Summer Fair", "Blue Bags"))
    text = f"Matters Arising:\n\n- None\n\n{plain}Kit please ring the school about the keysACTION: KR\n\n{SAID}\n"
    assert [title for _, title in items(text, tmp_path)] == [
        "Matters Arising",
        "Pump House Review",
        "Summer Fair",
        "Blue Bags",
    ]


@pytest.mark.parametrize("mark", ["OFFICIAL 338021", "OFFICIAL", "OFFICIAL - SENSITIVE 338021", "Official: Sensitive"])
def test_how_secret_a_page_is_opens_no_item(mark: str, tmp_path: Path) -> None:
    text = f"1 {mark}\n\n{SAID}\n\n{SAID}\n\n2 {mark}\n\n{SAID}\n"
    assert items(text, tmp_path) == []


def test_what_is_official_may_be_business(tmp_path: Path) -> None:
    text = f"1 Official opening\n\n{SAID}\n\n2 Officials\n\n{SAID}\n"
    assert [title for _, title in items(text, tmp_path)] == ["Official opening", "Officials"]


@pytest.mark.parametrize("who", ["UP asked", "TL reported"])
def test_initials_of_who_speaks_end_a_title(who: str, tmp_path: Path) -> None:
    text = f"1. Playground {who} that the fence be mended before the summer.\n\n2. Pump {SAID}\n\n3. Pond {SAID}\n"
    assert items(text, tmp_path)[0] == ("1", "Playground")


def test_a_title_of_one_word_above_the_last_minutes(tmp_path: Path) -> None:
    text = (
        f"Minutes\n\nThe minutes of the May meeting were confirmed.\n\nPump House\n\n{SAID}\n\nSummer Fair\n\n{SAID}\n"
    )
    assert [title for _, title in items(text, tmp_path)] == ["Minutes", "Pump House", "Summer Fair"]
