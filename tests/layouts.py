"""One invented meeting, laid out in many ways: whatever the layout, the same record is to be read from it.

    python -m tests.layout_check --count 80 --seed 1     draws layouts, reads each, prints what was lost in which

The meeting's content stands in layout_meeting.py; `paper_of` turns it into paragraphs and tables as a Layout says.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from tests.layout_meeting import BODY, DAY, ITEMS, LABELS, LONG, MONTHS, PEOPLE, Item, Person, Task
from tests.layout_print import Block, Cell, Grid, Para, printed

HEADS: dict[str, tuple[tuple[str, str], ...]] = {
    "item": (("Item", "item"), ("Discussion", "notes"), ("Action", "action")),
    "minute": (("No.", "number"), ("Minute", "notes"), ("Action by", "owner")),
    "ref": (("Ref", "number"), ("Matters discussed", "notes"), ("Who", "owner"), ("By when", "due")),
    "agenda": (("Agenda item", "item"), ("Notes/decisions", "notes"), ("Owner", "owner"), ("Deadline", "due")),
    "subject": (("Item No", "number"), ("Subject and discussion", "notes"), ("Action (by whom and when)", "action")),
    "topic": (("Topic", "item"), ("Key points", "notes"), ("Action", "action"), ("Lead", "owner"), ("Date", "due")),
    "two": (("Minutes", "notes"), ("Action", "action")),
    "discussion": (("Discussion", "notes"), ("By whom", "owner")),
    "summary": (("Item", "item"), ("Summary of discussion", "notes"), ("Actions agreed", "action"), ("Lead", "owner")),
    "details": (("#", "number"), ("Details", "notes"), ("Actions", "action"), ("Responsible", "owner"),
                ("Timescale", "due")),
    "plain": (("Ref", "number"), ("Minute", "notes")),
}  # fmt: skip
END_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "number": (("No", "number"), ("Action", "task"), ("Owner", "owner"), ("Deadline", "due"), ("Status", "status")),
    "short": (("Action", "task"), ("Responsible", "owner"), ("Due date", "due")),
    "item": (("Item", "item"), ("Action agreed", "task"), ("By whom", "owner"), ("By when", "due")),
    "lead": (("Minute", "item"), ("Action required", "task"), ("Lead officer", "owner"), ("Target date", "due"),
             ("Progress", "status")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """How the minutes are laid out; `choices` has what each may be. Not all go together: see `fitted`."""

    form: str = "pdf"
    body: str = "table"
    head: str = "item"
    header: str = "each"
    ruled: bool = True
    number: str = "title"
    title: str = "cell"
    task: str = "to"
    who: str = "full"
    due: str = "by"
    two: str = "cell"
    attendance: str = "labels"
    front: str = "lines"
    end: str = ""
    long: bool = False


CHOICES: dict[str, tuple[str | bool, ...]] = {
    "form": ("pdf", "pdf", "pdf", "docx", "docx", "html", "md", "txt"),
    "body": ("table", "table", "table", "prose", "numbered", "margin", "side"),
    "head": tuple(HEADS),
    "header": ("each", "first", "none"),
    "ruled": (True, True, False),
    "number": ("column", "title", "none"),
    "title": ("cell", "row", "bold"),
    "task": ("to", "colon", "brackets", "below", "above", "owner"),
    "who": ("full", "initials", "post"),
    "due": ("by", "numeric", "bare"),
    "two": ("cell", "rows"),
    "attendance": ("labels", "list", "status", "ticks", "letters", "names", "lists", "sentence", "row"),
    "front": ("lines", "table", "header", "draft", "title"),
    "end": ("", "", "", *END_TABLES),
    "long": (True, False),
}


def fitted(layout: Layout) -> Layout:
    """The layout without what cannot go together or what its format cannot show."""
    heads = {role for _, role in HEADS[layout.head]}
    if layout.body != "table" and layout.attendance == "row":
        layout = replace(layout, attendance="labels")
    if layout.form in ("html", "md") and layout.body in ("margin", "side"):
        layout = replace(layout, body="numbered")
    if layout.form in ("md", "txt", "html") and layout.front == "header":
        layout = replace(layout, front="lines")
    if layout.form in ("md", "txt"):
        layout = replace(layout, title="bold" if layout.title == "row" else layout.title)
    if layout.body == "table" and "item" not in heads and layout.title == "cell":
        layout = replace(layout, title="bold")
    if layout.body == "table" and not {"item", "number"} & heads and layout.number == "column":
        layout = replace(layout, number="title")
    if layout.body == "table" and "item" not in heads and "number" in heads and layout.number != "column":
        layout = replace(layout, number="column")
    if layout.body == "side" or (layout.body != "table" and layout.number == "column"):
        layout = replace(layout, number="title")
    if layout.body == "margin":
        layout = replace(layout, task="owner", form="pdf" if layout.form == "docx" else layout.form)
    if layout.body != "table" and layout.task == "owner" and layout.body != "margin":
        layout = replace(layout, task="to")
    if layout.body == "table" and (layout.task == "owner" or "action" not in heads):
        layout = replace(layout, two="cell")
    if layout.end:
        layout = replace(layout, head=layout.head if layout.body != "table" else "plain", task="to")
        layout = replace(layout, number="column") if layout.body == "table" else layout
        layout = replace(layout, title="bold") if layout.title == "cell" and layout.body == "table" else layout
    return layout


def drawn(seed: int, count: int, fixed: Mapping[str, str] | None = None) -> list[Layout]:
    """Layouts that a seed draws, each another; `fixed` values, as words, are those of all."""
    draw = random.Random(seed)
    out: dict[Layout, None] = {}
    choices = dict(CHOICES)
    for name, value in (fixed or {}).items():
        choices[name] = tuple(choice for choice in CHOICES[name] if str(choice) == value)
    while len(out) < count:
        made = Layout(**{f.name: draw.choice(choices[f.name]) for f in fields(Layout)})  # type: ignore[arg-type]
        out[fitted(made)] = None
    return list(out)


# -- words -------------------------------------------------------------------------------------------------------------


def owner_of(task: Task, layout: Layout) -> str:
    person = PEOPLE[task.owner]
    return {"full": person.name, "initials": person.initials, "post": person.role}[layout.who]


def _due(task: Task, layout: Layout) -> str:
    day = f"{task.due[0]:02}/{MONTHS[task.due[1]]:02}/2025" if layout.due == "numeric" else task.day
    return day if layout.due == "bare" else f"by {day}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _action_lines(task: Task, layout: Layout) -> list[str]:
    """One task in the action column, or behind a label."""
    owner, due = owner_of(task, layout), f"by {_due(task, layout).removeprefix('by ')}"
    match layout.task:
        case "colon":
            return [f"{owner}: {task.order} {due}"]
        case "brackets":
            return [f"{_capital(task.order)} {due} ({owner})"]
        case "below":
            return [_capital(task.order), owner, due]
        case "above":
            return [owner, f"{_capital(task.order)} {due}"]
        case "owner":
            return [owner]
    return [f"{owner} to {task.order} {due}"]


def _committed(task: Task, layout: Layout, *, dated: bool) -> str:
    """The task as the notes tell it where a column gives no more than its owner."""
    subject = f"The {owner_of(task, layout)}" if layout.who == "post" else PEOPLE[task.owner].name
    return f"{subject} will {task.order}{f' by {task.day}' if dated else ''}."


# -- title block and attendance ----------------------------------------------------------------------------------------


def _front(layout: Layout) -> list[Block]:
    held = f"held on Thursday {DAY} at 7.00 pm in the Trust Hall"
    whole = f"Minutes of the meeting of the Board of {BODY} {held}"
    match layout.front:
        case "table":
            rows = (("Meeting:", f"{BODY}: Board"), ("Date:", f"Thursday {DAY}, 7.00 pm"), ("Venue:", "Trust Hall"))
            return [Para("MINUTES", heading=1), _grid(rows, (0.25, 0.75), layout)]
        case "header":
            return [Para("Minutes of the Board meeting", heading=1), Para(f"Thursday {DAY}, 7.00 pm, Trust Hall")]
        case "draft":
            parts = ("Growing together since 1989", "DRAFT – subject to approval")
            return [Para(parts[0]), Para(BODY.upper(), heading=1), Para(parts[1], bold=True), Para(whole, bold=True)]
        case "title":
            return [Para(whole, bold=True)]
    return [Para(BODY, heading=1), Para("Board", bold=True), Para(f"Minutes of the meeting {held}", bold=True)]


def _grid(rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], layout: Layout, *, head: bool = False) -> Grid:
    cells = tuple(
        tuple(tuple(Para(line, bold=head and at == 0) for line in text.split("\n") if line) for text in row)
        for at, row in enumerate(rows)
    )
    return Grid(cells, widths, head=head, ruled=layout.ruled)


def _attendance(layout: Layout) -> list[Block]:
    keyed = layout.who == "initials"

    def shown(person: Person) -> str:
        return f"{person.name} ({person.initials})" if keyed else person.name

    groups = {status: [p for p in PEOPLE if p.status == status] for status in LABELS}
    run = {s: ", ".join(f"{shown(p)}{'' if keyed else f' ({p.role})'}" for p in groups[s]) for s in LABELS}
    marks = {"present": "P", "in_attendance": "P", "apologies": "A"}
    match layout.attendance:
        case "list":
            return [
                part
                for s in LABELS
                for part in (Para(f"{LABELS[s]}:", bold=True), *(Para(f"{shown(p)}, {p.role}") for p in groups[s]))
            ]
        case "status":
            rows: list[tuple[str, ...]] = [("Name", "Role", "Status")]
            rows += [(shown(p), p.role, LABELS[p.status]) for p in PEOPLE]
            return [Para("Attendance", bold=True), _grid(tuple(rows), (0.4, 0.3, 0.3), layout, head=True)]
        case "ticks":
            rows = [("Name", "Role", "Present", "In attendance", "Apologies")]
            rows += [(shown(p), p.role, *("✓" if p.status == s else "" for s in LABELS)) for p in PEOPLE]
            if layout.form == "pdf":
                rows = [tuple("X" if cell == "✓" else cell for cell in row) for row in rows]
            return [_grid(tuple(rows), (0.32, 0.2, 0.14, 0.2, 0.14), layout, head=True)]
        case "letters":
            members = [p for p in PEOPLE if p.status != "in_attendance"]
            rows = [("Member", "Role", "P/A"), *((shown(p), p.role, marks[p.status]) for p in members)]
            label = Para(f"In attendance: {run['in_attendance']}")
            return [_grid(tuple(rows), (0.4, 0.4, 0.2), layout, head=True), Para("P = present, A = apologies"), label]
        case "names":
            rows = [(f"{LABELS[s]}:", "\n".join(f"{shown(p)} – {p.role}" for p in groups[s])) for s in LABELS]
            return [_grid(tuple(rows), (0.25, 0.75), layout)]
        case "lists":
            here = "\n".join(["Present:", *(f"{shown(p)}, {p.role}" for p in groups["present"])])
            away = "\n".join(["Apologies:", *(f"{shown(p)}, {p.role}" for p in groups["apologies"])])
            return [_grid(((here, away),), (0.5, 0.5), layout), Para(f"In attendance: {run['in_attendance']}")]
        case "sentence":
            return [
                Para(f"There were present: {run['present']}."),
                Para(f"Also in attendance were {run['in_attendance']}."),
            ]
        case "row":
            return []
    return [Para(f"{LABELS[s]}: {run[s]}") for s in LABELS]


def _first_row(layout: Layout) -> list[tuple[Cell, ...]]:
    """The attendance inside the first row of the big table."""
    lines = [block for block in _attendance(replace(layout, attendance="labels")) if isinstance(block, Para)]
    return [(tuple(lines),)] if layout.attendance == "row" else []


# -- items -------------------------------------------------------------------------------------------------------------


def items_of(layout: Layout) -> Iterator[tuple[str, str, Item]]:
    """Number ("" where the layout prints none), title as printed, item."""
    for at, item in enumerate(ITEMS, 1):
        number = "" if layout.number == "none" else str(at)
        yield number, f"{number}. {item.title}" if layout.number == "title" else item.title, item


def _said(item: Item, layout: Layout) -> list[Para]:
    notes = [*item.notes, *(LONG if layout.long and len(item.notes) > 0 and item.tasks else ())]
    lead, last = (notes[1:], notes[:1]) if item.bullets else (notes, [])
    out = [*map(Para, lead), *map(Para, last), *(Para(point, bullet=True) for point in item.bullets)]
    return [*out, Para(item.decision[0])] if item.decision else out


def _prose(layout: Layout) -> Iterator[Block]:
    for at, (number, title, item) in enumerate(items_of(layout), 1):
        hangs = number if layout.body == "side" else ""
        yield Para(item.title if hangs else title, bold=True, heading=0 if hangs else 2, number=hangs)
        count = 0
        for para in _said(item, layout):
            count += not para.bullet
            sub = f"{at}.{count}" if number and layout.body in ("numbered", "side") and not para.bullet else ""
            yield replace(para, number=sub, beside=" " if layout.body == "margin" else "")  # keeps the margin free
        for task in () if layout.end else item.tasks:
            if layout.body == "margin":
                yield Para(_committed(task, layout, dated=True), beside=owner_of(task, layout))
                continue
            first, *rest = _action_lines(task, layout)
            yield Para(f"ACTION: {first}", bold=layout.ruled)
            yield from map(Para, rest)


def _rows(layout: Layout) -> Iterator[tuple[Cell, ...]]:
    """The rows of the big table; a row with one cell spans all columns."""
    roles = _roles(layout)
    for number, title, item in items_of(layout):
        said = _said(item, layout)
        tasks = () if layout.end else item.tasks
        if "action" not in roles or layout.task == "owner":
            dated = "due" not in roles
            said += [Para(_committed(task, layout, dated=dated)) for task in tasks]
        held: dict[str, list[Para]] = {"notes": said}
        head = title
        if layout.title == "row":
            yield ((Para(f"{number} {title}" if layout.number == "column" else title, bold=True),),)
            held["number"] = [Para(f"{number}.1")] if layout.number == "column" else []
        else:
            held["number"] = [Para(number)] if layout.number == "column" else []
            if layout.title == "bold":
                held["notes"] = [Para(head, bold=True), *said]
            held["item"] = [Para(head, bold=True)] if layout.title == "cell" else []
        for place, task in enumerate(tasks):
            if place and layout.two == "rows":
                yield tuple(tuple(held.get(role, ())) for role in roles)
                held = {}
            for role, paras in _task_cells(task, layout, roles).items():
                held.setdefault(role, []).extend(paras)
        yield tuple(tuple(held.get(role, ())) for role in roles)


def _task_cells(task: Task, layout: Layout, roles: tuple[str, ...]) -> dict[str, list[Para]]:
    if "owner" not in roles:
        return {"action": [Para(line) for line in _action_lines(task, layout)] if "action" in roles else []}
    when = "" if "due" in roles else f" by {task.day}"
    return {
        "action": [Para(_capital(task.order) + when)],
        "owner": [Para(owner_of(task, layout))],
        "due": [Para(_due(task, layout))],
    }


def _roles(layout: Layout) -> tuple[str, ...]:
    roles = tuple(role for _, role in HEADS[layout.head])
    return ("number", *roles) if layout.number == "column" and not {"number"} & set(roles) else roles


def _table(layout: Layout) -> Grid:
    heads = [words for words, _ in HEADS[layout.head]]
    heads = ["No.", *heads] if len(heads) < len(_roles(layout)) else heads
    roles = _roles(layout)
    shares = {"number": 0.08, "item": 0.17, "action": 0.26, "owner": 0.14, "due": 0.16}
    rest = 1 - sum(shares.get(role, 0) for role in roles)
    rows = [*_first_row(layout), *_rows(layout)]
    if layout.header != "none":
        rows.insert(0, tuple((Para(words, bold=True),) for words in heads))
    widths = tuple(shares.get(role, rest) for role in roles)
    return Grid(tuple(rows), widths, layout.header != "none", layout.header == "each", layout.ruled)


def _end_table(layout: Layout) -> list[Block]:
    if not layout.end:
        return []
    columns = END_TABLES[layout.end]
    rows = [tuple(words for words, _ in columns)]
    for at, item in enumerate(ITEMS, 1):
        for task in item.tasks:
            cells = {"number": str(len(rows)), "item": str(at), "task": _capital(task.order), "status": "Open"}
            cells |= {"owner": owner_of(task, layout), "due": _due(task, layout)}
            rows.append(tuple(cells[role] for _, role in columns))
    shares = {"number": 0.08, "item": 0.1, "owner": 0.18, "due": 0.18, "status": 0.12}
    rest = 1 - sum(shares.get(role, 0) for _, role in columns)
    table = _grid(tuple(rows), tuple(shares.get(role, rest) for _, role in columns), layout, head=True)
    return [Para("Summary of actions", bold=True, heading=2), table]


def paper_of(layout: Layout) -> bytes:
    """The meeting's minutes as a file of the layout's format."""
    items: list[Block] = [_table(layout)] if layout.body == "table" else list(_prose(layout))
    blocks = [*_front(layout), *_attendance(layout), *items, *_end_table(layout)]
    header = f"{BODY}: Board, {DAY}" if layout.front == "header" else ""
    return printed(blocks, layout.form, header=header)
