"""Every shipped template with hostile words in every field that it may show: they come out as words."""

from __future__ import annotations

import csv
import io
import re
import typing
import zipfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as web
from markdown_it import MarkdownIt

from pipeline.pack import Pack
from pipeline.record import Record
from pipeline.registers.views import ActionRegister, AttendanceTable, DecisionRegister, Reminders
from pipeline.render import ESCAPES, fill
from pipeline.reports import Report
from pipeline.shipped import templates_folder
from pipeline.views import Sheet, Summary
from pipeline.write import to_yaml
from tests.test_cli import Run, run  # noqa: F401 - a fixture
from tests.test_render import record

HOSTILE = (
    "<evil a='1'>&lt;evil&gt;</evil><script>evil()</script>\" onclick=\"evil()\" ' onclick='evil()"
    " [evil](javascript:evil) ![evil](https://evil.invalid) | *evil* _evil_ `evil` ~~evil~~ {{ 7 * 191 }} {% raw %}"
    "\n# evil\n\n- evil\n\n    evil\n\x00\x07\ufffe\u202e http://evil.invalid/ &#60;evil&#62; --> ]]> ${evil} \\"
)
VIEWS: dict[str, tuple[str, Any]] = {
    "action-sheet": ("sheet", Sheet),
    "summary": ("papers", tuple[Summary, ...]),
    "decision-register": ("register", DecisionRegister),
    "action-register": ("register", ActionRegister),
    "reminder": ("register", Reminders),
    "attendance": ("register", AttendanceTable),
    "report": ("report", Report),
    "evidence-pack": ("pack", Pack),
}
"""Template -> what it is given."""
TEMPLATES = sorted(
    path.name.removesuffix(".j2") for path in templates_folder().iterdir() if path.suffix in (".j2", ".docx")
)
TEMPLATES.remove("base.html")  # the frame of the others


def hostile(kind: Any, *, empty: bool) -> Any:
    """A value of a type with hostile words wherever it holds text; with `empty`, lists are empty."""
    if kind is str:
        return HOSTILE
    if kind is bool:
        return True
    if kind is int:
        return 2
    if typing.get_origin(kind) is tuple:
        return () if empty else (hostile(typing.get_args(kind)[0], empty=empty),) * 2
    if is_dataclass(kind) and isinstance(kind, type):
        kinds = typing.get_type_hints(kind)
        return kind(**{one.name: hostile(kinds[one.name], empty=empty) for one in fields(kind)})
    [first, *_] = [one for one in typing.get_args(kind) if one is not type(None)]
    return hostile(first, empty=empty) if isinstance(first, type) else first


def made(template: str, *, empty: bool) -> str | bytes:
    name, _, form = template.rpartition(".")
    key, kind = VIEWS[name]
    view = hostile(kind, empty=empty and name not in ("summary", "reminder"))  # none of these without a paper, a letter
    return fill(name, {key: view}, form=form, templates=None)  # type: ignore[arg-type]


def test_every_template_is_tried() -> None:
    assert {template.rpartition(".")[0] for template in TEMPLATES} == set(VIEWS)
    assert len(TEMPLATES) >= 20


def check_page(page: str, told: int) -> None:
    tree = web.fromstring(page)
    assert not list(tree.iter("evil", "script", "iframe", "object"))
    for element in tree.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "a"], element.tag
        for name in ("href", "src", "action"):
            address = str(element.get(name, ""))
            # A field that is an address of ours (a picture in the file itself) may hold the words, but runs nothing.
            assert not re.match(r"\s*(javascript|vbscript):", address, re.IGNORECASE)
    assert tree.text_content().count("<script>evil()</script>") >= told


@pytest.mark.parametrize("empty", [False, True], ids=["full", "empty"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_hostile_words_in_every_field_stay_words(template: str, empty: bool) -> None:
    content = made(template, empty=empty)
    form = template.rpartition(".")[2]
    if form == "docx":
        assert isinstance(content, bytes)
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = {name: file.read(name) for name in file.namelist() if name.endswith(".xml")}
        trees = {name: etree.fromstring(part) for name, part in parts.items()}  # each is whole XML
        assert not [name for name, tree in trees.items() for _ in tree.iter("evil", "script", "{*}evil")]
        text = "".join(trees["word/document.xml"].itertext())
        assert "<script>evil()</script>" in text
    else:
        assert isinstance(content, str)
        text = content
        page = content if form == "html" else MarkdownIt("commonmark").enable("table").render(content)
        check_page(page if form == "html" else f"<html>{page}</html>", told=1)
        if form == "md":
            tree = web.fromstring(f"<html>{page}</html>")
            assert [one.text for one in tree.iter("em", "code", "s", "del") if one.text == "evil"] == []
            assert not [one for one in tree.iter("a", "img") if "evil" in str(one.attrib)]
            assert not [one for one in tree.iter("h1", "li") if (one.text or "").strip() == "evil"]
    assert str(7 * 191) not in text and "{{ 7 * 191 }}" in text.replace("\\", "")
    assert "\x00" not in text and "\x07" not in text


RUN_AWAY = "=cmd|' /c calc'!A0"
RUNS = re.compile(r"\s*[=+@＝＋－＠\t\r\n]|\s*-(?!\Z|[\d.]+\Z)")
"""What a spreadsheet would run; a lone dash marks who was absent, and a sum may be negative."""


def formulas() -> Record:
    """Minutes whose every name, post and sentence begins as a formula does."""
    ways = (RUN_AWAY, f"+{RUN_AWAY}", f"-2+3+{RUN_AWAY}", "@SUM(1+1)*x", f" {RUN_AWAY}", "＝1")
    evidence = {"page": 1, "quote": RUN_AWAY, "rule": "x"}
    return record(
        attendance=[{"name": way, "status": "present", "capacity": RUN_AWAY, "evidence": evidence} for way in ways],
        actions=[
            {
                "id": f"forum/2025-01-16/action/{number}",
                "task": way,
                "topic": way,
                "progress": way,
                "owners": [{"name": way, "as_written": way, "role": way}],
                "due": {"text": way, "date": None},
                "marked": True,
                "carried": False,
                "evidence": evidence,
            }
            for number, way in enumerate(ways, start=1)
        ],
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["actions", "--format", "csv"],
        ["actions", "report", "outstanding", "--by", "owner", "--format", "csv"],
        ["people", "forum", "--attendance", "--format", "csv"],
        ["export", "csv", "--what", "actions"],
        ["export", "csv", "--what", "attendance"],
    ],
    ids=" ".join,
)
def test_no_cell_of_any_csv_is_run_by_a_spreadsheet(arguments: list[str], run: Run) -> None:  # noqa: F811
    path = Path("output/forum/2025-01-16/minutes.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(to_yaml(formulas()), "utf-8")
    code, out, err = run(*arguments)
    assert code == 0, err
    rows = list(csv.reader(io.StringIO(out)))
    assert len(rows) >= 5 and "cmd|" in out
    assert [cell for row in rows for cell in row if RUNS.match(cell)] == []


def test_what_the_templates_are_given_has_been_made_safe() -> None:
    """Without the escapes the tests above would fail: the words are as bad as they look."""
    page = MarkdownIt("commonmark").enable("table").render(HOSTILE)
    assert "<evil" in page and "<h1>evil</h1>" in page
    assert "<evil" not in MarkdownIt("commonmark").render(ESCAPES["md"](HOSTILE))


def test_the_words_come_out_of_a_page_that_does_not_escape(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text("{{ report.title | safe }}")
    page = fill("report", {"report": hostile(Report, empty=True)}, form="html", templates=tmp_path)
    with pytest.raises(AssertionError):
        check_page(str(page), told=1)
