"""Several owners beside a row of several paragraphs: which stands for which, where they come in the same order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache


def in_order(groups: int, weights: Sequence[Callable[[int], int]]) -> list[int]:
    """The place of each group, in the groups' order, that gives the most weight together; [] where there are too few.

    Args:
        groups: so many owners stand beside the row.
        weights: for each paragraph of the row what it weighs as that of the nth owner.
    """
    if groups > len(weights):
        return []

    @cache
    def best(group: int, first: int) -> tuple[int, tuple[int, ...]]:
        if group == groups:
            return 0, ()
        options = []
        for place in range(first, len(weights) - (groups - group) + 1):
            rest, places = best(group + 1, place + 1)
            options.append((weights[place](group) + rest, (place, *places)))
        return max(options, key=lambda option: option[0])

    return list(best(0, 0)[1])
