"""When somebody is to be at an event: on its day, which the words before tell, "A fair on 5 May. Ann will attend"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.layout.sentences import sentences
from pipeline.wording import MONTHS

# What is done at an event and on its day; "to represent us on the panel" has no day.
_ATTENDS = re.compile(
    r"\b(?:to|will|would|agreed\s+to|volunteered\s+to|offered\s+to|be)\s+(?:(?:also|both|all|be)\s+)?"
    r"(?:attend(?:ing)?|in\s+attendance|present|go(?:ing)?(?:\s+(?:along|there|round))?|represent(?:ing)?|sit(?:ting)?\s+on"
    r"|speak(?:ing)?\s+there|be\s+there|there)\b(?!\s+(?:to\s+the\s+bank|ahead|back|on\b|out\b|up\b|with\s+the\s+(?:quote|cheapest|lowest)))"
)
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?t?\.?" for name in MONTHS)
_DAY = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b(?:,?\s20\d\d)?"
    rf"|\b(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s20\d\d)?|(?<![\d/.,£€$-])\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d/%])",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:was|were|had\s+been|took\s+place|dated|letters?\s+of|minutes\s+of|last|previous|since|received|until)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def with_day_of_event(action: FoundAction, piece: Piece) -> FoundAction:
    """The action, due on the one day that its sentence or the one before names, where it is to be at something."""
    attends = _ATTENDS.search(action.task)
    at = piece.paragraph.text.find(action.task)
    if action.due is not None or action.carried or attends is None or at < 0:
        return action
    head = piece.paragraph.text[: at + attends.start()]
    told = [head[a:b] for a, b in sentences(head)][-2:]
    for words in reversed(told or [piece.sub or piece.section.title]):
        days = [day for day in _DAY.finditer(words) if not _OVER.search(words[: day.start()])]
        if days:
            return replace(action, due=days[0][0]) if len(days) == 1 else action
    return action
