"""Pages are not lost in silence: libraries must agree on their number, and what was not read is told on every sheet."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from pipeline.export.books import Books
from pipeline.problem import UnreadableError
from pipeline.read import pdf, read
from pipeline.registers.period import left_out
from pipeline.render import What, render
from pipeline.show import lines_of
from tests.test_render import record


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


@pytest.mark.parametrize("code", ["file-cut-short", "page-unread", "scanned-page"])
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


def test_a_file_that_only_pdfium_opens_without_a_password_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_pdf(tmp_path / "a.pdf", 3)
    monkeypatch.setattr(pdf, "_pages_by_qpdf", lambda _: pdf.LOCKED)
    assert len(read(path).pages) == 3
