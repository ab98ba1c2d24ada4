"""Patterns are kept compiled from one process to the next: they are the same ones, and nothing strange is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import rules, shipped
from pipeline.kept import PATTERNS, store
from pipeline.rules import Rule
from pipeline.rules.compiled import ENOUGH, Form

TEXT = "RESOLVED: That the Clerk write to the depot by 5 May 2031. Ann Box will bring £40 for the lamps."


def _used(folder: Path) -> list[Rule]:
    """Some of the shipped rules, with their patterns compiled, as an ingest into output/ leaves them."""
    book = rules.load([shipped.rules_folder()], kept=folder / "output" / ".readings")
    lines = [rule for rule in book.rules if rule.text.line is not None][::10]
    assert all(rule.pattern for rule in lines)
    book.compiled.keep()
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "output").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"(?P<owner>[A-Z]\w+)(?:\s(?P<post>clerk))?", re.IGNORECASE),
        (r"(?i)(\d+)(?P<unit>kg|lb)(?=\W)|(?<!£)x{2,3}?", 0),
        ("", 0),
    ],
)
def test_a_form_gives_the_pattern_that_re_compiles(pattern: str, flags: int) -> None:
    made, plain = Form.of(pattern, flags).pattern(pattern), re.compile(pattern, flags)
    assert made == plain
    assert (made.flags, made.groups, dict(made.groupindex)) == (plain.flags, plain.groups, dict(plain.groupindex))
    told = "Ann Clerk 40KG xxx"
    assert [(m.regs, m.lastgroup) for m in made.finditer(told)] == [(m.regs, m.lastgroup) for m in plain.finditer(told)]


def test_the_next_process_compiles_nothing_and_finds_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _used(folder)
    monkeypatch.setattr(Form, "of", lambda pattern, flags: pytest.fail("compiled again"))
    second = _used(folder)
    for one, other in zip(first, second, strict=True):
        assert one.pattern == other.pattern
        if one.pattern is not None and other.pattern is not None:
            assert [m.regs for m in one.pattern.finditer(TEXT)] == [m.regs for m in other.pattern.finditer(TEXT)]


def test_a_few_new_patterns_write_nothing(folder: Path) -> None:
    book = rules.load([shipped.rules_folder()], kept=folder / "output" / ".readings")
    lines = [rule for rule in book.rules if rule.text.line is not None]
    assert all(rule.pattern for rule in lines[: ENOUGH - 1])
    book.compiled.keep()
    assert not list(folder.rglob(f"*{PATTERNS}"))
    assert lines[ENOUGH].pattern
    book.compiled.keep()
    assert len(list(folder.rglob(f"*{PATTERNS}"))) == 1


def test_a_torn_file_and_code_that_is_none_are_compiled_anew(folder: Path) -> None:
    first = _used(folder)
    (place,) = folder.rglob(f"*{PATTERNS}")
    whole = place.read_bytes()
    head = b'{"KEY": [32, 0, {}, 8]}\n'
    key = first[0].key.encode()
    for content in (b"", whole[:-9]):
        place.write_bytes(content)
        assert [rule.pattern for rule in _used(folder)] == [rule.pattern for rule in first]
        assert place.read_bytes() == whole
    for packed in (b"[]\n", b"{}", head.replace(b"KEY", key) + b"\xff" * 8, head.replace(b"KEY", key) + b"\xff"):
        store(place, {}, packed)
        assert [rule.pattern for rule in _used(folder)] == [rule.pattern for rule in first]
