"""Found entries -> the record's: owners resolved, due words read, a stable id for each, doubts as problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from pipeline import paper as source_types
from pipeline import record as r
from pipeline.extractors.frontsheet import FoundItem
from pipeline.found import FoundAction, FoundDecision, FoundMoney, FoundRecommendation, Place
from pipeline.link.dates import due_of
from pipeline.link.nearby import Nearby
from pipeline.link.people import Roster, resolution_of
from pipeline.paper import fold, slug
from pipeline.problem import Problem


class Ids:
    """Ids of entries: stable while the entry's minute number stays; a second one of the same minute gets -2."""

    def __init__(self, stem: str, kind: str) -> None:
        self._stem = stem if kind == "minutes" else f"{stem}/{kind}"
        self._seen: Counter[str] = Counter()

    def next(self, what: str, place: Place) -> str:
        where = _minute_slug(place)
        self._seen[f"{what}/{where}"] += 1
        count = self._seen[f"{what}/{where}"]
        return f"{self._stem}/{what}/{where}" + (f"-{count}" if count > 1 else "")


def _minute_slug(place: Place) -> str:
    words = place.minute or place.item or (slug(place.topic)[:30].strip("-") if place.topic else "") or "paper"
    return re.sub(r"[^a-z0-9.]+", "-", words.lower()).strip("-.") or "paper"


def evidence_record(evidence: source_types.Evidence) -> r.Evidence:
    """Evidence as a record keeps it: white space of the quote folded."""
    return r.Evidence(
        page=evidence.page,
        box=evidence.box,
        block=evidence.block,
        line=evidence.line,
        quote=fold(evidence.quote),
        rule=evidence.rule,
        confidence=evidence.confidence,
    )


def problem_record(problem: Problem) -> r.ProblemRecord:
    """A problem as a record keeps it."""
    return r.ProblemRecord(
        code=problem.code,
        severity=problem.severity,
        message=problem.message,
        evidence=evidence_record(problem.evidence) if problem.evidence else None,
    )


def _visibility(exempt: bool) -> r.Visibility:
    return "exempt" if exempt else "public"


def item_record(item: FoundItem) -> r.Item:
    """An item of business with its minutes."""
    return r.Item(
        number=item.number,
        title=item.title,
        officer=item.officer,
        pages=item.pages,
        visibility=_visibility(item.exempt),
        minutes=tuple(
            r.Minute(number=m.number, text=m.text, evidence=evidence_record(m.evidence)) for m in item.minutes
        ),
        evidence=evidence_record(item.evidence),
    )


def recommendation_record(recommendation: FoundRecommendation) -> r.Recommendation:
    """What a paper asks a body to decide."""
    return r.Recommendation(
        number=recommendation.number,
        text=fold(recommendation.text),
        to=recommendation.to,
        section=recommendation.place.item,
        visibility=_visibility(recommendation.place.exempt),
        evidence=evidence_record(recommendation.evidence),
    )


def decision_record(
    decision: FoundDecision, ids: Ids, money: Sequence[FoundMoney] = (), *, sure: float | None = None
) -> r.Decision:
    """A decision; its amount where the words that decide name exactly one. `sure`: its rule's record, 0 to 1."""
    amounts = {m.amount for m in money if m.place == decision.place and m.text in decision.text}
    votes = None
    if decision.votes is not None:
        votes = r.Votes(votes_for=decision.votes[0], against=decision.votes[1], abstain=decision.votes[2])
    return r.Decision(
        id=ids.next("decision", decision.place),
        item=decision.place.item,
        minute=decision.place.minute,
        outcome=decision.outcome,
        text=fold(decision.text),
        mover=decision.mover,
        seconder=decision.seconder,
        votes=votes,
        amount=amounts.pop() if len(amounts) == 1 else None,
        visibility=_visibility(decision.place.exempt),
        confidence=sure,
        evidence=evidence_record(decision.evidence),
    )


def action_record(
    action: FoundAction,
    ids: Ids,
    roster: Roster,
    nearby: Nearby,
    decisions: Sequence[r.Decision],
    problems: list[Problem],
    *,
    day: date | None,
    by_month: bool = False,
    earlier: Sequence[Earlier] = (),
    sure: float | None = None,
) -> r.Action:
    """An action with its owners resolved, its due words read, and what it carries out or reports on.

    Args:
        nearby: what stands around it, where several people hold an owner's post.
        decisions: those of the same paper.
        problems: gets the doubts: an owner who may be two people, a marked action that names nobody.
        day: the meeting's, which due words count from.
        by_month: the paper writes the month of a day by numbers first.
        earlier: actions of the papers before it in the file, which it may report on.
        sure: its rule's record, 0 to 1.
    """
    owners = _owners(action, roster, nearby, problems)
    if not owners and action.marked:
        problems.append(
            Problem(
                "action-without-owner", "An action is marked and nobody is named for it.", "warning", action.evidence
            )
        )
    quote = fold(action.evidence.quote)
    same = next(
        (
            d.id
            for d in decisions
            if d.minute == action.place.minute
            and d.item == action.place.item
            and fuzz.partial_ratio(d.evidence.quote, quote) > 90
        ),
        None,
    )
    due_text, due_date = due_of(action.due, meeting=day, old=action.carried, by_month=by_month)
    return r.Action(
        id=ids.next("action", action.place),
        task=fold(action.task),
        owners=tuple(owners),
        due=r.Due(text=due_text, date=due_date),
        item=action.place.item,
        minute=action.place.minute,
        topic=action.place.topic,
        decision=same,
        refers_to=_refers_to(action, owners, earlier),
        marked=action.marked,
        carried=action.carried,
        status=action.status,
        progress=action.progress,
        visibility=_visibility(action.place.exempt),
        confidence=sure,
        evidence=evidence_record(action.evidence),
    )


def _owners(action: FoundAction, roster: Roster, nearby: Nearby, problems: list[Problem]) -> list[r.Owner]:
    """The owners of an action, each once; a doubt for each who may be two people."""
    owners: dict[str, r.Owner] = {}
    for words in action.owners:
        if together := roster.holders(words):
            for name in together:
                owners.setdefault(name, r.Owner(name=name, as_written=words))
            continue
        resolved = roster.resolve(words)
        if len(resolved.candidates) > 1:
            several = [person for person in roster.people if person.name in resolved.candidates]
            meant = nearby.meant(words, several, action.evidence)
            resolved = resolved if meant is None else resolution_of(meant)
        if len(resolved.candidates) > 1:
            problems.append(
                Problem(
                    "owner-ambiguous",
                    f"“{words}” may be {' or '.join(resolved.candidates)}; kept as written.",
                    "warning",
                    action.evidence,
                )
            )
        owners.setdefault(resolved.name, r.Owner(name=resolved.name, as_written=words, role=resolved.role))
    return list(owners.values())


@dataclass(frozen=True, slots=True)
class Earlier:
    """An action of minutes before it in the pack, as a row that may report on it is compared with it."""

    id: str
    task: str
    topic: str
    owners: frozenset[str]
    marked: bool


def earlier_actions(before: Sequence[r.Record]) -> list[Earlier]:
    """All actions of minutes among these records."""
    return [
        Earlier(a.id, a.task.casefold(), (a.topic or "").casefold(), frozenset(o.name for o in a.owners), a.marked)
        for record in before
        if record.kind == "minutes"
        for a in record.actions
    ]


def _refers_to(action: FoundAction, owners: Sequence[r.Owner], earlier: Sequence[Earlier]) -> str | None:
    """The action of minutes in the same pack that this row reports on: one clear best by wording, topic and owner."""
    if not action.carried or not earlier:
        return None
    names, topic = {owner.name for owner in owners}, (action.place.topic or "").casefold()
    # Each row meets all actions of the pack: the library runs through the words, and each topic is compared once.
    wordings = process.extract_iter(
        action.task.casefold(), [other.task for other in earlier], scorer=fuzz.token_set_ratio
    )
    topics = {other.topic for other in earlier} - {""} if topic else set()
    alike = {words: 0.2 * score for words, score, _ in process.extract_iter(topic, topics, scorer=fuzz.token_set_ratio)}
    scored: list[tuple[float, str]] = []
    for other, (_, wording, _) in zip(earlier, wordings, strict=True):
        same = 12 if names & other.owners else -12 if names and other.owners else 0
        scored.append((wording + (same + alike.get(other.topic, 0) + (5 if other.marked else 0)), other.id))
    scored.sort(reverse=True)
    if scored[0][0] < 70 or (len(scored) > 1 and scored[0][0] - scored[1][0] < 4):
        return None
    return scored[0][1]
