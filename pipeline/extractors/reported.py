"""Reports on old actions that close with their state: "Gazebo: Cllr Box had mended the pole. Completed." """

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.due import due_words
from pipeline.extractors.informed import Informed
from pipeline.extractors.masks import PERSON
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.match import Matcher
from pipeline.sentences import sentences

RULE = "action-state-closing"
_REFERENCE = re.compile(r"^\W*(?:minute|item|action)\s+[\d.]+\s*[:,–-]\s+", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?P<owner>{PERSON}+(?:(?:,\s|\s(?:and|&)\s){PERSON}+)*)\s+(?:(?:now|still|also|both|already)\s+)?"
    r"(?:had|has|have|was|were|is|are|reported|asked|said|would|laid|showed|presented|explained)\b"
)
_WHOSE = re.compile(rf"(?P<owner>{PERSON}+)[’']s\s+action\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A paragraph without the state that closes it, and that state's words."""

    piece: Piece
    state: str
    alone: bool  # its section is about old actions: it reports on one without any mark

    def of(self, taken: list[FoundAction], matcher: Matcher) -> list[FoundAction]:
        """The paragraph's actions: the last marked one is the old one, else the paragraph itself."""
        marked = [at for at, action in enumerate(taken) if action.marked]
        if marked:
            taken[marked[-1]] = self.on(taken[marked[-1]], matcher)
            return taken
        return [self._itself(matcher)] if self.alone else taken

    def on(self, action: FoundAction, matcher: Matcher) -> FoundAction:
        """An action as this report has it: what is due stands in the state, the rest is what happened."""
        owners = action.owners or tuple(self._doers(matcher))
        return replace(action, owners=owners, due=due_words(self.state, matcher), progress=self.state, carried=True)

    def _itself(self, matcher: Matcher) -> FoundAction:
        text = self.piece.paragraph.text
        start = found.end() if (found := _REFERENCE.match(text)) else 0
        task = text[start:].strip()
        evidence = self.piece.paragraph.evidence(start, len(text), rule=RULE)
        return self.on(FoundAction(task=task, place=self.piece.place, evidence=evidence, marked=False), matcher)

    def _doers(self, matcher: Matcher) -> list[str]:
        """Who did or asked something in it."""
        if not isinstance(matcher, Informed):
            return []
        for text, pattern in ((self.state, _WHOSE), (self.piece.paragraph.text, _SUBJECT)):
            if found := pattern.search(matcher.masked(text)):
                return split_owners(text[found.start("owner") : found.end("owner")])
        return []


def report_of(piece: Piece, matcher: Matcher) -> Report | None:
    """The report that a paragraph is, None where no sentence that is nothing but a state closes it."""
    text = piece.paragraph.text
    spans = sentences(text)
    if len(spans) < 2 or matcher.first("action", text[slice(*spans[-1])], part="closing") is None:
        return None
    end = spans[-2][1]
    cut = replace(piece, paragraph=replace(piece.paragraph, text=text[:end].rstrip()))
    alone = piece.section.kind in ("matters-arising", "action-list")
    return Report(cut, text[slice(*spans[-1])].strip(), alone)
