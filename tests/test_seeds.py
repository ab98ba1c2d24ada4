"""Every kind of paper in the two seed documents, a row each. Values typed from the papers by a reader.

People are real: the tests name them by their initials.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract
from pipeline.record import Record


def initials(name: str | None) -> str:
    return "".join(word[0] for word in (name or "").split())


@pytest.fixture(scope="module")
def pack(shared: Path) -> dict[str, Record]:
    [path] = (shared / "papers" / "seeds").glob("003_*.txt")
    return {record.kind: record for record in extract(path)}


@pytest.fixture(scope="module")
def sheet(shared: Path) -> Record:
    [path] = (shared / "papers" / "seeds").glob("000_*.txt")
    [record] = extract(path)
    return record


def test_pack_is_split_into_its_five_papers(pack: dict[str, Record]) -> None:
    assert list(pack) == ["agenda", "minutes", "action-sheet", "report", "consultation"]


def test_agenda_has_its_items_officers_and_pages(pack: dict[str, Record]) -> None:
    items = pack["agenda"].items
    assert [item.number for item in items] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert [initials(item.officer) for item in items] == ["JB", "JB", "JB", "JB", "SK", "GV", "SK", "SK"]
    assert {item.number: item.pages for item in items if item.pages} == {"4": (1, 10), "6": (11, 14), "7": (15, 30)}
    assert items[6].title == "GLOUCESTERSHIRE SCHOOLS PARTNERSHIP CONSULTATION"


def test_agenda_names_whom_to_contact(pack: dict[str, Record]) -> None:
    name, post = pack["agenda"].metadata["Contact"].split(", ")[:2]
    assert (initials(name), post) == ("JB", "Clerk to the Forum")
    assert pack["agenda"].metadata["Telephone"].replace(" ", "").endswith("4197")
    user, host = pack["agenda"].metadata["E-mail"].split("@")
    assert user == name.lower().replace(" ", ".") and host.endswith(".gov.uk")


def test_minutes_meeting(pack: dict[str, Record]) -> None:
    meeting = pack["minutes"].meeting
    assert meeting.body == "Gloucestershire Schools Forum"
    assert meeting.date == "2018-01-11"
    assert meeting.end == "15:15"
    assert meeting.venue == "Council Chamber - Shire Hall, Gloucester"


def test_minutes_attendance_with_what_each_represents(pack: dict[str, Record]) -> None:
    people = pack["minutes"].attendance
    present = [p for p in people if p.status == "present"]
    attending = [p for p in people if p.status == "in_attendance"]
    apologies = [p for p in people if p.status == "apologies"]
    assert (len(present), len(attending), len(apologies)) == (18, 1 + 1 + 6, 6)
    assert all(p.capacity for p in people)
    told = {initials(p.name): p.capacity for p in people}
    assert told["PC"] == "Post-16 Education"
    assert told["CS"] == "Gloucestershire Association of Special School Headteachers"
    assert told["RB"] == "Cabinet Member: Children and Young People"
    assert told["SK"] == "Lead Commissioner for Education, Strategy and Development"
    assert told["RS"] == "Clifton Diocese"


def test_minutes_are_numbered_as_printed_and_the_slip_is_told(pack: dict[str, Record]) -> None:
    record = pack["minutes"]
    assert [item.number for item in record.items] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    numbers = [minute.number for item in record.items for minute in item.minutes]
    assert {"3.1", "4.4.1", "4.4.5", "4.6", "5.13", "9.2"} <= set(numbers)
    [slip] = [p for p in record.problems if p.code == "number-slip"]
    assert "4..6" in slip.message and "4.6" in slip.message


def test_minutes_decisions(pack: dict[str, Record]) -> None:
    decisions = pack["minutes"].decisions
    by_minute = {(d.minute, d.outcome) for d in decisions}
    assert ("3.1", "agreed") in by_minute
    assert ("5.9", "recommended") in by_minute
    assert ("8.2", "noted") in by_minute
    assert sum(d.minute == "5.12" and d.outcome == "recommended" for d in decisions) == 3


def test_minutes_marked_actions_have_their_owners(pack: dict[str, Record]) -> None:
    marked = [a for a in pack["minutes"].actions if a.marked]
    assert [(a.minute, [initials(o.name) for o in a.owners]) for a in marked] == [
        ("3.2", ["SK"]),
        ("5.13", ["SK"]),
        ("6.5", ["SK"]),
        ("7.5", ["JB"]),
    ]
    lead = "Lead Commissioner for Education, Strategy and Development"
    assert marked[0].owners[0].role == lead


def test_minutes_money_and_dates(pack: dict[str, Record]) -> None:
    record = pack["minutes"]
    amounts = {m.text: m.amount for m in record.money}
    assert amounts["£0.89M"] == 890_000
    assert amounts["£441.7M"] == 441_700_000
    assert amounts["£0.02"] == 0.02
    values = {d.text: d.value for d in record.dates}
    assert values["2018/19"] == "2018/2019"
    assert values["9 February 2018"] == "2018-02-09"
    assert any(d.kind == "next-meeting" and d.value == "2018-03-15" for d in record.dates)


def test_action_sheet_rows_report_on_the_minutes_actions(pack: dict[str, Record]) -> None:
    rows = pack["action-sheet"].actions
    assert [r.topic for r in rows] == [
        "Minutes of the previous meeting 20 October 2018",
        "Dedicated Schools Grant",
        "High Needs",
        "Elections 2018",
    ]
    assert [[initials(o.name) for o in r.owners] for r in rows] == [["SK"]] * 3 + [["JB"]]
    assert rows[0].progress == "To be actioned w/b 12th March"
    assert [r.status for r in rows] == ["open", "completed", "open", "completed"]
    by_id = {a.id: a.minute for a in pack["minutes"].actions}
    assert [by_id.get(r.refers_to or "") for r in rows] == ["3.2", "5.13", "6.5", "7.5"]


def test_report_front_table_is_metadata(pack: dict[str, Record]) -> None:
    record = pack["report"]
    assert initials(record.metadata["Author"]) == "GV"
    assert record.metadata["Type of Decision"] == "For information"
    assert record.metadata["Background Documents"] == "N/A"
    assert record.metadata["Key Recommendations"] == "That the position be noted"
    assert record.meeting.date == "2018-03-15"
    assert not record.decisions


def test_report_funding_table_as_numbers(pack: dict[str, Record]) -> None:
    [table] = [t for t in pack["report"].tables if t.title and "Capital Programme" in t.title]
    assert len(table.rows) == 13
    assert table.totals is not None
    assert [n for n in table.totals if isinstance(n, float)] == [
        51_195_000, 33_320_000, 2_445_000, 430_000, 15_000_000, 51_195_000,
    ]  # fmt: skip
    cheltenham = next(row for row in table.rows if str(row[0]).startswith("New Secondary School"))
    assert [n for n in cheltenham if isinstance(n, float)] == [30_000_000, 15_000_000, 15_000_000, 30_000_000]
    assert table.unit == "GBP" or table.unit is None


def test_report_amounts(pack: dict[str, Record]) -> None:
    amounts = {m.text: m.amount for m in pack["report"].money}
    assert amounts["£29.475 million"] == 29_475_000
    assert amounts["£20.637 million"] == 20_637_000


def test_consultation_sections_and_questions(pack: dict[str, Record]) -> None:
    record = pack["consultation"]
    titles = [s.title for s in record.sections]
    for title in (
        "Introduction",
        "Background to the consultation",
        "Initial activity of the partnership",
        "Timescales for implementation",
    ):
        assert title in titles
    kinds = {q.text.rstrip(" *"): q.answer for q in record.questions}
    assert kinds["Do these principles provide a good basis on which to establish the partnership?"] == "yes-no"
    assert kinds["Please add any comments that will help us to understand your answer"] == "free-text"
    assert (
        kinds["Is there anything in the partnership principles that you would like to add, change or delete?"]
        == "free-text"
    )
    assert (
        sum(q.answer == "yes-no" for q in record.questions) == 19
    )  # the pairs of Yes and No boxes, counted on the page


def test_consultation_post_task_table_and_timetable(pack: dict[str, Record]) -> None:
    record = pack["consultation"]
    assert [m.amount for m in record.money] == [75_000]
    [tasks] = [t for t in record.tables if any("Data analysis" in str(row[0]) for row in t.rows)]
    days = {str(row[0]): row[1] for row in tasks.rows}
    assert days["Organising the peer review programme"] == 75
    assert len(days) == 8
    values = [d.value for d in record.dates]
    assert "2018-04" in values and "2018-07" in values


def test_information_sheet(sheet: Record) -> None:
    assert sheet.kind == "information-sheet"
    assert sheet.metadata["MI Number"] == "53/07"
    assert sheet.metadata["Publication Date"] == "24/03/2007"
    assert initials(sheet.metadata["LA Contact"].split(" (")[0].strip("( ")) == "TN"
    assert sheet.metadata["Audience"] == "Headteacher"
    assert sheet.metadata["MI Sheet Type"] == "Information"
    assert sheet.meeting.date == "2007-03-24"
    values = {d.text: d.value for d in sheet.dates}
    assert values["21 May"] == "2007-05-21"
    assert values["4 June"] == "2007-06-04"
    [report] = [a for a in sheet.actions if "reported to" in a.task]
    assert report.due.text is not None and "Autumn" in report.due.text


def test_every_quote_stands_in_the_source(pack: dict[str, Record], sheet: Record, shared: Path) -> None:
    for name, records in (("003_*.txt", list(pack.values())), ("000_*.txt", [sheet])):
        [path] = (shared / "papers" / "seeds").glob(name)
        text = " ".join(path.read_text("utf-8").split())
        for record in records:
            for kind in ("attendance", "items", "decisions", "actions", "money", "dates"):
                for entry in getattr(record, kind):
                    assert entry.evidence.quote in text, (kind, entry.evidence.quote)
