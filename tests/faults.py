"""Stand-ins for pipeline.run.extract that do harm: how tests inject faults into workers."""

from __future__ import annotations

import ctypes
import hashlib
import os
import subprocess
import time
from pathlib import Path

from pipeline.patience import more_time
from pipeline.problem import RuleError, UnreadableError
from pipeline.record import Action, Evidence, Meeting, Record, SourceFile


def extract(path: Path, *, workspace: Path | None = None, name: str | None = None, ocr: bool = True) -> list[Record]:
    """A record for each line "kind date body" of a text file; a line that names a fault commits it."""
    records = []
    for line in path.read_text("utf-8").splitlines():
        words = line.split()
        if words[0] in FAULTS:
            FAULTS[words[0]](path)
        else:
            records.append(record_of(words[0], words[1], " ".join(words[2:]), path=path, name=name or str(path)))
    return records


def record_of(kind: str, date: str, body: str, *, path: Path, name: str) -> Record:
    """A record with one action, made from a line's words; "?" stands for what the paper does not say."""
    known_body, known_date = (None if word == "?" else word for word in (body, date))
    slug = known_body.lower().replace(" ", "-") if known_body else "unknown-body"
    prefix = f"{slug}/{known_date or f'undated/{path.stem}'}"
    entries = prefix if kind == "minutes" else f"{prefix}/{kind}"
    quote = f"{kind} {date} {body}"
    return Record.model_validate(
        {
            "id": f"{prefix}/{kind}",
            "kind": kind,
            "title": quote,
            "source": SourceFile(
                path=name,
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                media_type="text/plain",
                reader="text",
            ),
            "meeting": Meeting(body=known_body, date=known_date),
            "actions": (
                Action(
                    id=f"{entries}/action/1",
                    task="mend the gate",
                    marked=True,
                    carried=False,
                    evidence=Evidence(quote=quote),
                ),
            ),
        }
    )


def _hang(path: Path) -> None:
    # A child, as LibreOffice would be: it must go down with the worker. Its number is left for the test.
    child = subprocess.Popen(["sleep", "60"])
    path.with_suffix(".child").write_text(str(child.pid))
    time.sleep(60)


def _long(path: Path) -> None:
    # What a page of OCR does: it asks for time first.
    more_time(20)
    time.sleep(2.5)


def _segfault(path: Path) -> None:
    ctypes.string_at(0)


def _eat(path: Path) -> None:
    bytearray(64 * 2**30)


def _unreadable(path: Path) -> None:
    raise UnreadableError(f"{path.name}: encrypted.", reason="encrypted", hint="Take the password off.")


def _fail(path: Path) -> None:
    raise ValueError("a fault of the program")


def _bad_rule(path: Path) -> None:
    raise RuleError("rules/action.yaml, line 3: unknown key.", hint="Take it out.")


FAULTS = {
    "hang": _hang,
    "long": _long,
    "abort": lambda path: os.abort(),
    "segfault": _segfault,
    "eat": _eat,
    "unreadable": _unreadable,
    "fail": _fail,
    "bad-rule": _bad_rule,
}
