"""Which columns numbers stand in, where a text dump lost the empty cells: the printed totals decide.

A row's numbers keep their order; which columns they skip follows from what holds in the totals row (the last column is
the sum of those before it, the first equals the last ...) and from the sum of each column. What two solutions put in
different columns stays open: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

Cells = tuple[float | None, ...]
Amounts = tuple[int, ...]

MOST_SUMS = 20_000  # sums of columns kept in mind before a table is given up
MOST_WAYS = 300  # ways to put one row

# What may hold in every row as in the totals row; amounts in hundredths, 0 for an empty cell.
_RELATIONS: tuple[Callable[[Amounts], bool], ...] = (
    lambda cells: cells[-1] == sum(cells[:-1]),
    lambda cells: cells[-1] == sum(cells[1:-1]),
    lambda cells: cells[0] == sum(cells[1:]),
    lambda cells: cells[0] == cells[-1],
    lambda cells: cells[-1] in (cells[-2] - cells[-3], cells[-3] - cells[-2]),
)


def place(
    rows: Sequence[Sequence[float]], totals: Sequence[float] | None, width: int
) -> tuple[list[Cells], list[bool]]:
    """Each row's numbers in `width` columns, and whether their places are certain.

    A cell that is not certain is None; so is every cell of a short row where no totals are printed.
    """
    whole = [len(row) == width for row in rows]
    if all(whole):
        return [tuple(row) for row in rows], whole
    ways = _solve(rows, totals, width) if totals is not None and width >= 3 else None
    out: list[Cells] = []
    for at, row in enumerate(rows):
        if whole[at]:
            out.append(tuple(row))
        elif ways is None:
            out.append((None,) * width)
        else:
            whole[at] = len(ways[at]) == 1
            out.append(tuple(column[0] if len(set(column)) == 1 else None for column in zip(*ways[at], strict=True)))
    return out, whole


def _solve(rows: Sequence[Sequence[float]], totals: Sequence[float], width: int) -> list[list[Cells]] | None:
    """The ways that each row can stand in some solution of the whole table; None where there is none, or too many."""
    goal = _pence(totals)
    holds = [relation for relation in _RELATIONS if relation(goal)]
    ways = [[way for way in _ways(row, width) if all(relation(_pence(way)) for relation in holds)] for row in rows]
    if not all(0 < len(row) <= MOST_WAYS for row in ways):
        return None
    levels = [[_pence(way) for way in row] for row in ways]
    forward = _reach(levels, goal)
    back = _reach(levels[::-1], goal)
    if forward is None or back is None or goal not in forward[-1]:
        return None
    left = [{_less(goal, sums) for sums in level} for level in reversed(back)]
    return [
        [
            way
            for way, amounts in zip(row, levels[at], strict=True)
            if any(_more(sums, amounts) in left[at + 1] for sums in forward[at])
        ]
        for at, row in enumerate(ways)
    ]


def _ways(row: Sequence[float], width: int) -> list[Cells]:
    found = []
    for columns in combinations(range(width), len(row)):
        cells: list[float | None] = [None] * width
        for number, column in zip(row, columns, strict=True):
            cells[column] = number
        found.append(tuple(cells))
    return found


def _reach(levels: Sequence[Sequence[Amounts]], goal: Amounts) -> list[set[Amounts]] | None:
    """The column sums that the first n rows can have, for n = 0 ... all, as far as the rest can still bring them to the
    goal; None where they grow too many."""
    low, high = [(0,) * len(goal)], [(0,) * len(goal)]
    for row in reversed(levels):
        low.append(_more(low[-1], tuple(map(min, zip(*row, strict=True)))))
        high.append(_more(high[-1], tuple(map(max, zip(*row, strict=True)))))
    reached = [{(0,) * len(goal)}]
    for at, row in enumerate(levels):
        least, most = _less(goal, high[-at - 2]), _less(goal, low[-at - 2])
        sums = {_more(before, way) for before in reached[-1] for way in row}
        sums = {s for s in sums if all(a <= x <= b for a, x, b in zip(least, s, most, strict=True))}
        if len(sums) > MOST_SUMS:
            return None
        reached.append(sums)
    return reached


def _pence(cells: Sequence[float | None]) -> Amounts:
    # In hundredths: sums of floats would differ in the last place.
    return tuple(round((cell or 0) * 100) for cell in cells)


def _more(sums: Amounts, way: Amounts) -> Amounts:
    return tuple(a + b for a, b in zip(sums, way, strict=True))


def _less(goal: Amounts, sums: Amounts) -> Amounts:
    return tuple(a - b for a, b in zip(goal, sums, strict=True))
