"""What a page costs other programs that read the text of papers, each in an environment of its own.

    python -m tools.bench --rivals kreuzberg unstructured

An environment lies in build/rivals/<name> and is made by pip there, so nothing of it comes near the program's own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "build" / "rivals"

_TIMED = """
import json, os, sys, time, warnings
warnings.simplefilter("ignore")
{load}
def read(path):
    return {read}
paths, rounds, letters = sys.argv[2:], int(sys.argv[1]), 0
read(paths[0])
times = []
for _ in range(rounds):
    begun = time.process_time()
    letters = sum(len(read(path)) for path in paths)
    times.append(time.process_time() - begun)
print(json.dumps([min(times), letters]))
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A program: what pip installs, how it is loaded, and an expression that gives the text of `path`."""

    name: str
    what: str
    packages: tuple[str, ...]
    load: str
    read: str


RIVALS = (
    Rival(
        "kreuzberg", "kreuzberg, text", ("kreuzberg",), "import kreuzberg", "kreuzberg.extract_file_sync(path).content"
    ),
    Rival(
        "unstructured",
        "unstructured, fast partition",
        ("unstructured[pdf]",),
        "from unstructured.partition.pdf import partition_pdf",
        '" ".join(e.text for e in partition_pdf(filename=path, strategy="fast", languages=["eng"]))',
    ),
)


def measured(rival: Rival, paths: Sequence[Path], rounds: int) -> float | str:
    """Seconds of processor time for the text of these papers, start-up apart, or why there are none."""
    python = FOLDER / rival.name / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", FOLDER / rival.name], check=True, capture_output=True)
        if subprocess.run([python, "-c", rival.load], capture_output=True, check=False).returncode:
            command = [str(python), "-m", "pip", "install", "--quiet", *rival.packages]
            subprocess.run(command, check=True, capture_output=True, timeout=1800)
        code = _TIMED.format(load=rival.load, read=rival.read)
        done = subprocess.run(
            [python, "-c", code, str(rounds), *paths], check=True, capture_output=True, text=True, timeout=1800
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr if isinstance(error.stderr, str) else (error.stderr or b"").decode("utf-8", "replace")
        return f"can't be run here: {(said.strip().splitlines() or ['no word why'])[-1][:80]}"
    except subprocess.TimeoutExpired:
        return "took more than half an hour"
    seconds, letters = json.loads(done.stdout.strip().splitlines()[-1])
    return float(seconds) if letters else "gave no text"
