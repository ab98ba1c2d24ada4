"""Decisions: what the body that met resolved, agreed, noted, recommended, elected, deferred or refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from pipeline.extractors.places import Piece, pieces
from pipeline.found import FoundDecision
from pipeline.match import Match, Matcher
from pipeline.paper import Outline, Paper
from pipeline.paragraphs import paragraph_of, unmarked
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
_REFERENCE = re.compile(
    r"\b[A-Z]{0,4}/?\d{2,4}/\d{3,6}(?:/[A-Z\d]{1,8})*|\b[A-Z]/\d{4,6}\b|\b[A-Z]{1,3}\d{2}/\d{2,5}\b|\bPA\s?\d+",
    re.ASCII,
)
_APPLICATION = re.compile(r"^\W*(?:location|application|proposal|ref(?:erence)?|site|address)\b.{0,12}:", re.IGNORECASE)
_PLAIN = ("decision-it-was-agreed", "decision-resolved", "decision-moved-that", "decision-resolved-opening")
_OPENS = re.compile(
    r"(?:\b(?:that|to|agree|agreed|resolved|recommended|approved|noted|decided|following|below|:)\W*)$", re.IGNORECASE
)


def find_decisions(paper: Paper, outline: Outline, matcher: Matcher) -> list[FoundDecision]:
    """The decisions of a paper in order. Only minutes and notes decide; reports propose and agendas ask."""
    if paper.kind not in ("minutes", "other"):
        return []
    found: list[tuple[int, FoundDecision]] = []
    whole = list(pieces(outline, headings=True))
    at = 0
    while at < len(whole):
        taken, more = _of_piece(whole[at], whole[at + 1 : at + 60], matcher)
        found += [(at, decision) for decision in taken]
        at += 1 + more
    found += _planning(whole, {at for at, _ in found}, matcher)
    return [decision for _, decision in sorted(found, key=lambda entry: entry[0])]


def _of_piece(piece: Piece, after: Sequence[Piece], matcher: Matcher) -> tuple[list[FoundDecision], int]:
    """Decisions of one paragraph, and how many paragraphs below it were its parts."""
    quiet = piece.section.kind in ("attendance", "front")  # there only a plain resolution counts
    if piece.section.kind == "action-list" or (piece.kind == "heading" and len(piece.paragraph.text.split()) < 6):
        return [], 0
    text = piece.paragraph.text
    out: list[FoundDecision] = []
    spans = sentences(text)
    for at, (start, end) in enumerate(spans):
        match = _decides(text[start:end], piece, matcher)
        if match is None or (quiet and match.rule.id not in _PLAIN):
            continue
        a, b = (
            (start + match.spans["text"][0], start + match.spans["text"][1]) if "text" in match.spans else (start, end)
        )
        if match.get("attach") == "previous":
            if at == 0:
                continue
            back = at - 1
            if back > 0 and len(text[slice(*spans[back])].split()) <= 4:
                back -= 1  # "Clerk to investigate. Prop AB": the matter stands before the task
            a, b = spans[back][0], end
            while out and out[-1].evidence.quote and text.find(out[-1].text, a) >= 0:
                out.pop()
        outcome = _outcome(match, text[a:b], matcher)
        if (
            match.get("list")
            and at == len(spans) - 1
            and text.rstrip().endswith((":", "that", "to", "-", "–"))
            and after
        ):
            parts = _parts(after, piece)
            if parts and _OPENS.search(text.rstrip(" :-–")):
                out += [
                    _found(
                        p, 0, len(p.paragraph.text), match, _outcome(match, p.paragraph.text, matcher, given=outcome)
                    )
                    for p in parts
                ]
                return out, len(parts)
        out += [
            _found(piece, x, y, match, _outcome(match, text[x:y], matcher, given=outcome))
            for x, y in _limbs(text, a, b, match)
        ]
    if not out and piece.margin_words:
        margin = matcher.first("decision", piece.margin_words, part="margin")
        if margin is not None:
            outcome = cast(Outcome, margin.get("outcome") or _WORDS.get(margin.get("word").casefold(), "agreed"))
            out.append(_found(piece, 0, len(text), margin, outcome))
    return out, 0


def _decides(sentence: str, piece: Piece, matcher: Matcher) -> Match | None:
    if len(sentence) > 4000:
        return None
    return matcher.first("decision", sentence, section=piece.section.kind, part="text")


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


_LIMB = re.compile(
    r";\s+(?:and\s+)?(?=(?:that\s+|to\s+)?(?:note|agree|approve|delegate|recommend|authori[sz]e|endorse|adopt|support|refer|request|instruct)\b)",
    re.IGNORECASE,
)


def _limbs(text: str, start: int, end: int, match: Match) -> list[tuple[int, int]]:
    """A resolution that notes one thing; and agrees another is two."""
    if not match.get("list"):
        return [(start, end)]
    cuts = [m.span() for m in _LIMB.finditer(text, start, end)]
    starts = [start, *(b for _, b in cuts)]
    return list(zip(starts, [*(a for a, _ in cuts), end], strict=True))


def _planning(whole: Sequence[Piece], taken: set[int], matcher: Matcher) -> list[tuple[int, FoundDecision]]:
    """ "21/00123 Extension at ... No objection": each application with the comment that ends it, over several lines."""
    out: list[tuple[int, FoundDecision]] = []
    opened: list[Piece] = []
    for at, piece in enumerate(whole):
        if not _PLANNING.search(piece.section.title) or piece.kind == "heading":
            opened = []
            continue
        text = piece.paragraph.text
        if _REFERENCE.search(text) or _APPLICATION.match(text):
            opened = (
                [*opened, piece] if opened and not any(_REFERENCE.search(p.paragraph.text) for p in opened) else [piece]
            )
        elif opened:
            opened.append(piece)
        if at in taken or not opened or len(opened) > 12:
            continue
        comment = matcher.first("decision", text if len(text.split()) <= 14 else text[-90:], part="row")
        if comment is None or not any(_REFERENCE.search(p.paragraph.text) for p in opened):
            continue
        lines = [line for p in opened for line in p.paragraph.lines]
        joined = paragraph_of(lines)
        outcome = cast(Outcome, comment.get("outcome"))
        out.append(
            (
                at,
                _found(replace(opened[0], paragraph=unmarked(joined)), 0, len(unmarked(joined).text), comment, outcome),
            )
        )
        opened = []
    return out


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
