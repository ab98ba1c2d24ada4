"""Which of several holders of a post an item speaks of: "the Senior Engineer", where the paper lists three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.names import is_post
from pipeline.extractors.owners import SMALL_WORDS
from pipeline.initials import split_name
from pipeline.link.named import Person
from pipeline.link.posts import spelling
from pipeline.paper import Evidence, Line, Outline, Paragraph, Section

_LEAST = 4  # letters of a word of a post that tells one holder from another


class Nearby:
    """The heading of the item in which something stands, and what the item says before it."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def meant(self, words: str, holders: Sequence[Person], evidence: Evidence) -> Person | None:
        """The one whom the item named last before the evidence, by name or by a fuller post; else the one whose
        section its heading is about. None where neither tells one, or the words are no post."""
        section = next((s for s in self._outline.sections if _holds(s, evidence)), None)
        if section is None or not is_post(words):
            return None
        before = spelling(_before(section, evidence))
        last = sorted(((_mentioned(person, words, before), person.name) for person in holders), reverse=True)
        if last[0][0] > max(last[1][0], 0):
            return next(person for person in holders if person.name == last[0][1])
        heading = set(re.findall(r"\w+", spelling(section.title)))
        about = [person for person in holders if heading & _own_words(person, holders)]
        return about[0] if len(about) == 1 else None


def _is_at(line: Line, evidence: Evidence) -> bool:
    return (line.page, line.block, line.number) == (evidence.page, evidence.block, evidence.line)


def _holds(section: Section, evidence: Evidence) -> bool:
    return any(_is_at(line, evidence) for part in section.body for line in part.lines)


def _before(section: Section, evidence: Evidence) -> str:
    """The words of a section up to a quote."""
    said: list[str] = []
    for part in section.body:
        text = part.text if isinstance(part, Paragraph) else " ".join(line.text for line in part.lines)
        if any(_is_at(line, evidence) for line in part.lines):
            return " ".join([*said, text[: max(text.find(evidence.quote), 0)]])
        said.append(text)
    return ""


def _mentioned(person: Person, words: str, before: str) -> int:
    """Where the last mention of somebody ends, by surname or by a post in more words than these; 0 where none is."""
    named = [split_name(person.name)[1].casefold(), *(p for p in map(spelling, person.posts) if p != spelling(words))]
    return max((found.end() for name in named for found in re.finditer(rf"\b{re.escape(name)}\b", before)), default=0)


def _own_words(person: Person, holders: Sequence[Person]) -> set[str]:
    """Words of somebody's posts that no other holder's have."""
    own, others = (
        {word for p in people for post in p.posts for word in re.findall(r"\w+", spelling(post)) if len(word) >= _LEAST}
        for people in ([person], [p for p in holders if p is not person])
    )
    return own - others - SMALL_WORDS
