"""Commands for clerks: ingest papers, look at a record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import AsJson, Jobs, Root, app, print_json, print_lines, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.batch import Summary
    from pipeline.machines import Machines


@app.command(rich_help_panel="Papers and records", epilog="Example: minutebook ingest corpus --jobs 2")
def ingest(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…", help="Papers, and folders of papers; also addresses: file://, s3://, https://."
        ),
    ] = None,
    jobs: Jobs = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds that one paper may take; each scanned page adds 60.")
    ] = 120,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged papers again too.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try those that were set aside again.")] = False,
    no_ocr: Annotated[
        bool, typer.Option("--no-ocr", help="Leave scanned pages unread; the records say which.")
    ] = False,
    scheduler: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Read on the Dask cluster of this scheduler: tls://…, or tcp://127.0.0.1:…"
        ),
    ] = "",
    to: Annotated[str, typer.Option(metavar="ADDRESS", help="Write the records to this address too: s3://…")] = "",
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Read papers and write their records to output/. Exit code 3 where some papers were set aside."""
    from pipeline import batch, mirror
    from pipeline.address import is_address
    from pipeline.progress import Progress
    from pipeline.worker import Limits

    if not given and not retry:
        raise SettingError("Say which papers or folders to ingest.", hint="For example: minutebook ingest corpus")
    if scheduler and jobs:
        raise SettingError("--jobs is for this machine.", hint="With --scheduler, the cluster says how many are read.")
    console = terminal(stderr=True)
    workspace, sent = workspace_at(root), None
    try:
        with Progress(console) as show, _machines(scheduler) as machines:
            summary = batch.ingest(
                [Path(path) for path in given or () if not is_address(path)],
                workspace,
                addresses=[path for path in given or () if is_address(path)],
                machines=machines,
                jobs=jobs,
                force=force,
                retry=retry,
                ocr=not no_ocr,
                limits=Limits(timeout=timeout),
                progress=show,
                waiting=lambda seconds: console.print(
                    f"Another ingest is at work in this workspace; waiting for it for up to {seconds:g} seconds."
                ),
            )
            if to:
                sent = mirror.send(workspace, to, anew=force)
    except KeyboardInterrupt:
        print("Stopped; what was read is kept, and the same command goes on from there.", file=sys.stderr)
        raise typer.Exit(130) from None
    if as_json:
        from dataclasses import asdict

        print_json(asdict(summary) | ({"sent": asdict(sent)} if sent else {}))
    else:
        _print_summary(summary)
        if sent:
            terminal().print(f"Written to {to}: {sent.written} records; taken away there: {sent.removed}.")
    if summary.set_aside:
        raise typer.Exit(3)


@contextmanager
def _machines(scheduler: str) -> Iterator[Machines | None]:
    if not scheduler:
        yield None
        return
    from pipeline.cluster import connected

    with connected(scheduler) as cluster:
        yield cluster


def _print_summary(summary: Summary) -> None:
    from rich.table import Table

    counts = {
        "Papers": len(summary.ingested),
        "Records": sum(len(paper.records) for paper in summary.ingested),
        "Decisions": sum(paper.decisions for paper in summary.ingested),
        "Actions": sum(paper.actions for paper in summary.ingested),
        "Questions": sum(paper.problems for paper in summary.ingested),
        "Unchanged": len(summary.unchanged),
        "Set aside": len(summary.set_aside),
    }
    console = terminal()
    table = Table(*counts)
    for column in table.columns:
        column.justify = "right"
    table.add_row(*map(str, counts.values()))
    console.print(table)
    for paper in summary.ingested if len(summary.ingested) <= 10 else ():
        for record in paper.records:
            console.print(f"  {record}")
    if summary.removed:
        console.print(f"Removed, since their papers are gone: {', '.join(summary.removed)}")
    for sentence in summary.astray:
        console.print(sentence, style="red")
    for aside in summary.set_aside:
        console.print(f"Set aside: {aside.message}", style="red")
    if summary.set_aside:
        console.print("Copies of these are in output/set-aside. `minutebook ingest --retry` tries them again.")
    if not (summary.ingested or summary.unchanged or summary.set_aside):
        console.print("No papers were found there.")


@app.command(
    rich_help_panel="Papers and records", epilog="Example: minutebook show ambleforth-parish-council/2025-03-11/minutes"
)
def show(
    record: Annotated[
        str | None,
        typer.Argument(metavar="ID|FILE", help="A record, or a decision or action in it; without it, all ids."),
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="With the id of each decision and action, as corrections name it.")
    ] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Show a record, readable. Without an id, list the ids of all records."""
    workspace = workspace_at(root)
    if record is None:
        records = workspace.record_ids()
        if as_json:
            print_json(records)
        else:
            print("\n".join(records or ["There are no records yet: ingest some papers first."]))
        return
    from pipeline.lookup import find_record, is_entry
    from pipeline.show import lines_of

    found = find_record(workspace, record)
    if as_json:
        print(found.model_dump_json(by_alias=True, indent=2))
        return
    print_lines(lines_of(found, ids=ids or is_entry(record)))
