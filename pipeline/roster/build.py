"""Records + what people typed -> a body's roster. Names are made one only where nobody else could be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz

from pipeline.record import Record
from pipeline.roster.names import Key, alike, could_stand_for, key_of
from pipeline.roster.people import Holding, Person, Question, Roster, Term
from pipeline.roster.sittings import Sighting, Sitting, sittings_of, strongest
from pipeline.roster.typed import Role, Typed, TypedPerson

GAP = 4  # meetings in a row without a word of somebody, after which a new term begins
SLIP = 94  # likeness of two names, 0 to 100, that are a slip of the pen apart
NEAR = 730  # days within which a short name must have been heard of by its full one

_WOMAN = {"Mrs", "Ms", "Miss"}


@dataclass(eq=False)
class _Node:
    """One name while it is decided whose it is."""

    key: Key
    typed: TypedPerson | None = None
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def meetings(self) -> set[str]:
        return {one.meeting for one in self.sightings}

    @property
    def name(self) -> str:
        if self.typed is not None and self.typed.name:
            return self.typed.name
        fullest = max(len("".join(key_of(one.name).given)) for one in self.sightings)
        names = [one.name for one in self.sightings if len("".join(key_of(one.name).given)) == fullest]
        counted = Counter(names)
        # A name in capitals throughout is how a heading prints it.
        return min(counted, key=lambda name: (name.isupper(), -counted[name], name))

    @property
    def role(self) -> Role:
        if self.typed is not None and self.typed.role:
            return self.typed.role
        present = sum(one.status == "present" for one in self.sightings)
        attending = sum(one.status == "in_attendance" for one in self.sightings)
        return "member" if present > attending or not (present or attending) else "attending"


def roster_of(records: Iterable[Record], typed: Typed | None = None) -> Roster:
    """One roster from the attendance of a body's records; they may stand under several slugs.

    Args:
        typed: what stands in people.yaml, which wins.
    """
    records = sorted(records, key=lambda record: record.id)
    sittings, sightings, undated = sittings_of(records)
    typed = typed or Typed()
    nodes = _nodes(sightings, typed)
    questions: list[Question] = []
    for kind in ("initials", "bare"):
        _merge(nodes, typed, questions, bare=kind == "bare")
    questions += _alike(nodes, typed)
    questions += _doubled(nodes)
    people = [_person(node, sittings) for node in nodes if node.sightings or node.typed]
    questions += [question for person in people for question in _outside(person)]
    people.sort(key=lambda person: (person.role != "member", key_of(person.name).family, key_of(person.name).given))
    bodies = Counter(record.meeting.body for record in records if record.meeting.body)
    slugs = tuple(dict.fromkeys(record.slug for record in records))
    name = min(bodies, key=lambda body: (-bodies[body], body)) if bodies else " ".join(slugs)
    return Roster(name, slugs, sittings, tuple(people), tuple(questions), undated)


def _nodes(sightings: Sequence[Sighting], typed: Typed) -> list[_Node]:
    """A node for each person whom somebody typed, and for each other name."""
    own = {id(one): _Node(key_of(one.name or ""), one) for one in typed.people}
    free: dict[Key, _Node] = {}
    for sighting in sightings:
        person = typed.owner(sighting.name, sighting.day)
        if person is not None:
            own[id(person)].sightings.append(sighting)
        else:
            key = key_of(sighting.name)
            free.setdefault(key, _Node(key)).sightings.append(sighting)
    return [*own.values(), *(free[key] for key in sorted(free, key=lambda key: (key.family, key.given)))]


def _merge(nodes: list[_Node], typed: Typed, questions: list[Question], *, bare: bool) -> None:
    """Gives short names to the one person who can be meant by them."""
    for short in [node for node in nodes if node.typed is None and node.key.bare == bare and not node.key.full]:
        able = [node for node in nodes if _able(short, node) and not typed.are_apart(short.name, node.name)]
        # Whoever is listed by a name of their own wherever the short name is used is not meant by it.
        able = [node for node in able if not short.meetings <= node.meetings and not _of_two_titles([short, node])]
        if not able:
            continue
        if len(able) == 1 and not short.meetings & able[0].meetings and _near(short, able[0]):
            able[0].sightings += short.sightings
            nodes.remove(short)
        elif len(able) > 1 or not short.meetings & able[0].meetings:
            names = [node.name for node in able]
            times = _times(len(short.meetings))
            questions.append(
                Question(
                    "which-person",
                    f"{short.name} ({times}) may be {_or(names)}.",
                    (short.name, *names),
                    tuple(node.sightings[0] for node in (short, *able) if node.sightings),
                )
            )


def _able(short: _Node, node: _Node) -> bool:
    if node is short or not could_stand_for(short.key, node.key):
        return False
    # A member's surname alone is not an officer's, nor a visitor's a member's.
    return not short.key.bare or short.role == node.role


def _near(short: _Node, node: _Node) -> bool:
    """Was the person heard of by the fuller name within two years of every use of the short one?"""
    if not node.sightings:
        return True
    days = [_number(one.day) for one in node.sightings]
    return all(min(days) - NEAR <= _number(one.day) <= max(days) + NEAR for one in short.sightings)


def _number(day: str) -> int:
    year, month, number = map(int, day.split("-"))
    return year * 365 + month * 30 + number


def _of_two_titles(nodes: Sequence[_Node]) -> bool:
    """Mr and Mrs are not one person."""
    titles = {one.title for node in nodes for one in node.sightings}
    return "Mr" in titles and not _WOMAN.isdisjoint(titles)


def _alike(nodes: Sequence[_Node], typed: Typed) -> Iterator[Question]:
    """Names that look like one name: asked, never merged."""
    for one, two in combinations(nodes, 2):
        if one.typed is not None and two.typed is not None:
            continue
        both = sorted(one.meetings & two.meetings)
        if not one.sightings or not two.sightings or (both and not _misspelt(one, two, both)):
            continue
        if not (alike(one.key, two.key) or _longer(one.key, two.key)) or _of_two_titles([one, two]):
            continue
        if typed.are_apart(one.name, two.name):
            continue
        beside = f", though both are listed on {both[0]}" if both else ""
        counts = f"{one.name} ({_times(len(one.meetings))}) and {two.name} ({_times(len(two.meetings))})"
        yield Question(
            "same-person",
            f"{counts} may be one person{beside}.",
            (one.name, two.name),
            (one.sightings[0], two.sightings[0]),
        )


def _misspelt(one: _Node, two: _Node, both: Sequence[str]) -> bool:
    """One letter apart and hardly ever listed together: a list may name somebody twice, as chair and as member."""
    return len(both) == 1 < max(len(one.meetings), len(two.meetings)) and fuzz.ratio(one.name, two.name) >= SLIP


def _longer(one: Key, two: Key) -> bool:
    """Both written out, one with a middle name more."""
    return one.full and two.full and (could_stand_for(one, two) or could_stand_for(two, one))


def _doubled(nodes: Sequence[_Node]) -> Iterator[Question]:
    """One name for what may be two people."""
    for node in nodes:
        titles = {one.title: one for one in node.sightings if one.title}
        women = [titles[title] for title in sorted(titles) if title in _WOMAN]
        if "Mr" in titles and women and not (node.typed and node.typed.variants):
            yield Question(
                "two-people",
                f"{node.name} is written with Mr and with {women[0].title}: these may be two people.",
                (node.name,),
                (titles["Mr"], women[0]),
            )
        by_record: dict[tuple[str, str], list[Sighting]] = {}
        for one in node.sightings:
            by_record.setdefault((one.meeting, one.record), []).append(one)
        for (meeting, _), found in by_record.items():
            if {one.status for one in found} >= {"present", "apologies"}:
                yield Question(
                    "status-differs",
                    f"{node.name} is listed as present and with apologies on {meeting}.",
                    (node.name,),
                    tuple(found),
                )


def _outside(person: Person) -> Iterator[Question]:
    """At a meeting outside the terms that a person typed."""
    out = [one for one in person.sightings if not any(term.holds(one.day) for term in person.terms)]
    if out and any(term.typed for term in person.terms):
        yield Question(
            "outside-term",
            f"{person.name} is listed on {out[0].day}, outside the terms that stand in people.yaml.",
            (person.name,),
            (out[0],),
        )


def _person(node: _Node, sittings: Sequence[Sitting]) -> Person:
    marks = {}
    for sitting in sittings:
        found = [one for one in node.sightings if one.meeting == sitting.key]
        if found:
            marks[sitting.key] = strongest(found)
    terms = _terms(node, sittings)
    name = node.name
    return Person(
        name=name,
        variants=tuple(sorted({one.name for one in node.sightings} - {name})),
        role=node.role,
        typed=node.typed is not None,
        holdings=_holdings(node),
        terms=terms,
        marks=marks,
        meetings=tuple(one.key for one in sittings if any(term.holds(one.day) for term in terms)),
        sightings=tuple(sorted(node.sightings, key=lambda one: (one.meeting, one.record))),
    )


def _terms(node: _Node, sittings: Sequence[Sitting]) -> tuple[Term, ...]:
    """Those that a person typed; else from meeting to meeting, a new one after a long gap."""
    if node.typed is not None and node.typed.terms:
        first = min((one.day for one in node.sightings), default="")
        return tuple(Term(one.first or first, one.last, True, one.capacity) for one in node.typed.terms)
    seen = [at for at, sitting in enumerate(sittings) if sitting.key in node.meetings]
    runs: list[list[int]] = []
    for at in seen:
        if runs and at - runs[-1][-1] <= GAP:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(Term(sittings[run[0]].day, sittings[run[-1]].day) for run in runs)


def _holdings(node: _Node) -> tuple[Holding, ...]:
    """Capacities over time: each as it is first written, differences in spelling set aside."""
    held: dict[str, list[Sighting]] = {}
    for one in sorted(node.sightings, key=lambda one: one.day):
        if one.capacity:
            plain = "".join(letter for letter in one.capacity.casefold() if letter.isalnum())
            held.setdefault(plain, []).append(one)
    return tuple(
        Holding(found[0].capacity or "", found[0].day, found[-1].day, len({one.meeting for one in found}))
        for found in held.values()
    )


def _times(count: int) -> str:
    return "1 meeting" if count == 1 else f"{count} meetings"


def _or(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
