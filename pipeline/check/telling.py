"""Findings as a person reads them, grouped by paper, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.finding import Finding, Place
from pipeline.problem import Severity
from pipeline.record import Evidence, Record

Line = tuple[str, str]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_LONGEST = 160  # letters of a quote that are shown: enough to find the place


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """By body, meeting and paper, the gravest of a paper first; otherwise as given."""

    def key(finding: Finding) -> tuple[str, str, str, int]:
        record = finding.place.record
        body = record.slug
        return body, record.meeting.date or "9999", record.id, SEVERITIES.index(finding.severity)

    return sorted(findings, key=key)


def lines_of(findings: Sequence[Finding]) -> Iterator[Line]:
    """(style, line)s: each paper, below it each finding's sentence and its places."""
    last: Record | None = None
    for finding in in_order(findings):
        record = finding.place.record
        if last is None or record.id != last.id:
            if last is not None:
                yield "", ""
            yield "title", record.title or record.id
            yield "quiet", f"{record.id} · {record.source.path}"
            last = record
        yield "problem", f"  {finding.severity}: {finding.message} [{finding.code}]"
        for place in finding.places:
            if said := _place(place, record):
                yield "quiet", f"    {said}"


def summary(findings: Sequence[Finding]) -> str:
    """How many of which severity, in how many papers."""
    if not findings:
        return "Nothing was found."
    counts = {one: sum(finding.severity == one for finding in findings) for one in SEVERITIES}
    names = {"error": "error", "warning": "warning", "info": "remark"}
    said = [f"{count} {names[one]}{'' if count == 1 else 's'}" for one, count in counts.items() if count]
    papers = len({finding.place.record.id for finding in findings})
    return f"{', '.join(said)} in {papers} paper{'' if papers == 1 else 's'}."


def as_json(finding: Finding) -> dict[str, object]:
    """A finding for a program: `place`, `also`, `other` (null where there is none), each with record and evidence."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "body": finding.place.record.meeting.body,
        "place": _as_json(finding.place),
        "also": [_as_json(place) for place in finding.also],
        "other": _as_json(finding.other) if finding.other else None,
    }


def _as_json(place: Place) -> dict[str, object]:
    record = place.record
    return {
        "record": record.id,
        "title": record.title,
        "source": {"path": record.source.path, "sha256": record.source.sha256},
        "evidence": place.evidence.model_dump() if place.evidence else None,
    }


def _place(place: Place, here: Record) -> str:
    """Where the words stand, and the words: 'page 4: “…”', with the paper's id where it is another one."""
    paper = "" if place.record.id == here.id else place.record.id
    spot = where(place.evidence) if place.evidence else ""
    quote = _cut(place.evidence.quote) if place.evidence else ""
    head = ", ".join(filter(None, (paper, spot)))
    return f"{head}: “{quote}”" if head and quote else head or (f"“{quote}”" if quote else "")


def where(evidence: Evidence) -> str:
    """The page, line or paragraph; "" where the evidence says none."""
    if evidence.page is not None:
        return f"page {evidence.page}"
    if evidence.line is not None:
        return f"line {evidence.line}"
    return evidence.block or ""


def _cut(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rsplit(' ', 1)[0]} …"
