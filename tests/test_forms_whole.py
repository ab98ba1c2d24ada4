"""Whole minutes of bodies that do not exist, as clubs, projects and boards keep them in files of text and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_action_items_by_their_letters_and_once(tmp_path: Path) -> None:
    text = """Meeting Date: 2021-05-05
Minutes taken by: Bo
Attendees:
    Ann Lund
    Bo Ash
    Cal Elm

** Agree minutes

Minutes from previous meeting were agreed. Proposed: Ann, seconded: Cal

** The spring fair at the mill

Cal volunteered to take the minutes.

AI: Ann to write the rules for the stalls at the fair
In progress

AI(CE): ask the printer about the posters

** AOB

None.

** Carried over action items:

AI: Ann to write the rules for the stalls at the fair
In progress
"""
    record = record_of(tmp_path, text)
    assert [item.title for item in record.items] == ["Agree minutes", "The spring fair at the mill", "AOB"]
    assert [person.name for person in record.attendance] == ["Ann Lund", "Bo Ash", "Cal Elm"]
    assert [(owners, action.marked) for action, (_, owners) in zip(record.actions, owned(record), strict=True)] == [
        (["Ann Lund"], True),
        (["Cal Elm"], True),
    ]


def test_topics_before_the_colon_own_nothing(tmp_path: Path) -> None:
    text = f"""{HEAD}## Open actions

Spring Fair: Ann and Bo to ring the printer about the posters.

Mast Paper: Cal to Share the draft.

ACTION ON ALL: read the draft before June

## The hut

Previous actions: (see below)

The club approved the new lease of the hut.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [owners for _, owners in owned(record)] == [["Ann Lund", "Bo Ash"], ["Cal Elm"], ["ALL"]]
    assert [decision.text for decision in record.decisions] == ["The club approved the new lease of the hut."]
    assert [item.title for item in record.items] == ["Open actions", "The hut"]


def test_a_bullet_of_notes_that_names_old_actions_opens_no_list_of_them(tmp_path: Path) -> None:
    text = f"""{HEAD}## Minutes

- Local events:
None this month

- Previous actions:
All done

- The hut:

The group agreed that the hut be let in winter.

Action: Ann Lund write to the county for a form
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [decision.text for decision in record.decisions] == ["The group agreed that the hut be let in winter."]
    assert owned(record) == [("write to the county for a form", ["Ann Lund"])]


def test_an_agenda_with_what_was_left_to_do_is_notes(tmp_path: Path) -> None:
    text = """# Mill Lane drivers group

## Meeting agenda

- Newsletter
- Requests

## Action items

- Ann to write the newsletter
- Bo to sort the requests
"""
    record = record_of(tmp_path, text, "2021-05-05.md")
    assert record.kind == "minutes"
    assert owned(record) == [("Ann to write the newsletter", ["Ann"]), ("Bo to sort the requests", ["Bo"])]


@pytest.mark.parametrize("line", ["Ann:", "**Ann**", "### Ann", "Ann Lund", "- Ann"])
def test_people_above_their_tasks_own_them(tmp_path: Path, line: str) -> None:
    mark = "    -" if line.startswith("-") else "-"
    other = line.replace("Ann", "Cal").replace("Lund", "Elm")
    gap = "\n" if line.startswith("-") else "\n\n"
    text = f"""{HEAD}## The hut

The hut was seen.

## Action items

{line}{gap}{mark} print the posters in colour
{mark} get the hall key{gap}{other}{gap}{mark} order more of the lamps

## Minutes

- Is there a lamp in the hut?
- Cal Elm will ring the depot.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert owned(record) == [
        ("print the posters in colour", ["Ann Lund"]),
        ("get the hall key", ["Ann Lund"]),
        ("order more of the lamps", ["Cal Elm"]),
        ("Cal Elm will ring the depot.", ["Cal Elm"]),
    ]
    assert [item.title for item in record.items] == ["The hut"]


def test_those_who_came_below_a_numbered_agenda(tmp_path: Path) -> None:
    text = """# Mill Lane Radio Club meeting, 5 May 2021

## Agenda

1. The hut
2. The mast
3. The fair

## Attendees

- Ann Lund
- Bo Ash

## Minutes

- Ann Lund will ring the depot.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [person.name for person in record.attendance] == ["Ann Lund", "Bo Ash"]
    assert owned(record) == [("Ann Lund will ring the depot.", ["Ann Lund"])]


@pytest.mark.parametrize("title", ["## Decisions", "## Key Decisions Made", "Decisions:", "**Decisions**"])
@pytest.mark.parametrize("mark", ["-", "1."])
def test_what_is_listed_below_decisions_was_decided(tmp_path: Path, title: str, mark: str) -> None:
    text = f"""{HEAD}## The hut

The hut was seen.

{title}

{mark} Trial run of evening nets until June
{mark} **Short talks**: Ten minutes instead of thirty

## Money

The sums were told.
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [decision.text for decision in record.decisions] == [
        "Trial run of evening nets until June",
        "Short talks: Ten minutes instead of thirty",
    ]
    assert [item.title for item in record.items] == ["The hut", "Money"]


def test_an_agenda_quoted_with_bars_and_answered(tmp_path: Path) -> None:
    text = """| Mill Lane Mast Committee Meeting Minutes: 18 May 2021
| =====================================================
|
| Agenda
|
| 1. Roll call

Ann Lund
Bo Ash
Cal Elm

| 2. Accepting the minutes of the previous meeting

Accepted.

| 3. Review of the agenda

Accepted.

| 4. The mast
|
|     How high is it to be?

Ann: It should be as high as the barn.

ACTION: Bo to write to the county.

ACTION 2021-05-18: Cal to measure the barn.
"""
    record = record_of(tmp_path, text, "minutes.txt")
    assert [item.number for item in record.items] == ["1", "2", "3", "4"]
    assert [person.name for person in record.attendance] == ["Ann Lund", "Bo Ash", "Cal Elm"]
    assert [decision.text for decision in record.decisions] == [
        "Accepting the minutes of the previous meeting",
        "Review of the agenda",
    ]
    assert owned(record) == [("Bo to write to the county.", ["Bo Ash"]), ("Cal to measure the barn.", ["Cal Elm"])]


def test_boxes_without_bullets_show_who_came(tmp_path: Path) -> None:
    text = """# Mill Lane Mast Group minutes, 5 May 2021

## Member attendance

[x] Ann Lund - Chairperson, Mill Lane Masts Pty Ltd
[x] Bo Ash, Harrow Care
[ ] Cal Elm, Barn Works, Inc.
[x] Di Marlow, Harrow Care

## The mast

- Height of the mast
    - Ann: will suggest some words for the form.
    - Bo: Will it be done by June?
"""
    record = record_of(tmp_path, text, "minutes.md")
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Lund", "present"),
        ("Bo Ash", "present"),
        ("Cal Elm", "absent"),
        ("Di Marlow", "present"),
    ]
    assert owned(record) == [("Ann: will suggest some words for the form.", ["Ann Lund"])]


def test_labels_with_stars_in_a_text(tmp_path: Path) -> None:
    text = """Mill Lane Mast Committee Meeting Minutes

18 May 2021

Present: Ann Lund, Bo Ash

1. The mast

*Agreed:* the mast will be as high as the barn.

*Action:* Bo to write to the county.

2. The hut

*Action:* Ann Lund to ask the printer.
"""
    record = record_of(tmp_path, text, "minutes.txt")
    assert [decision.text for decision in record.decisions] == ["Agreed: the mast will be as high as the barn."]
    assert owned(record) == [("Bo to write to the county.", ["Bo Ash"]), ("Ann Lund to ask the printer.", ["Ann Lund"])]
