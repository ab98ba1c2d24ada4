"""Attendance: who was there, who sent apologies, who stayed away; with the post or body given beside the name.

Labels ("Present:", "Apologies") open lists, sentences ("Apologies were received from ...") hold them, registers mark
them. The lists themselves are read in roll.py, the registers in register.py.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.attendance.answers import is_answer
from pipeline.extractors.attendance.attending import said_there
from pipeline.extractors.attendance.below import below_business, first_words
from pipeline.extractors.attendance.blocks import people_of
from pipeline.extractors.attendance.flat_rows import with_flat_rows
from pipeline.extractors.attendance.gather import AWAY, OPENED, PRESIDED, beside_community, beside_forum, merge, settled
from pipeline.extractors.attendance.grids import read_people
from pipeline.extractors.attendance.groups import group_below, titles_group, were_elected
from pipeline.extractors.attendance.guests import add_guests
from pipeline.extractors.attendance.labels import ATTENDEES, SAYS, Label, label_inside, read_label
from pipeline.extractors.attendance.listed import (
    DIRECTORS,
    SEATED,
    SERVES,
    Block,
    Row,
    also_there,
    amid,
    counts_anew,
    ends_list,
    group_label,
    heads_group,
    holds_one,
    is_away,
    is_group,
    is_remark,
    rows_of,
    serves_below,
    told_from,
    under,
)
from pipeline.extractors.attendance.lone import line_each, names_one, opens_list, people_in_columns
from pipeline.extractors.attendance.other_labels import all_people, label_of, opens_posts, other_label
from pipeline.extractors.attendance.parallel import with_lines_apart
from pipeline.extractors.attendance.register import (
    in_one_tongue,
    is_headed_names,
    one_below_another,
    unfolded,
    whole_label,
)
from pipeline.extractors.attendance.restated import as_labelled, first_members, listed, officers
from pipeline.extractors.attendance.row_labels import last_lists, with_posts_led
from pipeline.extractors.attendance.sheet_day import Sheet, day_of, legend_of
from pipeline.extractors.attendance.signed import signed
from pipeline.extractors.attendance.unlabelled import with_unlabelled
from pipeline.extractors.names import is_person, is_post, read_name
from pipeline.found import FoundPerson
from pipeline.paper import Outline, Paragraph, Section, Table, fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

# "Mark x if present" behind the title of a list
_ASKS = re.compile(r"\W*(?:please\s+)?(?:mark|tick|check|put)\b.{1,40}\b(?:present|attend\w*|here|name)\W*$", re.I)
# Councillors of a county or district are guests of a parish or town council.
_LOCAL = re.compile(r"\b(?:parish|town)\s+(?:council|meeting)\b", re.IGNORECASE)
_COMMUNITY = re.compile(r"\bcommunity\s+council\b", re.IGNORECASE)
_PRESIDES = re.compile(r"\W*(?:\([A-Z]{2,4}\)\s)?\W*in\s+the\s+chair(?:\W*?[,;]\s|\s(?=C(?:llrs|ouncillors)\b))", re.I)
_LED = re.compile(
    r"(?:[^.;:\n]{3,80}?(?:\b(?:Rev|Mrs?|Dr)\.[^.;:\n]{3,60}?)?\bin\s+the\s+chair\W*?[,;]\s+|[^;:\n]{3,99}?\bin\s+the\s+chair\s+(?=C(?:llrs|ouncillors)\b)"
    r"|(?:[^;:\n]{3,60}:\W+)?[^;:\n]{3,99}?\s(?:presided|presiding|(?:took|(?:was\s+)?in)\s+the\s+chair)\.\s+(?=(?:C(?:llrs|ouncillors)|Mrs?|Ms|Members)\b))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\s+\(?(?:[Rr]ef\.?:?\s*)?\d+/\d+\)?$")  # "Apologies for absence Ref 24/16"
_Lists = Generator[list[FoundPerson], None, Block | None]
"""The people of each list that closed, and the list left open."""


def find_attendance(outline: Outline, matcher: Matcher) -> list[FoundPerson]:
    """Everybody whom minutes record as present, in attendance, absent or with apologies, each once, in print order."""
    people: list[FoundPerson] = []
    opened: list[FoundPerson] = []  # who presides by a sentence above the lists, where a list may spell them out
    sheet = _sheet(outline, matcher)
    above: Label | None = None  # of a list whose groups have titles of their own
    for place, section in enumerate(outline.sections):
        if _lists_people(section, place, matcher):
            # a Scottish council's officers, "Attending" below its members; "Attendees" below "Select Board: Ann Box"
            seated = place > 0 and SEATED.fullmatch(outline.sections[place - 1].title)
            members = people and (people[-1].evidence.rule == "attendance-body" or seated)
            beside = members and ATTENDEES.fullmatch(section.title)
            listed = sum(person.status == "present" for person in people) > 1  # more than who presided
            below = (listed and section.title.casefold() == "attending") or bool(beside)
            among = people[-1].status if people and section.kind == "attendance" else "present"
            for group in _section(section, matcher, sheet, among, above):
                opened += [p for p in group if p.evidence.rule == PRESIDED] if not people else []
                merge(people, officers(group) if below else group if people else first_members(group))
        above = _over_groups(section, matcher)
    if not any(person.status == "present" and person.evidence.rule not in (*OPENED, PRESIDED) for person in people):
        last = _below_the_business(outline, matcher, sheet)
        if sum(person.status == "present" for person in last) >= _FEWEST:
            merge(people, last)
        else:
            people = with_unlabelled(people, outline, matcher)
    if people:
        merge(people, opened)
    for section in outline.sections:
        add_guests(people, section, matcher, named_above=section.kind in ("front", "attendance"))
    top = _top(outline)
    people = beside_forum(settled(signed(people, outline, matcher), local=_LOCAL.search(top) is not None), top)
    return beside_community(people) if _COMMUNITY.search(top) else people


def _top(outline: Outline) -> str:
    """What stands at the top of a paper, above its lists."""
    top: list[str] = []
    for section in outline.sections[:2]:
        top += [section.title, *(p.text for p in section.paragraphs[:6])] if section.kind != "attendance" else []
    return " ".join(top)


def _sheet(outline: Outline, matcher: Matcher) -> Sheet:
    """The first day that the top of the paper names outside its tables, and its key of letters."""
    texts = [part.text for section in outline.sections[:2] for part in section.paragraphs[:8]]
    day = next((day for text in texts if (day := day_of(text)) is not None), None)
    return Sheet(day, legend_of(" ; ".join(texts), matcher))


def _lists_people(section: Section, place: int, matcher: Matcher) -> bool:
    """The front, a list, an item of attendance; or what stands at the top under a title without number."""
    if section.kind in ("front", "attendance") or matcher.first("attendance", section.title, part="item"):
        return True
    if place > 2:
        return False
    if not section.number and whole_label(section.title, matcher) is not None:
        return True  # "Governors" below "1. Attendance"
    cells = (cell.text for part in section.body[:6] if isinstance(part, Table) for row in part.rows[:4] for cell in row)
    texts = (*(part.text for part in section.paragraphs[:6]), *cells)
    labels = (read_label(text, matcher, bare=False) for text in texts)
    if any(label is not None and SAYS.search(label[0].words) for label in labels):
        return True
    return not section.number and any(
        True for part in section.paragraphs[:3] for group in said_there(part, matcher) if group
    )


def _below_the_business(outline: Outline, matcher: Matcher, sheet: Sheet) -> list[FoundPerson]:
    """Those of the lists that stand at the very end, below "The meeting closed at 9"."""
    people: list[FoundPerson] = []
    for section in below_business(outline, matcher):
        for group in _section(section, matcher, sheet, "present", None):
            merge(people, group)
    return people


_FEWEST, _PAIR = 2, 2  # people of such a list; cells


def _over_groups(section: Section, matcher: Matcher) -> Label | None:
    """ "Apologies" as a title with nothing below it but the next title, "Members"."""
    if section.kind != "attendance":
        return None
    last = section.body[-1] if section.body else None
    text = section.title if last is None else last.rows[-1][-1].text if isinstance(last, Table) else last.lines[-1].text
    label = read_label(text, matcher, bare=True) if text and (last is None or text.isupper()) else None
    return label[0] if label is not None and not text[label[1] :].strip(" :.-–") else None


def _section(
    section: Section, matcher: Matcher, sheet: Sheet, among: Status, above: Label | None
) -> Iterator[list[FoundPerson]]:
    """The people of each list, register and sentence of a section.

    Args:
        among: the status of the list before it.
        above: the label of a title with no list of its own right above the section's.
    """
    block: Block | None = None
    words = _REFERENCE.sub("", section.title)
    title = read_label(words, matcher, bare=True) if words else None
    if title is None and section.kind == "attendance":
        title = read_label(f"{section.title}:", matcher, bare=False)  # "Clerk: Ann Reed"
    if title is not None and not words[title[1] :].strip(" :.-–"):
        label = under(Block(above or Label(among)), title[0]) if above or DIRECTORS.fullmatch(words) else title[0]
        block = None if label.stops else Block(label)
    elif section.kind == "attendance" and is_post(section.title) and (among not in AWAY or SERVES.fullmatch(words)):
        status: Status = above.status if above else "in_attendance" if among in AWAY else among
        block = Block(Label(status, section.title.strip(" :"), "attendance-post"))
    elif section.title and section.heading is not None:
        yield from said_there(section.heading, matcher)
        if section.kind == "attendance" or title is not None or len(section.title.split()) > 4:
            block = yield from _rows(rows_of(section.heading), block, matcher)
    going: Label | None = None  # of a register that may go on below it
    for at, part in enumerate(body := with_flat_rows(section)):
        if isinstance(part, Paragraph) and (_ASKS.match(part.text) or were_elected(part.text, matcher)):
            continue
        if isinstance(part, Table):
            if block is None and going is not None and len(part.rows[0]) == _PAIR:
                block = Block(going)  # a gap parts a list of people and their posts
            if block is not None:
                yield people_of(block, matcher)
            going = block.label if block is not None and block.label.status == "present" else None
            block = yield from _table(part, block, matcher, sheet, front=section.kind == "front")
            continue
        if block is None and going is not None and _are_all(part, matcher):
            block = Block(going)  # "Alternate" / "Director A. Reed" below the register of those present
        going = None
        if block is not None and block.rows and titles_group(body, at, matcher):
            yield people_of(block, matcher)
            block = Block(group_below(block, part.text))
            continue
        said = list(said_there(part, matcher))
        if block is not None and not block.rows:
            said = [[as_labelled(person, block.label) for person in group] for group in said]
        rows = rows_of(part, until=told_from(part, matcher) if any(said) and not _is_led(part.text) else None)
        if rows and block is not None and block.rows and amid(body, at):
            rows[0] = replace(rows[0], amid=True)
        first = (block is not None and not block.rows) and (
            (opens_list(part.text) and not _opens(part, said)) or _is_led(part.text)
        )
        if not any(said) or first or any(_holds_label(row, matcher) for row in rows):
            block = yield from _rows(rows, block, matcher, beyond=first_words(body[at + 1 : at + 2]))
        if any(said) and block is not None and block.rows:
            yield people_of(block, matcher)  # whoever is named in passing is known by then
        yield from (said if block is None else [listed(people, block.label) for people in said])
    if block is not None:
        yield people_of(block, matcher)


def _are_all(part: Paragraph, matcher: Matcher) -> bool:
    """Nothing but people, below a word at most that says which: "Alternate" / "Director A. Reed"."""
    lines = [row.text for row in rows_of(part)]
    return bool(lines) and all_people("\n".join(lines[1:] if len(lines[0].split()) == 1 else lines), matcher)


def _is_led(text: str) -> bool:
    """ "The Vicar (Revd Ann Reed) in the chair, Sam Ash, Bo Holt": a list, not a sentence about who presided."""
    chair = _LED.match(text)
    return chair is not None and opens_list(text[chair.end() :])


def _opens(part: Paragraph, said: Sequence[Sequence[FoundPerson]]) -> bool:
    """Does a sentence that names people open the paragraph? "Ann Reed in the chair, Sam Ash" is a list."""
    first = next((person for people in said for person in people), None)
    at = fold(part.text).find(first.evidence.quote) if first is not None else -1
    lone = first is not None and at < 12 and ";" not in part.text[:at]  # "Apologies: P Reid; B Lamb in the chair"
    lone = lone and not line_each("\n".join(line.text for line in part.lines), 0)  # "A. Reed – in the chair" / "B. Ash"
    return first is not None and lone and not _PRESIDES.match(part.text[at + len(first.evidence.quote) :])


def _holds_label(row: Row, matcher: Matcher) -> bool:
    return read_label(row.text, matcher, bare=row.first) is not None or label_inside(row.text, matcher) > 0


def _rows(rows: Sequence[Row], block: Block | None, matcher: Matcher, *, beyond: str = "") -> _Lists:
    """Adds rows to the open block; a label closes it and opens the next. Returns the block left open.

    Args:
        beyond: the first words below the rows.
    """
    at = 0
    while at < len(rows):
        row, next_text = rows[at], rows[at + 1].text if rows[at + 1 : at + 2] else beyond
        labels = row.first and " " in row.text and read_label(row.text, matcher, bare=True) is not None
        if block is not None and block.rows and not labels and is_remark(row.text, matcher):
            block.rows.append(row)  # "apology" below a name
            at += 1
            continue
        bare = row.first or row.line.bold or (block is not None and (is_group(row.text) or holds_one(block)))
        found = read_label(row.text, matcher, bare=bare) or also_there(block, row.text)
        if found is None and len(row.text.split()) <= 3 and (below := rows[at + 1 : at + 2]):
            # "Also in" / "attendance:": a narrow column broke the label.
            both = (
                read_label(f"{row.text} {below[0].text}", matcher, bare=False) if below[0].text.endswith(":") else None
            )
            if both is not None and both[1] > len(row.text):
                found, at = (both[0], 0), at + 1
                row = replace(rows[at], text="")
        if found is not None and found[0].stops and row.amid:
            at += 1  # "Quorum: 5" among names
            continue
        # "Chair: Ann Box, Vice Chair: Sam Reed, Di Hale" below "Present"
        empty = block is not None and not block.rows
        posts = found is not None and empty and opens_posts(found[0], row.text, matcher)
        found = None if posts else found
        if found is not None:
            label, end = found
            if block is not None:
                yield people_of(block, matcher)
                label = under(block, label)
            block = None if label.stops else Block(label)
            row = replace(row, text=row.text[end:].lstrip(" :;.-–—*_"), first=False)
            if _is_beside(label, row.text, matcher):
                block, at = None, at + 1
                continue
            if (
                row.text
                and read_name(row.text) is None
                and (inner := read_label(row.text, matcher, bare=False)) is not None
                and SAYS.search(inner[0].words)
                and not opens_posts(inner[0], row.text, matcher)
            ):
                rows = [*rows[:at], row, *rows[at + 1 :]]  # "Roll call: Present: ..."
                continue
        elif (
            block is not None and block.label.alone and block.rows and is_post(row.text) and read_name(row.text) is None
        ):
            yield people_of(block, matcher)  # "Chairperson" / "Ann Box" / "Deputy Chairperson" / "Di Lund"
            block = Block(Label(block.label.status, row.text.strip(" :"), "attendance-post"))
            row = replace(row, text="")
        elif block is not None and serves_below(block, rows[at : at + 2]):
            yield people_of(block, matcher)
            block, row = Block(Label("in_attendance", row.text.strip(" :"), "attendance-post")), replace(row, text="")
        elif row.numbered and block is not None and counts_anew(row, block):
            yield people_of(block, matcher)
            block = None
        elif block is not None and not is_away(block) and heads_group(row, block):
            yield people_of(block, matcher)
            block, row = Block(group_label(block, row.text)), replace(row, text="")
        elif (
            (other := other_label(row.text, block, matcher, below=next_text))
            and not posts
            and (
                (row.first or (block is not None and holds_one(block)))
                if read_name(other["label"]) is None
                else is_person(other["label"]) and all_people(row.text[other.end() :], matcher)  # "Moor Homes: Ann Box"
            )
            and not is_answer(row.text, matcher)
            and not (row.amid and not other["label"].endswith("s"))  # "Quorum: 5", "Lead officer: Ann Box"
        ):
            if block is not None:
                yield people_of(block, matcher)
            group = label_of(other, block, matcher, below=next_text)
            block = Block(group) if group is not None else None
            row = replace(row, text=row.text[other.end() :], first=False)
            if group is not None and group.rule == "attendance-others":
                rows = [*rows[:at], row, *rows[at + 1 :]]
                continue
        elif row.first and block is not None and matcher.first("attendance", row.text, part="public") is not None:
            yield people_of(block, matcher)
            # Who is named below "3 members of the public" is no member.
            status = "in_attendance" if block.label.status == "present" else block.label.status
            block, row = Block(Label(status, None, "attendance-public")), replace(row, text="", first=False)
        elif block is not None and ends_list(block, row, matcher):
            yield people_of(block, matcher)
            block = None
        cut = 0 if is_answer(row.text, matcher) else label_inside(row.text, matcher)
        rest = row.text[cut:] if cut else ""
        if block is not None and (row.text[:cut] if cut else row.text).strip():
            block.rows.append(replace(row, text=row.text[:cut] if cut else row.text))
        if rest:
            rows = [*rows[:at], replace(row, text=rest, first=True), *rows[at + 1 :]]
            continue
        at += 1
    return block


def _is_beside(label: Label, rest: str, matcher: Matcher) -> bool:
    """ "Members present: Members absent:": heads of columns that lost their gap: nobody can tell whose are whose."""
    other = read_label(rest, matcher, bare=False) if rest.endswith(":") else None
    return other is not None and other[1] == len(rest) and other[0].status != label.status


# -- tables ------------------------------------------------------------------------------------------------------------


def _table(table: Table, block: Block | None, matcher: Matcher, sheet: Sheet, *, front: bool) -> _Lists:
    """A register's people; else each cell's lines as rows, a label in one opening the list of the next."""
    table = one_below_another(unfolded(in_one_tongue(with_lines_apart(table), matcher)), matcher)
    table, below = last_lists(table, matcher)
    if below is not None:
        block = yield from _table(table, block, matcher, sheet, front=front)
        if block is not None:
            yield people_of(block, matcher)
        return (yield from _table(below, None, matcher, sheet, front=False))
    if block is None and front and is_headed_names(table):
        block, table = Block(Label("present", None, "attendance-register")), replace(table, rows=table.rows[1:])
        return (yield from _cells(table, block, matcher))
    status = block.label.status if block is not None else None
    listed = read_people(table, matcher, status=status, sheet=sheet, front=front)
    if listed is not None:
        yield listed
        return None
    return (yield from _cells(table, Block(block.label) if block is not None else None, matcher))


def _cells(table: Table, block: Block | None, matcher: Matcher) -> _Lists:
    """The lines of each cell as rows of the open list."""
    in_columns = people_in_columns(table)
    for row in with_posts_led(table, matcher).rows:
        for at, cell in enumerate(row):
            beside = at == 1 and len(row) == 2 and not in_columns and names_one(row[0].text)  # the post of who is named
            lines = [line for line in cell.lines if line.text.strip()]
            rows = [Row(line.text, line, first=place == 0 and not beside) for place, line in enumerate(lines)]
            block = yield from _rows(rows, block, matcher)
    return block
