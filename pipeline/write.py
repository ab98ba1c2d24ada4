"""Record <-> YAML: keys in the models' order, one line a value, byte-identical on a second run.

Entries (an item, a decision, an action) are written in block style; the small models that belong to them (evidence,
owners, due) in flow style, one line each. Strings stand on one line however long, so that a diff shows a changed value
and no rewrapping. A string that some YAML reader could take for a number, a date or a truth value is quoted.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError

from pipeline.problem import RecordError
from pipeline.record import Coverage, Due, Evidence, Meeting, Owner, Record, SourceFile, Votes

MAX_DEPTH = 40
"""Levels of a record file; the schema needs 6. libyaml's own loader dies of deep nesting, this one refuses it."""

_FLOW = (Coverage, Due, Evidence, Meeting, Owner, SourceFile, Votes)
_SPARSE = (Evidence,)  # written without its empty places: a text file has no page, a PDF no block

# What YAML 1.1 and 1.2 readers take for something else than a string: truth values, null, numbers, times, days.
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NUMBER_LIKE = re.compile(r"[\d_.,:]+(e[-+]?\d+)?|0[xob][\da-f_]+|\d{4}-\d.*", re.IGNORECASE)
_NOT_PLAIN = re.compile(
    r": | #|[: ]$|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[][{},:?#]")
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LONGEST_KEY = 500  # YAML allows a plain `key:` 1024 bytes; a longer one is written `? key`


def to_yaml(record: Record) -> str:
    """The record as YAML text, ending in a line feed."""
    return "\n".join(_block(record, "")) + "\n"


def from_yaml(text: str, *, name: str) -> Record:
    """The record that a YAML text holds.

    Args:
        name: the file's name, for messages.

    Raises:
        RecordError: not YAML, a duplicate or unknown key, a wrong type; says file and line.
    """
    try:
        return Record.model_validate(_build(text, name=name).value)
    except ValidationError as error:
        raise _record_error(error, _build(text, name=name, with_lines=True).lines, name=name) from error


def read_record(path: Path) -> Record:
    """The record in a file.

    Raises:
        RecordError: as `from_yaml`; or the file can't be read.
    """
    try:
        return from_yaml(path.read_text("utf-8"), name=str(path))
    except UnicodeDecodeError as error:
        raise RecordError(f"{path}: not UTF-8 text.", hint="Ingest its paper again with --force.") from error
    except OSError as error:
        raise RecordError(f"{path}: can't be read: {error.strerror}.") from error


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a power cut, sees the old content or the new and nothing between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), 0o666 & ~_umask())  # mkstemp makes files that only their owner can read
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@lru_cache(maxsize=1)
def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


# Writing


@lru_cache(maxsize=64)
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """(attribute, key) in the order of the model's fields."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def _pairs(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        for attribute, key in _keys(type(value)):
            part = getattr(value, attribute)
            if part is not None or not isinstance(value, _SPARSE):
                yield key, part
    elif isinstance(value, Mapping):
        yield from value.items()


def _is_flow(value: object) -> bool:
    """One line: a scalar, an empty collection, a small model, a sequence of scalars or of small models."""
    if isinstance(value, tuple):
        return all(_is_flow(part) and not isinstance(part, tuple) for part in value)
    if isinstance(value, Mapping):
        return not value
    return not isinstance(value, BaseModel) or isinstance(value, _FLOW)


def _block(value: object, indent: str) -> Iterator[str]:
    """Lines of a mapping in block style."""
    for key, part in _pairs(value):
        name = _string(key, flow=False)
        lead = f"{indent}{name}:" if len(name) <= _LONGEST_KEY else f"{indent}? {name}\n{indent}:"
        if _is_flow(part):
            scalar = _string(part, flow=False) if isinstance(part, str) else _one_line(part)
            yield f"{lead} {scalar}"
        elif isinstance(part, tuple):
            yield lead
            yield from _sequence(part, indent)
        else:
            yield lead
            yield from _block(part, indent + "  ")


def _sequence(parts: tuple[object, ...], indent: str) -> Iterator[str]:
    for part in parts:
        if _is_flow(part):
            yield f"{indent}- {_one_line(part)}"
            continue
        first = True
        for line in _block(part, indent + "  "):
            yield f"{indent}- {line[len(indent) + 2 :]}" if first else line
            first = False


def _one_line(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _string(value, flow=True)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_one_line, value)) + "]"
    return "{" + ", ".join(f"{key}: {_one_line(part)}" for key, part in _pairs(value)) + "}"


def _number(value: int | float) -> str:
    """890000 for 890000.0; exponents with a point, which YAML 1.1 wants."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    text = repr(value)
    return text if "." in text or "e" not in text else text.replace("e", ".0e")


def _string(text: str, *, flow: bool) -> str:
    plain = (text[:1].isalnum() or text[:1] in ("£", "€", "$")) and not (
        text.lower() in _WORDS
        or _NUMBER_LIKE.fullmatch(text)
        or _NOT_PLAIN.search(text)
        or (flow and _NOT_PLAIN_IN_FLOW.search(text))
    )
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


# Reading

Key = tuple[str | int, ...]
_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+(e[-+]?\d+)?")
_CONSTANTS: dict[str, object] = {"null": None, "~": None, "": None, "true": True, "false": False}


def _scalar(event: yaml.ScalarEvent) -> object:
    """Quoted: a string. Plain: a number only if it reads back as typed, so 3.10 and 2018-01-11 stay strings."""
    text: str = event.value
    if event.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < 19 else text
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if "e" in text or repr(value) == text else text
    return text


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Builds the value of a document from libyaml's events: fast, without recursion, tags, anchors and aliases.

    `lines` holds the line of each key path where it was asked for.
    """

    def __init__(self, name: str, *, with_lines: bool) -> None:
        self.name = name
        self.value: object = None
        self.lines: dict[Key, int] = {}
        self._with_lines = with_lines
        self._stack: list[list[object] | dict[str, object]] = []
        self._path: list[str | int] = []
        self._key: str | None = None
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent | yaml.AliasEvent):
            self._node(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
            if self._path:
                self._path.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._error(event, "a second document starts here.")

    def _node(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
            raise self._error(event, "anchors, aliases and tags have no place in a record.")
        holder = self._stack[-1] if self._stack else None
        if isinstance(holder, dict) and self._key is None:
            self._key = self._new_key(event, holder)
            return
        place = self._key if isinstance(holder, dict) else len(holder) if holder is not None else None
        value: object = _scalar(event) if isinstance(event, yaml.ScalarEvent) else None
        if not isinstance(event, yaml.ScalarEvent):
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        if isinstance(holder, dict):
            holder[str(self._key)] = value
            self._key = None
        elif holder is not None:
            holder.append(value)
        else:
            self.value = value
        if self._with_lines:
            self.lines[(*self._path, *(() if place is None else (place,)))] = _line(event)
        if isinstance(value, list | dict):
            self._stack.append(value)
            if place is not None:
                self._path.append(place)
            if len(self._stack) > MAX_DEPTH:
                raise self._error(event, "nested too deep to be a record.")

    def _new_key(self, event: yaml.NodeEvent, holder: Mapping[str, object]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._error(event, "a key must be a word.")
        if event.value in holder:
            raise self._error(event, f'the key "{event.value}" stands twice; take one of the two out.')
        return str(event.value)

    def _error(self, event: yaml.Event, message: str) -> RecordError:
        return RecordError(f"{self.name}, line {_line(event)}: {message}")


def _build(text: str, *, name: str, with_lines: bool = False) -> _Builder:
    builder = _Builder(name, with_lines=with_lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        raise RecordError(f"{name}{place}: not YAML: {problem}.") from error
    return builder


def _record_error(error: ValidationError, lines: Mapping[Key, int], *, name: str) -> RecordError:
    first = error.errors(include_url=False)[0]
    near: Key = first["loc"]
    while near and near not in lines:
        near = near[:-1]
    place = ".".join(map(str, first["loc"])) or "the record"
    return RecordError(
        f"{name}, line {lines.get(near, 1)}: {place}: {first['msg']}.",
        hint="docs/record.schema.json lists the keys; or ingest its paper again with --force.",
    )
