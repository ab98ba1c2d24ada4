"""Papers that can't be read: a copy in output/set-aside and a note beside it, so that nothing is lost.

output/set-aside/3f2a….-minutes.pdf        the paper as it came
output/set-aside/3f2a….-minutes.pdf.yaml   what is wrong with it, and what to do
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from pipeline import strict
from pipeline.problem import RecordError
from pipeline.workspace import Workspace
from pipeline.write import copy_atomic, write_atomic


@dataclass(frozen=True, slots=True)
class SetAside:
    """A paper that could not be read.

    Attributes:
        path: where it lies, from the workspace.
        reason: as in pipeline.worker.Failure.
        message: one sentence: what is wrong, what to do.
    """

    path: str
    sha256: str
    reason: str
    message: str


def put_aside(workspace: Workspace, note: SetAside, original: Path) -> None:
    """Keep a copy of the paper and a note. Nothing in them tells the time, so that a second run changes no byte."""
    copy = workspace.set_aside / f"{note.sha256[:16]}-{_safe(Path(note.path).name)}"
    workspace.set_aside.mkdir(parents=True, exist_ok=True)
    if not original.exists():  # it was taken away while the batch ran
        return
    if not copy.exists():
        with original.open("rb") as file:
            copy_atomic(copy, file)
    text = yaml.safe_dump(asdict(note), sort_keys=False, allow_unicode=True, width=10_000)
    write_atomic(copy.with_name(f"{copy.name}.yaml"), text.encode("utf-8"))


def take_back(workspace: Workspace, sha256: str) -> None:
    """Remove a paper from those set aside: it has been read, or is gone."""
    for path in sorted(workspace.set_aside.glob(f"{sha256[:16]}-*")):
        path.unlink()


def notes_of(workspace: Workspace) -> list[tuple[SetAside, Path]]:
    """The notes on papers set aside, each with the copy of its paper, in the order of file names.

    Raises:
        RecordError: a note that can't be read; says file and line.
    """
    found = []
    for path in sorted(workspace.set_aside.glob("*.yaml")):
        copy = path.with_suffix("")
        if not copy.is_file():  # a set-aside paper that is itself called something.yaml
            continue
        value = strict.load_file(path)
        try:
            note = SetAside(**{str(key): str(part) for key, part in dict(value).items()})  # type: ignore[call-overload]
        except (TypeError, ValueError) as error:
            raise RecordError(
                f"{path}: not a note on a paper set aside.", hint="Delete it, and ingest again."
            ) from error
        found.append((note, copy))
    return found


def _safe(name: str) -> str:
    return re.sub(r"[^\w.,()+ -]", "_", name)[-100:]
