"""Lists and labels as PDFs print them: bullets beside labels, bold labels before a colon, a sentence over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from pipeline.paper import Line
from pipeline.read import read
from pipeline.record import Record
from tests.typed import record_in, record_of, titles

BODY = ParagraphStyle("p", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
HEAD = (
    "Sagehill Rowing Club committee",
    "Minutes of the meeting held on 4 March 2025 in the boathouse",
    "Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch, Gwen Stahl",
)


def _printed(folder: Path, flow: Sequence[Flowable]) -> Record:
    SimpleDocTemplate(str(folder / "a.pdf"), pagesize=A4).build(list(flow))
    return record_in(folder / "a.pdf")


def _labelled(rows: Sequence[tuple[str, str]], style: ParagraphStyle = BODY) -> list[Flowable]:
    """Each row a paragraph below the head, its label in bold before a colon."""
    return [*(Paragraph(text, BODY) for text in HEAD), *(Paragraph(f"<b>{a}:</b> {b}", style) for a, b in rows)]


def test_bullets_beside_labels_stay_with_their_lines(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    rows = ("Dale: paint the landing stage", "Lou: order two throw lines", "Pat: write to the council")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 760, "The committee shared the work out between them as follows, to be done by May.")
    for number, text in enumerate(rows):
        canvas.drawString(90, 730 - 14 * number, "•")
        canvas.drawString(108, 730 - 14 * number, text)
    canvas.save()
    printed = [line.text for line in read(tmp_path / "a.pdf").flow if isinstance(line, Line)]
    assert printed[1:] == [f"• {text}" for text in rows]


def test_a_bold_label_that_a_colon_closes_opens_its_item(tmp_path: Path) -> None:
    rows = (
        ("Treasurer's report", "Lou Amaya said that there is enough for one more winter."),
        ("Landing stage", "Two planks are loose. Dale Ruckert will nail them down before the race in May."),
        ("Spring league", "It was said that eight crews have put their names down, two more than last year."),
        ("Insurance", "The premium has gone up by a tenth. Gwen Stahl will ask for another quotation."),
    )
    assert titles(_printed(tmp_path, _labelled(rows))) == [title for title, _ in rows]


def test_how_people_took_part_is_no_item(tmp_path: Path) -> None:
    rows = (("Present", "Dale Ruckert (Chair), Lou Amaya"), ("Zoom", "Pat Finch and Gwen Stahl"))
    items = (("Landing stage", "Two planks are loose, and the third has gone."), ("Insurance", "The premium went up."))
    flow = [Paragraph(text, BODY) for text in HEAD[:2]]
    flow += [Paragraph(f"<b>{a}:</b> {b}", BODY) for a, b in (*rows, *items)]
    record = _printed(tmp_path, flow)
    assert titles(record) == [title for title, _ in items]
    assert [person.name for person in record.attendance] == ["Dale Ruckert", "Lou Amaya", "Pat Finch", "Gwen Stahl"]


def test_a_page_that_goes_on_with_a_sentence_begins_no_paper(tmp_path: Path) -> None:
    title = ParagraphStyle("t", fontName="Helvetica-Bold", fontSize=14, leading=18, spaceAfter=8)
    flow = [
        Paragraph("Rowing committee meeting", BODY),
        Paragraph("Held on 4 March 2025 in the boathouse. Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch", BODY),
        Paragraph("Agenda", ParagraphStyle("a", parent=title, fontSize=18, leading=24)),
        Paragraph("Landing stage", title),
        Paragraph("Two planks are loose, and all agreed to look at the wood that lies behind the club's other", BODY),
        PageBreak(),
        Paragraph("shed and to say by Friday whether it will do.", BODY),
        Paragraph("Consultation", title),
        Paragraph("The council has asked what clubs think of the new lock. Pat Finch will answer.", BODY),
    ]
    record = _printed(tmp_path, flow)
    assert titles(record) == ["Landing stage", "Consultation"]


def test_a_table_of_minutes_goes_on_over_the_page_without_its_heads(tmp_path: Path) -> None:
    rows = [("Item", "Minutes")] + [
        (f"{word} stage", f"The {word.lower()} stage was looked at in detail by all who came, and {what}. " * 3)
        for word, what in (
            ("Upper", "two planks are loose"),
            ("Lower", "its rail is new"),
            ("Old", "the ladder has gone"),
            ("North", "its lamp works again"),
        )
    ]
    cells = [[Paragraph(f"<b>{a}</b>", BODY), Paragraph(b, BODY)] for a, b in rows]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    tables = [Table(part, colWidths=(110, 340), style=style) for part in (cells[:3], cells[3:])]
    flow = [*(Paragraph(text, BODY) for text in HEAD), tables[0], PageBreak(), tables[1]]
    assert titles(_printed(tmp_path, flow)) == [title for title, _ in rows[1:]]


def test_minutes_below_their_agenda_are_no_pack_of_papers(tmp_path: Path) -> None:
    title = ParagraphStyle("t", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceAfter=8)
    flow = [
        Paragraph("Agenda", ParagraphStyle("a", parent=title, fontSize=16, leading=22)),
        Paragraph("Annual General Meeting, boathouse, 4 March 2025, 10 am", BODY),
        Paragraph("Approval of last year's minutes", title),
        Paragraph("They were approved. Moved by Lou Amaya, seconded by Pat Finch.", BODY),
        Paragraph("Financial report", title),
        Paragraph("The treasurer read it. It was resolved that the fee stays as it is. The year's costs were", BODY),
        PageBreak(),
        Paragraph("Coach hire £220 and paint £31.", BODY),
        Paragraph("Water report", title),
        Paragraph("The river was tested in May. Pat Finch will ask the laboratory for the figures.", BODY),
        Paragraph("Move to adjourn", title),
        Paragraph("Moved by Gwen Stahl, seconded by Lou Amaya. Carried.", BODY),
    ]
    record = _printed(tmp_path, flow)
    assert titles(record) == [
        "Approval of last year's minutes",
        "Financial report",
        "Water report",
        "Move to adjourn",
    ]


def test_an_agendas_numbers_above_titles_in_bold_are_a_list(tmp_path: Path) -> None:
    typed = """
        # Board of the Sagehill Rowing Club, minutes of 4 March 2025

        Present: Dale Ruckert, Lou Amaya, Pat Finch

        **Agenda**

        1. Adopt the rules

        2. Open an account

        3. Move the boats

        **Rules of the club**

        Dale Ruckert read them. They were adopted.

        **Account at the bank**

        Lou Amaya will open one before the end of the month.

        **Boats for the summer**

        It was agreed that they go to the upper stage in May.
    """
    record = record_of(tmp_path, typed, "minutes.md")
    assert titles(record) == ["Rules of the club", "Account at the bank", "Boats for the summer"]


def test_a_bold_label_ends_before_the_name_that_still_stands_in_its_line(tmp_path: Path) -> None:
    narrow = ParagraphStyle("n", parent=BODY, rightIndent=250)
    rows = (
        ("Treasurer's report", "Lou Amaya said that there is enough for one more winter, and that the fee stays."),
        ("Landing stage works", "It was said that two planks are loose and that the ladder has gone missing."),
        ("Insurance of boats", "Gwen Stahl will ask for another quotation, since the premium has gone up."),
    )
    assert titles(_printed(tmp_path, _labelled(rows, narrow))) == [title for title, _ in rows]


def test_who_reports_below_a_title_is_no_item(tmp_path: Path) -> None:
    rows = (
        ("Disclosure of interest", "Pat Finch said that the mill belongs to a cousin of hers, and left for that item."),
        ("Mayor Dale Ruckert", "Library board and the board of the home for the aged."),
        ("Boat ramp", "The ramp was washed out in the spring and will be closed until the council has seen a price."),
        ("Hall roof", "It was said that the roof leaks above the stage and that buckets stand there since the autumn."),
    )
    assert titles(_printed(tmp_path, _labelled(rows))) == [rows[0][0], rows[2][0], rows[3][0]]
