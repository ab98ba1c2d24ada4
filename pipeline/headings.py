"""Which parts open a section: numbered items, headings without numbers, labels of attendance and action lists."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from pipeline.match import Matcher
from pipeline.numbers import Candidate, best_series, mark_of
from pipeline.paper import Paragraph, Part, SectionKind
from pipeline.paragraphs import piece_of, unmarked

_KINDS: dict[str, SectionKind] = {kind: kind for kind in get_args(SectionKind)}

Emphasis = Literal["heading", "bold-caps", "caps", "bold", "colon", "plain"]


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that opens a section. `rest`: the words after the title on the same line."""

    kind: SectionKind
    number: str
    title: str
    paragraph: Paragraph
    rest: Paragraph | None = None


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


_WEIGHT: dict[Emphasis, float] = {
    "heading": 1.2,
    "bold-caps": 1.0,
    "caps": 0.9,
    "bold": 0.8,
    "colon": 0.3,
    "plain": 0.0,
}


_RESOLUTION = re.compile(
    r"(?:.{0,70}?[:–-]\s*)?(?:be\s+it\s+(?:hereby\s+)?resolved\s+)?that\s|moved\b|(?:be\s+it\s+)?resolved\b",
    re.IGNORECASE,
)


def _is_resolution(part: Paragraph, after: Part | None) -> bool:
    """ "R2025-12 A. Box, B. Carr: That we adopt ...": a resolution's number and movers, no item; on one line or two."""
    if _RESOLUTION.match(part.text):
        return True
    return (
        isinstance(after, Paragraph)
        and re.match(r"\W*(?:that|whereas|be\s+it\s+resolved)\b", after.text, re.IGNORECASE) is not None
        and re.search(r"[A-Z]{1,3}\d|\d[/-]\d", part.printed) is not None
    )


def _weight(paragraph: Paragraph, after: Part | None, opened: bool) -> float:
    """How much a numbered paragraph looks like an item's heading: roughly 0 (a sentence) to 3."""
    words = paragraph.text.split()
    weight = 1.0 if len(words) <= 14 else 0.35 if len(words) <= 25 else 0.1
    if not words:
        return 0.05
    if _is_resolution(paragraph, after):
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


def headings(parts: Sequence[Part], opened: set[int], matcher: Matcher) -> dict[int, Head]:
    """Which parts open a section: index of the part -> its head.

    Args:
        opened: indexes of the parts that a layout makes headings (see unroll.flatten).
    """
    candidates = []
    for index, part in enumerate(parts):
        if isinstance(part, Paragraph) and part.printed and part.kind != "bullet":
            mark = mark_of(part.lines[0].text) or mark_of(f"{part.printed} x")
            if mark is not None and mark.groups:
                after = next((p for p in parts[index + 1 : index + 2]), None)
                candidates.append(Candidate(index, mark, _weight(part, after, index in opened)))
    series = best_series(candidates)
    mean = sum(c.weight for c in series) / len(series) if series else 0.0
    if mean < 0.85 and (bold := best_series([c for c in candidates if c.weight >= 1.5])) and len(bold) >= 3:
        # Long numbered paragraphs outcount the headings above them: "283. Apologies" before "1. The Leader said".
        series, mean = bold, sum(c.weight for c in bold) / len(bold)
    if len(series) < 2 or mean * len(series) < 1.6 or mean < 0.45:
        series = []
    marked = [i for i, p in enumerate(parts) if isinstance(p, Paragraph) and any(line.heading for line in p.lines)]
    plain = not any(c.index in marked for c in series)
    spoken = _unnumbered(parts, opened, matcher) if not series or mean < 0.85 or (plain and len(marked) >= 4) else {}
    if len(opened) >= 3 and sum(c.index in opened for c in series) < len(opened) / 2:
        series, spoken = [], _unnumbered(parts, opened, matcher)  # the layout itself says what is an item
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
        special = _special(
            part, matcher, in_front=index < (front if first is None else first), alone=_emphasis(part) != "plain"
        )
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
    if (
        (_emphasis(part), part.lines[0].heading) != (emphasis, level)
        or len(part.text.split()) > 10
        or not part.text[:1].isalpha()
    ):
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
        if isinstance(part, Paragraph) and is_prose(part):
            seen += 1
            if seen == 2:
                return index
    return len(parts)


def is_prose(part: Paragraph) -> bool:
    """Sentences, not a list of names or a title: most words begin small."""
    words = part.text.split()
    return len(words) > 11 and sum(w[:1].islower() for w in words) > 0.6 * len(words)


# Words that stand alone on a line like a heading and open no item of business.
_NO_TITLE = re.compile(
    r"£|^\W*\d|^\W*(?:for|against|abstain\w*|yes|no|total\w*|action\w*|voting)\b\W*[\d(]*|"
    r"^\W*(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?"
    r"(?:resolved|agreed|recommended|decided|carried|noted|decisions?|resolutions?|recommendations?)\b|"
    r"^\W*(?:reasons?\b|alternative\b|options\s+considered|other\s+options|key\s+points)|"
    r"^\W*(?:members|the\s+\w+)\s+(?:raised|made|noted|asked)\b|"
    r"^\W*(?:chair(?:man|person)?|mayor|cathaoirleach|convener|president|clerk|secretary|signed|dated?)\W*$|"
    r"\bmeeting\s+(?:was\s+)?(?:concluded|closed|ended|rose|finished|adjourned)\b",
    re.IGNORECASE,
)


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
        if _is_resolution(part, parts[index + 1] if index + 1 < len(parts) else None):
            continue
        if said[part.text.casefold()] > 2 or _NO_TITLE.search(part.text):
            continue  # "Answer", "For (12)": said again and again, no item's title
        emphasis = _emphasis(part)
        words = part.text.split()
        if index in opened:
            groups.setdefault(("opened",), []).append(index)
        elif (
            emphasis != "plain"
            and len(words) <= 12
            and not part.text.rstrip().endswith((".", ",", ";"))
            and part.text[:1].isalnum()
        ):
            level = min(line.heading for line in part.lines)
            groups.setdefault((emphasis, level), []).append(index)
        elif emphasis == "plain" and _CAPS_RUN.match(part.text):
            groups.setdefault(("caps-run",), []).append(index)
        elif emphasis == "plain" and _stands_alone(part, parts[index + 1 : index + 2]):
            groups.setdefault(("alone",), []).append(index)
    best: list[int] = []
    best_score = 0.0
    for key, members in groups.items():
        # A heading opens something: members directly followed by another member are lists or title blocks.
        following = [i for i in members if i + 1 < len(parts) and i + 1 not in members]
        score = len(following) * {"opened": 3.0, "heading": 2.0, "bold-caps": 1.4, "caps": 1.3, "bold": 1.0}.get(
            str(key[0]), 0.5
        )
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
    """Headings with the number that "(Item 3)" in the line below gives them, or the paragraph below that counts on."""
    below: dict[int, str] = {}
    counts: list[int] = []
    for index, head in heads.items():
        after = parts[index + 1] if index + 1 < len(parts) else None
        if not isinstance(after, Paragraph) or head.number:
            continue
        if len(after.lines) == 1 and (found := _ITEM_LINE.match(after.lines[0].text)):
            below[index] = found[1]
        elif after.printed and after.number.isdigit():
            below[index] = after.number
            counts.append(int(after.number))
    rising = len(counts) >= 3 and all(a < b for a, b in itertools.pairwise(counts))
    if counts and not rising:
        below = {i: n for i, n in below.items() if _ITEM_LINE.match(_first_line(parts[i + 1]))}
    return {i: replace(head, number=below.get(i, head.number)) for i, head in heads.items()}


def _first_line(part: Part) -> str:
    return part.lines[0].text if part.lines else ""


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
    kind = _KINDS.get(found.get("kind"), "item")
    if kind == "attendance" and (not in_front or (part.printed and part.kind != "bullet")):
        return None
    if kind == "action-list" and (not alone or text.rstrip(" :*") != label.rstrip(" *")):
        return None  # "Action: Clerk to write" is an action, no heading
    if kind in ("attendance", "action-list", "matters-arising"):
        return _split_head(part, kind, part.number)
    return None


def _head(paragraph: Paragraph, number: str, matcher: Matcher) -> Head:
    head = _split_head(paragraph, "item", number)
    found = matcher.first("heading", head.title, part="heading")
    kind: SectionKind = _KINDS.get(found.get("kind"), "item") if found else "item"
    if kind == "attendance" and number:
        kind = "item"  # "1. Present" is an item of business as well; attendance looks into it by its title
    return replace(head, kind=kind)


_CAPS_RUN = re.compile(r"((?:[A-Z][A-Z’'&/-]*\s+){0,5}[A-Z][A-Z’'&/-]{3,})([.:]?)\s+(?=[a-z]|[A-Z][a-z]*\s+[a-z])")
_RUN_IN = re.compile(
    r"([A-Z][\w’'&/-]*(?:\s+[\w’'&/-]+){0,4})\.\s+(?=[A-Z“‘].{25})"
)  # "Finance. It was agreed to pay ..."
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
        if ends is None and (run_in := _RUN_IN.match(text)):
            cut, rest_from = run_in.end(1), run_in.end()
        if ends and len(text[: ends.start()].split()) <= 12 and (":" in ends[0] or len(words) > 18):
            cut, rest_from = ends.start(), ends.end()
    elif caps := _CAPS_RUN.match(text):
        # "FINANCE. A cheque ..." is cut at the stop; in "THE MINUTES were read" the sentence keeps its subject
        cut, rest_from = caps.end(1), caps.end() if caps[2] else 0
    elif run_in := _RUN_IN.match(text):
        cut, rest_from = run_in.end(1), run_in.end()
    elif kind != "item" and ":" in text:
        ends = re.search(r":\s*", text)
        if ends:
            cut, rest_from = ends.start(), ends.end()
    rest = piece_of(paragraph, rest_from, len(text)) if cut < len(text) and text[rest_from:].strip(" :-–") else None
    if rest is not None:
        rest = replace(rest, number="", printed="", kind="text")
        lead = len(rest.text) - len(rest.text.lstrip(" :-–"))
        rest = replace(rest, text=rest.text[lead:], starts=tuple(s - lead for s in rest.starts))
    heading = paragraph if rest is None else replace(piece_of(paragraph, 0, cut), number=number, margin=())
    return Head(kind, number, _title(text[:cut]), replace(heading, kind="heading"), rest)


def _bold_end(paragraph: Paragraph) -> int:
    """Where the bold title ends and plain text begins, by whole lines; 0 where it is all alike."""
    flags = [line.bold for line in paragraph.lines]
    if len(flags) > 1 and flags[0] and not all(flags):
        first_plain = flags.index(False)
        return max(paragraph.starts[first_plain] - 1, 0)
    return 0


_FILE_SIZE = re.compile(r"\s*(?:pdf\s+icon\s*)?\(?(?:pdf|docx?|xlsx?),?\s+\d[\d.,]*\s*[km]b\)?\s*$", re.IGNORECASE)


def _title(text: str) -> str:
    text = _FILE_SIZE.sub("", re.sub(r"\s+", " ", text).strip())
    return text.rstrip(":").rstrip(" -–—").strip("*_ ")
