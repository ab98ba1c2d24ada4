"""The PDF, Word and ODT papers that make the invented bodies' year whole; make_corpus.py writes them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

from docx.document import Document as Word
from docx.shared import Pt
from odfdo import Document as Odt
from odfdo import Header, XmlPart
from odfdo import Paragraph as OdtParagraph
from odfdo import Table as OdtTable
from reportlab.platypus import Flowable, Paragraph, Spacer

from pipeline.render import settle_zip
from tests import year_words as words
from tests.corpus_print import BODY, ITEM, TITLE, beside, pdf
from tests.make_templates import lean_word

WHEN = datetime.datetime(2025, 1, 1)
COUNCIL, FORUM = "Ambleforth Parish Council", "Harrowdale Schools Forum"


def september() -> bytes:
    """PDF minutes of 9 September 2025: owners' initials in a right-hand column, matters arising in prose."""
    story: list[Flowable] = [
        Paragraph(COUNCIL.upper(), TITLE),
        Paragraph(
            "Minutes of the meeting held on Tuesday 9 September 2025 at 7.15 pm in the Reading Room, Church Lane,"
            " Ambleforth",
            BODY,
        ),
        Paragraph(
            "Present: Cllr Desmond Pell (Chair), Cllr Imogen Thackray, Cllr Hugh Stainforth, Cllr Priya Venn,"
            " Cllr Callum Orde",
            BODY,
        ),
        Paragraph(
            "In attendance: Mrs Judith Garrow (Clerk), Cllr Norah Bexley (Harrowdale District Council)",
            BODY,
        ),
        beside("", "ACTION", ITEM),
    ]
    for title, paragraphs in words.SEPTEMBER:
        story.append(beside(title, "", ITEM))
        for text, initials in paragraphs:
            story += [beside(text, initials, BODY), Spacer(1, 5)]
    return pdf(story, f"{COUNCIL}, 9 September 2025", COUNCIL)


def sheet() -> bytes:
    """The Word action sheet of 9 September 2025, whose table names another owner than the minutes do."""
    word = _word()
    word.add_paragraph(COUNCIL, style="Title")
    word.add_paragraph("Action sheet: meeting of 9 September 2025", style="Heading 1")
    _table(word, words.SHEET)
    return _saved(word, "Action sheet, 9 September 2025", COUNCIL)


def november() -> bytes:
    """ODT minutes of 11 November 2025: initials before surnames, a table of progress, an exempt item."""
    odt = _odt(COUNCIL, words.NOVEMBER_FRONT, "Minutes, 11 November 2025")
    for title, paragraphs in words.NOVEMBER:
        odt.body.append(Header(2, title))
        for text in paragraphs:
            odt.body.append(OdtParagraph(text, style="Text_20_body"))
        if not paragraphs:
            odt.body.append(_rows("Progress", words.PROGRESS))
    return _packed(odt)


def forum_march() -> bytes:
    """Word minutes of 20 March 2025: a table of members, typed numbers, "ACTION:" lines."""
    word = _word()
    word.add_paragraph(FORUM.upper(), style="Title")
    word.add_paragraph(
        "Minutes of a meeting held on Thursday 20 March 2025 at 2.00 pm in the Conference Room, Beck House, Harrowdale"
    )
    word.add_paragraph().add_run("Present:").bold = True
    _table(word, words.MEMBERS)
    for text in (
        "Officers: Ottilie Brandreth (Head of Education), Lionel Farrar (Schools Finance Manager), Cordelia Nunn (Clerk"
        " to the Forum)",
        "Apologies: Fergus Lindale (Early Years Providers), Mabel Sowerby (Secondary Governors)",
    ):
        word.add_paragraph(text)
    for title, paragraphs in words.FORUM_MARCH:
        word.add_paragraph(title, style="Heading 1")
        for text in paragraphs:
            word.add_paragraph(text)
    return _saved(word, "Minutes, 20 March 2025", FORUM)


def forum_october() -> bytes:
    """PDF minutes of 16 October 2025: lists of members by line, "ACTION:" lines."""
    story: list[Flowable] = [
        Paragraph(FORUM.upper(), TITLE),
        Paragraph(
            "Minutes of a meeting held on Thursday 16 October 2025 at 2.00 pm in the Conference Room, Beck House,"
            " Harrowdale",
            BODY,
        ),
    ]
    for title, paragraphs in (*words.OCTOBER_FRONT, *words.FORUM_OCTOBER):
        story += [Paragraph(title, ITEM), *(Paragraph(text, BODY) for text in paragraphs)]
    return pdf(story, f"{FORUM}, 16 October 2025", FORUM)


def log() -> bytes:
    """The ODT action log of 16 October 2025: the year's actions by meeting and minute."""
    odt = _odt(FORUM.upper(), ("Action log at 16 October 2025",), "Action log, 16 October 2025")
    odt.body.append(_rows("Log", words.LOG))
    return _packed(odt)


def _word() -> Word:
    word = lean_word()
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Arial", Pt(11)
    return word


def _table(word: Word, rows: words.Rows) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _saved(word: Word, title: str, author: str) -> bytes:
    core = word.core_properties
    core.title, core.author, core.comments = title, author, ""
    core.created = core.modified = WHEN
    out = io.BytesIO()
    word.save(out)
    return settle_zip(out.getvalue())


def _odt(head: str, front: tuple[str, ...], title: str) -> Odt:
    odt = Odt("text")
    odt.body.clear()
    styles = odt.get_part("styles.xml")
    assert isinstance(styles, XmlPart)
    for level in styles.get_elements("//text:outline-level-style"):
        for name in ("style:num-format", "style:num-suffix"):
            level.set_attribute(name, "")  # odfdo's blank file numbers its headings
    odt.body.append(Header(1, head))
    for text in front:
        odt.body.append(OdtParagraph(text, style="Text_20_body"))
    odt.meta.creation_date = odt.meta.date = WHEN
    odt.meta.generator, odt.meta.title = "make_corpus", title
    return odt


def _rows(name: str, rows: words.Rows) -> OdtTable:
    table = OdtTable(name, width=len(rows[0]), height=len(rows))
    table.set_values(rows)
    return table


def _packed(odt: Odt) -> bytes:
    out = io.BytesIO()
    odt.save(out)
    return settle_zip(out.getvalue())


PAPERS: dict[str, Callable[[], bytes]] = {
    "ambleforth-parish-council/2025-09-09-minutes.pdf": september,
    "ambleforth-parish-council/2025-09-09-action-sheet.docx": sheet,
    "ambleforth-parish-council/2025-11-11-minutes.odt": november,
    "harrowdale-schools-forum/2025-03-20-minutes.docx": forum_march,
    "harrowdale-schools-forum/2025-10-16-minutes.pdf": forum_october,
    "harrowdale-schools-forum/2025-10-16-action-log.odt": log,
}
