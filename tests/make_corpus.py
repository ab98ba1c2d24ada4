"""Makes the PDF, Word and ODT papers of corpus/: python -m tests.make_corpus

The councils, people and firms are invented. The files carry fixed dates and no compression, so the same words give the
same bytes on every machine (with the reportlab, python-docx and odfdo of the lock file). The text, HTML and Markdown
papers are typed by hand; tests/gold/corpus/ holds what a reader finds in each.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from odfdo import Document as Odt
from odfdo import Header, XmlPart
from odfdo import Paragraph as OdtParagraph
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer

from pipeline.render import settle_zip
from tests import corpus_words as words
from tests import make_year
from tests.corpus_print import BODY, ITEM, TITLE, beside, pdf, ruled
from tests.make_templates import lean_word

CORPUS = Path(__file__).parent.parent / "corpus"
WHEN = datetime.datetime(2025, 1, 1)


def pack() -> bytes:
    """The agenda pack of 11 March 2025: agenda, last minutes with an action column, a report, the action sheet."""
    story: list[Flowable] = [
        Paragraph("AMBLEFORTH PARISH COUNCIL", TITLE),
        Paragraph(
            "Members are summoned to the meeting of the Parish Council to be held in the Reading Room, Church"
            " Lane, Ambleforth on Tuesday 11 March 2025 at 7.15 pm.",
            BODY,
        ),
        Paragraph("Judith Garrow, Clerk to the Council", BODY),
        Paragraph("AGENDA", TITLE),
    ]
    for number, title, text in words.AGENDA:
        story += [Paragraph(f"{number}&nbsp;&nbsp;&nbsp;{title}", ITEM), Paragraph(text, BODY)]
    story += [PageBreak(), Paragraph("NOTES", TITLE), *(Paragraph(note, BODY) for note in words.NOTES)]
    story += [
        PageBreak(),
        Paragraph("AMBLEFORTH PARISH COUNCIL", TITLE),
        Paragraph(
            "Minutes of the meeting held on Tuesday 14 January 2025 at 7.15 pm in the Reading Room, Church Lane,"
            " Ambleforth",
            BODY,
        ),
        Paragraph(
            "Present: Cllr Imogen Thackray (Chair), Cllr Desmond Pell (Vice-Chair), Cllr Rosalind Marwood,"
            " Cllr Hugh Stainforth, Cllr Priya Venn",
            BODY,
        ),
        Paragraph(
            "In attendance: Mrs Judith Garrow (Clerk), Cllr Norah Bexley (Harrowdale District Council) and two"
            " members of the public",
            BODY,
        ),
        beside("", "ACTION", ITEM),
    ]
    for title, paragraphs in words.MINUTES:
        story.append(beside(title, "", ITEM))
        story += [beside(text, initials, BODY) for text, initials in paragraphs]
    story += [
        Spacer(1, 24),
        Paragraph("Signed ............................ Chair&nbsp;&nbsp;&nbsp;Date ..................", BODY),
    ]
    story += [PageBreak(), *_report()]
    story += [
        PageBreak(),
        Paragraph("AMBLEFORTH PARISH COUNCIL", TITLE),
        Paragraph("Action sheet: meeting of 14 January 2025", ITEM),
        ruled(words.ACTIONS, [85, 150, 75, 75, 115]),
    ]
    return pdf(story, "Ambleforth Parish Council, 11 March 2025", "Ambleforth Parish Council")


def _report() -> list[Flowable]:
    story: list[Flowable] = [
        Paragraph("PLAY AREA SURFACING", TITLE),
        Paragraph("Report of the Clerk to the meeting of Ambleforth Parish Council on 11 March 2025", BODY),
    ]
    for title, paragraphs in words.REPORT:
        story += [Paragraph(title, ITEM), *(Paragraph(text, BODY) for text in paragraphs)]
    story += [
        PageBreak(),
        Paragraph("Table 1: funding of the play area surface", ITEM),
        ruled(words.FUNDING, [200, 90, 90, 90]),
        Spacer(1, 10),
        Paragraph(words.REPORT_END[0], ITEM),
        *(Paragraph(text, BODY) for text in words.REPORT_END[1]),
    ]
    return story


NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>"""


def minutes() -> bytes:
    """Word minutes of 13 May 2025: numbers drawn by Word, an attendance list, votes, an action table."""
    word = lean_word()
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Arial", Pt(11)
    numbering = word.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    first.addprevious(parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    word.sections[0].header.paragraphs[0].text = "Ambleforth Parish Council: minutes, 13 May 2025"
    word.add_paragraph("Ambleforth Parish Council", style="Title")
    word.add_paragraph(
        "Minutes of the Annual Meeting held on Tuesday 13 May 2025 at 7.15 pm in the Reading Room, Ambleforth"
    )
    for label, people in (
        (
            "Present:",
            [
                "Cllr Desmond Pell (Chair)",
                "Cllr Imogen Thackray",
                "Cllr Rosalind Marwood",
                "Cllr Priya Venn",
                "Cllr Callum Orde",
            ],
        ),
        ("In attendance:", ["Judith Garrow (Clerk)", "Cllr Norah Bexley (Harrowdale District Council)"]),
    ):
        word.add_paragraph().add_run(label).bold = True
        for name in people:
            word.add_paragraph(name, style="List Bullet")
    for title, paragraphs in words.MAY:
        _numbered(word, title, 0, "Heading 1")
        for text in paragraphs:
            _numbered(word, text, 1, "Normal")
    word.add_paragraph("Actions", style="Heading 1")
    table = word.add_table(rows=0, cols=3, style="Table Grid")
    for row in words.MAY_ACTIONS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    core = word.core_properties
    core.title, core.author, core.comments = "Minutes, 13 May 2025", "Ambleforth Parish Council", ""
    core.created = core.modified = WHEN
    out = io.BytesIO()
    word.save(out)
    return settle_zip(out.getvalue())


def _numbered(word: Word, text: str, level: int, style: str) -> None:
    properties = word.add_paragraph(text, style=style)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 90


def cabinet() -> bytes:
    """ODT minutes of 8 April 2025: lettered resolutions, reasons, an exempt item, the date that call-in ends."""
    odt = Odt("text")
    odt.body.clear()
    styles = odt.get_part("styles.xml")
    assert isinstance(styles, XmlPart)
    for level in styles.get_elements("//text:outline-level-style"):
        for name in ("style:num-format", "style:num-suffix"):
            level.set_attribute(name, "")  # odfdo's blank file numbers its headings
    odt.body.append(Header(1, "HARROWDALE DISTRICT COUNCIL"))
    odt.body.append(Header(1, "CABINET"))
    odt.body.append(
        OdtParagraph(
            "Minutes of the meeting held on Tuesday 8 April 2025 at 6.00 pm in the Council Chamber, Beck House"
        )
    )
    for label, people in words.CABINET_FRONT:
        for text in (label, *people):
            odt.body.append(OdtParagraph(text, style="Text_20_body"))
    for title, paragraphs in words.CABINET:
        odt.body.append(Header(2, title))
        for text in paragraphs:
            odt.body.append(OdtParagraph(text, style="Text_20_body"))
    for text in words.CABINET_END:
        odt.body.append(OdtParagraph(text, style="Text_20_body"))
    odt.meta.creation_date = odt.meta.date = WHEN
    odt.meta.generator, odt.meta.title = "make_corpus", "Cabinet minutes, 8 April 2025"
    out = io.BytesIO()
    odt.save(out)
    return settle_zip(out.getvalue())


PAPERS: dict[str, Callable[[], bytes]] = {
    "ambleforth-parish-council/2025-03-11-pack.pdf": pack,
    "ambleforth-parish-council/2025-05-13-minutes.docx": minutes,
    "harrowdale-district-council/2025-04-08-cabinet.odt": cabinet,
    **make_year.PAPERS,
}


def main() -> None:
    for name, make in PAPERS.items():
        path = CORPUS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())


if __name__ == "__main__":
    main()
