"""Owners ahead of the text, boxes for tasks, lists side by side, as printed. People and business are invented."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.layout.rejoined import rejoined
from pipeline.paper import Cell, Line, Table
from pipeline.record import Record
from pipeline.run import extract
from tests.test_forms_layout import on_page, told
from tests.typed import record_of

FRONT = (
    "<p>HOLLIN BEQUEST</p><p>Trustees’ meeting, 4 March 2025</p>"
    "<p>Trustees present: Ada Munn (AM) in the chair, Noel Birch (NB), Sal Crewe (SC), Ian Thorn (IT)</p>"
)


def _web(folder: Path, *parts: str) -> Record:
    return record_of(folder, f"<html><body>{''.join(parts)}</body></html>", "minutes.html")


def _table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_initials_in_a_column_ahead_of_the_text_own_what_it_asks(tmp_path: Path) -> None:
    record = _web(
        tmp_path,
        FRONT,
        "<p><b>1. Almshouse</b></p>",
        _table(
            ("", "The wall at the back is damp, and the drain beside it may be cracked."),
            ("SC", "To obtain two prices for a new drain before the end of April."),
            ("NB &amp; IT", "To tell the residents what the work will mean for them."),
        ),
        "<p><b>2. Deed</b></p>",
        _table(("", "The deed has been found in a chest."), ("IT", "Will ask the archivist whether it can be mended.")),
    )
    assert told(record) == [
        ("To obtain two prices for a new", ["Sal Crewe"], "2025-04", True),
        ("To tell the residents what the", ["Noel Birch", "Ian Thorn"], None, True),
        ("Will ask the archivist whether", ["Ian Thorn"], None, True),
    ]
    assert record.meeting.body == "Hollin Bequest Trustees"


@pytest.mark.parametrize(
    "rows",
    [
        (("SC", "reported that the wall is damp."), ("NB", "asked about the drain."), ("IT", "spoke of the deed.")),
        (("SC", "Sal Crewe"), ("NB", "Noel Birch"), ("IT", "Ian Thorn")),
        (("Venue", "To be confirmed"), ("Tea", "To be arranged"), ("Date", "To be announced")),
    ],
)
def test_who_spoke_and_a_key_of_initials_own_nothing(rows: Sequence[Sequence[str]], tmp_path: Path) -> None:
    record = _web(tmp_path, FRONT, "<p><b>1. Almshouse</b></p>", _table(*rows))
    assert told(record) == []


def test_initials_to_the_left_of_a_printed_text_own_what_it_asks(tmp_path: Path) -> None:
    texts = (
        ("", "The wall at the back of the house is damp, and the drain beside it may", False),
        ("", "well be cracked. The mason will come again in May.", False),
        ("SC", "To obtain two prices for a new drain.", False),
        ("", "The residents have heard of the work from the builder, not from us.", False),
        ("NB & IT", "To tell the residents what the work will mean for them, and to find a place", False),
        ("", "where they may stay.", False),
        ("", "There was a talk about the deed, which nobody has seen since the flood.", False),
        ("All", "To look for the deed at home.", False),
    )
    lines = [
        (60.0, 780.0, "HOLLIN BEQUEST TRUSTEES", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "Present: Ada Munn (AM), Noel Birch (NB), Sal Crewe (SC), Ian Thorn (IT)", False),
        (60.0, 710.0, "1. Almshouse", True),
    ]
    for number, (owner, text, bold) in enumerate(texts):
        lines += [(60.0, 690.0 - 14 * number, owner, bold)] if owner else []
        lines.append((120.0, 690.0 - 14 * number, text, bold))
    assert told(on_page(lines, tmp_path)) == [
        ("To obtain two prices for a new", ["Sal Crewe"], None, True),
        ("To tell the residents what the", ["Noel Birch", "Ian Thorn"], None, True),
        ("To look for the deed at home", ["All"], None, True),
    ]


BOXED = [
    ("Mend the gate by the ride", ["Sal Crewe"], "2025-04-30", True),
    ("Ask for forty stakes", ["All"], "asap", True),
]


@pytest.mark.parametrize(
    "boxes",
    [
        (
            _table(("Action: Mend the gate by the ride", "By: Sal Crewe", "When: by 30 April")),
            _table(("Action: Ask for forty stakes", "By: All", "When: asap")),
        ),
        (
            _table(
                ("Action:", "Mend the gate by the ride"),
                ("By whom:", "SC"),
                ("By when:", "30 April"),
                ("Action:", "Ask for forty stakes"),
                ("By whom:", "All"),
                ("By when:", "asap"),
            ),
        ),
    ],
)
def test_a_box_says_what_stands_in_its_cells(boxes: Sequence[str], tmp_path: Path) -> None:
    assert told(_web(tmp_path, FRONT, "<p><b>1. Wood</b></p><p>The gate is off its hinges.</p>", *boxes)) == BOXED


def test_a_printed_box_says_what_stands_in_its_columns(tmp_path: Path) -> None:
    lines = [
        (60.0, 780.0, "HOLLIN BEQUEST TRUSTEES", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "Present: Ada Munn (AM), Noel Birch (NB), Sal Crewe (SC), Ian Thorn (IT)", False),
        (60.0, 710.0, "1. Wood", True),
        (60.0, 690.0, "The gate is off its hinges, and the deer have found their way in.", False),
        (60.0, 660.0, "Action: Mend the gate by", False),
        (240.0, 660.0, "By: Sal Crewe", False),
        (360.0, 660.0, "When: by 30", False),
        (60.0, 646.0, "the ride", False),
        (360.0, 646.0, "April", False),
        (60.0, 610.0, "Action: Ask for forty stakes", False),
        (240.0, 610.0, "By: All", False),
        (360.0, 610.0, "When: asap", False),
    ]
    assert told(on_page(lines, tmp_path)) == BOXED


def test_lists_side_by_side_are_read_column_by_column(tmp_path: Path) -> None:
    record = _web(
        tmp_path,
        "<p>Lorne Water Board</p><p>Minutes of the meeting held on 4 March 2025</p>",
        _table(
            ("PRESENT:", "STAFF:"),
            ("Walt Tibbs, President", "Hope Lask, General Manager"),
            ("Ilse Grove, Secretary", "Dean Purl, Supervisor"),
            ("ABSENT:", "GUESTS:"),
            ("Floyd Kerr, Director", "Anna Prior, Engineer"),
        ),
        "<p>1. Minutes</p><p>The minutes were approved.</p>",
    )
    assert {(one.name, one.status) for one in record.attendance} == {
        ("Walt Tibbs", "present"),
        ("Ilse Grove", "present"),
        ("Floyd Kerr", "absent"),
        ("Hope Lask", "in_attendance"),
        ("Dean Purl", "in_attendance"),
        ("Anna Prior", "in_attendance"),
    }


def test_the_cell_beside_a_motion_says_what_became_of_it(tmp_path: Path) -> None:
    heads = ("Resolution", "Moved by", "Seconded by", "Result")
    record = _web(
        tmp_path,
        FRONT,
        "<p><b>1. Ice</b></p><p>The hours were talked over.</p>",
        _table(heads, ("THAT the hours of the rink be kept as they are.", "S. Crewe", "N. Birch", "CARRIED")),
        _table(heads, ("THAT an hour of free skating be offered.", "N. Birch", "I. Thorn", "DEFEATED 1-3")),
    )
    assert [(one.outcome, one.mover, one.seconder) for one in record.decisions] == [
        ("agreed", "S. Crewe", "N. Birch"),
        ("refused", "N. Birch", "I. Thorn"),
    ]


def test_a_day_cut_by_the_line_s_end_opens_no_paragraph(tmp_path: Path) -> None:
    lines = [
        (60.0, 780.0, "LORNE WATER BOARD", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "1.0 Hydrants", True),
        (60.0, 720.0, "1.1 The Clerk was asked to have the hydrants on the north loop flushed before April", False),
        (60.0, 706.0, "15.", False),
        (60.0, 680.0, "2.0 Rates", True),
        (60.0, 660.0, "2.1 The rates were talked over.", False),
    ]
    assert [action.due.date for action in on_page(lines, tmp_path).actions] == ["2025-04-15"]


@pytest.mark.parametrize(
    ("above", "body"),
    [
        ("<p>ASHBY SURGERY</p><p>Patient Participation Group</p>", "Ashby Surgery Patient Participation Group"),
        (_table(("LORNE WATER ASSOCIATION", "Mill Brae<br>Tel. 01555 000111")) + "<p>Board of Directors</p>",
         "Lorne Water Association Board of Directors"),
        ("<p>HOLLIN BEQUEST</p><p>Trustees’ meeting</p>", "Hollin Bequest Trustees"),
    ],
)  # fmt: skip
def test_the_name_above_a_group_that_many_have_belongs_to_it(above: str, body: str, tmp_path: Path) -> None:
    record = _web(
        tmp_path, above, "<p>Minutes of the meeting held on 4 March 2025</p><p>Present: Ada Munn, Noel Birch</p>"
    )
    assert record.meeting.body == body


def test_people_in_columns_below_their_head_are_apart_even_in_one_row(tmp_path: Path) -> None:
    lines = [
        (60.0, 780.0, "LORNE FLOOD FORUM", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "Attendees", False),
        (60.0, 726.0, "Maud Hent (Chair), Flood Forum", False),
        (300.0, 726.0, "Karl Upsher, Environment Team", False),
        (60.0, 712.0, "Rina Bose, County Highways", False),
        (300.0, 712.0, "Ted Malin, Fire Service", False),
        (60.0, 698.0, "Apologies", False),
        (60.0, 684.0, "Ivo Grant, Rail Network", False),
        (300.0, 684.0, "Deb Cotter, Town Council", False),
        (60.0, 660.0, "1. Gates", True),
        (60.0, 646.0, "The gates were shut in time.", False),
    ]
    assert [(one.name, one.status) for one in on_page(lines, tmp_path).attendance] == [
        ("Maud Hent", "present"),
        ("Karl Upsher", "present"),
        ("Rina Bose", "present"),
        ("Ted Malin", "present"),
        ("Ivo Grant", "apologies"),
        ("Deb Cotter", "apologies"),
    ]


def test_a_name_and_what_stands_behind_it_stay_one_row(tmp_path: Path) -> None:
    lines = [
        (60.0, 780.0, "LORNE FLOOD FORUM", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "Present", False),
        (60.0, 726.0, "Maud Hent", False),
        (300.0, 726.0, "Finance Director", False),
        (60.0, 712.0, "Karl Upsher", False),
        (300.0, 712.0, "Chair", False),
        (60.0, 680.0, "1. Gates", True),
        (60.0, 666.0, "The gates were shut in time.", False),
        (60.0, 640.0, "2. Sirens", True),
        (60.0, 626.0, "Nobody heard them behind the church.", False),
    ]
    assert [(one.name, one.capacity) for one in on_page(lines, tmp_path).attendance] == [
        ("Maud Hent", "Finance Director"),
        ("Karl Upsher", "Chair"),
    ]


def _page(*rows: Sequence[str], page: int) -> Table:
    cells = ((Cell((Line(text, page=page),) if text else ()) for text in row) for row in rows)
    return Table(tuple(map(tuple, cells)), page=page)


HEADED = ("No", "Topic", "Action", "Owner")


def test_a_row_that_the_page_s_end_cut_is_one_row_again() -> None:
    above = _page(HEADED, ("6", "Wall", "Mend the wall.", "TW"), ("7", "Keys", "Hand the key of", "DC"), page=1)
    below = _page(HEADED, ("", "", "the pump to the fire service", ""), ("8", "Next meeting", "", ""), page=2)
    one, other = rejoined([above, below])
    assert isinstance(one, Table) and isinstance(other, Table)
    assert [cell.text for cell in one.rows[-1]] == [
        "7",
        "Keys",
        "Hand the key of the pump to the fire service",
        "DC",
    ]
    assert [[cell.text for cell in row] for row in other.rows] == [[*HEADED], ["8", "Next meeting", "", ""]]


@pytest.mark.parametrize(
    "first",
    [("", "", "Paint the wall", "TW"), ("8", "Hedge", "cut the hedge", ""), ("", "and more", "cut the hedge", "")],
)
def test_a_row_of_its_own_on_the_next_page_stays_one(first: Sequence[str]) -> None:
    above = _page(HEADED, ("7", "", "Hand the key to the warden.", "DC"), page=1)
    below = _page(HEADED, first, page=2)
    assert rejoined([above, below]) == [above, below]


def test_tables_inside_the_texts_of_a_table_are_tables(tmp_path: Path) -> None:
    inner = _table(("Action", "Who", "When"), ("Visit the third school", "Ian Thorn", "26 March"))
    record = _web(
        tmp_path,
        FRONT,
        _table(
            ("1. Schools", f"Two of the three schools have been seen, and both were glad of the visit.{inner}"),
            ("2. Money", "The grant has come and most of it has been spent on the taxis that bring the children."),
            ("3. Next meeting", "1 April 2025"),
        ),
    )
    assert [(item.number, item.title) for item in record.items] == [
        ("1", "Schools"),
        ("2", "Money"),
        ("3", "Next meeting"),
    ]
    assert told(record) == [("Visit the third school", ["Ian Thorn"], "2025-03-26", True)]


@pytest.mark.parametrize(("numbers", "bold"), [(("1. ", "2. ", "3. "), False), (("", "", ""), True)])
def test_titles_to_the_left_of_their_texts_are_titles(numbers: Sequence[str], bold: bool, tmp_path: Path) -> None:
    said = {
        "Roof repairs": ("The slates on the north side slipped in the gale, and the mason", "has put them back."),
        "Hall hire": ("The charge was talked over at length, since the hall loses money", "on weekday mornings."),
        "Next meeting": ("Tuesday 1 April 2025 at 7 pm in the small room, if the heating can", "be mended."),
    }
    lines = [
        (60.0, 780.0, "LORNE HALL COMMITTEE", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (60.0, 740.0, "Present: Ada Munn, Noel Birch", False),
    ]
    for at, (number, (title, texts)) in enumerate(zip(numbers, said.items(), strict=True)):
        lines.append((60.0, 700.0 - 60 * at, number + title, bold))
        lines += [(180.0, 700.0 - 60 * at - 14 * row, text, False) for row, text in enumerate(texts)]
        lines.append((180.0, 672.0 - 60 * at, "Nothing more was said of it.", False))
    assert [item.title for item in on_page(lines, tmp_path).items] == list(said)


MAIL = """From: Jo Marl <jo@example.org>
To: Brookside Residents Committee
Date: 3 February 2025 at 21:13
Subject: Minutes of Monday’s meeting – Brookside Residents’ Association

Dear all,

Here are the minutes of the committee meeting held on Monday 27 January 2025.

There: Jo Marl, Abe Kinn, Wanda Prys

Not able to come: Nell Hobb

BINS

- Abe to send the list of missed bins to the council
- The blue bins were missed twice

PARKING

- Agreed to hold a vote of all members in March
"""


def test_an_email_s_head_says_nothing_of_the_meeting(tmp_path: Path) -> None:
    record = record_of(tmp_path, MAIL)
    assert (record.meeting.body, record.meeting.date) == ("Brookside Residents’ Association", "2025-01-27")
    assert [(one.name, one.status) for one in record.attendance] == [
        ("Jo Marl", "present"),
        ("Abe Kinn", "present"),
        ("Wanda Prys", "present"),
        ("Nell Hobb", "apologies"),
    ]
    assert [owners for _, owners, _, _ in told(record)] == [["Abe Kinn"]]


ORCHARD = """# Winter Orchard

Notes of the meeting on Sunday 6 October 2024

Present: Gus Trant (GT), Helga Roux (HR), Josie Peat

## Harvest

"""


@pytest.mark.parametrize(
    ("bullet", "owners"),
    [
        ("Book the press for the whole day [Gus]", ["Gus Trant"]),
        ("Order 24 stakes for the young trees (HR)", ["Helga Roux"]),
        ("Write to the college. (Gus and Josie)", ["Gus Trant", "Josie Peat"]),
    ],
)
def test_people_of_the_paper_in_brackets_behind_an_order_own_it(bullet: str, owners: list[str], tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{ORCHARD}- A good year for russets\n- {bullet}\n", "minutes.md")
    assert [(owners, marked) for _, owners, _, marked in told(record)] == [(owners, True)]
    assert record.meeting.body == "Winter Orchard"


@pytest.mark.parametrize(
    "bullet", ["Report on the fair (Gus)", "Talk on pruning (HR)", "The press is loud (Gus)", "Welcome to Josie (Gus)"]
)
def test_who_told_of_something_in_brackets_has_no_task(bullet: str, tmp_path: Path) -> None:
    assert told(record_of(tmp_path, f"{ORCHARD}- A good year for russets\n- {bullet}\n", "minutes.md")) == []


BOARD = (
    (60.0, 780.0, "LORNE HARBOR COMMISSION", True),
    (60.0, 766.0, "Minutes of the meeting held on 12 March 2025", False),
    (60.0, 752.0, "Members Present: Russ Thay, Chair; Nell Pike; Dom Souse", False),
    (60.0, 738.0, "1. Report", True),
    (60.0, 724.0, "Ice had lifted two of the floats off their chains, and both of them are ashore behind", False),
    (60.0, 710.0, "the fish pier. Nell Pike will send letters to the owners of the boats by April 1.", False),
    (60.0, 696.0, "2. Minutes", True),
    (60.0, 682.0, "Nell Pike moved to approve the minutes of February 12. Dom Souse seconded. The motion", False),
    (60.0, 668.0, "carried 3-0.", False),
    (60.0, 654.0, "3. Dinghies", True),
    (60.0, 640.0, "There were complaints about dinghies that nobody comes for.", False),
)


@pytest.mark.parametrize(("first", "pitch"), [(1, 14.0), (24, 14.0), (1, 12.5)])
def test_numbers_of_the_lines_in_the_margin_are_no_text(first: int, pitch: float, tmp_path: Path) -> None:
    count = len(BOARD) if pitch == 14.0 else 30
    numbers = [(30.0, 780.0 - pitch * row, str(first + row), False) for row in range(count)]
    record = on_page([*BOARD, *numbers], tmp_path)
    assert [(item.number, item.title) for item in record.items] == [
        ("1", "Report"),
        ("2", "Minutes"),
        ("3", "Dinghies"),
    ]
    assert told(record) == [("Nell Pike will send letters to", ["Nell Pike"], "2025-04-01", False)]
    assert record.decisions[0].text.endswith("The motion carried 3-0.")


def test_a_list_s_numbers_are_not_those_of_lines(tmp_path: Path) -> None:
    rows = [(60.0, 700.0 - 40 * at, f"{at + 1}", False) for at in range(11)]
    titles = [(80.0, 700.0 - 40 * at, f"Business of kind {chr(65 + at)}", True) for at in range(11)]
    texts = [(80.0, 686.0 - 40 * at, "Nothing was said of it that anybody took down.", False) for at in range(11)]
    record = on_page([*BOARD[:3], *rows, *titles, *texts], tmp_path)
    assert [item.number for item in record.items] == [str(at + 1) for at in range(11)]


def test_a_mark_across_the_page_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for left, height, text, bold in BOARD:
        canvas.setFont("Times-Bold" if bold else "Times-Roman", 11)
        canvas.drawString(left, height, text)
    canvas.setFont("Helvetica-Bold", 80)
    canvas.translate(300, 700)
    canvas.rotate(45)
    canvas.drawCentredString(0, 0, "DRAFT")
    canvas.save()
    (record,) = extract(path)
    assert [item.title for item in record.items] == ["Report", "Minutes", "Dinghies"]
    assert not any("DRAFT" in decision.text for decision in record.decisions)
    assert not any("DRAFT" in action.task for action in record.actions)


@pytest.mark.parametrize(
    "rows",
    [
        (("All", "Collect the tickets from the base", "asap"), ("Sal Crewe", "Ask the hotel for a prize", "17 March")),
        (("Collect the tickets from the base", "All", "asap"), ("Ask the hotel for a prize", "SC", "17 March")),
    ],
)
def test_the_title_above_a_table_says_what_its_rows_are(rows: Sequence[Sequence[str]], tmp_path: Path) -> None:
    draw = "<p><b>1. Draw</b></p><p>Last year the draw did well.</p><p><b>ACTIONS</b></p>"
    assert told(_web(tmp_path, FRONT, draw, _table(*rows), "<p><b>2. Tea</b></p><p>There was none.</p>")) == [
        ("Collect the tickets from the b", ["All"], "asap", True),
        ("Ask the hotel for a prize", ["Sal Crewe"], "2025-03-17", True),
    ]


def test_a_printed_list_below_its_title_is_a_list_of_tasks(tmp_path: Path) -> None:
    lines = [
        *BOARD[:3],
        (60.0, 720.0, "1. Draw", True),
        (60.0, 700.0, "Last year the draw did well, and the hotel gave a weekend.", False),
        (60.0, 670.0, "ACTIONS", True),
        (60.0, 656.0, "Nell Pike", False),
        (150.0, 656.0, "Collect the tickets from the base", False),
        (470.0, 656.0, "17 March", False),
        (60.0, 642.0, "All", False),
        (150.0, 642.0, "Sell them to friends and neighbours", False),
        (470.0, 642.0, "asap", False),
        (60.0, 610.0, "2. Tea", True),
        (60.0, 596.0, "There was none.", False),
    ]
    assert told(on_page(lines, tmp_path)) == [
        ("Collect the tickets from the b", ["Nell Pike"], "2025-03-17", True),
        ("Sell them to friends and neigh", ["All"], "asap", True),
    ]


def test_when_an_item_came_up_and_who_presented_it_are_no_part_of_what_was_said(tmp_path: Path) -> None:
    pontoon = "Two planks have gone and one is soft, and the company will not come before the autumn. " * 2
    record = _web(
        tmp_path,
        FRONT,
        _table(
            ("Time", "Subject", "Lead", "Notes", "Follow-up"),
            ("10.05", "Minutes of 18 January", "Ada Munn", "Agreed.", ""),
            ("10.10", "Pontoon", "Ian Thorn", pontoon, "Sal to buy planks by 3 May. Noel to ask for a refund"),
            ("10.30", "Launch", "Ada Munn", "The crane is booked from eight.", ""),
        ),
    )
    assert [item.title for item in record.items] == ["Minutes of 18 January", "Pontoon", "Launch"]
    assert [owners for _, owners, _, _ in told(record)] == [["Sal Crewe"], ["Noel Birch"]]
    assert [decision.outcome for decision in record.decisions] == ["agreed"]


def test_a_log_at_the_end_repeats_the_text_s_own_tasks(tmp_path: Path) -> None:
    record = _web(
        tmp_path,
        FRONT.replace("Trustees’ meeting, ", "Minutes of the meeting held on "),
        "<p><b>1. Apologies</b></p><p>1.1 There were none.</p><p><b>2. Minutes</b></p><p>2.1 They were agreed.</p>"
        "<p><b>3. Roofs</b></p><p>3.1 Both roofs are in a bad state.</p>"
        "<p>3.2 It was resolved to bid for both. Ian Thorn will prepare the bids by 29 April.</p>",
        "<p><b>4. Next meeting</b></p><p>6 May 2025</p><p><b>ACTION LOG</b></p>",
        _table(
            ("Min", "Action", "By", "Deadline", "Status"),
            ("3.2", "Prepare bids for the roofs at Holy Well and Moor Lane", "IT", "29 April", "New"),
            ("7 (Jan)", "Chase the insurers about the flood", "SC", "3 March", "Overdue"),
        ),
    )
    assert [(task, carried) for task, carried in ((a.task, a.carried) for a in record.actions)] == [
        ("Prepare bids for the roofs at Holy Well and Moor Lane", False),
        ("Chase the insurers about the flood", True),
    ]


def test_councillors_beside_those_in_attendance_are_listed_too(tmp_path: Path) -> None:
    record = _web(
        tmp_path,
        "<p>LORNE PARISH COUNCIL</p><p>Minutes of the meeting held on 4 March 2025</p>",
        _table(
            ("Councillors", "In attendance", "Apologies"),
            ("Cllr M Darb (Chairman)", "Mrs F Long (Clerk)", "Cllr P Winch"),
            ("Cllr A Boyle", "", "Cllr T Ush"),
        ),
        "<p>1. Finance</p><p>It was RESOLVED to make the following payments:</p>",
        _table(("Payee", "£"), ("F Long", "412.60"), ("Greens", "188.00")),
        "<p>The bank reconciliation was noted.</p><p>2. Next meeting</p><p>8 April</p>",
    )
    assert [(one.name, one.status) for one in record.attendance] == [
        ("M Darb", "present"),
        ("F Long", "in_attendance"),
        ("P Winch", "apologies"),
        ("A Boyle", "present"),
        ("T Ush", "apologies"),
    ]
    assert [decision.outcome for decision in record.decisions] == ["agreed", "noted"]


def test_initials_with_a_day_below_them_stand_in_the_margin(tmp_path: Path) -> None:
    lines = [
        (60.0, 780.0, "LORNE STUDENT BOARD", True),
        (60.0, 766.0, "Minutes of the meeting held on 12 March 2025", False),
        (60.0, 752.0, "Present: Carys Moon (CM, Chair), Rob Slate (RS), Ling Zhou (LZ)", False),
    ]
    notes = [
        ("1.1", "The list stands at sixty-four students, twice as many as last year.", "RS", ""),
        ("1.2", "Write to the bus company about a fare for students.", "CM", "6/4/25"),
        ("1.3", "Run a tasting of soup and bread in the hall before the summer.", "LZ", ""),
    ]
    for at, (number, text, owner, day) in enumerate(notes):
        top = 710.0 - 40 * at
        lines += [(60.0, top, number, False), (95.0, top, text, False), (480.0, top, owner, False)]
        lines += [(480.0, top - 13, day, False)] if day else []
    lines += [
        (60.0, 730.0, "1", True),
        (95.0, 730.0, "Students", True),
        (60.0, 570.0, "2", True),
        (95.0, 570.0, "Food", True),
    ]
    lines += [(60.0, 550.0, "2.1", False), (95.0, 550.0, "The caterer has said that soup could be sold.", False)]
    lines.append((480.0, 742.0, "Action", True))
    record = on_page(lines, tmp_path)
    assert ("Write to the bus company about", ["Carys Moon"], "2025-04-06", True) in told(record)
    assert [item.title for item in record.items] == ["Students", "Food"]  # "Action" heads the margin, no list below it


def test_heads_below_a_head_say_what_stands_in_its_columns(tmp_path: Path) -> None:
    talk = "Two homes closed because of the flu, and the hospital asked for more beds until the spring. " * 2
    record = _web(
        tmp_path,
        FRONT,
        _table(
            ("Item", "Summary of discussion", "Actions", "", ""),
            ("", "", "Who", "What", "By when"),
            ("1. Winter", talk, "SC", "Extend the contract for night sitting", "24 March"),
            ("2. Pharmacy", "Nine of fourteen take part.", "IT", "Visit the five pharmacies", "April"),
            ("3. Next meeting", "1 April", "", "", ""),
        ),
    )
    assert told(record) == [
        ("Extend the contract for night ", ["Sal Crewe"], "2025-03-24", True),
        ("Visit the five pharmacies", ["Ian Thorn"], "2025-04", True),
    ]


def test_who_and_when_before_a_task_are_its_owner_and_day(tmp_path: Path) -> None:
    record = _web(
        tmp_path,
        FRONT,
        _table(
            ("Agenda item", "Key points", "Decisions", "Actions (who / when)"),
            ("1. Bins", "The store has no door, nor a lamp.", "", "Ian Thorn / end of May: fit the door"),
            ("2. Party", "The music was too loud for some.", "", "SC / 1 June: book the bouncy castle"),
            ("3. Lift", "Some paid for a lift elsewhere.", "Letter agreed", "Noel Birch: send them the letter"),
        ),
    )
    assert [(owners, due) for _, owners, due, _ in told(record)] == [
        (["Ian Thorn"], "2025-05"),
        (["Sal Crewe"], "2025-06-01"),
        (["Noel Birch"], None),
    ]


def test_who_and_when_on_a_line_of_their_own_open_the_next_task_of_a_cell(tmp_path: Path) -> None:
    cell = "Ian Thorn / end of May: fit the door<br>of it<br>Noel Birch / 15 June:<br>borrow tables<br>from the church"
    record = _web(
        tmp_path,
        FRONT,
        _table(
            ("Agenda item", "Key points", "Decisions", "Actions (who / when)"),
            ("1. Bins", "The store has no door, nor a lamp.", "", cell),
            ("2. Lift", "Some paid for a lift elsewhere.", "Letter agreed", ""),
        ),
    )
    assert [(owners, due) for _, owners, due, _ in told(record)] == [
        (["Ian Thorn"], "2025-05"),
        (["Noel Birch"], "2025-06-15"),
    ]


def test_posts_to_the_left_of_orders_own_them_and_are_no_titles(tmp_path: Path) -> None:
    texts = (
        ("", "The damp at the north door has reached the second pew, and the ground", False),
        ("", "outside has risen by a foot since the path was laid.", False),
        ("Clerk", "To get a price for digging it away.", True),
        ("", "Two leaves of the register are loose.", False),
        ("Miss Howe", "To take the register to the binder.", True),
        ("", "Three limes want pollarding before the winter comes.", False),
        ("Sexton", "To show them to the tree surgeon.", True),
    )
    lines = [
        (60.0, 780.0, "OXLEY BURIAL BOARD", True),
        (60.0, 764.0, "Minutes of the meeting held on 4 March 2025", False),
        (130.0, 740.0, "Present: Mr A Corder, Miss R Howe. In attendance: Mr S Neal (Clerk), Mr T Orm (Sexton)", False),
        (130.0, 710.0, "1. CHAPEL", True),
    ]
    for row, (owner, text, bold) in enumerate(texts):
        lines += [(60.0, 690.0 - 14 * row, owner, bold)] if owner else []
        lines.append((130.0, 690.0 - 14 * row, text, False))
    lines += [(130.0, 580.0, "2. FEES", True), (130.0, 566.0, "The table of fees was talked over.", False)]
    record = on_page(lines, tmp_path)
    assert [owners for _, owners, _, _ in told(record)] == [["S Neal"], ["R Howe"], ["T Orm"]]
    assert [item.title for item in record.items] == ["CHAPEL", "FEES"]


@pytest.mark.parametrize(
    ("line", "owners"),
    [("→ Sal Crewe: draft the letter (by 14 April)", ["Sal Crewe"]), ("=> IT to measure the lane", ["Ian Thorn"])],
)
def test_an_arrow_points_at_whose_task_it_is(line: str, owners: list[str], tmp_path: Path) -> None:
    record = _web(tmp_path, FRONT, f"<p><b>1. Lane</b></p><p>It is too narrow for trailers.</p><p>{line}</p>")
    assert [(owners, marked) for _, owners, _, marked in told(record)] == [(owners, True)]


def test_an_arrow_that_points_at_nobody_is_no_task(tmp_path: Path) -> None:
    assert told(_web(tmp_path, FRONT, "<p><b>1. Lane</b></p><p>It is narrow.</p><p>→ No change to the plan</p>")) == []


def test_a_register_takes_posts_behind_the_names(tmp_path: Path) -> None:
    rows = (("Commissioner", "Present", "Absent"), ("Lloyd Garn, Chair", "X", ""), ("Roy Dill", "", "X"))
    record = _web(tmp_path, "<p>LORNE PLANNING COMMISSION</p><p>Minutes of the meeting held on 4 March 2025</p>",
                  _table(*rows), "<p>1. Minutes</p><p>They were approved.</p>")  # fmt: skip
    assert [(one.name, one.status) for one in record.attendance] == [("Lloyd Garn", "present"), ("Roy Dill", "absent")]
