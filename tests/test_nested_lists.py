"""Items that a format's outer list counts or bullets, with lists inside; lists of tasks, which are none. Invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Cell, Line, Table
from pipeline.read.lists import depths, with_bullets
from tests.test_forms_titles import items
from tests.typed import record_of, titles

TOP = "# Minutes of the Larkmoor Tool Library\n\nTuesday 4 June 2024\n\nPresent: Ida Marl, Tom Quince\n\n"
PAGE = "<html><body><h1>Minutes of the Larkmoor Tool Library</h1><p>Tuesday 4 June 2024</p>{}</body></html>"
INNER = """1. Membership
    1. Forty-one have joined since the spring.
    2. Cards
    3. Fees
2. Workbench
    1. Vice
    2. Lamp
    3. Stools
    4. Clamps
    5. Tom will ask the mill for offcuts.
3. Open day
    1. Cakes are wanted.
"""
BUSINESS = ("Saw blades.", "Insurance", "We were given a lathe.", "Open day")


def bullets(*said: tuple[str, str]) -> str:
    return "\n".join(f"- {title}\n    - {words}" if words else f"- {title}" for title, words in said) + "\n"


def page(*said: tuple[str, str]) -> str:
    rows = "".join(f"<li>{title}<ul><li>{words}</li></ul></li>" for title, words in said)
    return PAGE.format(f"<h2>Minutes</h2><ul>{rows}</ul>")


def test_numbers_in_a_list_inside_a_list_count_no_items(tmp_path: Path) -> None:
    expected = [("1", "Membership"), ("2", "Workbench"), ("3", "Open day")]
    assert items(record_of(tmp_path, TOP + INNER, "minutes.md")) == expected
    rows = "".join(f"<li>{t}<ol><li>Vice</li><li>Lamp</li><li>Stools</li></ol></li>" for _, t in expected)
    assert items(record_of(tmp_path, PAGE.format(f"<ol>{rows}</ol>"), "minutes.html")) == expected


def test_outer_bullets_that_hold_what_was_said_are_items(tmp_path: Path) -> None:
    said = [(title, "Two more are wanted and the old ones go back.") for title in BUSINESS]
    assert titles(record_of(tmp_path, TOP + "## Notes\n\n" + bullets(*said), "minutes.md")) == [*BUSINESS]
    assert titles(record_of(tmp_path, page(*said), "minutes.html")) == [*BUSINESS]


def test_an_outer_bullet_that_holds_nothing_may_stand_among_items(tmp_path: Path) -> None:
    said = [(title, "" if title == "Insurance" else "It was talked over.") for title in BUSINESS]
    assert titles(record_of(tmp_path, TOP + bullets(*said), "minutes.md")) == [*BUSINESS]


def test_those_who_came_above_such_bullets_are_no_items(tmp_path: Path) -> None:
    people = "<p>In attendance:</p><ul><li>Ida Marl, Chair</li><li>Tom Quince, Treasurer</li></ul>"
    text = page(*[(title, "It was talked over.") for title in BUSINESS]).replace("<h2>", f"{people}<h2>")
    record = record_of(tmp_path, text, "minutes.html")
    assert titles(record) == [*BUSINESS]
    assert [person.name for person in record.attendance] == ["Ida Marl", "Tom Quince"]


@pytest.mark.parametrize(
    "below",
    [
        "### Actions\n\n" + bullets(*[(name, "ring the mill") for name in ("Ida", "Tom", "Bea", "Ned")]),
        bullets(*[(title, "") for title in BUSINESS[:3]], ("Open day", "Cakes are wanted.")),
        bullets(("Insurance", "It is due."), ("Open day", "Cakes are wanted.")),
    ],
    ids=["tasks below who is to do them", "few hold anything", "few bullets"],
)
def test_bullets_that_are_no_items(tmp_path: Path, below: str) -> None:
    assert titles(record_of(tmp_path, TOP + below, "minutes.md")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Action items",
        "ACTIONS TO BE TAKEN",
        "Matters to follow up",
        "Remaining Action Items",
        "Tasks for next time",
        "Things to do",
        "Follow-up items",
        "Action items for next meeting",
    ],
)
def test_a_list_of_tasks_headed_like_the_items_is_none(tmp_path: Path, heading: str) -> None:
    said = "\n\n".join(f"## {title}\n\nIt was talked over at some length." for title in ("Saw blades", "Insurance"))
    record = record_of(
        tmp_path, f"{TOP}{said}\n\n## {heading}\n\n- Ida to ring the mill\n- Tom to oil the vice\n", "m.md"
    )
    assert titles(record) == ["Saw blades", "Insurance"]
    assert [action.task for action in record.actions] == ["Ida to ring the mill", "Tom to oil the vice"]


@pytest.mark.parametrize(
    "heading", ["Old action items", "Updates on last month's actions", "Matters for the next meeting"]
)
def test_what_became_of_earlier_tasks_is_an_item(tmp_path: Path, heading: str) -> None:
    said = "\n\n".join(f"## {title}\n\nIt was talked over at some length." for title in ("Saw blades", "Insurance"))
    record = record_of(tmp_path, f"{TOP}## {heading}\n\nThe vice has been oiled at last.\n\n{said}\n", "m.md")
    assert titles(record) == [heading, "Saw blades", "Insurance"]


def test_the_time_in_a_heading_of_the_format_is_part_of_it(tmp_path: Path) -> None:
    timed = [
        f"19:{at}0 {title}" for at, title in enumerate(("Saw blades", "Lathe, lamp, vice...", "Fees", "Open day"), 1)
    ]
    text = "\n\n".join(f"### {title}\n\n- It was talked over." for title in timed)
    assert titles(record_of(tmp_path, TOP + text + "\n", "m.md")) == timed


def test_lists_set_in_further_count_no_items_in_plain_text(tmp_path: Path) -> None:
    text = TOP.replace("# ", "").replace("\n\n", "\n")
    record = record_of(tmp_path, text + "Business\n" + "".join(f"   {row}" for row in INNER.splitlines(keepends=True)))
    assert items(record) == [("1", "Membership"), ("2", "Workbench"), ("3", "Open day")]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(2, True), (6, True), (6, True), (2, True)], [1, 2, 2, 1]),
        ([(2, True), (6, True), (10, True), (6, True)], [1, 2, 3, 2]),
        ([(2, True), (4, False), (6, True)], [1, 0, 2]),  # a line that goes on
        ([(2, True), (2, False), (6, True)], [1, 0, 1]),  # a paragraph at the list's edge ends it
        ([(1, True), (0, True)], [1, 1]),  # " 9." above "10."
        ([(6, True), (2, True)], [1, 1]),
        ([(0, False), (0, False)], [0, 0]),
    ],
)
def test_how_deep_a_line_is_set_in(places: list[tuple[float, bool]], expected: list[int]) -> None:
    assert list(depths(places, 2)) == expected


def test_stars_of_a_note_taking_program_head_items(tmp_path: Path) -> None:
    told = "** Saw blades\n*** Actions\n- Ida to ring the mill\n\n** Insurance\n- It is due.\n\n** Fair\n- Cakes.\n"
    assert titles(record_of(tmp_path, TOP + told, "m.md")) == ["Saw blades", "Insurance", "Fair"]


def test_items_that_go_on_further_in_stay_items(tmp_path: Path) -> None:
    rows = "1. Membership\n    It has risen.\n2. Workbench\n    It was oiled.\n"
    text = (
        TOP.replace("# ", "")
        + rows
        + "    3. Open day\n      Cakes are wanted.\n    4. Next meeting\n      2 July 2024\n"
    )
    assert [number for number, _ in items(record_of(tmp_path, text))] == ["1", "2", "3", "4"]


TOLD = "The roof of the hall is mended and the hedge cut"


def test_a_letter_that_many_sentences_open_with_is_their_bullet() -> None:
    """Some PDFs tell of a symbol font's bullet only its code, which is that of a letter."""
    lines = [Line(f"x {TOLD} {n} times.") for n in range(5)]
    in_table = Table(rows=((Cell((Line("x Ann Box"),)), Cell((Line(f"x {TOLD}."),))),))
    flow = with_bullets([Line("xylophones were bought."), *lines, in_table])
    texts = [line.text for part in flow for line in (part.lines if isinstance(part, Table) else (part,))]
    assert [text[0] for text in texts] == ["x", *"•••••", "•", "•"]


def test_letters_that_tick_names_stay() -> None:
    ticked = [Line(f"x Ann {name}") for name in ("Box", "Lund", "Hale", "Orr", "Reed", "Vane")]
    assert with_bullets(ticked) == tuple(ticked)
