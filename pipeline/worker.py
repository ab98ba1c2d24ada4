"""Extract many papers, each in a worker process with a time and a memory limit, so that one paper costs only itself.

A worker is a Python process in a session of its own, which takes one paper after another. One that runs over its time,
or dies (an abort in native code), is killed with everything that it started (LibreOffice, tesseract), its paper is
reported as failed, and another worker takes its place.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.patience import granting
from pipeline.problem import MinutebookError, SettingError, UnreadableError

if TYPE_CHECKING:
    from pipeline.record import Record

TIMEOUT = 120.0
MEMORY = 4 * 2**30
START_TIME = 120.0
"""Seconds that a worker may take to import the pipeline before the machine is called unfit."""
PAPERS_PER_WORKER = 200
"""A worker is renewed after so many papers: native libraries leak."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`timeout` in seconds of wall-clock time, `memory` in bytes of address space, both for one paper."""

    timeout: float = TIMEOUT
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Task:
    """A paper to extract: `name` is its path as its records show it, `workspace` the folder whose rules win.

    `ocr` is False where scanned pages shall be left unread.
    """

    path: Path
    name: str
    workspace: Path | None = None
    ocr: bool = True


@dataclass(frozen=True, slots=True)
class MoreTime:
    """What a worker says in the midst of a paper that is long and not stuck: a scanned page takes seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a paper has no records: `reason` as in UnreadableError, or crashed, timeout, memory, program-fault."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a paper: its records, or a failure."""

    task: Task
    records: tuple[Record, ...] = ()
    failure: Failure | None = None


def extract_all(
    tasks: Iterable[Task], *, jobs: int = 1, limits: Limits | None = None, target: str = "pipeline.run:extract"
) -> Iterator[Outcome]:
    """Outcomes in the order in which they are ready.

    Args:
        jobs: how many workers run at once, at most.
        target: "module:function", called in the worker as function(path, workspace=, name=, ocr=).

    Raises:
        MinutebookError: a fault that is no paper's (a rule file that can't be used): the batch ends.
    """
    limits = limits or Limits()
    waiting = deque(tasks)
    workers: list[_Worker] = []
    try:
        while waiting or any(worker.task for worker in workers):
            while waiting and len(workers) < min(jobs, len(waiting) + sum(bool(worker.task) for worker in workers)):
                workers.append(_start(target, limits))
            for worker in _woken(workers):
                outcome = worker.step()
                if outcome:
                    yield outcome
                if worker.ended:
                    workers.remove(worker)
                elif waiting and worker.idle:
                    worker.give(waiting.popleft())
    finally:
        for worker in workers:
            worker.kill()


@dataclass(eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    connection: Connection
    limits: Limits
    deadline: float
    task: Task | None = None
    ready: bool = False
    ended: bool = False
    papers: int = field(default=0)

    @property
    def idle(self) -> bool:
        return self.ready and self.task is None

    def give(self, task: Task) -> None:
        self.task = task
        self.deadline = time.monotonic() + self.limits.timeout
        # A worker that died between two papers is noticed by the next step.
        with contextlib.suppress(OSError):
            self.connection.send(task)

    def step(self) -> Outcome | None:
        """Take what the worker has to say; None where that is only that it is ready."""
        if not self.connection.poll():
            return self._lost("timeout", f"took longer than {self.limits.timeout:g} seconds", "raise --timeout")
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            return self._lost("crashed", f"broke the program that reads it ({_how(self.process)})", "save it anew")
        if isinstance(answer, MinutebookError):
            raise answer
        if isinstance(answer, MoreTime):
            self.deadline += answer.seconds
            return None
        task, self.task = self.task, None
        if task is None:
            self.ready = True
            return None
        self.papers += 1
        failure = answer if isinstance(answer, Failure) else None
        if self.papers >= PAPERS_PER_WORKER or (failure and failure.reason == "memory"):
            self.kill()
        return Outcome(task, () if failure else answer, failure)

    def kill(self) -> None:
        """End the worker and everything that it started."""
        self.ended = True
        self.connection.close()
        # Before wait(): until it is reaped, no other process can have its number.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _lost(self, reason: str, what: str, hint: str) -> Outcome:
        task = self.task
        self.kill()
        if task is None:
            raise _unfit()
        return Outcome(task, failure=Failure(reason, f"{task.name}: {what}; {hint}, and ingest it again."))


def _woken(workers: list[_Worker]) -> list[_Worker]:
    """The workers with something to say, and those whose time is up."""
    busy = {worker.connection: worker for worker in workers if not worker.idle}
    left = min(worker.deadline for worker in busy.values()) - time.monotonic()
    spoke = [
        busy[connection]
        for connection in wait(list(busy), timeout=max(0.0, left))
        if isinstance(connection, Connection)
    ]
    now = time.monotonic()
    return spoke or [worker for worker in busy.values() if worker.deadline <= now]


def _start(target: str, limits: Limits) -> _Worker:
    ours, theirs = Pipe()
    # -P: a yaml.py in the current folder must not stand in for the library.
    command = [
        sys.executable,
        "-P",
        "-c",
        "import sys; from pipeline.worker import main; main(sys.argv[1:])",
        str(theirs.fileno()),
        target,
        str(limits.memory),
        str(limits.timeout),
    ]
    # One thread in tesseract: the cores are taken by papers already.
    environment = {
        **os.environ,
        "OMP_THREAD_LIMIT": "1",
        "PYTHONPATH": os.pathsep.join(part for part in sys.path if part),
    }
    quiet = None if os.environ.get("MINUTEBOOK_DEBUG") else subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        pass_fds=(theirs.fileno(),),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    theirs.close()
    return _Worker(process, ours, limits, deadline=time.monotonic() + START_TIME)


def _unfit(why: str = "") -> SettingError:
    hint = "Run `minutebook doctor` to see what is missing."
    return SettingError(f"The program that reads papers could not be started{why}.", hint=hint)


def _how(process: subprocess.Popen[bytes]) -> str:
    try:
        code = process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "it stopped answering"
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


# In the worker


def serve(connection: Connection, extract: Callable[..., Iterable[Record]], *, timeout: float) -> None:
    """Answer tasks until the other end closes."""
    connection.send(None)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        # Should the program that waits for us be gone, nobody else ends a paper that runs on.
        signal.setitimer(signal.ITIMER_REAL, timeout + 10)
        with granting(lambda seconds: _ask(connection, seconds)):
            answer = _answer(task, extract)
        connection.send(answer)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _ask(connection: Connection, seconds: float) -> None:
    connection.send(MoreTime(seconds))
    signal.setitimer(signal.ITIMER_REAL, signal.getitimer(signal.ITIMER_REAL)[0] + seconds)


def _answer(task: Task, extract: Callable[..., Iterable[Record]]) -> tuple[Record, ...] | Failure | MinutebookError:
    try:
        return tuple(extract(task.path, workspace=task.workspace, name=task.name, ocr=task.ocr))
    except UnreadableError as error:
        return Failure(error.reason, str(error))
    except MinutebookError as error:
        return error
    except MemoryError:
        return Failure(
            "memory", f"{task.name}: needs more memory than one paper may have; split it, and ingest its parts."
        )
    except Exception as error:
        if os.environ.get("MINUTEBOOK_DEBUG"):
            traceback.print_exc()
        package = str(Path(__file__).parent)
        frames = traceback.extract_tb(error.__traceback__)
        last = next((frame for frame in reversed(frames) if frame.filename.startswith(package)), frames[-1])
        place = f"{Path(last.filename).name}, line {last.lineno}"
        return Failure(
            "program-fault",
            f"{task.name}: the program failed on this paper ({type(error).__name__} in {place}); please report it.",
        )


def main(arguments: list[str]) -> None:
    """Entry of the worker process: file descriptor, target, memory limit, time limit."""
    descriptor, target, memory, timeout = arguments
    os.set_inheritable(int(descriptor), False)
    connection = Connection(int(descriptor))
    module, function = target.split(":")
    try:
        extract = getattr(importlib.import_module(module), function)
    except Exception as error:
        connection.send(_unfit(f" ({type(error).__name__}: {error})"))
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Only the soft limit: LibreOffice, which a reader may start, needs more address space and may raise its own.
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = int(memory) if hard == resource.RLIM_INFINITY else min(int(memory), hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    serve(connection, extract, timeout=float(timeout))
