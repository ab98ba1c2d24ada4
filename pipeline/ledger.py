"""Which records each paper has, and by which version of program, rules and corrections: unchanged papers are skipped.

One small file a paper in output/.ledger. It is a cache: without it the records themselves say whose they are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pipeline.workspace import Claim, Workspace, assign
from pipeline.write import write_atomic


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one paper's bytes.

    Attributes:
        paths: where these bytes lie, sorted; the records name the first.
        version: of program, rules, corrections, and of OCR for scans, when it was read; "" where not known.
        wanted, ids: of its records, in order.
        failed: it was set aside when last read.
    """

    sha256: str
    paths: tuple[str, ...]
    version: str
    wanted: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    failed: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(Claim(self.paths[0], self.sha256, n, wanted) for n, wanted in enumerate(self.wanted))


def read_ledger(workspace: Workspace) -> dict[str, Entry]:
    """sha256 -> entry. Records that no entry knows (the ledger was thrown away) get one from what they say."""
    entries: dict[str, Entry] = {}
    for path in sorted(workspace.ledger.glob("*.json")):
        try:
            raw = json.loads(path.read_text("utf-8"))
            paths, wanted, ids = (tuple(map(str, raw[key])) for key in ("paths", "wanted", "ids"))
            entry = Entry(str(raw["sha256"]), paths, str(raw["version"]), wanted, ids, failed=bool(raw["failed"]))
        except (ValueError, TypeError, KeyError):
            path.unlink()  # a cache file that broke: its records speak for themselves
            continue
        entries[entry.sha256] = entry
    known = {record_id for entry in entries.values() for record_id in entry.ids}
    lost: dict[str, Entry] = {}
    for record_id in workspace.record_ids():
        head = None if record_id in known else source_of(workspace.path_of(record_id))
        if head and head[0] not in entries:
            sha256, name = head
            before = lost.get(sha256) or Entry(sha256, (name,), "")
            ids = (*before.ids, record_id)
            lost[sha256] = Entry(sha256, before.paths, "", ids, ids)
    return entries | lost


def write_entry(workspace: Workspace, entry: Entry) -> None:
    """Write one entry, at once."""
    write_atomic(workspace.ledger / f"{entry.sha256}.json", _text(entry).encode("utf-8"))


def _text(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False) + "\n"


def note_version(workspace: Workspace, entry: Entry) -> None:
    """Write an entry of which only the version is new: at once, and lost with the power it costs a second look."""
    path = workspace.ledger / f"{entry.sha256}.json"
    part = path.with_suffix(".part")
    part.write_text(_text(entry), "utf-8")
    part.replace(path)


def remove_entry(workspace: Workspace, sha256: str) -> None:
    (workspace.ledger / f"{sha256}.json").unlink(missing_ok=True)


def read_marks(workspace: Workspace) -> dict[str, tuple[str, str]]:
    """Address -> (mark, sha256) of each paper at an address, as it was when last fetched."""
    try:
        raw = json.loads((workspace.ledger / "addresses").read_text("utf-8"))
        return {str(url): (str(mark), str(sha256)) for url, (mark, sha256) in raw.items()}
    except (OSError, ValueError, TypeError, AttributeError):  # not there, or broken: papers are fetched
        return {}


def write_marks(workspace: Workspace, marks: Mapping[str, tuple[str, str]]) -> None:
    """Keep what `read_marks` reads."""
    write_atomic(workspace.ledger / "addresses", json.dumps(marks, ensure_ascii=False).encode("utf-8"))


_HEAD = re.compile(
    r'^source: \{path: (?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^,]*)), sha256: "?(?P<sha256>[0-9a-f]{64})', re.M
)


def source_of(path: Path) -> tuple[str, str] | None:
    """(sha256, path) of the source that a record file names; None where it is no record. Reads its first lines only."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            found = _HEAD.search(file.read(8192))
    except OSError:
        return None
    if not found:
        return None
    quoted = found["quoted"]
    return found["sha256"], json.loads(f'"{quoted}"') if quoted is not None else found["plain"]


def version_of(folders: Iterable[Path], files: Iterable[Path] = ()) -> str:
    """A short hash of the program's code, of these folders' YAML files and of these files: what a record depends on."""
    package = Path(__file__).resolve().parent
    parts = [(path.relative_to(package), path) for path in package.rglob("*.py")]
    parts += [(path.relative_to(folder), path) for folder in folders for path in folder.rglob("*.yaml")]
    parts += [(Path(path.name), path) for path in files if path.is_file()]
    digest = hashlib.sha256()
    for name, path in sorted(parts):
        digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


class Ledger:
    """The entries of a workspace, with an index of who may want the same ids."""

    def __init__(self, workspace: Workspace) -> None:
        self.entries = read_ledger(workspace)
        self._near: dict[str, set[str]] = {}  # path or place -> sha256 of entries that have, or had, to do with it
        for entry in self.entries.values():
            self._index(entry)

    def near(self, keys: Iterable[str]) -> list[Entry]:
        """The entries with one of these paths or places, in a fixed order."""
        found = {sha256 for key in keys for sha256 in self._near.get(key, ())}
        return [self.entries[sha256] for sha256 in sorted(found) if sha256 in self.entries]

    def put(self, entry: Entry) -> None:
        """Take an entry in, in memory."""
        self.entries[entry.sha256] = entry
        self._index(entry)

    def drop(self, entry: Entry) -> None:
        """Forget an entry, in memory."""
        del self.entries[entry.sha256]

    def settle(self, places: set[str]) -> list[Entry]:
        """Give the records in these places (body/date) their ids anew; the entries that changed, as they were."""
        near = self.near(places)
        ids = assign(claim for entry in near for claim in entry.claims if place_of(claim.wanted) in places)
        changed = []
        for entry in near:
            before = entry.ids or ("",) * len(entry.wanted)
            new = tuple(ids.get(claim, old) for claim, old in zip(entry.claims, before, strict=True))
            if new != entry.ids:
                changed.append(entry)
                self.entries[entry.sha256] = replace(entry, ids=new)
        return changed

    def _index(self, entry: Entry) -> None:
        for key in (*entry.paths, *places_of(entry)):
            self._near.setdefault(key, set()).add(entry.sha256)


def place_of(record_id: str) -> str:
    """The body/date of an id."""
    return record_id.rsplit("/", 1)[0]


def places_of(entry: Entry) -> set[str]:
    """The places (body/date) where an entry's records are or want to be."""
    return {place_of(record_id) for record_id in (*entry.wanted, *entry.ids)}
