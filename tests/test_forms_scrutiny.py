"""Scrutiny, cabinet and forum papers of larger councils, as pages and text: what is an item, a resolution, a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

MINUTES = (
    "TARN BOROUGH COUNCIL\n\nMinutes of the meeting of the Harbour Committee held on Monday 9 June 2025\n\n"
    "Present: Councillors Wilf Oakes (Chair), Ada Thorn and Una Pike\n\n"
    "In attendance: Bram Lund (Head of Ports), Kit Marsh (Democratic Services Officer)\n\n1. Harbour\n\n{}\n\n"
    "2. Close\n\nNone.\n"
)


def test_a_resolution_without_a_colon_holds_its_numbered_parts(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Agenda item\n\nLights on the quay\n\nReport of the Harbour Master.\n\nA Member asked about the lamps.\n\n"
        "RESOLVED - That Members of the Committee\n\n1.        Note the report;\n\n"
        "2.        Request Officers to test each lamp and send the results to Members; and\n\n"
        "3.        Ask the Head of Ports to write to the lamp maker.\n\nSupporting documents:\n",
    )
    assert [item.title for item in record.items if item.number] == []
    assert [(d.outcome, d.text.split()[0]) for d in record.decisions] == [
        ("noted", "Note"),
        ("agreed", "Request"),
        ("agreed", "Ask"),
    ]
    assert [owners for _, owners in owned(record)] == [["Officers"], ["Head of Ports"]]


def test_starred_numbers_count_on_with_the_others(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Cabinet\n\nCommittee Minutes\n\nWed Jan 15 2025\n\nPresent:-\n\nCouncillors Oakes (Chair), Thorn and Pike\n\n"
        "*210 Minutes\n\nRESOLVED that the minutes of 11 December 2024 be signed as a correct record.\n\n"
        "*211 Petitions\n\nThere was no petition.\n\n212 Ferry Fares\n\nThe Cabinet considered the report.\n\n"
        "RESOLVED that the fares be approved.\n",
    )
    assert [(item.number, item.title) for item in record.items] == [
        ("210", "Minutes"),
        ("211", "Petitions"),
        ("212", "Ferry Fares"),
    ]
    assert [a.name for a in record.attendance] == ["Oakes", "Thorn", "Pike"]


PAGE = (
    "Agenda and minutes\n\nVenue: Tarn Quay House. View directions\n\nContact: Kit Marsh\n\nItems\nNo. Item\n\n{}"
    "Supporting documents:\n"
)


def test_a_page_counts_its_items_in_any_order(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        PAGE.format(
            "7.\n\nChair's Announcements\n\nMinutes:\n\nThe Chair:\n\n       I.        Thanked the crew.\n\n"
            "      II.        Welcomed Ada Thorn, who was new.\n\n"
            "1.\n\nPreliminary Matters\n\nMembers are asked to consider:\n\na)  interests; and\n\nb)  urgent items.\n\n"
            "Minutes:\n\nMembers considered interests and urgent items.\n\nRESOLVED that the list be noted.\n\n"
        ),
    )
    assert [(item.number, item.title) for item in record.items] == [
        ("7", "Chair's Announcements"),
        ("1", "Preliminary Matters"),
    ]


def test_a_page_with_one_item_has_that_item(tmp_path: Path) -> None:
    said = "15.\n\nApologies/New Members\n\nMinutes:\n\nApologies for absence were received from Una Pike.\n\n"
    record = record_of(tmp_path, PAGE.format(said))
    assert [(item.number, item.title) for item in record.items] == [("15", "Apologies/New Members")]


def test_a_labelled_venue_comes_before_other_places(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Agenda and minutes\n\nMembers of the public may attend. Meetings held in Tarn Hall will be filmed, and we "
        "post the films.\n\nVenue: Quay Room\n\nContact: Kit Marsh\n\nItems\nNo. Item\n\n1.\n\nApologies\n\n"
        "Minutes:\n\nNone.\n",
    )
    assert record.meeting.venue == "Quay Room"


def test_what_happened_makes_minutes_of_a_page_with_the_agendas_words(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Harbour Scrutiny - Wednesday, 12th March, 2025 7.00 pm\n\nApologies and substitutes\n\n"
        "To receive apologies for absence and the names of substitutes.\n\n"
        "An apology for absence was received on behalf of Councillor Pike.\n\nDeclarations of interest\n\n"
        "To consider any interests that members may wish to declare.\n\nThere were no declarations of interest.\n\n"
        "To confirm the minutes of the last meeting.\n\n(Minutes attached)\n\n\n"
        "the minutes of the meeting held on the 26th of February\n\n2025 be confirmed as a correct record.\n\n"
        "To consider the dredging plan.\n\n(Report attached)\n",
    )
    assert record.kind == "minutes"
    assert [d.text for d in record.decisions] == [
        "the minutes of the meeting held on the 26th of February 2025 be confirmed as a correct record."
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Members discussed the requirement of the Head of Ports to present yearly accounts.",
        "Officers suggested that the crew should be provided with some guidance.",
        "Kit Marsh noted Bram Lund was requested to send the tide tables.",
        "Officers said that a plea made in May was due to be addressed by the Committee.",
    ],
)
def test_rules_views_and_the_past_are_nobodys_task(tmp_path: Path, said: str) -> None:
    assert owned(record_of(tmp_path, MINUTES.format(said))) == []


@pytest.mark.parametrize(
    "said",
    [
        "The Chair proposed that the vote on fares be postponed until July.",
        "The Minutes of the last meeting, held on 12 May 2025, are submitted for approval as a correct record.",
        "Berths were agreed by the Committee in December 2024 and these choices are in the log.",
        "The nomination of Mr Wilf Oakes was moved by Mrs Ada Thorn and seconded by Mr Bram Lund.",
    ],
)
def test_what_was_put_or_settled_before_is_no_decision(tmp_path: Path, said: str) -> None:
    assert record_of(tmp_path, MINUTES.format(said)).decisions == ()


def test_members_who_attend_under_a_standing_order(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Cabinet\n\nMinutes of the meeting held on 15 January 2025\n\nPresent:-\n\n"
        "Councillors Oakes (Chair) and Thorn\n\n"
        "Members attending in accordance with Standing Orders 8 and 25:-\n\nCouncillors Marsh, Lund and Jane Vane\n\n"
        "1. Apologies\n\nApologies were received from Councillor Pike. Bram Holt, Treasurer was also unable to "
        "attend.\n\n"
        "2. Fares\n\nRESOLVED that the fares be approved.\n",
    )
    assert [(a.name, a.status) for a in record.attendance] == [
        ("Oakes", "present"),
        ("Thorn", "present"),
        ("Marsh", "in_attendance"),
        ("Lund", "in_attendance"),
        ("Jane Vane", "in_attendance"),
        ("Pike", "apologies"),
        ("Bram Holt", "apologies"),
    ]


def test_a_page_of_one_item_below_links_of_its_site(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Issue - items at meetings - Chair's News\n\nnavigation and tools\n\nFind it\n\nIssue - meetings\n\n"
        "Chair's News\n\nMeeting: 28/06/2025 - Harbour Committee (Item 3)\n\nChair's News\n\nMinutes:\n\n"
        "3.1 The Chair said that the functions of the Harbour Committee were to keep the quay safe and mend it.\n",
    )
    assert [(item.number, item.title) for item in record.items] == [("3", "Chair's News")]
    assert owned(record) == []


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("The Chair asked if Luke could bring the tide tables in July, Luke agreed.", ["Luke"]),
        ("Zita Lamb, Director of Quays reported on the crane. Zita would keep the Committee informed.", ["Zita Lamb"]),
        (
            "RESOLVED – (a) That the report be noted, and (b) that the Service Director Harbour Services attend a "
            "future meeting once the plans are drawn.",
            ["Service Director Harbour Services"],
        ),
    ],
)
def test_who_is_to_act(tmp_path: Path, said: str, owners: list[str]) -> None:
    assert [named for _, named in owned(record_of(tmp_path, MINUTES.format(said)))] == [owners]


@pytest.mark.parametrize(
    "said",
    [
        "To take the minutes of 3 May 2025 as a correct record and authorise the Chairman to sign",
        "To approve as a correct record and the Chair to sign the minutes of the meeting held on 3 May 2025.",
    ],
)
def test_an_agendas_words_commit_no_chairman(tmp_path: Path, said: str) -> None:
    record = record_of(tmp_path, MINUTES.format(said))
    assert (owned(record), record.decisions) == ([], ())
