"""The whole pipeline on one page. No other file knows the order of the stages.

    read  ->  split  ->  outline  ->  extract  ->  link  ->  Record
    Source    [Paper]    Outline      Found        Record

`extract` runs it for one file and returns a record for each of its papers; nothing is written.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.asked import Listening, Questions, keep_questions, untouched
from pipeline.clock import ruled
from pipeline.extractors.find import find_all
from pipeline.kept import Keep, Untouched
from pipeline.link.assemble import assemble as link
from pipeline.link.meeting import complete_pack
from pipeline.outline import outline
from pipeline.paper import Source
from pipeline.problem import Problem
from pipeline.read import read
from pipeline.readings import read_once
from pipeline.record import Record
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from pipeline.split import split

STOPPED = "rule-stopped"


def extract(
    path: Path | str,
    *,
    workspace: Path | None = None,
    name: str | None = None,
    bodies: bool = True,
    ocr: bool = True,
) -> list[Record]:
    """The records of one file, one for each paper in it, in order.

    Args:
        path: the file.
        workspace: a folder whose rules/ win over the shipped ones.
        name: the path as the records shall show it; default: as given.
        bodies: False leaves out rules/bodies/, the rules of single bodies.
        ocr: read scanned pages by OCR where it is installed; a few seconds each.

    Raises:
        UnreadableError: the file can't be read; says why and what to do.
        RuleError: a rule file can't be used.
    """
    return records_of(read(Path(path), name=name, ocr=ocr), matcher_of(workspace, bodies=bodies))


def renew(
    path: Path, *, workspace: Path | None = None, name: str, ocr: bool = True, keep: Keep | None = None
) -> list[Record] | Untouched:
    """As `extract`, with only those stages run that hang on what has changed since `keep` says."""
    if keep is None:
        return extract(path, workspace=workspace, name=name, ocr=ocr)
    matcher, questions = matcher_of(workspace, kept=keep.folder), Questions()
    if untouched(keep, matcher.book):
        return Untouched()
    records = records_of(read_once(path, name=name, ocr=ocr, keep=keep), Listening(matcher, questions))
    if not any(problem.code == STOPPED for record in records for problem in record.problems):
        keep_questions(questions, keep, matcher.book)
    matcher.book.compiled.keep()
    return records


def records_of(source: Source, matcher: Matcher) -> list[Record]:
    """The records of what a file says."""
    records: list[Record] = []
    with ruled() as clock:
        for paper in split(source, matcher):
            outlined = outline(paper, matcher)
            found = find_all(
                paper,
                outlined,
                matcher,
                topics=tuple(item.title for record in records for item in record.items),
                names=tuple(person.name for record in records for person in record.attendance),
            )
            paper = replace(paper, problems=(*paper.problems, *map(_cut_short, sorted(clock.stopped))))
            records.append(link(paper, outlined, found, before=records, kept=matcher.book.confidence))
    return complete_pack(records)


def _cut_short(rule: str) -> Problem:
    return Problem(STOPPED, f"The rule {rule} ran out of time on a very long text; read the paper itself.")
