"""Fuzz the readers and the strict YAML loader for a bounded time: `make fuzz` (SECONDS=60 for each target).

With atheris (coverage-guided) where it is installed, else with changes drawn at random: see docs/decisions.md. A
crash is a finding whatever its kind: all that these functions may raise is a sentence for a clerk. What crashed is
written to build/fuzz; put it into tests/crashes, where tests/test_fuzz.py reads it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.problem import MinutebookError

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "build" / "fuzz"
CRASHES = ROOT / "tests" / "crashes"
LONGEST = 200_000  # bytes of an input
SLOW = 20.0  # seconds after which an input is a finding too

Target = Callable[[bytes], None]


def read_bytes(content: bytes) -> None:
    """The readers of all formats but scans and old office files, which other programs read."""
    from pipeline.read import read

    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        path = Path(folder) / "paper"
        path.write_bytes(content)
        if content.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\xffWPC")):
            return
        read(path, name="paper", ocr=False)


def read_word(content: bytes) -> None:
    """The body of a Word file: a changed zip would nearly always be refused for its checksum."""
    _packed(content, "paper.docx", "word/document.xml")


def read_odt(content: bytes) -> None:
    """The body of an OpenDocument text."""
    _packed(content, "paper.odt", "content.xml")


def _packed(content: bytes, name: str, member: str) -> None:
    from pipeline.read import read

    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        path = Path(folder) / name
        with zipfile.ZipFile(path, "w") as file:
            file.writestr(member, content)
        read(path, name=name, ocr=False)


def load_yaml(content: bytes) -> None:
    """The strict loader, and a record's schema behind it."""
    from pipeline.strict import load_strict
    from pipeline.write import from_yaml

    text = content.decode("utf-8", "replace")
    load_strict(text, name="f.yaml")
    from_yaml(text, name="f.yaml")


TARGETS: dict[str, Target] = {"read": read_bytes, "word": read_word, "odt": read_odt, "yaml": load_yaml}


PACKED = {"word": (".docx", "word/document.xml"), "odt": (".odt", "content.xml")}


def seeds(name: str) -> list[bytes]:
    """What changes begin with: invented papers and their records."""
    corpus = [path for path in sorted((ROOT / "corpus").rglob("*")) if path.is_file()]
    if name == "yaml":
        paths = [*sorted((ROOT / "rules").rglob("*.yaml"))[:8], *sorted((ROOT / "output").glob("*/*/*.yaml"))[:8]]
        contents = [path.read_bytes() for path in paths]
    elif name in PACKED:
        suffix, member = PACKED[name]
        contents = []
        for path in corpus:
            if path.suffix == suffix:
                with zipfile.ZipFile(path) as file:
                    contents.append(file.read(member))
    else:
        contents = [path.read_bytes() for path in corpus if path.suffix in (".pdf", ".html", ".md", ".rst", ".txt")]
    contents += [path.read_bytes() for path in sorted(CRASHES.glob(f"{name}-*"))]
    return [content for content in contents if len(content) <= LONGEST] or [b""]


def harmless(target: Target, content: bytes) -> str:
    """What went wrong, "" for nothing; a MinutebookError is a sentence for a clerk and no fault."""
    started = time.monotonic()
    try:
        target(content)
    except MinutebookError:
        pass
    except (Exception, RecursionError) as error:  # noqa: BLE001 - whatever else comes out is what is looked for
        return f"{type(error).__name__}: {error}"
    took = time.monotonic() - started
    return f"took {took:.0f} seconds" if took > SLOW else ""


def changed(content: bytes, draw: random.Random) -> bytes:
    """A content with some bytes changed, taken out, doubled or put in."""
    out = bytearray(content)
    for _ in range(draw.choice((1, 1, 2, 4, 16))):
        at = draw.randrange(len(out) + 1)
        length = draw.choice((1, 1, 4, 64, 1024))
        kind = draw.randrange(5)
        if kind == 0 and out:
            out[min(at, len(out) - 1)] = draw.randrange(256)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length] * draw.choice((1, 2, 30))
        elif kind == 3:
            out[at:at] = draw.choice(
                (b"<", b"&", b"[", b"{", b"- ", b"\0", b"\xff\xfe", b"obj", b"<<", b"/Kids", b"\n")
            )
        else:
            del out[at:]
    return bytes(out[:LONGEST])


def at_random(name: str, seconds: float, seed: int) -> Iterator[tuple[bytes, str]]:
    """Contents that do harm, found in so many seconds; the last line tells how many were tried."""
    draw, begun, tried = random.Random(seed), time.monotonic(), 0
    starts = seeds(name)
    while time.monotonic() - begun < seconds:
        content = changed(draw.choice(starts), draw)
        tried += 1
        if fault := harmless(TARGETS[name], content):
            yield content, fault
    print(f"{name}: {tried} inputs in {seconds:.0f} seconds (changed at random, seed {seed})")


def guided(name: str, seconds: float) -> None:
    """Atheris; it ends the process itself, and writes what crashed to build/fuzz."""
    import atheris

    with atheris.instrument_imports(include=["pipeline.read", "pipeline.strict", "pipeline.write"]):
        import pipeline.strict
        import pipeline.write  # noqa: F401

        for reader in ("pdf", "docx", "odt", "html", "markdown", "rst", "text"):  # else imported when a file needs it
            importlib.import_module(f"pipeline.read.{reader}")

    folder = FOUND / f"{name}-corpus"
    folder.mkdir(parents=True, exist_ok=True)
    for content in seeds(name):
        (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)

    def one(content: bytes) -> None:
        if fault := harmless(TARGETS[name], content):
            raise AssertionError(fault)

    options = [f"-max_total_time={seconds:.0f}", f"-max_len={LONGEST}", f"-artifact_prefix={FOUND}/{name}-"]
    atheris.Setup([sys.argv[0], *options, "-rss_limit_mb=4096", str(folder)], one)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=[*TARGETS], help="this one alone")
    parser.add_argument("--random", action="store_true", help="not atheris, even where it is installed")
    asked = parser.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    try:
        if asked.random:
            raise ImportError
        import atheris  # noqa: F401
    except ImportError:
        faults = 0
        for name in [asked.target] if asked.target else TARGETS:
            for content, fault in at_random(name, asked.seconds, asked.seed):
                faults += 1
                path = FOUND / f"{name}-{hashlib.sha256(content).hexdigest()[:16]}"
                path.write_bytes(content)
                print(f"{path.relative_to(ROOT)}: {fault}")
        sys.exit(1 if faults else 0)
    if asked.target:
        guided(asked.target, asked.seconds)
        return
    again = [sys.executable, "-m", "tools.fuzz", "--seconds", str(asked.seconds), "--target"]
    sys.exit(max(subprocess.run([*again, name], cwd=ROOT, check=False).returncode for name in TARGETS))


if __name__ == "__main__":
    main()
