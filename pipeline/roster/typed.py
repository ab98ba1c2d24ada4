"""What people type about a body's people: corpus/<body>/people.yaml. It wins over the program, which only adds to it.

- name: Ann Lee
  variants: [A Lee, Cllr Lee]
  role: member                  # or attending (officers, the public)
  terms:                        # left out: as the attendance shows
  - {from: 2019-05-14, to: 2023-05-09, capacity: Chair}
- name: John Marsh
  variants: [{name: J Marsh, to: 2021-04-30}]     # a name that two people had, one after the other
- apart: [Jon Marsh, John Marsh]                  # two people: do not ask again, and never make them one
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator, model_validator

from pipeline import strict
from pipeline.problem import RecordError, SettingError
from pipeline.record import Day
from pipeline.roster.names import key_of
from pipeline.workspace import Workspace
from pipeline.write import write_atomic

FILE = "people.yaml"
Role = Literal["member", "attending"]

_HEADER = """\
# The people of this body, for you to correct. What stands here wins over what the program finds in the papers' lists of
# who was there. `minutebook people BODY --save` adds people who are new and changes nothing else.
#
# - name: Ann Lee
#   variants: [A Lee, Cllr Lee]      how papers write the name; the same name under two people is an error
#   role: member                     or attending (officers, the public)
#   terms:                           leave it out, and the first and the last meeting are taken from the papers
#   - {from: 2019-05-14, to: 2023-05-09, capacity: Chair}
# - apart: [Jon Marsh, John Marsh]   two people: do not ask again, and never make them one
"""


class _Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True, populate_by_name=True)


class Span(_Typed):
    """From one day to another, both included; None where it is open."""

    first: Day | None = Field(None, alias="from")
    last: Day | None = Field(None, alias="to")

    @model_validator(mode="after")
    def in_order(self) -> Span:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"it ends on {self.last}, before it begins on {self.first}")
        return self

    def holds(self, day: str) -> bool:
        return (self.first or "") <= day and (self.last is None or day <= self.last)


class Variant(Span):
    """A way to write the name, which may be this person's for a time only."""

    name: str


class TypedTerm(Span):
    capacity: str | None = None


class TypedPerson(_Typed):
    """A person, or (`apart`) names that are different people."""

    name: str | None = None
    variants: tuple[Variant, ...] = ()
    role: Role | None = None
    terms: tuple[TypedTerm, ...] = ()
    note: str | None = None
    apart: tuple[str, ...] = ()

    @field_validator("variants", mode="before")
    @classmethod
    def plain_names(cls, value: object) -> object:
        return (
            [{"name": one} if not isinstance(one, dict) else one for one in value] if isinstance(value, list) else value
        )

    @model_validator(mode="after")
    def one_or_the_other(self) -> TypedPerson:
        if (self.name is None) == (not self.apart):
            raise ValueError("an entry has either a name or apart")
        if self.apart and len(self.apart) < 2:
            raise ValueError("apart needs two names")
        return self

    def answers_to(self, name: str, day: str) -> bool:
        """Is this name, on this day, this person's?"""
        key = key_of(name)
        if self.name is None:
            return False
        own = [variant for variant in self.variants if key_of(variant.name) == key]
        return any(variant.holds(day) for variant in own) if own else key_of(self.name) == key


class _People(RootModel[tuple[TypedPerson, ...]]):
    """A file of people."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What people typed: the people, and the names that are different people."""

    people: tuple[TypedPerson, ...] = ()
    apart: tuple[frozenset[str], ...] = ()

    def owner(self, name: str, day: str) -> TypedPerson | None:
        """Whom a name means on a day, where a person has said so."""
        return next((one for one in self.people if one.answers_to(name, day)), None)

    def are_apart(self, one: str, two: str) -> bool:
        """Did a person say that these names are two people?"""
        keys = {key_of(one), key_of(two)}
        return any(keys <= {key_of(name) for name in names} for names in self.apart)


def people_path(workspace: Workspace, body: str) -> Path:
    """The file of a body's people."""
    return workspace.corpus / body / FILE


def read_people(path: Path) -> Typed:
    """What stands in a file; nothing where there is none.

    Raises:
        RecordError: it can't be used; says file and line.
    """
    if not path.is_file():
        return Typed()
    parsed = strict.parse_file(path)
    entries = () if parsed.value is None else strict.validate(_People, parsed).root
    _refuse_shared(entries, parsed)
    people = tuple(entry for entry in entries if entry.name)
    return Typed(people, tuple(frozenset(entry.apart) for entry in entries if entry.apart))


def _refuse_shared(entries: Sequence[TypedPerson], parsed: strict.Typed) -> None:
    """One name for two people at one time could not be told apart."""
    seen: dict[object, list[tuple[Span, str]]] = {}
    names: set[object] = set()
    for at, entry in enumerate(entries):
        if entry.name is None:
            continue
        if key_of(entry.name) in names:
            where = f"{parsed.name}:{parsed.line_of((at,))}"
            raise RecordError(f"{where}: {entry.name} stands here twice.", hint="Make them one entry.")
        names.add(key_of(entry.name))
        held = {key_of(variant.name) for variant in entry.variants}
        own: list[tuple[str, Span]] = [(variant.name, variant) for variant in entry.variants]
        own += [(entry.name, Span())] if key_of(entry.name) not in held else []
        for name, span in own:
            for other, whose in seen.get(key_of(name), []):
                if whose != entry.name and _meet(span, other):
                    raise RecordError(
                        f"{parsed.name}:{parsed.line_of((at,))}: {name} is {whose} and {entry.name} at once.",
                        hint="Say from and to which day it is whose name: {name: …, from: …, to: …}.",
                    )
            seen.setdefault(key_of(name), []).append((span, entry.name))


def _meet(one: Span, two: Span) -> bool:
    return (one.first or "") <= (two.last or "9999") and (two.first or "") <= (one.last or "9999")


def add_people(path: Path, people: Iterable[tuple[str, Sequence[str], Role]]) -> int:
    """Adds people to a file, new ones at its end; what stands in it stays letter for letter.

    Args:
        people: name, other spellings, role.

    Returns:
        how many were added.

    Raises:
        RecordError: the file can't be used as it is.
        SettingError: its form leaves no place for an entry.
    """
    typed = read_people(path)
    known = {key_of(name) for one in typed.people for name in (one.name or "", *(v.name for v in one.variants))}
    new = [person for person in people if key_of(person[0]) not in known]
    if not new:
        return 0
    old = path.read_text("utf-8-sig") if path.is_file() else _HEADER
    text = old if not old or old.endswith("\n") else f"{old}\n"
    text += "".join(_entry(*person) for person in new)
    try:
        entries = strict.validate(_People, strict.parse(text, name=str(path))).root
        whole = len([entry for entry in entries if entry.name]) == len(typed.people) + len(new)
    except RecordError:
        whole = False
    if not whole:
        raise SettingError(
            f"{path}: nothing can be added behind what stands there.", hint='Begin each entry with "- ".'
        )
    write_atomic(path, text.encode("utf-8"))
    return len(new)


def _entry(name: str, variants: Sequence[str], role: Role) -> str:
    lines = [f"- name: {json.dumps(name, ensure_ascii=False)}"]
    if variants:
        lines.append(f"  variants: {json.dumps(list(variants), ensure_ascii=False)}")
    lines.append(f"  role: {role}")
    return "\n".join(lines) + "\n"
