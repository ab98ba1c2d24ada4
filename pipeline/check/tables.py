"""Tables that do not add up. Only where a table really is additive: another column of it does, or it is a plain list.

A table's printed figures are rounded, so a sum may be off by half of the last digit for each row. Rates, averages and
percentages do not add up and are left alone, and so is a table with sub-totals unless its other columns prove it flat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.check.passages import passages
from pipeline.record import Record, TableRecord

Cell = float | str | None

MOST = Decimal("0.3")  # a sum that is off by more than this share of the total shows another kind of table, not a slip
ROWS = 3  # rows at least: two figures beside a third are no table that adds up

_NOT_ADDED = re.compile(
    r"%|\bper\s?cent|\bpercentage|\brates?\b|\baverage|\bmean\b|\bratio\b|\bratings?\b|\byears?\b|\byrs\b|\bage\b|\bscore\b"
    r"|\bper\b|\beach\b|\bunit\b|\bref\b|\bno\b|\bnumber\b|\bdate\b|\bchange\b|\brow\b|\bbalance\b",
    re.IGNORECASE,
)
_NOT_A_PART = re.compile(
    r"\btotals?\b|\bsub-?\s?totals?\b|\bnet\b|\bbalances?\b|\bopening\b|\bclosing\b|\bof\s+which\b|\bincluding\b|\bless\b|%"
    r"|\brate\b|\b(?:brought|carried)\s+forward\b|\bb/f\b|\bc/f\b|\bsum\b|\bchange\b|\bvariance\b|\bsurplus\b|\bdeficit\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)")
_SHARES = re.compile(r"%[^%.;]{0,60},\s[^%.;]{0,60}\d\s?%[^%.;]{0,60}\s(?:and|or|&)\s[^%.;]{0,60}\d\s?%")
_SHARED = re.compile(
    r"\b(?:for|against|in\s+favou?r|undecided|yes|no|agreed?|disagreed?|support(?:ed)?|opposed?|answers?|respon\w+|voted|split"
    r"|apportioned|shares?|rest|remain\w+|made\s+up|compris\w+|don[’']?t\s+know)\b",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"\b(?:increas\w*|ris\w+|rose|fall\w*|fell|reduc\w+|additional\w*|from|up|down|compared|inflation|above|below|least|over"
    r"|more|less|per\s+annum|growth|targets?|rates?|vat|discount\w*|of\s+whom|of\s+these|year|respectively)\b",
    re.IGNORECASE,
)
_SUM_HEAD = re.compile(r"^\W*(?:grand\s+|overall\s+|row\s+)?totals?\b[^\d%]*$|^\W*gross\W*$", re.IGNORECASE)


def column_against_total(papers: Papers) -> Iterator[Finding]:
    """A column whose figures do not add up to the printed total."""
    for record in papers.records:
        for table in record.tables:
            if table.totals is not None and not _uncertain(record, table):
                yield from _columns(record, table, table.totals)


def _columns(record: Record, table: TableRecord, totals: Sequence[Cell]) -> Iterator[Finding]:
    parts = [row for row in table.rows if not _NOT_A_PART.search(str(row[0] or ""))]
    flat = len(parts) == len(table.rows) and all(isinstance(row[0], str) for row in parts)
    columns = [at for at in range(1, len(totals)) if _is_added(table, at) and _number(totals[at]) is not None]
    added = {at: _off(parts, totals, at) for at in columns}
    right = [
        at for at in columns if added[at] == 0 and sum(_number(_cell(row, at)) is not None for row in parts) >= ROWS
    ]
    for at in columns:
        total, off = _number(totals[at]), added[at]
        values = [_number(_cell(row, at)) for row in parts]
        if not off or total is None or len(values) < ROWS or abs(off) > MOST * abs(total):
            continue
        alone = len(columns) == 1 and flat and None not in values
        if right or alone:
            head = _head(table, at)
            said = f"adds up to {_words(total - off)}, the printed total is {_words(total)}"
            message = f"{_named(table)}: {f'the column “{head}”' if head else f'column {at + 1}'} {said}."
            yield Finding("column-against-total", "warning", message, Place(record, table.evidence))


def row_against_total(papers: Papers) -> Iterator[Finding]:
    """A row whose figures do not add up to its own total, in a table whose other rows do."""
    for record in papers.records:
        for table in record.tables:
            if len(table.header) >= 4 and _SUM_HEAD.search(table.header[-1]) and not _uncertain(record, table):
                yield from _rows(record, table)


def _rows(record: Record, table: TableRecord) -> Iterator[Finding]:
    last = len(table.header) - 1
    rows = [row for row in table.rows if len(row) == last + 1 and _number(row[last]) is not None]
    for first in range(1, last - 1):
        whole = [row for row in rows if sum(_number(cell) is not None for cell in row[first:last]) >= 2]
        wrong = [row for row in whole if _row_off(row, first, last)]
        if len(whole) < ROWS + 1 or len(wrong) * 4 > len(whole):
            continue
        for row in wrong:
            total, off = _number(row[last]), _row_off(row, first, last)
            if total is None or abs(off) > MOST * abs(total):
                continue
            said = f"adds up to {_words(total - off)}, its printed total is {_words(total)}"
            message = f"{_named(table)}: the row “{row[0]}” {said}."
            yield Finding("row-against-total", "warning", message, Place(record, table.evidence))
        return


def percent_against_hundred(papers: Papers) -> Iterator[Finding]:
    """Percentages with 100 as their printed total that come to something else."""
    for record in papers.records:
        for table in record.tables:
            for at, total in enumerate(table.totals or ()):
                if not at or _percent(total) != 100 or _uncertain(record, table):
                    continue
                shares = [_percent(_cell(row, at)) for row in table.rows]
                marked = table.unit == "percent" or "%" in f"{_head(table, at)}{total}"
                if None in shares or len(shares) < ROWS or not marked:
                    continue
                numbers = [share for share in shares if share is not None]
                off = 100 - sum(numbers, Decimal(0))
                if abs(off) > _slack(numbers) and abs(off) <= 100 * MOST:
                    head = f" “{_head(table, at)}”" if _head(table, at) else ""
                    said = f"come to {_words(100 - off)}%, and 100% is printed as their total"
                    message = f"{_named(table)}: the percentages{head} {said}."
                    yield Finding("percent-against-hundred", "warning", message, Place(record, table.evidence))
        yield from _percent_in_text(record)


def _percent_in_text(record: Record) -> Iterator[Finding]:
    """Answers of a survey or shares of a sum in one sentence: 45% for, 30% against and 35% undecided."""
    for passage in passages(record):
        for match in _SHARES.finditer(passage.text):
            sentence = passage.sentence(match.start())
            shares = [Decimal(share) for share in _PERCENT.findall(sentence)]
            off = 100 - sum(shares, Decimal(0))
            if not _SHARED.search(sentence) or _RISES.search(sentence) or len(shares) < ROWS:
                continue
            if _slack(shares) < abs(off) <= 15:
                said = f"The percentages come to {_words(100 - off)}%"
                quoted = passage.quoted(match.start())
                yield Finding("percent-against-hundred", "info", f"{said}: “{sentence}”", Place(record, quoted))


def _off(rows: Sequence[Sequence[Cell]], totals: Sequence[Cell], at: int) -> Decimal:
    """By how much the total is more than the sum; 0 where rounding explains it."""
    numbers = [number for row in rows if (number := _number(_cell(row, at))) is not None]
    off = (_number(totals[at]) or Decimal(0)) - sum(numbers, Decimal(0))
    return off if abs(off) > _slack(numbers) else Decimal(0)


def _row_off(row: Sequence[Cell], first: int, last: int) -> Decimal:
    numbers = [number for cell in row[first:last] if (number := _number(cell)) is not None]
    off = (_number(row[last]) or Decimal(0)) - sum(numbers, Decimal(0))
    return off if abs(off) > _slack(numbers) else Decimal(0)


def _slack(numbers: Sequence[Decimal]) -> Decimal:
    """What rounding may cost a sum: half of the last printed digit for each figure, and for the total."""
    return _step(numbers) * (len(numbers) + 1) / 2


def _step(numbers: Sequence[Decimal]) -> Decimal:
    """The worth of the last printed digit: 0.01 for pence, 100,000 where all are tenths of a million."""
    places = max((-_exponent(number) for number in numbers), default=0)
    if places > 0:
        return Decimal(1).scaleb(-places)
    for step in (Decimal(100_000), Decimal(1_000)):
        if all(number % step == 0 for number in numbers):
            return step
    return Decimal(1)


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_added(table: TableRecord, at: int) -> bool:
    cells = [_cell(row, at) for row in table.rows]
    return (
        table.unit != "percent"
        and not _NOT_ADDED.search(_head(table, at))
        and not any(isinstance(cell, str) for cell in cells)
    )


def _uncertain(record: Record, table: TableRecord) -> bool:
    """The text does not tell in which columns some of its figures stand, or they were read from a scan."""
    unsure = any(
        problem.code == "column-uncertain" and problem.evidence == table.evidence for problem in record.problems
    )
    return unsure or table.evidence.confidence is not None


def _number(cell: Cell) -> Decimal | None:
    return None if cell is None or isinstance(cell, str) else Decimal(str(cell))


def _percent(cell: Cell) -> Decimal | None:
    if isinstance(cell, str):
        match = re.fullmatch(r"\s*(\d{1,3}(?:\.\d+)?)\s?%\s*", cell)
        return Decimal(match[1]) if match else None
    return _number(cell)


def _cell(row: Sequence[Cell], at: int) -> Cell:
    return row[at] if at < len(row) else None


def _head(table: TableRecord, at: int) -> str:
    return " ".join(table.header[at].split()) if at < len(table.header) else ""


def _named(table: TableRecord) -> str:
    title = " ".join((table.title or "").split()).rstrip(": ")
    return f"Table “{title[:80]}”" if title else f"The table with the row “{str(table.rows[0][0] or '')[:60]}”"


def _words(number: Decimal) -> str:
    return f"{number.normalize():,f}"


CHECKS = (
    Check(
        "column-against-total", "A column of a table that does not add up to its printed total.", column_against_total
    ),
    Check("row-against-total", "A row of a table that does not add up to its printed total.", row_against_total),
    Check("percent-against-hundred", "Percentages that do not come to the printed 100.", percent_against_hundred),
)
