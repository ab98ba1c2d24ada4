"""The words that a record keeps of its paper, one passage after the other, and the sentence that a finding quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.record import Evidence, Record

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“\"(•])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paper's text.

    Attributes:
        evidence: where it stands; None for the title and a front sheet's values, which have no place of their own.
        number: of the minute; `item` of the item of business that it belongs to.
    """

    text: str
    evidence: Evidence | None
    number: str = ""
    item: str = ""

    def sentence(self, start: int) -> str:
        """The sentence in which a letter stands."""
        begin = 0
        for end in _END.finditer(self.text):
            if end.start() > start:
                return self.text[begin : end.start()]
            begin = end.end()
        return self.text[begin:]

    def sentence_before(self, start: int) -> str:
        """The part of that sentence before the letter."""
        begin = max((end.end() for end in _END.finditer(self.text, 0, start)), default=0)
        return self.text[begin:start]

    def quoted(self, start: int) -> Evidence:
        """Evidence of the sentence in which a letter stands."""
        quote = " ".join(self.sentence(start).split())
        return self.evidence.model_copy(update={"quote": quote}) if self.evidence else Evidence(quote=quote)


def passages(record: Record) -> Iterator[Passage]:
    """Title, front sheet, items with their minutes, headings, and rows of actions where the paper has no items."""
    yield Passage(record.title, None)
    for label, value in record.metadata.items():
        yield Passage(f"{label}: {value}", None)
    yield from minutes(record)
    for heading in record.sections:
        yield Passage(heading.title, heading.evidence, heading.number)
    for action in record.actions:
        if record.kind != "minutes" or action.carried:
            for words in (action.topic, action.task, action.progress, action.due.text):
                if words:
                    yield Passage(words, action.evidence, action.minute or "", action.item or "")


def minutes(record: Record) -> Iterator[Passage]:
    """Items' titles and the minutes below them, in order."""
    for item in record.items:
        yield Passage(item.title, item.evidence, item.number, item.number)
        for minute in item.minutes:
            yield Passage(minute.text, minute.evidence, minute.number, item.number)
