"""Records to YAML and back: the same record, the same bytes, for every YAML reader; faults say file and line."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.problem import RecordError
from pipeline.record import (
    Action,
    Decision,
    Due,
    Evidence,
    Item,
    Meeting,
    Minute,
    Owner,
    Record,
    SourceFile,
    TableRecord,
    Votes,
)
from pipeline.write import from_yaml, read_record, to_yaml, write_atomic

SOURCE = SourceFile(path="corpus/a/b.pdf", sha256="0" * 64, media_type="application/pdf", pages=(4, 9), reader="pdf")
EVIDENCE = Evidence(page=4, box=(72.0, 512.3, 523.1, 566.0), quote="The Clerk to mend the gate.", rule="action-will")


def a_record(**parts: object) -> Record:
    return Record.model_validate(
        {"id": "ambleforth/2025-03-11/minutes", "kind": "minutes", "title": "Minutes", "source": SOURCE, **parts}
    )


# What a paper's text may hold, and what the strict loader or an older YAML reader could take for something else.
WORDS = (
    "no NO Yes on ~ null 12:30 3.10 2018-01-11 0123 1e5 0x1F 1_000 << = [a {a} *a &a !a %a @a `a | > ? --- #a a: a:b"
)
PHRASES = [
    "",
    " ",
    "- a",
    "a: b",
    "a #b",
    "a, b",
    "'a'",
    '"a"',
    "a\nb",
    "a\tb",
    "a\\b",
    "é",
    "😀",
    "£0.89M",
    "12 Mill Lane",
]
ODD = ["\x00", "\x85", "\u2028", "\ufeff", "x" * 2000, "1 " * 900]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [*WORDS.split(), *PHRASES, *ODD]
)
numbers = st.floats(-1e15, 1e15).map(lambda value: round(value, 2))
records = st.builds(
    lambda title, metadata, cells, amount, minutes: a_record(
        title=title,
        metadata=metadata,
        items=(
            Item(title=title, minutes=tuple(Minute(text=m, evidence=EVIDENCE) for m in minutes), evidence=EVIDENCE),
        ),
        tables=(TableRecord(title=title, header=tuple(minutes), rows=(tuple(cells),), evidence=Evidence(quote=title)),),
        decisions=(Decision(id=title, outcome="agreed", text=title, amount=amount, evidence=EVIDENCE),),
    ),
    texts,
    st.dictionaries(texts, texts, max_size=3),
    st.lists(st.none() | texts | numbers, max_size=4),
    st.none() | numbers,
    st.lists(texts, max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(records)
@example(a_record(metadata={"x" * 3000: "a key longer than YAML's plain keys may be"}))
def test_a_record_read_back_is_the_same_record(record: Record) -> None:
    text = to_yaml(record)
    assert from_yaml(text, name="x") == record
    assert to_yaml(from_yaml(text, name="x")) == text


@settings(max_examples=150, deadline=None)
@given(records)
def test_other_yaml_readers_read_the_same_strings(record: Record) -> None:
    text = to_yaml(record)
    assert yaml.safe_load(text) == yaml.load(text, Loader=yaml.CSafeLoader)
    assert Record.model_validate(yaml.safe_load(text)) == record


def test_layout_is_the_design_s() -> None:
    action = Action(
        id="ambleforth/2025-03-11/action/3.10",
        task="mend the gate, and say so",
        owners=(Owner(name="Ann Lee", as_written="AL"),),
        due=Due(text="by 31 March", date="2025-03-31"),
        minute="3.10",
        marked=True,
        carried=False,
        evidence=EVIDENCE,
    )
    votes = Decision(
        id="d", outcome="agreed", text="Agreed.", votes=Votes(votes_for=3), amount=890000.0, evidence=EVIDENCE
    )
    record = a_record(
        meeting=Meeting(body="Ambleforth", date="2025-03-11", end="15:15"), actions=(action,), decisions=(votes,)
    )
    lines = to_yaml(record).splitlines()
    assert lines[:3] == ["schema: minutebook/1", "id: ambleforth/2025-03-11/minutes", "kind: minutes"]
    assert 'meeting: {body: Ambleforth, date: "2025-03-11", start: null, end: "15:15", venue: null}' in lines
    assert "- id: ambleforth/2025-03-11/action/3.10" in lines
    assert "  task: mend the gate, and say so" in lines
    assert "  owners: [{name: Ann Lee, as_written: AL, role: null}]" in lines
    assert '  due: {text: by 31 March, date: "2025-03-31"}' in lines
    assert '  minute: "3.10"' in lines
    assert "  votes: {for: 3, against: null, abstain: null}" in lines
    assert "  amount: 890000" in lines
    quote = "quote: The Clerk to mend the gate., rule: action-will"
    assert f"  evidence: {{page: 4, box: [72, 512.3, 523.1, 566], {quote}}}" in lines
    assert "metadata: {}" in lines
    assert "money: []" in lines


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("title: Minutes", "title: Minutes\ntitle: Again", 5, "title"),
        ("title: Minutes", "title: Minutes\nowner: Clerk", 5, "owner"),
        ("kind: minutes", "kind: notes", 3, "kind"),
        ("kind: minutes", "kind: [minutes", 4, "YAML"),
        ("metadata: {}", "metadata: &a {}", 7, "anchor"),
    ],
)
def test_a_broken_record_names_file_and_line(old: str, new: str, line: int, words: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes.yaml"
    text = to_yaml(a_record())
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RecordError) as caught:
        read_record(path)
    message = str(caught.value)
    assert f"minutes.yaml:{line}:" in message
    assert words in message
    assert "\n" not in message


def test_a_number_that_yaml_readers_differ_on_is_no_value() -> None:
    with pytest.raises(ValidationError, match="finite"):
        Decision(id="d", outcome="agreed", text="a", amount=float("inf"), evidence=EVIDENCE)


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "minutes.yaml"
    write_atomic(path, b"old")
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in path.parent.iterdir()] == ["minutes.yaml"]


def test_written_files_can_be_read_by_others(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        path = tmp_path / "a.yaml"
        write_atomic(path, b"x")
        plain = tmp_path / "b.yaml"
        plain.write_bytes(b"x")
    finally:
        os.umask(old)
    assert path.stat().st_mode == plain.stat().st_mode
