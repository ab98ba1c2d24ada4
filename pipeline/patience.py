"""Work that is known to be long asks for time: a paper's time limit is meant for one that hangs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_grant: ContextVar[Callable[[float], None] | None] = ContextVar("grant", default=None)


def more_time(seconds: float) -> None:
    """Ask for so many seconds beyond the paper's limit; where nobody set a limit, nothing happens."""
    grant = _grant.get()
    if grant:
        grant(seconds)


@contextmanager
def granting(grant: Callable[[float], None]) -> Iterator[None]:
    """`grant` hears what `more_time` asks for while the block runs."""
    token = _grant.set(grant)
    try:
        yield
    finally:
        _grant.reset(token)
