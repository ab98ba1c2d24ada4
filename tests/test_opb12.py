"""Openings of clubs, schools, churches, patient groups: titles and lists as they set them. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.meeting.bodies import body_of
from pipeline.kinds import kind_by_words
from pipeline.outline.titles import title_end
from tests.printed import found_in, lines, outlined, rules

FRONT = """
Harrow Mill Club
Minutes of the Committee Meeting held on 3 May 2024

Present: Ann Box, Bob Carr, Cal Dunn
"""


def titles(text: str) -> list[str]:
    return [
        section.title
        for section in outlined(text).sections
        if section.kind in ("item", "matters-arising") and section.title
    ]


def test_titles_in_capitals_may_end_with_a_stop() -> None:
    text = FRONT + (
        "\nADOPTION OF MINUTES.\n\nThe minutes were confirmed on the proposal of Mr Carr.\n"
        "\nMATTERS ARISING.\n\nNone.\n\nHARBOUR REPORT.\n\nMr Dunn spoke of the slip and answered questions.\n"
    )
    assert [title.rstrip(".") for title in titles(text)] == ["ADOPTION OF MINUTES", "MATTERS ARISING", "HARBOUR REPORT"]


def test_usual_titles_run_on_beside_those_above_what_was_said() -> None:
    text = FRONT + (
        "\nCall to Order:\n\nCall to order: 4:10 pm, Mill Hall.\n\nBoard Actions:\n"
        "\nThe fence was talked of and will be mended.\n"
        "\nNew Business: Mr Box proposed that the hall be painted.\n\nAdjournment:\n\n5:15 pm\n"
    )
    assert titles(text) == ["Call to Order", "Board Actions", "New Business", "Adjournment"]


def test_a_dash_without_blanks_ends_nearly_every_title() -> None:
    text = FRONT + (
        "\nThe meeting was called to order at 6:30 pm.\n\nSecretary--Ann moved to accept the report as printed.\n"
        "\nTreasurer--Bob said that $40 was spent.\n\nRiver Map—Cal has seen a proof of it.\n"
        "\nMembership--We talked of dues.\n"
        "\nOld Mill Day—The theme is wheels.\n"
    )
    assert titles(text) == ["Secretary", "Treasurer", "River Map", "Membership", "Old Mill Day"]


@pytest.mark.parametrize("text", ["Mill—Lower Gate", "Part-time work", "Harrow--Moor link"])
def test_a_dash_inside_a_title_ends_none(text: str) -> None:
    assert title_end(text) is None


def test_a_remark_behind_matters_arising_is_no_title() -> None:
    text = FRONT + (
        "\nMatters arising: all taken under other agenda items\n\nTreasurer’s Report: AB spoke to the accounts.\n"
        "\nAny other business: BC asked for help with the grass.\n"
    )
    assert titles(text) == ["Matters arising", "Treasurer’s Report", "Any other business"]


def test_the_first_usual_title_stands_right_above_the_next() -> None:
    text = FRONT + (
        "\nWelcome and Introductions\n\nRules of the House\n\n  • Ann thanked all who had come out in the rain\n"
        "\nAims of the Group\n\nAnn said that the aim was to find a team who would help with the mill's new wheel.\n"
        "\nTerms of Reference\n\nThese were read out by Bob, and a copy was taken away to be looked at by all.\n"
        "\nWheel Fund\n\nCal said that one third of what the wheel costs has come in since the last meeting.\n"
    )
    assert titles(text)[:2] == ["Welcome and Introductions", "Rules of the House"]


def test_what_a_title_in_capitals_runs_on_into() -> None:
    for said in ("Self-nomination to serve on the panel by Mr Carr.", "Calendar Item 12 was sent back to the panel."):
        assert title_end(f"NEW BUSINESS {said}") == (12, 13)


def came(text: str) -> list[tuple[str, str, str | None]]:
    return [(person.name, person.status, person.capacity) for person in found_in(text).people]


def test_a_lettered_line_of_the_first_item_lists_who_came() -> None:
    text = """
Harrow Mapping Society
Board Meeting
April 13, 2018

I. Call to Order
Meeting called to order: 11:05 AM
A. Present: Ann Box, Bob Carr, Cal Dunn-Chairman and Di Elm-Secretary.
B. Quorum was declared
II. Reports
A. Treasurer: written
III. New Business
None.
"""
    assert [name for name, _, _ in came(text)] == ["Ann Box", "Bob Carr", "Cal Dunn", "Di Elm"]


def test_posts_in_one_line_each_name_their_holder() -> None:
    text = "Harrow Allotments\nMinutes of the AGM held on 3 May 2024\n\n"
    text += "Chair: Ann Box; Treasurer: Bob Carr; Secretary: Cal Dunn\n"
    assert came(text) == [
        ("Ann Box", "present", "Chair"),
        ("Bob Carr", "present", "Treasurer"),
        ("Cal Dunn", "present", "Secretary"),
    ]


def test_two_on_a_line_share_the_post_behind_them() -> None:
    roll = read_roll("Ann Box – Registrar\nBob Carr and Cal Dunn – Union Representatives\nDi Elm – Clerk", rules())
    assert [entry.name.text for entry in roll.entries] == ["Ann Box", "Bob Carr", "Cal Dunn", "Di Elm"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr Ann Box (AB), CD, Mrs Elm, FG, HI, Bob Carr", ["Ann Box", "CD", "Elm", "FG", "HI", "Bob Carr"]),
        ("Ann Box, PG, Bob Carr, LA, Cal Dunn, SG", ["Ann Box", "Bob Carr", "Cal Dunn"]),
    ],
)
def test_letters_among_names_are_people_where_two_stand_side_by_side(text: str, names: list[str]) -> None:
    assert [entry.name.text for entry in read_roll(text, rules(), alone=True).entries] == names


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (["Harrow Homes Ltd", "Minute of Board Meeting held on Monday 3 May 2024"], "Harrow Homes Ltd"),
        (["Minutes of the Annual Parochial Church Meeting held at St Ann's"], "Annual Parochial Church Meeting"),
    ],
)
def test_what_the_body_is_called(texts: list[str], body: str) -> None:
    assert body_of(texts, rules()) == body


def test_one_line_holds_the_list_and_the_lettered_items() -> None:
    text = (
        "HARROW COLLEGE SENATE Regular Meeting, 9 March 2016, 3:00 p.m. Elm Room MINUTES MEMBERS"
        " PRESENT: T. Ash, R. Box, "
        "S. Carr Ex-officio: Lou Dunn, Dean MEMBERS ABSENT: P. Elm, O. Fry GUESTS: Sam Hale, Tina Holt"
        " I. Old Business A. "
        "10 February 2016 MINUTES APPROVED II. Announcements A. The Dean spoke of the new hall. III. Correspondence A. "
        "None IV. New Business A. Grading policy MOTION PASSED after the members had talked of it for a good while"
    )
    assert kind_by_words(lines(text)) == "minutes"
    assert [(name, status) for name, status, _ in came(text)] == [
        ("T. Ash", "present"),
        ("R. Box", "present"),
        ("S. Carr", "present"),
        ("Lou Dunn", "present"),
        ("P. Elm", "absent"),
        ("O. Fry", "absent"),
        ("Sam Hale", "in_attendance"),
        ("Tina Holt", "in_attendance"),
    ]


def test_a_list_that_opens_in_the_midst_of_the_title() -> None:
    text = """
Northern Waterways Forum Chairs Meeting Tuesday 8th May 2012 11.00am – 1.00pm Lock House Room 3, Canal Street Millbury \
MINUTES Attendees Ann Box - Chair Avon WF (AB) Dr Bob Carr - Vice-Chair Trent WF (BC) Cal Dunn - \
Chair Severn WF (CD) Apologies: Di Elm
1. Minutes of last meeting
Agreed as correct.
2. Dredging
BC said that the lower reach was done.
3. Date of next meeting
4 September 2012
"""
    assert [(name, status) for name, status, _ in came(text)] == [
        ("Ann Box", "present"),
        ("Bob Carr", "present"),
        ("Cal Dunn", "present"),
        ("Di Elm", "apologies"),
    ]


def test_given_names_with_a_letter_and_a_post_need_no_label() -> None:
    text = """
Patients’ Group: Notes of the meeting of 4 May 2021

  • Jo F – Treasurer
  • Ann S – Secretary
  • Kim T – Practice Manager

Apologies: Liz B – Chair

Minutes of Last Meeting

Not looked at but all were happy with them.

Money

There is £81 in the bank after the purchase of the scales, and more is to come.

Tea Urn

Kim to ask the supplier about a smaller one.

Talks

It was agreed that these be held upstairs.
"""
    assert came(text)[:3] == [
        ("Jo F", "present", "Treasurer"),
        ("Ann S", "present", "Secretary"),
        ("Kim T", "present", "Practice Manager"),
    ]
    assert titles(text) == ["Minutes of Last Meeting", "Money", "Tea Urn", "Talks"]


def test_the_day_of_the_next_meeting_is_no_title() -> None:
    assert title_end("Next meeting: Tuesday 8th June") == (12, 14)
    assert title_end("Next meeting of the Mill Trust") is None


def test_slashes_that_were_cells() -> None:
    text = """
HARROW HEALTH BOARD
Minute of Meeting held on Tuesday 6 May 2008
Present / Mr Bob Carr / Chairman
Mrs Ann Box / Non-Executive Board Member
By Invitation / Mrs Di Elm / Head of Communications
Attending / Ms Gill Hale / Secretary
Item / Subject / Action
1. / APOLOGIES
Apologies were received from Mrs Ida Irwin.
2. /

CHAIRMAN’S WELCOME

The Chairman welcomed everyone.
3. /

ANNUAL ACCOUNTS

The Board approved the accounts.
"""
    found = outlined(text)
    assert [(s.number, s.title) for s in found.sections if s.number] == [
        ("1", "APOLOGIES"),
        ("2", "CHAIRMAN’S WELCOME"),
        ("3", "ANNUAL ACCOUNTS"),
    ]
    assert [(name, status) for name, status, _ in came(text)] == [
        ("Bob Carr", "present"),
        ("Ann Box", "present"),
        ("Di Elm", "in_attendance"),
        ("Gill Hale", "in_attendance"),
        ("Ida Irwin", "apologies"),
    ]


def test_who_stands_below_the_minute_taker_has_a_label_of_their_own() -> None:
    text = "Harrow Glade Board\nMinutes of 9 May 2019\n\nPresent: Ann Box\nBob Carr\n"
    text += "Minutes taken by Di Elm\nObserver – Ed Fry\n"
    assert [(name, status) for name, status, _ in came(text)][-2:] == [
        ("Di Elm", "in_attendance"),
        ("Ed Fry", "in_attendance"),
    ]


def test_a_surname_kept_to_its_letters() -> None:
    roll = read_roll("Jean A (Chair), Rosie C, Gill H-S, Callum E", rules(), alone=True)
    assert [entry.name.text for entry in roll.entries] == ["Jean A", "Rosie C", "Gill H-S", "Callum E"]


def test_labels_that_meetings_have_stand_beside_titles_without_a_colon() -> None:
    text = FRONT + (
        "\nDeclarations of Interest: None\n\nApproval of Minutes:\n\nMinutes of 16th of May were"
        " approved by the board.\n"
        "\nItems for Decision\n\n- Election of a director\n\nIt was agreed that Di Elm had been elected to the board.\n"
        "\nItems for Discussion\n\n- Deer\n\nAB said that numbers are up.\n\nAOCB\n\nNone\n"
    )
    assert titles(text) == [
        "Declarations of Interest",
        "Approval of Minutes",
        "Items for Decision",
        "Items for Discussion",
        "AOCB",
    ]


def test_apologies_end_where_a_name_with_a_stop_begins() -> None:
    assert title_end("Apologies Ann Box. (Others were asked to write to the Secretary.)") == (9, 10)
