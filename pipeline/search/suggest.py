"""A word that no record has, and the word of the records that was probably meant."""

from __future__ import annotations

import re

from pipeline.search.query import Node, Start, wanted
from pipeline.search.store import Store
from pipeline.search.words import plain, words_of

_SHORTEST = 4
"""Letters of a word that has a suggestion: of short words too many others are near."""


def suggestion(typed: str, tree: Node, store: Store) -> str:
    """What was typed with each unknown word replaced by the likeliest one of the index; "" where there is none."""
    leaves = [leaf for leaf in wanted(tree) if not isinstance(leaf, Start)]
    counts = store.counts(sorted({stem for leaf in leaves for stem in leaf.stems}))
    said = typed
    for leaf in leaves:
        for word, stem in zip(words_of(leaf.typed), leaf.stems, strict=True):
            if not counts.get(stem) and (better := _nearest(plain(word), store)):
                said = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", better, said)
    return said if said != typed else ""


def _nearest(word: str, store: Store) -> str:
    """The word with fewest wrong letters (one for short words, two for long ones), then that of most entries."""
    from rapidfuzz.distance import OSA

    if len(word) < _SHORTEST or not word.isalpha():
        return ""
    far = 1 if len(word) < 6 else 2
    near: list[tuple[int, bool, int, str]] = []
    for other, entries in store.spellings(len(word) - far, len(word) + far).items():
        distance = OSA.distance(word, other, score_cutoff=far)
        if distance <= far and other.isalpha():
            near.append((distance, other[0] != word[0], -entries, other))
    return min(near)[3] if near else ""
