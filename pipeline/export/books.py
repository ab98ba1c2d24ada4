"""What an export is made of: the records chosen, their actions from the register, and what of them is exempt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.record import Record, Visibility
from pipeline.rules.match import Matcher
from pipeline.track.days import last_day
from pipeline.track.life import Life
from pipeline.track.lives import track
from pipeline.track.register import Entry, register, until
from pipeline.updates import Update
from pipeline.visible import Secrets


@dataclass(frozen=True, slots=True)
class Books:
    """Records and actions that may be shown.

    Attributes:
        actions: as they stand on a day.
        left_out: entries that were left out because they are exempt.
    """

    records: tuple[Record, ...]
    actions: tuple[Entry, ...] = ()
    secrets: Secrets = field(default_factory=Secrets)
    left_out: int = 0

    def visibility(self, life: Life) -> Visibility:
        """Of a life: exempt where the paper that raised it speaks of it under an exempt item."""
        return "exempt" if life.visibility == "exempt" or life.ref in self.secrets.ids else "public"


def gather(
    records: Sequence[Record],
    matcher: Matcher,
    *,
    as_of: str,
    wanted: Collection[str] | None = None,
    said: Sequence[Update] = (),
    actions: bool = True,
    include_exempt: bool = False,
    notes: bool = False,
) -> Books:
    """Books of some records.

    What is exempt is taken out before actions are put together, so that no life knows of it.

    Args:
        records: all records of the workspace.
        as_of: the day (YYYY-MM-DD) on which the register is looked at; later papers add nothing to it.
        wanted: ids of the records to show; None for all. An action is shown where one of them speaks of it.
        said: people's words on these records' actions. What they set is public, the words of their notes are not.
        notes: show the words of notes on public actions all the same.
        actions: put the register together, which takes longer than all the rest.
    """
    secrets = Secrets.of(records)
    bodies = None if wanted is None else {one.split("/")[0] for one in wanted}
    near = [record for record in records if bodies is None or record.slug in bodies]
    seen = near if include_exempt else [shown for record in near if (shown := secrets.public(record)) is not None]
    heard = [update for update in said if update.when <= as_of]
    if not include_exempt:
        public = [one for one in heard if secrets.ids.isdisjoint((one.action, one.same, one.differ))]
        heard = public if notes else [_without_note(one) for one in public]
    lives = track(until(seen, as_of), matcher, said=heard) if actions else []
    chosen = [record for record in near if wanted is None or record.id in wanted]
    return Books(
        tuple(record for record in seen if wanted is None or record.id in wanted),
        tuple(
            entry
            for entry in register(lives, as_of=as_of)
            if wanted is None or any(step.record in wanted for step in entry.life.steps)
        ),
        secrets,
        0 if include_exempt else secrets.left_out(chosen),
    )


def _without_note(update: Update) -> Update:
    return update.model_copy(update={"note": f"Update by {update.by}", "evidence": None})


def whole_day(value: str | None) -> date | None:
    """The date where the record knows the day; None for a month, a year, a season."""
    return _day(value) if value is not None and len(value) == 10 else None


def end_of(value: str | None) -> date | None:
    """The last day that a due date allows: 2025-03 is 31 March 2025."""
    return _day(last_day(value))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:  # 31 June: the paper says so, no calendar does
        return None
