"""Decisions that a paper tells twice: put and then resolved, minuted and printed again, as parts and as a whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.decisions.elections import stood_before
from pipeline.extractors.decisions.motions import FURTHEST, MOTION
from pipeline.extractors.places import Piece
from pipeline.found import FoundDecision

_DECISION = re.compile(r"\W*(?:decision|resolved)\W*(?:$|:\s)", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W*(?:the\s+|these\s+)?minutes\s+were\s+(?:(?:then|duly|therefore|subsequently)\s+)?signed\b[^.;]{0,80}\W*",
    re.IGNORECASE,
)
_PAID = re.compile(r"\b(?:payments?|accounts?|invoices?|cheques?|bills?|expenditure)\b", re.IGNORECASE)  # of a table
_NOMINATED = re.compile(r"\b(?:nominate[sd]|propose[sd])\b(?!.*\b(?:elected|appointed)\b)", re.IGNORECASE)
_SECONDED = "decision-seconded-too"
_FEW = 8  # words that may be said of one thing after another: "It was agreed"
_SENTENCE = 12  # words that may be said again of the next number: "The policy was accepted by the Board."
_PROPOSED = (
    "decision-moved-that",
    "decision-made-motion",
    "decision-nominated-seconded",
    "decision-proposed-for-post",
    "decision-seconded-proposal",
)


def without_proposals(
    found: Sequence[tuple[int, FoundDecision]], whole: Sequence[Piece]
) -> list[tuple[int, FoundDecision]]:
    """ "It was proposed by A that B be chair" above "Decision: That B be chair" is one decision."""
    labels = [at for at, piece in enumerate(whole) if _DECISION.match(piece.paragraph.text)]
    pairs = zip(found, [*found[1:], None], strict=False)
    kept = [entry for entry, after in pairs if after is None or not _leads_to(entry, after, labels)]
    kept = [entry for n, entry in enumerate(kept) if not _debated_on(entry, kept[n + 1 :])]
    kept = [entry for n, entry in enumerate(kept) if not stood_before(entry, kept[n + 1 :])]
    for n, (where, proposal) in reversed(list(enumerate(kept))):
        if proposal.evidence.rule not in _PROPOSED:
            continue
        for later in range(n + 1, min(n + 3, len(kept))):
            at, decision = kept[later]
            near = at - where <= 3 and decision.place.item == proposal.place.item
            if near and decision.evidence.rule not in _PROPOSED and _says(proposal, decision):
                mover, seconder = decision.mover or proposal.mover, decision.seconder or proposal.seconder
                kept[later] = (at, replace(decision, mover=mover, seconder=seconder))
                del kept[n]
                break
    return kept


# "After debate it was agreed" above "RESOLVED that ...".
_FOLLOWING = re.compile(r"\b(?:following|undernoted)\b(?!\s+(?:[\w-]+\s+){0,2}votes?\b)")
_RUNS_ON = re.compile(
    r"\bseconded\b[^.;]{3,80}\band\s*$", re.IGNORECASE
)  # "... seconded by Ben and" above "RESOLVED that"
_BARE_AGREED = re.compile(r"\bit\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved|moved)[\s:–-]*$", re.IGNORECASE)


def _opens(entry: tuple[int, FoundDecision], after: tuple[int, FoundDecision]) -> bool:
    """ "The following comments were agreed:" above a list whose rows are decisions."""
    (where, opening), (at, decision) = entry, after
    listed = opening.text.endswith(":") and bool(_FOLLOWING.search(opening.text)) and not _PAID.search(opening.text)
    listed = listed or (
        at - where == 1 and "RESOLVED" in decision.text[:12] and bool(_BARE_AGREED.search(opening.text))
    )
    listed = listed or (at - where == 1 and bool(_RUNS_ON.search(opening.text)))
    return listed and 0 < at - where <= 2 and opening.place.item == decision.place.item


def _leads_to(entry: tuple[int, FoundDecision], after: tuple[int, FoundDecision], labels: Sequence[int]) -> bool:
    return _only_put(entry, after) or _opens(entry, after) or _debated(entry, after, labels) or _stood(entry, after)


def _debated_on(entry: tuple[int, FoundDecision], later: Sequence[tuple[int, FoundDecision]]) -> bool:
    """A motion that was only seconded, without a vote, where its item goes on to a decision."""
    where, motion = entry
    if motion.evidence.rule != _SECONDED or motion.votes:
        return False
    return any(
        at - where <= FURTHEST and decision.place == motion.place and decision.evidence.rule != _SECONDED
        for at, decision in later
    )


def _stood(entry: tuple[int, FoundDecision], after: tuple[int, FoundDecision]) -> bool:
    """ "Ann Box was nominated." above "She was declared elected." """
    (where, named), (at, decision) = entry, after
    who = named.text.partition(" was ")[0].split()[-1]  # "Ann Box was proposed by Ben. Box was deemed elected."
    alike = named.outcome == "elected" or "declared" in decision.text or (at == where and who in decision.text)
    declared = decision.outcome == "elected" and alike
    near = named.place.item == decision.place.item and at - where <= 1 and named.evidence.rule != "officer-line"
    return declared and near and bool(_NOMINATED.search(named.text)) and not _NOMINATED.search(decision.text)


def _debated(entry: tuple[int, FoundDecision], after: tuple[int, FoundDecision], labels: Sequence[int]) -> bool:
    """Motions and amendments of the debate that ends in the paragraph headed "Decision"."""
    (where, motion), (at, decision) = entry, after
    moved = motion.evidence.rule in _PROPOSED or (motion.outcome == "agreed" and MOTION.search(motion.text))
    same = motion.place.item == decision.place.item
    return bool(moved and same and at - where <= 5 and any(where < label <= at for label in labels))


_LABEL = re.compile(r"\W*decisions?(?:\s+(?:made|taken))?\W*", re.IGNORECASE)


_LISTED = ("stem-", "parts-")  # rules that read the parts of a resolution


def without_repeats(
    found: Sequence[tuple[int, FoundDecision]], whole: Sequence[Piece]
) -> list[tuple[int, FoundDecision]]:
    """A web page prints the resolution under "Decision:" and again where it was minuted: it is one.

    So is the approval of minutes and the sentence behind it that they were signed, and a part of what has been read.
    """
    kept: list[tuple[int, FoundDecision]] = []
    seen: dict[tuple[int, str], int] = {}
    resolved = {(one.place.item, _words(one)) for _, one in found if one.evidence.rule.startswith(_LISTED)}
    for at, decision in found:
        label = _label_above(whole, at)
        words = _words(decision)
        read = not decision.evidence.rule.startswith(_LISTED) and (decision.place.item, words) in resolved
        if read and len(words.split()) > _FEW:
            continue  # put in these words before the debate, and resolved part by part behind it
        if kept and at - kept[-1][0] <= 1 and _signs(decision, kept[-1][1]):
            continue
        if kept and at == kept[-1][0] and decision.text in kept[-1][1].text:
            continue  # "Proposed by Ann; seconded by Ben; and resolved: That ...", read as a whole before
        again = seen.get((label or 0, words)) if label is not None else None
        if again is None or (
            len(words.split()) <= _SENTENCE and any(one.paragraph.printed for one in whole[again + 1 : at])
        ):
            kept.append((at, decision))
        if label is not None and (len(words.split()) > _FEW or not re.search(r"\b(?:this|these|it)\b", words)):
            seen[label, words] = at  # "This was agreed" may be said of one thing after another
    return kept


def _words(decision: FoundDecision) -> str:
    return " ".join(re.findall(r"\w+", decision.text.casefold()))


def _signs(decision: FoundDecision, before: FoundDecision) -> bool:
    of_minutes = before.place == decision.place and before.outcome == "agreed" and "minutes" in before.text.casefold()
    return of_minutes and _SIGNED.fullmatch(decision.text) is not None


def _label_above(whole: Sequence[Piece], at: int) -> int | None:
    """Where the "Decision:" stands that a paragraph stands under, in its section."""
    section = whole[at].section
    inside = itertools.takewhile(lambda n: whole[n].section is section, range(at, -1, -1))
    return next((n for n in inside if _LABEL.fullmatch(whole[n].paragraph.text)), None)


def _only_put(entry: tuple[int, FoundDecision], after: tuple[int, FoundDecision]) -> bool:
    """ "The motion in paragraph 3 was put to the vote and the voting was as follows:" above its RESOLVED."""
    (where, put), (at, decision) = entry, after
    voted = put.outcome == "agreed" and put.text.endswith(":") and " put " in put.text
    return (
        voted and at - where <= FURTHEST and decision.evidence.rule.startswith(("stem-", "parts-", "decision-resolved"))
    )


def _says(proposal: FoundDecision, decision: FoundDecision) -> bool:
    long = set(re.findall(r"\w{4,}", decision.text.casefold()))
    both = long & set(re.findall(r"\w{4,}", proposal.text.casefold()))
    names = set(re.findall(r"\b[A-Z]\w+", decision.text)) & set(re.findall(r"\b[A-Z]\w+", proposal.text))
    same = proposal.outcome == decision.outcome == "elected" and bool(names)
    return same or len(both) * 2 >= len(long) > 0


def told_again(out: Sequence[FoundDecision], text: str, start: int) -> int:
    """How many of the last decisions of a paragraph stand in what is told from `start` on."""
    return sum(1 for _ in itertools.takewhile(lambda one: text.find(one.text, start) >= 0, reversed(out)))
