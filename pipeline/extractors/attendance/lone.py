"""Forms of a list: names alone ("Nick, Jo R"), a shared surname ("Jo & Sam Reed"), a line a person, nothing between."""

from __future__ import annotations

import itertools
import re

from pipeline.extractors.attendance.pieces import TITLED, post_then_name
from pipeline.extractors.given import is_given, is_sure
from pipeline.extractors.names import CALL_SIGN, Name, is_person, is_post, read_name
from pipeline.paper import Table

_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]?")
_HOLDER = re.compile(rf"[(\[]\s*{TITLED.pattern}")
_BEHIND = re.compile(r"\s[-–—]\s[^\n]*")
_SIGN = re.compile(r"[,;•|\n\t]|\s(?:and|&)\s")
_TAIL = re.compile(r"\s*(?:$|[-–—:.](?:\s|$))")
_POST = re.compile(r"\s*(?:$|[(\[]|[-–—:]\s)")
_TELLS = re.compile(
    r"\s+(?:(?:had|has|also)\s+)?(?:noted|recorded|reported|received|gave|announced|advised|read|passed)\b"
)
_VERB = re.compile(r"(?!(?:Al|Wil|Win)?[Ff]red$|[TNJ]ed$|Jared$|Ahmed$)[A-Z][a-z]+(?:ed|ing)")
_PAIR = re.compile(r"(?P<given>[A-Z][a-z][\w’'-]*|[A-Z]\.?)\s+(?:&|and)\s+")
_WHOLE = r"(?:[A-Z][a-zà-ÿ’'-]+\s(?:&|and)\s)?[A-Z][a-zà-ÿ’'-]+\s[A-Z][\w’'-]+"
_RUN = re.compile(rf"\s*{_WHOLE}(?:\s+{_WHOLE}){{2,}}\s*")


def parted(row: str) -> str:
    """A row of whole names with nothing between them, "Jo Reed Sam Ash Di Hale", with commas for the blanks there."""
    if not _RUN.fullmatch(row) or TITLED.search(row):
        return row
    names = [*re.finditer(_WHOLE, row)]
    if any(is_post(name[0]) or read_name(name[0].split("&")[-1]) is None for name in names):
        return row
    return row[: names[0].end()] + "".join(
        "," + row[before.end() + 1 : name.end()] for before, name in itertools.pairwise(names)
    )


_TWO = re.compile(r"\s*([A-Z][a-zà-ÿ’'-]+\s[A-Z][\w’'-]+)\s([A-Z][a-zà-ÿ’'-]+\s[A-Z][\w’'-]+)\s*")


def in_two_columns(text: str) -> str:
    """Rows of two whole names each that lost the gap between them, "Jo Reed Sam Ash", with a comma for it."""
    rows = [_TWO.fullmatch(row) for row in text.split("\n") if row.strip()]
    people = [name for row in rows if row is not None for name in row.groups()]
    if not len(people) == 2 * len(rows) > 2 or not all(is_person(name) and not is_post(name) for name in people):
        return text
    return "\n".join(_TWO.sub(lambda row: f"{row[1]},{row[2]}", row) for row in text.split("\n"))


_OFFICE = re.compile(
    r"\s*(?:Alternate\s+|Deputy\s+|Vice\s+)?(?P<office>Director|Trustee|Supervisor|Commissioner|Selectman|Alderman|Member|Delegate"
    r"|Senator|Governor|Representative)\s+(?=(?:[A-Z]\.?\s?){0,2}[A-Z][a-z])"
)
_OFFICE_OR = re.compile(rf"{_OFFICE.pattern}|\s*Alternates?\s*$")


def without_office(text: str) -> str:
    """A list without the office that opens most of its lines, "Director A. Reed": it tells nobody apart."""
    rows = text.split("\n")
    opens = [found for row in rows if (found := _OFFICE.match(row))]
    same = len(opens) > 2 and len({found["office"] for found in opens}) == 1 and len(opens) * 3 >= len(rows)
    surnames = [row for row in rows if (found := _OFFICE.match(row)) and len(row[found.end() :].split()) == 1]
    if same and opens[0]["office"] in ("Trustee", "Selectman") and len(surnames) * 2 > len(opens):
        return text  # a title by which a surname is known: "Trustee Reed"
    return "\n".join(_OFFICE_OR.sub(lambda found: " " * len(found[0]), row, count=1) for row in rows) if same else text


_CALL_SIGN = re.compile(rf"(?<=\w),?\s{CALL_SIGN}(?!\s?[-–]\d)")


def without_call_signs(text: str) -> str:
    """A list without the sign behind each radio amateur's name, "Ann Lund, G4XYZ"; one of signs alone stays."""
    signs = re.match(rf"\W*{CALL_SIGN}", text) is not None
    return text if signs else _CALL_SIGN.sub(lambda found: " " * len(found[0]), text)


def names_one(text: str) -> bool:
    """One person, with or without a post in front: "Director A. Reed"."""
    return is_person(text) or post_then_name(text) is not None


def people_in_columns(table: Table) -> bool:
    """A list of people set in columns: "Ann Reed | Sam Ash (Clerk)" above "Bo Holt | Di Lund – Mill Trust"."""
    rows = [texts for row in table.rows if len(texts := [cell.text.strip() for cell in row if cell.text.strip()]) > 1]
    if len(rows) < 2:
        return False
    told = [_told_behind(text) for texts in rows for text in texts]
    sure = sum(name is not None and is_sure(name) for name, _ in told)
    return all(name is not None and (not rest or 2 * sure > len(told)) for name, rest in told)


_KEYED = re.compile(r"[A-Z][a-z’'-]+(?=\s[(\[][A-Z]{2,3}[)\]])")  # "Ann (AR)"
_SIGN_BEHIND = re.compile(r"\s*(?:[(\[,/*]|[-–—]\s)")


def _told_behind(text: str) -> tuple[Name | None, str]:
    """Who is named in a cell, and what stands behind a sign there: with a title, letters need none: "Mr A. Reed CC"."""
    keyed = _KEYED.match(text)
    name = read_name(text) or (Name(keyed[0], end=keyed.end()) if keyed is not None else None)
    rest = text[name.end :] if name is not None else ""
    bare = _BRACKET.sub("", rest).strip(" .,*")
    if name is None or not bare or (name.titles and bare.isupper() and len(bare) < 5):
        return name, ""
    return (name, bare) if _SIGN_BEHIND.match(rest) and not is_post(text) else (None, "")


_SEVERAL = re.compile(r"\s*(?:Councillors|Cllrs\.?|Crs\.?|Aldermen|Messrs\.?)\s")
_ROW = 3  # whole names of a line that are no name with a post and where it is held


def in_rows(text: str) -> frozenset[int]:
    """Where names open in a line of nothing but names, "Ann Reed, Sam Ash, Bo Holt", among lines of one person each.

    Two will do where every other line opens with a title: "Sean Foy, Una Glynn." above "Mr. Mark Joyce."; or where
    "and" alone stands between them.
    """
    rows = [(found.start(), found[0]) for found in re.finditer(r"[^\n]+", text)]
    if len(rows) < 2:
        return frozenset()
    titled = [_is_titled(row.strip()) for _, row in rows]
    opens: set[int] = set()
    for (at, row), own in zip(rows, titled, strict=True):
        fewest = 2 if sum(titled) - own == len(rows) - 1 or "," not in row else _ROW
        parts = [(found.start(), found[0].strip(" .")) for found in re.finditer(r"(?:(?!\s(?:and|&)\s)[^,])+", row)]
        names = [(start, re.sub(r"^(?:and|&)\s+", "", part)) for start, part in parts]
        several = _SEVERAL.match(row) is not None and all(read_name(name, surname=True) for _, name in names)
        if several or (len(names) >= fewest and all(is_person(name) for _, name in names)):
            opens.update(at + row.index(name, start) for start, name in names)
    return frozenset(opens)


def _is_titled(row: str) -> bool:
    return TITLED.match(row) is not None or post_then_name(row) is not None


def names_alone(text: str) -> bool:
    """Are most entries of a list one name alone? Posts beside them, in brackets or behind a dash, do not count."""
    if _HOLDER.search(text):
        return False  # posts with their holders in brackets
    alone = whole = other = 0
    for part in _SIGN.split(_BEHIND.sub("", _BRACKET.sub("", text))):
        words = re.sub(r"^[^\w@]*(?:and|&)?\s*", "", part).strip()
        name = read_name(words, surname=True)
        if not words or is_post(words):
            continue
        if name is None or not _TAIL.match(words[name.end :]) or _VERB.fullmatch(name.text):
            other += 1
        elif name.titles and not name.full:
            continue  # "Tracey, Jane, Susie and Mr Lund"
        elif _is_alone(name):
            alone += 1
        else:
            whole += 1
    return alone > 2 * whole and alone > 2 * other and (alone > 1 or not whole)


def one_alone(row: str) -> bool:
    """A row of a list that is one name alone, with a post at most: "Dana", "Jo R (JR)", "Sam - Treasurer"."""
    name = read_name(row, surname=True)
    return len(row) < 100 and name is not None and _is_alone(name) and _POST.match(row[name.end :]) is not None


def _is_alone(name: Name) -> bool:
    return not name.titles and (not name.full or len(name.text.split()[-1].rstrip(".")) == 1)


_EDGE = re.compile(r"(?:^|[,;]\s*|\b(?:and|&)\s+)[A-Z][\w’'-]+$")  # "..., Bo" at a line's end

_REST = re.compile(r"\s*[A-Z][\w’'-]+\s*(?:[,;.]|\band\b|&|$)")


def unbroken(text: str) -> str:
    """A list that a narrow column broke within names, "Ann Vale, Bo" / "Orr, Cy" / "Dane", in one line as long."""
    rows = text.split("\n")
    if len(rows) < 2 or not all(_EDGE.search(row.rstrip()) for row in rows[:-1]):
        return text
    if not all(map(_REST.match, rows[1:])):
        return text  # "Ann Vale, Harrow" / "Bo Orr, Moor"
    flat = text.replace("\n", " ")
    parts = [part.strip(" .") for part in re.split(r"[,;]|\s(?:and|&)\s", flat) if part.strip(" .")]
    people = len(parts) > 1 or len(rows) == 2
    return flat if people and all(is_person(part) and len(part.split()) < 4 for part in parts) else text


_SHOUTED = re.compile(r"[A-Z][A-Z’'-]*(?:\s[A-Z][A-Z’'-]*){0,2}")
_LEAST = 4  # letters that are a name's rather than initials


def lowered(text: str) -> str | None:
    """A list of given names in capitals, "JANE, BOB, ANN BOX", as it reads in small letters; None for any other."""
    parts = [part.strip(" .") for part in _SIGN.split(_BRACKET.sub("", text)) if part.strip(" .")]
    if not all(map(_SHOUTED.fullmatch, parts)) or any(map(is_post, parts)) or all(map(_is_read, parts)):
        return None
    alone = [part for part in parts if " " not in part]
    named = all(len(part) > 2 and set(part) & set("AEIOUY") for part in alone)
    if not named or sum(len(part) >= _LEAST for part in parts) * 2 < len(parts):
        return None
    return re.sub(r"(?<![\w(\[])[A-Z][A-Z’'-]{2,}(?![\w)\]])", lambda word: word[0].capitalize(), text)


def _is_read(words: str) -> bool:
    name = read_name(words, surname=True)
    return name is not None and not words[name.end :].strip()


def few_alone(text: str) -> frozenset[int]:
    """Where names alone open among whole ones: "Jo Reed (Chair), Ash, Di Hale, Sam Box", or a line each.

    None where anybody's workplace is told, or where every whole name has one word behind it: that may be one as well.
    """
    plain = _BRACKET.sub(lambda found: " " * len(found[0]), text)
    lines = line_each(text, 0.25)
    told_below = _SENTENCE.search(plain)
    plain = plain[: told_below.start() + 1] if told_below is not None else plain
    edges = [(0, 0, ""), *((sign.start(), sign.end(), sign[0]) for sign in _SIGN.finditer(plain)), (len(plain), 0, "")]
    told: list[int | None] = []  # of each person: where a name alone opens, None for a whole one
    for (_, start, before), (end, _, after) in itertools.pairwise(edges):
        part = plain[start:end]
        words = part.strip(" *_•·.:")
        name = read_name(words, surname=True)
        whole = name is not None and (name.full or name.titles)
        if not words or words[0].isdigit() or words[0].islower() or (not whole and is_post(words)):
            continue
        if name is None or ((rest := words[name.end :].strip(" –—-")) and not is_post(rest)):
            return frozenset()
        if whole:
            told.append(None)
        elif rest or name.text.isupper() or any("\n" in sign for sign in (before, after)) != lines:
            return frozenset()
        else:
            told.append(start + part.find(words))
    found = [at for at in told if at is not None]
    row = any(one is not None and other is not None for one, other in itertools.pairwise(told))
    others = len(told) - len(found)
    # "Ann, Bo Orr, Cy, Di Elm, Ed and Flo": places and firms stand behind a whole name, one to each.
    people = row or (told[:1] != [None])
    return frozenset(found if others > 1 and (people or len(found) * 2 <= others) else ())


# "..., Di Elm. Call meeting to order"
_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+[A-Z][a-z]+\s(?!and\b)[a-z]")


def shared_surname(text: str, at: int) -> tuple[Name, int] | None:
    """The first of two people with one surname, "Jo" of "Jo & Sam Reed" as "Jo Reed", and where the second begins."""
    found = _PAIR.match(text, at)
    rest = text[found.end() :] if found is not None else ""
    second = read_name(rest.split("\n")[0]) or read_name(rest)
    if found is None or second is None or second.titles or len(second.text.split()) != 2:
        return None
    given, surname = second.text.split()
    letters = len(given.rstrip(".")) < 2  # "B & J Reed"
    first = read_name(found["given"], surname=True) if not letters else Name(found["given"])
    short = len(surname.rstrip(".")) < 2 or letters != (len(found["given"].rstrip(".")) < 2)  # "Effie & George P"
    if first is None or short or text[found.end() :].find(surname) > 40:
        return None
    return Name(f"{first.text} {surname}", end=len(found["given"])), found.end()


def opens_list(text: str) -> bool:
    """A name opens it as a list does; in "Ann Reed noted apologies from ..." she only tells of others."""
    name = read_name(text)
    if name is None:
        return names_alone(text.split(". ")[0])  # "Reed, Ash and Hale. The Clerk was there."
    return _TELLS.match(text, name.end) is None


def line_each(text: str, second: float) -> bool:
    """A line a person: most lines open with one, and few (`second`, as a share) name another."""
    opened = more = 0
    for line in text.split("\n"):
        name = read_name(line)
        if name is None:
            continue
        opened += 1
        rest = re.sub(r"\([^)]*\)", "", line[name.end :])
        parts = [part.strip() for part in re.split(r"[,;]|\s(?:and|&)(?:\s|$)", rest)]
        # "Ann Reed, Chief Executive, Harrow Care": behind a post, where somebody works
        more += any(is_person(part) for post, part in itertools.pairwise(["", *parts]) if part and not is_post(post))
    more += sum(_wraps(above, below) for above, below in itertools.pairwise(text.split("\n")))
    return opened >= 2 and more <= second * opened


def _wraps(above: str, below: str) -> bool:
    """Does a name begin behind a line's last comma and end in the next: "Ann Reed, Jo" / "Box (JB), Cal Elm"?"""
    begun = re.search(r"[,;]\s+([A-Z][\w’'-]+(?:\s[A-Z]\.?)?)$", above)
    if begun is None or is_post(begun[1]) or read_name(below) is not None:
        return False
    name = read_name(f"{begun[1]} {below}")
    return name is not None and name.full and re.match(r"\s*[,;(\[]", f"{begun[1]} {below}"[name.end :]) is not None


_ODD = re.compile(r"\s*(?P<given>[^\W\d_][\w’'-]+)\s(?P<other>[^\W\d_][\w’'-]+)(?=\s*(?:$|[,;(\[]|[-–—]\s))")
_SMALL = re.compile(r"[a-z’'-]{3,}")
# Posts that are hardly anybody's surname.
_OFFICE_BEHIND = re.compile(
    r"(?:treasurer|secretary|chair(?:man|woman|person)?|president|clerk|scribe|editor|webmaster|member|officer)", re.I
)


_BODY_BEHIND = re.compile(
    r"(?:council|board|committee|trust|association|society|group|club|forum|party|team|ward|school|office|department|police|hospital"
    r"|college|university|academy|library|vacancy|street|road|lane|avenue|centre|center|room|hall|meeting|action|report)s?",
    re.IGNORECASE,
)


def odd_name(row: str) -> Name | None:
    """A given name with a word that is no name elsewhere, or both in small letters, on a line among names.

    "Nigel Head", "Colin Parish"; "Dave Treasurer" is Dave, "dave smith" alone is one too.
    """
    found = _ODD.match(row)
    if found is None or is_post(found["given"]):
        return None
    known = is_given(found["given"])
    if not (known or _is_one(found["given"])):
        return None
    if _OFFICE_BEHIND.fullmatch(found["other"]):
        return Name(found["given"], end=found.end("given"))
    small = _SMALL.fullmatch(found["other"]) is not None
    if small and not (known and found["given"].islower() and found.end() == len(row)):
        return None
    if not known and _BODY_BEHIND.fullmatch(found["other"]):
        return None
    return Name(f"{found['given']} {found['other']}", end=found.end())


def _is_one(word: str) -> bool:
    return read_name(word, surname=True) is not None
