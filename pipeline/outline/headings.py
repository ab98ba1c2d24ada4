"""Which parts open a section: numbered items, headings without numbers, labels of attendance and action lists."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.layout.numbers import Candidate, shown
from pipeline.outline.acted import acted_upon
from pipeline.outline.agendas import entries_of
from pipeline.outline.counted import above_item_lines, with_item_numbers
from pipeline.outline.known import (
    HOLDS_ITEMS,
    NO_TITLE,
    among_labels,
    front_end,
    head_of,
    is_known,
    is_prose,
    is_usual,
    people_counted,
    special_head,
    tasks_counted,
    without_people,
)
from pipeline.outline.series import level_of, mean_of, series_of, told_in_turn
from pipeline.outline.signs import evened
from pipeline.outline.title_print import clean_title
from pipeline.outline.titles import LONGEST, Emphasis, Head, emphasis, split_head
from pipeline.outline.unnumbered import unnumbered
from pipeline.paper import Paragraph, Part, SectionKind, text_of
from pipeline.rules.match import Matcher

_TITLED = ("heading", "bold-caps", "caps")


def headings(parts: Sequence[Part], opened: set[int], matcher: Matcher, *, agenda: bool = False) -> dict[int, Head]:
    """Which parts open a section: index of the part -> its head.

    Args:
        opened: indexes of the parts that a layout makes headings (see unroll.flatten).
        agenda: nothing need be said below its titles.
    """
    parts = without_people(parts, matcher)
    listed = people_counted(parts, matcher) | tasks_counted(parts, matcher)
    named = [_as_bullet(part) if at in listed else part for at, part in enumerate(parts)]
    series = series_of(named, opened, lambda title: is_usual(title, matcher))
    spoken = unnumbered(named, opened, matcher)
    if (told := above_item_lines(named)) and len(told) > len(series):
        series, spoken = [], told
    if series and ((spoken and len(series) == 1) or _wins(spoken, series, parts, opened)):
        series = []
    if not series and not spoken and not opened:
        series = told_in_turn(parts)
    heads: dict[int, Head] = {}
    front = front_end(parts)
    for candidate in series:
        paragraph = parts[candidate.index]
        assert isinstance(paragraph, Paragraph)
        heads[candidate.index] = head_of(paragraph, shown(candidate.mark), matcher)
    heads = {i: replace(h, kind="item") if h.kind == "attendance" and i >= front else h for i, h in heads.items()}
    heads = _whole_titles(heads, parts) if agenda else heads
    if series and len(opened) > 1 and sum(c.index in opened for c in series) >= len(opened) / 2:
        heads.update(
            {i: head_of(p, p.number, matcher) for i in opened - set(heads) if isinstance(p := parts[i], Paragraph)}
        )
    looks = _common_look([p for c in series if isinstance(p := parts[c.index], Paragraph)])
    first = series[0].index if series else None
    # None of the series is a heading of the format's: those are others.
    plain_series = bool(series) and not any(level_of(parts, (c.index,)) for c in series)
    if not series:
        heads.update(with_item_numbers(spoken, parts))
    if agenda and not series:
        entries = entries_of(parts, lambda title: is_usual(title, matcher))
        bare = {
            i: Head("item", "", clean_title(text_of(parts[i])), p)
            for i in entries
            if isinstance(p := parts[i], Paragraph)
        }
        heads = bare if len(bare) > len(heads) else heads
    for index, part in enumerate(parts):
        if index in heads or not isinstance(part, Paragraph):
            continue
        special = special_head(
            part,
            parts[index + 1 : index + 2],
            matcher,
            in_front=index < (front if first is None else first) or (plain_series and part.lines[0].heading > 0),
            alone=emphasis(part) != "plain",
        )
        if special is not None and not among_labels(parts, index):
            heads[index] = special
        elif part.printed or (first is None and spoken):
            continue
        elif first is not None and index < first and _opens_business(part, parts[index + 1], heads.values()):
            heads[index] = head_of(part, "", matcher)
        elif first is not None and index > first and looks and _looks_like(part, looks):
            heads[index] = Head("item", "", clean_title(part.text), part)
        elif (known := _known(part, parts[:index], matcher, inside=first is not None and index > first)) is not None:
            # "Public comment:" within an item where "2. Public comment" is one itself
            counted = (head.title.casefold() for head in heads.values() if head.number)
            if not any(known.title.casefold() in title for title in counted):
                heads[index] = known
    heads = acted_upon(_without_bare_titles(heads, parts, matcher) if series else heads, parts)
    return evened(heads | _behind_lists(heads, parts), parts)


def _whole_titles(heads: dict[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """The heads of an agenda, with all of each line where the words before a colon only say what sort of item it is.

    "3. Resolution: Adopt the minutes", "4. Resolution: Lend the hall": one of these words stands before two items.
    """
    led = {i: h.title for i, h in heads.items() if h.rest is not None and text_of(parts[i]).startswith(f"{h.title}:")}
    stands = Counter(led.values())
    whole = {
        i: replace(heads[i], title=clean_title(p.text), paragraph=replace(p, kind="heading"), rest=None)
        for i, lead in led.items()
        if stands[lead] > 1 and isinstance(p := parts[i], Paragraph) and len(p.text.split()) <= LONGEST
    }
    return {**heads, **whole}


def _without_bare_titles(heads: Mapping[int, Head], parts: Sequence[Part], matcher: Matcher) -> dict[int, Head]:
    """The heads without those that only hold others: "OPEN SESSION" right above "4. Roads".

    One alone that every meeting has is an item of which nothing was said, unless another like it holds the first ones.
    """
    above = {i - 1 for i, head in heads.items() if head.number}
    bare = {i for i, head in heads.items() if i in above and not head.number and head.kind == "item" and not head.rest}
    looks = [emphasis(p) for i in above - set(heads) if i >= 0 and isinstance(p := parts[i], Paragraph)]
    looks = [look for look in looks if look != "plain"]
    if len(bare) == 1 and not any(emphasis(heads[i].paragraph) in looks for i in bare):
        bare = {i for i in bare if not is_usual(heads[i].title, matcher)}
    return {i: head for i, head in heads.items() if i not in bare}


_VOTES = re.compile(r"Votes?\sof\s(?:Sympathy|Congratulations?)\W*", re.IGNORECASE)
_SHORT = 6  # words of a title above the first numbered one


def _opens_business(part: Paragraph, below: Part, heads: Collection[Head]) -> bool:
    """ "VOTES OF SYMPATHY:" between those who came and the first numbered item, above what was said."""
    caps = emphasis(part) in ("heading", "bold-caps", "caps")
    stands_out = (caps and len(part.text.split()) <= _SHORT) or _VOTES.fullmatch(part.text) is not None
    came = any(head.kind == "attendance" for head in heads)
    return came and stands_out and not NO_TITLE.search(part.text) and isinstance(below, Paragraph) and is_prose(below)


def _as_bullet(part: Part) -> Part:
    return replace(part, kind="bullet", number="", printed="") if isinstance(part, Paragraph) else part


def _behind_lists(heads: Mapping[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """The format's headings that end a list of actions: the first behind it that stands as high as its own."""
    found: dict[int, Head] = {}
    for index, end in itertools.pairwise([*sorted(heads), len(parts)]):
        level = level_of(parts, (index,)) if heads[index].kind == "action-list" else 0
        for at in range(index + 1, end if level else 0):
            part = parts[at]
            if isinstance(part, Paragraph) and 0 < part.lines[0].heading <= level and part.text[:1].isalnum():
                parted = any(isinstance(p, Paragraph) and p.lines[0].heading > level for p in parts[at + 1 : at + 2])
                bare = parted or NO_TITLE.search(part.text) or HOLDS_ITEMS.fullmatch(part.text)
                kind: SectionKind = "back" if bare else "item"
                found[at] = Head(kind, "", clean_title(part.text), part)
                break
    return found


_NEXT = re.compile(r"\bnext\s+meetings?$", re.IGNORECASE)


def _known(part: Paragraph, before: Sequence[Part], matcher: Matcher, *, inside: bool) -> Head | None:
    """An item without a number among numbered ones, known by a title that meetings everywhere have.

    `inside`: it stands below the first number; above it only a title in bold does, with more than names before it.
    """
    label, _, rest = part.text.strip().partition(":")
    if len(label.split()) > 12 or part.kind == "bullet":
        return None
    bold = all(line.bold or line.heading for line in part.lines)
    told = rest.strip() and _NEXT.search(label) is not None  # "Date of next meeting: 5 May" below the last item
    closing = inside and not told and matcher.first("heading", label, part="business") is not None
    stands_out = bold or closing or (inside and emphasis(part) != "plain" and not rest.strip())
    return split_head(part, "item", "") if stands_out and len(before) > 2 and is_known(label, matcher) else None


def _wins(spoken: Mapping[int, Head], series: Sequence[Candidate], parts: Sequence[Part], opened: set[int]) -> bool:
    """Do headings without numbers open the items, and the numbers count what stands under them?"""
    if opened and sum(c.index in opened for c in series) < len(opened) / 2:
        return not _hold_table(series, opened)  # the layout itself says what is an item
    both = sum(c.index in spoken for c in series)
    if _in_one([i for i in spoken if all(i != c.index for c in series)], series):
        return True
    if _only_listed(spoken, series) or _lettered_below(spoken, series, parts) or _counted_anew(spoken, series, parts):
        return True
    if all(len(c.mark.groups) > 1 for c in series) and _numbered_below(spoken, parts):
        return True
    few = len(series) > 2 * len(spoken) < 4 * both  # what seems to have no number counts on with the others
    if len(spoken) < 3 or both > len(series) / 2 or few or both == len(spoken):
        return False
    if mean_of(series) < TITLED:
        return True
    level = level_of(parts, spoken)
    levels = [level_of(parts, (c.index,)) for c in series]
    if level and not any(levels) and len(spoken) >= 4:
        return True
    if level and all(level < one for one in levels if one):
        # Headings above those of the series, most of which hold none of its members.
        ends = [*list(spoken)[1:], len(parts)]
        empty = sum(not any(at < c.index < end for c in series) for at, end in zip(spoken, ends, strict=True))
        return empty >= 3 and empty > len(spoken) / 2
    return False


_FEWEST = 3  # titles behind an agenda's list


def _numbered_below(spoken: Mapping[int, Head], parts: Sequence[Part]) -> bool:
    """ "Roads" in bold above "3.1 The Clerk said", and so on: titles that lost their number, or never had one."""
    if any(head.title[:1].isdigit() for head in spoken.values()):
        return False  # "1.0 Apologies"
    below = [part for at in spoken for part in parts[at + 1 : at + 2]]
    first = sum(isinstance(part, Paragraph) and _FIRST_OF.fullmatch(part.printed) is not None for part in below)
    return first >= _FEWEST and first >= 0.8 * len(spoken)


_FIRST_OF = re.compile(r"\(?\d{1,3}\.1[.)]?")


def _only_listed(spoken: Mapping[int, Head], series: Sequence[Candidate]) -> bool:
    """Numbers one below another with nothing between them, and as many titles behind the last: an agenda's list."""
    first, last = series[0].index, series[-1].index
    behind = sum(at > last for at in spoken)
    return 1 < len(series) == last - first + 1 and behind >= max(_FEWEST, len(series))


def _hold_table(series: Sequence[Candidate], opened: set[int]) -> bool:
    """All rows that a table opens stand below one of more numbered titles than they are: it tells of that item.

    Below the last title stands the table of the minutes, where the numbers are those of the agenda before it.
    """
    above = {sum(c.index < at for c in series) for at in opened}
    held = len(above) == 1 and 0 < min(above) < len(series)
    return held and len(series) > len(opened) and mean_of(series) >= TITLED


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


TITLED = 0.85  # how much the titles of a sure series look like titles
_ANEW = 3  # lists that begin with a one, and how many do where the titles are twice as many as the numbers
_ANEW_BESIDE_MANY = 2


def _counted_anew(spoken: Mapping[int, Head], series: Sequence[Candidate], parts: Sequence[Part]) -> bool:
    """Lists that begin with 1 below several titles, which are more than the numbers that count on: parts of items."""
    ones = [
        i
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.number == "1" and part.kind != "bullet" and i not in spoken
    ]
    above = {max((at for at in spoken if at < i), default=-1) for i in ones}
    least = _ANEW_BESIDE_MANY if len(spoken) >= 2 * len(series) else _ANEW
    apart = len(above) == len(ones) >= least and -1 not in above
    return apart and len(spoken) > len(series) and not any(c.index in spoken for c in series)


def _in_one(spoken: Sequence[int], series: Sequence[Candidate]) -> bool:
    """All numbers stand below one of more headings than they are: a list that one item holds."""
    above = {sum(at < c.index for at in spoken) for c in series}
    sure = len(spoken) > len(series) and len(above) == 1
    return sure and min(above) > (0 if len(spoken) >= 2 * len(series) else 1)


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
    if not level and any(line.heading for line in part.lines):  # a title in larger print ends what stands in smaller
        part = replace(part, lines=tuple(replace(line, heading=0) for line in part.lines))
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
