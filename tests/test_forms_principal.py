"""Forms of county, district and city councils, their schools forums and web pages: what a reader says. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of


def read(text: str, folder: Path, name: str = "paper.txt") -> Record:
    return record_of(folder, text, name)


def told(record: Record) -> list[tuple[str, str]]:
    """Each decision by its outcome and first words."""
    return [(decision.outcome, decision.text[:30]) for decision in record.decisions]


def tasks(record: Record) -> list[tuple[str, tuple[str, ...]]]:
    """Each action by its first words and owners."""
    return [(action.task[:30], tuple(owner.name for owner in action.owners)) for action in record.actions]


PAGE = """Agenda for Tarn Schools' Forum on Monday, 9th June, 2025, 5.00 pm
Agenda and minutes
Venue: Committee Room 4, Moor Hall. View directions
Contact: Una Pike
| No. | Item |
|---|---|
|
Apologies for Absence Minutes: Apologies were received from Wilf Oakes and Ada Thorn.
|
|
|
Declarations of Interest Members are invited to declare any interest in an item.
Members may do so at any time. Minutes: No declarations were made. |
|
|
MINUTES 3 MARCH 2025 To approve the minutes of the last meeting. Minutes: The minutes of 3 March 2025 were agreed.
|
|
|
Growth Fund Additional documents: Minutes: The officer went through the report. RESOLVED that the fund be kept.
|
"""


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_page_whose_table_of_items_was_lost(tmp_path: Path, name: str) -> None:
    record = read(PAGE if name.endswith("md") else PAGE.replace("|---|---|\n", ""), tmp_path, name)
    assert record.meeting.body == "Tarn Schools' Forum"
    assert record.meeting.date == "2025-06-09"
    assert [item.title for item in record.items] == [
        "Apologies for Absence",
        "Declarations of Interest",
        "MINUTES 3 MARCH 2025",
        "Growth Fund",
    ]
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Wilf Oakes", "apologies"),
        ("Ada Thorn", "apologies"),
    ]
    assert told(record) == [
        ("agreed", "The minutes of 3 March 2025 we"),
        ("agreed", "RESOLVED that the fund be kept"),
    ]
    assert tasks(record) == []


def test_page_of_one_decision(tmp_path: Path) -> None:
    record = read(
        "Decision details\n\n\nDecision Maker: Cabinet\n\nDecision status: Approved (subject to call-in)\n\n"
        "Is Key decision?: No\n\nRESOLVED: That Cabinet:\n\n(1)   Noted the report on the harbour.\n\n"
        "(2)   Endorsed the plan at Appendix C.\n\nREASON FOR DECISIONS: To keep Cabinet informed.\n\n"
        "Date of decision: 11/03/2025\n\nDecided at meeting: 11/03/2025 - Cabinet\n\nAccompanying Documents:\n",
        tmp_path,
    )
    assert (record.meeting.body, record.meeting.date) == ("Cabinet", "2025-03-11")
    assert told(record) == [("noted", "Noted the report on the harbou"), ("agreed", "Endorsed the plan at Appendix ")]


def test_page_of_one_item_without_its_word_for_minutes(tmp_path: Path) -> None:
    record = read(
        "To report any issues with this page please email us\n\nAgenda item\n\nEarly years\n\n"
        "It was noted that the deficit had grown.\n\nCouncillor Wilf Oakes had asked the minister for more time."
        " Councillor Oakes would share the answer with the Forum.\n\n"
        "RESOLVED that Councillor Oakes would share the answer with the Forum.\n\nSupporting documents:\n",
        tmp_path,
    )
    assert record.kind == "minutes"
    assert record.meeting.date is None
    assert told(record)[-1] == ("agreed", "RESOLVED that Councillor Oakes")
    assert tasks(record) == [("RESOLVED that Councillor Oakes", ("Wilf Oakes",))]


MINUTES = (
    "TARN BOROUGH COUNCIL\n\nMinutes of the meeting of the Harbour Committee held on Monday 9 June 2025\n\n"
    "Present: Councillors Wilf Oakes (Chair), Ada Thorn and Una Pike\n\n1. Harbour\n\n{}\n\n2. Close\n\nNone.\n"
)


def test_delegated_power_is_no_task(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "RESOLVED –\n\n(1) That the lease be approved; and\n\n(2) That delegated authority be given to the Director"
            " of Ports, in consultation with the Chair, to agree the final terms."
        ),
        tmp_path,
    )
    assert [outcome for outcome, _ in told(record)] == ["agreed", "agreed"]
    assert tasks(record) == []


def test_part_that_somebody_else_moved_is_left_out_of_the_count(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "Decision\n\n1. That the Board should meet online.\n\n2. That the co-opted members be excused.\n\n"
            "4. That the above be looked at again in a year."
        ),
        tmp_path,
    )
    assert told(record) == [
        ("agreed", "That the Board should meet onl"),
        ("agreed", "That the co-opted members be e"),
        ("agreed", "That the above be looked at ag"),
    ]


def test_asks_of_an_agenda_and_what_comes_into_force_are_no_tasks(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "Members are requested to intimate any declarations of interest.\n\nThe Committee noted that the new"
            " Harbour Board will come into effect in May. Ada Thorn confirmed that all grants are made within the rules"
            " and any proposal to leave them would be brought to the Committee.\n\nCouncillor Pike asked whether a"
            " motion of Councillor G. Thorn was adopted."
        ),
        tmp_path,
    )
    assert tasks(record) == []
    assert [outcome for outcome, _ in told(record)] == ["noted"]


def test_who_opens_a_sentence_owns_what_its_last_words_ask(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "Una Pike was thanked. Una to speak to the port to arrange for the keys to be distributed.\n\n"
            "Vera Stone to be invited to future meetings."
        ),
        tmp_path,
    )
    assert tasks(record) == [("Una to speak to the port to ar", ("Una Pike",)), ("Vera Stone to be invited to fu", ())]


def test_sum_of_a_list_of_actions_is_no_row_of_it(tmp_path: Path) -> None:
    text = "TARN SCHOOLS FORUM\n\nMinutes of the meeting held on 9 June 2025\n\nPresent: Wilf Oakes and Ada Thorn\n\n"
    record = read(
        text + "1. Actions arising from the last meeting\n\nThe Chair drew the Forum's attention to the list.\n\n"
        "It was noted that all actions were in hand.\n\n2. Close\n\nNone.\n",
        tmp_path,
    )
    assert tasks(record) == []


def test_list_that_is_not_there_leaves_the_next_decision(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "The following agenda items were agreed for the next meeting:\n\nThe Committee agreed that reports should"
            " say more clearly what was asked of it."
        ),
        tmp_path,
    )
    assert ("agreed", "The Committee agreed that repo") in told(record)


@pytest.mark.parametrize(
    ("said", "decisions"),
    [
        (
            "The officer went through the list.\n\n(a)    the seat of the college be given to the schools;\n\n"
            "(b)    the list in Appendix C be adopted.",
            [("agreed", "the seat of the college be giv"), ("agreed", "the list in Appendix C be adop")],
        ),
        (
            "The officer went through the list.\n\nThat the minutes of 3 May be approved and signed by the Chair.",
            [("agreed", "That the minutes of 3 May be a")],
        ),
        ("The officer's recommendation was:\n\nThat the minutes of 3 May be approved and signed.", []),
        ("Councillor Thorn moved an amendment.\n\nThat the lease be refused.", []),
        (
            "Councillor Thorn spoke of the review.\n\nRESOLVED:\n\nThat Cabinet:\n\nA:      Welcomes the new berth.\n\n"
            "B:      Notes the sums.",
            [("agreed", "Welcomes the new berth."), ("noted", "Notes the sums.")],
        ),
    ],
)
def test_resolutions_whose_opening_a_page_lost(tmp_path: Path, said: str, decisions: list[tuple[str, str]]) -> None:
    assert told(read(MINUTES.format(said), tmp_path)) == decisions


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        (
            "RESOLVED: That the Committee:-\n\n(a)  notes the report; and\n\n(b)  requests the Policy and Improvement"
            " Officer to look into both points and report back to the next meeting.",
            [("requests the Policy and Improv", ("Policy and Improvement Officer",))],
        ),
        (
            "The officer went through the list.\n\n(a)   the list be approved; and\n\n(b)   the Scrutiny Coordinator"
            " email all members of the committee about the vacancies.",
            [("the Scrutiny Coordinator email", ("Scrutiny Coordinator",))],
        ),
        (
            "Minute 12, Dredging – the port's views would be passed on to officers by Councillor Thorn.",
            [("Minute 12, Dredging – the port", ("Ada Thorn",))],
        ),
        ("The Leader said he would welcome views on the quay.\n\nOfficer to action:\n\nVera Stone, Ports", []),
        (
            "RESOLVED –\n\na.   That scoping reports on both topics be brought to a future meeting.",
            [("That scoping reports on both t", ())],
        ),
    ],
)
def test_tasks_in_resolutions(tmp_path: Path, said: str, actions: list[tuple[str, tuple[str, ...]]]) -> None:
    assert tasks(read(MINUTES.format(said), tmp_path)) == actions


def test_words_of_the_agenda_between_a_title_and_its_minutes(tmp_path: Path) -> None:
    record = read(
        "Agenda and minutes\n\nHarbour Panel - Monday, 9th June, 2025 6.00 pm\n\nVenue: Quay\n\nItems\nNo. Item\n\n"
        "8.\n\nWard reports\n\nWard Councillors to report\n\nMinutes:\n\nThe Chair of the Quay Ward spoke.\n\n"
        "9.\n\nDredging pdf icon PDF 66 KB\n\nThe Director of Ports will present the plan.\n\nMinutes:\n\n"
        "RESOLVED that the plan be approved.\n\n10.\n\nClose\n\nMinutes:\n\nNone.\n",
        tmp_path,
    )
    assert tasks(record) == []
    assert [item.title for item in record.items] == ["Ward reports", "Dredging", "Close"]
    assert told(record) == [("agreed", "RESOLVED that the plan be appr")]


def test_conditions_of_a_licence_are_no_tasks(tmp_path: Path) -> None:
    record = read(
        MINUTES.format(
            "The panel weighed the letters.\n\nTo grant the application for a licence subject to these conditions:\n\n"
            "• Cameras must be fitted at the door.\n\n• A register of callers to be kept and made available.\n\n"
            "The premises licence holder shall train all staff.\n\nThe Director of Ports will write to the holder."
        ),
        tmp_path,
    )
    assert told(record) == [("agreed", "To grant the application for a")]
    assert tasks(record) == [("The Director of Ports will wri", ("Director of Ports",))]


@pytest.mark.parametrize(
    ("said", "decisions", "actions"),
    [
        (
            "Arising from minute 97 the Committee agreed that the review would be deferred to the May meeting.",
            [("deferred", "Arising from minute 97 the Com")],
            [],
        ),
        ("Members considered a paper on the quay and agreed actions. It was long.", [], []),
        (
            "In response to a question from a member on dredging, the Audit Manager indicated that she had the figures"
            " and a report on them would be submitted to the next meeting.",
            [],
            [("In response to a question from", ("Audit Manager",))],
        ),
        (
            "The minutes were approved as a true record and will be signed by the Chair and sent to the clerk.",
            [("agreed", "The minutes were approved as a")],
            [],
        ),
        (
            "RESOLVED – (a) That Vera Stone be thanked, and (b) that the Director of Ports report back in May.",
            [("agreed", "That Vera Stone be thanked, an"), ("agreed", "that the Director of Ports rep")],
            [("that the Director of Ports rep", ("Director of Ports",))],
        ),
        (
            "That approval be given for visits to the quays to be undertaken by Members and officers.",
            [("agreed", "That approval be given for vis")],
            [],
        ),
    ],
)
def test_talk_of_committees(
    tmp_path: Path, said: str, decisions: list[tuple[str, str]], actions: list[tuple[str, tuple[str, ...]]]
) -> None:
    record = read(MINUTES.format(said), tmp_path)
    assert told(record) == decisions
    assert tasks(record) == actions


def test_items_whose_titles_in_capitals_run_on_behind_a_dash(tmp_path: Path) -> None:
    record = read(
        "Harbour Panel – 9 June 2025\n\nPRESENT:  Councillor Oakes in the chair.\n\n"
        "102  DECLARATIONS OF INTEREST –Councillor Thorn declared that she owns a boat.\n\n"
        "103  PUBLIC REQUESTS TO SPEAK – There were no requests.\n\n"
        "104  DREDGING OF THE INNER QUAY  – The Chairman welcomed Vera Stone.\n\nResolved – That she be thanked.\n",
        tmp_path,
    )
    assert [(item.number, item.title) for item in record.items] == [
        ("102", "DECLARATIONS OF INTEREST"),
        ("103", "PUBLIC REQUESTS TO SPEAK"),
        ("104", "DREDGING OF THE INNER QUAY"),
    ]


def test_name_of_a_committee_with_a_remark_on_a_page_of_one_item(tmp_path: Path) -> None:
    record = read(
        "Issue - meetings\n\nRecommendation Tracker\n\nMeeting: 11/03/2025 - Audit Board (this body no longer meets)"
        " (Item 52)\n\nRecommendation Tracker\n\nMembers considered a report that was submitted.\n\n"
        "(a)               that the findings and agreed actions be noted; and\n\n"
        "(b)               that the next steps be agreed.\n",
        tmp_path,
    )
    assert record.meeting.body == "Audit Board"
    assert [(item.number, item.title) for item in record.items] == [("52", "Recommendation Tracker")]
    assert [outcome for outcome, _ in told(record)] == ["noted", "agreed"]


@pytest.mark.parametrize(
    ("said", "decisions", "actions"),
    [
        (
            "The Chair asked if a progress report on the links could be provided to the next meeting.",
            [],
            [("The Chair asked if a progress ", ())],
        ),
        (
            "The Audit Manager said he had not yet seen a copy but would continue to pursue this.",
            [],
            [("The Audit Manager said he had ", ("Audit Manager",))],
        ),
        (
            "It was AGREED that the Chair would work with the Head of Housing to develop a plan.",
            [("agreed", "It was AGREED that the Chair w")],
            [("It was AGREED that the Chair w", ("Wilf Oakes",))],
        ),
        (
            "The Audit Manager said that she would be meeting the Head of Parks and Leisure Services to discuss it.",
            [],
            [("The Audit Manager said that sh", ("Audit Manager",))],
        ),
        (
            "RESOLVED that:\n\nThe sizes of committees agreed at Annual Council be varied.",
            [("agreed", "The sizes of committees agreed")],
            [],
        ),
        (
            "Following talk, the Committee unanimously resolved to:\n\n(1) Agree to a group.\n\n(2) Approve its terms.",
            [("agreed", "Agree to a group."), ("agreed", "Approve its terms.")],
            [],
        ),
    ],
)
def test_requests_and_resolutions_of_committees(
    tmp_path: Path, said: str, decisions: list[tuple[str, str]], actions: list[tuple[str, tuple[str, ...]]]
) -> None:
    record = read(MINUTES.format(said), tmp_path)
    assert told(record) == decisions
    assert tasks(record) == actions


def test_page_whose_first_words_are_its_venue(tmp_path: Path) -> None:
    record = read(
        "Venue: Council Chamber - Moor Hall\nContact: Una Pike\nNo. | Item |\n"
        "Apologies Minutes: Apologies were received from Ada Thorn. |\n"
        "Tide tables Minutes: None. |\n"
        "Dredging Minutes: The Audit Manager agreed to raise this with the port after the meeting. |\n",
        tmp_path,
    )
    assert record.kind == "minutes"
    assert record.meeting.body is None or "Council" not in record.meeting.body
    assert [item.title for item in record.items] == ["Apologies", "Tide tables", "Dredging"]
    assert tasks(record) == [("The Audit Manager agreed to ra", ("Audit Manager",))]


def test_page_of_dated_decisions(tmp_path: Path) -> None:
    record = read(
        "Issue - decisions\n\nPARKING REVIEW\n\n03/08/2016 - PARKING REVIEW\n\nThe officer went through a report.\n\n"
        "Decision\n\nThe Committee:\n\n1. Noted the report and;\n\n2. Agreed the plan at 4.0 of it.\n",
        tmp_path,
    )
    assert record.meeting.date == "2016-08-03"
    assert [outcome for outcome, _ in told(record)] == ["noted", "agreed"]
