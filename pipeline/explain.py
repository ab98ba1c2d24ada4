"""What the rules were asked about each line of a paper, and what they answered: `minutebook rules explain`.

The paper is read as `ingest` reads it, by a matcher that keeps every question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from pipeline.outline import outline
from pipeline.paper import Line, Paragraph, Section
from pipeline.problem import SettingError
from pipeline.read import read as read_file
from pipeline.record import Record
from pipeline.rules import Rulebook, RuleKind
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Match, Matcher
from pipeline.rules.why import Asked, Explained, Read, explain
from pipeline.run import records_of
from pipeline.split import split
from pipeline.workspace import Workspace

NEAR = 0.25
"""How near a rule must come to a line to be named with it."""
_ENTRIES = ("attendance", "items", "decisions", "actions", "money", "dates")


@dataclass(slots=True)
class Questions:
    """What the rules were asked, in order, and whose own rules were asked too."""

    asked: dict[Asked, None] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)


class Asking(Matcher):
    """A matcher that keeps the questions it is asked."""

    def __init__(self, book: Rulebook, questions: Questions, *, body: str = "") -> None:
        super().__init__(book, body=body)
        self.questions = questions
        questions.bodies.add(body)

    def for_body(self, body: str) -> Matcher:
        return Asking(self.book, self.questions, body=body)

    def find(self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: str = "") -> list[Match]:
        self.questions.asked[Asked(text, section, paper, part, kind)] = None
        return super().find(kind, text, section=section, paper=paper, part=part)

    def first(self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: str = "") -> Match | None:
        self.questions.asked[Asked(text, section, paper, part, kind)] = None
        return super().first(kind, text, section=section, paper=paper, part=part)


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of a paper: where it stands, what the rules said, and which of those that read it the record shows."""

    place: str
    explained: Explained
    in_record: frozenset[str]


def explain_paper(path: Path, workspace: Workspace, *, kind: str = "", words: str = "") -> Iterator[ExplainedLine]:
    """Every line that the rules were asked about, in order.

    Args:
        kind: only rules of this kind; all where "".
        words: only lines that hold these words, capitals or not.

    Raises:
        SettingError: no such file, no such kind of rule.
        UnreadableError: the file can't be read.
    """
    kinds = [one for one in get_args(RuleKind) if kind in ("", one)]
    if not kinds:
        raise SettingError(f"{kind}: no kind of rule.", hint=f"The kinds are {', '.join(get_args(RuleKind))}.")
    if not path.is_file():
        raise SettingError(f"{path}: there is no such file.", hint="Check its name.")
    questions = Questions()
    matcher = Asking(matcher_of(workspace.root).book, questions)
    source = read_file(path)
    records = records_of(source, matcher)
    sections = [section for paper in split(source, matcher) for section in outline(paper, matcher).sections]
    asked = [one for one in questions.asked if one.kind in kinds and one.text.strip()]
    texts = {one.text for one in asked}
    for place, text in dict.fromkeys(line for section in sections for line in _lines(section)):
        about = [one for one in asked if _is_about(one.text, text, texts)] if words.lower() in text.lower() else []
        if about:
            explained = explain(matcher.book, text, about, bodies=questions.bodies)
            yield ExplainedLine(place, explained, frozenset(_rules_in(records, text)))


def _lines(section: Section) -> Iterator[tuple[str, str]]:
    """(place, text) of a section's heading, paragraphs and rows of tables."""
    for part in (*([section.heading] if section.heading else []), *section.body):
        if isinstance(part, Paragraph):
            yield f"{section.kind} {_place(part.lines[0])}".strip(), part.text
        else:
            for row in part.rows:
                if lines := [line for cell in row for line in cell.lines]:
                    yield f"{section.kind} table {_place(lines[0])}", " ".join(cell.text for cell in row if cell.lines)


def _place(line: Line) -> str:
    places = (("page", line.page), ("line", line.number), ("", line.block))
    return " ".join(f"{name} {place}".strip() for name, place in places if place)


def _is_about(asked: str, text: str, texts: Iterable[str]) -> bool:
    """Is a question about this line: all of it, a sentence, or a few words that no other question is just about?"""
    return (
        asked == text
        or (asked in text and (len(asked) >= 12 or text not in texts))
        or (text in asked and len(text) >= 12)
    )


def _rules_in(records: Iterable[Record], text: str) -> Iterator[str]:
    """The rules of those entries of the records that are read from this line."""
    for record in records:
        for entry in (entry for name in _ENTRIES for entry in getattr(record, name)):
            if entry.evidence.quote in text or text in entry.evidence.quote:
                yield entry.evidence.rule


def lines_of(line: ExplainedLine, *, near: int, everything: bool = False) -> Iterator[tuple[str, str]]:
    """A line's explanation as (style, line)s; nothing where no rule reads it or comes near.

    Args:
        near: how many of the rules that come near to name, of kinds of which no rule reads the line.
        everything: name every rule that does not read it.
    """
    explained = line.explained
    missed = list(explained.missed)
    if not everything:
        kinds = {one.rule.kind for one in explained.read}
        missed = [miss for miss in missed if miss.share >= NEAR and miss.rule.kind not in kinds][:near]
    if explained.read or missed:
        yield "heading", f"{line.place}: {explained.text}"
    for one in explained.read:
        yield ("quiet" if one.after else "decision"), f"  {_said(one)}{_outcome(one, line.in_record)}"
    for miss in missed:
        yield "quiet", f"  {miss.rule.kind}/{miss.rule.id} does not: {miss.detail}"


def _said(one: Read) -> str:
    values = ", ".join(f"{name}: {value}" for name, value in one.values.items())
    return f"{one.rule.kind}/{one.rule.id} reads “{one.quote}”{' -> ' if values else ''}{values}"


def _outcome(one: Read, in_record: frozenset[str]) -> str:
    if one.rule.id in in_record:
        return " (in the record)"
    return f" (but {one.after} comes first)" if one.after else ""
