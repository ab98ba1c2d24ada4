"""Tasks of a column, or of a list at the end, that say in other words what the minutes beside or above them told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.actions.once import content, is_row, matter_of
from pipeline.extractors.actions.titled_again import TITLE
from pipeline.extractors.names import read_name
from pipeline.extractors.owners import letters_of
from pipeline.found import FoundAction, FoundPerson
from pipeline.initials import INITIALS, initials_fit
from pipeline.paper import Section

_PARTS = re.compile(r"\s*[,/&;()]\s*|\s+and\s+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
COLUMN, LIST = "action-column", "action-list"
_SURE = 2  # words that a task without an owner shares with the row of a list that says it again

_Item = tuple[str | None, str | None]
"""The number and the topic of an item."""


def without_reworded(
    found: Sequence[FoundAction], people: Sequence[FoundPerson], sections: Sequence[Section]
) -> list[FoundAction]:
    """The same actions without what the prose told and a row says again; the row has the day that it did not say."""
    twins: dict[int, FoundAction] = {}
    groups: dict[_Item, list[FoundAction]] = defaultdict(list)
    for action in found:
        groups[_item(action)].append(action)
    beside: set[int] = set()
    closes = len({_item(action) for action in found if is_row(action)}) == 1  # one table, below the last item
    for group in groups.values():
        rows = [a for a in group if _is_beside(a) and not a.carried and not (closes and is_row(a))]
        told = [action for action in group if _is_told(action)]
        if rows and told:
            twins |= _pairs(rows, told, people)
            beside |= {id(row) for row in rows}
    rows = [a for a in found if (is_row(a) or _tells(a)) and not a.carried and id(a) not in beside]
    said = {(s.number or None, s.title or None): content(" ".join(p.text for p in s.paragraphs)) for s in sections}
    twins |= _by_item(rows, [a for a in found if _is_told(a) and id(a) not in twins], people, said)
    days = {id(row): action.due for action in found if (row := twins.get(id(action))) is not None and action.due}
    return [
        replace(action, due=action.due or days[id(action)]) if id(action) in days else action
        for action in found
        if id(action) not in twins
    ]


def _is_told(action: FoundAction) -> bool:
    """What the prose promises; what it reports on an old action, no row of new ones says again."""
    return not action.marked and not action.carried


def _tells(action: FoundAction) -> bool:
    """A row of a list that tells a task; "Ann - drinks table" only names it (titled_again.py)."""
    return action.evidence.rule == LIST and len(action.task.split()) > TITLE


def _is_beside(action: FoundAction) -> bool:
    return action.evidence.rule == COLUMN or _tells(action) or (is_row(action) and not action.place.minute)


def _pairs(
    rows: Sequence[FoundAction], told: Sequence[FoundAction], people: Sequence[FoundPerson]
) -> dict[int, FoundAction]:
    """Told task -> the row of its item that says it again: by shared words, else in order where each has as many."""
    out: dict[int, FoundAction] = {}
    shared = [
        (len(matter_of(action) & matter_of(row)), -n, action, row)
        for n, action in enumerate(told)
        for row in rows
        if _may_be(action, row, people) and _is_near(action, row)
    ]
    for count, _, action, row in sorted(shared, key=lambda pair: pair[:2], reverse=True):
        enough = count >= (1 if action.owners or row.evidence.rule != LIST else _SURE)
        if enough and id(action) not in out and not any(other is row for other in out.values()):
            out[id(action)] = row
    left = [action for action in told if id(action) not in out and action.owners]
    free = [row for row in rows if not any(other is row for other in out.values())]
    for row in free:
        mine = [a for a in left if id(a) not in out and _is_near(a, row) and _is_same(a, row, people, exactly=True)]
        others = [o for o in free if mine and _is_near(mine[0], o) and _is_same(mine[0], o, people, exactly=True)]
        if mine and len(mine) == len(others):
            out |= {id(action): other for action, other in zip(mine, others, strict=True)}
            free = [other for other in free if not any(other is taken for taken in others)]
    return out


def _by_item(
    rows: Sequence[FoundAction],
    told: Sequence[FoundAction],
    people: Sequence[FoundPerson],
    said: Mapping[_Item, set[str]],
) -> dict[int, FoundAction]:
    """Told task -> the row of a closing list with its owners, where each is their only one of the item it speaks of."""
    speaks_of = {id(row): _item_of(row, said) for row in rows}
    out: dict[int, FoundAction] = {}
    for row in rows:
        if (item := speaks_of[id(row)]) is None:
            continue
        mine = [a for a in told if _item(a) == item and _is_same(a, row, people, exactly=True)]
        others = [o for o in rows if speaks_of[id(o)] == item and _is_same(o, row, people, exactly=True)]
        if len(mine) == len(others) == 1:
            out[id(mine[0])] = row
    return out


def _item_of(row: FoundAction, said: Mapping[_Item, set[str]]) -> _Item | None:
    """The item whose text has the most of a row's words; None where two have as many, or none has any."""
    words = matter_of(row)
    counts = {item: len(words & told) for item, told in said.items() if item != _item(row)}
    most = max(counts.values(), default=0)
    best = [item for item, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _item(action: FoundAction) -> _Item:
    return action.place.item, action.place.topic


def _is_near(action: FoundAction, row: FoundAction) -> bool:
    """A column stands beside the numbered paragraph that tells its task."""
    return row.evidence.rule != COLUMN or action.place.minute == row.place.minute


def _may_be(action: FoundAction, row: FoundAction, people: Sequence[FoundPerson]) -> bool:
    return not action.owners or _is_same(action, row, people)


def _is_same(action: FoundAction, row: FoundAction, people: Sequence[FoundPerson], *, exactly: bool = False) -> bool:
    """Everybody who is to do the one is to do the other, too; with `exactly` nobody else is."""
    mine, theirs = (_keys(a.owners, people) for a in (action, row))
    return bool(mine and theirs) and (mine == theirs or (not exactly and (mine < theirs or theirs < mine)))


def _keys(owners: Iterable[str], people: Sequence[FoundPerson]) -> set[str]:
    return {_key(owner, people) for owner in owners}


def _key(owner: str, people: Sequence[FoundPerson]) -> str:
    """The name of the only one of the paper's people whom these letters, this post or this name can mean."""
    plain = _ARTICLE.sub("", owner.strip(" ."))
    name = read_name(plain, surname=True)
    short = name.text if name is not None and not plain[name.end :].strip(" .,") else plain
    ways: tuple[Callable[[FoundPerson], bool], ...] = (
        lambda p: p.initials == plain or p.name == short,
        lambda p: plain.casefold() in _PARTS.split((p.capacity or "").casefold()),
        lambda p: INITIALS.fullmatch(plain) is not None and initials_fit(plain, p.name),
        lambda p: letters_of(p.capacity or "") == plain,
        lambda p: len(plain) > 2 and (p.capacity or "").casefold().startswith(plain.casefold()),  # "Sec"
        lambda p: short in p.name.split() or p.name.endswith(f" {short}"),
    )
    for fits in ways:
        found = {person.name for person in people if fits(person)}
        if found:
            return found.pop() if len(found) == 1 else plain.casefold()
    return plain.casefold()
