"""One meeting in many layouts: the same record from each. `python -m tests.layout_check` draws many more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layout_check import lost, read_back
from tests.layouts import CHOICES, Layout, drawn, fitted

LAYOUTS = (
    Layout(),
    Layout(form="docx", head="topic", number="none", who="post", attendance="status"),
    Layout(form="docx", head="details", header="none", number="column", title="row", task="to", attendance="ticks"),
    Layout(form="docx", head="two", header="none", title="bold", task="below", who="post", ruled=False),
    Layout(form="docx", head="item", header="none", title="row", task="above", two="cell", attendance="letters"),
    Layout(form="docx", head="agenda", number="column", title="row", who="initials", two="cell", due="numeric"),
    Layout(form="docx", head="ref", number="column", title="bold", attendance="row", two="cell", front="table"),
    Layout(form="docx", head="subject", number="column", title="row", task="brackets", who="post", due="bare"),
    Layout(form="docx", body="prose", number="none", attendance="names", end="item", who="initials"),
    Layout(form="html", head="minute", number="column", title="bold", task="colon", attendance="lists", two="cell"),
    Layout(form="html", body="numbered", task="brackets", who="initials", front="title", attendance="sentence"),
    Layout(form="md", head="summary", number="column", attendance="names", front="table"),
    Layout(form="txt", body="margin", task="owner", attendance="list", front="title"),
    Layout(form="txt", body="side", attendance="labels", front="title", long=True),
    Layout(form="pdf", body="margin", task="owner", who="initials", attendance="status", front="draft", long=True),
    Layout(form="pdf", body="side", attendance="letters", front="header"),
    Layout(form="pdf", body="numbered", end="lead", attendance="row", front="table", who="initials"),
    Layout(form="pdf", head="item", task="to", title="row", number="column", header="first", ruled=True, long=True),
)


def name_of(layout: Layout) -> str:
    plain = Layout()
    changed = (name for name in CHOICES if getattr(layout, name) != getattr(plain, name))
    return " ".join(f"{name}={getattr(layout, name)}" for name in changed) or "plain"


@pytest.mark.parametrize("layout", [*map(fitted, LAYOUTS)], ids=name_of)
def test_the_same_meeting_is_read_from_every_layout(layout: Layout, tmp_path: Path) -> None:
    assert lost(layout, read_back(layout, tmp_path)) == []


def test_a_record_that_lacks_something_is_told(tmp_path: Path) -> None:
    records = read_back(Layout(body="prose", number="none"), tmp_path)
    whole = records[0]
    less = whole.model_copy(update={"actions": whole.actions[1:], "items": whole.items[:-1], "attendance": ()})
    told = {line.split(":")[0] for line in lost(Layout(body="prose", number="none"), [less])}
    assert told == {"actions", "items", "attendance"}
    assert lost(Layout(), []) == ["papers: 0"]


def test_a_seed_draws_the_same_layouts_again() -> None:
    assert drawn(3, 20) == drawn(3, 20)
    assert drawn(3, 20) != drawn(4, 20)
    assert {layout.form for layout in drawn(3, 20, {"form": "md"})} == {"md"}
