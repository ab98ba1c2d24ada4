"""Items in tables and lists: titles beside or above what was said, labels below a title, brief titles before a stop."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of, titles

FRONT = "<p>Minutes of Sagehill Boat Club held on 4 March 2025</p><p>Present: Dale Ruckert (Chair), Lou Amaya</p>"
TEXT_FRONT = "Minutes of Sagehill Boat Club held on 4 March 2025\n\nPresent: Dale Ruckert (Chair), Lou Amaya\n\n"


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body>{FRONT}<table>{cells}</table></body></html>"


def test_a_cell_holds_a_title_in_bold_and_what_was_said(tmp_path: Path) -> None:
    rows = [
        ("<p><b>Planks</b></p><p>Two of them are loose. Lou will nail them down.</p>", "LA"),
        ("<p><b>Update from Mrs Hall</b></p><p>The school wants to row on Mondays.</p>", ""),
        ("<p><b>Oars</b></p><p>New ones have come and are in the rack.</p>", ""),
        ("<p><b>Keys</b></p><p>All were counted.</p>", ""),
    ]
    record = record_of(tmp_path, table(("Item", "Action by"), *rows), "notes.html")
    assert titles(record) == ["Planks", "Update from Mrs Hall", "Oars", "Keys"]


def test_a_column_headed_action_may_hold_all_that_was_said(tmp_path: Path) -> None:
    heads = ("No.", "Item", "Action", "By whom", "By when")
    rows = [
        ("1", "Minutes", "Approved as they were sent out.", "", ""),
        ("2", "Planks", "Nail the two loose planks down.", "LA", "1/4/25"),
        ("3", "Oars", "Dale reported that the new ones have come.", "", ""),
        ("4", "Keys", "All were counted, and none has been lost.", "", ""),
    ]
    assert titles(record_of(tmp_path, table(heads, *rows), "notes.html")) == ["Minutes", "Planks", "Oars", "Keys"]


def test_a_list_of_tasks_with_owners_is_no_minutes(tmp_path: Path) -> None:
    heads = ("No.", "Item", "Action", "By whom", "By when")
    rows = [
        (str(number), title, f"Ring the {title.lower()} firm and ask for a price.", "LA", "1/4/25")
        for number, title in enumerate(["Planks", "Oars", "Keys", "Paint"], 1)
    ]
    record = record_of(tmp_path, table(heads, *rows), "notes.html")
    assert titles(record) == []
    assert len(owned(record)) == len(rows)


def test_titles_beside_short_texts(tmp_path: Path) -> None:
    rows = [
        ("Date", "4 March 2025"),
        ("Last notes", "Agreed."),
        ("Planks", "Two are loose."),
        ("Any other business", "None."),
        ("Next meeting", "1 April"),
    ]
    record = record_of(tmp_path, table(*rows), "notes.html")
    assert titles(record) == ["Last notes", "Planks", "Any other business", "Next meeting"]


def test_a_row_with_number_and_title_above_a_row_with_the_text(tmp_path: Path) -> None:
    said = {
        "Planks": "Two of them are loose.",
        "Oars": "New ones have come.",
        "Keys": "All were counted.",
        "Close": "9pm.",
    }
    rows = [row for number, (title, text) in enumerate(said.items(), 1) for row in ((str(number), title), ("", text))]
    record = record_of(tmp_path, table(*rows), "notes.html")
    assert [(item.number, item.title) for item in record.items] == [
        (str(number), title) for number, title in enumerate(said, 1)
    ]


def test_labels_in_bold_below_a_title_are_no_items(tmp_path: Path) -> None:
    text = FRONT + "".join(
        f"<p><b>{title}</b></p>{said}"
        for title, said in [
            ("Minutes of the last meeting", "<p>Agreed.</p>"),
            ("Matters arising", "<p><b>Planks</b> They are nailed down.</p><p><b>Paint</b> It has been bought.</p>"),
            ("Oars", "<p>New ones have come.</p>"),
            ("Keys", "<p>All were counted.</p>"),
            ("Insurance", "<p>It was renewed.</p>"),
        ]
    )
    expected = ["Minutes of the last meeting", "Matters arising", "Oars", "Keys", "Insurance"]
    assert titles(record_of(tmp_path, text, "notes.html")) == expected


def test_brief_titles_before_a_stop_in_every_paragraph(tmp_path: Path) -> None:
    text = "\n\n".join(
        (
            "Bar. Takings were up on last year.",
            "Oars. The new ones have come.",
            "Town match. It was agreed to enter two crews, and Lou will fill in the form.",
            "Keys. 14 were counted.",
            "Juniors. They row on Mondays now.",
        )
    )
    assert titles(record_of(tmp_path, TEXT_FRONT + text)) == ["Bar", "Oars", "Town match", "Keys", "Juniors"]


def test_a_line_in_bold_above_its_text_in_a_list(tmp_path: Path) -> None:
    text = TEXT_FRONT + (
        "1. **Release 4.2**\n   lou: two blockers are left.\n"
        "2. **Costs**\n   We are at 90% of the credit.\n"
        "3. **Sprint**\n   dale has five names.\n"
    )
    assert titles(record_of(tmp_path, text, "notes.md")) == ["Release 4.2", "Costs", "Sprint"]


def test_a_number_with_a_bracket_counts_items(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"BC(2){number}/24 {title}\n\nThis was talked over for a while."
        for number, title in [(14, "PLANKS"), (15, "OARS"), (16, "KEYS")]
    )
    items = record_of(tmp_path, TEXT_FRONT + text).items
    assert [(item.number, item.title) for item in items] == [
        ("BC(2)14/24", "PLANKS"),
        ("BC(2)15/24", "OARS"),
        ("BC(2)16/24", "KEYS"),
    ]
