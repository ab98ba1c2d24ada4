"""Where a title ends by its print: its bold, its line; and a title without the marks around it."""

from __future__ import annotations

import re

from pipeline.layout.numbers import ITEM_WORDS
from pipeline.layout.says import is_sentence
from pipeline.paper import Paragraph


def bold_end(paragraph: Paragraph) -> int:
    """Where the bold title ends and plain text begins: by its label, else by whole lines; 0 where it is all alike."""
    if any(line.bold for line in paragraph.lines[:1]) and (lead := lead_end(paragraph)):
        return lead  # the name behind "Treasurer's report:" still stands in the first line
    flags = [line.bold for line in paragraph.lines]
    if len(flags) > 1 and flags[0] and not all(flags):
        first_plain = flags.index(False)
        return max(paragraph.starts[first_plain] - 1, 0)
    return 0


def lead_end(paragraph: Paragraph) -> int:
    """Where the label in bold ends that the format tells of; 0 where none opens the paragraph."""
    lead = paragraph.lines[0].lead if paragraph.lines else ""
    return len(lead) if lead and paragraph.text.startswith(lead) else 0


def line_end(paragraph: Paragraph) -> int:
    """Where a title's line ends that was broken on purpose: the next line's first word would have fitted on it.

    0 where it was not, where the next line goes on in small letters, or where the paper has no places on a page.
    """
    if len(paragraph.lines) < 3:  # a title may stand on two lines
        return 0
    first, second, *_ = paragraph.lines
    widest = max((line.box[2] for line in paragraph.lines if line.box), default=0.0)
    if first.box is None or not second.text[:1].isupper() or first.text.rstrip().endswith((",", "-", "–", "&")):
        return 0
    letter = (first.box[2] - first.box[0]) / max(len(first.text), 1)
    fits = first.box[2] + (len(second.text.split()[0]) + 2) * letter < widest
    return max(paragraph.starts[1] - 1, 0) if fits and not is_sentence(first.text) else 0


FILE_SIZE = re.compile(r"\s*(?:pdf\s+icon\s*)?\(?(?:pdf|docx?|xlsx?),?\s+\d[\d.,]*\s*[km]b\)?\s*$", re.IGNORECASE)


_CLOCK = re.compile(
    r"\s*\(\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[–-]\s?\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?)?\)$", re.IGNORECASE
)


_AGENDA_NUMBER = re.compile(rf"\s+\(\s*{ITEM_WORDS}\s*\)$", re.IGNORECASE)


def clean_title(text: str) -> str:
    """A title without the marks around it: its closing colon, stars, the time, the agenda's number or the size of the
    file behind it."""
    text = _CLOCK.sub("", FILE_SIZE.sub("", re.sub(r"\s+", " ", text).strip()))
    text = _AGENDA_NUMBER.sub("", text)
    return re.sub(r"^[-–—]\s+", "", text.rstrip(":;").rstrip(" -–—").strip("*_ "))
