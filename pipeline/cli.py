"""The command line. The only file that prints and exits; every command imports what it needs when it runs.

Exit codes: 0 done; 1 something is not as it should be; 2 wrong use, or a file that people typed is at fault;
3 some papers were set aside; 130 stopped by the user.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.problem import MinutebookError, SettingError

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.batch import Summary
    from pipeline.workspace import Workspace

DEBUG = "MINUTEBOOK_DEBUG"
STYLES = {
    "title": "bold",
    "heading": "bold",
    "quiet": "dim",
    "decision": "green",
    "action": "cyan",
    "problem": "yellow",
}
_HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    help="Meeting papers in, records of who decided what and who does what out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings=_HELP,
)
rules = typer.Typer(help="The rules: test them, list them, see what they read.", no_args_is_help=True)
app.add_typer(rules, name="rules")

Root = Annotated[Path, typer.Option("--workspace", "-w", help="The workspace's folder.", show_default="this folder")]
Jobs = Annotated[int | None, typer.Option(min=1, help="Papers read at once.", show_default="one a core")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


class Sheet(StrEnum):
    ACTION_SHEET = "action-sheet"
    SUMMARY = "summary"


class Form(StrEnum):
    MD = "md"
    HTML = "html"
    DOCX = "docx"


def main() -> None:
    """Run a command; a fault ends in one sentence on stderr, never in a traceback."""
    try:
        app(prog_name="minutebook")
    except MinutebookError as error:
        sys.exit(_fault(str(error), error.exit_code))
    except BrokenPipeError:
        # The reader of our output has gone (`minutebook show … | head`): nothing more to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        sys.exit(_fault(f"{error.filename or 'The system'}: {error.strerror or error}.", 1))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        what = f"The program failed ({type(error).__name__}: {error})."
        sys.exit(_fault(f"{what} Please report it with what {DEBUG}=1 shows when you run this again.", 1))


def _fault(sentence: str, code: int) -> int:
    print(f"minutebook: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def _workspace(root: Path) -> Workspace:
    from pipeline.workspace import Workspace

    if not root.is_dir():
        raise SettingError(f"{root}: there is no such folder.", hint=f"`minutebook init {root}` makes it.")
    return Workspace(root)


def _console(*, stderr: bool = False) -> Console:
    """Colours on a terminal; in a file or a pipe plain text, its lines never folded."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True, markup=False)


def _print_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print (style, line)s."""
    console = _console()
    for style, line in lines:
        console.print(line, style=STYLES.get(style))


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


@app.callback(invoke_without_command=True)
def _options(version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    if version:
        from pipeline.doctor import program_version

        print(f"minutebook {program_version()}")
        raise typer.Exit


@app.command(epilog="Example: minutebook ingest corpus --jobs 2")
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH…", help="Papers, and folders of papers.")] = None,
    jobs: Jobs = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds that one paper may take; each scanned page adds 60.")
    ] = 120,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged papers again too.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try those that were set aside again.")] = False,
    no_ocr: Annotated[
        bool, typer.Option("--no-ocr", help="Leave scanned pages unread; the records say which.")
    ] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Read papers and write their records to output/. Exit code 3 where some papers were set aside."""
    from pipeline import batch
    from pipeline.progress import Progress
    from pipeline.worker import Limits

    if not paths and not retry:
        raise SettingError("Say which papers or folders to ingest.", hint="For example: minutebook ingest corpus")
    console = _console(stderr=True)
    try:
        with Progress(console) as show:
            summary = batch.ingest(
                paths or [],
                _workspace(root),
                jobs=jobs,
                force=force,
                retry=retry,
                ocr=not no_ocr,
                limits=Limits(timeout=timeout),
                progress=show,
            )
    except KeyboardInterrupt:
        print("Stopped; what was read is kept, and the same command goes on from there.", file=sys.stderr)
        raise typer.Exit(130) from None
    if as_json:
        from dataclasses import asdict

        _print_json(asdict(summary))
    else:
        _print_summary(summary)
    if summary.set_aside:
        raise typer.Exit(3)


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
    console = _console()
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


@app.command(epilog="Example: minutebook show ambleforth-parish-council/2025-03-11/minutes")
def show(
    record: Annotated[str | None, typer.Argument(metavar="ID|FILE", help="A record; without it, all ids.")] = None,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Show a record, readable. Without an id, list the ids of all records."""
    workspace = _workspace(root)
    if record is None:
        ids = workspace.record_ids()
        if as_json:
            _print_json(ids)
        else:
            print("\n".join(ids or ["There are no records yet: ingest some papers first."]))
        return
    from pipeline.lookup import find_record
    from pipeline.show import lines_of

    found = find_record(workspace, record)
    if as_json:
        print(found.model_dump_json(by_alias=True, indent=2))
        return
    _print_lines(lines_of(found))


@app.command(epilog="Example: minutebook render action-sheet ambleforth-parish-council --format docx -o sheet.docx")
def render(
    what: Annotated[Sheet, typer.Argument(help="Which sheet.")],
    records: Annotated[
        list[str], typer.Argument(metavar="ID|BODY…", help="Records; a body stands for its latest minutes.")
    ],
    form: Annotated[Form, typer.Option("--format", "-f", help="Markdown, a web page or Word.")] = Form.MD,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="printed")] = None,
    root: Root = Path(),
) -> None:
    """Make an action sheet or a summary from records alone."""
    from pipeline.lookup import find_meeting, find_record
    from pipeline.render import render as make
    from pipeline.write import write_atomic

    workspace = _workspace(root)
    if what is Sheet.ACTION_SHEET:
        found = [record for name in records for record in find_meeting(workspace, name)]
    else:
        found = [
            find_meeting(workspace, name)[0] if "/" not in name else find_record(workspace, name) for name in records
        ]
    found = list({record.id: record for record in found}.values())
    sheet = make(what.value, found, form=form.value, templates=workspace.templates)
    if out is None and isinstance(sheet, str):
        print(sheet, end="")
        return
    path = out or Path(f"{'-'.join(found[0].id.split('/')[:-1])}-{what.value}.{form.value}")
    if path.is_dir():
        raise SettingError(f"{path}: is a folder.", hint="Name the file to write after -o.")
    write_atomic(path, sheet.encode("utf-8") if isinstance(sheet, str) else sheet)
    print(f"Written: {path}", file=sys.stderr)


@rules.command("test", epilog="Example: minutebook rules test")
def rules_test(as_json: AsJson = False, root: Root = Path()) -> None:
    """Run every rule's examples, nevers and gaps, and every pattern against texts that make it run away."""
    from dataclasses import asdict

    from pipeline.rulecheck import cases, check
    from pipeline.run import matcher_of

    book = matcher_of(_workspace(root).root).book
    findings = check(book)
    failures = [finding for finding in findings if finding.severity == "failure"]
    if as_json:
        _print_json([asdict(finding) for finding in findings])
    else:
        console = _console()
        for finding in findings:
            style = "red" if finding.severity == "failure" else "dim"
            console.print(f"{finding.path}: {finding.rule}/{finding.case}: {finding.message}", style=style)
        console.print(f"{len(book.rules)} rules, {len(cases(book))} texts, {len(failures)} failures.")
    if failures:
        raise typer.Exit(1)


@rules.command("list", epilog="Example: minutebook rules list --kind action")
def rules_list(
    kind: Annotated[str, typer.Option(help="Only rules of this kind.")] = "",
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """List the rules in the order in which they are tried, with what each is about."""
    from pipeline.run import matcher_of

    book = matcher_of(_workspace(root).root).book
    kinds = sorted({rule.kind for rule in book.rules})
    if kind and kind not in kinds:
        raise SettingError(f"{kind}: there are no rules of this kind.", hint=f"The kinds are {', '.join(kinds)}.")
    chosen = [rule for rule in book.rules if kind in ("", rule.kind)]
    if as_json:
        _print_json(
            [{"id": r.id, "kind": r.kind, "about": r.text.about, "path": r.path, "body": r.body} for r in chosen]
        )
        return
    console = _console()
    for rule in chosen:
        console.print(f"{rule.kind:<11} {rule.id:<32} {rule.text.about}")


@rules.command("explain", epilog="Example: minutebook rules explain minutes.docx --kind action")
def rules_explain(
    paper: Annotated[Path, typer.Argument(metavar="FILE", help="A paper.")],
    kind: Annotated[str, typer.Option(help="Only rules of this kind.")] = "",
    words: Annotated[str, typer.Option("--with", help="Only paragraphs with these words.")] = "",
    near: Annotated[int, typer.Option(min=0, help="How many rules that nearly read a line to show.")] = 2,
    everything: Annotated[bool, typer.Option("--all", help="Show every rule that does not read a line.")] = False,
    root: Root = Path(),
) -> None:
    """Show for each line of a paper which rules read it, and why others do not."""
    from pipeline.explain import explain_paper, lines_of

    printed = False
    for line in explain_paper(paper, _workspace(root), kind=kind, words=words):
        said = list(lines_of(line, near=near, everything=everything))
        _print_lines(said)
        printed = printed or bool(said)
    if not printed:
        print("No rule reads anything there, and none comes near. With --all you see why each does not.")


@app.command(epilog="Example: minutebook score gold --save scores.json")
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Gold: what you read in the papers yourself.")],
    papers: Annotated[Path | None, typer.Option(help="The papers' folder.", show_default="corpus/")] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep this run, to compare with later.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="FILE", help="A run that was kept: say what changed.")] = None,
    misses: Annotated[str, typer.Option(metavar="FIELD", help="List what a field missed and made up.")] = "",
    without_bodies: Annotated[bool, typer.Option("--without-bodies", help="Leave rules/bodies/ out.")] = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Read papers anew and measure how right their records are, against gold (docs/gold.md)."""
    from pipeline.progress import Progress
    from pipeline.score import folder, sheet
    from pipeline.write import write_atomic

    workspace = _workspace(root)
    before = folder.read_saved(against) if against else None
    with Progress(_console(stderr=True)) as show:
        report = folder.score(
            gold,
            papers or workspace.corpus,
            workspace=workspace.root,
            bodies=not without_bodies,
            jobs=jobs,
            progress=show,
        )
    moved = folder.changes(report, before) if before else None
    if as_json:
        _print_json(sheet.as_json(report, moved=moved))
    else:
        for part in sheet.parts(report, moved=moved, misses=misses):
            _console().print(part)
    if save:
        write_atomic(save, folder.saved(report).encode("utf-8"))
    if report.faults:
        print("\n".join(report.faults), file=sys.stderr)
        raise typer.Exit(1)


@app.command(epilog="Example: minutebook init ambleforth")
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")]) -> None:
    """Make a workspace: corpus/ for your papers, output/ for records, rules/ and templates/ for what you change."""
    from pipeline.init import make_workspace

    for path in make_workspace(folder):
        print(path)
    print(f"Put papers into {folder / 'corpus'}, a folder for each body. Then: cd {folder} && minutebook ingest corpus")


@app.command(epilog="Example: minutebook doctor")
def doctor(as_json: AsJson = False, root: Root = Path()) -> None:
    """Say what is installed, what each part is for, and what to do where one is missing."""
    from dataclasses import asdict

    from pipeline.doctor import examine

    checks = list(examine(_workspace(root)))
    if as_json:
        _print_json([asdict(check) for check in checks])
    else:
        console = _console()
        for check in checks:
            found = check.found or ("MISSING" if check.needed else "not there")
            remedy = "" if check.found else f"; {check.remedy}"
            style = None if check.found else "red" if check.needed else "yellow"
            console.print(f"{check.name:<15} {found:<40} for {check.purpose}{remedy}", style=style)
    if any(check.needed and not check.found for check in checks):
        raise typer.Exit(1)
