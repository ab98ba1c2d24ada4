"""What a verdict closes where no motion is put: the sentence before it, the title above it, or nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.decisions.motions import titled, told
from pipeline.extractors.decisions.moved_lines import names_movers
from pipeline.extractors.places import Piece
from pipeline.layout.says import says
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Match, Matcher

_FEWEST = 3  # words of a matter
_VERDICT = 3  # words of a verdict that is a sentence by itself
_FATE = re.compile(r"\b(?:carried|passed|lost|defeated)\b", re.IGNORECASE)  # of a motion, which stands before it
_ROW = re.compile(r"(?:[£$€]\s?)?\d[\d,]*\.\d\d\W*$")
_PUT = re.compile(
    r"(?:^|[.:]\s+)To\s+[a-z]+\s|\b(?:[Mm]ov(?:ed|er?)|[Ss]econd(?:ed|er)|[Pp]roposed|[Mm]otion|MOTION|MOVED|[Ss]uggest(?:ed|s)|[Pp]rop|[Ss]ec|THAT|THEREFORE|RESOLVED)\b|(?:^|[.:]\s+)That\b"
)
# "Box SECONDED the motion. It was agreed.": the motion stands further up, and is not what was said last
_SECONDS = re.compile(r"\bseconded\s+(?:this|the|that|his|her)\s+(?:motion|proposal|amendment)\b", re.IGNORECASE)
# "This was agreed" and "Otherwise agreed" say less than the words that they are said of.
_LEANS = re.compile(
    r"\W*(?:this|that|it|these|so|otherwise|both|the|we|(?:all\s+)?(?:members|trustees|governors)|all(?!\s(?:two|three|four|five|\d)))\b|.*\b(?:unanimous|by\b)",
    re.IGNORECASE,
)


def is_verdict(said: str, of: str, before: str) -> bool:
    """Is a sentence a verdict by itself, "Agreed.", on what was told, and no end of a motion or of a list's entry?

    Args:
        of: the words that it closes.
        before: all that the paragraph says before it; an entry, "Letter from the bank. Noted", tells nothing.
    """
    if _SECONDS.search(of):
        return len(said.split()) <= 2 * _VERDICT
    if _FATE.search(said):
        return False
    if len(said.split()) > _VERDICT or ":" in said or _LEANS.match(said) or _PUT.search(of):
        return False
    return said.rstrip().endswith(".") or says(before)


def matter_above(
    whole: Sequence[Piece], at: int, match: Match, own: tuple[int, int], matcher: Matcher
) -> tuple[int, int, int]:
    """What "Agreed", in a paragraph of its own, closes: the last sentence above it and its list, or its own words.

    Args:
        own: where the sentence that closes stands in its paragraph.
    """
    if _SECONDS.search(whole[at].paragraph.text, 0, own[0]):
        return (at, *own)
    back = next((n for n in range(at - 1, 0, -1) if not _between(whole[n].paragraph.text, matcher)), 0)
    above = whole[back] if at else None
    if above is not None and above.section is whole[at].section and above.kind != "heading":
        text = above.paragraph.text
        spans = sentences(text)
        while len(spans) > 1 and told(text[slice(*spans[-1])], matcher):
            spans.pop()
        if is_verdict(match.text, text, text):
            return (at, *own)
        if spans and not match.get("subject") and len(text.split()) >= _FEWEST:
            return (back, *spans[-1])
    return titled(whole, at) or (at, *own)


def _between(text: str, matcher: Matcher) -> bool:
    """Does a paragraph stand between a matter and what closes it: a row of sums, who moved and who seconded?"""
    return _ROW.search(text) is not None or names_movers(text, matcher)
