"""Papers of invented boards, school and patient groups and clubs: the forms in which such bodies write."""

from __future__ import annotations

from pathlib import Path

from pipeline.record import Record
from pipeline.run import extract


def _record(folder: Path, text: str, name: str = "minutes.txt") -> Record:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (record,) = extract(path)
    return record


def _owned(record: Record) -> list[tuple[str, list[str]]]:
    return [(action.task, [owner.name for owner in action.owners]) for action in record.actions]


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
    record = _record(tmp_path, PATIENTS)
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


def test_a_numbered_minute_that_is_a_sentence_holds_its_action_and_decision(tmp_path: Path) -> None:
    record = _record(tmp_path, UNION)
    assert _owned(record) == [("Bela to send round the notes of the closed part.", ["Bela"])]
    assert ("3", "refused") in [(d.minute, d.outcome) for d in record.decisions]


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
    assert _owned(_record(tmp_path, CLUB))[:3] == [
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
    assert _owned(_record(tmp_path, HANGING)) == [
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
    record = _record(tmp_path, PARENTS, "minutes.md")
    assert record.kind == "minutes"
    assert _owned(record) == [
        ("Two evenings to be held a fortnight apart (PMcL to look into speakers)", ["Pia McLeod"]),
        ("Parent Council needs to be made formal at the AGM in May", []),
    ]
