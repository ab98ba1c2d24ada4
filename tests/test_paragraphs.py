"""Which printed lines belong together, which owners stand beside them, and that every quote is the source's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout.paragraphs import paragraph_of, paragraphs, piece_of, unmarked
from pipeline.paper import Line, Paragraph, Source, fold
from tests.printed import lines, table


def read(text: str) -> list[Paragraph]:
    return [part for part in paragraphs(lines(text)) if isinstance(part, Paragraph)]


def texts(text: str) -> list[str]:
    return [f"{part.printed} {part.text}".strip() for part in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            The Clerk told the members that the hedge beside the old
            mill had been cut and that the bill would follow.
            """,
            [
                "The Clerk told the members that the hedge beside the old mill had been cut and that the bill"
                " would follow."
            ],
            id="a sentence over two lines",
        ),
        pytest.param(
            """
            The hedge beside the mill had been cut at last, the Clerk said.

            The bill would follow.
            """,
            ["The hedge beside the mill had been cut at last, the Clerk said.", "The bill would follow."],
            id="a blank line parts",
        ),
        pytest.param(
            """
            The hedge had been cut.
            The bill would follow in the spring, as soon as the work had been seen
            by a member.
            """,
            [
                "The hedge had been cut.",
                "The bill would follow in the spring, as soon as the work had been seen by a member.",
            ],
            id="a short line with a stop ends",
        ),
        pytest.param(
            """
            The forum asked that the plan be put before the finance sub-
            committee, which meets in a well-
            Known place.
            """,
            [
                "The forum asked that the plan be put before the finance sub-committee, which meets in a"
                " well- Known place."
            ],
            id="a hyphen goes on in small letters",
        ),
        pytest.param(
            """
            3.1 The hedge had been cut.
            3.2 The bill would follow.
            4..3 It was paid.
            """,
            ["3.1 The hedge had been cut.", "3.2 The bill would follow.", "4..3 It was paid."],
            id="numbers part",
        ),
        pytest.param(
            """
            The members heard about the road and the cost of work in
            2018. It was agreed to wait for the next report about it.
            """,
            [
                "The members heard about the road and the cost of work in 2018. It was agreed to wait for the next"
                " report about it."
            ],
            id="a year behind its preposition is no number",
        ),
        pytest.param(
            """
            The working group has three members, who were named by the forum:
            Ann Box, the two from Harrowdale, and with a special vote of its own
            K. Davies from the mill.
            """,
            [
                "The working group has three members, who were named by the forum: Ann Box, the two from Harrowdale,"
                " and with a special vote of its own K. Davies from the mill."
            ],
            id="initials are no lettered list",
        ),
        pytest.param(
            """
            A. Welcome to the meeting
            B. Minutes of the last meeting
            C. Money
            """,
            ["A. Welcome to the meeting", "B. Minutes of the last meeting", "C. Money"],
            id="letters that count are",
        ),
        pytest.param(
            """
            The members noted:
            • the hedge
            • the bill
            - the mill
            """,
            ["The members noted:", "• the hedge", "• the bill", "- the mill"],
            id="bullets part",
        ),
        pytest.param(
            """
            FINANCE
            The bill was paid in full, and the bank told of the change of name
            in writing.
            """,
            ["FINANCE", "The bill was paid in full, and the bank told of the change of name in writing."],
            id="capitals stand alone",
        ),
        pytest.param(
            """
            **Finance**
            The bill was paid in full, and the bank told of the change of name
            in writing.
            """,
            ["Finance", "The bill was paid in full, and the bank told of the change of name in writing."],
            id="bold stands alone",
        ),
        pytest.param(
            """
            The road will be shut for two weeks while the gas main is laid,
            ACTION: Clerk to write to Highways
            RESOLVED: that the bill be paid
            """,
            [
                "The road will be shut for two weeks while the gas main is laid,",
                "ACTION: Clerk to write to Highways",
                "RESOLVED: that the bill be paid",
            ],
            id="labels of actions and decisions always part",
        ),
        pytest.param(
            """
            1 Apologies
            There were apologies from Ann Box, who was at the mill that evening.
            """,
            ["1 Apologies", "There were apologies from Ann Box, who was at the mill that evening."],
            id="a numbered title stands above its text",
        ),
        pytest.param(
            """
            # Finance
            The bill was paid.
            """,
            ["Finance", "The bill was paid."],
            id="a heading of the format",
        ),
    ],
)
def test_lines_that_belong_together(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_sentence_goes_on_over_a_page_with_its_header_and_footer() -> None:
    [part] = read(
        "The hedge beside the mill had been cut and the bill was with\n"
        "~ Page 3 of 5\n"
        "\f~ Ambleforth Parish Council\n"
        "the Clerk, who would pay it."
    )
    assert part.text == "The hedge beside the mill had been cut and the bill was with the Clerk, who would pay it."
    assert "Page 3" not in part.text


def test_a_new_page_that_begins_a_sentence_begins_a_paragraph() -> None:
    assert texts("The hedge had been cut by the mill's own people.\n\fThe bill would follow.") == [
        "The hedge had been cut by the mill's own people.",
        "The bill would follow.",
    ]


def test_double_spaced_text_is_joined_until_a_short_line() -> None:
    printed = [
        "The Clerk told the members that the hedge beside the mill had been",
        "Highways work, and that the bill from Harrowdale would come to the",
        "Forum later than the Treasurer had said when the plan was laid out",
        "before the members in the spring.",
    ]
    text = "\n\n".join(printed * 6)
    assert texts(text) == [" ".join(printed)] * 6


def test_a_year_that_ends_a_sentence_on_a_line_of_its_own_is_no_number() -> None:
    printed = ["The treasurer told the members that the mill was let in September", "2024. The hedge was cut."]
    assert texts("\n\n".join(printed)) == [" ".join(printed)]
    assert texts("The Clerk told the members of the mill.\n\n2024. Hedges") == [
        "The Clerk told the members of the mill.",
        "2024. Hedges",
    ]


def test_bullets_are_told_and_their_marks_cut_off() -> None:
    [head, first, second] = read("It was noted:\n• the hedge was cut\n• the bill was paid")
    assert (head.kind, first.kind, second.kind) == ("text", "bullet", "bullet")
    assert (first.text, first.printed, first.number) == ("the hedge was cut", "•", "")


def test_owners_in_the_margin_stand_beside_the_paragraph_above_them() -> None:
    first, second = read(
        """
        3.1 The Clerk will write to Highways about the hedge.
        > Clerk
        3.2 Ann Box will ask the mill.
        > AB
        > by May
        """
    )
    assert [line.text for line in first.margin] == ["Clerk"]
    assert [line.text for line in second.margin] == ["AB", "by May"]
    assert second.text == "Ann Box will ask the mill."


def test_an_owner_above_every_sentence_is_kept() -> None:
    first, second = read("> Action by\n3.1 The Clerk will write to Highways.")
    assert (first.text, [line.text for line in first.margin]) == ("", ["Action by"])
    assert (second.text, second.margin) == ("The Clerk will write to Highways.", ())


def test_tables_part_and_keep_their_place() -> None:
    figures = table(("Hedges", "£120"))
    parts = paragraphs([*lines("The bills were\n"), figures, *lines("paid.")])
    assert [part if part is figures else "text" for part in parts] == ["text", figures, "text"]


def test_whole_paragraphs_of_a_format_are_joined_only_where_a_long_line_breaks_off() -> None:
    def joined(first: str, second: Line) -> int:
        return len(paragraphs([Line(first, whole=True), second]))

    cut = "That Councillor Rowe be elected Provost of the united burghs and the landward part of"
    assert joined("The bill was with the", Line("clerk of the mill", whole=True)) == 2
    assert joined(cut, Line("Ferrybank until the next yearly meeting.", whole=True)) == 1
    assert joined(cut.rsplit(" ", 1)[0], Line("Ferrybank until then.", whole=True)) == 2
    assert joined(cut, Line("3. Roads", whole=True)) == 2
    assert joined(cut, Line("Proposed: Councillor Marsh", whole=True)) == 2


# -- offsets -----------------------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="abc deE.-3)•", min_size=1, max_size=20).map(fold).filter(bool)


def stands_where_it_says(part: Paragraph) -> bool:
    """Each line's own text stands in the paragraph at the place that `starts` tells, as far as it was not cut off."""
    return all(
        part.text[max(start, 0) : max(start + len(line.text), 0)] == line.text[max(-start, 0) :]
        for line, start in zip(part.lines, part.starts, strict=True)
    )


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_line_stands_where_the_paragraph_says(printed: list[str]) -> None:
    part = paragraph_of([Line(text) for text in printed])
    assert stands_where_it_says(part)
    back = unmarked(part)
    assert stands_where_it_says(back)
    assert back.text.endswith(part.text)
    assert back.text.startswith(part.printed)


def test_a_number_that_is_part_of_its_sentence_goes_back_into_it() -> None:
    assert unmarked(paragraph_of([Line("2018 was a good year")])).text == "2018 was a good year"
    assert unmarked(paragraph_of([Line("2018"), Line("was a good year")])).text == "2018 was a good year"
    part = piece_of(paragraph_of([Line("6.1 They came. 6.2 hours later they left.")]), 15, 36, number="6.2")
    assert (part.text, unmarked(part).text) == ("hours later they left", "6.2 hours later they left")


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(0, 30), st.integers(0, 30))
def test_a_piece_is_part_of_its_paragraph(printed: list[str], start: int, length: int) -> None:
    part = paragraph_of([Line(text) for text in printed])
    end = min(start + length, len(part.text))
    piece = piece_of(part, min(start, end), end)
    assert piece.text == part.text[min(start, end) : end]
    assert set(piece.lines) <= set(part.lines)
    if piece.text:
        assert all(a < len(piece.text) for a in piece.starts)


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8), st.data())
def test_every_quote_stands_in_the_source(printed: list[tuple[str, bool]], data: st.DataObject) -> None:
    flow = tuple(Line(text, number=at, gap=gap) for at, (text, gap) in enumerate(printed, 1))
    joined = Source("a.txt", "0" * 64, "text/plain", "text", flow).text
    # A hyphen at a line's end is joined without the blank that the source's text has there.
    told = fold(joined), fold(joined.replace("-\n", "-"))
    for part in paragraphs(flow):
        assert isinstance(part, Paragraph)
        start = data.draw(st.integers(0, len(part.text)))
        end = data.draw(st.integers(start, len(part.text)))
        evidence = part.evidence(start, end, rule="test")
        assert evidence.quote == part.text[start:end]
        assert evidence.line in {line.number for line in part.lines}
        hyphens = fold(evidence.quote).replace("- ", "-")
        assert any(hyphens in text.replace("- ", "-") for text in told)


def test_a_quote_names_the_line_that_it_begins_on_and_the_box_of_all_its_lines() -> None:
    part = paragraph_of(
        [
            Line("3.1 The hedge was cut", page=2, box=(72, 100, 300, 112)),
            Line("and the bill was paid", page=2, box=(72, 114, 290, 126)),
            Line("by the mill.", page=3, box=(72, 60, 140, 72)),
        ]
    )
    assert part.text == "The hedge was cut and the bill was paid by the mill."
    whole = part.evidence()
    assert (whole.page, whole.box) == (2, (72, 100, 300, 126))
    start = part.text.index("bill")
    bill = part.evidence(start, start + len("bill was paid"))
    assert (bill.quote, bill.page, bill.box) == ("bill was paid", 2, (72, 114, 290, 126))
    mill = part.evidence(part.text.index("mill"))
    assert (mill.page, mill.box) == (3, (72, 60, 140, 72))
