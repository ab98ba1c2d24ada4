"""Find an action's life by what a person types: its id, its short reference, or a part that no other has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.problem import SettingError
from pipeline.track.life import Life

_SHOWN = 5  # candidates in a message


def short_ref(ref: str) -> str:
    """An action's id within its body, as a person reads it: "2025-05-13 · 8.2", the meeting and the minute."""
    paper, _, number = ref.partition("/")[2].rpartition("/action/")
    return f"{paper.replace('/', ' ')} · {number}" if paper and number else ref


def find_life(lives: Sequence[Life], typed: str) -> tuple[Life, str]:
    """The one action that is meant, and which of its ids was typed.

    A whole id goes before a short reference ("2025-03-11 · 3.2"), that before an id's end ("2025-03-11/action/3.2"),
    and an end before any other part.

    Raises:
        SettingError: no action, or several; names candidates.
    """
    wanted = typed.strip().strip("/")
    tests: tuple[Callable[[str], bool], ...] = (
        lambda one: one == wanted,
        lambda one: short_ref(one) == " ".join(wanted.split()),
        lambda one: one.endswith(f"/{wanted}"),
        lambda one: wanted.casefold() in one.casefold(),
    )
    for fits in tests if wanted else ():
        found = [(life, one) for life in lives for one in life.ids if fits(one)]
        meant = {life.ref: life for life, _ in found}
        if len(meant) == 1:
            life, first = found[0]
            return life, life.ref if any(one == life.ref for _, one in found) else first
        if meant:
            raise SettingError(f"{typed}: {len(meant)} actions have that.", hint=_candidates(list(meant.values())))
    near = [life for life in lives if wanted and wanted.casefold() in life.task.casefold()]
    hint = _candidates(near) if near else "`minutebook actions --status any` lists them all."
    raise SettingError(f"{typed}: there is no action with this id.", hint=hint)


def _candidates(lives: Sequence[Life]) -> str:
    named = [f"{life.ref} ({_short(life.task)})" for life in lives[:_SHOWN]]
    more = f" and {len(lives) - _SHOWN} more" if len(lives) > _SHOWN else ""
    return f"Type one of: {'; '.join(named)}{more}."


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
