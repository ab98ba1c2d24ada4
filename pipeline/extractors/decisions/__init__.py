"""Decisions: what the body that met resolved, agreed, noted, recommended, elected, deferred or refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from pipeline.extractors.decisions.amended import told_below, without_openers
from pipeline.extractors.decisions.beside import with_told_beside
from pipeline.extractors.decisions.deciding import FORWARD, PLAIN, UNNAMED, Deciding, accepts, adds_nothing, is_noted
from pipeline.extractors.decisions.elections import officer_of, officers_apart, officers_below, without_declarations
from pipeline.extractors.decisions.matters import is_verdict, matter_above
from pipeline.extractors.decisions.motions import (
    clauses,
    clauses_above,
    closes,
    ends_closed,
    goes_on_to,
    has_motion,
    limbs,
    motion_above,
    moves,
    only_closes,
    put_above,
    roll_from,
    with_closing,
)
from pipeline.extractors.decisions.moved_lines import adopted, told_of_movers
from pipeline.extractors.decisions.outcomes import outcome_of, word_of
from pipeline.extractors.decisions.overtaken import without_leanings, without_overtaken
from pipeline.extractors.decisions.planning import about_planning, planning_comments, planning_tables
from pipeline.extractors.decisions.repeats import told_again, without_proposals, without_repeats
from pipeline.extractors.decisions.resolutions import (
    Part,
    inline_parts,
    nothing,
    opens_that,
    parts_below,
    speaks,
    stem_of,
    things,
    trimmed,
    unopened,
    verbs,
    votes_in,
    without_lists,
)
from pipeline.extractors.decisions.rows import fate_in, listed_below, rowed
from pipeline.extractors.decisions.stated import named_in, seconded_to, stated, sums_to, whole_piece
from pipeline.extractors.decisions.twofold import acts, without_task
from pipeline.extractors.places import Piece, pieces
from pipeline.found import FoundDecision
from pipeline.layout.sentences import sentences
from pipeline.paper import Outline, Paper
from pipeline.record import Outcome
from pipeline.rules.match import Match, Matcher

_SECONDED = re.compile(r"(?P<who>seconded\b.{3,60}?),?\s+and\b", re.IGNORECASE)


def find_decisions(paper: Paper, outline: Outline, matcher: Matcher) -> list[FoundDecision]:
    """The decisions of a paper in order. Only minutes and notes decide; reports propose and agendas ask."""
    if paper.kind not in ("minutes", "other"):
        return []
    deciding = Deciding.of(paper, matcher)
    whole = with_told_beside(list(pieces(outline, headings=True)), deciding)
    walk = _Walk(officers_apart(whole, matcher), matcher, deciding)
    found = walk.run()
    for at, piece, start, end, comment in planning_comments(walk.whole, {at for at, _ in found}, matcher):
        told = stated(piece, start, end, comment, cast(Outcome, comment.get("outcome")))
        found += [] if any(n == at and other.text in told.text for n, other in found) else [(at, told)]
    found.sort(key=lambda entry: entry[0])
    return [decision for _, decision in without_openers(found)] + [
        stated(piece, 0, len(piece.paragraph.text), comment, cast(Outcome, comment.get("outcome")))
        for piece, comment in planning_tables(outline, matcher)
    ]


@dataclass
class _Walk:
    """Goes down a paper once, paragraph by paragraph.

    Attributes:
        deciding: which sentences decide.
        found: the decisions with the paragraph that each comes from.
        movers: the mover and seconder read last, for the resolution beside them.
        muted: the paragraphs are reasons, or options that were not chosen.
        news: the paragraphs tell what another authority decided.
        resolved: the paragraph that ends in a resolution, which one that opens "That" goes on with.
    """

    whole: list[Piece]
    matcher: Matcher
    deciding: Deciding
    found: list[tuple[int, FoundDecision]] = field(default_factory=list)
    movers: dict[str, str] = field(default_factory=dict)
    movers_at: int = -9
    muted: bool = False
    news: bool = False
    resolved: tuple[int, Match] | None = None

    def run(self) -> list[tuple[int, FoundDecision]]:
        at, quoted = 0, told_below(self.whole)
        while at < len(self.whole):
            before = len(self.found)
            used = 0 if at in quoted else self._piece(at)
            if len(self.found) > before and at - self.movers_at <= 3:
                self._name_movers(before)
            at += 1 + used
        told = without_overtaken(without_declarations(without_proposals(self.found, self.whole)))
        return without_repeats(told, self.whole)

    def _piece(self, at: int) -> int:
        """Reads one paragraph; how many below it were its parts."""
        piece = self.whole[at]
        text = piece.paragraph.text
        if piece.section.kind == "action-list" and not is_noted(text, self.matcher):
            return 0
        if at and piece.section is not self.whole[at - 1].section:
            self.muted, self.movers, self.news, self.resolved = False, {}, False, None
        if len(text.split()) <= 12 or piece.kind == "heading":
            self.news = self.matcher.first("decision", text, part="news") is not None or (
                self.news and piece.kind != "heading"
            )
        if self._mover(at):
            return 0
        stem = stem_of(piece, self.matcher) if len(text) < 4000 else None
        if stem is not None and (used := self._resolution(at, stem)):
            return used
        if self.matcher.first("decision", text[:200], part="mute"):
            self.muted = len(text.split()) <= 6
            return 0
        if self.muted or (piece.kind == "heading" and len(text.split()) < 6 and not accepts(text)):
            return 0
        if (officer := officer_of(self.whole, at, self.matcher)) is not None:
            self.found.append((at, whole_piece(piece, officer, "elected")))
            return 0
        opener = self.matcher.first("decision", text, part="parts") if len(text) < 4000 else None
        if opener is not None:
            parts, last = inline_parts(piece, opener)
            below, used = parts_below(self.whole[at + 1 : at + 60], piece, label=False, done=last)
            if parts and last + len(below) > 1:
                self._before(at, opener)
                self._add_parts(at, opener, [*parts, *below])
                return used
        goes_on = self.resolved and self.resolved[0] == at - 1 and opens_that(piece.paragraph)
        if self.resolved and goes_on and not ends_closed(text, self.matcher):
            match = self.resolved[1]
            given: Outcome | None = "agreed" if piece.paragraph.printed else None
            self.found.append((at, stated(piece, 0, len(text), match, self._outcome(match, text, given=given))))
            self.resolved = (at, match)
            return 0
        bare = None
        if at - self.movers_at > 3 and not ends_closed(text, self.matcher):
            bare = unopened(self.whole, at, self.matcher)
        if bare is not None:
            match, parts, used = bare
            self._add_parts(at, match, parts)
            return used - 1
        self._sentences(at, text)
        return 0

    def _mover(self, at: int) -> bool:
        """A line that only says who moved or seconded."""
        piece = self.whole[at]
        named = self.matcher.first("decision", piece.paragraph.text[:160], part="mover")
        if named is None or len(piece.paragraph.text) > 160:
            return False
        given = {key: words for key in ("mover", "seconder") if (words := named.get(key) or named.get(key + "2"))}
        self.movers = {**self.movers, **given} if at - self.movers_at <= 2 else given
        self.movers_at = at
        after = self.whole[at + 1] if at + 1 < len(self.whole) else None
        if self.found and at - self.found[-1][0] <= 2 and (after is None or not self._opens(after)):
            where, last = self.found[-1]
            # "Ann Box made a motion, seconded by Ben Carr:" names those of what stands below it.
            if last.place == piece.place and not piece.paragraph.text.rstrip().endswith(":"):
                self.found[-1] = (
                    where,
                    replace(
                        last, mover=last.mover or given.get("mover"), seconder=last.seconder or given.get("seconder")
                    ),
                )
        if "seconder" in self.movers and (after is None or not self._opens(after)):
            told = adopted(self.whole, at, self.matcher, both="mover" in self.movers)
            if told is not None and (not self.found or self.found[-1][0] < told[0]):
                self.found.append((told[0], whole_piece(self.whole[told[0]], told[1], "agreed")))
        return True

    def _opens(self, piece: Piece) -> bool:
        text = piece.paragraph.text
        return bool(
            re.match(r"\W*(?:that|and|resolved|seconded|agreed|it was|2nd|the minutes)\b", text, re.IGNORECASE)
        ) or bool(stem_of(piece, self.matcher))

    def _name_movers(self, since: int) -> None:
        mover, seconder = (self.movers.get(key) or None for key in ("mover", "seconder"))
        for n, (at, one) in enumerate(self.found[since:], since):
            self.found[n] = (at, replace(one, mover=one.mover or mover, seconder=one.seconder or seconder))
        self.movers = {}

    def _resolution(self, at: int, stem: Match) -> int:
        """A stem with its parts below; how many paragraphs they take, 0 where nothing below is a part."""
        piece = self.whole[at]
        rest = stem.text[stem.spans["label"][1] : stem.end] if "label" in stem.spans else "none"
        runs_on = rest.strip(" :–-").casefold() in ("that", "to")  # "AGREED that:-" opens sentences, however they end
        label = runs_on or not rest.strip(" :–-")
        if piece.kind == "heading" and not label:
            return 0
        below = self.whole[at + 1 : at + 60]
        parts, used = parts_below(below, piece, label=label)
        if label and nothing(parts):
            return used
        if stem.get("list") == "people" and (rows := officers_below(self.whole[at + 1 : at + 30], self.matcher)):
            self.found += [(at + 1 + n, whole_piece(self.whole[at + 1 + n], stem, "elected")) for n in rows]
            return rows[-1] + 1
        if (stem.get("list") == "people" and not label) or (stem.get("list") == "verbs" and not verbs(parts)):
            return 0
        listed = stem.get("list") == "things"
        if listed and parts and not things(parts):
            self.found.append((at, whole_piece(piece, stem, self._outcome(stem, piece.paragraph.text))))
            return 0 if self.deciding.match(parts[0].piece.paragraph.text, piece.section.kind) else used
        if not parts or (label and not listed and not runs_on and not speaks(stem, parts, used, below)):
            return 0
        self.muted = False
        self._before(at, stem)
        listed_rows, lines = listed_below(parts[-1], below[used:])
        self._add_parts(at, stem, [*parts[:-1], *listed_rows] if listed_rows else without_lists(parts))
        return used + lines

    def _before(self, at: int, stem: Match) -> None:
        """What a paragraph says before the stem: sentences, and who moved and seconded."""
        seconded = _SECONDED.match(stem.text, stem.start)  # "..., seconded by Ben and resolved:"
        text = stem.text[: seconded.end("who") if seconded else stem.start].rstrip()
        spans = sentences(text)
        if spans:
            start, end = spans[-1]
            named = self.matcher.first("decision", text[start:end], part="mover")
            if named is not None:
                self.movers = {key: named.get(key) for key in ("mover", "seconder") if named.get(key)}
                self.movers_at = at
                text = text[:start]
        self._sentences(at, text)

    def _add_parts(self, at: int, stem: Match, parts: Sequence[Part]) -> None:
        given = cast("Outcome | None", stem.get("outcome") or None)
        named = {key: stem.get(key) for key in ("mover", "seconder") if stem.get(key)}
        if named:
            self.movers, self.movers_at = named, at
        votes = votes_in(stem.text[stem.start : stem.end])
        for part in parts:
            if part.start == part.end:
                continue
            where = next((n for n in range(at, len(self.whole)) if self.whole[n] is part.piece), at)
            for x, y in self._acts(part.piece, part.start, part.end, stem) or [(part.start, part.end)]:
                words = part.piece.paragraph.text[x:y]
                outcome = (
                    given
                    if given == "recommended"
                    else self._outcome(stem, words, given=fate_in(words) or given or "agreed")
                )
                decision = stated(part.piece, x, y, stem, outcome)
                self.found.append((where, replace(decision, votes=decision.votes or votes)))

    def _sentences(self, at: int, text: str) -> None:
        """The decisions that the sentences of a paragraph state."""
        piece = self.whole[at]
        quiet = piece.section.kind == "front" and at < 2
        out: list[FoundDecision] = []
        news = self.news or self.matcher.first("decision", text[:160], part="news") is not None
        spans, closed, told = rowed(text, sentences(text)), -1, -1
        for n, (start, end) in enumerate(spans):
            sentence = without_task(text[start:end])
            end = start + len(sentence)
            match = self.deciding.match(sentence, piece.section.kind)
            behind = out and told == n - 1 and not out[-1].mover and not (match and match.get("attach"))
            if behind and told_of_movers(sentence, self.matcher):
                out[-1] = named_in(out[-1], text[start : seconded_to(text, spans, n)], self.matcher)
                continue
            if (
                match is None
                or (len(sentence.split()) == 1 and (sentence.endswith(":") or not match.get("attach")))
                or ((news or piece.section.kind == "attendance") and match.rule.id in UNNAMED)
                or (quiet and len(text) < 400 and match.rule.id not in PLAIN)
                or adds_nothing(sentence, text[:start], decided=bool(out))
            ):
                continue
            regions = [(start, end if sentence[-1:] != ";" else sums_to(text, spans, n))]
            if "text" in match.spans:
                regions = [(start + match.spans["text"][0], start + match.spans["text"][1])]
            closing, again = closes(match, sentence, self.matcher) and not has_motion(sentence, match, self.matcher), 0
            if closing and out and closed == n - 1 and goes_on_to(sentence, text[slice(*spans[n - 1])]):
                closed = n
            elif closing:
                regions = [(a, min(b, end)) for a, b in clauses(text, spans, n, self.matcher)]
                if out and (closed == n - 1 or not regions) and (begins := text.find(out[-1].text)) >= 0:
                    regions = [(begins, end)]  # "Moved by Ann, seconded by Ben: THAT ... For 3, against 1. Carried."
                closed = n
                if (not regions and match.get("near")) or (match.get("place") == "unplanned" and about_planning(piece)):
                    continue
                if not regions or self._moved_above(at, text[regions[0][0] : regions[-1][1]]):
                    self._close(at, match, start, end)
                    continue
                if regions[0][0] == spans[0][0]:
                    self._clauses_above(at, match)
                if match.get("needs") == "motion" and not moves(text[regions[0][0] : start], self.matcher):
                    continue
                again = told_again(out, text, regions[0][0])
                del out[len(out) - again :]
            forward = start + match.start if match.rule.id in FORWARD else 0
            counted = piece.paragraph.printed and opens_that(piece.paragraph)
            if (counted or match.rule.id.startswith("decision-resolved")) and n == len(spans) - 1:
                self.resolved = (at, match)
            first, last = regions[0][0], regions[-1][1]
            outcome = self._outcome(match, text[max(forward, first) : last])
            named = text[min(first, start) : max(last, seconded_to(text, spans, n))]
            parts = [limb for region in regions for limb in limbs(text, *region, match)]
            twofold = [] if match.get("attach") == "previous" else self._acts(piece, *parts[-1], match)
            parts[-1:] = twofold or parts[-1:]
            if first < start and not again and is_verdict(sentence, text[first:start], text[:start]):
                parts = [(start, end)]
            for x, y in parts:
                settled = self._outcome(match, text[max(forward, x) : y], given=outcome) if len(parts) > 1 else outcome
                if (x, y) in twofold:  # of two acts each ends in its own way
                    own = self.deciding.match(text[x:y], piece.section.kind)
                    settled = self._outcome(own or match, text[x:y], given=None if own else "agreed")
                out.append(named_in(stated(piece, x, y, match, settled), named, self.matcher))
                told = n
        if not out and piece.margin_words:
            margin = self.matcher.first("decision", piece.margin_words, part="margin")
            if margin is not None:
                outcome = cast(Outcome, margin.get("outcome") or word_of(margin))
                out.append(stated(piece, 0, len(text), margin, outcome))
        self.found += [(at, decision) for decision in without_leanings(out)]

    def _acts(self, piece: Piece, start: int, end: int, match: Match) -> list[tuple[int, int]]:
        """The clauses of a decision that is two."""
        return acts(
            piece.paragraph.text,
            start,
            end,
            decides=lambda clause: self.deciding.match(clause, piece.section.kind) is not None,
            outcome=lambda clause: self._outcome(match, clause, given="agreed"),
        )

    def _moved_above(self, at: int, words: str) -> bool:
        """Does "Carried" close a motion above, of which the words before it are the last lines?"""
        if self.matcher.first("decision", words, part="motion"):
            return False
        apart = not 1 < at - self.movers_at <= 6 or clauses_above(self.whole, at)
        put = put_above(self.whole, at) and all(where != at - 1 for where, _ in self.found)
        return put or not (apart or any(where >= self.movers_at for where, _ in self.found))

    def _clauses_above(self, at: int, match: Match) -> None:
        """ "THAT A;" in a paragraph of its own above "THAT B. Carried"."""
        for n in clauses_above(self.whole, at):
            words = self.whole[n].paragraph.text
            outcome = self._outcome(match, words)
            self.found += [
                (n, stated(self.whole[n], *span, match, outcome)) for span in limbs(words, 0, len(words), match)
            ]

    def _close(self, at: int, match: Match, start: int, end: int) -> None:
        """ "The motion was lost" in a paragraph of its own: the motion stands in one of those above."""
        outcome = self._outcome(match, "")
        votes = votes_in(match.text) or votes_in(roll_from(self.whole, at))
        known = {where: n for n, (where, _) in enumerate(self.found)}
        rows = motion_above(self.whole, at, set(known), self.matcher)
        parts = [(n, *trimmed(text := self.whole[n].paragraph.text, 0, len(text))) for n in rows]
        if not parts:
            parts = [matter_above(self.whole, at, match, (start, end), self.matcher)]
            if parts[0][0] == at and (only_closes(self.whole[at]) or match.get("needs") == "matter"):
                return
        for where, a, b in parts:
            if where in known:
                decision = named_in(self.found[known[where]][1], self._between(where, at), self.matcher)
                kept = outcome if outcome == "refused" else decision.outcome
                self.found[known[where]] = (where, replace(decision, outcome=kept, votes=decision.votes or votes))
                continue
            words = self.whole[where].paragraph.text
            fixed = outcome == "refused" or self.matcher.first("decision", words[-200:], part="put") is not None
            last = self.whole[at].paragraph.text[:start] if where < at else ""
            together = with_closing(self.whole, where, at, match, self.matcher, last) if len(parts) == 1 else None
            if together is not None:
                settled = outcome if fixed else self._outcome(match, words, given=outcome)
                self.found.append((where, whole_piece(together, match, settled)))
                continue
            for x, y in limbs(words, a, b, match):
                settled = outcome if fixed else self._outcome(match, words[x:y], given=outcome)
                decision = stated(self.whole[where], x, y, match, settled)
                decision = named_in(decision, self._between(where, at), self.matcher)
                self.found.append((where, replace(decision, votes=decision.votes or votes)))

    def _between(self, where: int, at: int) -> str:
        """A motion and the lines on who seconded it and how they voted, down to the one that closes it."""
        return " ".join(piece.paragraph.text for piece in self.whole[where : at + 1])

    def _outcome(self, match: Match, text: str, *, given: Outcome | None = None) -> Outcome:
        return outcome_of(match, text, self.matcher, given=given)
