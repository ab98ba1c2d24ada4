"""What people correct in records: corpus/<body>/corrections.yaml, applied after extraction. People win over machines.

    - record: ambleforth-parish-council/2025-03-11/minutes
      entry: ambleforth-parish-council/2025-03-11/action/3.2   # an action's or a decision's id; left out: the record
      set: {owners: [Ann Lee], due: {text: by Easter, date: "2025-04-20"}}   # or  remove: true
      by: the clerk
      why: The minutes name her in the next paragraph.
    - record: ambleforth-parish-council/2025-03-11/minutes
      person: J Davis                                          # somebody in its attendance, as the record writes them
      set: {name: J Davies, status: apologies}                 # or  remove: true
    - record: ambleforth-parish-council/2025-03-11/minutes
      add: action                                              # or decision, person: what the program did not see
      set: {task: mend the gate, owners: [Ann Lee]}
      quote: The Chair asked Ann Lee to mend the gate.         # the paper's words; `page` too where it has pages

An entry that is no longer there makes a problem in its record, so that no correction is lost in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError, model_validator

from pipeline import strict
from pipeline.paper import slug
from pipeline.problem import RecordError
from pipeline.record import BY_HAND, Action, Attendee, Decision, Evidence, Owner, ProblemRecord, Record

FILE = "corrections.yaml"
Target = TypeVar("Target", bound=BaseModel)

# Evidence, ids and the source are what the program saw; a person corrects what it made of them.
_OPEN = {
    Record: {"title", "meeting", "metadata"},
    Decision: {"outcome", "text", "mover", "seconder", "votes", "amount", "item", "minute"},
    Action: {"task", "owners", "due", "item", "minute", "topic", "status", "progress", "marked", "carried"},
    Attendee: {"name", "status", "capacity", "initials"},
}
_FIELDS: dict[str, tuple[str, type[Action | Decision | Attendee]]] = {
    "action": ("actions", Action),
    "decision": ("decisions", Decision),
    "person": ("attendance", Attendee),
}


class Correction(BaseModel):
    """One correction: `set` gives new values by key, `remove` takes the entry out, `add` puts in what is missing."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    record: str
    entry: str | None = None
    person: str | None = None
    add: Literal["action", "decision", "person"] | None = None
    set: dict[str, Any] | None = None
    remove: Literal[True] | None = None
    quote: str | None = None
    page: int | None = None
    by: str
    why: str

    @model_validator(mode="after")
    def one_change(self) -> Correction:
        if (self.set is None) == (self.remove is None):
            raise ValueError("a correction has either set or remove")
        if sum(named is not None for named in (self.entry, self.person, self.add)) > 1:
            raise ValueError("a correction has one of entry, person and add")
        if self.remove and self.entry is None and self.person is None:
            raise ValueError("remove needs an entry or a person")
        if self.add in ("action", "decision") and not self.quote:
            raise ValueError("add needs a quote: the words of the paper that say so")
        if not self.add and (self.quote or self.page):
            raise ValueError("quote and page go with add")
        return self


class Corrections(RootModel[tuple[Correction, ...]]):
    """A corrections file."""


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file; none where there is no file.

    Raises:
        RecordError: the file can't be used; says file and line.
    """
    if not path.is_file():
        return ()
    typed = strict.parse_file(path)
    return strict.validate(Corrections, typed).root if typed.value is not None else ()


def correct(record: Record, corrections: Sequence[Correction]) -> Record:
    """The record with the corrections that name it, in their order.

    Raises:
        RecordError: a correction sets what can't be set, or to a value of the wrong type.
    """
    for correction in corrections:
        if correction.record == record.id:
            record = _apply(record, correction)
    return record


def _apply(record: Record, correction: Correction) -> Record:
    if correction.add is not None:
        return _added(record, correction, *_FIELDS[correction.add])
    if correction.entry is None and correction.person is None:
        return _changed(record, correction)
    for field in ("attendance",) if correction.person is not None else ("decisions", "actions"):
        entries: tuple[Decision | Action | Attendee, ...] = getattr(record, field)
        for place, entry in enumerate(entries):
            name = entry.name if isinstance(entry, Attendee) else entry.id
            if name == (correction.entry or correction.person):
                new = () if correction.remove else (_changed(entry, correction),)
                return record.model_copy(update={field: (*entries[:place], *new, *entries[place + 1 :])})
    what = correction.entry or correction.person
    lost = ProblemRecord(
        code="correction-lost",
        message=f"A correction by {correction.by} is for {what}, which is no longer in this record."
        if correction.entry
        else f"A correction by {correction.by} is for {what}, who is no longer in this record's attendance.",
    )
    return record.model_copy(update={"problems": (*record.problems, lost)})


def _added(record: Record, correction: Correction, field: str, kind: type[Action | Decision | Attendee]) -> Record:
    """The record with an entry that the program did not see; in place of the same one where it has it already."""
    values = dict(correction.set or {})
    said = str(values.get("task") or values.get("text") or values.get("name") or "")
    typed: dict[str, Any] = {"evidence": Evidence(page=correction.page, quote=correction.quote or said, rule=BY_HAND)}
    if kind is not Attendee:
        typed["id"] = f"{record.id.removesuffix('/minutes')}/{correction.add}/added-{slug(said, longest=60) or 'entry'}"
    if kind is Action:
        typed |= {"marked": True, "carried": False}
    made = _changed(kind.model_construct(**typed), correction)
    entries = list(getattr(record, field))
    key = "name" if kind is Attendee else "id"
    place = next((n for n, one in enumerate(entries) if getattr(one, key) == getattr(made, key)), len(entries))
    entries[place : place + 1] = [made]
    coverage = record.coverage.model_copy(update={field: "stated"})
    return record.model_copy(update={field: tuple(entries), "coverage": coverage})


def _changed(target: Target, correction: Correction) -> Target:
    values = dict(correction.set or {})
    where = correction.entry or correction.person or correction.record
    for key in values:
        if key not in _OPEN[type(target)]:
            raise RecordError(f'{FILE}: {where}: "{key}" can\'t be set.', hint="Take it out of the correction.")
    if isinstance(values.get("owners"), list):
        values["owners"] = tuple(
            Owner(name=owner, as_written=owner) if isinstance(owner, str) else owner for owner in values["owners"]
        )
    typed = target.model_dump(by_alias=True, warnings=False)
    for key, value in values.items():
        nested = isinstance(value, dict) and isinstance(typed.get(key), dict)
        typed[key] = {**typed[key], **value} if nested else value
    try:
        return type(target).model_validate(typed)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise RecordError(f"{FILE}: {where}: {place}: {first['msg']}.", hint="Mend the correction.") from error
