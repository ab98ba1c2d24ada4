"""How quick search is on a large index: real records varied by chance until there are a million rows, then measured.

    python -m tools.scale_index                              # prints the figures; records of output/
    python -m tools.scale_index --records ../somewhere --write    # ... of another workspace, into docs/performance.md

What is varied: body, date, and one word in five, drawn from all words of the records as often as they have it, so that
common words stay common. The texts are real ones or invented ones; none of them is kept.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.record import Record
from pipeline.search import Filters, index
from pipeline.search.filters import day_typed
from pipeline.search.fresh import Seen, look
from pipeline.search.result import search
from pipeline.search.rows import Row, rows_of
from pipeline.search.sqlite import open_sqlite
from pipeline.search.store import Store
from pipeline.shelf import read_shelf
from pipeline.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
BODIES = 60
YEARS = range(2005, 2026)
_WORD = re.compile(r"[^\W\d_]{2,}")


def _dated(since: str, until: str = "", **more: Any) -> Filters:
    return Filters(since=day_typed("", since, last=False), until=day_typed("", until, last=True), **more)


QUERIES: tuple[tuple[str, Filters], ...] = (
    ("speed limit", Filters(kinds=("decision",))),
    ("planning application", Filters(bodies=("body-07",), kinds=("decision", "action"))),
    ("budget", _dated("2019", bodies=("body-11",))),
    ('"play area"', Filters(kinds=("action",))),
    ("grant OR donation", _dated("2015", "2018", kinds=("decision",))),
    ("clerk", Filters(kinds=("action",), bodies=("body-03",))),
    ("the council", Filters(bodies=("body-21",))),
    ("insurance renewal", _dated("2020")),
    ("road safety NOT parking", Filters(kinds=("minute",))),
    ("school", Filters(kinds=("money",), least=1000)),
    ("funding formula", Filters(kinds=("decision",), outcomes=("agreed",))),
    ("pothole*", Filters(bodies=("body-44",))),
    ("report", _dated("2023", kinds=("decision",), outcomes=("noted",))),
    ("chairman", Filters(kinds=("decision",), outcomes=("elected",))),
    ("street lighting", Filters(bodies=("body-02", "body-05"))),
    ("(bus OR transport) AND service", _dated("2010", "2012")),
    ("maintenance contract", Filters(kinds=("decision",), least=500, most=20000)),
    ("cost", Filters(kinds=("money",), bodies=("body-30",), least=10000)),
    ("letter", Filters(kinds=("action",), owner="clerk")),
    ("meeting", _dated("2024", kinds=("action",), marked=True)),
    ('"terms of reference"', Filters()),
    ("accounts audit", Filters(kinds=("decision",))),
    ("water drainage flood*", Filters(bodies=("body-17",))),
    ("footpath", _dated("2021-03", "2021-09", public=True)),
    ("committee", Filters(kinds=("decision",), outcomes=("recommended",))),
    ("tree* AND (cut OR felled OR pruned)", Filters(kinds=("action",))),
    ("public participation", Filters(kinds=("minute",), bodies=("body-50",))),
    ("website", _dated("2022", kinds=("action",))),
    ("precept", _dated("2018-11", "2019-02", kinds=("decision",))),
    ("members", Filters(kinds=("table",), bodies=("body-09",))),
)


def varied(records: Sequence[Record], rows: int, chance: random.Random) -> Iterator[tuple[Record, Record, list[Row]]]:
    """(record, its original, its rows) until there are that many rows."""
    templates = [(record, list(rows_of(record))) for record in records]
    pool = [word for _, template in templates for row in template for word in _WORD.findall(row.text)]
    chosen: dict[str, tuple[Record, list[Row]]] = {}
    made = 0
    while made < rows:
        original, template = chance.choice(templates)
        day = datetime.date(chance.choice(YEARS), 1, 1) + datetime.timedelta(days=chance.randrange(365))
        name = f"body-{chance.randrange(BODIES):02}/{day}/{original.kind}"
        if name not in chosen and template:
            chosen[name] = original, template
            made += len(template)
    for name in sorted(chosen, key=lambda one: one.split("/")[1]):  # as a build takes them
        original, template = chosen[name]
        body, on, _ = name.split("/")
        meeting = original.meeting.model_copy(update={"body": body.title(), "date": on})
        record = original.model_copy(update={"id": name, "meeting": meeting})
        yield record, original, [row._replace(text=_varied(row.text, pool, chance)) for row in template]


def _varied(text: str, pool: list[str], chance: random.Random) -> str:
    return _WORD.sub(lambda found: chance.choice(pool) if chance.random() < 0.2 else found[0], text)


class Watch:
    """Adds up seconds by the clock and of processor time, of this process and of those that it starts."""

    def __init__(self) -> None:
        self.clock = self.processor = 0.0

    def __enter__(self) -> Watch:
        self._start = time.perf_counter(), self._used()
        return self

    def __exit__(self, *_: object) -> None:
        self.clock += time.perf_counter() - self._start[0]
        self.processor += self._used() - self._start[1]

    def _used(self) -> float:
        times = os.times()
        return time.process_time() + times.children_user + times.children_system


def build(store: Store, workspace: Workspace, records: Sequence[Record], rows: int) -> tuple[int, Watch, list[Record]]:
    """An index of so many rows, with a file for each record so that changes can be looked for.

    Returns:
        Rows, the time that making rows and writing them took, some of the records.
    """
    watch, count = Watch(), 0
    some: list[Record] = []
    with watch:
        store.gather()
    with store.writing():
        for record, original, new in varied(records, rows, random.Random(7)):
            path = workspace.path_of(record.id)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("kind: minutes\n", "utf-8")
            with watch:
                list(rows_of(original))  # what a build does for each record beside writing
                count += store.add(record, new)
            some.append(record)
        with watch:
            store.flush()
        time.sleep(2.1)  # what is younger than two seconds is looked at again
        now = look(workspace.output, Seen())
        for name, stamp in now.files.items():
            store.restamp(name, stamp)
        store.keep_folders(Seen(), now)
        watch.__enter__()
    store.settle()
    watch.__exit__()
    return count, watch, random.Random(8).sample(some, min(20, len(some)))


def queries(store: Store, rounds: int = 5) -> list[tuple[str, Watch, int]]:
    """Each query, the time of its middle round, and how many entries it found."""
    out = []
    for typed, filters in QUERIES:
        runs = []
        for _ in range(rounds):
            with Watch() as watch:
                results = search(store, typed, filters, limit=10)
            runs.append(watch)
        out.append((typed, _middle(runs), results.found))
    return out


def updates(store: Store, some: Sequence[Record], records: Sequence[Record]) -> list[Watch]:
    """The time of putting one meeting's record anew, for some of them."""
    times: list[Watch] = []
    for record in some:
        new = records[len(times) % len(records)]
        changed = new.model_copy(update={"id": record.id, "meeting": record.meeting})
        with Watch() as watch, store.writing():
            store.add(changed, rows_of(changed))
        times.append(watch)
    return times


def start_up(workspace: Workspace, rounds: int = 9) -> Watch:
    """The time of `minutebook search` from the start of the process to its end."""
    query = ["speed", "limit", "--kind", "decision", "--workspace", str(workspace.root)]
    command = [sys.executable, "-m", "pipeline", "search", *query]
    runs = []
    for _ in range(rounds):
        with Watch() as watch:
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        runs.append(watch)
    return _middle(runs)


def _middle(runs: Sequence[Watch]) -> Watch:
    return _at(runs, 0.5)


def _at(runs: Sequence[Watch], part: float) -> Watch:
    """Clock and processor time that this part of the runs keeps to."""
    watch = Watch()
    place = min(len(runs) - 1, int(len(runs) * part))
    watch.clock = sorted(run.clock for run in runs)[place]
    watch.processor = sorted(run.processor for run in runs)[place]
    return watch


def measure(records: Sequence[Record], rows: int, folder: Path) -> tuple[list[Line], list[str]]:
    """All figures of an index of so many rows, and a line for each query."""
    workspace = Workspace(folder)
    workspace.output.mkdir(exist_ok=True)
    with closing(open_sqlite(index.index_file(workspace))) as store:
        count, built, some = build(store, workspace, records, rows)
    with closing(open_sqlite(index.index_file(workspace))) as store:
        asked = queries(store)
        with Watch() as looked:
            before = store.seen()
            look(workspace.output, before)
    times = [watch for _, watch, _ in asked]
    size = index.index_file(workspace).stat().st_size / 1e6
    started = start_up(workspace)
    with closing(open_sqlite(index.index_file(workspace))) as store:
        spent = updates(store, some, records)
    lines = [
        (f"**{count:,} rows**, {len(before.files):,} records, {size:,.0f} MB", "", "", ""),
        (
            "rows written in a second",
            f"{count / built.clock:,.0f}",
            f"{count / built.processor:,.0f}",
            "at least 20,000",
        ),
        _line("a query, median", _middle(times)),
        _line("a query, 95th percentile", _at(times, 0.95), "under 50 ms"),
        _line("one meeting anew, median", _middle(spent), "under 50 ms"),
        _line("looking for changed records", looked),
        _line("`minutebook search`, process start included", started, "under 500 ms" if rows <= 100_000 else ""),
    ]
    return lines, [
        f"{one.clock * 1000:7.1f} ms, {one.processor * 1000:6.1f} of processor, {found:>5} {typed}"
        for typed, one, found in asked
    ]


Line = tuple[str, str, str, str]


def _line(what: str, watch: Watch, target: str = "") -> Line:
    return what, f"{watch.clock * 1000:,.1f} ms", f"{watch.processor * 1000:,.1f} ms", target


def table(lines: Sequence[Line]) -> str:
    """The figures as Markdown."""
    head = ["| | by the clock | processor time | target |", "|---|---:|---:|---|"]
    return "\n".join((*head, *(f"| {' | '.join(line)} |" for line in lines))) + "\n"


def section(figures: Sequence[Line]) -> str:
    """The part of docs/performance.md that is about search."""
    with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown")
    machine = f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"
    made = f"{len(QUERIES)} queries with filters, the middle one of five runs of each"
    load = f"{os.getloadavg()[1]:.0f} programs were waiting for the processor on average"
    return f"""## Search

`make bench-search`, {datetime.date.today()}, {machine}.
Rows made from real records by `tools/scale_index.py`; {made}. {load};
where that is more than the cores, the clock says more about them than about search.

{table(figures)}"""


def put_section(text: str, page: Path = PAGE) -> None:
    """Put a section in place of the one of the same heading, or at the end."""
    head = text.split("\n", 1)[0]
    before = page.read_text("utf-8") if page.is_file() else "# Performance\n"
    found = re.search(rf"^{re.escape(head)}\n.*?(?=^## |\Z)", before, re.MULTILINE | re.DOTALL)
    rest = before[found.end() :] if found else ""
    kept = before[: found.start()] if found else before.rstrip("\n") + "\n\n"
    page.write_text(f"{kept}{text.rstrip()}\n{chr(10) if rest else ''}{rest}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=Path, default=ROOT, help="a workspace with records")
    parser.add_argument("--rows", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--at", type=Path, help="keep the index here")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--queries", action="store_true", help="show each query")
    typed = parser.parse_args()
    records = [record for record in read_shelf(Workspace(typed.records)).records if record.items or record.tables]
    figures: list[Line] = []
    for rows in typed.rows:
        with tempfile.TemporaryDirectory() as folder:
            new, found = measure(records, rows, Path(typed.at or folder))
        figures += new
        if typed.queries:
            print("\n".join(found))
    print(table(figures))
    if typed.write:
        put_section(section(figures))


if __name__ == "__main__":
    main()
