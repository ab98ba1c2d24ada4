"""Tables of figures, seen by a reader or left by a text dump, and the columns that printed totals decide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.extractors.figures import Heads, figures_of_table, find_figures_in_lines
from pipeline.extractors.sums import place
from pipeline.found import FoundTable, Place
from pipeline.paper import Cell, Line, Table

HEADS = Heads(columns=("Budget", "Grant", "Contribution", "Total", "Days"), rows=("Scheme", "Task"))


def lines(text: str) -> list[Line]:
    return [Line(line.strip(), number=at) for at, line in enumerate(text.strip().splitlines(), 1)]


def of_lines(text: str) -> list[FoundTable]:
    return list(find_figures_in_lines(lines(text), HEADS))


def table(*rows: Sequence[str], header: int = 0) -> Table:
    cells = tuple(tuple(Cell((Line(text),)) if text else Cell() for text in row) for row in rows)
    return Table(cells, header=header)


def of_table(*rows: Sequence[str], header: int = 0, title: str | None = None) -> FoundTable | None:
    return figures_of_table(table(*rows, header=header), title=title, place=Place())


# -- columns -----------------------------------------------------------------------------------------------------------


def test_totals_tell_which_columns_a_short_row_skips() -> None:
    rows = [[100, 60, 40, 100], [50, 50, 50], [30, 30, 30]]
    cells, certain = place(rows, [180, 90, 90, 180], 4)
    # 60 + 30 = 90 in the second column, 40 + 50 = 90 in the third: no other way gives both sums.
    assert cells == [(100, 60, 40, 100), (50, None, 50, 50), (30, 30, None, 30)]
    assert certain == [True, True, True]


def test_two_ways_leave_a_cell_open_and_keep_what_is_sure() -> None:
    cells, certain = place([[10, 10, 10], [10, 10, 10], [7, 3, 4, 7]], [27, 13, 14, 27], 4)
    assert cells == [(10, None, None, 10), (10, None, None, 10), (7, 3, 4, 7)]
    assert certain == [False, False, True]


def test_nothing_is_placed_without_totals_or_where_they_do_not_add_up() -> None:
    rows = [[1, 2, 3], [4, 4]]
    assert place(rows, None, 3) == ([(1, 2, 3), (None, None, None)], [True, False])
    assert place(rows, [9, 9, 9], 3) == ([(1, 2, 3), (None, None, None)], [True, False])


def test_pence_and_amounts_below_nothing() -> None:
    cells, certain = place([[0.1, 0.2, 0.3], [-0.1, -0.1], [5, 5]], [5.1, 0.1, 5.2], 3)
    assert certain == [True, True, True]
    assert cells[1] == (None, -0.1, -0.1)
    assert cells[2] == (5, None, 5)


def test_a_table_with_too_many_ways_is_given_up_in_good_time() -> None:
    rows = [[float(at + 1)] for at in range(60)]
    cells, certain = place(rows, [610.0, 610.0, 610.0], 3)
    assert cells[0] == (None, None, None)
    assert not any(certain)


# -- lines -------------------------------------------------------------------------------------------------------------


def test_a_dump_with_its_heads_above_and_below() -> None:
    [found] = of_lines("""
        The schemes are shown below.
        2024/25 Works Programme
        Grant
        School
        Contribution Total
        Roof repairs 1,500,000 1,300,000 200,000 1,500,000
        New hall 600,000 600,000 600,000
        Ramps etc. 265,000 265,000 265,000
        2,365,000 1,900,000 465,000 2,365,000
        BudgetScheme
    """)
    assert found.title == "2024/25 Works Programme"
    assert found.header == ("Scheme", "Budget", "Grant", "School Contribution", "Total")
    assert list(found.rows) == [
        ("Roof repairs", 1_500_000, 1_300_000, 200_000, 1_500_000),
        ("New hall", 600_000, 600_000, None, 600_000),
        ("Ramps etc.", 265_000, None, 265_000, 265_000),
    ]
    assert list(found.totals or ()) == ["", 2_365_000, 1_900_000, 465_000, 2_365_000]
    assert found.problems == ()


def test_rows_that_stay_open_are_told() -> None:
    [found] = of_lines("""
        Fences 10 10 10
        Gates 10 10 10
        Paths 7 3 4 7
        Total 27 13 14 27
    """)
    [problem] = found.problems
    assert problem.code == "column-uncertain"
    assert "Fences 10 10 10; Gates 10 10 10" in problem.message
    assert found.rows[0] == ("Fences", 10, None, None, 10)


def test_tasks_and_days() -> None:
    [found] = of_lines("""
        Task Days
        Data analysis 6
        Organising reviews 75
        Preparing for meetings 12
    """)
    assert (found.title, found.header, found.unit) == ("Task Days", ("Task", "Days"), "days")
    assert list(found.rows) == [("Data analysis", 6), ("Organising reviews", 75), ("Preparing for meetings", 12)]
    assert found.totals is None


@pytest.mark.parametrize(
    "text",
    [
        "Welcome 1\nApologies 2\nMinutes 4\nFinance 9",  # a contents list
        "The hall was let in 2019\nThe fair took place 12 times\nIt will be held in 2024",
        "Ring 01632 960123\nRing 01632 960124\nRing 01632 960125",
        "One row 1,200 1,300\nTwo rows 1,400 1,500",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert of_lines(text) == []


# -- tables ------------------------------------------------------------------------------------------------------------


def test_a_table_with_heads_totals_and_all_kinds_of_numbers() -> None:
    found = of_table(
        ("Budget head", "£'000", "Change"),
        ("Parks", "1,680,000", "12.5%"),
        ("Halls", "(1,234)", "-"),
        ("Sold", "-20", "3%"),
        ("Total", "1,678,746", ""),
        title="Revenue",
    )
    assert found is not None
    assert found.header == ("Budget head", "£'000", "Change")
    assert list(found.rows) == [("Parks", 1_680_000, 12.5), ("Halls", -1234, None), ("Sold", -20, 3)]
    assert list(found.totals or ()) == ["Total", 1_678_746, None]
    assert (found.title, found.unit) == ("Revenue", "GBP-thousand")


def test_a_first_row_of_amounts_is_no_header_though_the_format_says_so() -> None:
    found = of_table(("Cake stall", "£150.50"), ("Grant", "£215.00"), ("Total", "£365.50"), header=1)
    assert found is not None
    assert found.header == ()
    assert list(found.rows) == [("Cake stall", 150.5), ("Grant", 215)]
    assert found.unit == "GBP"


def test_years_head_columns() -> None:
    found = of_table(("", "2023/24", "2024/25"), ("Parks", "£1.2m", "£3k"), ("Halls", "£2m", "£4k"))
    assert found is not None
    assert found.header == ("", "2023/24", "2024/25")
    assert list(found.rows) == [("Parks", 1_200_000, 3000), ("Halls", 2_000_000, 4000)]


@pytest.mark.parametrize(
    "rows",
    [
        [("Item", "Page"), ("Welcome", "1"), ("Minutes", "3"), ("Finance", "9")],
        [("Name", "Elected"), ("A Box", "2019"), ("B Fox", "2023")],
        [("Name", "Office"), ("A Box", "Clerk"), ("B Fox", "Chair")],
        [("Name", "Telephone"), ("A Box", "01632960001"), ("B Fox", "01632960002")],
        [("Action", "Owner", "Due"), ("Write", "Clerk", "3"), ("Ring", "Chair", "4")],
    ],
)
def test_tables_without_figures(rows: list[tuple[str, ...]]) -> None:
    assert of_table(*rows) is None
