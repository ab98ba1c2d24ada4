"""Markdown -> Source: paragraphs, headings, lists and tables as CommonMark means them, front matter as fields."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.paper import Source, fold
from pipeline.read.html import html_parts, is_bold
from pipeline.read.numbering import drawn_bullet
from pipeline.read.parts import Grid, Para, Part, bold_share, flow_of, lead_of
from pipeline.read.tabbed_owners import ends_cells
from pipeline.read.text_columns import people_apart
from pipeline.read.unrun import with_line_ends

MEDIA_TYPE = "text/markdown"
MOST_FRONT = 50_000  # characters of front matter
MOST_NESTED = 100  # lists in lists; markdown-it leaves out what is deeper

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(?P<front>(?:[^\n]*\n){0,500}?)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_UNDER = re.compile(r"^([^\n]{10,})\n(-{3,})[ \t]*\n(?=\s*([^\n]*))", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z][\w -]*\s*[:=]", re.MULTILINE)
_BREAK_TAG = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<closes>/)?(?P<name>(?!(?:img|br|hr|wbr|input)\b)[a-zA-Z]\w*)\b(?P<rest>[^<>]*)(?<!/)>")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$", re.IGNORECASE)


def read_markdown(text: str, *, name: str, sha256: str) -> Source:
    """A Markdown file's paragraphs and tables in reading order; scalars of its front matter in `fields`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\0", "")
    fields, body = _front_matter(text)
    shown = dict(fields)
    body = _unbarred(body)
    body = _TEMPLATE.sub(lambda found: shown.get(found["field"] or "", ""), body)
    body = _REFERENCE.sub(r"\1", _UNDER.sub(_apart, _BOXES.sub(r"- \1", _meant_headings(body))))
    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable(["table", "strikethrough"])
    tokens = parser.parse(body)
    if any(token.level >= MOST_NESTED - 1 for token in tokens):
        raise RecursionError("lists in lists in lists")
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="markdown",
        flow=flow_of(_under_fields(fields, _Walk().parts(tokens))),
        fields=fields,
    )


# "##Grants": CommonMark wants a blank behind the marks, most who type do not. One alone is a number or a tag.
_TIGHT = re.compile(r"^(#{2,6})(?=[A-Z0-9*\t])", re.MULTILINE)
# "## Old Business {#old_business}": a heading's address, which some converters write behind it.
_ADDRESS = re.compile(r"^(#{1,6}\s[^\n{]*?)\s*\{[#.:][^{}\n]*\}[ \t]*(#*[ \t]*)$", re.MULTILINE)


# "** Roads" above "*** Lamps": headings of a note-taking program, no emphasis; one star is a bullet, so several.
_STARRED = re.compile(r"^(\*{2,5})[ \t]+(?=[^\s*][^*\n]*$)", re.MULTILINE)
STARRED = 3


def _meant_headings(body: str) -> str:
    """A text whose headings are CommonMark's, though their marks stand close to their words or an address behind."""
    if len(_STARRED.findall(body)) >= STARRED:
        body = _STARRED.sub(lambda found: f"\n{'#' * len(found[1])} ", body)
    return _ADDRESS.sub(r"\1\2", _TIGHT.sub(r"\1 ", body))


# "Deputy Chair |": a row's end, of a table that a web page's text has lost; none of its lines has a bar inside.
_ROW_END = re.compile(r"^[ \t]*(?P<cell>[^|\n]*?)[ \t]*\|[ \t]*$", re.MULTILINE)
BARRED = 3  # of them that tell of such a table


def _unbarred(body: str) -> str:
    """A text without the bars that lost tables left at the ends of its lines: each cell is a paragraph."""
    lost = len(_ROW_END.findall(body)) >= BARRED and "|--" not in body.replace(" ", "").replace(":", "")
    return _ROW_END.sub(lambda found: f"\n{found['cell']}\n", body) if lost else body


# What a site's generator fills in or leaves out: "{{ page.tally }} members present", "{% include map.html %}".
_TEMPLATE = re.compile(r"\{\{-?\s*(?:(?:page|site)\.(?P<field>\w+))?[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,300}%\}")
# "[Ann Box][box]" whose target stands elsewhere is Ann Box.
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,80})\]\[[^\[\]\n]{0,80}\]")


def _front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The fields of a block of YAML or TOML at the file's start, and the text after it."""
    found = _FRONT.match(text)
    if not found or not _KEY.search(found["front"]) or len(found["front"]) > MOST_FRONT:
        return (), text
    try:
        # BaseLoader builds nothing but text, lists and mappings: "2021-03-04" and "No" stay as typed.
        held: Any = (
            tomllib.loads(found["front"])
            if found[1] == "+++"
            else yaml.load(found["front"].expandtabs(), Loader=yaml.BaseLoader)
        )
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError):
        held = {key: value for key, _, value in (line.partition(":") for line in found["front"].splitlines())}
    if not isinstance(held, dict):
        return (), text
    return tuple(_scalars(held)), text[found.end() :]


# Keys under which front matter lists people, as site builders' templates name them.
_PEOPLE = re.compile(
    r"(?:members?|board|directors|meeting)?[\s_-]*(?:attend(?:ees|ing|ance)|present|participants|roll[\s_-]?call|absent(?:ees)?|regrets|apologies|excused)"
    r"(?:[\s_-]*(?:members?|present))?",
    re.IGNORECASE,
)
# Such keys of those who did not come: they leave open who did.
_MISSED = re.compile(r"absent|regrets|apologies|excused", re.IGNORECASE)
# Those who make up the body that met: under such a key they came, where the page says that it tells of a meeting.
_RANK = re.compile(r"(?:directors|members|trustees|governors|councillors|commissioners|committee|board)", re.IGNORECASE)
_POST = re.compile(r"(?:company[\s_-]?|minutes?[\s_-]?)?(?:secretary|clerk|minute[\s_-]?taker)", re.IGNORECASE)
_MET = re.compile(r"\b(?:minutes|meeting)\b", re.IGNORECASE)
_FULL_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s(?:de|van|von|[A-Z][\w.’'-]*)){1,3}(?:\s\([^()]*\))?")
_NAME_FIRST = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z(]|\s*[,;]|$)")


def _under_fields(fields: Sequence[tuple[str, str]], parts: list[Part]) -> list[Part]:
    """The page as the site prints it: its title where the text has none of its own, who came, the text."""
    title = next((value for key, value in fields if key.casefold() == "title"), "")
    first = next((part for part in parts if isinstance(part, Para) and part.text.strip()), None)
    titled = first is not None and first.heading == 1
    above = [Para(title, heading=1, role="furniture")] if title and not titled else []
    return [*above, *_who_came(fields), *parts]


def _who_came(fields: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Lists of people in front matter, which the site prints above the minutes: "Attendees: Ann Box, Bob Carr"."""
    listed = [(key, value) for key, value in fields if _PEOPLE.fullmatch(key)]
    if all(_MISSED.search(key) for key, _ in listed):
        # A site may list the whole body by rank: whoever is named as missing did not come.
        missed = {name for _, value in listed for name in value.split(", ")}
        yield from _by_rank(fields, missed)
    for key, value in listed:
        if _NAME_FIRST.match(value):
            yield Para(f"{re.sub('[_-]', ' ', key).capitalize()}: {value}")


def _by_rank(fields: Sequence[tuple[str, str]], missed: Collection[str]) -> Iterator[Part]:
    """ "directors: [Ann Box, Bob Carr], secretary: Cat Dunn" of a meeting's minutes: the first list is of its own."""
    if not any(key.casefold() in ("title", "layout", "type") and _MET.search(value) for key, value in fields):
        return
    label = "Present"
    for key, listed in fields:
        value = ", ".join(name for name in listed.split(", ") if name not in missed)
        named = all(_FULL_NAME.fullmatch(one) for one in value.split(", "))
        if named and _RANK.fullmatch(key) and (", " in listed or label != "Present"):
            yield Para(f"{label}: {value}")
            label = "In attendance"
        elif named and _POST.fullmatch(key) and label != "Present":
            yield Para(f"In attendance: {value} ({re.sub('[_-]', ' ', key).capitalize()})")


# "[x] Ann Lund" above "[ ] Bo Ash": a row of a list each, though without the bullets that Markdown wants.
_BOXES = re.compile(r"^(\[[ xX]\][ \t]+[^\s(])", re.MULTILINE)


def _apart(found: re.Match[str]) -> str:
    """A rule right under a sentence or above a page number, as converters set one where a page ends, is kept apart from
    it: CommonMark would make a heading of the sentence."""
    cut = found[1].rstrip().endswith((".", ";", ":", ",")) or _PAGE_NUMBER.match(found[3].strip().strip("*_"))
    return f"{found[1]}\n\n{found[2]}\n" if cut else found[0]


def _scalars(held: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for key, value in held.items():
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = ", ".join(value)
        if not isinstance(value, (dict, list)) and fold(str(value)):
            yield fold(str(key)), fold(str(value)).strip("\"'")


@dataclass
class _List:
    """A list that is open. `numbers` are what its items show, None for bullets."""

    numbers: Iterator[str] | None


@dataclass
class _Walk:
    """Goes over markdown-it's tokens, which come flat."""

    out: list[Part] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    after_rule: bool = False
    rows: list[tuple[tuple[Part, ...], ...]] = field(default_factory=list)
    row: list[tuple[Part, ...]] | None = None
    header: int = 0

    def parts(self, tokens: Sequence[Token]) -> list[Part]:
        for place, token in enumerate(tokens):
            self._read(token, tokens, place)
        return self.out

    def _read(self, token: Token, tokens: Sequence[Token], place: int) -> None:
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "bullet_list_open":
                self.lists.append(_List(None))
            case "ordered_list_open":
                self.lists.append(_List(iter(_numbers(token, tokens, place))))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                numbers = self.lists[-1].numbers
                self.marker += f"{drawn_bullet(len(self.lists))} " if numbers is None else next(numbers)
            case "list_item_close":
                if re.search(r"\d", self.marker):
                    self._add(Para(" "))  # a number on a line of its own, its title in the next
                self.marker = ""
            case "table_open":
                self.rows, self.header = [], 0
            case "thead_close":
                self.header = len(self.rows)
            case "tr_open":
                self.row = []
            case "tr_close":
                self.rows.append(tuple(self.row or ()))
                self.row = None
            case "table_close":
                self._add(Grid(tuple(self.rows), header=_filled_header(self.rows, self.header)))
            case "inline":
                self._inline(token)
            case "code_block" | "fence":
                for line in token.content.splitlines():
                    self._add(_plain(line))
            case "html_block":
                for part in html_parts(token.content):
                    self._add(part)
            case "hr":
                self._add(Para(""))
                self.after_rule = True

    def _inline(self, token: Token) -> None:
        runs = list(_runs(token.children or [], _meant(token.content.split("\n"))))
        lines = with_line_ends("".join(text for text, _ in runs)).split("\n")
        lines = [apart if "\t" in (apart := people_apart(line)) else line for line in lines]  # people in columns
        para = Para("\n".join(lines), bold=bold_share(runs), heading=self.heading)
        if self.row is not None:
            self.row.append((replace(para, lead=lead_of(runs)),))
            return
        furniture = self.after_rule and bool(_PAGE_NUMBER.match(fold(para.text)))
        if (title := _bold_line(runs)) and not self.heading:
            self._add(replace(para, text="".join(text for text, _ in runs[:title]), bold=True))
            para = replace(
                para, text="".join(text for text, _ in runs[title + 1 :]), bold=bold_share(runs[title + 1 :])
            )
        else:
            para = replace(para, lead=lead_of(runs))
        self._add(replace(para, role="furniture") if furniture else para)

    def _add(self, part: Part) -> None:
        if isinstance(part, Para) and (part.text.strip() or (part.text and self.marker)):
            part = replace(part, text=self.marker + part.text, depth=len(self.lists) or part.depth)
            self.marker = ""
        self.out.append(part)
        self.after_rule = False


def _filled_header(rows: Sequence[tuple[tuple[Part, ...], ...]], header: int) -> int:
    """Markdown's tables can't do without a header; one without words is none."""
    words = any(isinstance(part, Para) and part.text.strip() for row in rows[:header] for cell in row for part in cell)
    return header if words else 0


def _numbers(token: Token, tokens: Sequence[Token], place: int) -> Iterator[str]:
    """What the items of an ordered list show: the numbers as typed where they rise, else counted from the first.

    CommonMark counts always; but a clerk who typed 4, 5, 7 (item 6 was withdrawn) wants 4, 5, 7.
    """
    items = [
        t for t in tokens[place : _close(tokens, place)] if t.type == "list_item_open" and t.level == token.level + 1
    ]
    typed = [int(item.info) for item in items]
    rising = all(a < b for a, b in pairwise(typed))
    start = int(token.attrGet("start") or 1) if typed and typed[0] != 0 else 0
    for count, (item, number) in enumerate(zip(items, typed, strict=True)):
        yield f"{number if rising else start + count}{item.markup} "


def _close(tokens: Sequence[Token], place: int) -> int:
    level = tokens[place].level
    return next(
        (n for n in range(place + 1, len(tokens)) if tokens[n].level == level and tokens[n].nesting == -1), len(tokens)
    )


def _plain(line: str) -> Para:
    """A line of an indented block: most are no code but names set in by a clerk, with marks of emphasis."""
    return Para(re.sub(r"\*\*|__", "", line), bold=bool(re.match(r"\s*(?:\*\*|__).*(?:\*\*|__)\s*$", line)))


def _bold_line(runs: Sequence[tuple[str, bool]]) -> int:
    """How many runs make the first line where it is all bold and plain text stands below; 0 where they do not."""
    ends = next((n for n, (text, _) in enumerate(runs) if text == "\n"), 0)
    bold = all(bold or not text.strip() for text, bold in runs[:ends])
    return ends if bold and not bold_share(runs[ends + 1 :]) else 0


NARROW = 60  # letters: nobody wraps at less
_LABELLED = re.compile(
    r"(?:\*\*|__)?(?:[A-Z][\w /&-]{1,24}(?:\*\*|__)?:|A(?:CTION|ction)\s\d[\w./-]{0,8}(?:\*\*|__)?\s+[A-Z])"
)
_ALL_BOLD = re.compile(r"\s*(?:\*\*[^*\n]+\*\*|__[^_\n]+__)\s*")  # a title above what was said
_BULLET = re.compile(r"\s*[•●▪◦○]\s")
# "Ann Box (AB)\t- Mill Trust": who came, one a line
_PERSON = re.compile(
    r"\s*(?:[A-Z][\w ]{2,30}:\s+)?(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w.’'-]+\s*(?:\([^)\n]{1,30}\)\s*)*(?:\t|[–—-]\s)"
)
# what a line can't end with, were its end meant: "and", a bracket that nothing has closed, "(Ms. F." above "Reed)"
_OPEN_END = re.compile(
    r"(?:[,;(&/]|\b(?:and|or|the|a|of|to|for|with|by))\s*$|\((?:Mrs?|Ms|Miss|Dr)\b[^()]{0,30}$", re.IGNORECASE
)


def _meant(lines: Sequence[str]) -> Iterator[bool]:
    """For each line end of a paragraph: was it meant, though CommonMark takes it for a blank?

    It was where a label or a typed bullet stands below it, behind cells that tabs part, or where the next line's first
    word had room on the line.
    """
    width = max(NARROW, *(len(line) for line in lines))
    for line, below in pairwise(lines):
        word = below.split(maxsplit=1)[:1]
        room = len(line) + sum(map(len, word)) < 0.8 * width and bool(re.match(r"\W{0,3}[A-Z\d]", below))
        people = _PERSON.match(line) is not None and _PERSON.match(below) is not None
        yield (
            people
            or ends_cells(line.split("\t"))
            or bool(_BULLET.match(below))
            or bool(_ALL_BOLD.fullmatch(line))
            or (not _OPEN_END.search(line) and (room or bool(_LABELLED.match(below))))
        )


def _runs(children: Sequence[Token], meant: Iterator[bool]) -> Iterator[tuple[str, bool]]:
    """Text with its emphasis: what is shown, and whether it is bold. `meant`: which line ends a person set."""
    bold = 0
    opened: list[bool] = []  # tags of HTML that are open: does each make its words bold?
    for token in children:
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "softbreak":
                # A converter breaks the words in a tag where the line is full.
                yield "\n" if next(meant, False) and not opened else " ", bold > 0
            case "hardbreak":
                next(meant, False)
                yield "\n", bold > 0
            case "html_inline" if _BREAK_TAG.match(token.content):
                yield "\n", bold > 0
            case "html_inline" if tag := _TAG.match(token.content):
                if not tag["closes"]:
                    opened.append(is_bold(tag["name"].lower(), tag["rest"]))
                    bold += opened[-1]
                elif opened:
                    bold -= opened.pop()
            case "text" | "code_inline" | "text_special":
                # "PRESENT**:**": marks that CommonMark takes for no emphasis
                yield token.content.replace("**", ""), bold > 0
