"""Lines -> Paragraphs: which printed lines belong together, and which owners stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import quantiles

from pipeline.layout.numbers import ITEM_WORDS, TOLD, Mark, mark_of
from pipeline.paper import Line, Paragraph, ParagraphKind, Table
from pipeline.wording import MONTHS

_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
_BEFORE_NAME = re.compile(r"\b(?:Mrs?|Ms|Dr|Cllrs?|Messrs|Prof|Supt|Sgt|Insp|St)\.$")  # no sentence ends so
_WHICH_OF_TWO = re.compile(r"\([A-Z]\)(?:,|\s[a-z])")  # "... by Councillor Sheed" / "(K) and agreed"
_LABEL = re.compile(r"^(?:[A-Z][\w’'&/-]*(?:\s+[\w’'&/-]+){0,4})\s?:[–—-]?(?:\s|$)")
_ALWAYS = re.compile(
    r"^\W*(?:ACTIONS?|Actions?(?:\s+by)?|RESOLVED|Resolved|AGREED|DECISION|Decision|RECOMMENDED"
    r"|Present|PRESENT|Apologies|APOLOGIES|In attendance|IN ATTENDANCE|Absent|ABSENT"
    r"|(?:Governing Body |Board |Committee |Council )?Clerk(?: to (?:the )?[A-Z]\w+)?(?=:)"
    r"|Moved by|Seconded by|Proposed by|MOVED|SECONDED|CARRIED|Motion|MOTION)\b[^.,;]{0,24}(?::|\s[–-]\s|$)"
    r"|^(?:Resolved|RESOLVED|Agreed|AGREED),\s|^A(?:CTION|ction)\s\d[\w./-]*\s[A-Z]"
    r"|^(?:(?:NOW,?\s)?THEREFORE,?\s)?BE\sIT\s(?:FURTHER\s|HEREBY\s){0,2}RESOLVED\b|^WHEREAS\b|^AND\s(?:FURTHER\s)?(?:BE\sIT|THAT|WHEREAS)\b"
)
# "Apologies had been received from Cllr Box" below a list of those present that no stop ends
_SENT = re.compile(
    r"(?:An\s)?[Aa]polog(?:y|ies)\b[^.;:]{0,60}\s(?:was|were|ha[ds]\sbeen|have\sbeen)\s(?:received|sent|tendered|given)\b"
)
_RESOLVES = re.compile(r"(?:IT\sWAS\s)?RESOLVED\s(?:[Tt]hat|THAT|[Tt]o|TO)\s")
# "Moved by A. Box, Seconded by B. Carr" / "7 in favour" / "Motion Carried": a line each below a motion.
_VERDICT = re.compile(
    r"Moved\sby\s[A-Z].{2,40}[Ss]econded\sby\s[A-Z].{2,30}|\d{1,2}\s(?:in\sfavou?r|opposed|against|abst\w+|ayes?|nays?|noes)\W?"
    r"|(?:All\s(?:ayes?|in\sfavou?r|agreed|voted\saye)[.,;]?\s)?(?:The\s)?Motion\s(?:was\s)?(?:carried|failed|passed|defeated|lost)"
    r"(?:\s(?:\w+|[(\[]?\d{1,2}\s?(?:[–-]|to)\s?\d{1,2}[)\]]?|(?:by|on|with)\s[\w\s-]{3,30})){0,2}\W{0,2}",
    re.IGNORECASE,
)
# "(Item 3)", "(Agenda Item No. 3)": which item of the agenda the title above it is, on a line of its own.
ITEM_LINE = re.compile(rf"\(\s*{ITEM_WORDS}\s*\)\W*", re.IGNORECASE)
NOTHING = re.compile(r"(?:None|NONE|Nil|NIL|N/A|Nothing to report)\.?")  # "Conflict of Interest" / "None"
_NAMES_ITEM = re.compile(r"[A-Z][\w’'/&-]*(?:\s[\w’'/&-]+){0,6}")
# what became of a motion, alone on its line: "CARRIED" / "MINUTES"
_CARRIED = re.compile(r"\W*(?:Motion\s)?(?:carried|defeated|unanimous)(?:\sunanimously)?\W*", re.IGNORECASE)
# "… about the drain. Action 2: MF" closes what stands before it; the line below opens something else.
_CLOSED = re.compile(
    r"(?:^|[.;!?)\s])\W{0,2}(?:ACTION|Action)S?s?\s*(?:[Nn]o\.?\s*)?[\d./]*\s*[:–—-]\s*"
    r"(?:[Tt]he\s+)?[A-Z][\w.’'&-]*(?:[ /,&+]+(?:and\s+)?[A-Z][\w.’'&-]*){0,5}\W{0,2}$"
)
# What a label opens, and no full stop has ended yet.
_TASK = re.compile(r"(?:^|[.;!?)]\s)\W{0,2}(?:ACTION|Action)S?s?(?:\s\d+)?\s?:\s(?:[^.;!?]|[.](?=\S))*$")
_OTHER_BUSINESS = re.compile(r"A\.?O\.?(?:C\.?)?B\.?:?")  # the one title so short
_HYPHEN = re.compile(r"\w[-‐\u00ad]$")
_JOINS = r"and|or|the|a|an|of|to|for|at|by|with|from|that|which"
_SENTENCE_GOES_ON = re.compile(rf"(?:,|\b(?:{_JOINS}|in|on|is|was|be|as|&))$")
# A line that ends before the number it speaks of: "by March" / "14.", "at No." / "8."
_COUNTS = re.compile(rf"\b(?:{'|'.join(MONTHS)}|Nos?\.?|numbers?)$")
_CUT = re.compile(rf"\w\s(?:{_JOINS})$")  # no paragraph ends so
_OPENS_ANEW = re.compile(r"[A-ZÀ-Þ]|\d{2,4}/\d{2,}|\d{6,}")  # a capital, or a file's number


def paragraph_of(lines: Sequence[Line], *, kind: ParagraphKind = "text", margin: Sequence[Line] = ()) -> Paragraph:
    """One paragraph from lines that belong together; its number or bullet is cut off the text."""
    text, starts = _joined(lines)
    mark = mark_of(text)
    if mark is None or mark.length >= len(text) + 1:
        return Paragraph(text, tuple(lines), tuple(starts), margin=tuple(margin), kind=kind)
    if kind == "text" and mark.style == "•":
        kind = "bullet"
    return Paragraph(
        text[mark.length :],
        tuple(lines),
        tuple(start - mark.length for start in starts),
        number=mark.number,
        printed=mark.printed,
        margin=tuple(margin),
        kind=kind,
    )


def _joined(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """The text of lines joined with blanks, and where each begins; a hyphen before a small letter takes no blank."""
    text, starts = "", []
    for line in lines:
        if text and not (_HYPHEN.search(text) and line.text[:1].islower()):
            text += " "
        starts.append(len(text))
        text += line.text
    return text, starts


def unmarked(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its mark back in the text: what looked like a number was part of the sentence."""
    if not paragraph.printed:
        return paragraph
    before = _joined(paragraph.lines)[0][: max(-paragraph.starts[0], 0)]
    mark = before[max(before.rfind(paragraph.printed), 0) :]
    return Paragraph(
        mark + paragraph.text,
        paragraph.lines,
        tuple(start + len(mark) for start in paragraph.starts),
        margin=paragraph.margin,
        kind="text" if paragraph.kind == "bullet" else paragraph.kind,
    )


def paragraphs(flow: Iterable[Line | Table], *, column: Sequence[Line] = ()) -> list[Paragraph | Table]:
    """Body lines joined to paragraphs, tables in their place. Furniture is left out; margin lines go to `margin`.

    Args:
        column: all lines of the column that these stand in, where they are but some of them; they show how wide it is.
    """
    flow = list(flow)
    body = [part for part in flow if isinstance(part, Line) and part.role == "body"]
    full = _full_width(column or body)
    full_text = _full_length(body)
    out: list[Paragraph | Table] = []
    lines: list[Line] = []
    margin: list[Line] = []
    last_mark: Mark | None = None

    number: list[Line] = []

    def close() -> None:
        nonlocal lines, margin, number
        number = lines if len(lines) == 1 and _is_mark(lines[0]) else []
        if lines:
            out.append(paragraph_of(lines, margin=margin))
        elif margin:
            # An owner above every sentence (a column's header, a page's first line) belongs to the last paragraph.
            out.append(Paragraph("", tuple(margin), (0,) * len(margin), margin=tuple(margin)))
        lines, margin = [], []

    for part in flow:
        if isinstance(part, Table):
            close()
            out.append(part)
        elif part.role == "furniture":
            continue
        elif part.role == "margin":
            margin.append(part)
        else:
            if lines and _starts(part, lines, number, full, full_text, last_mark):
                close()
            if not lines:
                last_mark = mark_of(part.text) or last_mark
                if margin and not lines:
                    close()
            lines.append(part)
    close()
    return out


def _full_width(lines: Sequence[Line]) -> float | None:
    """The right edge of full lines: the 90th percentile, None where lines have no boxes."""
    rights = [line.box[2] for line in lines if line.box]
    if len(rights) < 5:
        return None
    return quantiles(rights, n=10)[8]


def _full_length(lines: Sequence[Line]) -> int | None:
    """The length of full lines in a text without boxes that is wrapped by hand, None where it is not."""
    lengths = [len(line.text) for line in lines if not line.box and not line.whole]
    if len(lengths) < 20:
        return None
    tenths = quantiles(lengths, n=10)
    return round(tenths[8]) if 40 < tenths[8] < 140 else None


def _starts(
    line: Line,
    lines: Sequence[Line],
    number: Sequence[Line],
    full: float | None,
    full_text: int | None,
    last_mark: Mark | None,
) -> bool:
    """Does this line open a new paragraph? `number`: the line above `lines` where that holds nothing but a number."""
    last = lines[-1]
    if len(lines) == 1 and _CARRIED.fullmatch(last.text) and line.text[:1].isupper():
        return True
    if len(lines) == 1 and NOTHING.fullmatch(line.text) and _NAMES_ITEM.fullmatch(last.text):
        return True
    if _SENT.match(line.text) and not _SENTENCE_GOES_ON.search(last.text):
        return True
    if ITEM_LINE.fullmatch(line.text) or ITEM_LINE.fullmatch(last.text):
        return True
    if line.whole or last.whole or line.gap or line.heading != last.heading:
        wrapped = full_text is not None and not line.box and len(last.text) >= 0.85 * full_text
        return not _runs_on(last, line, wrapped=wrapped)
    parted = _short_line(last, full) or _ENDS.search(last.text) or _over_page(line, lines)
    if line.bold != last.bold and parted and not _SENTENCE_GOES_ON.search(last.text):
        return True
    if line.lead and _ENDS.search(last.text):
        return True  # a title in bold that runs on into its text
    if line.bold and not last.bold and line.text.isupper() and len(line.text) > 3 and _has_room(last, full):
        return not _SENTENCE_GOES_ON.search(last.text)
    if (len(lines) == 1 or (len(lines) == 2 and _is_mark(lines[0]))) and _is_title(
        [*number, *lines], line, full, full_text
    ):
        return True
    if line.size and last.size and abs(line.size - last.size) > 1.2:
        return True
    mark = mark_of(line.text)
    if mark is not None:
        if mark.style == "A)" and mark.printed.endswith("."):
            # "K. Davies": initials, unless letters have been counting
            return mark.groups == (1,) or (
                last_mark is not None and last_mark.style == "A)" and mark.groups == (last_mark.groups[0] + 1,)
            )
        if mark.style == "•":
            return not (line.text.startswith(("-", "–", "—")) and _SENTENCE_GOES_ON.search(last.text) is not None)
        if mark.style != "N" or mark.printed.endswith((".", ")", ":", "/")):
            return _plausible(mark, last_mark, last)
        if last_mark is None and mark.groups == (1,) and _ENDS.search(last.text) and _OPENS_ANEW.match(line.text[2:]):
            return True  # "1 Main Gate" below "Present: ... and Ann Holt."
        if last_mark is not None and mark.groups and last_mark.groups:
            counts = mark.groups[0] == last_mark.groups[0] + 1
            if counts and (_ENDS.search(last.text) or _short_line(last, full)):
                return True
    if _ALWAYS.match(line.text) or (_VERDICT.fullmatch(line.text) and _short_line(last, full)):
        return True
    if _RESOLVES.match(line.text) and not _SENTENCE_GOES_ON.search(last.text):
        return True
    if line.text[:1].isupper() and len(line.text.split()) > 4 and _CLOSED.search(last.text):
        return True
    if _LABEL.match(line.text) and (_ENDS.search(last.text) or _short_line(last, full)):
        return True
    if line.text[:1].isupper() and _would_fit(line, last, full) and _TASK.search(" ".join(a.text for a in lines[-4:])):
        return True  # "Action: AB to add" / "It was agreed ..."
    if _OTHER_BUSINESS.fullmatch(last.text):
        return True
    if (
        line.text.isupper() != last.text.isupper()
        and len(line.text) > 3
        and len(last.text) > 3
        and not last.text.endswith(",")
    ):
        return last.text.isupper() or _ENDS.search(last.text) is not None or _short_line(last, full)
    return bool(_ENDS.search(last.text)) and _short_line(last, full)


def _over_page(line: Line, lines: Sequence[Line]) -> bool:
    """A new page begins with other print than that of the whole paragraph above, and with a capital."""
    return line.page != lines[-1].page and line.text[:1].isupper() and len({above.bold for above in lines}) == 1


def _is_mark(line: Line) -> bool:
    """A line that holds nothing but a number."""
    mark = mark_of(line.text)
    return mark is not None and bool(mark.groups) and mark.length == len(line.text)


def _is_title(lines: Sequence[Line], after: Line, full: float | None, full_text: int | None) -> bool:
    """A numbered line that ends well before the margin, no sentence, with a new sentence below: an item's title."""
    text, last = _joined(lines)[0], lines[-1]
    mark = mark_of(text)
    if mark is None or not mark.groups or mark.style in ("a)", "i)", "A)") or not _OPENS_ANEW.match(after.text):
        return False
    words = text[mark.length :].split()
    if not 1 <= len(words) <= 9 or _ENDS.search(text) or _SENTENCE_GOES_ON.search(text):
        return False
    if last.box and full is not None:
        return last.box[2] < 0.7 * full
    return len(text) < 0.6 * (full_text or 80)


def _plausible(mark: Mark, last_mark: Mark | None, last: Line) -> bool:
    """A number at a line's start opens a paragraph unless the sentence above plainly runs on into it."""
    if mark.style == TOLD and not _ENDS.search(last.text):
        return last_mark is not None and last_mark.style == TOLD and mark.groups[0] == last_mark.groups[0] + 1
    if _SENTENCE_GOES_ON.search(last.text) or (mark.style.startswith("N") and _COUNTS.search(last.text)):
        if last_mark is None or not last_mark.groups or not mark.groups:
            return False
        steps = [b - a for a, b in zip(last_mark.groups, mark.groups, strict=False)]
        return last_mark.style == mark.style and (steps[-1] == 1 or (steps[0] == 1 and not any(steps[1:])))  # "02/22"
    return mark.groups == () or not 1900 <= max(mark.groups) < 2100 or not mark.printed.endswith(".")


_MARKED = re.compile(r"[*#=~>]{2,}\s")  # "** Finance" opens something, whatever stands above
_NUMBER = re.compile(r"\s*\d{1,3}\s*")  # alone on its line
_ASIDE = re.compile(r"\W*\([^()]+\)\W*")  # "(Report attached)" is whole


def _runs_on(last: Line, line: Line, *, wrapped: bool) -> bool:
    """A sentence that plainly goes on over a page break, or over the blank lines of a double-spaced text."""
    named = _BEFORE_NAME.search(last.text) is not None and len(last.text) > 45
    ended = _ENDS.search(last.text) is not None and not named
    if line.heading != last.heading or ended or _ASIDE.fullmatch(last.text) or _MARKED.match(line.text):
        return False
    if _NUMBER.fullmatch(line.text):
        return False
    mark = mark_of(line.text)
    if line.whole or last.whole:  # a converter made every printed line a paragraph of its own
        parted = mark is not None or line.heading or line.bold or _LABEL.match(line.text)
        return not parted and len(last.text) > 60 and _CUT.search(last.text) is not None
    if len(last.text) > 45 and _WHICH_OF_TWO.match(line.text) and re.search(r"[A-Z][\w’'-]+$", last.text):
        return True
    if mark is not None:
        return _is_year(mark, line) and len(last.text) > 45 and _BEFORE_YEAR.search(last.text) is not None
    if line.bold != last.bold or _LABEL.match(line.text):
        return False
    return (
        named
        or wrapped
        or line.text[:1].islower()
        or (_SENTENCE_GOES_ON.search(last.text) is not None and len(last.text) > 45)
    )


# What a year follows on the next line: "on 3 June" / "2024. As part of", "in the spring of" / "2024."
_BEFORE_YEAR = re.compile(
    rf"(?:\b(?:{'|'.join(MONTHS)}|in|of|for|by|since|from|until|to|and|the|year|during|early|late|spring|summer|autumn|winter)"
    r"|[,(]|\b\d{1,2}(?:st|nd|rd|th))$",
    re.IGNORECASE,
)


def _is_year(mark: Mark, line: Line) -> bool:
    """ "2024. As part of", "2024 be confirmed": the year of a day that the line above ends with."""
    ends = mark.printed.endswith((".", ")")) or line.text[mark.length :][:1].islower()
    return mark.style in ("N", "N)") and ends and 1900 <= mark.groups[0] < 2100


def _short_line(line: Line, full: float | None) -> bool:
    if full is not None and line.box:
        return line.box[2] < full - 0.18 * full
    return len(line.text) < 62


def _has_room(line: Line, full: float | None) -> bool:
    """The line ends far enough from the right edge for another word."""
    return line.box is not None and full is not None and line.box[2] < 0.93 * full


def _would_fit(line: Line, last: Line, full: float | None) -> bool:
    """Nothing but a new paragraph put the line's first word below the line above, which has room for it."""
    if full is None or not line.box or not last.box:
        return False
    first = (len(line.text.split()[0]) + 2) * (line.box[2] - line.box[0]) / len(line.text)
    return last.box[2] + first < full


def piece_of(paragraph: Paragraph, start: int, end: int, *, number: str = "", printed: str = "") -> Paragraph:
    """Part of a paragraph, with the lines that it touches."""
    kept = [
        (line, begin - start)
        for line, begin in zip(paragraph.lines, paragraph.starts, strict=True)
        if begin < end and begin + len(line.text) > start
    ] or [(paragraph.lines[0], -start)]
    lines, starts = zip(*kept, strict=True)
    return replace(
        paragraph,
        text=paragraph.text[start:end],
        lines=lines,
        starts=starts,
        number=number,
        printed=printed or number,
        margin=paragraph.margin if end == len(paragraph.text) else (),
    )
