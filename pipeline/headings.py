"""Which parts open a section: numbered items, headings without numbers, labels of attendance and action lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.inner import InnerList
from pipeline.known import (
    HOLDS_ITEMS,
    NO_TITLE,
    among_labels,
    front_end,
    head_of,
    is_known,
    is_prose,
    is_resolution,
    special_head,
    without_people,
)
from pipeline.match import Matcher
from pipeline.numbers import Candidate, best_series, mark_of, shown
from pipeline.paper import Paragraph, Part, SectionKind
from pipeline.titles import Emphasis, Head, clean_title, emphasis, is_sentence, split_head, title_end
from pipeline.unnumbered import unnumbered, with_item_numbers

_WEIGHT: dict[Emphasis, float] = {
    "heading": 1.2,
    "bold-caps": 1.0,
    "caps": 0.9,
    "bold": 0.8,
    "colon": 0.3,
    "plain": 0.0,
}


_TITLED = ("heading", "bold-caps", "caps")


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
    ends = title_end(paragraph.text)
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
    parts = without_people(parts, matcher)
    series, spoken = _series(parts, opened), unnumbered(parts, opened, matcher)
    if series and ((spoken and len(series) == 1) or _wins(spoken, series, parts, opened)):
        series = []
    heads: dict[int, Head] = {}
    front = front_end(parts)
    for candidate in series:
        paragraph = parts[candidate.index]
        assert isinstance(paragraph, Paragraph)
        heads[candidate.index] = head_of(paragraph, shown(candidate.mark), matcher)
    heads = {i: replace(h, kind="item") if h.kind == "attendance" and i >= front else h for i, h in heads.items()}
    if series and len(opened) > 1 and sum(c.index in opened for c in series) >= len(opened) / 2:
        heads.update(
            {i: head_of(p, p.number, matcher) for i in opened - set(heads) if isinstance(p := parts[i], Paragraph)}
        )
    looks = _common_look([p for c in series if isinstance(p := parts[c.index], Paragraph)])
    first = series[0].index if series else None
    agenda = bool(series) and not any(_level(parts, (c.index,)) for c in series)  # the format's headings are others
    if not series:
        heads.update(with_item_numbers(spoken, parts))
    for index, part in enumerate(parts):
        if index in heads or not isinstance(part, Paragraph):
            continue
        special = special_head(
            part,
            parts[index + 1 : index + 2],
            matcher,
            in_front=index < (front if first is None else first) or (agenda and part.lines[0].heading > 0),
            alone=emphasis(part) != "plain",
        )
        if special is not None and not among_labels(parts, index):
            heads[index] = special
        elif part.printed or (first is None and spoken):
            continue
        elif first is not None and index > first and looks and _looks_like(part, looks):
            heads[index] = Head("item", "", clean_title(part.text), part)
        elif (known := _known(part, parts[:index], matcher, inside=first is not None and index > first)) is not None:
            heads[index] = known
    return heads | _behind_lists(heads, parts)


def _behind_lists(heads: Mapping[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """The format's headings that end a list of actions: the first behind it that stands as high as its own."""
    found: dict[int, Head] = {}
    for index, end in itertools.pairwise([*sorted(heads), len(parts)]):
        level = _level(parts, (index,)) if heads[index].kind == "action-list" else 0
        for at in range(index + 1, end if level else 0):
            part = parts[at]
            if isinstance(part, Paragraph) and 0 < part.lines[0].heading <= level and part.text[:1].isalnum():
                parted = any(isinstance(p, Paragraph) and p.lines[0].heading > level for p in parts[at + 1 : at + 2])
                bare = parted or NO_TITLE.search(part.text) or HOLDS_ITEMS.fullmatch(part.text)
                kind: SectionKind = "back" if bare else "item"
                found[at] = Head(kind, "", clean_title(part.text), part)
                break
    return found


def _known(part: Paragraph, before: Sequence[Part], matcher: Matcher, *, inside: bool) -> Head | None:
    """An item without a number among numbered ones, known by a title that meetings everywhere have.

    `inside`: it stands below the first number; above it only a title in bold does, with more than names before it.
    """
    label, _, rest = part.text.strip().partition(":")
    if len(label.split()) > 12 or part.kind == "bullet":
        return None
    bold = all(line.bold or line.heading for line in part.lines)
    closing = inside and matcher.first("heading", label, part="business") is not None
    stands_out = bold or closing or (inside and emphasis(part) != "plain" and not rest.strip())
    return split_head(part, "item", "") if stands_out and len(before) > 2 and is_known(label, matcher) else None


_VOTES = re.compile(r"(?:in\s+favou?r|opposed|against|abst\w+|ayes?|nays?|noes)\b", re.IGNORECASE)  # "6 opposed"


def _series(parts: Sequence[Part], opened: set[int]) -> list[Candidate]:
    """The numbered paragraphs that open items; none where those that count on look like sentences."""
    candidates: list[Candidate] = []
    inner = InnerList()
    for index, part in enumerate(parts):
        if not isinstance(part, Paragraph):
            continue
        mark = (mark_of(part.lines[0].text) or mark_of(f"{part.printed} x")) if part.printed else None
        below = inner.holds(part, mark, first=not candidates)
        if mark is not None and mark.groups and part.kind != "bullet" and not _VOTES.match(part.text):
            after = next((p for p in parts[index + 1 : index + 2]), None)
            weight = 0.05 if below and index not in opened else _weight(part, after, index in opened)
            candidates.append(Candidate(index, mark, weight))
    series = best_series(_of_top(candidates, parts))
    mean = _mean(series)
    if mean < 0.85 and (bold := best_series([c for c in candidates if c.weight >= 1.5])) and len(bold) >= 3:
        # Long numbered paragraphs outcount the headings above them: "283. Apologies" before "1. The Leader said".
        series, mean = bold, _mean(bold)
    if len(candidates) == 1 and _stands_alone(candidates[0], parts):
        return candidates
    if len(series) < 2 or mean * len(series) < 1.6 or mean < 0.45:
        return []
    return _with_moved(_filled(series, candidates), candidates, parts)


def _stands_alone(candidate: Candidate, parts: Sequence[Part]) -> bool:
    """ "1. Roof", the only number of a paper, above what was said: a meeting with one item."""
    title, below = parts[candidate.index], parts[candidate.index + 1 : candidate.index + 2]
    short = isinstance(title, Paragraph) and 0 < len(title.text.split()) <= 8 and title.text[-1:] not in ".;,"
    said = any(isinstance(part, Paragraph) and part.kind != "bullet" and is_prose(part) for part in below)
    return candidate.mark.groups == (1,) and candidate.mark.style.startswith("N") and short and said


def _of_top(candidates: Sequence[Candidate], parts: Sequence[Part]) -> Sequence[Candidate]:
    """The candidates without headings of the format's below the level of two others with numbers of the same style."""
    levels = {c.index: _level(parts, (c.index,)) for c in candidates}
    tops: dict[str, int] = {}
    for style in {c.mark.style for c in candidates}:
        marked = sorted(level for c in candidates if c.mark.style == style and (level := levels[c.index]))
        tops[style] = marked[1] if len(marked) > 1 and marked[0] == marked[1] else 9
    return [c for c in candidates if levels[c.index] <= tops[c.mark.style]]


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
        alike = c.mark.style == first.mark.style and c.weight >= MOVED * _mean(series)
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


def _filled(series: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The series with the numbers that it lacks where they are only typed another way: "8) Hedges" after "7. Roads"."""
    missing = []
    for before, after in itertools.pairwise(series):
        if len(before.mark.groups) == 1 and after.mark.groups[0] - before.mark.groups[0] == 2:
            wanted = before.mark.groups[0] + 1
            missing += [
                c
                for c in candidates
                if before.index < c.index < after.index
                and c.mark.groups == (wanted,)
                and c.mark.style in ("N", "N)", "Item N")
                and c.weight >= 0.7
            ][:1]
    return sorted([*series, *missing, *_slips(series, candidates)], key=lambda c: c.index)


def _slips(series: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Headings whose number is a slip, the same again or one too low: "5. Hall" between "5. Roads" and "6. Police".

    It stands alone between two of the series and looks like them; where others count on with it, it is a list.
    """
    mean = _mean(series)
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


def _mean(series: Sequence[Candidate]) -> float:
    return sum(c.weight for c in series) / len(series) if series else 0.0


def _wins(spoken: Mapping[int, Head], series: Sequence[Candidate], parts: Sequence[Part], opened: set[int]) -> bool:
    """Do headings without numbers open the items, and the numbers count what stands under them?"""
    if opened and sum(c.index in opened for c in series) < len(opened) / 2:
        return True  # the layout itself says what is an item
    both = sum(c.index in spoken for c in series)
    if _in_one([i for i in spoken if all(i != c.index for c in series)], series):
        return True
    if _lettered_below(spoken, series, parts) or _counted_anew(spoken, series, parts):
        return True
    few = len(series) > 2 * len(spoken) < 4 * both  # what seems to have no number counts on with the others
    if len(spoken) < 3 or both > len(series) / 2 or few or both == len(spoken):
        return False
    if _mean(series) < 0.85:
        return True
    level = _level(parts, spoken)
    levels = [_level(parts, (c.index,)) for c in series]
    if level and not any(levels) and len(spoken) >= 4:
        return True
    if level and all(level < one for one in levels if one):
        # Headings above those of the series, most of which hold none of its members.
        ends = [*list(spoken)[1:], len(parts)]
        empty = sum(not any(at < c.index < end for c in series) for at, end in zip(spoken, ends, strict=True))
        return empty >= 3 and empty > len(spoken) / 2
    return False


def _lettered_below(spoken: Mapping[int, Head], series: Sequence[Candidate], parts: Sequence[Part]) -> bool:
    """A, B, C under titles in capitals or of the format's, none of which has a letter: "A. Library" below "REPORTS"."""
    titled = all(
        head.title.isupper() or emphasis(part) in _TITLED
        for at, head in spoken.items()
        if isinstance(part := parts[at], Paragraph)
    )
    return (
        len(spoken) > 1
        and titled
        and all(c.mark.style == "A)" and c.index not in spoken and c.index > min(spoken) for c in series)
    )


_ANEW = 3  # lists that begin with a one


def _counted_anew(spoken: Mapping[int, Head], series: Sequence[Candidate], parts: Sequence[Part]) -> bool:
    """Lists that begin with 1 below several titles, which are more than the numbers that count on: parts of items."""
    ones = [
        i
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.number == "1" and part.kind != "bullet" and i not in spoken
    ]
    above = {max((at for at in spoken if at < i), default=-1) for i in ones}
    apart = len(above) == len(ones) >= _ANEW and -1 not in above
    return apart and len(spoken) > len(series) and not any(c.index in spoken for c in series)


def _in_one(spoken: Sequence[int], series: Sequence[Candidate]) -> bool:
    """All numbers stand below one of more headings than they are: a list that one item holds."""
    above = {sum(at < c.index for at in spoken) for c in series}
    sure = len(spoken) > len(series) and len(above) == 1
    return sure and min(above) > (0 if len(spoken) >= 2 * len(series) else 1)


def _level(parts: Sequence[Part], indexes: Mapping[int, Head] | Sequence[int]) -> int:
    """The format's heading level of the parts, 0 where one of them has none."""
    levels = [part.lines[0].heading for i in indexes if isinstance(part := parts[i], Paragraph)]
    return min(levels, default=0)


def _common_look(headings: Sequence[Paragraph]) -> tuple[Emphasis, float | None, int] | None:
    """The look that the numbered headings share (only where it stands out), to find the ones without a number."""
    if len(headings) < (2 if all(p.lines[0].heading for p in headings) else 3):
        return None
    looks = [(emphasis(p), p.lines[0].size, p.lines[0].heading) for p in headings]
    most = max(set(looks), key=looks.count)
    if looks.count(most) < 0.6 * len(looks) or most[0] in ("plain", "colon"):
        return None
    return most


def _looks_like(part: Paragraph, looks: tuple[Emphasis, float | None, int]) -> bool:
    look, size, level = looks
    if (
        (emphasis(part), part.lines[0].heading) != (look, level)
        or len(part.text.split()) > 10
        or not part.text[:1].isalpha()
    ):
        return False
    if NO_TITLE.search(part.text):
        return False
    if look == "bold":
        # Bold sub-headings abound inside items; only a larger or equal size with clear space above counts.
        return False
    return size is None or part.lines[0].size is None or part.lines[0].size >= size - 0.3
