"""The hostile papers beside the checkout: each is read, read in part or set aside with a reason; nothing else happens.

A few of each kind in every run of the tests; all of them with `make hostile` (five minutes), which prints the figures
that docs/trust.md tells.
"""

from __future__ import annotations

import csv
import hashlib
import os
import uuid
from collections import Counter
from pathlib import Path

import pytest

from pipeline.batch import ingest
from pipeline.wording import read_in_part
from pipeline.worker import Limits
from pipeline.workspace import Workspace
from pipeline.write import read_record

REASONS = frozenset(
    "not-a-document empty encrypted page-count memory timeout page-limit pixels truncated unsupported no-ocr".split()
)
EVERY = 12
"""One file in so many, besides those that a password locks."""


@pytest.fixture
def hostile(shared: Path) -> list[tuple[Path, str]]:
    """The files, and what their names let one expect."""
    folder = shared / "hostile"
    if not (folder / "MANIFEST.tsv").is_file():
        pytest.skip(f"no hostile papers at {folder}")
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = [(folder / row["file"], row["expected_by_name"]) for row in csv.DictReader(file, delimiter="\t")]
    if os.environ.get("HOSTILE") == "all":
        return rows
    small = [row for row in rows if row[0].stat().st_size < 60_000 and row[0].suffix in (".pdf", ".fuzz")]
    return [row for number, row in enumerate(small) if number % EVERY == 0 or row[1] == "encrypted"]


def started(mark: str) -> list[str]:
    """Processes that inherited a mark in the environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in place.read_bytes():
                found.append(place.parent.name)
        except OSError:
            continue
    return found


def test_every_hostile_paper_is_read_or_set_aside_with_a_reason(
    hostile: list[tuple[Path, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path, _ in hostile}
    mark = uuid.uuid4().hex
    monkeypatch.setenv("MINUTEBOOK_TEST", mark)
    workspace = Workspace(tmp_path)
    workspace.corpus.mkdir()

    summary = ingest([path for path, _ in hostile], workspace, jobs=1, limits=Limits(timeout=120))

    done = {hashlib.sha256(content).hexdigest() for content in before.values()}
    aside = {note.sha256: note for note in summary.set_aside}
    records = [read_record(workspace.path_of(one)) for one in workspace.record_ids()]
    assert {record.source.sha256 for record in records} | aside.keys() == done, "a paper is neither read nor set aside"
    assert {record.source.sha256 for record in records}.isdisjoint(aside)
    assert {note.reason for note in aside.values()} <= REASONS, [note.message for note in aside.values()]
    assert all("\n" not in note.message and "Traceback" not in note.message for note in aside.values())
    for path, content in before.items():
        assert path.read_bytes() == content, "a paper is never changed"
        if note := aside.get(hashlib.sha256(content).hexdigest()):
            [copy] = [one for one in workspace.set_aside.glob(f"{note.sha256[:16]}-*") if one.suffix != ".yaml"]
            assert copy.read_bytes() == content
    healthy = {hashlib.sha256(before[path]).hexdigest(): path.name for path, expected in hostile if expected == "ok"}
    refused = {healthy[sha256]: note.reason for sha256, note in aside.items() if sha256 in healthy}
    assert set(refused.values()) <= {"unsupported"}, refused  # word processors before Word
    assert started(mark) == [], "something runs on"
    partly = {record.source.sha256 for record in records if read_in_part(record)}
    figures = Counter(note.reason for note in aside.values())
    print(f"\n{len(done)} papers: {len(done) - len(aside) - len(partly)} read, {len(partly)} in part,", end=" ")
    print(f"{len(aside)} set aside ({', '.join(f'{reason} {n}' for reason, n in sorted(figures.items()))})")
