"""Titles without numbers that stand a little otherwise than most of their paper's: what is around them tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from pipeline.layout.says import says
from pipeline.outline.title_print import lead_end
from pipeline.paper import Paragraph, Part, text_of

FEWEST = 4  # titles of one look below which others may be known by their place
SHORT = 30  # parts of a paper in which two such titles are enough
SAID = 5  # words that say something below the last title
USUAL = 2  # titles of a list of bullets that every meeting has
LONGEST = 8  # words of a title that only its place makes one
_ENDED = re.compile(r"[.,;:?!]\W*$")
_OPENED = re.compile(r"[A-Z£€$\d]")
_CLOSED = re.compile(r"[.?!:]\W*$|\d$")
_REPORT = re.compile(r"[A-Z][\w’'-]*(?:\s[\w’'&-]+){0,3}\s(?:[Rr]eports?|[Uu]pdates?)")  # "Ground Committee Report"
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]+\s+(?:and\s+|&\s+)?){1,5}[A-Z][\w.’'-]+")  # "Ann Box", "Summer Fair"


def with_alike(
    best: Sequence[int],
    look: str,
    groups: Mapping[tuple[object, ...], Sequence[int]],
    parts: Sequence[Part],
    usual: Callable[[str], bool],
) -> list[int]:
    """The titles and those that stand like them: capitals too short to tell, "Finance:" with nothing behind it.

    Args:
        look: how `best` stand out ("" where nothing shows it).
        groups: the indexes of all lines that stand out, by look.
    """

    def others(*names: str) -> list[int]:
        return [i for name in names for i in groups.get((name,), ())]

    more: list[int] = []
    if look in ("caps", "bold-caps"):
        more = [i for i in others("alone") if text_of(parts[i]).isupper()]
    elif look == "colon":
        capitals = [i for key, members in groups.items() if "caps" in str(key[0]) for i in members]
        more = [i for i in [*others("label"), *capitals] if text_of(parts[i]).endswith(":")]
        more += [i for i in others("alone") if usual(text_of(parts[i]))]
        # "New business: The fence was talked of." and "AOCB" beside "Matters arising:" above what was said
        told = (i for i in [*others("label"), *capitals] if best[0] < i and usual(_label(parts[i])))
        more += [i for i in told if i - 1 not in best or _label(parts[i]).casefold() != _label(parts[i - 1]).casefold()]
    elif look in ("alone", ""):
        # "Declarations of Interest: None" and "Approval of Minutes:" beside titles without a colon
        told = (i for i in others("label") if best and usual(_label(parts[i])))
        more = [*_plain(best, parts, usual), *told]
    return sorted({*best, *more})


def with_whole_lines(
    best: Sequence[int], groups: Mapping[tuple[object, ...], Sequence[int]], parts: Sequence[Part]
) -> list[int]:
    """Bold titles that run on into their text, and those like them with nothing behind: "OLD BUSINESS:" above more."""
    leads = [text_of(parts[i])[: end + 1].rstrip() for i in best if (end := _lead(parts[i]))]
    if len(leads) * 2 <= len(best) or len(leads) < FEWEST:
        return [*best]
    capitals = sum(lead.isupper() for lead in leads) * 2 > len(leads)
    colons = sum(lead.endswith(":") for lead in leads) * 2 > len(leads)
    looks = ("bold-caps",) if capitals else ("colon",) if colons else ()
    alike = (i for key, members in groups.items() if key[0] in looks for i in members)
    alone = (i for i in alike if best[0] < i < len(parts) - 1 and text_of(parts[i]).rstrip().endswith(":") == colons)
    return sorted({*best, *(i for i in alone if i + 1 not in best and _stands_out(parts[i], capitals=capitals))})


def _stands_out(part: Part, *, capitals: bool) -> bool:
    """A line all in bold, or in capitals where the titles are, that says nothing."""
    bold = isinstance(part, Paragraph) and all(line.bold for line in part.lines)
    return (bold or capitals) and not says(text_of(part))


def _lead(part: Part) -> int:
    return lead_end(part) if isinstance(part, Paragraph) else 0


def _label(part: Part) -> str:
    return text_of(part).partition(":")[0]


def _plain(best: Sequence[int], parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """Short lines between the titles found that stand like them: behind what is ended, above what is said."""
    if len(best) < (USUAL if len(parts) < SHORT else FEWEST):
        return []

    def is_title(title: str) -> bool:
        return len(parts) < SHORT or usual(title)  # "Tea Urn" looks like a name; few short papers are parted by names

    short = [i for i in range(best[0] + 1, len(parts) - 1) if i not in best and _is_short(parts[i], is_title)]
    known = [i for i in short if usual(text_of(parts[i])) or _REPORT.fullmatch(text_of(parts[i]))]
    found = [i for i in (best[0] - 1,) if i > 0 and _is_short(parts[i], usual) and usual(text_of(parts[i]))]
    for i in short:
        above, below = parts[i - 1], parts[i + 1]
        ended = not isinstance(above, Paragraph) or above.kind == "bullet" or _CLOSED.search(above.text) is not None
        opens = isinstance(below, Paragraph) and (
            bool(below.printed) or (_ENDED.search(below.text) is not None and _OPENED.match(below.text) is not None)
        )
        opens = opens or (i in known and i + 1 in best)
        last = len(parts) < SHORT and len(text_of(below).split()) >= SAID and text_of(below).endswith(".")
        placed = last or i < max([*best, *known]) + (i in known)
        if placed and opens and (ended or i - 1 in (*best, *found)):
            found.append(i)
    return found


def _is_short(part: Part, usual: Callable[[str], bool]) -> bool:
    """A few words on a line of their own that say nothing and name nobody."""
    if not isinstance(part, Paragraph) or part.printed or len(part.lines) > 1:
        return False
    text = part.text.strip()
    alone = part.lines[0].gap or part.lines[0].whole
    words = 0 < len(text.split()) <= LONGEST and text[:1].isupper() and not _ENDED.search(text)
    return alone and words and not says(text) and (not _NAMED.fullmatch(text) or usual(text))


# "Apologies for absence – These were received from Ann Box."
_APOLOGIES = re.compile(
    r"(?:\w+\s+(?:and|&)\s+)?apologies(?:\s+for\s+absence|\s+received)?(?:\s?[:;.][–—-]?|\s[–—-]{1,2})\s+(?=\S)",
    re.IGNORECASE,
)


def tells_apologies(label: str, text: str) -> bool:
    """A sentence says behind the label who sent apologies, where a list would only name them."""
    return _APOLOGIES.match(f"{label}: x") is not None and _tells(text[len(label) :])


def names_them(text: str) -> bool:
    """ "APOLOGIES: Ann Box, Di Lund": nothing but names behind the label."""
    label, _, said = text.partition(":")
    return bool(said.strip()) and not says(said) and not tells_apologies(label, text)


def with_apologies(best: Sequence[int], parts: Sequence[Part]) -> list[int]:
    """The titles and the apologies told in a sentence above the first or behind it: a list of names opens no item."""
    told = (i for i in range(max(best[0] - 1, 1), best[-1])) if best else ()
    return sorted({*best, *(i for i in told if _apologies_told(parts[i]))})


def _apologies_told(part: Part) -> bool:
    if not isinstance(part, Paragraph) or part.kind == "bullet":
        return False
    label = _APOLOGIES.match(part.text)
    return label is not None and _tells(part.text[label.end() :])


def _tells(text: str) -> bool:
    """The first sentence says something."""
    return says(text.split(". ")[0])


def titled_bullets(parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """Bullets that are titles, each above a paragraph of its own, some of which every meeting has; else none."""
    titles = [
        i
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph)
        and part.kind == "bullet"
        and 0 < len(part.text.split()) <= LONGEST
        and not _ENDED.search(part.text.rstrip(":"))
    ]
    above = [i for i in titles if i + 1 < len(parts) and i + 1 not in titles]
    known = [i for i in titles if usual(text_of(parts[i]).rstrip(":"))]
    return sorted({*above, *known}) if len(above) >= FEWEST and len(known) >= USUAL else []
