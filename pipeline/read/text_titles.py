"""Titles of a plain text on lines of their own above what was said, with white space around them or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.parts import runs_on
from pipeline.read.text_columns import Row, starts_marked

NARROW = 60  # letters: no text is wrapped at less
LONGEST = 9  # words of a title above its text
SAID = 3  # words that a sentence below a title has at least

CAME = re.compile(
    r"\W*(?:(?:\w+\s){0,2}(?:present|attendees|attending|in\s+attendance|absent|apologies))\b[^:]{0,30}:", re.IGNORECASE
)
ENDED = re.compile(r"[.!?:;][\"'”’)]*$")
_TITLE = re.compile(r"[A-Z][^.,;:!?|]*")
_BLOCK_TITLE = re.compile(r"[A-Z][^.,;:!|]*")  # "How do we find new members?"
# Who came, the meeting and its day: what the title block says.
_FRONT = re.compile(
    r"^\W*(?:(?:\w+\s){0,2}(?:present|attendees|attending|attendance|absent|apologies|regrets)\b|(?:draft\s+)?(?:minutes|notes)\s+of\s+(?:the|a|an)\b)",
    re.IGNORECASE,
)
BLOCKS = 4  # titled blocks that make titles
NEARLY_ALL = 0.7  # of the blocks from the first of them on
TITLED = 3  # lines that stand above their text


def below_titles(rows: Sequence[Row], width: int) -> frozenset[int]:
    """Sentences right below a line that is a title: short, with no end, the first below a blank line; several do so."""
    below = {n for n in range(1, len(rows)) if (n == 1 or rows[n - 1].blanks) and _is_above(rows, n, width)}
    if sum(_is_told(rows[n].text) for n in below) < TITLED:
        return frozenset()
    return frozenset(n for n in below if _is_told(rows[n].text) or rows[n].text.endswith("."))  # "None."


def _is_above(rows: Sequence[Row], n: int, width: int, shape: re.Pattern[str] = _TITLE) -> bool:
    """Is the line before a title, short and with no end, of which this line is no part?"""
    title, below = rows[n - 1].text, rows[n]
    return (
        not below.blanks
        and shape.fullmatch(title) is not None
        and len(title.split()) <= LONGEST
        and len(title) + len(below.text.split()[0]) < 0.7 * max(width, NARROW)
        and not runs_on(title, below.text)
    )


def block_titles(rows: Sequence[Row], width: int) -> dict[int, tuple[str, int]]:
    """Titles right above their text in nearly every block that blank lines part, and the level they stand at; none
    where fewer blocks are so.
    """
    starts = [n for n, row in enumerate(rows) if row.blanks or n == 0]
    blocks = list(pairwise([*starts, len(rows)]))
    titled = [n for n, end in blocks if end > n + 1 and _is_above(rows, n + 1, width, _BLOCK_TITLE)]
    items = {n for n in titled if _is_told(rows[n + 1].text)}  # "Apologies" above a sentence
    front = max(
        (n for n, end in blocks if n not in items and any(_FRONT.search(row.text) for row in rows[n:end])), default=-1
    )
    titled = [n for n in titled if n > front and not starts_marked(rows[n].text)]
    told = sum(_is_told(rows[n + 1].text) or starts_marked(rows[n + 1].text) for n in titled)
    below = sum(n >= titled[0] for n in starts) if titled else 0
    sure = len(titled) >= BLOCKS and told >= TITLED and len(titled) >= NEARLY_ALL * below
    return {n: (rows[n].text, 2) for n in titled} if sure else {}


def packed_titles(rows: Sequence[Row], width: int) -> frozenset[int]:
    """Titles with no blank line around them and the lines below them, where a sentence or a list ends above.

    So a PDF's text comes whose white space was lost; several such lines make titles.
    """
    titles = [
        n
        for n in range(1, len(rows) - 1)
        if not rows[n].blanks
        and (rows[n - 1].indent > rows[n].indent or CAME.match(rows[n - 1].text) or ENDED.search(rows[n - 1].text))
        and not rows[n - 1].text.endswith(":")
        and _is_above(rows, n + 1, width)
        and (_is_told(rows[n + 1].text) or starts_marked(rows[n + 1].text))
    ]
    return frozenset(at for n in titles for at in (n, n + 1)) if len(titles) >= TITLED else frozenset()


def _is_told(text: str) -> bool:
    """Words of a sentence from its beginning on: most of them small."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    opens = text[:1].isupper() or text[:1] in "£€$“‘"
    return opens and len(words) > SAID and (small * 2 > len(words) or (small > 2 and text.endswith(".")))
