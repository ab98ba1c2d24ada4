"""What a batch asks of machines that read papers for it; pipeline/cluster.py has some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pipeline.address import Hashed
from pipeline.worker import Limits, Outcome, Task


class Machines(Protocol):
    """Who can read papers elsewhere than in this machine's workers."""

    def hashes(self, urls: Sequence[str]) -> Iterator[Hashed]:
        """The sha256 of papers at addresses, in any order."""

    def extract_all(self, tasks: Sequence[Task], *, limits: Limits | None, target: str) -> Iterator[Outcome]:
        """As the function `extract_all`."""
