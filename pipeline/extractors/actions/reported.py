"""Reports on old actions that close with their state: "Cllr Box had mended the pole. Completed.", "... – done" """

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.due import due_words
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import PERSON
from pipeline.extractors.actions.promises import commits
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Matcher

RULE = "action-state-closing"
_REFERENCE = re.compile(r"^\W*(?:minute|item|action)\s+[\d.]+\s*[:,–-]\s+", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?P<owner>{PERSON}+(?:(?:,\s|\s(?:and|&)\s){PERSON}+)*)\s+(?:(?:now|still|also|both|already)\s+)?"
    r"(?:had|has|have|was|were|is|are|would|said|laid|sent|wrote|spoke|met|took|made|put|got|gave|brought|[a-z]{2,}ed)\b"
)
_TAIL = re.compile(r"(?:(?<=[\s.])[–—-]\s?|[(\[])(?P<state>[A-Za-z][^–—()\[\]]{2,50}(?:\([^()]{2,30}\))?)[)\]]?\W*$")
_OWNED = re.compile(
    r"(?P<state>[A-Za-z][a-z ]+?)\s+[–—-]?\s?\(?"
    r"(?P<owner>(?:[A-Z]{2,4}|Clerk|Chair|(?:Cllr|Mrs?|Ms|Miss|Dr)\.?\s[A-Z][\w’'-]+)(?:\s?[/&,]\s?[A-Z]{2,4})*)\)?"
)
_WHOSE = re.compile(rf"(?P<owner>{PERSON}+)[’']s\s+action\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A paragraph without the state that closes it, and that state's words."""

    piece: Piece
    state: str
    alone: bool  # its section is about old actions: it reports on one without any mark
    start: int = 0  # where what it reports on begins
    owners: tuple[str, ...] = ()  # who stands behind the state

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
        start = self.start + (found.end() if (found := _REFERENCE.match(text[self.start :])) else 0)
        task = text[start:].strip()
        evidence = self.piece.paragraph.evidence(start, len(text), rule=RULE)
        return self.on(FoundAction(task=task, place=self.piece.place, evidence=evidence, marked=False), matcher)

    def _doers(self, matcher: Matcher) -> list[str]:
        """Who did or asked something in it, or was to."""
        if self.owners:
            return list(self.owners)
        if not isinstance(matcher, Informed):
            return []
        said = self.piece.paragraph.text[self.start :]
        for text, pattern in ((self.state, _WHOSE), (said, _SUBJECT)):
            if found := pattern.search(matcher.masked(text)):
                return split_owners(text[found.start("owner") : found.end("owner")])
        told = commits(said, matcher)
        return [owner for owner in who_of(told) if not PRONOUN.match(owner)] if told is not None else []


def report_of(piece: Piece, matcher: Matcher) -> Report | None:
    """The report that a paragraph is, None where no sentence or last words that are nothing but a state close it."""
    text = piece.paragraph.text
    spans = sentences(text)
    if not spans:
        return None
    alone = piece.section.kind in ("matters-arising", "action-list")
    start, end = spans[-1]
    if len(spans) > 1 and matcher.first("action", text[start:end], part="closing") is not None:
        return Report(_cut(piece, spans[-2][1]), text[start:end].strip(), alone)
    tail = _TAIL.search(text, start)
    if tail is None:
        return None
    if alone and (owned := _OWNED.fullmatch(tail["state"])) and matcher.first("action", owned["state"], part="closing"):
        return Report(_cut(piece, tail.start()), owned["state"], alone, owners=tuple(split_owners(owned["owner"])))
    if matcher.first("action", tail["state"], part="closing") is None:
        return None
    named = "action" in tail["state"].casefold()  # "- action closed" is on an action wherever it stands
    task = commits(text[start : tail.start()], matcher) is not None  # the old task, and not what was done for it
    if not (named or task):
        return None
    return Report(_cut(piece, tail.start()), tail["state"].strip(), alone or named, start if task else 0)


def without_state(task: str, matcher: Matcher) -> tuple[str, str | None]:
    """A row's task and the state that closes it: "File the report - DONE"."""
    tail = _TAIL.search(task)
    if tail is None or matcher.first("action", tail["state"], part="closing") is None:
        return task, None
    return task[: tail.start()].rstrip(), tail["state"].strip()


def _cut(piece: Piece, end: int) -> Piece:
    return replace(piece, paragraph=replace(piece.paragraph, text=piece.paragraph.text[:end].rstrip()))
