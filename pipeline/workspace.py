"""A workspace's folders, and where each paper's records go.

A record's place is its id: output/<body>/<date>/<kind>.yaml, or output/<body>/undated/<file>/<kind>.yaml where the
paper states no date. Several papers that want one id get -2, -3 ... in the order of their paths, so what stands in
output/ depends on which papers there are, not on the order of ingesting.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pipeline.address import is_address
from pipeline.paper import slug
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.record import Record

FOLDERS = ("corpus", "output", "rules", "templates")
UNDATED = "undated"
UNKNOWN_BODY = "unknown-body"
LOCK_WAIT = 30.0
"""Seconds that another ingest of the same workspace is waited for."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with corpus/, output/, rules/ and templates/; each may be missing until something is put there."""

    root: Path

    @property
    def corpus(self) -> Path:
        return self.root / "corpus"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def set_aside(self) -> Path:
        return self.output / "set-aside"

    @property
    def ledger(self) -> Path:
        return self.output / ".ledger"

    @property
    def readings(self) -> Path:
        return self.output / ".readings"

    def name_of(self, path: Path) -> str:
        """A file's path as records show it: from the workspace, with forward slashes, the same on every machine."""
        # Of ten thousand papers: as texts, which takes a third of the time of paths.
        real, root = os.path.realpath(path), os.path.realpath(self.root)
        return real[len(root) + 1 :] if real.startswith(f"{root}/") else Path(os.path.relpath(real, root)).as_posix()

    def path_of(self, record_id: str) -> Path:
        """The file of a record.

        Raises:
            SettingError: it is no id.
        """
        parts = record_id.split("/")
        if len(parts) not in (3, 4) or any(not part or part.startswith(".") for part in parts):
            raise SettingError(f"{record_id}: not the id of a record.", hint="It looks like body/2025-03-11/minutes.")
        return self.output.joinpath(*parts[:-1], f"{parts[-1]}.yaml")

    def record_ids(self) -> list[str]:
        """The ids of all records in output/, sorted."""
        patterns = ("[!.]*/[!.]*/[!.]*.yaml", f"[!.]*/{UNDATED}/[!.]*/[!.]*.yaml")
        found = [path for pattern in patterns for path in self.output.glob(pattern)]
        start = len(self.output.as_posix()) + 1
        return sorted(path.as_posix()[start : -len(".yaml")] for path in found)


@contextmanager
def locked(
    workspace: Workspace, *, wait: float = LOCK_WAIT, waiting: Callable[[float], None] = lambda seconds: None
) -> Iterator[None]:
    """Keep other ingests out of the workspace.

    Args:
        wait: seconds that another one is waited for.
        waiting: told these seconds where there is another one.

    Raises:
        SettingError: another one is at work in it and does not end, or output/ can't be written.
    """
    try:
        workspace.ledger.mkdir(parents=True, exist_ok=True)
        # The ledger is a cache of this machine: it keeps itself out of version control.
        (workspace.ledger / ".gitignore").write_text("*\n", "utf-8")
        handle = (workspace.ledger / "lock").open("w")
    except OSError as error:
        raise SettingError(
            f"{workspace.output}: can't be written: {error.strerror}.", hint="Choose another folder with --workspace."
        ) from error
    with handle:
        if not hold(handle, wait, waiting):
            raise SettingError(
                f"{workspace.root}: another ingest has been at work in this workspace for {wait:g} seconds.",
                hint="Nothing was done: try again when it has ended.",
            )
        yield


def hold(file: IO[str], wait: float, waiting: Callable[[float], None] = lambda seconds: None) -> bool:
    """Lock an open file, until it is closed; False where another process has held it for `wait` seconds."""
    import fcntl

    until = time.monotonic() + wait
    told = False
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            if not told:
                waiting(wait)
                told = True
            time.sleep(0.02)


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """A paper's wish for a record id: the `ordinal`th paper of the file at `path`, whose bytes are `sha256`."""

    path: str
    sha256: str
    ordinal: int
    wanted: str


def assign(claims: Iterable[Claim]) -> dict[Claim, str]:
    """An id for each claim: the wanted one, or the next free -2, -3 ... in the order of paths."""
    ids: dict[Claim, str] = {}
    taken: set[str] = set()
    for claim in sorted(claims):
        chosen, count = claim.wanted, 1
        while chosen in taken:
            count += 1
            chosen = f"{claim.wanted}-{count}"
        taken.add(chosen)
        ids[claim] = chosen
    return ids


def wanted_ids(records: Iterable[Record], name: str) -> list[str]:
    """The ids that one file's records want: their own, with the file's folder and name for what no paper says.

    Args:
        name: the file's path from the workspace.
    """
    wanted = []
    for record in records:
        body = record.slug if record.meeting.body else slug(_body_of_folder(name)) or UNKNOWN_BODY
        date = record.meeting.date or f"{UNDATED}/{slug(Path(name).stem) or 'paper'}"
        wanted.append(f"{body}/{date}/{record.id.rsplit('/', 1)[-1]}")
    return wanted


def _body_of_folder(name: str) -> str:
    parts = Path(name).parts
    if is_address(name) and "corpus" in parts:  # s3://bucket/corpus/<body>/may.pdf
        parts = parts[parts.index("corpus") :]
    return parts[1] if len(parts) > 2 and parts[0] == "corpus" else UNKNOWN_BODY


def with_ids(records: Sequence[Record], ids: Sequence[str]) -> tuple[Record, ...]:
    """A file's records under these ids; the ids of their decisions and actions, and what refers to them, follow."""
    renamed: dict[str, str] = {}
    for record, new in zip(records, ids, strict=True):
        for old in [*(entry.id for entry in record.decisions), *(entry.id for entry in record.actions)]:
            # Where two papers of a file had the same ids, a reference means the first.
            renamed.setdefault(old, _entry_id(old, new))
    return tuple(_with_id(record, new, renamed) for record, new in zip(records, ids, strict=True))


def _with_id(record: Record, new: str, renamed: Mapping[str, str]) -> Record:
    decisions = tuple(entry.model_copy(update={"id": _entry_id(entry.id, new)}) for entry in record.decisions)
    actions = tuple(
        entry.model_copy(
            update={
                "id": _entry_id(entry.id, new),
                "decision": _entry_id(entry.decision, new) if entry.decision else None,
                "refers_to": renamed.get(entry.refers_to, entry.refers_to) if entry.refers_to else None,
            }
        )
        for entry in record.actions
    )
    return record.model_copy(update={"id": new, "decisions": decisions, "actions": actions})


def _entry_id(old: str, record_id: str) -> str:
    """`body/date/action/3.2` for the minutes of a meeting, `body/date/report/action/3.2` for its other papers."""
    prefix = record_id.removesuffix("/minutes")
    return "/".join((prefix, *old.rsplit("/", 2)[-2:]))
