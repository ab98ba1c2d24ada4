"""The day of an event that somebody is to attend; who a group, a given name, "Messrs" and "he" mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

FRONT = (
    "Sagehill Rowing Club\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Dale Ruckert (Chair), L. Amaya, Pat Finch, Mr D. Orr\n"
    "In attendance: Sam Orme (Clerk), Jo Bream (Harbour Director)\n\n1. Boats\n\n"
)
END = "\n\n2. Keys\n\nNone was lost.\n"


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("A meeting is to be held in Highport on 2nd April. Pat Finch agreed to attend this.", "2025-04-02"),
        ("Regatta Sunday is 13th April. The Chair would attend the service and lay a wreath.", "2025-04-13"),
        ("Interviews for the boatman are on 21 April and Pat Finch will sit on the panel.", "2025-04-21"),
        ("The last regatta was held on 2nd February. Pat Finch will attend the next.", "None"),
        ("There are meetings on 2 April and 9 April. Pat Finch will attend.", "None"),
        ("The port closes on 2 April. Pat Finch will write to the port.", "None"),
    ],
)  # fmt: skip
def test_somebody_is_at_an_event_on_its_day(told: str, due: str, tmp_path: Path) -> None:
    (action,) = record_of(tmp_path, FRONT + told + END).actions
    assert due == str(action.due.date or action.due.text)


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        (
            "The panel (Pat Finch, the Clerk and Mr Kerr from the Coastguard) will see both boats.",
            ["Pat Finch", "Sam Orme", "Mr Kerr"],
        ),
        ("Messrs Orr and Amaya will meet him there.", ["D. Orr", "L. Amaya"]),
        ("Lou to ring the yard.", ["L. Amaya"]),
        ("Pat Finch had seen the boats. Mr Orr asked that she draft a letter to the port.", ["Pat Finch"]),
        ("The Harbour Director would have the Dog Warden contact the owner.", ["Jo Bream"]),
        ("That the Clerk write to the yard stating that the Club will call fresh quotes if need be.", ["Sam Orme"]),
    ],
)  # fmt: skip
def test_who_is_meant(told: str, owners: list[str], tmp_path: Path) -> None:
    assert [names for _, names in owned(record_of(tmp_path, FRONT + told + END))] == [owners]


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("A sample of oars will be tested and a report will be brought to the next meeting.", [[], []]),
        ("The oars will be tested and sent back to the yard.", [[]]),
        (
            "Pat Finch would count the oars before September and Mr Orr kindly offered to draw a plan.",
            [["Pat Finch"], ["D. Orr"]],
        ),
        (
            "It was agreed unanimously that the Clerk write one and the Chair would call to sign it.",
            [["Sam Orme"], ["Dale Ruckert"]],
        ),
    ],
)  # fmt: skip
def test_two_things_in_a_sentence_are_two_tasks(told: str, owners: list[list[str]], tmp_path: Path) -> None:
    assert [names for _, names in owned(record_of(tmp_path, FRONT + told + END))] == owners


def test_a_letter_that_two_have_is_nobodys_name(tmp_path: Path) -> None:
    front = FRONT.replace("L. Amaya", "L. Amaya, L. Stahl")
    assert [names for _, names in owned(record_of(tmp_path, f"{front}Lou to ring the yard.{END}"))] == [["Lou"]]
