"""Lists and resolutions of cabinets, committees and forums, whose opening words say who acts. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

MINUTES = (
    "TARN BOROUGH COUNCIL\n\nMinutes of the meeting of the Harbour Committee held on Monday 9 June 2025\n\n"
    "Present: Councillors Wilf Oakes (Chair), Ada Thorn and Una Pike\n\n"
    "In attendance: Bram Lund (Head of Ports), Kit Marsh (Democratic Services Officer)\n\n1. Harbour\n\n{}\n\n"
    "2. Close\n\nNone.\n"
)


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        (
            "The Head of Ports agreed to:\n\n• write to the lock keeper\n\n• send the plan to members.",
            [("write to the lock keeper", ["Bram Lund"]), ("send the plan to members.", ["Bram Lund"])],
        ),
        (
            "It was agreed that officers would:\n\n(a) look into the berths; and\n\n(b) report back to the Committee.",
            [("look into the berths; and", ["officers"]), ("report back to the Committee.", ["officers"])],
        ),
        (
            "Kit Marsh will do the following:\n\n- Book the launch.\n\n- Circulate the times.",
            [("Book the launch.", ["Kit Marsh"]), ("Circulate the times.", ["Kit Marsh"])],
        ),
        (
            "RESOLVED: That\n\n(i) the plan be kept;\n\n"
            "(ii) the Head of Ports circulate tide tables by 30 June; and\n\n"
            "(iii) a letter be sent to the lock keeper.",
            [
                ("the Head of Ports circulate tide tables by 30 June; and", ["Bram Lund"]),
                ("a letter be sent to the lock keeper.", []),
            ],
        ),
        (
            "RESOLVED: That the Committee (a) notes the plan; and (b) requests the Head of Ports to look into it.",
            [("requests the Head of Ports to look into it.", ["Bram Lund"])],
        ),
        (
            "Members agreed to:\n\n• note the plan\n\n• write to the lock keeper",
            [("write to the lock keeper", [])],  # as "Members agreed to write to the lock keeper"
        ),
        ("The Lock Group will:\n\n• advise on tides\n\n• provide tables", []),
        ("The report recommended that the Head of Ports be asked to:\n\n• provide a survey of the quay", []),
        ("The options were that the Head of Ports would:\n\n(a) sell the crane; or\n\n(b) repair the crane.", []),
    ],
)
def test_list_whose_opening_says_who_acts(tmp_path: Path, said: str, actions: list[tuple[str, list[str]]]) -> None:
    assert owned(record_of(tmp_path, MINUTES.format(said))) == actions


def test_recommendations_that_a_forum_ends_an_item_with(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Issue - meetings\n\nQuay lamps\n\nMeeting: 09/06/2025 - Tarn Harbour Forum (Item 12)\n\n12 Quay lamps\n\n"
        "Minutes:\n\nThe Forum considered a report on the lamps.\n\nRECOMMENDATIONS\n\n"
        "i)    That the report on the lamps be noted; and\n\n"
        "ii)   that officers speak to the owner of the slip about its lamps.\n",
    )
    assert [(decision.outcome, decision.text[:30]) for decision in record.decisions] == [
        ("noted", "That the report on the lamps b"),
        ("agreed", "that officers speak to the own"),
    ]
    assert owned(record) == [("that officers speak to the owner of the slip about its lamps.", ["officers"])]


def test_due_at_a_committees_own_meeting(tmp_path: Path) -> None:
    record = record_of(
        tmp_path, MINUTES.format("Bram Lund said that he would bring the plan to the Committee’s November meeting.")
    )
    assert [(action.owners[0].name, action.due.date) for action in record.actions] == [("Bram Lund", "2025-11")]


@pytest.mark.parametrize(
    "said",
    [
        "The Head of Ports said that two maps had been left with the Democratic Services Officer to hand out.",
        "To be presented by Ms U Pike, Head of Quays.",
        "Minute 27 - “a note on the lamps would be sent to members” – a note had been sent to members on 2 June.",
    ],
)
def test_what_is_done_or_only_opens_an_item_is_no_task(tmp_path: Path, said: str) -> None:
    assert owned(record_of(tmp_path, MINUTES.format(said))) == []


def test_answer_that_will_come(tmp_path: Path) -> None:
    said = "Members were advised that a written response would be provided."
    assert owned(record_of(tmp_path, MINUTES.format(said))) == [(said, [])]


def test_resolution_that_says_twice_that_it_was_agreed_is_its_parts(tmp_path: Path) -> None:
    record = record_of(tmp_path, MINUTES.format("RESOLVED that the Harbour Committee AGREED to:\n\n- Note the plan."))
    assert [(decision.outcome, decision.text) for decision in record.decisions] == [("noted", "Note the plan.")]


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        (
            "Moved by Councillor Ada Thorn and seconded by Councillor Una Pike\n\n"
            "RESOLVED that 1) the answer of the port be noted;\n\n2) Officers monitor the tides and provide a report.",
            [("Officers monitor the tides and provide a report.", ["Officers"])],
        ),
        (
            "RESOLVED: That the plan be kept.\n\n"
            "REASON FOR DECISION: To enable the Harbour Committee to review and monitor the plan.",
            [],
        ),
        (
            "Following the item on tides, the Facilitator to liaise with Councillor Thorn about her lamps.",
            [
                (
                    "Following the item on tides, the Facilitator to liaise with Councillor Thorn about her lamps.",
                    ["Facilitator"],
                )
            ],
        ),
        (
            "Members were advised that the views of the group would be fed back to the Committee.",
            [("Members were advised that the views of the group would be fed back to the Committee.", [])],
        ),
        ("No decision had been reached as to whether they should be added to the plan.", []),
    ],
)
def test_officers_and_reasons(tmp_path: Path, said: str, actions: list[tuple[str, list[str]]]) -> None:
    assert owned(record_of(tmp_path, MINUTES.format(said))) == actions


def test_page_of_one_item_whose_head_was_lost(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "183 Review of Quays PDF 737 KB\nTo receive the report of the Director of Ports.\nAdditional documents:\n"
        "The Director presented the report, which was considered in detail.\n"
        "Decision: That the report on the quays, drawn up with the owners of the slips, be approved.\n",
    )
    assert record.kind == "minutes"
    assert [decision.outcome for decision in record.decisions] == ["agreed"]


def test_recommendation_whose_addressee_stands_behind_it(tmp_path: Path) -> None:
    record = record_of(
        tmp_path, MINUTES.format("Resolved to RECOMMEND: (to Council)\n\nThat the terms of the group be approved.")
    )
    assert [(decision.outcome, decision.text) for decision in record.decisions] == [
        ("recommended", "That the terms of the group be approved.")
    ]
