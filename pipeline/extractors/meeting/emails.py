"""Minutes sent as an email and printed: who wrote to whom, and when, says nothing of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.paper import Line

HEAD = 14  # lines in which an email's head stands
FEWEST = 3  # of its labels
_LABEL = re.compile(r"\W*(?P<label>from|to|cc|bcc|date|sent|reply-to|attachments?|subject)\s*:\s*", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d")  # when the page was printed
_AGAIN = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)


def without_email_head(lines: Sequence[Line]) -> list[Line]:
    """A paper's first lines without an email's head, of which the subject stays; other papers' lines as they are."""
    labels = {at: found for at, line in enumerate(lines[:HEAD]) if (found := _LABEL.match(line.text))}
    told = {found["label"].lower() for found in labels.values()}
    if len(told) < FEWEST or not {"from", "subject"} <= told:
        return list(lines)
    out: list[Line] = []
    for at, line in enumerate(lines):
        found = labels.get(at)
        if found is not None and found["label"].lower() == "subject":
            out.append(replace(line, text=_AGAIN.sub("", line.text[found.end() :])))
        elif found is None and not (at < HEAD and _PRINTED.search(line.text)):
            out.append(line)
    return out
