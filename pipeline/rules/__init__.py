"""Rule files -> Rulebook. Unknown keys are refused; every rule ships with what it catches and what it leaves alone.

A rule file holds rules of one kind. Its patterns may use the terms of rules/terms.yaml and of its own `define` as
`{post}`: a term is a pattern or a list of words (an alternation, longest first). bodies/<slug>.yaml holds the rules of
one body, of any kind; they come before the general ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from pipeline.paper import PaperKind, SectionKind
from pipeline.problem import RuleError
from pipeline.rules.compiled import Compiled
from pipeline.rules.needed import Needed, Needs, key_of
from pipeline.rules.opening import guarded, opening
from pipeline.rules.pattern import EVERY, Need, Terms, needs
from pipeline.rules.runaway import probe, runaway
from pipeline.rules.tokens import phrase_needles, strict_fault, token_fault, token_needles
from pipeline.shipped import is_shipped
from pipeline.strict import Typed, parse_file, validate

RuleKind = Literal[
    "label",
    "title",
    "heading",
    "attendance",
    "decision",
    "recommendation",
    "action",
    "owner",
    "due",
    "status",
    "progress",
    "money",
    "date",
    "meeting",
]
Part = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
"""What kind of text a rule reads, as its extractor names it: text, bullet, heading, row, margin, line, venue ..."""


class TypedModel(BaseModel):
    """A part of a rule file. Numbers are texts again: the strict loader keeps only those that read back as typed."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class Example(TypedModel):
    """A text that the rule reads, and the values that it gives (a subset is enough).

    `also` names other rules that read the text too, as they should.
    """

    text: str
    gives: dict[str, str] = Field(default_factory=dict)
    also: tuple[str, ...] = ()


class Never(TypedModel):
    """A text that the rule leaves alone."""

    text: str
    because: str


class Gap(TypedModel):
    """A text that the rule should read and does not yet: a strict expected failure."""

    text: str
    gives: dict[str, str] = Field(default_factory=dict)
    because: str


class Where(TypedModel):
    """Where a rule looks: section kinds, paper kinds, parts of a section. Empty means everywhere."""

    section: tuple[SectionKind, ...] = ()
    paper: tuple[PaperKind, ...] = ()
    part: tuple[Part, ...] = ()


class RuleText(TypedModel):
    """One rule as typed. Exactly one of line (a regular expression), tokens (spaCy Matcher patterns), phrases.

    `set` gives values that every match has ({outcome: noted}). In `tokens`, a token with `as: owner` names its words.
    `kind` only where it differs from the file's, or the file has none (bodies/<slug>.yaml).
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: RuleKind | None = None
    about: str
    where: Where = Where()
    line: str | None = Field(None, max_length=5_000)
    tokens: tuple[tuple[dict[str, Any], ...], ...] | None = None
    phrases: tuple[str, ...] | None = None
    ignore_case: bool = False
    set: dict[str, str] = Field(default_factory=dict)
    examples: tuple[Example, ...] = Field(min_length=1)
    never: tuple[Never, ...] = Field(min_length=1)
    gaps: tuple[Gap, ...] = ()

    @field_validator("tokens", mode="before")
    @classmethod
    def one_token_pattern(cls, value: object) -> object:
        # A rule with one pattern may leave out the outer brackets.
        return [value] if isinstance(value, list) and value and isinstance(value[0], dict) else value

    @model_validator(mode="after")
    def one_pattern(self) -> RuleText:
        if sum(x is not None for x in (self.line, self.tokens, self.phrases)) != 1:
            raise ValueError("a rule has exactly one of line, tokens, phrases")
        if self.tokens == ():
            raise ValueError("tokens: a pattern is missing")
        for pattern in self.tokens or ():
            if fault := token_fault(pattern):
                raise ValueError(f"tokens: {fault}")
        if self.phrases is not None and not (self.phrases and all(phrase.strip() for phrase in self.phrases)):
            raise ValueError("phrases: a phrase is missing")
        return self

    @property
    def flags(self) -> int:
        return int(re.IGNORECASE) if self.ignore_case else 0


class RuleFile(TypedModel):
    kind: RuleKind | None = None
    define: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    rules: tuple[RuleText, ...]


class TermFile(TypedModel):
    kind: Literal["terms"]
    terms: dict[str, str | tuple[str, ...]]


class ConfidenceFile(TypedModel):
    """How often each rule was right on papers that people have read: [right, found], by field, made by a program."""

    kind: Literal["confidence"]
    fields: dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule ready to run.

    Attributes:
        order: its place in the book.
        terms: what its `line` may name.
        body: slug of the body whose papers alone it reads, "" for all.
        needles: words of which a text must hold one (see pattern.hay); empty where every text must be tried.
        needs: all that a text must hold, these words too.
        opening: the characters with which a match of its `line` can begin, as bits.
        key: of its `line` among the compiled ones; "" where it is not kept (see needed.key_of).
    """

    kind: RuleKind
    text: RuleText
    path: str
    order: int
    terms: Terms = field(default_factory=lambda: Terms({}), repr=False)
    body: str = ""
    needles: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()
    opening: int = EVERY
    key: str = ""
    compiled: Compiled = field(default_factory=Compiled, repr=False)

    @property
    def id(self) -> str:
        return self.text.id

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """The `line`, compiled when a text first needs it: with its terms it can be long. Raises RuleError."""
        if self.text.line is None:
            return None
        try:
            line = guarded(self.terms.expand(self.text.line), self.opening)
            return self.compiled.pattern(self.key, line, self.text.flags)
        except (ValueError, re.error, OverflowError, RecursionError) as error:
            raise RuleError(f"{self.path}: rule {self.id}: {error}.", hint="Mend its `line`.") from error


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All rules, in order: those of single bodies, then files by name, rules by place.

    `terms` are the word lists and named patterns of all files of kind terms; `confidence` is how often each rule was
    right, by field: (right, found); `compiled` are the patterns that are kept for the next process.
    """

    rules: tuple[Rule, ...]
    terms: Mapping[str, str | tuple[str, ...]]
    confidence: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    compiled: Compiled = field(default_factory=Compiled, repr=False)

    def words(self, term: str) -> tuple[str, ...]:
        """A term that is a list of words."""
        value = self.terms[term]
        return (value,) if isinstance(value, str) else value


_TAME = "Say where it starts (^), or what may stand between ([^,]+ instead of .+)."
_KEYS = "docs/rules.md lists the keys."


def load(folders: Iterable[Path], *, timed: bool = False, bodies: bool = True, kept: Path | None = None) -> Rulebook:
    """Rules of these folders; a file in an earlier folder wins over one of the same name in a later.

    Every pattern is checked for what it can do to the program. Files that did not come with the program are also timed
    and read by spaCy's own schema, as all are when `timed` is set.

    Args:
        bodies: False leaves out bodies/, the rules of single bodies.
        kept: folder where what the shipped patterns need of a text, and they themselves once compiled, are kept for
            the next process; None keeps nothing.

    Raises:
        RuleError: a file that is no rule file, an unknown key, a pattern that does not compile or that can run away,
            an id used twice; with file and line.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted([*folder.glob("*.yaml"), *(folder.glob("bodies/*.yaml") if bodies else ())]):
            files.setdefault(path.relative_to(folder).as_posix(), path)
    # bodies/ sorts before or after a file by its name; one body's own conventions always come first.
    order = sorted(files, key=lambda name: (not name.startswith("bodies/"), name))
    typed = {name: parse_file(files[name], error=RuleError) for name in order}
    terms: dict[str, str | tuple[str, ...]] = {}
    confidence: dict[str, dict[str, tuple[int, int]]] = {}
    for file in typed.values():
        if _kind(file) == "terms":
            terms.update(validate(TermFile, file, error=RuleError, hint=_KEYS).terms)
        elif _kind(file) == "confidence":
            confidence.update(validate(ConfidenceFile, file, error=RuleError, hint=_KEYS).fields)
    shared = Terms(terms)
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    known, compiled = Needs.of(kept), Compiled()
    for name, file in typed.items():
        if _kind(file) not in ("terms", "confidence", "ratings"):  # ratings are the register's own
            body = files[name].stem if name.startswith("bodies/") else ""
            own = timed or not is_shipped(files[name])
            rules += _rules_of(
                file, shared, seen, body=body, first=len(rules), timed=own, known=known, compiled=compiled
            )
    known.keep()
    compiled.open(kept, (rule.key for rule in rules))
    return Rulebook(tuple(rules), terms, confidence, compiled)


def _kind(file: Typed) -> object:
    return file.value.get("kind") if isinstance(file.value, dict) else None


def _rules_of(
    file: Typed,
    terms: Terms,
    seen: dict[str, str],
    *,
    body: str,
    first: int,
    timed: bool,
    known: Needs,
    compiled: Compiled,
) -> list[Rule]:
    checked = validate(RuleFile, file, error=RuleError, hint=_KEYS)
    local = terms.also(checked.define)
    rules = []
    for place, text in enumerate(checked.rules):
        where = f"{file.name}:{file.line_of(('rules', place))}"
        kind = text.kind or checked.kind
        if kind is None:
            raise RuleError(f"{where}: rule {text.id} has no kind.", hint="Give the rule or the file a `kind`.")
        if text.id in seen:
            raise RuleError(f"{where}: rule {text.id} is also in {seen[text.id]}.", hint="Give one another id.")
        seen[text.id] = where
        key, (told, begins) = _needs(text, local, where, timed=timed, known=known)
        wanted = tuple(need for need in told if need)
        words = next((need for need in wanted if isinstance(need, frozenset)), frozenset[str]())
        rule = Rule(kind, text, file.name, first + place, local, body, words, wanted, begins, key, compiled)
        if timed and (fault := trial(rule)):
            raise RuleError(f"{where}: rule {rule.id}: {fault}", hint="minutebook rules test shows all such rules.")
        rules.append(rule)
    return rules


def _needs(text: RuleText, terms: Terms, where: str, *, timed: bool, known: Needs) -> tuple[str, Needed]:
    """The key of a rule's pattern, what it needs of a text, and with what a match can begin.

    The pattern has been checked for what it can do to the program.
    """
    if text.phrases is not None:
        return "", ((phrase_needles(text.phrases),), EVERY)
    if text.tokens is not None:
        return "", ((token_needles(text.tokens),), EVERY)
    line = text.line or ""
    try:
        key = "" if timed else key_of(line, terms.expand(line), text.flags)
        if key and (needed := known.get(key)):
            return key, needed
        items = terms.items(line, text.flags)
    except (ValueError, re.error, OverflowError, RecursionError) as error:
        raise RuleError(f"{where}: rule {text.id}: {error}.", hint="Mend its `line`.") from error
    if timed and (fault := runaway(items, ignore_case=text.ignore_case)):
        raise RuleError(f"{where}: rule {text.id} can run away: {fault}.", hint=_TAME)
    needed = needs(items), opening(items, ignore_case=text.ignore_case)
    if key:
        known.put(key, needed)
    return key, needed


def trial(rule: Rule) -> str:
    """What is wrong with a rule that takes longer to find out, "" if nothing.

    Its pattern is looked at for repeats that can run away, compiled and timed; spaCy's own schema reads its tokens.
    """
    faults = [f"tokens: {fault}" for pattern in rule.text.tokens or () if (fault := strict_fault(pattern))]
    if rule.text.line is not None:
        items = rule.terms.items(rule.text.line, rule.text.flags)
        fault = runaway(items, ignore_case=rule.text.ignore_case)
        if fault or (rule.pattern is not None and (fault := probe(rule.pattern, items))):
            faults.append(f"can run away: {fault}. {_TAME}")
    return "; ".join(faults)
