"""Plain text -> Source: a Line for each printed line, pages from form feeds, columns as tables where that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

from pipeline.paper import Line, Page, Source, Table, fold
from pipeline.read.furniture import Strip, find_furniture, is_page_number
from pipeline.read.lists import depths
from pipeline.read.parts import clean, runs_on
from pipeline.read.tabbed_owners import ends_cells
from pipeline.read.tabbed_owners import split_owner as behind_tab
from pipeline.read.text_cells import bullets_before, find_cells, numbers_before, owners_behind
from pipeline.read.text_columns import Row, find_tables, split_owner, starts_marked, table_of
from pipeline.read.text_headed import find_headed
from pipeline.read.text_lined import find_lined
from pipeline.read.text_people import find_people
from pipeline.read.text_sides import one_side_first
from pipeline.read.text_titles import CAME, ENDED, NARROW, TITLED, below_titles, block_titles, packed_titles
from pipeline.read.unrun import with_line_ends

MEDIA_TYPE = "text/plain"
TAB = 8
WIDEST = 180  # letters: no text is wrapped at more
NOTES = 10  # such lines of which hardly one need be long
ROOMY = 6  # lines with another right below them that would have held more
BULLETS = "-–*•●▪◦○"
SET_IN = 2  # blanks that a list in a list is set in by at least
HANGING = 4  # blanks that a list's entries may be set in by from their second line
UNBROKEN = 15  # lines with one right above them: enough to tell whether they are wrapped
FEW = 5  # of them long enough to be prose
NAMES = 8  # lines that a list of those who came may take
PITCH = 0.02  # share of a page's height that a line takes: what furniture.py wants to know

_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.IGNORECASE)  # that a page's text has kept
_SAID = re.compile(
    r"(?:The\s(?:meeting|chair\w*|minutes|president|secretary|treasurer|agenda)|It\swas|There\s(?:was|were))\s[a-z]",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*[-=*~#]{3,}\s*$")
# "** Finance", "== Finance ==", "## Finance", "-- Finance", "*** FINANCE ***": a heading of a note-taking program's, a
# wiki's or of whoever sets it off by hand
_HEADED = re.compile(
    r"(?P<mark>\*{2,5}|={2,5}|#{1,4}|-{2,5}|~{2,5})\s+(?P<title>[^\s*=#~](?:[^*=~]*[^\s*=~.,;-])?)"
    r"(?:\s*=+|\s+(?:\*+|#+|-+|~+))?"
)
HEADED = 3  # of them that make headings
# "| 2. Roads": the agenda that the minutes quote and answer line by line; so many such lines, without a second bar.
_QUOTED = re.compile(r"^[ \t]*\|(?:[ \t]?(?P<words>[^|\n]*))$", re.MULTILINE)
QUOTED = 6
# Rows and edges of a table of which a web page's text keeps the bars, and a line of it that holds a row.
_BAR = re.compile(r"^\s*\|[\s|:–-]*$")
_HEAD_ROW = re.compile(r"^\W*no\.?\s*\|\s*item\W*$", re.IGNORECASE)
_ROW_END = re.compile(r"(?<=[^\s|])\s\|\s*$")


def read_text(text: str, *, name: str, sha256: str) -> Source:
    """A text file's printed lines in order. Lines are numbered as an editor numbers them; pages count form feeds."""
    rows, pages = _rows(_unquoted(text))
    rows = one_side_first(bullets_before(numbers_before(rows)))
    paged = pages > 1
    tops = _form_feed_tops(rows) if paged else _weak_tops(rows)
    marks, labels = _furniture(rows, pages) if paged else (_page_numbers(rows, tops), ())
    flow = _flow(rows, tops, marks, paged=paged)
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="text",
        flow=tuple(flow),
        pages=tuple(Page(n + 1, label=label) for n, label in enumerate(labels)),
    )


_STARRED = re.compile(r"^([ \t]*)([*_])([^\W\d_][^*_\n:]{0,40}:)\2(?=\s)", re.MULTILINE)  # "*Action:* Ann to write"


def _unquoted(text: str) -> str:
    """A text without marks around its labels, and without the bar before each line of the agenda that it quotes."""
    text = _STARRED.sub(r"\1\3", text)
    barred = len(re.findall(r"^[ \t]*\|", text, re.MULTILINE))
    quoted = sum(bool(found["words"].strip()) for found in _QUOTED.finditer(text))
    return _QUOTED.sub(lambda found: found["words"], text) if quoted >= QUOTED and barred <= quoted * 2 else text


def _rows(text: str) -> tuple[list[Row], int]:
    """The lines that say something, and the number of pages."""
    rows: list[Row] = []
    page, blanks = 1, 0
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        *before, last = raw.split("\f")
        for piece in before:
            if clean(piece).strip():
                rows.append(Row(clean(piece).expandtabs(TAB).rstrip(), number, page, blanks))
            page, blanks = page + 1, 0
        for broken in _BREAK.split(last):
            for place, piece in enumerate(with_line_ends(broken).split("\n")):
                if line := clean(piece).expandtabs(TAB).rstrip():
                    cells = tuple(map(fold, clean(piece).split("\t"))) if "\t" in piece else ()
                    rows.append(Row(line, number, page, blanks or min(place, 1), cells))
                    blanks = 0
                elif not place:
                    blanks += 1
    return rows, max((row.page for row in rows), default=1)


def _form_feed_tops(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(n for n in range(1, len(rows)) if rows[n].page != rows[n - 1].page)


def _weak_tops(rows: Sequence[Row]) -> frozenset[int]:
    """First lines of pages in a dump whose form feeds became a single blank before the page's first line.

    Believed only where the whole file looks so: other lines start at the left edge, these are few and far between, and
    no blank line stands above them, as none does between a page's last line and a form feed.
    """
    ones = [n for n, row in enumerate(rows) if row.indent == 1 and row.blanks == 0 and n > 0]
    indented = sum(1 for row in rows if row.indent > 1)
    if not ones or len(ones) > 0.06 * len(rows) or indented > 0.1 * len(rows):
        return frozenset()
    # Three or more close together are a list whose bullets were lost.
    runs: list[list[int]] = []
    for n in ones:
        if runs and rows[n].number - rows[runs[-1][-1]].number <= 6:
            runs[-1].append(n)
        else:
            runs.append([n])
    tops = [n for run in runs if len(run) < 3 for n in run]
    return frozenset(tops) if len(tops) >= 2 else frozenset()


def _furniture(rows: Sequence[Row], pages: int) -> tuple[frozenset[int], tuple[str, ...]]:
    """Rows that are page headers, footers or page numbers, and each page's printed number."""
    members: list[list[int]] = [[] for _ in range(pages)]
    for n, row in enumerate(rows):
        members[row.page - 1].append(n)
    strips = [
        [
            Strip(rows[n].text, (k + 0.5) * PITCH if k < len(page) / 2 else 1 - (len(page) - k - 0.5) * PITCH)
            for k, n in enumerate(page)
        ]
        for page in members
    ]
    found = find_furniture(strips)
    marks = (members[page][k] for page, marked in enumerate(found.marks) for k in marked)
    return frozenset(marks), found.labels


def _page_numbers(rows: Sequence[Row], tops: frozenset[int]) -> frozenset[int]:
    """Lines of a file without form feeds that can only be page numbers: "Page 29", or a bare one at a page's edge."""
    return frozenset(
        n
        for n, row in enumerate(rows)
        if is_page_number(row.text) and ("page" in row.text.casefold() or n in tops or n + 1 in tops)
    )


def _flow(rows: Sequence[Row], tops: frozenset[int], marks: frozenset[int], *, paged: bool) -> list[Line | Table]:
    width = quantiles([len(row.text) for row in rows], n=10)[8] if len(rows) > 9 else 80.0
    widest = max((len(row.text) for row in rows), default=0)
    doubled, hung = _double_spaced(rows), _hung(rows)
    whole, counted = _whole_lines(rows), _counted(rows)
    inner = list(depths(((row.indent, starts_marked(row.text)) for row in rows), SET_IN))
    titled, leads = below_titles(rows, widest) | packed_titles(rows, widest), _leads(rows)
    unwrapped = _unwrapped(rows) or any(_HEAD_ROW.match(row.text) for row in rows)
    tables = find_lined(rows, marks)
    for first, (length, grid, header) in {**find_tables(rows, marks), **find_cells(rows, marks)}.items():
        if not any(first < start + size and start < first + length for start, (size, _, _) in tables.items()):
            tables[first] = (length, grid, header)
    for first, (length, grid, header) in find_people(rows, marks).items():
        tables = {n: found for n, found in tables.items() if not n < first + length or not first < n + found[0]}
        tables[first] = (length, grid, header)
    for first, (length, grid, header) in find_headed(rows, marks).items():
        if not tables.keys() & range(first, first + length):
            tables[first] = (length, grid, header)
    behind, headed = owners_behind(rows), _headed(rows) or block_titles(rows, widest)
    flow: list[Line | Table] = []
    n, rule = 0, False
    last: Row | None = None
    page_break = False
    while n < len(rows):
        row = rows[n]
        page_break = page_break or n in tops
        page = row.page if paged else None
        if n in marks:
            flow.append(Line(row.text, page=page, number=row.number, role="furniture"))
        elif n in headed:
            title, level = headed[n]
            flow.append(Line(title, page=page, number=row.number, gap=True, heading=level, page_break=page_break))
            last, page_break, rule = row, False, True
        elif n in tables:
            size, grid, header = tables[n]
            flow.append(table_of(grid, header, paged=paged))
            n, last, page_break, rule = n + size, None, False, False
            continue
        elif _BAR.match(row.raw):
            rule = True
        elif _RULE.match(row.raw):
            if flow and last is not None and not row.blanks and isinstance(flow[-1], Line) and flow[-1].role == "body":
                flow[-1] = replace(flow[-1], bold=True)  # underlined
            rule = True
        else:
            if row.indent >= FAR_RIGHT and _is_beside(flow) and _DAY.fullmatch(row.text):
                flow.append(Line(row.text, page=page, number=row.number, role="margin"))
                n += 1
                continue
            ends = _ROW_END.search(row.raw)
            beside = behind.get(n) or behind_tab("\t".join(row.tabbed))
            sentence, owner = beside if beside[1] else split_owner(row.raw[: ends.start()] if ends else row.raw)
            gap = last is None or rule or _gap(last, row, width, in_doubled=n in doubled, top=page_break)
            gap = gap or (last is not None and n + 1 < len(rows) and _set_in(last, row, rows[n + 1]))
            gap = gap or (last is not None and _below_bullet(last, row, widest))
            gap = gap or unwrapped or n in hung or n in counted or n - 1 in counted or _below_names(rows, n)
            gap = gap or n in titled or (n > 0 and ends_cells(rows[n - 1].tabbed))
            lead = leads.get(n, "")
            line = Line(sentence, page=page, number=row.number, gap=gap, page_break=page_break, lead=lead)
            flow.append(replace(line, whole=n in whole, depth=inner[n]))
            if owner:
                flow.append(Line(owner, page=page, number=row.number, role="margin"))
            last, page_break, rule = row, False, ends is not None
        n += 1
    return flow


def _headed(rows: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """The titles of lines marked as headings, and how high they stand, each below a blank line or another of them; none
    where only a few are."""
    found: dict[int, tuple[str, int]] = {}
    for n, row in enumerate(rows):
        if (row.blanks or n - 1 in found) and (one := _HEADED.fullmatch(row.text)):
            found[n] = one["title"], max(len(one["mark"]), 2)
    return found if len(found) >= HEADED else {}


FAR_RIGHT = 48  # blanks before what stands in a column at the right
_DAY = re.compile(
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:by\s)?\d{1,2}\s[A-Z][a-z]{2,8}|asap|ASAP|next\s(?:meeting|mtg)"
)


def _is_beside(flow: Sequence[Line | Table]) -> bool:
    """The last thing read stands in the margin: an owner, whose day may stand below."""
    return bool(flow) and isinstance(last := flow[-1], Line) and last.role == "margin"


def _gap(last: Row, row: Row, width: float, *, in_doubled: bool, top: bool) -> bool:
    """A blank line or a new page above a line starts a paragraph, unless its sentence plainly goes on."""
    if not row.blanks and not top:
        return False
    full = len(last.text) > 0.7 * width
    if top or row.blanks == 1:
        lower = row.text[:1].islower() and runs_on(last.text, row.text)
        if (full and lower) or (top and lower):
            return False
    if in_doubled and row.blanks == 1 and full:
        fits = len(last.text) + 1 + len(row.text.split()[0]) < width  # the next word had room: broken on purpose
        return bool(ENDED.search(last.text) or starts_marked(row.text) or (fits and row.text[:1].isupper()))
    return True


def _unwrapped(rows: Sequence[Row]) -> bool:
    """A text whose lines are whole paragraphs: some are longer than anybody wraps at, or nearly all that have another
    right below them end a sentence."""
    wide = sum(len(row.text) > WIDEST for row in rows)
    if wide > 1 or _broken_on_purpose(rows, long=wide > 0):
        return True
    below = [(a.text, b.text) for a, b in pairwise(rows) if len(a.text) > 60 and not b.blanks]
    ended = sum(ENDED.search(a) is not None and not b[:1].islower() for a, b in below)
    return len(below) > 4 and ended >= 0.8 * len(below)


def _broken_on_purpose(rows: Sequence[Row], *, long: bool) -> bool:
    """No line goes on in small letters, and nearly each would have had room for the next one's first word.

    Args:
        long: there is a line that nobody would have wrapped.
    """
    widest = max((len(row.text) for row in rows), default=0)
    width = max(widest, NARROW)
    pairs = [(a, b) for a, b in pairwise(rows) if not b.blanks and a.indent == b.indent]
    small = any(b.text[:1].islower() and not starts_marked(b.text) for _, b in pairs)
    room = sum(len(a.text) + len(b.text.split()[0]) < 0.9 * width for a, b in pairs)
    told = long or sum(len(row.text) > 0.5 * widest for row in rows) >= TITLED  # more than one long line
    told = told or len(pairs) >= NOTES
    return len(pairs) >= (2 if long else ROOMY) and told and not small and room >= 0.8 * len(pairs)


def _whole_lines(rows: Sequence[Row]) -> frozenset[int]:
    """Lines that are paragraphs: in a text of which hardly one goes on in small letters, as wrapped lines would."""
    pairs = [(a, b) for a, b in pairwise(rows) if not b.blanks and a.indent == b.indent]
    small = sum(b.text[:1].islower() and not starts_marked(b.text) for _, b in pairs)
    long = sum(len(a.text) > 0.7 * NARROW for a, _ in pairs)
    if len(pairs) < UNBROKEN or small > 0.03 * len(pairs) or long < FEW:
        return frozenset()
    goes_on = {n for n, (a, b) in enumerate(pairwise(rows)) if not b.blanks and runs_on(a.text, b.text)}
    return frozenset(n for n in range(len(rows)) if n not in goes_on and n - 1 not in goes_on)


_BARE = re.compile(
    r"(\d{1,2})\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][^.]{2,70}$"
)
COUNTED = 4  # lines that count on from 1


def _counted(rows: Sequence[Row]) -> frozenset[int]:
    """Lines that count on from 1 with bare numbers, "1 Welcome", "2 Police Report": titles, each a line of its own."""
    found: list[int] = []
    for n, row in enumerate(rows):
        number = _BARE.match(row.text)
        if number and int(number[1]) == len(found) + 1 and (not found or n > 0):
            found.append(n)
    return frozenset(found) if len(found) >= COUNTED else frozenset()


# "5 Hall items  The Clerk reported ...", "2. Roads                Official action": the number, the title, the rest.
_LED = re.compile(
    r"\s*\(?\d{1,3}[.:)]?\s+(?P<title>[A-Z]\S*(?: \S+){0,7}?(?<![.:;,!?–-]))\s{2,}[A-Z(](?!.*[^.!?:]\s{2,})"
)
LED = 2  # lines that part their title by blanks


def _leads(rows: Sequence[Row]) -> dict[int, str]:
    """The titles of numbered lines that blanks part from what stands behind them; none where only one is."""
    found = {n: led["title"] for n, row in enumerate(rows) if (led := _LED.match(row.raw))}
    return found if len(found) >= LED else {}


def _below_bullet(last: Row, row: Row, width: float) -> bool:
    """A line that opens anew right below a short bullet and no further right: it is no more of the bullet."""
    short = len(last.text) + len(row.text.split()[0]) < 0.8 * max(width, NARROW)
    anew = row.text[:1].isupper() and not starts_marked(row.text) and row.indent <= last.indent
    return anew and short and last.text[:1] in BULLETS and not runs_on(last.text, row.text)


def _below_names(rows: Sequence[Row], at: int) -> bool:
    """A sentence that opens what was said right below the list of those who came: "The meeting was called to order"."""
    if rows[at].blanks or not _SAID.match(rows[at].text) or runs_on(rows[at - 1].text, rows[at].text):
        return False
    above = at - 1
    while above > max(0, at - NAMES) and not (rows[above].blanks or CAME.match(rows[above].text)):
        above -= 1
    return at > 0 and CAME.match(rows[above].text) is not None


def _hung(rows: Sequence[Row]) -> frozenset[int]:
    """Lines that stand out to the left of the lines that go on below them: each opens an entry of a list."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and not rows[end].blanks and rows[end].page == rows[start].page:
            continue
        block = range(start, end)
        out = [n for n in block if rows[n].indent == rows[start].indent]
        set_in = [n for n in block if n not in out]
        hangs = all(0 < rows[n].indent - rows[start].indent <= HANGING for n in set_in)
        if set_in and hangs and len(out) > 1 and all(rows[n].text[:1].isupper() for n in out):
            found.update(out[1:])
        start = end
    return frozenset(found)


def _set_in(last: Row, row: Row, after: Row) -> bool:
    """A paragraph's first line that is set in: a sentence ended above, and the line below stands further left again."""
    return row.indent >= last.indent + 2 and after.indent <= last.indent and bool(ENDED.search(last.text))


def _double_spaced(rows: Sequence[Row]) -> frozenset[int]:
    """Lines in stretches where a blank line stands after every printed line, sentences cut or not."""
    single = [row.blanks == 1 for row in rows]
    cut = [n > 0 and single[n] and runs_on(rows[n - 1].text, row.text) for n, row in enumerate(rows)]
    found = set()
    for n in range(1, len(rows)):
        near = range(max(1, n - 4), min(len(rows), n + 5))
        if sum(single[k] for k in near) * 3 >= 2 * len(near) and sum(cut[k] for k in near) >= 2:
            found.add(n)
    return frozenset(found)
