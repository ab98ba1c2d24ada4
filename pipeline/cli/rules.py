"""Commands about the rules and how right they are: rules test, list and explain; score."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import AsJson, Jobs, Root, app, print_json, print_lines, rules, terminal, workspace_at
from pipeline.problem import SettingError


@rules.command("test", epilog="Example: minutebook rules test")
def rules_test(as_json: AsJson = False, root: Root = Path()) -> None:
    """Run every rule's examples, nevers and gaps, and every pattern against texts that make it run away."""
    from dataclasses import asdict

    from pipeline.rules.in_force import matcher_of
    from pipeline.rules.rulecheck import cases, check

    book = matcher_of(workspace_at(root).root).book
    findings = check(book)
    failures = [finding for finding in findings if finding.severity == "failure"]
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        console = terminal()
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
    from pipeline.rules.in_force import matcher_of

    workspace = workspace_at(root)
    book = matcher_of(workspace.root, kept=workspace.readings).book
    kinds = sorted({rule.kind for rule in book.rules})
    if kind and kind not in kinds:
        raise SettingError(f"{kind}: there are no rules of this kind.", hint=f"The kinds are {', '.join(kinds)}.")
    chosen = [rule for rule in book.rules if kind in ("", rule.kind)]
    if as_json:
        print_json(
            [{"id": r.id, "kind": r.kind, "about": r.text.about, "path": r.path, "body": r.body} for r in chosen]
        )
        return
    console = terminal()
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
    for line in explain_paper(paper, workspace_at(root), kind=kind, words=words):
        said = list(lines_of(line, near=near, everything=everything))
        print_lines(said)
        printed = printed or bool(said)
    if not printed:
        print("No rule reads anything there, and none comes near. With --all you see why each does not.")


@app.command(rich_help_panel="Is it right?", epilog="Example: minutebook score gold --save scores.json")
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

    workspace = workspace_at(root)
    before = folder.read_saved(against) if against else None
    with Progress(terminal(stderr=True)) as show:
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
        print_json(sheet.as_json(report, moved=moved))
    else:
        for part in sheet.parts(report, moved=moved, misses=misses):
            terminal().print(part)
    if save:
        write_atomic(save, folder.saved(report).encode("utf-8"))
    if report.faults:
        print("\n".join(report.faults), file=sys.stderr)
        raise typer.Exit(1)
