"""Tasks in the cells of tables: several in one, rows that a label opens, who and when together. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.test_forms_layout import told
from tests.typed import record_of

FRONT = (
    "<h1>Ostler Green Association</h1><p><b>Minutes of the committee held on 6 May 2025</b></p>"
    "<p>Present: Nell Garrow (Chair) (NG), Piet Vance (PV), Ida Rook (IR)</p>"
)
STORY = (
    "The committee walked the green before tea and saw what the frost had left of the bowling lawn, the two benches by"
    " the pump and the long hedge towards the mill, which nobody had cut since the autumn fair."
)


def _web(folder: Path, *parts: str) -> list[tuple[str, list[str], str | None, bool]]:
    return told(record_of(folder, f"<html><body>{FRONT}{''.join(parts)}</body></html>", "minutes.html"))


def _table(*rows: Sequence[str]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


BOTH = [("Piet Vance to mend the pump", ["Piet Vance"]), ("Ida Rook to order a hedge cutt", ["Ida Rook"])]


@pytest.mark.parametrize(
    "cell",
    [
        "<p>1. Piet Vance to mend the pump</p><p>2. Ida Rook to order a hedge cutter</p>",
        "<ol><li>Piet Vance to mend the pump</li><li>Ida Rook to order a hedge cutter</li></ol>",
        "<ul><li>Piet Vance to mend the pump</li><li>Ida Rook to order a hedge cutter</li></ul>",
        "<p>(a) Piet Vance to mend the pump</p><p>(b) Ida Rook to order a hedge cutter</p>",
        "<p>- Piet Vance to mend the pump</p><p>- Ida Rook to order a hedge cutter</p>",
    ],
)
def test_entries_of_a_list_in_an_action_cell_are_tasks(cell: str, tmp_path: Path) -> None:
    rows = _web(tmp_path, _table(("No", "Notes", "Action"), ("1", f"<b>Green</b><p>{STORY}</p>", cell)))
    assert [(task, owners) for task, owners, _, _ in rows] == BOTH


@pytest.mark.parametrize(
    ("cell", "tasks"),
    [
        ("<p>1. Piet Vance to mend the pump by</p><p>3. June at the latest</p>", 1),  # the day of one task
        ("<p>Piet Vance to order 2</p><p>2. bags of seed</p>", 1),
    ],
)
def test_a_number_that_does_not_count_opens_no_task(cell: str, tasks: int, tmp_path: Path) -> None:
    rows = _web(tmp_path, _table(("No", "Notes", "Action"), ("1", f"<b>Green</b><p>{STORY}</p>", cell)))
    assert len(rows) == tasks


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("1", f"<b>Green</b><p>{STORY}</p>"),
            ("Action", "Piet Vance to mend the pump"),
            ("2", f"<b>Tea</b><p>{STORY}</p>"),
        ),
        (
            ("1", f"<b>Green</b><p>{STORY}</p>"),
            ("ACTION 1", "Piet Vance to mend the pump"),
            ("2", f"<b>Tea</b><p>{STORY}</p>"),
        ),
    ],
)
def test_a_row_that_a_label_opens_is_a_task(rows: Sequence[Sequence[str]], tmp_path: Path) -> None:
    assert _web(tmp_path, _table(("No", "Minute"), *rows)) == [
        ("Piet Vance to mend the pump", ["Piet Vance"], None, True)
    ]


def test_a_labelled_row_over_all_columns_is_a_task_and_no_item(tmp_path: Path) -> None:
    row = "<tr><td>{}</td><td><b>{}</b><p>{}</p></td></tr>"
    across = "<tr><td colspan='2'>{}</td></tr>"
    table = "<table>" + "".join(
        [
            "<tr><td>No</td><td>Minute</td></tr>",
            row.format(1, "Green", STORY),
            across.format("<b>Action: Piet Vance to mend the pump</b>"),
            row.format(2, "Tea", STORY),
            across.format("<b>RESOLVED to buy an urn</b>"),
        ]
    )
    record = record_of(tmp_path, f"<html><body>{FRONT}{table}</table></body></html>", "minutes.html")
    assert [item.title for item in record.items] == ["Green", "Tea"]
    assert told(record) == [("Piet Vance to mend the pump", ["Piet Vance"], None, True)]


def test_a_table_of_one_labelled_row_below_an_item_is_a_task(tmp_path: Path) -> None:
    parts = (
        "<h2>1. Green</h2>",
        f"<p>{STORY}</p>",
        _table(("Action", "Ida Rook to order a hedge cutter by 3 June 2025")),
    )
    assert _web(tmp_path, *parts) == [("Ida Rook to order a hedge cutt", ["Ida Rook"], "2025-06-03", True)]


def test_labels_and_values_side_by_side_are_a_task(tmp_path: Path) -> None:
    row = ("Action:", "Order a hedge cutter", "Owner:", "Ida Rook", "By:", "3 June 2025")
    parts = ("<h2>1. Green</h2>", f"<p>{STORY}</p>", _table(row))
    assert _web(tmp_path, *parts) == [("Order a hedge cutter", ["Ida Rook"], "2025-06-03", True)]


@pytest.mark.parametrize(
    ("who", "owners", "due"),
    [
        ("<p>Ida Rook</p><p>3 June 2025</p>", ["Ida Rook"], "2025-06-03"),
        ("Ida Rook / 3 June 2025", ["Ida Rook"], "2025-06-03"),
        ("IR 03/06/25", ["Ida Rook"], "2025-06-03"),
        ("<p>Ida Rook</p><p>Piet Vance</p>", ["Ida Rook", "Piet Vance"], None),
    ],
)
def test_who_and_when_in_one_cell(who: str, owners: list[str], due: str | None, tmp_path: Path) -> None:
    rows = _table(
        ("No", "Action", "Owner / Deadline"), ("1", "Order a hedge cutter", who), ("2", "Sweep the yard", "NG")
    )
    told_rows = _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", "<h2>Summary of actions</h2>", rows)
    assert told_rows[0] == ("Order a hedge cutter", owners, due, True)


@pytest.mark.parametrize("words", ["As above", "ditto", '"', "Same as above", "do."])
def test_as_above_is_the_owner_above(words: str, tmp_path: Path) -> None:
    rows = _table(
        ("Action", "Owner", "Due"), ("Order a hedge cutter", "IR", "3 June"), ("Sweep the yard", words, words)
    )
    assert _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", "<h2>Summary of actions</h2>", rows) == [
        ("Order a hedge cutter", ["Ida Rook"], "2025-06-03", True),
        ("Sweep the yard", ["Ida Rook"], "2025-06-03", True),
    ]


def test_tasks_and_owners_line_by_line_in_a_row(tmp_path: Path) -> None:
    cells = ("<p>Order a hedge cutter</p><p>Sweep the yard</p>", "<p>Ida Rook</p><p>Piet Vance</p>")
    rows = _table(("Item", "Action", "Owner"), ("1", *cells), ("2", "Buy an urn", "Nell Garrow"))
    told_rows = _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", "<h2>Summary of actions</h2>", rows)
    assert [(task, owners) for task, owners, _, _ in told_rows] == [
        ("Order a hedge cutter", ["Ida Rook"]),
        ("Sweep the yard", ["Piet Vance"]),
        ("Buy an urn", ["Nell Garrow"]),
    ]


def test_a_second_paragraph_of_a_task_is_no_task(tmp_path: Path) -> None:
    cells = ("<p>Order a hedge cutter</p><p>The old one is blunt.</p>", "<p>Ida Rook</p><p>Piet Vance</p>")
    rows = _table(("Item", "Action", "Owner"), ("1", *cells), ("2", "Buy an urn", "Nell Garrow"))
    told_rows = _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", "<h2>Summary of actions</h2>", rows)
    assert [owners for _, owners, _, _ in told_rows] == [["Ida Rook", "Piet Vance"], ["Nell Garrow"]]


def test_labels_below_their_tasks_own_what_stands_above(tmp_path: Path) -> None:
    below = "".join(
        f"<p>{task}</p><p><b>Action: {who}</b></p>"
        for task, who in (("Order a hedge cutter", "IR"), ("Sweep the yard", "PV"))
    )
    for title in ("1. Green", "Actions"):
        rows = _web(tmp_path, "<h2>1. Tea</h2>", f"<p>{STORY}</p>", f"<h2>{title}</h2>", below)
        assert [(task, owners) for task, owners, _, _ in rows] == [
            ("Order a hedge cutter", ["Ida Rook"]),
            ("Sweep the yard", ["Piet Vance"]),
        ]


def test_labels_above_their_tasks_own_what_stands_below(tmp_path: Path) -> None:
    above = "".join(
        f"<p><b>Action: {who}</b></p><p>{task}</p>"
        for task, who in (("Order a hedge cutter", "IR"), ("Sweep the yard", "PV"))
    )
    rows = _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", above)
    assert [(task, owners) for task, owners, _, _ in rows] == [
        ("Order a hedge cutter", ["Ida Rook"]),
        ("Sweep the yard", ["Piet Vance"]),
    ]


def test_a_task_with_by_and_when_on_lines_below(tmp_path: Path) -> None:
    lines = "<p>ACTION: Order a hedge cutter</p><p>BY: Ida Rook</p><p>WHEN: 3 June 2025</p>"
    rows = _web(tmp_path, "<h2>1. Green</h2>", f"<p>{STORY}</p>", lines)
    assert rows == [("Order a hedge cutter", ["Ida Rook"], "2025-06-03", True)]


@pytest.mark.parametrize(
    ("told", "tasks"),
    [
        ("Piet Vance will see that this is not so next year.", [("Lamps for the fair", "Piet Vance", "by June")]),
        ("Ida Rook will see that this is not so next year.", [("Lamps for the fair", "Piet Vance", "by June"), "told"]),
        (
            "Piet Vance will ring the mill. He will see that this is not so next year.",
            [("Lamps for the fair", "Piet Vance", "by June"), "told", "told"],
        ),
    ],
)
def test_who_has_one_row_and_one_task_under_a_number_has_the_same_one(
    told: str, tasks: list[object], tmp_path: Path
) -> None:
    closing = _table(("Minute", "Action", "By", "When"), ("4.2", "Lamps for the fair", "Piet Vance", "by June"))
    text = f"<p>4. Fair</p><p>4.1 {STORY}</p><p>4.2 The stalls were dark. {told}</p><p>5. Close</p>{closing}"
    found = _web(tmp_path, text)
    assert len(found) == len(tasks)
    assert ("Lamps for the fair", ["Piet Vance"]) in [(task, owners) for task, owners, _, _ in found]


def test_a_row_without_a_day_has_the_one_of_the_text(tmp_path: Path) -> None:
    closing = _table(("Minute", "Action", "By"), ("4.2", "Lamps", "Piet Vance"))
    text = f"<p>4. Fair</p><p>4.1 {STORY}</p><p>4.2 Piet Vance will hang new lamps by 1 June.</p>{closing}"
    assert _web(tmp_path, text) == [("Lamps", ["Piet Vance"], "2025-06-01", True)]
