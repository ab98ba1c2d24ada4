"""Decisions: what the body that met resolved, agreed, noted, recommended, elected, deferred or refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from pipeline.extractors.places import Piece, pieces
from pipeline.extractors.planning import planning_comments, planning_tables
from pipeline.extractors.resolutions import Part, inline_parts, parts_below, speaks, stem_of, trimmed, votes_in
from pipeline.found import FoundDecision
from pipeline.match import Match, Matcher
from pipeline.paper import Outline, Paper
from pipeline.record import Outcome
from pipeline.sentences import sentences

_WORDS: dict[str, Outcome] = {
    "noted": "noted",
    "received": "noted",
    "deferred": "deferred",
    "refused": "refused",
    "rejected": "refused",
    "lost": "refused",
    "fell": "refused",
    "falls": "refused",
    "failed": "refused",
    "fails": "refused",
    "defeated": "refused",
}
_PLAIN = (
    "decision-it-was-agreed",
    "decision-resolved",
    "decision-moved-that",
    "decision-resolved-opening",
    "decision-on-the-motion-of",
    "decision-made-motion",
)
_PROPOSED = ("decision-moved-that", "decision-made-motion")
_ABOUT = re.compile(r"\b(?:motion|amendment|propos(?:al|ition)|resolution)\s+(?:to|that|for|of|on)\b", re.IGNORECASE)
_LIMB = re.compile(
    r";\s+(?:and\s+)?(?=(?:that\s+|to\s+)?(?:note|agree|approve|delegate|recommend|authori[sz]e|endorse|adopt|support|"
    r"refer|request|instruct)\b)",
    re.IGNORECASE,
)


def find_decisions(paper: Paper, outline: Outline, matcher: Matcher) -> list[FoundDecision]:
    """The decisions of a paper in order. Only minutes and notes decide; reports propose and agendas ask."""
    if paper.kind not in ("minutes", "other"):
        return []
    walk = _Walk(list(pieces(outline, headings=True)), matcher)
    walk.run()
    found = walk.found
    for at, piece, comment in planning_comments(walk.whole, {at for at, _ in found}, matcher):
        end = len(piece.paragraph.text)
        found.append((at, _found(piece, 0, end, comment, cast(Outcome, comment.get("outcome")))))
    found.sort(key=lambda entry: entry[0])
    rows = [
        _found(piece, 0, len(piece.paragraph.text), comment, cast(Outcome, comment.get("outcome")))
        for piece, comment in planning_tables(outline, matcher)
    ]
    return [decision for _, decision in found] + rows


@dataclass
class _Walk:
    """Goes down a paper once, paragraph by paragraph.

    Attributes:
        found: the decisions with the paragraph that each comes from.
        movers: the mover and seconder read last, for the resolution beside them.
        muted: the paragraphs are reasons, or options that were not chosen.
    """

    whole: list[Piece]
    matcher: Matcher
    found: list[tuple[int, FoundDecision]] = field(default_factory=list)
    movers: dict[str, str] = field(default_factory=dict)
    movers_at: int = -9
    muted: bool = False

    def run(self) -> None:
        at = 0
        while at < len(self.whole):
            before = len(self.found)
            used = self._piece(at)
            if len(self.found) > before and at - self.movers_at <= 3:
                self._name_movers(before)
            at += 1 + used

    def _piece(self, at: int) -> int:
        """Reads one paragraph; how many below it were its parts."""
        piece = self.whole[at]
        text = piece.paragraph.text
        if piece.section.kind == "action-list":
            return 0
        if at and piece.section is not self.whole[at - 1].section:
            self.muted, self.movers = False, {}
        if self._mover(at):
            return 0
        stem = stem_of(piece, self.matcher) if len(text) < 4000 else None
        if stem is not None and (used := self._resolution(at, stem)):
            return used
        if self.matcher.first("decision", text[:200], part="mute"):
            self.muted = len(text.split()) <= 6
            return 0
        if self.muted or (piece.kind == "heading" and len(text.split()) < 6):
            return 0
        opener = self.matcher.first("decision", text, part="parts") if len(text) < 4000 else None
        if opener is not None:
            parts, last = inline_parts(piece, opener)
            below, used = parts_below(self.whole[at + 1 : at + 60], piece, label=False, done=last)
            if parts and last + len(below) > 1:
                self._before(at, opener)
                self._add_parts(at, opener, [*parts, *below])
                return used
        self._sentences(at, text)
        return 0

    def _mover(self, at: int) -> bool:
        """A line that only says who moved or seconded."""
        piece = self.whole[at]
        named = self.matcher.first("decision", piece.paragraph.text[:160], part="mover")
        if named is None or len(piece.paragraph.text) > 160:
            return False
        given = {key: named.get(key) for key in ("mover", "seconder") if named.get(key)}
        self.movers = {**self.movers, **given} if at - self.movers_at <= 2 else given
        self.movers_at = at
        after = self.whole[at + 1] if at + 1 < len(self.whole) else None
        if self.found and at - self.found[-1][0] <= 2 and (after is None or not self._opens(after)):
            where, last = self.found[-1]
            if last.place.item == piece.place.item:
                self.found[-1] = (
                    where,
                    replace(
                        last, mover=last.mover or given.get("mover"), seconder=last.seconder or given.get("seconder")
                    ),
                )
        return True

    def _opens(self, piece: Piece) -> bool:
        text = piece.paragraph.text
        return bool(re.match(r"\W*(?:that|and|resolved|seconded|agreed|it was|2nd)\b", text, re.IGNORECASE)) or bool(
            stem_of(piece, self.matcher)
        )

    def _name_movers(self, since: int) -> None:
        for n in range(since, len(self.found)):
            at, decision = self.found[n]
            mover = decision.mover or self.movers.get("mover") or None
            seconder = decision.seconder or self.movers.get("seconder") or None
            self.found[n] = (at, replace(decision, mover=mover, seconder=seconder))
        self.movers = {}

    def _resolution(self, at: int, stem: Match) -> int:
        """A stem with its parts below; how many paragraphs they take, 0 where nothing below is a part."""
        piece = self.whole[at]
        label = "label" in stem.spans and not stem.text[stem.spans["label"][1] : stem.end].strip(" :–-")
        if piece.kind == "heading" and not label:
            return 0
        parts, used = parts_below(self.whole[at + 1 : at + 60], piece, label=label)
        if not parts or (label and not speaks(parts[0])):
            return 0
        self.muted = False
        self._before(at, stem)
        self._drop_proposal(at, parts)
        self._add_parts(at, stem, parts)
        return used

    def _before(self, at: int, stem: Match) -> None:
        """What a paragraph says before the stem: sentences, and who moved and seconded."""
        text = stem.text[: stem.start].rstrip()
        spans = sentences(text)
        if spans:
            start, end = spans[-1]
            named = self.matcher.first("decision", text[start:end], part="mover")
            if named is not None:
                self.movers = {key: named.get(key) for key in ("mover", "seconder") if named.get(key)}
                self.movers_at = at
                text = text[:start]
        self._sentences(at, text)

    def _drop_proposal(self, at: int, parts: Sequence[Part]) -> None:
        """ "It was proposed by A that B be chair" above "Decision: That B be chair" is one decision."""
        if not self.found or len(parts) != 1:
            return
        where, last = self.found[-1]
        if (
            at - where > 2
            or last.evidence.rule not in _PROPOSED
            or self.whole[where].section is not parts[0].piece.section
        ):
            return
        words = set(re.findall(r"\w{4,}", parts[0].piece.paragraph.text.casefold()))
        if len(words & set(re.findall(r"\w{4,}", last.text.casefold()))) * 2 >= len(words):
            self.found.pop()
            self.movers = {"mover": last.mover or "", "seconder": last.seconder or ""}
            self.movers_at = at

    def _add_parts(self, at: int, stem: Match, parts: Sequence[Part]) -> None:
        given = cast("Outcome | None", stem.get("outcome") or None)
        named = {key: stem.get(key) for key in ("mover", "seconder") if stem.get(key)}
        if named:
            self.movers, self.movers_at = named, at
        votes = votes_in(stem.text[stem.start : stem.end])
        for part in parts:
            words = part.piece.paragraph.text[part.start : part.end]
            if not words:
                continue
            outcome = given if given == "recommended" else self._outcome(stem, words, given=given or "agreed")
            decision = _found(part.piece, part.start, part.end, stem, outcome)
            where = next((n for n in range(at, len(self.whole)) if self.whole[n] is part.piece), at)
            self.found.append((where, replace(decision, votes=decision.votes or votes)))

    def _sentences(self, at: int, text: str) -> None:
        """The decisions that the sentences of a paragraph state."""
        piece = self.whole[at]
        quiet = piece.section.kind == "front" and at < 8
        out: list[FoundDecision] = []
        spans = sentences(text)
        for n, (start, end) in enumerate(spans):
            sentence = text[start:end]
            match = self._decides(sentence, piece)
            if match is None or (quiet and len(text) < 400 and match.rule.id not in _PLAIN):
                continue
            a, b = start, end
            if "text" in match.spans:
                a, b = start + match.spans["text"][0], start + match.spans["text"][1]
            if match.get("attach") == "previous":
                back = self._back(text, spans, n)
                if back < 0:
                    self._close(at, match, a, b)
                    continue
                a, b = spans[back][0], end
                while out and text.find(out[-1].text, a) >= 0:
                    out.pop()
            outcome = self._outcome(match, text[a:b])
            named = text[min(a, start) : end]
            for x, y in _limbs(text, a, b, match):
                settled = self._outcome(match, text[x:y], given=outcome)
                out.append(self._named(_found(piece, x, y, match, settled), named))
        if not out and piece.margin_words:
            margin = self.matcher.first("decision", piece.margin_words, part="margin")
            if margin is not None:
                outcome = cast(Outcome, margin.get("outcome") or _word(margin))
                out.append(_found(piece, 0, len(text), margin, outcome))
        self.found += [(at, decision) for decision in out]

    def _back(self, text: str, spans: Sequence[tuple[int, int]], n: int) -> int:
        """The sentence that the words "Carried" close; -1 where it stands in a paragraph above."""
        back = n - 1
        if back > 0 and len(text[slice(*spans[back])].split()) <= 4:
            back -= 1  # "Clerk to investigate. Prop AB": the matter stands before the task
        while back >= 0 and self.matcher.first("decision", text[slice(*spans[back])], part="procedure"):
            back -= 1
        return back

    def _named(self, decision: FoundDecision, sentence: str) -> FoundDecision:
        """With the mover and seconder that its own words name."""
        if decision.mover and decision.seconder:
            return decision
        named = self.matcher.first("decision", sentence[:400], part="named")
        if named is None:
            return decision
        seconder = named.get("seconder") or named.get("seconder2") or None
        return replace(decision, mover=decision.mover or named.get("mover"), seconder=decision.seconder or seconder)

    def _close(self, at: int, match: Match, start: int, end: int) -> None:
        """ "The motion was lost" in a paragraph of its own: the motion stands in one of those above."""
        piece = self.whole[at]
        outcome = self._outcome(match, "")
        for back in range(at - 1, max(-1, at - 5), -1):
            above = self.whole[back]
            if above.section is not piece.section or above.kind == "heading":
                break
            known = [n for n, (where, _) in enumerate(self.found) if where == back]
            if known:
                last = known[-1]
                decision = self.found[last][1]
                votes = decision.votes or votes_in(match.text)
                kept = outcome if outcome == "refused" else decision.outcome
                self.found[last] = (back, replace(decision, outcome=kept, votes=votes))
                return
            words = above.paragraph.text
            if self.matcher.first("decision", words, part="procedure"):
                continue
            if self.matcher.first("decision", words, part="motion"):
                a, b = trimmed(words, 0, len(words))
                settled = outcome if outcome == "refused" else self._outcome(match, words, given=outcome)
                decision = _found(above, a, b, match, settled)
                self.found.append((at, replace(decision, votes=decision.votes or votes_in(match.text))))
                return
        if _ABOUT.search(match.text):
            self.found.append((at, _found(piece, start, end, match, outcome)))

    def _decides(self, sentence: str, piece: Piece) -> Match | None:
        if len(sentence) > 4000 or self.matcher.first("decision", sentence[:300], part="purpose"):
            return None
        return self.matcher.first("decision", sentence, section=piece.section.kind, part="text")

    def _outcome(self, match: Match, text: str, *, given: Outcome | None = None) -> Outcome:
        """What the rule sets; else what the words of the resolution say; else agreed."""
        if match.rule.text.set.get("outcome") and given is None and match.get("outcome") != "agreed":
            return cast(Outcome, match.get("outcome"))
        if match.get("word"):
            return _word(match)
        read = self.matcher.first("decision", text[:400], part="outcome")
        if read is not None:
            return cast(Outcome, read.get("outcome"))
        return given or cast(Outcome, match.get("outcome") or "agreed")


def _word(match: Match) -> Outcome:
    return _WORDS.get(match.get("word").casefold(), "agreed")


def _limbs(text: str, start: int, end: int, match: Match) -> list[tuple[int, int]]:
    """A resolution that notes one thing; and agrees another is two."""
    if not match.get("list"):
        return [(start, end)]
    cuts = [m.span() for m in _LIMB.finditer(text, start, end)]
    starts = [start, *(b for _, b in cuts)]
    return list(zip(starts, [*(a for a, _ in cuts), end], strict=True))


def _found(piece: Piece, start: int, end: int, match: Match, outcome: Outcome) -> FoundDecision:
    start, end = trimmed(piece.paragraph.text, start, end)
    text = piece.paragraph.text[start:end]
    return FoundDecision(
        text=text,
        outcome=outcome,
        place=piece.place,
        evidence=piece.paragraph.evidence(start, end, rule=match.rule.id),
        mover=match.get("mover") or None,
        seconder=match.get("seconder") or None,
        votes=votes_in(text),
    )
