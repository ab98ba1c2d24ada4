"""Decisions: what the body that met resolved, agreed, noted, recommended, elected, deferred or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from pipeline.extractors.places import Piece, pieces
from pipeline.found import FoundDecision
from pipeline.match import Match, Matcher
from pipeline.paper import Outline, Paper
from pipeline.record import Outcome
from pipeline.sentences import sentences

_WORDS: dict[str, Outcome] = {"noted": "noted", "deferred": "deferred", "refused": "refused"}
_VOTES = re.compile(
    r"(?:\bfor\b\W*(?P<for>\d+)|(?P<for2>\d+)\s+(?:votes?\s+)?(?:for|in\s+favou?r))\b.{0,40}?"
    r"(?:\bagainst\b\W*(?P<against>\d+)|(?P<against2>\d+)\s+(?:votes?\s+)?against)\b"
    r"(?:.{0,40}?(?:\babst\w+\b\W*(?P<abstain>\d+)|(?P<abstain2>\d+|no)\s+abst\w+))?",
    re.IGNORECASE,
)
_PLANNING = re.compile(r"\bplanning\b", re.IGNORECASE)
_REFERENCE = re.compile(r"\b[A-Z]{0,4}/?\d{2,4}/\d{3,6}(?:/[A-Z\d]{1,8})*|\b[A-Z]/\d{4,6}\b|\b[A-Z]{1,3}\d{2}/\d{2,5}\b|\bPA\s?\d+", re.ASCII)
_OPENS = re.compile(
    r"(?:\b(?:that|to|agree|agreed|resolved|recommended|approved|noted|decided|following|below|:)\W*)$", re.IGNORECASE
)


def find_decisions(paper: Paper, outline: Outline, matcher: Matcher) -> list[FoundDecision]:
    """The decisions of a paper in order. Only minutes and notes decide; reports propose and agendas ask."""
    if paper.kind not in ("minutes", "other"):
        return []
    found: list[FoundDecision] = []
    whole = list(pieces(outline))
    place = 0
    while place < len(whole):
        piece = whole[place]
        taken, more = _of_piece(piece, whole[place + 1 :], matcher)
        found += taken
        place += 1 + more
    return found


def _of_piece(piece: Piece, after: Sequence[Piece], matcher: Matcher) -> tuple[list[FoundDecision], int]:
    """Decisions of one paragraph, and how many paragraphs below it were its parts."""
    if piece.section.kind in ("attendance", "action-list", "front") or piece.kind == "heading":
        return [], 0
    text = piece.paragraph.text
    out: list[FoundDecision] = []
    spans = sentences(text)
    for at, (start, end) in enumerate(spans):
        match = _decides(text[start:end], piece, matcher)
        if match is None:
            continue
        a, b = (start + match.spans["text"][0], start + match.spans["text"][1]) if "text" in match.spans else (start, end)
        if match.get("attach") == "previous":
            if at > 0:
                a = spans[at - 1][0]
                if out and out[-1].evidence.quote.endswith(text[spans[at - 1][0] : spans[at - 1][1]]):
                    out.pop()
            elif not _stands_alone(match):
                continue
            b = end
        outcome = _outcome(match, text[a:b], matcher)
        if match.get("list") and at == len(spans) - 1 and text.rstrip().endswith((":", "that", "to", "-", "–")) and after:
            parts = _parts(after, piece)
            if parts and _OPENS.search(text.rstrip(" :-–")):
                out += [_found(p, 0, len(p.paragraph.text), match, _outcome(match, p.paragraph.text, matcher, given=outcome)) for p in parts]
                return out, len(parts)
        out.append(_found(piece, a, b, match, outcome))
    if not out and piece.margin_words:
        margin = matcher.first("decision", piece.margin_words, part="margin")
        if margin is not None:
            outcome = cast(Outcome, margin.get("outcome") or _WORDS.get(margin.get("word").casefold(), "agreed"))
            out.append(_found(piece, 0, len(text), margin, outcome))
    if not out and _PLANNING.search(piece.section.title):
        out += _planning(piece, matcher)
    return out, 0


def _decides(sentence: str, piece: Piece, matcher: Matcher) -> Match | None:
    if len(sentence) > 4000:
        return None
    return matcher.first("decision", sentence, section=piece.section.kind, part="text")


def _stands_alone(match: Match) -> bool:
    return False


def _outcome(match: Match, text: str, matcher: Matcher, *, given: Outcome | None = None) -> Outcome:
    """What the rule sets; else what the words of the resolution say; else agreed."""
    if match.rule.text.set.get("outcome") and given is None and match.get("outcome") != "agreed":
        return cast(Outcome, match.get("outcome"))
    if match.get("word"):
        return _WORDS.get(match.get("word").casefold(), "agreed")
    read = matcher.first("decision", text[:400], part="outcome")
    if read is not None:
        return cast(Outcome, read.get("outcome"))
    return given or cast(Outcome, match.get("outcome") or "agreed")


def _parts(after: Sequence[Piece], opener: Piece) -> list[Piece]:
    """The lettered or bulleted paragraphs that follow an opening line, in the same section."""
    out: list[Piece] = []
    for piece in after:
        if piece.section is not opener.section or piece.kind == "heading" or not piece.paragraph.text.strip():
            break
        lettered = piece.kind == "bullet" or (piece.paragraph.printed and "." not in piece.paragraph.number)
        infinitive = re.match(r"(?:To|That)\s", piece.paragraph.text) is not None
        if not (lettered or infinitive):
            break
        if out and bool(out[0].kind == "bullet") != (piece.kind == "bullet"):
            break
        out.append(piece)
    return out


def _planning(piece: Piece, matcher: Matcher) -> Iterator[FoundDecision]:
    """ "21/00123 Extension at ... No objection": the application and the comment on it."""
    text = piece.paragraph.text
    if not _REFERENCE.search(text):
        return
    hits = [m for m in matcher.find("decision", text, part="row")]
    if hits:
        last = hits[-1]
        yield _found(piece, 0, len(text), last, cast(Outcome, last.get("outcome")))


def _found(piece: Piece, start: int, end: int, match: Match, outcome: Outcome) -> FoundDecision:
    text = piece.paragraph.text[start:end].strip()
    votes = _VOTES.search(text)
    return FoundDecision(
        text=text,
        outcome=outcome,
        place=piece.place,
        evidence=piece.paragraph.evidence(start, end, rule=match.rule.id),
        mover=match.get("mover") or None,
        seconder=match.get("seconder") or None,
        votes=_counts(votes) if votes else None,
    )


def _counts(votes: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    def number(*names: str) -> int | None:
        for name in names:
            if votes[name]:
                return 0 if votes[name] == "no" else int(votes[name])
        return None

    return number("for", "for2"), number("against", "against2"), number("abstain", "abstain2")
