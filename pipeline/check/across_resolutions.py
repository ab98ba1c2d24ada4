"""What was recommended against what was resolved, and conditions of which nobody spoke again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.check.across import Passage, cut, is_body, said, stems
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.lineage.links import Comparison
from pipeline.lineage.reports import compare, reports_for
from pipeline.lineage.shelfmarks import Papers as Shelf
from pipeline.lineage.words import joined
from pipeline.record import Decision, Evidence, Record
from pipeline.track.likeness import Likeness
from pipeline.wording import long_date

ONE = 0.6  # likeness from which a resolution answers a recommendation
SPEAKS = 0.3  # likeness from which a later sentence speaks of a condition
LATER = 2  # meetings that must have followed before silence says something
SOON = 400  # days in which they must have followed
_AMOUNT = re.compile(r"[£€$]\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|million|billion)\b)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NOT = re.compile(r"\b(?:not|no|never|(?:reject|refus|declin)\w*)\b", re.IGNORECASE)
_RECOMMENDED = re.compile(r"recommend", re.IGNORECASE)
_SUBJECT = re.compile(r"\bsubject\s+to\s+(?P<what>[^.;:()]{8,140})", re.IGNORECASE)
# What must come about: not the amendments to minutes, not the terms of a licence.
_CONDITION = re.compile(
    r"\b(?:approv|consent|permission|agreement\b|confirm|receipt|receiving|satisf|obtain|fund|grant\b|quot|legal|survey|"
    r"consult|check|reference|insur|licen[cs]e|sign(?:ed|ing|ature)|ratif|review|valuation|inspection)",
    re.IGNORECASE,
)
_NO_CONDITION = re.compile(
    r"\b(?:amend|correct|alter|addition|inclusion|insert|delet|minor|the\s+following|conditions?\b|increase|interest)",
    re.IGNORECASE,
)


def resolution_differs(papers: Papers) -> Iterator[Finding]:
    """A resolution with another number than the report recommended, with a not that it has not, refused or deferred."""
    shelf = Shelf.of(papers.records)
    for record in papers.kind("minutes"):
        told: set[str] = set()
        for one in _compared(record, shelf):
            if one.decision is not None and (what := _changed(one)):
                told.add(one.recommendation.text)
                yield _otherwise(
                    one.report, one.recommendation.text, one.recommendation.evidence, record, one.decision, what
                )
        for report in papers.beside(record):
            for text, evidence in _recommendations(report) if report.kind in ("report", "agenda") else ():
                words = _words(text)
                best = max(record.decisions, key=lambda d: shelf.likeness.between(words, _words(d.text)), default=None)
                if best is None or text in told or len(words) < 4:
                    continue
                if shelf.likeness.between(words, _words(best.text)) >= ONE and (what := _differs(text, best)):
                    yield _otherwise(report, text, evidence, record, best, what)


def _words(text: str) -> frozenset[str]:
    """What a text is about: its numbers may be what differs."""
    return frozenset(word for word in stems(text) if not word[0].isdigit())


def _compared(record: Record, shelf: Shelf) -> Iterator[Comparison]:
    """Recommendations of the meeting's reports, each beside the resolution that surely answers it."""
    for pair in reports_for(record, shelf) if record.decisions else ():
        yield from (one for one in compare(pair, record, shelf) if one.sure)


def _changed(one: Comparison) -> str:
    """What was resolved otherwise: another number at the same place, a not more or less, nothing at all."""
    assert one.decision is not None
    if one.verdict == "not-taken-up":
        return f"it was {one.decision.outcome}"
    told = [
        change
        for change in one.changes
        if (_DIGIT.search(change.before) and _DIGIT.search(change.after))
        or bool(_NOT.search(change.before)) != bool(_NOT.search(change.after))
    ]
    return joined(told)


def _otherwise(report: Record, text: str, evidence: Evidence, record: Record, best: Decision, what: str) -> Finding:
    return Finding(
        "resolution-differs",
        "warning",
        f"The report recommends “{cut(text, 110)}”; the meeting of {long_date(day_of(record))} resolved "
        f"“{cut(best.text, 110)}” ({what}).",
        Place(report, evidence),
        Place(record, best.evidence),
    )


def _recommendations(report: Record) -> Iterator[tuple[str, Evidence]]:
    """What a report recommends; where none was read in its text, its front sheet's words."""
    for one in report.recommendations:
        yield one.text, one.evidence
    if not report.recommendations:
        for label, text in report.metadata.items():
            if _RECOMMENDED.search(label):
                yield text, Evidence(quote=text, rule="front-sheet")


def _differs(text: str, decision: Decision) -> str:
    """What makes a resolution another than the recommendation; "" where nothing does."""
    one, two = ({_plain(amount): amount for amount in _AMOUNT.findall(words)} for words in (text, decision.text))
    if one and two and not one.keys() & two.keys():
        return f"{', '.join(one.values())} and {', '.join(two.values())}"
    if bool(_NOT.search(text)) != (bool(_NOT.search(decision.text)) or decision.outcome == "refused"):
        return "one of them says no"
    return ""


def _plain(amount: str) -> str:
    return re.sub(r"\.0+$", "", re.sub(r"[\s,]", "", amount)).casefold()


def condition_unheard(papers: Papers) -> Iterator[Finding]:
    """A decision subject to something of which the minutes of later meetings say nothing."""
    if not is_body(papers):
        return
    likeness = Likeness.of(passage.text for record in papers.kind("minutes") for passage in said(papers)[record.id])
    for record in papers.kind("minutes"):
        later = [one for one in papers.after(record) if one.kind == "minutes"]
        soon = {day for one in later if (day := day_of(one)) and _days(day_of(record), day) <= SOON}
        if len(soon) < LATER:
            continue
        for decision in record.decisions:
            found = _SUBJECT.search(decision.text)
            if found is None or decision.outcome not in ("agreed", "recommended"):
                continue
            if not _CONDITION.search(found["what"]) or _NO_CONDITION.search(found["what"]):
                continue
            words = stems(found["what"]) | stems(_title(record, decision))
            if len(stems(found["what"])) < 2 or any(_speaks(likeness, words, said(papers)[one.id]) for one in later):
                continue
            yield Finding(
                "condition-not-heard-of",
                "info",
                f"A decision of {long_date(day_of(record))} is subject to “{cut(found['what'], 90)}”; the minutes of "
                f"the {len(later)} later meetings here do not speak of it.",
                Place(record, decision.evidence),
                Place(later[-1]),
            )


def _days(one: str | None, two: str) -> int:
    """Days from one day to a later one."""
    return (date.fromisoformat(two) - date.fromisoformat(one or two)).days


def _title(record: Record, decision: Decision) -> str:
    return next((item.title for item in record.items if item.number and item.number == decision.item), "")


def _speaks(likeness: Likeness, words: frozenset[str], told: Iterable[Passage]) -> bool:
    texts = (stems(passage.text) for passage in told)
    return any(likeness.between(words, text) >= SPEAKS for text in texts if len(text) > 1)


CHECKS = (
    Check("resolution-differs", "A resolution that is not what the report recommended.", resolution_differs),
    Check("condition-not-heard-of", "A decision subject to something that no later paper mentions.", condition_unheard),
)
