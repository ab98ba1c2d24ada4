"""Tables cut by the end of a page: the row that the cut went through is one row again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.paper import Cell, Part, Table

HEADS = 3  # rows in which a table's heads may stand
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")


def rejoined(parts: Sequence[Part]) -> list[Part]:
    """The same parts; a table's first row that goes on with the last of the page above stands there."""
    out: list[Part] = []
    for part in parts:
        above = out[-1] if out else None
        if isinstance(above, Table) and isinstance(part, Table) and _over_page(above, part):
            heads = _repeated(above, part)
            body = part.rows[heads:]
            if body and _goes_on(above.rows[-1], body[0]):
                last = tuple(Cell(a.lines + b.lines) for a, b in zip(above.rows[-1], body[0], strict=True))
                out[-1] = replace(above, rows=(*above.rows[:-1], last))
                part = replace(part, rows=(*part.rows[:heads], *body[1:]))
                if len(body) == 1:
                    continue
        out.append(part)
    return out


def _over_page(above: Table, below: Table) -> bool:
    same = bool(above.rows and below.rows) and len(above.rows[0]) == len(below.rows[0])
    return same and above.page is not None and below.page == max(line.page or 0 for line in above.lines) + 1


def _repeated(above: Table, below: Table) -> int:
    """How many rows of heads the table repeats on its next page."""
    first = [cell.text for cell in below.rows[0]]
    heads = next((n for n, row in enumerate(above.rows[:HEADS], 1) if [cell.text for cell in row] == first), 0)
    return 1 if heads and any(first) else 0


def _goes_on(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Each filled cell stands below a filled one, and one of them plainly ends a sentence begun there."""
    pairs = [(a.text.strip(), b.text.strip()) for a, b in zip(last, first, strict=True) if b.text.strip()]
    if not pairs or not all(a for a, _ in pairs):
        return False
    cut = [not _ENDS.search(a) and b[:1].islower() for a, b in pairs]
    return any(cut) and (not first[0].text.strip() or cut[0])
