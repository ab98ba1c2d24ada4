"""What fuzzing found is kept in tests/crashes and tried in every run; and a second of fuzzing, the same each time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tools.fuzz import CRASHES, TARGETS, changed, harmless, seeds

ONCE = 25  # inputs of each target


@pytest.mark.parametrize("path", sorted(CRASHES.glob("*-*")), ids=lambda path: path.name)
def test_what_once_did_harm_does_none(path: Path) -> None:
    assert harmless(TARGETS[path.name.partition("-")[0]], path.read_bytes()) == ""


@pytest.mark.parametrize("name", TARGETS)
def test_changed_papers_are_read_or_refused_in_a_sentence(name: str) -> None:
    draw, starts = random.Random(name), seeds(name)
    for number in range(ONCE):
        assert harmless(TARGETS[name], changed(draw.choice(starts), draw)) == "", f"the {number}th input"


def test_a_fault_is_noticed() -> None:
    def breaks(content: bytes) -> None:
        raise IndexError(content)

    assert harmless(breaks, b"x") == "IndexError: b'x'"
