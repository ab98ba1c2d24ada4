"""Ingest on many machines: the same workers, on a Dask distributed cluster. The only file that knows Dask.

Each of the cluster's machines reads a paper in a killable worker process with the same limits as here. A machine that
dies takes nothing with it: Dask gives its papers to another. Only machines that would read a paper as this one does
are let to (`_about`), and only a protected line to them is used, since papers and the code of tasks travel on it.
"""

from __future__ import annotations

import ipaddress
import logging
import platform
import shutil
import socket
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path, PurePosixPath
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from urllib.parse import urlsplit

from pipeline.address import Hashed, hash_of
from pipeline.ledger import version_of
from pipeline.problem import MinutebookError, SettingError
from pipeline.read.tesseract import engine
from pipeline.rules.in_force import matcher_of
from pipeline.shipped import rules_folder
from pipeline.worker import Failure, Limits, Outcome, Reader, Task

ANSWER_TIME = 15.0
"""Seconds that a scheduler may take to answer."""
NO_MACHINE_TIME = 60.0
"""Seconds to wait, where all machines have gone, for one to come back."""
LOOK_TIME = 5.0
"""Seconds between two looks at which machines there are."""
AHEAD = 4
"""Papers sent ahead for each that can be read at once: no machine waits, and no memory fills."""
LIBRARIES = (
    *("dateparser", "docutils", "lxml", "markdown-it-py", "nameparser", "olefile", "pdfplumber", "pikepdf", "pillow"),
    *("pydantic", "pypdfium2", "pytesseract", "rapidfuzz", "spacy"),
)
"""Libraries whose version may show in a record."""

_Job = TypeVar("_Job", "_Read", "_Hash")


@dataclass(frozen=True, slots=True)
class _Read:
    """A paper to read: `content` is that of a file of the machine that asks, None for a paper at an address."""

    task: Task
    content: bytes | None
    rules: tuple[tuple[str, bytes], ...]
    limits: Limits
    target: str
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Hash:
    """A paper at an address whose hash is asked for."""

    url: str


class Cluster:
    """A cluster that reads papers; made by `connected`."""

    def __init__(self, client: Any, address: str) -> None:
        self._client, self._address = client, address
        self._looked, self._threads = 0.0, 0

    def hashes(self, urls: Sequence[str]) -> Iterator[Hashed]:
        """The sha256 of papers at addresses, in the order in which they are ready."""
        for job, answer in self._each(_hash_there, (_Hash(url) for url in urls)):
            if isinstance(answer, Failure):
                yield Hashed(job.url, fault=f"{job.url}: {answer.message}")
            else:
                yield _or_raise(answer, Hashed)

    def extract_all(
        self, tasks: Sequence[Task], *, limits: Limits | None = None, target: str = "pipeline.run:extract"
    ) -> Iterator[Outcome]:
        """Outcomes in the order in which they are ready; as `pipeline.worker.extract_all`.

        Raises:
            SettingError: the cluster can't be used (any more); what was yielded holds.
            MinutebookError: a fault that is no paper's.
        """
        about = _about()
        rules = {task.workspace: _rules_of(task.workspace) for task in tasks}
        jobs = (_Read(task, _content(task), rules[task.workspace], limits or Limits(), target, about) for task in tasks)
        for job, answer in self._each(_read_there, jobs):
            if isinstance(answer, Failure):
                sentence = f"{job.task.name}: {answer.message}"
                yield Outcome(job.task, failure=Failure(answer.reason, sentence))
            else:
                yield replace(_or_raise(answer, Outcome), task=job.task)

    def _each(self, function: Callable[[_Job], object], jobs: Iterable[_Job]) -> Iterator[tuple[_Job, object]]:
        """(job, what came of it) for each job; a Failure for one with which machine after machine died."""
        waiting, ended = iter(jobs), SimpleQueue[Any]()
        sent: dict[str, tuple[_Job, Any]] = {}  # Dask forgets a task whose future nobody holds
        try:
            while True:
                for job in islice(waiting, max(0, self._room() - len(sent))):
                    future = self._submit(function, job)
                    sent[future.key] = (job, future)
                    future.add_done_callback(ended.put)
                if not sent:
                    return
                job, future = sent.pop(self._next(ended).key)
                yield job, self._answer(future)
        finally:
            sent.clear()  # Dask drops what nobody waits for; `cancel` would wait for a scheduler that may be gone

    def _submit(self, function: Callable[[_Job], object], job: _Job) -> Any:
        try:
            return self._client.submit(function, job, pure=False)
        except Exception as error:
            raise self._gone() from error

    def _room(self) -> int:
        if time.monotonic() - self._looked > LOOK_TIME:
            self._threads = sum(self._machines().values())
            self._looked = time.monotonic()
        return AHEAD * max(2, self._threads)

    def _machines(self) -> dict[str, int]:
        """Address -> papers read at once, of each machine."""
        try:
            machines = {str(one): int(threads) for one, threads in self._client.nthreads().items()}
        except Exception as error:
            raise self._gone() from error
        for one in machines:
            check_protected(one)
        return machines

    def _next(self, ended: SimpleQueue[Any]) -> Any:
        since = time.monotonic()
        while True:
            try:
                return ended.get(timeout=LOOK_TIME)
            except Empty:
                if self._machines():
                    since = time.monotonic()
                elif time.monotonic() - since > NO_MACHINE_TIME:
                    what = f"{self._address}: no machine is left that reads papers; what was read is kept."
                    raise SettingError(what, hint="Start some, and give the same command again.") from None

    def _answer(self, future: Any) -> object:
        from distributed.scheduler import KilledWorker

        if future.status in ("cancelled", "lost"):
            raise self._gone()
        try:
            return future.result(timeout=ANSWER_TIME)
        except KilledWorker:
            what = "one machine after another stopped while it was read; try it again with --retry."
            return Failure("crashed", what)
        except Exception as error:
            if future.status in ("cancelled", "lost", "pending"):
                raise self._gone() from error
            what = f"{self._address}: a machine there can't run minutebook ({type(error).__name__}: {error})."
            raise SettingError(what, hint="Install the same version on all of them.") from error

    def _gone(self) -> SettingError:
        what = f"{self._address}: the scheduler no longer answers; what was read is kept."
        return SettingError(what, hint="Look after it, and give the same command again.")


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster of the scheduler at an address, for as long as the block runs.

    Raises:
        SettingError: the address is unprotected, no scheduler answers there, or Dask is not installed.
    """
    check_protected(address)
    try:
        import distributed
    except ImportError as error:
        what = "Reading on many machines needs the library distributed."
        raise SettingError(what, hint="pip install 'minutebook[cluster]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is told in one sentence
    dask: Any = distributed  # its types are half there
    secure = address.startswith("tls://")
    security = dask.Security(require_encryption=secure)
    if secure and not (security.tls_ca_file and security.tls_client_cert and security.tls_client_key):
        what = (
            f"{address}: Dask's settings name no certificates (distributed.comm.tls: ca-file, client.cert, client.key)."
        )
        raise SettingError(what, hint="docs/scale.md shows how.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Dask warns of versions, which are held against each other here, and of size
        try:
            client = dask.Client(address, timeout=ANSWER_TIME, security=security, set_as_default=False)
        except Exception as error:
            what = f"{address}: no scheduler answers there ({type(error).__name__})."
            raise SettingError(what, hint="Start one with `dask scheduler`, or check the address.") from error
        try:
            # A tunnel ends here, at a loopback address; behind it the scheduler itself must not be open to all.
            check_protected(str(client.scheduler_info()["address"]))
            yield Cluster(client, address)
        finally:
            with suppress(Exception):
                client.close(timeout=ANSWER_TIME)


def check_protected(address: str) -> None:
    """Let pass what goes through TLS, or does not leave the machine.

    Raises:
        SettingError: anything else.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if parts.scheme not in ("tcp", "tls") or not host or not port:
        raise SettingError(f"{address}: not the address of a scheduler.", hint="It looks like tls://10.0.0.5:8786.")
    if parts.scheme == "tcp" and not _is_loopback(host):
        what = f"{address}: papers and code would travel unprotected to another machine."
        raise SettingError(what, hint="Use TLS (tls://…), or bind the scheduler to 127.0.0.1; docs/scale.md shows how.")


def _is_loopback(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


Answer = TypeVar("Answer", Hashed, Outcome)


def _or_raise(answer: object, kind: type[Answer]) -> Answer:
    if isinstance(answer, MinutebookError):
        raise answer
    assert isinstance(answer, kind)
    return answer


def _content(task: Task) -> bytes | None:
    if task.address:
        return None
    try:
        return task.path.read_bytes()
    except OSError:  # gone since it was hashed: the reader says so
        return None


def _rules_of(workspace: Path | None) -> tuple[tuple[str, bytes], ...]:
    """A workspace's own rules, (path, bytes): they travel with each paper."""
    folder = workspace / "rules" if workspace else None
    if folder is None or not folder.is_dir() or folder.resolve() == rules_folder().resolve():
        return ()
    matcher_of(workspace)  # a rule at fault is told here, under its own path
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.yaml")))


# On the cluster's machines


@lru_cache(maxsize=1)
def _about() -> dict[str, str]:
    """What a record hangs on, of this machine: two that agree in it read every paper alike."""
    return {
        "minutebook": version_of((rules_folder(),)),
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: _version(name) for name in LIBRARIES},
        "OCR": engine() or "missing",
        "LibreOffice": "there" if shutil.which("soffice") else "missing",
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _hash_there(job: _Hash) -> Hashed | MinutebookError:
    try:
        return hash_of(job.url)
    except MinutebookError as error:
        return error


def _read_there(job: _Read) -> Outcome | MinutebookError:
    """Runs in a thread of a Dask worker: read one paper in a process of its own."""
    here = _about()
    for name, asked in job.about.items():
        if here.get(name) != asked and (name != "OCR" or job.task.ocr):
            what = f"{socket.gethostname()}: reads papers with {name} {here.get(name)}, and this machine with {asked}."
            return SettingError(what, hint="Install the same on all machines and start their workers anew.")
    try:
        with _reader(job.limits, job.target) as reader, _at_hand(job) as task:
            return reader.read(task)
    except MinutebookError as error:
        return error


_idle: dict[tuple[Limits, str], list[Reader]] = {}
_lock = threading.Lock()


@contextmanager
def _reader(limits: Limits, target: str) -> Iterator[Reader]:
    """A reader that is kept for the next paper: to start one takes a second."""
    with _lock:
        idle = _idle.setdefault((limits, target), [])
        reader = idle.pop() if idle else Reader(limits=limits, target=target)
    try:
        yield reader
    except BaseException:
        reader.close()
        raise
    with _lock:
        idle.append(reader)


@contextmanager
def _at_hand(job: _Read) -> Iterator[Task]:
    task = replace(job.task, workspace=_workspace(job.rules), keep=None)
    if job.content is None:
        yield task
        return
    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        copy = Path(folder) / (PurePosixPath(job.task.name).name[-100:] or "paper")
        copy.write_bytes(job.content)
        yield replace(task, path=copy)


@lru_cache(maxsize=16)
def _workspace(rules: tuple[tuple[str, bytes], ...]) -> Path | None:
    """A workspace on this machine with these rules."""
    if not rules:
        return None
    folder = tempfile.TemporaryDirectory(prefix="minutebook-rules-")
    _folders.append(folder)
    for name, content in rules:
        path = Path(folder.name) / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Path(folder.name)


_folders: list[tempfile.TemporaryDirectory[str]] = []  # taken away when the Dask worker ends
