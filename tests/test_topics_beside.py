"""Topics in a column at the left of what was said, in a table without rules; and "(Item 3)" below a title."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline import Record, extract
from pipeline.paper import Table
from pipeline.read import read
from tests.typed import record_of

HEIGHT = A4[1]
STEP = 14.0
Rows = Sequence[tuple[Sequence[str], Sequence[str]]]

ROWS: Rows = [
    (["Minutes"], ["The minutes of the last meeting were read and approved."]),
    (
        ["Boathouse"],
        ["Two of the planks at the north end have gone soft and a third is", "going. Lou Amaya to find a joiner."],
    ),
    (["Moorings"], ["Gwen Stahl will ask the harbour office about the new buoys and", "what they would cost."]),
    (["Subscriptions", "and fees"], ["It was agreed to leave them as they are.", "Nobody spoke against it."]),
    (["Any other", "business"], ["The regatta is on 7 June, and there were no other matters."]),
]


def _drawn(folder: Path, rows: Rows, *, align: Literal["top", "middle"], between: float, right: float = 190) -> Path:
    path = folder / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    top = 72.0
    head = ["Sagehill Rowing Club", "Minutes of the committee held on 4 March 2025"]
    for text in [*head, "Present: Dale Ruckert, Gwen Stahl and Lou Amaya"]:
        canvas.drawString(72, HEIGHT - top, text)
        top += 2 * STEP
    for topic, said in rows:
        tallest = max(len(topic), len(said))
        for left, words in ((72, topic), (right, said)):
            first = top + (STEP * (tallest - len(words)) / 2 if align == "middle" else 0)
            for number, text in enumerate(words):
                canvas.drawString(left, HEIGHT - first - number * STEP, text)
        top += tallest * STEP + between
    canvas.save()
    return path


def _record(path: Path) -> Record:
    return extract(path)[0]


@pytest.mark.parametrize("between", [2.5, 6.0, 14.0])
@pytest.mark.parametrize("align", ["top", "middle"])
def test_topics_beside_what_was_said_are_items(align: Literal["top", "middle"], between: float, tmp_path: Path) -> None:
    record = _record(_drawn(tmp_path, ROWS, align=align, between=between))
    titles = ["Minutes", "Boathouse", "Moorings", "Subscriptions and fees", "Any other business"]
    assert [item.title for item in record.items] == titles
    assert [decision.text for decision in record.decisions] == [
        "The minutes of the last meeting were read and approved.",
        "It was agreed to leave them as they are.",
    ]
    assert [(action.task, action.owners[0].name) for action in record.actions] == [
        ("Lou Amaya to find a joiner.", "Lou Amaya"),
        ("Gwen Stahl will ask the harbour office about the new buoys and what they would cost.", "Gwen Stahl"),
    ]


def test_without_white_space_between_topics_a_sentence_has_to_end_above_the_next(tmp_path: Path) -> None:
    rows = [
        (["Boathouse"], ["Two of the planks at the north end have gone soft and a third is", "going."]),
        (["Moorings and", "Buoys"], ["Gwen Stahl will ask the harbour office about the new buoys and", "their cost."]),
        (["Kit"], ["The club shirts have come. They are too small."]),
        (["Any other business"], ["There was none. The meeting closed at nine."]),
        (["Regatta"], ["It is on 7 June. All helpers are welcome."]),
    ]
    record = _record(_drawn(tmp_path, rows, align="top", between=0.0))
    assert [item.title for item in record.items] == [
        "Boathouse",
        "Moorings and Buoys",
        "Kit",
        "Any other business",
        "Regatta",
    ]


def _tables(path: Path) -> list[Table]:
    return [part for part in read(path).flow if isinstance(part, Table)]


@pytest.mark.parametrize(
    "rows",
    [
        [
            (["Date:"], ["Tuesday 4 March 2025, in the upper room of the boathouse."]),
            (["Venue:"], ["The boathouse, Quay Road, which can be reached from the", "lane."]),
            (["Chair:"], ["Dale Ruckert, who opened the meeting at half past seven."]),
            (["Minutes:"], ["Gwen Stahl took them. She has since written them out."]),
            (["Keys:"], ["Lou Amaya has the only set. He lives at the mill."]),
        ],
        [([f"{n} March"], ["Rowing at seven, coffee at nine.", "Nobody came late."]) for n in range(4, 10)],
        [([name], [f"{post}", "the club"]) for name, post in [("Ann Box", "Chair of"), ("Bo Cole", "Clerk to")] * 3],
        [([f"{n}."], ["The planks at the north end have gone soft and a third", "is going."]) for n in range(1, 7)],
        [(["Ann Box"], ["I have read the letter from the county.", "I do not like it."]), (["Bo Carr"], ["Nor do I."])]
        * 3,
        [
            (["Ann Box"], ["To write to the county about the lamps.", "They are out."]),
            (["Bo Carr"], ["To order the new lamps.", "They are dear."]),
            (["Cy Dale"], ["To mend the fence at the north end.", "It has gone."]),
            (["Di Elm"], ["To ask the school for its hall.", "It is free."]),
        ],
        [
            (["Report to"], ["The harbour committee, which meets on 4 March 2025.", "In public."]),
            (["Lead officer"], ["The harbour master, who can be asked.", "By letter."]),
            (["Summary"], ["The walls want mending before the winter.", "It is dear."]),
            (["Recommendation"], ["That the committee pay for the work.", "At once."]),
        ],
    ],
    ids=["labels", "days", "posts", "numbers", "speakers", "tasks", "front sheet"],
)
def test_what_else_stands_beside_text_is_no_topic(rows: Rows, tmp_path: Path) -> None:
    assert _tables(_drawn(tmp_path, rows, align="top", between=6.0)) == []


BODY = "Nobody spoke.\n\n"


@pytest.mark.parametrize("line", ["(Item 1)", "(Agenda item 1)", "(Item No. 1)"])
def test_a_line_that_counts_the_agenda_makes_the_line_above_it_an_item(line: str, tmp_path: Path) -> None:
    titles = ["Apologies and substitutes", "Moorings in the lower basin", "Work programme"]
    said = "".join(f"{title}\n{line.replace('1', str(n))}\n{BODY}" for n, title in enumerate(titles, 1))
    record = record_of(tmp_path, f"Sagehill Harbour Panel\nMinutes of the meeting held on 4 March 2025\n\n{said}")
    assert [(item.number, item.title) for item in record.items] == [
        (str(n), title) for n, title in enumerate(titles, 1)
    ]


def test_a_title_with_a_number_of_its_own_keeps_it(tmp_path: Path) -> None:
    titles = ["Apologies", "Moorings", "Work programme"]
    said = "".join(f"{n}. {title}\n   (Item {n - 75})\n{BODY}" for n, title in enumerate(titles, 76))
    record = record_of(tmp_path, f"Sagehill Harbour Panel\nMinutes of the meeting held on 4 March 2025\n\n{said}")
    assert [(item.number, item.title) for item in record.items] == [
        ("76", "Apologies"),
        ("77", "Moorings"),
        ("78", "Work programme"),
    ]


def test_sentences_above_such_lines_are_no_titles(tmp_path: Path) -> None:
    said = "".join(f"{n}. {title}\n\nNobody spoke.\n(Agenda item {n})\n\n" for n, title in enumerate(TITLES, 1))
    record = record_of(tmp_path, f"Sagehill Harbour Panel\nMinutes of the meeting held on 4 March 2025\n\n{said}")
    assert [item.title for item in record.items] == TITLES


TITLES = ["Apologies", "Moorings", "Crews", "Work programme"]


def test_references_to_items_do_not_beat_the_paper_s_own(tmp_path: Path) -> None:
    told = "".join(f"Item {n} – The hedge at the slip has been cut.\n\n" for n in ("3.1", "4.2", "6", "7.1"))
    said = "".join(f"{n}. {title}\n\nNobody spoke.\n\n{told * (n == 2)}" for n, title in enumerate(TITLES, 1))
    record = record_of(tmp_path, f"Sagehill Harbour Panel\nMinutes of the meeting held on 4 March 2025\n\n{said}")
    assert [item.title for item in record.items] == TITLES
