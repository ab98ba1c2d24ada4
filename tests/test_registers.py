"""Registers, reminders and attendance from invented records; what a template can reach; what no sheet may show."""

from __future__ import annotations

import dataclasses
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from docx import Document
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from pipeline import cli
from pipeline.export.books import Books
from pipeline.pack import make_pack
from pipeline.problem import SettingError
from pipeline.record import Record
from pipeline.registers import views
from pipeline.registers.actions import action_register, reminders
from pipeline.registers.attendance import attendance_table
from pipeline.registers.decisions import decision_register
from pipeline.registers.make import Form, Register, make
from pipeline.render import render
from pipeline.reports import as_html, outstanding
from pipeline.workspace import Workspace
from pipeline.write import to_yaml, write_atomic
from tests import make_templates
from tests.test_export import BODY, CLOSED, HIDDEN, REPORTS, SECRET, SLUG, action, at, books, record

AS_OF = "2025-09-01"
MADE = [(what, form) for what in get_args(Register) for form in get_args(Form) if (what, form) != ("reminder", "xlsx")]


def owner(name: str, role: str | None = None) -> list[dict[str, Any]]:
    return [{"name": name, "as_written": name, "role": role}]


def people(*came: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"name": name, "status": status, "evidence": at(1, 100)} for name, status in came]


MARCH = record(
    items=[
        {"number": "3", "title": "Highways", "evidence": at(1, 300)},
        {"number": "4", "title": "Finance", "evidence": at(2, 100)},
    ],
    attendance=people(("Ann Lee", "present"), ("Rosa Field", "apologies"), ("Norah Bexley", "in_attendance")),
    decisions=[
        {
            "id": f"{SLUG}/2025-03-11/decision/4.1",
            "item": "4",
            "minute": "4.1",
            "outcome": "agreed",
            "text": "To buy the mower | and its <shed>;",
            "mover": "Ann Lee",
            "votes": {"for": 5, "against": 1},
            "amount": 1250,
            "evidence": at(2, 120),
        }
    ],
    actions=[
        action(
            f"{SLUG}/2025-03-11/action/3.1",
            "write to the county about the flooded verge in Mill Lane",
            owners=owner("Norah Bexley", "Clerk"),
            due={"text": "31 March", "date": "2025-03-31"},
            item="3",
            minute="3.1",
            topic="Highways",
        ),
        action(f"{SLUG}/2025-03-11/action/4.2", "obtain three prices for a tractor shed", owners=owner("Ann Lee")),
    ],
)
MAY = record(
    "2025-05-13",
    attendance=people(("Ann Lee", "present"), ("Rosa Field", "present")),
    actions=[
        action(
            f"{SLUG}/2025-05-13/action/2.1",
            "hang the bunting for the fete on the green",
            owners=owner("Rosa Field"),
            due={"text": None, "date": "2025-10"},
        )
    ],
    decisions=[{"id": f"{SLUG}/2025-05-13/decision/5", "outcome": "noted", "text": "Noted.", "evidence": at(1, 1)}],
    dates=[{"text": "9 September", "value": "2025-09-09", "kind": "next-meeting", "evidence": at(3, 100)}],
)
JULY = record("2025-07-08", attendance=[])


def all_books(**more: Any) -> Books:
    return books(MARCH, MAY, JULY, as_of=AS_OF, **more)


def text_of(content: str | bytes) -> str:
    """All words of a made file."""
    if isinstance(content, str):
        return content
    if content[:2] == b"PK" and b"xl/workbook.xml" in content:
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in word.paragraphs] + cells)


# What the registers say


def test_the_decision_register_goes_meeting_by_meeting() -> None:
    register = decision_register(all_books())
    assert (register.body, register.period, register.count) == (BODY, "11 March 2025 to 8 July 2025", 2)
    [march, may] = register.meetings
    assert (march.heading, may.heading) == ("11 March 2025", "13 May 2025")
    [row] = march.decisions
    assert (row.number, row.item, row.place) == (1, "4 Finance", "minute 4.1, page 2")
    assert (row.text, row.outcome) == ("To buy the mower | and its <shed>.", "Agreed")
    assert (row.by, row.votes, row.amount) == ("Proposed by Ann Lee", "5 for, 1 against", "£1,250")
    assert may.decisions[0].number == 2


def test_a_period_takes_meetings_in_on_both_of_its_days() -> None:
    text = make("decision-register", all_books(), as_of=AS_OF, first="2025-03-11", last="2025-03-11")
    assert "11 March 2025" in text and "13 May 2025" not in text
    text = make("action-register", all_books(), as_of=AS_OF, first="2025-03-12")
    assert "bunting" in text and "verge" not in text


def test_the_action_register_puts_overdue_actions_first() -> None:
    register = action_register(all_books(), as_of=AS_OF)
    assert (register.as_of, register.count) == ("1 September 2025", 3)
    assert [(group.key, group.title, [task.number for task in group.tasks]) for group in register.groups] == [
        ("overdue", "Overdue (1)", [1]),
        ("open", "Open (1)", [2]),
        ("vanished", "Open, and not spoken of any more (1)", [3]),
    ]
    late = register.groups[0].tasks[0]
    assert late.action == "Write to the county about the flooded verge in Mill Lane"
    assert (late.owner, late.raised, late.place) == ("Norah Bexley", "11 March 2025", "minute 3.1, page 1")
    assert (late.due, late.was_due, late.status, late.ref) == (
        *("31 March 2025", "", "Open", f"{SLUG}/2025-03-11/action/3.1"),
    )
    assert register.groups[1].tasks[0].due == "October 2025"


def test_an_action_is_not_overdue_on_its_last_day() -> None:
    keys = [group.key for group in action_register(books(MARCH, as_of="2025-03-31"), as_of="2025-03-31").groups]
    assert keys == ["open"]


def test_a_new_date_and_the_first_one_are_both_told() -> None:
    later = record(
        "2025-05-13",
        "action-sheet",
        actions=[
            action(
                f"{SLUG}/2025-05-13/action-sheet/action/1",
                "write to the county about the flooded verge in Mill Lane",
                due={"text": None, "date": "2025-10-31"},
                carried=True,
                refers_to=f"{SLUG}/2025-03-11/action/3.1",
                status="in_progress",
                progress="Letter drafted",
            )
        ],
    )
    groups = action_register(books(MARCH, later, as_of=AS_OF), as_of=AS_OF).groups
    [task] = [task for group in groups for task in group.tasks if "verge" in task.action]
    assert (task.due, task.was_due, task.extensions) == ("31 October 2025", "31 March 2025", 1)
    assert (task.heard, task.said, task.overdue) == ("13 May 2025", "Letter drafted", False)


def test_a_reminder_is_for_one_owner_or_all() -> None:
    [letter] = reminders(all_books(), as_of=AS_OF, owner="clerk").letters
    assert (letter.owner, letter.greeting) == ("Norah Bexley", "Dear Norah Bexley")
    assert (letter.as_of, letter.next_meeting) == ("1 September 2025", "9 September 2025")
    assert ([task.number for task in letter.overdue], letter.open) == ([1], ())
    everybody = reminders(all_books(), as_of=AS_OF).letters
    assert [letter.owner for letter in everybody] == ["Ann Lee", "Norah Bexley", "Rosa Field"]
    assert [(len(one.overdue), len(one.open), len(one.silent)) for one in everybody] == [
        (0, 0, 1),
        (1, 0, 0),
        (0, 1, 0),
    ]


def test_a_group_is_not_greeted_as_a_person() -> None:
    some = books(record(actions=[action("a/b/action/1", "read the draft plan", owners=owner("All members"))]))
    assert reminders(some, as_of=AS_OF).letters[0].greeting == "Dear all"


@pytest.mark.parametrize(("typed", "said"), [("nobody", "Ann Lee; Norah Bexley; Rosa Field"), ("e", "several owners")])
def test_a_reminder_to_nobody_or_to_several_names_them(typed: str, said: str) -> None:
    with pytest.raises(SettingError, match=said):
        reminders(all_books(), as_of=AS_OF, owner=typed)


def test_the_attendance_table_has_people_by_meetings() -> None:
    table = attendance_table(all_books())
    assert (table.count, table.period, table.unread) == (2, "11 March 2025 to 13 May 2025", "8 July 2025")
    members, others = table.rolls
    assert members.dates == ("11 Mar 2025", "13 May 2025")
    assert [(one.name, one.capacity, one.marks, one.came, one.named) for one in members.people] == [
        ("Rosa Field", "", ("A", "P"), 1, 2),
        ("Ann Lee", "", ("P", "P"), 2, 2),
    ]
    assert [(one.name, one.marks, one.came, one.named) for one in others.people] == [
        ("Norah Bexley", ("I", ""), 1, 0),
    ]


def test_many_meetings_are_several_tables_in_a_page_and_one_in_a_workbook() -> None:
    year = [record(f"2025-{month:02}-11", attendance=people(("Ann Lee", "present"))) for month in range(1, 13)]
    table = attendance_table(books(*year))
    assert [(len(roll.dates), [(one.came, one.named) for one in roll.people]) for roll in table.rolls] == [
        (10, [(12, 12)]),
        (2, [(12, 12)]),
    ]
    made = make("attendance", books(*year), as_of=AS_OF, form="xlsx")
    assert isinstance(made, bytes)
    [sheet] = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    assert [cell.value for cell in sheet[2]] == ["Ann Lee", None, *["P"] * 12, 12, 12]


def test_columns_of_a_word_table_are_as_wide_as_their_cells() -> None:
    year = [record(f"2025-{month:02}-11", attendance=people(("Ann Lee", "present"))) for month in range(1, 11)]
    made = make("attendance", books(*year), as_of=AS_OF, form="docx")
    assert isinstance(made, bytes)
    [table] = Document(io.BytesIO(made)).tables
    assert [round(column.width.mm) for column in table.columns if column.width] == [66, *[17] * 10, 22]


def test_attendance_without_any_list_is_one_sentence() -> None:
    with pytest.raises(SettingError, match="None of these minutes says who came"):
        attendance_table(books(JULY))


# Every form


@pytest.mark.parametrize(("what", "form"), MADE)
def test_every_form_says_the_same(what: Register, form: Form) -> None:
    text = text_of(make(what, all_books(), as_of=AS_OF, form=form)).replace("\\", "")
    words = {
        "decision-register": ("To buy the mower | and its", "Agreed", "4"),
        "action-register": ("looded verge", "unting", "Norah Bexley"),
        "reminder": ("Norah Bexley", "looded verge", "9 September 2025", "1 September 2025", "kind regards"),
        "attendance": ("Rosa Field", "13 May 2025", "1 of 2" if form != "xlsx" else "Of meetings"),
    }[what]
    for one in words:
        assert one in text.replace("&lt;", "<"), one
    if form != "xlsx":
        assert BODY in text


@pytest.mark.parametrize(("what", "form"), MADE)
def test_the_same_records_give_the_same_bytes(what: Register, form: Form) -> None:
    assert make(what, all_books(), as_of=AS_OF, form=form) == make(what, all_books(), as_of=AS_OF, form=form)


def test_registers_as_workbooks_keep_types() -> None:
    made = make("action-register", all_books(), as_of=AS_OF, form="xlsx")
    assert isinstance(made, bytes)
    [sheet] = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    heads = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, heads.index("Due now") + 1)
    assert (cell.data_type, str(cell.value)) == ("d", "2025-03-31 00:00:00")


def test_wrong_use_is_one_sentence() -> None:
    for what, form in (("reminder", "xlsx"), ("register", "pdf"), ("summary", "md")):
        with pytest.raises(SettingError, match=f"There is no {what} as {form}"):
            make(what, all_books(), as_of=AS_OF, form=form)  # type: ignore[arg-type]


# What papers say stays words

ATTACK = '<script>alert("1")</script>&amp;<img src=x onerror=y>{{ 7 * 7 }}|`a`'


def attacked(value: Any) -> Any:
    """The same value with an attack in every text that is free."""
    kept = {"id", "kind", "status", "outcome", "visibility", "date", "value", "sha256", "currency", "start", "end"}
    kept |= {
        "reader",
        "media_type",
        "coverage",
        "refers_to",
        "severity",
        "schema",
        "code",
        "item",
        "minute",
        "number",
        "answer",
    }
    if isinstance(value, dict):
        return {key: one if key in kept else attacked(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [attacked(one) for one in value]
    return f"{value} {ATTACK}" if isinstance(value, str) else value


def attack(*records: Record) -> list[Record]:
    return [Record.model_validate(attacked(one.model_dump(by_alias=True, mode="json"))) for one in records]


EXTRA = record(
    "2025-06-10",
    "consultation",
    metadata={"Author": "Clerk"},
    questions=[{"text": "Shall we?", "answer": "yes-no", "evidence": at(1, 1)}],
    tables=[{"title": "Budget", "header": ["a"], "rows": [["b"]], "evidence": at(1, 1)}],
    money=[{"text": "£5", "amount": 5, "label": "seeds", "evidence": at(1, 1)}],
    problems=[{"code": "odd", "message": "Odd.", "evidence": at(1, 1)}],
)


def pages() -> dict[str, str]:
    """Every HTML template, filled with attacks."""
    records = attack(MARCH, MAY, JULY, EXTRA)
    made: dict[str, str] = {
        "action-sheet": str(render("action-sheet", records[:1], form="html")),
        "summary": str(render("summary", records, form="html")),
    }
    some = books(*records, as_of=AS_OF)
    for what in get_args(Register):
        made[what] = str(make(what, some, as_of=AS_OF, form="html"))
    return {**made, **audits(some)}


def audits(some: Books) -> dict[str, str]:
    """The auditor's pages, which stand on the same books."""
    return {
        "report": as_html(outstanding(some.actions, by="owner", as_of=AS_OF)),
        "evidence-pack": make_pack(some.actions, some.records, root=Path("nowhere"), as_of=AS_OF, chosen="By name."),
    }


def test_no_html_template_lets_a_paper_write_html() -> None:
    made = pages()
    assert {f"{name}.html.j2" for name in made} == {
        path.name for path in make_templates.FOLDER.glob("*.html.j2") if path.name != "base.html.j2"
    }
    for name, page in made.items():
        tree = lxml_html.fromstring(page)
        assert not tree.xpath("//script|//img|//@onerror|//@src|//@href"), name
        assert ATTACK in "".join(tree.itertext()), name
        assert "49" not in page.replace("149", ""), name


def test_no_html_page_has_two_of_an_id_or_a_head_without_scope() -> None:
    for name, page in pages().items():
        tree = lxml_html.fromstring(page)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        assert set(tree.xpath("//table/@aria-labelledby")) <= set(ids), name
        assert all(cell.get("scope") in ("col", "row") for cell in tree.xpath("//th")), name


@pytest.mark.parametrize(("what", "columns"), [("decision-register", 5), ("action-register", 6), ("attendance", 4)])
def test_a_markdown_table_keeps_its_columns(what: Register, columns: int) -> None:
    text = str(make(what, books(*attack(MARCH, MAY), as_of=AS_OF), as_of=AS_OF))
    tree = lxml_html.fromstring(MarkdownIt().enable("table").render(text))
    assert tree.xpath("//tbody/tr")
    assert {len(row) for row in tree.xpath("//tr")} == {columns}
    assert not tree.xpath("//script|//img")


# What is exempt is in no sheet


@pytest.mark.parametrize(("what", "form"), MADE)
def test_nothing_exempt_is_in_any_register(what: Register, form: Form) -> None:
    owed = record(
        "2025-04-08",
        attendance=people(("Ann Lee", "present")),
        actions=[action("p/1", "sow seeds", owners=owner("A B"))],
    )
    some, day = (*CLOSED, owed), "2025-06-01"  # before the exempt action is closed, so that its owner is reminded
    assert SECRET not in unpacked(make(what, books(*some, as_of=day), as_of=day, form=form)).lower()
    full = make(what, books(*some, as_of=day, include_exempt=True), as_of=day, form=form)
    assert SECRET in unpacked(full).lower()


def test_nothing_exempt_is_in_an_auditors_page() -> None:
    for name, page in audits(books(*CLOSED, as_of="2025-06-01")).items():
        assert SECRET not in page.lower() and "flooded verge" in page, name
    for name, page in audits(books(*CLOSED, as_of="2025-06-01", include_exempt=True)).items():
        assert SECRET in page.lower(), name


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("what", ["action-sheet", "summary"])
def test_nothing_exempt_is_in_any_sheet(what: Any, form: Any) -> None:
    for records in ([HIDDEN], [HIDDEN, REPORTS]):
        public = unpacked(render(what, records, form=form)).lower()
        assert SECRET not in public and "flooded verge" in public
        assert SECRET in unpacked(render(what, records, form=form, include_exempt=True)).lower()
    with pytest.raises(SettingError, match="All of this paper is exempt"):
        render(what, CLOSED[-1:], form=form)


def unpacked(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


# What a workspace's own templates can reach

REACHES = (
    "{% include '../secret.txt' %}",
    "{% include '/etc/hostname' %}",
    "{% extends '../secret.txt' %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ register.__init__.__globals__ }}",
    "{{ register|attr('__class__') }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ open('/etc/hostname').read() }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(register) }}",
    "{% import 'os' as os %}",
    "{% set x = namespace() %}{{ x.__class__ }}",
    "{{ register.body.nothing }}",
)


@pytest.mark.parametrize("template", REACHES)
@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_a_template_reaches_no_file_and_no_python(tmp_path: Path, template: str, form: Form) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    if form == "docx":
        word = Document()
        word.add_paragraph(f"Register {template}")
        word.save(str(folder / "action-register.docx"))
    else:
        (folder / f"action-register.{form}.j2").write_text(f"Register {template}", "utf-8")
    with pytest.raises(SettingError) as error:
        make("action-register", all_books(), as_of=AS_OF, form=form, templates=folder)
    assert "action-register" in str(error.value) and "\n" not in str(error.value)


def test_a_word_template_reads_no_file_by_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    word = Document()
    word.add_paragraph("Register MARK {{ register.body }}")
    plain = io.BytesIO()
    word.save(plain)
    with (
        zipfile.ZipFile(plain) as old,
        zipfile.ZipFile(tmp_path / "action-register.docx", "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'.encode()
                head, rest = part.split(b"?>", 1)
                part = head + b"?>" + entity + rest.replace(b"MARK", b"&e;")
            new.writestr(name, part)
    try:
        made = make("action-register", all_books(), as_of=AS_OF, form="docx", templates=tmp_path)
    except SettingError:
        return
    assert SECRET not in unpacked(made)


def test_a_workspace_template_wins_and_sees_what_the_readme_says(tmp_path: Path) -> None:
    text = "{% for group in register.groups %}{% for task in group.tasks %}{{ task.ref }};{% endfor %}{% endfor %}"
    (tmp_path / "action-register.md.j2").write_text(text, "utf-8")
    refs = str(make("action-register", all_books(), as_of=AS_OF, templates=tmp_path)).split(";")
    assert refs[0] == f"{SLUG}/2025-03-11/action/3.1" and len(refs) == 4


@pytest.mark.parametrize(
    "kind",
    [kind for kind in vars(views).values() if dataclasses.is_dataclass(kind) and kind.__module__ == views.__name__],
)
def test_the_readme_names_everything_that_a_template_may_use(kind: type) -> None:
    readme = (make_templates.FOLDER / "README.md").read_text("utf-8")
    assert [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in readme] == []


# The commands

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a workspace with records: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    closed = HIDDEN.model_copy(update={"id": f"{SLUG}/2025-03-11/minutes-2"})
    for one in (MARCH, MAY, JULY, closed, *CLOSED[1:]):
        write_atomic(Workspace(tmp_path).path_of(one.id), to_yaml(one).encode("utf-8"))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["minutebook", *arguments])
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(str(code or 0)), out, err

    return command


def test_render_makes_a_register_and_says_where(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("render", "register", BODY, "--as-of", AS_OF)
    assert code == 0 and out.startswith("# Register of actions\n")
    code, out, err = run("render", "decision-register", SLUG, "--format", "xlsx")
    assert (code, out) == (0, "") and f"Written: {SLUG}-decision-register.xlsx" in err
    assert (tmp_path / f"{SLUG}-decision-register.xlsx").is_file()
    code, out, _ = run("render", "reminder", SLUG, "--owner", "Rosa Field", "--as-of", AS_OF)
    assert (code, "Dear Rosa Field" in out, "Dear Ann Lee" in out) == (0, True, False)


def test_export_prints_or_writes(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("export", "csv", SLUG, "--what", "actions", "--as-of", AS_OF)
    assert code == 0 and out.splitlines()[0].startswith("ref,body,topic,task") and "verge" in out
    code, _, err = run("export", "csv", "-o", str(tmp_path / "tables"))
    assert code == 0 and err.count("Written: ") == 6
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        *("actions.csv", "attendance.csv", "dates.csv", "decisions.csv", "meetings.csv", "money.csv"),
    ]
    code, out, _ = run("export", "jsonl", f"{SLUG}/2025-05-13/minutes", "--what", "decisions")
    assert (code, out.count("\n")) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "csv"), "A csv file holds one table."),
        (("export", "akn"), "Name a folder after -o"),
        (("export", "popolo", "--what", "money"), "Leave --what out"),
        (("export", "ics", "--what", "money"), "A calendar holds meetings and actions only"),
        (("export", "xlsx", "ambelforth"), "there is no body of this name"),
        (("export", "xlsx", "--as-of", "soon"), "soon: not a date"),
        (("render", "attendance", SLUG, "--from", "2031-01-01"), "None of these minutes says who came"),
        (("render", "reminder", SLUG, "--owner", "Nobody"), "Nobody: no open action has this owner"),
        (("render", "summary", SLUG, "--format", "xlsx"), "There is no summary as xlsx"),
    ],
)
def test_a_fault_is_one_sentence_that_says_what_to_do(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = run(*arguments)
    sentence = [line for line in err.splitlines() if line.startswith("minutebook: ")]
    assert (code, len(sentence)) == (2, 1)
    assert said in sentence[0]


def test_parquet_without_its_library_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run("export", "parquet", "--what", "actions")
    assert code == 2 and "pip install 'minutebook[parquet]'" in err


def test_the_command_says_how_much_it_left_out(run: Run) -> None:
    _, out, err = run("export", "jsonl")
    assert SECRET not in out.lower() and "exempt entries were left out" in err
    _, out, err = run("export", "jsonl", "--include-exempt")
    assert SECRET in out.lower() and "left out" not in err
