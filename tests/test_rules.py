"""Rules: every example, never and gap of every shipped rule is a row; the engine, its checks and its limits."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import rules, shipped
from pipeline.problem import RuleError
from pipeline.rules import Rule, Rulebook, rulecheck
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import LONGEST, Match, Matcher, pieces, run
from pipeline.rules.pattern import Need, Terms, hay
from pipeline.rules.rulecheck import Case
from pipeline.rules.runaway import runaway
from pipeline.rules.sieve import Sieve, met
from tests.conftest import ROOT

BOOK = rules.load([shipped.rules_folder()])
CASES = rulecheck.cases(BOOK)


# ---- the shipped rules


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.rule.id}/{case.name}") for case in CASES])
def test_a_rule_does_what_it_says(case: Case) -> None:
    assert rulecheck.try_case(case) == ""


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in BOOK.rules])
def test_no_earlier_rule_takes_an_example_with_another_value(rule: Rule) -> None:
    examples = [case for case in CASES if case.rule is rule and case.name.startswith("example")]
    found = [f"{f.case}: {f.message}" for c in examples for f in rulecheck.doubles(BOOK, c) if f.severity == "failure"]
    assert found == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in BOOK.rules if rule.text.line is not None])
def test_no_shipped_pattern_can_run_away(rule: Rule) -> None:
    assert rule.text.line is not None
    assert runaway(rule.terms.items(rule.text.line, rule.text.flags), ignore_case=rule.text.ignore_case) == ""


def test_the_shipped_rules_are_those_of_the_checkout() -> None:
    assert shipped.rules_folder() == ROOT / "rules"
    assert shipped.templates_folder() == ROOT / "templates"
    assert shipped.is_shipped(ROOT / "rules" / "terms.yaml")
    assert not shipped.is_shipped(ROOT / "corpus" / "terms.yaml")


@pytest.mark.parametrize(
    ("term", "reads"),
    [
        ("name", "Cllr Marlow"),
        ("name", "Siobhán O'Neill"),
        ("name", "Rory McCreesh"),
        ("name", "Piet van der Berg"),
        ("name", "A. B. Marlow-Finch"),
        ("name", "Mrs J Marlow"),
        ("name", "Élise D’Arcy"),
        ("name", "Rev. Dr Marlow"),
        ("post", "Clerk"),
        ("post", "Director of Finance"),
        ("post", "Head of Education Strategy"),
        ("post", "Lead Commissioner for Schools and Skills"),
        ("post", "Democratic Services Officer"),
        ("post", "Chief Administrative Officer"),
        ("post", "Clerk-Treasurer"),
        ("post", "Leas Cathaoirleach"),
        ("post", "Vice-Chair"),
        ("post", "Headteacher"),
        ("group", "the Finance Committee"),
        ("group", "All members"),
        ("ordinal", "21st"),
    ],
)
def test_a_shared_term_reads_the_whole_of(term: str, reads: str) -> None:
    assert re.fullmatch(Terms(BOOK.terms).expand(f"{{{term}}}"), reads)


@pytest.mark.parametrize(
    ("term", "leaves"),
    [("name", "the meeting"), ("name", "marlow"), ("name", "3 May"), ("post", "the road"), ("post", "clerk")],
)
def test_a_shared_term_leaves_alone(term: str, leaves: str) -> None:
    assert not re.fullmatch(Terms(BOOK.terms).expand(f"{{{term}}}"), leaves)


# ---- loading


def rule_file(pattern: str, *, name: str = "arrows", kind: str = "action", more: str = "") -> str:
    return (
        f"kind: {kind}\nrules:\n- id: {name}\n  about: A test.\n  {pattern}\n{more}"
        "  examples: [{text: 'x'}]\n  never: [{text: 'y', because: z}]\n"
    )


def book_of(tmp_path: Path, *files: str) -> Rulebook:
    for number, text in enumerate(files):
        (tmp_path / f"rules-{number}.yaml").write_text(text, "utf-8")
    return rules.load([tmp_path])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rule_file("line: 'a'", more="  colour: red\n"), r"rules-0\.yaml:6: rules\.0\.colour: no such key"),
        (rule_file("line: 'a'", kind="motion"), r"rules-0\.yaml:1: kind"),
        (
            rule_file("line: 'a'", more="  where: {section: [kitchen]}\n"),
            r"rules-0\.yaml:6: rules\.0\.where\.section\.0",
        ),
        (rule_file("line: 'a'", more="  phrases: [a]\n"), "exactly one of line, tokens, phrases"),
        (rule_file("about: twice"), r"rules-0\.yaml:5: the key about is typed twice, first in line 4"),
        (rule_file("line: '(a'"), r"rules-0\.yaml:3: rule arrows: missing \)"),
        (rule_file("line: '{nobody} to'"), r"rule arrows: no term \{nobody\}"),
        (rule_file(r"line: '(\w+\s*)+:'"), "rule arrows can run away: a repeat within a repeat"),
        (rule_file("tokens: [{LOWR: a}]"), "token 1: no such key: LOWR"),
        (rule_file("tokens: [{LOWER: a}, {LEMMA: be}]"), "token 2: LEMMA needs a trained model"),
        (rule_file("tokens: [{LOWER: Clerk}]"), "LOWER can never be 'Clerk'"),
        (rule_file("tokens: [{IS_ALPHA: 'yes'}]"), "IS_ALPHA is true or false"),
        (rule_file("tokens: [{LOWER: a, OP: '**'}]"), "OP is"),
        (rule_file("tokens: [{TEXT: {REGEX: '('}}]"), "REGEX"),
        (rule_file("tokens: [{LOWER: a, as: The Owner}]"), "`as` names a group"),
        (rule_file("tokens: []"), "a pattern is missing"),
        (rule_file("phrases: ['']"), "a phrase is missing"),
        ("kind: action\nrules:\n- id: bare\n  about: x\n  line: a\n", "examples: this key is missing"),
        ("rules:\n- a\n", r"rules-0\.yaml:2: rules\.0"),
        ("[]", r"rules-0\.yaml:1"),
    ],
)
def test_a_faulty_rule_file_is_refused_with_file_line_and_reason(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RuleError, match=said) as caught:
        book_of(tmp_path, text)
    assert "rules-0.yaml" in str(caught.value)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"rules-1\.yaml:3: rule arrows is also in .*rules-0\.yaml:3"):
        book_of(tmp_path, rule_file("line: a"), rule_file("line: b"))


def test_terms_that_name_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="in a circle"):
        book_of(tmp_path, "kind: terms\nterms: {one: '{two}', two: '{one}'}\n", rule_file("line: '{one}'"))


def test_a_list_of_words_takes_the_longest_first_and_any_blank(tmp_path: Path) -> None:
    terms = "kind: terms\nterms: {post: [Clerk, Clerk to the Council]}\n"
    book = book_of(tmp_path, terms, rule_file("line: '(?P<owner>{post}) to'"))
    (hit,) = run(book.rules[0], "Clerk  to the\u00a0Council to write")
    assert hit.get("owner") == "Clerk  to the\u00a0Council"
    assert book.words("post") == ("Clerk", "Clerk to the Council")


def test_a_file_of_the_workspace_wins_over_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    own, base = tmp_path / "own", tmp_path / "base"
    for folder, word in ((own, "mine"), (base, "theirs")):
        folder.mkdir()
        (folder / "actions.yaml").write_text(rule_file(f"line: {word}", name=word), "utf-8")
    (base / "due.yaml").write_text(rule_file("line: soon", name="soon", kind="due"), "utf-8")
    assert [rule.id for rule in rules.load([own, base]).rules] == ["mine", "soon"]


def test_rules_of_one_body_come_first_and_hold_for_it_alone(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    own = rule_file("line: 'A(?P<owner>B)'\n  kind: action", name="own").replace("kind: action\n", "", 1)
    (tmp_path / "bodies" / "ambleforth-parish-council.yaml").write_text(own, "utf-8")
    matcher = Matcher(book_of(tmp_path, rule_file("line: 'A(?P<owner>.)'", name="general")))
    ids = [match.rule.id for match in matcher.for_body("ambleforth-parish-council").find("action", "AB")]
    assert ids == ["own", "general"]
    assert [match.rule.id for match in matcher.find("action", "AB")] == ["general"]
    assert [match.rule.id for match in matcher.for_body("harrowdale").find("action", "AB")] == ["general"]
    first = matcher.for_body("ambleforth-parish-council").first("action", "AB")
    assert first is not None
    assert first.rule.id == "own"


# ---- matching


def only(book: Rulebook) -> Rule:
    (rule,) = book.rules
    return rule


def told(matches: list[Match]) -> list[tuple[str, dict[str, str]]]:
    return [(match.text[match.start : match.end], match.values) for match in matches]


def test_a_token_rule_names_the_words_of_neighbouring_tokens(tmp_path: Path) -> None:
    tokens = (
        "tokens: [{LOWER: action}, {ORTH: ':', OP: '?'}, {IS_TITLE: true, OP: '+', as: owner}, {LOWER: to}, "
        "{IS_PUNCT: false, OP: '+', as: task}]\n  set: {marked: 'yes'}"
    )
    rule = only(book_of(tmp_path, rule_file(tokens)))
    text = "Noted. ACTION: Alex Marlow to mend the gate. Action Clerk to write"
    assert told(run(rule, text)) == [
        ("ACTION: Alex Marlow to mend the gate", {"marked": "yes", "owner": "Alex Marlow", "task": "mend the gate"}),
        ("Action Clerk to write", {"marked": "yes", "owner": "Clerk", "task": "write"}),
    ]


def test_of_several_token_patterns_the_longest_at_a_place_counts(tmp_path: Path) -> None:
    tokens = (
        "tokens: [[{LOWER: next}, {LOWER: week, as: when}], [{LOWER: next}, {LOWER: week}, {LOWER: friday, as: day}]]"
    )
    rule = only(book_of(tmp_path, rule_file(tokens)))
    assert told(run(rule, "next week Friday, next week")) == [
        ("next week Friday", {"day": "Friday"}),
        ("next week", {"when": "week"}),
    ]


def test_a_phrase_rule_ignores_capitals_and_takes_whole_words(tmp_path: Path) -> None:
    rule = only(book_of(tmp_path, rule_file("phrases: [matters arising, arising]")))
    assert told(run(rule, "MATTERS ARISING, and arisings; Arising")) == [("MATTERS ARISING", {}), ("Arising", {})]


def test_a_group_that_took_no_part_has_no_value(tmp_path: Path) -> None:
    rule = only(book_of(tmp_path, rule_file("line: 'a(?P<b>b)?(?P<c>c)?'")))
    (hit,) = run(rule, "ac")
    assert hit.values == {"c": "c"}
    assert (hit.get("b"), hit.get("b", "none"), hit.get("c")) == ("", "none", "c")


def test_where_excludes_only_what_the_caller_says(tmp_path: Path) -> None:
    where = "  where: {section: [item], paper: [minutes], part: [text]}\n"
    matcher = Matcher(book_of(tmp_path, rule_file("line: 'a'", more=where)))
    assert matcher.first("action", "a")
    assert matcher.first("action", "a", section="item", paper="minutes", part="text")
    assert not matcher.first("action", "a", section="front")
    assert not matcher.first("action", "a", paper="agenda")
    assert not matcher.first("action", "a", part="margin")
    assert not matcher.first("decision", "a")


def test_rules_without_tokens_do_not_import_spacy(tmp_path: Path) -> None:
    files = (rule_file("line: 'a b'"), rule_file("phrases: [zebra]", name="zebra"))
    book_of(tmp_path, *files)
    code = (
        "import sys; from pathlib import Path; from pipeline import rules; from pipeline.rules.match import Matcher;"
        f"Matcher(rules.load([Path({str(tmp_path)!r})])).find('action', 'a b c'); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_shipped_rule_imports_spacy() -> None:
    assert [rule.id for rule in BOOK.rules if not rule.text.line] == []


def test_a_long_text_is_read_in_pieces_and_nothing_is_lost(tmp_path: Path) -> None:
    rule = only(book_of(tmp_path, rule_file(r"line: '\bgate (?P<number>\d+)\b'")))
    text = " ".join(f"gate {n}" for n in range(5_000))
    found = run(rule, text)
    assert len(text) > 4 * LONGEST
    assert len(found) > 4_990, "a match is lost only where a piece ends within it"
    assert all(text[m.start : m.end] == f"gate {m.get('number')}" for m in found)


@given(st.text(st.sampled_from("ab .-"), max_size=400))
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in pieces(text)) == text


# ---- needles: a rule that is skipped would not have matched


PATTERNS = [rule for rule in BOOK.rules if rule.text.line is not None]
SIEVE = Sieve(PATTERNS)
WORDS = sorted({needle for rule in BOOK.rules for needle in rule.needles})
SENTENCES = [case.typed.text for case in CASES]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(SENTENCES)
        | st.sampled_from(WORDS)
        | st.sampled_from([" ", "\u00a0", "\n", "  ", "ſ", "İ", "ı", "\u212a", "£5", "١٢"])
        | st.text(max_size=4),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([str, str.upper, str.lower, str.title]),
)
def test_needles_never_hide_a_match(pieces_of_text: list[str], case: type[str]) -> None:
    text = case("".join(pieces_of_text))
    straw = hay(text)
    skipped = [rule for rule in PATTERNS if rule.needles and not any(needle in straw for needle in rule.needles)]
    assert [rule.id for rule in skipped if run(rule, text)] == []
    held = SIEVE.held(text)
    asked = set(met([(rule, SIEVE.wanted(rule.needs)) for rule in PATTERNS], held))
    unmet = [rule for rule in PATTERNS if rule not in asked]
    assert [rule.id for rule in unmet if run(rule, text)] == []
    assert unmet == [rule for rule in PATTERNS if not all(_holds(straw, need) for need in rule.needs)]


def _holds(straw: str, need: Need) -> bool:
    """What the sieve finds out word by word, for one need."""
    if isinstance(need, frozenset):
        return any(word in straw for word in need)
    return any(all(any(word in straw for word in words) for words in choice) for choice in need)


def test_a_pattern_tried_only_where_it_can_begin_finds_the_same() -> None:
    twins = ["\u212aent to \u017fend it", "İ ſhall aſk", "ÉTÉ: the clerk’s"]
    for rule in PATTERNS[::3]:
        plain = re.compile(rule.terms.expand(rule.text.line or ""), rule.text.flags)
        for text in [*SENTENCES[::40], *twins, *(t.upper() for t in SENTENCES[::200])]:
            assert [m.span() for m in plain.finditer(text)] == [(m.start, m.end) for m in run(rule, text)]


def test_a_matcher_finds_what_the_rules_find_one_by_one() -> None:
    matcher = Matcher(BOOK)
    kinds = {rule.kind for rule in BOOK.rules}
    for text in SENTENCES[::3]:
        one_by_one = [(r.id, m.start, m.end) for r in BOOK.rules for m in run(r, text)]
        together = [(m.rule.id, m.start, m.end) for kind in kinds for m in matcher.find(kind, text)]
        assert sorted(one_by_one) == sorted(together)


# ---- checking and explaining


TRIO = """\
kind: action
rules:
- id: marked
  about: ACTION and an owner.
  line: '^ACTION: (?P<owner>\\w+) to (?P<task>.+)$'
  examples:
  - {text: 'ACTION: Clerk to write', gives: {owner: Clerk}}
  - {text: 'ACTION: Clerk to ask Chair to write', gives: {owner: Chair}}
  - {text: 'Clerk to write'}
  never:
  - {text: 'ACTION: Clerk to nothing', because: no task}
  gaps:
  - {text: 'ACTION: Chair to sign', because: not read yet}
  - {text: 'ACTION (Chair): sign', because: brackets}
- id: anyone
  about: Someone to do something.
  line: '(?P<owner>\\w+) to '
  examples:
  - {text: 'Chair to sign', gives: {owner: Chair}}
  - {text: 'ACTION: Chair to sign', also: [marked]}
  - {text: 'Clerk to write to the Chair'}
  - {text: 'Chair to sign', also: [marked]}
  never:
  - {text: 'Signed.', because: done}
- id: last-word
  about: Another owner.
  line: '(?P<owner>to write)'
  examples:
  - {text: 'Clerk to write', gives: {owner: to write}}
  never:
  - {text: 'Signed.', because: done}
"""


def test_the_check_tells_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    found = rulecheck.check(book_of(tmp_path, TRIO))
    assert [(f.severity, f.rule, f.case) for f in found] == [
        ("note", "marked", "example-0"),  # anyone agrees with it
        ("note", "marked", "example-0"),  # last-word does not, and comes later
        ("failure", "marked", "example-1"),  # Clerk, not Chair
        ("failure", "marked", "example-2"),  # not read
        ("failure", "marked", "never-0"),  # read
        ("failure", "marked", "gap-0"),  # read by now
        ("failure", "anyone", "example-2"),  # read twice
        ("failure", "anyone", "example-3"),  # marked does not read it
        ("failure", "last-word", "example-0"),  # anyone takes it first, with another owner
    ]
    said = {(f.rule, f.case): f.message for f in found}
    assert said["marked", "example-1"] == "gives owner: 'Clerk' instead of 'Chair'"
    assert said["marked", "gap-0"] == "this gap is now read: move it to examples"
    assert said["anyone", "example-2"].startswith("reads it 2 times")
    assert "owner: 'Clerk' instead of 'to write'" in said["last-word", "example-0"]


def test_the_rules_of_the_folder_that_is_current_now_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process may work in one workspace after the other: "rules" is another folder in each."""
    for name in ("first", "second"):
        (tmp_path / name / "rules").mkdir(parents=True)
    (tmp_path / "second/rules/mine.yaml").write_text("kind: action\nrules: []\nowner: Clerk\n", "utf-8")
    monkeypatch.chdir(tmp_path / "first")
    matcher_of(Path())
    monkeypatch.chdir(tmp_path / "second")
    with pytest.raises(RuleError, match="owner"):
        matcher_of(Path())
