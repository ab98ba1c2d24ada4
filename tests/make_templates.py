"""Makes the Word templates in templates/. Run it after a change: python -m tests.make_templates

A clerk need not run this: the files are ordinary Word files whose styles and words can be changed in Word. Only the
tags in braces must stay.
"""

from __future__ import annotations

import datetime
import io
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from pipeline.render import settle_zip

FOLDER = Path(__file__).parent.parent / "templates"
PARAGRAPHS = (("Table Text", 9.5, False), ("Table Heading", 9.5, True), ("Table Note", 8, False), ("Note", 8.5, False))
KEPT = {"TableNormal", "TableGrid"}
ACCENT = RGBColor(0x1F, 0x4E, 0x79)


def action_sheet() -> bytes:
    word = _blank("{{ sheet.body }}: action sheet, {{ sheet.date }}", landscape=True)
    word.add_paragraph("Action sheet", style="Title")
    word.add_paragraph("{{ sheet.body }}, {{ sheet.date }}", style="Subtitle")
    _if(
        word,
        "sheet.partial",
        "Parts of the papers could not be read, so this list may be incomplete: see the questions at the end.",
    )
    word.add_paragraph("{%p for group in sheet.groups %}")
    word.add_paragraph("{{ group.title }}", style="Heading 1")
    word.add_paragraph("{%p if not group.rows %}")
    word.add_paragraph("{{ sheet.none }}")
    word.add_paragraph("{%p else %}")
    _table(
        word,
        [
            ("No", 10, ["{{ row.number }}"]),
            (
                "Topic",
                52,
                [
                    "{{ row.topic }}{% if row.exempt %} (exempt){% endif %}",
                    "{%p if row.minute %}",
                    "Minute {{ row.minute }}{% if row.page %}, page {{ row.page }}{% endif %}",
                    "{%p endif %}",
                ],
            ),
            ("Action", 88, ["{{ row.action }}"]),
            ("Responsibility", 38, ["{{ row.owner }}"]),
            ("Due", 30, ["{{ row.due }}"]),
            ("Outcome", 49, ["{{ row.outcome }}"]),
        ],
        "row in group.rows",
    )
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    _list(word, "sheet.questions", "Questions for the clerk", "question", "{{ question }}")
    word.add_paragraph("Made from: {{ sheet.sources | join('; ') }}.", style="Note")
    return _bytes(word, "Action sheet")


def summary() -> bytes:
    word = _blank("{{ papers[0].body }}: summary, {{ papers[0].date }}", landscape=False)
    word.add_paragraph("{%p for paper in papers %}")
    word.add_paragraph("{%p if not loop.first %}")
    word.add_paragraph().paragraph_format.page_break_before = True
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{{ paper.body }}", style="Title")
    word.add_paragraph("{{ paper.kind }}, {{ paper.date }}", style="Subtitle")
    _if(word, "paper.title", "{{ paper.title }}")
    _if(
        word,
        "paper.partial",
        "Parts of this paper could not be read, so this summary may be incomplete: see the questions at the end.",
    )
    word.add_paragraph("{%p for fact in paper.facts %}")
    _bold_lead(word, "{{ fact.label }}: ", "{{ fact.value }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p if paper.attendance %}")
    word.add_paragraph("Attendance", style="Heading 1")
    word.add_paragraph("{%p for group in paper.attendance %}")
    _bold_lead(
        word,
        "{{ group.title }}{% if group.people %} ({{ group.people | length }}){% endif %}: ",
        "{% for person in group.people %}{{ person.name }}{% if person.capacity %} ({{ person.capacity }}){% endif %}"
        "{% if not loop.last %}; {% endif %}{% else %}{{ group.none }}{% endfor %}",
    )
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if paper.kind == 'Agenda' %}")
    _list(
        word,
        "paper.business",
        "Business",
        "item",
        "{{ item.heading }}{% if item.officer %} ({{ item.officer }}){% endif %}"
        "{% if item.exempt %} (exempt){% endif %}",
    )
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if paper.decided or paper.kind == 'Minutes' %}")
    word.add_paragraph("Decisions", style="Heading 1")
    word.add_paragraph("{%p for item in paper.decided %}")
    word.add_paragraph("{{ item.heading }}{% if item.exempt %} (exempt){% endif %}", style="Heading 2")
    word.add_paragraph("{%p for decision in item.decisions %}")
    _bold_lead(
        word,
        "{{ decision.outcome }}",
        "{% if decision.minute %} (minute {{ decision.minute }}){% endif %}: {{ decision.text }}"
        "{% if decision.by %} {{ decision.by }}.{% endif %}"
        "{% if decision.votes %} Votes: {{ decision.votes }}.{% endif %}"
        "{% if decision.exempt and not item.exempt %} (exempt){% endif %}",
        style="List Bullet",
    )
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ paper.no_decisions }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if paper.actions[0].rows or paper.actions | length > 1 or paper.kind == 'Minutes' %}")
    word.add_paragraph("{%p for group in paper.actions %}")
    word.add_paragraph("{{ group.title }}", style="Heading 1")
    word.add_paragraph("{%p for row in group.rows %}")
    _bold_lead(
        word,
        "{{ row.owner }}: ",
        "{{ row.action }}{% if row.minute or row.due or row.outcome %} ("
        "{{ ['minute ' ~ row.minute if row.minute else '', 'due ' ~ row.due if row.due else '', "
        "'outcome: ' ~ row.outcome if row.outcome else ''] | select | join('; ') }}"
        "){% endif %}{% if row.exempt %} (exempt){% endif %}",
        style="List Bullet",
    )
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ paper.no_actions }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if paper.money %}")
    word.add_paragraph("Money", style="Heading 1")
    _table(
        word,
        [
            ("As printed", 32, ["{{ amount.text }}"]),
            ("In full", 32, ["{{ amount.full }}"]),
            ("For", 86, ["{{ amount.label }}"]),
            ("Minute", 30, ["{{ amount.minute }}"]),
        ],
        "amount in paper.money",
    )
    word.add_paragraph("{%p endif %}")
    _list(word, "paper.tables", "Tables of figures", "table", "{{ table.label }}: {{ table.value }}")
    _list(word, "paper.asked", "Questions that the paper asks", "question", "{{ question }}")
    _list(word, "paper.questions", "Questions for the clerk", "question", "{{ question }}")
    word.add_paragraph("Made from: {{ paper.source }}.", style="Note")
    word.add_paragraph("{%p endfor %}")
    return _bytes(word, "Summary")


def decision_register() -> bytes:
    word = _blank("{{ register.body }}: register of decisions, {{ register.period }}", landscape=True)
    word.add_paragraph("Register of decisions", style="Title")
    word.add_paragraph("{{ register.body }}, {{ register.period }}", style="Subtitle")
    word.add_paragraph("{%p for meeting in register.meetings %}")
    word.add_paragraph("{{ meeting.heading }}", style="Heading 1")
    _table(
        word,
        [
            ("No", 10, ["{{ row.number }}"]),
            (
                "Item",
                62,
                ["{{ row.item }}{% if row.exempt %} (exempt){% endif %}", *_maybe("row.place", _raised("row.place"))],
            ),
            (
                "Decision",
                131,
                [
                    "{{ row.text }}",
                    *_maybe(
                        "row.by or row.votes",
                        "{{ [row.by, 'votes: ' ~ row.votes if row.votes else ''] | select | join('; ') }}",
                    ),
                ],
            ),
            ("Outcome", 32, ["{{ row.outcome }}"]),
            ("Amount", 32, ["{{ row.amount }}"]),
        ],
        "row in meeting.decisions",
    )
    for row in (word.tables[-1].rows[0], word.tables[-1].rows[2]):
        row.cells[-1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph("Made from: {{ meeting.source }}.", style="Note")
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ register.none }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph(
        "{{ register.count }} decision{{ '' if register.count == 1 else 's' }}."
        "{% if register.left_out %} {{ register.left_out }}{% endif %}",
        style="Note",
    )
    return _bytes(word, "Register of decisions")


def action_register() -> bytes:
    word = _blank("{{ register.body }}: register of actions, {{ register.as_of }}", landscape=True)
    word.add_paragraph("Register of actions", style="Title")
    word.add_paragraph("{{ register.body }}, as of {{ register.as_of }}", style="Subtitle")
    word.add_paragraph("{%p for group in register.groups %}")
    word.add_paragraph("{{ group.title }}", style="Heading 1")
    _table(
        word,
        [
            ("No", 10, ["{{ row.number }}"]),
            (
                "Action",
                92,
                ["{{ row.action }}{% if row.exempt %} (exempt){% endif %}", *_maybe("row.topic", "{{ row.topic }}")],
            ),
            ("Responsibility", 40, ["{{ row.owner }}"]),
            ("Raised", 32, ["{{ row.raised }}", *_maybe("row.place", _raised("row.place"))]),
            ("Due", 35, ["{{ row.due }}", *_maybe("row.was_due", "First: {{ row.was_due }}")]),
            (
                "Status",
                58,
                [
                    "{{ row.status }}{% if row.extensions %}, extended {{ row.extensions }} "
                    "{{ 'time' if row.extensions == 1 else 'times' }}{% endif %}",
                    *_maybe(
                        "row.said or row.heard != row.raised",
                        "{% if row.heard and row.heard != row.raised %}Last heard of {{ row.heard }}"
                        "{% if row.said %}: {% endif %}{% endif %}{{ row.said }}",
                    ),
                ],
            ),
        ],
        "row in group.tasks",
    )
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ register.none }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph(
        "{{ register.count }} action{{ '' if register.count == 1 else 's' }}."
        "{% if register.left_out %} {{ register.left_out }}{% endif %}",
        style="Note",
    )
    return _bytes(word, "Register of actions")


def reminder() -> bytes:
    word = _blank("Reminder of {{ register.as_of }}", landscape=False)
    section = word.sections[0]
    section.left_margin = section.right_margin = Mm(25)
    word.add_paragraph("{%p for letter in register.letters %}")
    word.add_paragraph("{%p if not loop.first %}")
    word.add_paragraph().paragraph_format.page_break_before = True
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{{ letter.body }}", style="Subtitle")
    word.add_paragraph("To: {{ letter.owner }}")
    word.add_paragraph("{{ letter.as_of }}")
    word.add_paragraph("Actions that await you", style="Heading 1")
    word.add_paragraph("{{ letter.greeting }},")

    def by_count(one: str, more: str) -> str:
        return "{{ '" + one + "' if letter.LIST | length == 1 else '" + more + "' }}"

    theirs = f"According to the papers of our meetings {by_count('this action is', 'these actions are')} yours and "
    leads = {
        "overdue": f"{theirs}past the day on which {by_count('it was', 'they were')} due:",
        "open": "{% if letter.overdue %}" + by_count("This one is", "These are") + " open as well:{% else %}"
        f"{theirs}still open:{{% endif %}}",
        "silent": f"Our papers have not spoken of {by_count('this one', 'these')} again. "
        f"If {by_count('it is', 'they are')} settled, a line will do:",
    }
    for name, lead in leads.items():
        word.add_paragraph("{%p if letter." + name + " %}")
        word.add_paragraph(lead.replace("LIST", name)).paragraph_format.space_before = Pt(8)
        _table(
            word,
            [
                ("No", 10, ["{{ row.number }}"]),
                ("Action", 82, ["{{ row.action }}{% if row.exempt %} (exempt){% endif %}"]),
                ("Raised", 34, ["{{ row.raised }}", *_maybe("row.place", _raised("row.place"))]),
                ("Due", 34, ["{{ row.due }}"]),
            ],
            f"row in letter.{name}",
        )
        word.add_paragraph("{%p endif %}")
    last = word.add_paragraph(
        "If something here is done, or is not yours, please tell me when and how, so that our register can say so. "
        "If you need more time, a new date will do."
        "{% if letter.next_meeting %} The next meeting is on {{ letter.next_meeting }}.{% endif %}"
    )
    last.paragraph_format.space_before = Pt(10)
    word.add_paragraph("With thanks and kind regards,").paragraph_format.space_after = Pt(28)
    word.add_paragraph("Clerk, {{ letter.body }}")
    word.add_paragraph("{%p endfor %}")
    return _bytes(word, "Reminder")


def attendance() -> bytes:
    word = _blank("{{ register.body }}: attendance, {{ register.period }}", landscape=True)
    word.add_paragraph("Attendance", style="Title")
    word.add_paragraph("{{ register.body }}, {{ register.period }}", style="Subtitle")
    word.add_paragraph("{{ register.key }}")
    word.add_paragraph("{%p for roll in register.rolls %}")
    word.add_paragraph("{{ roll.title }}", style="Heading 1")
    # docxtpl repeats what stands between `tc` cells, once for each meeting.
    head = ("Name", "{%tc for date in roll.dates %}", "{{ date }}", "{%tc endfor %}", "Came")
    cells = (
        "{{ person.name }}",
        "{%tc for mark in person.marks %}",
        "{{ mark }}",
        "{%tc endfor %}",
        "{{ person.came }}{% if person.named %} of {{ person.named }}{% endif %}",
    )
    _table(word, [(words, width, [words]) for words, width in zip(head, (66, 17, 17, 17, 22), strict=True)],
           "person in roll.people")  # fmt: skip
    row = word.tables[-1].rows[2]
    for cell, words in zip(row.cells, cells, strict=True):
        _fill(word, cell, [words], "Table Text")
    _fill(word, row.cells[0], ["{{ person.name }}", *_maybe("person.capacity", "{{ person.capacity }}")], "Table Text")
    for cell in (word.tables[-1].rows[0].cells[2], row.cells[2]):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_paragraph("{%p endfor %}")
    _if(
        word,
        "register.unread",
        "No list of who came was found in the minutes of: {{ register.unread }}.",
    )
    word.add_paragraph(
        "{{ register.count }} meeting{{ '' if register.count == 1 else 's' }}. “3 of 4”: at three of the four "
        "meetings of the person's time on the body.{% if register.left_out %} {{ register.left_out }}{% endif %}",
        style="Note",
    )
    return _bytes(word, "Attendance")


def _maybe(test: str, words: str) -> list[str]:
    """A second paragraph of a cell, there only where there is something to say."""
    return ["{%p if " + test + " %}", words, "{%p endif %}"]


def _raised(name: str) -> str:
    """The text with its first letter raised."""
    return "{{ " + name + "[0] | upper }}{{ " + name + "[1:] }}"


def _blank(running: str, *, landscape: bool) -> Word:
    word = lean_word()
    word.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang")).set(qn("w:val"), "en-GB")
    section = word.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    for name, size, bold, before, after in (
        ("Normal", 10.5, False, 0, 4),
        ("Title", 22, True, 0, 2),
        ("Subtitle", 13, False, 0, 10),
        ("Heading 1", 13, True, 14, 4),
        ("Heading 2", 11, True, 8, 2),
    ):
        _style(word, name, size=size, bold=bold, before=before, after=after)
    for name, size, bold in PARAGRAPHS:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
        _style(word, name, size=size, bold=bold, before=8 if name == "Note" else 1, after=1)
    grid = word.styles["Table Grid"].element.find(qn("w:tblPr"))
    for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margin = grid.find(qn("w:tblCellMar")).find(qn(f"w:{side}"))
        margin.set(qn("w:w"), str(width))
    grid.find(qn("w:tblInd")).set(qn("w:w"), "85")
    header = section.header.paragraphs[0]
    header.text, header.style = running, word.styles["Note"]
    footer = section.footer.paragraphs[0]
    footer.style = word.styles["Note"]
    footer.add_run("Page ")
    _field(footer, "PAGE")
    return word


def lean_word() -> Word:
    """A blank file without what python-docx's has and nobody here uses: table styles, preview, second style sheet."""
    word = Document()
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in KEPT:
            styles.remove(style)
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]:
            del rels[key]
    return word


def _style(word: Word, name: str, *, size: float, bold: bool, before: float, after: float) -> None:
    style = word.styles[name]
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Arial", Pt(size), bold, False
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)  # a theme font would win over the named one
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    style.font.color.rgb = ACCENT if name in ("Title", "Heading 1", "Heading 2") else RGBColor(0x1C, 0x1C, 0x1C)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _table(word: Word, columns: list[tuple[str, float, list[str]]], loop: str) -> None:
    """A table whose second to fourth rows are the loop: docxtpl repeats what stands between its `tr` rows."""
    table = word.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, (_, width, _) in zip(table.columns, columns, strict=True):
        column.width = Mm(width)
    for i, (heading, width, lines) in enumerate(columns):
        for row in table.rows:
            row.cells[i].width = Mm(width)
        _fill(word, table.cell(0, i), [heading], "Table Heading")
        _fill(word, table.cell(2, i), lines, "Table Text")
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "E8EDF2")
        table.cell(0, i)._tc.get_or_add_tcPr().append(shade)
    table.cell(1, 0).text = "{%tr for " + loop + " %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    _mark(table.rows[0], "w:tblHeader")
    for row in table.rows:
        _mark(row, "w:cantSplit")


def _fill(word: Word, cell: _Cell, lines: list[str], style: str) -> None:
    cell.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)
    for paragraph in cell.paragraphs:
        paragraph.style = word.styles[style]
    if len(lines) > 1:
        cell.paragraphs[2].style = word.styles["Table Note"]


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _if(word: Word, test: str, words: str) -> None:
    word.add_paragraph("{%p if " + test + " %}")
    word.add_paragraph(words)
    word.add_paragraph("{%p endif %}")


def _list(word: Word, name: str, title: str, one: str, words: str) -> None:
    word.add_paragraph("{%p if " + name + " %}")
    word.add_paragraph(title, style="Heading 1")
    word.add_paragraph("{%p for " + one + " in " + name + " %}")
    word.add_paragraph(words, style="List Bullet")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")


def _bold_lead(word: Word, lead: str, words: str, style: str = "Normal") -> None:
    paragraph = word.add_paragraph(style=style)
    paragraph.add_run(lead).bold = True
    paragraph.add_run(words)


def _field(paragraph: Paragraph, name: str) -> None:
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)


def _bytes(word: Word, title: str) -> bytes:
    core = word.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, "Minutebook", "Minutebook", ""
    core.created = core.modified = datetime.datetime(2025, 1, 1)
    out = io.BytesIO()
    word.save(out)
    return settle_zip(out.getvalue())


TEMPLATES = {
    "action-sheet": action_sheet,
    "summary": summary,
    "decision-register": decision_register,
    "action-register": action_register,
    "reminder": reminder,
    "attendance": attendance,
}

if __name__ == "__main__":
    for name, make in TEMPLATES.items():
        (FOLDER / f"{name}.docx").write_bytes(make())
