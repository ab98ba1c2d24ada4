"""People with a body beside their names, without a sign or in a column; who came told by sentences. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.extractors.attendance.beside import told_beside, without_heads
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.names import read_name
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from pipeline.run import extract


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def _roll(text: str, matcher: Matcher) -> list[tuple[str, str | None]]:
    return [(entry.name.text, entry.capacity) for entry in read_roll(text, matcher, alone=True).entries]


def test_a_body_behind_each_name_with_only_a_blank_between(matcher: Matcher) -> None:
    listed = "Tara Middleham Care Trust\nJack Ellworth Probation\nOlive Brandt Turning Tide\nMartin Skeen Night Shelter"
    assert _roll(listed, matcher) == [
        ("Tara Middleham", "Care Trust"),
        ("Jack Ellworth", "Probation"),
        ("Olive Brandt", "Turning Tide"),
        ("Martin Skeen", "Night Shelter"),
    ]


def test_a_column_of_wards_is_no_column_of_people(matcher: Matcher) -> None:
    assert _roll("Nora Tiller, JP (Chairman) \tChurch End\nColin Avory \tMill Bank, North", matcher) == [
        ("Nora Tiller", "Chairman"),
        ("Colin Avory", "Mill Bank, North"),
    ]
    assert without_heads("Councillors \tDivisions") == "Councillors"


@pytest.mark.parametrize(
    "listed",
    [
        "Ann Mary Holt\nJohn Peter Lund\nRuth Ellen Ash\nBob Reed",  # names of three words
        "Jo Reed Sam Ash\nDi Hale Bo Holt\nCy Elm Ann Box",  # two to a line
        "Ann Box\tSam Reed\nDi Hale\tBob Holt",
        "Ann Box, Moor Trust\nSam Reed (Clerk)\nDi Hale – Treasurer",
    ],
)
def test_other_lists_are_left_as_they_are(listed: str) -> None:
    assert told_beside(listed) == listed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Stn Mgr Bob Reddin", "Bob Reddin"),
        ("Det Ch Supt Roy Hensh", "Roy Hensh"),
        ("Wing Cdr Hewlett", "Hewlett"),
        ("Wing Lee", "Wing Lee"),
        ("Constance Hill", "Constance Hill"),
    ],
)
def test_ranks_are_titles(printed: str, name: str) -> None:
    found = read_name(printed)
    assert found is not None and found.text == name


def test_a_body_with_the_people_it_sends_behind_a_dash(matcher: Matcher) -> None:
    assert _roll("Oldbury Town Council – Peter Lusk, Barbara Cheam\nYouth Group – Ellie Prow", matcher) == [
        ("Peter Lusk", "Oldbury Town Council"),
        ("Barbara Cheam", None),
        ("Ellie Prow", "Youth Group"),
    ]
    assert _roll("Ann Box – Grace Church\nSam Reed – Rowan House", matcher) == [
        ("Ann Box", "Grace Church"),
        ("Sam Reed", "Rowan House"),
    ]


def test_the_part_of_a_place_for_which_somebody_sits_is_nobody(matcher: Matcher) -> None:
    assert [
        name for name, _ in _roll("Cllr Gil Trotter, Low Weir Ward; Cllr Ray Dunn, Mount Ida Division", matcher)
    ] == [
        "Gil Trotter",
        "Ray Dunn",
    ]


def _there(text: str, tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "minutes.txt"
    path.write_text(text)
    return {person.name: person.status for record in extract(path) for person in record.attendance}


TAIL = "\n\n2. Roads\n\nThe bridge is closed.\n\n3. Close\n\nThe meeting closed at 9.\n"


def test_who_came_is_told_by_sentences(tmp_path: Path) -> None:
    text = (
        "Stoke Harben Flood Wardens\nMinutes of 25 September 2012\n\n1. Welcome and apologies\n\n"
        "The Committee was represented by Mrs J Noakes (Secretary) and Mr T Fripp (Area 2), and there were 17 others."
        " There had been no word from Mr L Crane.\n\n2. Police\n\nPC Huw Turnbull attended. 14 crimes were reported."
        " The architect came to explain the drawings."
    )
    assert _there(text + TAIL, tmp_path) == {
        "J Noakes": "present",
        "T Fripp": "present",
        "L Crane": "absent",
        "Huw Turnbull": "in_attendance",
    }


def test_whom_another_body_sends_is_in_attendance(tmp_path: Path) -> None:
    text = (
        "Eastmere Disability Forum\nMinutes of the meeting held on 20 November 2007\n\nIn attendance were Geoff Hale"
        " (Chairman), Muriel Stone, Jim Rayne, and from the Council Alan Biddle (Access Officer) and Mrs E. Prowse."
    )
    assert _there(text + TAIL, tmp_path) == {
        "Geoff Hale": "present",
        "Muriel Stone": "present",
        "Jim Rayne": "present",
        "Alan Biddle": "in_attendance",
        "E. Prowse": "in_attendance",
    }


def test_columns_of_a_pdf_keep_their_gap(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    rows = ["Penmarsh Road Safety Committee", "Minutes of the meeting held on 4 March 2014", "Present:-", ""]
    columns = [
        ("Members", "Wards"),
        ("Nora Tiller (Chairman)", "Church End"),
        ("Colin Avory", "Mill Bank"),
        ("Hal Denby", "Low Moor"),
        ("Officers", "Positions"),
        ("Geoff Lister", "Traffic Engineer"),
    ]
    tail = ["", "1. Minutes", "The minutes were agreed.", "2. Roads", "The bridge is closed."]
    height = 800.0
    for row in [*rows, *columns, *tail]:
        first, second = row if isinstance(row, tuple) else (row, "")
        canvas.drawString(60, height, first)
        canvas.drawString(260, height, second)
        height -= 16
    canvas.save()
    assert {person.name: person.status for person in extract(path)[0].attendance} == {
        "Nora Tiller": "present",
        "Colin Avory": "present",
        "Hal Denby": "present",
        "Geoff Lister": "in_attendance",
    }


def test_groups_inside_a_list_have_titles(tmp_path: Path) -> None:
    members = "Present\n\nMembers\n\nCllr Desmond Ayre (Chair), Cllr Mo Wade\n\n"
    officers = "Area Officers\n\nSteph Garner, Area Manager\n\n"
    parishes = "Town and Parish Councillors\n\nOldbury Town Council – Peter Lusk\n\nNunford Parish – None present\n\n"
    partners = "Partners\n\nOldbury Area Partnership (OAP) – Wendy Dance"
    text = f"Oldbury Area Board\nMinutes of 19 July 2012\n\n{members}{officers}{parishes}{partners}"
    assert _there(text + TAIL, tmp_path) == {
        "Desmond Ayre": "present",
        "Mo Wade": "present",
        "Steph Garner": "in_attendance",
        "Peter Lusk": "in_attendance",
        "Wendy Dance": "in_attendance",
    }


def test_the_council_of_a_schools_forum_attends_it(tmp_path: Path) -> None:
    text = (
        "Ambleby Schools Forum\nMinutes of 9 July 2009\n\nPresent\n\nHal Brewer (Chair) - Ambleby Primary School\n"
        "Ada Tomkin - Holy Cross School\nNed Foss - Unison\nRupert Sims - Ambleby Council"
    )
    assert _there(text + TAIL, tmp_path) == {
        "Hal Brewer": "present",
        "Ada Tomkin": "present",
        "Ned Foss": "present",
        "Rupert Sims": "in_attendance",
    }


def test_a_label_keeps_no_words_that_head_the_other_column() -> None:
    assert without_heads("Present \tRights holder") == "Present"
    assert without_heads("Present \tAnn Box") == "Present \tAnn Box"
