"""Commands about people: a body's roster and its attendance table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, print_lines, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.roster.people import Person, Question, Roster


class Form(StrEnum):
    TABLE = "table"
    CSV = "csv"
    HTML = "html"
    JSON = "json"


@app.command(
    rich_help_panel="Ask the books",
    epilog="Example: minutebook people ambleforth-parish-council --attendance --format csv",
)
def people(
    bodies: Annotated[
        list[str], typer.Argument(metavar="BODY…", help="A body; several names where its records stand under several.")
    ],
    attendance: Annotated[bool, typer.Option("--attendance", help="The table of people by meetings.")] = False,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="How to print it; csv and html are for the attendance table.")
    ] = Form.TABLE,
    save: Annotated[
        bool, typer.Option("--save", help="Add people who are new to corpus/BODY/people.yaml, for you to correct.")
    ] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Show who sits on a body and who attends: capacities, terms, names that may be one person."""
    from pipeline.lookup import find_bodies
    from pipeline.roster import table
    from pipeline.roster.build import roster_of
    from pipeline.roster.typed import add_people, people_path, read_people
    from pipeline.shelf import read_shelf

    workspace = workspace_at(root)
    if not attendance and form in (Form.CSV, Form.HTML):
        raise SettingError(f"The roster is not made as {form.value}.", hint="Add --attendance for the table.")
    slugs = find_bodies(workspace, bodies)
    shelves = [read_shelf(workspace, body=one) for one in slugs]
    for fault in [fault for shelf in shelves for fault in shelf.faults]:
        print(fault, file=sys.stderr)
    path = people_path(workspace, slugs[0])
    roster = roster_of((record for shelf in shelves for record in shelf.records), read_people(path))
    if save:
        added = add_people(path, ((one.name, one.variants, one.role) for one in roster.people if not one.typed))
        print(f"{path}: {added} added." if added else f"{path}: nobody to add.", file=sys.stderr)
    if as_json or form is Form.JSON:
        print_json(table.as_json(roster) if attendance else table.roster_json(roster))
    elif form is Form.CSV:
        sys.stdout.write(table.as_csv(roster))
    elif form is Form.HTML:
        sys.stdout.write(table.as_html(roster))
    else:
        print_lines(_attendance(roster) if attendance else _roster(roster))


def _roster(roster: Roster) -> Iterator[tuple[str, str]]:
    yield "title", roster.body
    if not roster.sittings:
        yield "", "No paper with a date lists who was there."
        return
    first, last = roster.sittings[0].day, roster.sittings[-1].day
    yield "quiet", f"{len(roster.sittings)} meetings with attendance, {first} to {last}"
    for role, heading in (("member", "Members"), ("attending", "In attendance")):
        found = [person for person in roster.people if person.role == role]
        if found:
            yield "", ""
            yield "heading", f"{heading} ({len(found)})"
        width = max((len(person.name) for person in found), default=0)
        for person in found:
            yield "", f"  {person.name:<{width}}  {_facts(person)}".rstrip()
            if person.variants:
                yield "quiet", f"  {'':<{width}}  also written {', '.join(person.variants)}"
    yield from _questions(roster.questions)
    if roster.undated:
        yield "", ""
        yield "quiet", f"Left out, since they have no date: {', '.join(roster.undated)}"


def _facts(person: Person) -> str:
    terms = ", ".join(
        f"{term.first}{f' to {term.last}' if term.last != term.first else ''}" if term.last else f"since {term.first}"
        for term in person.terms
    )
    parts = [terms]
    if person.percent is not None:
        parts.append(f"there at {person.there} of {len(person.meetings)} ({person.percent:.0f}%)")
    else:
        parts.append(f"{len(person.marks)} meeting{'' if len(person.marks) == 1 else 's'}")
    held = [f"{one.capacity} ({_span(one.first, one.last)})" for one in person.holdings]
    return "; ".join(filter(None, [*parts, *held]))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _questions(questions: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    if not questions:
        return
    yield "", ""
    yield "heading", f"For you to say ({len(questions)}): corpus/BODY/people.yaml is where"
    for one in questions:
        yield "problem", f"  {one.message}"
        for seen in one.sightings:
            place = f"p. {seen.evidence.page}" if seen.evidence.page else seen.evidence.block or ""
            quote = seen.evidence.quote if len(seen.evidence.quote) <= 70 else f"{seen.evidence.quote[:67]}…"
            yield "quiet", f"    {seen.record}{f', {place}' if place else ''}: “{quote}”"


def _attendance(roster: Roster) -> Iterator[tuple[str, str]]:
    from pipeline.roster import table

    yield "title", f"Attendance: {roster.body}"
    yield "quiet", table.KEY
    yield "", ""
    yield from (("", f"{at:>3}  {one.key}") for at, one in enumerate(roster.sittings, start=1))
    yield "", ""
    # A column for each meeting is as narrow as its number: dates would not fit on a screen.
    body = table.rows(roster)[1:]
    numbers = [str(at) for at in range(1, len(roster.sittings) + 1)]
    shown = [["Name", *numbers, *table.COUNTS], *([row[0], *row[2:]] for row in body)]
    widths = table.widths(shown)
    for at, row in enumerate(shown):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "heading" if at == 0 else "", "  ".join(cells).rstrip()
