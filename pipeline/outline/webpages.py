"""Web pages on which councils print a meeting or one of its items, as their text: items, titles, what is minuted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.kinds import DATED_PAGE, ITEM_OF, ITEM_PAGE, PAGE_HEAD
from pipeline.layout.heads import role_of
from pipeline.layout.paragraphs import paragraphs, piece_of
from pipeline.layout.says import TELLS, is_sentence, says
from pipeline.outline.title_print import clean_title
from pipeline.outline.titles import caps_end
from pipeline.paper import Paragraph, Part, Table

# What web pages of meetings print between an item and its minute (several hundred councils share the software).
_PAGE_WORDS = re.compile(
    r"^\W*(?:share this item|(?:additional|supporting) documents|minutes|items?|media|no\.?\W*items?"
    r"|view (?:the )?(?:background|reasons).*)\W*$",
    re.IGNORECASE,
)
_MINUTES_IN_LINE = re.compile(
    r"(?:^|(?<!\bthe)(?<!\bof)(?<!\s)\s+)Minutes:\s*(?=[^\s–-])"
)  # not "arising from the Minutes:-"
_LABEL = re.compile(r"^\W*(?:minutes|decisions?):\W*$", re.IGNORECASE)
_LAST_MINUTES = re.compile(
    r"(?:\W*\w+){0,6}?\W*\bminutes\b", re.IGNORECASE
)  # "The minutes of the May meeting were read"
_RESOLVED = re.compile(r"\W*(?:that|resolved|agreed|noted)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\bPDF \d+ [KM]B\b")  # behind the title of an item
# What an agenda says about an item behind its title.
_PURPOSE = re.compile(
    r"(?:^|\s+)(?=(?:(?:To|The \w+ (?:is|are) (?:asked|invited|required|requested|recommended) to)\s+"
    r"(?:receive|note|consider|confirm|agree|approve|raise|discuss|review|report|comment|hear|elect|appoint|sign|decide"
    r"|determine|adopt|take)\b|(?:Members|Councillors)\s+(?:are|may|should|must|who|of)\b|Additional documents:"
    r"|Reports?\s+(?:attached|of\s+the)\b|(?:pdf icon )?PDF \d+ [KM]B|Please\s|You\s+(?:are|may|should)\b))"
)
_MEETING_PAGE = re.compile(
    r"^\W*agenda(?:,\s+decisions)?\s+(?:and|&)\s+(?:draft\s+)?(?:minutes|decisions)\W*$", re.IGNORECASE
)
_COUNTED = re.compile(r"\d{1,4}(?:[/.]\d{1,4})?\.?|[A-Z]{1,6}[./]\d{1,4}(?:[./]\d{2,4})?")  # "14/20", "CM.14.20"
# "The Panel is invited to note the paper.": what a report asks, where the item's title is lost.
_ASKED = re.compile(
    r"\W*(?:The|This)\s(?:\w+\s){1,4}(?:is|are)\s(?:asked|invited|required|requested|recommended)\sto\b"
)
TITLE = 14  # words of an item's title without its number
NEAR = 12  # paragraphs below a title of which one tells what was said
HEAD = 3  # words of a column's head
_TOP = 8  # parts of a page that may hold its kind's name


def spread(parts: Sequence[Part]) -> list[Part]:
    """The rows of a page's table of items as paragraphs, where a conversion has put all of its text in one column."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, Table) and _is_lost_table(part):
            lines = [line for row in part.rows[1:] for cell in row for line in cell.lines]
            out.extend(paragraphs(lines))
        else:
            out.append(part)
    return out


def _is_lost_table(table: Table) -> bool:
    head, *rows = table.rows
    named = re.fullmatch(r"\W*no\.?\W*items?\W*", " ".join(cell.text for cell in head), re.IGNORECASE) is not None
    return named and all(sum(bool(cell.text.strip()) for cell in row) <= 1 for row in rows)


def is_page_word(part: Part, after: Part | None = None) -> bool:
    """A word that the page prints between an item and what is minuted about it; "Minutes" above what became of the
    last minutes, `after`, is a title.
    """
    if not isinstance(part, Paragraph) or part.number or _PAGE_WORDS.match(part.text) is None:
        return False
    titled = re.fullmatch(r"minutes", part.text.strip(), re.IGNORECASE) is not None
    return not (titled and isinstance(after, Paragraph) and _LAST_MINUTES.match(after.text) and says(after.text))


def by_item(parts: Sequence[Part]) -> list[Part]:
    """ "Apologies To receive apologies. Minutes: Two were sent." as a heading and what is minuted under it.

    What the agenda says about an item is left out. Empty for papers that do not print their items so.
    """
    minuted = [
        at
        for at, part in enumerate(parts)
        if isinstance(part, Paragraph) and _MINUTES_IN_LINE.search(part.text) is not None
    ]
    page = any(isinstance(part, Paragraph) and _MEETING_PAGE.match(part.text) for part in parts[:_TOP])
    if len(minuted) < (1 if page else 3):
        return []
    out: list[Part] = []
    floor = 0  # what stands above is minuted about the item before
    for at, part in enumerate(parts):
        cut = _MINUTES_IN_LINE.search(part.text) if at in minuted and isinstance(part, Paragraph) else None
        if not isinstance(part, Paragraph) or cut is None:
            papers = isinstance(part, Paragraph) and _DOCUMENT.search(part.text) and not _is_purpose(part)
            out.append(replace(_titled(part), kind="heading") if papers and isinstance(part, Paragraph) else part)
            continue
        title = piece_of(part, 0, cut.start(), number=part.number, printed=part.printed)
        while len(out) > floor and _is_purpose(title) and isinstance(above := out[-1], Paragraph):
            if _RESOLVED.match(above.text):
                break  # minuted about the item before; this one has lost its title
            title = above
            out.pop()
        lost = _RESOLVED.match(title.text) or _ASKED.match(title.text) or _is_lettered_purpose(title)
        if title.text.strip() and not lost and _titled(title).text.strip():
            out.append(replace(_titled(title), kind="heading"))
        out.append(piece_of(part, cut.end(), len(part.text)))
        floor = len(out)
    return out


def _is_lettered_purpose(part: Paragraph) -> bool:
    """ "a) To receive the minutes": a part of what an agenda says, where the item's title is lost."""
    return re.fullmatch(r"\(?[a-z][.)]", part.printed) is not None and _PURPOSE.match(part.text) is not None


def _is_purpose(part: Paragraph) -> bool:
    """Is it what an agenda says about an item, without the item's title before it?"""
    text = part.text.strip()
    opens = not text or text[:1].islower() or (not part.printed and _PURPOSE.match(text) is not None)
    return opens or (is_sentence(text) and _titled(part) is part)


def _titled(part: Paragraph) -> Paragraph:
    """The title that opens it; the part itself where no words of an agenda follow one."""
    purpose = _PURPOSE.search(part.text, 1)
    caps = caps_end(part.text)
    ends = [end for end in (purpose.start() if purpose else 0, caps[0] if caps else 0) if end]
    return piece_of(part, 0, min(ends), number=part.number, printed=part.printed) if ends else part


def asked(parts: Sequence[Part]) -> tuple[list[Part], frozenset[int]]:
    """A page that prints "Minutes:" alone on a line: what stands between an item's title and that is the agenda's.

    With the indexes of the titles: they open items whatever their numbers.
    """
    out = list(parts)
    titles: set[int] = set()
    top = [part.text for part in parts[:_TOP] if isinstance(part, Paragraph)]
    page = next((at for at, text in enumerate(top[:PAGE_HEAD]) if ITEM_PAGE.match(text)), None)
    # A page of one item that has lost its head begins with the item's title and its paper.
    headless = any(_DOCUMENT.search(text) for text in top[:PAGE_HEAD])
    if page is None and not headless and not any(_MEETING_PAGE.match(text) for text in top):
        return out, frozenset()
    title = None if page is None else page + 1
    for at, part in enumerate(parts):
        if not isinstance(part, Paragraph):
            continue
        if _LABEL.match(part.text):
            for n in range(title + 1, at) if title is not None else ():
                words = out[n]
                if isinstance(words, Paragraph) and not ITEM_OF.search(words.text):
                    out[n] = replace(words, kind="agenda")
            if page is None and title is not None:
                titles.add(title)
            title = None
        elif part.kind != "bullet" and _COUNTED.fullmatch(part.printed):
            title = at if part.text.strip() else at + 1
        elif title is None and page is None and part.kind != "bullet" and _DOCUMENT.search(part.text):
            title = at
    return out, frozenset(titles)


def of_item(parts: Sequence[Part]) -> list[Part]:
    """A page of one item: its name, then "Meeting of the Cabinet, 3 May 2025 (Item 7.)"; empty for other papers."""
    top = [part for part in parts[:_TOP] if isinstance(part, Paragraph)]
    named = [at for at, part in enumerate(top) if ITEM_PAGE.match(part.text) and len(top) - at > 2]
    top = top[named[-1] :] if named else top  # above it stand links of the site
    if len(top) < 3 or not ITEM_PAGE.match(top[0].text):
        return []
    number = next((found[1] for part in top[2:] if (found := ITEM_OF.search(part.text))), None)
    title = top[1]
    if number is None:
        dated = DATED_PAGE.match(top[2].text) is not None  # "03/05/2024 - Street trees": when it was decided
        told = dated or _is_minuted(parts) or _is_told(title, parts)
        alone = told and not is_sentence(title.text) and len(title.text.split()) <= TITLE
        return [replace(title, kind="heading") if p is title else p for p in parts if p is not top[0]] if alone else []
    again = re.compile(rf"\W*{number}\.?\s+{re.escape(title.text[:30])}")
    kept = [p for p in parts if not isinstance(p, Paragraph) or not again.match(f"{p.printed} {p.text}")]
    own = next((p for p in top[2:] if p in kept and p.number == number and p.text.strip()), None)
    title, issue = (own, title) if own is not None else (title, None)  # an issue's name stands above the item's own
    head = replace(title, number=number, printed=number, kind="heading")
    return [head if part is title else part for part in kept if part is not top[0] and part is not issue]


def _is_minuted(parts: Sequence[Part]) -> bool:
    return any(isinstance(part, Paragraph) and _LABEL.match(part.text) for part in parts)


def _is_told(title: Paragraph, parts: Sequence[Part]) -> bool:
    """ "Agenda item" once, and a title, which names no column, above what was said."""
    labels = [part for part in parts if isinstance(part, Paragraph) and ITEM_PAGE.match(part.text)]
    below = parts[parts.index(title) + 1 :]
    said = any(isinstance(p, Paragraph) and says(p.text, words=TELLS) for p in below[:NEAR])
    column = len(title.text.split()) <= HEAD and role_of(clean_title(title.text))
    return len(labels) == 1 and not column and said
