"""What patterns need of a text is kept between processes, and never goes stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import rules, shipped
from pipeline.kept import NEEDS, OLD_RULES, PATTERNS, RULES, sweep
from pipeline.problem import RuleError
from pipeline.rules import Rule, Rulebook
from pipeline.rules.needed import Needs

FILE = """\
kind: due
{define}rules:
  - id: before-the-fair
    about: A day named by the fair.
    line: '{line}'
    examples:
      - text: The stalls are wanted before the fair in spring.
    never:
      - text: The fair was dry.
        because: Nothing is due.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of rules that count as shipped: those of others are checked anew each time."""
    made = tmp_path / "rules"
    made.mkdir()
    monkeypatch.setattr(rules, "is_shipped", lambda path: path.parent == made)
    yield made


def _loaded(folder: Path, kept: Path, line: str, define: str = "") -> Rule:
    (folder / "due.yaml").write_text(FILE.format(line=line, define=define), "utf-8")
    (rule,) = rules.load([folder], kept=kept).rules
    return rule


def _facts(book: Rulebook) -> list[tuple[object, ...]]:
    return [(rule.id, rule.needs, rule.needles, rule.opening) for rule in book.rules]


def test_the_shipped_rules_are_the_same_the_first_time_the_second_time_and_without(tmp_path: Path) -> None:
    plain = _facts(rules.load([shipped.rules_folder()]))
    assert _facts(rules.load([shipped.rules_folder()], kept=tmp_path)) == plain
    assert _facts(rules.load([shipped.rules_folder()], kept=tmp_path)) == plain


def test_what_is_kept_is_not_worked_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules.load([shipped.rules_folder()], kept=tmp_path)
    monkeypatch.setattr(rules, "needs", lambda items: pytest.fail("worked out again"))
    rules.load([shipped.rules_folder()], kept=tmp_path)


def test_a_changed_pattern_and_a_changed_term_are_worked_out_anew(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert _loaded(folder, kept, "before the fair").needles == {"before the fair"}
    assert _loaded(folder, kept, "before the fete").needles == {"before the fete"}
    fair, fete = (f"define:\n  day_out: [{day}]\n" for day in ("fair", "fete"))
    assert _loaded(folder, kept, "before the {day_out}", fair).needles == {"before the fair"}
    assert _loaded(folder, kept, "before the {day_out}", fete).needles == {"before the fete"}


def test_a_torn_or_strange_file_counts_as_missing(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    _loaded(folder, kept, "before the fair")
    (place,) = kept.glob(f"*{NEEDS}")
    whole = place.read_bytes()
    for content in (b"", whole[:-9], b"{}\n", whole.replace(b"sha", b"shb"), b"\xff\xfe"):
        place.write_bytes(content)
        assert _loaded(folder, kept, "before the fair").needles == {"before the fair"}
        assert place.read_bytes() == whole


def test_where_nothing_can_be_written_the_rules_load_all_the_same(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", "utf-8")
    assert _loaded(folder, blocked, "before the fair").needles == {"before the fair"}


def test_a_rule_of_the_users_own_is_checked_each_time(tmp_path: Path) -> None:
    (tmp_path / "due.yaml").write_text(FILE.format(line="((a+)+)+b", define=""), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match="can run away"):
            rules.load([tmp_path], kept=tmp_path / "kept")
    assert Needs.of(tmp_path / "kept").known == {}


def test_a_sweep_leaves_the_newest_and_no_more_than_some(tmp_path: Path) -> None:
    for number in range(OLD_RULES + 3):
        (tmp_path / f"{number}{(NEEDS, PATTERNS, RULES)[number % 3]}").write_bytes(b"")
    sweep(tmp_path, ())
    assert len(list(tmp_path.iterdir())) == OLD_RULES
