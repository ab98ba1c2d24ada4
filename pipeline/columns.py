"""What a table is for: minutes laid out in columns, a list of actions, a list of people, or figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.numbers import mark_of
from pipeline.paper import Cell, Line, Table

Role = Literal["number", "title", "notes", "action", "owner", "due", "status", "date", "mixed", ""]
Use = Literal["minutes", "actions", "other"]

PROSE = 160  # characters: a cell with more holds running text

_NONE: Role = ""

# Words of a column's header -> its role. Order matters: the first that fits.
_HEADS: tuple[tuple[Role, str], ...] = (
    (
        "due",
        r"(?:by\s+)?when(?:\s+by)?|due(?:\s+(?:by|date))?|deadlines?|time\s?(?:scale|frame|line)s?|target(?:\s+date)?|"
        r"(?:expected\s+|target\s+|planned\s+)?completion(?:\s+date)?|(?:by|end|finish|target)\s+date|finish|date\s+due|"
        r"date\s+(?:for|of)\s+completion|date\s+(?:to\s+be\s+)?(?:completed?|done|required)(?:\s+by)?|"
        r"(?:complet(?:e|ed|ion)|action(?:ed)?|to\s+be\s+(?:done|completed))\s+by(?:\s+(?:when|date))",
    ),
    (
        "owner",
        r"(?:by\s+)?whom?\b.*|(?:task\s+|action\s+|risk\s+)?owners?(?:\(s\))?|lead(?:\s+(?:officer|person|member|by))?|"
        r"responsib\w+(?:\s+(?:officer|person|party|member|for\s+action|of))?|"
        r"(?:named\s+)?(?:persons?|officers?)(?:\(s\)|/s)?(?:\s+responsible)?|(?:people|members?)\s+responsible|"
        r"accountable(?:\s+\w+)?|(?:actions?|actioned|to\s+be\s+actioned|to\s+be\s+done|for\s+action|task)\s+(?:by|for|on)(?:\s+whom?)?|to\s+action|"
        r"assigned(?:\s+to)?|initials?|name|delegated\s+to|allocated\s+to|assignee|action\s+(?:officer|lead|holder)",
    ),
    (
        "status",
        r"outcomes?|progress(?:.*)?|(?:current\s+)?status(?:.*)?|follow[\s-]?up|updates?(?:.*)?|comments?(?:\s*/\s*\w+)?|completed\??|"
        r"done(?:\s*\??|\s+y/n)|complete|closed|(?:latest|current)\s+\w+|position|result|response|rag(?:\s+\w+)?|remarks|"
        r"actions?\s+taken(?:.*)?|notes?\s*/\s*(?:progress|update).*",
    ),
    (
        "action",
        r"(?:resolutions?|recommendations?|decisions?)\s*(?:/|and|or)\s*actions?|"
        r"(?:agreed\s+|required\s+|further\s+|recommended\s+|specific\s+)?actions?"
        r"(?:\s+(?:required|agreed|points?|items?|to\s+be\s+taken|needed|arising|description|detail(?:s)?))?|"
        r"(?:description|details?|summary)\s+of\s+(?:the\s+)?(?:action|task)s?|(?:sub[\s-]?)?tasks?|to\s+do|what|"
        r"action\s*/\s*(?:decision|owner|by).*|decisions?\s*/\s*actions?|next\s+steps?",
    ),
    (
        "notes",
        r"notes?|minutes?(?:\s+of.*)?|discussions?(?:.*)?|details?|decisions?|summary(?:.*)?|(?:key|main)\s+(?:points|issues).*|"
        r"content|narrative|description|matters?\s+discussed|record(?:\s+of.*)?|(?:points?|issues?|topics?|items?)\s+(?:raised|"
        r"discussed|of\s+discussion)|(?:discussed|meeting|main|key)\s+(?:notes|discussions?)|proceedings|business|resolutions?",
    ),
    (
        "number",
        r"(?:item|minutes?|min\.?|agenda|action|ref|reference|point|s|se?r\.?|sl\.?)?\s*/?\s*(?:no\.?|nos\.?|nr\.?|number|num|"
        r"ref(?:erence)?\.?|#|id)|ref\.?|item(?=$)|minute(?=$)|#|s\s*/\s*n",
    ),
    (
        "title",
        r"topics?|subjects?|headings?|titles?|agenda(?:\s+items?)?|items?|issues?|area|theme|matters?|action\s+area",
    ),
    (
        "date",
        r"(?:meeting\s+|start\s+)?dates?(?:\s+(?:of\s+meeting|raised|agreed|set|opened|added))?|start(?:ed)?|raised|origin|meeting|"
        r"minute\s+ref.*",
    ),
)
_PARTS = re.compile(r"\s*(?:/|&|,|\+|\band\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s*(?:[/&,+()]|\band\b|\s[–-]\s)\s*)+", re.IGNORECASE)
_STRONGEST: tuple[Role, ...] = ("notes", "action", "owner", "status", "due", "title", "number", "date")
# A column that holds several things, each with its label: "Target date, officer responsible and progress".
_MIXED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:target|due|deadline|timescale|when)\b",
        r"\b(?:officer|owner|responsible|lead|whom)\b",
        r"\b(?:progress|status|outcome|update)\b",
    )
)
_HEAD_PATTERNS = tuple((role, re.compile(rf"^\W*(?:{pattern})\W*$", re.IGNORECASE)) for role, pattern in _HEADS)


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is laid out. `header` counts its header rows; `roles` has a role for each column."""

    use: Use
    roles: tuple[Role, ...]
    header: int


def role_of(words: str) -> Role:
    """The role of a column by its header's words; "" where they say nothing known."""
    words = re.sub(r"\s+", " ", words).strip()
    if not words or len(words) > 60:
        return ""
    if role := _plain_role(words) or _plain_role(
        re.sub(r"\s*\((?:initials?|names?|if\s+any)\)$", "", words, flags=re.I)
    ):
        return role
    if sum(bool(part.search(words)) for part in _MIXED) >= 2 and len(words.split()) > 3:
        return "mixed"
    # "Issue / Action", "Finish & Status", "Action Who": several names for one column, the one that tells more counts.
    parts = [_plain_role(part) for part in _PARTS.split(words)]
    if not all(parts):
        parts = list(heads_run_together(_BETWEEN.sub(" ", words)))
    return next((role for role in _STRONGEST if role in parts), "") if len(parts) > 1 else ""


def _plain_role(words: str) -> Role:
    return next((role for role, pattern in _HEAD_PATTERNS if pattern.match(words)), "")


def heads_run_together(text: str) -> tuple[Role, ...]:
    """The roles of a table's heads that a lost table left in one line: "Action items Person responsible Deadline"."""
    words = text.split()
    if not 2 <= len(words) <= 12:
        return ()
    best: dict[int, tuple[Role, ...]] = {0: ()}  # the fewest columns up to each word
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - 4), end):
            if start in best and (role := _plain_role(" ".join(words[start:end]))) and role not in best[start]:
                found = (*best[start], role)
                if end not in best or len(found) < len(best[end]):
                    best[end] = found
    return best.get(len(words), ())


def columns_of(table: Table, before: Columns | None = None) -> Columns:
    """How this table is laid out; `before` are the columns of the table that it may continue."""
    width = len(table.rows[0]) if table.rows else 0
    for at in range(min(3, len(table.rows))):
        if any(_is_number(cell.text) or len(cell.text) > 80 for cell in table.rows[at]):
            continue  # "2. | Matters and actions | ...": a row, no heads
        roles: tuple[Role, ...] = tuple(role_of(cell.text) for cell in table.rows[at])
        if "notes" in roles:  # beside minutes the column of several things is that of actions
            roles = tuple("action" if role == "mixed" else role for role in roles)
        if sum(role != "" for role in roles) >= 2 or (width <= 3 and "action" in roles and _prose(table)):
            roles = _filled(_settled(roles, table, at + 1), table, at + 1)
            minuted = any(_MINUTED.search(cell.text) for cell in table.rows[at])
            return Columns(_use(roles, table, at + 1, minuted=minuted), roles, at + 1)
    if before is not None and len(before.roles) == width and before.use != "other":
        return Columns(before.use, before.roles, 0)
    if guessed := _without_header(table):
        return guessed
    return Columns("other", (_NONE,) * width, table.header)


def _settled(roles: tuple[Role, ...], table: Table, header: int) -> tuple[Role, ...]:
    """A role only once; "Item | Action | Owner": the item column holds titles where its cells are words."""
    out: list[Role] = []
    for place, role in enumerate(roles):
        cells = [row[place].text for row in table.rows[header:] if row[place].text]
        if role == "number" and cells and sum(_is_words(c) for c in cells) > len(cells) / 2:
            role = "title"
        if role in ("title", "notes") and cells and sum(_is_number(c) for c in cells) > 0.7 * len(cells):
            role = "number"
        if role == "title" and "number" in out and "notes" not in roles and _told(cells):
            role = "notes"  # "No. | Item": the title opens what is said
        if role and role in out and role not in ("status", "notes", "action"):
            role = ""
        out.append(role)
    return tuple(out)


def _is_number(text: str) -> bool:
    """A cell that holds nothing but a number, in any form that numbers have."""
    mark = mark_of(text)
    whole = mark is not None and mark.groups != () and mark.length >= len(text)
    return whole or (re.fullmatch(r"[\d.()/ A-Za-z]{1,8}", text) is not None and any(c.isdigit() for c in text))


def _is_words(text: str) -> bool:
    mark = mark_of(text)
    return re.search(r"[A-Za-z]{4,}", text) is not None and (mark is None or mark.length < len(text))


def _told(cells: Sequence[str]) -> bool:
    """Cells that tell what was said, and do not only name it."""
    return max(map(len, cells), default=0) > PROSE and sum(map(len, cells)) > 60 * len(cells)


_NUMBERED = re.compile(r"^\W*(?:item\s+)?[A-Z]{0,4}\s?\d[\d./ A-Za-z()-]{0,12}$")


_INITIALS = re.compile(r"^(?:[A-Z]{2,4}|All|ALL)\b(?:\s*[/,&+]\s*[A-Z]{2,4}\b)*(?![a-z])")


def _initials(cells: Sequence[str]) -> bool:
    return sum(bool(_INITIALS.match(cell)) for cell in cells) > 0.7 * len(cells)


def _filled(roles: tuple[Role, ...], table: Table, header: int) -> tuple[Role, ...]:
    """Columns without a header's word: numbers where the cells are numbers, notes for the longest prose."""
    out = list(roles)
    for place, role in enumerate(roles):
        cells = [row[place].text for row in table.rows[header:] if row[place].text]
        if role or not cells:
            continue
        if "number" not in out and sum(bool(_NUMBERED.match(c)) for c in cells) > 0.6 * len(cells):
            out[place] = "number"
        elif "notes" not in out and max(map(len, cells)) > PROSE:
            out[place] = "notes"
        elif "title" not in out and "notes" in roles and place < roles.index("notes"):
            out[place] = "title"
        elif "notes" in out and place > out.index("notes") and not {"action", "owner"} & set(out) and _initials(cells):
            out[place] = "action"  # "Action (wh o/when)": a head that its narrow column broke
    return tuple(out)


# Heads of a column in which a meeting is minuted, beside no column of actions.
_MINUTED = re.compile(
    r"\b(?:discuss\w*|minutes?|notes|proceedings|resolutions?|decisions?|record|points|business|items?)\b",
    re.IGNORECASE,
)


def _use(roles: Sequence[Role], table: Table, header: int, *, minuted: bool) -> Use:
    body = table.rows[header:]

    def length(role: Role) -> float:
        cells = [row[p].text for row in body for p, r in enumerate(roles) if r == role and row[p].text]
        return sum(map(len, cells)) / len(cells) if cells else 0.0

    if "notes" in roles and ("action" in roles or "owner" in roles):
        # "Description | Owner | Due" is a list of actions, "Item | Notes | Action" minutes in columns; notes behind the
        # tasks of owners with dates are what became of them.
        dated = {"action", "owner"} <= set(roles) and bool({"due", "status"} & set(roles))
        if dated and roles.index("notes") > roles.index("action"):
            return "actions"
        owned = [any(row[p].text for p, r in enumerate(roles) if r == "owner") for row in body]
        some = sum(owned) < 0.6 * len(owned) and _prose(table)  # a list of actions leaves few rows without an owner
        if "action" not in roles and ("due" in roles or "status" in roles) and length("notes") < 200 and not some:
            return "actions"
        return "minutes"
    if (
        "action" in roles
        and "owner" not in roles
        and length("action") < 40
        and {"title", "notes"} & set(roles)
        and _prose(table)
    ):
        return "minutes"
    if ("action" in roles or "title" in roles) and "mixed" in roles:
        return "actions"
    if "action" in roles and ({"owner", "due", "status"} & set(roles)):
        return "actions"
    if "owner" in roles and ({"due", "status"} & set(roles)) and "title" in roles:
        return "actions"
    if "action" in roles and _prose(table):
        return "minutes"
    beside = {"number", "title"} & set(roles) and all(roles)
    return "minutes" if minuted and beside and "notes" in roles and _prose(table) and length("notes") > 60 else "other"


def _prose(table: Table) -> bool:
    """Some cell holds running prose."""
    return any(len(cell.text) > PROSE for row in table.rows for cell in row)


def _without_header(table: Table) -> Columns | None:
    """Minutes in columns without a header row: number | prose | owners, judged by what the cells hold."""
    width = len(table.rows[0]) if table.rows else 0
    if width not in (2, 3, 4) or not _prose(table):
        return None
    texts = [[row[p].text for row in table.rows] for p in range(width)]
    mean = [sum(map(len, t)) / max(1, sum(bool(x) for x in t)) for t in texts]
    notes = max(range(width), key=lambda p: mean[p])
    if mean[notes] < 80:
        return None
    roles: list[Role] = [""] * width
    roles[notes] = "notes"
    for p in range(width):
        if p == notes:
            continue
        filled = [t for t in texts[p] if t]
        if not filled:
            continue
        numbered = sum(bool(_NUMBERED.match(t)) for t in filled) / len(filled)
        if p < notes:
            roles[p] = "number" if numbered > 0.6 else "title"
        elif mean[p] < 40:
            roles[p] = "action"
    return Columns("minutes", tuple(roles), 0) if notes > 0 or "action" in roles else None


def row_cells(row: Sequence[Cell], roles: Sequence[Role]) -> dict[Role, list[Line]]:
    """The lines of a row by role."""
    out: dict[Role, list[Line]] = {}
    for cell, role in zip(row, roles, strict=False):
        if role:
            out.setdefault(role, []).extend(cell.lines)
    return out
