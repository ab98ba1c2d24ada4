"""A disk that fails, and a process that dies, at the n-th step of writing: what does a crash leave behind?"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

import pytest

STEPS = ("fsync", "replace", "unlink", "rmdir", "mkdir", "fchmod")
"""Functions of os that change what is on a disk; making a temporary file and writing to it are steps as well."""


class TornFile:
    """A file that is written in two halves: a step may fail between them."""

    def __init__(self, file: BinaryIO, step: Callable[[str], None]) -> None:
        self._file = file
        self._step = step

    def write(self, content: bytes) -> int:
        half = len(content) // 2
        self._file.write(content[:half])
        self._file.flush()
        self._step("write")
        return half + self._file.write(content[half:])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> TornFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@contextmanager
def failing_at(number: int, fault: Callable[[], None]) -> Iterator[list[str]]:
    """Runs `fault` in place of the `number`th step of writing, from 1; gives the list of steps so far."""
    done: list[str] = []

    def step(name: str) -> None:
        done.append(name)
        if len(done) == number:
            fault()

    def with_step(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            step(name)
            return real(*arguments, **options)

        return call

    real_fdopen = os.fdopen
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, with_step(name, getattr(os, name)))
        patch.setattr(tempfile, "mkstemp", with_step("mkstemp", tempfile.mkstemp))
        patch.setattr(os, "fdopen", lambda handle, mode: TornFile(cast(BinaryIO, real_fdopen(handle, mode)), step))
        yield done


def kill() -> None:
    """What `kill -9` does to this process."""
    os.kill(os.getpid(), signal.SIGKILL)


def error(number: int) -> Callable[[], None]:
    """A fault: the system says this error."""

    def fault() -> None:
        raise OSError(number, os.strerror(number))

    return fault


def dies_at(number: int, act: Callable[[], object]) -> bool:
    """Run `act` in a process of its own that is killed at the `number`th step; False where it ended before that."""
    child = os.fork()
    if child == 0:
        try:
            with failing_at(number, kill):
                act()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), f"the process failed before step {number}"
    return status != 0
