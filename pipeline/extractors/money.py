"""Mentions of money: text, amount in whole currency units, currency, what it is for. rules/money.yaml finds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.found import FoundMoney, Place
from pipeline.paper import Paragraph
from pipeline.rules.match import Match, Matcher, Taken

LABEL_WORDS = 6

_WORTH = re.compile(
    r"[£$€¥₹]|\d\s?[pkKmM]\b|\d\s?(?:mill|bill|bn|hundred|thousand|pound|pence|euro|dollar|cent|[A-Z]{3}\b)|\b[A-Z]{3}\s?\d|"
    r"\b(?:pounds|pence|euros?|dollars)\b"
)
_SCALES = {"hundred": 2, "thousand": 3, "k": 3, "million": 6, "mn": 6, "mil": 6, "mln": 6, "m": 6}
_SCALES |= {"billion": 9, "bn": 9, "b": 9, "trillion": 12, "tn": 12}
_CURRENCIES = {
    "£": "GBP",
    "p": "GBP",
    "pence": "GBP",
    "pound": "GBP",
    "€": "EUR",
    "euro": "EUR",
    "¥": "JPY",
    "₹": "INR",
}
_DOLLARS = {"us": "USD", "ca": "CAD", "c": "CAD", "cad": "CAD", "au": "AUD", "a": "AUD", "aud": "AUD", "nz": "NZD"}
_DOLLARS |= {"nzd": "NZD", "hk": "HKD", "cd": "CAD", "ad": "AUD", "": "USD", "dollar": "USD", "cents": "USD"}
_SMALL = {"p", "pence", "cent", "cents"}

_MINUS = re.compile(r"(?:^|[\s(])[-−]$")
_HEADS = re.compile(r"^\W*0{3}$")
_WORD = re.compile(r"[^\W_][\w’'/&%.-]*")
# Words that lead from what an amount is for to the amount, and words that end a label.
_LEADS = frozenset(
    "of at was is are were be to by for about around approximately approx circa some only over under nearly up a"
    " an the between another total totalling totaling stood stands currently just at least excess further additional"
    " extra".split()
)
_STOPS = frozenset(
    "a an the this that these those which who and or but with by from in on at as than then if so it its he she they we"
    " has have had been be being was were is are will would could should may can achieve receive received raised paid"
    " pay agreed approved gave given received spent made make using to into per both all each not there their our his"
    " her members council committee board clerk also advised noted reported stated set took take estimated".split()
)
_INNER = frozenset("of for per and & to".split())
_CUTS = re.compile(
    r"[.;:!?]\s|[£$€(]|\d[\d,.]*(?:[kKmM]\b|bn\b|\s?pence\b|\s?cents?\b|\s?pounds\b|\s?euros?\b)?(?:/\w+)?"
)
_FOR = re.compile(
    r"^\s*(?:,|\+|plus)?\s*(?:\+?\s?VAT\s*)?\(?(?:(?:was|were|is|be|been)\s+)?(?:(?:paid|donated|granted|given|raised|spent)\s+)?"
    r"(?:for|towards|in\s+respect\s+of|on)\s+(?:the\s+|a\s+|an\s+)?(?P<label>[^\W\d_][^.,;:()£$€]{2,60})"
)


def find_money(paragraph: Paragraph, matcher: Matcher, *, place: Place, label: str | None = None) -> list[FoundMoney]:
    """Every mention of an amount with a currency sign, code or word, in order; a range is two.

    Args:
        label: what the amounts of a table's cell are for, as its row's first cell says; else the words nearby tell.
    """
    text = paragraph.text
    if not _WORTH.search(text):
        return []
    taken = Taken()
    found: list[tuple[int, FoundMoney]] = []
    for match in matcher.find("money", text, part="text"):
        if not taken.free(match.start, match.end):
            continue
        taken.take(match.start, match.end)
        for part in _read(match):
            entry = FoundMoney(
                text=text[part.start : part.end].strip(),
                amount=part.amount,
                currency=part.currency,
                place=place,
                evidence=paragraph.evidence(part.start, part.end, rule=match.rule.id),
                label=label or label_of(text, match.start, match.end),
            )
            found.append((part.start, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def settle_dollars(found: Sequence[FoundMoney], texts: Iterable[str], matcher: Matcher) -> list[FoundMoney]:
    """The same mentions; a bare $ is the dollar of the country that the paper's texts name most often, else USD."""
    if not any("$" in money.text and money.currency == "USD" for money in found):
        return list(found)
    named = Counter(hit.get("currency") for text in texts for hit in matcher.find("money", text, part="dollar"))
    named.pop("", None)
    if not named:
        return list(found)
    [(home, _)] = named.most_common(1)
    return [replace(money, currency=home) if money.text.startswith("$") else money for money in found]


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    amount: float
    currency: str


def _read(match: Match) -> Iterator[_Part]:
    """The amounts of a match: one, or the two ends of a range."""
    sign = match.get("sign") or match.get("sign2")
    currency = _currency(sign)
    start, end = match.spans.get("amount", (match.start, match.end))
    first, second = match.get("number"), match.get("number2")
    scale, scale2 = match.get("scale"), match.get("scale2")
    if _HEADS.match(first) and not second:
        return  # "£000" heads a column
    if not second:
        amount = _amount(first, scale, sign)
        if match.get("minus") or _is_negative(match.text, start, end):
            amount = -amount or 0.0
            start -= match.text[start - 1 : start] in {"-", "−", "("} and start > 0
            end += match.text[end : end + 1] == ")" and "(" in match.text[start:end]
        yield _Part(start, end, amount, currency)
        return
    if not scale and _shares(first, second):
        scale = scale2
    own = match.spans.get("sign2") or match.spans.get("sign3") or match.spans["number2"]
    start, stop = match.spans["sign"][0], match.spans.get("scale", match.spans["number"])[1]
    yield _Part(start, stop, _amount(first, scale, sign), currency)
    yield _Part(own[0], end, _amount(second, scale2, sign), currency)


def _shares(first: str, second: str) -> bool:
    """Has the "m" of "£5-10m" also to do with the five? Not in £500-1m."""
    return "," not in first and Decimal(first) < Decimal(re.sub(r"[,\s]", "", second))


def _is_negative(text: str, start: int, end: int) -> bool:
    """-£500 where no word goes before; a table's cell that is no more than (£500)."""
    if text[:start].strip() == "(" and text[end:].strip() == ")":
        return True
    return _MINUS.search(text[max(0, start - 3) : start]) is not None and (
        not text[: start - 1].strip() or text[start - 2 : start - 1] == "("
    )


def _amount(digits: str, scale: str, sign: str) -> float:
    if digits[:1].isalpha():
        digits = str(_written_out(digits))
    plain = re.sub(r"[,\s]", "", digits) if digits.count(".") < 2 else digits.replace(".", "").replace(",", ".")
    number = Decimal(plain).scaleb(_SCALES.get(scale.strip().casefold(), 0))
    return float(number / 100 if _singular(sign) in _SMALL else number)


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _written_out(words: str) -> int:
    """The number that words name: "two thousand five hundred" is 2500."""
    total = part = 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in _UNITS:
            part += _UNITS.index(word)
        elif word in _TENS:
            part += 10 * (_TENS.index(word) + 2)
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in ("thousand", "million", "billion"):
            total, part = total + max(part, 1) * 10 ** {"thousand": 3, "million": 6, "billion": 9}[word], 0
    return total + part


def _currency(sign: str) -> str:
    """ISO 4217 code of a sign, word or code; a number without one ("151K") is in pounds."""
    word = _singular(sign)
    if "$" in word or word in ("dollar", "cents"):
        return _DOLLARS.get(word.replace("$", "").strip(), "USD")
    if len(word) == 3 and word.isalpha():
        return word.upper()
    return _CURRENCIES.get(word, "GBP")


def _singular(sign: str) -> str:
    word = sign.casefold()
    return word.removesuffix("s") if word in ("pounds", "euros", "dollars") else word


def label_of(text: str, start: int, end: int) -> str | None:
    """The few words that say what the amount text[start:end] is for: "cost reductions" of £2, £40 for "hall hire"."""
    before = _CUTS.split(text[max(0, start - 90) : start])[-1]
    words = [word.group().strip(".,") for word in _WORD.finditer(before.replace(",", " , "))]
    while words and words[-1].casefold() in _LEADS:
        words.pop()
    label: list[str] = []
    while words and len(label) < LABEL_WORDS:
        word = words.pop()
        low = word.casefold()
        if low in _STOPS and not (label and low in _INNER and words and words[-1].casefold() not in _STOPS):
            break
        label.insert(0, word)
    while label and label[0].casefold() in _INNER | _LEADS:
        label.pop(0)
    if label and any(len(word) > 2 and word[0].isalpha() for word in label):
        return " ".join(label)
    if after := _FOR.match(text[end : end + 100]):
        return " ".join(after["label"].split()[:LABEL_WORDS])
    return None
