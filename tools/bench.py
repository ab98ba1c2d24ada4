"""How long a page takes, against reading its bare text: one run, one table, as ratios.

    python -m tools.bench            # prints the figures
    python -m tools.bench --write    # ... and puts them into docs/performance.md

Papers: the PDFs of ../shared/papers and a fixed sample of ../shared/more, of corpus/ where those are absent. Times are
of the processor, the least of some rounds. Each round is a process of its own that has read other papers before and
loads the patterns that a workspace keeps compiled, so that everything is loaded and no text comes by a second time;
OCR is left out.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import pypdfium2 as pdfium

from pipeline.extractors.find import find_all
from pipeline.link.assemble import assemble as link
from pipeline.outline import outline
from pipeline.problem import UnreadableError
from pipeline.read import read
from pipeline.record import Record
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from pipeline.split import split
from pipeline.write import to_yaml
from tools.rivals import RIVALS, measured
from tools.scale_index import put_section

Result = TypeVar("Result")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
STARTS = (
    *(("--help",), ("ingest", "--help"), ("show",), ("search", "road"), ("actions",), ("check",)),
    *(("rules", "list"), ("verify",), ("doctor",), ("--version",)),
)


def papers() -> list[Path]:
    """The PDFs that are measured, always the same ones."""
    found = sorted((SHARED / "papers").rglob("*.pdf")) + sorted((SHARED / "more").rglob("*.pdf"))[::24]
    return found or sorted((ROOT / "corpus").rglob("*.pdf"))


def least(what: Callable[[], object], rounds: int) -> float:
    """Seconds of processor time, the least of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        what()
        times.append(time.process_time() - start)
    return min(times)


def bare_text(path: Path) -> int:
    """Read a PDF's text by pdfium alone; how many pages."""
    document = pdfium.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    pages = len(document)
    document.close()
    return pages


def plumber_text(path: Path) -> int:
    """Read a PDF's text by pdfplumber; how many pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
        return len(document.pages)


def stages(path: Path, matcher: Matcher) -> dict[str, float]:
    """Seconds of processor time by stage for one paper, from PDF to YAML."""
    spent: dict[str, float] = {}
    mark = time.process_time()

    def done(stage: str) -> None:
        nonlocal mark
        now = time.process_time()
        spent[stage] = spent.get(stage, 0.0) + now - mark
        mark = now

    source = read(path, ocr=False)
    done("read")
    records: list[Record] = []
    parts = split(source, matcher)
    done("split")
    for paper in parts:
        outlined = outline(paper, matcher)
        done("outline")
        found = find_all(paper, outlined, matcher)
        done("extract")
        records.append(link(paper, outlined, found, before=records, kept=matcher.book.confidence))
        done("link")
    for record in records:
        to_yaml(record)
    done("write")
    return spent


def others() -> list[Path]:
    """PDFs that are not measured: a process that has read them has loaded and compiled what papers need."""
    found = sorted((SHARED / "more").rglob("*.pdf"))[12::24]
    return found or sorted((ROOT / "corpus").rglob("*.pdf"))


def readable(paths: Sequence[Path]) -> list[Path]:
    """Those that can be read."""
    good = []
    for path in paths:
        try:
            read(path, ocr=False)
        except UnreadableError:
            continue
        good.append(path)
    return good


def one_round(paths: Sequence[Path], before: Sequence[Path], kept: Path) -> tuple[dict[str, float], float]:
    """Seconds of processor time by stage for these papers after the others, and the most memory in MB.

    Args:
        kept: where the rules' patterns are kept compiled for the next process, as a workspace keeps them.
    """
    matcher = matcher_of(None, kept=kept)
    for path in before:
        stages(path, matcher)
    total: dict[str, float] = {}
    for path in paths:
        for stage, seconds in stages(path, matcher).items():
            total[stage] = total.get(stage, 0.0) + seconds
    matcher.book.compiled.keep()
    return total, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(what: Callable[..., Result], *arguments: object) -> Result:
    """What a function gives in a new process, which remembers no text."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(what, *arguments).result()


def packs(folder: Path, counts: Sequence[int]) -> Iterator[Path]:
    """Files of so many pages, of papers in an order of chance; pages come again only where there are no more."""
    paths = readable(sorted((SHARED / "papers").rglob("*.pdf")) + sorted((SHARED / "more").rglob("*.pdf")) or papers())
    random.Random(7).shuffle(paths)
    for count in counts:
        pack = pdfium.PdfDocument.new()
        for path in itertools.cycle(paths):
            if len(pack) >= count:
                break
            source = pdfium.PdfDocument(path)
            pack.import_pages(source, list(range(min(len(source), count - len(pack)))))
        pack.save(folder / f"{count}.pdf")
        yield folder / f"{count}.pdf"


def lengths(folder: Path, counts: Sequence[int]) -> list[tuple[int, float, float]]:
    """(pages, ms a page of pdfium's text, ms a page of the pipeline) for one file of so many pages."""
    before = readable(others())
    apart(one_round, [], before, folder)
    out = []
    for count, file in zip(counts, packs(folder, counts), strict=True):
        whole = sum(apart(one_round, [file], before, folder)[0].values())
        bare = least(lambda file=file: bare_text(file), 2)  # type: ignore[misc]
        out.append((count, bare / count * 1000, whole / count * 1000))
    return out


def start_up(rounds: int = 5) -> list[tuple[str, float, float]]:
    """(command, seconds by the clock, of processor time) of a process from start to end, the least of some rounds."""
    out = []
    for arguments in STARTS:
        runs = []
        for _ in range(rounds):
            clock, before = time.perf_counter(), os.times()
            subprocess.run([sys.executable, "-m", "pipeline", *arguments], cwd=ROOT, capture_output=True, check=False)
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            runs.append((time.perf_counter() - clock, used))
        out.append((" ".join(arguments), min(run[0] for run in runs), min(run[1] for run in runs)))
    return out


def section(rounds: int, counts: Sequence[int], rivals: Sequence[str]) -> str:
    """Everything measured, as the part of docs/performance.md that is about ingest."""
    paths = readable(papers())
    pages = sum(map(bare_text, paths))
    bare = least(lambda: [bare_text(path) for path in paths], rounds)
    before = readable(others())
    with tempfile.TemporaryDirectory() as kept:
        apart(one_round, paths, before, Path(kept))  # what a workspace has that has ingested before
        runs = [apart(one_round, paths, before, Path(kept)) for _ in range(rounds)]
    best, peak = min(runs, key=lambda run: sum(run[0].values()))
    whole = sum(best.values())
    sample = paths[::8]
    sampled = sum(map(bare_text, sample))
    plumber = least(lambda: [plumber_text(path) for path in sample], 1) / sampled * pages
    compared = [
        (
            rival.what,
            measured(rival, paths, rounds) if rival.name in rivals else f"not asked for: `--rivals {rival.name}`",
        )
        for rival in RIVALS
    ]

    def line(name: str, seconds: float) -> str:
        return f"| {name} | {seconds / pages * 1000:.1f} ms | {seconds / bare:.1f} | {seconds / plumber:.2f} |"

    with tempfile.TemporaryDirectory() as folder:
        long = lengths(Path(folder), counts)
    return "\n".join(
        [
            "## Ingest",
            "",
            f"`make bench`, {datetime.date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
            f"{len(paths)} papers, {pages} pages (pdfplumber: {sampled} of them). Processor time of one process "
            f"that has read {len(before)} others before, with patterns kept compiled, the least of {rounds} rounds; "
            f"{os.getloadavg()[1]:.0f} programs waited for a core.",
            "",
            "| | a page | of pdfium's text | of pdfplumber's text |",
            "|---|---:|---:|---:|",
            line("pdfium, bare text", bare),
            line("pdfplumber, `extract_text`", plumber),
            *(line(n, s) if isinstance(s, float) else f"| {n} | {s} | | |" for n, s in compared),
            line("**whole pipeline, PDF to YAML**", whole),
            *(line(f"of it: {stage}", seconds) for stage, seconds in best.items()),
            "",
            f"Peak memory of the run: {peak:.0f} MB. Targets: 3.0 times pdfium's text, 0.10 of pdfplumber's.",
            "",
            "| pages in one file | pdfium's text, a page | pipeline, a page | ratio |",
            "|---:|---:|---:|---:|",
            *(f"| {count:,} | {one:.1f} ms | {all_:.1f} ms | {all_ / one:.1f} |" for count, one, all_ in long),
            "",
            "| command, process start included | by the clock | processor time |",
            "|---|---:|---:|",
            *(f"| `minutebook {name}` | {clock:.2f} s | {used:.2f} s |" for name, clock, used in start_up()),
            "",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs="*", default=[10, 100, 1000], help="lengths of the packs")
    parser.add_argument(
        "--rivals",
        nargs="*",
        default=["kreuzberg"],
        choices=[rival.name for rival in RIVALS],
        help="other programs to hold it against; unstructured takes 7 GB of disc",
    )
    typed = parser.parse_args()
    text = section(typed.rounds, typed.pages, typed.rivals)
    print(text)
    if typed.write:
        put_section(text)


if __name__ == "__main__":
    main()
