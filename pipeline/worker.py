"""Extract many papers, each in a worker process with a time and a memory limit, so that one paper costs only itself.

A worker is a Python process in a session of its own, which takes one paper after another. One that runs over its time,
or dies (an abort in native code), is killed with everything that it started (LibreOffice, tesseract), its paper is
reported as failed, and another worker takes its place. What it started is known by a mark in the environment, which a
process hands down to its children even where they leave the session or outlive their parent.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import importlib
import math
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import scratch
from pipeline.address import at_hand
from pipeline.kept import Keep, Untouched
from pipeline.patience import granting
from pipeline.problem import MinutebookError, SettingError, UnreadableError

if TYPE_CHECKING:
    from pipeline.record import Record

    Extract = Callable[..., Iterable[Record] | Untouched]

TIMEOUT = 120.0
MEMORY = 4 * 2**30
FILE_SIZE = 2**30
"""Bytes of a temporary file: a converter that runs wild must not fill the disk."""
LOOK = 1.0
"""Seconds between two looks at whether a silent worker is alive."""
MARK = "MINUTEBOOK_WORKER"
"""In the environment of a worker and of all that it starts: which worker it belongs to."""
START_TIME = 120.0
"""Seconds that a worker may take to import the pipeline before the machine is called unfit."""
PAPERS_PER_WORKER = 200
"""A worker is renewed after so many papers: native libraries leak."""


@dataclass(frozen=True, slots=True)
class Limits:
    """For one paper. What it starts (LibreOffice, tesseract) is held to the same, each process by itself.

    Attributes:
        timeout: seconds of wall-clock time.
        memory: bytes of address space.
        cpu: seconds of processor time, of all threads together; None for as many as `timeout`.
        file_size: bytes of any file that is written.
    """

    timeout: float = TIMEOUT
    memory: int = MEMORY
    cpu: float | None = None
    file_size: int = FILE_SIZE


@dataclass(frozen=True, slots=True)
class Task:
    """A paper to extract: `name` is its path as its records show it, `workspace` the folder whose rules win.

    Without `ocr` scanned pages are left unread; with an `address` it is fetched from there; `keep` says what is kept.
    """

    path: Path
    name: str
    workspace: Path | None = None
    ocr: bool = True
    address: str = ""
    keep: Keep | None = None


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
    """What came of a paper: its records, or a failure, or that those stay which it has."""

    task: Task
    records: tuple[Record, ...] = ()
    failure: Failure | None = None
    untouched: bool = False


@dataclass(eq=False)
class Reader:
    """One worker kept between papers, for a caller that gets them one by one."""

    limits: Limits
    target: str
    _worker: _Worker | None = None

    def read(self, task: Task) -> Outcome:
        """What comes of a paper; raises as `extract_all` does."""
        outcome = None
        while outcome is None:
            if self._worker is None or self._worker.ended:
                self._worker = _start(self.target, self.limits)
            if self._worker.idle:
                self._worker.give(task)
            for worker in _woken([self._worker]):
                outcome = worker.step()
        return outcome

    def close(self) -> None:
        """End the worker and everything that it started."""
        if self._worker:
            self._worker.kill()


def extract_all(
    tasks: Iterable[Task], *, jobs: int = 1, limits: Limits | None = None, target: str = "pipeline.run:extract"
) -> Iterator[Outcome]:
    """Outcomes in the order in which they are ready.

    Args:
        jobs: how many workers run at once, at most.
        target: "module:function", called in the worker as function(path, workspace=, name=, ocr=), with keep= if given.

    Raises:
        MinutebookError: a fault that is no paper's (a rule file that can't be used): the batch ends.
    """
    limits, waiting = limits or Limits(), deque(tasks)
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
    mark: str
    scratch: Path
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
        if not self.connection.poll() and self.process.poll() is not None:
            return self._broken()  # a process that it left behind holds the other end open
        if not self.connection.poll():
            return self._lost("timeout", f"took longer than {self.limits.timeout:g} seconds", "raise --timeout")
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            return self._broken()
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
        if isinstance(answer, Untouched):
            return Outcome(task, untouched=True)
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
        for number in _marked(self.mark):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
        self.process.wait()
        scratch.remove(self.scratch)

    def _broken(self) -> Outcome | None:
        how = _how(self.process)
        if how == "SIGXCPU":
            return self._lost("timeout", "took more processor time than one paper may have", "raise --timeout")
        return self._lost("crashed", f"broke the program that reads it ({how})", "save it anew")

    def _lost(self, reason: str, what: str, hint: str) -> Outcome:
        task = self.task
        self.kill()
        if task is None:
            raise _unfit()
        return Outcome(task, failure=Failure(reason, f"{task.name}: {what}; {hint}, and ingest it again."))


def _marked(mark: str) -> Iterator[int]:
    """Processes that a worker started and that left its process group; on systems without /proc none is found."""
    wanted = f"{MARK}={mark}".encode()
    for place in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it has ended, or is another user's
            if wanted in place.read_bytes().split(b"\0"):
                yield int(place.parent.name)


def _woken(workers: list[_Worker]) -> list[_Worker]:
    """The workers with something to say, and those whose time is up."""
    busy = {worker.connection: worker for worker in workers if not worker.idle}
    while True:
        left = min(worker.deadline for worker in busy.values()) - time.monotonic()
        spoke = [
            busy[connection]
            for connection in wait(list(busy), timeout=min(max(0.0, left), LOOK))
            if isinstance(connection, Connection)
        ]
        now = time.monotonic()
        woken = spoke or [one for one in busy.values() if one.deadline <= now or one.process.poll() is not None]
        if woken:
            return woken


def _start(target: str, limits: Limits) -> _Worker:
    ours, theirs = Pipe()
    # -P: a yaml.py in the current folder must not stand in for the library.
    command = [sys.executable, "-P", "-c", "import sys; from pipeline.worker import main; main(sys.argv[1:])"]
    numbers = (limits.memory, limits.timeout, limits.timeout if limits.cpu is None else limits.cpu, limits.file_size)
    command += [str(theirs.fileno()), target, *map(str, numbers)]
    mark, folder = uuid.uuid4().hex, scratch.make()
    # One thread in tesseract: the cores are taken by papers already.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", MARK: mark, "TMPDIR": str(folder)}
    environment["PYTHONPATH"] = os.pathsep.join(part for part in sys.path if part)
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
    return _Worker(process, ours, limits, deadline=time.monotonic() + START_TIME, mark=mark, scratch=folder)


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


def serve(connection: Connection, extract: Extract, *, timeout: float, cpu: float) -> None:
    """Answer tasks until the other end closes."""
    connection.send(None)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        # Should the program that waits for us be gone, nobody else ends a paper that runs on.
        signal.setitimer(signal.ITIMER_REAL, timeout + 10)
        _may_compute(time.process_time() + cpu)
        with granting(lambda seconds: _ask(connection, seconds)):
            answer = _answer(task, extract)
        connection.send(answer)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _ask(connection: Connection, seconds: float) -> None:
    connection.send(MoreTime(seconds))
    signal.setitimer(signal.ITIMER_REAL, signal.getitimer(signal.ITIMER_REAL)[0] + seconds)
    _may_compute(resource.getrlimit(resource.RLIMIT_CPU)[0] + seconds)


def _may_compute(until: float) -> None:
    """Let the kernel end this process (SIGXCPU) once it has used so many seconds of processor time in all."""
    _limit(resource.RLIMIT_CPU, math.ceil(until))


def _limit(what: int, value: int) -> None:
    """Only the soft limit: LibreOffice, which a reader may start, may raise its own as far as it needs."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _answer(task: Task, extract: Extract) -> tuple[Record, ...] | Untouched | Failure | MinutebookError:
    try:
        with at_hand(task.address) if task.address else contextlib.nullcontext(task.path) as path:
            kept = {"keep": task.keep} if task.keep else {}
            made = extract(path, workspace=task.workspace, name=task.name, ocr=task.ocr, **kept)
        return made if isinstance(made, Untouched) else tuple(made)
    except UnreadableError as error:
        return Failure(error.reason, str(error))
    except MinutebookError as error:
        return error
    except MemoryError:
        return Failure(
            "memory", f"{task.name}: needs more memory than one paper may have; split it, and ingest its parts."
        )
    except OSError as error:
        if error.errno in (errno.EFBIG, errno.ENOSPC, errno.EDQUOT):
            said = "there is no room for what is made of it on the way; make room, and ingest it again."
            return Failure("memory", f"{task.name}: {said}")
        return _fault(task, error)
    except Exception as error:
        return _fault(task, error)


def _fault(task: Task, error: Exception) -> Failure:
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
    """Entry of the worker process: file descriptor, target, limits of memory, time, processor time and file size."""
    descriptor, target, memory, timeout, cpu, file_size = arguments
    os.set_inheritable(int(descriptor), False)
    connection = Connection(int(descriptor))
    module, function = target.split(":")
    try:
        extract = getattr(importlib.import_module(module), function)
    except Exception as error:
        connection.send(_unfit(f" ({type(error).__name__}: {error})"))
        return
    # The rules are many objects that stay: looking through them for rubbish at every few hundred new ones costs time.
    gc.set_threshold(50_000, 20, 50)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit(resource.RLIMIT_AS, int(memory))
    _limit(resource.RLIMIT_FSIZE, int(file_size))
    serve(connection, extract, timeout=float(timeout), cpu=float(cpu))
