"""Whole minutes of bodies that do not exist, as clubs, projects and boards keep them in files of text and Markdown."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

HEAD = """# Mill Lane Radio Club

Minutes of the meeting held on 5 May 2021

Present: Ann Lund, Bo Ash, Cal Elm (Chair)

"""


def test_letters_that_close_a_motion(tmp_path: Path) -> None:
    text = f"""{HEAD}**MOTION:** That the club put $500 into a bond at the bank. M: Ann Lund, S: Bo Ash, Carried.

**MOTION:** That the hut be painted before the fair. M: Bo Ash S: Cal Elm carried

**MOTION:** That the hut be let in winter. M/S/C Lund/Ash
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [(d.text.removeprefix("MOTION: ")[:30], d.mover, d.seconder) for d in record.decisions[:2]] == [
        ("That the club put $500 into a ", "Ann Lund", "Bo Ash"),
        ("That the hut be painted before", "Bo Ash", "Cal Elm"),
    ]
    assert record.decisions[2].text == "MOTION: That the hut be let in winter. M/S/C Lund/Ash"


def test_a_motion_above_its_list_and_its_roll_of_votes(tmp_path: Path) -> None:
    text = f"""{HEAD}## Bank

Cal made a motion to open an account at the bank. Its holders shall be as follows:

- Ann Lund, as Chair
- Bo Ash, as Treasurer

Motion was seconded by Bo. Voting is as follows:

- Ann L: Aye
- Bo A: Aye

The motion passed. Bo will order the cards before the June meeting.
"""
    record = record_of(tmp_path, text, "minutes.md")
    (decision,) = record.decisions
    assert decision.text.startswith("Cal made a motion to open an account")
    assert owned(record) == [("Bo will order the cards before the June meeting.", ["Bo Ash"])]


def test_surnames_first_with_what_people_stand_for(tmp_path: Path) -> None:
    text = """# Mill Lane Standards Group, 28 March 2018

## Voting members present

* Lund, Ann; Harrow Care
* Ash, Bo; Tarn Systems Inc.
* Vane, Eve May; Red Mill

## 1. Next steps

- Bo to print the form.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [(person.name, person.capacity) for person in record.attendance] == [
        ("Ann Lund", "Harrow Care"),
        ("Bo Ash", "Tarn Systems Inc."),
        ("Eve May Vane", "Red Mill"),
    ]
    assert owned(record) == [("Bo to print the form.", ["Bo Ash"])]


def test_radio_amateurs_who_go_by_their_call_signs(tmp_path: Path) -> None:
    text = """# Meeting Minutes - October 2019

**MEMBERS PRESENT:** VA7AAB, VE7AAC, VE7AAD, G4XYZ

**Repeater:** VE7AAC told of the mast. VE7AAD will make contact with the other club.

**Dinner:** VE7AAC and G4XYZ to book the hall by 5 November.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [person.name for person in record.attendance] == ["VA7AAB", "VE7AAC", "VE7AAD", "G4XYZ"]
    assert [owners for _, owners in owned(record)] == [["VE7AAD"], ["VE7AAC", "G4XYZ"]]


def test_headings_that_open_with_who_brings_the_item(tmp_path: Path) -> None:
    text = f"""{HEAD}## Notes

### [AL] Housekeeping

* Keys are with Bo.

### [Bo] The spring fair

* Bo to hire the tent.

### Other matters

* None
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [item.title for item in record.items] == ["[AL] Housekeeping", "[Bo] The spring fair", "Other matters"]
