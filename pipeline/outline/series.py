"""Which of a paper's numbered paragraphs count its items: those of one style that rise by one and look like titles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.layout.numbers import TOLD, Candidate, Mark, best_series, in_turn, mark_of
from pipeline.layout.says import TELLS, is_sentence, says
from pipeline.outline.inner import InnerList
from pipeline.outline.known import NO_TITLE, is_prose, is_resolution
from pipeline.outline.title_print import lead_end
from pipeline.outline.titles import Emphasis, emphasis, title_end
from pipeline.paper import Paragraph, Part, depth_of

_WEIGHT: dict[Emphasis, float] = {
    "heading": 1.2,
    "bold-caps": 1.0,
    "caps": 0.9,
    "bold": 0.8,
    "colon": 0.3,
    "plain": 0.0,
}


_FIGURES = re.compile(r"[\W\d_]+")  # "13%", "17": of a table
_COUNTS = re.compile(r"[a-z][\w’'-]*(?:\s[\w’'-]+){4,}\.\s*$")  # "4 reports of theft were made in June.": no number
_NAMED = re.compile(r"(?:agenda\s+)?item\b", re.IGNORECASE)


def _weight(paragraph: Paragraph, after: Part | None, opened: bool) -> float:
    """How much a numbered paragraph looks like an item's heading: roughly 0 (a sentence) to 3."""
    words = paragraph.text.split()
    if (
        not words
        or is_resolution(paragraph, after)
        or (
            NO_TITLE.match(paragraph.text)
            and not opened
            and not re.match(r"\d|(?:no|for)\s+[A-Z]", paragraph.text, re.IGNORECASE)  # "42 Mill Road – Extension"
        )
    ):
        return 0.05
    lead = lead_end(paragraph)
    ends = (lead, lead) if lead else title_end(paragraph.text)
    bold = paragraph.lines[0].bold
    if is_sentence(paragraph.text) and ends is None and not bold and not opened:
        return 0.1
    weight = 1.0 if len(words) <= 14 else 0.7 if ends else 0.35 if len(words) <= 25 else 0.1
    weight += _WEIGHT[emphasis(paragraph)]
    if bold and len(words) > 14:
        weight += 0.6  # a bold title that runs on into its text
    if opened:
        weight += 1.2
    if paragraph.text.rstrip().endswith((".", ";", ",")) and len(words) > 6 and ends is None:
        weight -= 0.3
    if words[0][:1].islower():
        weight -= 0.5
    if _NAMED.match(paragraph.printed):
        weight += 0.5  # "Item 2." says what it is
    if isinstance(after, Paragraph) and after.text and not (after.number and after.number == paragraph.number):
        mark = mark_of(after.lines[0].text)
        if mark is None or len(mark.groups) > 1 or mark.style == "•":
            weight += 0.4  # something is said under it: the agenda printed in front of the minutes has nothing
    return max(weight, 0.05)


_VOTES = re.compile(r"(?:in\s+favou?r|opposed|against|abst\w+|ayes?|nays?|noes)\b", re.IGNORECASE)  # "6 opposed"


def series_of(parts: Sequence[Part], opened: set[int], usual: Callable[[str], bool]) -> list[Candidate]:
    """The numbered paragraphs that open items; none where those that count on look like sentences.

    Args:
        usual: is this a title that meetings everywhere have?
    """
    candidates = _outermost(_candidates(parts, opened), parts)
    series = _counted(candidates, parts)
    named = _named(candidates, parts)
    if named and (not series or named[0].index <= series[0].index):
        return named
    small = _small(candidates, parts, usual)
    return small if small and (not series or small[0].index < series[0].index) else series


NAMED = 4  # of them that rise, whatever their depth, are a paper's items


def _named(candidates: Sequence[Candidate], parts: Sequence[Part]) -> list[Candidate]:
    """Those whose number says that it is an item's: "Item 1.1", "Item 1.2", "Item 2"; none where few do so in turn."""
    found = [one for one in candidates if isinstance(p := parts[one.index], Paragraph) and _NAMED.match(p.printed)]
    groups = [one.mark.groups for one in found]
    first = bool(groups) and groups[0] in ((1,), (1, 1))
    rising = all(b in (*_next(a), (*a, 1)) for a, b in itertools.pairwise(groups))
    deep = {len(one) for one in groups}
    return found if len(found) >= NAMED and first and rising and len(deep) > 1 else []


def _next(groups: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """What may stand behind 2.3: 2.4, 3, 3.1."""
    for depth in range(1, len(groups) + 1):
        after = (*groups[: depth - 1], groups[depth - 1] + 1)
        yield after
        yield (*after, 1)


def _candidates(parts: Sequence[Part], opened: set[int]) -> list[Candidate]:
    """The paragraphs with a number, and how much each looks like a title."""
    candidates: list[Candidate] = []
    inner = InnerList()
    for index, (part, mark) in enumerate(zip(parts, in_turn([_mark(part) for part in parts]), strict=True)):
        if not isinstance(part, Paragraph):
            continue
        below = inner.holds(part, mark, first=not candidates)
        if (
            mark is not None
            and mark.groups
            and part.kind != "bullet"
            and not (_is_told(part) or _VOTES.match(part.text))
        ):
            after = next((p for p in parts[index + 1 : index + 2]), None)
            weight = 0.05 if below and index not in opened else _weight(part, after, index in opened)
            candidates.append(Candidate(index, mark, weight))
    return candidates


def _is_told(part: Paragraph) -> bool:
    """What a number counts and no title: figures alone, "4 reports of theft were made in June."."""
    bare = part.printed == part.number and _COUNTS.match(part.text) is not None
    return bare or _FIGURES.fullmatch(part.text) is not None


def _mark(part: Part) -> Mark | None:
    if not isinstance(part, Paragraph) or not part.printed:
        return None
    # "FC12", which coded.py knows by those around it, is a mark with a stop behind it alone.
    line, own = mark_of(part.lines[0].text), mark_of(f"{part.printed} x") or mark_of(f"{part.printed}. x")
    return line if own is None or (line is not None and line.groups == own.groups) else own


def _counted(candidates: Sequence[Candidate], parts: Sequence[Part]) -> list[Candidate]:
    """The series in figures, capitals or Roman numbers."""
    series = best_series(_of_top(candidates, parts))
    mean = mean_of(series)
    if mean < 0.85 and (bold := best_series([c for c in candidates if c.weight >= 1.5])) and len(bold) >= 3:
        # Long numbered paragraphs outcount the headings above them: "283. Apologies" before "1. The Leader said".
        series, mean = bold, mean_of(bold)
    if len(candidates) == 1 and _stands_alone(candidates[0], parts):
        return [*candidates]
    if len(series) < 2 or mean * len(series) < 1.6 or mean < 0.45:
        return []
    return _with_moved(_filled(series, candidates), candidates, parts)


_TOLD = 4  # numbered sentences that are a meeting's items
_NEARLY = 0.6  # of the paragraphs from the first of them on; of them that are sentences


def told_in_turn(parts: Sequence[Part]) -> list[Candidate]:
    """1., 2., 3. before all that is said, with no titles: "2. The Clerk read the letter."; else none."""
    counted = [c for c in _candidates(parts, set()) if c.mark.style == "N" and len(c.mark.groups) == 1]
    series: list[Candidate] = []
    for c in counted:
        if c.mark.groups[0] == (series[-1].mark.groups[0] if series else 0) + 1:
            series.append(c)
    if len(series) < _TOLD:
        return []
    below = [p for p in parts[series[0].index :] if isinstance(p, Paragraph) and p.kind != "bullet"]
    sentences = [p for c in series if isinstance(p := parts[c.index], Paragraph) and is_sentence(p.text)]
    most = len(series) >= _NEARLY * len(below) and len(sentences) >= _NEARLY * len(series) == _NEARLY * len(counted)
    return series if most and series[0].index * 2 <= len(parts) else []


_SMALL_ITEMS = 4  # (a), (b), (c), (d)
_TITLES = 1.2  # how much they look like titles above what was said, where hardly anything else is counted
_MOST = 0.7  # of all that is counted
_USUAL = 2  # of them that every meeting has
_TITLE_ENDS = re.compile(r"[:.;]|\s[–—-]\s")


def _small(candidates: Sequence[Candidate], parts: Sequence[Part], usual: Callable[[str], bool]) -> list[Candidate]:
    """(a), (b), (c) or (i), (ii), (iii) where titles are among them that every meeting has; else none."""
    series = best_series(_of_top(candidates, parts), small=True)
    if len(series) < _SMALL_ITEMS or series[0].mark.groups != (1,):
        return []
    titles = [_TITLE_ENDS.split(part.text)[0] for c in series if isinstance(part := parts[c.index], Paragraph)]
    only = len(series) > _SMALL_ITEMS and mean_of(series) >= _TITLES and len(series) >= _MOST * len(candidates)
    return series if only or sum(map(usual, titles)) >= _USUAL else []


def _stands_alone(candidate: Candidate, parts: Sequence[Part]) -> bool:
    """ "1. Roof", the only number of a paper, above what was said: a meeting with one item."""
    title, below = parts[candidate.index], parts[candidate.index + 1 : candidate.index + 2]
    short = isinstance(title, Paragraph) and 0 < len(title.text.split()) <= 8 and title.text[-1:] not in ".;,"
    said = any(
        isinstance(part, Paragraph)
        and part.kind != "bullet"
        and (is_prose(part) or says(part.text, words=TELLS))  # many words may be names
        for part in below
    )
    return candidate.mark.groups == (1,) and candidate.mark.style.startswith("N") and short and said


def _of_top(candidates: Sequence[Candidate], parts: Sequence[Part]) -> Sequence[Candidate]:
    """The candidates without headings of the format's below the level of two others with numbers of the same style."""
    levels = {c.index: level_of(parts, (c.index,)) for c in candidates}
    tops: dict[str, int] = {}
    for style in {c.mark.style for c in candidates}:
        marked = sorted(level for c in candidates if c.mark.style == style and (level := levels[c.index]))
        tops[style] = marked[1] if len(marked) > 1 and marked[0] == marked[1] else 9
    return [c for c in candidates if levels[c.index] <= tops[c.mark.style]]


def _outermost(candidates: Sequence[Candidate], parts: Sequence[Part]) -> list[Candidate]:
    """The candidates without entries of lists inside the list that two others with numbers of their style stand in.

    An inner list begins with a one: items that go on further in, as on a page set otherwise, are none.
    """
    inner: set[int] = set()
    for style in {c.mark.style for c in candidates}:
        listed = [(c, depth) for c in candidates if c.mark.style == style and (depth := depth_of(parts[c.index]))]
        depths = sorted(depth for _, depth in listed)
        if len(depths) < 2 or depths[0] < depths[1]:
            continue
        within = False
        for c, depth in listed:
            within = depth > depths[0] and (within or c.mark.groups[-1] == 1)
            if within:
                inner.add(c.index)
    return [c for c in candidates if c.index not in inner]


MOVED = 0.5  # how much an item out of turn looks like a heading, next to the others


def _with_moved(series: list[Candidate], candidates: Sequence[Candidate], parts: Sequence[Part]) -> list[Candidate]:
    """The series with the items that were taken out of turn: "4. Hedges" between 6 and 7, set like them."""
    first, last, taken = series[0], series[-1], {c.mark.groups for c in series}
    looks = {_set_like(parts[c.index]) for c in series}
    if len(looks) > 1 or None in looks or any(len(groups) > 1 for groups in taken):
        return series
    moved: dict[tuple[int, ...], Candidate] = {}
    for c in candidates:
        lacking = len(c.mark.groups) == 1 and first.mark.groups < c.mark.groups < last.mark.groups
        alike = c.mark.style == first.mark.style and c.weight >= MOVED * mean_of(series)
        if lacking and alike and first.index < c.index < last.index and _set_like(parts[c.index]) in looks:
            moved.setdefault(c.mark.groups, c)
    return sorted([*series, *(c for groups, c in moved.items() if groups not in taken)], key=lambda c: c.index)


_REMARK = re.compile(r"\s*\([^()]*\)$")  # "(taken after item 5)"


def _set_like(part: Part) -> tuple[Emphasis, int | None] | None:
    """How a heading stands out, and where from the left it begins; None where neither tells it from a list's entry."""
    if not isinstance(part, Paragraph) or not part.lines:
        return None
    look = emphasis(replace(part, text=_REMARK.sub("", part.text)))
    box = part.lines[0].box
    if box is None and look in ("plain", "colon"):
        return None
    return look, None if box is None else round(box[0] / 8)


_GAP = 3  # numbers in a row that may be typed another way


def _filled(series: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The series with the numbers that it lacks where they are only typed another way: "8) Hedges" after "7. Roads"."""
    missing = []
    for before, after in itertools.pairwise(series):
        lacking = range(before.mark.groups[0] + 1, after.mark.groups[0])
        if len(before.mark.groups) != 1 or not 1 <= len(lacking) <= _GAP:
            continue
        found: list[Candidate] = []
        for wanted in lacking:
            start = found[-1].index if found else before.index
            found += [
                c
                for c in candidates
                if start < c.index < after.index
                and c.mark.groups == (wanted,)
                and c.mark.style in ("N", "N)", "Item N", TOLD)
                and c.weight >= 0.7
            ][:1]
        missing += found if len(found) == len(lacking) else []
    return sorted([*series, *missing, *_slips(series, candidates)], key=lambda c: c.index)


def _slips(series: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Headings whose number is a slip, the same again or one too low: "5. Hall" between "5. Roads" and "6. Police".

    It stands alone between two of the series and looks like them; where others count on with it, it is a list.
    """
    mean = mean_of(series)
    slips = []
    for before, after in itertools.pairwise(series):
        if len(before.mark.groups) > 1:
            continue
        between = [c for c in candidates if before.index < c.index < after.index and c.mark.style == before.mark.style]
        heads = [c for c in between if c.weight >= max(1.0, mean - 0.4)]
        if len(heads) == 1 and 0 <= before.mark.groups[0] - heads[0].mark.groups[0] <= 1 < heads[0].mark.groups[0]:
            slips += [head for head in heads if not any(_counts_on(head, c) for c in between)]
    return slips


def _counts_on(head: Candidate, other: Candidate) -> bool:
    return abs(other.mark.groups[0] - head.mark.groups[0]) == 1 and other.weight > 0.1


def mean_of(series: Sequence[Candidate]) -> float:
    return sum(c.weight for c in series) / len(series) if series else 0.0


def level_of(parts: Sequence[Part], indexes: Collection[int]) -> int:
    """The format's heading level of the parts, 0 where one of them has none."""
    levels = [part.lines[0].heading for i in indexes if isinstance(part := parts[i], Paragraph)]
    return min(levels, default=0)
