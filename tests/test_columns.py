"""What a table is for by its heads and cells, and what becomes of minutes that stand in columns."""

from __future__ import annotations

import pytest

from pipeline.layout.columns import Use, columns_of
from pipeline.layout.heads import role_of
from pipeline.paper import Cell, Line, Table
from tests.printed import found_in, outlined, table

SALT = (
    "The depot had run short of salt in January and the contract with the haulier ends in June. Members were "
    "concerned about the hill roads and asked for a map of the routes before the winter."
)
MINUTED = (
    ("1", "Welcome\nThe Chair welcomed everyone."),
    (
        "2",
        f"Winter plan\n{SALT}\nThe plan was approved.\nDraw a map of the routes.",
    ),
    ("3", "Budget\nThe Partnership noted the report.\nWrite to the county about the shortfall."),
    ("4", "Next meeting\nTuesday 6 May 2025 in the Moot Room."),
)
TITLES = ["1 Welcome", "2 Winter plan", "3 Budget", "4 Next meeting"]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Action Who", "action"),
        ("No/Ref", "number"),
        ("Min. No.", "number"),
        ("Action (who/when)", "action"),
        ("Agenda item and discussion", "notes"),
        ("Minutes and actions", "notes"),
        ("Main points of discussion", "notes"),
        ("Owner (Initials)", "owner"),
        ("Actions by", "owner"),
        ("Amount paid", ""),
    ],
)
def test_a_head_may_hold_several_names(head: str, role: str) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize(
    "heads",
    [
        ("No/Ref", "Matters discussed", "Action Who", "By when"),
        ("Ref", "Discussion", "Action/Owner/Date"),
        ("Item No.", "Minute", "Action By Whom and When"),
        ("Minute Ref", "Agenda item and discussion", "Actions / Person responsible / Date due"),
        ("Item", "Details", "Who", "When"),
        ("No.", "Item", "Actn."),
    ],
)
def test_minutes_in_columns_open_an_item_a_row(heads: tuple[str, ...]) -> None:
    """The title opens the notes; the owner stands beside the task, whatever the columns are called."""
    spare = ("",) * (len(heads) - 3)
    rows = [(*row, owner, *spare) for row, owner in zip(MINUTED, ("", "BC", "CD", ""), strict=True)]
    paper = ("Minutes\n\nPresent: Ben Castle (BC), Carol Dunn (CD)", table(heads, *rows))
    items = [section for section in outlined(*paper).sections if section.kind == "item"]
    assert [f"{item.number} {item.title}" for item in items] == TITLES
    found = found_in(*paper)
    assert [(action.task, action.owners) for action in found.actions] == [
        ("Draw a map of the routes.", ("BC",)),
        ("Write to the county about the shortfall.", ("CD",)),
    ]
    assert [decision.outcome for decision in found.decisions] == ["agreed", "noted"]


def test_a_web_page_says_what_was_minuted_in_its_item_column() -> None:
    rows = [(number, told.replace("\n", "\nMinutes:\n", 1)) for number, told in MINUTED]
    sections = outlined("Agenda and minutes", table(("No.", "Item"), *rows)).sections
    assert [f"{section.number} {section.title}" for section in sections if section.number] == TITLES
    assert not any(part.text == "Minutes:" for section in sections for part in section.paragraphs)


@pytest.mark.parametrize(
    ("rows", "use"),
    [
        ([("No.", "Item"), ("1", "Apologies"), ("2", "Finance")], "other"),
        ([("Ref", "Description", "Amount"), ("A1", "Repairs to the gate of the upper field", "£40.00")], "other"),
        (
            [("Item", "Details", "Who", "When"), ("1", SALT, "BC", "May"), ("2", "Ring the county", "CD", "June")],
            "actions",
        ),
        ([("Topic", "Action", "Owner", "Due"), ("Roads", "Ring the county", "CD", "June")], "actions"),
    ],
)
def test_other_tables_stay_tables(rows: list[tuple[str, ...]], use: Use) -> None:
    assert columns_of(table(*rows)).use == use


def test_minutes_behind_a_list_of_actions_are_no_more_rows_of_it() -> None:
    """Both have four columns and only the list has heads; a page may begin with more of either."""
    listed = table(
        ("Item", "", "By whom", "By when"),
        ("01/2025", "Ring the county", "Clerk", "asap"),
        ("02/2025", "Paint", "", ""),
    )
    more = table(("03/2025", "Order the salt bins for the hill roads", "Ben Castle", "June"))
    minuted = table(
        (
            "RF 01/2025",
            "Welcome",
            "The Chair welcomed everyone, and told what to do if the bell rang and where to meet.",
            "",
        ),
        ("RF 02/2025", "Winter plan", SALT, ""),
    )
    next_page = table(("", "", f"The plan was approved. {SALT}", "Clerk"), ("RF 03/2025", "Budget", SALT, "Ann Box"))
    columns = columns_of(listed)
    assert columns_of(more, columns).use == "actions"
    minutes = columns_of(minuted, columns)
    assert (minutes.use, minutes.roles[:3]) == ("minutes", ("number", "title", "notes"))
    assert columns_of(next_page, minutes).roles == ("number", "title", "notes", "action")
    found = found_in("Minutes", listed, more, minuted, next_page)
    tasks = [(action.task, action.owners) for action in found.actions if action.marked]
    assert tasks[:3] == [
        ("Ring the county", ("Clerk",)),
        ("Paint", ()),
        ("Order the salt bins for the hill roads", ("Ben Castle",)),
    ]
    assert not any(len(owner) > 20 for _, owners in tasks for owner in owners)


def test_owners_at_the_top_of_every_cell_own_what_was_said_last() -> None:
    """In a printed table an owner stands beside its task, unless each of them stands at the top of its cell."""

    def cell(text: str, left: float, top: float) -> Cell:
        tops = [(line, top + 14 * n) for n, line in enumerate(text.split("\n")) if line]
        return Cell(tuple(Line(line, page=1, box=(left, y, left + 5 * len(line), y + 10)) for line, y in tops))

    def minutes(down: int) -> Table:
        head = (cell("No.", 50, 50), cell("Minutes", 100, 50), cell("Action", 400, 50))
        body = [
            (cell(number, 50, top), cell(told, 100, top), cell(owner, 400, top + 14 * down))
            for top, (number, told), owner in zip((100, 200, 300, 400), MINUTED, ("", "BC", "CD", ""), strict=True)
        ]
        return Table((head, *body), page=1)

    beside = [action.task for action in found_in("Minutes", minutes(2)).actions]
    above = [action.task for action in found_in("Minutes", minutes(0)).actions]
    assert above == ["Draw a map of the routes.", "Write to the county about the shortfall."]
    assert beside[0] != above[0]


def test_a_row_without_an_owner_in_its_cell_is_owned_by_whom_its_sentence_names() -> None:
    rows = (
        ("Item", "Action", "By whom", "By when"),
        ("1", "Ring the county", "Carol Dunn", "June"),
        ("2", "The Clerk is to forward the terms to the wardens.", "", "asap"),
        ("3", "Terms of reference to be amended", "", ""),
    )
    found = found_in("Minutes", "Present: Ben Castle, Carol Dunn", table(*rows))
    assert [action.owners for action in found.actions] == [("Carol Dunn",), ("The Clerk",), ()]


@pytest.mark.parametrize("head", ["Decision/Action", "Action/Decision", "Outcomes & Actions", "Action", "Agreed"])
def test_a_column_of_decisions_and_actions_holds_both(head: str) -> None:
    rows = (
        ("Item", "Discussion", head),
        ("1. Boiler", "It is old.", "The quote of £900 from\nHolt & Sons was accepted. Clerk\nto book the fitter."),
        ("2. Lettings", "A list was handed round.", "The list was approved with one change."),
        ("3. Trees", "Two of them lean.", "Carol Dunn to ring the forester."),
        ("4. Stall", "A letter was read.", "Request refused."),
        ("5. Tins", "Some are out of date.", "Tins to be moved once the shelf is approved."),
    )
    found = found_in("Minutes", "Present: Ben Castle, Carol Dunn", table(*rows))
    assert [(decision.text, decision.outcome) for decision in found.decisions] == [
        ("The quote of £900 from Holt & Sons was accepted.", "agreed"),
        ("The list was approved with one change.", "agreed"),
        ("Request refused.", "refused"),
    ]
    told = [action.task for action in found.actions]
    assert "Clerk to book the fitter." in told
    assert "Carol Dunn to ring the forester." in told
    assert not any("quote" in task or "list" in task or "Request" in task for task in told)


def test_months_below_a_head_that_says_so_are_dates_and_minutes_numbers_are_none() -> None:
    terms = table(
        ("Name", "Term ends", "Min."), ("Ben Castle", "10/2027", "07/2024"), ("Carol Dunn", "3/2026", "08/2024")
    )
    found = found_in("Minutes", terms)
    assert [(date.text, date.year, date.month) for date in found.dates] == [("10/2027", 2027, 10), ("3/2026", 2026, 3)]
