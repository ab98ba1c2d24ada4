"""Outline -> what it states: people, decisions, actions, money, dates, tables. Verbatim, unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extractors.actions import find_actions, status_of
from pipeline.extractors.actions.adopted import of_motions
from pipeline.extractors.actions.informed import informed
from pipeline.extractors.actions.inset import without_inset
from pipeline.extractors.attendance import find_attendance
from pipeline.extractors.dates import find_dates
from pipeline.extractors.decisions import find_decisions
from pipeline.extractors.decisions.decision_tables import decision_tables
from pipeline.extractors.decisions.fallen import fallen, standing
from pipeline.extractors.decisions.read_out import read_out
from pipeline.extractors.decisions.recommendations import find_recommendations
from pipeline.extractors.figures import find_figures
from pipeline.extractors.frontsheet import FoundItem, find_items, find_metadata, find_questions
from pipeline.extractors.meeting import FoundMeeting, find_meeting
from pipeline.extractors.money import find_money, settle_dollars
from pipeline.extractors.places import pieces
from pipeline.found import (
    FoundAction,
    FoundDate,
    FoundDecision,
    FoundMoney,
    FoundPerson,
    FoundQuestion,
    FoundRecommendation,
    FoundTable,
    Place,
)
from pipeline.kinds import is_annual_return
from pipeline.paper import Line, Outline, Paper, Paragraph, slug
from pipeline.rules.match import Matcher

__all__ = ["Found", "find_all", "status_of"]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a paper states, in its order."""

    meeting: FoundMeeting
    metadata: dict[str, str]
    people: tuple[FoundPerson, ...]
    items: tuple[FoundItem, ...]
    questions: tuple[FoundQuestion, ...]
    recommendations: tuple[FoundRecommendation, ...]
    decisions: tuple[FoundDecision, ...]
    actions: tuple[FoundAction, ...]
    money: tuple[FoundMoney, ...]
    dates: tuple[FoundDate, ...]
    tables: tuple[FoundTable, ...]


def find_all(
    paper: Paper, outline: Outline, matcher: Matcher, *, topics: tuple[str, ...] = (), names: tuple[str, ...] = ()
) -> Found:
    """Runs every extractor over a paper, with the rules of the body that met before the general ones.

    Args:
        topics: titles of the items of the papers before it in the pack.
        names: people in the attendance lists of the papers before it.
    """
    meeting = find_meeting(paper, outline, matcher)
    matcher = matcher.for_body(slug(meeting.body or ""))
    mentions = list(_mentions(paper, outline))
    dates = [date for text, place, head in mentions for date in find_dates(text, matcher, place=place, head=head)]
    money = [amount for text, place, _ in mentions for amount in find_money(text, matcher, place=place)]
    people = tuple(find_attendance(outline, matcher)) if paper.kind in ("minutes", "other") else ()
    attests = paper.kind == "other" and is_annual_return("\n".join(text.text for text, _, _ in mentions))
    decisions = [] if attests else find_decisions(paper, outline, matcher)
    if paper.kind in ("minutes", "other"):
        told = {one.text for one in decisions}
        decisions += [row for row in decision_tables(outline, matcher) if row.text not in told]
    refused = [one for one in decisions if one.outcome == "refused" and not _OBJECTS.search(one.evidence.quote)]
    actions = [] if attests else find_actions(paper, outline, matcher, people=people, topics=topics, names=names)
    actions += of_motions(decisions, lambda: informed(matcher, outline, people))
    whole = list(pieces(outline))
    actions = without_inset(actions, whole)
    lost = [*fallen(whole), *read_out(whole)]
    decisions, actions = standing(decisions, lost), standing(actions, lost)
    return Found(
        meeting=meeting,
        metadata=find_metadata(paper, outline, matcher),
        people=people,
        items=tuple(find_items(paper, outline, matcher)),
        questions=tuple(find_questions(paper, outline)),
        recommendations=tuple(find_recommendations(paper, outline, matcher)),
        decisions=tuple(decisions),
        actions=tuple(action for action in actions if not _was_lost(action, refused)),
        money=tuple(settle_dollars(money, (text.text for text, _, _ in mentions), matcher)),
        dates=tuple(dates),
        tables=tuple(find_figures(paper, outline, matcher)),
    )


_MOVED = re.compile(r"\b(?:moved|proposed|motion|amendment)\b", re.IGNORECASE)
_OBJECTS = re.compile(r"\bobject", re.IGNORECASE)


def _was_lost(action: FoundAction, refused: Sequence[FoundDecision]) -> bool:
    """A motion that gives somebody a task, and fell; an objection is "refused" too, and may leave something to do."""
    words = action.evidence.quote
    moved = not action.marked and _MOVED.search(words) is not None
    return moved and any(one.place == action.place and words in one.evidence.quote for one in refused)


def _headers_before(paper: Paper) -> set[str]:
    """Page headers and footers of the papers before it in the file: a date in them counts once a file."""
    seen: set[str] = set()
    first = paper.flow[0] if paper.flow else None
    for part in paper.source.flow:
        if part is first:
            break
        if isinstance(part, Line) and part.role == "furniture":
            seen.add(_PAGE_NUMBER.sub("", part.text))
    return seen


_PAGE_NUMBER = re.compile(r"(?<![\d/.-])(?:\b|(?<=[Pp]age))\d{1,3}\b(?![\d/.-])")
_SIGNATURE = re.compile(
    r"\W*(?:signed|signature|chair(?:man|person)?)[\s:.]*_{3,}|\W*signed(?![a-z]).{0,60}dated?\b", re.IGNORECASE
)


def _mentions(paper: Paper, outline: Outline) -> Iterator[tuple[Paragraph, Place, str]]:
    """Every paragraph in which an amount or a date may stand, once, and the head of its column.

    Front matter, running text, tables' cells, margins, and furniture where it says anything new.
    """
    seen = _headers_before(paper)
    if paper.source.reader in ("markdown", "rst"):
        for key, value in paper.source.fields:
            if key in ("title", "date"):
                seen.add(_PAGE_NUMBER.sub("", value))
                yield Paragraph(value, (Line(value),), (0,)), Place(), ""
    signatures: set[str] = set()
    for piece in pieces(outline, cells=True, headings=True, agenda=True):
        if _SIGNATURE.match(piece.paragraph.text):
            signed = re.sub(r"[\W_]+", " ", piece.paragraph.text)
            if signed in signatures:
                continue  # the line at the foot of every page, with the day on which the chair signed them all
            signatures.add(signed)
        yield piece.paragraph, piece.place, piece.head
        for line in piece.paragraph.margin:
            yield Paragraph(line.text, (line,), (0,)), piece.place, ""
    for part in paper.flow:
        words = _PAGE_NUMBER.sub("", part.text) if isinstance(part, Line) else ""
        if isinstance(part, Line) and part.role == "furniture" and words not in seen:
            seen.add(words)
            yield Paragraph(part.text, (part,), (0,)), Place(), ""
