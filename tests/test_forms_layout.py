"""How papers lay out what they say: columns, frames, two columns a page. People, places and business are invented."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from reportlab.pdfgen.canvas import Canvas

from pipeline.record import Record
from pipeline.run import extract


def in_word(rows: Sequence[Sequence[str]], folder: Path, *, front: Sequence[str] = ()) -> Record:
    """Minutes in a table of Word's; a line break in a cell makes two paragraphs."""
    document = Document()
    for line in front or ("Lowmoor Parish Council", "Minutes of the meeting held on 7 April 2025"):
        document.add_paragraph(line)
    document.add_paragraph("Present: Tessa Ware (TW, Chair), Paul Nunn (PN), Olive Peel (OP) and Kit Rowe (Clerk)")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].text = first
            for line in more:
                cell.add_paragraph(line)
    path = folder / "minutes.docx"
    document.save(str(path))
    (record,) = extract(path)
    return record


def on_web(body: str, folder: Path) -> Record:
    path = folder / "minutes.html"
    path.write_text(
        f"<html><head><title>Minutes | Ferry Lane Tenants</title></head><body>{body}</body></html>", "utf-8"
    )
    (record,) = extract(path)
    return record


def on_page(lines: Sequence[tuple[float, float, str, bool]], folder: Path) -> Record:
    """Lines at (left, height above the page's foot), bold or not, on one page."""
    path = folder / "minutes.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for left, height, text, bold in lines:
        canvas.setFont("Times-Bold" if bold else "Times-Roman", 11)
        canvas.drawString(left, height, text)
    canvas.save()
    (record,) = extract(path)
    return record


def told(record: Record) -> list[tuple[str, list[str], str | None, bool]]:
    return [
        (
            action.task.split(".")[0][:30],
            [owner.name for owner in action.owners],
            action.due.date or action.due.text,
            action.marked,
        )
        for action in record.actions
    ]


HEADS = ("Item", "Notes", "Action")
LONG = (
    "There were none. Everybody had come to the hall in good time, in spite of the rain, the wind and the roads that"
    " the county had closed, and there was a long talk about what the winter would cost."
)


def test_owners_with_days_in_one_cell_have_the_sentence_that_names_them(tmp_path: Path) -> None:
    record = in_word(
        [
            HEADS,
            (
                "1. Apologies",
                LONG,
                "",
            ),
            (
                "2. Green",
                "The fence by the pond is loose.\nPN to ask three firms for a price.\nThe willow has come down.\n"
                "OP to hire a saw and clear the path.",
                "PN 5/5/25\n\nOP",
            ),
        ],
        tmp_path,
    )
    assert told(record) == [
        ("PN to ask three firms for a pr", ["Paul Nunn"], "2025-05-05", True),
        ("OP to hire a saw and clear the", ["Olive Peel"], None, True),
    ]


def test_an_owner_whom_no_sentence_names_keeps_a_paragraph_of_his_own(tmp_path: Path) -> None:
    record = in_word(
        [
            HEADS,
            (
                "1. Apologies",
                LONG,
                "",
            ),
            (
                "2. Lamps",
                "The mason has sent no answer.\nPN has yet to see the lamp; he will do so before the end of May.",
                "TW\n\nPN by end of May",
            ),
        ],
        tmp_path,
    )
    assert told(record) == [
        ("The mason has sent no answer", ["Tessa Ware"], None, True),
        ("PN has yet to see the lamp; he", ["Paul Nunn"], "2025-05", True),
    ]


def test_two_owners_of_one_paragraph_have_a_sentence_each(tmp_path: Path) -> None:
    record = in_word(
        [
            HEADS,
            (
                "1. Apologies",
                LONG,
                "",
            ),
            ("2. Path", "PN will write to the county about the kerb. OP will count the steps to the weir.", "PN\nOP"),
        ],
        tmp_path,
    )
    assert [owners for _, owners, _, _ in told(record)] == [["Paul Nunn"], ["Olive Peel"]]


def test_a_page_framed_by_a_table_is_read_as_a_page(tmp_path: Path) -> None:
    record = on_web(
        "<table><tr><td colspan=2><h2>Ferry Lane Tenants' Association</h2></td></tr>"
        "<tr><td><a href=i>Home</a><br><a href=n>News</a><br><a href=c>Contact us</a></td><td>"
        "<h3>Committee Meeting 3rd June 2025</h3>"
        "<table><tr><th>Actions from this meeting</th><th>Who</th><th>When</th></tr>"
        "<tr><td>Ask the landlord about the bins</td><td>Gwen</td><td>10 June</td></tr>"
        "<tr><td>Deliver the letters</td><td>Everyone</td><td>next meeting</td></tr></table>"
        "<p><b>Present:</b> Gwen Aske (chair), Tariq Noor, Polly Marsh<br><b>Apologies:</b> Ana Ruiz</p>"
        "<p><b>Last minutes</b><br>Agreed.</p>"
        "<p><b>Bins</b><br>They were not emptied for five weeks. Gwen will ask the landlord about the bins.</p>"
        "<p><b>AOB</b><br>Tariq asked about the moorings.</p>"
        "</td></tr></table>",
        tmp_path,
    )
    assert (record.meeting.body, record.meeting.date) == ("Ferry Lane Tenants' Association Committee", "2025-06-03")
    assert [item.title for item in record.items] == ["Last minutes", "Bins", "AOB"]
    assert told(record) == [
        ("Ask the landlord about the bin", ["Gwen Aske"], "2025-06-10", True),
        ("Deliver the letters", ["Everyone"], "next meeting", True),
    ]
    assert [(p.name, p.status) for p in record.attendance][-1] == ("Ana Ruiz", "apologies")


def test_a_page_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    left = (
        "*Present\nIan Bell (Chairman), Rosa Vane (Secretary), Mick Orr (Treasurer), Jo Platt, Ken Sturt\n*1 MINUTES\n"
        "The minutes of 7 August were read and approved, with one change that Jo asked for.\n*2 MATTERS ARISING\n"
        "Water: the leak at the north tap is mended. Ken will fit a lagging box before the frosts come.\n"
        "Rats: nothing has been seen of them since the traps were set in the last week of July."
    )
    right = (
        "*3 PLOTS\nPlots 6 and 17 are untended. Rosa will send their holders a letter. Eleven people are on the list.\n"
        "*4 AUTUMN SHOW\nThe hall is booked for 20 September. Jo asked for help with the tables from the morning on.\n"
        "*5 SHED ROOF\nKen has two quotes. The cheaper was accepted, and Ken will place the order for it.\n"
        "*6 NEXT MEETING\nThursday 2 October at 7.30 pm in the hut."
    )
    lines = [
        (150.0, 800.0, "HILLSIDE ALLOTMENT SOCIETY", True),
        (120.0, 784.0, "Minutes of the meeting, Thursday 4 September 2025", False),
    ]
    for edge, text in ((50.0, left), (310.0, right)):
        height = 750.0
        for paragraph in text.split("\n"):
            for line in textwrap.wrap(paragraph.strip("*"), 44):
                lines.append((edge, height, line, paragraph.startswith("*")))
                height -= 14
    record = on_page(lines, tmp_path)
    assert [item.title for item in record.items] == [
        "MINUTES",
        "MATTERS ARISING",
        "PLOTS",
        "AUTUMN SHOW",
        "SHED ROOF",
        "NEXT MEETING",
    ]
    assert [owner.name for action in record.actions for owner in action.owners] == [
        "Ken Sturt",
        "Rosa Vane",
        "Ken Sturt",
    ]
    assert len(record.attendance) == 5


def test_an_item_taken_out_of_turn_is_an_item(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    items = ("1. ROADS", "2. HEDGES", "3. BRIDGE", "5. POND", "4. GREEN (taken after item 5)", "6. CLOSE")
    text = "\n\n".join(f"{item}\n\nThe clerk reported that nothing had changed since the spring." for item in items)
    path.write_text(
        f"LOWMOOR PARISH COUNCIL\n\nMinutes of the meeting held on Monday 7 April 2025\n\n{text}\n", "utf-8"
    )
    (record,) = extract(path)
    assert [item.number for item in record.items] == ["1", "2", "3", "5", "4", "6"]


def test_a_list_inside_an_item_gives_no_item_that_the_paper_leaves_out(tmp_path: Path) -> None:
    lines = [
        (60.0, 800.0, "LOWMOOR PARISH COUNCIL", True),
        (60.0, 780.0, "Minutes of the meeting held on 7 April 2025", False),
    ]
    height = 750.0
    for number, title in ((1, "Roads"), (2, "Hedges"), (3, "Bridge"), (5, "Pond"), (6, "Close")):
        lines += [
            (60, height, f"{number}. {title}", True),
            (60, height - 20, "Nothing had changed since the spring.", False),
        ]
        height -= 44
        if title == "Pond":
            for n in range(1, 5):
                lines.append((90, height, f"{n}. Reeds at the {n}th sluice", False))
                height -= 14
            height -= 10
    assert [item.number for item in on_page(lines, tmp_path).items] == ["1", "2", "3", "5", "6"]


def test_a_group_of_a_forum_meets_under_both_names_and_closes_in_its_table(tmp_path: Path) -> None:
    record = in_word(
        [
            HEADS,
            (
                "1. Budget",
                LONG,
                "",
            ),
            ("2. Next meeting", "Tuesday 20 May 2025. The meeting closed at 6.05 pm.", ""),
        ],
        tmp_path,
        front=(
            "Ferry Lane Neighbourhood Forum",
            "Steering Group",
            "Minutes of the meeting held on 7 April 2025 at 5 pm",
        ),
    )
    assert (record.meeting.body, record.meeting.end) == ("Ferry Lane Neighbourhood Forum Steering Group", "18:05")


def test_titles_in_bold_open_items_between_bands_and_owners_level_with_them_are_kept(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Alder House Trust Board")
    document.add_paragraph("Minutes of the meeting held on 24 September 2025")
    document.add_paragraph("Present: Tessa Ware (TW, Chair), Paul Nunn (PN), Olive Peel (OP)")
    table = document.add_table(rows=0, cols=3)
    rows = (
        ("No.", "Item", "Action"),
        ("OPENING", "", ""),
        ("25/61", "Welcome\nTW opened the meeting. " + LONG, ""),
        ("25/62", "Minutes of 23 July 2025\nThe minutes were approved.", ""),
        ("REPORTS", "", ""),
        (
            "25/63",
            "Inspection\nPN will bring the letter to the board.\nOP will thank the staff.",
            "PN\n26 Nov 2025\nOP",
        ),
        (
            "25/64",
            "Budget\nThe board asked for a list of the dearest rooms.\nThe board approved the sale.",
            "PN by end Oct",
        ),
    )
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].add_run(first).bold = bool(more)
            for line in more:
                cell.add_paragraph(line)
    path = tmp_path / "minutes.docx"
    document.save(str(path))
    (record,) = extract(path)
    assert [item.number for item in record.items] == ["25/61", "25/62", "25/63", "25/64"]
    assert told(record) == [
        ("PN will bring the letter to th", ["Paul Nunn"], "2025-11-26", True),
        ("OP will thank the staff", ["Olive Peel"], None, True),
        ("The board asked for a list of ", ["Paul Nunn"], "2025-10", True),
    ]


def margin_page(owner_level_with: str, *, beside: str) -> list[tuple[float, float, str, bool]]:
    """A page with a margin in which one owner stands level with a heading or with its own sentence."""
    lines = [
        (60.0, 800.0, "LOWMOOR PARISH COUNCIL", True),
        (60.0, 780.0, "Minutes of the meeting held on 7 April 2025", False),
        (
            60.0,
            760.0,
            "Present: Tessa Ware (Chair), Hal Moar, Olive Peel. In attendance: Eric Drew (Harbour Master)",
            False,
        ),
        (500.0, 740.0, "Action", True),
    ]
    height = 720.0
    for title, sentence in (
        ("1. Roads", "The Chair will write to the county about the kerb."),
        ("2. Slip", "The Harbour Master would obtain a third price for the lights."),
        ("3. Green", "Olive Peel offered to paint the bench."),
        ("4. Wall", "The mason had not been seen since the spring."),
        ("5. Close", "There was nothing else to talk about."),
    ):
        lines += [(60, height, title, True), (60, height - 20, sentence, False)]
        owner = {"1. Roads": "TW", "2. Slip": "HM", "3. Green": "OP"}.get(title)
        if owner is not None:
            level = height if title == owner_level_with else height - 20
            lines.append((500, level, beside if owner == "HM" else owner, True))
        height -= 50
    return lines


def test_an_owner_level_with_a_heading_has_the_sentence_below(tmp_path: Path) -> None:
    record = on_page(margin_page("3. Green", beside="HM"), tmp_path)
    assert [(owners, marked) for _, owners, _, marked in told(record)] == [
        (["Tessa Ware"], True),
        (["Eric Drew"], True),
        (["Olive Peel"], True),
    ]


def test_the_sentence_says_whose_letters_stand_beside_it(tmp_path: Path) -> None:
    """HM fits Hal Moar as well as the Harbour Master."""
    record = on_page(margin_page("", beside="HM"), tmp_path)
    assert told(record)[1][1] == ["Eric Drew"]


def test_untitled_minutes_behind_an_agenda_are_a_paper_of_their_own(tmp_path: Path) -> None:
    pages = (
        ("Ferry Lane Community Association", "Tuesday 3 February 2026, 7.30 pm", "AGENDA", "1. Apologies", "2. Roof"),
        (
            "Ferry Lane Community Association",
            "Tuesday 2 December 2025, 7.30 pm",
            "Present: Hazel Croft (in the chair), Vic Nail, Sue Birk",
            "1. Minutes",
            "The minutes of 7 October were signed as a true record.",
            "2. Roof",
            "Vic Nail will ring the slater.",
        ),
    )
    canvas = Canvas(str(tmp_path / "pack.pdf"), pagesize=(595, 842))
    for page in pages:
        canvas.setFont("Times-Roman", 11)
        for n, line in enumerate(page):
            canvas.drawString(60, 790 - 22 * n, line)
        canvas.showPage()
    canvas.save()
    records = extract(tmp_path / "pack.pdf")
    assert [(record.kind, record.meeting.date) for record in records] == [
        ("agenda", "2026-02-03"),
        ("minutes", "2025-12-02"),
    ]
    assert [owner.name for action in records[1].actions for owner in action.owners] == ["Vic Nail"]


def test_the_name_above_a_page_is_its_body_where_the_page_gives_none(tmp_path: Path) -> None:
    said = "".join(f"<h2>{title}</h2><p>{LONG}</p>" for title in ("Minutes", "Hours", "Next meeting"))
    record = on_web(
        f"<header><h1>Ferry Lane Library User Group</h1></header><main><h1>Minutes</h1>{said}</main>", tmp_path
    )
    assert record.meeting.body == "Ferry Lane Library User Group"


def test_a_shortened_post_behind_a_tab_is_an_owner(tmp_path: Path) -> None:
    document = Document()
    for line in (
        "Lowmoor Parish Council",
        "Minutes of the meeting held on 7 April 2025",
        "Present: Tessa Ware (Chair), Paul Nunn. In attendance: Kit Rowe (Secretary)",
        "1. Dues",
        "It was agreed to raise the dues by three per cent from next April.\tSec.",
        "2. Close",
        "There was nothing else to talk about.",
    ):
        document.add_paragraph(line)
    path = tmp_path / "minutes.docx"
    document.save(str(path))
    (record,) = extract(path)
    assert [owners for _, owners, _, _ in told(record)] == [["Kit Rowe"]]


def test_lists_of_people_side_by_side_are_read_one_by_one(tmp_path: Path) -> None:
    lines = [
        (60.0, 800.0, "GLENMUIR COMMUNITY COUNCIL", True),
        (60.0, 782.0, "Minute of Meeting held on Thursday 20th November 2025", True),
    ]
    columns = (
        (60, ("Present", "Morag Bain (Chair)", "Donald Peat (Vice Chair)", "Fiona Esk (Treasurer)", "Wilma Shaw")),
        (240, ("In Attendance", "Euan Stark", "Graeme Low, Ranger")),
        (420, ("Apologies", "Isla Reed")),
    )
    for left, words in columns:
        lines += [(left, 760 - 13 * n, text, not n) for n, text in enumerate(words)]
    lines += [
        (60, 680, "PREVIOUS MINUTE", True),
        (60, 664, "The minute of the October meeting was approved.", False),
        (60, 640, "POND", True),
        (60, 624, "Donald will add it to the map of the website.", False),
        (60, 600, "A.O.C.B.", True),
        (60, 584, "There was nothing else to talk about that evening.", False),
    ]
    record = on_page(lines, tmp_path)
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Morag Bain", "present"),
        ("Donald Peat", "present"),
        ("Fiona Esk", "present"),
        ("Wilma Shaw", "present"),
        ("Euan Stark", "in_attendance"),
        ("Graeme Low", "in_attendance"),
        ("Isla Reed", "apologies"),
    ]
    assert [item.title for item in record.items] == ["PREVIOUS MINUTE", "POND", "A.O.C.B."]


def test_a_log_above_the_minutes_holds_old_actions_and_prose_about_it_none(tmp_path: Path) -> None:
    text = (
        "# Lowmoor and Fernlea Joint Committee\n\nNotes of meeting, 22 January 2026, 10:00 - 11:30\n\n"
        "| Ref | Action | Lead | Status |\n|---|---|---|---|\n| 11/3 | Obtain prices for the path | SF | Done |\n"
        "| 11/5 | Write to the mason | Clerk | Carried forward |\n\n"
        "Present: Steve Fenn (SF), Ola Wint (OW). In attendance: Kit Rowe, Clerk\n\n"
        "## 1. Action log\n\nThe log above was gone through. Ola said that the survey should be done by Easter.\n\n"
        "## 2. Trees\n\nThe ash has dieback. SF to tell the foresters.\n\n"
        "## Actions from this meeting\n\n| Item | Action | Who | By when |\n|---|---|---|---|\n"
        "| 2 | Tell foresters of the ash | SF | asap |\n"
    )
    path = tmp_path / "minutes.md"
    path.write_text(text, "utf-8")
    (record,) = extract(path)
    assert [(action.task, action.carried) for action in record.actions] == [
        ("Obtain prices for the path", True),
        ("Write to the mason", True),
        ("Tell foresters of the ash", False),
    ]
    assert (record.meeting.start, record.meeting.end) == ("10:00", "11:30")


def test_a_topic_that_nobody_owns_is_no_action(tmp_path: Path) -> None:
    record = in_word(
        [
            ("No", "Topic", "Owner", "Due"),
            ("1", "Near misses. Three were reported in the month before.", "", ""),
            ("", "Use a banksman for all reversing in the yard", "All", "Immediate"),
            ("", "Hold a talk on reversing", "PN", "17/4"),
            ("2", "Next meeting on the first of May in the hut by the gate", "", ""),
        ],
        tmp_path,
    )
    assert [owners for _, owners, _, _ in told(record)] == [["All"], ["Paul Nunn"]]


def test_initials_behind_a_full_stop_own_the_paragraph_where_a_paper_has_the_habit(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        "LOWMOOR PARISH COUNCIL\n\nMinutes of the meeting held on Monday 7 April 2025\n\n"
        "Present: Tessa Ware (Chair), Paul Nunn, Olive Peel\n\n"
        "1. Roads\n\nThe glass of the shelter would be put back within three weeks. (PN)\n\n"
        "2. Pond\n\nOlive will add it to the map. (OP)\n\n3. Fund\n\nTessa is to apply to the fund before May. (TW)\n\n"
        "4. Close\n\nNothing else was said.\n",
        "utf-8",
    )
    (record,) = extract(path)
    assert [(owners, marked) for _, owners, _, marked in told(record)] == [
        (["Paul Nunn"], True),
        (["Olive Peel"], True),
        (["Tessa Ware"], True),
    ]


def test_a_numbered_title_in_bold_ends_where_plain_text_begins(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("WINTERFIELD TOWN COUNCIL")
    document.add_paragraph("Minutes of the Open Spaces Committee held on 17 February 2026")
    document.add_paragraph(
        "Present: Cllrs M Tarn (Chair), E Boyce, H Coker. In attendance: L Sparks (Deputy Town Clerk)"
    )
    for title, text in (
        ("OS/26/11 Apologies", "Cllr P Nunn."),
        ("OS/26/12 Play area", "The swing had been taken out of use."),
        ("OS/26/13 Allotments", "Cllr Coker agreed to walk the site with the Deputy Town Clerk to count the plots."),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{title}  ").bold = True
        paragraph.add_run(text)
    path = tmp_path / "minutes.docx"
    document.save(str(path))
    (record,) = extract(path)
    assert [(item.number, item.title) for item in record.items] == [
        ("OS/26/11", "Apologies"),
        ("OS/26/12", "Play area"),
        ("OS/26/13", "Allotments"),
    ]
    assert [owners for _, owners, _, _ in told(record)] == [["H Coker"]]


def test_a_column_of_decisions_has_them_in_few_words(tmp_path: Path) -> None:
    record = in_word(
        [
            ("Agenda item", "Discussion", "Decision / outcome", "Actions (who / when)"),
            ("1 Minutes", "Minutes of 14 January were considered. " + LONG, "Approved", ""),
            (
                "2 Budget",
                "A deficit was forecast.",
                "Budget approved, subject to the auditor",
                "PN to send it by 1 May",
            ),
        ],
        tmp_path,
    )
    assert [(d.text, d.outcome) for d in record.decisions] == [
        ("Approved", "agreed"),
        ("Budget approved, subject to the auditor", "agreed"),
    ]
    assert told(record) == [("PN to send it by 1 May", ["Paul Nunn"], "2025-05-01", True)]


def test_a_day_in_the_brackets_of_an_owner_is_no_owner(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Prairie Hill Library Board\n\nMinutes, February 10, 2026\n\nPresent: Joyce Kemp, Ray Dunn, Alma Reed\n\n"
        "## Roof\n\nIt leaks.\n\n## Hours\n\nThey are short.\n\n## Action Items\n\n"
        "- Draft a plan for Sunday hours (Kemp, March 10)\n- Obtain three bids for the roof (Dunn, April meeting)\n",
        "utf-8",
    )
    (record,) = extract(path)
    assert [(owners, due) for _, owners, due, _ in told(record)] == [
        (["Joyce Kemp"], "2026-03-10"),
        (["Ray Dunn"], "2026-04"),
    ]


def test_a_day_on_a_line_of_its_own_below_an_owner_is_when(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    rows = (
        ("2.1  Nina Ford said that the backlog stood at 41 jobs. She would", ""),
        ("     send a list to the Secretary.", "NF"),
        ("2.2  The door has failed again, for the third time since summer.", ""),
        ("     Saj Malik to log it as an urgent repair.", "SM"),
        ("", "16/01"),
        ("2.3  Planting is on 14 March.", ""),
        ("     Everybody to bring a spade.", "All"),
    )
    said = "\n".join(f"{text:<74}{owner}".rstrip() for text, owner in rows)
    path.write_text(
        "MOXLEY TENANTS ASSOCIATION\n\nMinutes of the meeting held on Tuesday 13 January 2026\n\n"
        f"Present: Nina Ford, Saj Malik, Bob Hurst (Secretary)\n\n1.   MINUTES\n\n     They were agreed.\n\n"
        f"2.   REPAIRS\n\n{said}\n\n3.   CLOSE\n\n     Nothing else was said.\n",
        "utf-8",
    )
    (record,) = extract(path)
    assert [(owners, due) for _, owners, due, _ in told(record)] == [
        (["Nina Ford"], None),
        (["Saj Malik"], "2026-01-16"),
        (["All"], None),
    ]
