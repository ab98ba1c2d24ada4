"""How parish, town and community councils put what is to be done, and what they put off: invented minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_layout import on_page
from tests.test_forms_layout import told as beside
from tests.test_forms_precision import HEAD, told
from tests.typed import owned, record_of


@pytest.mark.parametrize(
    "sentence",
    [
        # what will be done if it comes to that, or was promised before
        "The lamp stays lit, and after that should it fail it will be removed.",
        "Assurances have been given that the test of the rope will be carried out.",
        # a rule for all times
        "The press is a risk, the list clearly stating that Mr Pell or Cllr Birkett is to teach whoever uses it.",
        # another's day
        "The Fen Patrol are to hold a Police Surgery on 28 May.",
        # later in the same meeting
        "A letter from the mill will be referred to under item 11.",
        # nobody took it up
        "Cllr Crane suggested that the Council should write to the bishop.",
        "Cllr Crane said she would like to see the Council write to the bishop.",
        # none
        "The wall was seen. Action: None",
        "The wall was seen. Action: N/A",
        # a payment
        "It was agreed that £500 would be donated.",
        # a plan, another's
        "Quotations would be sought from January each year.",
        "A letter would be sent by the county to every house.",
        "£300 was carried over to next year.",
    ],
)
def test_nothing_is_left_to_do(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Further quotations would be requested.", []),
        ("The gate is loose and a letter would be sent to the farm.", []),
        ("The firm will be approached regarding what can be done about the smell.", []),
        ("It was agreed that we would all welcome this and would invite Mr Pell to our next meeting.", []),
        (
            "Mrs Pell (Chair of the Trust) was asked to give a presentation at the next meeting.",
            ["Mrs Pell"],
        ),
        ("Cllr Crane has not yet met the owner but would endeavour to do so soon.", ["Otto Crane"]),
        ("The Clerk was yet to ring the warden, however he would do that ahead of the next meeting.", ["Mara Dunmore"]),
        ("Cllr Crane and Cllr Birkett agreed to a site visit with the owner.", ["Otto Crane", "Ines Birkett"]),
        (
            "The Chair, the churchwarden(s) and the Clerk would meet on site.",
            ["Rolf Ashdown", "churchwarden", "Mara Dunmore"],
        ),
        ("Cllr Crane and the tree wardens will walk the paths.", ["Otto Crane", "tree wardens"]),
        ("It was decided the parish council would contact the mill again.", ["parish council"]),
        ("Cllr Crane saw the posts. They will be painted. Action O Crane", ["Otto Crane"]),
        ("The Council RESOLVED for Otto to mow the green before the fair.", ["Otto Crane"]),
        ("It was agreed to add the holes at the mill to the next Roads panel meeting.", []),
        ("The fence cost over £2K Clerk to check the insurance.", ["Mara Dunmore"]),
    ],
)
def test_whose_task(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == [owners]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("The plan for a sign was left over to the next meeting.", ["deferred"]),
        ("The sign is to be carried over to the May meeting.", ["deferred"]),
        ("The sign will be on the agenda for the next meeting.", ["deferred"]),
        ("The request to hang a sign at the mill was supported.", ["agreed"]),
        ("The idea of a sign was supported by many residents.", []),
        ("Mr B. Pell will be appointed as internal auditor.", ["elected"]),
        (
            "Mr Pell was proposed and seconded, another was not seconded, and he was therefore elected.",
            ["elected"],
        ),
        ("There was paint left over for the next bench.", []),
        ("No other reports were received.", []),
        ("It was agreed to ask Mrs Pell if she would like to join the group.", ["agreed"]),
    ],
)
def test_what_came_of_it(tmp_path: Path, sentence: str, outcomes: list[str]) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == outcomes


def test_a_list_of_what_the_council_would_do(tmp_path: Path) -> None:
    text = "It was decided the parish council would\n\na) Enquire why it was;\n\nb) Contact the mill;\n\nc) Support it."
    assert told(tmp_path, text) == [("Enquire why it was;", []), ("Contact the mill;", [])]


def test_the_day_of_the_sentence_that_a_short_one_leans_on(tmp_path: Path) -> None:
    text = "It was agreed to organise a clean-up on Sunday 26 May. Otto to organise."
    record = record_of(tmp_path, f"{HEAD}{text}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [action.due.date for action in record.actions] == ["2024-05-26"]


PLANNING = """
- Mill Meadow – construction of a road. Support

- 21 Fen End – extension to house. Support. The way to the site was asked about, but it was decided that it was private.

- Rose End – garage. Objection. The garage would be too tall.

- Lime End – garage. The lane is narrow. It was asked who owns it.
"""


def test_a_comment_before_what_was_said_of_it(tmp_path: Path) -> None:
    head = HEAD.replace("2. Matters arising", "2. Planning")
    record = record_of(tmp_path, f"{head}{PLANNING}\n3. Next meeting\n\nThe day is open.\n")
    comments = [d.text for d in record.decisions if d.evidence.rule.startswith("planning")]
    assert comments == [
        "Mill Meadow – construction of a road. Support",
        "21 Fen End – extension to house. Support.",
        "Rose End – garage. Objection.",
    ]


LETTERS = """Fenby Parish Council

Minutes of the meeting of Fenby Parish Council held on 4 March 2024

Present: Nora Ash (NA), Neil Orr (NO), Cara Dunn (CD), Drew Frith (DF)

1. Apologies

There were none.

2. Roads

NA to report the hole to the county.

The lamp is out. NO agreed to ring the firm.

The gate will be mended. Action: NO/CD

Agreed to move the bench, that a notice be put up. DF

Agreed to buy a second bin. CD

There is NO to pay. The pond is low.

3. Next meeting

The day is open.
"""


def test_letters_that_are_words_and_letters_behind_a_decision(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, LETTERS)) == [
        ("NA to report the hole to the county.", ["Nora Ash"]),
        ("NO agreed to ring the firm.", ["Neil Orr"]),
        ("The gate will be mended.", ["Neil Orr", "Cara Dunn"]),
        ("Agreed to move the bench, that a notice be put up.", ["Drew Frith"]),
        ("Agreed to buy a second bin.", ["Cara Dunn"]),
    ]


def margin_page(rows: list[tuple[str, str]]) -> list[tuple[float, float, str, bool]]:
    lines = [
        (60.0, 800.0, "LOWMOOR PARISH COUNCIL", True),
        (60.0, 784.0, "Minutes of the meeting held on 7 April 2025", False),
        (60.0, 768.0, "Present: Tessa Ware TW (Chair), Hal Moar HM, Olive Peel OP, Ian Reed IR", False),
        (500.0, 750.0, "Action", True),
    ]
    for at, (text, owner) in enumerate(rows):
        height = 730.0 - 13 * at
        lines.append((60.0, height, text, text[:1].isdigit()))
        lines += [(500.0, height, owner, False)] if owner else []
    return lines


def test_three_owners_beside_two_tasks_and_what_is_told_before_them(tmp_path: Path) -> None:
    rows = [
        ("1. Lights", ""),
        ("TW reported that two houses had agreed to have outlet boxes fitted to their", "TW"),
        ("wall. HM to arrange estimates. OP to be asked to organise another coffee morning in", "HM"),
        ("the autumn.", "OP"),
        ("2. Roads", ""),
        ("The county has been told of the holes. HM to write to them again.", "HM"),
    ]
    assert [owners for _, owners, _, _ in beside(on_page(margin_page(rows), tmp_path))] == [
        ["Tessa Ware"],
        ["Hal Moar"],
        ["Olive Peel"],
        ["Hal Moar"],
    ]


def test_a_website_owns_nothing(tmp_path: Path) -> None:
    rows = [
        ("1. Letters", ""),
        ("A survey of carers has come.", "Website"),
        ("The county has been told of the holes. HM to write to them again.", "HM"),
    ]
    assert [owners for _, owners, _, _ in beside(on_page(margin_page(rows), tmp_path))] == [[], ["Hal Moar"]]


def test_a_comment_behind_a_comma_answers_an_application(tmp_path: Path) -> None:
    text = (
        f"{HEAD}2. Planning applications\n\nApplication for an extension at 6 Fen Lane, no objections made.\n\n"
        "Permission is granted for the barn at Hill Farm.\n"
    )
    answered = [decision.text for decision in record_of(tmp_path, text).decisions]
    assert answered == ["Application for an extension at 6 Fen Lane, no objections made."]
