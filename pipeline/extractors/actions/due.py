"""When an action is due: the words of its sentence that say so, told from the days of other things beside them."""

from __future__ import annotations

import re

from pipeline.layout.sentences import sentences
from pipeline.layout.when import is_when
from pipeline.rules.match import Match, Matcher
from pipeline.wording import MONTHS

KEPT = "due-by"
SOONER = (KEPT, "due-asap", "due-within", "due-occasion")  # rules whose words say when a list is due, not an event is
OCCASION = "due-occasion"
CLAUSES = ("due-not-which", "due-not-told", "due-not-we")
HEADING = 8  # words of a heading that says when
OPEN = 2  # words before due words that open a sentence: "Agreed that by May ..."
LEAD = 4  # words between due words and the task: "A paper for the next meeting is now to be written"
_TERM = re.compile(
    r"(?:immediate|urgent|(?:very\s)?(?:short|medium|long(?:er)?)[ -]term|high|medium|low|priority)(?:\spriority)?"
    r"\s*[(:–-]\s*(?P<due>[^()]+?)\)?",
    re.IGNORECASE,
)
_APART = re.compile(r"[.,;:]\s|\b(?:and|but)\b")

_TOLD = re.compile(
    r",?\s+(?:(?!\b(?:will|would|shall|to)\b)[^.;,]){2,60}?\s(?:asked|said|reported|raised|told|complained|was|were|had|agreed|voted)\b[^.;]*,\s"
)
_TO_COME = re.compile(r"\b(?:next|following|forthcoming|future|upcoming|coming|subsequent|later)\b", re.IGNORECASE)


def due_words(text: str, matcher: Matcher, *, at: int = 0) -> str | None:
    """The words that say when, verbatim: those behind the task, else those that open its sentence or lead up to it.

    Args:
        at: where the words stand that commit somebody; what an earlier clause or sentence names is not the task's day.
    """
    # What a clause that hangs on the task tells has its own day; the task itself may stand in one.
    others = [m for m in matcher.find("due", text, part="not") if m.rule.id not in CLAUSES or m.start >= at]
    hits = [
        match
        for match in matcher.find("due", text, part="when")
        if not any(_ends_in(match, other) or _within(match, other) for other in others)
    ]
    behind = [match for match in hits if match.end > at]
    if behind:
        ends = next((end for _, end in sentences(text) if end > at), len(text))
        return min(behind, key=lambda m: (m.start >= ends, m.rule.order if m.start < ends else m.start)).get("due")
    start = 0
    for begin, _ in sentences(text):
        if begin <= at and not text[:begin].rstrip().endswith(";"):
            start = begin
    before = [
        match for match in hits if match.start >= start and not match.get("after") and _leads(text, start, match, at)
    ]
    return before[-1].get("due") if before else _closing_day(text)


def due_heading(text: str, matcher: Matcher) -> str | None:
    """The due words of a heading that is nothing else: "By the next meeting", "Short-term (next 1-2 weeks)".

    A bare day is none: "Summer fair (2 June)" says when the fair is.
    """
    words = text.strip(" :*_#")
    if len(words.split()) > HEADING:
        return None
    inside = _TERM.fullmatch(words)
    words = inside["due"] if inside else words
    for lead in ("", "over the "):
        found = matcher.first("due", lead + words, part="when")
        whole = found is not None and found.start == 0 and found.end >= len(lead + words)
        if whole and found is not None and (lead or found.rule.id in SOONER):
            return words
    return None


def _ends_in(match: Match, other: Match) -> bool:
    """Its last words tell the day of something else, and not "the next meeting, held on 5 May"."""
    told = match.rule.id == OCCASION and match.start < other.start
    return not told and other.start < match.spans["due"][1] <= other.end + 1


def _within(match: Match, other: Match) -> bool:
    return other.start <= match.start < other.end


def _leads(text: str, start: int, match: Match, at: int) -> bool:
    """ "By May the Clerk will ...", "It was agreed that before the next meeting ..."."""
    between = text[match.end : at]
    if match.rule.id == OCCASION and _TOLD.match(text, match.end) and not _TO_COME.search(match.get("due")):
        return False  # "At the AGM residents asked for the plan, and it was agreed to send it"
    opens = len(text[start : match.start].split()) <= OPEN and ". " not in between
    # "... to report by 30 September; Clerk to complete": a day to keep holds over a sentence, "asap" may be another's.
    if match.rule.id == KEPT and ". " not in between and ", " not in between:
        return True
    return opens or (len(between.split()) <= LEAD and not _APART.search(between))


_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?t?\.?" for name in MONTHS)
_DAY = (
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})(?:\s(?:20)?\d\d)?|(?:{_MONTH})\s(?:(?:\d{{1,2}},?\s)?20\d\d|\d{{1,2}}(?:st|nd|rd|th)?)"
)
_NEAR = (
    r"(?:(?:before|from|w/c|w/e)\s)?(?:(?:the\s)?(?:end|early|mid|late|start)(?:\sof)?\s)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?"
)
# No count: "(12 chairs)"; no time: "(7 pm)"
_ALONE = re.compile(
    rf"[(\[](?:(?-i:[A-Z])[^()\[\]:]{{1,60}}?[,;–-]\s+)?(?!\d{{1,2}}\s(?!{_MONTH}|(?:days?|weeks?|months?)\b))(?P<when>[^()\[\]:]{{3,40}})[)\]]\W*$",
    re.IGNORECASE,
)
# "Book the band for the fair (2 June)": when the fair is.
_EVENT = re.compile(
    r"\b(?:meeting|fairs?|fayres?|f[eê]tes?|shows?|ball|concert|party|events?|trip|camp|play|quiz|disco|market|festival|service"
    r"|visit|walk|\w*day|evening|night|weekend|season|course|conference|parade|ceremony|dinner|lunch|race|regatta|agm)\W*$",
    re.IGNORECASE,
)


def _closing_day(text: str) -> str | None:
    """ "Ann agreed to price it (4 May).", "Draft the form [next meeting]": the day alone in brackets at the end."""
    found = _ALONE.search(text)
    told = found is not None and is_when(found["when"]) and _EVENT.search(text[: found.start()]) is None
    return found["when"] if found is not None and told else None


# A month alone may be a name ("Eve May"): it is one behind initials only.
_OWNER_DAY = re.compile(
    rf"(?P<who>(?-i:[A-Z]).{{1,60}}?)\s+(?:by\s)?(?P<due>{_NEAR}(?:{_DAY})|asap|immediately)"
    rf"|(?P<keys>(?-i:[A-Z]{{2,4}}(?:\s?[/,&+]\s?[A-Z]{{2,4}})*))\s+(?:by\s)?(?P<month>{_NEAR}(?:{_MONTH})(?:\s(?:meeting|mtg|agenda|(?-i:[A-Z][A-Za-z]+)))?)",
    re.IGNORECASE,
)


def owner_and_day(words: str) -> tuple[str, str] | None:
    """Who and when of a column in which both stand: "AB 30/04/25", "Clerk 6 May", "CD June"."""
    found = _OWNER_DAY.fullmatch(words.strip(" .()"))
    return (found["who"] or found["keys"], found["due"] or found["month"]) if found else None
