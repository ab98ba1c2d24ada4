"""Numbered parts of what an item says, which open no items: "RESOLVED: 1. ...; 2. ..."; "The following:" with rows."""

from __future__ import annotations

import re

from pipeline.layout.numbers import Mark
from pipeline.layout.says import is_sentence
from pipeline.paper import Paragraph

_STEM = re.compile(
    r"\b(?:RESOLVED|RECOMMENDED|Resolved|Recommended|(?:resolved|agreed)\s+(?:to|that))\b[^.:;]{0,60}:\s*[–-]?\s*$"
)
# "RESOLVED - That Members of the Committee", without a colon: opens only parts that end as sentences do.
_BARE_STEM = re.compile(
    r"(?:^|[.]\s)\W*(?:RESOLVED|Resolved)\b(?:\s[a-z]+ly)?[\s–-]*(?:[Tt]hat|THAT|[Tt]o)?"
    r"(?:\s+(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*|of|the)){0,6}\s*$"
)
# "The following were agreed as actions:" within an item
_FOLLOWING = re.compile(r"\b[Ff]ollowing\b[^.;:]{0,90}:\s*[–-]?\s*$")
# "## Key decisions made"
_DECIDED = re.compile(r"\W*(?:(?:key|main|summary\s+of)\s+)?decisions(?:\s+(?:made|taken|reached))?\W*", re.IGNORECASE)
_ENDED = re.compile(r"(?:[.;,:]|\band)\s*$")
_TITLE = 14  # words that a title has at most


class InnerList:
    """Goes down a paper's paragraphs and knows whether a list of parts is open."""

    def __init__(self) -> None:
        self._open = False
        self._bare = False  # its opening has no colon
        self._last: Mark | None = None  # of its parts
        self._ended = True  # all its parts end as sentences do
        self._told = False  # the last paragraph was a sentence that ends with a colon
        self._item: Mark | None = None  # the last number outside such lists

    def holds(self, part: Paragraph, mark: Mark | None, *, first: bool) -> bool:
        """Is a paragraph the opening of a list or one of its parts?

        Args:
            mark: the number that the paragraph has.
            first: no number stands above it; "the following:" there opens the items themselves.
        """
        ends = _ENDED.search(part.text) is not None
        if self._told and mark is not None and mark.groups[-1:] == (1,):
            self._open = True  # "She said that two bars were loose:" above "1. The middle bar"
        self._told = False
        goes_on = self._open and mark is not None and _counts_on(self._last, mark) and (ends or not self._bare)
        if goes_on and self._last is not None and self._ended and not ends and self._is_next_item(part, mark):
            goes_on = False
        self._ended = not goes_on or (self._ended and ends)
        self._last = mark if goes_on else None
        if goes_on:
            return True
        self._item = mark or self._item
        self._bare = _BARE_STEM.search(part.text) is not None
        opens = _STEM.search(part.text) or _DECIDED.fullmatch(part.text) or (not first and _FOLLOWING.search(part.text))
        self._open = self._bare or bool(opens)
        self._told = not first and mark is None and part.text.rstrip().endswith(":") and is_sentence(part.text)
        return self._open

    def _is_next_item(self, part: Paragraph, mark: Mark | None) -> bool:
        """ "3. Next meeting" behind the parts "1. The plan be kept." and "2. ..." of item 2."""
        item = self._item
        if item is None or mark is None or not item.groups or not mark.groups or len(part.text.split()) > _TITLE:
            return False
        same = mark.style == item.style and mark.groups[:-1] == item.groups[:-1]
        return same and mark.groups[-1] == item.groups[-1] + 1


def _counts_on(before: Mark | None, mark: Mark) -> bool:
    """Does a part's mark open a list, or count on in the one that is open?"""
    if before is None or mark.style != before.style:
        return before is None or mark.groups[-1:] in ((), (1,))
    if mark.printed.endswith(".") != before.printed.endswith("."):
        return False  # "3  Annual Report" behind "2. To write"
    return not mark.groups or mark.groups[-1] == before.groups[-1] + 1
