"""What people say of actions: added and sealed, never overwritten, by two at once as by one; breaks are named."""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import strict
from pipeline.problem import RecordError, SettingError
from pipeline.updates import Draft, Updates, add_update, all_updates, breaks, read_updates, seal, updates_path
from pipeline.workspace import Workspace
from pipeline.write import yaml_entries
from tests.conftest import ROOT

BODY = "ambleforth-parish-council"
GATE = f"{BODY}/2025-03-11/action/3.2"


def word(**parts: object) -> Draft:
    said = {"action": GATE, "task": "mend the gate", "status": "completed", "note": "Mended.", "by": "Ann Lee"}
    return Draft.model_validate({**said, "when": "2025-04-02", "written": "2025-04-07", **parts})


def sentences_of(path: Path) -> list[str]:
    return [f"{one.entry}: {one.message}" for one in breaks(read_updates(path), "updates.yaml")]


# Adding


def test_the_first_word_makes_the_file_and_the_next_stands_behind_it(workspace: Path) -> None:
    first = add_update(Workspace(workspace), BODY, word())
    path = workspace / "corpus" / BODY / "updates.yaml"
    before = path.read_bytes()
    second = add_update(Workspace(workspace), BODY, word(status="open", note="It hangs again."))
    assert path.read_bytes().startswith(before)
    assert read_updates(path) == (first, second)
    assert (first.before, second.before) == (None, first.hash)


def test_the_hash_is_sha256_over_canonical_json() -> None:
    said = (
        '{"action":"ambleforth-parish-council/2025-03-11/action/3.2","before":null,"by":"Ann Lee","note":"£5 paid.",'
        '"owners":["John Marsh"],"task":"mend the gate","when":"2025-04-02","written":"2025-04-07"}'
    )
    update = seal(word(status=None, owners=["John Marsh"], note="£5 paid."), None)
    assert update.hash == hashlib.sha256(said.encode("utf-8")).hexdigest()


def test_the_file_is_read_by_people(workspace: Path) -> None:
    update = add_update(Workspace(workspace), BODY, word(due="2025-05-01", evidence="Invoice 17", status="in_progress"))
    lines = updates_path(Workspace(workspace), BODY).read_text("utf-8").splitlines()
    assert lines[0].startswith("# Written by `minutebook actions set`.")
    assert lines[1:] == [
        f"- action: {GATE}",
        "  task: mend the gate",
        "  status: in_progress",
        '  due: "2025-05-01"',
        "  note: Mended.",
        "  by: Ann Lee",
        '  when: "2025-04-02"',
        '  written: "2025-04-07"',
        "  evidence: Invoice 17",
        "  before: null",
        f"  hash: {update.hash}",
    ]


def test_a_file_without_a_last_line_feed_is_gone_on_with(workspace: Path) -> None:
    path = updates_path(Workspace(workspace), BODY)
    first = add_update(Workspace(workspace), BODY, word())
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    second = add_update(Workspace(workspace), BODY, word())
    assert read_updates(path) == (first, second)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30) | st.sampled_from(
    ["NO", "12:30", "3.10", "# a", "a: b", "- a", "a\nb", "null", "~", "2025-03-11", "{a", "'", '"', "*a", "é\u2028b"]
)


@settings(max_examples=60, deadline=None)
@given(texts.filter(str.strip), texts.filter(str.strip))
def test_every_word_reads_back_as_it_was_said(note: str, by: str) -> None:
    update = seal(word(note=note, by=by), "0" * 64)
    text = yaml_entries([update.model_dump(exclude_none=True)])
    [again] = strict.validate(Updates, strict.parse(text, name="x")).root
    assert again == update
    assert list(breaks([seal(word(), None).model_copy(update={"hash": "0" * 64}), again], "x"))[-1].entry == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"note": "  "}, {"by": ""}, {"note": "a\x1bb"}, {"note": "a\udc80"}, {"when": "2025-02-30"}, {"when": "May"},
        {"due": "2025-02-30"}, {"status": "done"}, {"owners": []}, {"owners": [""]}, {"surprise": 1},
    ],
)  # fmt: skip
def test_what_can_not_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        word(**wrong)


# The chain


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def three(workspace: Path) -> Path:
    """An updates file with three entries: noted One, Two and Three."""
    for note in ("One.", "Two.", "Three."):
        add_update(Workspace(workspace), BODY, word(note=note))
    return updates_path(Workspace(workspace), BODY)


def test_an_unbroken_chain_has_no_breaks(three: Path) -> None:
    assert sentences_of(three) == []


def test_a_changed_entry_is_named(three: Path) -> None:
    changed(three, "Two.", "Too.")
    [said] = sentences_of(three)
    assert said.startswith(f"2: updates.yaml: entry 2 ({GATE}, by Ann Lee) was changed after it was written")


def test_an_entry_changed_with_its_hash_breaks_the_next(three: Path) -> None:
    second = read_updates(three)[1]
    forged = seal(Draft.model_validate(second.model_dump(exclude={"before", "hash"}) | {"note": "Too."}), second.before)
    changed(three, "Two.", "Too.")
    text = three.read_text("utf-8")
    at = text.index(second.hash)  # its own hash comes before its successor's `before`
    three.write_text(text[:at] + forged.hash + text[at + 64 :], "utf-8")
    [said] = sentences_of(three)
    assert said.startswith("3: updates.yaml: entry 3")
    assert "something between it and entry 2 is gone" in said


@pytest.mark.parametrize(("gone", "broken"), [(0, 1), (1, 2)])
def test_an_entry_taken_out_is_named(three: Path, gone: int, broken: int) -> None:
    head, *entries = three.read_text("utf-8").split("- action: ")
    del entries[gone]
    three.write_text("- action: ".join([head, *entries]), "utf-8")
    assert [int(said.split(":")[0]) for said in sentences_of(three)] == [broken]


def test_entries_that_changed_places_are_named(three: Path) -> None:
    head, one, two, last = three.read_text("utf-8").split("- action: ")
    three.write_text("- action: ".join([head, two, one, last]), "utf-8")
    assert [int(said.split(":")[0]) for said in sentences_of(three)] == [1, 2, 3]


def test_a_torn_file_is_refused_with_its_line_and_not_written_to(three: Path) -> None:
    text = three.read_text("utf-8")
    torn = text[: text.rindex("before:")].rstrip() + "\n"
    three.write_text(torn, "utf-8")
    with pytest.raises(RecordError, match=r"updates\.yaml:\d+: 2\.before: this key is missing"):
        read_updates(three)
    with pytest.raises(RecordError):
        add_update(Workspace(three.parents[2]), BODY, word())
    assert three.read_text("utf-8") == torn


def test_a_file_at_fault_costs_itself_alone(three: Path) -> None:
    root = Workspace(three.parents[2])
    other = add_update(root, "harrowdale", word(action="harrowdale/2025-01-16/action/1"))
    changed(three, "note: Two.", "noted: Two.")
    said = all_updates(root)
    assert said.updates == (other,)
    assert len(said.faults) == 1
    assert "updates.yaml:11: 1.note: this key is missing" in said.faults[0]


def test_a_broken_chain_is_told_and_its_words_still_count(three: Path) -> None:
    changed(three, "Two.", "Too.")
    said = all_updates(Workspace(three.parents[2]), body=BODY)
    assert [update.note for update in said.updates] == ["One.", "Too.", "Three."]
    assert len(said.faults) == 1


# Two at once

WRITER = """
import sys
from pathlib import Path
from pipeline.updates import Draft, add_update
from pipeline.workspace import Workspace
for number in range(15):
    add_update(Workspace(Path(sys.argv[1])), "ambleforth-parish-council", Draft(
        action="ambleforth-parish-council/2025-03-11/action/3.2", task="mend the gate", note=f"{sys.argv[2]} {number}",
        by=sys.argv[2], when="2025-04-02", written="2025-04-02"))
"""


def test_two_who_write_at_once_keep_both_their_words(workspace: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", textwrap.dedent(WRITER), str(workspace), name], cwd=ROOT)
        for name in ("Ann", "John")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    path = updates_path(Workspace(workspace), BODY)
    updates = read_updates(path)
    for name in ("Ann", "John"):
        assert [u.note for u in updates if u.by == name] == [f"{name} {number}" for number in range(15)]
    assert sentences_of(path) == []


def test_a_lock_that_stays_is_waited_for_and_then_told(workspace: Path) -> None:
    folder = workspace / "corpus" / BODY
    folder.mkdir()
    with (folder / ".updates.yaml.lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        start = time.monotonic()
        with pytest.raises(SettingError, match="somebody else has been writing"):
            add_update(Workspace(workspace), BODY, word(), wait=0.2)
        assert 0.2 <= time.monotonic() - start < 2
    assert not (folder / "updates.yaml").exists()
    assert add_update(Workspace(workspace), BODY, word(), wait=0.2).before is None
