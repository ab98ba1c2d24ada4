"""Minutes of parishes and villages that do not exist: prose in sentences, as their clerks write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from pipeline.run import extract

HEAD = """LITTLE THORNBY PARISH COUNCIL
Minutes of the meeting held on Monday 6th March 2023 at 7.30pm in the Village Hall
Present: Cllr Ann Box (Chair) (AB), Cllr Peter Brown (PB), Cllr David King (DK), Cllr Jane Ash (JA),
Sue Carr (Clerk) (SC)
Apologies: Cllr Tom Lund

1. Declarations of interest
None.

2. Minutes of the last meeting
The minutes were signed.

3. Matters arising
"""
TAIL = "\n\n4. Date of next meeting\n3rd April 2023.\n"


def _read(folder: Path, text: str) -> Record:
    path = folder / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    (record,) = extract(path)
    return record


def _said(folder: Path, words: str) -> Record:
    return _read(folder, f"{HEAD}3.1 {words}{TAIL}")


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        (
            "Cllr Brown said there was no news of the drains but he would continue to press for a reply.",
            ["Peter Brown"],
        ),
        ("The Clerk had heard nothing from the firm. In the meantime she was asked to contact the bank.", ["Sue Carr"]),
        ("Nomination forms to be listed at the next meeting.", []),
        ("The grants policy to be on the agenda for April.", []),
        ("The new locks were agreed, joiner to be informed.", []),
    ],
)
def test_who_is_to_do_what(tmp_path: Path, words: str, owners: list[str]) -> None:
    actions = [action for action in _said(tmp_path, words).actions if action.minute == "3.1"]
    assert [[owner.name for owner in action.owners] for action in actions] == [owners]


@pytest.mark.parametrize(
    "words",
    [
        "Price received at £7 a chair for 30 chairs to be carried out over time.",
        "Cllr Ash proposed that Cllr Box take up the position of Chairman and Cllr King seconded it.",
        "Cllr Box agreed to continue as Chairman.",
        "It was resolved that the request be declined as it would not serve the village.",
    ],
)
def test_no_task(tmp_path: Path, words: str) -> None:
    assert [action.task for action in _said(tmp_path, words).actions if action.minute == "3.1"] == []


@pytest.mark.parametrize(
    ("words", "mover", "seconder", "outcome"),
    [
        ("PB proposed that the stile be mended. Seconded by DK. Carried.", "PB", "DK", "agreed"),
        ("The plan was kept as drawn. Proposed by PB and seconded by DK. All in favour.", "PB", "DK", "agreed"),
        (
            "That the levy be £9,000. Proposed Cllr Brown, seconded Cllr Ash – carried.",
            "Cllr Brown",
            "Cllr Ash",
            "agreed",
        ),
        ("It was nominated and resolved that Ann Box be Chair for the coming year.", None, None, "elected"),
        (
            "Cllr Ash proposed that Cllr Box continues as Chairman and Cllr King seconded it.",
            "Cllr Ash",
            "Cllr King",
            "elected",
        ),
        ("Cllr Brown to remain as vice chair.", None, None, "elected"),
    ],
)
def test_movers_and_elections(
    tmp_path: Path, words: str, mover: str | None, seconder: str | None, outcome: str
) -> None:
    (decision,) = (d for d in _said(tmp_path, words).decisions if d.minute == "3.1")
    assert (decision.mover, decision.seconder, decision.outcome) == (mover, seconder, outcome)


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("In the Chair A.Vigo, L.Boon, R. Carr", {"A.Vigo": "Chair", "L.Boon": None, "R. Carr": None}),
        (
            "Present: J Green (JG), A.Wragg (AWr), Mrs P McKay (PMcK)",
            {"J Green": None, "A.Wragg": None, "P McKay": None},
        ),
        (
            "Present: Councillors John Hugh (Chair), Wini Dale, together with the Clerk, Mair Gold.",
            {"John Hugh": "Chair", "Wini Dale": None, "Mair Gold": "the Clerk"},
        ),
        (
            "Present: Cllrs Bridget Cole, Tony Stile and the clerk, Derek Cane.",
            {"Bridget Cole": None, "Tony Stile": None, "Derek Cane": "the clerk"},
        ),
    ],
)
def test_who_came(tmp_path: Path, listed: str, people: dict[str, str | None]) -> None:
    start = HEAD.index("Present:")
    end = HEAD.index("\n1. ")
    record = _read(tmp_path, f"{HEAD[:start]}{listed}\n{HEAD[end:]}3.1 Nothing was said.{TAIL}")
    assert {person.name: person.capacity for person in record.attendance} == people


def test_an_item_under_a_number_printed_twice(tmp_path: Path) -> None:
    record = _read(tmp_path, HEAD + "The lamp is lit.\n\n3. Highways\nA hole was filled." + TAIL)
    assert [item.title for item in record.items][2:4] == ["Matters arising", "Highways"]


def test_minutes_in_two_numbers_are_no_items(tmp_path: Path) -> None:
    said = (
        "3.1 Footpaths\nThe stile is down.\n3.2 Lamps\nThey are lit.\n3.3 Trees\nThe ash is ill.\n3.4 Bins\nAll full."
    )
    assert [item.number for item in _read(tmp_path, HEAD + said + TAIL).items] == ["1", "2", "3", "4"]
