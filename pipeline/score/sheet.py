"""A report as tables for a person, and as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from pipeline.problem import SettingError
from pipeline.score.folder import Change, Report
from pipeline.score.measure import FIELDS, Counts

_SHORT = ("head", "peop", "items", "decis", "outc", "action", "owner", "due", "money", "dates")
_HOW = {"right": "now found", "wrong": "now missed", "made_up": "now made up", "no_more": "no longer made up"}
_LONGEST = 160  # letters of an entry that a line shows


def parts(report: Report, *, moved: Sequence[Change] | None = None, misses: str = "") -> Iterator[Table | Text]:
    """What to print, in order.

    Args:
        moved: what is judged otherwise than in a run before; None where there is nothing to compare with.
        misses: list what this field missed and made up; "" for none.

    Raises:
        SettingError: no such field.
    """
    if misses and misses not in FIELDS:
        raise SettingError(f"{misses}: there is no such field.", hint=f"The fields are {', '.join(FIELDS)}.")
    yield _overall(report)
    yield _by_body(report)
    yield Text(_about_bodies(report), style="dim")
    if misses:
        yield from _misses(report, misses)
    if moved is not None:
        yield from _moved(moved)


def _overall(report: Report) -> Table:
    papers, bodies = len(report.documents), len(set(report.bodies.values()))
    of = f"{papers} paper{'s' * (papers != 1)} of {bodies} bod{'ies' if bodies != 1 else 'y'}"
    table = Table(title=f"All fields, {of}", title_justify="left")
    table.add_column("Field", no_wrap=True)
    for name in ("Gold", "Found", "Precision", "Recall", "F1", "F1, mean\nof bodies"):
        table.add_column(name, justify="right", no_wrap=True)
    if report.general:
        table.add_column("F1 without\nrules/bodies", justify="right", no_wrap=True)
    for field in FIELDS:
        counts, mean = report.counts(field), report.mean_f1(field)
        row = [field, str(counts.gold), str(counts.got), *map(_figure, (counts.precision, counts.recall, counts.f1))]
        row.append("-" if mean is None else _figure(mean))
        table.add_row(*row, *([_figure(report.general.counts(field).f1)] if report.general else []))
    return table


def _by_body(report: Report) -> Table:
    """Each body, all others together (what is left when it is left out), and each of its papers: F1 in percent."""
    title = "\nF1 in percent: each body, all bodies but it, and its papers where it has several"
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0))
    table.add_column("", overflow="fold", min_width=20)
    for name in _SHORT:
        table.add_column(name, justify="right", no_wrap=True)
    for body in dict.fromkeys(report.bodies.values()):
        table.add_row(body, *(_percent(report.counts(field, body=body)) for field in FIELDS), style="bold")
        table.add_row("  all others", *(_percent(report.counts(field, but=body)) for field in FIELDS), style="dim")
        papers = [document for document, of in report.bodies.items() if of == body]
        for document in papers if len(papers) > 1 else ():
            tallies = report.documents[document]
            name = document.removeprefix(f"{body}/")
            table.add_row(f"  {name}", *(_percent(tallies[field].counts) for field in FIELDS))
    return table


def _about_bodies(report: Report) -> str:
    if report.general:
        return f"Read with {report.body_rules} files of rules/bodies/, and once more without them."
    if report.body_rules is None:
        return "Read without rules/bodies/."
    return "There are no files in rules/bodies/: these are the figures without them."


def _misses(report: Report, field: str) -> Iterator[Text]:
    yield Text(f"\n{field}: what was missed (-) and what is not in the gold (+)", style="bold")
    for document, tallies in report.documents.items():
        tally = tallies[field]
        if tally.missed or tally.made_up:
            yield Text(document)
            yield from (Text(f"  - {entry[:_LONGEST]}", style="yellow") for entry in tally.missed)
            yield from (Text(f"  + {entry[:_LONGEST]}", style="magenta") for entry in tally.made_up)


def _moved(moved: Sequence[Change]) -> Iterator[Text]:
    better = sum(change.better for change in moved)
    yield Text(f"\nSince the run before: {better} for the better, {len(moved) - better} for the worse", style="bold")
    body = ""
    for change in moved:
        if change.body != body:
            yield Text(change.body)
        body = change.body
        style = "green" if change.better else "red"
        yield Text(f"  {_HOW[change.how]}, {change.field}: {change.entry[:_LONGEST]}", style=style)


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _percent(counts: Counts) -> str:
    return f"{100 * counts.f1:.1f}".removesuffix(".0") if counts else "-"


def as_json(report: Report, *, moved: Sequence[Change] | None = None) -> object:
    """The report for programs: figures of all, of each body with those of all others, of each paper; what has moved."""
    return {
        "fields": {field: _summed(report, field) for field in FIELDS},
        "bodies": {
            body: {
                field: figures(report.counts(field, body=body)) | {"others": figures(report.counts(field, but=body))}
                for field in FIELDS
            }
            for body in dict.fromkeys(report.bodies.values())
        },
        "documents": {
            name: {field: figures(tally.counts) for field, tally in tallies.items()}
            for name, tallies in report.documents.items()
        },
        "body_rules": report.body_rules,
        "without_bodies": {field: _summed(report.general, field) for field in FIELDS} if report.general else None,
        "changes": None
        if moved is None
        else [
            {"body": c.body, "document": c.document, "field": c.field, "how": c.how, "entry": c.entry} for c in moved
        ],
        "faults": list(report.faults),
    }


def _summed(report: Report, field: str) -> dict[str, object]:
    return figures(report.counts(field)) | {"f1_by_body": report.mean_f1(field)}


def figures(counts: Counts) -> dict[str, object]:
    """Counts with what follows from them; nothing follows where neither gold nor the program has an entry."""
    shares = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return {
        "gold": counts.gold,
        "got": counts.got,
        "right": counts.right,
        **(shares if counts else dict.fromkeys(shares)),
    }
