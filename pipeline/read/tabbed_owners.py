"""Owners and tasks that a tab holds in a column at the right margin, behind the sentence that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.initials import LETTERS
from pipeline.paper import fold
from pipeline.read.tabbed import is_person

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_SHORT_POST = re.compile(r"(?:Hon\.?\s)?(?:Sec|Treas|Chair|Pres)\.|(?:[A-Z]\.){2,3}")  # "Sec."


def split_owner(text: str) -> tuple[str, str]:
    """A sentence and the owner that a tab holds at the right margin ("", where none is)."""
    before, tab, after = text.rpartition("\t")
    sentence, owner = fold(before), fold(after)
    if tab and _SENTENCE_END.search(sentence) and len(sentence.split()) > 3 and _TASK_CELL.fullmatch(owner):
        return sentence, owner
    if (
        tab
        and len(owner.split()) in range(1, 5)
        and owner[0].isupper()
        and (not owner.endswith((".", ":")) or _SHORT_POST.fullmatch(owner))
        and not any(c.isdigit() for c in owner)
        and (_SENTENCE_END.search(sentence) or (len(sentence.split()) > 5 and _is_key(owner, sentence)))
        and len(sentence.split()) > 3
    ):
        return sentence, owner
    cells = [fold(cell) for cell in text.strip().split("\t")]
    return ("\t".join(cells) if all(map(is_person, cells)) else fold(text)), ""  # people in columns stay apart


def ends_cells(cells: Sequence[str]) -> bool:
    """A line's cells, the last of which is empty or says whose task the sentence before it is."""
    *told, last = cells or ("",)
    return any(len(cell.split()) > 3 for cell in told) and (not last.strip() or split_owner("\t".join(cells))[1] != "")


# A task in a column of its own, by letters that open or close it: "AB letter to the bank", "Rota to be drawn up / AB"
_KEY = r"[A-Z]{2,4}(?:\s?(?:[/,&]|and)\s?[A-Z]{2,4})*"
_TASK_CELL = re.compile(
    rf"{_KEY}\s(?:[a-z]|[-–—/:]\s|(?:by\s)?\d|[A-Z][a-z]{{2}}).{{0,160}}|[A-Z].{{5,160}}\s[/–—-]\s{_KEY}(?:\s?[/–—-]\s?.{{3,24}})?"
)


def _is_key(owner: str, sentence: str) -> bool:
    """Letters that stand for somebody, and not for who is named at the start: "Ann Box, Chair of the trust  AB"."""
    letters = LETTERS.fullmatch(owner) is not None and owner.isupper()
    names = "".join(word[0] for word in sentence.split()[:4])
    return letters and not sentence.endswith(":") and owner not in (names[:2], names[:3], names[1:3], names[1:4])
