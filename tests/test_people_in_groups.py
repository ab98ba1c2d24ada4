"""Who was there where lists are told by group, post or body, in grids and in sentences. All people are invented."""

from __future__ import annotations

import pytest

from pipeline.paper import Table
from tests.printed import found_in, table

TAIL = "\n\n# 2. Minutes\n\nThe minutes were agreed.\n\n# 3. Bridge\n\nThe bridge is closed."
SHORT = {"p": "present", "i": "in_attendance", "a": "apologies", "b": "absent"}


def _said(*parts: str | Table) -> set[tuple[str, str]]:
    return {(person.name, person.status) for person in found_in(*parts, TAIL).people}


def _expected(words: str) -> set[tuple[str, str]]:
    """ "p Ann Box, Bo Holt; a Cy Elm" -> names with their status."""
    groups = (group.strip().split(" ", 1) for group in words.split(";"))
    return {(name.strip(), SHORT[letter]) for letter, names in groups for name in names.split(",")}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (  # posts and bodies stand ahead of whom they send
            "Thornby Hall Committee\n\nThose there:\n\nChair - Ann Box\n\nSecretary - Bo Holt\n\nScouts - Cy Elm\n\n"
            "Thornby School - Di Reed\n\nSorry: Ed Lund, Flo Moss",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; a Ed Lund, Flo Moss",
        ),
        (  # a body that looks like a name, behind a comma
            "Thornby Forum\n\nPresent: Cllr. A. Box, Chair, Ms. B. Holt, Rural Network, Mr. C. Elm, Thornby Chamber, "
            "Dr. D. Reed, Health Service",
            "p A. Box, B. Holt, C. Elm, D. Reed",
        ),
        (
            "Thornby Forum\n\nPresent: Mr. A. Box, Ms. B. Holt, Mr. C. Elm, Nora Reed",
            "p A. Box, B. Holt, C. Elm, Nora Reed",
        ),
        (
            "Thornby District\n\nPresent: Cathaoirleach Cllr. Ann Box presided. Cllrs. Bo Holt, Cy Elm and Di Reed.",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed",
        ),
        (
            "Thornby Policy Committee\n\nIn attendance: Cllr. A. Box (Chair), Cllr. B. Holt, Cy Elm (Farming)\n\n"
            "Council Officials: D. Reed, Director, E. Lund, Planner\n\nThe meeting was chaired by Cllr. A. Box.",
            "p A. Box, B. Holt, Cy Elm; i D. Reed, E. Lund",
        ),
        (
            "Tenants of Thornby\n\nPanel: Ann Box; Bo Holt (Chair); Cy Elm\n"
            "Moorside Homes: Di Reed, Scrutiny Officer (notes); Ed Lund, Repairs Manager (item 3)",
            "p Ann Box, Bo Holt, Cy Elm; i Di Reed, Ed Lund",
        ),
        (  # councillors beside a community council's own members
            "Thornby Community Council\n\nPresent: Ann Box (Chair), Bo Holt (Treasurer), Cy Elm, Di Reed; "
            "Cllrs Ed Lund & Flo Moss; Gus Ash (Estate)",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; i Ed Lund, Flo Moss, Gus Ash",
        ),
        (
            "Thornby Community Council\n\nPresent: Cllr Ann Box (Chair), Cllr Bo Holt, Cllr Cy Elm",
            "p Ann Box, Bo Holt, Cy Elm",
        ),
        (  # a second language with its own title
            "Cyngor Tref Thornby\n\nPresennol / Present: Cyng. Ann Box, Cyng. Bo Holt\n\n"
            "Ymddiheuriadau / Apologies: Cyng. Cy Elm",
            "p Ann Box, Bo Holt; a Cy Elm",
        ),
        (
            "Thornby Licensing Panel\n\nPresent: Councillors A Box, B Holt and C Elm\n\n"
            "Also present: Ms D Reed (Officer), PC 4471 E Lund (Police)",
            "p A Box, B Holt, C Elm; i D Reed, E Lund",
        ),
        (  # groups with no label above them
            "Thornby Joint Group\n\nStewards' table: Ann Box, Bo Holt\n\nHarbour Users: Cy Elm (Chair), Di Reed\n\n"
            "Apologies: Ed Lund",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; a Ed Lund",
        ),
        (
            "Thornby Council\n\nPresent: Mayor Ann Box, Councillors Bo Holt, Cy Elm & Di Reed; Town Clerk Ed Lund; "
            "Mace Bearer Flo Moss",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; i Ed Lund, Flo Moss",
        ),
        (
            "Thornby Governance Committee\n\nCommittee members: Ann Box (Chair), Bo Holt\n\n"
            "Attendees: Cy Elm (Director of Finance), Di Reed (Minutes)",
            "p Ann Box, Bo Holt; i Cy Elm, Di Reed",
        ),
        (
            "Ysgol Thornby\n\nYn bresennol/Present: Ann Box, Bo Holt a Cy Elm\n\nYmddiheuriadau/Apologies: Di Reed",
            "p Ann Box, Bo Holt, Cy Elm; a Di Reed",
        ),
        ("Thornby Area\n\nPresent: Ann Box, Bo Holt agus C. Mac Elm", "p Ann Box, Bo Holt, C. Mac Elm"),
        (
            "Thornby Club\n\nThirteen were present at the Mill on 2nd March: Ann Box in the chair, Bo Holt and Cy Elm.",
            "p Ann Box, Bo Holt, Cy Elm",
        ),
        ("Thornby Club\n\nPresent: AB (chair), CD, EF, GH and JK", "p AB, CD, EF, GH, JK"),
        ("Thornby Club\n\nHere: Jan, Oona, Dev\n\nSorry: Marge\n\nLate: Cass", "p Jan, Oona, Dev, Cass; a Marge"),
        (
            "Thornby School\n\nPresent: Ann Box, Bo Holt\n\nNot present, no apologies: Cy Elm",
            "p Ann Box, Bo Holt; b Cy Elm",
        ),
    ],
)  # fmt: skip
def test_lists_by_group_post_or_body(text: str, people: str) -> None:
    assert _said(text) == _expected(people)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("County Councillor Ed Lund also attended, and the Clerk Flo Moss.", "i Ed Lund, Flo Moss"),
        ("Ed Lund was in attendance, as was PC Flo Moss.", "i Ed Lund, Flo Moss"),
        ("The Chair, Mrs Box, welcomed Mr E Lund (Landowner) who attended for item 5.", "i E Lund"),
        ("The Chair welcomed everyone to the meeting.", ""),
        ("Apologies for lateness were received from Ed Lund.", "p Ed Lund"),
        ("Ed Lund sent apologies for lateness and came at 7.40.", "p Ed Lund"),
        ("Ed Lund was not there and had sent no word.", "b Ed Lund"),
        ("Ed Lund and Flo Moss couldn't make it.", "a Ed Lund, Flo Moss"),
        ("There were none from Ed Lund.", "b Ed Lund"),
        ("Apologies were received from Ed Lund, for whom Flo Moss attended.", "a Ed Lund; p Flo Moss"),
    ],
)
def test_sentences_below_the_list(sentence: str, people: str) -> None:
    text = f"Thornby Council\n\nPresent: Ann Box, Bo Holt, Cy Elm\n\n# 1. Apologies\n\n{sentence}"
    listed = {("Ann Box", "present"), ("Bo Holt", "present"), ("Cy Elm", "present")}
    assert _said(text) == listed | (_expected(people) if people else set())


def test_a_grid_in_two_halves_with_a_broken_head() -> None:
    grid = table(
        ("Name", "Organisation", "Attend ing", "Name", "Organisation", "Attendi ng"),
        ("Ann Box (Chair)", "Council", "✓", "Bo Holt", "Police", "✓"),
        ("Cy Elm", "Health Board", "X", "Di Reed", "Fire Service", "✓ from 6.15"),
    )
    people = _said("Thornby Partnership\n\nIn attendance:", grid)
    assert people == _expected("p Ann Box, Bo Holt, Di Reed; b Cy Elm")


def test_marks_beside_names_are_no_labels_of_lists() -> None:
    grid = table(
        ("Governor", "Present / Apologies"),
        ("Ann Box", "✓"),
        ("Bo Holt", "Apologies"),
        ("Mayor Cy Elm", "✓"),
        ("Di Reed", "No apologies"),
    )
    assert _said("Thornby School", grid) == _expected("p Ann Box, Cy Elm; a Bo Holt; b Di Reed")


def test_a_table_of_members_and_officers_by_authority() -> None:
    grid = table(
        ("Authority", "Members", "Officers"),
        ("Moor District Council", "Cllr A Box", "B Holt"),
        ("Fell Borough Council", "Cllr C Elm", ""),
    )
    assert _said("Thornby Joint Committee", grid) == _expected("p A Box, C Elm; i B Holt")


def test_whom_each_parish_sends() -> None:
    grid = table(
        ("Parish", "Attended by"), ("Abbots Moor", "Cllr Ann Box"), ("Dunmere", "Apologies"), ("Fell", "Bo Holt")
    )
    assert _said("Thornby Parishes Group", grid) == _expected("p Ann Box, Bo Holt")


def test_a_register_whose_first_people_have_no_label() -> None:
    grid = table(
        ("Name", "Representing"),
        ("Ann Box (Chair)", "Moor Council"),
        ("Bo Holt", "Police"),
        ("Apologies", ""),
        ("Cy Elm", "Fire Service"),
        ("Clerk", ""),
        ("Di Reed", ""),
    )
    assert _said("Thornby Partnership", grid) == _expected("p Ann Box, Bo Holt; a Cy Elm; i Di Reed")
