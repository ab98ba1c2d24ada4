"""Rules and templates have clocks of their own: what is too slow is stopped, and what a rule did not read is told."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import clock, rules, shipped
from pipeline.clock import RULE_SECONDS, TimeUpError, at_most, in_time, ruled
from pipeline.read import read
from pipeline.record import Record
from pipeline.rules import Rule
from pipeline.rules.match import SHORT, Matcher, run
from pipeline.rules.pattern import EVERY
from pipeline.run import records_of
from pipeline.wording import read_in_part
from tests.test_bad_text import MINUTES

BOOK = rules.load([shipped.rules_folder()])
LINE = 1_000_000 if os.environ.get("HOSTILE") == "all" else 60_000
"""Letters of a line that every rule is given; a megabyte with `make hostile`."""


def spin() -> Iterator[int]:
    yield 1
    while True:
        pass


def test_work_is_stopped_when_its_time_is_up() -> None:
    begun = time.thread_time()
    with pytest.raises(TimeUpError), at_most(0.2):
        list(spin())
    assert 0.1 < time.thread_time() - begun < 2


def test_a_pattern_is_stopped_while_it_matches() -> None:
    with pytest.raises(TimeUpError), at_most(0.2):
        re.search(r"(?:a|aa)+$", "a" * 60 + "b")


def test_a_clock_that_has_run_out_harms_nothing_that_comes_after() -> None:
    for _ in range(200):
        try:
            with at_most(0.0005):
                sum(range(20_000))
        except TimeUpError:
            pass
        sum(range(2_000))


def test_in_another_thread_nothing_is_limited_and_nothing_breaks() -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.extend(in_time("a", [1, 2])))
    thread.start()
    thread.join()
    assert found == [1, 2]


def test_a_rule_keeps_what_it_found_and_is_asked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "RULE_SECONDS", 0.2)
    with ruled() as told:
        assert in_time("slow", spin()) == [1]
        assert in_time("slow", [2]) == []
        assert in_time("quick", [2]) == [2]
    assert told.stopped == {"slow"}
    assert in_time("slow", [2]) == [2], "the next file is another matter"


def test_the_time_of_a_rule_is_counted_over_all_texts_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "RULE_SECONDS", 0.2)

    def work() -> Iterator[int]:
        until = time.thread_time() + 0.05
        while time.thread_time() < until:
            pass
        yield 1

    with ruled() as told:
        found = sum(sum(in_time("a", work())) for _ in range(20))
    assert 1 <= found <= 10
    assert told.stopped == {"a"}


def runs_away(rule: Rule) -> Rule:
    """A rule with a pattern that the loader would refuse."""
    other = replace(rule, text=rule.text.model_copy(update={"id": "slips-through", "line": r"(?:\w+\s?)+[!]"}))
    return replace(other, needles=frozenset(), needs=(), opening=EVERY)


def with_one_that_runs_away() -> Matcher:
    some = next(rule for rule in BOOK.rules if rule.kind == "money" and rule.text.line and not rule.text.where.part)
    book = replace(BOOK, rules=(*BOOK.rules, replace(runs_away(some), order=len(BOOK.rules))))
    return Matcher(book)


def records(tmp_path: Path, text: str, matcher: Matcher | None = None) -> list[Record]:
    path = tmp_path / "m.txt"
    path.write_text(text, "utf-8")
    return records_of(read(path), matcher or with_one_that_runs_away())


def test_a_paper_on_which_a_rule_runs_away_is_read_by_the_others_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "RULE_SECONDS", 0.5)
    [whole] = records(tmp_path, f"{MINUTES}\n3. Other\nThe Clerk paid £40.\n")
    assert not read_in_part(whole)
    begun = time.thread_time()
    [record] = records(tmp_path, f"{MINUTES}\n3. Other\nThe Clerk paid £40. {'so it goes ' * (SHORT // 8)}\n")
    assert time.thread_time() - begun < 20
    [problem] = [problem for problem in record.problems if problem.code == "rule-stopped"]
    assert "slips-through" in problem.message
    assert read_in_part(record)
    assert any("mend the gate" in action.task for action in record.actions)
    assert [money.amount for money in record.money] == [40]


def test_the_same_words_in_the_next_file_are_told_of_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "RULE_SECONDS", 0.5)
    matcher, text = with_one_that_runs_away(), f"{MINUTES}\n3. Other\nPaid £40. {'so it goes ' * (SHORT // 8)}\n"
    told = [{problem.code for one in records(tmp_path, text, matcher) for problem in one.problems} for _ in range(2)]
    assert all("rule-stopped" in codes for codes in told)


def adverse(rule: Rule) -> list[str]:
    """What many patterns begin with, and what this one reads all but a word or a letter of: each to be repeated."""
    kinds = [
        "x",
        "A",
        "1",
        "é",
        "(",
        ".",
        "-",
        " ",
        "\u00a3",
        "x ",
        "A. ",
        "1.",
        "1,000 ",
        "the Clerk to ",
        "Cllr A. Lee, ",
    ]
    for example in rule.text.examples:
        words = example.text.split()
        parts = (words, words[:-1], words[1:], words[: len(words) // 2])
        kinds += [f"{' '.join(part)} " for part in parts if part] + [example.text[:-1]]
    return [kind for kind in dict.fromkeys(kinds) if kind]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in BOOK.rules])
def test_no_rule_reads_an_adverse_line_for_longer_than_its_time(rule: Rule) -> None:
    kinds = adverse(rule)
    share = LINE // len(kinds)
    line = "".join(kind * (share // len(kind) + 1) for kind in kinds)
    begun = time.thread_time()
    with ruled():
        run(rule, line)
    assert time.thread_time() - begun < RULE_SECONDS + 1
