"""One strict loader for every YAML file that a person types: rules, corrections, settings, records mended by hand.

YAML turns `19:00` into 1140, `No` into False, `3.10` into 3.1 and `0123` into 83. Here a plain word is

- true or false: a boolean (only these two, in small letters);
- null, ~ or nothing: null;
- a whole number or a decimal that reads back letter for letter (12, -3, 0.89): a number, which a pydantic model with
  `coerce_numbers_to_str` turns back into exactly what was typed;
- anything else: the text as typed (NO, 12:30, 3.10, 0123, 2018-01-11, 1_000, 1e5, .inf). Keys are always texts.

Refused, with file and line: a key typed twice, anchors, aliases and merge keys, tags, more than one document, nesting
deeper than 40, more than 5 MB, text that is not UTF-8. Nothing here recurses, so no file can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from pipeline.problem import MinutebookError, RecordError

MAX_BYTES = 5_000_000
MAX_DEPTH = 40

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")

Key = str | int
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Typed:
    """A file's value, and where each part of it was typed.

    Attributes:
        name: the file, as messages shall call it.
        value: dicts, lists, texts, numbers, booleans and None.
        lines: path of keys -> 1-based line.
    """

    name: str
    value: object
    lines: dict[tuple[Key, ...], int] = field(default_factory=dict)

    def line_of(self, path: Sequence[Key] | str) -> int:
        """The line of a key path, ("rules", 3, "owner") or "rules.3.owner"; of its parent where it is missing."""
        parts: tuple[Key, ...] = tuple(path.split(".")) if isinstance(path, str) else tuple(path)
        if isinstance(path, str):
            parts = tuple(int(part) if isinstance(part, str) and part.isdecimal() else part for part in parts)
        while parts and parts not in self.lines:
            parts = parts[:-1]
        return self.lines.get(parts, 1)


def load_strict(text: str, *, name: str, error: type[MinutebookError] = RecordError) -> object:
    """The value of a typed YAML text; `name` is the file's name in messages.

    Raises:
        error: what is wrong, "name:line: ..."; its `line` is the line.
    """
    return parse(text, name=name, error=error).value


def load_file(path: Path, *, error: type[MinutebookError] = RecordError) -> object:
    """The value of a typed YAML file. Raises as `load_strict` does."""
    return parse_file(path, error=error).value


def parse_file(path: Path, *, error: type[MinutebookError] = RecordError, longest: int = MAX_BYTES) -> Typed:
    """A typed YAML file of at most `longest` bytes with the lines of its parts. Raises as `load_strict` does."""
    try:
        if path.stat().st_size > longest:
            _refuse(error, str(path), 1, f"larger than {longest // 10**6} MB", "Split the file.")
        content = path.read_bytes()
    except OSError as fault:
        raise error(f"{path}: can't be read: {fault.strerror or fault}.", hint="Check its name and rights.") from fault
    try:
        return parse(content.decode("utf-8-sig"), name=str(path), error=error, longest=longest)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        _refuse(error, str(path), line, "not UTF-8 text", "Save it with the encoding UTF-8.")


def parse(text: str, *, name: str, error: type[MinutebookError] = RecordError, longest: int = MAX_BYTES) -> Typed:
    """A typed YAML text of at most `longest` letters with the lines of its parts. Raises as `load_strict` does."""
    if len(text) > longest:
        _refuse(error, name, 1, f"larger than {longest // 10**6} MB", "Split the file.")
    builder = _Builder(name, error)
    try:
        for event in _events(text.removeprefix("\ufeff")):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        tabbed = "\t" in "".join(text.splitlines()[line - 1 : line])
        hint = "Use blanks, not tabs." if tabbed else "Mend the line, or the one before it."
        _refuse(error, name, line, f"not YAML: {fault.problem or fault.context}", hint)
    except yaml.YAMLError as fault:
        position = getattr(fault, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
        _refuse(error, name, line, "not YAML: a character that no text has", "Delete it, and save as UTF-8.")
    except UnicodeEncodeError as fault:
        _refuse(error, name, text.count("\n", 0, fault.start) + 1, "not UTF-8 text", "Save it with the encoding UTF-8.")
    return Typed(name, builder.value, builder.lines)


def validate(
    model: type[Model], typed: Typed, *, error: type[MinutebookError] = RecordError, hint: str = "Mend that line."
) -> Model:
    """The typed value as a model.

    Raises:
        error: the first thing that the model refuses, "name:line: rules.3.owner: ..."; its `line` is the line.
    """
    try:
        return model.model_validate(typed.value)
    except ValidationError as fault:
        first = fault.errors()[0]
        place = first["loc"]
        message = {"extra_forbidden": "no such key", "missing": "this key is missing"}.get(first["type"], first["msg"])
        where = ".".join(str(part) for part in place) or "the file"
        _refuse(error, typed.name, typed.line_of(place), f"{where}: {message}", hint)


def _events(text: str) -> Iterator[Any]:
    # Events come one by one and need no recursion, in libyaml as in the Python parser; composing nodes would recurse.
    return iter(yaml.parse(text, Loader=_LOADER))


def _refuse(error: type[MinutebookError], name: str, line: int, what: str, hint: str) -> NoReturn:
    fault = error(f"{name}:{line}: {what}.", hint=hint)
    fault.__dict__["line"] = line
    raise fault from None


class _Builder:
    """Builds the value from parser events; `_open` holds the containers that are not closed yet."""

    def __init__(self, name: str, error: type[MinutebookError]) -> None:
        self.name = name
        self.error = error
        self.value: object = None
        self.lines: dict[tuple[Key, ...], int] = {}
        self._open: list[dict[str, object] | list[object]] = []
        self._path: list[Key] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._check(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._check(event)
            self._start({} if kind is yaml.MappingStartEvent else [], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._key.pop()
            if self._open:
                self._path.pop()
        elif kind is yaml.AliasEvent:
            self._stop(event, "*" + event.anchor + " is a YAML alias", "Type the text out, or put it in quotes.")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "a second document starts here", "Delete the line `---`, or make it two files.")

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._stop(event, f"&{event.anchor} is a YAML anchor", "Type the text out, or put it in quotes.")
        if event.tag is not None:
            self._stop(event, f"{event.tag} is a YAML tag", "Leave it out, or put the text in quotes.")

    def _scalar(self, event: Any) -> None:
        if self._waits_for_key():
            self._name(event)
        else:
            self._put(_plain(event.value) if event.implicit[0] else event.value, event)

    def _waits_for_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], dict) and self._key[-1] is None

    def _name(self, event: Any) -> None:
        key = event.value
        holder = self._open[-1]
        if key == "<<" and event.implicit[0]:
            self._stop(event, "<< is a YAML merge", "Type the keys out.")
        if key in holder:
            first = self.lines.get((*self._path, key), 0)
            self._stop(event, f"the key {key} is typed twice, first in line {first}", "Delete one of the two.")
        self.lines[(*self._path, key)] = event.start_mark.line + 1
        self._key[-1] = key

    def _start(self, holder: dict[str, object] | list[object], event: Any) -> None:
        if self._waits_for_key():
            self._stop(event, "a list or mapping stands where a key should", "Type a word before the colon.")
        if len(self._open) >= MAX_DEPTH:
            self._stop(event, f"nested deeper than {MAX_DEPTH}", "Mend the brackets or the indents.")
        place = self._put(holder, event)
        if self._open:
            self._path.append(place)
        self._open.append(holder)
        self._key.append(None)

    def _put(self, value: object, event: Any) -> Key:
        """Puts a value in its place and says under which key or number."""
        line = event.start_mark.line + 1
        if not self._open:
            self.value = value
            self.lines[()] = line
            return ""
        holder = self._open[-1]
        place: Key
        if isinstance(holder, dict):
            place = self._key[-1] or ""
            holder[place] = value
            self._key[-1] = None
        else:
            place = len(holder)
            holder.append(value)
            self.lines[(*self._path, place)] = line
        return place

    def _stop(self, event: Any, what: str, hint: str) -> NoReturn:
        _refuse(self.error, self.name, event.start_mark.line + 1, what, hint)


def _plain(text: str) -> object:
    """What an unquoted word means."""
    if text in {"", "~", "null"}:
        return None
    if text in {"true", "false"}:
        return text == "true"
    if _INTEGER.fullmatch(text) and str(number := int(text)) == text:
        return number
    if _DECIMAL.fullmatch(text) and repr(decimal := float(text)) == text:
        return decimal
    return text
