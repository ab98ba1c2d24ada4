"""Items whose numbers have a column or a line of their own, whose titles have no numbers, and what only holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

FRONT = "<p>Minutes of Sagehill Boat Club held on 4 March 2025</p><p>Present: Dale Ruckert (Chair), Lou Amaya</p>"
SAID = {
    "Apologies": "None.",
    "Planks": "Two of them are loose.",
    "Oars": "New ones have come.",
    "Keys": "All were counted.",
    "Paint": "It has dried up.",
}


def page(body: str, front: str = FRONT) -> str:
    return f"<html><body>{front}{body}</body></html>"


def rows(*cells: tuple[str, ...]) -> str:
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
        + "</table>"
    )


def items(folder: Path, text: str, name: str = "minutes.html") -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record_of(folder, text, name).items]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ([f"Item {n}" for n in range(1, 6)], ["1", "2", "3", "4", "5"]),
        ([f"{n}." for n in "ABCDE"], list("ABCDE")),
        ([f"BC{n}" for n in range(41, 46)], [f"BC{n}" for n in range(41, 46)]),
        ([f"BC25/{n:03}" for n in range(8, 13)], [f"BC25/{n:03}" for n in range(8, 13)]),
        ([f"{n}.25" for n in range(8, 13)], [f"{n}.25" for n in range(8, 13)]),
    ],
)
def test_numbers_of_any_form_have_a_column(tmp_path: Path, printed: list[str], number: list[str]) -> None:
    told = [f"<p><b>{title}</b></p><p>{said}</p>" for title, said in SAID.items()]
    text = page(rows(*zip(printed, told, strict=True)))
    assert items(tmp_path, text) == list(zip(number, SAID, strict=True))


def test_a_table_of_figures_holds_no_items(tmp_path: Path) -> None:
    sums = rows(*((f"{n}.", title, f"£{n}00.00") for n, title in enumerate(("Planks", "Oars", "Keys", "Paint"), 1)))
    assert items(tmp_path, page(f"<h2>Accounts</h2><p>These were paid.</p>{sums}<h2>Keys</h2><p>Lost.</p>")) == [
        ("", "Accounts"),
        ("", "Keys"),
    ]


AGENDA = "<h1>Sagehill Boat Club</h1><p>Agenda for the meeting on 4 March 2025</p>"


def test_an_agenda_in_a_table(tmp_path: Path) -> None:
    entries = ["Apologies", "Minutes of the last meeting", "To consider new oars", "Paint"]
    listed = [("", "Subject", "Led by", "Time"), ("", "STANDING ITEMS", "", "")]
    listed += [(f"{n}.", entry, "Lou Amaya", f"7.{n}0") for n, entry in enumerate(entries, 1)]
    assert items(tmp_path, page(rows(*listed), AGENDA)) == [(str(n), entry) for n, entry in enumerate(entries, 1)]


@pytest.mark.parametrize("entry", ["<p><b>{}</b></p>", "<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_an_agenda_without_numbers(tmp_path: Path, entry: str) -> None:
    entries = ["To receive apologies", "To approve the minutes", "Oars and paint", "Any other business"]
    text = page("".join(entry.format(words) for words in entries), AGENDA)
    assert items(tmp_path, text) == [("", words) for words in entries]


def test_what_holds_numbered_items_is_none(tmp_path: Path) -> None:
    text = (
        "<h2>Items for discussion</h2><h2>1. Planks</h2><p>Two are loose.</p><h2>2. Oars</h2><p>New ones came.</p>"
        "<h2>Items for information</h2><h2>3. Keys</h2><p>All were counted.</p>"
    )
    assert items(tmp_path, page(text)) == [("1", "Planks"), ("2", "Oars"), ("3", "Keys")]


def test_a_title_with_nothing_below_it_stays_an_item(tmp_path: Path) -> None:
    text = (
        "<h2>1. Planks</h2><p>Two are loose.</p><h2>2. Oars</h2><p>New ones came.</p>"
        "<h2>Public forum</h2><h2>3. Keys</h2><p>All were counted.</p>"
    )
    assert ("", "Public forum") in items(tmp_path, page(text))


def test_what_holds_titles_without_numbers_is_none(tmp_path: Path) -> None:
    titles = ["Minutes of the last meeting", "Planks", "Oars", "Keys", "Paint", "Any other business"]
    told = [f"<p><b>{title}:</b> It was talked of at length.</p>" for title in titles]
    text = f"<h2>OPEN SESSION</h2>{''.join(told[:3])}<h2>CLOSED SESSION</h2>{''.join(told[3:])}"
    assert items(tmp_path, page(text)) == [("", title) for title in titles]


@pytest.mark.parametrize("number", ["{}", "BC{}"])
def test_numbers_alone_above_titles_that_run_on(tmp_path: Path, number: str) -> None:
    told = "".join(
        f"<p>{number.format(n)}</p><p><b>{title}:</b> {said}</p>" for n, (title, said) in enumerate(SAID.items(), 1)
    )
    assert items(tmp_path, page(told)) == [(number.format(n), title) for n, title in enumerate(SAID, 1)]


def test_a_number_and_the_year_are_no_time(tmp_path: Path) -> None:
    told = "".join(f"<h2>{n}.08 {title}</h2><p>{said}</p>" for n, (title, said) in enumerate(SAID.items(), 1))
    assert items(tmp_path, page(told)) == [(f"{n}.08", title) for n, title in enumerate(SAID, 1)]
