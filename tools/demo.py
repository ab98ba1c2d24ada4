"""`make demo`, the main job on corpus/: records of every paper, then each meeting's sheets beside its records.

It runs the commands that a clerk would type, in one process.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.cli import app
from pipeline.problem import MinutebookError
from pipeline.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
SHEETS = {"minutes": ("action-sheet", "summary"), "action-sheet": ("action-sheet",)}
FORMATS = ("md", "html", "docx")


def make(root: Path) -> list[Path]:
    """Ingest corpus/ of a workspace and make its sheets; returns the sheets' files.

    Raises:
        SystemExit: a paper was set aside.
        MinutebookError: a sheet could not be made.
    """
    minutebook("ingest", str(root / "corpus"), "--workspace", str(root))
    made = []
    for record, sheet, path in sheets(Workspace(root)):
        for form in FORMATS:
            out = path.with_name(f"{path.name}.{form}")
            with contextlib.redirect_stderr(io.StringIO()):  # a line for each file would hide the list at the end
                minutebook(
                    "render",
                    sheet,
                    record,
                    "--format",
                    form,
                    "--include-exempt",
                    "--out",
                    str(out),
                    "--workspace",
                    str(root),
                )
            made.append(out)
    for form in FORMATS:
        for path in (root / "output").glob(f"*/**/*.{form}"):
            if _is_orphan(path):
                path.unlink()
    return made


def _is_orphan(path: Path) -> bool:
    """A sheet whose record is no more."""
    records = [path.stem.removesuffix(f"-{sheet}") for sheet in SHEETS["minutes"] if sheet in path.stem]
    return bool(records) and not any(path.with_name(f"{name}.yaml").exists() for name in records)


def sheets(workspace: Workspace) -> Iterator[tuple[str, str, Path]]:
    """Record id, sheet and file (without its ending) for every sheet: output/…/minutes-action-sheet."""
    for record in workspace.record_ids():
        kind = record.rsplit("/", 1)[1].rstrip("-0123456789")  # minutes-2 are the second minutes of that day
        for sheet in SHEETS.get(kind, ()):
            path = workspace.path_of(record).with_suffix("")
            yield record, sheet, path if path.name == sheet else path.with_name(f"{path.name}-{sheet}")


def minutebook(*words: str) -> None:
    if code := app(list(words), standalone_mode=False):
        sys.exit(code)


if __name__ == "__main__":
    try:
        made = make(ROOT)
    except MinutebookError as error:
        sys.exit(f"minutebook: {error}")
    print("\nSheets, made from the records beside them:")
    for path in made:
        if path.suffix == f".{FORMATS[0]}":
            print(f"  {path.relative_to(ROOT)}  (and {', '.join('.' + form for form in FORMATS[1:])})")
