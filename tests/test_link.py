"""Found entries become a record: ids, people for owners, what reports on what, what was looked for. All is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from pipeline.extractors.find import find_all
from pipeline.found import Place
from pipeline.link.assemble import assemble
from pipeline.link.entries import Ids
from pipeline.link.meeting import complete_pack, day_of, mid_month
from pipeline.outline import outline
from pipeline.paper import PaperKind, Table
from pipeline.record import Record
from tests.printed import paper_of, rules, table

HEAD = """
Ambleforth Parish Council
Minutes of the meeting held on Tuesday 11 March 2025 in the Mill

Present: Ann Box (Chair), Bo Carr, Ben Carr
In attendance: Cy Dell (Clerk)

"""
ITEMS = """
1. Apologies
There were no apologies for absence.

2. Finance
2.1 It was RESOLVED to pay £120.00 for the mower.
2.2 The Chair will write to the mill by 31 March.

3. Roads
3.1 The road was shut in May.

Action: Clerk to ring Highways about the road
"""


def record_of(*parts: str | Table, kind: PaperKind = "minutes", before: Sequence[Record] = ()) -> Record:
    paper = paper_of(*parts, kind=kind)
    outlined = outline(paper, rules())
    return assemble(paper, outlined, find_all(paper, outlined, rules()), before=before)


@pytest.fixture(scope="module")
def minutes() -> Record:
    return record_of(HEAD + ITEMS)


# -- ids ---------------------------------------------------------------------------------------------------------------


def test_ids_name_the_body_the_day_and_the_minute(minutes: Record) -> None:
    assert minutes.id == "ambleforth-parish-council/2025-03-11/minutes"
    [decision] = minutes.decisions
    assert decision.id == "ambleforth-parish-council/2025-03-11/decision/2.1"
    assert {action.id.removeprefix("ambleforth-parish-council/2025-03-11/") for action in minutes.actions} == {
        "action/2.2",
        "action/3.1",
    }


def test_an_action_keeps_its_id_when_others_come_before_it(minutes: Record) -> None:
    more = record_of(HEAD + ITEMS.replace("There were no", "The Chair will ring the hall.\nThere were no"))
    ids = {action.task: action.id for action in more.actions}
    assert all(ids[action.task] == action.id for action in minutes.actions)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([Place("3", "3.1"), Place("3", "3.1"), Place("3", "3.2")], ["3.1", "3.1-2", "3.2"]),
        ([Place("3", None)], ["3"]),
        ([Place("BM 01/2021", None)], ["bm-01-2021"]),
        ([Place(None, None, "High Needs")], ["high-needs"]),
        ([Place()], ["paper"]),
    ],
)
def test_ids_of_entries(places: list[Place], expected: list[str]) -> None:
    ids = Ids("ambleforth/2025-03-11", "minutes")
    assert [ids.next("action", place) for place in places] == [f"ambleforth/2025-03-11/action/{e}" for e in expected]
    assert Ids("ambleforth/2025-03-11", "report").next("action", Place()).startswith("ambleforth/2025-03-11/report/")


def test_a_paper_of_no_known_body_or_day_is_named_by_its_file() -> None:
    record = record_of("Minutes\n\n1. Roads\nThe road was shut.\n\n2. Finance\nIt was paid.\n")
    assert record.id == "unknown-body/undated/paper/minutes"


# -- people ------------------------------------------------------------------------------------------------------------


def test_owners_are_the_people_whom_the_paper_names(minutes: Record) -> None:
    owners = {action.minute: [(o.name, o.as_written) for o in action.owners] for action in minutes.actions}
    assert owners == {"2.2": [("Ann Box", "The Chair")], "3.1": [("Cy Dell", "Clerk")]}


def test_two_who_may_be_meant_are_a_problem_and_no_guess() -> None:
    record = record_of(HEAD + ITEMS.replace("Clerk to ring", "BC to ring"))
    [action] = [action for action in record.actions if action.marked]
    assert [(o.name, o.as_written) for o in action.owners] == [("BC", "BC")]
    [problem] = [problem for problem in record.problems if problem.code == "owner-ambiguous"]
    assert "Bo Carr or Ben Carr" in problem.message
    assert problem.evidence is not None


ENGINEERS = """
Ambleforth Parish Council
Minutes of the meeting held on Tuesday 11 March 2025 in the Mill

Present: Ann Box (Chair), Bo Carr
In attendance: Cy Dell (Clerk), Ray Bole (Senior Engineer, Roads), Ned Cope (Senior Engineer, Homes)

1. Apologies
There were none.

2. {title}
{said} The Senior Engineer will send a map of the new gates.

3. Next meeting
8 April 2025.
"""


@pytest.mark.parametrize(
    ("title", "said", "owner"),
    [
        ("Works", "The Senior Engineer, Homes, spoke of the wall.", "Ned Cope"),
        ("Works", "Mr Cope was heard first, then Mr Bole spoke of the kerbs.", "Ray Bole"),
        ("Repairs to homes", "Members spoke of the wall.", "Ned Cope"),
        ("Works", "Members spoke of the wall.", "Senior Engineer"),
        ("Roads", "The Senior Engineer, Homes, spoke of the wall.", "Ned Cope"),
    ],
)
def test_the_holder_of_a_post_whom_the_item_speaks_of_is_meant(title: str, said: str, owner: str) -> None:
    record = record_of(ENGINEERS.format(title=title, said=said))
    [action] = [action for action in record.actions if "map" in action.task]
    assert [one.name for one in action.owners] == [owner]
    assert ("owner-ambiguous" in {problem.code for problem in record.problems}) is (owner == "Senior Engineer")


@pytest.mark.parametrize(
    "task",
    [
        "Letter about the road to be written to Highways",
        "ring Highways about the road",
        "Circulate the paper",
    ],
)
def test_a_marked_action_that_names_nobody_is_told(task: str) -> None:
    record = record_of(HEAD + ITEMS.replace("Clerk to ring Highways about the road", task))
    [action] = [action for action in record.actions if action.marked]
    assert (action.task, action.owners) == (task, ())
    assert "action-without-owner" in {problem.code for problem in record.problems}


def test_a_decision_s_one_amount_and_an_action_s_day(minutes: Record) -> None:
    assert minutes.decisions[0].amount == 120
    [due] = [action.due for action in minutes.actions if action.minute == "2.2"]
    assert due.date == "2025-03-31"


def test_every_entry_quotes_the_paper(minutes: Record) -> None:
    text = " ".join((HEAD + ITEMS).split())
    for entries in (
        minutes.attendance,
        minutes.items,
        minutes.decisions,
        minutes.actions,
        minutes.money,
        minutes.dates,
    ):
        assert entries
        for entry in entries:
            assert entry.evidence.quote in text


# -- what reports on what ----------------------------------------------------------------------------------------------


def sheet(*rows: tuple[str, str, str, str], before: Sequence[Record]) -> Record:
    head = ("Topic", "Action", "Responsibility", "Outcome")
    title = "Ambleforth Parish Council\nACTION SHEET\n11 March 2025\n"
    return record_of(title, table(head, *rows), kind="action-sheet", before=before)


def test_a_row_reports_on_the_action_of_the_minutes(minutes: Record) -> None:
    record = sheet(
        ("Roads", "Ring Highways about the road", "Clerk", "Completed"),
        ("Finance", "Write to the mill", "Chair", ""),
        before=[minutes],
    )
    assert [(action.refers_to or "").rsplit("/", 1)[-1] for action in record.actions] == ["3.1", "2.2"]
    assert [action.status for action in record.actions] == ["completed", "open"]
    assert record.actions[0].owners[0].name == "Cy Dell"
    assert record.meeting.body == "Ambleforth Parish Council"


def test_a_row_that_fits_no_action_refers_to_none(minutes: Record) -> None:
    [action] = sheet(("Hedges", "Buy a bench for the green", "Ann Box", ""), before=[minutes]).actions
    assert action.refers_to is None


def test_a_row_that_fits_two_actions_alike_refers_to_none() -> None:
    twice = ITEMS.replace("3.1 The road was shut in May.\n", "").replace(
        "Action: Clerk to ring Highways about the road\n",
        "Action: Clerk to ring Highways about the road\n\n4. Hedges\n\nAction: Clerk to ring Highways about the road\n",
    )
    before = record_of(HEAD + twice)
    [action] = sheet(("Other", "Ring Highways about the road", "Clerk", ""), before=[before]).actions
    assert action.refers_to is None


# -- what was looked for -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field", "state"),
    [
        (HEAD + ITEMS, "attendance", "stated"),
        (HEAD + ITEMS, "apologies", "stated_none"),
        (HEAD + ITEMS, "decisions", "stated"),
        (HEAD + ITEMS, "actions", "stated"),
        (HEAD + ITEMS, "money", "stated"),
        (HEAD + "Apologies: Di Eve\n" + ITEMS, "apologies", "stated"),
        (
            HEAD + "Apologies: None\n\n1. Roads\nThe road was shut.\n\n2. Hedges\nThey grew.\n",
            "apologies",
            "stated_none",
        ),
        (HEAD + "1. Roads\nThe road was shut.\n\n2. Hedges\nThey grew.\n", "apologies", "not_found"),
        (HEAD + "1. Roads\nThe road was shut.\n\n2. Hedges\nThey grew.\n", "money", "not_found"),
        (HEAD + "1. Roads\nThe road was shut.\n\n2. Hedges\nThey grew.\n", "actions", "not_found"),
        (
            HEAD + "1. Roads\nThe road was shut.\n\n2. Hedges\nThere were no actions arising.\n",
            "actions",
            "stated_none",
        ),
    ],
)
def test_coverage(text: str, field: str, state: str) -> None:
    assert getattr(record_of(text).coverage, field) == state


def test_an_agenda_s_people_are_not_looked_for() -> None:
    record = record_of(
        "Ambleforth Parish Council\nAGENDA\n11 March 2025\n\n1. Roads\n\n2. Hedges\n\n3. Close\n", kind="agenda"
    )
    assert (record.coverage.attendance, record.coverage.apologies) == ("not_searched", "not_searched")


# -- packs -------------------------------------------------------------------------------------------------------------


def bare(kind: PaperKind, body: str | None, day: str | None) -> Record:
    said = f"{body or 'Notes'}\n{day or ''}\n\nThe roof of the mill has been mended.\n"
    record = record_of(said, kind=kind)
    return record.model_copy(
        update={"meeting": record.meeting.model_copy(update={"body": body, "date": day}), "problems": ()}
    )


def test_a_report_in_a_pack_is_of_the_agenda_s_meeting() -> None:
    agenda = bare("agenda", "Ambleforth Parish Council", "2025-04-08")
    last = bare("minutes", "Ambleforth Parish Council", "2025-03-11")
    report = bare("report", None, None)
    done = complete_pack([agenda, last, report])
    assert done[:2] == [agenda, last]
    assert (done[2].meeting.body, done[2].meeting.date) == ("Ambleforth Parish Council", "2025-04-08")
    assert done[2].id == "ambleforth-parish-council/2025-04-08/report"
    assert [problem.code for problem in done[2].problems] == ["meeting-from-pack"]


def test_the_last_minutes_give_a_report_no_day() -> None:
    done = complete_pack([bare("minutes", "Ambleforth Parish Council", "2025-03-11"), bare("report", None, None)])
    assert (done[1].meeting.body, done[1].meeting.date) == ("Ambleforth Parish Council", None)


def test_one_paper_is_left_as_it_is() -> None:
    report = bare("report", None, None)
    assert complete_pack([report]) == [report]


@pytest.mark.parametrize(
    ("value", "day", "middle"),
    [
        ("2025-03-11", date(2025, 3, 11), None),
        ("2025-03", None, date(2025, 3, 15)),
        ("2025", None, None),
        (None, None, None),
    ],
)
def test_days_and_months(value: str | None, day: date | None, middle: date | None) -> None:
    assert (day_of(value), mid_month(value)) == (day, middle)
