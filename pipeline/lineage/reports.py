"""Reports and the items that they were written for: by day, subject and wording; recommendations beside resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.lineage.links import Comparison, Verdict
from pipeline.lineage.shelfmarks import Papers, day_of, folder_of, subjects_of
from pipeline.lineage.words import differences, held, says_more
from pipeline.record import Decision, Item, Recommendation, Record

SURE = 0.75  # likeness of a recommendation and a resolution, or of two titles, that leaves no doubt
DOUBT = 0.5  # likeness from which a person should look
HELD = 0.8  # part of a recommendation's words that a resolution has, from which it takes that up among others
PART = 0.4  # likeness from which a resolution of the right item answers a recommendation
_WHOLE = re.compile(
    r"\brecommendations?\b[^.;]{0,60}\b(?:be|were|was|are)\b[^.;]{0,20}\b(?:agreed|approved|accepted|adopted|endorsed)|"
    r"\b(?:agreed|approved|accepted|adopted|endorsed)\b[^.;]{0,30}\b(?:the\s+)?recommendations?\b|\bas\s+recommended\b",
    re.IGNORECASE,
)
# What a report says is resolved by pointing at it: nothing of it is told as lost.
_REPORT = re.compile(r"\b(?:as|in\s+accordance\s+with|per)\b[^.;]{0,30}\b(?:the|that|this)\s+report\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paired:
    """A report and the item of minutes that deals with it."""

    report: Record
    item: Item | None
    decisions: tuple[Decision, ...]
    sure: bool
    why: str


def reports_for(minutes: Record, papers: Papers) -> Iterator[Paired]:
    """The reports that lay before a meeting, each with the item under which it was dealt with."""
    for report in papers.reports:
        if report.id != minutes.id and _may_lie_before(report, minutes):
            best = _best(report, minutes, papers)
            # A report without a day lay before the meeting that dealt with it most plainly.
            if best and (day_of(report) or best[0] >= _highest(report, papers)):
                yield best[1]


def _best(report: Record, minutes: Record, papers: Papers) -> tuple[float, Paired] | None:
    found = [pair for item, decisions in _groups(minutes) if (pair := _pair(report, item, decisions, papers))]
    return max(found, key=lambda pair: pair[0]) if found else None


def _highest(report: Record, papers: Papers) -> float:
    """How well the report fits the meeting that it fits best."""
    if report.id not in papers.fits:
        meetings = [one for ones in papers.of_body.values() for one in ones if _may_lie_before(report, one)]
        found = [best[0] for one in meetings if (best := _best(report, one, papers))]
        papers.fits[report.id] = max(found, default=0.0)
    return papers.fits[report.id]


def _groups(minutes: Record) -> list[tuple[Item | None, tuple[Decision, ...]]]:
    out: list[tuple[Item | None, tuple[Decision, ...]]] = [
        (item, tuple(d for d in minutes.decisions if item.number and d.item == item.number)) for item in minutes.items
    ]
    known = {item.number for item in minutes.items if item.number}
    loose = tuple(decision for decision in minutes.decisions if (decision.item or "") not in known)
    return [*out, (None, loose)] if loose else out


def _may_lie_before(report: Record, minutes: Record) -> bool:
    """A report of that day, or one without a day from the same folder or body."""
    near = report.slug == minutes.slug or folder_of(report) == folder_of(minutes)
    return near and (minutes.meeting.date or "").startswith(day_of(report))


def _pair(
    report: Record, item: Item | None, decisions: tuple[Decision, ...], papers: Papers
) -> tuple[float, Paired] | None:
    title = max((papers.alike(one, item.title) for one in subjects_of(report)), default=0.0) if item else 0.0
    numbered = item is not None and bool(item.number) and _agenda_number(report) == item.number
    wording = [
        max((papers.alike(one.text, decision.text) for decision in decisions), default=0.0)
        for one in report.recommendations
    ]
    best = max(wording, default=0.0)
    dated = bool(day_of(report))
    score = max(title, best) + 0.1 * (title > PART and best > PART) + 0.2 * numbered
    if score < DOUBT:
        return None
    many = sum(one >= PART for one in wording)
    # Words that every meeting uses ("note the report") say nothing alone.
    telling = best >= SURE and max((len(one.text.split()) for one in report.recommendations), default=0) >= 8
    sure = (
        (title >= SURE and (dated or best >= PART))
        or (title >= PART and (telling or many > 1 or (numbered and dated)))
        or (telling and many > 1)
    )
    if not sure and not dated and title < DOUBT and not telling:
        return None
    why = "its subject is the item's" if title >= best else "its recommendations read like what was resolved"
    doubt = "" if report.meeting.date else f"; the report has no date{', its file has' if dated else ' of its own'}"
    return score, Paired(report, item, decisions, sure, f"{why}{doubt}")


def _agenda_number(report: Record) -> str:
    for label, value in report.metadata.items():
        if re.match(r"(?:agenda\s+)?item(?:\s+no)?\b", label, re.IGNORECASE):
            return value.strip(" .")
    return ""


def compare(pair: Paired, minutes: Record, papers: Papers) -> Iterator[Comparison]:
    """Each recommendation of a report beside the resolution that answers it."""
    item = f"{pair.item.number} {pair.item.title}".strip() if pair.item else ""
    taken: list[Recommendation] = []
    answered = _matched(pair.report.recommendations, pair.decisions, papers)
    taken = [one for one, decision in answered if decision is not None]
    for one, decision in answered:
        if decision is not None:
            several = sum(other is decision for _, other in answered) > 1
            more = says_more(one.text, decision.text)
            changes = differences(one.text, decision.text, part=several or more)
            verdict: Verdict = "amended" if changes else "same"
            if decision.outcome in ("refused", "deferred"):
                verdict = "not-taken-up"
            sure = pair.sure and papers.alike(one.text, decision.text) >= DOUBT
            yield Comparison(pair.report, one, minutes, item, decision, verdict, changes, sure, more and not several)
            continue
        # A report states some recommendations twice, in slightly other words.
        if any(papers.alike(one.text, other.text) >= SURE for other in taken):
            continue
        whole = next((d for d in pair.decisions if _WHOLE.search(d.text)), None)
        if whole is not None:
            yield Comparison(pair.report, one, minutes, item, whole, "same", (), False)
        elif pair.sure and taken and not any(_REPORT.search(d.text) for d in pair.decisions):
            yield Comparison(pair.report, one, minutes, item, None, "not-taken-up", (), False)


def _matched(
    recommendations: Sequence[Recommendation], decisions: Sequence[Decision], papers: Papers
) -> list[tuple[Recommendation, Decision | None]]:
    """Pairs by likeness, the most alike first; a decision answers one recommendation."""
    scored = sorted(
        (
            (-papers.alike(one.text, decision.text), a, b)
            for a, one in enumerate(recommendations)
            for b, decision in enumerate(decisions)
        ),
    )
    mine: dict[int, int] = {}
    used: set[int] = set()
    for minus, a, b in scored:
        if -minus >= PART and a not in mine and b not in used:
            mine[a] = b
            used.add(b)
    for a, one in enumerate(recommendations):
        if a not in mine:  # one sentence may resolve what stands in two recommendations
            whole = [b for b, decision in enumerate(decisions) if held(one.text, decision.text) >= HELD]
            mine.update({a: whole[0]} if whole and len(one.text.split()) > 5 else {})
    return [(one, decisions[mine[a]] if a in mine else None) for a, one in enumerate(recommendations)]
