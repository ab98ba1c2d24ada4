"""Motions whose fate stands after them: which sentences and paragraphs a closing word such as "Carried" settles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.decisions.moved_lines import names_movers, under_mover
from pipeline.extractors.places import Piece
from pipeline.layout.paragraphs import paragraph_of, unmarked
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Match, Matcher

Span = tuple[int, int]

_ABOUT = re.compile(
    r"\b(?:motion|amendment|propos(?:al|ition)|resolution)\s+(?:(?:made\s+)?by\s[^.;]{3,120}?\s(?:to|that)\s|(?:to|that|for|of|on)\b)"
    # "The chair put the fee to the vote and it was carried."
    r"|\bput\s+the\s+(?!(?:motion|amendment|question|matter|proposal|resolution|recommendation|item|issue)s?\b)[^.;]{3,80}?\s+to\s+(?:the|a)\s+vote\b",
    re.IGNORECASE,
)
_AND_THAT = re.compile(r"\W{0,3}(?:and\s+)?(?:be\s+it\s+)?(?:further\s+)?(?:resolved\s+)?that\b", re.IGNORECASE)
# "Ann made a motion to recess. I ask that Ben be there. Cal seconded. Carried."
_MADE = re.compile(r"\bma(?:de|kes)\s+(?:a|the)\s+motion\b")
_PUTS = re.compile(r"(?:[^.:;]{0,60}:\s*)?[“\"]?(?:That|THAT|BE\s+IT|NOW,?\s+THEREFORE)\b")
_CLAUSE = re.compile(
    r"(?:;|,(?=\s+(?:and|AND)\s))\s+(?:and\s+|AND\s+)?(?:further\s+|FURTHER\s+)?(?=THAT\b)|;\s+(?:and\s+)?(?=That\b)"
    r"|[.,]?\s+(?=AND\s+(?:FURTHER\s+)?THAT\b)"
)
_LIMB = re.compile(
    r";\s+(?:and\s+)?(?=(?:that\s+|to\s+)?(?:note|agree|approve|delegate|recommend|authori[sz]e|endorse|adopt|support|"
    r"refer|request|instruct)\b)|\s+and\s+(?=(?:NOTED|APPROVED|AGREED|ENDORSED|RESOLVED|RATIFIED)\b)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\s+and\s+(?:NOTED|APPROVED|AGREED|ENDORSED|RESOLVED|RATIFIED)\b")
_ROLL = re.compile(
    r"\W*(?:for|against|abstain\w*|abstentions?|withheld|ayes?|yeas?|nays?|noes|yes|no|absent|in\s+favou?r|opposed)\b[\s\W]*[\d,]*\W*$",
    re.IGNORECASE,
)
# "Absent: Box. Abstain: none. Motion carried.": the last line of a roll that a page has cut off
_ONLY_VOTES = re.compile(
    r"(?:\W*(?:absent|abstain\w*|abstentions?|excused|nays?|noes|no|opposed|voting\s+nay|against)\s*:[^.:]{1,80}\.){1,4}"
    r"\W*(?:the\s+)?(?:motion\s+)?(?:carried|passed|approved)\W*",
    re.IGNORECASE,
)
_SAYS_OF_TITLE = re.compile(r"(?:agreed|approved|accepted|adopted|confirmed|noted|received)\W*", re.IGNORECASE)
_OPENS_MOTION = re.compile(r"\W*(?:MOTION|Motion)\s?:")
MOTION = re.compile(r"\b(?:motion|amendment)\b", re.IGNORECASE)
_TALK = re.compile(r"^(?:He|She|They|Following)\b|\bamend", re.IGNORECASE)
FURTHEST = 16  # paragraphs from a motion to what became of it
_WHAT = re.compile(r"\bthe\s(?:\w+\s)?(amendment|motion|proposal|recommendation)\b", re.IGNORECASE)
_SHORT = 700  # letters of a motion that is quoted with the sentence on its fate


def closes(match: Match, sentence: str, matcher: Matcher) -> bool:
    """Does a decision's rule close words that stand before the sentence?"""
    return match.get("attach") == "previous" or (bool(match.get("word")) and _procedure(sentence, matcher))


def goes_on_to(sentence: str, before: str) -> bool:
    """ "The motion was then put and carried" behind "The amendment was lost": the fate of another matter."""
    told, other = _WHAT.search(sentence), _WHAT.search(before)
    return told is not None and other is not None and told[1].casefold() != other[1].casefold()


def ends_closed(text: str, matcher: Matcher) -> bool:
    """Does a motion's paragraph say itself what became of it: "That hens be kept. Carried."?"""
    spans = sentences(text)
    match = matcher.first("decision", text[slice(*spans[-1])], part="text") if len(spans) > 1 else None
    return match is not None and closes(match, text[slice(*spans[-1])], matcher)


def only_closes(piece: Piece) -> bool:
    """ "CARRIED.", and nothing that was; "Agreed." right below an item's title says that of what the title names."""
    text = piece.paragraph.text.strip()
    if _ONLY_VOTES.fullmatch(text):
        return True
    return " " not in text and not (piece.section.title and _SAYS_OF_TITLE.fullmatch(text))


def has_motion(sentence: str, closing: Match, matcher: Matcher) -> bool:
    """Does the sentence that closes a motion say the motion too: "A motion to sell the van was lost"?"""
    if _ABOUT.search(closing.text[closing.start : closing.end]):
        return True
    before = sentence[: closing.start]
    return (
        len(before.split()) > 4
        and not _procedure(sentence, matcher)
        and matcher.first("decision", before, part="motion") is not None
    )


def clauses(text: str, spans: Sequence[Span], n: int, matcher: Matcher) -> list[Span]:
    """The clauses of the motion that sentence `n` closes; the last runs on to that sentence's end.

    None where the motion stands in a paragraph above.
    """
    last = n - 1
    while last >= 0 and _says_how(text[slice(*spans[last])], last > 0, matcher):
        last -= 1
    if last == n - 1 and last > 0 and len(text[slice(*spans[last])].split()) <= 4:
        last -= 1  # "Clerk to investigate. Prop AB": the matter stands before the task
    if last < 0:
        return []
    moved = (n for n in range(last, max(-1, last - 3), -1) if _MADE.search(text, *spans[n]))
    first = next((n for n in range(last, max(-1, last - 6), -1) if _PUTS.match(text, *spans[n])), next(moved, last))
    while first > 0 and _AND_THAT.match(text, spans[first][0]) and "THAT" in text[slice(*spans[first - 1])].upper():
        first -= 1
    starts = [spans[k][0] for k in range(first, last + 1) if k == first or _AND_THAT.match(text, spans[k][0])]
    return list(zip(starts, [*starts[1:], spans[n][1]], strict=True))


_MATTER = re.compile(
    r"\b(?:minutes|agenda|notes|report|accounts|budget|motion|proposal|request|application)\b", re.IGNORECASE
)


def titled(whole: Sequence[Piece], at: int) -> tuple[int, int, int] | None:
    """The title of the item in which "Accepted." stands alone right below it, where it says what was."""
    above, piece = whole[at - 1] if at else None, whole[at]
    if above is None or above.paragraph is not piece.section.heading or " " in piece.paragraph.text.strip():
        return None
    if (above.paragraph.lines[0].block or "").startswith("t"):
        return None  # a row of a table, whose cells are told apart
    return (at - 1, 0, len(above.paragraph.text)) if _MATTER.search(above.paragraph.text) else None


def motion_above(whole: Sequence[Piece], at: int, known: set[int], matcher: Matcher) -> list[int]:
    """The paragraphs above `at` that hold the motion which it closes, clause by clause; none where it is not near.

    Args:
        known: the paragraphs in which a decision has been read.
    """
    strangers = 0
    listed = False  # what is gone through are conditions, numbered below the motion
    for back in range(at - 1, max(-1, at - FURTHEST), -1):
        piece = whole[back]
        text = piece.paragraph.text
        if piece.section is not whole[at].section:
            break
        if matcher.first("decision", text[-200:], part="put"):
            return [back]
        if piece.kind == "heading" and len(text.split()) < 8:
            break
        if _ROLL.match(text) or _names(text) or _procedure(text, matcher) or names_movers(text, matcher):
            continue
        if piece.paragraph.printed and back not in known and not MOTION.search(text):
            listed = True
            continue
        if listed and not text.rstrip().endswith(":"):
            break
        listed = False
        if back in known or matcher.first("decision", text, part="motion"):
            return [*clauses_above(whole, back), back]
        strangers += 1
        if strangers > 1:
            break
    return under_mover(whole, at, known, matcher, told=strangers)


def roll_from(whole: Sequence[Piece], at: int) -> str:
    """A paragraph and the rows of votes below it: "AYES: 5" above "NAYS: 0"."""
    rows = itertools.takewhile(lambda piece: _ROLL.match(piece.paragraph.text), whole[at + 1 : at + 4])
    return " ".join(piece.paragraph.text for piece in (whole[at], *rows))


def with_closing(
    whole: Sequence[Piece], where: int, at: int, match: Match, matcher: Matcher, last: str = ""
) -> Piece | None:
    """A motion and the sentence on its fate right below, where that says more than "Carried".

    Args:
        last: what stands in front of that sentence; the motion's own last words, unless it tells of procedure.
    """
    first, below = whole[where], whole[at]
    near = at - where <= 2 and first.section is below.section and "bullet" not in (first.kind, below.kind)
    more = bool(last.strip()) and not _procedure(last, matcher)
    if not near or (len(match.text.split()) < 5 and not more):
        return None
    joined = unmarked(paragraph_of([line for piece in whole[where : at + 1] for line in piece.paragraph.lines]))
    return replace(first, paragraph=joined) if len(joined.text) <= _SHORT else None


def put_above(whole: Sequence[Piece], at: int) -> bool:
    """Does a paragraph that opens "MOTION: Box/Carr" stand right above?"""
    above = whole[at - 1]
    return at > 0 and above.section is whole[at].section and _OPENS_MOTION.match(above.paragraph.text) is not None


def clauses_above(whole: Sequence[Piece], at: int) -> list[int]:
    """The paragraphs right above `at` that are earlier clauses of its motion: "THAT the hedge be cut; and"."""
    first = at
    while first > 0 and _AND_THAT.match(whole[first].paragraph.text) and _goes_on(whole[first - 1], whole[at]):
        first -= 1
    return list(range(first, at))


def limbs(text: str, start: int, end: int, match: Match) -> list[Span]:
    """A resolution that notes one thing; and agrees another is two; so are "THAT ...; THAT ..."."""
    cuts = [m.span() for m in _CLAUSE.finditer(text, start + 1, end) if "THAT" in text[start : m.start()].upper()]
    if match.get("list"):
        cuts += [m.span() for m in _LIMB.finditer(text, start, end) if _is_limb(text, m)]
    cuts = sorted(set(cuts))
    starts = [start, *(b for _, b in cuts)]
    return [span for span in zip(starts, [*(a for a, _ in cuts), end], strict=True) if span[0] < span[1]]


def _is_limb(text: str, cut: re.Match[str]) -> bool:
    if re.search(r"\b(?:NOTED|RECEIVED|CONSIDERED|AGREED)$", text[: cut.start()]):
        return False  # "The Committee RECEIVED and NOTED the report"
    return cut[0].lstrip().startswith(";") or _CAPITALS.match(text, cut.start()) is not None


def moves(words: str, matcher: Matcher) -> bool:
    """Do the words before "seconded by Ben" put a motion, and not tell of a debate?"""
    return not _TALK.search(words) and matcher.first("decision", words, part="motion") is not None


def told(sentence: str, matcher: Matcher) -> bool:
    """Does a sentence only tell what had been decided before?"""
    return any(guard.rule.id == "guard-had" for guard in matcher.find("decision", sentence, part="guard"))


def _says_how(sentence: str, behind: bool, matcher: Matcher) -> bool:
    """Does a sentence tell of procedure, or behind others only who moved?"""
    return _procedure(sentence, matcher) or (behind and names_movers(sentence, matcher))


def _procedure(text: str, matcher: Matcher) -> bool:
    return matcher.first("decision", text, part="procedure") is not None


def _names(text: str) -> bool:
    """A list of those who voted."""
    if _PUTS.match(text):
        return False  # "MOTION: THAT THE BOARD APPROVE THE BILLS"
    words = [word for word in text.split() if word[:1].isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words) and not text.endswith(":")


def _goes_on(piece: Piece, below: Piece) -> bool:
    text = piece.paragraph.text
    return piece.section is below.section and bool(_AND_THAT.match(text)) and not text.endswith((".", ":"))
