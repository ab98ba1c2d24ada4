"""Paper -> Outline: items, numbered minutes, bullets, tables, owners beside them. Says what stands where, not what it means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.columns import Columns, columns_of, row_cells
from pipeline.match import Matcher
from pipeline.numbers import Candidate, Mark, best_series, mark_of
from pipeline.paper import Line, Outline, Paper, Paragraph, Section, SectionKind, Table, lines_of
from pipeline.paragraphs import paragraph_of, paragraphs, unmarked
from pipeline.problem import Problem

Emphasis = Literal["heading", "bold-caps", "caps", "bold", "colon", "plain"]
Part = Paragraph | Table


def outline(paper: Paper, matcher: Matcher) -> Outline:
    """The sections of a paper, in order: its front, attendance, items, action lists, signature."""
    parts, opened = _flatten(paper.flow)
    heads = _headings(parts, opened, matcher, paper)
    problems: list[Problem] = []
    sections: list[Section] = []
    body: list[Part] = []
    kind: SectionKind = "front"
    heading: Paragraph | None = None
    number, title = "", ""
    exempt = False

    def close() -> None:
        nonlocal body
        if heading is not None or body:
            sections.append(Section(kind, number, title, heading, tuple(_numbered(body, number, problems)), "exempt" if exempt else "public"))
        body = []

    for index, part in enumerate(parts):
        head = heads.get(index)
        if head is None:
            body.append(part)
            continue
        close()
        kind, number, title, heading = head.kind, head.number, head.title, head.paragraph
        exempt = (exempt and head.kind == "item" and not matcher.first("heading", title, part="public")) or _exempt(title, matcher)
        if head.rest is not None:
            body.append(head.rest)
    close()
    return Outline(tuple(sections), tuple(problems))


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that opens a section. `rest`: the words after the title on the same line."""

    kind: SectionKind
    number: str
    title: str
    paragraph: Paragraph
    rest: Paragraph | None = None


# -- parts: paragraphs and tables, minutes in columns unrolled ---------------------------------------------------------


@dataclass
class _Unrolled:
    parts: list[Part] = field(default_factory=list)
    opened: set[int] = field(default_factory=set)  # parts that a layout table's item column makes headings


def _flatten(flow: Iterable[Line | Table]) -> tuple[list[Part], set[int]]:
    out = _Unrolled()
    before: Columns | None = None
    for part in paragraphs(flow):
        if isinstance(part, Paragraph):
            last = out.parts[-1] if out.parts else None
            if isinstance(last, Paragraph) and last.printed and not last.text.strip() and not part.printed and len(last.lines) == 1:
                out.parts[-1] = paragraph_of([*last.lines, *part.lines], margin=(*last.margin, *part.margin))  # "1." alone on its line
                continue
            out.parts.extend(_inline_numbers(part))
            continue
        columns = columns_of(part, before)
        if columns.use == "minutes":
            _unroll(part, columns, out)
        else:
            out.parts.append(part)
        before = columns
    return out.parts, out.opened


def _unroll(table: Table, columns: Columns, out: _Unrolled) -> None:
    """Rows of "Item | Notes | Action" as a heading, paragraphs, and owners beside them."""
    for row in table.rows[columns.header :]:
        cells = row_cells(row, columns.roles)
        head = [*cells.get("number", ()), *cells.get("title", ())]
        notes = cells.get("notes") or []
        if not notes and "notes" not in columns.roles:
            notes = [line for cell, role in zip(row, columns.roles, strict=False) if role == "" for line in cell.lines]
        elif columns.roles.count(""):
            notes = [*notes, *(line for cell, role in zip(row, columns.roles, strict=False) if role == "" for line in cell.lines)]
        notes = [*notes, *(line for role in ("status", "date") for line in cells.get(role, ()))]
        owners = [replace(line, role="margin") for line in (*cells.get("action", ()), *cells.get("owner", ()), *cells.get("due", ()))]
        if head and cells.get("title") and any(len(line.text) > 1 for line in cells["title"]):
            if not cells.get("number") and "number" in columns.roles and _goes_on(out, cells["title"]):
                pass  # a title that a page break cut in two
            else:
                if columns.header or "number" in columns.roles or len(columns.roles) > 2:
                    out.opened.add(len(out.parts))
                out.parts.append(_heading_of(head))
        elif head and notes:
            # The number stands in its own column, the title opens the notes.
            title = [notes[0]]
            for line in notes[1:3]:
                if not line.bold or not notes[0].bold or line.gap or mark_of(line.text):
                    break
                title.append(line)
            if len(title[0].text.split()) <= 14 and (len(notes) > len(title) or title[0].bold):
                out.opened.add(len(out.parts))
                out.parts.append(_heading_of([*head, *title]))
                notes = notes[len(title) :]
            else:
                notes = [replace(notes[0], text=f"{' '.join(line.text for line in head)} {notes[0].text}"), *notes[1:]]
        elif head:
            out.parts.append(paragraph_of(head))
        unrolled = paragraphs(_beside(notes, owners))
        if unrolled and not head and (joined := _joined(out.parts, unrolled[0])) is not None:
            out.parts[-1] = joined
            unrolled = unrolled[1:]
        out.parts.extend(unrolled)


def _joined(parts: Sequence[Part], after: Part) -> Paragraph | None:
    """The last paragraph with the one that a table's next page goes on with; None where that one stands for itself."""
    before = parts[-1] if parts else None
    if not isinstance(before, Paragraph) or not isinstance(after, Paragraph) or before.kind == "heading":
        return None
    if after.printed or not after.text[:1].islower() or re.search(r"[.!?:;]\W*$", before.text):
        return None
    starts = tuple(len(before.text) + 1 + start for start in after.starts)
    return replace(
        before, text=f"{before.text} {after.text}", lines=before.lines + after.lines, starts=before.starts + starts, margin=before.margin + after.margin
    )


def _goes_on(out: _Unrolled, title: Sequence[Line]) -> bool:
    """Adds a title's second half to the heading opened last; False where it is a title of its own."""
    if not out.opened or not title[0].text[:1].islower():
        return False
    last = max(out.opened)
    before = out.parts[last]
    assert isinstance(before, Paragraph)
    out.parts[last] = _heading_of([*before.lines, *title])
    return True


def _heading_of(lines: Sequence[Line]) -> Paragraph:
    return paragraph_of([replace(line, gap=False) for line in lines], kind="heading")


def _beside(notes: Sequence[Line], owners: Sequence[Line]) -> list[Line]:
    """Notes with each owner line after the last note line that does not stand below it."""
    if not notes:
        return list(owners)
    if not all(line.box for line in (*notes, *owners)):
        return [*notes, *owners]
    out: list[Line] = []
    waiting = list(owners)
    for place, line in enumerate(notes):
        out.append(line)
        after = notes[place + 1] if place + 1 < len(notes) else None
        while waiting and (after is None or _before(waiting[0], after)):
            out.append(waiting.pop(0))
    return out


def _before(owner: Line, line: Line) -> bool:
    if owner.page != line.page:
        return (owner.page or 0) < (line.page or 0)
    assert owner.box and line.box
    return owner.box[1] < line.box[1] - 2.0


_INLINE = re.compile(r"(?<=[.!?)\w])\s+(?=(\d{1,3})\.(\d{1,2})\s+[A-Z‘“])")


def _inline_numbers(paragraph: Paragraph) -> list[Paragraph]:
    """ "6.1 ... NC 6.2 ...": minutes that a conversion ran together, cut where the next number follows in order."""
    found = re.fullmatch(r"(\d{1,3})\.(\d{1,3})", paragraph.number)
    if not found:
        return [paragraph]
    item, minute = int(found[1]), int(found[2])
    out, start = [], 0
    for cut in _INLINE.finditer(paragraph.text):
        if int(cut[1]) == item and int(cut[2]) == minute + 1:
            out.append(_slice(paragraph, start, cut.start(), number=f"{item}.{minute}"))
            minute += 1
            start = cut.end() + len(cut[1]) + len(cut[2]) + 1
            start += len(paragraph.text[start:]) - len(paragraph.text[start:].lstrip())
    if not out:
        return [paragraph]
    out.append(_slice(paragraph, start, len(paragraph.text), number=f"{item}.{minute}"))
    return out


def _slice(paragraph: Paragraph, start: int, end: int, *, number: str = "", printed: str = "") -> Paragraph:
    """Part of a paragraph, with the lines that it touches."""
    kept = [
        (line, begin - start)
        for line, begin in zip(paragraph.lines, paragraph.starts, strict=True)
        if begin < end and begin + len(line.text) > start
    ] or [(paragraph.lines[0], -start)]
    lines, starts = zip(*kept, strict=True)
    return replace(
        paragraph, text=paragraph.text[start:end], lines=lines, starts=starts, number=number, printed=printed or number,
        margin=paragraph.margin if end == len(paragraph.text) else (),
    )


# -- headings ----------------------------------------------------------------------------------------------------------


def _emphasis(paragraph: Paragraph) -> Emphasis:
    """How a paragraph stands out."""
    text = paragraph.text.strip()
    letters = [c for c in text if c.isalpha()]
    caps = len(letters) > 2 and sum(c.isupper() for c in letters) > 0.85 * len(letters)
    bold = all(line.bold for line in paragraph.lines)
    if any(line.heading for line in paragraph.lines):
        return "heading"
    if caps:
        return "bold-caps" if bold else "caps"
    if bold:
        return "bold"
    return "colon" if text.endswith(":") else "plain"


_WEIGHT: dict[Emphasis, float] = {"heading": 1.2, "bold-caps": 1.0, "caps": 0.9, "bold": 0.8, "colon": 0.3, "plain": 0.0}


def _weight(paragraph: Paragraph, after: Part | None, opened: bool) -> float:
    """How much a numbered paragraph looks like an item's heading: roughly 0 (a sentence) to 3."""
    words = paragraph.text.split()
    weight = 1.0 if len(words) <= 14 else 0.35 if len(words) <= 25 else 0.1
    if not words:
        return 0.05
    weight += _WEIGHT[_emphasis(paragraph)]
    if paragraph.lines[0].bold and len(words) > 14:
        weight += 0.6  # a bold title that runs on into its text
    if opened:
        weight += 1.2
    if paragraph.text.rstrip().endswith((".", ";", ",")) and len(words) > 6:
        weight -= 0.3
    if words[0][:1].islower():
        weight -= 0.5
    if isinstance(after, Paragraph) and after.text and not (after.number and after.number == paragraph.number):
        mark = mark_of(after.lines[0].text)
        if mark is None or len(mark.groups) > 1 or mark.style == "•":
            weight += 0.4  # something is said under it: the agenda printed in front of the minutes has nothing
    return max(weight, 0.05)


def _headings(parts: Sequence[Part], opened: set[int], matcher: Matcher, paper: Paper) -> dict[int, Head]:
    """Which parts open a section."""
    candidates = []
    for index, part in enumerate(parts):
        if isinstance(part, Paragraph) and part.printed and part.kind != "bullet":
            mark = mark_of(part.lines[0].text) or mark_of(f"{part.printed} x")
            if mark is not None and mark.groups:
                after = next((p for p in parts[index + 1 : index + 2]), None)
                candidates.append(Candidate(index, mark, _weight(part, after, index in opened)))
    series = best_series(candidates)
    mean = sum(c.weight for c in series) / len(series) if series else 0.0
    if len(series) < 2 or mean * len(series) < 1.6 or mean < 0.45:
        series = []
    marked = [i for i, p in enumerate(parts) if isinstance(p, Paragraph) and any(line.heading for line in p.lines)]
    plain = not any(c.index in marked for c in series)
    spoken = _unnumbered(parts, opened, matcher) if not series or mean < 0.85 or (plain and len(marked) >= 4) else {}
    if series and len(spoken) >= 3:
        series = []  # numbered paragraphs under headings without numbers
    heads: dict[int, Head] = {}
    front = _front_end(parts)
    for candidate in series:
        paragraph = parts[candidate.index]
        assert isinstance(paragraph, Paragraph)
        heads[candidate.index] = _head(paragraph, candidate.mark.number, matcher)
    heads = {i: replace(h, kind="item") if h.kind == "attendance" and i >= front else h for i, h in heads.items()}
    looks = _common_emphasis([p for c in series if isinstance(p := parts[c.index], Paragraph)])
    first = series[0].index if series else None
    if not series:
        heads.update(_with_item_numbers(spoken, parts))
    for index, part in enumerate(parts):
        if index in heads or not isinstance(part, Paragraph):
            continue
        special = _special(part, matcher, in_front=index < (front if first is None else first), alone=_emphasis(part) != "plain")
        if special is not None:
            heads[index] = special
        elif series and not part.printed and first is not None and index > first and looks and _looks_like(part, looks):
            heads[index] = Head("item", "", _title(part.text), part)
    return heads


def _common_emphasis(headings: Sequence[Paragraph]) -> tuple[Emphasis, float | None, int] | None:
    """The look that the numbered headings share (only where it stands out), to find the ones without a number."""
    if len(headings) < 3:
        return None
    looks = [(_emphasis(p), p.lines[0].size, p.lines[0].heading) for p in headings]
    most = max(set(looks), key=looks.count)
    if looks.count(most) < 0.6 * len(looks) or most[0] in ("plain", "colon"):
        return None
    return most


def _looks_like(part: Paragraph, looks: tuple[Emphasis, float | None, int]) -> bool:
    emphasis, size, level = looks
    if (_emphasis(part), part.lines[0].heading) != (emphasis, level) or len(part.text.split()) > 10 or not part.text[:1].isalpha():
        return False
    if _NO_TITLE.search(part.text):
        return False
    if emphasis == "bold":
        # Bold sub-headings abound inside items; only a larger or equal size with clear space above counts.
        return False
    return size is None or part.lines[0].size is None or part.lines[0].size >= size - 0.3


def _front_end(parts: Sequence[Part]) -> int:
    """Index of the second paragraph of prose: up to there a title block with its attendance list may reach."""
    seen = 0
    for index, part in enumerate(parts):
        if isinstance(part, Paragraph):
            words = part.text.split()
            if len(words) > 11 and sum(w[:1].islower() for w in words) > 0.6 * len(words):
                seen += 1
                if seen == 2:
                    return index
    return len(parts)


_NO_TITLE = re.compile(r"£|^\W*(?:for|against|abstain\w*|yes|no|total\w*|action\w*|decision\w*)\b\W*[\d(]*|^\W*\d", re.IGNORECASE)


def _unnumbered(parts: Sequence[Part], opened: set[int], matcher: Matcher) -> dict[int, Head]:
    """Headings of a paper whose items have no numbers: the look that opens most of its sections."""
    groups: dict[tuple[object, ...], list[int]] = {}
    front = _front_end(parts)
    said = Counter(part.text.casefold() for part in parts if isinstance(part, Paragraph))
    for index, part in enumerate(parts):
        if not isinstance(part, Paragraph) or part.kind == "bullet" or not part.text.strip():
            continue
        special = _special(part, matcher, in_front=index < front, alone=True)
        if special is not None:
            if special.kind == "attendance":
                groups.clear()  # the title block's lines above an attendance list open no items
            continue
        if said[part.text.casefold()] > 2 or _NO_TITLE.search(part.text):
            continue  # "Answer", "For (12)": said again and again, no item's title
        emphasis = _emphasis(part)
        words = part.text.split()
        if index in opened:
            groups.setdefault(("opened",), []).append(index)
        elif emphasis != "plain" and len(words) <= 12 and not part.text.rstrip().endswith((".", ",", ";")) and part.text[:1].isalnum():
            level = min(line.heading for line in part.lines)
            groups.setdefault((emphasis, level), []).append(index)
        elif emphasis == "plain" and _stands_alone(part, parts[index + 1 : index + 2]):
            groups.setdefault(("alone",), []).append(index)
    best: list[int] = []
    best_score = 0.0
    for key, members in groups.items():
        # A heading opens something: members directly followed by another member are lists or title blocks.
        following = [i for i in members if i + 1 < len(parts) and i + 1 not in members]
        score = len(following) * {"opened": 3.0, "heading": 2.0, "bold-caps": 1.4, "caps": 1.3, "bold": 1.0}.get(str(key[0]), 0.5)
        if key[0] == "heading" and isinstance(key[1], int):
            score -= 0.01 * key[1]
            if len(members) < 2:
                continue
        if len(following) >= 2 and score > best_score:
            best, best_score = following, score
    heads = {}
    for index in best:
        part = parts[index]
        assert isinstance(part, Paragraph)
        mark = mark_of(part.lines[0].text)
        counted = index in opened or (mark is not None and mark.style in ("N", "Item N"))
        heads[index] = _head(part if counted else unmarked(part), part.number if counted else "", matcher)
    return heads


_ITEM_LINE = re.compile(r"^\(?\s*(?:agenda\s+)?item(?:\s+no\.?)?\s*(\d{1,3}[A-Za-z]?)\s*\)?\W*$", re.IGNORECASE)


def _with_item_numbers(heads: dict[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """Headings with the number that "(Item 3)" in the line below gives them."""
    out = {}
    for index, head in heads.items():
        after = parts[index + 1] if index + 1 < len(parts) else None
        found = _ITEM_LINE.match(after.lines[0].text) if isinstance(after, Paragraph) and len(after.lines) == 1 else None
        out[index] = replace(head, number=found[1]) if found and not head.number else head
    return out


def _stands_alone(part: Paragraph, after: Sequence[Part]) -> bool:
    """Plain words that read like a heading: short, no full stop, a paragraph of their own, a longer one below."""
    text = part.text.strip()
    return (
        len(part.lines) <= 2
        and 1 <= len(text.split()) <= 9
        and len(text) > 3
        and text[:1].isupper()
        and not re.search(r"[.,;?!]$|\d{4}$|@|\.\.\.|£", text)
        and (part.lines[0].gap or part.lines[0].whole)
        and bool(after)
        and isinstance(after[0], Paragraph)
        and len(after[0].text.split()) >= 12
        and after[0].text[:1].isupper()
    )


def _special(part: Paragraph, matcher: Matcher, *, in_front: bool, alone: bool) -> Head | None:
    """Headings of parts that are no items: attendance labels before the first item, action lists, signatures."""
    text = part.text.strip()
    if len(text) > 400 and not in_front:
        return None
    label = text.split(":")[0] if ":" in text[:60] else text
    if len(label.split()) > 9:
        return None
    found = matcher.first("heading", label.strip(" *"), part="line")
    if found is None:
        return None
    kind = found.get("kind")
    if kind == "attendance" and (not in_front or (part.printed and part.kind != "bullet")):
        return None
    if kind == "action-list" and (not alone or text.rstrip(" :*") != label.rstrip(" *")):
        return None  # "Action: Clerk to write" is an action, no heading
    if kind in ("attendance", "action-list", "matters-arising"):
        return _split_head(part, kind, part.number)  # type: ignore[arg-type]
    return None


def _head(paragraph: Paragraph, number: str, matcher: Matcher) -> Head:
    head = _split_head(paragraph, "item", number)
    found = matcher.first("heading", head.title, part="heading")
    kind = found.get("kind") if found else "item"
    if kind == "attendance" and number:
        kind = "item"  # "1. Present" is an item of business as well; attendance looks into it by its title
    return replace(head, kind=kind)


_TITLE_END = re.compile(r"(?::\s|\s[–—-]{1,2}\s|:$)")


def _split_head(paragraph: Paragraph, kind: SectionKind, number: str) -> Head:
    """Title and the words that run on after it on the same line."""
    text = paragraph.text
    cut = len(text)
    rest_from = cut
    bold_to = _bold_end(paragraph)
    words = text.split()
    if bold_to and bold_to < len(text):
        cut = rest_from = bold_to
    elif len(words) > 12 or (len(words) > 5 and ":" in text):
        ends = _TITLE_END.search(text)
        if ends and len(text[: ends.start()].split()) <= 12 and (":" in ends[0] or len(words) > 18):
            cut, rest_from = ends.start(), ends.end()
    elif kind != "item" and ":" in text:
        ends = re.search(r":\s*", text)
        if ends:
            cut, rest_from = ends.start(), ends.end()
    rest = _slice(paragraph, rest_from, len(text)) if text[rest_from:].strip(" :-–") else None
    if rest is not None:
        rest = replace(rest, number="", printed="", kind="text")
        lead = len(rest.text) - len(rest.text.lstrip(" :-–"))
        rest = replace(rest, text=rest.text[lead:], starts=tuple(s - lead for s in rest.starts))
    heading = paragraph if rest is None else replace(_slice(paragraph, 0, cut), number=number, margin=())
    return Head(kind, number, _title(text[:cut]), replace(heading, kind="heading"), rest)


def _bold_end(paragraph: Paragraph) -> int:
    """Where the bold title ends and plain text begins, by whole lines; 0 where it is all alike."""
    flags = [line.bold for line in paragraph.lines]
    if len(flags) > 1 and flags[0] and not all(flags):
        first_plain = flags.index(False)
        return max(paragraph.starts[first_plain] - 1, 0)
    return 0


def _title(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().rstrip(":").rstrip(" -–—").strip("*_ ")


def _exempt(title: str, matcher: Matcher) -> bool:
    found = matcher.first("heading", title, part="exempt")
    return found is not None


# -- numbers of minutes ------------------------------------------------------------------------------------------------


def _numbered(body: Sequence[Part], item: str, problems: list[Problem]) -> list[Part]:
    """Paragraphs with the numbers of minutes settled; a number that is part of a sentence goes back into it."""
    out: list[Part] = []
    letter = 0
    for part in body:
        if isinstance(part, Paragraph) and part.printed and part.kind != "bullet":
            mark = mark_of(f"{part.printed} x")
            counts = mark is None or mark.style != "A)" or mark.groups == (letter + 1,)
            if mark is not None and mark.style == "A)" and counts:
                letter += 1
            if mark is not None and (not counts or not _is_minute(mark, part, item)):
                part = unmarked(part)
            elif re.search(r"\.\.", part.printed):
                problems.append(
                    Problem("number-slip", f"“{part.printed}” is read as {part.number}.", "info", part.evidence(0, min(len(part.text), 80)))
                )
        out.append(part)
    return out


def _is_minute(mark: Mark, part: Paragraph, item: str) -> bool:
    if mark.style == "N" and mark.groups and (mark.groups[0] >= 100 and part.printed == part.number):
        return False  # "2018 was a good year"
    if "/" in mark.style or "-" in mark.style:
        return re.sub(r"\d+", "N", item) == mark.style  # "14/11 Leave begins" is no minute, "21/045" may be
    if "." in mark.number and (re.match(r"\s*(?:[ap]\.?m\b|%|million|hours)", part.text) or (len(mark.groups) == 3 and not item.startswith(str(mark.groups[0])) and mark.groups[2] > 12)):
        return False  # a time, a rate, a date
    return not (mark.style == "N" and not part.printed.endswith((".", ")", ":")) and part.text[:1].islower())
