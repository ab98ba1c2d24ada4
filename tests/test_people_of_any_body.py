"""Who was there in the fronts of clubs, partnerships, colleges and pupils' councils. All people are invented."""

from __future__ import annotations

import pytest

from pipeline.split import split
from tests.printed import found_in, rules, source_of

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
