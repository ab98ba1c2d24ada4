"""The text of a list of people made even before it is read, each letter where it was: marks of a format, call signs."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.beside import told_beside
from pipeline.extractors.attendance.entries import JOINED
from pipeline.extractors.attendance.lone import in_two_columns, parted, without_call_signs, without_office
from pipeline.extractors.attendance.sent import of_titled
from pipeline.extractors.attendance.strokes import by_signs, by_strokes
from pipeline.extractors.attendance.turned import righted, unwrapped
from pipeline.extractors.given import is_given, is_known
from pipeline.extractors.names import is_person, is_post
from pipeline.initials import fits_key

_HYPHENS = str.maketrans("‐‑·", "--,")  # "Anne‐Marie Lund" as word processors set it; "Ann Box · Ben Lund"
_MARKDOWN = re.compile(r"[*_`]")
_ALSO = re.compile(r"(?<=[a-z.])\s+(?:Also|Additionally):?,?\s+(?=[A-Z])")
_PCSO = re.compile(r"\bP\.\s?C\.\s?(?:S\.\s?O\.)?(?=\s+[A-Z][a-z])")
# "Ann Lund, Jr." is one person; "Ann Lund, Sr Mary" are two.
_JUNIOR = re.compile(r"(?<=[a-z]),(?=\s(?:Jr\b|(?:Sr|II|III)\b\.?\s*(?:[,;(\n]|$)))")
_STUCK = re.compile(r"\)\.(?=[A-Z])")  # "Sam Reed (SR).Ann Box (AB)"
_THE = re.compile(r"(?<!\w)The(?=\s(?:(?:Most|Right|Very|Rt)\.?\s)?(?:Revd?|Reverend|Ven|Venerable|Hon)\b)")


# "Ann Lund-Police Chief, Sam Reed-Members"; "Executive Vice-Chair" and "Village Clerk-Treasurer" are posts as a whole
_HYPHENED = re.compile(
    r"\b(?P<name>[A-Z][\w’'.]*\s[A-Z][\w’']*[a-z])-(?P<post>[A-Z][\w’'/&]*(?:\s[A-Z&][\w’'/&]*){0,3})(?=\s*(?:[,;:.(\n]|$))"
)
_SEAT = re.compile(r"(?:(?:Committee|Board|Council|Public|Lay)\s)?(?:Members?|Trustees?|Alternates?|Works)")
_SURNAME_POST = re.compile(  # "Reed-Chair; Ash, Box-Town Board"
    r"(?<![\w-])(?!(?:Vice|Deputy|Acting|Co|Past|Ex|Assistant)-)(?P<name>[A-Z][a-z]{2,})-(?=(?:Vice[\s-])?Chair(?:man|person|woman)?\b"
    r"|(?:Town|City|County|Village|Planning)\s(?:Board|Council|Commission)\b|(?:Recording\s)?Secretary\b|Alternate\b)"
)
_GLUED_AND = re.compile(r"\s&(?=[A-Z])")  # "Ann Lund, &B. Reed"
# "Mill Lane, Overby and Little Moor were not represented.": clubs, no people
_CLUBS = re.compile(r"(?<=\.)\s[A-Z][^.:;\n]*\b(?:was|were)\snot\srepresented\b[^.\n]*\.?")

# "..., and reps from all clubs except Birk Royd and Mill Lane"
_REPS = re.compile(
    r"(?:,|\s(?:and|plus|with))\s(?:reps|representatives|delegates|members)\s(?:of|from)\s(?:all|each|every|most|several|many|other)\b[^.;\n]*",
    re.IGNORECASE,
)
_HANDLES = re.compile(r"(@[\w-]+)\s(?=@\w)")  # "@ann @bo-ash", with nothing between them


_STOP_APART = re.compile(r"(?<![\w’'])(M(?:RS?|S|ISS)|DR|M(?:rs?|s)|Dr)\s\.(?=\s[A-Z])")  # "MRS . ANN LUND" of a scan
_SHOUTED = re.compile(  # "ANN LUND-SUPERVISOR"
    r"(?<=[A-Z]{2})-(?=(?:DEPUTY\s|TOWN\s|CITY\s|VILLAGE\s)?(?:SUPERVISOR|COUNCILM[AE]N|COUNCILWOM[AE]N|COUNSEL|MAYOR|TRUSTEE|CLERK"
    r"|CHAIRMAN|ATTORNEY|TREASURER|SECRETARY)\b)"
)
_DIVISIONS = re.compile(
    r"\s?\bDiv(?:ision|\.)\s\d\s?[–:-](?=\s[A-Z])"
)  # "Councillors: Division 1 – Ann Lund Division 2 – ..."


# "Ann Lund, Harrow Property Management; Sam Reed, Overby Landscaping": whom a guest comes from
_FIRM = re.compile(
    r"(?P<who>(?:^|[;:,\n]|\band)\s*[A-Z][^,;:\n]*[a-z]),(?=\s(?:[A-Z][\w’'&.-]*\s+|&\s+|and\s+(?=[A-Z])){1,5}(?:Management|Landscap(?:ing|es?)|Services"
    r"|Engineering|Consult(?:ing|ants)|Associates|Partners|Properties|Realty|Architects|Contractors?|Construction|Solutions|Survey(?:ing|ors)"
    r"|Insurance|LLP|LLC|PLLC|Inc\.?|Ltd\.?|Co\.|Corp\.?|Company|Pty\sLtd)\s*(?:[.;)\n]|,\s|$))"
)


# "Ann Lund, Moor Estate (AL)": the letters are hers, and the words before them say where she comes from
_OTHERS_KEY = re.compile(
    r"(?P<who>[A-Z][\w’'-]+\s[A-Z][\w’'-]+),(?=\s(?P<body>[A-Z][\w’'& -]{2,40}?)\s\((?P<key>[A-Z]{2,4}[a-z]?)\))"
)


def _their_body(found: re.Match[str]) -> str:
    theirs = fits_key(found["key"], found["who"]) and not fits_key(found["key"], found["body"])
    return f"{found['who']}–" if theirs else found[0]


# "Ann Lund (A.L.) – Chair", "Ann Lund – Chair – A.L.", "Ann Lund (Chair, A.L.)": her letters with dots
_DOTTED_KEY = re.compile(
    r"(?P<who>[A-Z][a-zà-ÿ’'-]+(?:\s[A-Z]\.?)?\s[A-Z][\w’'-]+)(?P<between>\s?[(\[]|\s?[(\[–—-][^()\[\]\n;]{2,60}(?:,|\s[–—-])\s)"
    r"(?P<key>(?:[A-Z]\.){1,3}[A-Z]\.?)(?=\s*(?:[)\]\n]|,\s|$))"
)


def _undotted(found: re.Match[str]) -> str:
    """The same with the letters' dots left out, where the letters are that person's."""
    plain = found["key"].replace(".", "")
    behind = found["key"] if not fits_key(plain, found["who"]) else plain.rjust(len(found["key"]))
    return f"{found['who']}{found['between']}{behind}"


# "Apologies:" / "were received from Ann Reed"
_WERE_SENT = re.compile(
    r"\A\s*(?:were|was|have\sbeen|had\sbeen)\s(?:also\s)?(?:received|submitted|given|tendered|noted|recorded|accepted|sent|reported)"
    r"(?:\sand\s\w+)?\s(?:from|by|for|on\sbehalf\sof)\s(?=[A-Z])"
)
_LETTERS = r"[A-Z]\.?(?:\s?[A-Z]\.?){0,2}"  # "E L", "A.B."
_INITIAL = rf"{_LETTERS}\s[A-Z][a-z][\w’'-]+"
_INITIALED = re.compile(rf"(?m)^\s*{_INITIAL}(?:\s+{_INITIAL})+\s*$")  # "R Reed CE Hale", with nothing between them


def _apart(found: re.Match[str]) -> str:
    return re.sub(rf"(?<=[a-z])\s(?=\s*{_LETTERS}\s)", ",", found[0])


_WHO = r"[A-Z][a-zà-ÿ’'-]+\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]+"
_BY_SEAT = re.compile(rf"(?m)^\s*(?P<one>{_WHO})\s?(?P<sign>[/|])\s?(?P<other>{_WHO})\s*$")  # "Ann Reed / Bo Hale"


def _of_pairs(text: str) -> str:
    """Rows of two whole names with a stroke between them: two seats or columns, and no name with its post."""
    rows = [row for row in _BY_SEAT.finditer(text) if is_person(row["one"]) and is_person(row["other"])]
    if len(rows) < _PAIRS or any(is_post(row["other"]) for row in rows):
        return text
    signs = {row.start("sign") for row in rows}
    return "".join("," if at in signs else letter for at, letter in enumerate(text))


_PAIRS = 2  # rows that show that all are read so


# "Ann Reed / Bo Hale / Cy Elm", "Ann Reed – Bo Hale – Cy Elm", and a bracket behind any of them
_SIGNS = re.compile(r"\s(?P<sign>[/–—-])\s")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


def _by_signs(row: str) -> str:
    """A row of whole names with a stroke or dash between them, and nothing else, with commas for the signs.

    Two with a stroke are people where a given name opens the second, three with dashes where they open most.
    """
    parts = [_BRACKETED.sub("", part).strip(" .,") for part in _SIGNS.split(row)[::2]]
    signs = set(_SIGNS.split(row)[1::2])
    given = [is_given(part.split(" ")[0]) for part in parts]
    fewest = (2 if all(given[1:]) else 3) if signs == {"/"} else (3 if 2 * sum(given) > len(parts) else 4)
    if len(parts) < fewest or len(signs) > 1 or not all(is_person(p) and not is_post(p) for p in parts):
        return row
    return _SIGNS.sub(" , ", row)


# "Ann Reed in the chair and Bo Hale"
_IN_THE_CHAIR = re.compile(r"(?<=[a-z])\s(?=in\sthe\schair\s?(?:[,;]|and\b))", re.IGNORECASE)
# In Irish and Welsh: "Ann Reed agus Bo Holt", "Ann Reed a Bo Holt"
_AND = re.compile(
    r"(?<=[\w.)])\s(?:agus|ac)\s(?=[A-ZÀ-Þ])|(?<=[a-z)])\sa\s(?=[A-Z][a-z’'-]+\s[A-Z][a-z’'-]+\s*(?:[,;.\n(]|$))"
)


# "PC 4471 A. Reed"
_COLLAR = re.compile(r"\b(?P<rank>W?PC|PS|DC|Sgt|Insp|Constable|Sergeant|Garda)\.?(?P<number>\s\d{2,5})(?=\s[A-Z])")


# "Borough Council of Overby and West Moor": one body, and no Mr Moor
_OF_BOTH = re.compile(
    r"\b(?:Council|Borough|County|City|District|Diocese|Parish(?:es)?)\sof\s"
    r"(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+(?P<blank>\s)(?=(?:and|&)\s(?P<other>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s*(?:[,;.)\n]|$))"
)
_PLACE = re.compile(r"(?:North|South|East|West|Upper|Lower|Great|Little|Old|New|St)\b")


def _of_both(found: re.Match[str]) -> str:
    """The same with the two places joined; as it was where a person stands behind the "and"."""
    other = found["other"]
    person = is_known(other.split()[0]) or (is_person(other) and not _PLACE.match(other))
    return found[0] if person else found[0][:-1] + JOINED


def _with_dash(found: re.Match[str]) -> str:
    held = is_post(found["post"]) or _SEAT.fullmatch(found["post"]) is not None
    return f"{found['name']}–{found['post']}" if held and not _is_office(found["name"]) else found[0]


# "Ir CHAN Tai Ming", "WO B HENRY": titles that in capitals elsewhere are somebody's letters
_SHORT_TITLE = re.compile(r"(?<![\w.])(?:Ir\.?\s(?=(?:Dr\s)?[A-Z])|(?:WO|FS|LCpl|SSgt)\s(?=[A-Z]\.?\s[A-Z]{2}))")


def _is_office(words: str) -> bool:
    return is_post(words) or words.endswith(("Vice", "Deputy", "Acting", "Co", "Ex", "Past"))


def evened(text: str) -> str:
    """A list's text of the same length, with nothing in it that only looks like a separator or a name."""
    text = _DOTTED_KEY.sub(_undotted, _SHORT_TITLE.sub(lambda found: " " * len(found[0]), text))
    text = by_signs(by_strokes(_IN_THE_CHAIR.sub(",", text)))
    text = told_beside(_WERE_SENT.sub(lambda found: " " * len(found[0]), _INITIALED.sub(_apart, text)))
    text = unwrapped(in_two_columns("\n".join(map(_by_signs, _of_pairs(text).split("\n")))))
    text = righted(text)
    text = without_call_signs(_MARKDOWN.sub(" ", _HANDLES.sub(r"\1,", text.translate(_HYPHENS))))
    text = _JUNIOR.sub(" ", "\n".join(map(parted, without_office(text).split("\n"))))
    text = _REPS.sub(lambda found: " " * len(found[0]), text)
    text = _CLUBS.sub(lambda found: " " * len(found[0]), _STUCK.sub("),", _THE.sub("   ", text)))
    text = _ALSO.sub(lambda found: "," + " " * (len(found[0]) - 1), text)
    text = _HYPHENED.sub(_with_dash, text)
    text = _SURNAME_POST.sub(lambda found: f"{found['name']}–", text)
    text = _SHOUTED.sub("–", _STOP_APART.sub(r"\1. ", _GLUED_AND.sub("& ", text)))
    text = _DIVISIONS.sub(lambda found: ";".ljust(len(found[0])), text)
    text = _FIRM.sub(lambda found: found[0] if is_post(found["who"].strip(" ,;:\n")) else f"{found['who']}–", text)
    text = _OF_BOTH.sub(_of_both, text)
    text = _AND.sub(lambda found: " & ".ljust(len(found[0])), text)
    text = _COLLAR.sub(lambda found: found[0].replace(found["number"], " " * len(found["number"])), text)
    text = of_titled(_OTHERS_KEY.sub(_their_body, text))
    return _PCSO.sub(lambda found: re.sub(r"[.\s]", "", found[0]).ljust(len(found[0])), text)
