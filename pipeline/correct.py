"""What people correct in records: corpus/<body>/corrections.yaml, applied after extraction. People win over machines.

    - record: ambleforth-parish-council/2025-03-11/minutes
      entry: ambleforth-parish-council/2025-03-11/action/3.2   # an action's or a decision's id; left out: the record
      set: {owners: [Ann Lee], due: {text: by Easter, date: "2025-04-20"}}   # or  remove: true
      by: the clerk
      why: The minutes name her in the next paragraph.

An entry that is no longer there makes a problem in its record, so that no correction is lost in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError, model_validator

from pipeline import strict
from pipeline.problem import RecordError
from pipeline.record import Action, Decision, Owner, ProblemRecord, Record

FILE = "corrections.yaml"
Target = TypeVar("Target", bound=BaseModel)

# Evidence, ids and the source are what the program saw; a person corrects what it made of them.
_OPEN = {
    Record: {"title", "meeting", "metadata"},
    Decision: {"outcome", "text", "mover", "seconder", "votes", "amount", "item", "minute"},
    Action: {"task", "owners", "due", "item", "minute", "topic", "status", "progress", "marked", "carried"},
}


class Correction(BaseModel):
    """One correction: `set` gives new values by key, `remove` takes the entry out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    record: str
    entry: str | None = None
    set: dict[str, Any] | None = None
    remove: Literal[True] | None = None
    by: str
    why: str

    @model_validator(mode="after")
    def one_change(self) -> Correction:
        if (self.set is None) == (self.remove is None):
            raise ValueError("a correction has either set or remove")
        if self.remove and self.entry is None:
            raise ValueError("remove needs an entry")
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
    if correction.entry is None:
        return _changed(record, correction)
    for field in ("decisions", "actions"):
        entries: tuple[Decision | Action, ...] = getattr(record, field)
        for place, entry in enumerate(entries):
            if entry.id == correction.entry:
                new = () if correction.remove else (_changed(entry, correction),)
                return record.model_copy(update={field: (*entries[:place], *new, *entries[place + 1 :])})
    lost = ProblemRecord(
        code="correction-lost",
        message=f"A correction by {correction.by} is for {correction.entry}, which is no longer in this record.",
    )
    return record.model_copy(update={"problems": (*record.problems, lost)})


def _changed(target: Target, correction: Correction) -> Target:
    values = dict(correction.set or {})
    where = correction.entry or correction.record
    for key in values:
        if key not in _OPEN[type(target)]:
            raise RecordError(f'{FILE}: {where}: "{key}" can\'t be set.', hint="Take it out of the correction.")
    if isinstance(values.get("owners"), list):
        values["owners"] = tuple(
            Owner(name=owner, as_written=owner) if isinstance(owner, str) else owner for owner in values["owners"]
        )
    typed = target.model_dump(by_alias=True)
    for key, value in values.items():
        nested = isinstance(value, dict) and isinstance(typed.get(key), dict)
        typed[key] = {**typed[key], **value} if nested else value
    try:
        return type(target).model_validate(typed)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise RecordError(f"{FILE}: {where}: {place}: {first['msg']}.", hint="Mend the correction.") from error
