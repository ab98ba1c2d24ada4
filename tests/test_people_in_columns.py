"""People in columns of a page: names over two lines, columns below heads of their own, letters by a key, initials."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Table
from pipeline.read import read
from tests.drawn import Piece, columns, drawn
from tests.typed import owned, record_in, record_of

HEAD: list[Piece] = [(72, 72, "Sagehill Harbour Council"), (72, 96, "Minutes of the meeting held on 4 March 2025")]
BODY: list[Piece] = [
    (72, 420, "1. Moorings"),
    (72, 444, "Nobody spoke about the moorings in the lower basin."),
    (72, 468, "2. Harbour dues"),
    (72, 492, "The dues were gone through and nobody had a question."),
    (72, 516, "3. Crews"),
    (72, 540, "Nobody has come forward for the second boat."),
    (72, 564, "4. Next meeting"),
    (72, 588, "It will be held in May."),
]
ITEMS = "1. Kit\n\nNone was lost.\n\n2. Boats\n\nTwo planks are loose.\n"


def _people(path: Path) -> list[tuple[str, str, str | None]]:
    return [(person.name, person.status, person.capacity) for person in record_in(path).attendance]


def test_a_name_s_second_line_goes_on_below_it(tmp_path: Path) -> None:
    lefts = (72.0, 240.0, 400.0)
    rows = [
        ("Mr D Ruckert – Chairman", "Mrs G Stahl", "Mr L Amaya"),
        ("Mrs T Bloom – Vice", "Mr N Orcutt", "Miss J Dole"),
    ]
    pieces = [*HEAD, (72.0, 120.0, "Present:"), *columns(rows, lefts=lefts, top=144, step=24)]
    pieces += [
        (72, 182, "Chairman"),
        *columns([("Mr P Finch", "Mr A Brack", "Major C Lund")], lefts=lefts, top=206, step=24),
    ]
    assert _people(drawn(tmp_path / "paper.pdf", [*pieces, *BODY])) == [
        ("D Ruckert", "present", "Chairman"),
        ("G Stahl", "present", None),
        ("L Amaya", "present", None),
        ("T Bloom", "present", "Vice Chairman"),
        ("N Orcutt", "present", None),
        ("J Dole", "present", None),
        ("P Finch", "present", None),
        ("A Brack", "present", None),
        ("C Lund", "present", None),
    ]


def test_three_columns_below_their_heads_are_read_one_after_the_other(tmp_path: Path) -> None:
    rows = [
        ("Committee A:", "Committee B:", "Committee C:"),
        ("Dale Ruckert (DR) – Chair", "Gwen Stahl (GS)", "Lou Amaya (LA)"),
        ("Tia Bloom (TB)", "Ned Orcutt (NO)", "Jan Dole (JD)"),
        ("Pat Finch (PF)", "Abe Brack (AB)", "Cy Lund (CL)"),
    ]
    pieces = [*HEAD, (72.0, 120.0, "Those present:"), *columns(rows, lefts=(72, 225, 387), top=144, step=24)]
    assert [(name, post) for name, _, post in _people(drawn(tmp_path / "paper.pdf", [*pieces, *BODY]))] == [
        ("Dale Ruckert", "Chair"),
        ("Tia Bloom", "Committee A"),
        ("Pat Finch", "Committee A"),
        ("Gwen Stahl", "Committee B"),
        ("Ned Orcutt", "Committee B"),
        ("Abe Brack", "Committee B"),
        ("Lou Amaya", "Committee C"),
        ("Jan Dole", "Committee C"),
        ("Cy Lund", "Committee C"),
    ]


KEYED = [
    ("Dale Ruckert (P)", "Gwen Stahl (X)"),
    ("Tia Bloom (A)", "Ned Orcutt – Crews (P)"),
    ("Pat Finch (P)", "Jan Dole (P)"),
]


def test_letters_in_brackets_say_who_came_by_the_paper_s_key(tmp_path: Path) -> None:
    key: Piece = (72, 120, "P = here   A = sent apologies   X = not here")
    pieces = [*HEAD, key, *columns(KEYED, lefts=(72, 300), top=144, step=24), *BODY]
    assert _people(drawn(tmp_path / "paper.pdf", pieces)) == [
        ("Dale Ruckert", "present", None),
        ("Gwen Stahl", "absent", None),
        ("Tia Bloom", "apologies", None),
        ("Ned Orcutt", "present", "Crews"),
        ("Pat Finch", "present", None),
        ("Jan Dole", "present", None),
    ]


def test_letters_in_brackets_are_initials_where_no_key_says_otherwise(tmp_path: Path) -> None:
    text = "Sagehill Harbour Council\nMinutes of the meeting held on 4 March 2025\n\n"
    record = record_of(tmp_path, f"{text}Present: Dale Ruckert (P), Gwen Stahl (X), Tia Bloom (A)\n\n{ITEMS}")
    assert [person.status for person in record.attendance] == ["present"] * 3


def test_surnames_first_run_on_over_the_lines_of_a_narrow_cell(tmp_path: Path) -> None:
    text = "Sagehill Harbour Council\nMinutes of the meeting held on 4 March 2025\n\nPresent:\n\n"
    people = "Cllrs: Ruckert, D; Stahl, G; Finch,\nP.J; Bloom (Red), T; Ní Dole, O;\nOrcutt, N; Amaya, L"
    record = record_of(tmp_path, f"{text}{people}\n\n{ITEMS}")
    assert [person.name for person in record.attendance] == [
        "D Ruckert",
        "G Stahl",
        "P.J Finch",
        "T Bloom",
        "O Ní Dole",
        "N Orcutt",
        "L Amaya",
    ]


def test_initials_beside_a_list_of_people_give_nobody_a_task(tmp_path: Path) -> None:
    people = [("Dale Ruckert (Chair)", "DR"), ("Gwen Stahl (Crews)", "GS"), ("Lou Amaya (Boats)", "LA")]
    tasks = [
        ("Two planks are loose and want seeing to before May.", "LA"),
        ("The key to the hall has been lost.", "GS"),
    ]
    pieces = [*HEAD, (72.0, 120.0, "Present:"), (440.0, 120.0, "Initials")]
    pieces += columns(people, lefts=(72, 440), top=144, step=24)
    pieces += [(72, 300, "1. Boats"), *columns(tasks[:1], lefts=(72, 440), top=324, step=24)]
    pieces += [(72, 360, "2. Hall"), *columns(tasks[1:], lefts=(72, 440), top=384, step=24)]
    record = record_in(drawn(tmp_path / "paper.pdf", pieces))
    assert [person.name for person in record.attendance] == ["Dale Ruckert", "Gwen Stahl", "Lou Amaya"]
    assert [owners for _, owners in owned(record)] == [["Lou Amaya"], ["Gwen Stahl"]]


def test_items_of_two_depths_are_items_where_their_numbers_say_so(tmp_path: Path) -> None:
    text = (
        "Sagehill Harbour Council\nMinutes of the meeting held on 4 March 2025\n\nPresent: Dale Ruckert, Gwen Stahl\n\n"
    )
    items = [
        ("1.1", "Welcome"),
        ("1.2", "Interests"),
        ("2.1", "Harbour walls"),
        ("3.1", "Moorings"),
        ("3.2", "Dues"),
        ("4", "Post"),
    ]
    said = "".join(f"Item {number}\n{title}\n\nNobody spoke.\n\n" for number, title in items)
    record = record_of(tmp_path, text + said)
    assert [(item.number, item.title) for item in record.items] == items


@pytest.mark.parametrize("below", ["Apologies: None", "The Clerk", "12 members of the public"])
def test_what_stands_right_below_a_list_in_columns_is_nobody_s(below: str, tmp_path: Path) -> None:
    rows = [("Cllr A Box", "Cllr B Carr"), ("Cllr C Dale", "Cllr D Elm")]
    pieces = [*HEAD, (72.0, 120.0, "Present:"), *columns(rows, lefts=(72, 240), top=144, step=14), (72.0, 172.0, below)]
    assert _people(drawn(tmp_path / "paper.pdf", [*pieces, *BODY]))[:4] == [
        (name, "present", None) for name in ("A Box", "B Carr", "C Dale", "D Elm")
    ]


def test_heads_with_colons_over_figures_leave_the_table_whole(tmp_path: Path) -> None:
    rows = [
        ("Payee:", "Purpose:", "Amount:"),
        ("Moor Timber", "Planks", "£400.00"),
        ("Dale Paint", "Paint", "£52.10"),
        ("Carr Rope", "Rope", "£18.00"),
    ]
    path = drawn(tmp_path / "paper.pdf", [*HEAD, *columns(rows, lefts=(72, 225, 387), top=144, step=16), *BODY])
    (table,) = (part for part in read(path).flow if isinstance(part, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in rows]
