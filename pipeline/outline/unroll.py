"""Flow -> parts: paragraphs and tables in reading order; minutes in columns become headings, text, owners beside it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.layout.ahead import are_owners, may_own
from pipeline.layout.boxes import headed, is_labelled, is_row_label, labelled, told_rows_of, under_title
from pipeline.layout.business import business_of
from pipeline.layout.columns import ASIDE, Columns, columns_of, repeats_heads, row_cells, under_head
from pipeline.layout.heads import Role
from pipeline.layout.numbers import mark_of
from pipeline.layout.paragraphs import paragraph_of, paragraphs, piece_of
from pipeline.layout.rejoined import rejoined
from pipeline.layout.told_cells import alone, number_of
from pipeline.outline.cells import beside, blocks_of, stands_lower, task_rows, whole_words, without_outcomes
from pipeline.outline.coded import with_codes, with_codes_behind, without_second_numbers
from pipeline.outline.dumps import undumped
from pipeline.outline.front_rows import with_front_rows
from pipeline.outline.leads import with_numbers_above, without_ones, without_signs, without_slashes, without_times
from pipeline.outline.webpages import asked, by_item, is_page_word, of_item, spread
from pipeline.paper import Cell, Line, Paragraph, Part, Table


@dataclass
class Unrolled:
    """Parts so far; `opened` holds the indexes of those that a layout makes headings.

    `aligned`: its tables set owners at the height of what they are to do, not just at the top of the row.
    `banded`: titles of items span the columns of its tables.
    """

    parts: list[Part] = field(default_factory=list)
    opened: set[int] = field(default_factory=set)
    aligned: bool = False
    banded: bool = False


def _counted(parts: Sequence[Part]) -> list[Part]:
    """The parts with the numbers that stand above, behind or among others."""
    parts = with_numbers_above(without_ones(without_slashes(without_signs(parts))))
    return without_second_numbers(with_codes_behind(with_codes(parts)))


def flatten(flow: Iterable[Line | Table]) -> tuple[list[Part], set[int]]:
    """The parts of a flow, and the indexes of those that a layout makes headings.

    A layout is a table's item column, or a web page's items with "Minutes:" behind their titles.
    """
    out = Unrolled()
    before: Columns | None = None
    whole, titles = asked(spread(with_front_rows(rejoined(undumped(_counted(paragraphs(flow)))))))
    if not titles:
        whole, titles = without_times(whole)
    ahead = _owners_ahead([part for part in whole if isinstance(part, Table)])
    labels = [i for i, p in enumerate(whole) if isinstance(p, Paragraph) and _AGENDA_ITEM.match(p.text)]
    page = of_item(whole) or by_item(whole)
    if len(labels) >= 2 or page:
        whole, titles = _by_label(whole) if len(labels) >= 2 else page, frozenset()
    for at, part in enumerate(whole):
        if isinstance(part, Paragraph):
            after = whole[at + 1] if at + 1 < len(whole) else None
            if is_page_word(part, after) and not _is_above(part, after) and not _is_below_list(part, out.parts):
                continue
            if (len(labels) >= 2 or page) and part.kind == "heading":
                out.opened.add(len(out.parts))
                out.parts.append(part)
                continue
            if not _took_number(part, out.parts, after):
                out.parts.extend(_inline_numbers(part))
            if at in titles:
                out.opened.add(len(out.parts) - 1)
            continue
        if (told := told_rows_of(part)) is not None:
            out.parts.extend(paragraphs(told))
            continue
        part = business_of(headed(part))
        if isinstance(above := whole[at - 1] if at else None, Paragraph) and columns_of(part).use == "other":
            part = under_title(above.lines[-1], part)
        columns = AHEAD if ahead and _pairs(part) is not None else columns_of(part, before)
        if columns.use == "minutes":
            _unroll(part, columns, out)
        else:
            out.parts.append(part)
        before = columns
    return out.parts, out.opened


AHEAD = Columns("minutes", ("owner", "notes"), 0)


def _owners_ahead(tables: Sequence[Table]) -> bool:
    """Do the paper's tables of two columns set owners before the paragraphs that they are to see to?"""
    pairs = [pair for table in tables for pair in _pairs(table) or ()]
    return are_owners([(words, text) for words, text in pairs if words])


def _pairs(table: Table) -> list[tuple[str, str]] | None:
    """A table's rows as an owner, or nobody, and a text; None where something else stands in one."""
    if any(len(row) != 2 for row in table.rows):
        return None
    pairs = [(row[0].text.strip(), row[1].text.strip()) for row in table.rows]
    return pairs if all(text and (not words or may_own(words, text)) for words, text in pairs) else None


# The form that word processors offer for minutes: "Agenda item: Roads   Presenter: Ann Box".
_AGENDA_ITEM = re.compile(r"^agenda\s+item\s*(?:[:–-]\s*|\s+(?=[A-Z])|$)(?!\d)", re.IGNORECASE)
_PRESENTER = re.compile(
    r"\s*\b(?:presenters?|presented\s+by|facilitators?|facilitated\s+by|led\s+by|lead|speakers?|discussion\s+leader"
    r"|time(?:\s+allotted)?)\s*:",
    re.IGNORECASE,
)


def _by_label(parts: Sequence[Part]) -> list[Part]:
    """Paragraphs labelled "Agenda item" as headings; the title may stand in the next one."""
    out: list[Part] = []
    waits = False
    for part in parts:
        label = _AGENDA_ITEM.match(part.text) if isinstance(part, Paragraph) else None
        if not isinstance(part, Paragraph) or not (label or waits):
            out.append(part)
            waits = False
            continue
        start = label.end() if label else 0
        waits = start == len(part.text)
        if waits:
            continue
        presenter = _PRESENTER.search(part.text, start)
        end = presenter.start() if presenter else len(part.text)
        out.append(replace(piece_of(part, start, end), kind="heading"))
        if presenter:
            out.append(piece_of(part, end + len(presenter[0]) - len(presenter[0].lstrip()), len(part.text)))
    return out


def _took_number(part: Paragraph, parts: list[Part], after: Part | None) -> bool:
    """A number alone on its line joins the title below ("1." / "Apologies") or above ("APOLOGIES" / "AB12/15")."""
    last = parts[-1] if parts else None
    if not isinstance(last, Paragraph):
        return False
    waits = last.printed and not last.text.strip() and len(last.lines) == 1
    if waits and not part.printed and not last.printed.startswith("PART"):  # "PART 1" stands above several
        joined = paragraph_of([*last.lines, *part.lines], margin=(*last.margin, *part.margin))
        if not joined.printed:  # "PC12", a number since it stands alone
            joined = replace(part, number=last.number, printed=last.printed, margin=joined.margin)
        parts[-1] = replace(joined, kind="heading") if part.kind == "heading" else joined
        return True
    below = isinstance(after, Paragraph) and _titled(after) and not after.printed
    alone = part.printed and not part.text.strip() and re.search(r"\d", part.printed) is not None
    if alone and not below and _titled(last) and not last.printed and not _OUTCOME.fullmatch(last.text):
        parts[-1] = replace(last, number=part.number, printed=part.printed)
        return True
    return False


# "NOTED." or "Action: AB" above "3." and its title
_OUTCOME = re.compile(
    r"\W*(?:(?:so\s+)?(?:noted|agreed|approved|adopted|resolved|carried|lost|defeated|deferred|passed)(?:\s+unanimously)?|decisions?|unanimous|motion\s+carried)\W*|\W*actions?\s*:.*",
    re.IGNORECASE,
)


def _is_above(part: Paragraph, after: Part | None) -> bool:
    """A heading of the format's with a lower one right below: "## Minutes" above "### Roads"."""
    return isinstance(after, Paragraph) and 0 < part.lines[0].heading < after.lines[0].heading


_LISTS = re.compile(r"\bactions?\b|\bto-?\s?do\b|\b(?:attend\w+|present|participants)\b", re.IGNORECASE)


def _is_below_list(part: Paragraph, before: Sequence[Part]) -> bool:
    """A heading of the format behind one of its rank that opens a list of actions or people: "## Minutes" ends it."""
    level = part.lines[0].heading
    heads = [p for p in before if isinstance(p, Paragraph) and 0 < p.lines[0].heading <= level]
    return level > 0 and bool(heads) and _LISTS.search(heads[-1].text) is not None


def _titled(part: Paragraph) -> bool:
    letters = [c for c in part.text if c.isalpha()]
    caps = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
    return len(part.text.split()) <= 14 and (caps or all(line.bold or line.heading for line in part.lines))


def _unroll(table: Table, columns: Columns, out: Unrolled) -> None:
    """Rows of "Item | Notes | Action" as a heading, paragraphs, and owners beside them.

    Where owners have a column beside that of the tasks, a row's tasks stay a table of their own.
    """
    rows = list(under_head(table, columns))
    told = [without_outcomes(row_cells(row, columns.roles)) for row in rows]
    bands = columns.roles[0] == "number" and sum(alone(row) and not is_labelled(row[0].text) for row in rows) > 1
    out.banded = (out.banded or bands) and not _titled_rows(told)
    out.aligned = out.aligned or any(stands_lower(cells.get("notes", ()), _margin(cells)) for cells in told)
    column = [line for cells in told for line in cells.get("notes", ())]
    numbered = sum(bool(cells.get("number")) for cells in told) * 2 > len(told)
    for place, (row, cells) in enumerate(zip(rows, told, strict=True)):
        if repeats_heads(row):
            continue
        if columns.roles[0] == "number" and alone(row):
            _open_band(row[0].lines, out, item=not _titled_rows(told))
            continue
        tasks = _tasks(cells)
        owners = [] if tasks else _margin(cells)
        notes = _notes(row, cells, columns)
        head = [*whole_words(cells.get("number", ())), *cells.get("title", ())]
        if not head and not place:
            owners = _taken_on(owners, out.parts)
        if head and cells.get("title") and any(len(line.text) > 1 for line in cells["title"]):
            if not cells.get("number") and "number" in columns.roles and _goes_on(out, cells["title"]):
                pass  # a title that a page break cut in two
            else:
                grouped = numbered and not cells.get("number") and sum(bool(cell.text) for cell in row) == 1
                opens = columns.headed or "number" in columns.roles or len(columns.roles) > 2
                if opens and not grouped:  # "Standing items" above numbered titles opens none
                    out.opened.add(len(out.parts))
                out.parts.append(_heading_of(head))
        elif head and notes:
            notes = _numbered(head, notes, out)
        elif head:
            out.parts.append(paragraph_of(head))
        unrolled = [
            p for p in paragraphs(beside(notes, owners, aligned=out.aligned), column=column) if not is_page_word(p)
        ]
        if unrolled and not head and (joined := _joined(out.parts, unrolled[0])) is not None:
            out.parts[-1] = joined
            unrolled = unrolled[1:]
        out.parts.extend(unrolled)
        if tasks:
            out.parts.append(tasks)


def _titled_rows(told: Sequence[dict[Role, list[Line]]]) -> bool:
    """Most numbered rows open with a title in bold of their own: what spans the columns only groups them."""
    notes = [cells["notes"] for cells in told if cells.get("number") and cells.get("notes")]
    own = sum(lines[0].bold and not lines[-1].bold and len(lines[0].text.split()) <= 14 for lines in notes)
    return len(notes) > 1 and own > 0.6 * len(notes)


def _open_band(lines: Sequence[Line], out: Unrolled, *, item: bool) -> None:
    """A title that spans the columns opens an item; so many words are text, and who came is a list."""
    words = sum(len(line.text.split()) for line in lines)
    if is_labelled(lines[0].text):
        out.parts.extend(paragraphs(lines))
    elif not item:
        out.parts.append(_heading_of(lines))
    elif words <= 16 and not lines[-1].text.endswith((".", ":")) and not (len(lines) > 1 and lines[1].whole):
        out.opened.add(len(out.parts))
        out.parts.append(_heading_of(lines))
    else:
        out.parts.extend(paragraphs(lines))


def _notes(row: Sequence[Cell], cells: dict[Role, list[Line]], columns: Columns) -> list[Line]:
    notes = cells.get("notes") or []
    if columns.roles.count("") and (notes or "notes" in columns.roles):
        unnamed = [line for cell, role in zip(row, columns.roles, strict=False) if role == "" for line in cell.lines]
        notes = [*notes, *unnamed]
    elif not notes and "notes" not in columns.roles:
        notes = [line for cell, role in zip(row, columns.roles, strict=False) if role == "" for line in cell.lines]
    return [*notes, *(line for role in ("status", "date") for line in cells.get(role, ()))]


def _numbered(head: list[Line], notes: list[Line], out: Unrolled) -> list[Line]:
    """The number stands in its own column, the title opens the notes; in a table with titles across, none does."""
    if is_row_label(" ".join(line.text for line in head)):
        return labelled(head[0].text, notes)
    title = [notes[0]]
    for line in notes[1:3]:
        alike = (line.bold and notes[0].bold) or (line.text.isupper() and notes[0].text.isupper())
        if not alike or line.gap or mark_of(line.text):
            break
        title.append(line)
    if not out.banded and len(title[0].text.split()) <= 14 and (len(notes) > len(title) or title[0].bold):
        out.opened.add(len(out.parts))
        out.parts.append(_heading_of([*head, *title]))
        return notes[len(title) :]
    return [replace(notes[0], text=f"{' '.join(line.text for line in head)} {notes[0].text}"), *notes[1:]]


def _margin(cells: dict[Role, list[Line]]) -> list[Line]:
    return [replace(line, role="margin") for role in ASIDE for line in cells.get(role, ())]


def _tasks(cells: dict[Role, list[Line]]) -> Table | None:
    """The row's tasks with their owners and days; None where no column says what is to be done, or none by whom."""
    action, owner, due = (cells.get(role, []) for role in ASIDE)
    if len(" ".join(line.text for line in action).split()) < 3 or "owner" not in cells:
        return None
    rows = task_rows(action, owner, due)
    return Table(tuple(tuple(map(Cell, row)) for row in rows), page=action[0].page, aside=True)


def _taken_on(owners: list[Line], parts: list[Part]) -> list[Line]:
    """A page's first owners without the lines that go on with a task which the end of the page above cut."""
    goes_on = bool(owners) and re.match(r"[a-z\d]", owners[0].text) is not None
    for at in range(len(parts) - 1, max(len(parts) - 6, -1), -1) if goes_on else ():
        part = parts[at]
        if isinstance(part, Paragraph) and part.margin:
            taken = blocks_of(owners)[0]
            parts[at] = replace(part, margin=(*part.margin, *(replace(line, gap=False) for line in taken)))
            return owners[len(taken) :]
    return owners


def _joined(parts: Sequence[Part], after: Part) -> Paragraph | None:
    """The last paragraph with the one that a table's next page goes on with; None where that one stands for itself."""
    before = parts[-1] if parts else None
    if not isinstance(before, Paragraph) or not isinstance(after, Paragraph) or before.kind == "heading":
        return None
    if after.printed or not after.text[:1].islower() or re.search(r"[.!?:;]\W*$", before.text):
        return None
    starts = tuple(len(before.text) + 1 + start for start in after.starts)
    return replace(
        before,
        text=f"{before.text} {after.text}",
        lines=before.lines + after.lines,
        starts=before.starts + starts,
        margin=before.margin + after.margin,
    )


def _goes_on(out: Unrolled, title: Sequence[Line]) -> bool:
    """Adds a title's second half to the heading opened last; False where it is a title of its own."""
    if not out.opened or not title[0].text[:1].islower():
        return False
    last = max(out.opened)
    before = out.parts[last]
    assert isinstance(before, Paragraph)
    out.parts[last] = _heading_of([*before.lines, *title])
    return True


def _heading_of(lines: Sequence[Line]) -> Paragraph:
    """The heading that these lines are; a code on the first of them ("PC12") is its number, since its cell says so."""
    lines = [replace(line, gap=False) for line in lines]
    heading = paragraph_of(lines, kind="heading")
    code = lines[0].text.strip()
    if heading.printed or len(lines) < 2 or number_of(code) is None:
        return heading
    return replace(paragraph_of(lines[1:], kind="heading"), number=code, printed=code)


_NUMBER = re.compile(r"(?P<head>\S*?[./-])(?P<last>\d{1,3})")  # "6.1", "14/02", "2025-07"


def _inline_numbers(paragraph: Paragraph) -> list[Paragraph]:
    """ "6.1 ... NC 6.2 ...": minutes that a conversion ran together, cut where the next number follows in order."""
    found = _NUMBER.fullmatch(paragraph.printed.rstrip("."))
    if not found:
        return [paragraph]
    out, start, number, printed = [], 0, paragraph.number, paragraph.printed
    for count in itertools.count(int(found["last"]) + 1):
        following = f"{found['head']}{count:0{len(found['last'])}d}"
        cut = re.compile(rf"(?<=[.!?)\w])\s+{re.escape(following)}\s+(?=[A-Z‘“])").search(paragraph.text, start)
        if cut is None:
            break
        out.append(piece_of(paragraph, start, cut.start(), number=number, printed=printed))
        start, number, printed = cut.end(), re.sub(r"\.{2,}", ".", following), following
    if not out:
        return [paragraph]
    return [*out, piece_of(paragraph, start, len(paragraph.text), number=number, printed=printed)]
