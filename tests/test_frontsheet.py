"""What a paper says about itself: an agenda's items, a front sheet's labels, a consultation's questions."""

from __future__ import annotations

import pytest

from pipeline.paper import PaperKind
from pipeline.record import Answer
from tests.printed import found_in, table

AGENDA = """
HARROWDALE SCHOOLS FORUM
AGENDA
Thursday 14 March 2024 at 2 pm in the Mill

1 APOLOGIES Ann Box
2 MINUTES (Pages 1 - 4) Ann Box
3 CAPITAL (Pages 5 - 6)
Bo Carr
4 HIGH NEEDS
5 DATE OF NEXT MEETING (Page 9)

Ann Box, Clerk to the Forum
Telephone: 01632 960123
E-mail: ann.box@harrowdale.example
"""


def test_an_agenda_s_items_with_officer_and_pages() -> None:
    items = found_in(AGENDA, kind="agenda").items
    assert [(item.number, item.title, item.officer, item.pages) for item in items][:4] == [
        ("1", "APOLOGIES", "Ann Box", None),
        ("2", "MINUTES", "Ann Box", (1, 4)),
        ("3", "CAPITAL", "Bo Carr", (5, 6)),
        ("4", "HIGH NEEDS", None, None),
    ]
    assert (items[4].title, items[4].pages) == ("DATE OF NEXT MEETING", (9, 9))


def test_words_behind_the_pages_that_are_no_name_stay_in_the_title() -> None:
    items = found_in(AGENDA.replace("(Pages 1 - 4) Ann Box", "(Pages 1 - 4) of January"), kind="agenda").items
    assert (items[1].title, items[1].officer) == ("MINUTES of January", None)


def test_an_agenda_says_whom_to_contact() -> None:
    assert found_in(AGENDA, kind="agenda").metadata == {
        "Contact": "Ann Box, Clerk to the Forum",
        "Telephone": "01632 960123",
        "E-mail": "ann.box@harrowdale.example",
    }


def test_minutes_have_items_with_their_minutes_and_no_front_sheet() -> None:
    text = """
    Ambleforth Parish Council
    Minutes of the meeting held on 11 March 2025

    1. Apologies
    Cy Dell had sent his.

    2. Finance
    2.1 The bill was paid in full.
    (a) It was noted.

    3. Roads
    The road was shut.
    """
    found = found_in(text)
    assert [(item.number, item.title, item.sub) for item in found.items] == [
        ("1", "Apologies", False), ("2", "Finance", False), ("3", "Roads", False),
    ]  # fmt: skip
    assert [(minute.number, minute.text) for minute in found.items[1].minutes] == [
        ("2.1", "The bill was paid in full."),
        ("2.a", "It was noted."),
    ]
    assert found.metadata == {}


def test_a_long_minute_is_quoted_by_its_beginning() -> None:
    long = "The hedge was cut by the mill. " * 12
    text = f"Minutes\n\n1. Roads\n{long}\n\n2. Finance\nIt was paid.\n\n3. Close\nThey left."
    [minute] = found_in(text).items[0].minutes
    assert minute.text == long.strip()
    assert minute.text.startswith(minute.evidence.quote)
    assert 120 < len(minute.evidence.quote) <= 160


# -- front sheets ------------------------------------------------------------------------------------------------------


def test_a_front_table_s_labels() -> None:
    front = table(
        ("Report to:", "Harrowdale Schools Forum"),
        ("Author", "Bo Carr"),
        ("Purpose of Report", "To tell the members of the mill"),
        ("Background Documents", "N/A"),
        ("Empty", ""),
    )
    found = found_in("CAPITAL", front, "\nThe roof has been mended.", kind="report")
    assert found.metadata["Author"] == "Bo Carr"
    assert found.metadata["Purpose of Report"] == "To tell the members of the mill"
    assert found.metadata["Background Documents"] == "N/A"
    assert "Empty" not in found.metadata


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("Author: Bo Carr", "Author", "Bo Carr"),
        ("MI Number: 53/07", "MI Number", "53/07"),
        ("Purpose of Report\nTo tell the members of the mill", "Purpose of Report", "To tell the members of the mill"),
        ("Background\nDocuments N/A", "Background Documents", "N/A"),
    ],
)
def test_labels_in_running_lines(text: str, label: str, value: str) -> None:
    assert found_in(f"Management Information Sheet\n{text}\n", kind="information-sheet").metadata[label] == value


@pytest.mark.parametrize("kind", ["minutes", "action-sheet"])
def test_other_papers_have_no_front_sheet(kind: PaperKind) -> None:
    assert found_in("Author: Bo Carr", kind=kind).metadata == {}


def test_a_report_s_headings_are_no_items_of_business() -> None:
    text = "CAPITAL\n\n1. Purpose\nTo tell the members.\n\n2. Background\nThe roof leaked.\n\n3. Costs\nThey are low."
    items = found_in(text, kind="report").items
    assert [(item.number, item.title, item.sub, item.minutes) for item in items] == [
        ("1", "Purpose", True, ()), ("2", "Background", True, ()), ("3", "Costs", True, ()),
    ]  # fmt: skip


# -- consultations -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Should the schools work together?\n\nYes\n\nNo", "yes-no"),
        ("Should the schools work together?\n\n☐ Yes ☐ No", "yes-no"),
        ("The schools should work together as one\n\nYes\n\nNo", "yes-no"),
        ("What would you change about the mill?", "free-text"),
        ("Please add any comments that help us to understand", "free-text"),
    ],
)
def test_questions(text: str, answer: Answer) -> None:
    [question] = found_in(f"Harrowdale consultation\n\n{text}\n", kind="consultation").questions
    assert question.answer == answer
    assert question.evidence.quote == question.text


@pytest.mark.parametrize(
    "text", ["The schools have worked together.", "Yes", "Is this a hedge", "Please note the date."]
)
def test_other_sentences_ask_nothing(text: str) -> None:
    assert found_in(f"Harrowdale consultation\n\n{text}\n", kind="consultation").questions == ()


def test_minutes_ask_nothing() -> None:
    assert found_in("Should the schools work together?\n\nYes\n\nNo").questions == ()
