"""Action sheets whose table was lost: the header's words a line each, then number, topic, task, owner, outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extractors.names import is_person
from pipeline.extractors.owners import split_owners
from pipeline.found import FoundAction, Place
from pipeline.layout.heads import role_of
from pipeline.layout.numbers import mark_of
from pipeline.layout.paragraphs import paragraph_of
from pipeline.paper import Line, Paper, Paragraph, fold

HEADER_LINES = 14  # how far down the header's words may stand


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank line between them."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return fold(" ".join(line.text for line in self.lines))


def find_sheet_rows(paper: Paper, *, topics: Sequence[str], names: Sequence[str]) -> list[FoundAction]:
    """Rows of a flattened action sheet; none where its header can't be found.

    Args:
        topics: items of the minutes that the sheet belongs to; they tell a topic from the task that follows it.
        names: people known from the same file; they tell the owner from the outcome that follows.
    """
    lines = [part for part in paper.flow if isinstance(part, Line) and part.role == "body" and part.text.strip()]
    start = _after_header(lines)
    if start is None:
        return []
    rows: list[list[Line]] = []
    for line in lines[start:]:
        mark = mark_of(line.text)
        if mark is not None and mark.style in ("N", "N)") and mark.groups == (len(rows) + 1,):
            rows.append([])
        if rows:
            rows[-1].append(line)
    return [action for row in rows if (action := _row(_blocks(row), topics, names)) is not None]


def _after_header(lines: Sequence[Line]) -> int | None:
    """Index after the header: at least two words of a list of actions, task and owner among them, a line each."""
    roles: set[str] = set()
    last = None
    for at, line in enumerate(lines[:HEADER_LINES]):
        role = role_of(line.text)
        if role:
            roles.add(role)
            last = at
    return last + 1 if last is not None and {"action", "owner"} <= roles else None


def _blocks(row: Sequence[Line]) -> list[Block]:
    blocks: list[list[Line]] = []
    for line in row:
        if not blocks or line.gap:
            blocks.append([])
        blocks[-1].append(line)
    return [Block(tuple(lines)) for lines in blocks]


def _row(blocks: Sequence[Block], topics: Sequence[str], names: Sequence[str]) -> FoundAction | None:
    owner_at = next((i for i, block in enumerate(blocks) if i > 0 and _owner_of(block.text, names)), None)
    number = mark_of(blocks[0].lines[0].text)
    assert number is not None
    told = blocks[: owner_at if owner_at is not None else len(blocks)]
    paragraph = paragraph_of([line for block in told for line in block.lines])
    topic_end = len(paragraph_of(told[0].lines).text) + 1 if len(told) > 1 else _topic_end(paragraph, topics)
    task = paragraph.text[topic_end:].strip()
    if not task:
        return None
    owner = outcome = ""
    if owner_at is not None:
        owner = _owner_of(blocks[owner_at].text, names)
        outcome = fold(
            " ".join([blocks[owner_at].text[len(owner) :], *(block.text for block in blocks[owner_at + 1 :])])
        )
    return FoundAction(
        task=task,
        place=Place(minute=number.number, topic=paragraph.text[:topic_end].strip(" .") or None),
        evidence=paragraph.evidence(topic_end, len(paragraph.text), rule="action-sheet-row"),
        owners=tuple(split_owners(owner)),
        marked=True,
        carried=True,
        progress=outcome or None,
    )


def _owner_of(text: str, names: Sequence[str]) -> str:
    """The owner that a block opens with: a known person, or a name or post that is all of it."""
    for name in sorted(names, key=len, reverse=True):
        if text.casefold().startswith(name.casefold()):
            return text[: len(name)]
    if len(text.split()) <= 5 and (
        is_person(text) or (split_owners(text) and text[:1].isupper() and not text.endswith("."))
    ):
        return text
    first_two = " ".join(text.split()[:2])
    return first_two if is_person(first_two) and len(text.split()) > 2 and text.split()[2][:1].isupper() else ""


def _topic_end(paragraph: Paragraph, topics: Sequence[str]) -> int:
    """Where the topic ends that the task follows on its line: the longest item title that opens it; years aside."""
    words = paragraph.text.split()
    best = 0
    for topic in topics:
        wanted = topic.casefold().split()
        same = 0
        for a, b in zip(wanted, words, strict=False):
            if a != b.casefold().strip(".,:"):
                break
            same += 1
        needed = len([w for w in wanted if not re.search(r"\d", w)])
        if same >= needed and same > best:
            best = same
    return len(" ".join(words[:best])) + 1 if best else 0
