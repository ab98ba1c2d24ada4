"""Web pages that print one item of a meeting, or each with its minute behind it. Places and people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of

TOLD = (
    "Ruth Pell told the Forum that the survey of boilers had come back and that two schools would need new ones, which"
    " was noted.\n\n"
    "The Forum asked Ruth Pell to bring prices to the autumn meeting.\n"
)


def items(text: str, folder: Path) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in read(text, folder).items]


def read(text: str, folder: Path) -> Record:
    return record_of(folder, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # no word for minutes between the title and what was said
        (f"Agenda item\n\nBoilers in Schools\n\n{TOLD}", [("", "Boilers in Schools")]),
        (f"Agenda item\n\nMinutes of Previous Meeting\n\n{TOLD}", [("", "Minutes of Previous Meeting")]),
        # a title that could be the paper's own
        (
            f"Town hall\n\nAgenda item\n\nMINUTES OF 4 MAY AND MATTERS ARISING\n\nMinutes:\n\n{TOLD}",
            [("", "MINUTES OF 4 MAY AND MATTERS ARISING")],
        ),
        # an issue has a name of its own
        (
            "Issue - meetings\n\nCharter\n\nMeeting: 03/06/2024 - Ferry Board (Item 9)\n\n"
            f"9 Changes to the Charter of the Board pdf icon PDF 88 KB\n\nTo consider a report.\n\nMinutes:\n\n{TOLD}",
            [("9", "Changes to the Charter of the Board")],
        ),
        (
            f"Issue - meetings\n\nCharter\n\nMeeting: 03/06/2024 - Ferry Board (Item 9)\n\nMinutes:\n\n{TOLD}",
            [("9", "Charter")],
        ),
        (
            "Issue - decisions\n\nStreet Trees\n\n03/06/2024 - Street Trees\n\nResolved:\n\n"
            "(a) That the planting list be approved.\n\n(b) That the Head of Parks be asked to order the trees.\n",
            [("", "Street Trees")],
        ),
        # the page's own head is lost
        (
            "57 Bridge Tolls – New Rates PDF 140 KB\n\nThe present rates are five years old.\n\n"
            f"Additional documents:\n\nAnnex to the report PDF 90 KB\n\nMinutes:\n\n{TOLD}",
            [("57", "Bridge Tolls – New Rates")],
        ),
    ],
)
def test_page_of_one_item_names_it(text: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    assert items(text, tmp_path) == found


@pytest.mark.parametrize(
    "text",
    [
        f"Agenda item\n\nDiscussion\n\nAction\n\n{TOLD}",  # columns of a lost table
        f"Agenda item\n\nDecision\n\n{TOLD}",
        "Agenda item\n\nBoilers in Schools\n\nSupporting documents:\n\nBoilers\n",  # nothing was said
    ],
)
def test_what_stands_below_the_words_agenda_item_may_be_no_title(text: str, tmp_path: Path) -> None:
    assert items(text, tmp_path) == []


INLINE = (
    "APOLOGIES FOR ABSENCE Minutes: Councillor Ada Thorn had sent hers. |\n\n"
    "HARBOUR DUES Members will be asked to note the dues. Minutes: The dues were noted. |\n\n"
    "{} Minutes: The Head of Audit went through the list of risks.\n\nAGREED: The list was noted. |\n"
)


def test_items_with_their_minutes_behind_them_make_minutes(tmp_path: Path) -> None:
    record = read(INLINE.format("RISKS"), tmp_path)
    assert record.kind == "minutes"
    assert [item.title for item in record.items] == ["APOLOGIES FOR ABSENCE", "HARBOUR DUES", "RISKS"]


@pytest.mark.parametrize(
    "asked", ["The Panel is recommended to note the list.", "The Audit Committee is asked to comment on the list."]
)
def test_what_a_report_asks_is_no_title(asked: str, tmp_path: Path) -> None:
    assert items(INLINE.format(asked), tmp_path) == [("", "APOLOGIES FOR ABSENCE"), ("", "HARBOUR DUES")]


def test_a_lettered_part_of_an_agenda_is_no_title(tmp_path: Path) -> None:
    found = items(INLINE.format("(b) To receive the list of risks;"), tmp_path)
    assert found == [("", "APOLOGIES FOR ABSENCE"), ("", "HARBOUR DUES")]
