"""Papers of invented boards, school and patient groups and clubs: the forms in which such bodies write."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

PATIENTS = """Fernside Surgery

Notes of a meeting of the Fernside Patient Group held on Monday 3rd June 2024

Dora (DK) - Chair

Miles (MP)

Petra (PL) – Practice Manager

Minutes of the last meeting:

The minutes were accepted as a true record.

Review of outstanding action points:

AP14 PL to ask the partners about the loop for the hearing aids - ONGOING.

AP15 MP / DK to hang the new board in the lobby. It went up in May - CLOSED.

AP16 DK to write a leaflet for carers.
"""


def test_given_names_with_a_key_and_old_points_with_their_state(tmp_path: Path) -> None:
    record = record_of(tmp_path, PATIENTS)
    assert [(p.name, p.capacity) for p in record.attendance] == [
        ("Dora", "Chair"),
        ("Miles", None),
        ("Petra", "Practice Manager"),
    ]
    assert [item.title for item in record.items] == [
        "Minutes of the last meeting",
        "Review of outstanding action points",
    ]
    assert [([o.name for o in a.owners], a.carried, a.status) for a in record.actions] == [
        (["Petra"], True, "in_progress"),
        (["Miles", "Dora"], True, "completed"),
        (["Dora"], True, "open"),
    ]


UNION = """Harrowdale Union Board of Trustees: Minutes of the meeting held on 4th November 2024

1. Present: Imre (Chair), Jo, Edda, Anders and Bela.
2. No conflicts of interest were declared by anybody who was there.
3. The radio society had asked to meet in the board room, however the Board decided against this.
4. The minutes of the meeting held on 9th September 2024 were confirmed by all. ACTION: Bela to send round
the notes of the closed part.
5. The accounts for the summer term were received.
"""


def test_a_numbered_sentence_holds_its_action_and_decision(tmp_path: Path) -> None:
    record = record_of(tmp_path, UNION)
    assert owned(record) == [("Bela to send round the notes of the closed part.", ["Bela"])]
    assert ("3", "refused") in [(d.item, d.outcome) for d in record.decisions]


CLUB = """Minutes of the Meeting of Oakley PTA

Tuesday 6th May 2025

Present: Jane Swale (JS), Sally Finch (SF), Adam Sand (AS), Hana Joss (HJ)

Apologies: Anja Wells (AW)

Disco – AS said that nobody had chosen the music. He will confirm with the band.

The board in the lobby is full. SF thought that a second one would help the other groups.

ACTION – AW agenda item for next meeting.

HJ will send the rota to all helpers by email                                    Action Hana

Two sessions for parents (JS to look into speakers)
"""


def test_owners_before_a_task_without_a_verb_and_a_label_in_the_margin(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, CLUB))[:3] == [
        ("He will confirm with the band.", ["Adam Sand"]),
        ("AW agenda item for next meeting.", ["Anja Wells"]),
        ("HJ will send the rota to all helpers by email", ["Hana Joss"]),
    ]


HANGING = """Minutes of the Meeting of Oakley PTA

Tuesday 6th May 2025

Present: Jane Swale (JS), Sally Finch (SF), Adam Sand (AS)

1. Summer fair

    Bouncy castle booked
    Tickets for the raffle ordered
    Archery – letter about the times for each class and the height of all the targets             JS/SF
     to be sent out
    Tea stall – ask the baker for cakes                                       AS

2. Close

None.
"""


def test_entries_of_a_list_that_go_on_further_in_are_an_action_each(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, HANGING)) == [
        (
            "Archery – letter about the times for each class and the height of all the targets to be sent out",
            ["Jane Swale", "Sally Finch"],
        ),
        ("Tea stall – ask the baker for cakes", ["Adam Sand"]),
    ]


PARENTS = """# Harrow Parent Council Meeting Minute

24 April 2025, 7pm

Present: Pia McLeod (PMcL), Jan Bradley (JB)

1. Survey

Most parents like the new hall.

ACTIONS

- Two evenings to be held a fortnight apart (PMcL to look into speakers)
- Parent Council needs to be made formal at the AGM in May
"""


def test_who_is_to_do_it_stands_in_brackets_with_the_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, PARENTS, "minutes.md")
    assert record.kind == "minutes"
    assert owned(record) == [
        ("Two evenings to be held a fortnight apart (PMcL to look into speakers)", ["Pia McLeod"]),
        ("Parent Council needs to be made formal at the AGM in May", []),
    ]


BARS = """Oakley Academy Trust
Minutes of the Local Governing Board held on Tuesday 6 May 2025

| Name | Role | Attendance |
| Jane Swale (JS) | Chair | Present |
| Sally Finch (SF) | Parent Governor | Apologies |
| Adam Sand (AS) | Headteacher | Present |

1. Safeguarding
The Headteacher spoke of the audit.

Actions

Action | By whom | By when
Send the audit to all governors | AS | 20 May
Book training on first aid | SF | before next LGB

The meeting closed at 7pm.
"""


def test_bars_part_the_cells_of_a_table_in_plain_text(tmp_path: Path) -> None:
    record = record_of(tmp_path, BARS)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Jane Swale", "present", "Chair"),
        ("Sally Finch", "apologies", "Parent Governor"),
        ("Adam Sand", "present", "Headteacher"),
    ]
    assert [(a.task, a.owners[0].name, a.due.text) for a in record.actions] == [
        ("Send the audit to all governors", "Adam Sand", "20 May"),
        ("Book training on first aid", "Sally Finch", "before next LGB"),
    ]


SLASHES = """Harrow Safeguarding Partnership

Monday 5th May 2025

Action Sheet

1. / Send round the news of the merger / Nan
2. / Carla to write the terms for the chair.
NB: Members may put their names forward. / Carla
3. / Joe to find a room for June and/or July. / Joe/Carla
"""


def test_slashes_that_a_lost_table_left_between_number_task_and_owner(tmp_path: Path) -> None:
    record = record_of(tmp_path, SLASHES)
    assert record.kind == "action-sheet"
    assert [(a.minute, [o.name for o in a.owners]) for a in record.actions] == [
        ("1", ["Nan"]),
        ("2", ["Carla"]),
        ("3", ["Joe", "Carla"]),
    ]


HALVES = """Minutes of the Local Governing Board held on 4 February 2025

Attendees

Name | Type of Governor | Name | Type of Governor
Jacob Hopper | Chair and Co-opted | Chris Johns | Parent
Nina Burke | Head | Rob Kidd | Parent

1. Apologies
Apologies for absence were received, with consent, from Mr A Penn and Ms Mina Sett.

2. Reports
The clerk had told the bank that he would close the account.
Prep for the fair on 18 May and Rob will send a note to all parents.
"""


def test_a_register_in_two_halves_and_apologies_with_consent(tmp_path: Path) -> None:
    record = record_of(tmp_path, HALVES)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Jacob Hopper", "present", "Chair and Co-opted"),
        ("Nina Burke", "present", "Head"),
        ("Chris Johns", "present", "Parent"),
        ("Rob Kidd", "present", "Parent"),
        ("A Penn", "apologies", None),
        ("Mina Sett", "apologies", None),
    ]
    assert [[o.name for o in a.owners] for a in record.actions] == [["Rob Kidd"]]


TENANTS = """Minutes of the Tenants Association meeting, Thursday 20 March 2025

Present – Joan Andrew [JMA] Chair, Mike Lord (ML) Treasurer and twenty residents Apologies – Phil Atwell, Una Grant

Noticeboard

The keys to the board were lost again after the fair.

ACTION (ML): check the rules about how notices are sent round. They were last read in May.

Letters

JMA will write to the landlord about the lift.
"""


def test_an_owner_in_brackets_behind_the_label_and_a_label_inside_a_list(tmp_path: Path) -> None:
    record = record_of(tmp_path, TENANTS)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Joan Andrew", "present", "Chair"),
        ("Mike Lord", "present", "Treasurer"),
        ("Phil Atwell", "apologies", None),
        ("Una Grant", "apologies", None),
    ]
    assert [([o.name for o in a.owners], a.marked) for a in record.actions] == [
        (["Mike Lord"], True),
        (["Joan Andrew"], False),
    ]


LETTERS = """Minutes of the JCR Executive Meeting held on 14 June 2024

Present: AK (president), SM (communications), LM (welfare), JG, EM
Apologies: JC (postgraduate rep), AB (treasurer), EP

1. Welfare

LM will send the rota to all reps before the summer.

2. Facilities

ACTION: Everyone check the lockers on their corridor
"""


def test_people_whom_a_list_gives_by_initials_alone(tmp_path: Path) -> None:
    record = record_of(tmp_path, LETTERS)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("AK", "present", "president"),
        ("SM", "present", "communications"),
        ("LM", "present", "welfare"),
        ("JG", "present", None),
        ("EM", "present", None),
        ("JC", "apologies", "postgraduate rep"),
        ("AB", "apologies", "treasurer"),
        ("EP", "apologies", None),
    ]
    assert owned(record) == [
        ("LM will send the rota to all reps before the summer.", ["LM"]),
        ("Everyone check the lockers on their corridor", ["Everyone"]),
    ]


SHARED_SEAT = """Harrow Care Watch Limited Board

Minutes of the Meeting held on 4thMarch2025

Magnus Wedge (Chairman)
John Fell
Dina Hanlon / Alex Rocke
Nadia Zaman

In Attendance

Gill Browne, Chief Executive, Harrow Care Watch
Neil Greaves, Communications Manager, Harrow Care Watch

1. Reports
Resolved: The Board noted the report as presented.
"""


def test_two_who_share_a_seat_and_where_those_in_attendance_work(tmp_path: Path) -> None:
    record = record_of(tmp_path, SHARED_SEAT)
    assert record.meeting.date == "2025-03-04"
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Magnus Wedge", "present"),
        ("John Fell", "present"),
        ("Dina Hanlon", "present"),
        ("Alex Rocke", "present"),
        ("Nadia Zaman", "present"),
        ("Gill Browne", "in_attendance"),
        ("Neil Greaves", "in_attendance"),
    ]


LINES = """Minutes of the Harrow School Association meeting, 21 October 2025
Present: Paula Pearce, Kelly Sault, Simon Brand
1. Fair
Kelly to speak to the brewery about a stall for mulled wine
Simon to find out whether the hall is free on the Saturday
Last year's banner was torn and has been thrown away by the caretaker
2. Wreaths
Gemma is poorly and so the evening for making wreaths is off
The head has said that a room in the infant school may be used in the spring
Paula to ask the florist what the rings would cost
3. Dates
Film night on the last Friday of term for the top two classes
Lights go on in the square on the first of December
Kelly to buy the sweets
4. Money
Bank balance is three thousand pounds and some pence
Invoices for the coaches of last term are still to come
5. Bags
The shed can be used for bags until the end of the month
Simon to lock it
"""


def test_lines_of_which_none_goes_on_in_small_letters_are_paragraphs(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, LINES)) == [
        ("Kelly to speak to the brewery about a stall for mulled wine", ["Kelly Sault"]),
        ("Simon to find out whether the hall is free on the Saturday", ["Simon Brand"]),
        ("Paula to ask the florist what the rings would cost", ["Paula Pearce"]),
        ("Kelly to buy the sweets", ["Kelly Sault"]),
        ("Simon to lock it", ["Simon Brand"]),
    ]


TRUST = """Harrow Care NHS Trust

Minutes of the Board Meeting in Public, Tuesday 25 March 2025

VENUE: Mill House

Members:
Alan Yardley - Chair
Jules Dawe - Chief Executive

1. Apologies for Absence
Alan Yardley noted apologies from Judith Smee, Non-Executive Director.

2. Questions from the Public
Alan Yardley reported that a further opportunity for questions would be provided at the end of the meeting.
"""


def test_who_notes_apologies_sent_none_and_what_comes_later_that_day_is_no_action(tmp_path: Path) -> None:
    record = record_of(tmp_path, TRUST)
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Alan Yardley", "present"),
        ("Jules Dawe", "present"),
        ("Judith Smee", "apologies"),
    ]
    assert [item.title for item in record.items] == ["Apologies for Absence", "Questions from the Public"]
    assert not record.actions


KEYS = """Minutes of Patient Group meeting Thursday 30th May 2024

Mark Dodd (Practice Manager) MD

Margot Stock MS

Ken Pierce KP

1. Call for members

KP will send out a call for new members.
"""


def test_initials_behind_names_without_a_label(tmp_path: Path) -> None:
    record = record_of(tmp_path, KEYS)
    assert [p.name for p in record.attendance] == ["Mark Dodd", "Margot Stock", "Ken Pierce"]
    assert owned(record) == [("KP will send out a call for new members.", ["Ken Pierce"])]
