"""Text whose line ends a conversion lost: "... 1. Apologies None. 2. Minutes Agreed." as a line for each number."""

from __future__ import annotations

import re

LONG = 1000  # characters: a paragraph with more may be a whole page in one line
ENOUGH = 4  # numbers that count on

_NUMBER = re.compile(r"(?:^|\s)(?=(?P<item>\d{1,2})(?:\.(?P<minute>\d{1,2}))?\.?\s+[A-Z‘“])")
_LABEL = re.compile(r"\s(?=(?:Also\s+)?(?:Present|PRESENT|In\s+[Aa]ttendance|IN\s+ATTENDANCE|Apologies|APOLOGIES)\s?:)")
_BULLET = re.compile(r"\s+(?=•\s)")


def with_line_ends(text: str) -> str:
    """The text with a line feed for the blank in front of each number that counts on, each bullet and each label of
    people before the first number; as it is where fewer than a few numbers do."""
    if len(text) < LONG:
        return text
    cuts: list[int] = []
    item = minute = items = 0
    for found in _NUMBER.finditer(text):
        number, part = int(found["item"]), int(found["minute"] or 0)
        if part and number == item and part == minute + 1:
            minute = part
        elif not part and number == item + 1:
            item, minute, items = number, 0, items + 1
        else:
            continue
        cuts.append(found.start())
    if items < ENOUGH:
        return text
    cuts += [found.start() for found in _LABEL.finditer(text, 0, cuts[0])]
    cuts += [found.start() for found in _BULLET.finditer(text)]
    letters = list(text)
    for cut in cuts:
        letters[cut] = "\n"
    return "".join(letters)
