"""Headings of papers whose items have no numbers: the look that opens most sections; labels that open no item."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from string import digits

from pipeline.layout.heads import are_heads
from pipeline.layout.numbers import Mark, mark_of, shown
from pipeline.layout.paragraphs import unmarked
from pipeline.layout.says import TELLS, is_sentence, says
from pipeline.outline.alike import (
    names_them,
    tells_apologies,
    titled_bullets,
    with_alike,
    with_apologies,
    with_whole_lines,
)
from pipeline.outline.counted import first_line, with_roman
from pipeline.outline.known import (
    COUNTS_PUBLIC,
    FILE,
    HOLDER,
    NO_TITLE,
    VERDICT,
    front_end,
    head_of,
    is_resolution,
    is_usual,
    special_head,
)
from pipeline.outline.labelled import by_label, labelled_among, labelled_bullets, opens_item
from pipeline.outline.levels import by_level, only_lists, without_holders, without_leads
from pipeline.outline.listed import bullets_of, repeated, restarted
from pipeline.outline.own_title import names_meeting, without_own_title
from pipeline.outline.title_print import bold_end, clean_title, lead_end
from pipeline.outline.titles import Head, caps_end, emphasis
from pipeline.paper import Paragraph, Part, text_of
from pipeline.rules.match import Matcher

SHORT = 25  # paragraphs of a paper in which two lines in bold are enough to be its items
# How much a look says that a line opens an item.
_LOOKS = {"opened": 3.0, "listed": 2.5, "heading": 2.0, "bold-caps": 1.4, "caps": 1.3, "bold": 1.0, "label": 0.3}


_NAMED = re.compile(r"\[[\w .@-]{1,24}\]\s+\w")  # "[AB] Budget": who brings the item
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")  # "A.O.C.B."
_SHORTENED = re.compile(r"[A-Z]{2,5}")
FEW = 3  # times as many plain titles as labels: the labels are some of them
_STOPPED = 6  # words of a title that ends with a full stop: "Financial report."


def unnumbered(parts: Sequence[Part], opened: set[int], matcher: Matcher) -> dict[int, Head]:
    """Headings of a paper whose items have no numbers: the look that opens most of its sections."""
    groups: dict[tuple[object, ...], list[int]] = {}
    front = front_end(parts)
    below_lists = _below_action_lists(parts, matcher)
    said = Counter(part.text.casefold() for part in parts if isinstance(part, Paragraph))
    leads = Counter(part.lines[0].lead for part in parts if isinstance(part, Paragraph) and part.lines)
    first_usual = len(parts)
    labels: dict[int, tuple[object, ...] | None] = {}  # of attendance: its list's, or an item of business
    for index, part in enumerate(parts):
        if not isinstance(part, Paragraph) or part.kind == "bullet" or not part.text.strip():
            continue
        special = special_head(part, parts[index + 1 : index + 2], matcher, in_front=index < front, alone=True)
        if special is not None and not _counted_below(part, parts[index + 1 : index + 2]):
            if special.kind == "attendance":
                layout = groups.get(("opened",), []) if index in opened else []
                business = {
                    look: [i for i in at if i >= first_usual or _tells_below(parts, i, words=3)]
                    for look, at in groups.items()
                }
                # The lines of a title block above an attendance list open no items; what every meeting does there does.
                groups = {look: at for look, at in business.items() if at}
                groups.update({("opened",): layout} if layout else {})
                labels[index] = _look(part, parts[index + 1 : index + 2], matcher, opened=index in opened)
            continue
        look = _look(part, parts[index + 1 : index + 2], matcher, opened=index in opened)
        if look is None:  # most of a paper is prose, and asked no more
            continue
        if index not in opened and names_meeting(index, parts, look, matcher):
            continue
        if is_resolution(part, parts[index + 1] if index + 1 < len(parts) else None) or _is_action(part, matcher):
            continue
        label = _known_label(part, matcher)
        lead = part.text[: lead_end(part)]
        title = label or lead or (part.text[: caps[0]] if (caps := caps_end(part.text)) else part.text)
        if (
            (lead and (leads[lead] > 1 or not (opens_item(lead) or tells_apologies(lead, part.text))))
            or (lead and _tells_how(part.text, matcher))
            or only_lists(index, parts)
            or said[part.text.casefold()] > (1 if part.text.endswith(":") else 2)
            or (NO_TITLE.search(title) and index not in opened)
            or (FILE.fullmatch(part.text.strip()) and index not in opened)
            or index in below_lists
            or COUNTS_PUBLIC.fullmatch(part.text)
            or are_heads(part.text)
        ):
            continue  # "Answer", "For (12)": said again and again, no item's title
        if is_usual(title, matcher):
            first_usual = min(first_usual, index)
        groups.setdefault(look, []).append(index)
        if look == ("label",) and part.text.endswith(":"):
            groups.setdefault(("colon", 0), []).append(index)  # "Correspondence:" alone on its line
        short = part.text.strip(" .:–—-")
        if _SHORTENED.fullmatch(short):  # "AOB" among titles in small letters
            small = ("bold", *look[1:]) if look[0] == "bold-caps" else ("label",) if ":" in part.text else ("alone",)
            if look[0] == "bold-caps" or (look[0] == "caps" and is_usual(short, matcher)):
                groups.setdefault(small, []).append(index)

    def usual(title: str) -> bool:
        return is_usual(title, matcher)

    groups = {look: without_leads(without_own_title(members, parts), parts, usual) for look, members in groups.items()}
    if again := repeated(parts) or restarted(parts):
        groups[("listed",)] = again

    groups = without_holders(groups, parts, usual)
    best: list[int] = []
    best_score = 0.0
    best_look: tuple[object, ...] | None = None
    top: list[int] = []
    top_look: tuple[object, ...] | None = None
    for key, members in by_level(groups, parts).items():
        # A heading opens something: members directly followed by another member are lists or title blocks.
        own = key[0] in ("run-on", "label", "opened", "listed")  # these hold their text themselves, or the layout tells
        following = [
            i
            for i in members
            if own
            or _holds_text(parts[i])
            or (i + 1 < len(parts) and i + 1 not in members)
            or (key[0] == "heading" and is_usual(text_of(parts[i]), matcher))
            or (key[0] in ("caps", "bold-caps") and _CLOSES.fullmatch(text_of(parts[i])))
        ]
        if key[0] in _AGENDA_LOOKS and len(all_of := _of_agenda(members, parts, matcher)) > len(following):
            following = all_of
        score = len(following) * _LOOKS.get(str(key[0]), 0.5)
        known = [i for i in following if usual(text_of(parts[i]))]
        enough = 1 if key[0] in ("heading", "opened") else 2 if known or key[0] == "opened" or len(parts) < SHORT else 3
        if len(following) >= enough and score > best_score:
            best, best_score, best_look = following, score, key
        titles = [i for i in known if key[0] == "heading" or not HOLDER.fullmatch(text_of(parts[i]))]
        if key[0] in ("heading", "bold-caps", "caps") and len(titles) >= _TOP < len(following):
            top = following if key[0] == "heading" else [i for i in following if i >= known[0]]
            top_look = key
    if top and best_look is not None and best_look[0] == "bold":
        best, best_look = top, top_look  # "PLANNING" above "Plans received": small letters divide what capitals open
    labelled = groups.get(("label",), ())
    if (
        best_look == ("alone",)
        and len(labelled) * FEW > len(best)
        and _usual_among(labelled, parts, matcher) > _usual_among(best, parts, matcher)
    ):
        best, best_look = [], None  # "Matters arising:" beside titles without a colon
    if not best:
        # "Matters arising" above its text, and "Treasurer's report:"
        told = sorted(i for look in (("alone",), ("label",)) for i in groups.get(look, ()) if usual(text_of(parts[i])))
        alone = [i for i in groups.get(("alone",), ()) if i in told and _tells_below(parts, i)]
        best = told if len(told) > 1 else bullets_of(parts, usual) or alone
    if best_look in (None, ("label",), ("alone",), ("stopped",)):
        titled = labelled_bullets(parts, NO_TITLE, usual) or titled_bullets(parts, usual)
        best, best_look = (titled, ("bullets",)) if len(titled) > len(best) else (best, best_look)
    if best and best_look is not None and best_look[0] in ("caps", "bold-caps"):
        all_of = groups.get(("run-on",), [])
        titled = [i for i in all_of if is_usual(_caps(text_of(parts[i])), matcher)]
        titled = [*all_of] if len(titled) * 2 > len(all_of) else titled  # "MINUTES: They were read." beside them
        best = sorted({*best, *titled})  # "APPROVAL OF MINUTES: They were read."
    if best and best_look == ("run-on",):  # "EVENTS:" above what was said, beside "MINUTES: They were read."
        above = [i for key, members in groups.items() if key[0] in ("caps", "bold-caps") for i in members]
        headed = [i for i in above if best[0] < i < len(parts) - 1 and not text_of(parts[i + 1]).isupper()]
        best = sorted({*best, *headed})
    if best_look is not None and best_look[0] == "bold":
        best = with_whole_lines(best, groups, parts)
    if best:
        best = with_alike(best, str(best_look[0]) if best_look else "", groups, parts, usual)
    plain = sum(not text_of(parts[index]).endswith(":") for index in best) * 2 > len(best)
    alike = [
        i
        for i, look in labels.items()
        if look == best_look and plain != text_of(parts[i]).endswith(":") and not names_them(text_of(parts[i]))
    ]
    away = [i for i in alike if _AWAY.search(text_of(parts[i]))]
    if best:  # "Apologies" looks like the items below it, and no list of those present does
        long = [i for i in away if len(text_of(parts[i]).split()) > 2]
        best = sorted({*best, *(away if away == alike else long)})
    if best_look == ("label",):
        best = sorted({*best, *(i for i in groups.get(("alone",), ()) if is_usual(text_of(parts[i]), matcher))})
    # "New business:" above others
    hold = best_look == ("label",) and any(text_of(parts[i]).endswith(":") for i in best)
    if best_look in (None, ("label",)) and not hold:
        best = sorted({*best, *by_label(parts, NO_TITLE, matcher)})
    if best_look == ("label",):
        best = sorted({*best, *labelled_among(parts, NO_TITLE, after=best[0])})
    best = [i for i in with_apologies(best, parts) if not VERDICT.fullmatch(first_line(parts[i]))]
    heads = {}
    marks = {i: mark_of(parts[i].lines[0].text) for i in best}
    lettered = _count_on([mark for mark in marks.values() if mark is not None]) and all(marks.values())
    houses = len(best) > 1 and sum(mark is not None for mark in marks.values()) == 1  # "14 MILL LANE" among titles
    for index in best:
        part, mark = parts[index], marks[index]
        assert isinstance(part, Paragraph)
        year = mark is not None and mark.style == "N" and 1900 <= mark.groups[0] < 2100 and mark.printed == mark.number
        house = houses and mark is not None and mark.printed == mark.number
        said_so = mark is not None and not (year or house) and (lettered or mark.style in ("N", "Item N"))
        counted = index in opened or said_so
        number = shown(mark) if counted and mark is not None else part.number if counted else ""
        head = head_of(part if counted or part.kind == "bullet" else unmarked(part), number, matcher)
        heads[index] = replace(head, kind="item") if head.kind == "attendance" else head
    return with_roman(heads)


_CLOSES = re.compile(
    r"\W*ADJOURN\w*:?\s+\d{1,2}[:.]\d\d\s?[AP]\.?M\.?\W*"
)  # "ADJOURNMENT: 8:10 PM", with nothing below it
_AGENDA_LOOKS = ("heading", "bold-caps", "caps", "bold", "stopped")
_TOP = 2  # titles in capitals that every meeting has: those in small letters stand below them
_MANY = 5  # titles that every meeting has: they make an agenda, though nothing stands below them


def _of_agenda(members: Sequence[int], parts: Sequence[Part], matcher: Matcher) -> list[int]:
    """The titles of an agenda from the first on that every meeting has; none where few of them are such."""
    usual = [i for i in members if is_usual(text_of(parts[i]).rstrip("."), matcher)]
    return [i for i in members if i >= usual[0]] if len(usual) >= _MANY and len(usual) * 3 >= len(members) else []


def _is_action(part: Paragraph, matcher: Matcher) -> bool:
    """ "AP12 AB to ring the depot": the capitals that open it are no title."""
    label = matcher.first("action", part.text, part="label")
    return label is not None and label.start == 0 and not label.get("list")


def _tells_how(text: str, matcher: Matcher) -> bool:
    """ "Zoom: Ann Box, Tom Lea": how people took part."""
    label = matcher.first("attendance", text, part="line")
    return label is not None and label.get("status") == "same"


_AWAY = re.compile(r"\b(?:apolog\w+|absences?|welcome|regrets)\b", re.IGNORECASE)


def _counted_below(part: Paragraph, after: Sequence[Part]) -> bool:
    """ "APOLOGIES" above "1. Apologies were given for ...": the heading of a numbered minute, no list of people."""
    below = after[0] if after else None
    return isinstance(below, Paragraph) and ":" not in part.text and below.number.isdigit() and is_sentence(below.text)


def _count_on(marks: Sequence[Mark]) -> bool:
    """(a), (b), (c): marks of one style that rise by one."""
    return len(marks) > 1 and all(
        a.style == b.style and a.groups and b.groups and b.groups[-1] == a.groups[-1] + 1
        for a, b in itertools.pairwise(marks)
    )


# The paper's own title in a sentence: "MINUTES of the meeting of Harrow Parish Council held on ..."
_OWN_TITLE = re.compile(
    r"(?:DRAFT\s+|UNAPPROVED\s+)?(?:MINUTES|NOTES|AGENDA)\s+(?:of|for|from)\s+(?:the|a|an)\b.{0,120}\b(?:held|on)\b"
)
_LABEL = re.compile(r"([A-Z][\w’']*(?:\s+[\w’'&/-]+){0,5})(?::[–—-]?(?:\s|$)|\s[–—]\s)")

_REPORT = re.compile(r"[A-Z][\w’'-]*(?:\s[\w’'&-]+){0,3}\s(?:[Rr]eports?|[Uu]pdates?)")  # "Deanery Synod Report:"


def _known_label(part: Paragraph, matcher: Matcher) -> str:
    """ "Roll call" of "Roll call: All were there.": a known title before a colon, "" where there is none."""
    label = _LABEL.match(part.text)
    return label[1] if label and (_REPORT.fullmatch(label[1]) or is_usual(label[1], matcher)) else ""


def _below_action_lists(parts: Sequence[Part], matcher: Matcher) -> set[int]:
    """The format's headings inside a list of actions: "### Urgent" below "## Actions"."""
    below: set[int] = set()
    top = 0
    for index, part in enumerate(parts):
        level = part.lines[0].heading if isinstance(part, Paragraph) else 0
        if level and top and level > top:
            below.add(index)
        elif level:
            found = matcher.first("heading", text_of(part).rstrip(": "), part="line")
            top = level if found is not None and found.get("kind") == "action-list" else 0
    return below


def _look(part: Paragraph, after: Sequence[Part], matcher: Matcher, *, opened: bool) -> tuple[object, ...] | None:
    """How a paragraph stands out that may be a heading, None for one that can't be."""
    look, text = emphasis(part), part.text
    if (look == "plain" and (end := bold_end(part))) or (
        look in ("plain", "colon") and not part.printed and (end := lead_end(part))
    ):
        look, text = "bold", text[:end]  # a bold title that runs on into its text
    words = text.split()
    if opened:
        return ("opened",)
    if look == "plain":
        if caps_end(text) and not _OWN_TITLE.match(text):
            return ("run-on",)
        if _known_label(part, matcher):
            return ("label",)
        if text.endswith(".") and len(words) <= _STOPPED and not part.printed and not says(text):
            return ("stopped",) if is_usual(text.rstrip("."), matcher) or len(words) <= 3 else None
        return ("alone",) if _stands_alone(part, after, matcher) else None
    if look == "colon" and _known_label(part, matcher):
        return ("label",)
    if look == "colon" and says(text):  # "FINANCE The following were paid:", "The following were paid:"
        return ("run-on",) if caps_end(text) and not _OWN_TITLE.match(text) else None
    if look in ("caps", "bold-caps") and text.endswith((".", *digits)) and caps_end(text):
        return ("run-on",)  # "DECLARATIONS OF INTEREST None."
    ended = text.rstrip().endswith((".", ",", ";")) and not _DOTTED.fullmatch(text.strip())
    if ended and look in ("caps", "bold-caps") and text.rstrip().endswith(".") and _opens_prose(text, after, matcher):
        ended = False  # "ADOPTION OF MINUTES."
    longest = 20 if look in ("heading", "caps", "bold-caps") or part.printed else 12
    opens = text[:1].isalnum() or (look == "heading" and _NAMED.match(text))
    if len(words) > longest or (ended and look != "heading") or not opens:
        return None
    return (look, min(line.heading for line in part.lines))


def _opens_prose(text: str, after: Sequence[Part], matcher: Matcher) -> bool:
    """A title in capitals with a full stop, of two words or such as meetings everywhere have, above small letters."""
    title = text.strip().rstrip(".")
    below = after[0] if after else None
    named = len(title.split()) > 1 or is_usual(title, matcher)
    return (
        named
        and "." not in title
        and isinstance(below, Paragraph)
        and not below.text.isupper()
        and not says(title.lower())
    )


def _usual_among(places: Sequence[int], parts: Sequence[Part], matcher: Matcher) -> int:
    return sum(is_usual(text_of(parts[place]), matcher) for place in places)


def _holds_text(part: Part) -> bool:
    """Does a label in bold run on into what was said?"""
    return isinstance(part, Paragraph) and lead_end(part) > 0


def _caps(text: str) -> str:
    """The title in capitals that opens a text."""
    ends = caps_end(text)
    return text[: ends[0]] if ends else ""


def _tells_below(parts: Sequence[Part], index: int, *, words: int = TELLS) -> bool:
    """Is what was said, in so many words at least, right below a title?"""
    below = parts[index + 1] if index + 1 < len(parts) else None
    return isinstance(below, Paragraph) and says(below.text, words=words)


_NO_MORE = re.compile(r"(?:None|Nil|N/A|Nothing|No)\b.{0,40}", re.IGNORECASE)  # "No change needed", all that was said


def _stands_alone(part: Paragraph, after: Sequence[Part], matcher: Matcher) -> bool:
    """Plain words that read like a heading: short, no full stop, a paragraph of their own, a longer one below."""
    text = clean_title(part.text)
    return (
        len(part.lines) <= 2
        and 1 <= len(text.split()) <= (14 if is_usual(text, matcher) else 9)
        and len(text) > 3
        and text[:1].isupper()
        and not part.printed
        and not re.search(r"[.,;?!]$|@|\.\.\.|£|ACTION", text)
        and (not re.search(r"\d{4}$", text) or is_usual(text, matcher))
        and (part.lines[0].gap or part.lines[0].whole or is_usual(text, matcher))
        and bool(after)
        and isinstance(after[0], Paragraph)
        and (
            len(after[0].text.split()) >= 12
            or _NO_MORE.fullmatch(after[0].text) is not None
            or (after[0].text.rstrip().endswith(".") and says(after[0].text))
            or after[0].kind == "bullet"
            or is_usual(text, matcher)
        )
        and (after[0].text[:1].isupper() or after[0].text[:1] in "£€$" or is_usual(text, matcher))
    )
