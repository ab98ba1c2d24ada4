"""The PDF reader on pages drawn here: each test draws one setting that councils use and says how it must read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as plumber
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.paper import Line, Source, Table
from pipeline.problem import UnreadableError
from pipeline.read.furniture import Strip, find_furniture, is_page_number
from pipeline.read.pdf import read_pdf
from pipeline.read.pdf_half_ruled import supposed
from pipeline.read.pdf_lines import joined
from pipeline.read.pdf_tables import cells_of
from pipeline.read.raw import Rule, Word

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


def drawn(tmp_path: Path, *pages: Draw) -> Path:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path) -> Source:
    return read_pdf(path, name="corpus/harrowdale/paper.pdf", sha256="0" * 64)


def read_drawn(tmp_path: Path, *pages: Draw) -> Source:
    return read(drawn(tmp_path, *pages))


def write(canvas: Canvas, top: float, text: str, *, left: float = 72, bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 11)
    canvas.drawString(left, HEIGHT - top, text)


def write_all(canvas: Canvas, rows: dict[float, str]) -> None:
    for top, text in rows.items():
        write(canvas, top, text)


def lines(source: Source, role: str = "body") -> list[Line]:
    return [part for part in source.flow if isinstance(part, Line) and part.role == role]


def texts(source: Source, role: str = "body") -> list[str]:
    return [line.text for line in lines(source, role)]


PROSE = [
    "The Clerk reported that the culvert under Mill Lane had been surveyed twice since",
    "the spring, and that the contractor had asked for a further fortnight to finish it.",
    "Members asked that the sum set aside for the work be reported to the next meeting",
    "together with the letters received from residents of the lower part of the village.",
]


def test_a_line_has_its_place_size_and_weight(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "MINUTES OF THE MEETING", bold=True)
        write(canvas, 114, "Held at the Moot Hall")

    title, venue = lines(read_drawn(tmp_path, page))
    assert (title.text, title.bold, title.size, title.page) == ("MINUTES OF THE MEETING", True, 11.0, 1)
    assert not venue.bold
    assert title.box is not None
    left, top, right, bottom = title.box
    assert left == pytest.approx(72, abs=1.5)
    assert top < 100 < bottom < 105
    assert 200 < right < 240


def test_space_above_starts_a_paragraph_and_a_page_break_inside_one_does_not(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        for number, text in enumerate([*PROSE, *PROSE[:2]]):
            write(canvas, 640 + 13 * number + (10 if number > 3 else 0), text)

    def second(canvas: Canvas) -> None:
        write(canvas, 80, "which the contractor has agreed to send before the month is out.")
        write(canvas, 106, "Nothing else was raised.")

    gaps = [line.gap for line in lines(read_drawn(tmp_path, first, second))]
    assert gaps == [True, False, False, False, True, False, False, True]


def test_a_first_line_set_in_starts_a_paragraph_and_a_hanging_one_does_not(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 200, "The hall roof was looked at again by two of the members.")
        write(canvas, 213, "The Treasurer said that the sum held for it would be", left=108)
        write(canvas, 226, "enough until the end of the year.")
        write(canvas, 252, "• The fence was painted by the volunteers.")
        write(canvas, 265, "Thanks are due to them.", left=84)
        write(canvas, 278, "• The gate is next.")

    assert [line.gap for line in lines(read_drawn(tmp_path, page))] == [True, True, False, True, False, False]


def test_a_finished_paragraph_ends_at_the_page_break(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        for number, text in enumerate([*PROSE, "It was noted."]):
            write(canvas, 640 + 13 * number, text)

    source = read_drawn(tmp_path, first, lambda canvas: write(canvas, 80, "The Chair thanked the volunteers."))
    assert lines(source)[-1].gap


def test_headers_footers_and_page_numbers_are_labelled_in_place(tmp_path: Path) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, 30, "Harrowdale District Council")
            if number == 1:
                write(canvas, 60, "FINANCE COMMITTEE", bold=True)
            write(canvas, 120, f"Text of its own for page {['one', 'two', 'three'][number - 1]}.")
            write(canvas, 810, f"Page {number + 28} of 40", left=280)

        return draw

    source = read_drawn(tmp_path, page(1), page(2), page(3))
    assert texts(source, "furniture") == [
        "Harrowdale District Council",
        "Page 29 of 40",
        "Harrowdale District Council",
        "Page 30 of 40",
        "Harrowdale District Council",
        "Page 31 of 40",
    ]
    assert texts(source)[0] == "FINANCE COMMITTEE"
    assert [page.label for page in source.pages] == ["29", "30", "31"]


def test_a_margin_column_stands_apart_from_the_sentence_beside_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 90, "Action", left=480, bold=True)
        owners = {3: "Clerk", 7: "JS/MB", 11: "Chair / All", 12: "Treasurer"}
        for number in range(12):
            write(canvas, 110 + 13 * number, PROSE[number % 4][:70])
            if number in owners:
                write(canvas, 110 + 13 * number, owners[number], left=480)
        write(canvas, 110 + 13 * 12, "Treasurer", left=480)

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == ["Action", "Clerk", "JS/MB", "Chair / All", "Treasurer"]
    assert texts(source) == [PROSE[number % 4][:70].strip() for number in range(12)]
    flow = [part.text for part in source.flow if isinstance(part, Line)]
    assert flow[flow.index("Clerk") - 1] == PROSE[3][:70]


def test_a_margin_column_begins_under_a_head_that_is_broader(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number in range(3):
            write(
                canvas,
                100 + 13 * number,
                "Present: Cllr Desmond Pell, Cllr Rosalind Marwood, Cllr Hugh Stainforth, Clerk",
            )
        for number, owner in enumerate(("Clerk", "JS", "Noted", "HS")):
            write(canvas, 200 + 40 * number, PROSE[number][:69].rsplit(" ", 1)[0])
            write(canvas, 200 + 40 * number, owner, left=447)
        canvas.drawRightString(
            435, HEIGHT - 360, "Cllr Venn said that the surface below the swings had worn to the stone."
        )
        write(canvas, 360, "PV", left=447)

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == ["Clerk", "JS", "Noted", "HS", "PV"]


def test_owners_pushed_right_after_the_sentence_are_margin_although_prose_runs_past_them(tmp_path: Path) -> None:
    owned = [("Clerk to write to Highways.", "Clerk"), ("The bench was mended.", "Noted"), ("Seats.", "Cllr A Fell")]

    def page(canvas: Canvas) -> None:
        top = 100.0
        for text, owner in [*owned, *owned]:
            for prose in [*PROSE[:2], text]:
                write(canvas, top, prose)
                top += 13
            canvas.drawRightString(500, HEIGHT - top + 13, owner)
            top += 10

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == ["Clerk", "Noted", "Cllr A Fell"] * 2
    assert "Clerk to write to Highways." in texts(source)


def test_a_row_of_heads_shows_the_action_column_of_a_table_without_rules(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for left, head in ((72, "No"), (110, "Matters discussed"), (440, "Action"), (500, "By when")):
            write(canvas, 90, head, left=left, bold=True)
        for number in range(6):
            write(canvas, 120 + 13 * number, PROSE[number % 4][:60].strip(), left=110)
        write(canvas, 120 + 13 * 2, "JS", left=440)
        write(canvas, 120 + 13 * 2, "May", left=500)
        write(canvas, 120 + 13 * 5, "03/06/25", left=500)

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == ["JS", "May", "03/06/25"]  # owner and day are columns of their own
    assert texts(source)[0] == "No Matters discussed Action By when"


def test_words_right_of_the_prose_without_heads_are_no_margin(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 90, "Harrowdale Parish Council", left=110)
        for number in range(4):
            write(canvas, 120 + 13 * number, PROSE[number][:60].strip(), left=110)
        write(canvas, 120 + 13 * 2, "JS", left=440)

    assert texts(read_drawn(tmp_path, page), "margin") == []


def test_a_label_that_wraps_beside_its_text_is_one_label(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        beside = [
            ("Present:", "Councillors Pell (Chair), Marwood and Stainforth"),
            ("Officers in", "Rosalind Venn (Head of Planning), Hugh Sayle (Solicitor)"),
            ("Attendance:", "and Ada Cray (Clerk)"),
            ("Other Members in", "Councillor Lavery"),
            ("Attendance:", ""),
            ("Venue", "The Moot Hall"),
            ("Time:", "7 pm"),
        ]
        for number, (label, text) in enumerate(beside):
            write(canvas, 100 + 13 * number, label, bold=True)
            if text:
                write(canvas, 100 + 13 * number, text, left=190)

    assert texts(read_drawn(tmp_path, page)) == [
        "Present: Councillors Pell (Chair), Marwood and Stainforth",
        "Officers in Attendance:",
        "Rosalind Venn (Head of Planning), Hugh Sayle (Solicitor)",
        "and Ada Cray (Clerk)",
        "Other Members in Attendance:",
        "Councillor Lavery",
        "Venue The Moot Hall",
        "Time: 7 pm",
    ]


def test_a_column_of_figures_is_no_margin(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(PROSE):
            write(canvas, 100 + 13 * number, text[:60])
            canvas.drawRightString(520, HEIGHT - 100 - 13 * number, f"£{number + 1},250.00")

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == []
    assert texts(source)[1] == f"{PROSE[1][:60].strip()} £2,250.00"


def test_label_and_value_and_item_number_stay_on_their_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number, (label, value) in enumerate(
            [("Present:", "Ada Thwaite - Governors"), ("Apologies:", "Ben Raistrick"), ("Venue:", "Moot Hall")]
        ):
            write(canvas, 100 + 13 * number, label)
            write(canvas, 100 + 13 * number, value, left=180)
        for number, text in enumerate(PROSE):
            write(canvas, 160 + 30 * number, f"{number + 1}.")
            write(canvas, 160 + 30 * number, text[:60], left=110)

    source = read_drawn(tmp_path, page)
    assert texts(source)[:3] == ["Present: Ada Thwaite - Governors", "Apologies: Ben Raistrick", "Venue: Moot Hall"]
    assert texts(source)[3] == f"1. {PROSE[0][:60].strip()}"


def test_a_ruled_table_keeps_its_cells_and_a_box_round_text_is_none(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 130, 400, 40)
        write(canvas, 110, "This paper is for decision.")
        canvas.grid([60, 120, 400, 520], [HEIGHT - 300, HEIGHT - 240, HEIGHT - 200])
        for left, text in [(65, "Item"), (125, "Notes"), (405, "Action")]:
            write(canvas, 215, text, left=left)
        write(canvas, 255, "4.1", left=65)
        write(canvas, 255, "The gate at Fell Lane is broken", left=125)
        write(canvas, 268, "and cannot be locked.", left=125)
        write(canvas, 255, "Clerk", left=405)

    source = read_drawn(tmp_path, page)
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Item", "Notes", "Action"],
        ["4.1", "The gate at Fell Lane is broken and cannot be locked.", "Clerk"],
    ]
    assert texts(source) == ["This paper is for decision."]
    notes, owner = table.rows[1][1].lines[0], table.rows[1][2].lines[0]
    assert notes.box is not None and owner.box is not None
    assert notes.box[1] == owner.box[1]


def test_invisible_rules_make_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.grid([60, 300, 520], [HEIGHT - 160, HEIGHT - 130, HEIGHT - 100])
        write(canvas, 120, "The meeting opened at")
        write(canvas, 120, "seven o'clock.", left=190)

    source = read_drawn(tmp_path, page)
    assert not any(isinstance(part, Table) for part in source.flow)


def test_a_table_with_level_rules_only_is_cut_at_its_gutters(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for top in (100, 130, 170, 200):
            canvas.line(60, HEIGHT - top, 520, HEIGHT - top)
        for top, task, owner in [(118, "Action", "Owner"), (188, "Mend the stile", "Cllr Fell")]:
            write(canvas, top, task)
            write(canvas, top, owner, left=400)
        write(canvas, 145, "Ask the county for the survey of the bridge and")
        write(canvas, 158, "send it to members.")
        write(canvas, 152, "Clerk", left=400)

    (table,) = [part for part in read_drawn(tmp_path, page).flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Action", "Owner"],
        ["Ask the county for the survey of the bridge and send it to members.", "Clerk"],
        ["Mend the stile", "Cllr Fell"],
    ]


def test_a_table_with_inner_upright_rules_only_is_cut_at_its_rows(tmp_path: Path) -> None:
    rows = (
        (100, ["Item", "What was said", "Who does what"]),
        (124, ["1. Paths", "The plank bridge is rotten and"]),
        (137, ["and stiles", "two stiles are broken."]),
        (161, ["2. Pond", "It was dredged in May. The silt", "Jo Hale / 3 June: ask"]),
        (174, ["", "lies on the bank still, where it", "the farmer to cart it"]),
        (187, ["", "smells."]),
    )

    def page(canvas: Canvas) -> None:
        for x in (150, 380):
            canvas.line(x, HEIGHT - 88, x, HEIGHT - 192)
        for top, texts in rows:
            for left, text in zip((60, 160, 390), texts, strict=False):
                write(canvas, top, text, left=left)
        for number, text in enumerate(PROSE):
            write(canvas, 230 + 13 * number, text)

    (table,) = [part for part in read_drawn(tmp_path, page).flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Item", "What was said", "Who does what"],
        ["1. Paths and stiles", "The plank bridge is rotten and two stiles are broken.", ""],
        [
            "2. Pond",
            "It was dredged in May. The silt lies on the bank still, where it smells.",
            "Jo Hale / 3 June: ask the farmer to cart it",
        ],
    ]


def test_upright_rules_between_columns_of_prose_cut_no_rows() -> None:
    rules = [Rule(x, 88.0, x, 320.0) for x in (215.0, 385.0)]
    words = [
        Word(f"words{number}", left, base - 9, left + 60, base + 2, base, 11.0, bold=False, upright=True)
        for left in (60.0, 225.0, 395.0)
        for number in range(16)  # the gap between two paragraphs stands elsewhere in each column
        for base in [100.0 + 13 * number + (13 if number > left % 7 + 4 else 0)]
    ]
    assert supposed(rules, words) == []


def test_rules_between_paragraphs_make_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for band in range(3):
            canvas.line(60, HEIGHT - 100 - 70 * band, 520, HEIGHT - 100 - 70 * band)
            for number, text in enumerate(PROSE):
                write(canvas, 115 + 70 * band + 13 * number, text)

    assert not any(isinstance(part, Table) for part in read_drawn(tmp_path, page).flow)


def test_underlined_lines_make_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(PROSE):
            write(canvas, 115 + 13 * number, f"{number + 1})")
            write(canvas, 115 + 13 * number, text[:60], left=100)
            canvas.line(72, HEIGHT - 116.5 - 13 * number, 420, HEIGHT - 116.5 - 13 * number)

    assert len(texts(read_drawn(tmp_path, page))) == 4


def test_a_merged_cell_stands_in_its_first_place(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([60, 200, 340], [HEIGHT - 160, HEIGHT - 130])
        canvas.rect(60, HEIGHT - 130, 280, 30)
        write(canvas, 120, "Approved schemes", left=65)
        write(canvas, 150, "Roof", left=65)
        write(canvas, 150, "£40,000", left=205)

    (table,) = [part for part in read_drawn(tmp_path, page).flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [["Approved schemes", ""], ["Roof", "£40,000"]]


def test_column_heads_above_an_open_topped_table_join_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for left, text in [(65, "ITEM"), (205, "BY WHOM"), (345, "BY WHEN")]:
            write(canvas, 95, text, left=left, bold=True)
        canvas.grid([60, 200, 340, 480], [HEIGHT - 140, HEIGHT - 120, HEIGHT - 100])
        for row in (0, 1):
            for left, text in [(65, "Order signs"), (205, "Clerk"), (345, "1 May")]:
                write(canvas, 114 + 20 * row, text, left=left)

    (table,) = [part for part in read_drawn(tmp_path, page).flow if isinstance(part, Table)]
    assert [cell.text for cell in table.rows[0]] == ["ITEM", "BY WHOM", "BY WHEN"]
    assert (len(table.rows), table.header) == (3, 1)


def test_figures_in_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    rows = [
        ("Scheme", "Budget", "Spent"),
        ("Roof", "40,000", "38,250"),
        ("Path", "9,500", "9,100"),
        ("Total", "49,500", "47,350"),
    ]

    def page(canvas: Canvas) -> None:
        write(canvas, 80, "The sums below were set aside in the spring for works to the hall and its grounds.")
        for number, (name, budget, spent) in enumerate(rows):
            write(canvas, 120 + 14 * number, name)
            canvas.drawRightString(300, HEIGHT - 120 - 14 * number, budget)
            canvas.drawRightString(400, HEIGHT - 120 - 14 * number, spent)

    (table,) = [part for part in read_drawn(tmp_path, page).flow if isinstance(part, Table)]
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows


def test_columns_of_prose_and_of_names_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"{text[:40]}" for text in [*PROSE, *PROSE]]
    right = [f"{text[-40:]}" for text in [*PROSE, *PROSE]]

    def prose(canvas: Canvas) -> None:
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            write(canvas, 100 + 13 * number, one)
            write(canvas, 100 + 13 * number, other, left=320)

    def names(canvas: Canvas) -> None:
        write(canvas, 90, "PRESENT", bold=True)
        for number, name in enumerate(["Thwaite", "Raistrick", "Airey", "Fell", "Dent", "Birkett"]):
            write(canvas, 110 + 13 * (number % 3), f"Cllr {name}", left=72 + 220 * (number // 3))

    assert texts(read_drawn(tmp_path, prose)) == [text.strip() for text in left + right]
    surnames = ["Thwaite", "Raistrick", "Airey", "Fell", "Dent", "Birkett"]
    assert texts(read_drawn(tmp_path, names)) == ["PRESENT", *(f"Cllr {name}" for name in surnames)]


def test_a_block_of_contact_labels_is_read_after_the_text_beside_it(tmp_path: Path) -> None:
    when = ["Thursday 13 March 2025 at 3.00 pm", "Council Chamber, Fell Street,", "Ambleforth"]
    contact = [("Ask for:", "Dee Airey"), ("Telephone:", "01999 555 010"), ("Email:", "clerk@harrowdale.example")]

    def page(canvas: Canvas) -> None:
        for number, (text, (label, value)) in enumerate(zip(when, contact, strict=True)):
            write(canvas, 110 + 14 * number, text)
            write(canvas, 110 + 14 * number, label, left=330)
            write(canvas, 110 + 14 * number, value, left=410)

    assert texts(read_drawn(tmp_path, page)) == [*when, *(f"{label} {value}" for label, value in contact)]


def test_an_agendas_page_ranges_do_not_stand_inside_its_titles(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 110, "1. Minutes of the meetings held on 19 December and on")
        write(canvas, 110, "(Pages 3 - 8)", left=400)
        write(canvas, 124, "9 January, to be agreed")
        write(canvas, 150, "2. Capital programme")
        write(canvas, 150, "(Pages 9 - 14)", left=400)
        write(canvas, 176, "3. Grants for halls (Pages 15 - 16)")

    source = read_drawn(tmp_path, page)
    assert texts(source, "margin") == ["(Pages 3 - 8)", "(Pages 9 - 14)"]
    assert texts(source) == [
        "1. Minutes of the meetings held on 19 December and on",
        "9 January, to be agreed",
        "2. Capital programme",
        "3. Grants for halls (Pages 15 - 16)",
    ]


def test_names_with_their_posts_stay_in_one_line(tmp_path: Path) -> None:
    people = [("Ada Thwaite", "Headteacher"), ("Ben Raistrick", "Parent Governor"), ("Cy Airey", "Vice Chair")]

    def page(canvas: Canvas) -> None:
        for number, (name, post) in enumerate(people):
            write(canvas, 110 + 13 * number, name)
            write(canvas, 110 + 13 * number, post, left=260)

    assert texts(read_drawn(tmp_path, page)) == [f"{name} {post}" for name, post in people]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_rotated_page_reads_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    upright = drawn(tmp_path, lambda canvas: write_all(canvas, {100: "The Chair opened", 113: "the meeting."}))
    with pikepdf.open(upright) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        spin = {90: (0, 1, -1, 0, HEIGHT, 0), 180: (-1, 0, 0, -1, WIDTH, HEIGHT), 270: (0, -1, 1, 0, 0, WIDTH)}[turn]
        body = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(b"q %f %f %f %f %f %f cm " % spin + body + b" Q")
        page.MediaBox = [0, 0, WIDTH, HEIGHT] if turn == 180 else [0, 0, HEIGHT, WIDTH]
        page.Rotate = turn
        rotated = tmp_path / "rotated.pdf"
        pdf.save(rotated)
    straight, turned = lines(read(upright)), lines(read(rotated))
    assert [line.text for line in turned] == ["The Chair opened", "the meeting."]
    for one, other in zip(straight, turned, strict=True):
        assert other.box == pytest.approx(one.box, abs=0.2)


def test_the_crop_box_sets_the_corner_and_hides_what_lies_outside(tmp_path: Path) -> None:
    path = drawn(tmp_path, lambda canvas: write_all(canvas, {20: "Printer's mark", 300: "Seen"}))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].CropBox = [50, 100, 500, HEIGHT - 100]
        pdf.save(path)
    (line,) = lines(read(path))
    assert line.text == "Seen"
    assert line.box is not None
    assert line.box[0] == pytest.approx(22, abs=1.5)
    assert line.box[1] < 200 < line.box[3]


def test_raised_letters_and_odd_characters_read_plainly(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, HEIGHT - 100)
        text.textOut("Held on the 29")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("th")
        text.setRise(0)
        text.setFont("Helvetica", 11)
        text.textOut(" May\u00a02014 at the co\u00adoperative hall")
        canvas.drawText(text)

    assert texts(read_drawn(tmp_path, page)) == ["Held on the 29th May 2014 at the co-operative hall"]


def test_a_hyphen_at_a_lines_end_is_kept(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "The working party will recom-")
        write(canvas, 113, "mend a scheme in the autumn.")

    assert texts(read_drawn(tmp_path, page)) == ["The working party will recom-", "mend a scheme in the autumn."]


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    path = drawn(tmp_path, lambda canvas: write(canvas, 100, "Exempt"))
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(UnreadableError, match=r"corpus/harrowdale/paper\.pdf.*password") as raised:
        read(locked)
    assert raised.value.reason == "encrypted"


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n" + b"0" * 500, "not-a-document")])
def test_a_file_that_is_no_pdf_is_refused_by_name(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=r"corpus/harrowdale/paper\.pdf") as raised:
        read(path)
    assert raised.value.reason == reason


def test_a_file_without_its_table_of_objects_is_mended(tmp_path: Path) -> None:
    path = drawn(tmp_path, *[lambda canvas: write(canvas, 300, "The meeting closed.")] * 3)
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"xref")])
    source = read(path)
    assert len(source.pages) == 3
    assert texts(source) == ["The meeting closed."] * 3
    assert [problem.code for problem in source.problems] == ["file-cut-short"]


def test_a_file_cut_in_the_middle_never_loses_pages_without_a_word(tmp_path: Path) -> None:
    path = drawn(tmp_path, *[lambda canvas: write(canvas, 300, "The meeting closed.")] * 6)
    content = path.read_bytes()
    for length in range(len(content) // 10, len(content) - 40, len(content) // 10):
        path.write_bytes(content[:length])
        try:
            source = read(path)
        except UnreadableError:
            continue
        assert "file-cut-short" in {problem.code for problem in source.problems}, length


def test_two_readings_are_equal(tmp_path: Path) -> None:
    path = drawn(tmp_path, lambda canvas: write(canvas, 100, "Any other business"))
    assert read(path) == read(path)


@pytest.mark.parametrize("text", ["7", "- 7 -", "Page 7", "Page 7 of 12", "7 of 12", "7 | Page", "iv"])
def test_page_numbers_are_known_by_sight(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["7 May", "Page break", "Item 7", "7.1", "v1", "Fell Lane 7"])
def test_what_is_no_page_number(text: str) -> None:
    assert not is_page_number(text)


def test_only_the_outermost_strips_are_furniture() -> None:
    pages = [
        [Strip("Ambleforth Board", 0.03), Strip(title, 0.07), Strip("Present", 0.1), Strip("Noted.", 0.5)]
        for title in ("Minutes of the spring meeting", "Report on the hall", "Notes on the path")
    ]
    assert find_furniture(pages).marks == (frozenset({0}),) * 3


def test_lines_alike_on_pages_far_apart_are_no_furniture() -> None:
    tops = {2: "(Item 3)", 9: "(Item 11)"}
    pages = [[Strip(tops.get(n, f"Heading {chr(65 + n)}{chr(75 + n)}"), 0.08), Strip("Noted.", 0.5)] for n in range(12)]
    assert find_furniture(pages).marks == (frozenset(),) * 12


def test_a_trailing_number_that_steps_with_the_pages_is_the_page_number() -> None:
    pages = [[Strip("Body text of the page", 0.5), Strip(f"Board minutes v2 {n}", 0.95)] for n in (4, 5, 6)]
    assert find_furniture(pages).labels == ("4", "5", "6")


def test_a_title_in_large_print_heads_the_papers_of_a_pack() -> None:
    title, header = Strip("AMBLEFORTH PARISH COUNCIL", 0.07, large=True), Strip("Ambleforth, 11 March", 0.03)
    pages = [[header, title] if n in (0, 2, 6) else [header] for n in range(7)]
    assert find_furniture([[*strips, Strip("Noted.", 0.5)] for strips in pages]).marks == (frozenset({0}),) * 7


def test_large_print_on_page_after_page_is_a_header() -> None:
    pages = [[Strip("AMBLEFORTH PARISH COUNCIL", 0.05, large=True), Strip("Noted.", 0.5)]] * 4
    assert find_furniture(pages).marks == (frozenset({0}),) * 4


@given(st.lists(st.tuples(st.booleans(), *[st.integers(0, 9)] * 3), min_size=4, max_size=24))
def test_cells_are_those_that_pdfplumber_finds(drawn: list[tuple[bool, int, int, int]]) -> None:
    rules = [
        (20 * a, 20 * c, 20 * b, 20 * c) if level else (20 * c, 20 * a, 20 * c, 20 * b) for level, a, b, c in drawn
    ]
    edges = [
        {"x0": 20 * x0, "x1": 20 * x1, "top": 20 * top, "bottom": 20 * bottom, "orientation": "vh"[top == bottom]}
        for x0, top, x1, bottom in rules
        if (x0, top) < (x1, bottom)
    ]
    crossings = plumber.edges_to_intersections(edges, 3, 3)
    assert cells_of(crossings) == plumber.intersections_to_cells(crossings)


def test_whole_words_set_tight_keep_their_blank_and_parts_of_a_word_touch() -> None:
    def word(text: str, left: float, right: float, *, base: float = 100.0, size: float = 12.0) -> Word:
        return Word(text, left, base - 10, right, base + 2, base, size, False, True)

    assert joined([word("(standing", 0, 50), word("item)", 50.3, 80)]) == "(standing item)"
    assert joined([word("29", 0, 12), word("th", 12.3, 18, base=96.0, size=7.0)]) == "29th"
    assert joined([word("T", 0, 8), word("able", 8.2, 30)]) == "Table"
