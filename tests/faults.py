"""Stand-ins for pipeline.run.extract that do harm: how tests inject faults into workers."""

from __future__ import annotations

import ctypes
import hashlib
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from pipeline.patience import more_time
from pipeline.problem import RuleError, UnreadableError
from pipeline.record import Action, Evidence, Meeting, Record, SourceFile


def extract(path: Path, *, name: str | None = None, **_: object) -> list[Record]:
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


def _start_some(path: Path) -> None:
    # One in our group, one in a session of its own (as LibreOffice), one whose parent has ended.
    start = ["sleep", "60"]
    some = [subprocess.Popen(start), subprocess.Popen(start, start_new_session=True)]
    orphan = "sleep 60 >/dev/null 2>&1 & echo $!"
    number = subprocess.run(["sh", "-c", orphan], capture_output=True, text=True, check=True, start_new_session=True)
    path.with_suffix(".child").write_text(" ".join([*(str(one.pid) for one in some), number.stdout.strip()]))


def _fork(path: Path) -> None:
    _start_some(path)
    child = os.fork()
    if child == 0:  # a copy of the worker itself, in a session of its own
        os.setsid()
        time.sleep(60)
        os._exit(0)
    with path.with_suffix(".child").open("a") as file:
        file.write(f" {child}")


def _fork_and_hang(path: Path) -> None:
    _fork(path)
    time.sleep(60)


def _fork_and_abort(path: Path) -> None:
    _fork(path)
    os.abort()


def _leave_files(path: Path) -> None:
    # What LibreOffice or tesseract is in the midst of when it is killed.
    folder = Path(tempfile.mkdtemp(prefix="minutebook-"))
    (folder / "page.txt").write_text("the words of the paper")
    path.with_suffix(".left").write_text(str(folder))
    time.sleep(60)


def _deaf(path: Path) -> None:
    # Signals that ask politely are not heard.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    _hang(path)


def _flood(path: Path) -> None:
    block = b"x" * 1_000_000
    for _ in range(50):
        for descriptor in (1, 2):
            os.write(descriptor, block)


def _spin(path: Path) -> None:
    while True:
        pass


def _compute(path: Path) -> None:
    until = time.process_time() + 0.7
    while time.process_time() < until:
        pass


def _big_file(path: Path) -> None:
    with path.with_suffix(".grown").open("wb") as file:
        for _ in range(1000):
            file.write(b"x" * 100_000)


FAULTS = {
    "hang": _hang,
    "long": _long,
    "abort": lambda path: os.abort(),
    "segfault": _segfault,
    "eat": _eat,
    "unreadable": _unreadable,
    "fail": _fail,
    "bad-rule": _bad_rule,
    "fork-and-hang": _fork_and_hang,
    "fork-and-abort": _fork_and_abort,
    "leave-running": _start_some,
    "deaf": _deaf,
    "leave-files": _leave_files,
    "flood": _flood,
    "spin": _spin,
    "compute": _compute,
    "big-file": _big_file,
}
