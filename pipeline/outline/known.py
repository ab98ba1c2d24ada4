"""Headings known by their words: of attendance and action lists, of every meeting's business; lines that are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

from pipeline.layout.numbers import mark_of
from pipeline.layout.says import says
from pipeline.outline.titles import Head, split_at, split_head
from pipeline.paper import Paragraph, Part, SectionKind
from pipeline.rules.match import Matcher

_KINDS: dict[str, SectionKind] = {kind: kind for kind in get_args(SectionKind)}


def is_prose(part: Paragraph) -> bool:
    """Sentences, not a list of names or a title: most words begin small."""
    words = part.text.split()
    return len(words) > 11 and sum(w[:1].islower() for w in words) > 0.6 * len(words)


TOP = 12  # parts above which a site may greet its readers
_WHO_CAME = re.compile(r"(?:(?:those|members|also)\s+)?(?:present|attendees|in\s+attendance)\s*:", re.IGNORECASE)


def front_end(parts: Sequence[Part]) -> int:
    """Index of the second paragraph of prose: up to there a title block with its attendance list may reach.

    What a site says above "Present:" does not count.
    """
    labels = (i for i, part in enumerate(parts[:TOP]) if isinstance(part, Paragraph) and _WHO_CAME.match(part.text))
    first = next(labels, 0)
    prose = (i for i, part in enumerate(parts) if i >= first and isinstance(part, Paragraph) and is_prose(part))
    return next(itertools.islice(prose, 1, None), len(parts))


_RESOLUTION = re.compile(
    r"(?:.{0,70}?[:–-]\s*)?(?:be\s+it\s+(?:hereby\s+)?resolved\s+)?that\s|moved\b|(?:be\s+it\s+)?resolved\b",
    re.IGNORECASE,
)


def is_resolution(part: Paragraph, after: Part | None) -> bool:
    """ "R2025-12 A. Box, B. Carr: That we adopt ...": a resolution's number and movers, no item; on one line or two."""
    if _RESOLUTION.match(part.text):
        return True
    return (
        isinstance(after, Paragraph)
        and re.match(r"\W*(?:that|whereas|be\s+it\s+resolved)\b", after.text, re.IGNORECASE) is not None
        and re.search(r"[A-Z]{1,3}\d|\d[/-]\d", part.printed) is not None
    )


# Words that stand alone on a line like a heading and open no item of business.
NO_TITLE = re.compile(
    r"^\W*(?:(?:date|time)(?:\s+of\s+(?:the\s+)?meeting)?|meeting|location|venue|place)(?:(?:,|,?\s+and|\s*&)\s+(?:date|time|location|venue|place)){0,3}\s*(?::|$)|£"
    r"|^\W*\d(?!\d?(?:st|nd|rd|th)\s+(?!of\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)[a-z]{3,})|^\W*(?:for(?![-/][A-Za-z])|in\s+favou?r|against|opposed|abst\w+|ayes?|nays?|yes|no(?!\s+(?:mow|smoking|parking|waiting|stopping"
    r"|entry|through|trespass\w*|dogs?|fishing|swimming|camping|litter\w*|dumping|tipping|fouling|cycling|cold[\s-]calling|overnight|ball)\b)|total\w*|action\w*|voting)\b\W*[\d(]*|"
    r"^\W*(?:key|main|summary\s+of)\s+decisions\b|^\W*(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?"
    r"(?:resolved|agreed|recommended|decided|(?:motion|amendment)\s+(?:was\s+)?(?:carried|defeated|lost)|carried|noted|decisions?|resolutions?|recommendations?)\b|^\W*(?:considered|received|reported|confirmed|discussed)\W*$|"
    r"^\W*(?:(?:officers?|staff|council|committee|board|administration|management|executive|original|substantive|alternative"
    r"|procedural|amended)(?:[’'`]?s[’'`]?)?\s+){1,2}(?:recommendations?|resolutions?|decisions?|motions?|amendments?)\b|"
    r"^\W*(?:(?:now\s+)?therefore|(?:and\s+)?whereas|and\s+further|be\s+it)\b|^\W*(?:due|deadline|by\s+when|status|progress|complete[d]?|ongoing|in\s+progress|done|owner)\W*(?::|$)|"
    r"^\W*(?:reasons?\b|alternative\b|options\s+considered|other\s+options|key\s+points)|"
    r"^\W*(?:links?|resources|attachments|references|recordings?|(?:related|supporting|useful|background)\s+(?:documents?|links?|materials?|reading)|(?:additional|other)\s+(?:meeting\s+)?notes"
    r"|meeting\s+(?:info\w*|details|logistics|links?|recordings?))\W*$|"
    r"^\W*(?:members|the\s+\w+)\s+(?:raised|made|noted|asked)\b|"
    r"^\W*official(?:\W+sensitive)?(?:\W+\d+)?\W*$|"  # how secret the page is, with the paper's number
    r"^\W*(?:chair(?:man|person)?|mayor|cathaoirleach|convener|president|clerk|secretary|signed|dated?)\W*$|"
    r"^\W*(?:(?:proposed|seconded|moved)\s*(?:by\b|:|$)|on\s+the\s+(?:proposal|proposition|motion)\s+of\b)|"
    r"\bas\s+follows\W*$|^\W*(?:the\s+)?following\b.*\b(?:was|were|are)\b.*:\W*$|"
    r"\bmeeting\s+(?:was\s+)?(?:concluded|closed|ended|rose|finished|adjourned)\b",
    re.IGNORECASE,
)
# "Members of the public: 9": how many came, no item.
COUNTS_PUBLIC = re.compile(
    r"\W*(?:members\s+of\s+(?:the\s+)?public|public|visitors|residents|parishioners|electors)"
    r"(?:\s+(?:also\s+)?(?:present|attending|in\s+attendance))?\W*[:–-]\W*"
    r"(?:\d+|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|several)\W*",
    re.IGNORECASE,
)
VERDICT = re.compile(  # "Carried", "PERMISSION GRANTED", "Read by Ann Box": what came of it, wherever it is printed
    r"\W*(?:(?:(?:the\s+)?motion\s+)?(?:carried|passed|defeated|lost|failed)(?:\s+unanimously)?"
    r"|(?:planning\s+)?(?:permission|consent|application)\s+(?:granted|refused|withdrawn|approved)|no\s+objections?"
    r"|(?:motion|vote|second)(?:\s+\#?\d{1,3})?|(?:absent|left|arrived|recused):.{0,60}"
    r"|(?:read|taken|recorded|minuted|typed|transcribed|prepared|submitted)(?:\s+(?:and|&)\s+\w+)?\s+by\b.{0,50})\W*",
    re.IGNORECASE,
)
FILE = re.compile(r"(?=.*\d)[A-Z]{0,4}\d*(?:[./](?:\d+[A-Z]?|[A-Z]{1,4}))+")  # "PA/2024/17", "CT.99/B": a file's number
# "New business" above the titles of several matters
HOLDER = re.compile(
    r"\W*(?:(?:old|new|unfinished|other)\s+business|(?:\w+\s+)?reports|call\s+to\s+order|adjourn\w*)\W*", re.I
)
# Headings of a format that hold the items and are none of them.
HOLDS_ITEMS = re.compile(
    r"\W*(?:(?:draft|key|main|major|meeting|consent|regular|the|discussion)\s+)*(?:agenda(?:\s+(?:items?|points?))?|minutes|notes|business|meeting|items?"
    r"|order\s+of\s+business|proceedings|discussions?|topics?|points|contents?|summary)(?:\s+(?:discussed|covered|of\s+discussion))?\W*",
    re.IGNORECASE,
)


_ASIDE = re.compile(r"\s*\([^()]*\)\W*$")  # "Minutes of the last meeting (3/5/24)"


def is_known(title: str, matcher: Matcher) -> bool:
    """A title that meetings everywhere have."""
    title = _ASIDE.sub("", title)
    both = title.split("/") if "/" in title else [title]  # "Call to order/Roll call"
    return all(
        any(matcher.first("heading", one.strip(": "), part=part) for part in ("business", "standing")) for one in both
    )


def is_usual(title: str, matcher: Matcher) -> bool:
    """Known, or a title over what is left of earlier meetings."""
    return is_known(title, matcher) or matcher.first("heading", title.rstrip(": "), part="arising") is not None


_COUNT = re.compile(r"^\d{1,3}\s+(?=[A-Za-z])")  # "12 members present"
_ROLE_ONLY = re.compile(
    r"(?:members?|councillors?|governors?|trustees?|directors?|officers?|officials?|staff|public)", re.I
)


def special_head(
    part: Paragraph, after: Sequence[Part], matcher: Matcher, *, in_front: bool, alone: bool
) -> Head | None:
    """Headings of parts that are no items: attendance labels before the first item, action lists, signatures."""
    text = part.text.strip()
    if len(text) > 400 and not in_front:
        return None
    label = text.split(":")[0] if ":" in text[:60] else text
    if len(label.split()) > 9:
        return None
    found = matcher.first("heading", _COUNT.sub("", label.strip(" *")), part="line")
    if found is None:
        return None
    kind = _KINDS.get(found.get("kind"), "item")
    if kind == "attendance" and text in ("apology", "apologies", "absent"):
        return None  # below the name of whom it tells of
    if kind == "attendance" and (not in_front or (part.printed and part.kind != "bullet")):
        return None
    below = after[0] if after else None
    if kind == "attendance" and _ROLE_ONLY.fullmatch(text) and isinstance(below, Paragraph) and is_prose(below):
        return None  # "Trustees" above what was said of their election
    if kind == "action-list" and (not alone or text.rstrip(" :*") != label.rstrip(" *")):
        return None  # "Action: Clerk to write" is an action, no heading
    if kind in ("attendance", "action-list", "matters-arising"):
        return split_head(part, kind, part.number)
    return None


def among_labels(parts: Sequence[Part], index: int) -> bool:
    """ "• Previous actions:" among "• Local events:" and "• Any other business:": a bullet of notes, no title."""
    part = parts[index]
    if not isinstance(part, Paragraph) or part.kind != "bullet":
        return False
    others = [p for p in parts if isinstance(p, Paragraph) and p is not part and p.printed == part.printed]
    return any(p.kind == "bullet" and p.text.rstrip(" *").endswith(":") for p in others)


def head_of(paragraph: Paragraph, number: str, matcher: Matcher) -> Head:
    """The head that a paragraph opens, of the kind that its title says."""
    head = split_head(paragraph, "item", number)
    if head.rest is None:
        ends = _colon_end(paragraph.text, matcher) or (_usual_end(paragraph.text, matcher) if number else None)
        head = split_at(paragraph, "item", number, ends) if ends is not None else head
    found = matcher.first("heading", head.title, part="heading")
    kind: SectionKind = _KINDS.get(found.get("kind"), "item") if found else "item"
    if kind == "attendance" and number:
        kind = "item"  # "1. Present" is an item of business as well; attendance looks into it by its title
    return replace(head, kind=kind)


_USUAL = 7  # words of a title that every meeting has


def _usual_end(text: str, matcher: Matcher) -> tuple[int, int] | None:
    """Where a title that every meeting has ends and a sentence goes on: "Correspondence Two letters were read."."""
    words = [*re.finditer(r"\S+", text)]
    told = text.rstrip().endswith(".") or says(text)
    if len(words) < 2 or is_usual(text.rstrip(" ."), matcher):
        return None
    for title, said in reversed([*itertools.pairwise(words[: _USUAL + 1])]):
        end, start = title.end(), said.start()
        if (
            text[start].isupper()
            and (told or said[0] == "A.")
            and (title[0][-1].isalnum() or "." in title[0][:-1])  # "A.O.B. None."
            and is_usual(text[:end], matcher)
        ):
            return end, start
        if _NONE.fullmatch(text, start) and is_usual(text[:end], matcher):
            return end, start
        if _WAS.match(text, start) and is_usual(text[:end], matcher):
            return end, 0  # in "Minutes of the last meeting were read" the sentence keeps its subject
    return None


_NONE = re.compile(r"(?:none|nil|n/a|nothing(?:\s\S+){0,3})\W*", re.IGNORECASE)
_WAS = re.compile(r"(?:was|were|is|are|had\s+been|has\s+been|have\s+been)\s")


def _colon_end(text: str, matcher: Matcher) -> tuple[int, int] | None:
    """ "Matters arising: all taken under other items": a title that meetings have, and a remark in small letters."""
    found = re.match(r"([A-Z][^:]{2,48}?)\s?:\s+(?=[a-z]+\s\w+\s\w+)", text)
    return (found.end(1), found.end()) if found and is_usual(found[1], matcher) else None


_NAME = re.compile(r"(?:(?:and|&)|[^\W\d_][\w.’'-]*),?")
_NAMES = 4  # words of a line that names one or two people


def without_people(parts: Sequence[Part], matcher: Matcher) -> list[Part]:
    """The parts; in a list of actions a line that is one of those who came, above their tasks, is no heading."""
    came: set[str] = set()
    listed = False  # below a list of actions
    kind = ""
    out = list(parts)
    for at, part in enumerate(parts):
        if not isinstance(part, Paragraph):
            continue
        head = special_head(part, parts[at + 1 : at + 2], matcher, in_front=True, alone=True)
        words = part.text.strip(" *:").split()
        if head is not None:
            kind, listed = head.kind, head.kind == "action-list"
        if kind == "attendance" and (head is None or head.rest is not None):
            told = part.text if head is None or head.rest is None else head.rest.text
            came.update(re.findall(r"[^\W\d_][\w’'-]*", told) if not is_prose(part) else ())
        if head is None and part.lines[0].heading:
            kind = ""
        named = len(words) <= _NAMES and all(_NAME.fullmatch(w) and w.strip(",.") in {*came, "and", "&"} for w in words)
        if listed and words and named and words[0][0].isupper():
            lines = tuple(replace(line, bold=False, heading=0) for line in part.lines)
            out[at] = replace(part, kind="text", text=part.text.rstrip(" :"), lines=lines)
        elif listed and part.lines[0].heading and head is None and not named:
            listed = False
    return out


# What closes the line above those who came, or did not: "Members present:", "The following attended:".
_CAME = re.compile(
    r"\b(?:present|attendance|attended|attending|attendees|participants|absent|absentees|invitees|guests?|observers?|visitors?"
    r"|members|regrets|excused|permission|apolog(?:y|ies)(?:\s+(?:for\s+absence|received|from|received\s+from))?)(?:\s+(?:were|are))?\W*$",
    re.IGNORECASE,
)
# "Mrs Ann Reed - Secretary", "A. Reed (Chair)", "Ann Reed, Treasurer (joined at 7.15)"
_SOMEBODY = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,4}(?:\s*[-–—,:(/|].{0,80})?")
_FEWEST = 2


def tasks_counted(parts: Sequence[Part], matcher: Matcher) -> set[int]:
    """Indexes of the numbered tasks right below "Action items" that are counted from 1 anew, and open no items."""
    out: set[int] = set()
    counted = 0  # numbered lines above, no tasks
    for at, part in enumerate(parts):
        if not isinstance(part, Paragraph) or at in out:
            continue
        counted += bool(part.printed) and part.kind != "bullet"
        head = special_head(part, parts[at + 1 : at + 2], matcher, in_front=False, alone=True) if counted > 1 else None
        if head is not None and head.kind == "action-list":
            run = _counted_below(parts, at, lambda text: not is_usual(text, matcher))
            out.update(run if len(run) > 1 else ())
    return out


def people_counted(parts: Sequence[Part], matcher: Matcher) -> set[int]:
    """Indexes of the numbered lines right below "Present:" that name a person each, and open no items.

    Those below "Absent with apology" may count on from the last of those present.
    """
    out: set[int] = set()
    last = 0  # the number of the last of them
    for at, part in enumerate(parts):
        if (
            not isinstance(part, Paragraph)
            or part.printed
            or len(part.text.split()) > 25
            or not _CAME.search(part.text)
        ):
            continue

        def belongs(text: str) -> bool:
            return _SOMEBODY.fullmatch(text) is not None and not is_usual(text, matcher)

        anew, on = _counted_below(parts, at, belongs), _counted_below(parts, at, belongs, above=last) if last else []
        run = on or (anew if len(anew) >= _FEWEST else [])
        last = last + len(on) if on else len(run) or last
        out.update(run)
    return out


def _counted_below(parts: Sequence[Part], at: int, belongs: Callable[[str], bool], *, above: int = 0) -> list[int]:
    """Indexes of the lines right below a part that count on from `above`, up to the first that does not belong."""
    run: list[int] = []
    for index, entry in enumerate(parts[at + 1 :], start=at + 1):
        mark = mark_of(f"{entry.printed} x") if isinstance(entry, Paragraph) and entry.printed else None
        if not isinstance(entry, Paragraph) or mark is None or mark.groups != (above + len(run) + 1,):
            break
        if not belongs(entry.text.strip()):
            break
        run.append(index)
    return run
