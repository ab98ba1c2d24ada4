"""Attendance registers: a table of people with their roles, or with a mark for each meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.attendance.columns import ROLE_HEAD, mark_column, role_column
from pipeline.extractors.attendance.entries import beside_members
from pipeline.extractors.attendance.gather import AWAY, CLERK
from pipeline.extractors.attendance.labels import SAYS, Label, read_label, under_own_label
from pipeline.extractors.attendance.listed import SERVES
from pipeline.extractors.attendance.lone import people_in_columns
from pipeline.extractors.attendance.pieces import OF_HONOUR, post_then_name
from pipeline.extractors.attendance.remarks import away, status_of_mark
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.sheet_day import Sheet
from pipeline.extractors.attendance.standing import ELECTED, GUEST, come_from_bodies, standings, writes_for
from pipeline.extractors.attendance.turned import with_people_righted
from pipeline.extractors.names import Name, is_post, read_name
from pipeline.found import FoundPerson
from pipeline.initials import INITIALS, initials_fit
from pipeline.paper import Cell, Line, Table, evidence_of, fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

_BODY_HEAD = re.compile(
    r"^(?:organi[sz]ation|representing|body|agency|affiliation|institution|employer|company|parish|club|society|authority)\b",
    re.I,
)
_BETWEEN = re.compile(r"[,;\n]|\band\b|&")


_TICK = re.compile(r"[xX✓✔√●•☑/1PpYy]|[Yy]es")


def read_register(
    table: Table, matcher: Matcher, *, status: Status | None, sheet: Sheet | None = None, front: bool = False
) -> list[FoundPerson] | None:
    """The people of a table with a person in the first cell of most rows; None where it is no such table.

    Args:
        status: what the label above the table says of everybody in it; None where none stands above it.
        front: it stands in a title block, where people without a label are those present.
        sheet: what the paper says around it.
    """
    sheet = sheet or Sheet()
    names = _names(with_people_righted(table), matcher)
    filled = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    width = len(table.rows[0]) if table.rows else 0
    headed = len(filled) > 1 and any(ROLE_HEAD.match(cell.text.strip()) for cell in filled[0])
    if width < 2 or sum(name is not None for name in names) < max(1 if headed else 2, 0.4 * len(filled)):
        return None
    first = next(at for at, name in enumerate(names) if name is not None)
    marks = mark_column(table, names, matcher, sheet.day)
    groups = [_group(row, name, matcher) for row, name in zip(table.rows, names, strict=True)]
    if front and sum(name is not None for name in names) >= max(3, 0.7 * len(filled)):
        status = status or "present"
    if marks is None and ((status is None and not any(groups)) or _several(table) or people_in_columns(table)):
        return None
    role = role_column(table, first, marks, {name[0] for name in names if name is not None})
    # "Police" is a guest among posts, in a column of bodies one of them.
    of_bodies = role is not None and (
        any(_BODY_HEAD.match(row[role].text.strip()) for row in table.rows[:first])
        or (
            come_from_bodies([row[role].text.strip() for row, name in zip(table.rows, names, strict=True) if name])
            and not any(GUEST.fullmatch(cell.text.strip()) for row in table.rows for cell in row)
        )
    )
    # A township elects its clerk.
    clerked = role is not None and not any(ELECTED.search(row[role].text) for row in table.rows)
    out: list[FoundPerson] = []
    office = ""
    if status is None and headed and any(groups):
        status = "present"  # "Ann Reed | Police" above "Apologies"
    named_below = True
    for row, found, group in zip(table.rows, names, groups, strict=True):
        if out and _stops(row, matcher):
            break  # "Circulation: as above and"
        status = group.status if group is not None and named_below else _below(group, status)
        named_below = found is not None
        if found is None:
            continue
        column, name = found
        others = [cell for place, cell in enumerate(row) if place not in (column, role)]
        if marks is None and not headed and any(_opens_with_one(cell.text) for cell in others):
            return None  # several people in a row: a list in columns
        mark = row[marks].text.strip() if marks is not None else ""
        said = sheet.legend.get(mark, status_of_mark(mark, matcher)) if marks is not None else status
        if marks is None:
            notes = [cell for place, cell in enumerate(row) if place != column]
            said = next((told for cell in notes if (told := _away_first(cell.text, matcher))), said)
            out += [one for cell in notes for one in _for_them(cell)]
        elif said is None and _BLANK.fullmatch(mark) and len(row) <= _ONE_MEETING:
            said = "absent"
        if said is None:
            continue
        if before := [cell.text for cell in row[:column] if re.search(r"[A-Za-z]{3}", cell.text)]:
            office = "" if group is not None else before[-1]  # "Primary | Alex Marlow" holds for the rows below as well
        bracket = re.fullmatch(r"\(([^()]+)\)", row[column].text.strip()[name.end :].strip())
        post = bracket[1] if bracket and is_post(bracket[1]) else office
        capacity = fold(row[role].text if role is not None and role != column else post).strip(" -–:")
        text = row[column].text
        beside = beside_members(capacity)
        guest = (GUEST.search(capacity) and not of_bodies) or writes_for(f"{text[name.end :]} {capacity}", capacity)
        if said == "present" and (beside is not None or guest or (clerked and CLERK.match(capacity))):
            said = "in_attendance"
        capacity = capacity if beside is None else beside
        evidence = evidence_of(row[column].lines, fold(text), rule="attendance-register")
        keys = [key for cell in others if INITIALS.fullmatch(key := cell.text.strip()) and initials_fit(key, name.text)]
        out.append(FoundPerson(name.text, said, evidence, capacity or None, keys[0] if keys else None))
    return out


_BLANK = re.compile(r"[-–—]+")  # beside ticks
_ONE_MEETING = 3  # columns of a register that has marks of one meeting alone
# "apologies; Ann Reed for him", "(sub: Ann Reed)"
_FOR_THEM = re.compile(
    r"(?:^|[;,(–-]\s*)(?P<who>[A-Z][^;,()]{3,40}?)\s+(?:(?:came\s|attended\s)?(?:for|in\splace\sof)\s(?:him|her|them)|substitut(?:ed|ing)|deputi[sz](?:ed|ing))\b"
    r"|\b(?:sub(?:stitute)?|deputy)(?:\s?[:–-]|\.|\swas)\s*(?P<sub>[A-Z][^;,()]{3,40})"
)


def _away_first(text: str, matcher: Matcher) -> Status | None:
    """ "apologies; Ann Reed for him", "absent": what a note beside somebody says first."""
    return away(re.split(r"[;,:(–—]|\s-\s", text)[0].strip(" ."), matcher)


def _for_them(cell: Cell) -> list[FoundPerson]:
    """Who came in the place of a member, by the note beside them."""
    found = _FOR_THEM.search(cell.text)
    name = read_name(found["who"] or found["sub"]) if found is not None else None
    if name is None or not name.full:
        return []
    evidence = evidence_of(cell.lines, fold(cell.text), rule="attendance-register")
    return [FoundPerson(name.text, "present", evidence, None)]


_NAME_HEAD = re.compile(
    r"\W*(?:(?:full\s+)?names?|attend(?:ees|ance|ing)|who\s+was\s+(?:there|here))\W*", re.IGNORECASE
)


_HEAD_OF_BODY = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+){1,6}(?:Council|Board|Authority|Trust|Committee|Group|Association|Partnership)"
)


def is_headed_names(table: Table) -> bool:
    """Names in columns that are all headed "Name", or each with the body that sends them."""
    people = [cell for row in table.rows[1:] for cell in row if cell.text.strip()]
    named = sum(_full(cell.text) for cell in people)
    heads = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    headed = all(map(_NAME_HEAD.fullmatch, heads)) or (len(heads) > 1 and all(map(_HEAD_OF_BODY.fullmatch, heads)))
    return bool(people) and headed and named == len(people)


def read_columns(table: Table, matcher: Matcher) -> list[FoundPerson] | None:
    """The people of a table whose columns are headed Present, Apologies ...: listed below, or ticked; None if none."""
    head = table.rows[0] if table.rows else ()
    labels = [read_label(cell.text, matcher, bare=True) for cell in head]
    whole = [
        label[0] if label is not None and not label[0].stops and not cell.text[label[1] :].strip() else None
        for label, cell in zip(labels, head, strict=True)
    ]
    says = [label is not None and SAYS.search(label.words) is not None for label in whole]
    ticked = any(
        _TICK.fullmatch(row[place].text.strip()) for row in table.rows[1:] for place, it in enumerate(whole) if it
    )
    # "Authority | Members | Officers"
    says_who = any(says) or len({label.status for label in whole if label is not None}) > 1
    statuses = [
        label.status if label is not None and (said or (says_who and not ticked)) else None
        for label, said in zip(whole, says, strict=True)
    ]
    columns = [place for place, status in enumerate(statuses) if status is not None]
    # "Parish | Attended by": whom each of them sends
    sends = len(columns) == len(head) - 1 == 1 and says[1] and _BODY_HEAD.match(head[0].text.strip()) is not None
    if len({statuses[place] for place in columns}) < 2 and not sends:
        return None
    out = []
    for row in table.rows[1:]:
        who = _name(row, matcher)
        for place in columns:
            text, status = row[place].text.strip(), statuses[place]
            if not text or status is None or (sends and status_of_mark(text, matcher) is not None):
                continue
            if who is not None and who[0] not in columns and _TICK.fullmatch(text):
                quote = evidence_of(row[who[0]].lines, fold(row[who[0]].text), rule="attendance-register")
                told = (cell.text for at, cell in enumerate(row) if at not in (*columns, who[0]))
                post = next((fold(text).strip() for text in told if re.search("[a-z]{2}", text)), None)
                guest = status == "present" and post is not None and (CLERK.match(post) or GUEST.search(post))
                out.append(FoundPerson(who[1].text, "in_attendance" if guest else status, quote, post))
                continue
            status, listed = under_own_label("\n".join(line.text for line in row[place].lines), status, matcher)
            roll = read_roll(listed, matcher, alone=True)
            if roll.end < len(listed.rstrip(" .,*")):
                return None  # other words than people's
            for entry, said in zip(roll.entries, standings(roll.entries, status), strict=True):
                lines = tuple(line for line in row[place].lines if entry.name.text in line.text) or row[place].lines
                quote = evidence_of(
                    lines, fold(listed[entry.start : entry.end]).strip(" ,;*_"), rule="attendance-register"
                )
                out.append(FoundPerson(entry.name.text, said, quote, entry.capacity, entry.initials))
    return out or None


def one_below_another(table: Table, matcher: Matcher) -> Table:
    """Lists side by side, each below its label, with those of a column one below another: Present | Staff.

    A label below the first row says that a column holds several lists; ticks under the labels make no lists.
    """
    if _is_marked(table, matcher):
        return table
    labels = [[whole_label(cell.text, matcher) if cell.text.strip() else None for cell in row] for row in table.rows]
    heads = [label for label, cell in zip(labels[0], table.rows[0], strict=True) if cell.text.strip()] if labels else []
    below = any(label is not None for row in labels[1:] for label in row)
    said = any(label is not None and SAYS.search(label.words) for label in heads)
    same = len({label.status for label in heads if label is not None}) < 2 or not (said or _ticks(table))
    if len(heads) < 2 or None in heads or not (below or same):
        return _with_groups(table, matcher)
    columns = zip(*table.rows, strict=True)
    return replace(table, rows=tuple((cell,) for column in columns for cell in column if cell.text.strip()))


def _is_marked(table: Table, matcher: Matcher) -> bool:
    """ "Ann Reed | Apologies" below "Governor | Present": marks beside names, no labels of lists."""
    rows = [row for row in table.rows[1:] if any(cell.text.strip() for cell in row)]
    named = (row for row in rows if _full(row[0].text) or _held(row[0].text))
    marked = (row for row in named if status_of_mark(row[-1].text, matcher) is not None)
    return len(rows) > 1 and len(table.rows[0]) > 1 and sum(1 for _ in marked) == len(rows)


def _ticks(table: Table) -> bool:
    return any(_TICK.fullmatch(cell.text.strip()) for row in table.rows[1:] for cell in row)


_SECTOR = 5  # words of a group's name


def _with_groups(table: Table, matcher: Matcher) -> Table:
    """ "Community Sector | Ann Reed" in a list of people: the group's name as a label in front of its people."""
    rows = [row for row in table.rows if len(row) == 2 and row[1].text.strip()]
    if sum(whole_label(row[0].text, matcher) is not None for row in rows) < 2:
        return table
    return replace(table, rows=tuple(_led(row, matcher) for row in table.rows))


def _led(row: tuple[Cell, ...], matcher: Matcher) -> tuple[Cell, ...]:
    group = row[0].text.strip(" :")
    named = read_name(group, surname=True) is not None and read_label(f"{group}:", matcher, bare=True) is None
    known = whole_label(row[0].text, matcher) is not None or named
    if len(row) != 2 or known or not group or len(group.split()) > _SECTOR or not row[1].lines:
        return row
    listed = "\n".join(line.text for line in row[1].lines)
    roll = read_roll(listed, matcher)
    one = is_post(group) and len(roll.entries) < 2  # "Executive" heads several
    if one or not roll.entries or roll.end < len(listed.rstrip(" .")):
        return row
    first, *others = row[1].lines
    return (Cell(), Cell((replace(first, text=f"{group}: {first.text}"), *others)))


def unfolded(table: Table) -> Table:
    """A register printed in two halves side by side, "Name | Role | Name | Role", with the second below the first."""
    for at, row in enumerate(table.rows[:3]):
        half, odd = divmod(len(row), 2)
        heads = ["".join(cell.text.split()).casefold() for cell in row]  # a narrow column breaks "Attend" / "ing"
        if not odd and half > 1 and all(heads) and heads[:half] == heads[half:]:
            below = table.rows[at + 1 :]
            return replace(table, rows=(row[:half], *(r[:half] for r in below), *(r[half:] for r in below)))
    return table


def _names(table: Table, matcher: Matcher) -> list[tuple[int, Name] | None]:
    """For each row the cell that names a person: that in the column where most do, else the row's first."""
    width = min(4, len(table.rows[0])) if table.rows else 0
    told = {place for place in range(width) if ROLE_HEAD.match(table.rows[0][place].text.strip())}
    columns = [
        [_name(row[place : place + 1], matcher) if place not in told else None for row in table.rows]
        for place in range(width)
    ]
    best = max(range(width), key=lambda place: sum(name is not None for name in columns[place]), default=0)
    if sum(_TITLED.fullmatch(row[best].text.strip()) is not None for row in table.rows) >= _SURNAMES:
        columns[best] = [
            here or _surname(row[best].text.strip()) for row, here in zip(table.rows, columns[best], strict=True)
        ]
    return [
        (best, here[1]) if here is not None else _name(row, matcher)
        for row, here in zip(table.rows, columns[best] if columns else (), strict=True)
    ]


_TITLED = re.compile(r"(?:Cllr\.?\s)?(?:Mrs?|Ms|Miss|Dr)\.?\s[A-Z][\w’'-]+")
_SURNAMES = 2  # "Mrs Box", "Mrs Holt" in a column: "Lund" below them is somebody too


def _surname(text: str) -> tuple[int, Name] | None:
    """ "Lund", a surname alone in its cell."""
    name = read_name(text, surname=True) if re.fullmatch(r"[A-Z][\w’'-]+", text) and not is_post(text) else None
    return (0, name) if name is not None else None


def _name(row: Sequence[Cell], matcher: Matcher) -> tuple[int, Name] | None:
    """The first cell that opens with a name, and the name, if nothing but a number or mark stands before it."""
    for place, cell in enumerate(row[:3]):
        text = cell.text.strip()
        if not text or re.fullmatch(r"[\d.]{1,4}", text):
            continue
        name = read_name(text) or _held(text)
        if name is None and (is_post(text) or whole_label(text, matcher)):
            continue  # "Chairperson | Alex Marlow", "Apologies | Sam Reed"
        rest = text[name.end :].strip(" .,*") if name is not None else ""
        posted = name is not None and text[name.end :].startswith(",") and is_post(rest)  # "Alex Marlow, Chair"
        return (place, name) if name is not None and (not rest or posted or rest[0] in "([-–") else None
    return None


def _held(text: str) -> Name | None:
    """ "Mayor Ann Reed", the holder behind an office of honour."""
    at = post_then_name(text)
    name = read_name(text[at:]) if at is not None and OF_HONOUR.fullmatch(text[:at].strip()) else None
    return replace(name, end=name.end + (at or 0)) if name is not None else None


def _group(row: Sequence[Cell], name: tuple[int, Name] | None, matcher: Matcher) -> Label | None:
    """The label that a row gives to itself and to those below it: "In attendance:" alone, or before its first name."""
    cells = [cell.text for cell in row[: name[0] if name else None] if cell.text.strip()]
    if len(cells) == 1 and SERVES.fullmatch(cells[0].strip(" :")):
        return Label("in_attendance", cells[0].strip(" :"), "attendance-post", "attendance")  # "Clerk" above "Ann Reed"
    return whole_label(cells[0], matcher) if len(cells) == 1 else None


def _stops(row: Sequence[Cell], matcher: Matcher) -> bool:
    """Nothing but a label that holds no people."""
    told = [cell.text for cell in row if cell.text.strip()]
    label = read_label(told[0], matcher, bare=False) if len(told) == 1 else None
    return label is not None and label[0].stops


def whole_label(text: str, matcher: Matcher) -> Label | None:
    """The label of a list that is all of a cell."""
    found = read_label(text, matcher, bare=True) if len(text.split()) < 8 else None
    return found[0] if found is not None and not found[0].stops and not text[found[1] :].strip(" :.") else None


def _below(label: Label | None, status: Status | None) -> Status | None:
    """The status below a label: "Officers" under "Apologies" sent theirs too."""
    keeps = label is None or (status in AWAY and not SAYS.search(label.words))
    return status if keeps or label is None else label.status


def _several(table: Table) -> bool:
    """A cell with several people: "Members | Alex Marlow (Chair), Sam Reed"."""
    if any(sum(map(_holds_one, cell.lines)) > 1 for row in table.rows for cell in row):
        return True
    cells = (re.sub(r"\([^)]*\)", "", cell.text) for row in table.rows for cell in row)
    return any(sum(read_name(part) is not None for part in _BETWEEN.split(text) if part.strip()) > 1 for text in cells)


def _opens_with_one(text: str) -> bool:
    """A cell that names a person, and not "Low Marish Parish Council"."""
    name = read_name(text)
    rest = text[name.end :].strip() if name is not None else "x"
    return not rest or rest[0] in "([-–,;\n"


def _holds_one(line: Line) -> bool:
    """ "Ann Box", "Vice-President Activities Bo Holt"."""
    return _full(line.text) or post_then_name(line.text) is not None


def _full(text: str) -> bool:
    """A line that opens with a whole name, or a surname with its title."""
    return (name := read_name(text)) is not None and (name.full or bool(name.titles))


def in_one_tongue(table: Table, matcher: Matcher) -> Table:
    """ "As láthair | ABSENT": a label with its words in another language in the cell before it."""

    def labels(text: str) -> bool:
        label = read_label(text, matcher, bare=True)
        return label is not None and label[1] == len(text) and SAYS.search(label[0].words) is not None

    rows = tuple(
        (row[1],)
        if len(row) == 2
        and len(row[0].text.split()) > 1
        and labels(row[1].text)
        and not labels(row[0].text)
        and row[1].text.isupper()
        and not row[0].text.isupper()
        else row
        for row in table.rows
    )
    return replace(table, rows=rows) if rows != table.rows else table
