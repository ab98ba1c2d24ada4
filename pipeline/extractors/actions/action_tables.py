"""Actions in tables: a list of actions with its columns, in any order, over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.doers import of_paper
from pipeline.extractors.actions.due import due_words, owner_and_day
from pipeline.extractors.actions.fields import fields_of
from pipeline.extractors.actions.marked import owners_of_row
from pipeline.extractors.actions.reported import without_state
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import OLD
from pipeline.found import FoundAction, Place
from pipeline.initials import INITIALS
from pipeline.layout.columns import ASIDE, Columns, columns_of, repeats_heads, row_cells
from pipeline.layout.heads import Role
from pipeline.layout.numbers import mark_of
from pipeline.outline.cells import task_rows
from pipeline.paper import Line, Section, Table, evidence_of, fold
from pipeline.rules.match import Matcher

_HEADING = 3  # words at most


def of_tables(
    section: Section, matcher: Matcher, *, sheet: bool, before: Columns | None = None
) -> tuple[list[FoundAction], Columns | None]:
    """The rows of a section's lists of actions, and the columns that a table below may go on with.

    Args:
        sheet: all of the paper is a list of actions; its tables go on under headings.
        before: columns of the last table of the section above.
    """
    out: list[FoundAction] = []
    for part in section.body:
        if not isinstance(part, Table):
            if part.text.strip() and part.kind == "heading" and not sheet:
                before = None
            continue
        if part.aside:
            out += _rows(part, Columns("actions", ASIDE, 0), section, matcher, sheet=sheet)
            continue
        columns = columns_of(part, before)
        before = columns
        asked = section.kind == "action-list" and {"title", "owner"} <= set(columns.roles)  # "Matter | Person"
        if columns.use == "actions" or asked:
            out += _rows(part, columns, section, matcher, sheet=sheet)
    return out, before


def _rows(table: Table, columns: Columns, section: Section, matcher: Matcher, *, sheet: bool) -> list[FoundAction]:
    out: list[FoundAction] = []
    old = not table.aside and (sheet or section.kind == "matters-arising" or OLD.search(section.title) is not None)
    old = old or (section.kind == "front" and _tells_progress(table, columns, matcher))
    topic = heading = ""
    rows = [row_cells(row, columns.roles) for row in table.rows[columns.header :] if not repeats_heads(row)]
    for cells in (part for row in rows for part in _each_task(row, matcher)):
        words: dict[str, str] = {role: fold(" ".join(line.text for line in lines)) for role, lines in cells.items()}
        words |= {role: _unmarked(words[role]) for role in ("action", "due") if role in words}
        if "owner" in cells and _one_each(lines := [fold(line.text) for line in cells["owner"]]):
            words["owner"] = "; ".join(lines)
        if "mixed" in words:
            words.update(fields_of(words["mixed"], matcher).words)
        topic = words.get("title") or (topic if not words.get("number") else "")
        task_role: Role = "action" if "action" in columns.roles else "title" if "title" in columns.roles else "notes"
        if task_role == "title" and _described(columns.roles):
            task_role = "notes"
        if task_role == "action" and not words.get("action") and words.get("notes"):
            task_role = "notes"
        task = words.get(task_role, "").lstrip("✓✔☐ ")
        if not task:
            _continue(out, words)
            continue
        if _is_topic(words, task, columns, matcher):
            heading = task
            continue
        if not re.search(r"[A-Za-z]{3}", task) or matcher.first("action", task, part="nothing") is not None:
            continue
        if task_role != "action" and "owner" in columns.roles and not any(map(words.get, ("owner", "due", "status"))):
            heading = task  # a list of topics: what nobody is to do is what was said
            continue
        both = owner_and_day(words.get("owner", ""))  # "Ann Box / 3 May"
        who = both[0] if both is not None else words.get("owner", "")
        owners = of_paper(split_owners(who), matcher) if who else owners_of_row(task, matcher)
        if out and _AS_ABOVE.fullmatch(words.get("owner", "")):
            owners = [*out[-1].owners]
        due = words.get("due")
        if out and due and _AS_ABOVE.fullmatch(due):
            due = out[-1].due
        elif due and not re.search(r"\w", due):
            due = None  # a dash is no day
        status = words.get("status") or None
        if status is None:
            task, status = without_state(task, matcher)
        number = words.get("number", "")
        out.append(
            FoundAction(
                task=task,
                place=Place(
                    item=_item_of(number) or section.number or None,
                    minute=number or None,
                    topic=topic or heading or section.title or None,
                    exempt=section.visibility == "exempt",
                ),
                evidence=evidence_of(tuple(cells[task_role]), task, rule="action-table"),
                owners=tuple(owners),
                due=due
                or due_words(words.get("owner", ""), matcher)
                or (both[1] if both is not None else due_words(task, matcher)),
                marked=True,
                carried=old,
                progress=status,
            )
        )
    return out


_AS_ABOVE = re.compile(r"\W*(?:(?:as|see|same\s+as)\s+above|ditto|do\.?|same)\W*|[\"”“〃″]|[’'‘]{2}", re.IGNORECASE)


def _each_task(cells: dict[Role, list[Line]], matcher: Matcher) -> list[dict[Role, list[Line]]]:
    """A row whose cells hold several tasks, each with an owner beside it, as a row each."""
    rows = task_rows(*(cells.get(role, []) for role in ASIDE)) if "owner" in cells else []
    tasks = [(fold(" ".join(line.text for line in task)), owner) for task, owner, _ in rows]
    if len(rows) < 2 or not all(owner and _orders(words, matcher) for words, owner in tasks):
        return [cells]
    return [cells | {role: list(lines) for role, lines in zip(ASIDE, row, strict=True)} for row in rows]


def _orders(words: str, matcher: Matcher) -> bool:
    return matcher.first("action", _unmarked(words), part="order") is not None


def _unmarked(words: str) -> str:
    """A cell's words without the number or bullet that opens them: "1. Write to the county", no "3.5 t lorry"."""
    mark = mark_of(words)
    cut = mark is not None and (mark.style == "•" or (len(mark.groups) == 1 and mark.printed.endswith((".", ")"))))
    return words[mark.length :] if mark is not None and cut and words[mark.length :] else words


def _one_each(lines: Sequence[str]) -> bool:
    """Each line of a cell names somebody whole: "Ann Box" above "Clerk" above "CD"; no name that the cell broke."""
    return len(lines) > 1 and all(is_person(line) or INITIALS.fullmatch(line) or is_post(line) for line in lines)


def _tells_progress(table: Table, columns: Columns, matcher: Matcher) -> bool:
    """Above the first item, rows most of which say how far they got: what earlier meetings left to do."""
    if "status" not in columns.roles:
        return False
    place = columns.roles.index("status")
    told = [row[place].text for row in table.rows[columns.header :]]
    return 2 * sum(matcher.first("status", words) is not None for words in told) > len(told)


def _described(roles: tuple[Role, ...]) -> bool:
    """ "Item | Description | Owner": what stands before the owner is the task, what stands behind it tells of it."""
    return "notes" in roles and "owner" in roles and roles.index("notes") < roles.index("owner")


def _is_topic(words: dict[str, str], task: str, columns: Columns, matcher: Matcher) -> bool:
    """A row with a word or two and nothing else is a heading where the tasks have numbers, or where it is no order."""
    alone = not any(told for role, told in words.items() if told and told != task)
    if not alone or "owner" not in columns.roles or len(task.split()) > _HEADING:
        return False
    named = len(task.split()) < _HEADING and matcher.first("action", task, part="order") is None
    return "number" in columns.roles or (named and not task.endswith("."))


def _continue(out: list[FoundAction], words: dict[str, str]) -> None:
    """A row without a task goes on with the row above (a table over a page break)."""
    if not out:
        return
    last = out[-1]
    progress = " ".join(filter(None, (last.progress, words.get("status"))))
    owners = last.owners + tuple(split_owners(words.get("owner", "")))
    out[-1] = replace(last, progress=progress or None, owners=owners, due=last.due or words.get("due") or None)


def _item_of(number: str) -> str | None:
    found = re.match(r"^\s*([A-Z]{0,3}\s?\d+)", number)
    return found[1] if found and "." in number else None
