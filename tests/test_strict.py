"""The strict loader: what a person typed stays what it is, and what YAML would twist is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from pipeline.problem import RecordError, RuleError
from pipeline.strict import MAX_BYTES, MAX_DEPTH, load_file, load_strict, parse, validate


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("Null", "Null"),
        ("12:30", "12:30"),
        ("3.10", "3.10"),
        ("2018-01-11", "2018-01-11"),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        (".inf", ".inf"),
        ("+4", "+4"),
        ("-0", "-0"),
        ("=", "="),
        ("12", 12),
        ("-3", -3),
        ("0.89", 0.89),
        ("-0.5", -0.5),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("99999999999999999999", "99999999999999999999"),
    ],
)
def test_a_plain_word_is_what_was_typed(typed: str, value: object) -> None:
    loaded = load_strict(f"key: {typed}\n", name="f.yaml")
    assert loaded == {"key": value}
    assert isinstance(loaded, dict)
    assert type(loaded["key"]) is type(value)


def test_keys_are_always_texts() -> None:
    assert load_strict("NO: 1\n3.10: 2\n7: 3\n", name="f.yaml") == {"NO": 1, "3.10": 2, "7": 3}


def test_lists_mappings_and_text_blocks_nest() -> None:
    text = "rules:\n- id: a\n  words: [one, {two: 2}]\n- |\n  first\n  second\n"
    expected = {"rules": [{"id": "a", "words": ["one", {"two": 2}]}, "first\nsecond\n"]}
    assert load_strict(text, name="f.yaml") == expected


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key a is typed twice, first in line 1"),
        ("a:\n  b: 1\n  b: 2\n", 3, "the key b is typed twice"),
        ("a: 1\nb: &here 2\n", 2, "anchor"),
        ("a: *there\n", 1, "alias"),
        ("a: 1\n<<: {b: 2}\n", 2, "merge"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "tag"),
        ("a: !!str 1\n", 1, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a:\n\t- b\n", 2, "Use blanks, not tabs"),
        ("a: 'never closed\n", 2, "not YAML"),
        ("? [a]\n: b\n", 1, "where a key should"),
        ("a: 1\nb: x\x07y\n", 2, "a character that no text has"),
        ("a: b: c\n", 1, "not YAML"),
    ],
)
def test_what_yaml_would_twist_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        load_strict(text, name="notes.yaml")
    assert str(caught.value).startswith(f"notes.yaml:{line}: ")
    assert said in str(caught.value)
    assert caught.value.__dict__["line"] == line


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_without_exhausting_the_stack(opening: str) -> None:
    with pytest.raises(RecordError, match=f"nested deeper than {MAX_DEPTH}"):
        load_strict(opening * 200_000, name="f.yaml")
    assert load_strict("[" * MAX_DEPTH + "]" * MAX_DEPTH, name="f.yaml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"# " + b"x" * MAX_BYTES)
    with pytest.raises(RecordError, match=r"big\.yaml:1: larger than"):
        load_file(path)


def test_the_encoding_is_named_where_it_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("a: fine\nb: café\n".encode("latin-1"))
    with pytest.raises(RuleError, match=r"old\.yaml:2: not UTF-8 text"):
        load_file(path, error=RuleError)
    path.write_bytes(b"\xef\xbb\xbfa: fine\n")
    assert load_file(path) == {"a": "fine"}
    with pytest.raises(RecordError, match="can't be read"):
        load_file(tmp_path / "absent.yaml")


def test_lines_are_known_by_path() -> None:
    typed = parse("rules:\n- id: a\n\n-\n  id: b\n  owner: Clerk\n  words:\n  - one\n  - two\n", name="f.yaml")
    assert typed.line_of("rules.1.owner") == 6
    assert typed.line_of(("rules", 1, "words", 1)) == 9
    assert typed.line_of(("rules", 0, "owner")) == 2, "a missing key is placed where its parent stands"
    assert typed.line_of("nothing") == 1


class Owner(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
    name: str
    room: str = ""
    floor: int = 0


class Owners(BaseModel):
    owners: list[Owner]


def test_a_model_gets_numbers_as_numbers_and_texts_as_typed() -> None:
    typed = parse("owners:\n- {name: Alex Marlow, room: 12, floor: 3}\n- {name: 3.10, room: 0.5}\n", name="f.yaml")
    first, second = validate(Owners, typed).owners
    assert (first.room, first.floor, second.name, second.room) == ("12", 3, "3.10", "0.5")


def test_what_a_model_refuses_is_placed_in_the_file() -> None:
    with pytest.raises(RuleError, match=r"^f\.yaml:3: owners\.0\.phone: no such key"):
        validate(Owners, parse("owners:\n- name: Alex\n  phone: 1\n", name="f.yaml"), error=RuleError)
    with pytest.raises(RecordError, match=r"^f\.yaml:2: owners\.0\.name: this key is missing"):
        validate(Owners, parse("owners:\n- floor: 1\n", name="f.yaml"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused_in_one_way(text: str) -> None:
    try:
        load_strict(text, name="f.yaml")
    except RecordError as fault:
        assert str(fault).startswith("f.yaml:")


@given(st.recursive(st.integers(-999, 999) | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=4)))
def test_what_is_written_plainly_reads_back(value: object) -> None:
    text = repr(value).replace("True", "true").replace("False", "false").replace("None", "null")
    assert load_strict(text, name="f.yaml") == value
