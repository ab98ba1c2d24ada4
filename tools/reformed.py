"""The same papers in other formats: what a record loses when only the paper's form changes. `make reformed`.

Papers that somebody has read are converted (Word and HTML to PDF, PDF to two kinds of text) and measured against the
gold of the original. Whatever an item or a name loses so, it loses by its layout, and other bodies' papers will lose it
too. Nothing is kept: the copies and the table of what was lost stand in build/reformed, for those who may read them.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch import cores
from pipeline.score.folder import Report, report
from pipeline.score.gold import GoldFile, gold_files, read_gold
from pipeline.score.measure import FIELDS
from pipeline.worker import Task, extract_all

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BUILD = ROOT / "build" / "reformed"
SETS = {
    "shared": (SHARED / "gold", SHARED / "papers"),
    "forms": (ROOT / "tests" / "forms" / "dev" / "gold", ROOT / "tests" / "forms" / "dev" / "papers"),
}
OFFICE = {"pdf": "pdf", "html": "html:HTML (StarWriter)", "docx": "docx:MS Word 2007 XML"}
"""Extension -> what LibreOffice calls the format."""
TEXT = {"layout": ["-layout"], "flow": []}
"""Kind of text -> what pdftotext wants to know: as the page stands, or one paragraph after the other."""
BATCH = 40  # papers that LibreOffice converts in one start
SECONDS = 900


@dataclass(frozen=True, slots=True)
class Copy:
    """A paper in another form, and the gold of the paper."""

    name: str  # of the set
    form: str
    gold: GoldFile
    path: Path


def copies(name: str) -> Iterator[Copy]:
    """The papers of a set in each form that they can be converted to; those that can't be are left out."""
    gold, papers = SETS[name]
    files = [read_gold(path, papers) for path in gold_files(gold)]
    office = [file for file in files if file.paper.suffix in (".doc", ".docx", ".odt", ".html")]
    for form, target in OFFICE.items():
        folder = BUILD / form
        wanted = [file for file in office if file.paper.suffix != f".{form}"]
        todo = [_named(file, folder / "from") for file in wanted if not _copy(file, folder, form).exists()]
        for at in range(0, len(todo), BATCH):
            batch = [*map(str, todo[at : at + BATCH])]
            _run("soffice", "--headless", "--writer", "--convert-to", target, "--outdir", str(folder), *batch)
        yield from (Copy(name, form, file, made) for file in wanted if (made := _copy(file, folder, form)).exists())
    for form, options in TEXT.items():
        for file in files:
            made = _copy(file, BUILD / form, "txt")
            if file.paper.suffix == ".pdf" and not made.exists():
                made.parent.mkdir(parents=True, exist_ok=True)
                _run("pdftotext", "-enc", "UTF-8", *options, str(file.paper), str(made))
            if made.exists() and made.stat().st_size:
                yield Copy(name, form, file, made)


def _key(file: GoldFile) -> str:
    return hashlib.sha256(file.gold.document.encode()).hexdigest()[:16]


def _copy(file: GoldFile, folder: Path, extension: str) -> Path:
    return folder / f"{_key(file)}.{extension}"


def _named(file: GoldFile, folder: Path) -> Path:
    """The paper under a name of its own: two bodies have a minutes.docx each."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_key(file)}{file.paper.suffix}"
    path.write_bytes(file.paper.read_bytes())
    return path


def _run(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS)


def table(made: Sequence[Copy]) -> Iterator[str]:
    """A row for each set and form: F1 of the originals, and of the same papers in that form."""
    paths = {copy.path for copy in made} | {copy.gold.paper for copy in made}
    tasks = [Task(path, path.name, None) for path in sorted(paths)]
    records = {outcome.task.path: outcome.records for outcome in extract_all(tasks, jobs=cores())}
    groups: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in made:
        groups[copy.name, copy.form].append(copy)
    yield f"| papers | form | {' | '.join(FIELDS)} |"
    yield f"|---|---{'|---:' * len(FIELDS)}|"
    for (name, form), members in groups.items():
        before = report([copy.gold for copy in members], records)
        after = report([replace(copy.gold, paper=copy.path) for copy in members], records)
        _write_lost(name, form, members, before, after)
        cells = [f"{before.counts(field).f1:.3f} → {after.counts(field).f1:.3f}" for field in FIELDS]
        yield f"| {len(members)} of {name} | {form} | {' | '.join(cells)} |"


def _write_lost(name: str, form: str, members: Sequence[Copy], before: Report, after: Report) -> None:
    """What each paper has right in its own form and not in this one, into build/reformed."""
    lines = []
    for copy in members:
        document = copy.gold.gold.document
        for field in FIELDS:
            kept = after.documents[document][field].found
            lost = [entry for entry in before.documents[document][field].found if entry not in kept]
            lines += [f"{document}\t{copy.path}\t{field}\t{entry}" for entry in lost]
    (BUILD / f"lost-{name}-{form}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    there = [name for name, (gold, _) in SETS.items() if gold.is_dir()]
    made = [copy for name in there for copy in copies(name)]
    if not made:
        sys.exit(
            "Nothing could be converted: LibreOffice (soffice) and poppler (pdftotext) are needed, see tools/setup.sh."
        )
    print("\n".join(table(made)))


if __name__ == "__main__":
    main()
