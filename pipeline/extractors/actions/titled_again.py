"""A list of tasks at a paper's end that only names what the text has told: "Frank - drinks table"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.found import FoundAction

TITLE = 6  # words that name a task and do not tell it
STEM = 5  # letters by which two forms of a word are the same
_TELLS = re.compile(r"\b(?:to|will|would|should|must)\s+[a-z]")  # "DR to thank the joiner" is a task itself
_NAMES = re.compile(r"[\w’'-]+")


def without_titles(found: Sequence[FoundAction]) -> list[FoundAction]:
    """The same actions; a row that names a task is the one that the text gives the same people, which is marked then.

    Only where the list has as many names of tasks for them as the text has tasks, in the same order, and each row
    shares a word with its task: a task lost harms more than one told twice.
    """
    rows: dict[frozenset[str], list[int]] = defaultdict(list)
    told: dict[frozenset[str], list[int]] = defaultdict(list)
    for at, action in enumerate(found):
        if not action.owners or action.carried:
            continue
        if action.evidence.rule == "action-list":
            rows[_people(action)].append(at)
        elif action.evidence.rule != "action-table":
            told[_people(action)].append(at)
    listed = sorted(at for several in rows.values() for at in several)
    if not listed or 2 * sum(_is_title(found[at]) for at in listed) <= len(listed):
        return list(found)  # the list tells its tasks in full
    named = {
        at: found[row]
        for people, several in rows.items()
        if len(several) == len(told[people]) and all(at < listed[0] for at in told[people])
        for at, row in zip(told[people], several, strict=True)
        if _is_title(found[row]) and _stems(found[row]) & _stems(found[at])
    }
    gone = {id(row) for row in named.values()}
    return [
        replace(action, marked=True, due=action.due or named[at].due) if at in named else action
        for at, action in enumerate(found)
        if id(action) not in gone
    ]


def _people(action: FoundAction) -> frozenset[str]:
    return frozenset(owner.casefold() for owner in action.owners)


def _is_title(row: FoundAction) -> bool:
    return len(_NAMES.findall(row.task)) <= TITLE and _TELLS.search(row.task) is None


def _stems(action: FoundAction) -> set[str]:
    """The longer words of a task by their first letters: "tables" is "table"."""
    return {word[:STEM].casefold() for word in _NAMES.findall(action.task) if len(word) >= STEM}
