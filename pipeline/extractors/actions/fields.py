"""Labels inside an entry of an action log: "Date Due: May Officer: Ann Box Progress: begun"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extractors.owners import split_owners
from pipeline.found import FoundAction
from pipeline.layout.when import is_when
from pipeline.rules.match import Matcher

_STATE = re.compile(
    r"(?<=\w)\W*?(?:\s[–—-]\s*|[(\[])(?P<state>[A-Za-z]+(?:\s[a-z]+){0,4})\W*$"
)  # "... the depot – CLOSED."
_POST_BEFORE = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,3}")


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands before the first label, and the words of each label by its role: owner, due, status."""

    head: str
    words: dict[str, str]


def fields_of(text: str, matcher: Matcher) -> Fields:
    """A text cut at its labels."""
    hits = sorted(matcher.find("action", text, part="field"), key=lambda m: m.start)
    if hits and _POST_BEFORE.fullmatch(text[: hits[0].start]):
        hits = hits[1:]  # "Project Officer: write to the county"
    words: dict[str, str] = {}
    for at, hit in enumerate(hits):
        end = hits[at + 1].start if at + 1 < len(hits) else len(text)
        words.setdefault(hit.get("role"), text[hit.end : end].strip(" .;|"))
    head = text[: hits[0].start].rstrip() if hits else text
    if (
        "status" not in words
        and (found := _STATE.search(head))
        and matcher.first("action", found["state"], part="state")
    ):
        head, words["status"] = head[: found.start()], found["state"].strip(" .()")
    return Fields(head, words)


def with_fields(action: FoundAction, words: dict[str, str]) -> FoundAction:
    """The action with what its labels say; an owner and progress that it has already stay."""
    who = words.get("owner", "")
    day = who if is_when(who) else None  # "By: 3 May"
    return replace(
        action,
        owners=action.owners or tuple(split_owners(who) if day is None else ()),
        due=words.get("due") or day or action.due,
        progress=action.progress or words.get("status") or None,
    )
