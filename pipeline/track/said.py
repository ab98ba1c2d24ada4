"""People's words among what papers say: which action each is for, which actions they tie together or part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.record import ActionStatus, Due, Evidence, Owner, Record
from pipeline.track.life import Event, Step
from pipeline.updates import Update

SAME_WORDS = 60.0
"""rapidfuzz's token_set_ratio below which an action says something else than when a person spoke of it."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Words whose action is there, and a sentence for each whose action is not."""

    updates: tuple[Update, ...]
    lost: tuple[str, ...]


def fit(updates: Iterable[Update], records: Iterable[Record]) -> Fitting:
    """Which words are for actions of these records. A word never moves to another action that got its id."""
    tasks = {action.id: action.task for record in records for action in record.actions}
    fitting: list[Update] = []
    lost: list[str] = []
    for update in updates:
        sentence = _lost(update, tasks)
        if sentence:
            lost.append(sentence)
        else:
            fitting.append(update)
    return Fitting(tuple(fitting), tuple(lost))


def heard(updates: Iterable[Update], records: Iterable[Record], *, as_of: str) -> Fitting:
    """As `fit`, without the words of days after `as_of` (YYYY-MM-DD)."""
    fitting = fit(updates, records)
    return Fitting(tuple(update for update in fitting.updates if update.when <= as_of), fitting.lost)


def _lost(update: Update, tasks: Mapping[str, str]) -> str:
    who = f"{update.by}'s word of {update.when} on {update.action}"
    again = "find it in `minutebook actions --status any` and say it again there"
    for ref in filter(None, (update.action, update.same, update.differ)):
        if ref not in tasks:
            return f"{who} ({update.task}): there is no action {ref} any more; {again}."
    now = tasks[update.action]
    if fuzz.token_set_ratio(update.task.casefold(), now.casefold()) < SAME_WORDS:
        return f"{who} was said of “{update.task}”; that id now says “{now}”: {again}."
    return ""


@dataclass(frozen=True, slots=True)
class Ties:
    """Ids of actions that a person said are one, or are not one; the last word on a pair counts."""

    same: Mapping[str, frozenset[str]]
    differ: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, updates: Iterable[Update]) -> Ties:
        """By the day of the words, then in their order."""
        pairs: dict[frozenset[str], bool] = {}
        for update in sorted(updates, key=lambda one: one.when):
            if update.same:
                pairs[frozenset((update.action, update.same))] = True
            if update.differ:
                pairs[frozenset((update.action, update.differ))] = False
        return cls(_others(pairs, one=True), _others(pairs, one=False))


def _others(pairs: Mapping[frozenset[str], bool], *, one: bool) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for pair, said in pairs.items():
        if said is one:
            for ref in pair:
                out[ref] |= pair - {ref}
    return {ref: frozenset(others) for ref, others in out.items()}


def owners_of(update: Update, known: Sequence[Owner]) -> tuple[Owner, ...]:
    """The owners that a word names; one who was known keeps the role that papers gave."""
    roles = {owner.name: owner.role for owner in known}
    return tuple(Owner(name=name, as_written=name, role=roles.get(name)) for name in update.owners or ())


def step_of(update: Update, event: Event, status: ActionStatus, owners: tuple[Owner, ...]) -> Step:
    """A word as a step of a life: no record, and the hash that seals it in place of a paper's."""
    return Step(
        date=update.when,
        event=event,
        status=status,
        by=update.by,
        record="",
        sha256=update.hash,
        evidence=Evidence(quote=update.note),
        due=Due(date=update.due),
        progress=update.evidence,
        owners=owners,
    )
