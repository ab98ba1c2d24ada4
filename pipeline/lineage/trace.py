"""Records -> the lineage of decisions. What is doubtful is said to be so; what is not here is said to be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lineage.links import Comparison, Lineage, Link
from pipeline.lineage.refs import RECOMMENDS, Reference, references
from pipeline.lineage.reports import Paired, compare, reports_for
from pipeline.lineage.shelfmarks import (
    Papers,
    context_of,
    dates_in,
    item_of,
    names_in,
    stems_of,
    subject_evidence,
)
from pipeline.record import Decision, Evidence, Record
from pipeline.wording import long_date

ALIKE = 0.6  # likeness of a decision to the one that it names, from which it is that one
AGAIN = 0.8  # likeness of two decisions that are told as one matter come back
TAKEN = 0.65  # likeness of a recommendation to another body and what that body resolved
_ROUTINE = re.compile(
    r"\b(?:minutes|apolog\w+|next\s+(?:\w+\s+)?meeting|adjourn\w*|agenda|declarations?|accounts?\s+(?:be|were)\s+paid|payments?|invoices?|"
    r"cheques|bank\s+statements?|credit\s+balance|to\s+the\s+vote|extend\s+the\s+meeting|exclu\w+\s+the\s+public|press\s+and\s+public|correct\s+record)\b",
    re.IGNORECASE,
)
_RARE = 5  # words with something to say that a decision must have to be known again by its wording


def trace(papers: Papers, wanted: Sequence[Record]) -> list[Lineage]:
    """The lineage of every decision of these minutes, in their order.

    Args:
        papers: all records, in which links are looked for.
    """
    asked = _asked(papers)
    return [lineage for record in wanted for lineage in _of_minutes(record, papers, asked)]


def _of_minutes(record: Record, papers: Papers, asked: Sequence[_Asked]) -> Iterator[Lineage]:
    pairs = list(reports_for(record, papers)) if record.decisions else []
    compared = [one for pair in pairs for one in compare(pair, record, papers)]
    for decision in record.decisions:
        links = [
            *(_report(pair, decision) for pair in pairs if decision in pair.decisions),
            *_named(record, decision, papers),
            *_other_body(record, decision, papers, asked),
        ]
        if not links or all(link.kind == "report" for link in links):
            links += _again(record, decision, papers)
        mine = [one for one in compared if one.decision is not None and one.decision.id == decision.id]
        yield Lineage(record, decision, tuple(links), tuple(mine))


def with_later(lineage: Lineage, papers: Papers) -> Lineage:
    """A decision's lineage with the later decisions of its body that go back to it."""
    after = papers.after(lineage.record.slug, lineage.record.meeting.date or "9999")
    links = [
        Link(
            "later",
            link.sure,
            f"{'' if link.sure else 'perhaps '}on {long_date(one.record.meeting.date)}",
            lineage.decision.evidence,
            one.record,
            one.decision.evidence,
            one.decision,
        )
        for one in trace(papers, [record for record in after if record.id != lineage.record.id])
        for link in one.links
        if link.decision is not None and link.decision.id == lineage.decision.id
    ]
    return replace(lineage, links=(*lineage.links, *links))


def not_taken_up(papers: Papers, wanted: Sequence[Record]) -> list[Comparison]:
    """The recommendations to which no resolution of their item answers."""
    return [
        one
        for record in wanted
        if record.decisions
        for pair in reports_for(record, papers)
        for one in compare(pair, record, papers)
        if one.decision is None
    ]


def _report(pair: Paired, decision: Decision) -> Link:
    title = next((v for k, v in pair.report.metadata.items() if "subject" in k.casefold()), pair.report.title)
    doubt = "" if pair.sure else "perhaps "
    item = pair.item.evidence if pair.item else decision.evidence
    message = f"{doubt}the report “{title}” ({pair.why})"
    return Link("report", pair.sure, message, item, pair.report, subject_evidence(pair.report))


# What the words name


def _named(record: Record, decision: Decision, papers: Papers) -> Iterator[Link]:
    text = context_of(record, decision)
    own = decision.text
    for reference in references(own, dates_in(record, own)):
        yield from _reference(reference, record, decision, papers)
    # The paragraph around it may name the minute that it goes back to; dates there may speak of something else.
    if own != text:
        for reference in references(text, dates_in(record, text)):
            if reference.what == "number" and reference.words not in own:
                yield from _reference(reference, record, decision, papers)


def _reference(reference: Reference, record: Record, decision: Decision, papers: Papers) -> Iterator[Link]:
    words = decision.evidence.model_copy(update={"quote": reference.words})
    if reference.what == "minutes":
        for day in reference.days:
            yield _minutes(day, reference, record, words, papers)
    elif reference.what == "last-minutes":
        before = papers.before(record)
        if before:
            last = before[-1]
            told = any(d.kind == "next-meeting" and d.value == record.meeting.date for d in last.dates)
            doubt = "" if told else "perhaps: of the last minutes before it that are here, "
            yield Link("minutes", told, f"{doubt}the minutes of {long_date(last.meeting.date)}", words, last)
    elif reference.what == "number":
        yield from _numbered(reference, record, words, papers)
    else:
        yield from _agreed(reference, record, decision, words, papers)


def _minutes(day: str, reference: Reference, record: Record, words: Evidence, papers: Papers) -> Link:
    own = record.slug
    if reference.body and not papers.bodies.is_own(reference.body, own):
        slugs = papers.bodies.called(reference.body, by=own)
        whose = f" of the {reference.body}"
    else:
        slugs, whose = [own], ""
    found = [one for slug in slugs for one in papers.minutes(slug, day) if one.id != record.id]
    # Minutes that the program filed under another spelling of the body stand in the same folder.
    if not found and not whose:
        found = [
            one
            for one in papers.records
            if one.kind == "minutes" and one.meeting.date == day and one.id != record.id and _same_folder(one, record)
        ]
    named = f"the minutes{whose} of {long_date(day)}"
    if len({one.meeting.date for one in found}) == 1 and len({one.slug for one in found}) == 1:
        return Link("minutes", True, named, words, found[0])
    if found:
        return Link("minutes", False, f"perhaps {named}: several bodies met then", words, found[0])
    if day >= (record.meeting.date or "9999"):
        return Link("minutes", False, f"{named}, which is not before this meeting", words)
    return Link("minutes", True, f"{named}, which are not here", words)


def _same_folder(one: Record, two: Record) -> bool:
    return one.source.path.rsplit("/", 1)[0] == two.source.path.rsplit("/", 1)[0]


def _numbered(reference: Reference, record: Record, words: Evidence, papers: Papers) -> Iterator[Link]:
    """ "Minute 45/2024", "Resolution 2024-031": the earlier decision or item with that number."""
    number = reference.number.casefold()
    found: list[tuple[Record, Evidence, Decision | None]] = []
    distinct = bool(re.search(r"[a-z/-]", number)) and len(number) > 3
    for one in papers.before(record):
        if reference.days and not any((one.meeting.date or "").startswith(day) for day in reference.days):
            continue
        hits = [d for d in one.decisions if number in ((d.minute or "").casefold(), (d.item or "").casefold())]
        if not hits and distinct:
            hits = [
                d for d in one.decisions if re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", d.text.casefold())
            ]
        if hits:
            found.append((one, hits[0].evidence, hits[0] if len(hits) == 1 else None))
            continue
        item = next((item for item in one.items if item.number.casefold() == number), None)
        if item is not None:
            found.append((one, item.evidence, None))
    if not found:
        return
    one, there, decision = found[-1]
    sure = len(found) == 1 and (distinct or bool(reference.days) or len(number) > 2)
    several = f", the last of {len(found)} meetings with that number" if len(found) > 1 else ""
    message = (
        f"{'' if sure else 'perhaps '}what was minuted as {reference.number} on {long_date(one.meeting.date)}{several}"
    )
    yield Link("earlier", sure, message, words, one, there, decision)


def _agreed(
    reference: Reference, record: Record, decision: Decision, words: Evidence, papers: Papers
) -> Iterator[Link]:
    """ "As agreed at the meeting on 3 March": the decision of that day that reads most like this one."""
    own = record.slug
    slugs = [own]
    if reference.body and not papers.bodies.is_own(reference.body, own):
        slugs = papers.bodies.called(reference.body, by=own)
    for day in reference.days:
        meetings = [one for slug in slugs for one in papers.minutes(slug, day) if one.id != record.id]
        meetings = [one for one in meetings if (one.meeting.date or "") < (record.meeting.date or "")]
        if not meetings:
            continue
        scored = [(papers.alike(decision.text, d.text), one, d) for one in meetings for d in one.decisions]
        score, one, best = max(scored, key=lambda entry: entry[0], default=(0.0, meetings[0], None))
        who = f" of {one.meeting.body}" if one.slug != own and one.meeting.body else ""
        when = f"the meeting{who} of {long_date(one.meeting.date)}"
        if best is not None and score >= ALIKE:
            yield Link("earlier", True, f"the decision of {when}", words, one, best.evidence, best)
        elif len(meetings) == 1:
            yield Link("earlier", False, f"{when}; which of its decisions is for you to say", words, one)


def _again(record: Record, decision: Decision, papers: Papers) -> list[Link]:
    """The same matter decided before in much the same words: told as a possibility only."""
    # Bodies say many things in set words; the matter is the same only where both name the same thing.
    named = names_in(record, decision.text)
    if not named or _ROUTINE.search(decision.text) or len(stems_of(decision.text)) < _RARE:
        return []
    best: tuple[float, Record, Decision] | None = None
    for one in papers.before(record):
        for earlier in one.decisions:
            score = papers.alike(decision.text, earlier.text)
            if score < AGAIN or (best is not None and score < best[0]) or not named & names_in(one, earlier.text):
                continue
            best = (score, one, earlier)
    if best is None:
        return []
    _, one, earlier = best
    message = f"perhaps the matter decided on {long_date(one.meeting.date)} in much the same words"
    return [Link("again", False, message, decision.evidence, one, earlier.evidence, earlier)]


# Other bodies


_Asked = tuple[Record, Decision, list[str]]


def _other_body(record: Record, decision: Decision, papers: Papers, asked: Sequence[_Asked]) -> Iterator[Link]:
    """Was what is recommended to another body taken there; was what is resolved recommended by another body?"""
    slugs, name = recommended_to(record, decision, papers)
    if name:
        yield from _taken(record, decision, slugs, name, papers)
    own = record.slug
    for other, earlier, theirs in asked:
        day = other.meeting.date or ""
        if own not in theirs or not "" < day <= (record.meeting.date or ""):
            continue
        score = papers.alike(earlier.text, decision.text)
        if score >= TAKEN - 0.1 and len(stems_of(decision.text)) >= _RARE:
            sure = score >= TAKEN and len(theirs) == 1
            message = f"{'' if sure else 'perhaps '}recommended by {other.meeting.body} on {long_date(day)}"
            yield Link("recommended-by", sure, message, decision.evidence, other, earlier.evidence, earlier)


def _spoken_of(decision: Decision, later: Sequence[Record], name: str, papers: Papers) -> Link:
    """The paragraph of the other body's minutes that reads most like what was recommended to it, where one does."""
    told = [(one, minute) for one in later for item in one.items for minute in item.minutes]
    scored = [(papers.alike(decision.text, minute.text), at) for at, (_, minute) in enumerate(told)]
    score, at = max(scored, default=(0.0, 0))
    if score < ALIKE:
        papers_here = "1 later paper" if len(later) == 1 else f"{len(later)} later minutes"
        message = f"recommended to {name}: nothing was found in its {papers_here} here"
        return Link("recommended-to", False, message, decision.evidence)
    one, minute = told[at]
    message = f"recommended to {name}: perhaps dealt with on {long_date(one.meeting.date)}"
    return Link("recommended-to", False, message, decision.evidence, one, minute.evidence)


def _asked(papers: Papers) -> list[_Asked]:
    """What bodies recommended to other bodies that have papers here."""
    return [
        (record, decision, slugs)
        for record in papers.records
        if record.kind == "minutes"
        for decision in record.decisions
        if (slugs := recommended_to(record, decision, papers)[0])
    ]


def recommended_to(record: Record, decision: Decision, papers: Papers) -> tuple[list[str], str]:
    """Whom a decision recommends something to: slugs, and the name as written; ([], "") where it is nobody."""
    if decision.outcome != "recommended" and not re.search(r"\brecommend", decision.text, re.IGNORECASE):
        return [], ""
    for text in (decision.text, context_of(record, decision)):
        found = RECOMMENDS.search(text)
        if found and not papers.bodies.is_own(found["body"], record.slug):
            return papers.bodies.called(found["body"], by=record.slug), found["body"]
    return [], ""


def _taken(record: Record, decision: Decision, slugs: list[str], name: str, papers: Papers) -> Iterator[Link]:
    day = record.meeting.date or "9999"
    later = [one for slug in slugs for one in papers.after(slug, day)]
    if not later:
        known = "no later minutes of it are here" if slugs else "no papers of it are here"
        yield Link("recommended-to", True, f"recommended to {name}: {known}", decision.evidence)
        return
    scored = [(papers.alike(decision.text, d.text), one, d) for one in later for d in one.decisions]
    score, one, best = max(scored, key=lambda entry: entry[0], default=(0.0, later[0], None))
    if best is None or score < TAKEN - 0.1:
        yield _spoken_of(decision, later, name, papers)
        return
    sure = score >= TAKEN and len(slugs) == 1 and item_of(one, best) is not None
    what = f"{best.outcome} by {one.meeting.body} on {long_date(one.meeting.date)}"
    message = f"recommended to {name}: {'' if sure else 'perhaps '}{what}"
    yield Link("recommended-to", sure, message, decision.evidence, one, best.evidence, best)
