"""What a table is for: minutes laid out in columns, a list of actions, a list of people, or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.initials import LETTERS, initials_fit
from pipeline.layout.business import FOLLOWS, agenda_of, first_title
from pipeline.layout.heads import Role, could_be, heads_people, presented, role_of
from pipeline.layout.told_cells import (
    above_text,
    are_letters,
    are_sentences,
    count_on,
    is_number,
    is_words,
    mostly_alone,
    numbers_row,
    tell,
    titled,
    titled_in_bold,
    told_rows,
)
from pipeline.paper import Cell, Line, Table

Use = Literal["minutes", "actions", "other"]

PROSE = 160  # characters: a cell with more holds running text


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is laid out. `header` counts its header rows; `roles` has a role for each column.

    `continued`: its heads stand above the table that it goes on from. `heads`: their words, where they stand here.
    """

    use: Use
    roles: tuple[Role, ...]
    header: int
    continued: bool = False
    heads: tuple[str, ...] = ()

    @property
    def headed(self) -> bool:
        """Its columns have heads, here or above."""
        return self.header > 0 or self.continued


def columns_of(table: Table, before: Columns | None = None) -> Columns:
    """How this table is laid out; `before` are the columns of the table that it may continue."""
    if (agenda := agenda_of(table.rows)) is not None:
        header, roles = agenda
        return Columns("minutes", roles, header, continued=True)  # its titles stand for heads
    width = len(table.rows[0]) if table.rows else 0
    for at in range(min(3, len(table.rows))):
        if any(is_number(cell.text) or len(cell.text) > 80 for cell in table.rows[at]):
            continue  # "2. | Matters and actions | ...": a row, no heads
        roles = _dated(tuple(role_of(cell.text) for cell in table.rows[at]), table.rows[at])
        if "notes" in roles:  # beside minutes the column of several things is that of actions
            roles = tuple("action" if role == "mixed" else role for role in roles)
        alone = width <= 3 and "action" in roles and (_prose(table) or "owner" in _filled(roles, table, at + 1))
        if sum(role != "" for role in roles) >= 2 or alone:
            roles = _listed(_settled(roles, table, at + 1), table.rows[at])
            roles = _filled(roles, table, at + 1)
            heads = tuple(cell.text for cell in table.rows[at])
            if before is not None and before.use == "minutes" and heads == before.heads:
                return replace(before, header=at + 1)  # the next page's rows, below the same heads
            minuted = any(_MINUTED.search(cell.text) for cell in table.rows[at])
            if _decided(roles, table.rows[at]):
                return Columns("minutes", roles, at + 1, heads=heads)
            use = _use(roles, table, at + 1, minuted=minuted)
            return Columns(use, presented(roles, heads) if use == "minutes" else roles, at + 1, heads=heads)
    guessed = _without_header(table) or _form(table)
    if before is not None and before.use != "other" and _fits(before, table):
        roles = before.roles
        if guessed and guessed.use == before.use == "minutes":  # what was empty on the page before has its role now
            roles = tuple(a or (b if b not in roles else "") for a, b in zip(roles, guessed.roles, strict=True))
        return Columns(before.use, roles, 0, continued=before.headed)
    if guessed:
        return guessed
    nothing: list[Role] = [""] * width
    return Columns("other", tuple(nothing), table.header)


def _fits(before: Columns, table: Table) -> bool:
    """Can this table go on with those columns? Where an owner or a day would be running text, it is another table."""
    if not table.rows or len(before.roles) != len(table.rows[0]):
        return False
    named = [place for place, role in enumerate(before.roles) if role in ("owner", "due")]
    columns = [[row[place].text for row in table.rows if row[place].text] for place in named]
    return before.use != "actions" or all(_mean(cells) < PROSE / 2 for cells in columns)


_DECIDED = re.compile(
    r"^\W*(?:(?:council|committee|board)[’']?s?\s+)?(?:decisions?|resolutions?|decided|resolved)(?:\s+(?:made|taken|reached)|\s*(?:/|&|\band\b|\bor\b)\s*(?:outcomes?|resolutions?))?\W*$",
    re.IGNORECASE,
)


def is_decided_head(words: str) -> bool:
    """ "Decision", "Resolutions made": the head of a column that says what was decided."""
    return _DECIDED.match(words) is not None


_WHY = re.compile(r"\b(?:reasons?|rationale|call-?in|contact|officer|options|key\s+decision|wards?)\b", re.IGNORECASE)


def _decided(roles: tuple[Role, ...], heads: Sequence[Cell]) -> bool:
    """ "Item | Decision | Reasons": a notice of what was decided, an item a row."""
    decided = [_DECIDED.match(head.text) is not None for head in heads]
    rest = all(role or _WHY.search(head.text) for role, head in zip(roles, heads, strict=True))
    titled = "title" in roles and roles.index("title") < len(roles) - 1
    return rest and titled and any(decided) and not {"action", "owner", "due"} & set(roles)


def under_head(table: Table, columns: Columns) -> Iterator[Sequence[Cell]]:
    """The rows below the heads, what stands in a column of decisions or reasons under its head as under a label."""
    heads = table.rows[columns.header - 1] if columns.header else ()
    places = [
        place
        for place, head in enumerate(heads)
        if (_DECIDED.match(head.text) or (not columns.roles[place] and _WHY.search(head.text)))
        and {"title", "notes"} & set(columns.roles[:place])
    ]
    for row in table.rows[columns.header :]:
        cells = list(row)
        for place in places:
            if cells[place].lines:
                first = heads[place].lines[0]
                label = replace(first, text=re.split(r"\s*[/&]", first.text)[0], whole=True)
                cells[place] = Cell((label, *cells[place].lines))
        yield cells


def _form(table: Table) -> Columns | None:
    """A form of labels and values, one of which says what was decided: "Decision made: | That the lease be renewed".

    Or titles, some of which meetings everywhere have, beside what was said.
    """
    if len(table.rows) < 3 or len(table.rows[0]) != 2:
        return None
    if first_title(table.rows) == 0:
        return Columns("minutes", ("title", "notes"), 0, continued=True)  # the titles stand for heads
    labels = [row[0].text for row in table.rows]
    decided = any(_DECIDED.match(label) and row[1].text for label, row in zip(labels, table.rows, strict=True))
    return Columns("minutes", ("title", "notes"), 0) if decided and max(map(len, labels)) < 60 else None


def _dated(roles: tuple[Role, ...], heads: Sequence[Cell]) -> tuple[Role, ...]:
    """ "Action | Lead | Date": a date behind a task or its owner is the day that it is due."""
    if "due" in roles or not {"action", "owner"} & set(roles):
        return roles
    first = min(roles.index(role) for role in ("action", "owner") if role in roles)
    return tuple(
        "due" if role == "date" and place > first and heads[place].text.strip().casefold() == "date" else role
        for place, role in enumerate(roles)
    )


def _settled(roles: tuple[Role, ...], table: Table, header: int) -> tuple[Role, ...]:
    """A role only once; "Item | Action | Owner": the item column holds titles where its cells are words."""
    out: list[Role] = []
    for place, role in enumerate(roles):
        cells = [row[place].text for row in told_rows(table.rows[header:]) if row[place].text]
        if not place and not role and cells and all(map(is_number, cells)):
            role = "number"  # " | Item | Who": numbers need no head
        if role == "number" and cells and sum(is_words(c) for c in cells) > len(cells) / 2:
            role = "title"
        if role in ("title", "notes") and cells and sum(is_number(c) for c in cells) > 0.7 * len(cells):
            role = "number"
        counted = "number" in out and (
            _told(cells) or ("action" in roles and "owner" not in roles and are_sentences(cells))
        )
        minuted = not place and not {"action", "owner"}.isdisjoint(roles) and tell(cells)  # "Item | Action"
        told = counted or minuted or above_text([row[place] for row in table.rows[header:]])
        if role == "title" and "notes" not in roles and told:
            role = "notes"  # "No. | Item": the title opens what is said
        if role == "status" and "action" in roles[place:] and "owner" not in roles and _mean(cells) > PROSE / 2:
            role = "notes"  # "Topic | Comments | Action": what was said
        if role == "notes" and cells and all(map(numbers_row, cells)):
            role = "number"  # "Minute" may head the minute's number
        if role and role in out and role not in ("status", "notes", "action"):
            role = ""
        out.append(role)
    if {"number", "title", "action", "owner"} <= set(out) and "notes" not in out:
        beside = [p for p, role in enumerate(out) if role in ("owner", "due")]
        if mostly_alone(table.rows[header:], beside):
            out[out.index("action")] = "notes"  # "No. | Item | Action | By whom": all that was said
    return tuple(out)


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _listed(roles: tuple[Role, ...], head: Sequence[Cell]) -> tuple[Role, ...]:
    """Words that mean a task, its owner or its day only beside others of a list of actions: "Request", "Date"."""
    out = list(roles)

    def take(role: Role, *, beside: set[Role]) -> None:
        if role in out or not beside & set(out):
            return
        place = next((p for p, cell in enumerate(head) if could_be(cell.text, role)), None)
        if place is not None and (out[place] in ("", "date") or (role, out[place]) == ("action", "status")):
            out[place] = role

    if "action" not in out and "notes" in out:
        last = len(out) - 1 - out[::-1].index("notes")
        out = ["action" if p > last and FOLLOWS.fullmatch(head[p].text) else role for p, role in enumerate(out)]
    take("owner", beside={"action", "due"})
    if "owner" in out and {"due", "status", "date"} & set(out):
        take("action", beside={"owner"})
    if {"action", "owner"} <= set(out) and "notes" not in out[: out.index("action")]:
        take("due", beside={"action"})
    return tuple(out)


def _told(cells: Sequence[str]) -> bool:
    """Cells that tell what was said, and do not only name it."""
    return max(map(len, cells), default=0) > PROSE and sum(map(len, cells)) > 60 * len(cells)


NOTE = 25  # letters of a note that is more than a word


def _filled(roles: tuple[Role, ...], table: Table, header: int) -> tuple[Role, ...]:
    """Columns without a header's word: numbers where the cells are numbers, notes for the longest prose."""
    out = list(roles)
    for place, role in enumerate(roles):
        cells = [row[place].text for row in told_rows(table.rows[header:]) if row[place].text]
        if role or not cells:
            continue
        if "number" not in out and sum(map(numbers_row, cells)) > 0.6 * len(cells):
            out[place] = "number"
        elif "action" in out and "owner" not in out and place > out.index("action") and are_letters(cells):
            out[place] = "owner"  # "| Action detail |": whoever has letters behind a task
        elif _only_task(out) and all(map(is_words, cells)):
            out[place] = "action"  # "Item | | By whom | By when": the number's head stands over both
        elif "notes" not in out and max(map(len, cells)) > PROSE:
            out[place] = "notes"
        elif "title" not in out and "notes" in roles and place < roles.index("notes"):
            out[place] = "title"
        elif (
            "notes" in out and place > out.index("notes") and not {"action", "owner"} & set(out) and are_letters(cells)
        ):
            out[place] = "action"  # "Action (wh o/when)": a head that its narrow column broke
    return tuple(out)


def _only_task(roles: Sequence[Role]) -> bool:
    """Owner and day have heads, what is to do has none."""
    return {"owner", "due"} <= set(roles) and not {"action", "title", "notes", "mixed"} & set(roles)


# Heads of a column in which a meeting is minuted, beside no column of actions.
_MINUTED = re.compile(
    r"\b(?:discuss\w*|minutes?|notes|proceedings|resolutions?|decisions?|record|points|business|items?)\b",
    re.IGNORECASE,
)

ASIDE: tuple[Role, ...] = ("action", "owner", "due")
"""The columns that a row of minutes may have beside its notes."""


def _use(roles: Sequence[Role], table: Table, header: int, *, minuted: bool) -> Use:
    body = table.rows[header:]

    def length(role: Role) -> float:
        return _mean([row[p].text for row in body for p, r in enumerate(roles) if r == role and row[p].text])

    if "notes" in roles and ("action" in roles or "owner" in roles):
        # "Description | Owner | Due" is a list of actions, "Item | Notes | Action" minutes in columns; notes behind the
        # tasks of owners with dates are what became of them.
        behind = {"action", "owner"} <= set(roles) and roles.index("notes") > roles.index("action")
        if behind and ({"due", "status"} & set(roles) or length("notes") < PROSE):
            return "actions"
        if titled_in_bold([row[roles.index("notes")] for row in body]):
            return "minutes"
        owned = [any(row[p].text for p, r in enumerate(roles) if r == "owner") for row in body]
        notes = [row[roles.index("notes")].text for row in body]
        told = _prose(table) or {"number", "title"} <= set(roles) or tell(notes)
        some = sum(owned) < 0.6 * len(owned) and told  # a list of actions leaves few rows without an owner
        if "action" not in roles and ("due" in roles or "status" in roles) and length("notes") < 200 and not some:
            return "actions"
        if "action" not in roles and len(owned) > 1 and all(owned) and not (_prose(table) or tell(notes)):
            return "actions"  # "No. | Detail | Owner": one short task a row
        return "minutes"
    in_prose = not {"title", "notes"}.isdisjoint(roles) and _prose(table)
    if in_prose and "action" in roles and "owner" not in roles and length("action") < 40:
        return "minutes"
    if ("action" in roles or "title" in roles) and "mixed" in roles:
        return "actions"
    if "action" in roles and ({"owner", "due", "status"} & set(roles)):
        return "actions"
    if "owner" in roles and ({"due", "status"} & set(roles)) and "title" in roles:
        return "actions"
    if "action" in roles and _prose(table):
        return "minutes"
    beside = {"number", "title"} & set(roles) and all(roles) and "notes" in roles and minuted
    told = are_sentences([row[p].text for row in body for p, r in enumerate(roles) if r == "notes" and row[p].text])
    return "minutes" if beside and ((_prose(table) and length("notes") > 60) or told) else "other"


def _prose(table: Table) -> bool:
    """Some cell holds running prose."""
    return any(len(cell.text) > PROSE for row in table.rows for cell in row)


_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2}|\b\d{1,2}[/.-]\d{1,2}\b|\b(?:19|20)\d\d\b|\b(?:asap|ongoing|next\s+meeting)\b",
    re.IGNORECASE,
)


# What stands in forms and in tables of figures, never beside minutes: "Seconder: …", "£000s".
_FIELD = re.compile(
    r"^\W*(?:\w+\s)?(?:number|seconder|proposer|source|amount|reference|name|title|telephone|e-?mail|cost)\s*:|(?:^|\s)£000s?\b",
    re.IGNORECASE,
)


def _without_header(table: Table) -> Columns | None:
    """Minutes in columns without a header row: number | prose | tasks, owners, days, judged by what the cells hold."""
    width = len(table.rows[0]) if table.rows else 0
    if table.rows and heads_people(table.rows[0]):
        return None
    if width == 2 and (_noted(table) or titled(table.rows)):
        return Columns("minutes", ("notes", "action"), 0)
    rows = told_rows(table.rows)
    texts = [[row[p].text for row in rows if row[p].text] for p in range(width)]
    below = [[row[p].text for row in rows if row[p].text and not row[0].text] for p in range(1, width)]
    counted = width > 1 and count_on(texts[0])
    counted = counted and (
        any(map(are_sentences, [*texts[1:], *below]))
        or any(above_text([row[p] for row in rows]) for p in range(1, width))
    )
    if not 2 <= width <= 6 or not (counted or _prose(table)):
        return None
    mean = [sum(map(len, filled)) / max(1, len(filled)) for filled in texts]
    notes = max(range(width), key=lambda p: mean[p])
    if (mean[notes] < 80 and not counted) or any(
        _FIELD.search(text) for filled in texts[notes + 1 :] for text in filled
    ):
        return None
    roles: list[Role] = [""] * width
    roles[notes] = "notes"
    for p, filled in enumerate(texts):
        if p == notes or not filled:
            continue
        if p < notes:
            numbered = sum(map(numbers_row, filled)) > 0.6 * len(filled)
            roles[p] = "number" if numbered and "number" not in roles else "title"
        elif sum(bool(_DAY.search(text)) for text in filled) > 0.6 * len(filled) and mean[p] < 30:
            roles[p] = "due"
        elif mean[p] < 40:
            roles[p] = "owner" if "action" in roles else "action"
        elif len(filled) <= 0.8 * len(rows) and mean[p] < mean[notes] and "action" not in roles:
            roles[p] = "action"
    if width > 4 and not ("action" in roles and {"number", "title"} & set(roles)):
        return None
    return Columns("minutes", tuple(roles), 0) if notes > 0 or "action" in roles else None


def _noted(table: Table) -> bool:
    """Each row a short note and initials beside it, not those of the people whom a list names."""
    rows = [(row[0].text.strip(), row[1].text.strip()) for row in table.rows]
    alone = len(rows) == 1 and not rows[0][0].endswith((".", "!"))  # a row for itself holds a sentence
    if alone or not rows or not all(words and LETTERS.fullmatch(who) for words, who in rows):
        return False
    short = [(words, who) for words, who in rows if not words.endswith(".")]
    listed = any(initials_fit(who, " ".join(words.split()[:2])) for words, who in short)
    return not listed and _mean([words for words, _ in rows]) > NOTE


def repeats_heads(row: Sequence[Cell]) -> bool:
    """The heads again, as each page of a long table prints them: every cell is a head, and two or more are filled."""
    words = [cell.text for cell in row if cell.text.strip()]
    return len(words) > 1 and all(len(text) < 40 and role_of(text) and not _SAID.search(text) for text in words)


_SAID = re.compile(r"\w{5,}\.\s*$")  # "Agreed.": a sentence; "No." is a head


def row_cells(row: Sequence[Cell], roles: Sequence[Role]) -> dict[Role, list[Line]]:
    """The lines of a row by role."""
    out: dict[Role, list[Line]] = {}
    for cell, role in zip(row, roles, strict=False):
        if role:
            out.setdefault(role, []).extend(cell.lines)
    return out
