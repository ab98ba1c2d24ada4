"""Names, owners and the people that they stand for. Every name is invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.names import is_person, read_name
from pipeline.extractors.owners import split_owners
from pipeline.found import FoundPerson
from pipeline.initials import initials_fit, initials_of, same_person
from pipeline.link.people import Roster
from pipeline.paper import Evidence
from pipeline.record import Status


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Cllr. J. Marlow", "J. Marlow", ""),
        ("Mr R C Hale, OBE, Chair", "R C Hale", ", Chair"),
        ("Professor Sir Nye Ashby (Chair)", "Nye Ashby", " (Chair)"),
        ("Jo Birch JB Chair", "Jo Birch", " JB Chair"),
        ("County Councillor Mr. T Reed", "T Reed", ""),
        ("Ms. M. Vane-\nMullins, (Farming)", "M. Vane-Mullins", ", (Farming)"),
        ("Oli\nMarlow and Di Ash", "Oli Marlow", " and Di Ash"),
        ("Ann Reed\nBob Hale", "Ann Reed", "\nBob Hale"),
        ("Piet van der Berg, Clerk", "Piet van der Berg", ", Clerk"),
        ("Gill QUARTERMAIN", "Gill QUARTERMAIN", ""),
        ("Cllr Ger Church, Chair", "Ger Church", ", Chair"),
        ("Sam Reed- Treasurer", "Sam Reed", "- Treasurer"),
    ],
)
def test_a_name_is_read_at_the_start(text: str, name: str, rest: str) -> None:
    read = read_name(text)
    assert read is not None
    assert (read.text, text[read.end :]) == (name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Clerk",
        "Young People and Families",
        "None",
        "VACANT",
        "Vacancy",
        "Finance Officers",
        "the Clerk",
        "PC",
        "Marlow",
    ],
)
def test_other_words_are_no_name(text: str) -> None:
    assert not is_person(text)


def test_initials_cover_hyphens_middle_names_and_longer_keys() -> None:
    assert initials_of("Jill Hale") == {"JH"}
    assert {"AMR", "AR"} <= initials_of("Anne-Marie Reed")
    assert {"SF", "SFF"} <= initials_of("Sam Foss-Frame")
    assert initials_fit("LBk", "Lou Barker")
    assert not initials_fit("LBk", "Lou Bell")
    assert not initials_fit("JS", "Sam Jay")


def test_part_names_are_the_same_person_and_other_initials_are_not() -> None:
    assert same_person("J. Marlow", "Jo Marlow")
    assert same_person("Marlow", "Jo Marlow")
    assert not same_person("J. Marlow", "Di Marlow")
    assert not same_person("Jo Marlow", "Joan Marlow")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("JS/MB", ["JS", "MB"]),
        ("AB, CD and EF", ["AB", "CD", "EF"]),
        ("JS MB", ["JS", "MB"]),
        ("Clerk & Chair", ["Clerk", "Chair"]),
        ("Chair, Vice Chair and Clerk", ["Chair", "Vice Chair", "Clerk"]),
        ("Clerk/Cllr Ash", ["Clerk", "Cllr Ash"]),
        ("Clerk/RFO", ["Clerk/RFO"]),
        ("Cllrs Ash and Birch", ["Cllr Ash", "Cllr Birch"]),
        ("Cllrs. W. Ash and H. Birch", ["Cllr. W. Ash", "Cllr. H. Birch"]),
        ("Head of Finance, Strategy and Assets", ["Head of Finance, Strategy and Assets"]),
        ("Sam Reed, Head of Schools, Skills and Transport", ["Sam Reed"]),
        ("Education and Children's Services", ["Education and Children's Services"]),
        ("Clerk and Highways", ["Clerk", "Highways"]),
        ("Head of Legal and Democratic Services", ["Head of Legal and Democratic Services"]),
        ("Head of Legal and the Roads Team", ["Head of Legal", "the Roads Team"]),
        ("Action: Clerk", ["Clerk"]),
        ("Clerk to write", ["Clerk"]),
        ("All Governors", ["All Governors"]),
        ("Noted", []),
        ("N/A", []),
        ("-", []),
        ("Ongoing", []),
        ("31/03/2020", []),
        ("", []),
    ],
)
def test_owners_are_split(text: str, owners: list[str]) -> None:
    assert split_owners(text) == owners


def _person(
    name: str, capacity: str | None = None, initials: str | None = None, status: Status = "present"
) -> FoundPerson:
    return FoundPerson(name, status, Evidence(name), capacity, initials)


ROSTER = Roster.of(
    [
        _person("Dana Holt", "Lead Officer for Roads, Bridges and Rivers"),
        _person("Ines Ford", "Committee Services Adviser and Clerk to the Forum"),
        _person("M Peel"),
        _person("L Peel"),
        _person("Lou Bell", "Secretary", "LB"),
        _person("Lou Barker", None, "LBk"),
        _person("Sue Ash", "Vice-Chairman"),
        _person("Oli Lane", "Chair"),
        _person("Tom Reed", "Deputy Clerk"),
        _person("Rae Dunn", "Head Teacher"),
        _person("Mo Hale"),
        _person("Mary Hill", status="apologies"),
        _person("Di Gray"),
        _person("Dee Parr Gill"),
    ],
    texts=[
        "Then Neil Eggar, Finance Manager,",
        "reported. Jane Smythe (JSm) agreed.",
        "The Estates Manager, Bob Hay, left.",
    ],
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Lead Officer for Roads", "Dana Holt"),
        ("the Clerk", "Ines Ford"),
        ("Clerk to the Council", "Ines Ford"),
        ("Deputy Clerk", "Tom Reed"),
        ("DEPUTY CLERK", "Tom Reed"),
        ("The Chairman", "Oli Lane"),
        ("Panel Chair", "Oli Lane"),
        ("Vice Chair", "Sue Ash"),
        ("HT", "Rae Dunn"),
        ("Headteacher", "Rae Dunn"),
        ("Cllr M. Peel", "M Peel"),
        ("LB", "Lou Bell"),
        ("LBk", "Lou Barker"),
        ("Sue", "Sue Ash"),
        ("Finance Manager", "Neil Eggar"),
        ("Estates Manager", "Bob Hay"),
        ("JSm", "Jane Smythe"),
        ("MH", "Mo Hale"),  # Mary Hill sent apologies
        ("DG", "Di Gray"),  # Dee Parr Gill is DPG
    ],
)
def test_owners_resolve_to_whom_the_paper_names(words: str, name: str) -> None:
    assert ROSTER.resolve(words).name == name


@pytest.mark.parametrize(
    ("words", "candidates"), [("Cllr Peel", ("M Peel", "L Peel")), ("Lou", ("Lou Bell", "Lou Barker"))]
)
def test_two_candidates_stay_as_written(words: str, candidates: tuple[str, ...]) -> None:
    resolved = ROSTER.resolve(words)
    assert (resolved.name, resolved.candidates) == (words, candidates)


def test_a_guest_of_the_same_surname_whom_the_text_introduces_may_be_meant() -> None:
    roster = Roster.of([_person("S. Hale"), _person("Cal Elm")], texts=["Mr. Ray Hale, Operations Manager, and"])
    resolved = roster.resolve("Mr. Hale")
    assert (resolved.name, resolved.candidates) == ("Mr. Hale", ("S. Hale", "Ray Hale"))
    assert roster.resolve("Cllr Hale").name == "S. Hale"
    assert roster.resolve("Ms Elm").name == "Cal Elm"


@pytest.mark.parametrize("words", ["IT", "AS", "NO", "TBC", "All", "Treasurer", "Cllr Nobody", "Highways"])
def test_what_nobody_holds_stays_as_written(words: str) -> None:
    resolved = ROSTER.resolve(words)
    assert (resolved.name, resolved.role, resolved.candidates) == (words, None, ())


def test_the_role_is_the_capacity_as_printed() -> None:
    assert ROSTER.resolve("Dana Holt").role == "Lead Officer for Roads, Bridges and Rivers"


def test_an_organisation_acts_itself() -> None:
    evidence = Evidence(quote="")
    people = [
        FoundPerson("Ann Reed", "present", evidence, "LGA"),
        FoundPerson("Bob Hale", "in_attendance", evidence, "Secretariat"),
        FoundPerson("Di Ash", "present", evidence, "Police and Crime Commissioner (PCC)"),
        FoundPerson("Kit Rowe", "present", evidence, "Rivers Office"),
        FoundPerson("Olive Peel", "present", evidence, "Head of the Rivers Office"),
    ]
    roster = Roster.of(people)
    assert roster.resolve("LGA").name == "LGA"
    assert roster.resolve("The Secretariat").name == "Secretariat"
    assert roster.resolve("PCC").name == "Di Ash"
    assert roster.resolve("the Highways Department").name == "Highways Department"
    assert roster.resolve("Rivers Office").name == "Rivers Office"
    assert roster.resolve("the Head of the Rivers Office").name == "Olive Peel"


@pytest.mark.parametrize(
    "text",
    [
        "With regard to the land at Mill Row, the Clerk had written to the owner.",
        "Following copies of the letter from Cllr. E. Vane, the Clerk had also written.",
        "The hedge at Mill Row, Clerk to write to the owner.",
    ],
)
def test_a_clause_that_begins_with_a_post_says_nothing_of_the_name_before_it(text: str) -> None:
    assert Roster.of([], texts=[text]).resolve("Clerk").name == "Clerk"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vane, the Clerk, had written to the owner.",
        "Thanks were given to Ann Vane, the Clerk to the Council.",
        "Ann Vane, Clerk, reported.",
        "Ann Vane (Clerk) reported.",
    ],
)
def test_a_post_between_commas_is_that_of_the_name_before_it(text: str) -> None:
    assert Roster.of([], texts=[text]).resolve("Clerk").name == "Ann Vane"


STAFF = Roster.of(
    [
        FoundPerson(name, "in_attendance", Evidence(name), post)
        for name, post in {
            "Wyn Fell": "Countryside Ranger",
            "Bea Nairn": "Vice-Principal Learning & Teaching",
            "Ray Bole": "Senior Engineer, Roads",
            "Ned Cope": "Senior Engineer, Homes",
            "Jo Reed": "Farm Watch",
            "Lou Vale": "Severn Water",
            "Pia Moss": "Deputy Treasurer",
        }.items()
    ]
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Ranger", "Wyn Fell"),
        ("Vice-Principal", "Bea Nairn"),
        ("the Roads Engineer", "Ray Bole"),
        ("Senior Engineer", "Senior Engineer"),
        ("Watch", "Watch"),
        ("Water", "Water"),
        ("the Treasurer", "Treasurer"),
    ],
)
def test_part_of_a_post_names_its_only_holder(words: str, name: str) -> None:
    assert STAFF.resolve(words).name == name


def test_a_post_behind_the_last_of_several_is_another_who_is_to_do_it() -> None:
    roster = Roster.of(
        [_person("G. Vane"), _person("O. Carr")], texts=["They would meet in May. G. Vane and O. Carr, Clerk"]
    )
    assert [roster.resolve(words).name for words in ("Clerk", "O. Carr")] == ["Clerk", "O. Carr"]
