"""Pages are not lost in silence: libraries must agree on their number, and what was not read is told on every sheet."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pipeline.export.books import Books
from pipeline.problem import Problem, UnreadableError
from pipeline.read import pdf, read
from pipeline.registers.make import Form, Register, make
from pipeline.registers.period import left_out
from pipeline.render import What, render
from pipeline.run import records_of
from pipeline.show import lines_of
from pipeline.wording import UNREAD, read_in_part
from pipeline.write import to_yaml
from tests.printed import rules, source_of
from tests.test_cli import Run, run  # noqa: F401 - a fixture
from tests.test_render import record
from tests.test_split import AGENDA, MINUTES, SHEET


def a_pdf(path: Path, pages: int) -> Path:
    with pikepdf.new() as file:
        for _ in range(pages):
            file.add_blank_page()
        file.save(path)
    return path


@pytest.mark.parametrize("counts", ["_pages_by_qpdf", "_pages_by_plumber"])
def test_pages_that_libraries_count_differently_are_not_taken_on_trust(
    counts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_pdf(tmp_path / "a.pdf", 3)
    assert len(read(path).pages) == 3
    monkeypatch.setattr(pdf, "_pages_by_qpdf", lambda _: 2)  # so it is mended, and counted by all three
    if counts == "_pages_by_qpdf":
        assert len(read(path).pages) == 3, "after mending they agree"
        return
    monkeypatch.setattr(pdf, "_pages_by_plumber", lambda _: 1)
    with pytest.raises(UnreadableError, match="1 of its 3 pages could be recovered") as caught:
        read(path)
    assert caught.value.reason == "page-count"


def test_a_file_that_qpdf_cannot_open_is_counted_by_pdfplumber(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_pages_by_qpdf", lambda _: -1)
    assert len(read(a_pdf(tmp_path / "a.pdf", 2)).pages) == 2


@pytest.mark.parametrize("damaged", [False, True])
def test_a_pdf_of_too_many_pages_is_set_aside(damaged: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 4)
    assert len(read(a_pdf(tmp_path / "a.pdf", 4)).pages) == 4
    path = a_pdf(tmp_path / "b.pdf", 5)
    if damaged:
        path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "page-limit"


@pytest.mark.parametrize("code", sorted(UNREAD))
def test_a_paper_read_in_part_never_says_that_there_is_nothing(code: str) -> None:
    problem = {"code": code, "severity": "warning", "message": "Page 3 is a picture without text."}
    partly = record(problems=[problem], coverage={"actions": "not_found", "decisions": "not_found"})
    whole = record(coverage={"actions": "not_found", "decisions": "not_found"})
    sheets: tuple[What, ...] = ("action-sheet", "summary")
    for what in sheets:
        said = str(render(what, [partly]))
        assert "whether there were actions is not known" in said
        assert "may be incomplete" in said and "Page 3" in said
        assert "No actions were found" not in said
        assert "No actions were found" in str(render(what, [whole]))
    shown = "\n".join(line for _, line in lines_of(partly))
    assert "none in what could be read of this paper" in shown and "none found" not in shown
    assert f"Parts could not be read of {partly.id}" in left_out(Books((partly,)))
    assert left_out(Books((whole,))) == ""


UNREAD_PAGE = {"code": "page-unread", "severity": "warning", "message": "Page 3 could not be read."}
NONE = re.compile(r"\b(no|nor) (marked |new |open )?(actions?|decisions?)\b|\bnone (were |was )?(found|stated)\b", re.I)
"""How a sheet might say that there is nothing."""


def text_of(made: str | bytes) -> str:
    if isinstance(made, str):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        parts = [name for name in file.namelist() if name.endswith(".xml")]
        return html.unescape(re.sub("<[^>]+>", " ", " ".join(file.read(name).decode("utf-8") for name in parts)))


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("what", ["action-register", "decision-register"])
def test_a_register_of_a_paper_read_in_part_never_says_that_there_is_nothing(what: Register, form: Form) -> None:
    partly, whole = record(problems=[UNREAD_PAGE]), record()
    said = text_of(make(what, Books((partly,)), as_of="2025-06-01", form=form))
    assert "is not known" in said and "entries may be missing here" in said
    assert not NONE.search(said)
    assert NONE.search(text_of(make(what, Books((whole,)), as_of="2025-06-01", form=form)))


@pytest.mark.parametrize(
    "arguments",
    [
        ["actions"],
        ["actions", "--format", "csv"],
        ["actions", "report", "outstanding"],
        ["render", "action-register", "forum"],
        ["render", "decision-register", "forum"],
        ["render", "action-sheet", "forum"],
        ["show", "forum/2025-01-16/minutes"],
        *(["export", form, "-o", "out"] for form in ("csv", "xlsx", "jsonl", "ics", "parquet", "popolo", "akn")),
    ],
    ids=" ".join,
)
def test_no_command_passes_over_what_could_not_be_read(arguments: list[str], run: Run) -> None:  # noqa: F811
    """What goes out of a paper with an unread page comes with a word on it, be it only on the terminal."""
    partly = record(problems=[UNREAD_PAGE], coverage={"actions": "not_found", "decisions": "not_found"})
    path = Path("output/forum/2025-01-16/minutes.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(to_yaml(partly), "utf-8")
    Path("out").mkdir()
    _, out, err = run(*arguments)
    assert re.search(r"could not be read|may be missing", out + err)
    assert not NONE.search(out)


def test_each_paper_of_a_pack_says_what_of_it_was_not_read(tmp_path: Path) -> None:
    source = source_of(AGENDA + MINUTES + SHEET, labels={1: "", 2: "1", 3: "2", 4: "3"})
    unread = Problem("page-unread", "Page 3 could not be read.", pages=(3,))
    told = {one.kind: read_in_part(one) for one in records_of(replace(source, problems=(unread,)), rules())}
    assert told["minutes"] and not told["action-sheet"]
    cut = Problem("file-cut-short", "The end is missing.", severity="error")
    cut_short = records_of(replace(source, problems=(cut,)), rules())
    assert len(cut_short) == 3 and all(map(read_in_part, cut_short))


def test_a_file_that_only_pdfium_opens_without_a_password_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_pdf(tmp_path / "a.pdf", 3)
    monkeypatch.setattr(pdf, "_pages_by_qpdf", lambda _: pdf.LOCKED)
    assert len(read(path).pages) == 3
