"""Recommendations: what a report asks a body to decide. They decide nothing, and stand beside the resolution later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.extractors.decisions.resolutions import Part, inline_parts, parts_below, trimmed
from pipeline.extractors.places import Piece, pieces
from pipeline.found import FoundRecommendation
from pipeline.layout.sentences import sentences
from pipeline.paper import Outline, Paper, fold
from pipeline.rules.match import Match, Matcher

KINDS = ("report", "information-sheet", "agenda", "other")
LONGEST = 4000  # letters of a paragraph that opens a list
REACH = 60  # paragraphs below an opener in which its parts may stand
_FIRST = re.compile(r"(?<!\S)\(?(?:1|a|i)[.)]\s")
_PLAIN = 3  # words that a recommendation without any word of asking has at least


def find_recommendations(paper: Paper, outline: Outline, matcher: Matcher) -> Iterator[FoundRecommendation]:
    """What a paper that is no minutes asks a body to decide, each once, in its order."""
    if paper.kind not in KINDS:
        return
    seen: set[str] = set()
    walk = _Walk(list(pieces(outline, cells=True, headings=True)), matcher)
    found = list(walk.run())
    # "Members are asked to read the whole plan" in the text is none where a list or a heading says what they are.
    for one in [one for place, one in found if place != "text"] or [one for _, one in found]:
        # A report gives its recommendations at the top and again at the end.
        words = fold(one.text).casefold().rstrip(" .;,")
        if words and words not in seen:
            seen.add(words)
            yield one


class _Walk:
    """Goes down a paper once."""

    def __init__(self, whole: Sequence[Piece], matcher: Matcher) -> None:
        self.whole = whole
        self.matcher = matcher

    def run(self) -> Iterator[tuple[str, FoundRecommendation]]:
        """(where, recommendation): in a "list", under a "label", or in the running "text"."""
        at = 0
        while at < len(self.whole):
            where, found, used = self._piece(at)
            yield from ((where, one) for one in found)
            at += 1 + used

    def _piece(self, at: int) -> tuple[str, list[FoundRecommendation], int]:
        """What a paragraph opens or says, and how many below it belong to that."""
        piece = self.whole[at]
        text = piece.paragraph.text
        if len(text) > LONGEST or piece.section.kind == "action-list":
            return "text", [], 0
        label = self.matcher.first("recommendation", text, part="label")
        if label is not None and not label.get("text"):
            found, used = self._under(at + 1)
            return "label", [replace(one, to=one.to or label.get("to") or None) for one in found], used
        start = label.spans["text"][0] if label is not None else 0
        found, used = self._opened(at, start)
        if found:
            return "list", found, used
        found = self._said(piece, start)
        if not found and label is not None:
            found = [_whole(piece, label, *label.spans["text"])]
        return "text" if label is None else "label", found, 0

    def _under(self, at: int) -> tuple[list[FoundRecommendation], int]:
        """What stands under the heading "Recommendations"."""
        if at >= len(self.whole) or (self.whole[at].kind == "heading" and not self.whole[at].paragraph.number):
            return [], 0
        piece = self.whole[at]
        found, used = self._opened(at, 0)
        if found:
            return found, used + 1
        label = self.matcher.first("recommendation", "Recommendations", part="label")
        if label is None or self.matcher.first("recommendation", piece.paragraph.text, part="label"):
            return [], 0
        if piece.paragraph.number or piece.kind == "bullet":
            return self._series(at, label)
        found = self._said(piece, 0)
        if not found and len(piece.paragraph.text.split()) >= _PLAIN and piece.kind != "heading":
            if piece.paragraph.text.endswith(":"):
                parts, used = parts_below(self._after(at), piece, label=True)
                if parts:
                    return [_part(part, label, None) for part in parts], used + 1
            found = [_whole(piece, label, 0, len(piece.paragraph.text))]
        return found, 1 if found else 0

    def _series(self, at: int, label: Match) -> tuple[list[FoundRecommendation], int]:
        """Numbered or bulleted paragraphs in a row: "5.1 The Council adopts …", "5.2 …"."""
        out: list[FoundRecommendation] = []
        first = self.whole[at]
        end = at
        for piece in self.whole[at : at + REACH]:
            bullet = first.kind == "bullet"
            if piece.section is not first.section or not (piece.kind == "bullet" if bullet else piece.paragraph.number):
                break
            opened, used = self._opened(end, 0)
            if opened:
                return [*out, *opened], end + 1 + used - at
            out += self._said(piece, 0) or [_whole(piece, label, 0, len(piece.paragraph.text))]
            end += 1
        return out, end - at

    def _opened(self, at: int, start: int) -> tuple[list[FoundRecommendation], int]:
        """The parts that a paragraph opens, in itself or below it."""
        piece = self.whole[at]
        text = piece.paragraph.text
        tail = max(start, len(text) - 240)
        opener = self.matcher.first("recommendation", text[tail:], part="opener")
        to = None
        parts: list[Part] = []
        used = 0
        if opener is not None:
            to = opener.get("to") or None
            parts, used = parts_below(self._after(at), piece, label=True)
            if not parts:
                parts = self._loose(at + 1, piece)
                used = len(parts)
        else:
            opener = self.matcher.first("recommendation", text[start:], part="text")
            if opener is None or "text" not in opener.spans:
                return [], 0
            to = opener.get("to") or None
            begins = start + opener.spans["text"][0]
            first = _FIRST.search(text, begins, begins + 80)
            parts, _ = inline_parts(piece, Match(opener.rule, text, begins, first.start())) if first else ([], 0)
            if len(parts) < 2:
                return [], 0
        return [_part(part, opener, to) for part in parts if part.end > part.start], used

    def _after(self, at: int) -> Sequence[Piece]:
        """The paragraphs below one: where bullets follow, those alone."""
        after = self.whole[at + 1 : at + REACH]
        if after and after[0].kind == "bullet":
            return list(takewhile(lambda piece: piece.kind == "bullet", after))
        return after

    def _loose(self, at: int, opener: Piece) -> list[Part]:
        """Paragraphs without a number below "The Forum is asked to": each begins with what it is asked to do."""
        out: list[Part] = []
        for piece in self.whole[at : at + REACH]:
            text = piece.paragraph.text
            word = text.split(" ")[0]
            if piece.section is not opener.section or piece.kind == "heading" or not (word.isupper() and len(word) > 3):
                break
            out.append(Part(piece, *trimmed(text, 0, len(text))))
        return out

    def _said(self, piece: Piece, start: int) -> list[FoundRecommendation]:
        """The sentences of a paragraph that ask."""
        text = piece.paragraph.text
        out = []
        for a, b in sentences(text[start:]):
            match = self.matcher.first("recommendation", text[start + a : start + b], part="text")
            if match is not None and "text" in match.spans:
                x, y = match.spans["text"]
                out.append(_whole(piece, match, start + a + x, start + a + y))
        return out


def _part(part: Part, match: Match, to: str | None) -> FoundRecommendation:
    return replace(_whole(part.piece, match, part.start, part.end), to=to)


def _whole(piece: Piece, match: Match, start: int, end: int) -> FoundRecommendation:
    text = piece.paragraph.text
    start, end = trimmed(text, start, end)
    return FoundRecommendation(
        text=text[start:end],
        place=piece.place,
        evidence=piece.paragraph.evidence(start, end, rule=match.rule.id),
        number=piece.paragraph.printed.strip(" .:•–-*") if start == 0 else "",
        to=match.get("to") or None,
    )
