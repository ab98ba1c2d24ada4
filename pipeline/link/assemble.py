"""Paper + Outline + Found -> Record: people for owners, dates for words, an id for each entry, doubts as problems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from pipeline import paper as source_types
from pipeline import record as r
from pipeline.extractors.find import Found
from pipeline.found import FoundPerson
from pipeline.link.dates import month_goes_first, resolve_dates
from pipeline.link.doubts import doubts
from pipeline.link.entries import (
    Ids,
    action_record,
    decision_record,
    earlier_actions,
    evidence_record,
    item_record,
    problem_record,
    recommendation_record,
)
from pipeline.link.meeting import day_of, meeting_of, mid_month, published, stem_of
from pipeline.link.nearby import Nearby
from pipeline.link.people import Roster
from pipeline.link.questions import doubtful, in_order
from pipeline.link.sure import Kept, sure
from pipeline.paper import Outline, Paper, fold
from pipeline.problem import Problem


def assemble(
    paper: Paper, outline: Outline, found: Found, *, before: Sequence[r.Record] = (), kept: Kept | None = None
) -> r.Record:
    """The record of a paper.

    Args:
        kept: how often each rule was right.
        before: records of the papers before it in the file, whose meeting and people it may mean.
    """
    meeting, problems = meeting_of(paper, found, before)
    day, by_month = day_of(meeting.date), month_goes_first(found.dates)
    dates = resolve_dates(found.dates, meeting=day or mid_month(meeting.date), published=published(found))
    if meeting.date is None and paper.kind in ("information-sheet",):
        meeting = meeting.model_copy(update={"date": next((value for f, value, _ in dates if f.form == "day"), None)})
    people = found.people or _people_before(before)
    roster = Roster.of(people, texts=texts_of(outline), heads=heads_of(outline), rows=rows_of(outline))
    nearby = Nearby(outline)
    stem = stem_of(paper, meeting)
    ids = Ids(stem, paper.kind)
    kept = kept or {}
    decisions = tuple(
        decision_record(d, ids, found.money, sure=sure("decisions", d.evidence.rule, kept)) for d in found.decisions
    )
    earlier = earlier_actions(before) if any(a.carried for a in found.actions) else ()
    actions = tuple(
        action_record(
            a,
            ids,
            roster,
            nearby,
            decisions,
            problems,
            day=day,
            by_month=by_month,
            earlier=earlier,
            sure=sure("actions", a.evidence.rule, kept),
        )
        for a in found.actions
    )
    return r.Record(
        id=f"{stem}/{paper.kind}",
        kind=paper.kind,
        title=fold(paper.title) or PurePath(paper.source.path).name,
        source=r.SourceFile(
            path=paper.source.path,
            sha256=paper.source.sha256,
            media_type=paper.source.media_type,
            pages=paper.pages,
            reader=paper.source.reader,
        ),
        meeting=meeting,
        metadata=found.metadata,
        coverage=_coverage(paper, outline, found),
        attendance=tuple(
            r.Attendee(
                name=p.name,
                status=p.status,
                capacity=p.capacity,
                initials=p.initials,
                confidence=sure("attendance", p.evidence.rule, kept),
                evidence=evidence_record(p.evidence),
            )
            for p in found.people
        ),
        items=tuple(item_record(i) for i in found.items if not i.sub),
        sections=tuple(
            r.Heading(number=i.number, title=i.title, evidence=evidence_record(i.evidence))
            for i in found.items
            if i.sub
        ),
        questions=tuple(
            r.Question(text=q.text, answer=q.answer, section=q.section, evidence=evidence_record(q.evidence))
            for q in found.questions
        ),
        recommendations=tuple(recommendation_record(one) for one in found.recommendations),
        decisions=decisions,
        actions=actions,
        money=tuple(
            r.Money(
                text=m.text,
                amount=m.amount,
                currency=m.currency,
                label=m.label,
                item=m.place.item,
                minute=m.place.minute,
                evidence=evidence_record(m.evidence),
            )
            for m in found.money
        ),
        dates=tuple(
            r.DateMention(
                text=f.text,
                value=value,
                kind=kind,
                item=f.place.item,
                minute=f.place.minute,
                evidence=evidence_record(f.evidence),
            )
            for f, value, kind in dates
        ),
        tables=tuple(
            r.TableRecord(
                title=t.title,
                header=t.header,
                rows=t.rows,
                totals=t.totals,
                unit=t.unit,
                evidence=evidence_record(t.evidence),
            )
            for t in found.tables
        ),
        problems=in_order(
            [
                *(
                    problem_record(p)
                    for p in (
                        *paper.problems,
                        *(p for p in paper.source.problems if not before or _concerns(p, paper)),
                        *outline.problems,
                        *found.meeting.problems,
                        *(p for t in found.tables for p in t.problems),
                        *problems,
                        *doubts((*found.money, *found.dates)),
                    )
                ),
                *doubtful(decisions, actions, meeting.date),
            ]
        ),
    )


def _concerns(problem: Problem, paper: Paper) -> bool:
    """Does a doubt about the file touch a paper that is not its first? A missing end may be any paper's."""
    first, last = paper.pages or (1, 0)
    return problem.code == "file-cut-short" or any(first <= page <= last for page in problem.pages)


def texts_of(outline: Outline) -> tuple[str, ...]:
    """The running text of a paper, a paragraph each."""
    return tuple(paragraph.text for section in outline.sections for paragraph in section.paragraphs)


def heads_of(outline: Outline) -> tuple[str, ...]:
    """The lines above the business: the front and the lists of people, tables too."""
    sections = (section for section in outline.sections if section.kind in ("front", "attendance"))
    return tuple(line.text for section in sections for part in section.body for line in part.lines)


def rows_of(outline: Outline) -> tuple[str, ...]:
    """The rows of a paper's tables, in running order, their cells with a bar between."""
    tables = (part for section in outline.sections for part in section.body if isinstance(part, source_types.Table))
    return tuple(" | ".join(cell.text for cell in row if cell.text) for table in tables for row in table.rows)


def _people_before(before: Sequence[r.Record]) -> tuple[FoundPerson, ...]:
    for record in reversed(before):
        if record.attendance:
            return tuple(
                FoundPerson(p.name, p.status, source_types.Evidence(p.evidence.quote), p.capacity, p.initials)
                for p in record.attendance
            )
    return ()


_NO_APOLOGIES = re.compile(
    r"\b(?:no\s+apologies|apologies\W{1,12}(?:none|nil)\b|there\s+were\s+no\s+apologies)", re.IGNORECASE
)
_NO_ACTIONS = re.compile(
    r"\b(?:no\s+actions?\s+(?:were\s+)?(?:arising|agreed|raised|recorded)|actions?\W{1,12}(?:none|nil)\b)",
    re.IGNORECASE,
)


def _coverage(paper: Paper, outline: Outline, found: Found) -> r.Coverage:
    """What was looked for and whether the paper says it; "no" only where the paper says no."""
    text = "\n".join(line.text for line in source_types.lines_of(paper.flow))
    searched = paper.kind in ("minutes", "other")

    def state(some: bool, *, looked: bool = True, none: re.Pattern[str] | None = None) -> r.Found:
        if some:
            return "stated"
        if not looked:
            return "not_searched"
        return "stated_none" if none is not None and none.search(text) else "not_found"

    return r.Coverage(
        attendance=state(any(p.status != "apologies" for p in found.people), looked=searched),
        apologies=state(any(p.status == "apologies" for p in found.people), looked=searched, none=_NO_APOLOGIES),
        decisions=state(bool(found.decisions), looked=searched),
        actions=state(bool(found.actions), none=_NO_ACTIONS),
        money=state(bool(found.money)),
        dates=state(bool(found.dates)),
    )
