"""Items of minutes that name them by labels alone: "Cemetery: Ann Box reported ...", a paragraph for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.layout.says import says
from pipeline.outline.title_print import lead_end
from pipeline.outline.titles import caps_end, signed_end
from pipeline.paper import Paragraph, Part, depth_of
from pipeline.rules.match import Matcher

WORDS = 8  # of a title in bold
FEWEST = 4  # labels that make a paper's items
NEARLY_ALL = 0.75  # of the paragraphs: then one label fewer is enough
USUAL = 2  # labels of every meeting's business, where the sign behind them is not a colon
MOSTLY = 0.6  # of the paragraphs, where no label is one that every meeting has
SHARE = 0.45  # of the paragraphs from the first label on

_LABEL = re.compile(
    r"(?P<label>[A-Z][\w’'`&/-]*(?:(?:\s+|,\s+(?=\d))[\w’'`&/-]+){0,8}?)\s?:[–—-]?\s+(?P<said>\S.*)", re.DOTALL
)
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'/-]*|&|and|of|the|for)){0,5}:\s+[A-Z]")
_WHO_CAME = re.compile(
    r"\b(?:present|attend\w*|apolog\w+|absent|regrets|excused|guests?|visitors?|quorum)\b", re.IGNORECASE
)
# What stands behind "Scribe:" or "Date:" and is no sentence: names, a day, a time.
_FACT = re.compile(
    r"(?:[A-Z][\w.’'-]*(?:[,;&]|\s+and)?(?:\s+|$)){1,6}[.\s]*$|[\d\W]+(?:[ap]\.?m\.?)?\W*$|\w*\s*\d.{0,30}$"
)
_NOTHING = re.compile(r"(?:none|nil|n/a|nothing|no\s+\w+)\W*$", re.IGNORECASE)
_SPEAKER = re.compile(
    r"(?:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr|Revd?|Q|A|Note|NB|PS|RE|Re)\b"
    r"|(?:(?:Deputy\s)?Mayor|Reeve|Alderman|Commissioner|Trustee|Governor)\s(?!Making)[A-Z][a-z]+\s[A-Z][\w’'-]+$"
)
_SAID = re.compile(r"\s(?:added|said|asked|reported|noted|replied|stated|explained|wrote|commented)$")  # "Sam said:"
_OUTCOME = re.compile(
    r"(?:motion|vote|result|moved|seconded|second|carried|action|decision|resolved|discussion|outcome|approved|ayes?|nays?"
    r"|yes|no|update|comment|question|answer|response|background|note|cost|total|balance|income|deadline|due|status)s?\b",
    re.IGNORECASE,
)


def labelled_among(parts: Sequence[Part], no_title: re.Pattern[str], *, after: int) -> Iterator[int]:
    """Paragraphs among items with labels that have one of their own, said once: "Low Bridge: The Clerk reported"."""
    labels = {
        i: (found[0], len(part.text.split()))
        for i, part in enumerate(parts)
        if i > after and isinstance(part, Paragraph) and part.kind != "bullet" and (found := _CAPITALS.match(part.text))
    }
    counts = Counter(label for label, _ in labels.values())
    for i, (label, words) in labels.items():
        if counts[label] == 1 and words > 8 and not (no_title.search(label) or _WHO_CAME.search(label)):
            yield i


# "Finance update (SR): ...", "Next events:"
_TITLE = re.compile(
    r"(?P<label>[A-Z][\w’'/&-]*(?:,?\s+[\w’'/&-]+){0,7}?)(?:\s\([^()]{1,20}\))?(?P<sign>\s?:[–—-]?(?:\s|$)|\s?[–—]\s|\s--?\s)"
)


def labelled_bullets(parts: Sequence[Part], no_title: re.Pattern[str], usual: Callable[[str], bool]) -> list[int]:
    """The bullets of minutes of which nearly each opens with a title, in bold or with a colon, some of them `usual`;
    else none. Bullets in lists inside bullets do not count.
    """
    bullets = [(i, part) for i, part in enumerate(parts) if isinstance(part, Paragraph) and part.kind == "bullet"]
    top = min((depth_of(part) for _, part in bullets), default=0)
    outer = [(i, part) for i, part in bullets if depth_of(part) == top]
    titles = {i: found for i, part in outer if (found := _TITLE.match(part.text)) and not no_title.search(found[0])}
    words = {i: found["label"] for i, found in titles.items()}
    bold = {i: part.text[: lead_end(part) or len(part.text)].rstrip(" :.") for i, part in outer if _opens_bold(part)}
    words = {i: label for i, label in (words | bold).items() if not says(label)}
    enough = len(words) >= FEWEST and len(words) >= NEARLY_ALL * len(outer) and len({*words.values()}) == len(words)
    dashed = sum(i in bold or ":" not in titles[i]["sign"] for i in words) * 2 > len(words)  # "• Ann Box – Clerk" came
    return sorted(words) if enough and sum(map(usual, words.values())) >= (USUAL if dashed else 1) else []


def _opens_bold(part: Paragraph) -> bool:
    """A title in bold opens it, or is all of it."""
    return lead_end(part) > 0 or (all(line.bold for line in part.lines) and len(part.text.split()) <= WORDS)


def by_label(parts: Sequence[Part], no_title: re.Pattern[str], matcher: Matcher) -> list[int]:
    """The paragraphs that a label of their own opens, where most from the first on have one; else none."""
    plain = {i: part for i, part in enumerate(parts) if isinstance(part, Paragraph) and part.kind != "bullet"}
    labels = {i: found for i, part in plain.items() if (found := _label(part, no_title)) is not None}
    counts = Counter(found["label"] for found in labels.values())
    items: list[int] = []
    for i, found in labels.items():
        label = found["label"]
        # "Clerk: Ann Box" in the title block names her; "Clerk: The bills were read" among items is her report.
        names = not items and matcher.first("attendance", f"{label}:", part="line") is not None
        if counts[label] == 1 and not _WHO_CAME.search(label) and not (names and not _is_told(found["said"])):
            items.append(i)
    below = sum(i >= items[0] for i in plain) if items else 0
    enough = len(items) >= FEWEST - (len(items) >= NEARLY_ALL * below)
    return (
        items if enough and len(items) >= SHARE * below else _by_sign(plain, no_title, matcher) or _in_capitals(parts)
    )


def _by_sign(plain: Mapping[int, Paragraph], no_title: re.Pattern[str], matcher: Matcher) -> list[int]:
    """The paragraphs that a label with a semicolon, a dash or a stop opens, some of which every meeting has; else none.

    "Matters arising; The list was read.", "Finance - To follow." and "Correspondence. Two letters were read."
    """

    def is_usual(label: str) -> bool:
        return any(matcher.first("heading", label, part=part) for part in ("business", "standing", "arising"))

    signed = {i: (part.text, ends) for i, part in plain.items() if (ends := _sign_at(part.text))}
    labels = {
        i: (text[:end], text[end : end + 2].strip()[:1]) for i, (text, end) in signed.items() if not plain[i].printed
    }
    for signs in (";", "-–—", "."):
        items = [i for i, (label, sign) in labels.items() if sign in signs and _names_item(label, no_title)]
        usual = sum(is_usual(labels[i][0]) for i in items)
        below = sum(i >= items[0] for i in plain) if items else 0
        # "Membership--Dues were raised.", "Old Home Day—The theme is mills.": as nearly all do, no list of names is so
        glued = [i for i in items if _GLUED.match(plain[i].text)]
        told = len(glued) >= NEARLY_ALL * below and sum(_is_told(plain[i].text) for i in glued) * 2 > len(glued)
        # "Web site – The page is up." and so on to the end: sentences, and no list of names with their posts
        said = sum(_is_told(plain[i].text) for i in items) >= NEARLY_ALL * len(items)
        told = told or ("–" in signs and said and len(items) > FEWEST and len(items) >= MOSTLY * below)
        # "Ground. The roller is mended." and so on to the end, whatever it is
        told = told or (signs == "." and len(items) > FEWEST and len(items) >= NEARLY_ALL * below)
        if len(items) >= FEWEST and (usual >= USUAL or told) and len(items) >= SHARE * below:
            return items
    return []


_DASH = re.compile(r"[A-Z][^.:;–—]{2,60}?(?=\s[–—-]{1,2}\s\S|(?<=[a-z’])(?:--|—)(?=\S))")
_GLUED = re.compile(r"[A-Z][^.:;–—]{2,60}?(?<=[a-z’])(?:--|—)(?=\S)")

_STOP = re.compile(
    r"[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,5}(?<=[a-z]{4})(?<!\bCllr)(?<!\bProf)(?<!\bRevd)(?=\.\s[A-Z‘“£\d])"
)


# "Bar. Takings were up.": a word or two before a stop, no sentence and nobody's title
_BRIEF = re.compile(
    r"(?!(?:Mr|Mrs|Ms|Dr|St|Rev|Revd|Cllr|Prof|Messrs|No|Yes|Nos?|Approved|Agreed|Noted|Carried|Adopted|None|Nil)\.)"
    r"[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,3}(?=\.\s[A-Z‘“£\d])"
)


def _sign_at(text: str) -> int:
    """Where a label ends before a semicolon or a dash; 0 where none does."""
    ends = signed_end(text)
    label = _DASH.match(text) or _STOP.match(text) or _BRIEF.match(text)
    return ends[0] if ends else label.end() if label and not says(label[0]) else 0


def _names_item(label: str, no_title: re.Pattern[str]) -> bool:
    return not (no_title.search(f"{label}; so") or _WHO_CAME.search(label) or _SPEAKER.match(label))


def _in_capitals(parts: Sequence[Part]) -> list[int]:
    """The bullets of a list that titles in capitals open: "- PLANNING – An update was given"; else none."""
    bullets = [i for i, part in enumerate(parts) if isinstance(part, Paragraph) and part.kind == "bullet"]
    titled = [i for i in bullets if isinstance(part := parts[i], Paragraph) and caps_end(part.text)]
    return titled if len(titled) >= FEWEST and len(titled) >= SHARE * len(bullets) else []


def opens_item(label: str) -> bool:
    """May a label in bold name an item: not who speaks, who came, or what became of it?"""
    return not (_SPEAKER.match(label) or _OUTCOME.fullmatch(label) or _WHO_CAME.search(label))


def _is_told(text: str) -> bool:
    """A sentence, not a row of names: words in small letters stand in it."""
    return len(re.findall(r"\s(?!and\b|of\b|for\b|the\b)[a-z]{2,}", text)) > 2


def _label(part: Paragraph, no_title: re.Pattern[str]) -> re.Match[str] | None:
    """The label that opens a paragraph and names what is said behind it."""
    found = _LABEL.match(part.text) if not part.printed else None
    label = found[0][: found.end("label") + 4].replace("£", "") if found else ""  # a sum is no part
    if found is None or no_title.search(label) or _SPEAKER.match(found["label"]):
        return None
    if (
        _OUTCOME.fullmatch(found["label"])
        or _SAID.search(found["label"])
        or (_FACT.match(found["said"]) and not _NOTHING.match(found["said"]))
    ):
        return None
    return found
