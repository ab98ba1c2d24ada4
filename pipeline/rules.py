"""Rule files -> Rulebook. Unknown keys are refused; every rule ships with what it catches and what it leaves alone.

A rule file holds rules of one kind. Its patterns may use the terms of rules/terms.yaml and of its own `define` as
`{post}`: a term is a pattern or a list of words (an alternation, longest first).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.problem import RuleError

Model = TypeVar("Model", bound=BaseModel)

RuleKind = Literal["title", "heading", "attendance", "decision", "action", "owner", "due", "status", "money", "date", "meeting"]
Part = Literal["text", "bullet", "heading", "row", "margin", "cell", "line"]


class Example(BaseModel):
    """A text that the rule reads, and the values that it gives (a subset is enough)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    gives: dict[str, str] = Field(default_factory=dict)


class Never(BaseModel):
    """A text that the rule leaves alone."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    because: str


class Gap(BaseModel):
    """A text that the rule should read and does not yet: a strict expected failure."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    gives: dict[str, str] = Field(default_factory=dict)
    because: str


class Where(BaseModel):
    """Where a rule looks: section kinds, paper kinds, parts of a section. Empty means everywhere."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    section: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()
    part: tuple[Part, ...] = ()


class RuleText(BaseModel):
    """One rule as typed. Exactly one of line (a regular expression), tokens (spaCy Matcher patterns), phrases.

    `set` gives values that every match has ({outcome: noted}). In `tokens`, a token with `as: owner` names its words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    about: str
    where: Where = Where()
    line: str | None = None
    tokens: tuple[tuple[dict[str, Any], ...], ...] | None = None
    phrases: tuple[str, ...] | None = None
    ignore_case: bool = False
    set: dict[str, str] = Field(default_factory=dict)
    examples: tuple[Example, ...] = Field(min_length=1)
    never: tuple[Never, ...] = Field(min_length=1)
    gaps: tuple[Gap, ...] = ()

    @model_validator(mode="after")
    def one_pattern(self) -> RuleText:
        if sum(x is not None for x in (self.line, self.tokens, self.phrases)) != 1:
            raise ValueError("a rule has exactly one of line, tokens, phrases")
        return self


class RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: RuleKind
    define: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    rules: tuple[RuleText, ...]


class TermFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: Literal["terms"]
    terms: dict[str, str | tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule ready to run. `pattern` is compiled for `line` rules; `order` is its place in the book."""

    kind: RuleKind
    text: RuleText
    pattern: re.Pattern[str] | None
    path: str
    order: int

    @property
    def id(self) -> str:
        return self.text.id


@dataclass(frozen=True)
class Rulebook:
    """All rules, in order: files by name, rules by place. `terms` are the word lists and named patterns."""

    rules: tuple[Rule, ...]
    terms: Mapping[str, str | tuple[str, ...]]

    def words(self, term: str) -> tuple[str, ...]:
        """A term that is a list of words."""
        value = self.terms[term]
        return (value,) if isinstance(value, str) else value


_TERM = re.compile(r"\{([a-z_]+)\}")


def load(folders: Iterable[Path]) -> Rulebook:
    """Rules of these folders; a file in an earlier folder wins over one of the same name in a later.

    Raises:
        RuleError: a file that is no rule file, an unknown key, a pattern that does not compile, an id used twice.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            files.setdefault(path.name, path)
    terms: dict[str, str | tuple[str, ...]] = {}
    rules: list[Rule] = []
    typed = {name: _read(path) for name, path in sorted(files.items())}
    for name, value in typed.items():
        if isinstance(value, dict) and value.get("kind") == "terms":
            terms.update(_validate(TermFile, value, files[name]).terms)
    seen: dict[str, str] = {}
    for name, value in typed.items():
        if isinstance(value, dict) and value.get("kind") == "terms":
            continue
        file = _validate(RuleFile, value, files[name])
        local = {**terms, **file.define}
        for text in file.rules:
            if text.id in seen:
                raise RuleError(f"{files[name]}: rule {text.id} is also in {seen[text.id]}.", hint="Give one another id.")
            seen[text.id] = str(files[name])
            rules.append(Rule(file.kind, text, _compile(text, local, files[name]), str(files[name]), len(rules)))
    return Rulebook(tuple(rules), terms)


def expand(pattern: str, terms: Mapping[str, str | tuple[str, ...]], *, depth: int = 0) -> str:
    """A pattern with its `{terms}` put in."""
    if depth > 8:
        raise ValueError("terms that name each other in a circle")

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in terms:
            raise ValueError(f"no term {{{name}}}")
        value = terms[name]
        if isinstance(value, str):
            return f"(?:{expand(value, terms, depth=depth + 1)})"
        return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(value, key=len, reverse=True)) + ")"

    return _TERM.sub(put, pattern)


def _compile(text: RuleText, terms: Mapping[str, str | tuple[str, ...]], path: Path) -> re.Pattern[str] | None:
    if text.line is None:
        return None
    try:
        return re.compile(expand(text.line, terms), re.IGNORECASE if text.ignore_case else 0)
    except (ValueError, re.error) as error:
        raise RuleError(f"{path}: rule {text.id}: {error}.", hint="Mend its `line`.") from error


def _read(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not YAML: {error}.") from error


def _validate(model: type[Model], value: object, path: Path) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RuleError(f"{path}: {place}: {first['msg']}.", hint="See docs/rules.md for the keys.") from error
