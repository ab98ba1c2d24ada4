"""Papers that do harm, made by the tests: each is set aside for its reason, none is lost, the good ones are done."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.batch import ingest
from pipeline.setaside import notes_of
from pipeline.worker import Limits
from pipeline.workspace import Workspace
from tests.make_hostile import HOSTILE, nested_flate, write_all
from tests.test_bad_text import MINUTES

REASONS = "not-a-document empty encrypted memory timeout page-limit pixels truncated unsupported".split()


def test_the_papers_are_small_and_every_reason_has_one() -> None:
    assert max(len(content) for content, _ in HOSTILE.values()) < 1_000_000
    assert len(nested_flate()) < 2_000
    told = set().union(*(reasons for _, reasons in HOSTILE.values()))
    assert told >= set(REASONS)


@pytest.mark.needs_tesseract
def test_every_harmful_paper_is_set_aside_for_its_reason_and_the_good_ones_are_done(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    write_all(workspace.corpus / "ambleforth")
    for number in range(3, 9):
        (workspace.corpus / f"ambleforth/{number}.txt").write_text(MINUTES.replace("March", "April") + f"\n{number}.\n")
    before = {path: path.read_bytes() for path in workspace.corpus.rglob("*.*")}

    summary = ingest([workspace.corpus], workspace, jobs=2, limits=Limits(timeout=120, cpu=10))

    found = {Path(note.path).name: note.reason for note in summary.set_aside}
    assert found.keys() == HOSTILE.keys()
    assert {name: reason for name, reason in found.items() if reason not in HOSTILE[name][1]} == {}
    assert len(summary.ingested) == 6
    assert {path: path.read_bytes() for path in before} == before, "no paper is changed"
    kept = {note.sha256: copy for note, copy in notes_of(workspace)}
    for content, _ in HOSTILE.values():
        assert kept[sha256(content).hexdigest()].read_bytes() == content, "its copy is kept"
    assert not any("\n" in note.message for note in summary.set_aside)


@pytest.mark.needs_tesseract
def test_what_was_set_aside_is_tried_again_when_somebody_asks(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    folder = workspace.corpus / "ambleforth"
    folder.mkdir(parents=True)
    (folder / "slow.pdf").write_bytes(HOSTILE["forms.pdf"][0])
    (folder / "sheet.xlsx").write_bytes(HOSTILE["sheet.xlsx"][0])
    limits = Limits(timeout=120, cpu=4)
    first = ingest([workspace.corpus], workspace, jobs=1, limits=limits)
    (folder / "slow.pdf").unlink()  # the copy is the last one

    again = ingest([], workspace, retry=True, jobs=1, limits=limits)

    reasons = {"slow.pdf": "timeout", "sheet.xlsx": "unsupported"}
    assert {Path(note.path).name: note.reason for note in first.set_aside} == reasons
    assert {Path(note.path).name: note.reason for note in again.set_aside} == reasons
    assert len(notes_of(workspace)) == 2
