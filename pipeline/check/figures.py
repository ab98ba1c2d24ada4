"""Amounts that contradict a table or each other by a slip: £23,535 million for £23,535,000, two digits swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import Money, Record, TableRecord
from pipeline.wording import SIGNS, full_amount

Cell = float | str | None

LABEL = 2  # words of a label that says which figure it is
DIGITS = 4
"""Digits that must agree before a slip is seen: "£1 million" agrees with much."""

_GROUPED = re.compile(r"\d,\d{3}(?:\.\d+)?\s?(?:m|mn|million|bn|billion)\b", re.IGNORECASE)
_STOPPED = re.compile(r"\d,\d{3}\.\d{3}(?![\d\s]*(?:m|mn|million|bn|billion)\b)(?!\d)", re.IGNORECASE)
_FACTORS = {"thousand": 1_000, "million": 1_000_000}


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount in whole currency units, with the words that say which it is; `total` where it is a table's."""

    amount: Decimal
    words: str
    place: Place
    total: bool


def thousandfold(papers: Papers) -> Iterator[Finding]:
    """An amount that is a thousand times a figure of a table, or of the text, in the papers of the same meeting."""
    for record in papers.records:
        slips = [money for money in _once(record) if _GROUPED.search(money.text)]
        if not slips:
            continue
        figures = [figure for paper in (record, *_beside(papers, record)) for figure in _figures(paper)]
        for money in slips:
            amount = Decimal(str(money.amount))
            if _digits(amount) < DIGITS or any(figure.amount == amount for figure in figures):
                continue  # so great an amount stands elsewhere too
            meant = [figure for figure in figures if figure.amount * 1000 == amount]
            if meant:
                figure = max(meant, key=lambda one: one.total)
                message = f"The text says “{money.text}”, a thousand times {figure.words}."
                yield Finding("thousandfold", "error", message, Place(record, money.evidence), figure.place)


def text_against_table(papers: Papers) -> Iterator[Finding]:
    """An amount in the text that differs from the total of a table of the same meeting by one digit, or two swapped."""
    for record in papers.records:
        tables = [figure for paper in (record, *_beside(papers, record)) for figure in _in_tables(paper)]
        totals = [figure for figure in tables if figure.total]
        known = {figure.amount for figure in tables}
        for money in _once(record) if totals else ():
            amount = Decimal(str(money.amount))
            near = [figure for figure in totals if amount not in known and _digit_slip(amount, figure.amount)]
            if len({figure.amount for figure in near}) == 1:
                message = f"The text says “{money.text}”, nearly but not quite {near[0].words}."
                yield Finding("text-against-table", "warning", message, Place(record, money.evidence), near[0].place)


def two_values(papers: Papers) -> Iterator[Finding]:
    """One label with two amounts that differ by one digit, or by digits in another order, at two places of a paper."""
    for record in papers.records:
        labels: dict[str, list[Money]] = {}
        for money in _once(record):
            label = " ".join((money.label or "").casefold().split())
            if len(label.split()) >= LABEL:
                labels.setdefault(f"{label} {money.currency}", []).append(money)
        for same in labels.values():
            pair = next((pair for pair in combinations(same, 2) if _slip(*pair)), None)
            if pair is not None:
                one, two = pair
                message = f"The {one.label} is “{one.text}” here and “{two.text}” there."
                place, other = Place(record, one.evidence), Place(record, two.evidence)
                yield Finding("two-values", "warning", message, place, other)


def amount_slip(papers: Papers) -> Iterator[Finding]:
    """An amount with a full stop where a comma belongs."""
    for record in papers.records:
        for money in _once(record):
            if _STOPPED.search(money.text):
                message = f"“{money.text}” has a full stop where a comma belongs."
                yield Finding("amount-slip", "info", message, Place(record, money.evidence))


def _slip(one: Money, two: Money) -> bool:
    """Two amounts at two places, written alike, that differ by one digit or by two that changed places."""
    alike = re.sub(r"\d", "0", one.text) == re.sub(r"\d", "0", two.text)
    if not alike or (one.item, one.minute) == (two.item, two.minute):
        return False
    return _digit_slip(Decimal(str(one.amount)), Decimal(str(two.amount)))


def _digit_slip(one: Decimal, two: Decimal) -> bool:
    """One digit differs, or two changed places, among so many that chance and rounding do not explain it."""
    first, second = f"{one:.2f}", f"{two:.2f}"
    if len(first) != len(second) or min(_digits(one), _digits(two)) <= DIGITS:
        return False
    if abs(one - two) <= max(_last_digit(one), _last_digit(two)) and one == one.to_integral():
        return False
    wrong = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(wrong) == 1 or (len(wrong) == 2 and wrong[0] == wrong[1][::-1])


def _last_digit(amount: Decimal) -> Decimal:
    """The worth of the last digit that counts: 100,000 of 1,769,200,000."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _once(record: Record) -> Iterator[Money]:
    """Mentions read from text and not from a scan; the same words at the same place once."""
    told = set()
    for money in record.money:
        key = money.text, money.evidence.page, money.evidence.line, money.minute
        if key not in told and money.evidence.confidence is None:
            told.add(key)
            yield money


def _figures(record: Record) -> Iterator[_Figure]:
    yield from _in_tables(record)
    for money in (money for money in record.money if not _GROUPED.search(money.text)):
        words = f"the “{money.text}” elsewhere"
        yield _Figure(Decimal(str(money.amount)), words, Place(record, money.evidence), False)


def _in_tables(record: Record) -> Iterator[_Figure]:
    for table in record.tables:
        rows: Sequence[tuple[Cell, ...]] = table.rows if table.totals is None else (*table.rows, table.totals)
        for row in rows:
            for at, cell in enumerate(row):
                if isinstance(cell, float) and at:
                    head = table.header[at] if at < len(table.header) else ""
                    amount = Decimal(str(cell)) * _FACTORS.get((table.unit or "").partition("-")[2], 1)
                    currency = (table.unit or "").partition("-")[0]
                    said = full_amount(float(amount), currency) if currency in SIGNS else f"{amount.normalize():,f}"
                    words = f"the {said} of {_named(table, row, head)}"
                    yield _Figure(amount, words, Place(record, table.evidence), row is table.totals)


def _named(table: TableRecord, row: Sequence[Cell], head: str) -> str:
    label = "the total" if row is table.totals else f"“{row[0]}”"
    named = f"{label}, column “{' '.join(head.split())}”," if head else label
    title = " ".join((table.title or "").split()).rstrip(": ")
    return f"{named} in the table “{title[:80]}”" if title else f"{named} in the table"


def _beside(papers: Papers, record: Record) -> list[Record]:
    # Papers whose body is not known have nothing in common but that.
    known = record.meeting.body is not None
    return [paper for paper in papers.beside(record) if known or paper.source.sha256 == record.source.sha256]


def _digits(amount: Decimal) -> int:
    """Digits that count, the noughts behind them left out: 51,195,000 has 5."""
    return len(amount.normalize().as_tuple().digits)


CHECKS = (
    Check(
        "thousandfold", "An amount in the text that is a thousand times that of the table or the text.", thousandfold
    ),
    Check("text-against-table", "An amount in the text that nearly is the total of a table.", text_against_table),
    Check("two-values", "One labelled figure with two values that differ by a slip of a digit.", two_values),
    Check("amount-slip", "An amount with a full stop where a comma belongs.", amount_slip),
)
