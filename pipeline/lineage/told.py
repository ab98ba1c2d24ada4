"""Lineage as lines for a person and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lineage.links import Comparison, Lineage, Link
from pipeline.lineage.words import joined, shown
from pipeline.record import Evidence, Record
from pipeline.wording import long_date

Line = tuple[str, str]
LABELS = {
    "report": "Report",
    "minutes": "Minutes",
    "earlier": "Goes back to",
    "again": "Seen before",
    "recommended-by": "Recommended by",
    "recommended-to": "Recommended to",
    "later": "Taken up later",
}
_LONGEST = 160  # letters of a quote


def lines_of(lineages: Sequence[Lineage], left: Sequence[Comparison]) -> Iterator[Line]:
    """Each decision with its links; then the recommendations that no resolution answers."""
    meeting = ""
    for lineage in lineages:
        if lineage.record.id != meeting:
            meeting = lineage.record.id
            yield "", ""
            yield "heading", f"{lineage.record.meeting.body or 'Body not stated'}, {_day(lineage.record)} ({meeting})"
        yield "", ""
        yield from _decision(lineage)
    if left:
        yield "", ""
        yield "heading", "Recommended, and no resolution of the item reads like it: perhaps not taken up"
    for one in left:
        number = f"{one.recommendation.number} " if one.recommendation.number else ""
        yield "problem", f"  {number}{cut(one.recommendation.text)}"
        yield "quiet", f"    {place(one.report, one.recommendation.evidence)}"
        yield "quiet", f"    item {one.item} of {one.minutes.id}"


def _decision(lineage: Lineage) -> Iterator[Line]:
    decision = lineage.decision
    yield "decision", f"  {decision.outcome.upper()} {cut(decision.text)}"
    yield "quiet", f"    {decision.id}{_where(decision.evidence)}"
    for comparison in lineage.comparisons:
        yield from _comparison(comparison)
    shown_already = {comparison.report.id for comparison in lineage.comparisons}
    for link in lineage.links:
        yield from _link(link, known=link.record is not None and link.record.id in shown_already)
    if not (lineage.links or lineage.comparisons):
        yield "quiet", "    Its words refer to nothing else, and no report for it was found here."


def _comparison(one: Comparison) -> Iterator[Line]:
    doubt = "" if one.sure else ", perhaps"
    number = f" {one.recommendation.number}" if one.recommendation.number else ""
    decision = one.decision
    if decision is None:
        return
    if one.verdict == "not-taken-up":
        said = f"{decision.outcome}"
    elif one.verdict == "same":
        said = f"taken as recommended{'; the resolution says more' if one.more else ''}"
    else:
        said = f"amended: {joined(one.changes)}"
    yield "", f"    Recommendation{number}{doubt}: {said}"
    yield "quiet", f"      {place(one.report, one.recommendation.evidence)}: “{cut(one.recommendation.text)}”"
    if one.verdict == "amended":
        yield "", f"      {shown(one.recommendation.text, decision.text)}"


def _link(link: Link, *, known: bool = False) -> Iterator[Line]:
    yield ("" if link.sure else "problem"), f"    {LABELS[link.kind]}: {link.message}"
    if link.record is not None and not known:
        there = link.decision.text if link.decision else link.there.quote if link.there else ""
        quote = f": “{cut(there)}”" if there else ""
        name = link.decision.id if link.decision else link.record.id
        yield "quiet", f"      {name}{_where(link.there) if link.there else ''}{quote}"
    if link.kind in ("minutes", "earlier"):
        yield "quiet", f"      here: “{cut(link.words.quote)}”"


def place(record: Record, evidence: Evidence) -> str:
    """A record's id with the page, line or paragraph."""
    return f"{record.id}{_where(evidence)}"


def _where(evidence: Evidence) -> str:
    if evidence.page is not None:
        return f" (p. {evidence.page})"
    if evidence.line is not None:
        return f" (line {evidence.line})"
    return f" ({evidence.block})" if evidence.block else ""


def _day(record: Record) -> str:
    return long_date(record.meeting.date) or "no date"


def cut(text: str) -> str:
    """A text short enough for a line."""
    return text if len(text) <= _LONGEST else f"{text[: text.rfind(' ', 0, _LONGEST)]} …"


# For programs


def as_json(lineages: Sequence[Lineage], left: Sequence[Comparison]) -> dict[str, object]:
    """Decisions with links and comparisons; `not_taken_up` are recommendations without a resolution."""
    return {
        "decisions": [
            {
                "id": one.decision.id,
                "record": one.record.id,
                "outcome": one.decision.outcome,
                "text": one.decision.text,
                "evidence": _evidence(one.record, one.decision.evidence),
                "links": [_link_json(one.record, link) for link in one.links],
                "recommendations": [_comparison_json(comparison) for comparison in one.comparisons],
            }
            for one in lineages
        ],
        "not_taken_up": [_comparison_json(one) for one in left],
    }


def _link_json(record: Record, link: Link) -> dict[str, object]:
    return {
        "kind": link.kind,
        "sure": link.sure,
        "message": link.message,
        "here": _evidence(record, link.words),
        "record": link.record.id if link.record else None,
        "decision": link.decision.id if link.decision else None,
        "there": _evidence(link.record, link.there) if link.record and link.there else None,
    }


def _comparison_json(one: Comparison) -> dict[str, object]:
    return {
        "verdict": one.verdict,
        "sure": one.sure,
        "says_more": one.more,
        "number": one.recommendation.number,
        "recommended": one.recommendation.text,
        "resolved": one.decision.text if one.decision else None,
        "decision": one.decision.id if one.decision else None,
        "minutes": one.minutes.id,
        "item": one.item,
        "changes": [{"before": change.before, "after": change.after} for change in one.changes],
        "there": _evidence(one.report, one.recommendation.evidence),
        "here": _evidence(one.minutes, one.decision.evidence) if one.decision else None,
    }


def _evidence(record: Record, evidence: Evidence) -> dict[str, object]:
    return {
        "record": record.id,
        "page": evidence.page,
        "line": evidence.line,
        "block": evidence.block,
        "quote": evidence.quote,
    }
