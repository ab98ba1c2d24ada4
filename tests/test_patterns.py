"""What is read from a pattern before it runs: the words that a text must hold, and whether it can run away."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline import rules, shipped
from pipeline.rules.opening import guarded, opening
from pipeline.rules.pattern import EVERY, Terms, needles
from pipeline.rules.runaway import probe, runaway
from pipeline.rules.tokens import phrase_needles, token_needles

TERMS = rules.load([shipped.rules_folder()]).terms


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"^ACTION\s*:", {"action"}),
        (r"[Aa]ction", {"action"}),
        (r"(?:was\s+)?agreed", {"agreed"}),
        (r"\b(?:carried|agreed)\b", {"carried", "agreed"}),
        (r"(?:January|June) \d", {"january ", "june "}),
        (r"to\s+note", {"to note"}),
        (r"£\s?(?P<n>\d+)", {"£"}),
        (r"x*|yes", set()),
        (r"[A-Z]\w+", set()),
        (r"(?:very )?", set()),
        (r"(?=Clerk)\w+", {"clerk"}),
        (r"(?!Clerk)\w+ing", {"ing"}),
        (r"\d+", {"\0d"}),
    ],
)
def test_needles_of_a_pattern(pattern: str, expected: set[str]) -> None:
    assert needles(Terms({}).items(pattern)) == expected


@pytest.mark.parametrize(
    ("pattern", "flags", "letters"),
    [
        (r"Clerk", 0, "C"),
        (r"Clerk", re.IGNORECASE, "Cc"),
        (r"(?i:c)lerk", 0, "Cc"),
        (r"(?i)c(?-i:l)", re.IGNORECASE, "Cc"),
        (r"\b(?:The\s)?[A-C]\w+", 0, "ABCT"),
        (r"(?=x)(?<!y)a|b{2}", 0, "ab"),
        (r"(?:a?b*)+?c", 0, "abc"),
        (r"(?>q)|[^\W\d_a-zA-Z]", 0, "q"),
    ],
)
def test_with_what_a_match_begins(pattern: str, flags: int, letters: str) -> None:
    bits = opening(Terms({}).items(pattern), ignore_case=bool(flags & re.IGNORECASE))
    assert "".join(chr(code) for code in range(128) if bits >> code & 1) == letters


@pytest.mark.parametrize("pattern", [r"(?:a)?", r"a*", r"(a)?\1b", r"(?=a)"])
def test_a_match_that_may_be_empty_begins_anywhere(pattern: str) -> None:
    assert opening(Terms({}).items(pattern), ignore_case=False) == EVERY
    assert guarded(pattern, EVERY) == pattern


def test_phrases_need_no_word_that_the_tokenizer_would_split() -> None:
    import spacy

    english: Any = spacy.blank("en")
    words = {word for word in english.tokenizer.rules if word.isalpha() and word.isascii() and len(english(word)) > 1}
    assert {"cannot", "thats"} <= words
    assert [word for word in sorted(words) if phrase_needles([word])] == []
    assert phrase_needles(["cannot be found", "Matters Arising"]) == {"found", "matters"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ([{"LOWER": "action"}, {"LOWER": "to"}], {"action"}),
        ([{"LOWER": "action", "OP": "?"}, {"ORTH": "To", "OP": "+"}], {"to"}),
        ([{"LOWER": {"IN": ["agreed", "noted"]}}, {"IS_ALPHA": True}], {"agreed", "noted"}),
        ([{"LOWER": {"NOT_IN": ["agreed"]}}, {"LOWER": "noted", "OP": "!"}], set()),
    ],
)
def test_needles_of_tokens(pattern: list[dict[str, Any]], expected: set[str]) -> None:
    assert token_needles([pattern]) == expected
    assert token_needles([pattern, [{"IS_ALPHA": True}]]) == set(), "the second pattern may read any text"


# ---- patterns that run away


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(\w+ ?)+:",
        r"(\w+\s*)*x",
        r"(a|aa)+$",
        r"(?:ab|ab)+c",
        r"(?:,?\s*\w*)+x",
        r"(?:(?:\w+ ){1,3})+x",
        r"(?:[A-Z][\w'-]+[ -])+x",
        r"^.*.*.*x",
        r".*.*x",
        r"of(?:\s+(?:\w+\s*){1,6})\W*$",
        r"(.+?)\s*\(([^)]+)\)",
        r"{words}x",
    ],
)
def test_a_pattern_that_can_run_away_is_known(pattern: str) -> None:
    assert runaway(Terms({"words": r"(?:\w+\s*)+"}).items(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"^ACTION\s*[:–-]\s*(?P<owner>[A-Z][\w. ]*?) to (?P<task>.+?)\.?$",
        r"(?:[A-Z][a-z]+\s+)*[A-Z]\w+",
        r"^(?P<name>[\w .]+?)\s*[-–,]?\s*(?P<role>.+)$",
        r"£\s?\d{1,3}(?:,\d{3})*(?:\.\d+)?",
        r"^(?P<a>.+?)\s*\((?P<b>[^)]+)\)$",
        r"proposed by (?P<m>.+?),? seconded by (?P<s>.+?)(?:\.|$)",
        r"(?:\w+, )+and",
        r"{name}(?:, {name})*",
    ],
)
def test_a_pattern_that_cannot_run_away_is_let_through(pattern: str) -> None:
    items = Terms(TERMS).items(pattern)
    assert runaway(items) == ""
    assert probe(re.compile(Terms(TERMS).expand(pattern)), items) == ""


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:ab|ab)+c", r"^.*.*.*x"])
def test_timing_shows_a_pattern_that_runs_away(pattern: str) -> None:
    assert "ms for" in probe(re.compile(pattern), Terms({}).items(pattern))
