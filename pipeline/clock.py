"""Limits on the processor time of work that can't stop itself: a rule's pattern, a workspace's template.

The timer's signal reaches Python code and the `re` module, which looks for signals while it matches; what another C
library does goes on to its end. Signals are the main thread's: in another thread nothing is limited. Workers read
papers in their main thread, and their own limits hold for all the rest.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import FrameType
from typing import TypeVar

Thing = TypeVar("Thing")

RULE_SECONDS = 5.0
"""Processor time that one rule has for all long texts of a file; on real papers none needs a tenth of a second."""


class TimeUpError(Exception):
    """The work has used up its time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop the block after so many seconds of processor time. One such block does not stand in another.

    Raises:
        TimeUpError: in the block, when its time is up.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        if running:  # else the signal comes late: the block has ended meanwhile
            raise TimeUpError(f"it took more than {seconds:g} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, max(seconds, 1e-6))
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@dataclass(slots=True)
class Clock:
    """The time that rules have used, and the ids of those that were stopped."""

    spent: dict[str, float] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)


_clock: ContextVar[Clock | None] = ContextVar("clock", default=None)


@contextmanager
def ruled() -> Iterator[Clock]:
    """One clock for all that the rules read in the block: a file."""
    clock = Clock()
    token = _clock.set(clock)
    try:
        yield clock
    finally:
        _clock.reset(token)


def in_time(rule: str, hits: Iterable[Thing]) -> list[Thing]:
    """What a rule finds until its time is up; a rule that was stopped once finds nothing any more."""
    clock = _clock.get() or Clock()
    found: list[Thing] = []
    if rule in clock.stopped:
        return found
    begun, spent = time.thread_time(), clock.spent.get(rule, 0.0)
    try:
        with at_most(RULE_SECONDS - spent):
            for hit in hits:
                found.append(hit)  # noqa: PERF402 - what was found before the time was up counts
    except TimeUpError:
        clock.stopped.add(rule)
    clock.spent[rule] = spent + time.thread_time() - begun
    return found
