"""Lists of actions in tables, and action columns beside minutes, in the layouts that bodies use. All is invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.actions import find_actions
from pipeline.extractors.actions.due import owner_and_day
from pipeline.extractors.find import find_all
from pipeline.found import FoundAction
from pipeline.outline import outline
from pipeline.paper import Outline, Section
from tests.printed import paper_of, rules, table

BOOK = "Book the hall for the fete"
LONG = (
    "The old system was slow. Members looked at three others and liked the second, which was quick and cheap and could "
    "be learnt in a day by anybody who had used the old one before it broke."
)


def of_list(heads: list[str], row: list[str]) -> list[FoundAction]:
    section = Section("item", "1", "Matters", body=(table(heads, row),))
    return find_actions(paper_of(table(heads, row)), Outline((section,)), rules())


@pytest.mark.parametrize(
    ("heads", "row", "owners", "due", "progress"),
    [
        (["Ref", "Action", "Officer", "Date"], ["1", BOOK, "J Holt", "31 May 2025"], ["J Holt"], "31 May 2025", None),
        (["Minute", "Action", "By whom and when"], ["12", BOOK, "Clerk by 5 June"], ["Clerk"], "5 June", None),
        (["Minute", "Action agreed", "Lead", "Update"], ["12", BOOK, "AB", "In hand"], ["AB"], None, "In hand"),
        (["No", "Recommendation", "Responsible officer", "Due"], ["3", BOOK, "AB", "May"], ["AB"], "May", None),
        (["Item", "Outstanding action", "Governor", "Completed"], ["3", BOOK, "AB", "Yes"], ["AB"], None, "Yes"),
        (["Actions from last meeting", "Owner", "Outcome"], [BOOK, "AB", "Booked"], ["AB"], None, "Booked"),
        (["#", "Follow-up", "Responsible", "Deadline"], ["1", BOOK, "AB", "1 June"], ["AB"], "1 June", None),
        (["Subject", "Decision / Action required", "Lead"], ["Hall", BOOK, "Clerk"], ["Clerk"], None, None),
        (["Item", "Resolution", "Officer", "Action taken"], ["Hall", BOOK, "AB", "Sent"], ["AB"], None, "Sent"),
        (["Topic", "Action", "Assigned", "Date"], ["Hall", BOOK, "Sam", "June 3"], ["Sam"], "June 3", None),
        (["Owner", "Task", "Notes"], ["Sam", BOOK, "will ring on Monday"], ["Sam"], None, None),
        (["Who", "What", "When"], ["Sam", BOOK, "next week"], ["Sam"], "next week", None),
    ],
)  # fmt: skip
def test_lists_of_actions(
    heads: list[str], row: list[str], owners: list[str], due: str | None, progress: str | None
) -> None:
    (action,) = of_list(heads, row)
    assert (action.task, list(action.owners), action.due, action.progress) == (BOOK, owners, due, progress)
    assert action.marked


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Name", "Role", "Status"], ["Ann Box", "Chair", "Present"]),
        (["Item", "Lead", "Time"], ["Roads", "Ann Box", "7.10"]),
        (["Project", "Budget", "Status"], ["Roads", "£3,000", "On track"]),
        (["Date", "Payee", "Amount"], ["3 May", "Box Ltd", "£30"]),
    ],
)
def test_other_tables(heads: list[str], row: list[str]) -> None:
    assert of_list(heads, row) == []


def of_minutes(*rows: list[str]) -> list[tuple[list[str], str, str | None]]:
    people = "Minutes of the meeting held on 3 March 2025\n\nPresent: Sam Box (SB), Kit Ash (KA), Ann Hale (AH)\n"
    paper = paper_of(people, table(*rows), "The meeting closed at nine.")
    found = find_all(paper, outline(paper, rules()), rules()).actions
    return [(list(action.owners), action.task, action.due) for action in found]


def test_who_and_when_beside_what_was_agreed() -> None:
    found = of_minutes(
        ["Item", "Discussion", "Action by whom and when"],
        ["1. Hall", f"{LONG} It was agreed to ask for a second price.", "AH/KA by 5 May"],
        ["2. Fete", "It was wet. It was agreed that the county should be told.", "Treasurer – next meeting"],
    )
    assert found == [
        (["AH", "KA"], "It was agreed to ask for a second price.", "5 May"),
        (["Treasurer"], "It was agreed that the county should be told.", "next meeting"),
    ]


def test_a_column_that_holds_the_tasks() -> None:
    found = of_minutes(
        ["Topic", "Comments", "Action (who/when)"],
        ["Hall", LONG, "Order the system (SB)"],
        ["Website", "New pictures are needed.", "Sam to take photos\nKit to put them on the site"],
        ["Fete", "It went well.", "Action: Clerk to thank the helpers"],
    )
    assert found == [
        (["SB"], "Order the system", None),
        (["Sam"], "Sam to take photos", None),
        (["Kit"], "Kit to put them on the site", None),
        (["Clerk"], "Clerk to thank the helpers", None),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("BC 30/04/25", ("BC", "30/04/25")),
        ("AB/CD May", ("AB/CD", "May")),
        ("Clerk by end of June", None),
        ("AB by end of June", ("AB", "end of June")),
        ("AB Friday 6 June", ("AB", "Friday 6 June")),
        ("Head of Finance September 2025", ("Head of Finance", "September 2025")),
        ("Eve May", None),
        ("Clerk", None),
    ],
)
def test_who_and_when_in_one_column(words: str, told: tuple[str, str] | None) -> None:
    assert owner_and_day(words) == told
