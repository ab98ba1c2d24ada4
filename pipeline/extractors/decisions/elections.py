"""Who was elected: lines that name a post and who holds it, and names that were only put before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.places import Piece, part_of
from pipeline.found import FoundDecision
from pipeline.layout.says import is_sentence
from pipeline.paper import Line
from pipeline.rules.match import Match, Matcher

_STANDS = re.compile(r"\b(?:nominate[sd]|propose[sd]|move[sd])\s+(?:that\s|the\s|by\s|[A-Z])", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:agreed|carried|unanimous\w*|resolved|approved|duly\s+elected|all\s+in\s+favou?r)\b", re.IGNORECASE
)
_POST = re.compile(r"\b(?:chair|president|mayor|provost|leader|conven[eo]r|treasurer|secretary)", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:vice|deputy|depute)\b", re.IGNORECASE)
_SEVERAL = 2
_SHORT = 120  # letters of a line that names a post and who holds it
_LINE = 160  # letters of such a line with who proposed and seconded
_TITLE = 8  # words; more are a sentence
_ROWS = 12  # paragraphs of a list of posts
_APART = 2  # paragraphs between a heading's line and the first that names a post
_FURTHEST = 16  # paragraphs from a nomination to the words that declare who is elected
_NOMINATION = re.compile(r"\W{0,4}[Tt]hat\b[^;]{3,400}?\bbe\s+(?:re-?)?(?:elected|appointed|nominated|co-?opted)\b")
_DECLARED = re.compile(
    r"\bdeclared\s+(?:that\s+)?(?P<who>[A-Z][^;:]{2,400}?)\s+(?:(?:was|were|to\s+be|to\s+have\s+been)\s+)?(?:duly\s+)?(?:re-?)?"
    r"(?:elected|appointed|co-?opted)\b"
    r"|(?P<who2>(?:[A-Z][\w.’'-]*\s+){1,5})(?:was|were)\s+(?:then\s+|duly\s+|therefore\s+)?declared\s+(?:duly\s+)?(?:re-?)?"
    r"(?:elected|appointed|co-?opted)\b"
)
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,}")
_CALLED = frozenset("Councillor Councillors Cllr Cllrs Miss Mrs Alderman".split())


def officer_of(whole: Sequence[Piece], at: int, matcher: Matcher) -> Match | None:
    """ "Secretary: Ben Carr", under a title, or words that open the paragraph above, that speak of an election."""
    piece = whole[at]
    if len(piece.paragraph.text) > _LINE:
        return None
    found = matcher.first("decision", piece.paragraph.text, part="officer") or _seat(whole, at, matcher)
    if found is None:
        return None
    titles = (piece.section.title, piece.sub, _opening(whole, at, matcher))
    return found if any(matcher.first("decision", title, part="election") for title in titles) else None


def _seat(whole: Sequence[Piece], at: int, matcher: Matcher) -> Match | None:
    """ "Groundsman: Alf Hext (under protest)", a post that no rule knows, in a list that names an officer too."""

    def seat(n: int) -> Match | None:
        text = whole[n].paragraph.text
        apart = len(text) > _SHORT or whole[n].section is not whole[at].section
        return None if apart else matcher.first("decision", text, part="seat")

    found = seat(at)
    if found is None:
        return None
    up = itertools.takewhile(seat, range(at - 1, max(-1, at - _ROWS), -1))
    down = itertools.takewhile(seat, range(at + 1, min(len(whole), at + _ROWS)))
    known = any(matcher.first("decision", whole[n].paragraph.text, part="officer") for n in itertools.chain(up, down))
    return found if known else None


def _opening(whole: Sequence[Piece], at: int, matcher: Matcher) -> str:
    """The first words, a title run into its paragraph, above lines that name a post and who holds it."""
    for piece in reversed(whole[:at]):
        text = piece.paragraph.text
        if piece.section is not whole[at].section:
            break
        if len(text) > _LINE or matcher.first("decision", text, part="officer") is None:
            title = re.split(r"[.:–—]", text, maxsplit=1)[0]
            return title if len(title.split()) < _TITLE else ""
    return ""


def officers_below(after: Sequence[Piece], matcher: Matcher) -> list[int]:
    """Which paragraphs right below a line that opens them name a post, or a body, and a person."""
    rows: list[int] = []
    for n, piece in enumerate(after):
        if piece.section is not after[0].section or piece.kind == "heading":
            break
        if any(matcher.first("decision", piece.paragraph.text[:_LINE], part=part) for part in ("officer", "seat")):
            rows.append(n)
        elif n - (rows[-1] if rows else 0) >= _APART or is_sentence(piece.paragraph.text):
            break
    return rows


def officers_apart(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; one that ends in lines that each name a post and who holds it is cut into these lines."""
    return [part for piece in whole for part in _by_line(piece, matcher)]


def _by_line(piece: Piece, matcher: Matcher) -> list[Piece]:
    def names_post(line: Line) -> bool:
        return len(line.text) < _SHORT and matcher.first("decision", line.text, part="officer") is not None

    lines = piece.paragraph.lines
    posts = sum(1 for _ in itertools.takewhile(names_post, reversed(lines)))
    if posts < _SEVERAL:
        return [piece]
    cuts = sorted({0, *piece.paragraph.starts[len(lines) - posts :], len(piece.paragraph.text)})
    return [part_of(piece, a, b) for a, b in itertools.pairwise(cuts)]


def without_declarations(found: Sequence[tuple[int, FoundDecision]]) -> list[tuple[int, FoundDecision]]:
    """ "That Ann Box be elected Chair." above "Ann Box was declared elected" is one decision, and who lost is none."""
    kept: list[tuple[int, FoundDecision]] = []
    for at, decision in found:
        declared = _DECLARED.search(decision.text)
        stood = [one for one in kept if declared and _stands_for(one, at, decision)]
        if declared is not None and stood:
            kept = [one for one in kept if one not in stood]
            decision = _moved(decision, declared["who"] or declared["who2"], [one for _, one in stood])
        kept.append((at, decision))
    return kept


def _moved(decision: FoundDecision, who: str, stood: Sequence[FoundDecision]) -> FoundDecision:
    """The declaration with who moved and who seconded the nomination of those who are elected."""
    names = {name for name in _SURNAME.findall(who.replace("'", "’")) if name not in _CALLED}
    mine = [one for one in stood if names & set(_SURNAME.findall(one.text.replace("'", "’")))]
    if not mine:
        return decision
    mover, seconder = decision.mover or mine[-1].mover, decision.seconder or mine[-1].seconder
    return replace(decision, mover=mover, seconder=seconder)


def _stands_for(nominated: tuple[int, FoundDecision], at: int, decision: FoundDecision) -> bool:
    where, one = nominated
    near = at - where <= _FURTHEST and one.place.item == decision.place.item
    return near and one.outcome == "elected" and _NOMINATION.match(one.text) is not None


def stood_before(entry: tuple[int, FoundDecision], later: Sequence[tuple[int, FoundDecision]]) -> bool:
    """ "Ann proposed that Ben be elected Chairman", where the item ends with who was elected to that post."""
    _, put = entry
    if put.outcome != "elected" or not _STANDS.search(put.text) or _SETTLED.search(put.text):
        return False
    post = _POST.search(put.text)
    return post is not None and any(
        done.outcome == "elected"
        and done.place == put.place
        and not (_STANDS.search(done.text) and not _SETTLED.search(done.text))
        and (there := _POST.search(done.text)) is not None
        and there[0].casefold() == post[0].casefold()
        and bool(_DEPUTY.search(done.text)) == bool(_DEPUTY.search(put.text))
        for _, done in later
    )
