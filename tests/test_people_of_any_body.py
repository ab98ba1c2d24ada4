"""Who was there in the fronts of clubs, partnerships, colleges and pupils' councils. All people are invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.meeting.bodies import body_of
from pipeline.split import split
from tests.printed import found_in, rules, source_of, table

TAIL = "\n\n# 2. Minutes\n\nThe minutes were agreed.\n\n# 3. Bridge\n\nThe bridge is closed."
SHORT = {"p": "present", "i": "in_attendance", "a": "apologies", "b": "absent"}


def _expected(words: str) -> set[tuple[str, str]]:
    """ "p Ann Box, Bo Holt; a Cy Elm" -> names with their status."""
    groups = (group.strip().split(" ", 1) for group in words.split(";"))
    return {(name.strip(), SHORT[letter]) for letter, names in groups for name in names.split(",")}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (  # bodies with the look of a name, each behind whom it sends
            "Thornby Catchment Group\n\nPresent: Ann Box, Anglian Water, Bo Holt, Marine Wales\n\n"
            "Apologies: Cy Elm, Woodland Scotland",
            "p Ann Box, Bo Holt; a Cy Elm",
        ),
        (  # ... one after another
            "Thornby Partnership\n\nPresent: Ann Box, Mill Lane Nursery, Bo Holt, Thornby Wanderers, and Cy Elm, "
            "Citizens Advice\n\nApologies: Di Reed, who was ill, and Ed Lund, South West Water",
            "p Ann Box, Bo Holt, Cy Elm; a Di Reed, Ed Lund",
        ),
        ("Thornby Group\n\nPresent: Ann Wales, Bo Church and Cy Park", "p Ann Wales, Bo Church, Cy Park"),
        (  # ... and ahead of them
            "Thornby Harbour Users\n\nPresent: Thornby Rowing Club: A. Box and B. Holt; Thornby Angling Club: C. Elm",
            "p A. Box, B. Holt, C. Elm",
        ),
        (
            "Thornby League\n\nPresent: Chairman: Ann Box, Secretary: Bo Holt\n\n"
            "Clubs represented: Moor A & B (Cy Elm & Di Reed) Mill End (Ed Lund) Clare (Flo Moss)",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed, Ed Lund, Flo Moss",
        ),
        (
            "Thornby College Trustees\n\nTrustees present: Ann Box, Bo Holt. College officers present: Principal Elm, "
            "Secretary Reed. Faculty\nliaisons present: Ed Lund and Flo Moss.",
            "p Ann Box, Bo Holt; i Elm, Reed, Ed Lund, Flo Moss",
        ),
        (  # two halves by semicolons, of which one is no post that anybody knows
            "Thornby Water\n\nPresent: Ann Box, Bo Holt\n\nStaff: Cy Elm, Manager; Di Reed, Fitter",
            "p Ann Box, Bo Holt; i Cy Elm, Di Reed",
        ),
        (  # those who came for one item
            "Thornby Planning\n\nPresent: Cllrs Ann Box and Bo Holt\n\nIn attendance:\nMs C Elm, Planner\n"
            "Item 6.1: Mr D Reed, Applicant\nItem 6.2: Mrs E Lund, Neighbour",
            "p Ann Box, Bo Holt; i C Elm, D Reed, E Lund",
        ),
        (
            "Thornby Guild\n\nOfficers: Bro. A. Box (Chair), Sis. B. Holt (Secretary)\n"
            "Members: Bros. C. Elm, D. Reed; Sisters E. Lund, F. Moss\nApologies: Bro. G. Ash",
            "p A. Box, B. Holt, C. Elm, D. Reed, E. Lund, F. Moss; a G. Ash",
        ),
        ("Thornby Park Friends\n\nPresent: Mrs H, Dot, Mo B\n\nApologies: Phil", "p H, Dot, Mo B; a Phil"),
        (
            "Thornby School Council\n\nPresent:\nErin - Y3\nEffie & George P - Y4\nAlex & Theo - Y5",
            "p Erin, Effie, George P, Alex, Theo",
        ),
        ("Thornby Vestry\n\nPresent: A & B Box, C Holt, D Elm", "p A Box, B Box, C Holt, D Elm"),
        ("Thornby Co-op\n\nPresent: Ann Box\n\nOn Zoom: Jude, Ollie P", "p Ann Box, Jude, Ollie P"),
        (
            "Thornby Association\n\nPresent: Ann Box (Chair), Bo Holt\nCopy to: Cy Elm (CE), Auditor",
            "p Ann Box, Bo Holt",
        ),
        (  # a line holds somebody and the body that sends them, with nothing between the two
            "Thornby Schools Forum\n\nPresent:\n\nAnn Box Stoke Barrow Middle School (Chairman)\n\n"
            "Jill Holt Hadden C of E Combined\n\nMary Jane Elm Oldcott First School\n\n"
            "In attendance: Di Reed Accountancy Manager",
            "p Ann Box, Jill Holt, Mary Jane Elm; i Di Reed",
        ),
        (  # a post of several words ahead of its holder
            "Thornby Union\n\nPresent:\nPresident Ann Box\nVice-President Education Peter Holt\n"
            "Vice-President Societies Colin Elm\nWelfare Officer Di Reed",
            "p Ann Box, Peter Holt, Colin Elm, Di Reed",
        ),
        (
            "Thornby Leisure\n\nMembers Present Councillor Box, Chair\nCouncillors Holt, Elm, D\n"
            "Reed, Lund-Moss,\nAsh and Marl\n\n"
            "Officers in Mr Kettle Director of Leisure\nAttendance Mrs Camp Head of Parks",
            "p Box, Holt, Elm, D Reed, Lund-Moss, Ash, Marl; i Kettle, Camp",
        ),
        (
            "Thornby Housing\n\nPortfolio Holder: Councillor AB Box\n\n"
            "In attendance: Councillors CD Holt and EF Elm\n\nOfficers: Di Reed (Manager)",
            "p AB Box; i CD Holt, EF Elm, Di Reed",
        ),
        (
            "Thornby Forum\n\nAttendance: Schools’ Members: Ann Box, Primary Head; Bo Holt, Governor; "
            "Non-Schools’ Members: Cy Elm, Nursery. Also Present: Di Reed, Head of Finance\n\n"
            "Apologies were received from Ed Lund, Mill School; Sister Flo Moss, St Anne’s; Gus Ash, who was "
            "replaced by Hal Orr for this meeting only, and Ivy Marl, Director.",
            "p Ann Box, Bo Holt, Cy Elm; i Di Reed; a Ed Lund, Flo Moss, Gus Ash, Ivy Marl",
        ),
        (
            "Thornby Trust\n\nPresent: Ann Box and Bo Holt\n\nWITH: Mr C Elm Director\nMr D Reed - Head of Parks\n\n"
            "Ms Flo Moss and the CEO, Mr Gus Ash, sent apologies.",
            "p Ann Box, Bo Holt; i C Elm, D Reed; a Flo Moss, Gus Ash",
        ),
        (  # groups of a list by words that no rule knows
            "Thornby Schools Forum\n\nPRESENT\n\nPrimary\n\nAnn Box Wexcombe Infant School\n\nSecondary\n\n"
            "Dr Bo Holt Thornby Community College\n\nOfficers\n\nCy Elm Admissions Team Leader",
            "p Ann Box, Bo Holt; i Cy Elm",
        ),
        (
            "Thornby Sailing Club\n\nOfficers present: Commodore Ann Box, Rear Commodore Bo Holt\n\n"
            "Members: Cy Elm, Di Reed\n\nSent word: Ed Lund",
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; a Ed Lund",
        ),
        (
            "Thornby Residents\n\nThere were 31 residents present, together with Cllr Ann Box and PC Bo Holt. "
            "Cy Elm took the chair. Apologies had been sent by Di Reed and by Mrs Lund.",
            "i Ann Box, Bo Holt; p Cy Elm; a Di Reed, Lund",
        ),
    ],
)
def test_people(text: str, people: str) -> None:
    assert {(person.name, person.status) for person in found_in(text, TAIL).people} == _expected(people)


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (  # groups in cells, each below its label
            [
                ("Committee A:\nAnn Box – Chair\nBo Holt (BH)", "Committee B:\nRevd Cy Elm"),
                ("Committee C (co-opted):\nDi Reed", "Also present:\nEd Lund, Adviser"),
            ],
            "p Ann Box, Bo Holt, Cy Elm, Di Reed; i Ed Lund",
        ),
        (  # bodies ahead of whom they send, and who gets a copy
            [
                ("Low Thornby Parish Council", "Ann Box", "[AB]"),
                ("Thornby Aggregates Ltd", "Bo Holt", "[BH]"),
                ("Circulation: as above and", "", ""),
                ("Highways", "Cy Elm", "[CE]"),
            ],
            "p Ann Box, Bo Holt",
        ),
        (
            [("Ann Box\nBo Holt\nCy Elm", "Chairman\nBookings Secretary\nArt Club")],
            "p Ann Box, Bo Holt, Cy Elm",
        ),
        (
            [("Present", "President Ann Box\nVice-President Activities Peter Holt"), ("Apologies", "Treasurer Cy Elm")],
            "p Ann Box, Peter Holt; a Cy Elm",
        ),
        (
            [("Cllr. A. Box", "Mr. B. C. Holt CC"), ("Ms. D. Elm", "Mr. E. Reed")],
            "p A. Box, B. C. Holt, D. Elm, E. Reed",
        ),
    ],
)
def test_people_in_tables(rows: list[tuple[str, ...]], people: str) -> None:
    found = found_in("Thornby Council\n\nThose present:", table(*rows), TAIL).people
    assert {(person.name, person.status) for person in found} == _expected(people)


def test_people_below_the_bodies_that_send_them() -> None:
    rows = [("Thornby Parish Council", "Moor Parish Council"), ("Cllr A Box", "Cllr B Holt")]
    found = found_in("Thornby Burial Committee\n\n3 May 2024", table(*rows), "Clerk: Mrs C Elm", TAIL).people
    assert {(person.name, person.status) for person in found} == _expected("p A Box, B Holt; i C Elm")


def test_officers_who_came_for_an_item() -> None:
    item = "# 1. Petitions\n\nOfficers present: Cy Elm, Area Manager\n\nThe petition was noted."
    found = found_in("Thornby Committee\n\nPresent: Ann Box and Bo Holt", item, TAIL).people
    assert ("Cy Elm", "in_attendance") in {(person.name, person.status) for person in found}


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (["Friends of Hollow Wood – committee meeting", "2 May 2019"], "Friends of Hollow Wood"),
        (["Thornby Bowls League – Spring Meeting", "29 March 2017"], "Thornby Bowls League"),
        (["Thornby Tennis Club ['TTC'] Committee Meeting", "Date: 5 March 2019"], "Thornby Tennis Club Committee"),
        (["Local Committee (Thornby) - Thursday, 8 March 2012 2.00 pm"], "Local Committee (Thornby)"),
    ],
)
def test_body(texts: list[str], body: str) -> None:
    assert body_of(texts, rules()) == body


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Friends of Thornby\n\nHere: Dot, Mo B\n\nCouldn’t make it: Phil\n\n# Bins\n\nStill full.", "minutes"),
        ("Thornby Board\n\nMembers: Ann Box (Chair), Bo Holt (excused), Cy Elm\n\n1. Budget", "minutes"),
        ("Thornby Forum\n\nAnn Box took the chair.\n\n1. Budget\n\nDeferred.", "minutes"),
        ("Thornby Board\n\nMembers: Ann Box (Chair), Bo Holt, Cy Elm\n\n1. Apologies\n\n2. Budget", "other"),
        ("Thornby Board\n\nApologies: to be received by the Clerk\n\nMatters Arising", "other"),
    ],
)
def test_what_names_who_stayed_away_is_minutes(text: str, kind: str) -> None:
    assert split(source_of(text), rules())[0].kind == kind
