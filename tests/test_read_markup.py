"""Markdown and reStructuredText."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Line, Source, Table
from pipeline.problem import UnreadableError
from pipeline.read import read


def source_of(folder: Path, text: str, suffix: str = ".md") -> Source:
    path = folder / f"paper{suffix}"
    path.write_text(text)
    return read(path)


def texts(source: Source, role: str = "body") -> list[str]:
    return [part.text for part in source.flow if isinstance(part, Line) and part.role == role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("A Thwaite  \nB Garth\\\nC Holm<br>D Moor", ["A Thwaite", "B Garth", "C Holm", "D Moor"]),
        ("3\\. Finance", ["3. Finance"]),
        ("4. a\n5. b\n7. c", ["4. a", "5. b", "7. c"]),
        ("1. a\n1. b\n1. c", ["1. a", "2. b", "3. c"]),
        ("1) a\n2) b", ["1) a", "2) b"]),
        ("1.\n\nWelcome\n\n2.\n\nClose", ["1.", "Welcome", "2.", "Close"]),
        ("**PRESENT**: A Thwaite\n\nMEMBERS**:**", ["PRESENT: A Thwaite", "MEMBERS:"]),
        ("- one\n  wrapped\n  - two", ["• one wrapped", "◦ two"]),
        ("See [the *report*](http://x.org/r_1) and `code`", ["See the report and code"]),
        ("[A Thwaite][at] agreed to [this](x).", ["A Thwaite agreed to this."]),
        ("<div>Raw <i>mark-up</i></div>\n\nafter", ["Raw mark-up", "after"]),
        ("    A Thwaite\n    **B Garth**", ["A Thwaite", "B Garth"]),
        ("##Grants\n* none", ["Grants", "• none"]),
        ("#2 of the list\n\n##1 in the queue", ["#2 of the list", "1 in the queue"]),
        ("## Old business {#old_business}\n\nnone", ["Old business", "none"]),
        ("Costs {net} and {#12}", ["Costs {net} and {#12}"]),
        ("snake_case_name and 2 * 3 * 4", ["snake_case_name and 2 * 3 * 4"]),
    ],
)
def test_markdown_lines(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert texts(source_of(tmp_path, text)) == expected


def test_markdown_headings_bold_and_tables(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "## Finance\n\n**Present:**\n\n| Action | Who |\n|---|:-:|\n| Mend **gate**<br>soon | Clerk |\n"
    )
    heading, present, table = source.flow
    assert isinstance(heading, Line) and (heading.text, heading.heading) == ("Finance", 2)
    assert isinstance(present, Line) and (present.text, present.bold) == ("Present:", True)
    assert isinstance(table, Table) and table.header == 1
    assert [[cell.text for cell in row] for row in table.rows] == [["Action", "Who"], ["Mend gate soon", "Clerk"]]


def test_lists_too_deep_are_refused_and_not_cut_short(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        source_of(tmp_path, "\n".join("  " * n + f"- item {n}" for n in range(200)))


def test_front_matter_stays_as_typed(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, '---\ntitle: "Minutes: May"\ndate: 2021-03-04\nquorate: No\ntags: [a, b]\nx: {y: z}\n---\nText'
    )
    assert source.fields == (("title", "Minutes: May"), ("date", "2021-03-04"), ("quorate", "No"), ("tags", "a, b"))
    assert texts(source) == ["Text"]


@pytest.mark.parametrize(
    ("front", "came"),
    [
        (
            "title: Minutes of the meeting\ndirectors:\n- Ann Box\n- Bob Carr (Chair)\nsecretary:\n- Cat Dunn",
            ["Present: Ann Box, Bob Carr (Chair)", "In attendance: Cat Dunn (Secretary)"],
        ),
        (
            "layout: meeting\ntrustees: Ann Box, Bob Carr\nmembers: Eve Ash",
            ["Present: Ann Box, Bob Carr", "In attendance: Eve Ash"],
        ),
        (
            "title: Minutes\ncouncillors: [Ann Box, Bob de Carr]\nclerk: Cat Dunn",
            ["Present: Ann Box, Bob de Carr", "In attendance: Cat Dunn (Clerk)"],
        ),
        ("title: Who we are\ndirectors: [Ann Box, Bob Carr]", []),
        ("title: Minutes\nmembers: 12\ncommittee: Finance, Roads", []),
        ("title: Minutes\nsecretary: Cat Dunn", []),
        ("title: Minutes\nattendees: [Ann Box]\nmembers: [Ann Box, Bob Carr]", ["Attendees: Ann Box"]),
    ],
)
def test_front_matter_names_those_who_came_by_their_rank(tmp_path: Path, front: str, came: list[str]) -> None:
    title = front.split("\n")[0].removeprefix("title: ")
    found = texts(source_of(tmp_path, f"---\n{front}\n---\n# {title}\n\nText"))
    assert [text for text in found if ":" in text and text != title] == came


def test_a_rule_at_the_start_is_no_front_matter(tmp_path: Path) -> None:
    assert texts(source_of(tmp_path, "---\n\nMinutes\n\n---\n\nEnd")) == ["Minutes", "End"]


def test_page_numbers_after_a_rule_are_furniture_and_make_no_headings(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "Proposed by Councillor Garth\n---\n2\n\nSeconded by Councillor Moor;\n---\nResolved\n"
    )
    assert texts(source, "furniture") == ["2"]
    assert [(part.text, part.heading) for part in source.flow if isinstance(part, Line) and part.role == "body"] == [
        ("Proposed by Councillor Garth", 0),
        ("Seconded by Councillor Moor;", 0),
        ("Resolved", 0),
    ]


def test_paragraphs_that_a_converter_cut_at_every_printed_line_may_be_joined(tmp_path: Path) -> None:
    block = [
        "The Clerk reported that the works at the village hall had taken longer than was",
        "expected and that the contractor had asked for a further payment towards the costs",
        "of scaffolding.",
        "Resolved: to pay half of it when the Chair has seen the bills, and to ask for a list of",
        "the days on which nobody came.",
    ]
    source = source_of(tmp_path, "\n\n".join(block * 6))
    lines = [part for part in source.flow if isinstance(part, Line)]
    assert [(line.whole, line.gap) for line in lines[5:10]] == [
        (False, True), (False, False), (False, False), (False, True), (False, False),
    ]  # fmt: skip


def test_paragraphs_that_a_person_wrote_are_whole(tmp_path: Path) -> None:
    block = ["The Clerk reported that the works at the village hall were done.", "and so on, in small letters"] + [
        "Resolved to pay half of it when the Chair has seen the bills."
    ] * 20
    assert all(part.whole for part in source_of(tmp_path, "\n\n".join(block)).flow if isinstance(part, Line))


RST = """
General Meeting
===============
:Date: 4 March 2021

Present
-------
A Thwaite,
B Garth

* one
* two
  wrapped

c) three
d) four

.. include:: {secret}
.. raw:: html
   :file: {secret}

+-----+------+
| No  | Act  |
+=====+======+
| 1   | Do   |
|     +------+
|     | More |
+-----+------+

| line one
| line **two**
"""


def test_restructured_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the safe's number")
    source = source_of(tmp_path, RST.format(secret=secret), ".rst")
    assert texts(source) == [
        "General Meeting", "Date: 4 March 2021", "Present", "A Thwaite, B Garth", "• one", "• two wrapped", "c) three",
        "d) four", "line one", "line two",
    ]  # fmt: skip
    assert [part.heading for part in source.flow if isinstance(part, Line)][:3] == [1, 0, 2]
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [["No", "Act"], ["1", "Do"], ["", "More"]]
    assert table.header == 1
    assert source.fields == (("Date", "4 March 2021"),)
