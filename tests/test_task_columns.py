"""Columns of tasks as printed: owners and tasks apart, posts, initials beside titles, rows that say it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from pipeline.extractors.actions.reworded import without_reworded
from pipeline.found import FoundAction, Place
from pipeline.paper import Evidence
from pipeline.record import Record
from tests.printed import found_in, table
from tests.typed import owned, record_in, record_of

PLAIN = ParagraphStyle("plain", fontName="Times-Roman", fontSize=10, leading=12)
HEAD = (
    "Quillmoor Commons Group",
    "Minutes of the meeting on 14 March 2024 in the Reading Room",
    "Present: Ann Reed (Chair), Bob Holt (Clerk), Cora Lunt (North Side), Dan Moss (South Side)",
)


def printed(rows: Sequence[Sequence[str]], widths: Sequence[int], folder: Path) -> Record:
    """Minutes as a page prints a table without rules; "|" parts the paragraphs of a cell."""
    path = folder / "minutes.pdf"
    cells = [[[Paragraph(words, PLAIN) for words in cell.split("|")] for cell in row] for row in rows]
    body = Table(cells, colWidths=[width * 4.8 for width in widths], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    SimpleDocTemplate(str(path), pagesize=A4).build([*(Paragraph(words, PLAIN) for words in HEAD), body])
    return record_in(path)


@pytest.mark.parametrize("heads", [("Task<br/>Agreed", "Person<br/>Responsible"), ("Action", "By Whom")])
def test_a_task_and_its_owner_stand_in_columns_of_their_own(heads: tuple[str, str], tmp_path: Path) -> None:
    rows = [
        ("", *heads),
        ("<b>1. Fences</b>", "", ""),
        ("The long fence had been down since the gale and sheep were out on the road most mornings.", "", ""),
        (
            "The contractor could come in May. Nobody had asked the estate.",
            "Letter to the estate about the gap",
            "Clerk",
        ),
        ("<b>2. Ponds</b>", "", ""),
        ("The sluice leaks and a new board was thought likely to cost a good deal.", "New board by the show", "CL/DM"),
        ("<b>3. Money</b>", "", ""),
        ("There was £400 in the bank. The grant form was long and nobody liked it.", "Grant form", "Chair"),
    ]
    assert owned(printed(rows, (55, 25, 20), tmp_path)) == [
        ("Letter to the estate about the gap", ["Bob Holt"]),
        ("New board by the show", ["Cora Lunt", "Dan Moss"]),
        ("Grant form", ["Ann Reed"]),
    ]


def test_posts_that_a_margin_shortens_are_owners(tmp_path: Path) -> None:
    rows = [
        ("ITEM", "ACTION"),
        ("<b>1. Gates</b>", ""),
        ("The hinges were rusty. The gates were to be oiled before the show.", "North Side Rep|South Side Rep"),
        ("The keys could not be found and it was thought that the last tenant had them still.", ""),
        ("<b>2. Signs</b>", ""),
        ("A sign had been stolen. A new one was to be ordered.", "Plot 7 Rep"),
        ("<b>3. Dogs</b>", ""),
        ("There had been four complaints. A notice was to be put up.", "Clerk"),
    ]
    assert owned(printed(rows, (82, 18), tmp_path)) == [
        ("The gates were to be oiled before the show.", ["Cora Lunt", "Dan Moss"]),
        ("A new one was to be ordered.", ["Plot 7 Rep"]),
        ("A notice was to be put up.", ["Bob Holt"]),
    ]


def test_initials_beside_titles_are_no_part_of_them(tmp_path: Path) -> None:
    said = "The hedge had been cut on one side and the other was left for the birds until the end of the summer. "
    rows = [
        ("<b>1</b>", "<b>Hedges</b>|" + said + "BH to ring the cutter.", "BH"),
        ("<b>2</b>", "<b>Walls</b>|" + said, ""),
        ("<b>3</b>", "<b>Bulls</b>|" + said + "CL to speak to the farmer.", "CL"),
        ("<b>4</b>", "<b>Maps</b>|" + said, ""),
        ("<b>5</b>", "<b>Rents</b>|" + said + "DM to add them up.", "DM"),
        ("<b>6</b>", "<b>Moles</b>|" + said, ""),
    ]
    record = printed(rows, (7, 78, 15), tmp_path)
    assert [item.title for item in record.items] == ["Hedges", "Walls", "Bulls", "Maps", "Rents", "Moles"]
    assert [(action.task, action.marked) for action in record.actions] == [
        ("BH to ring the cutter.", True),
        ("CL to speak to the farmer.", True),
        ("DM to add them up.", True),
    ]


@pytest.mark.parametrize("head", ["Who", "Lead", "Presenter"])
def test_who_stands_ahead_of_what_was_said_brought_the_item(head: str) -> None:
    found = found_in(
        "\n".join(HEAD),
        table(
            ("Agenda item", head, "Discussion"),
            ("1. Fences", "BH", "The long fence had been down since the gale. CL asked that the grazier be told. " * 2),
            ("2. Ponds", "CL", "The sluice leaks. It is hoped that the board will last.\nAction: DM to price a board"),
            ("3. Dogs", "DM", "There had been four complaints in the winter, all of them about one dog. " * 3),
            header=1,
        ),
    )
    assert [(action.task, action.owners) for action in found.actions] == [("DM to price a board", ("DM",))]


def test_a_column_and_the_prose_beside_it_tell_one_task(tmp_path: Path) -> None:
    rows = [
        ("Minutes", "Action", "Who"),
        ("<b>1. Fences</b>", "", ""),
        ("1.1 The Clerk would have a word with the estate before Easter.", "Estate re gap", "BH"),
        ("1.2 Bob Holt also offered to walk the boundary of the north side by himself.", "", ""),
        ("<b>2. Ponds</b>", "", ""),
        ("2.1 The sluice leaks. Cora Lunt agreed to see what a new board would cost.", "Price", "CL"),
        ("<b>3. Money</b>", "", ""),
        ("3.1 There was £400 in the bank and no more was looked for.", "Letter to bank", "Chair"),
    ]
    record = printed(rows, (62, 22, 16), tmp_path)
    assert sorted(owned(record)) == [
        ("Bob Holt also offered to walk the boundary of the north side by himself.", ["Bob Holt"]),
        ("Estate re gap", ["Bob Holt"]),
        ("Letter to bank", ["Ann Reed"]),
        ("Price", ["Cora Lunt"]),
    ]
    (estate,) = (action for action in record.actions if action.task == "Estate re gap")
    assert estate.due.text == "Easter"


def test_a_closing_row_joins_the_task_of_its_owner_in_the_item_that_it_speaks_of() -> None:
    found = found_in(
        "\n".join(HEAD),
        "1. Christmas fair\n\nThe fair is on the green. Cora will see to the pies and the mulled wine.\n\n"
        "2. Fences\n\nThe lease of the long field is with the estate. The gap is wide.\n\n"
        "3. Bank\n\nThe form was lost. Dan will mention it to the manager.\n\nActions",
        table(("What", "Who"), ("Refreshments for fair", "CL"), ("Ask estate about lease", "DM"), header=1),
    )
    assert [(action.task, action.owners) for action in found.actions] == [
        ("Refreshments for fair", ("CL",)),
        ("Ask estate about lease", ("DM",)),
        ("Dan will mention it to the manager.", ("Dan",)),
    ]


def test_prose_below_numbered_tasks_within_the_minutes_is_no_task() -> None:
    found = found_in(
        "\n".join(HEAD),
        "**Fences**\n\nThe long fence was down.\n\nActions:\n\n1) Bob Holt will ring the estate.\n\n"
        "2) Cora Lunt will price the posts.\n\n"
        "The estate had confirmed that it will pay for half. Ann has sent round its letter, which some had read.\n\n"
        "**Ponds**\n\nThe sluice leaks.\n\nActions:\n\n3) Dan Moss will buy a board.",
    )
    assert [action.task for action in found.actions] == [
        "Bob Holt will ring the estate.",
        "Cora Lunt will price the posts.",
        "Dan Moss will buy a board.",
    ]


def test_owners_behind_a_stroke_that_a_lost_column_left() -> None:
    found = found_in(
        "\n".join(HEAD),
        "1. Fences\n\nThe fence is down. Mr Holt will write to the estate. / BH\n\n2. Ponds\n\nThe sluice leaks."
        " Mrs Lunt to see what a board would cost and Mr Moss to fit it. / CL/DM\n\n3. Dogs\n\nNothing.",
    )
    assert [(action.task.endswith((" BH", "DM")), action.marked) for action in found.actions] == [(False, True)] * len(
        found.actions
    )
    assert found.actions[0].owners == ("BH",)


def word(rows: Sequence[Sequence[str]], folder: Path) -> Record:
    """Minutes as a Word table; "|" parts the paragraphs of a cell, "*" opens one in bold."""
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    grid = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(rows, grid.rows, strict=True):
        for said, cell in zip(row, cells.cells, strict=True):
            for at, words in enumerate(said.split("|")):
                place = cell.paragraphs[0] if not at else cell.add_paragraph()
                place.add_run(words.removeprefix("*")).bold = words.startswith("*")
    document.save(str(folder / "minutes.docx"))
    return record_in(folder / "minutes.docx")


def test_owners_beside_a_row_of_paragraphs_come_in_the_same_order(tmp_path: Path) -> None:
    record = word(
        [
            ("Minutes", "Who", "When"),
            (
                "*FENCES|The gap is wide. The new posts to be priced.|Letter to the estate, BH has the address.",
                "CL|BH",
                "asap|-",
            ),
            ("*PONDS|The water has been low since May.|Nobody liked the new board.", "", ""),
            ("*DOGS|Signs are needed by the gate.|It was a wet spring and few came.|Ask the farmer.", "DM|CL", "|"),
            ("*BANK|The form has gone astray. A second one to be asked for.", "AR", "6 April"),
        ],
        tmp_path,
    )
    assert [(a.task, [owner.name for owner in a.owners], a.due.text) for a in record.actions] == [
        ("The new posts to be priced.", ["Cora Lunt"], "asap"),
        ("Letter to the estate, BH has the address.", ["Bob Holt"], None),
        ("Signs are needed by the gate.", ["Dan Moss"], None),
        ("Ask the farmer.", ["Cora Lunt"], None),
        ("A second one to be asked for.", ["Ann Reed"], "6 April"),
    ]


def test_a_task_behind_a_tab_is_a_column_s(tmp_path: Path) -> None:
    rows = (
        "1. Fences\n\nThe long fence has been down since the gale.\tBH to ring the estate\n"
        "The grazier had been told and he was not pleased.\t\n\n",
        "2. Ponds\n\nThe sluice leaks badly at the lower end.\tNew board to be priced / CL / 24 May\n\n",
        "3. Dogs\n\nThere had been four complaints. A notice to be put up on the gate.\tDM asap\n\n",
        "4. Bank\n\nThe form had gone astray and the bank knew nothing of it.\tAR letter to the manager\n",
    )
    record = record_of(tmp_path, "\n\n".join((*HEAD, *rows)), "minutes.md")
    assert [(a.task, [owner.name for owner in a.owners], a.due.text) for a in record.actions] == [
        ("BH to ring the estate", ["Bob Holt"], None),
        ("New board to be priced", ["Cora Lunt"], "24 May"),
        ("A notice to be put up on the gate.", ["Dan Moss"], "asap"),
        ("AR letter to the manager", ["Ann Reed"], None),
    ]


def test_days_stand_in_a_third_column(tmp_path: Path) -> None:
    rows = [
        ("Minute", "Action", "By whom", "By when"),
        ("<b>1. Fences</b>", "", "", ""),
        ("The long fence had been down since the gale and nobody knew whose it was.", "Deeds", "BH", "April"),
        ("<b>2. Ponds</b>", "", "", ""),
        ("The sluice leaks and a new board was thought likely to cost a good deal.", "New board", "CL", "next show"),
        ("<b>3. Money</b>", "", "", ""),
        ("There was £400 in the bank and the grant form was long and nobody liked it.", "Grant form", "AR", "asap"),
    ]
    assert [(a.task, a.owners[0].name, a.due.text) for a in printed(rows, (54, 18, 14, 14), tmp_path).actions] == [
        ("Deeds", "Bob Holt", "April"),
        ("New board", "Cora Lunt", "next show"),
        ("Grant form", "Ann Reed", "asap"),
    ]


def test_an_action_point_is_marked_by_its_number() -> None:
    found = found_in(
        "\n".join(HEAD),
        "**1. Fences**\n\nThe long fence was down.\n\nAP 24.1 Bob to ring the estate\n\nAP 24.2 All: working party\n\n"
        "**2. Ponds**\n\nThe sluice leaks.\n\nAP 24.3 Dan to get the board cut, incl. 2023 and 2024\n\n"
        "**3. Planning**\n\nAppeal 24.4 was heard in May.",
    )
    assert [(action.owners, action.marked) for action in found.actions] == [
        (("Bob",), True),
        (("All",), True),
        (("Dan",), True),
    ]


def test_letters_that_a_lost_column_left_at_the_full_stop_are_owners() -> None:
    found = found_in(
        "\n".join(HEAD),
        "1. Fences\n\nThe fence is down. It will be sent to the estate.BH\n\n2. Ponds\n\nIt leaks. A new board is to be"
        " priced.CL\n\n3. Dogs\n\nThe owner lives in the U.K.",
    )
    assert [(action.task, action.owners) for action in found.actions] == [
        ("It will be sent to the estate.", ("BH",)),
        ("A new board is to be priced.", ("CL",)),
    ]


def test_a_list_s_row_takes_no_other_task_for_one_word_that_they_share() -> None:
    found = found_in(
        "\n".join(HEAD),
        "**Fences**\n\nThe long fence was down.\n\nA leaflet about posts will be written.\n\n"
        "Actions:\n\n1) Bob Holt will order posts.\n\n2) Cora Lunt will ring the estate.",
    )
    assert [action.task for action in found.actions] == [
        "A leaflet about posts will be written.",
        "Bob Holt will order posts.",
        "Cora Lunt will ring the estate.",
    ]


def test_a_report_on_an_old_action_stays_beside_a_new_row_of_its_owner() -> None:
    row = FoundAction(
        "Draft a protocol for the boats", Place("2"), Evidence("", rule="action-column"), ("AB",), marked=True
    )
    told = FoundAction(
        "AB wrote about the boats", Place("2"), Evidence("", rule="action-state-closing"), ("AB",), marked=False
    )
    assert without_reworded([replace(told, carried=True), row], [], []) == [replace(told, carried=True), row]
    assert without_reworded([told, row], [], []) == [row]
