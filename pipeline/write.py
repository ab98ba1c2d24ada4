"""Record <-> YAML: keys in the models' order, one line a value, byte-identical on a second run.

Entries (an item, a decision, an action) are written in block style; the small models that belong to them (evidence,
owners, due) in flow style, one line each. Strings stand on one line however long, so that a diff shows a changed value
and no rewrapping. A string that some YAML reader could take for a number, a date or a truth value is quoted.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel

from pipeline import strict
from pipeline.record import Coverage, Due, Evidence, Meeting, Owner, Record, SourceFile, Votes

LONGEST = 100_000_000
"""Bytes of a record file: a record of 100 pages has about 500,000."""
_HINT = "Mend the line, or make the record anew: minutebook ingest corpus --force."

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
    return strict.validate(Record, strict.parse(text, name=name, longest=LONGEST), hint=_HINT)


def read_record(path: Path) -> Record:
    """The record in a file. Raises as `from_yaml` does, or where the file can't be read."""
    return strict.validate(Record, strict.parse_file(path, longest=LONGEST), hint=_HINT)


def yaml_entries(entries: Sequence[Mapping[str, object]]) -> str:
    """A YAML list of mappings in the style of records, to be added to a file of such entries."""
    return "\n".join(_sequence(tuple(entries), "")) + "\n"


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a power cut, sees the old content or the new and nothing between."""
    copy_atomic(path, io.BytesIO(content))


def copy_atomic(path: Path, content: BinaryIO) -> None:
    """Write what can be read from `content` to a file, as `write_atomic` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file)
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
    """890000 for 890000.0."""
    return str(int(value)) if value == int(value) and abs(value) < 1e18 else repr(value)


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
