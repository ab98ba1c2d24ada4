"""Titles in bold that run on into what was said, without a colon, in every format that tells of bold letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.typed import record_in

HEAD = (
    "Ambridge Parish Council",
    "Minutes of the meeting on 14 January 2025 in the Village Hall",
    "Present: Cllrs A Bright (Chair), C Dene and E Frost",
)
ROWS = (
    ("Apologies", "Cllr M North had sent hers."),
    ("Minutes", "Those of 12 November were agreed and signed."),
    ("Grit bins", "Residents had asked for one by the school. The Clerk will write to the county."),
    ("Play area", "EF to tighten the swing."),
    ("Planning", "24/00311/HH 2 Church Lane – no objection."),
)
TITLES = [title for title, _ in ROWS]


def _markdown(path: Path, *, numbered: bool) -> Path:
    rows = [f"{f'{n}. ' if numbered else ''}**{title}** {said}" for n, (title, said) in enumerate(ROWS, 1)]
    path = path / "a.md"
    path.write_text("\n\n".join((*HEAD, *rows)), "utf-8")
    return path


def _word(path: Path, *, numbered: bool) -> Path:
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    for number, (title, said) in enumerate(ROWS, 1):
        paragraph = document.add_paragraph(f"{number}. " if numbered else "")
        paragraph.add_run(title).bold = True
        paragraph.add_run(f" {said}")
    document.save(str(path / "a.docx"))
    return path / "a.docx"


def _printed(path: Path, *, numbered: bool) -> Path:
    style = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
    rows = [f"{f'{n}. ' if numbered else ''}<b>{title}</b> {said}" for n, (title, said) in enumerate(ROWS, 1)]
    SimpleDocTemplate(str(path / "a.pdf"), pagesize=A4).build([Paragraph(text, style) for text in (*HEAD, *rows)])
    return path / "a.pdf"


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("make", [_markdown, _word, _printed])
def test_the_bold_words_are_the_title(make: object, numbered: bool, tmp_path: Path) -> None:
    assert callable(make)
    record = record_in(make(tmp_path, numbered=numbered))
    titles = [item.title for item in record.items]
    assert titles == TITLES if numbered else titles[-4:] == TITLES[1:]  # who sent apologies may be a list
    assert [(action.item, action.task) for action in record.actions] == [
        ("3" if numbered else None, "The Clerk will write to the county."),
        ("4" if numbered else None, "EF to tighten the swing."),
    ]


def test_bold_cells_of_a_table_open_their_rows(tmp_path: Path) -> None:
    rows = [f"| {n} | **{title}** {said} | {'AB' if n == 3 else ''} |" for n, (title, said) in enumerate(ROWS, 1)]
    path = tmp_path / "a.md"
    path.write_text("\n\n".join((*HEAD, "\n".join(("| No. | Business | Who |", "|---|---|---|", *rows)))), "utf-8")
    assert [(item.number, item.title) for item in record_in(path).items] == [
        (str(n), title) for n, title in enumerate(TITLES, 1)
    ]


def test_who_is_set_in_bold_opens_no_item(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    said = ("**AB** reported on the hall.", "**CD** asked about the heating.", "**The Clerk** thanked them both.")
    path.write_text("\n\n".join((*HEAD, "1. Hall", *said, "2. Date of next meeting", "11 March 2025")), "utf-8")
    assert [item.title for item in record_in(path).items] == ["Hall", "Date of next meeting"]


def test_a_comment_on_an_application_is_no_task_of_whoever_stands_beside_it(tmp_path: Path) -> None:
    said = (
        ("**Apologies** None.", ""),
        ("**Minutes** Agreed and signed.", ""),
        ("**Planning** 24/00320/FUL Hill Farm – object. 24/00333/TPO – no comment.", "AB"),
        ("**Signs** The old ones have gone. New ones to be ordered.", "AB"),
        ("**Trees** Nothing to tell.", ""),
    )
    rows = [f"| {n} | {text} | {who} |" for n, (text, who) in enumerate(said, 1)]
    path = tmp_path / "a.md"
    path.write_text("\n\n".join((*HEAD, "\n".join(("| No. | Business | Who |", "|---|---|---|", *rows)))), "utf-8")
    assert [(action.item, action.task) for action in record_in(path).actions] == [("4", "New ones to be ordered.")]
