"""Text whose line ends a conversion lost: "... 1. Apologies None. 2. Minutes Agreed." as a line for each number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.layout.numbers import ROMAN

LONG = 1000  # characters: a paragraph with more may be a whole page in one line
SHORT = 400  # the same of one that opens as minutes do
TOP = 200
ENOUGH = 4  # numbers that count on
FEWEST = 3  # that count on in a minute book's own way, or all printed in one way: "1)", "2)", "3)"
APART = 20  # letters from one label of people to the next: "SENATORS PRESENT:" is one
NAMED = 2  # that count on behind the word "Item"

_NUMBER = re.compile(
    r"(?:^|\s)(?=(?P<word>(?:Agenda\s)?(?:Item|ITEM)\s)?(?P<item>\d{1,2})(?:\.(?P<minute>\d{1,2}))?(?P<sign>[.):]?)\s+[A-Z‘“])"
)
_CODE = re.compile(
    r"\s(?=(?P<head>[A-Z][A-Za-z]{0,4}/|\d\d(?:\d\d)?/|(?=\d{1,3}/[A-Z]))(?P<number>\d{1,4})"
    r"(?P<tail>(?:[/-]\d{2,4}){0,2}|/[A-Z]{1,3}\d{2})\.?\s+(?:[–-]\s)?[A-Z])"
)
_LABEL = re.compile(
    r"\s(?=(?:Also\s+)?(?:[Pp]resent|PRESENT|(?:In\s+)?[Aa]tten(?:dance|ding|dees)|IN\s+ATTENDANCE|Apologies|APOLOGIES"
    r"|Attendance\sand\sApologies|Members|MEMBERS|Visitors|Observers|Absent)\s?:"
    r"|(?:[A-Z]{3,}\s)?(?:OFFICIALS\s|OFFICERS\s)?IN\sATTENDANCE\s(?:\(\d\)|(?:Mrs?|Ms|Miss|Dr)\b)"
    r"|(?:[A-Z]{3,}S\s)?(?:PRESENT|ABSENT|GUESTS)\s?:"
    r"|(?:PRESENT|(?:ALSO\s+)?(?:IN\s+ATTENDANCE|ATTENDING)|APOLOGIES|ABSENT)\s(?:[A-Z]\.?\s){0,2}[A-Z][a-z])"
)
# "SAGEHILL COUNCIL Minutes of the meeting held on", no "The Minutes of the last meeting"
_TITLE = re.compile(
    r"(?<!The)(?<!the)(?<!of)(?<!to)(?<!DRAFT)(?<!Draft)(?<!Approved)\s(?=(?:Draft\s|Approved\s)?(?:Minutes?|MINUTES?)\s(?:of|OF)\s[^.:;]{0,80}?\b(?i:meeting|committee|held)\b)"
)
_MINUTES = re.compile(r"\bminutes?\s+of\b.{0,80}\b(?:meeting|held|agm)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s+(?=•\s)")


def with_line_ends(text: str) -> str:
    """The text with a line feed for the blank in front of each number that counts on, each bullet and each label of
    people before the first number; as it is where fewer than a few numbers do."""
    if len(text) < (SHORT if _MINUTES.search(text, 0, TOP) else LONG):
        return text
    cuts = _roman(text) or _plain(text) or _coded(text) or _titled(text) or _stock(text)
    if not cuts:
        return text
    labels = [found.start() for found in _LABEL.finditer(text, 0, cuts[0])]
    cuts += [at for before, at in pairwise([0, *labels]) if ":" in text[before:at] or not before or at - before > APART]
    cuts += [found.start() for found in _TITLE.finditer(text, 0, min(TOP, *cuts))][:1]
    cuts += [found.start() for found in _BULLET.finditer(text)]
    letters = list(text)
    for cut in cuts:
        if letters[cut].isspace():  # the first number may open the text
            letters[cut] = "\n"
    return "".join(letters)


def _plain(text: str) -> list[int]:
    """Where 1, 2, 3 and their minutes 2.1, 2.2 open; none where too few count on."""
    cuts: list[int] = []
    item = minute = 0
    printed: list[str] = []
    for found in _NUMBER.finditer(text):
        number, part = int(found["item"]), int(found["minute"] or 0)
        if part and number == item and part == minute + 1:
            minute = part
        elif number == item == 1 and not (part or minute) and found["sign"] and not printed[0]:
            cuts, printed = [], [found["sign"]]  # "1 member of the public" above "1. Apologies"
        elif part <= 1 and number == item + 1:  # "2.1" may open the second item
            item, minute = number, part
            printed.append(found["sign"] if not found["word"] else "item")
        else:
            continue
        cuts.append(found.start())
    alike = len(set(printed)) == 1 and printed[0]
    few = NAMED if alike == "item" else FEWEST if alike or len(cuts) > ENOUGH else ENOUGH
    return cuts if len(printed) >= few else []


def _coded(text: str) -> list[int]:
    """Where numbers of a minute book open that count on in one place and stay alike in the others: "Ham/285/07-08"."""
    last: re.Match[str] | None = None
    cuts: list[int] = []
    for found in _CODE.finditer(text):
        on = last is not None and int(found["number"]) == int(last["number"]) + 1
        if last is None or (on and (found["head"], found["tail"]) == (last["head"], last["tail"])):
            last = found
            cuts.append(found.start())
    few = NAMED if cuts and _LABEL.search(text, 0, cuts[0]) is not None else FEWEST
    return cuts if len(cuts) >= few else []


# "I. Call to order", no "I. Lauer, M. Reed" in a list of names
_ROMAN_AT = re.compile(r"\s(?=([IVX]{1,5})\.\s+(?![A-Z][\w’'-]+[,;]\s[A-Z]\.)[A-Z‘“])")
_LETTER_AT = re.compile(r"\s(?=([A-Za-z])\.\s+[A-Z\d‘“])")
HEADED = 60  # letters of a title above "A."


def _roman(text: str) -> list[int]:
    """Where I., II., III. open that count on, and the letters below them; none where too few do."""
    cuts: list[int] = []
    for found in _ROMAN_AT.finditer(text):
        if len(cuts) < len(ROMAN) and found[1] == ROMAN[len(cuts)]:
            cuts.append(found.start())
    return [*cuts, *_letters(text, cuts)] if len(cuts) >= ENOUGH else []


def _letters(text: str, items: list[int]) -> Iterator[int]:
    """Where a., b., c. open that count on below an item."""
    for start, end in pairwise([*items, len(text)]):
        last = ""
        for found in _LETTER_AT.finditer(text, start, end):
            first = found[1] == "a" or (found[1] == "A" and found.start() - start < HEADED)
            if (first and not last) or (last and ord(found[1]) == ord(last) + 1):
                last = found[1]
                yield found.start()


# "... was passed. NEW BUSINESS The Chair said": words in capitals between a sentence's end and the next one's start
_CAPITALS = re.compile(
    r"(?<=[.!?\d)])\s(?=(?P<title>[A-Z][A-Z’'&/-]+(?:,?\s(?:[A-Z][A-Z’'&/-]+|&)){1,7})\s(?:[A-Z][a-z’'-]+|A)\s)"
)
LETTERS = 9  # of a title in capitals: "USA TODAY" may stand in a sentence


def _titled(text: str) -> list[int]:
    """Where titles in capitals open that stand between sentences; none where too few do or one is said twice."""
    found = [cut for cut in _CAPITALS.finditer(text) if len(cut["title"]) >= LETTERS]
    titles = [cut["title"] for cut in found]
    return [cut.start() for cut in found] if len(found) >= ENOUGH and len({*titles}) == len(titles) else []


# "... was agreed. Matters Arising: The Secretary said": titles that most minutes have, with a colon
_KNOWN = re.compile(
    r"(?<=[.!?;)])\s(?=(?:Welcome|Apologies|Declarations?\sof\s[Ii]nterests?|(?:Approval\sof\s)?(?:[Tt]he\s)?[Mm]inutes\sof\s(?:[Tt]he\s)?"
    r"(?:[Pp]revious|[Ll]ast)\s[Mm]eeting|(?:Approval\sof\s|Previous\s)[Mm]inutes|Matters\s[Aa]rising|(?:Police|Chair\w*[’']?s?|Treasurer[’']?s?"
    r"|Clerk[’']s|Secretary[’']s|Councill?ors?[’']?s?|Head\s?[Tt]eacher[’']?s?)\s[Rr]eports?|Correspondence|Finance|Planning(?:\s[Aa]pplications)?|Open\s[Ff]orum"
    r"|Any\s[Oo]ther\s(?:[Cc]ompetent\s)?[Bb]usiness|A\.?O\.?C?\.?B\.?|(?:Date\sof\s)?(?:[Tt]he\s)?[Nn]ext\s[Mm]eeting)\s?:)"
)


def _stock(text: str) -> list[int]:
    """Where titles that most minutes have open between sentences; none where too few do or it is no page of minutes."""
    cuts = [found.start() for found in _KNOWN.finditer(text)]
    return cuts if len(cuts) >= NAMED and _LABEL.search(text, 0, cuts[0]) is not None else []
