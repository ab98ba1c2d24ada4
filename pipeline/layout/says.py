"""Does a text say that something is or was so, as a sentence does and no title?"""

from __future__ import annotations

import re

TELLS = 12  # words of a text that tells what was said

# Words that say that something is or was so, as no title does. "May" and "can" are months and tins too.
_FINITE = (
    r"(?:was|were|is|are|has|have|had|will|would|should|could|did|does|do|gave|said|took|made|went|told|felt|thought"
    r"|put|spoke|asked|advised|reported|proposed|seconded|stated|noted|explained|thanked|informed|suggested|confirmed"
    r"|welcomed|resolved|moved|requested|declared|agreed|raised|mentioned|commented|offered|apologi[sz]ed|attended"
    r"|called|opened|presented|updated|outlined|introduced|expressed|read|met|wished|remains?|continues?|needs?)"
)
VERB = re.compile(rf"\b{_FINITE}\b")
_SAYS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|gave|said|told|proposed,?\s+(?:and|seconded))\b"
)


def says(text: str, *, words: int = 0) -> bool:
    """Does a word of a text, which has at least so many, say that something is or was so?"""
    return len(text.split()) >= words and VERB.search(text) is not None


def is_sentence(text: str) -> bool:
    """Says that something was so, or is long and ends like a sentence: no title."""
    words = text.split()
    return _SAYS.search(text) is not None or (len(words) > 14 and text.rstrip().endswith("."))
