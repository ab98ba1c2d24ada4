"""Printed numbers of items and minutes ("3", "3.1", "20.03.01", "BM 01/2021", "5A", "iv)"), and which form a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

_MARK = re.compile(
    r"""^\s*(?P<printed>
      # Item 4:   Minute no. 4   Agenda item IV:
      (?:(?:(?:agenda|discussion|business)\s+)?item|agenda|min(?:ute|\.)|topic|(?-i:PART))\s+(?:no\.?\s*|number\s+|\#\s*)?
        (?:\((?P<bracketed>\d{1,3})\)(?:\s*[:.–-])?(?=\s|$)|(?P<named>(?P<digits>\d{1,3}(?:\.\d{1,2})?)(?P<of>[A-Za-z])?)(?:\s*[:.–-](?=\s|$)|:(?=(?-i:[A-Z]))|(?=\s|$))
          |(?P<counted>(?-i:[IVX]{1,5}(?:\s*(?:&|and|,|–|-)\s*[IVX]{1,5})?))(?:\s*[:.–-](?=\s|$)|(?=$)))
      # Item 4/24:
    | (?:agenda\s+)?item\s+(?P<yearly>\d{1,3}/\d{2,4})(?:\s*[:.–-])?(?=\s|$)
      # Point 4:   #4   No. 4
    | point\s+(?P<point>\d{1,3})\s*[:.–-](?=\s|$)
    | (?:[#§№]\s?|(?-i:N[or]\.\s?))(?P<hash>\d{1,3})[.:)]?(?:\s*[–-])?(?=\s+(?-i:[A-Z]|x$))
      # BM 01/2021   C21/22-45   BoD/25/031   24/25-FC-101   24/25-101   17/20/BC   3.11/24E   2024-06_3.
    | (?P<coded>(?-i:[A-Z]{1,5}|[A-Z][A-Za-z]{1,3}(?=/))(?:\(\d{1,2}\)|\d{0,4}[ /.-]?)\d{1,4}(?:[/.-]\d{1,4}){0,2}
        |\d{1,4}(?:[/-]\d{1,4})?[/-](?-i:[A-Z]{1,4})[/-]\d{1,4}|\d{1,4}/\d\d/(?-i:[A-Z]{1,4})|\d\d/\d\d-\d{1,4}
        |\d{1,3}\.\d{1,2}/\d\d(?:\d\d)?(?-i:[A-Z])?|\d{4}-\d\d_\d{1,2}|\d{1,3}-\d{2,4}/\d{1,3})(?:[.:)]|(?=\s|$))
      # 21/045   2021-34   Minute 21/045   50a/21
    | (?:min(?:ute)?\.?\s+(?:no\.?\s*)?)?(?P<slash>\d{1,4}(?P<slashletter>[a-z](?=/))?(?:[/-]\d{1,4}
        |/\d\d/(?:0[1-9]|1[0-4]|\d{3})(?=\s+(?-i:[A-Z]))))
        (?![/-])[.:)]?(?=\s+\S|$|(?-i:[A-Z][a-z]{2}))
      # 24.03.25 01.
    | (?P<dayed>\d{1,2}\.\d{1,2}\.\d{2,4}\s\d{1,2})(?:[.:)](?=\s)|(?=\s+(?-i:[A-Z])))
      # 3.1   4..6   20.03.01   3.1a
    | (?P<dotted>\d{1,4}(?:\.{1,2}\d{1,3}){1,4})(?P<dotletter>[a-z]{1,4}\)|[a-z](?=[\s.)]))?[.:)]?(?=\s|$|[A-Z(])
      # 1 . Roads   1 ) Roads   1.- Roads   1- Roads   1 | Roads   [1] Roads
    | (?P<apart>\d{1,3})(?:\s[.)](?=\s+(?-i:[A-Z]))|\.?[–-](?=\s+(?-i:[A-Z]))|\s\|(?=\s+(?-i:[A-Z])))
    | \[(?P<boxed>\d{1,3})\](?=\s+(?-i:[A-Z]))
      # 3.   3)   (3)   5A   3/   8-A FINANCE   10482 FINANCE
    | \(?(?P<plain>\d{1,4}|\d{5}(?=[.:)]?\s+(?-i:[A-Z]{3,})))(?P<letter>[A-Za-z]?|(?-i:-[A-Z](?=\s+[A-Z]{3,})))
        (?:[.:)]{1,2}|/(?=\s+[A-Za-z])|(?=\s))(?=\s|$|[A-Z(‘'"“])
      # 1Apologies
    | (?P<glued>(?-i:\d{1,2}(?=[A-Z][a-z]{2,}|[A-Z]{3,})))
      # a)   (b)
    | \(?(?P<alpha>[a-z]|[A-HJ-Z])[.)](?:(?=\s|$)|(?<=\([a-z]\))(?=(?-i:[A-Z][a-z])))
      # [a]
    | \[(?P<square>(?-i:[a-z]))\](?=\s)
      # I)   (II)
    | \(?(?P<capital>(?-i:[IVX]{1,5}))\)(?=\s+(?-i:[A-Z]))
      # iv)   (ii)
    | \(?(?P<roman>(?:x{0,3}(?:ix|iv|v?i{0,3}))(?<=[ivx]))[.)]{1,2}(?:(?=\s|$)|(?<=[ivx]\))(?=(?-i:[A-Z][a-z])))
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?P<mark>[•●▪▫◦‣·∙○■□➢➤►✓❖\uf0b7\uf0a7o](?=\s)|[-–—*»>](?=\s|[A-Z‘“\"]))\s*")
# "4.30pm and it was agreed", "Item 7 on the agenda was deferred": a time, a sentence.
_NO_MARK = re.compile(
    r"\s*(?:\d{1,2}[.:]\d\d\s?[ap]\.?m\b|item\s+(?:no\.?\s*)?\W?\d{1,3}\s+(?:on|of|in|from)\s+(?:the|this|that|today)\b)",
    re.IGNORECASE,
)
_STARRED = re.compile(r"\s*\*(?=\d{1,4}\.?\s+[A-Z])")  # "*39 Petitions", which the council need not confirm
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# "Item 3", "Agenda item No. 3": how minutes name the agenda's item.
ITEM_WORDS = r"(?:agenda\s+)?item(?:\s+no\.?)?\s*(?P<number>\d{1,3}[A-Za-z]?)"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
TOLD = "No N"  # the style of "No. 4", "#4" and "Point 4:", which number items and houses
_FEW = 3  # plain numbers that make a series of items


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or bullet at a paragraph's start.

    Attributes:
        printed: as the page shows it ("4..6", "(a)", "•").
        number: as read ("4.6", "a", "").
        style: its shape, digits as N ("N.", "BM N/N", "a)", "•").
        groups: its digits as numbers, in order; letters count a=1.
        length: how many characters of the text it takes.
        suffix: the letter behind its last digit ("A" of 5A).
    """

    printed: str
    number: str
    style: str
    groups: tuple[int, ...]
    length: int
    suffix: str = ""


@lru_cache(maxsize=2048)
def mark_of(text: str) -> Mark | None:
    """The number or bullet that a text starts with, if any."""
    if found := _BULLET.match(text):
        return Mark(found["mark"], "", "•", (), found.end())
    if star := _STARRED.match(text):
        mark = mark_of(text[star.end() :])
        return mark and replace(mark, printed=f"*{mark.printed}", length=mark.length + star.end())
    found = _MARK.match(text)
    if not found or _NO_MARK.match(text):
        return None
    printed = found["printed"].strip()
    if found["named"]:
        number = found["named"]
        letter = found["of"] or ""
        groups = tuple(map(int, found["digits"].split(".")))
        return Mark(printed, number, "Item N" + ".N" * (len(groups) - 1), groups, found.end(), letter)
    if yearly := found["yearly"]:
        return Mark(printed, yearly, "Item N/N", tuple(int(d) for d in _DIGITS.findall(yearly)), found.end())
    if counted := found["point"] or found["hash"]:
        return Mark(printed, counted, TOLD, (int(counted),), found.end())
    if found["bracketed"]:
        return Mark(printed, found["bracketed"], "Item N", (int(found["bracketed"]),), found.end())
    if number := found["apart"] or found["boxed"]:
        return Mark(printed, number, "[N]" if found["boxed"] else "N", (int(number),), found.end())
    if found["counted"]:
        first = re.match(r"[IVX]+", found["counted"])
        assert first is not None
        return Mark(printed, found["counted"], "Item N", (_roman(first[0].lower()),), found.end())
    letters = printed.strip("().: ")
    if letters and printed.endswith(".") and re.fullmatch(r"[IVX]+", letters):
        return Mark(printed, letters, "I.", (_roman(letters.lower()),), found.end())
    if found["capital"]:
        return Mark(printed, found["capital"], "I.", (_roman(found["capital"].lower()),), found.end())
    if found["roman"] and (not found["alpha"]):
        return Mark(printed, printed.strip("().:"), "i)", (_roman(found["roman"].lower()),), found.end())
    if found["alpha"] or found["square"]:
        letter = found["alpha"] or found["square"]
        style = "a)" if letter.islower() else "A)"
        return Mark(printed, letter, style, (ord(letter.lower()) - 96,), found.end())
    if found["glued"]:
        return Mark(printed, printed, "N", (int(printed),), found.end())
    number = (found["slash"] or printed).strip("():./").rstrip(".:)")
    number = re.sub(r"\.{2,}", ".", number)
    groups = tuple(int(d) for d in _DIGITS.findall(number))
    style = _DIGITS.sub("N", re.sub(r"\.{2,}", ".", printed)).rstrip(".:)").lstrip("(")
    style = re.sub(r"^N[A-Za-z]/", "N/", style) if found["slashletter"] else style
    style += ")" if printed.endswith(")") else ""
    if found["plain"] == "0" and printed == "0":
        return None  # "0 comments", of the site
    if found["plain"]:
        # "3." and "3 " alternate within one paper's headings; "3)" and "(3)" are lists of their own
        style = "N)" if printed.endswith(")") else "N"
        suffix = found["letter"].lstrip("-")
        number = found["plain"] + found["letter"]
        if printed == number and _MONTH.match(text[found.end() :]):
            return None  # "19 January 2010"
        if suffix and not printed.endswith((".", ")", ":")) and suffix.islower():
            return None
        return Mark(printed, number, style, groups, found.end(), suffix)
    if found["slash"] and 1900 < groups[0] < 2100 and groups[1] in (groups[0] + 1, (groups[0] + 1) % 100):
        return None  # "2018/19 programme": a financial year
    if found["coded"] and re.fullmatch(r"AP\s?\d{1,3}", found["coded"]):
        return None  # "AP1: Sam to write": an action point
    if found["coded"] and not re.search(r"[/.\s-]\d", found["coded"]) and not printed.endswith((".", ":", ")")):
        return None  # "A40 road", "B1 Smith": a road or a seat, no item
    return Mark(
        printed, number, style, groups, found.end(), (found["dotletter"] or found["slashletter"] or "").rstrip(")")
    )


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=False):
        total += -values[here] if after and values[after] > values[here] else values[here]
    return total


def shown(mark: Mark) -> str:
    """An item's number as the page shows it: "(a)" keeps its brackets, "3." loses its stop."""
    return mark.printed if mark.printed.startswith("(") and mark.printed.endswith(")") else mark.number


def in_turn(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """The marks; a letter that is a Roman number too (i, v, x) is read as what counts on from those before it."""
    out: list[Mark | None] = []
    before: dict[str, int] = {}  # style -> the last number in it
    for place, mark in enumerate(marks):
        letter = mark.number if mark is not None and mark.style in _LETTERED else ""
        if mark is not None and letter.casefold() in ("i", "v", "x"):
            styles = ("A)", "I.") if letter.isupper() else ("a)", "i)")
            as_letter, as_roman = ord(letter.casefold()) - 96, _roman(letter.casefold())
            if before.get(styles[0]) == as_letter - 1:
                mark = replace(mark, style=styles[0], groups=(as_letter,))
            elif before.get(styles[1]) == as_roman - 1 or (as_roman == 1 and _counts_two(marks[place + 1 :])):
                mark = replace(mark, style=styles[1], groups=(as_roman,))
        if mark is not None and mark.style in _LETTERED:
            before[mark.style] = mark.groups[0]
        out.append(mark)
    return out


_LETTERED = ("A)", "I.", "a)", "i)")


def _counts_two(after: Sequence[Mark | None]) -> bool:
    """The next lettered mark is a Roman two."""
    following = next((mark for mark in after if mark is not None and mark.style in _LETTERED), None)
    return following is not None and following.style in ("I.", "i)") and following.groups == (2,)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may open an item: its place in the list, its mark, and how much it looks like a heading."""

    index: int
    mark: Mark
    weight: float


def best_series(candidates: Sequence[Candidate], *, small: bool = False) -> list[Candidate]:
    """The series of numbers that looks most like the paper's items: same style, rising by one, heading-like.

    A step by one is free, a letter suffix (5, 5A, 6) too; a gap of two or three costs, so that one heading that was
    lost does not end the series.

    Args:
        small: only (a), (b) and (i), (ii), which mostly count parts of items.
    """
    best: list[Candidate] = []
    best_score = 0.0
    styles = dict.fromkeys(c.mark.style for c in candidates)
    tops = _chain([c for c in candidates if c.mark.style == "N"], 0)[0]
    for style in styles:
        same = [c for c in candidates if c.mark.style == style and c.mark.groups]
        if not same or small != (style in ("i)", "a)")):
            continue
        width = max(len(c.mark.groups) for c in same)
        same = [c for c in same if len(c.mark.groups) == width and not _is_below(c, tops)]
        for position in range(width):
            chain, score = _chain(same, position)
            # A series that starts at one (or a coded one) is likelier than a list in the middle.
            if chain and chain[0].mark.groups[position] <= 1:
                score += 1.0
            if position == 0 and width > 1 and any(c.mark.groups[1:] != chain[0].mark.groups[1:] for c in chain[1:]):
                score -= 0.5
            if score > best_score:
                best, best_score = chain, score
    return best


def _is_below(here: Candidate, tops: Sequence[Candidate]) -> bool:
    """5.2 below the last of three or more plain numbers from 1, a 5: a part of that item, however it looks."""
    above = [top for top in tops if top.index < here.index]
    titled = len(tops) >= _FEW and sum(top.weight for top in tops) >= len(tops)  # 2, 4, 5: one is lost
    return (
        len(here.mark.groups) > 1
        and "." in here.mark.style
        and bool(above)
        and ((len(above) >= _FEW and above[0].mark.groups[0] <= 1) or titled)
        and above[-1].mark.groups[0] == here.mark.groups[0]
    )


def _chain(same: Sequence[Candidate], position: int) -> tuple[list[Candidate], float]:
    """Best rising chain over one digit group (dynamic programming, latest 60 candidates looked back at)."""
    scores: list[float] = []
    back: list[int] = []
    lists = _lists(same)
    for i, here in enumerate(same):
        scores.append(here.weight)
        back.append(-1)
        for j in range(max(0, i - 60), i):
            if lists[i] != lists[j] and None not in (lists[i], lists[j]):
                continue
            cost = _step(same[j].mark, here.mark, position)
            if cost is not None and scores[j] + here.weight - cost > scores[i] + 1e-9:
                scores[i] = scores[j] + here.weight - cost
                back[i] = j
    if not scores:
        return [], 0.0
    at = max(range(len(scores)), key=lambda k: scores[k])
    total, chain = scores[at], []
    while at >= 0:
        chain.append(same[at])
        at = back[at]
    return chain[::-1], total


def _lists(same: Sequence[Candidate]) -> list[int | None]:
    """For each number the list that it counts on in, None where it may belong to any.

    In 1, 2, 3, 4, [1, 2, 3], 5 the second 3 is no outer number: a one opens a list, a number that none of the last
    list goes on in an outer one. A number that looks more like a heading than its list so far may be any list's.
    """
    out: list[int | None] = []
    open_lists: list[_List] = []
    for place, here in enumerate(same):
        number = here.mark.groups[0] if len(here.mark.groups) == 1 else None
        if number is None:
            out.append(None)
            continue
        depth = next((d for d in range(len(open_lists) - 1, -1, -1) if open_lists[d].last + 1 == number), None)
        if number == 1:
            open_lists.append(_List(place, 1, here.weight))
            out.append(place)
        elif depth is None or here.weight > open_lists[depth].weight + 0.3:
            out.append(None)
        else:
            del open_lists[depth + 1 :]
            found = open_lists[depth]
            open_lists[depth] = _List(found.place, number, max(found.weight, here.weight))
            out.append(found.place)
    return out


@dataclass(frozen=True, slots=True)
class _List:
    """A list of numbers that may go on: where it began, its last number, its heaviest weight."""

    place: int
    last: int
    weight: float


def _step(before: Mark, after: Mark, position: int) -> float | None:
    """Cost of `after` following `before`, None where it can't."""
    others_before = before.groups[:position] + before.groups[position + 1 :]
    others_after = after.groups[:position] + after.groups[position + 1 :]
    if others_before != others_after:
        return None
    rise = after.groups[position] - before.groups[position]
    if rise == 1:
        return 0.0
    if rise == 0 and after.suffix and after.suffix.lower() > before.suffix.lower():
        return 0.05
    if rise in (2, 3):
        return 0.6 * (rise - 1)
    return None
