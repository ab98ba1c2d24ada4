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
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Timing:
    what: str
    value: float
    unit: str
    target: str = ""


def varied(records: Sequence[Record], rows: int, chance: random.Random) -> Iterator[tuple[Record, Record, list[Row]]]:
    """(record, its original, its rows) until there are that many rows."""
    templates = [(record, list(rows_of(record))) for record in records]
    pool = [word for _, template in templates for row in template for word in _WORD.findall(row.text)]
    seen: set[str] = set()
    made = 0
    while made < rows:
        original, template = chance.choice(templates)
        body = f"body-{chance.randrange(BODIES):02}"
        day = datetime.date(chance.choice(YEARS), 1, 1) + datetime.timedelta(days=chance.randrange(365))
        name = f"{body}/{day}/{original.kind}"
        if name in seen or not template:
            continue
        seen.add(name)
        meeting = original.meeting.model_copy(update={"body": body.title(), "date": str(day)})
        record = original.model_copy(update={"id": name, "meeting": meeting})
        new = [replace(row, text=_varied(row.text, pool, chance)) for row in template]
        made += len(new)
        yield record, original, new


def _varied(text: str, pool: list[str], chance: random.Random) -> str:
    return _WORD.sub(lambda found: chance.choice(pool) if chance.random() < 0.2 else found[0], text)


def build(store: Store, workspace: Workspace, records: Sequence[Record], rows: int) -> tuple[int, float, list[Record]]:
    """An index of so many rows, with a file for each record so that changes can be looked for.

    Returns:
        Rows, seconds that making rows and writing them took, some of the records.
    """
    spent, count = 0.0, 0
    some: list[Record] = []
    store.gather()
    with store.writing():
        for record, original, new in varied(records, rows, random.Random(7)):
            path = workspace.path_of(record.id)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("kind: minutes\n", "utf-8")
            start = time.perf_counter()
            list(rows_of(original))  # what a build does for each record beside writing
            count += store.add(record, new)
            spent += time.perf_counter() - start
            if len(some) < 200:
                some.append(record)
        start = time.perf_counter()
        store.flush()
        spent += time.perf_counter() - start
        time.sleep(2.1)  # what is younger than two seconds is looked at again
        now = look(workspace.output, Seen())
        for name, stamp in now.files.items():
            store.restamp(name, stamp)
        store.keep_folders(Seen(), now)
        start = time.perf_counter()
    return count, spent + time.perf_counter() - start, some


def queries(store: Store, rounds: int = 5) -> tuple[list[float], list[str]]:
    """Milliseconds of each query, the median of some rounds, and what was found."""
    times: list[float] = []
    found: list[str] = []
    for typed, filters in QUERIES:
        runs = []
        for _ in range(rounds):
            start = time.perf_counter()
            results = search(store, typed, filters, limit=10)
            runs.append((time.perf_counter() - start) * 1000)
        times.append(statistics.median(runs))
        found.append(f"{times[-1]:7.1f} ms  {results.found:>5}{'+' if results.more else ' '}  {typed}")
    return times, found


def updates(store: Store, some: Sequence[Record], records: Sequence[Record]) -> list[float]:
    """Milliseconds of putting one meeting's record anew, for twenty of them."""
    times: list[float] = []
    for record in some[:20]:
        new = records[len(times) % len(records)]
        changed = new.model_copy(update={"id": record.id, "meeting": record.meeting})
        start = time.perf_counter()
        with store.writing():
            store.add(changed, rows_of(changed))
        times.append((time.perf_counter() - start) * 1000)
    return times


def start_up(workspace: Workspace, rounds: int = 9) -> float:
    """Seconds of `minutebook search` from the start of the process to its end, the median."""
    query = ["speed", "limit", "--kind", "decision", "--workspace", str(workspace.root)]
    command = [sys.executable, "-m", "pipeline", "search", *query]
    runs = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def measure(records: Sequence[Record], rows: int, folder: Path) -> tuple[list[Timing], list[str]]:
    """All figures of an index of so many rows."""
    workspace = Workspace(folder)
    with closing(open_sqlite(index.index_file(workspace))) as store:
        count, spent, some = build(store, workspace, records, rows)
        store.connection.execute("PRAGMA optimize")
        times, found = queries(store)
        start = time.perf_counter()
        before = store.seen()
        look(workspace.output, before)
        looked = (time.perf_counter() - start) * 1000
    named = f"{count:,} rows"
    figures = [
        Timing(f"{named}: records", len(before.files), ""),
        Timing(f"{named}: file of the index", index.index_file(workspace).stat().st_size / 1e6, "MB"),
        Timing(f"{named}: rows written in a second", count / spent, "rows", "at least 20,000"),
        Timing(f"{named}: a query, median", statistics.median(times), "ms"),
        Timing(f"{named}: a query, 95th percentile", sorted(times)[int(len(times) * 0.95)], "ms", "under 50"),
        Timing(f"{named}: looking for changed records", looked, "ms"),
        Timing(f"{named}: `minutebook search`, process start included", start_up(workspace), "s", "under 0.5"),
    ]
    with closing(open_sqlite(index.index_file(workspace))) as store:
        spent_on = updates(store, some, records)
    figures.append(Timing(f"{named}: one meeting anew, median", statistics.median(spent_on), "ms", "under 50"))
    figures.append(Timing(f"{named}: one meeting anew, slowest of 20", max(spent_on), "ms"))
    return figures, found


def table(figures: Sequence[Timing]) -> str:
    """The figures as Markdown."""
    lines = ["| what | figure | target |", "|---|---:|---|"]
    for one in figures:
        value = (
            f"{one.value:,.0f}"
            if one.value >= 100 or not one.unit
            else f"{one.value:,.1f}"
            if one.value >= 1
            else f"{one.value:.2f}"
        )
        lines.append(f"| {one.what} | {value} {one.unit} | {one.target} |".replace("  ", " "))
    return "\n".join(lines) + "\n"


def section(figures: Sequence[Timing]) -> str:
    """The part of docs/performance.md that is about search."""
    with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown")
    machine = f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"
    made = f"{len(QUERIES)} queries with filters, each five times, its median counted"
    return f"""## Search

`make bench-search`, {datetime.date.today()}, {machine}.
Rows made from real records by `tools/scale_index.py`; {made}.

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
    figures: list[Timing] = []
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
