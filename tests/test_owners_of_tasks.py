"""Whose a task is by their post, with their name beside it or as one of several. All papers are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.names import is_post
from pipeline.extractors.owners import split_owners
from pipeline.layout.when import is_when
from pipeline.run import extract

HEAD = (
    "# Quernmoor Health Trust Board\n\nMinutes of the meeting held on 3 May 2024\n\n"
    "Present: Ann Holt (Chair); Bo Lund (Service Director, Highways); Cy Dale (Chief Nurse); Di Elm (SENCO); "
    "Ed Fox (Secretary); Guy Reed (Manager Governance); Fay Vane (Pro-Vice-Chancellor (Education))\n\n## 1 Roads\n\n"
)
Found = list[tuple[list[str], str | None]]


def read(tmp_path: Path, *paragraphs: str, head: str = HEAD) -> Found:
    """The actions of minutes with these paragraphs: owners and due."""
    path = tmp_path / "minutes.md"
    path.write_text(head + "\n\n".join(paragraphs) + "\n\n## 2 Next meeting\n\n7 June 2024.\n", "utf-8")
    (record,) = extract(path)
    return [([o.name for o in a.owners], a.due.date or a.due.text) for a in record.actions]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Service Director, Highways to walk the lane.", ["Bo Lund"]),
        ("The Manager Governance is to write to the county.", ["Guy Reed"]),
        ("The Group Manager Assets will write to the county.", ["Group Manager Assets"]),
        ("The Pro-Vice-Chancellor (Education) agreed to draft a note.", ["Fay Vane"]),
        ("The PA to the CEO to write to the county.", ["PA to the CEO"]),
        ("The SENCO and the Site Manager were tasked with pricing the hedge.", ["Di Elm", "Site Manager"]),
        ("The Chief Nurse and the PA to the Head will email the list.", ["Cy Dale", "PA to the Head"]),
        ("Cy Dale, Chief Nurse, was asked to ring the police.", ["Cy Dale"]),
        ("It was agreed the Chair to ring the plumber.", ["Ann Holt"]),
        ("It was agreed AH, BL and CD to ring the plumber.", ["Ann Holt", "Bo Lund", "Cy Dale"]),
        ("The Chair asked that the Secretary, Ed Fox, add the flag to the list.", ["Ed Fox"]),
        ("The Board asked the Chief Nurse for a copy of the survey.", ["Cy Dale"]),
        ("The task and finish group will obtain three quotes.", ["task and finish group"]),
        ("The Friends of Mill Park agreed to write to the county.", ["Friends of Mill Park"]),
        ("The Chair asked the school office to put up signs.", ["school office"]),
        ("ACTION: By-law Enforcement Officer will write to the owner.", ["By-law Enforcement Officer"]),
        ("Action for Ann Holt, Ed Fox and the SENCO: Tell the county.", ["Ann Holt", "Ed Fox", "Di Elm"]),
        ("Actions (A Holt): Walk the play area with the firm.", ["Ann Holt"]),
        ("Actions (SENCO (Di Elm)): Put up signs at the gate.", ["Di Elm"]),
        ("It was agreed to price a boiler. (Action: Chair (Ann Holt))", ["Ann Holt"]),
    ],
)
def test_owner_by_post_and_name(tmp_path: Path, text: str, owners: list[str]) -> None:
    assert [found for found, _ in read(tmp_path, "The lane was icy.", text)] == [owners]


@pytest.mark.parametrize(
    "text",
    [
        "The Chair asked the Chief Nurse for an update.",
        "The Chief Nurse had asked the Secretary for a copy of the survey.",
        "The Chair asked the SENCO for her views on the plan.",
    ],
)
def test_what_is_given_at_the_meeting_is_no_task(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == []


@pytest.mark.parametrize("owner", ["Section 151 Officer", "PA to the CEO", "Assistant Director – Education"])
def test_label_alone_with_a_post(tmp_path: Path, owner: str) -> None:
    assert read(tmp_path, "It was agreed to cut the hedge.", f"Action: {owner}") == [([owner], None)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ann Holt to cut the bank when the weather improves.", "when the weather improves"),
        (
            "Ed Fox to bring a plan as soon as the result is known, as the lease expires shortly.",
            "as soon as the result is known",
        ),
        ("Action: Sign the lease (Ann Holt and Ed Fox, by Wednesday, May 29)", "2024-05-29"),
        ("Action: Sign the lease (Ed Fox, before the bids go in)", "before the bids go in"),
    ],
)
def test_when_beside_who(tmp_path: Path, text: str, due: str) -> None:
    ((owners, when),) = read(tmp_path, text)
    assert (bool(owners), when) == (True, due)


def test_sentence_that_names_its_owner_is_the_one_beside_them(tmp_path: Path) -> None:
    rows = (
        "| Minute | Action |\n|---|---|\n"
        "| The minutes were approved as a correct record. EF to list the lamps by 4 June. | EF |\n"
        "| The Lodge Keeper to list the keys. The minutes were approved as a correct record. | Lodge Keeper |"
    )
    assert read(tmp_path, rows) == [(["Ed Fox"], "2024-06-04"), (["Lodge Keeper"], None)]


def test_dotted_letters_in_a_list_are_a_key(tmp_path: Path) -> None:
    head = (
        "# Moor Parish Council\n\nMinutes of the meeting held on 3 May 2024\n\nPresent:\n\n"
        "- Mrs Una Quayle (U.Q.) – Chair\n"
        "- Mr Ned Orr – Tree Warden – N.O.\n- Ida Lund (Clerk, I.L.)\n- Ann Box (A.B., Treasurer)\n\n## 1 Roads\n\n"
    )
    path = tmp_path / "minutes.md"
    path.write_text(head + "The Tree Warden and the Treasurer will cut the hedge.\n", "utf-8")
    (record,) = extract(path)
    assert [a.capacity for a in record.attendance] == ["Chair", "Tree Warden", "Clerk", "Treasurer"]
    assert [[o.name for o in a.owners] for a in record.actions] == [["Ned Orr", "Ann Box"]]


def test_title_of_a_councillor_is_no_post(tmp_path: Path) -> None:
    head = (
        "# Moor Shire Council\n\nMinutes of the meeting held on 3 May 2024\n\nPresent:\n\n"
        "- Cr Dan Carr (DC) – Mayor\n"
        "- Cr Rory Bell (RB)\n- Cr Una Fox (UF)\n\n## 1 Roads\n\n"
    )
    assert read(tmp_path, "The Mayor to ring the bank.", head=head) == [(["Dan Carr"], None)]


def test_words_that_are_posts_and_times() -> None:
    assert all(map(is_post, ("Executive Manager Corporate Services", "Director Infrastructure", "PA to the Head")))
    assert not any(map(is_post, ("Manager Ann Box", "Letter to the Head", "Director Box")))
    assert split_owners("The SENCO and the Site Manager") == ["The SENCO", "the Site Manager"]
    assert split_owners("the Policy and Improvement Officer") == ["the Policy and Improvement Officer"]
    assert is_when("by October 12, 2021") and is_when("no later than 3 May") and not is_when("March on the hall")
