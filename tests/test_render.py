"""Sheets from invented records: what stands in them, in which order, and what a broken template says."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from pipeline import views
from pipeline.problem import SettingError
from pipeline.record import Record
from pipeline.render import Form, What, render
from pipeline.views import in_minute_order, sheet_of, summary_of
from tests import make_templates

E = {"quote": "as printed", "page": 4}


def action(ref: str, task: str, **more: Any) -> dict[str, Any]:
    return {"id": f"forum/{ref}", "task": task, "marked": True, "carried": False, "evidence": E, **more}


def owner(name: str) -> list[dict[str, str]]:
    return [{"name": name, "as_written": name}]


def record(kind: str = "minutes", **more: Any) -> Record:
    return Record.model_validate(
        {
            "id": f"forum/2025-01-16/{kind}",
            "kind": kind,
            "title": "Minutes of a meeting",
            "source": {
                "path": f"corpus/forum/{kind}.pdf",
                "sha256": "0" * 64,
                "media_type": "application/pdf",
                "reader": "pdf",
                "pages": [4, 9],
            },
            "meeting": {"body": "Harrowdale Schools Forum", "date": "2025-01-16"},
            **more,
        }
    )


ITEMS = [
    {"number": "2", "title": "MINUTES", "evidence": E},
    {
        "number": "10",
        "title": "DEDICATED SCHOOLS GRANT 2025/26",
        "minutes": [{"number": n, "text": "…", "evidence": E} for n in ("10.2", "10.11")],
        "evidence": E,
    },
]

MINUTES = record(
    items=ITEMS,
    coverage={"attendance": "stated", "actions": "stated", "decisions": "stated", "apologies": "stated_none"},
    attendance=[
        {"name": "Orla Fenwick", "status": "present", "capacity": "Primary Headteachers", "evidence": E},
        {"name": "Tobias Ashdown", "status": "in_attendance", "capacity": "Clerk", "evidence": E},
    ],
    decisions=[
        {
            "id": "forum/d1",
            "item": "10",
            "minute": "10.2",
            "outcome": "agreed",
            "text": "The rates were agreed.",
            "mover": "Orla Fenwick",
            "seconder": "Ned Quill",
            "votes": {"for": 9, "against": 1, "abstain": 0},
            "evidence": E,
        },
        {"id": "forum/d2", "outcome": "noted", "text": "The plan was noted.", "evidence": E},
    ],
    actions=[
        action("a11", "write to the department", item="10", minute="10.11"),
        action("a2", "publish the rates | by sector", item="10", minute="10.2", owners=owner("Ned Quill")),
        action(
            "a1",
            "circulate <the> draft & notes",
            item="2",
            owners=owner("Tobias Ashdown"),
            due={"text": "31 January", "date": "2025-01-31"},
        ),
        action("c1", "report on the audit", item="2", carried=True, status="completed", owners=owner("Clerk")),
        action("p1", "share the slides", item="10", minute="10.2", marked=False),
    ],
    money=[{"text": "£0.89M", "amount": 890000, "label": "growth fund", "minute": "10.2", "evidence": E}],
    dates=[{"text": "20 March", "value": "2025-03-20", "kind": "next-meeting", "evidence": E}],
    problems=[{"code": "number-repaired", "message": "4..6 was read as 4.6.", "evidence": E}],
)

SHEET = record(
    "action-sheet",
    actions=[
        action(
            "s1",
            "Draft to be circulated",
            carried=True,
            refers_to="forum/a1",
            progress="Sent on 20 January",
            topic="Minutes",
        ),
        action("s9", "Quote for blinds", carried=True, topic="Premises", owners=owner("Vera Holt")),
    ],
)

EVERY = [(what, form) for what in ("action-sheet", "summary") for form in ("md", "html", "docx")]


def rows(records: list[Record]) -> list[tuple[str, int, str, str, str, str, str]]:
    """(group, number, topic, minute, owner, due, outcome) of every row."""
    return [
        (group.key, row.number, row.topic, row.minute, row.owner, row.due, row.outcome)
        for group in sheet_of(records).groups
        for row in group.rows
    ]


def word_text(content: bytes | str) -> str:
    assert isinstance(content, bytes)
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in word.paragraphs] + cells)


def test_rows_stand_in_minute_order_and_numbers_run_through_the_groups() -> None:
    grant = "DEDICATED SCHOOLS GRANT 2025/26"
    assert rows([MINUTES]) == [
        ("new", 1, "MINUTES", "2", "Tobias Ashdown", "31 January 2025", ""),
        ("new", 2, grant, "10.2", "Ned Quill", "", ""),
        ("new", 3, grant, "10.11", "(no owner stated)", "", ""),
        ("carried", 4, "MINUTES", "2", "Clerk", "", "Completed"),
        ("promised", 5, grant, "10.2", "(no owner stated)", "", ""),
    ]


def test_the_action_sheet_paper_gives_outcomes_and_its_unknown_rows_are_kept() -> None:
    found = rows([MINUTES, SHEET])
    assert found[0] == ("new", 1, "MINUTES", "2", "Tobias Ashdown", "31 January 2025", "Sent on 20 January")
    assert found[-1] == ("unmatched", 6, "Premises", "", "Vera Holt", "", "")
    assert [row[0] for row in found] == ["new"] * 3 + ["carried", "promised", "unmatched"]


def test_the_order_in_which_minutes_and_sheet_are_given_does_not_matter() -> None:
    assert rows([SHEET, MINUTES]) == rows([MINUTES, SHEET])


def test_owners_whose_post_holds_a_comma_stay_apart() -> None:
    two = owner("Head of Education, Skills and Work") + owner("Ned Quill")
    found = rows([record(actions=[action("o", "write", owners=two), action("p", "read", owners=two[1:] * 2)])])
    assert [row[4] for row in found] == ["Head of Education, Skills and Work; Ned Quill", "Ned Quill, Ned Quill"]


def test_later_minutes_may_report_and_other_minutes_are_refused() -> None:
    report = action("r", "draft circulated", carried=True, refers_to="forum/a1", status="completed")
    later = record(id="forum/2025-03-20/minutes", actions=[report, action("n", "new one")])
    assert [row[-1] for row in rows([MINUTES, later])] == ["Completed", "", "", "Completed", ""]
    with pytest.raises(SettingError, match="minutes of two meetings"):
        sheet_of([MINUTES, record(id="forum/2025-05-01/minutes", actions=[action("n", "new one")])])


def test_an_action_sheet_alone_shows_its_own_rows_as_its_actions() -> None:
    assert rows([SHEET]) == [
        ("new", 1, "Minutes", "", "(no owner stated)", "", "Sent on 20 January"),
        ("new", 2, "Premises", "", "Vera Holt", "", ""),
    ]


def test_actions_without_a_known_minute_keep_their_turn_at_the_end() -> None:
    lost = record(
        items=ITEMS, actions=[action("x", "first lost"), action("y", "second lost"), action("z", "known", item="2")]
    )
    assert [a.task for a in in_minute_order(lost)] == ["known", "first lost", "second lost"]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ("not_found", "No actions were found in this paper."),
        ("stated_none", "The paper states that there were no actions."),
        ("not_searched", "This paper was not searched for actions."),
    ],
)
@pytest.mark.parametrize(("what", "form"), EVERY)
def test_none_found_is_not_none_stated(what: What, form: Form, found: str, sentence: str) -> None:
    content = render(what, [record(coverage={"actions": found})], form=form)
    assert sentence in (word_text(content) if form == "docx" else content)


def test_promises_alone_never_read_as_no_actions() -> None:
    promise = record(coverage={"actions": "stated"}, actions=[action("p", "share the slides", marked=False)])
    sheet = sheet_of([promise])
    assert sheet.none == "No new marked actions were found in this paper."
    assert [group.key for group in sheet.groups] == ["new", "promised"]


@pytest.mark.parametrize(("what", "form"), EVERY)
def test_every_form_says_the_same(what: What, form: Form) -> None:
    content = render(what, [MINUTES], form=form)
    text = word_text(content) if form == "docx" else str(content)
    for words in (
        "Harrowdale Schools Forum",
        "16 January 2025",
        "Tobias Ashdown",
        "(no owner stated)",
        "Also promised in the discussion",
        "4..6 was read as 4.6 (page 4).",
        "minutes.pdf, pages 4 to 9",
    ):
        assert words in text
    if what == "summary":
        for words in (
            "Orla Fenwick",
            "£890,000",
            "20 March 2025",
            "9 for, 1 against, 0 abstained",
            "The plan was noted.",
        ):
            assert words in text
        assert "The paper states that there were no apologies." in text


def test_words_of_the_paper_cannot_break_the_sheet() -> None:
    markdown = render("action-sheet", [MINUTES], form="md")
    assert "Publish the rates \\| by sector" in markdown
    assert "Circulate \\<the\\> draft & notes" in markdown
    assert "R&D \\&lt; plan" in render("action-sheet", [record(actions=[action("e", "R&D &lt; plan")])], form="md")
    page = render("action-sheet", [MINUTES], form="html")
    assert "Circulate &lt;the&gt; draft &amp; notes" in page
    assert "Circulate <the> draft & notes" in word_text(render("action-sheet", [MINUTES], form="docx"))


def test_the_markdown_table_keeps_its_six_columns() -> None:
    odd = record(actions=[action("o", "a | b \\| c `d|e` [f](g) *h* _i_", owners=owner("A|B"), progress="x\n\n| y |")])
    page = MarkdownIt().enable("table").render(str(render("action-sheet", [odd], form="md")))
    cells = [cell.text_content() for cell in lxml_html.fromstring(page).xpath("//tbody//td")]
    assert cells == ["1", "", "A | b \\| c `d|e` [f](g) *h* _i_", "A|B", "", "x | y |"]


def test_template_tags_and_control_characters_in_a_paper_stay_words() -> None:
    odd = record(actions=[action("o", "print {{ sheet.body }} and {% raw %}\x07\u000bnow")])
    for form in ("md", "html", "docx"):
        content = render("action-sheet", [odd], form=form)
        text = word_text(content) if form == "docx" else str(content).replace("\\", "")
        assert "Print {{ sheet.body }} and {% raw %} now" in text


def test_html_is_accessible_and_self_contained() -> None:
    page = render("action-sheet", [MINUTES, SHEET], form="html")
    tree = lxml_html.fromstring(page)
    assert tree.get("lang") == "en-GB"
    assert not tree.xpath("//script|//link|//img|//@href|//@src")
    assert all(cell.get("scope") in ("col", "row") for cell in tree.xpath("//th"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//table/@aria-labelledby")) <= set(ids)
    heads = [
        [" ".join(th.text_content().split()) for th in table.xpath(".//thead//th")] for table in tree.xpath("//table")
    ]
    assert heads == [["No", "Topic", "Action", "Responsibility", "Due", "Outcome"]] * 4


def test_exempt_actions_are_labelled() -> None:
    closed = record(
        items=[{"number": "7", "title": "Lease", "visibility": "exempt", "evidence": E}],
        actions=[action("e", "sign the lease", item="7")],
    )
    assert "exempt" in render("action-sheet", [closed], form="md", include_exempt=True)
    assert "exempt" in word_text(render("action-sheet", [closed], form="docx", include_exempt=True))
    assert "exempt" not in render("action-sheet", [MINUTES], form="md")


def test_a_paper_read_in_part_says_so() -> None:
    problem = {"code": "page-without-text", "severity": "error", "message": "Page 3 has no text."}
    assert "may be incomplete" in render("action-sheet", [record(problems=[problem])], form="md")
    assert "may be incomplete" not in render("action-sheet", [MINUTES], form="md")


@pytest.mark.parametrize(("what", "form"), EVERY)
def test_the_same_records_give_the_same_bytes(what: What, form: Form) -> None:
    assert render(what, [MINUTES, SHEET], form=form) == render(what, [MINUTES, SHEET], form=form)


def test_word_files_carry_no_clock() -> None:
    content = render("action-sheet", [MINUTES], form="docx")
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_workspace_template_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "action-sheet.md.j2").write_text(
        "{{ sheet.body }}: {{ sheet.groups[0].rows | length }} to do\n", "utf-8"
    )
    assert render("action-sheet", [MINUTES], form="md", templates=tmp_path) == "Harrowdale Schools Forum: 3 to do\n"
    assert "# Harrowdale" in render("summary", [MINUTES], form="md", templates=tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("one\n{{ sheet.bdy }}\n", "line 2", "bdy"),
        ("one\ntwo\n{% for row in sheet.groups %}\n", "line 3", "end of template"),
        ("{{ 1 / 0 }}", "line 1", "division"),
        ("{{ sheet.__class__.__mro__ }}", "line 1", "unsafe"),
        ("{% include 'none.j2' %}", "line 1", "none.j2"),
    ],
)
def test_a_broken_template_is_one_sentence_with_its_name_and_line(
    tmp_path: Path, text: str, line: str, words: str
) -> None:
    (tmp_path / "action-sheet.md.j2").write_text(text, "utf-8")
    with pytest.raises(SettingError) as error:
        render("action-sheet", [MINUTES], form="md", templates=tmp_path)
    message = str(error.value)
    assert "action-sheet.md.j2" in message and line in message and words in message
    assert "\n" not in message


def test_a_broken_word_template_quotes_its_paragraph(tmp_path: Path) -> None:
    word = Document()
    word.add_paragraph("For the members of")
    word.add_paragraph("Sheet of {{ sheet.bdy }}")
    word.save(str(tmp_path / "action-sheet.docx"))
    with pytest.raises(SettingError, match=r"action-sheet\.docx: the paragraph “Sheet of \{\{ sheet\.bdy \}\}”.*bdy"):
        render("action-sheet", [MINUTES], form="docx", templates=tmp_path)


def test_a_file_that_is_no_word_template_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "summary.docx").write_bytes(b"not a zip")
    with pytest.raises(SettingError, match="not a Word template"):
        render("summary", [MINUTES], form="docx", templates=tmp_path)


def test_wrong_use_is_one_sentence() -> None:
    with pytest.raises(SettingError, match="no record"):
        render("summary", [])
    with pytest.raises(SettingError, match="no action-sheet as pdf"):
        render("action-sheet", [MINUTES], form="pdf")  # type: ignore[arg-type]


def test_summary_groups_decisions_under_their_items() -> None:
    decided = summary_of(MINUTES).decided
    assert [(item.number, item.title, len(item.decisions)) for item in decided] == [
        ("10", "DEDICATED SCHOOLS GRANT 2025/26", 1),
        ("", "Not under an item", 1),
    ]
    assert decided[0].decisions[0].by == "Proposed by Orla Fenwick, seconded by Ned Quill"


@pytest.mark.parametrize(
    "kind",
    [kind for kind in vars(views).values() if dataclasses.is_dataclass(kind) and kind.__module__ == views.__name__],
)
def test_the_readme_names_everything_that_a_template_may_use(kind: type) -> None:
    readme = (make_templates.FOLDER / "README.md").read_text("utf-8")
    assert [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in readme] == []


def test_the_word_templates_are_what_their_script_makes() -> None:
    made = {path.stem for path in make_templates.FOLDER.glob("*.docx")}
    assert made == make_templates.TEMPLATES.keys()
    for name, make in make_templates.TEMPLATES.items():
        assert (make_templates.FOLDER / f"{name}.docx").read_bytes() == make(), "run: python -m tests.make_templates"


@pytest.mark.needs_office
def test_libreoffice_opens_the_word_sheet(tmp_path: Path) -> None:
    content = render("action-sheet", [MINUTES, SHEET], form="docx")
    assert isinstance(content, bytes)
    (tmp_path / "sheet.docx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "sheet.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "sheet.txt").read_text("utf-8")
    assert "Sent on 20 January" in text and "{" not in text
