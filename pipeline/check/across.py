"""What the checks across papers share: sentences with their evidence, dates in them, which minutes were approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.papers import Papers, day_of
from pipeline.layout.sentences import sentences
from pipeline.record import Evidence, Minute, Record, is_day
from pipeline.track import likeness
from pipeline.workspace import UNKNOWN_BODY

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_APPROVE = re.compile(
    r"\b(?:approv|accept|agree|confirm|adopt|sign(?:ed|ing)\b|(?:true|correct|accurate|fair)\b|taken\s+as\s+read)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:committee|panel|working\s+(?:group|party)|board|annual|agm|egm|extra-?ordinary|special|"
    r"assembly|forum|trust)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b[Nn]ext\s+((?:[A-Z][\w’'-]*\s+)+)[Mm]eeting")
_OWN = "meeting council parish community town district ordinary full regular scheduled formal public monthly quarterly"
_REACH = 110  # letters behind "minutes" in which the date of their meeting stands


@dataclass(frozen=True, slots=True)
class Passage:
    """A title or a sentence of a record, with the item and the minute that it stands in."""

    text: str
    evidence: Evidence
    item: str = ""
    minute: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A record says that the minutes of a day's meeting were approved."""

    record: Record
    day: str
    evidence: Evidence
    words: str
    """The date as it is written."""


def is_body(papers: Papers) -> bool:
    """The papers are those of one body, not of all whose body no one could tell."""
    return papers.slug != UNKNOWN_BODY


def passages(record: Record) -> Iterator[Passage]:
    """The titles of items and the sentences of minutes, as they stand; then the rows of action lists."""
    for item in record.items:
        yield Passage(item.title, item.evidence, item.title, item.number)
        for minute in item.minutes:
            yield from _sentences(minute, item.title)
    if record.kind == "action-sheet":
        for row in record.actions:
            for text in (row.topic, row.task, row.progress):
                if text:
                    yield Passage(text, row.evidence, row.topic or "", row.minute or "")


def _sentences(minute: Minute, title: str) -> Iterator[Passage]:
    for start, end in sentences(minute.text):
        text = minute.text[start:end]
        yield Passage(text, minute.evidence.model_copy(update={"quote": text}), title, minute.number)


def days_in(record: Record, text: str, minute: str = "") -> Iterator[tuple[str, int, str]]:
    """Days named in a text of a record: the day, where its words begin, and the words.

    A wording that stands for two days in one paper ("Monday", "the 5th") is told only where its minute settles it.
    """
    taken: list[tuple[int, int]] = []
    known: dict[str, set[str]] = {}
    for date in record.dates:
        if not minute or not date.minute or date.minute == minute:
            known.setdefault(date.text, set()).add(date.value)
    for words in sorted(known, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            [value, *more] = known[words]
            if not more and is_day(value):
                yield value, found.start(), words


@lru_cache(maxsize=1)
def approvals(papers: Papers) -> dict[str, list[Approval]]:
    """Id of minutes -> which days' minutes they approve."""
    return {record.id: approved_by(record) for record in papers.kind("minutes")}


def approved_by(record: Record) -> list[Approval]:
    """The days whose minutes a record approves, each once. Minutes of committees and of yearly meetings are others'."""
    out: dict[str, Approval] = {}
    own = record.meeting.body or ""
    for item in record.items:
        about = _MINUTES.search(item.title) is not None and not re.search(r"\bmatters\b", item.title, re.IGNORECASE)
        approved = about and (
            _APPROVE.search(item.title) is not None or any(_APPROVE.search(minute.text) for minute in item.minutes)
        )
        texts = [Passage(item.title, item.evidence)] if approved else []
        texts += [
            passage
            for minute in item.minutes
            if _MINUTES.search(minute.text)
            for passage in _sentences(minute, item.title)
            if _MINUTES.search(passage.text) and (approved or _APPROVE.search(passage.text))
        ]
        for passage in texts:
            for day, at, words in days_in(record, passage.text, passage.minute):
                if _names_minutes(passage.text, at, own) and day != day_of(record):
                    out.setdefault(day, Approval(record, day, passage.evidence, words))
    return sorted(out.values(), key=lambda one: one.day)


def _names_minutes(text: str, at: int, own: str) -> bool:
    """The date says of which meeting the minutes are: "the minutes of the meeting held on"."""
    for found in _MINUTES.finditer(text, 0, at):
        between = text[found.end() : at]
        if len(between) > _REACH or re.search(r"\b(?:next|website|circulated|item|noted)\b", between, re.IGNORECASE):
            continue
        if names_others(text[max(0, found.start() - 30) : at], own):
            continue
        return True
    return False


@lru_cache(maxsize=1)
def said(papers: Papers) -> dict[str, tuple[Passage, ...]]:
    """Id of a record -> its passages."""
    return {record.id: tuple(passages(record)) for record in papers.records}


def minutes_by_day(papers: Papers) -> dict[str, Record]:
    """The first minutes of each day, by day."""
    out: dict[str, Record] = {}
    for record in papers.kind("minutes"):
        day = day_of(record)
        if day:
            out.setdefault(day, record)
    return out


def cut(text: str, longest: int = 140) -> str:
    """A text in one line, its end left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def kind_words(record: Record) -> str:
    """The kind of a paper as a clerk calls it: "action sheet"."""
    return record.kind.replace("-", " ") if record.kind != "other" else "paper"


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    """`likeness.stems`, kept: checks compare the same sentences again and again."""
    return likeness.stems(text)


def names_others(text: str, own: str) -> bool:
    """A text speaks of a committee, a group or a yearly meeting that the body's own name does not hold."""
    if any(found[0].casefold() not in own.casefold() for found in _OTHERS.finditer(text)):
        return True
    named = (word for found in _WHOSE.finditer(text) for word in found[1].split())
    return any(word.casefold() not in f"{own} {_OWN}".casefold() for word in named)
