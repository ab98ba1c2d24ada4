"""Mentions of money: text, amount in whole currency units, currency, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.found import FoundMoney, Place
from pipeline.match import Match, Matcher
from pipeline.paper import Paragraph

_WORTH = re.compile(r"[£$€]|\b(?:GBP|EUR|USD|CAD|AUD|NZD|pounds?|pence|euros?|dollars?|cents?)\b|\d[pK]\b")
_SCALES = {"million": 6, "mn": 6, "mil": 6, "m": 6, "billion": 9, "bn": 9, "b": 9, "thousand": 3, "k": 3, "hundred": 2}
_CURRENCIES = {
    "£": "GBP", "pence": "GBP", "p": "GBP", "pound": "GBP", "pounds": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "dollar": "USD", "dollars": "USD", "cent": "USD", "cents": "USD",
}  # fmt: skip
_SMALL = {"pence", "p", "cent", "cents"}
_FOR = re.compile(
    r"([A-Za-z][\w’'/& -]{2,60}?)\s*(?:\bof|\bat|\bwas|\bis|\bstood\s+at|\btotall?ing|[:–-])?\s*(?:around|about|approximately|approx\.?|up\s+to|a|an|the|another)?\s*$"
)
_CUT = re.compile(
    r"^.*\b(?:that|which|and|with|by|for|to|from|in|on|achieve|receive|of|was|were|is|the|a|an|be|has|had)\s+",
    re.IGNORECASE,
)


def find_money(paragraph: Paragraph, matcher: Matcher, *, place: Place) -> list[FoundMoney]:
    """Every mention of an amount with a currency sign, code or word, in order; a range is two."""
    text = paragraph.text
    if not _WORTH.search(text):
        return []
    taken: list[tuple[int, int]] = []
    out: list[tuple[int, FoundMoney]] = []
    for match in matcher.find("money", text):
        if any(match.start < end and start < match.end for start, end in taken):
            continue
        taken.append((match.start, match.end))
        out += _read(match, paragraph, place)
    return [found for _, found in sorted(out, key=lambda entry: entry[0])]


def _read(match: Match, paragraph: Paragraph, place: Place) -> Iterator[tuple[int, FoundMoney]]:
    sign = match.get("sign")
    scale = match.get("scale")
    label = _label(match.text[max(0, match.start - 80) : match.start])
    ends = [("number", scale or (match.get("scale2") if not match.get("sign2") else ""))]
    if match.get("number2"):
        ends.append(("number2", match.get("scale2")))
    for name, scaled in ends:
        start = match.start if name == "number" else match.spans.get("sign2", match.spans["number2"])[0]
        end = match.end if name == ends[-1][0] else match.spans.get("scale", match.spans["number"])[1]
        amount = _amount(match.get(name), scaled, sign)
        if match.get("minus"):
            amount = -amount
        if not match.get(name).strip("0,. "):
            continue  # "£000" heads a column
        words = match.text[start:end].strip()
        yield (
            start,
            FoundMoney(
                words,
                amount,
                _currency(sign, match.text),
                place,
                paragraph.evidence(start, end, rule=match.rule.id),
                label,
            ),
        )


def _amount(digits: str, scale: str, sign: str) -> float:
    number = Decimal(re.sub(r"[,\s]", "", digits)).scaleb(_SCALES.get(scale.strip().casefold(), 0))
    if sign.casefold() in _SMALL:
        number /= 100
    return float(number)


def _currency(sign: str, text: str) -> str:
    """ISO 4217 code; a bare $ is taken as the dollar that the paper names, else USD."""
    sign = sign.casefold().replace(" ", "")
    if sign.upper() in ("GBP", "EUR", "USD", "CAD", "AUD", "NZD"):
        return sign.upper()
    if sign.startswith(("ca", "c$")):
        return "CAD"
    if sign.startswith("au") or sign == "a$":
        return "AUD"
    if sign == "nz$":
        return "NZD"
    return _CURRENCIES.get(sign, "USD" if "$" in sign else "GBP")


def _label(before: str) -> str | None:
    """The few words before an amount that say what it is."""
    found = _FOR.search(before)
    if not found:
        return None
    words = _CUT.sub("", found[1].strip() + " ").strip()
    words = words or found[1].strip()
    return " ".join(words.split()[-6:]) or None
