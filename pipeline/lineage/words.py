"""Two texts word by word: is a resolution what was recommended, and where does it differ?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.lineage.links import Change

_WORD = re.compile(r"[£$€]?\w+(?:[.,/’'-]\w+)*%?")
# Words that a resolution has only because it reports what was recommended: "To NOTE that" and "RESOLVED that it notes".
_LIGHT = frozenset(
    "a also an and any be been is it its of the that this these to was were resolved agreed unanimously hereby duly "
    "members council committee cabinet board forum panel county parish town it's itself his her their following "
    "recommended recommendation motion carried or was".split()
)
_LEAD = 14  # words before the recommended ones that may only say who resolves


def held(before: str, after: str) -> float:
    """How much of the first text's words the second has in the same order, 0 to 1."""
    first, second = ([_key(word) for word in _WORD.findall(text) if not _is_light(word)] for text in (before, after))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(first) if first else 0.0


def differences(before: str, after: str, *, part: bool = False) -> tuple[Change, ...]:
    """The places where words differ, inflection, capitals and who resolves set aside; none where it is the same.

    Args:
        part: the second text may say more before and behind; that is no difference.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    first, second = [_key(word) for word in old], [_key(word) for word in new]
    if part:
        matched = [m for m in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks() if m.size > 1]
        if matched:
            start, end = matched[0].b, matched[-1].b + matched[-1].size
            if first[0] in second[:start] + second[end:]:  # "accept the offer": "the offer be accepted"
                old, first = old[1:], first[1:]
            new, second = new[start:end], second[start:end]
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    changes = []
    for at, (tag, a, b, c, d) in enumerate(blocks):
        if tag == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        opens = at == 0 and len(come) <= _LEAD and all(_is_light(word) for word in gone)
        if opens and re.search(r"\b(?:resolved|agreed|decided|that)\b", " ".join(come), re.IGNORECASE):
            continue
        if all(map(_is_light, gone)) and all(map(_is_light, come)):
            continue
        changes.append(Change(" ".join(gone), " ".join(come)))
    return tuple(changes)


def shown(before: str, after: str) -> str:
    """The second text with what it left out of the first in [-…-] and what it put in as {+…+}."""
    old, new = before.split(), after.split()
    first, second = ([_key(word.strip(".,;:()“”\"'")) for word in words] for words in (old, new))
    out: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            out += new[c:d]
            continue
        out += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        out += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(out)


_CONDITION = re.compile(
    r"\b(?:subject\s+to|provided|except|excluding|unless|conditional|but|not|instead|until)\b", re.IGNORECASE
)


def says_more(before: str, after: str) -> bool:
    """Is the second text so much longer that it must also say something else, and no condition?"""
    longer = len(_WORD.findall(after)) > 1.5 * len(_WORD.findall(before)) + 3
    conditions = len(_CONDITION.findall(after)) > len(_CONDITION.findall(before))
    return longer and not conditions


def _is_light(word: str) -> bool:
    return word.casefold() in _LIGHT or (len(word) == 1 and not word.isdigit()) or bool(_MARK.fullmatch(word))


_MARK = re.compile(r"[ivx]{1,4}", re.IGNORECASE)


def _key(word: str) -> str:
    """A word without its inflection: NOTE, Notes and noted are one; 356.0k is itself."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    if not plain.isalpha():
        return plain
    for ending in ("ing", "ies", "ed", "es", "s", "d", "y", "e"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain.removesuffix(ending)
    return plain


def joined(changes: Sequence[Change]) -> str:
    """Changes in a sentence: “amended” left out; “as amended on the day” put in; “May” became “June”."""
    said = []
    for one in changes:
        if one.before and one.after:
            said.append(f"“{one.before}” became “{one.after}”")
        else:
            said.append(f"“{one.before}” left out" if one.before else f"“{one.after}” put in")
    return "; ".join(said)
