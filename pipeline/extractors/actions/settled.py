"""What is settled with the words that tell it, whoever's name stands beside them: payments, planning comments, news."""

from __future__ import annotations

import re

from pipeline.extractors.actions.promises import commits
from pipeline.rules.match import Matcher

_PAYS = re.compile(
    r"\b(?:donate|donation|pay|payment|quote|quotation|grant|accepted)\b.{0,60}[£$€]|[£$€]\s?\d.{0,120}\b(?:be\s+accepted|donated|paid)\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(r"\b(?:[A-Z]{0,4}/?)?\d{2,4}/\d{3,6}\b")  # "24/00333/TPO", "P/2024/0187"
# "One sign has still to be erected", "a price is awaited", "the date needs to be fixed"
_PENDING = re.compile(
    r"\bstill\s+(?:to|being|need\w*|await\w*|investigat\w+|outstanding)\b|\b(?:has|have|had|is|are|was|were)\s+(?:still|yet)\s+to\b|"
    r"(?<!would )(?<!was )(?<!were )(?<!had )(?<!were due )\bto\s+be\s+[a-z]+(?:ed|en|t|d)\b|"
    r"\b(?:is|are|was|were|be)\s+awaited\b|\b(?:is|are)\s+needed\b|"
    r"\bneeds?\s+to\s+be\b|\b(?:is|are|was|were)\s+expected\b|\bit\s+is\s+hoped\b|\bbeing\s+(?:investigated|arranged|developed|prepared)\b",
    re.IGNORECASE,
)
# "There is no further news", "This was agreed", "Ann had recently cut the paths", "The Board welcomed the plan"
_OVER = re.compile(
    r"\W*(?:there\s+(?:is|was|were)\s+no(?:thing)?\s+(?:further\s+|more\s+|new\s+)?(?:news|information|updates?|report|developments?)\b"
    r"|(?:this|that|it|these|they)\s+(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|approved|accepted|noted)\W*$"
    r"|(?:agreed|noted|approved)(?:\s+and\s+(?:signed|adopted|noted))?\W*$"
    r"|(?:[Tt]his|it)\s+was\s+proposed\s+by\b[^;]*\bseconded\b[^;]*\b(?:approved|agreed|carried)\W*$"
    r"|(?:the\s+)?\S+\s+had\s+(?:recently|already|since)\s+\w+|(?:the\s+)?\S+\s+had\s+attended\b"
    r"|permission\s+(?:has|had)\s+been\s+(?:granted|given|refused)\b"
    r"|(?:the\s+)?(?:board|council|committee|governors|members|trustees|panel|cc|pc)\s+(?:\w+ly\s+)?(?:welcomed|supported|commended|thanked|congratulated"
    r"|(?:is|are|was|were)\s+(?:very\s+)?(?:happy|pleased|delighted)\s+with)\b"
    r"|(?:the\s+)?[\w ]{2,40}\spresented\s+(?:a|the|his|her|their)\s+(?:paper|report|update)\b"
    r"|it\s+(?:seemed|seems|was|is)\s+(?:unlikely|possible|likely)\b|due\s+to\s+[^.;]{3,40}\swas\s+not\s+(?:adopted|agreed|approved)\b"
    r"|some\s+[\w ]{2,40}\shave\s+already\s+done\b)",
    re.IGNORECASE,
)


def is_pending(sentence: str) -> bool:
    """It tells that something is still to come, and commits nobody."""
    return _PENDING.search(sentence) is not None


# "The position was to be made clear", "a letter was to go out": with an owner beside it, what is left to do.
_WAS_TO = re.compile(r"^(?:(?!\b(?:when|whether|why|how|if|what)\b)[^;])*?\b(?:was|were)\s+to\s+(?!have\b)[a-z]{2,}")


def is_to_come(sentence: str) -> bool:
    """Something is still to come, or had to be done when the meeting told of it."""
    return is_pending(sentence) or _WAS_TO.search(sentence) is not None


def is_over(sentence: str, matcher: Matcher) -> bool:
    """News, thanks or an agreement that leave nothing to be done."""
    return _OVER.match(sentence) is not None and not is_pending(sentence) and commits(sentence, matcher) is None


def is_settled(sentence: str, matcher: Matcher) -> bool:
    """An agreed payment, or a comment on a planning application, that commits nobody: a decision and no action."""
    paid = _PAYS.search(sentence) is not None and matcher.first("decision", sentence, part="text") is not None
    told = _APPLICATION.search(sentence) is not None and matcher.first("decision", sentence, part="row") is not None
    return (paid or told) and commits(sentence, matcher) is None
