"""What stands below: the lists at the end of a paper, under "The meeting closed at 9"; the words below a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.attendance.labels import Label, read_label
from pipeline.extractors.attendance.listed import rows_of
from pipeline.extractors.attendance.register import whole_label
from pipeline.paper import Outline, Paragraph, Section, Table
from pipeline.rules.match import Matcher

_LAST = 3  # sections that may hold lists below the business
_LISTS = ("attendance-present", "attendance-in-attendance", "attendance-members-present")


def below_business(outline: Outline, matcher: Matcher) -> Iterator[Section]:
    """The last sections from the first label of a list on, each as a section of nothing but lists."""
    titled = False
    for section in outline.sections[-_LAST:]:
        title = whole_label(section.title, matcher) if section.title and not section.number else None
        opens = title is not None and title.rule in _LISTS
        titled = opens or (titled and not section.number and title is not None)
        if titled:
            yield replace(section, kind="attendance")
        elif any(label.rule in _LISTS for part in section.body for label in _labels(part, matcher)):
            first = next(at for at, part in enumerate(section.body) if _opens_last(part, matcher))
            yield replace(section, kind="attendance", title="", heading=None, body=section.body[first:])


def _labels(part: Paragraph | Table, matcher: Matcher) -> Iterator[Label]:
    """The label that a paragraph opens with; of a table those that are whole cells."""
    table = isinstance(part, Table)
    for text in [cell.text for row in part.rows for cell in row] if isinstance(part, Table) else [part.text]:
        label = read_label(text, matcher, bare=table)
        if label is not None and not (table and text[label[1] :].strip()):
            yield label[0]


def _opens_last(part: Paragraph | Table, matcher: Matcher) -> bool:
    return any(label.rule in _LISTS or label.status in AWAY for label in _labels(part, matcher))


def first_words(body: Sequence[Paragraph | Table]) -> str:
    """The first line of a section's parts, or the first cell that says something."""
    if not body:
        return ""
    part = body[0]
    cells = [c.text for row in part.rows for c in row] if isinstance(part, Table) else [r.text for r in rows_of(part)]
    return next((text for text in cells if text.strip()), "")
