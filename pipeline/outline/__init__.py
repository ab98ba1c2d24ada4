"""Paper -> Outline: items, numbered minutes, bullets, tables, owners beside them: what stands where, unread."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pipeline.layout.numbers import TOLD, Mark, mark_of
from pipeline.layout.paragraphs import unmarked
from pipeline.layout.sentences import sentences
from pipeline.outline.headings import headings
from pipeline.outline.known import HOLDS_ITEMS, is_prose
from pipeline.outline.unroll import flatten
from pipeline.paper import Line, Outline, Paper, Paragraph, Part, Section, SectionKind
from pipeline.problem import Problem
from pipeline.rules import RuleKind
from pipeline.rules.match import Matcher

_COUNTED = "action-label-number"
_BOX = "action-label-box"  # in a list of who came it shows who did
SEVERAL = 4  # sentences of a paragraph that tells more than who came; bullets that do
TELLING = 4  # words in small letters of a bullet that tells something
GAP = 3  # numbers of minutes from one that is read to the next
FEW = 0.5  # share of headings with words in the margin


def outline(paper: Paper, matcher: Matcher) -> Outline:
    """The sections of a paper, in order: its front, attendance, items, action lists, signature."""
    parts, opened = flatten(paper.flow)
    heads = headings(parts, opened, matcher, agenda=paper.kind == "agenda")
    beside = sum(bool(head.paragraph.margin) for head in heads.values())
    # Beside most headings stands who leads the item; beside a few, or under "Action", whose task it is.
    headed = any(_is_head(line, matcher) for part in parts if isinstance(part, Paragraph) for line in part.margin)
    owned = paper.kind in ("minutes", "other", "information-sheet") and (headed or beside < FEW * len(heads))
    problems: list[Problem] = []
    sections: list[Section] = []
    body: list[Part] = []
    kind: SectionKind = "front"
    heading: Paragraph | None = None
    number, title = "", ""
    exempt = False
    running = _running(parts)

    def close() -> None:
        nonlocal body, heading
        if heading is not None and heading.margin and owned:
            heading, body = replace(heading, margin=()), _owned(body, heading)
        visibility: Literal["public", "exempt"] = "exempt" if exempt else "public"
        listed = kind == "attendance"
        said = _said_from(body, matcher, listed=listed) if kind in ("front", "attendance") else len(body)
        if heading is not None or body[:said]:
            numbered = tuple(_numbered(body[:said], number, running, problems))
            sections.append(Section(kind, number, title, heading, numbered, visibility))
        if body[said:]:
            sections.append(
                Section("item", body=tuple(_numbered(body[said:], "", running, problems)), visibility=visibility)
            )
        body = []

    for index, part in enumerate(parts):
        head = heads.get(index)
        if head is None:
            body.append(part)
            continue
        close()
        kind, number, title, heading = head.kind, head.number, head.title, head.paragraph
        exempt = (exempt and head.kind == "item" and not matcher.first("heading", title, part="public")) or _exempt(
            title, matcher
        )
        if head.rest is not None:
            body.append(head.rest)
    close()
    return Outline(tuple(sections), tuple(problems))


def _is_head(line: Line, matcher: Matcher) -> bool:
    return matcher.first("action", line.text, part="margin") is not None


def _owned(body: Sequence[Part], heading: Paragraph) -> list[Part]:
    """The paragraphs of a section with the owners that stand level with its heading: beside the last before others."""
    out = list(body)
    last = None
    for at, part in enumerate(out):
        if not isinstance(part, Paragraph) or part.margin:
            break
        last = at if part.kind != "heading" else last
    if last is None:  # the first has owners of its own: these come before them
        last = next((at for at, part in enumerate(out) if isinstance(part, Paragraph)), None)
    if last is not None and isinstance(part := out[last], Paragraph):
        out[last] = replace(part, margin=(*heading.margin, *part.margin))
    return out


_WHO_CAME = re.compile(
    r"\b(?:apolog\w+|present|attend\w+|absent|absence|chair\w*|joined|regrets|held\s+(?:on|at|in)|members\s+of\s+the\s+public)\b",
    re.IGNORECASE,
)


def _said_from(body: Sequence[Part], matcher: Matcher, *, listed: bool) -> int:
    """Where a title block or attendance list without a heading after it turns into what was said.

    Two paragraphs of prose tell that it does, or one that decides; in a list (`listed`) a heading of the format that
    only holds the items, or what opens a task or a list of tasks.
    """
    top = 0 if listed else _title_at(body)  # a site's summary stands above it
    said = [
        i
        for i, part in enumerate(body)
        if i >= top
        and isinstance(part, Paragraph)
        and is_prose(part)
        and (_is_long(part) or not _WHO_CAME.search(part.text))
    ]
    sure = len(said) >= 2 or any(
        _is_long(part) or (listed and matcher.first("decision", part.text, part="text") is not None)
        for i in said
        if isinstance(part := body[i], Paragraph)
    )
    told = said[0] if sure else len(body)
    while 0 < told < len(body) and isinstance(above := body[told - 1], Paragraph) and above.text.rstrip().endswith(":"):
        told -= 1  # "The following were actions:" opens what is said below it
    for index, part in enumerate(body[:told] if listed else ()):
        if isinstance(part, Paragraph) and part.lines[0].heading and HOLDS_ITEMS.fullmatch(part.text):
            return index
        if isinstance(part, Paragraph) and (
            _sets_tasks(part, body[index + 1 : index + 2], matcher) or _tells(part, matcher)
        ):
            return index
    return min(told, _notes_from(body)) if listed else told


_KINDS: tuple[RuleKind, ...] = ("decision", "action")
_TITLE = re.compile(r"\W*(?:draft\s+)?minutes\s+of\s+(?:the|a|an)\b.{0,80}\bmeeting\b.{0,60}", re.IGNORECASE)


def _title_at(body: Sequence[Part]) -> int:
    """Index of a paper's own title in what stands above its first item, 0 where none does."""
    lines = (at for at, part in enumerate(body) if isinstance(part, Paragraph) and _TITLE.fullmatch(part.text))
    return next(lines, 0)


_SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}\b")


def _notes_from(body: Sequence[Part]) -> int:
    """Where bullets begin that tell what was said, below a list of people that has none: a meeting's short notes."""
    at = next((i for i, part in enumerate(body) if isinstance(part, Paragraph) and part.kind == "bullet"), len(body))
    bullets = [part for part in body[at:] if isinstance(part, Paragraph) and part.kind == "bullet"]
    tell = sum(len(_SMALL.findall(part.text)) >= TELLING for part in bullets)
    return at if len(bullets) >= SEVERAL and tell * 3 >= len(bullets) * 2 else len(body)


def _is_long(part: Paragraph) -> bool:
    """So many sentences that somebody's coming is a small part of what they say."""
    return len(sentences(part.text)) >= SEVERAL


def _tells(part: Paragraph, matcher: Matcher) -> bool:
    """A short sentence of what was decided or promised: "The minutes were read and approved."."""
    text = part.text.strip()
    if part.kind == "bullet" or text[-1:] != "." or len(_SMALL.findall(text)) < TELLING or _WHO_CAME.search(text):
        return False
    return any(matcher.first(kind, text, part="text") is not None for kind in _KINDS)


def _sets_tasks(part: Paragraph, after: Sequence[Part], matcher: Matcher) -> bool:
    """ "ACTION AB: ...", or "Actions" above bullets; "Action 1.0 Welcome" is a column's head and an item."""
    label = matcher.first("action", part.text, part="label")
    if label is not None and label.start:  # "The gate leans. ACTION: Clerk"
        return not label.get("list") and len(_SMALL.findall(part.text[: label.start])) >= TELLING
    if label is None or label.rule.id in (_COUNTED, _BOX):
        return False
    return not label.get("list") or any(isinstance(below, Paragraph) and below.kind == "bullet" for below in after)


def _exempt(title: str, matcher: Matcher) -> bool:
    found = matcher.first("heading", title, part="exempt")
    return found is not None


# -- numbers of minutes ------------------------------------------------------------------------------------------------


def _running(parts: Sequence[Part]) -> frozenset[str]:
    """The styles, "N/N", of numbers that count the minutes through the whole paper: 19/5 below item 1, 19/6 below 2."""
    counted: dict[str, list[tuple[int, ...]]] = {}
    for part in parts:
        mark = mark_of(f"{part.printed} x") if isinstance(part, Paragraph) and part.printed else None
        if mark is not None and "/" in mark.style and len(mark.groups) == 2:
            counted.setdefault(mark.style, []).append(mark.groups)
    return frozenset(style for style, numbers in counted.items() if len(numbers) >= SEVERAL and _counts(numbers))


def _counts(numbers: Sequence[tuple[int, ...]]) -> bool:
    """One of two numbers stays, the year, while the other rises by little at a time."""
    rises = [sorted((b[0] - a[0], b[1] - a[1])) for a, b in itertools.pairwise(numbers)]
    return all(low == 0 and 0 < high <= GAP for low, high in rises)


def _numbered(body: Sequence[Part], item: str, running: frozenset[str], problems: list[Problem]) -> list[Part]:
    """Paragraphs with the numbers of minutes settled; a number that is part of a sentence goes back into it."""
    out: list[Part] = []
    letter = 0
    for part in body:
        if isinstance(part, Paragraph) and part.printed and part.kind != "bullet":
            mark = mark_of(f"{part.printed} x")
            counts = mark is None or mark.style not in ("A)", "I.") or mark.groups == (letter + 1,)
            if mark is not None and mark.style in ("A)", "I.") and counts:
                letter += 1
            if mark is not None and (not counts or not (mark.style in running or _is_minute(mark, part, item))):
                part = unmarked(part)
            elif re.search(r"\.\.", part.printed):
                problems.append(
                    Problem(
                        "number-slip",
                        f"The number is printed “{part.printed}”; it is read as {part.number}.",
                        "info",
                        part.evidence(0, min(len(part.text), 80)),
                    )
                )
        out.append(part)
    return out


def _is_minute(mark: Mark, part: Paragraph, item: str) -> bool:
    if mark.style == TOLD:
        return False  # "No. 4 Mill Lane"
    if mark.style == "N" and mark.groups and (mark.groups[0] >= 100 and part.printed == part.number):
        return False  # "2018 was a good year"
    if "/" in mark.style or "-" in mark.style:
        if mark.style == "N-N" and item == str(mark.groups[0]):
            return True  # "5-2" below item 5
        return re.sub(r"\d+", "N", item) == mark.style  # "14/11 Leave begins" is no minute, "21/045" may be
    if "." in mark.number and (
        re.match(r"\s*(?:[ap]\.?m\b|%|million|hours)", part.text)
        or (len(mark.groups) == 3 and not item.startswith(str(mark.groups[0])) and mark.groups[2] > 12)
    ):
        return False  # a time, a rate, a date
    return not (mark.style == "N" and not part.printed.endswith((".", ")", ":")) and part.text[:1].islower())
