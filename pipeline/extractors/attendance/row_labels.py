"""Tables of people in which some rows are lists that a label opens: "Apologies | Sam Reed, Jo Hale"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.attendance.labels import SAYS
from pipeline.extractors.attendance.register import whole_label
from pipeline.extractors.names import is_post, read_name
from pipeline.paper import Cell, Table
from pipeline.rules.match import Matcher

_BRACKET = re.compile(r"\s*\([^()]*\)$")  # "Independent Chair (non-voting)"
_HEADS = re.compile(r"(?:(?:full\s+)?names?|members?|trustees?|governors?|councillors?|directors?)\b", re.IGNORECASE)


def last_lists(table: Table, matcher: Matcher) -> tuple[Table, Table | None]:
    """A register, and the lists that its last rows hold: "Apologies | Sam Reed, Jo Hale" below "Name | Role"."""
    rows = table.rows
    end = len(rows)
    while end > 1 and _is_list(rows[end - 1], matcher):
        end -= 1
    heads = [cell.text.strip() for cell in rows[0]] if rows else []
    headed = any(_HEADS.match(head) for head in heads) and len(heads) > 1 and all(heads)
    if end == len(rows) or end < 3 or not headed or any(whole_label(cell.text, matcher) for cell in rows[0][1:]):
        return table, None
    return replace(table, rows=rows[:end]), replace(table, rows=rows[end:], header=0)


def _is_list(row: Sequence[Cell], matcher: Matcher) -> bool:
    """A label and the people whom it is for: "Apologies | Sam Reed, Jo Hale"."""
    label = whole_label(row[0].text, matcher)
    return label is not None and SAYS.search(label.words) is not None and any(cell.text.strip() for cell in row[1:])


def with_posts_led(table: Table, matcher: Matcher) -> Table:
    """The rows; a post beside its holder leads them where other rows are labelled lists: "Chair | Ann Reed"."""
    if not any(_is_list(row, matcher) for row in table.rows):
        return table
    return replace(table, rows=tuple(_with_post(row, matcher) for row in table.rows))


def _with_post(row: tuple[Cell, ...], matcher: Matcher) -> tuple[Cell, ...]:
    post = row[0].text.strip(" :")
    if (
        len(row) != 2
        or not is_post(_BRACKET.sub("", post))
        or whole_label(row[0].text, matcher)
        or not _is_one(row[1].text)
    ):
        return row
    first, *others = row[1].lines
    return (Cell(), Cell((replace(first, text=f"{post}: {first.text}"), *others)))


def _is_one(text: str) -> bool:
    name = read_name(text)
    return name is not None and name.full and re.search(r"[,;\n]|\band\b|&", text) is None
