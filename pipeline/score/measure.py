"""How two things match, and how many of each field do: what the program found against what a reader typed.

attendance   the same person (initials, titles and post-nominals aside) with the same status
items        the same number and nearly the same title
decisions    the quotes overlap (half of the words); `outcome` is counted over those that match
actions      the quotes overlap; `action+owner` wants the same owners too, `action complete` the due date as well
money        the same amount, each mention once
dates        the same value, each mention once
heading      kind, body and date of each paper
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pipeline.record import Action, Attendee, DateMention, Decision, Due, Evidence, Item, Money, Owner, Record
from pipeline.score.gold import Gold, GoldAction, GoldAttendee, GoldDate, GoldDecision, GoldItem, GoldMoney
from pipeline.score.words import SUMS, tokens, word_sums

FIELDS = (
    "heading",
    "attendance",
    "items",
    "decisions",
    "outcome",
    "actions",
    "action+owner",
    "action complete",
    "money",
    "dates",
)
# The rest of a name is what counts; these go with it.
_TITLES = frozenset(
    "cllr cllrs councillor councillors mr mrs ms miss dr rev revd sir dame lord lady prof professor the hon rt mbe obe "
    "cbe jp mp qc kc dl phd ba msc fca cpfa alderman ald pc sgt insp inspector pcso convener provost".split()
)

G = TypeVar("G")
P = TypeVar("P")
Pairs = list[tuple[int, int]]


class _Entry(Protocol):
    @property
    def evidence(self) -> Evidence: ...


@dataclass(frozen=True, slots=True)
class Tally:
    """One field of one document: what was found of the gold, what was missed, and what is not in the gold."""

    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        right = len(self.found)
        return Counts(right, right + len(self.missed), right + len(self.made_up))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are right, how many the gold has, how many the program found. Counts add up."""

    right: int = 0
    gold: int = 0
    got: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.gold + other.gold, self.got + other.got)

    def __sub__(self, other: Counts) -> Counts:
        return Counts(self.right - other.right, self.gold - other.gold, self.got - other.got)

    @property
    def precision(self) -> float:
        return self.right / self.got if self.got else float(self.gold == 0)

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else float(self.got == 0)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __bool__(self) -> bool:
        return bool(self.gold or self.got)


def measure(gold: Gold, records: Sequence[Record]) -> dict[str, Tally]:
    """Field -> tally of one document and the records of its papers."""

    def here(entry: _Entry) -> bool:
        return _here(gold, entry)

    every = {
        "heading": _headings(gold, records),
        "attendance": _attendance(gold.attendance, [e for r in records for e in r.attendance if here(e)]),
        "items": _items(gold.items, [e for r in records for e in r.items if here(e)]),
        **_decisions(gold.decisions, [e for r in records for e in r.decisions if here(e)]),
        **_actions(gold.actions, [e for r in records for e in r.actions if here(e)]),
        "money": _money(gold.money, [e for r in records for e in r.money if here(e)]),
        "dates": _dates(gold.dates, [e for r in records for e in r.dates if here(e)]),
    }
    return {field: tally if gold.was_read(field) else Tally() for field, tally in every.items()}


Key = tuple[str, str]
"""A field that has a confidence (attendance, decisions, actions) and the id of a rule."""


def by_rule(gold: Gold, records: Sequence[Record]) -> dict[Key, Counts]:
    """What each rule found and how much of it is right in full: the status, the outcome, the owners too."""
    counts: Counter[tuple[str, str, bool]] = Counter()

    def add(field: str, got: Sequence[_Entry], right: Iterable[int]) -> None:
        if not gold.was_read(field):
            return
        good = set(right)
        counts.update((field, entry.evidence.rule, n in good) for n, entry in enumerate(got) if _here(gold, entry))

    # All entries of a paper are paired, those of pages that nobody annotated are then not counted.
    people = [e for r in records for e in r.attendance]
    add("attendance", people, (j for _, j in pair(gold.attendance, people, _same_person)))
    decisions = [e for r in records for e in r.decisions]
    both = pair(gold.decisions, decisions, _alike_decisions)
    add("decisions", decisions, (j for i, j in both if gold.decisions[i].outcome == decisions[j].outcome))
    actions = [e for r in records for e in r.actions]
    both = pair(gold.actions, actions, _alike_actions)
    if gold.was_read("action+owner"):
        both = [(i, j) for i, j in both if _same_owners(gold.actions[i].owners, actions[j].owners)]
    add("actions", actions, (j for _, j in both))
    out: dict[Key, Counts] = {}
    for (field, rule, right), count in counts.items():
        out[field, rule] = out.get((field, rule), Counts()) + Counts(count * right, 0, count)
    return out


def _here(gold: Gold, entry: _Entry) -> bool:
    """Does it stand on a page that was annotated?"""
    page = entry.evidence.page
    return gold.pages is None or page is None or gold.pages[0] <= page <= gold.pages[1]


def _headings(gold: Gold, records: Sequence[Record]) -> Tally:
    typed = _heads((paper.kind, paper.body, paper.date) for paper in gold.papers)
    read = _heads((record.kind, record.meeting.body, record.meeting.date) for record in records)
    return _tally(typed, read, pair(typed, read, _same_head), ": ".join, ": ".join)


def _heads(papers: Iterable[tuple[str | None, ...]]) -> list[tuple[str, str]]:
    names = ("kind", "body", "date")
    return [(name, value) for paper in papers for name, value in zip(names, paper, strict=True) if value]


def _same_head(gold: tuple[str, str], got: tuple[str, str]) -> float:
    same = gold == got or (gold[0] == got[0] == "body" and overlap(gold[1], got[1]) >= 0.75)
    return float(same)


def _attendance(gold: Sequence[GoldAttendee], got: Sequence[Attendee]) -> Tally:
    pairs = pair(gold, got, _same_person)
    return _tally(gold, got, pairs, lambda g: f"{g.name} [{g.status}]", lambda p: f"{p.name} [{p.status}]")


def _same_person(gold: GoldAttendee, got: Attendee) -> float:
    return float(gold.status == got.status and same_name(gold.name, got.name))


def _items(gold: Sequence[GoldItem], got: Sequence[Item]) -> Tally:
    pairs = pair(
        gold, got, lambda g, p: float(_number(g.number) == _number(p.number) and overlap(g.title, p.title) >= 0.8)
    )
    return _tally(gold, got, pairs, lambda g: f"{g.number} {g.title}", lambda p: f"{p.number} {p.title}")


def _number(number: str) -> str:
    return number.strip().rstrip(".):").lower()


def _decisions(gold: Sequence[GoldDecision], got: Sequence[Decision]) -> dict[str, Tally]:
    def typed(g: GoldDecision) -> str:
        return f"[{g.outcome}] {g.text}"

    def read(p: Decision) -> str:
        return f"[{p.outcome}] {p.text}"

    both = pair(gold, got, _alike_decisions)
    mine, theirs = [gold[i] for i, _ in both], [got[j] for _, j in both]
    right = [(n, n) for n, (g, p) in enumerate(zip(mine, theirs, strict=True)) if g.outcome == p.outcome]
    return {
        "decisions": _tally(gold, got, both, typed, read),
        "outcome": _tally(mine, theirs, right, typed, read),
    }


def _alike_decisions(gold: GoldDecision, got: Decision) -> float:
    share = overlap(gold.text, got.text)
    return share if share >= 0.5 else 0.0


def _actions(gold: Sequence[GoldAction], got: Sequence[Action]) -> dict[str, Tally]:
    def typed(g: GoldAction) -> str:
        return f"{', '.join(g.owners) or 'nobody'}, due {g.due or '-'}: {g.text}"

    def read(p: Action) -> str:
        owners = ", ".join(owner.name for owner in p.owners) or "nobody"
        return f"{owners}, due {p.due.date or p.due.text or '-'}: {p.task}"

    both = pair(gold, got, _alike_actions)
    owner = [(i, j) for i, j in both if _same_owners(gold[i].owners, got[j].owners)]
    complete = [(i, j) for i, j in owner if _same_due(gold[i].due, got[j].due)]
    pairs = {"actions": both, "action+owner": owner, "action complete": complete}
    return {field: _tally(gold, got, some, typed, read) for field, some in pairs.items()}


def _alike_actions(gold: GoldAction, got: Action) -> float:
    wordings = [gold.text, gold.also] if gold.also else [gold.text]
    share = max(*(overlap(text, got.task) for text in wordings), overlap(gold.text, got.evidence.quote))
    return share + 0.01 * _same_owners(gold.owners, got.owners) if share >= 0.5 else 0.0


def _same_owners(gold: Sequence[str], got: Sequence[Owner]) -> bool:
    gold, got = [owner for owner in gold if owner], [owner for owner in got if owner.name or owner.as_written]
    if len(gold) != len(got):
        return False
    pairs = pair(gold, got, lambda g, p: float(any(same_name(g, x) for x in (p.name, p.as_written) if x)))
    return len(pairs) == len(gold)


def _same_due(gold: str | None, got: Due) -> bool:
    if not gold:
        return not (got.date or got.text)
    return gold == got.date or (bool(got.text) and overlap(gold, got.text or "") >= 0.5)


def _money(gold: Sequence[GoldMoney], got: Sequence[Money]) -> Tally:
    pairs = pair(gold, got, lambda g, p: float(round(g.amount, 2) == round(p.amount, 2)))
    return _tally(gold, got, pairs, lambda g: f"{g.text} = {g.amount:.2f}", lambda p: f"{p.text} = {p.amount:.2f}")


def _dates(gold: Sequence[GoldDate], got: Sequence[DateMention]) -> Tally:
    pairs = pair(gold, got, lambda g, p: 1 + overlap(g.text, p.text) if g.value == p.value else 0.0)
    return _tally(gold, got, pairs, lambda g: f"{g.text} = {g.value}", lambda p: f"{p.text} = {p.value}")


def _tally(
    gold: Sequence[G], got: Sequence[P], pairs: Pairs, typed: Callable[[G], str], read: Callable[[P], str]
) -> Tally:
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    return Tally(
        tuple(_folded(typed(g)) for i, g in enumerate(gold) if i in mine),
        tuple(_folded(typed(g)) for i, g in enumerate(gold) if i not in mine),
        tuple(_folded(read(p)) for j, p in enumerate(got) if j not in theirs),
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


# ---- how two things are alike


def pair(gold: Sequence[G], got: Sequence[P], alike: Callable[[G, P], float]) -> Pairs:
    """Pairs of places, each place once, the most alike first; what is alike to 0.0 makes no pair."""
    able = [(share, i, j) for i, g in enumerate(gold) for j, p in enumerate(got) if (share := alike(g, p)) > 0]
    mine, theirs, pairs = set[int](), set[int](), []
    for _, i, j in sorted(able, reverse=True):
        if i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            pairs.append((i, j))
    return pairs


def overlap(one: str, other: str) -> float:
    """The share of words that two quotes have in common: F1, or 0.9 of the shorter one's where it has four or more.

    `one` can be a quote of which only the checksums of its words are known.
    """
    a, b = Counter(tokens(one)), Counter(word_sums(other) if SUMS.fullmatch(one) else tokens(other))
    common, few, many = (a & b).total(), *sorted((a.total(), b.total()))
    if not common:
        return 0.0
    return max(2 * common / (few + many), 0.9 * common / few if few >= 4 else 0.0)


def same_name(one: str, other: str) -> bool:
    """Can both be the same person? Titles count for nothing; where one has initials or no first name, the surname."""
    a, b = _name(one), _name(other)
    if not a or not b:
        return tokens(one) == tokens(other) or one.lower() == other.lower()
    if sorted(a) == sorted(b):
        return True
    if a[-1] != b[-1]:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    return a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0])


def _name(name: str) -> list[str]:
    plain = re.sub(r"[^\w' -]+", " ", name.lower().replace("’", "'")).replace("-", " ")
    return [word for word in plain.split() if word not in _TITLES]
