"""Papers of invented societies, trusts and boards: polls, findings, short names, states of old actions."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

SOCIETY = """Fernbrook Building Society

Minutes of the Annual General Meeting held on 24 April 2024

Present: Tamsin Holroyd (Chair), Michael Dray, Stephen Orme, Katherine Lunn

Absent: Rita Poole (with regrets), Owen Bagshaw

1. Quorum

The meeting was agreed quorate.

2. Annual accounts

Resolution: to adopt the accounts for the year. The motion was moved by Mrs Lunn.

Proxy votes:

For 1,180

Against 14

Votes from members present:

For 41

Against 0

The resolution was passed.

3. Rule change

The proposal was put to members and agreed.

4. Car park

The Director confirmed that the broken lamps in the foyer would be replaced.

5. Actions from the last meeting

Mike to order the new sign. Completed.

Steve to write to the landlord about drains. Continued.

Kathy Lunn to draw up a list of members.

6. Close

The meeting closed at 9 pm.
"""


def test_a_society_votes_by_proxy_and_by_hand(tmp_path: Path) -> None:
    record = record_of(tmp_path, SOCIETY)
    assert [(d.item, d.outcome, d.text) for d in record.decisions] == [
        ("2", "agreed", "Resolution: to adopt the accounts for the year."),
        ("3", "agreed", "The proposal was put to members and agreed."),
    ]


def test_regrets_are_apologies(tmp_path: Path) -> None:
    record = record_of(tmp_path, SOCIETY)
    away = [(p.name, p.status, p.capacity) for p in record.attendance if p.status != "present"]
    assert away == [("Rita Poole", "apologies", None), ("Owen Bagshaw", "absent", None)]


def test_short_names_are_those_of_the_list_and_states_close_old_actions(tmp_path: Path) -> None:
    record = record_of(tmp_path, SOCIETY)
    assert [(task, owners, a.status) for (task, owners), a in zip(owned(record), record.actions, strict=True)] == [
        ("Mike to order the new sign.", ["Michael Dray"], "completed"),
        ("Steve to write to the landlord about drains.", ["Stephen Orme"], "in_progress"),
        ("Kathy Lunn to draw up a list of members.", ["Katherine Lunn"], "open"),
    ]


def test_a_short_name_of_two_is_neither(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Fernbrook Trust\n\nMinutes of the meeting held on 24 April 2024\n\n"
        "Present: Samantha Reeve, Samuel Tarn, Chris Vale\n\n"
        "1. Signs\n\nSam to order the sign.\n\n2. Close\n\nChris to lock up the hall.\n",
    )
    assert owned(record) == [("Sam to order the sign.", ["Sam"]), ("Chris to lock up the hall.", ["Chris Vale"])]


PATIENTS = """Millbrook Patients' Group

Minutes of the meeting of 7 February 2017

1. Record of Attendance:

Mr. S. Marlow

Ms. J. Millington

Apologies: D. Orme and C. Vale

Recent Resignations: Lindsay Hale, Charlotte Moor and Paul Kemp

2. Accounts

The accounts were presented by the Treasurer and approved by all present. Slow to change the mandate.

3. Chair

Ms Millington offered to be the Chair from May – unanimously accepted.

4. Powers

It was resolved that the secretary may spend £60 on the condition that the secretary inform all members.

Where members differ, the directors were willing to arbitrate.

The old number to be erased from the page.

Further contact was to be made with the agency.
"""


def test_who_resigned_was_not_there_and_adjectives_are_nobody(tmp_path: Path) -> None:
    record = record_of(tmp_path, PATIENTS)
    assert [(p.name, p.status) for p in record.attendance] == [
        ("S. Marlow", "present"),
        ("J. Millington", "present"),
        ("D. Orme", "apologies"),
        ("C. Vale", "apologies"),
    ]
    assert [(d.item, d.outcome) for d in record.decisions] == [("2", "agreed"), ("3", "elected"), ("4", "agreed")]
    assert owned(record) == [
        ("The old number to be erased from the page.", []),
        ("Further contact was to be made with the agency.", []),
    ]


def test_plus_parts_people_as_and_does(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Millbrook Trust\n\nMinutes of the meeting of 7 February 2017\n\n"
        "Present: Ann Moor, Bill Kemp plus Dawn Orme (observer)\n\n"
        "1. Fund\n\nThe balance was given.\n\n2. Close\n\nAt 9.\n",
    )
    assert [(p.name, p.capacity) for p in record.attendance] == [
        ("Ann Moor", None),
        ("Bill Kemp", None),
        ("Dawn Orme", "observer"),
    ]


def test_a_meeting_that_took_place_and_what_a_majority_agreed(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the 39th AGM of the Marlfield Recreation Centre\n\n"
        "The 39th Annual General Meeting of the Marlfield Recreation Centre took place on the 16th May 2023 "
        "in the hall.\n\n"
        "Rules\n\nIt was proposed by Mr Orme that the rules go out in May, seconded by Mr Vale. "
        "The majority of those present were in agreement.\n\n"
        "Fees\n\nThe fee should rise by a pound. Most members were in favour.\n",
    )
    assert record.meeting.date == "2023-05-16"
    assert [(d.outcome, d.mover, d.seconder, d.text) for d in record.decisions] == [
        (
            "agreed",
            "Mr Orme",
            "Mr Vale",
            "It was proposed by Mr Orme that the rules go out in May, seconded by Mr Vale. "
            "The majority of those present were in agreement.",
        ),
        ("agreed", None, None, "The fee should rise by a pound. Most members were in favour."),
    ]


RAGGED = """Harlow Vale Library Trust

Minutes of the Board meeting, 4 March 2024

Present: Tamsin Holroyd, Michael Dray

1. Fire doors

Action items                     Person responsible        Deadline
Ask three firms for prices
                                 Tamsin Holroyd            1 May 2024
Tell hirers of the works
                                 Michael Dray              asap

2. Fees

Action items    Person responsible    Deadline
Ask the bank    Tamsin Holroyd    1 May 2024
Pay the fee    Michael Dray    asap

3. Heating

Action items
Person responsible
Deadline

Ask four firms for prices
Tamsin Holroyd
1 June 2024

Tell all staff
Michael Dray
asap

4. Close

The meeting closed at 9 pm.
"""


def test_ragged_rows_below_the_heads_of_a_list_of_actions(tmp_path: Path) -> None:
    record = record_of(tmp_path, RAGGED)
    assert [(a.item, a.task, [o.name for o in a.owners], a.due.date or a.due.text) for a in record.actions] == [
        ("1", "Ask three firms for prices", ["Tamsin Holroyd"], "2024-05-01"),
        ("1", "Tell hirers of the works", ["Michael Dray"], "asap"),
        ("2", "Ask the bank", ["Tamsin Holroyd"], "2024-05-01"),
        ("2", "Pay the fee", ["Michael Dray"], "asap"),
        ("3", "Ask four firms for prices", ["Tamsin Holroyd"], "2024-06-01"),
        ("3", "Tell all staff", ["Michael Dray"], "asap"),
    ]
    assert [(item.number, item.title) for item in record.items] == [
        ("1", "Fire doors"),
        ("2", "Fees"),
        ("3", "Heating"),
        ("4", "Close"),
    ]


def test_words_of_a_line_that_are_no_heads_stay_text(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Harlow Vale Library Trust\n\nMinutes of the Board meeting, 4 March 2024\n\nPresent: Tamsin Holroyd\n\n"
        "1. Doors\n\nAction    Owner    Deadline\n\nThe doors stick and nothing was agreed.\n\n2. Close\n\nAt 9 pm.\n",
    )
    assert not record.actions
