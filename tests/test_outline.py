"""Where items begin, what stands under them and who stands beside it. Councils, people and business are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.paper import Cell, Line, Outline, Paragraph, Section, Table
from tests.printed import outlined, table

FRONT = """
**AMBLEFORTH PARISH COUNCIL**
Minutes of the meeting held on Tuesday 11 March 2025 in the Mill

"""


def items(outline: Outline) -> list[tuple[str, str]]:
    """Number and title of each item of business."""
    return [(s.number, s.title) for s in outline.sections if s.kind not in ("front", "attendance") and s.heading]


def texts(section: Section) -> list[str]:
    return [f"{part.number} {part.text}".strip() for part in section.paragraphs]


def item(outline: Outline, title: str) -> Section:
    [section] = [section for section in outline.sections if section.title == title]
    return section


# -- headings ----------------------------------------------------------------------------------------------------------

NUMBERED = """
1. Apologies
Apologies were received from Ann Box.

2. Minutes of the last meeting
2.1 The minutes were agreed and signed by the Chair.
2.2 There were no matters arising.

3. Finance
3.1 The Clerk told the members that the bill had been paid.
"""
THREE = [("1", "Apologies"), ("2", "Minutes of the last meeting"), ("3", "Finance")]


def test_numbered_items_with_their_minutes() -> None:
    outline = outlined(FRONT + NUMBERED)
    assert outline.sections[0].kind == "front"
    assert items(outline) == THREE
    assert texts(item(outline, "Apologies")) == ["Apologies were received from Ann Box."]
    assert [p.number for p in item(outline, "Minutes of the last meeting").paragraphs] == ["2.1", "2.2"]
    assert texts(item(outline, "Finance")) == ["3.1 The Clerk told the members that the bill had been paid."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            1Apologies
            Apologies were received from Ann Box.
            2Finance
            The bill was paid in full at the bank.
            3Roads
            The road will be shut for a week in May.
            """,
            [("1", "Apologies"), ("2", "Finance"), ("3", "Roads")],
            id="numbers glued to their titles",
        ),
        pytest.param(
            """
            1.
            Apologies
            Apologies were received from Ann Box.

            2.
            Finance
            The bill was paid in full at the bank.

            3.
            Roads
            The road will be shut for a week in May.
            """,
            [("1", "Apologies"), ("2", "Finance"), ("3", "Roads")],
            id="numbers on lines of their own",
        ),
        pytest.param(
            """
            APOLOGIES
            AB12/15
            Apologies were received from Ann Box.

            FINANCE
            AB13/15
            The bill was paid in full at the bank.

            ROADS
            AB14/15
            The road will be shut for a week in May.
            """,
            [("AB12/15", "APOLOGIES"), ("AB13/15", "FINANCE"), ("AB14/15", "ROADS")],
            id="numbers below their titles",
        ),
        pytest.param(
            """
            BM 01/2025 Apologies
            Apologies were received from Ann Box.

            BM 02/2025 Finance
            The bill was paid in full at the bank.

            BM 03/2025 Roads
            The road will be shut for a week in May.
            """,
            [("BM 01/2025", "Apologies"), ("BM 02/2025", "Finance"), ("BM 03/2025", "Roads")],
            id="numbers with a code and a year",
        ),
        pytest.param(
            """
            Item 1: Apologies
            Apologies were received from Ann Box.

            Item 2: Finance
            The bill was paid in full at the bank.

            Item 3: Roads
            The road will be shut for a week in May.
            """,
            [("1", "Apologies"), ("2", "Finance"), ("3", "Roads")],
            id="the word item",
        ),
        pytest.param(
            """
            1. Apologies
            Apologies were received from Ann Box.

            2. Finance
            The bill was paid in full at the bank.

            2A. Hedges
            They will be cut by the mill.

            3. Roads
            The road will be shut for a week in May.
            """,
            [("1", "Apologies"), ("2", "Finance"), ("2A", "Hedges"), ("3", "Roads")],
            id="an item put in late",
        ),
        pytest.param(
            """
            1. Apologies. Ann Box had sent her apologies for the whole evening.

            2. Finance. It was agreed to pay the mill's bill in full at once.

            3. Roads. The road will be shut for a week while the hedge is cut.
            """,
            [("1", "Apologies"), ("2", "Finance"), ("3", "Roads")],
            id="titles that run on into their text",
        ),
        pytest.param(
            """
            1. APOLOGIES were received from Ann Box, who was at the mill.

            2. FINANCE. A bill of the mill's was paid in full at the bank.

            3. ROADS. The road will be shut for a week in May.
            """,
            [("1", "APOLOGIES"), ("2", "FINANCE"), ("3", "ROADS")],
            id="titles in capitals that run on",
        ),
        pytest.param(
            """
            # Minutes of Ambleforth Parish Council
            ## Welcome
            The Chair welcomed all who had come to the mill.
            ## Finance
            The bill was paid in full at the bank.
            ## Roads
            The road will be shut for a week in May.
            """,
            [("", "Welcome"), ("", "Finance"), ("", "Roads")],
            id="headings of the format",
        ),
        pytest.param(
            """
            WELCOME
            The Chair welcomed all who had come to the mill.

            FINANCE
            The bill was paid in full at the bank.

            ROADS
            The road will be shut for a week in May.
            """,
            [("", "WELCOME"), ("", "FINANCE"), ("", "ROADS")],
            id="capitals without numbers",
        ),
        pytest.param(
            """
            **Welcome**
            The Chair welcomed all who had come to the mill.

            **Finance**
            The bill was paid in full at the bank.

            **Roads**
            The road will be shut for a week in May.
            """,
            [("", "Welcome"), ("", "Finance"), ("", "Roads")],
            id="bold without numbers",
        ),
        pytest.param(
            """
            **Welcome**
            (Item 1)

            The Chair welcomed all who had come to the mill.

            **Finance**
            (Item 2)

            The bill was paid in full at the bank.

            **Roads**
            (Item 3)

            The road will be shut for a week in May.
            """,
            [("1", "Welcome"), ("2", "Finance"), ("3", "Roads")],
            id="the item's number in brackets below",
        ),
    ],
)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(outlined(FRONT + text)) == expected


def test_words_that_run_on_behind_a_title_stand_under_it() -> None:
    outline = outlined(
        FRONT + "1. Apologies. Ann Box had sent hers for the evening.\n\n"
        "2. Finance. It was agreed to pay the mill's bill.\n\n3. Roads. The road will be shut for a week."
    )
    assert texts(item(outline, "Apologies")) == ["Ann Box had sent hers for the evening."]
    rest = item(outline, "Apologies").paragraphs[0]
    assert rest.evidence().quote == "Ann Box had sent hers for the evening."
    capitals = outlined(FRONT + "1. APOLOGIES were received from Ann Box.\n\n2. FINANCE. A bill was paid.")
    assert texts(item(capitals, "APOLOGIES")) == ["APOLOGIES were received from Ann Box."]
    assert texts(item(capitals, "FINANCE")) == ["A bill was paid."]


def test_a_heading_that_lost_its_number_still_opens_an_item() -> None:
    text = "\n".join(
        f"**{number}{title}**\nThe members talked of it for a while.\n"
        for number, title in (
            ("1. ", "WELCOME"),
            ("2. ", "FINANCE"),
            ("", "HEDGES"),
            ("3. ", "ROADS"),
            ("4. ", "CLOSE"),
        )
    )
    assert items(outlined(FRONT + text)) == [
        ("1", "WELCOME"), ("2", "FINANCE"), ("", "HEDGES"), ("3", "ROADS"), ("4", "CLOSE"),
    ]  # fmt: skip


def test_the_agenda_printed_in_front_of_the_minutes_is_not_their_items() -> None:
    agenda = "AGENDA\n1. Apologies\n2. Minutes of the last meeting\n3. Finance\n\n"
    outline = outlined(FRONT + agenda + NUMBERED)
    assert items(outline) == THREE
    assert texts(item(outline, "Apologies")) == ["Apologies were received from Ann Box."]


def test_numbered_resolutions_are_no_items() -> None:
    text = """
    1. Roads
    The road will be shut for a week in May.
    R2025-12 A. Box, B. Carr: That the road be shut for a week.

    2. Finance
    The bill was put before the members.
    R2025-13 B. Carr, A. Box: That the bill be paid in full.

    3. Close
    The members went home to the mill.
    R2025-14 A. Box, B. Carr: That the meeting close.
    """
    assert items(outlined(FRONT + text)) == [("1", "Roads"), ("2", "Finance"), ("3", "Close")]


# -- what stands under them --------------------------------------------------------------------------------------------


def test_a_slip_in_a_number_is_read_and_told() -> None:
    text = NUMBERED.replace("2.2 ", "2..2 ")
    outline = outlined(FRONT + text)
    assert [p.number for p in item(outline, "Minutes of the last meeting").paragraphs] == ["2.1", "2.2"]
    [problem] = outline.problems
    assert (problem.code, problem.message) == ("number-slip", "The number is printed “2..2”; it is read as 2.2.")


@pytest.mark.parametrize(
    "sentence",
    [
        "2018 was a good year for the hedge.",
        "7.30 pm was the time that the members chose.",
        "2.5% was added to the bill.",
        "14/11 Leave begins for the Clerk.",
        "12 members of the mill came too.",
    ],
)
def test_numbers_that_belong_to_their_sentence_stay_in_it(sentence: str) -> None:
    # The blank line makes it a paragraph of its own.
    outline = outlined(FRONT + NUMBERED + f"\n{sentence}\n")
    last = item(outline, "Finance").paragraphs[-1]
    assert (last.number, last.text) == ("", sentence)


def test_minutes_that_a_conversion_ran_together_are_cut_apart() -> None:
    text = NUMBERED + "3.2 The hedge was cut. 3.3 The mill was told. 3.4 The road was shut.\n"
    finance = item(outlined(FRONT + text), "Finance")
    assert texts(finance)[1:] == ["3.2 The hedge was cut.", "3.3 The mill was told.", "3.4 The road was shut."]
    assert finance.paragraphs[2].evidence().quote == "The mill was told."


def test_the_attendance_list_is_a_section_of_its_own() -> None:
    people = "Present:\nAnn Box (Chair)\nBo Carr\n\nApologies:\nCy Dell\n\n"
    outline = outlined(FRONT + people + NUMBERED)
    assert [(s.kind, s.title) for s in outline.sections[:3]] == [
        ("front", ""),
        ("attendance", "Present"),
        ("attendance", "Apologies"),
    ]
    assert " ".join(texts(outline.sections[1])) == "Ann Box (Chair) Bo Carr"
    assert items(outline) == THREE


def test_what_was_said_below_a_list_of_people_is_no_attendance() -> None:
    talk = "The Clerk told the members that the hedge beside the old mill had been cut by the end of the week."
    outline = outlined(FRONT + f"Present:\nAnn Box\nBo Carr\n\n{talk}\n\n{talk.replace('hedge', 'road')}\n")
    said = outline.sections[-1]
    assert (said.kind, len(said.paragraphs)) == ("item", 2)


def test_an_action_list_after_the_items() -> None:
    outline = outlined(FRONT + NUMBERED + "\n**ACTION LIST**\n\nClerk to write to Highways.\n")
    section = outline.sections[-1]
    assert (section.kind, section.title, texts(section)) == (
        "action-list",
        "ACTION LIST",
        ["Clerk to write to Highways."],
    )


def test_matters_arising_is_told() -> None:
    text = NUMBERED.replace("3. Finance", "3. Matters arising")
    assert item(outlined(FRONT + text), "Matters arising").kind == "matters-arising"


def test_the_public_is_shut_out_until_it_is_back() -> None:
    text = """
    1. Roads
    The road will be shut for a week in May.

    2. EXCLUSION OF PRESS AND PUBLIC
    It was resolved that the public leave the mill.

    3. Staff
    The Clerk's pay was put up by a penny.

    4. Return of the public
    The doors were opened and all came back.

    5. Close
    The members went home.
    """
    outline = outlined(FRONT + text)
    shut = [(s.title, s.visibility) for s in outline.sections if s.heading]
    assert shut[:3] == [("Roads", "public"), ("EXCLUSION OF PRESS AND PUBLIC", "exempt"), ("Staff", "exempt")]


# -- layouts -----------------------------------------------------------------------------------------------------------


def test_a_web_page_s_items_end_where_their_minutes_begin() -> None:
    text = """
    Share this item

    1. Apologies To receive apologies for absence. Minutes: Ann Box had sent hers.

    2. Finance To consider the bill of the mill. Minutes: The bill was paid in full.

    3. Roads To note that the road is shut. Minutes: This was noted.
    """
    outline = outlined(FRONT + text)
    assert items(outline) == [("1", "Apologies"), ("2", "Finance"), ("3", "Roads")]
    assert texts(item(outline, "Finance")) == ["The bill was paid in full."]


LONG = (
    "The Clerk told the members that the hedge beside the old mill had been cut by the people of the mill, that the"
    " bill would follow in the spring, and that the road would be shut for a week."
)


def test_minutes_in_columns_over_two_pages() -> None:
    first = table(
        ("Item", "Notes", "Action"),
        ("1. Apologies", "Ann Box had sent hers.", ""),
        ("2. Hedges", LONG, "Clerk"),
        ("3. Roads", "The road will be shut in May while the", ""),
    )
    second = table(("", "gas main is laid beside the mill.", "AB"), ("4. Close", "The members went home.", ""))
    outline = outlined(FRONT, first, second)
    assert items(outline) == [("1", "Apologies"), ("2", "Hedges"), ("3", "Roads"), ("4", "Close")]
    [hedges] = item(outline, "Hedges").paragraphs
    assert ([line.text for line in hedges.margin], hedges.text) == (["Clerk"], LONG)
    [roads] = item(outline, "Roads").paragraphs
    assert roads.text == "The road will be shut in May while the gas main is laid beside the mill."
    assert [line.text for line in roads.margin] == ["AB"]


def test_titles_and_numbers_in_columns_of_their_own() -> None:
    rows = table(
        ("No", "Item", "Minutes", "Action by"),
        ("1", "Apologies", "Ann Box had sent hers.", ""),
        ("2", "Hedges", LONG, "Clerk"),
        ("3", "Roads", "The road will be shut in May.", "AB"),
    )
    outline = outlined(FRONT, rows)
    assert items(outline) == [("1", "Apologies"), ("2", "Hedges"), ("3", "Roads")]
    assert [line.text for line in item(outline, "Roads").paragraphs[0].margin] == ["AB"]


def test_an_owner_stands_beside_the_words_at_its_height() -> None:
    def line(text: str, left: float, top: float, *, gap: bool = False) -> Line:
        return Line(text, page=1, box=(left, top, left + 5 * len(text), top + 11), gap=gap)

    notes = Cell(
        (
            line("The hedge will be cut by the mill. " + LONG[:60], 120, 100, gap=True),
            line("The bill will be paid in the spring.", 120, 114),
            line("The road will be shut for a week in May, as was said.", 120, 140, gap=True),
            line("The bank will be told of the change of name.", 120, 166, gap=True),
        )
    )
    owners = Cell((line("Clerk", 480, 140), line("AB", 480, 166)))
    long = replace(line(LONG, 120, 60), box=(120, 60, 460, 90))
    layout = Table(
        (
            tuple(Cell((line(words, 72, 40),)) for words in ("Item", "Notes", "Action")),
            (Cell((line("1. Apologies", 72, 60),)), Cell((long,)), Cell()),
            (Cell((line("2. Hedges", 72, 100),)), notes, owners),
        ),
        page=1,
    )
    beside = {
        part.text: [owner.text for owner in part.margin] for part in item(outlined(FRONT, layout), "Hedges").paragraphs
    }
    assert list(beside.values()) == [[], ["Clerk"], ["AB"]]


def test_figures_and_other_tables_stay_tables() -> None:
    figures = table(("Head", "£"), ("Hedges", "120"), ("Roads", "80"))
    outline = outlined(FRONT + NUMBERED, figures)
    assert item(outline, "Finance").body[-1] is figures


def test_everything_printed_stands_somewhere() -> None:
    outline = outlined(FRONT + "Present:\nAnn Box\nBo Carr\n\n" + NUMBERED)
    parts = [part for section in outline.sections for part in section.body if isinstance(part, Paragraph)]
    heads = [section.heading for section in outline.sections if section.heading]
    kept = " ".join(line.text for part in (*heads, *parts) for line in part.lines)
    for words in ("AMBLEFORTH PARISH COUNCIL", "Ann Box", "Bo Carr", "Apologies were received", "3.1 The Clerk told"):
        assert words in kept
