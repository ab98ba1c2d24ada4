"""Books -> a register as Markdown, HTML, Word or a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from pipeline.export.books import Books
from pipeline.export.table import Column, Table, Value, table
from pipeline.problem import SettingError
from pipeline.registers.actions import action_register, reminders
from pipeline.registers.attendance import attendance_table
from pipeline.registers.decisions import decision_register
from pipeline.registers.period import within
from pipeline.registers.views import Roll
from pipeline.render import fill
from pipeline.roster.typed import Typed

Register = Literal["decision-register", "action-register", "reminder", "attendance"]
Form = Literal["md", "html", "docx", "xlsx"]
_ALL = 10_000  # a workbook has a column for every meeting


def make(
    what: Register,
    books: Books,
    *,
    as_of: str,
    form: Form = "md",
    templates: Path | None = None,
    owner: str = "",
    people: Typed | None = None,
    first: str = "",
    last: str = "",
) -> str | bytes:
    """A register of these books.

    Args:
        as_of: the day (YYYY-MM-DD) that the books were gathered for.
        form: md and html give a str, docx and xlsx the bytes of a file.
        templates: a workspace's templates folder.
        owner: whom a reminder is for; one letter each for all who owe something where it is empty.
        people: what stands in the body's people.yaml, for attendance.
        first, last: the days between which meetings count, and actions were raised; "" for no limit.

    Raises:
        SettingError: an unknown register or form, nothing to show, a template that can't be used.
    """
    if what not in get_args(Register) or form not in get_args(Form) or (what, form) == ("reminder", "xlsx"):
        raise SettingError(
            f"There is no {what} as {form}.", hint="Use md, html or docx; registers are made as xlsx too."
        )
    chosen = within(books, first, last)
    if form == "xlsx":
        from pipeline.export.xlsx import workbook

        return workbook(_tables(what, chosen, people))
    view: object
    match what:
        case "decision-register":
            view = decision_register(chosen)
        case "action-register":
            view = action_register(chosen, as_of=as_of)
        case "attendance":
            view = attendance_table(chosen, people)
        case "reminder":
            view = reminders(chosen, as_of=as_of, owner=owner)
    return fill(what, {"register": view}, form=form, templates=templates)


def _tables(what: Register, books: Books, people: Typed | None) -> list[Table]:
    if what == "attendance":
        return [_sheet(roll) for roll in attendance_table(books, people, columns=_ALL).rolls]
    return [table("decisions" if what == "decision-register" else "actions", books)]


def _sheet(roll: Roll) -> Table:
    columns = (
        Column("name", "Name", width=28),
        Column("capacity", "Capacity", width=34),
        *(Column(date, date, width=12) for date in roll.dates),
        Column("came", "Came", "count", 8),
        Column("named", "Of meetings", "count", 9),
    )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (person.name, person.capacity, *person.marks, person.came, person.named or None) for person in roll.people
    )
    return Table(roll.title, columns, rows)
