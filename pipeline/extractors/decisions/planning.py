"""Planning lists: each application with the comment that ends it, over several lines or in a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.extractors.places import Piece, place_of
from pipeline.layout.paragraphs import paragraph_of, unmarked
from pipeline.layout.sentences import sentences
from pipeline.paper import Outline, Table
from pipeline.rules.match import Match, Matcher

_PLANNING = re.compile(r"\b(?:planning|applications?)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b[A-Z]{0,4}/?\d{2,4}/\d{3,6}(?:/[A-Z\d]{1,8})*|\b[A-Z]/\d{4,6}\b|\b[A-Z]{1,3}\d{2}/\d{2,5}\b|\bPA\s?\d+"
    r"|\b[A-Z]{2,3}\.\d{4}(?:/\d{1,3})?(?:/[A-Z]{1,2})?(?!\w)|\b\d{2,4}/[A-Z]{1,3}/\d{3,6}\b|\b[A-Z]{1,4}[./-]\d{2,4}[./-]\d{3,6}\b",
    re.ASCII,
)
_APPLICATION = re.compile(r"^\W*(?:location|application|proposal|ref(?:erence)?|site|address)\b.{0,12}:", re.IGNORECASE)
_NEXT = re.compile(r"(?<=[.;])\s+(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+)?(?=[A-Z]{0,4}/?\d{2,4}/\d{3,6})")
_FOLLOWING = re.compile(r":\W*$|\bfollowing\b|\bby\s+the\s+(?:\w+\s+)?council\W*$", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(?:extension|erection|dwellings?|conversion|change\s+of\s+use|variation|removal|conditions?|porch|garage|garden"
    r"|replacement|trees?|fell|works?|listed|outline|retention|demolition|construction|alterations?|access|building|house"
    r"|storey|shed|barn|stables?|shelters?|plot|land|site)\b",
    re.IGNORECASE,
)
_SHORT = 3  # words of a comment that is a sentence by itself
_LINE = 12  # words of a line that opens a list
_WORDS = 70  # words of an application with its comment
_TALK = 150  # words with which a list has turned into talk about one application
_LONGEST = 12  # paragraphs of one application
_CLOSE = 90  # letters at an application's end that can hold the comment


def about_planning(piece: Piece) -> bool:
    """Does a paragraph stand in a list of planning applications?"""
    return _PLANNING.search(f"{piece.section.title} {piece.sub}") is not None


Comment = tuple[int, Piece, int, int, Match]
"""The paragraph where an application ends, its words as one piece, where they start and end in it, the comment."""


@dataclass
class _List:
    """Goes down a planning list.

    Attributes:
        opened: the paragraphs of the application that is being read.
        said: the comment that stands above the applications it is about: "The Council supports the following:".
        news: the paragraphs tell what the planning authority decided.
        inside: planning applications are what the paragraphs are about.
    """

    matcher: Matcher
    opened: list[Piece] = field(default_factory=list)
    said: Match | None = None
    news: bool = False
    inside: bool = False

    def read(self, at: int, piece: Piece, *, taken: bool) -> Iterator[Comment]:
        text = piece.paragraph.text
        titled = bool(_PLANNING.search(f"{piece.section.title} {piece.sub}"))
        if piece.kind == "heading" or (piece.paragraph.printed and not titled and not _REFERENCE.search(text)):
            self.opened, self.said = [], None
            self.inside = bool(_PLANNING.search(text[:200]))
            self.news = self._is_news(text)
            if piece.kind == "heading":
                yield from self._title(at, piece, text, taken=taken)
                return
        elif self._is_news(text):
            self.news = self.news or len(text.split()) <= _LINE
            return
        if not (titled or self.inside) or self.news:
            self.opened = []
            return
        yield from self._application(at, piece, text, taken=taken)

    def _title(self, at: int, piece: Piece, text: str, *, taken: bool) -> Iterator[Comment]:
        """A title that is an application: with its comment, "24/00123 Barn. No objection.", or with it right below."""
        if not self.inside or self.news or not _REFERENCE.search(text):
            return
        comment = self._comment(text)
        if comment is None:
            self.opened = [piece]
        elif not taken and self._ends_after_matter(text, comment):
            yield at, piece, 0, len(text), comment

    def _application(self, at: int, piece: Piece, text: str, *, taken: bool) -> Iterator[Comment]:
        several = [0, *(m.end() for m in _NEXT.finditer(text)), len(text)]
        if len(several) > 2:
            for start, end in pairwise(several):
                comment = self._comment(text[start:end])
                if comment is not None and not taken:
                    yield at, piece, start, end, comment
            return
        referred = bool(_REFERENCE.search(text))
        if referred or _APPLICATION.match(text):
            goes_on = self.opened and not any(_REFERENCE.search(p.paragraph.text) for p in self.opened)
            self.opened = [*self.opened, piece] if goes_on else [piece]
        elif self.opened:
            self.opened.append(piece)
        if len(self.opened) > _LONGEST or sum(len(p.paragraph.text.split()) for p in self.opened) > _TALK:
            return
        if len(text.split()) > _WORDS:
            return
        if (within := self._within(text)) is not None:
            yield at, piece, 0, *within
            self.opened = []
            return
        if taken:
            return
        comment = self._comment(text)
        if comment is None:
            if self.said is not None and (referred or _WORKS.search(text)):
                yield at, piece, 0, len(text), self.said
            return
        if any(_REFERENCE.search(p.paragraph.text) for p in self.opened):
            lines = dict.fromkeys(
                line for p in self.opened for line in p.paragraph.lines
            )  # a title's line goes on below it
            joined = unmarked(paragraph_of(list(lines)))
            yield at, replace(self.opened[0], paragraph=joined), 0, len(joined.text), comment
        elif not self.opened and len(text.split()) <= _LINE and _FOLLOWING.search(text):
            self.said = comment
        elif self._ends_after_matter(text, comment):
            yield at, piece, 0, len(text), comment
        self.opened = []

    def _comment(self, text: str) -> Match | None:
        return self.matcher.first("decision", text if len(text.split()) <= 14 else text[-_CLOSE:], part="row")

    def _within(self, text: str) -> tuple[int, Match] | None:
        """ "Barn at Hill Farm. Support. The lane was asked about.": a comment that is a sentence."""
        spans = sentences(text)
        for start, end in spans[1:-1]:
            said = text[start:end]
            comment = self.matcher.first("decision", said, part="row") if len(said.split()) <= _SHORT else None
            if comment is not None and comment.start == 0 and _WORKS.search(text[:start]):
                return end, comment
        return None

    def _ends_after_matter(self, text: str, comment: Match) -> bool:
        """ "Barn at Hill Farm – no objections": what it is about stands before the comment that ends the paragraph."""
        at = text.rfind(comment.text[comment.start : comment.end])
        before = text[:at].rstrip()
        parted = before[-1:] in "-–—:.;" or (before.endswith(",") and _WORKS.search(before) is not None)
        return at > 8 and parted and len(text) - at <= _CLOSE

    def _is_news(self, text: str) -> bool:
        return self.matcher.first("decision", text, part="news") is not None


def planning_comments(whole: Sequence[Piece], taken: set[int], matcher: Matcher) -> Iterator[Comment]:
    """ "21/00123 Extension at ... No objection": each application of the paragraphs' lists with its comment.

    Args:
        whole: the paper's paragraphs.
        taken: the paragraphs in which a decision has been read.
    """
    rows = _List(matcher)
    for at, piece in enumerate(whole):
        yield from rows.read(at, piece, taken=at in taken)


def planning_tables(outline: Outline, matcher: Matcher) -> Iterator[tuple[Piece, Match]]:
    """The rows of a table that hold an application's number and, in a later cell, the comment."""
    for section in outline.sections:
        for table in (part for part in section.body if isinstance(part, Table)):
            for row in table.rows:
                cells = [cell.text.strip() for cell in row]
                named = next((n for n, text in enumerate(cells) if _REFERENCE.search(text)), None)
                if named is None or len(cells) < 2:
                    continue
                comment = None
                for text in reversed(cells[named + 1 :]):
                    if text:
                        told = len(text.split()) > 40 or matcher.first("decision", text, part="news")
                        comment = None if told else matcher.first("decision", text[-_CLOSE:], part="row")
                        break
                lines = [line for cell in row for line in cell.lines]
                if comment is not None and lines:
                    joined = unmarked(paragraph_of(lines))
                    yield Piece(joined, section, place_of(section, None, ""), cell=True), comment
