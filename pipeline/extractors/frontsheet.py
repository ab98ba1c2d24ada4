"""What a paper says about itself.

An agenda's items with officer and pages, a front sheet's labels, a consultation's questions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extractors.names import is_person
from pipeline.extractors.places import minute_number
from pipeline.found import FoundQuestion
from pipeline.paper import Evidence, Line, Outline, Paper, Paragraph, Section, Table, fold, lines_of
from pipeline.record import Answer
from pipeline.rules.match import Matcher

_PAGES = re.compile(r"\(?\s*\b(?:pages?|pp?\.?)\s*(\d{1,4})(?:\s*(?:[-–—]|to)\s*(\d{1,4}))?\s*\)?\s*$", re.IGNORECASE)
_CAPS_THEN_NAME = re.compile(
    r"^(?P<title>[^a-z]{3,}?)\s+(?P<officer>(?:[A-Z][a-zà-ÿ’'-]+\s+)+(?:Mc|Mac|O[’'])?[A-Z][a-zà-ÿ’'-]+)\s*$"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+?\d{1,3}[\s-])?\(?0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b")
_CONTACT = re.compile(r"\b(?:contact|clerk to|democratic services|enquiries)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:Do|Does|Would|Will|Is|Are|Have|Has|Should|What|Which|How|Why|Please\s+(?:add|provide|indicate|let|explain|tell|give|comment))\b"
)
_ANSWER = re.compile(r"^\W*(?:Yes|No|Not\s+sure|Don[’']t\s+know|Agree|Disagree|Strongly\s+(?:agree|disagree))\W*$")
QUOTE = 160  # characters of a long minute that its evidence quotes


@dataclass(frozen=True, slots=True)
class FoundMinute:
    """A paragraph of an item; `evidence` quotes the beginning of a long one."""

    number: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item of business. `sub` says that it is a heading inside a paper that has no items (a report's section)."""

    number: str
    title: str
    evidence: Evidence
    officer: str | None = None
    pages: tuple[int, int] | None = None
    exempt: bool = False
    minutes: tuple[FoundMinute, ...] = ()
    sub: bool = False


def find_items(paper: Paper, outline: Outline, matcher: Matcher) -> Iterator[FoundItem]:
    """Items of an agenda or of minutes; for other papers their headings, with `sub` set."""
    sub = paper.kind not in ("agenda", "minutes")
    levels = {_level(section) for section in outline.sections if section.kind in ("item", "matters-arising")}
    for section in outline.sections:
        if section.heading is None or section.kind in ("front", "attendance", "signature", "back"):
            continue
        if section.kind == "action-list" and not section.number and not _is_business(section, levels, outline):
            continue
        title, officer, pages = section.title, None, None
        if paper.kind == "agenda":
            title, officer, pages = _agenda_line(section)
        if not title:
            continue
        yield FoundItem(
            number=section.number,
            title=title,
            evidence=section.heading.evidence(rule="outline"),
            officer=officer,
            pages=pages,
            exempt=section.visibility == "exempt",
            minutes=() if sub else tuple(_minutes(section)),
            sub=sub,
        )


# "Old action items", "Actions from 8th May meeting": what became of earlier tasks is business of a meeting.
_LOOKS_BACK = re.compile(
    r"\b(?:old|past|previous|last|open|outstanding|updates?|progress|status|review|from\s+(?!this\b|today)[^.]{0,30}\bmeeting)\b",
    re.IGNORECASE,
)


def _is_business(section: Section, levels: Collection[int], outline: Outline) -> bool:
    """Is a list of actions with no number an item: one that looks back, headed by the format as high as items are?

    One that stands below several items is a part of each.
    """
    once = sum(other.title.casefold() == section.title.casefold() for other in outline.sections) == 1
    return once and 0 < _level(section) <= max(levels, default=0) and _LOOKS_BACK.search(section.title) is not None


def _level(section: Section) -> int:
    """The level that the format gives to a section's heading, 0 where it gives none."""
    return section.heading.lines[0].heading if section.heading is not None else 0


def _minutes(section: Section) -> Iterator[FoundMinute]:
    for paragraph in section.paragraphs:
        if paragraph.text.strip():
            yield FoundMinute(
                minute_number(section.number, paragraph) if paragraph.number else "",
                fold(paragraph.text),
                paragraph.evidence(0, _cut(paragraph.text), rule="outline"),
            )


def _cut(text: str) -> int:
    if len(text) <= QUOTE:
        return len(text)
    return max(text.rfind(" ", 0, QUOTE), QUOTE // 2)


def _agenda_line(section: Section) -> tuple[str, str | None, tuple[int, int] | None]:
    """ "WORKS (Pages 9 - 12) Ann Box" taken apart; officer and pages may stand in lines of their own below."""
    title, officer, pages = section.title, None, None
    if found := re.match(r"^(.*?)\s*(\(\s*pages?[^)]*\))\s*(.*)$", title, re.IGNORECASE):
        pages = _pages(found[2])
        rest = found[3].strip()
        title = found[1] if not rest or is_person(rest) else f"{found[1]} {rest}"
        officer = rest if rest and is_person(rest) else None
    elif found := _PAGES.search(title):
        title, pages = title[: found.start()].strip(), _pages(found[0])
    if officer is None and (split := _CAPS_THEN_NAME.match(title)) and is_person(split["officer"]):
        title, officer = split["title"], split["officer"]
    for part in section.body:
        if not isinstance(part, Paragraph):
            continue
        for line in (*part.lines, *part.margin):
            words = line.text.strip()
            if pages is None and (found := re.fullmatch(r"\(?\s*pages?\s.*?\)?", words, re.IGNORECASE)):
                pages = _pages(words)
            elif (
                officer is None
                and len(words.split()) <= 4
                and (line.role == "margin" or len(part.lines) == 1)
                and is_person(words)
            ):
                officer = words
    if section.heading is not None:
        for line in section.heading.margin:
            if officer is None and is_person(line.text):
                officer = line.text
    return fold(title).rstrip(" -–:"), officer, pages


def _pages(words: str) -> tuple[int, int] | None:
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if not numbers:
        return None
    return (numbers[0], numbers[-1]) if numbers[0] <= numbers[-1] else None


# -- front sheets ------------------------------------------------------------------------------------------------------


def find_metadata(paper: Paper, outline: Outline, matcher: Matcher) -> dict[str, str]:
    """Label -> value, verbatim, of a front sheet; for an agenda whom to contact."""
    if paper.kind == "agenda":
        return _contact(paper)
    if paper.kind not in ("report", "information-sheet", "consultation", "other"):
        return {}
    out: dict[str, str] = {}
    for part in paper.flow:
        if isinstance(part, Table) and len(part.rows[0]) == 2 and (len(out) < 3 or len(part.rows) <= 16):
            rows = [(fold(row[0].text).rstrip(": "), fold(row[1].text)) for row in part.rows]
            labels = [label for label, _ in rows if label]
            if (
                all(len(label) <= 60 and not re.search(r"\d{3}", label) for label in labels)
                and sum(bool(value) for _, value in rows) >= 2
                and any(matcher.first("label", f"{label}:") for label, _ in rows)
            ):
                out.update({label: value for label, value in rows if label and value and label not in out})
    lines = [line for line in lines_of(tuple(p for p in paper.flow if isinstance(p, Line))) if line.role == "body"]
    out.update({label: value for label, value in _labelled(lines, matcher).items() if label not in out})
    return out


def _labelled(lines: Sequence[Line], matcher: Matcher) -> dict[str, str]:
    """Labels in running lines; a label may wrap ("Background / Documents") and its value may stand below."""
    out: dict[str, str] = {}
    label: str | None = None
    value: list[str] = []
    runs = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        text = line.text.strip()
        found, used = matcher.first("label", text), 1
        if found is None and at + 1 < len(lines) and 0 < len(text.split()) <= 2:
            joined = f"{text} {lines[at + 1].text.strip()}"
            if (wrapped := matcher.first("label", joined)) is not None and len(wrapped.get("label")) > len(text):
                found, used, text = wrapped, 2, joined
        if found is not None:
            _keep(out, label, value)
            label, value, runs = (
                fold(found.get("label")),
                [found.get("value").strip()] if found.get("value").strip() else [],
                0,
            )
        elif label is not None and text:
            runs += 1
            if (value and line.gap) or runs > 4 or len(text) > 160:
                _keep(out, label, value)
                label, value = None, []
            else:
                value.append(text)
        at += used
    _keep(out, label, value)
    return out


def _keep(out: dict[str, str], label: str | None, value: Sequence[str]) -> None:
    if label is not None and value and label not in out:
        out[label] = fold(" ".join(value))


def _contact(paper: Paper) -> dict[str, str]:
    lines = [line.text.strip() for line in lines_of(paper.flow) if line.text.strip()]
    out: dict[str, str] = {}
    for at, text in enumerate(lines):
        if "E-mail" not in out and (found := _EMAIL.search(text)):
            out["E-mail"] = found[0]
        if "Telephone" not in out and (found := _PHONE.search(text)):
            out["Telephone"] = found[0].strip()
        if "Contact" not in out and _CONTACT.search(text):
            for near in lines[at : at + 3]:
                name = re.split(r",|\s[–-]\s|\(", near)[0].strip().removeprefix("Contact:").strip()
                if len(near) < 90 and is_person(name):
                    out["Contact"] = near
                    break
    return {key: out[key] for key in ("Contact", "Telephone", "E-mail") if key in out}


# -- consultations -----------------------------------------------------------------------------------------------------


def find_questions(paper: Paper, outline: Outline) -> Iterator[FoundQuestion]:
    """Questions of a consultation: yes-no where Yes and No stand below, else free text."""
    if paper.kind != "consultation":
        return
    parts = [(section, part) for section in outline.sections for part in section.body if isinstance(part, Paragraph)]
    texts = [fold(part.text) for _, part in parts]
    for at, (section, part) in enumerate(parts):
        text = texts[at]
        asks = _ASKS.match(text) is not None and (text.startswith("Please") or "?" in text)
        below = next((t for t in texts[at + 1 :] if t), "")
        answered = _ANSWER.match(below) is not None or re.match(r"\W*Yes\W+No\W*$", below) is not None
        if _ANSWER.match(text) or not (asks or (answered and len(text.split()) > 4)):
            continue
        answer: Answer = "yes-no" if answered else "free-text"
        yield FoundQuestion(text, answer, section.title or None, part.evidence(rule="consultation-question"))
