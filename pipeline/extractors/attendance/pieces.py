"""A list of people cut into pieces: at separators, line ends, sentence ends, titles, keys, posts with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extractors.given import is_known
from pipeline.extractors.names import is_particle, is_person, is_post, read_name
from pipeline.initials import initials_fit
from pipeline.layout.sentences import sentences

FEWEST = 6  # words that are surely several names
_SEPARATOR = re.compile(r"[,;•|\n\t]|(?:\s|(?<=\s))(?:and|&|plus)\s(?:(?:also\s)?(?:from|by)\s)?")
OPEN = {"(": ")", "[": "]"}
TITLED = re.compile(
    r"\b(?:(?:County|Borough|District|Parish|Town|City|Community)\s+)?"
    r"(?:(?:Cllrs?|Councill?ors?|Cmhlr|Cyng(?:horydd|horwyr)?|Crs?|Clrs?"
    r"|Council\s?(?:[Mm]embers?|(?:[Mm]an|[Ww]oman)(?! *\n))"
    r"|Mrs?|Ms|Miss|Messrs|Bros?|Sis|Shri|Smt|Dr|Prof(?:essor)?|Revd?|Reverend|Canon|Fr|Father|(?:(?:Det|Ch|Stn|Wing|Wg|Gp|Sqn|Flt|Lt)\.?\s+){0,2}(?:Supt|Insp|Mgr|Cdr|Ldr|Capt|Col|Maj|Lt)|Archdeacon|Ven|Sir|Dame|Baroness|Lord|PCSO|PC|Sgt|Ald(?:erman|ermen)?|Trustees?|Hon(?!\.?\s(?:Treasurer|Secretary|President|Chair\w*|Vice|Member|Solicitor|Auditor)))\b\.?\s+)+(?=[A-ZÀ-Þ])"
)
OF_HONOUR = re.compile(
    r"(?:Her\s+Worship\s+|His\s+Worship\s+|The\s+(?:Right\s+)?(?:Worshipful\s+)?)?(?:(?:Deputy|Vice|Acting|Lord|Village|Town|City"
    r"|County|Township|Senate|Board|Council|Committee|Commission|Faculty)[\s-])?"
    r"(?:Mayor(?:\s+Pro\s+Tem(?:pore)?)?|Reeve|Warden|Chair(?:man|woman|person)?|President|Commissioner|Supervisor|"
    r"Member|Board\s+Member|Committee\s+Member|Director|Selectman|Speaker|Treasurer|Secretary|Clerk|"
    r"Manager|Attorney|Administrator|Superintendent|Engineer|Chief|Sheriff|Registrar|Librarian|Auditor|Assessor|Foreman|Inspector|"
    r"Planner|Counsel|Solicitor|Principal|VPAA|VPSA|AVP|SVP|CAO|CFO|CEO|COO|CIO|GM)"
    r"|(?:(?:Assistant|Deputy|Senior|Chief|City|Town|County|Village|Public|Works|Planning|Finance|Fire|Police|Safety|Parks|Library"
    r"|Community|Development|Human|Resources|Utilities|Building|General|District|Legal|Operations|Office|and|&)\s){1,4}"
    r"(?:Manager|Director|Attorney|Administrator|Superintendent|Engineer|Planner|Inspector|Chief|Supervisor|Clerk|Librarian|Counsel)",
    re.IGNORECASE,
)
# "Ann Marlow/Sam Reed (Co-chairs)": two people, of whom one bracket tells.
_TWO = re.compile(r"(?<=[a-z])\s?/\s?(?=[A-Z][a-z]+\s[A-Z][\w’'-]+\s\([A-Z][\w-]*s\))")
_ENDS_POST = re.compile(r"[A-Z][\w-]*\s$")
_LETTERS = re.compile(r"[-/](?=[A-Z]{2,}\b)")
_SHORTENED = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Messrs|Bros?|Sis|Ven|Supt|Insp|Capt|Col|Maj|Lt|Cdr|Mgr|Stn|Det|Ch)\.$")
_NAME_ENDS = re.compile(r"\s*(?:[,;([\n]|and\b|&|$)")
_NAME_OR_POST = re.compile(rf"{_NAME_ENDS.pattern}|\s[-–—]\s")  # "Ann Marlow - Chair (AM) Sam Reed - Clerk (SR)"
_KEY = re.compile(r"[A-Z]{2,3}[a-z]?")
_TITLE_BEFORE = re.compile(
    r"(?<!\S)(?:Cllr|Cr|Councill?or|Ald(?:erman)?|Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Revd?)\.?\s+$"
)
_NEXT = re.compile(r"\s+[A-Z]\.?\s+(?:(?:d[aeu]|la|le|van|von)\s(?:d(?:e[rn]?)\s)?)?[A-Z][a-z]+")
_RUNS_ON = re.compile(r"(?:\b(?:to|of|for|by)\s|[-–—]\s*)$")


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int
    before: str  # the separator in front of it: "", ",", "\n", "and", "-", "."


def pieces(text: str, *, lines: bool, wraps: bool = True) -> Iterator[Piece]:
    """The text cut at separators outside brackets, at sentence ends, in front of titles and keyed names in a run.

    Args:
        lines: most lines are a person each.
        wraps: a name may run over a line's end.
    """
    start, before = 0, ""
    for at, after, sign in sorted(_cuts(text)):
        if at < start or (sign == "\n" and wraps and _wraps(text, start, at, after, lines=lines)):
            continue
        if text[start:at].strip():
            yield Piece(start, at, before)
            before = sign
        elif sign == "." or (sign == "\n" and before != ".") or not before:
            before = sign
        start = after
    if text[start:].strip():
        yield Piece(start, len(text), before)


def _cuts(text: str) -> list[tuple[int, int, str]]:
    """Start, end and sign of every place that may part two entries."""
    cuts: list[tuple[int, int, str]] = []
    brackets: list[range] = []
    for found in re.finditer(rf"(?P<separator>{_SEPARATOR.pattern})|[(\[]|{TITLED.pattern}", text):
        at = found.start()
        if brackets and at in brackets[-1]:
            continue
        if found[0] in OPEN:
            close = closing(text, at) + 1
            brackets.append(range(at, close))
            close += len(text[close:]) - len(text[close:].lstrip(":"))  # "(Clerk): Sam Reed (SR)"
            name = read_name(text[close:])
            ends = _NAME_OR_POST if _KEY.fullmatch(text[at + 1 : close - 1]) else _NAME_ENDS
            dashed = text[close : close + 1] == "–"  # "Mr Marlow (Chair)– Harrow Care"
            dashed = dashed or _is_bodys(text, at, close)
            if name is not None and name.full and not dashed and ends.match(text[close + name.end :]):
                cuts.append((close, close, " "))
        elif found[0] == "\n" and re.match(r"\s*[(\[]", text[found.end() :]):
            continue
        elif found["separator"]:
            sign = (found[0].split() or ["\n"])[0]
            cuts.append((at, found.end(), {"&": "and", "plus": "and", "|": ",", "•": "\n"}.get(sign, sign)))
        elif "\n" in found[0] and _ENDS_POST.search(text[:at]):
            cuts.append((found.end() - 1, found.end(), "\n"))  # "Lay Trustee" / "Sam Reed"
        elif text[:at].strip() and read_name(text[at:]) is not None and not _RUNS_ON.search(text[:at]):
            cuts.append((at, at, " "))
        elif found[0].endswith("\n"):
            cuts.append((found.end() - 1, found.end(), "\n"))  # "- Borough Councillor" / "PC Sam Reed"
    for _, stop in sentences(text.replace("\n", " ")):
        inside = any(stop in bracket for bracket in brackets)
        if stop < len(text) and text[stop - 1] == "." and not inside and not _SHORTENED.search(text[:stop]):
            cuts.append((stop, stop, "."))
    cuts += [
        (found.start() + 1, found.start() + 1, ".")
        for found in re.finditer(r"\.\n(?=[A-Z])", text)
        if not _SHORTENED.search(text[: found.start() + 1])
        and not any(found.start() in bracket for bracket in brackets)  # "(Mr." / "A. Marlow)"
    ]
    cuts += [(found.start(), found.end(), "and") for found in _TWO.finditer(text)]
    cuts += [
        (at, at, " ")
        for find in (_keyed, _bracketed_keys, _post_dash_name, _post_then_next, _glued, _in_pairs)
        for at in find(text)
    ]
    return cuts


def _is_bodys(text: str, at: int, close: int) -> bool:
    """Letters in brackets that stand for a body, with whom it sends behind a dash: "Moor Area Partnership (MAP) – "."""
    name = read_name(text[text.rfind("\n", 0, at) + 1 : at])
    key = text[at + 1 : close - 1]
    fits = name is not None and initials_fit(key, name.text)
    return _KEY.fullmatch(key) is not None and not fits and re.match(r"\s+[-–—]\s", text[close:]) is not None


def second_halves(text: str) -> tuple[range, ...]:
    """Where bodies stand in a list of pairs: "Ann Box, Port Watch; Bob Carr, SDCC; Cal Elm, Moor Mail".

    Each part between semicolons opens with somebody whole; what follows a comma there is no other person.
    """
    parts = [found for found in re.finditer(r"[^;]+", text) if found[0].strip()]
    if len(parts) < FEW or not all(_opens_with_one(part[0]) for part in parts):
        return ()
    if len(parts) < PAIRS and not all(part[0].count(",") == 1 for part in parts):
        return ()
    halves = [range(part.start() + part[0].index(",") + 1, part.end()) for part in parts if _PAIR.match(part[0])]
    halves = [half for half in halves if TITLED.search(text[half.start : half.stop]) is None]
    halves = [half for half in halves if not WHO.match(text, half.start)]
    bodies = 0
    for half in halves:
        words = text[half.start : half.stop].strip(" .\n")
        other = read_name(words)
        bodies += other is None or bool(words[other.end :])
    return tuple(halves) if len(halves) >= FEW and bodies * PAIRS >= len(halves) else ()


WHO = re.compile(r"\s*(?:who|whose)\s")  # "Ann Box, who was unwell, and Bo Carr"


def _opens_with_one(part: str) -> bool:
    name = read_name(part.replace("\n", " ").strip())
    return name is not None and (name.full or bool(name.titles))


PAIRS, FEW = 3, 2  # parts that make a list of them, and pairs; of second halves one in so many can't be a name
_PAIR = re.compile(r"\s*[^,;()]+,")


# "Jo and Sam Reed", on a line of their own
_COUPLE = re.compile(r"[A-Z][a-z][\w’'-]*\s(?:and|&)\s[A-Z][a-z][\w’'-]*\s[A-Z][\w’'-]+\s*(?:\n|\(|$)")


_LABEL = re.compile(r"[^:;,\n]{2,50}:\s+(?=[A-Z])")


def _wraps(text: str, start: int, at: int, after: int, *, lines: bool) -> bool:
    """Does a name run over this line end ("Owen" / "Marlow")? Where each line is a person only a lone surname does."""
    if not text[start:at].strip():
        return False
    if TITLED.fullmatch(text[start:at].strip() + " A", 0, len(text[start:at].strip()) + 1):
        return True
    if (label := _LABEL.match(text, start)) is not None and label.end() < at:
        start = label.end()  # "Moor Club: C." / "Box"
    split = post_then_name(text[start : after + 60])
    if split and start + split < at:
        start += split  # "Planning Officer Jean-Paul" / "Marlow"
    below = read_name(text[after:])
    last = text[start:at].split()[-1]
    if below is not None and below.full and is_known(below.text.split()[0]) and not is_known(last):
        return False  # "..., Ranger" / "Ann Marlow, Moor Trust"
    if (below is not None and (lines or below.titles)) or (lines and _COUPLE.match(text, after)):
        return False
    if lines and is_person(text[start:at].strip()) and _had_room(text, at, after):
        return False  # "Lou Reed" / "Anne (surname unknown)"
    name = read_name(text[start : min(len(text), after + 60)])
    return name is not None and start + name.end > after


def _had_room(text: str, at: int, after: int) -> bool:
    """Would the word below a line's end have stood on that line, by the list's longest line?"""
    words = text[after:].split(None, 1)
    line = at - (text.rfind("\n", 0, at) + 1)
    return bool(words) and line + 1 + len(words[0]) <= max(map(len, text.split("\n")))


def _keyed(text: str) -> Iterator[int]:
    """Where a name with its initials opens behind another's: "... Alex Marlow AM Sam Reed (Clerk) SR"."""
    for found in re.finditer(r"\b[A-Z]{2,3}[a-z]?\s+(?=[A-Z][a-z]+\s)", text):
        name = read_name(text[found.end() :])
        if name is None or not name.full:
            continue
        key = re.match(r"\s*(?:\([^()\n]{1,30}\)\s*)?([A-Z]{2,3}[a-z]?)\b", text[found.end() + name.end :])
        if key and initials_fit(key[1], name.text):
            yield found.end()


def _bracketed_keys(text: str) -> Iterator[int]:
    """Where a name opens whose initials stand behind it in brackets: "... - Chairman Sam Reed (SR) Jo Hale (JH)"."""
    for found in re.finditer(r"\s\(([A-Z]{2,4}[a-z]{0,2})\)", text):
        words = list(re.finditer(r"\S+", text[max(0, found.start() - 60) : found.start()]))[-len(found[1]) :]
        at = max(0, found.start() - 60) + words[0].start() if words else 0
        name = read_name(text[at : found.start()])
        if name is not None and name.full and at + name.end == found.start() and initials_fit(found[1], name.text):
            if is_post(before := re.split(r"[,;\n]", text[:at])[-1].strip()) and read_name(before) is None:
                continue  # ", Town Administrator Sam Reed (SR)"
            title = _TITLE_BEFORE.search(text[:at])  # "Mrs" goes with the name behind it
            yield title.start() if title is not None else at


def _post_dash_name(text: str) -> Iterator[int]:
    """Where a name ends and the next post begins: "Town Clerk – A Marlow Director of Roads – S Reed"."""
    for found in re.finditer(r"(?:\s[-–—]|:)\s+(?=[A-Z])", text):
        name = read_name(text[found.end() :])
        if name is None or not name.full:
            continue
        end = found.end() + name.end
        if (after := re.match(r"\s+([A-Z][^,;\n–—:(]{2,60}?)(?:\s[-–—]|:)\s+(?=[A-Z])", text[end:])) and is_post(
            after[1]
        ):
            yield end


_NEXT_NAME = re.compile(
    r"\s[-–—]\s+(?P<post>[A-Za-z][^,;\n–—:()]{2,50}?)\s+(?=[A-Z][a-z’'-]+\s[A-Z][\w’'-]+\s*(?:[-–—]\s|\n|$))"
)


def _post_then_next(text: str) -> Iterator[int]:
    """Where a name opens behind the post of the one before: "Ann Lund – Parent rep Sam Reed – Teacher"."""
    for found in _NEXT_NAME.finditer(text):
        if is_post(found["post"]) and is_person(re.split(r"\s*[-–—\n]", text[found.end() :])[0]):
            yield found.end()


# "Mick LockJo Hale", "ChairmanSam Reed": what a conversion left of a table's cells; no "MacLeod", no "FitzRoy".
_GLUED = re.compile(
    r"(?P<before>(?:[A-Z][\w.’'-]*\s+)?[A-Z][a-z’'-]*[a-z])(?<!Mc)(?<!Mac)(?<!Fitz)(?<!\bVan)(?=[A-Z][a-z]+\s+[A-Z])"
)


def _glued(text: str) -> Iterator[int]:
    """Where a full name opens right behind another's last letter, or behind a post's."""
    for found in _GLUED.finditer(text):
        name = read_name(found["before"])
        if (name is not None and name.full and name.end == len(found["before"])) or is_post(found["before"]):
            yield found.end()


_RUN = re.compile(r"(?<!\S)(?:[A-Z][a-zà-ÿ’'-]+[ \t]+){3,}[A-Z][a-zà-ÿ’'-]+(?=\s*(?:[,;\n]|$|\([\w -]+s\)|[-–—]\s))")
_SEVERAL = re.compile(r"\s*\([\w -]+(?<!s)s\)")  # "Ann Reed Jo Hale (Churchwardens)" are two


def _in_pairs(text: str) -> Iterator[int]:
    """Where full names open that stand in a row with nothing between them: "Sam Reed Jo Hale Ann Lund"."""
    for run in _RUN.finditer(text):
        titled = TITLED.search(run[0])  # "Ann Reed Jo Hale Wing Cdr Di Lund"
        untitled = run[0][: titled.start()] if titled is not None else run[0]
        words = list(re.finditer(r"\S+", untitled))
        known = len(words) == 4 and is_known(words[0][0]) and is_known(words[2][0])  # "Gus Hay Hal Ives"
        if any(is_particle(word[0]) for word in words[1::2]):
            continue  # "Ann Van Den Berg"
        if len(words) < FEWEST and not (len(words) == 4 and (known or _SEVERAL.match(text, run.end()))):
            continue
        pairs = [run[0][a.start() : b.end()] for a, b in zip(words[::2], words[1::2], strict=False)]
        if len(words) % 2 == 0 and all(map(is_person, pairs)):
            first = 0 if text[: run.start()].rstrip().endswith(")") else 2  # "Ann Reed (Chair) Jo Hale Di Lund ..."
            yield from (run.start() + word.start() for word in words[first::2])


def closing(text: str, at: int) -> int:
    """Where the bracket opened at `at` closes; the end of its line where it never does."""
    depth = 0
    for place in range(at, min(len(text), at + 240)):
        depth += text[place] in OPEN
        depth -= text[place] in OPEN.values()
        if not depth:
            return place
    line = text.find("\n", at)
    return line if line >= 0 else len(text)


_MORE_OF_POST = re.compile(r"(?:\s+(?:[A-Z][\w’'&-]*|and|&|of|for|\([A-Z][\w ]*\)))+")
_WHOLE = re.compile(r"\s*(?P<given>[A-Z][a-zà-ÿ’'-]+)\s[A-Z][\w’'-]+\W*(?:$|\n|[,;(])")


def _has_more(rest: str) -> bool:
    """ "Communities Ann Marlow" behind "Vice-President": a word of the post before the name."""
    first, _, others = rest.partition(" ")
    whole = _WHOLE.match(others)
    return whole is not None and is_known(whole["given"]) and not is_known(first) and len(first.rstrip(".")) > 2


def _goes_on_to(words: str, led: int, at: int) -> bool:
    """Are the words from a post's end on part of it, and what follows a whole name?"""
    whole = _WHOLE.match(words, at)
    behind = words[led:at].rstrip()
    return (
        whole is not None
        and bool(behind.strip())
        and _MORE_OF_POST.fullmatch(behind) is not None
        and (is_known(whole["given"]) or read_name(f"{behind.split()[-1]} Marlow") is None)
        and read_name(words[at:]) is not None
    )


_ONE_WORD = re.compile(r"[A-Z][a-z]{4,}")
_GLUED_INITIAL = re.compile(r"(?:[A-Z]\.)+[A-Z][a-z]{2,}\s*(?:$|[,;(])")


def post_then_name(words: str) -> int | None:
    """Where the name opens behind a post without a comma: "Clerk A Marlow", "Fire Chief-CEMC A Marlow"."""
    led = 0  # where a post ends that more words may stand behind: "Vice-President Education Ann Marlow"
    for found in re.finditer(r"\s+(?=[A-ZÀ-Þ])", words):
        before = words[: found.start()].strip(" -–—:")
        if led and _goes_on_to(words, led, found.end()):
            return found.end()
        if is_post(before) and before.count("(") == before.count(")"):
            led = found.start()
            if _has_more(words[found.end() :]):
                continue
        if _ONE_WORD.fullmatch(before) and _GLUED_INITIAL.match(words, found.end()):
            return found.end()  # "Translator A.Marlow"
        if (
            before.count("(") == before.count(")")
            and (is_post(_LETTERS.split(before)[0]) or re.fullmatch(r"[A-Z]{3,5}", before))
            and (name := read_name(words[found.end() :], surname=OF_HONOUR.fullmatch(before) is not None)) is not None
            and (name.full or not words[found.end() + name.end :].strip(" .,;"))
        ):
            return found.end()
    return None


def runs_on(words: str) -> bool:
    """A post and its holder, by title or initial, behind a name that nothing parts from them: " Clerk Mrs J Gray"."""
    if _NEXT.match(words):
        return True  # "A Marlow S Reed"
    split = post_then_name(words) if re.match(r"\s+[A-Z]", words) else None
    return split is not None and re.match(rf"(?:{TITLED.pattern})|[A-Z]\b\.?\s*[A-Z]", words[split:]) is not None


def is_sentence(words: str) -> bool:
    """Words of running text: three in small letters that no post or body needs."""
    small = re.findall(r"(?<![\w’'-])[a-z]{2,}\b", re.sub(r"\([^)]*\)", "", words))
    return sum(word not in ("of", "for", "to", "the", "and", "with", "in", "at", "by") for word in small) >= 3


def unbracketed(text: str) -> str:
    """The words of a text that stands in brackets as a whole."""
    found = re.fullmatch(r"[(\[]([^()\[\]]*)[)\]]?", text)
    return found[1].strip() if found else text
