"""Score a folder of gold: read its papers in worker processes, measure each, add up, compare with a run before.

What is saved of a run holds the entries themselves, so that the next run can say which are newly right or wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as _field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.batch import cores
from pipeline.problem import SettingError
from pipeline.record import Record
from pipeline.rules.in_force import body_rules
from pipeline.run import extract
from pipeline.score.gold import GoldError, GoldFile, gold_files, read_gold
from pipeline.score.measure import FIELDS, Counts, Key, Tally, by_rule, measure
from pipeline.worker import Limits, Task, extract_all

Tallies = Mapping[str, Tally]
"""Field -> tally."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a folder of gold.

    Attributes:
        documents: document -> its tallies, in the order of the gold files.
        bodies: document -> the folder it is counted for.
        faults: a sentence for each gold file that can't be used and each paper that could not be read; a paper
            without records counts as one where nothing was found.
        body_rules: how many files of rules/bodies/ there were to read with; None where they were left out.
        general: the same papers read without rules/bodies/, where there are such files.
        rules: document -> what each rule found in it and how much of that is right.
    """

    documents: Mapping[str, Tallies]
    bodies: Mapping[str, str]
    faults: tuple[str, ...] = ()
    body_rules: int | None = 0
    general: Report | None = None
    rules: Mapping[str, Mapping[Key, Counts]] = _field(default_factory=dict)

    def by_rule(self) -> dict[Key, Counts]:
        """What each rule found in all documents, and how much of it is right."""
        total: dict[Key, Counts] = {}
        for name in self.documents:
            for key, counts in self.rules.get(name, {}).items():
                total[key] = total.get(key, Counts()) + counts
        return total

    def counts(self, field: str, *, body: str | None = None, but: str | None = None) -> Counts:
        """A field's counts over all documents, over those of one body, or over all but those of one."""
        chosen = (name for name, of in self.bodies.items() if (body is None or of == body) and of != but)
        return sum((self.documents[name][field].counts for name in chosen), Counts())

    def by_body(self, field: str) -> dict[str, Counts]:
        return {body: self.counts(field, body=body) for body in dict.fromkeys(self.bodies.values())}

    def mean_f1(self, field: str) -> float | None:
        """The mean F1 over the bodies that have such entries, in gold or found; None where none has."""
        each = [counts.f1 for counts in self.by_body(field).values() if counts]
        return sum(each) / len(each) if each else None


def score(
    gold: Path,
    papers: Path,
    *,
    workspace: Path | None = None,
    bodies: bool = True,
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Read the papers that a folder's gold files name, and measure what was read.

    Args:
        papers: the folder that the documents' names start from.
        workspace: the folder whose rules/ win over the shipped ones.
        bodies: read with rules/bodies/ too.
        jobs: papers read at once; default: one a core.

    Raises:
        SettingError: no gold there, or none that can be used.
    """
    files, faults = _read_all(gold, papers)
    if not files:
        raise SettingError(faults[0], hint=f"None of the {len(faults)} gold files can be used." if faults[1:] else "")
    tasks = [Task(file.paper, file.gold.document, workspace) for file in files]  # the name's folder can tell the body
    rule_files = body_rules(workspace)

    def read(target: str) -> Report:
        records: dict[Path, Sequence[Record]] = {}
        failures = []
        progress(0, len(tasks))
        outcomes = extract_all(tasks, jobs=jobs or cores(), limits=limits, target=target)
        for done, outcome in enumerate(outcomes, start=1):
            records[outcome.task.path] = outcome.records
            failures += [outcome.failure.message] if outcome.failure else []
            progress(done, len(tasks))
        return replace(report(files, records), faults=(*faults, *failures))

    if not bodies:
        return replace(read(f"{__name__}:extract_general"), body_rules=None)
    general = read(f"{__name__}:extract_general") if rule_files else None
    return replace(read("pipeline.run:extract"), body_rules=len(rule_files), general=general)


def _read_all(gold: Path, papers: Path) -> tuple[list[GoldFile], list[str]]:
    """The gold files that can be used, and what is wrong with the others."""
    files: dict[str, GoldFile] = {}
    faults = []
    for path in gold_files(gold):
        try:
            file = read_gold(path, papers)
        except GoldError as error:
            faults.append(str(error))
            continue
        if first := files.get(file.gold.document):
            faults.append(f"{path}: left out, {first.path} is gold of the same paper.")
        else:
            files[file.gold.document] = file
    return list(files.values()), faults


def extract_general(path: Path, *, workspace: Path | None, name: str | None, ocr: bool = True) -> list[Record]:
    """What a worker runs to read a paper without rules/bodies/."""
    return extract(path, workspace=workspace, name=name, bodies=False, ocr=ocr)


def report(files: Sequence[GoldFile], records: Mapping[Path, Sequence[Record]]) -> Report:
    """Measure records (paper -> what was read in it) against gold."""
    return Report(
        {file.gold.document: measure(file.gold, records.get(file.paper, ())) for file in files},
        {file.gold.document: file.gold.body for file in files},
        rules={file.gold.document: by_rule(file.gold, records.get(file.paper, ())) for file in files},
    )


# ---- a run before


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is judged otherwise than in the run before.

    right: found now and not before; wrong: found before and not now; made_up: now, and not before; no_more: the
    other way round.
    """

    body: str
    document: str
    field: str
    how: Literal["right", "wrong", "made_up", "no_more"]
    entry: str

    @property
    def better(self) -> bool:
        return self.how in ("right", "no_more")


class SavedTally(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    found: tuple[str, ...]
    missed: tuple[str, ...]
    made_up: tuple[str, ...]


class Saved(BaseModel):
    """A run as its file keeps it: document -> field -> entries."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scores: Literal["minutebook-score/1"] = "minutebook-score/1"
    documents: dict[str, dict[str, SavedTally]]


def saved(report: Report) -> str:
    """A run as the text of its file. It quotes the papers: it is for the folder of those who may read them."""
    documents = {
        name: {
            field: SavedTally(found=tally.found, missed=tally.missed, made_up=tally.made_up)
            for field, tally in tallies.items()
        }
        for name, tallies in report.documents.items()
    }
    return Saved(documents=documents).model_dump_json(indent=1) + "\n"


def read_saved(path: Path) -> Saved:
    """Raises: SettingError where it is no saved run."""
    try:
        return Saved.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SettingError(f"{path}: can't be read: {error.strerror}.", hint="--save writes such a file.") from error
    except ValidationError as error:
        raise SettingError(f"{path}: is no saved run of scores.", hint="--save writes such a file.") from error


def changes(report: Report, before: Saved) -> list[Change]:
    """Every entry that is judged otherwise than before, by body, field and document; documents in both runs alone."""
    found = []
    for document, tallies in report.documents.items():
        for field, now in tallies.items():
            if then := before.documents.get(document, {}).get(field):
                body = report.bodies[document]
                found += [Change(body, document, field, how, entry) for how, entry in _moved(then, now)]
    return sorted(found, key=lambda change: (change.body, FIELDS.index(change.field)))


def _moved(then: SavedTally, now: Tally) -> Iterator[tuple[Literal["right", "wrong", "made_up", "no_more"], str]]:
    had, has = Counter(then.found), Counter(now.found)
    for entry in ((has - had) & Counter(then.missed)).elements():
        yield "right", entry
    for entry in ((had - has) & Counter(now.missed)).elements():
        yield "wrong", entry
    for entry in (Counter(now.made_up) - Counter(then.made_up)).elements():
        yield "made_up", entry
    for entry in (Counter(then.made_up) - Counter(now.made_up)).elements():
        yield "no_more", entry
