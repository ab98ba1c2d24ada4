"""Printed numbers of items and minutes ("3", "3.1", "20.03.01", "BM 01/2021", "5A", "iv)"), and which form a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(
    r"""^\s*(?P<printed>
      # Item 4:   Minute no. 4   Agenda item IV:
      (?:(?:agenda\s+)?item|agenda|minute|topic)\s+(?:no\.?\s*|number\s+|\#\s*)?
        (?:(?P<named>(?P<digits>\d{1,3})[A-Za-z]?)(?:\s*[:.–-](?=\s|$)|(?=\s|$))
          |(?P<counted>(?-i:[IVX]{1,5}(?:\s*(?:&|and|,|–|-)\s*[IVX]{1,5})?))(?:\s*[:.–-](?=\s|$)|(?=$)))
      # BM 01/2021   C21/22-45
    | (?P<coded>(?-i:[A-Z]{1,4})\d{0,4}[ /.-]?\d{1,4}(?:[/.-]\d{1,4}){0,2})(?:[.:)]|(?=\s|$))
      # 21/045   2021-34
    | (?P<slash>\d{1,4}[/-]\d{1,4})(?![/-])[.:)]?(?=\s+\S|$)
      # 3.1   4..6   20.03.01   3.1a
    | (?P<dotted>\d{1,4}(?:\.{1,2}\d{1,3}){1,4})(?P<dotletter>[a-z]{1,4}\)|[a-z](?=[\s.)]))?[.:)]?(?=\s|$|[A-Z(])
      # 3.   3)   (3)   5A
    | \(?(?P<plain>\d{1,4})(?P<letter>[A-Za-z]?)(?:[.:)]{1,2}|(?=\s))(?=\s|$|[A-Z(‘'"“])
      # 1Apologies
    | (?P<glued>(?-i:\d{1,2}(?=[A-Z][a-z]{2,}|[A-Z]{3,})))
      # a)   (b)
    | \(?(?P<alpha>[a-z]|[A-HJ-Z])[.)](?=\s|$)
      # iv)   (ii)
    | \(?(?P<roman>(?:x{0,3}(?:ix|iv|v?i{0,3}))(?<=[ivx]))[.)]{1,2}(?=\s|$)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?P<mark>[•●▪▫◦‣·∙○■□➢➤►✓❖\uf0b7\uf0a7o](?=\s)|[-–—*»>](?=\s|[A-Z‘“\"]))\s*")
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


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


def mark_of(text: str) -> Mark | None:
    """The number or bullet that a text starts with, if any."""
    if found := _BULLET.match(text):
        return Mark(found["mark"], "", "•", (), found.end())
    found = _MARK.match(text)
    if not found:
        return None
    printed = found["printed"].strip()
    if found["named"]:
        number = found["named"]
        letter = number.removeprefix(found["digits"])
        return Mark(printed, number, "Item N", (int(found["digits"]),), found.end(), letter)
    if found["counted"]:
        first = re.match(r"[IVX]+", found["counted"])
        assert first is not None
        return Mark(printed, found["counted"], "Item N", (_roman(first[0].lower()),), found.end())
    letters = printed.strip("().: ")
    if letters and printed.endswith(".") and re.fullmatch(r"[IVX]+", letters):
        return Mark(printed, letters, "I.", (_roman(letters.lower()),), found.end())
    if found["roman"] and (not found["alpha"]):
        return Mark(printed, printed.strip("().:"), "i)", (_roman(found["roman"].lower()),), found.end())
    if found["alpha"]:
        letter = found["alpha"]
        style = "a)" if letter.islower() else "A)"
        return Mark(printed, letter, style, (ord(letter.lower()) - 96,), found.end())
    if found["glued"]:
        return Mark(printed, printed, "N", (int(printed),), found.end())
    number = printed.strip("():.").rstrip(".:)")
    number = re.sub(r"\.{2,}", ".", number)
    groups = tuple(int(d) for d in _DIGITS.findall(number))
    style = _DIGITS.sub("N", re.sub(r"\.{2,}", ".", printed)).rstrip(".:)").lstrip("(")
    style += ")" if printed.endswith(")") else ""
    if found["plain"]:
        # "3." and "3 " alternate within one paper's headings; "3)" and "(3)" are lists of their own
        style = "N)" if printed.endswith(")") else "N"
        suffix = found["letter"] or ""
        number = found["plain"] + suffix
        if printed == number and _MONTH.match(text[found.end() :]):
            return None  # "19 January 2010"
        if suffix and not printed.endswith((".", ")", ":")) and suffix.islower():
            return None
        return Mark(printed, number, style, groups, found.end(), suffix)
    if found["slash"] and groups[0] > 1900 and groups[1] in (groups[0] + 1, (groups[0] + 1) % 100):
        return None  # "2018/19 programme": a financial year
    if found["coded"] and not re.search(r"[/.\s-]\d", found["coded"]):
        return None  # "A40 road", "B1 Smith": a road or a seat, no item
    return Mark(printed, number, style, groups, found.end(), (found["dotletter"] or "").rstrip(")"))


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=False):
        total += -values[here] if after and values[after] > values[here] else values[here]
    return total


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may open an item: its place in the list, its mark, and how much it looks like a heading."""

    index: int
    mark: Mark
    weight: float


def best_series(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The series of numbers that looks most like the paper's items: same style, rising by one, heading-like.

    A step by one is free, a letter suffix (5, 5A, 6) too; a gap of two or three costs, so that one heading that was
    lost does not end the series.
    """
    best: list[Candidate] = []
    best_score = 0.0
    styles = dict.fromkeys(c.mark.style for c in candidates)
    for style in styles:
        same = [c for c in candidates if c.mark.style == style and c.mark.groups]
        if not same or style in ("i)", "a)"):
            continue
        width = max(len(c.mark.groups) for c in same)
        same = [c for c in same if len(c.mark.groups) == width]
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


def _chain(same: Sequence[Candidate], position: int) -> tuple[list[Candidate], float]:
    """Best rising chain over one digit group (dynamic programming, latest 60 candidates looked back at)."""
    scores: list[float] = []
    back: list[int] = []
    inner = _inner_lists(same)
    for i, here in enumerate(same):
        scores.append(here.weight)
        back.append(-1)
        for j in range(max(0, i - 60), i):
            if j < inner[i]:
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


def _inner_lists(same: Sequence[Candidate]) -> list[int]:
    """For each number where the list that it plainly counts on in begins, -1 where it may belong to any.

    In 1, 2, 3, 4, [1, 2, 3], 5 the second 3 follows no outer number, unless it looks more like a heading.
    """
    out: list[int] = []
    start, heaviest = -1, 0.0
    for i, here in enumerate(same):
        counts = len(here.mark.groups) == 1 and i > 0 and here.mark.groups[0] == same[i - 1].mark.groups[0] + 1
        if here.mark.groups == (1,):
            start, heaviest = i, 0.0
        elif not counts:
            start = -1
        out.append(start if here.weight <= heaviest + 0.3 or here.mark.groups == (1,) else -1)
        heaviest = max(heaviest, here.weight)
    return out


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
