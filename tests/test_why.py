"""Why a rule reads a line or does not, and what `minutebook rules explain` says of a paper."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import rules, shipped
from pipeline.explain import explain_paper, lines_of
from pipeline.problem import SettingError
from pipeline.rules import Rulebook
from pipeline.rules.pattern import Terms
from pipeline.rules.why import Asked, Explained, explain, guards, parts
from pipeline.rules.worded import LONGEST, worded
from pipeline.workspace import Workspace
from tests.test_cli import Run
from tests.test_cli import run as run  # the fixture

BOOK = rules.load([shipped.rules_folder()])
RULES = """\
kind: action
rules:
- id: arrows
  about: A label, an owner, a task.
  where: {section: [item]}
  line: '^ACTION\\s*:\\s*(?P<owner>\\w+) shall (?!not\\b)(?P<task>.+)'
  ignore_case: true
  examples: [{text: x}]
  never: [{text: y, because: z}]
- id: last
  about: Someone shall.
  line: '(?P<owner>\\w+) shall'
  examples: [{text: x}]
  never: [{text: y, because: z}]
- id: tokened
  about: Tokens.
  tokens: [{LOWER: clerk}, {LOWER: shall}]
  examples: [{text: x}]
  never: [{text: y, because: z}]
- id: rows-only
  about: In a table's row.
  where: {part: [row]}
  line: 'Clerk\\s+(?:will|shall)'
  examples: [{text: x}]
  never: [{text: y, because: z}]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "actions.yaml").write_text(RULES, "utf-8")
    return rules.load([folder])


def ask(book: Rulebook, text: str, *, section: str = "item", part: str = "text") -> Explained:
    return explain(book, text, [Asked(text, section, "minutes", part, "action")])


def missed(explained: Explained) -> dict[str, tuple[str, str]]:
    return {miss.rule.id: (miss.why, miss.detail) for miss in explained.missed}


# One line and the rules


def test_the_rules_that_read_a_line_and_which_comes_first(book: Rulebook) -> None:
    found = ask(book, "Action: Clerk shall write", part="row")
    assert [(r.rule.id, r.quote, r.after) for r in found.read] == [
        ("arrows", "Action: Clerk shall write", ""),
        ("last", "Clerk shall", "arrows"),
        ("tokened", "Clerk shall", "arrows"),
        ("rows-only", "Clerk shall", "arrows"),
    ]
    assert found.read[0].values == {"owner": "Clerk", "task": "write"}
    assert found.missed == ()


def test_a_rule_that_looks_elsewhere_says_where_and_is_the_nearest(book: Rulebook) -> None:
    found = ask(book, "Action: Clerk shall write", section="front")
    assert found.missed[0].rule.id == "arrows"
    assert missed(found)["arrows"] == (
        "place",
        "would read “Action: Clerk shall write”, but section must be item, and is front here",
    )
    assert missed(found)["rows-only"] == ("place", "would read “Clerk shall”, but part must be row, and is text here")


def test_a_rule_that_is_asked_at_its_place_too_is_no_miss(book: Rulebook) -> None:
    text = "Clerk shall write"
    asked = [Asked(text, "item", "minutes", part, "action") for part in ("text", "row")]
    assert "rows-only" in [one.rule.id for one in explain(book, text, asked).read]
    assert "rows-only" not in missed(explain(book, text, asked))


def test_an_exception_that_holds_is_named(book: Rulebook) -> None:
    why, detail = missed(ask(book, "Action: Clerk shall not write"))["arrows"]
    assert why == "guard"
    assert detail == "would read “Action: Clerk shall not write”, but not with “not”"


def test_a_pattern_that_breaks_off_says_after_which_words(book: Rulebook) -> None:
    assert missed(ask(book, "Action - Clerk shall write"))["arrows"] == (
        "pattern",
        "reads “Action” and then wants “:”",
    )
    assert missed(ask(book, "The clerk said that he shall"))["tokened"][0] == "tokens"


def test_a_line_without_a_rules_words_says_which_they_are(book: Rulebook) -> None:
    why, detail = missed(ask(book, "Signed by the Chair"))["arrows"]
    assert why == "words" and detail.startswith("the line has none of: ")
    assert ask(book, "Signed by the Chair").missed[0].share == 0.0


def test_the_nearer_a_rule_came_the_earlier_it_is_named(book: Rulebook) -> None:
    shares = [miss.share for miss in ask(book, "Action: Clerk shall not write").missed]
    assert shares == sorted(shares, reverse=True)


def test_rules_of_other_kinds_and_bodies_are_not_asked(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    own = RULES.replace("id: ", "id: own-")
    (tmp_path / "bodies" / "ambleforth.yaml").write_text(own, "utf-8")
    book = rules.load([tmp_path])
    asked = [Asked("Clerk shall write", kind="action")]
    assert explain(book, "Clerk shall write", asked).read == ()
    assert explain(book, "Clerk shall write", asked, bodies=["ambleforth"]).read
    assert (
        explain(book, "Clerk shall write", [Asked("Clerk shall write", kind="money")], bodies=["ambleforth"]).read == ()
    )


# Patterns in words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (r"(?:was|were)\s+agreed", "was/were agreed"),
        (r"[Rr]esolved\b", "resolved"),
        (r"{month}\s+\d{1,2}", "June/May 0"),
        (r"(?P<owner>\w+)\s+(?:to|will)\s", "… to/will"),
        (r"the\s+(?:new\s+)?clerk", "the clerk"),
        (r"a|b|c|d|e|f", "…"),
        (r"one|two|three|four|five|six", "one/two/three/four/…"),
        (r"\b^$(?!x)", ""),
        (r"[:–-]", ":"),
        (r"x" * 100, "x" * LONGEST + " …"),
    ],
)
def test_a_pattern_in_words(line: str, words: str) -> None:
    assert worded(line, Terms({"month": ("May", "June")})) == words


def test_every_part_of_every_shipped_rule_can_be_said() -> None:
    for rule in BOOK.rules:
        for part in parts(rule.text.line or ""):
            said = worded(part, rule.terms, rule.text.flags)
            assert len(said) <= LONGEST + 2
            typed = rule.terms.expand(part).replace("(?", "")
            assert not set("\\(?[") & set(said) or set("\\(?[") & set(typed), (rule.id, said)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"^ACTION\s*[:–-]\s*(?P<owner>\w+) to", ["^", "ACTION", r"\s*", "[:–-]", r"\s*", r"(?P<owner>\w+)", " to"]),
        (r"{post}? (?:a|b){2,3}\.?$", ["{post}?", " ", "(?:a|b){2,3}", r"\.?", "$"]),
        (r"[]|)(]+x", ["[]|)(]+", "x"]),
        (r"this|that", [r"this|that"]),
    ],
)
def test_parts_of_a_pattern(line: str, expected: list[str]) -> None:
    assert parts(line) == expected


@given(st.text(st.sampled_from(r"ab(){}[]|*+?\. "), max_size=30))
def test_parts_join_to_the_pattern(line: str) -> None:
    assert "".join(parts(line)) == line


def test_the_exceptions_in_a_pattern() -> None:
    line = r"a(?!b(?:c|d)(?!e))[(?!]x\(?!(?:f(?<!g))"
    assert [line[start:end] for start, end in guards(line)] == ["(?!b(?:c|d)(?!e))", "(?<!g)"]


# A whole paper

PAPER = """\
AMBLEFORTH PARISH COUNCIL

Minutes of the meeting held on Tuesday 11 March 2025 in the Village Hall

Present: Cllr Ann Lee (Chair), Cllr Tom Reed

1. Apologies
There were none.

2. Finance
2.1 It was RESOLVED to pay £120.00 for the mower.
2.2 Some thought about buying a bench for the green.
ACTION: Ann Lee to order the signs by 30 April 2025.
"""


@pytest.fixture
def told(tmp_path: Path) -> list[str]:
    """What is printed about the paper above, line by line."""
    path = tmp_path / "minutes.txt"
    path.write_text(PAPER, "utf-8")
    lines = explain_paper(path, Workspace(tmp_path))
    return [text for line in lines for _, text in lines_of(line, near=2)]


def after(told: list[str], words: str) -> list[str]:
    """What is said of the line with these words."""
    [start] = [n for n, text in enumerate(told) if words in text and not text.startswith("  ")]
    return list(itertools.takewhile(lambda text: text.startswith("  "), told[start + 1 :]))


def test_what_is_in_the_record_is_said_to_be(told: list[str]) -> None:
    said = after(told, "RESOLVED")
    assert any(text.startswith("  decision/") and text.endswith("(in the record)") for text in said)
    assert any(text.startswith("  money/") and text.endswith("(in the record)") for text in said)
    assert any("reads “30 April” " in text and "comes first)" in text for text in after(told, "ACTION: Ann Lee"))


def test_questions_are_those_that_the_pipeline_asked(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(PAPER, "utf-8")
    [line] = explain_paper(path, Workspace(tmp_path), kind="decision", words="RESOLVED")
    assert "line 11" in line.place and line.place.startswith("item")
    # A rule for whole resolutions is asked about the sentence; no rule is called a miss that reads it elsewhere.
    assert {one.rule.kind for one in line.explained.read} == {"decision"}
    reading = {one.rule.id for one in line.explained.read}
    assert not reading & {miss.rule.id for miss in line.explained.missed}
    assert line.in_record & reading


def test_a_line_that_is_nothing_names_the_nearest_rules_in_few_lines(told: list[str]) -> None:
    said = after(told, "thought about buying")
    assert said and all("does not: " in text for text in said if "/" in text.split()[0])
    assert len([text for text in said if "does not: " in text]) <= 2
    assert not any("(?" in text or "\\" in text for text in told)  # no pattern is shown to a clerk


def test_all_names_every_rule_and_none_but_those_of_a_kind(run: Run) -> None:
    Path("a.txt").write_text(PAPER, "utf-8")
    code, out, _ = run("rules", "explain", "a.txt", "--with", "thought", "--kind", "decision", "--all")
    assert code == 0
    lines = [line for line in out.splitlines() if line.startswith("  ")]
    assert len(lines) == sum(rule.kind == "decision" for rule in BOOK.rules)
    assert all(line.startswith("  decision/") for line in lines)
    short = run("rules", "explain", "a.txt", "--with", "thought", "--kind", "decision", "--near", "1")[1]
    assert len([line for line in short.splitlines() if line.startswith("  ")]) <= 1


def test_nothing_to_explain_is_said(run: Run) -> None:
    Path("a.txt").write_text(PAPER, "utf-8")
    code, out, _ = run("rules", "explain", "a.txt", "--with", "zebra")
    assert code == 0
    assert out.startswith("No rule reads anything there")


def test_rows_of_tables_are_explained_too(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    table = "| Item | Action | By whom |\n|---|---|---|\n| Signs | Order the new signs | Ann Lee |\n"
    path.write_text(f"{PAPER}\n\n3. Actions\n\n{table}", "utf-8")
    places = {line.explained.text: line.place for line in explain_paper(path, Workspace(tmp_path))}
    assert any("Order the new signs" in text and "table" in place for text, place in places.items())


def test_what_cannot_be_explained_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no such file"):
        next(explain_paper(tmp_path / "a.txt", Workspace(tmp_path)))
    (tmp_path / "a.txt").write_text(PAPER, "utf-8")
    with pytest.raises(SettingError, match="no kind of rule"):
        next(explain_paper(tmp_path / "a.txt", Workspace(tmp_path), kind="poetry"))
