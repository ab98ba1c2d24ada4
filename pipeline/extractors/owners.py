"""Who owns an action: the words of a cell, margin or phrase cut into owners, and which words can name one."""

from __future__ import annotations

import re

from pipeline.extractors.names import CALL_SIGN, POST_END, is_person, is_post, is_stranger, read_name
from pipeline.extractors.posts import may_act
from pipeline.extractors.word_lists import word_lists
from pipeline.initials import INITIALS

_LEAD_IN = re.compile(
    r"^(?!by-?law)(?:(?:for\s+)?action(?:s|ed)?(?:\s+(?:by|for|on|owner))?|owners?|lead|responsible|by(?:\s+whom)?)\s*[:–—-]\s*"
    r"|^for\s(?=(?-i:[A-Z]))|^actions?(?:\s+(?:by|for|on))?\s(?=(?-i:[A-Z]))(?!(?:plans?|groups?|teams?|points?|items?|log|owner)\b)",
    re.IGNORECASE,
)
_POST_OF = re.compile(r"\b(?:of|for|to)\s+(?:the\s+)?[\w&’'-]+$|\b(?:of|for|to)\s+", re.IGNORECASE)
GROUP = re.compile(
    r"^(?:all|everyone|everybody|members?|councillors?|cllrs|governors?|trustees?|directors?|officers?|staff|parents?|reps?)\b|"
    r"\b(?:council|committee|commission|board|select(?:board|men)|forum|cabinet|panel|team|crew|group|party|trust|association|department|services?|officers|members|"
    r"governors|trustees|councillors|directors|staff|parents|reps|authority|partnership|unit|directorates?|departments|crews|officials|volunteers|colleagues)$|"
    r"^(?:the\s+)?friends\sof\s(?:the\s)?(?-i:[A-Z])|\b(?-i:Club|Union|Society|Internal\sAudit|Environmental\sHealth)$|"
    r"^(?:the\s+)?(?:highways|police|(?:an\s+)?garda(?:[ií]|\s+s[ií]och[aá]na)|schools?|secretariat|administration|contractors?|volunteers|colleagues)$|"
    r"\b(?-i:[A-Z][\w’'&-]+\s(?:[Oo]ffice|Agency|[Dd]ivision|[Ss]ection|Ltd|Limited|Plc|PLC|Company|Contractors|Highways|Police|School))$",
    re.IGNORECASE,
)
_COUNCILS = re.compile(r"(?:\b(?:city|county|borough|town|district|parish|royal|metropolitan))$", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:,\s*(?=and\b|&))?(/|\n|;|,|\+|&|\b(?:and|or)\b)\s*"
)  # "Ann, Bo, and Cal" has one cut before Cal
_ACTING = re.compile(
    r"\b(?:A|D)/(?=[A-Z][a-z])|\bn/a\b|\bClerk\s?/\s?(?:RFO|Treasurer)\b|\bRFO\s?/\s?Clerk\b", re.IGNORECASE
)
_TO_DO = re.compile(r"\s+(?:to\s+(?!the\b)[a-z].*|will\s.*|\((?!s\)).*|by\s+\d.*)$", re.DOTALL)
# The letter or number of the task beside which an owner stands: "a. Ann Reed b. Clerk".
_MARK = re.compile(r"(?:^|(?<=\s))(?:[a-h][.)]|\d{1,2}[.)])\s+(?=[A-Z])")
# "Request Officers to ...": the resolution's verb, no part of who is asked.
_ASKING = re.compile(
    r"^(?:Request|Ask|Instruct|Direct|Require|Invite|Authori[sz]e)s?\s+(?=(?:the\s+)?[A-Z][\w’'&-]*\b)(?!(?:Tracker|Form)\b)"
)
# "HIGHWAYS AND PATHS Clerk to ask": the topic in capitals before who is to see to it.
_HEADED = re.compile(
    r"^(?=[A-Z&\s]*[A-Z]{5})(?:[A-Z&]{2,}\s+)+(?=(?:Clerk|Chair(?:man)?|Secretary|Treasurer|(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z])(?![A-Z]))"
)
SECTION = re.compile(r"\b(?:Services|Section|Department|Directorate|Division|Unit)$")
"""Ends the name of where somebody works: no second owner beside a post ("The Senior Officer, Port Services")."""
# "obtain a quote (Tarn Paving)", "repair the wall (Reed & Sons)": whom it is about.
FIRM = re.compile(
    r"(?:\s(?:Ltd|Limited|Plc|PLC|LLP|Inc|Corp|Builders?|Construction|Contract(?:ors|ing)|Paving|Fencing|Roofing|Roofers"
    r"|Plumbing|Plumbers|Heating|Electrics|Electrical|Electricians|Landscap(?:es?|ing|ers)|Gardening|Arborists?"
    r"|Joinery|Signs|Printers|Printing|Express|Supplies|Solutions|Solicitors|Surveyors|Architects|Insurance"
    r"|Brokers|Motors|Hire|Tree\s(?:Care|Services?|Surgeons?))|\s&\s(?:Sons?|Co|Company|Daughters?|Partners))\.?$"
)
# "West Mill The Parish Clerk reported": a title that runs in, before who speaks.
_TITLE_BEFORE = re.compile(
    r"^(?:[A-Z0-9][\w’'&-]*\s)+(?=The\s(?:(?:Parish|Town|Village|Deputy|Vice|Acting)[\s-])?(?:Clerk|Chair|Treasurer|Secretary|Mayor)\b)"
)
_LONGEST = 6  # words; more of them are a sentence, unless they name a group or an office


def split_owners(text: str, *, known: bool = False) -> list[str]:
    """The owners that a cell, margin or phrase names, each as written; [] where it names nobody ("Noted", "-").

    "JS/MB" gives two, "Head of Finance, Strategy and Assets" one, "Cllrs Ash and Birch" "Cllr Ash", "Cllr Birch".

    Args:
        known: the paper has these people, so that "NO" and "NA" are Neil Orr and Nora Ash.
    """
    text = _LEAD_IN.sub("", re.sub(r"[ \t]+", " ", text.replace("*", "")).strip(" -–—:•|_\n"))
    text = _OF_GROUP.sub(", ", _ASKING.sub("", _HEADED.sub("", text)))
    text = _TITLE_BEFORE.sub("", text)
    text = _MARK.sub(lambda mark: "\n" if mark.start() else "", re.sub(r"^(?:[Bb]oth|This|These|Also)\s", "", text))
    if not text or _is_no_owner(text, known=known):
        return []
    if _is_one_unit(text):
        return [text]
    parts = _owner_parts(text)
    out: list[str] = []
    title = ""
    for part in parts:
        name = read_name(part)
        if name is not None and name.titles and name.titles[-1].lower() in word_lists().plural:
            title = _one(part.split()[0])
            part = f"{title} {part.split(None, 1)[1]}"
        elif (
            title
            and re.fullmatch(r"(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+", part)
            and not (POST_END.search(part) or GROUP.search(part))
        ):
            part = f"{title} {part}"
        said = len(part.split()) > _LONGEST and not is_owner(part)
        if not said and not _is_no_owner(part, known=known) and part not in out:
            out.append(part)
    return out


_UNIT = re.compile(
    r"(?:[Tt]he\s)?(?P<first>[A-Z][\w’' &-]*(?:,\s[A-Z][\w’' &-]*)*?(?:,?\sand\s|,\s))(?P<last>[A-Z][\w’' &-]*\s"
    r"(?:Directorate|Department|Division|Services?|Section|Unit|Team))"
)


def _is_one_unit(text: str) -> bool:
    """ "The Rural, Culture and Roads Directorate": words that own nothing by themselves, the last is a unit."""
    found = _UNIT.fullmatch(text)
    return found is not None and not any(
        _complete(part) or is_person(part) for part in re.split(r",\s|\sand\s", found["first"]) if part.strip(" ,")
    )


_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? (?:\d{4}|\d{1,2}(?:st|nd|rd|th)?|meeting)"
    r"|next (?:meeting|month|week|term)"
)


LETTERS_AND_WORDS = ("NA", "NO")  # somebody's initials, or nobody


_ASKED_FOR = re.compile(
    r"(?:(?:we\s)?(?:still\s)?needs?|thanks?|hope|hoping|looking\s+for|wanted)\b"
)  # "Need volunteers"


def _is_no_owner(text: str, *, known: bool = False) -> bool:
    if known and text in LETTERS_AND_WORDS:
        return False
    plain = text.strip(" .:;,()[]-–—").casefold()
    return (
        not re.search(r"[a-z]", plain)
        or plain in word_lists().no_owner
        or re.fullmatch(r"[\d\W]+|\d+(?:st|nd|rd|th)?.*\d{2,4}", plain) is not None
        or _MONTH.fullmatch(plain) is not None
        or _ASKED_FOR.match(plain) is not None
    )


_MORE_POSTS = re.compile(
    r"^(?:cabinet|lead|portfolio)\s+member\b|^portfolio\s+holder\b|^(?:(?:\w+\s+){0,2}facilitator|sbm|cfo|coo|ceo)$",
    re.IGNORECASE,
)


def is_role(words: str) -> bool:
    """A post, or a part that somebody has in a body: "Cabinet Member for Roads", "Executive Director – Place"."""
    return is_post(re.split(r"\s[-–—]\s", words)[0]) or _MORE_POSTS.search(words) is not None


# An office before a surname, as the councils of North America print it: "Mayor Reed", "Fire Chief Ward".
OFFICE_BEFORE = re.compile(
    r"^(?:(?:Vice|Deputy|Town|City|County|Village|Fire|Police|Assistant)[\s-])?(?:Mayor|Commissioner|Supervisor|Attorney|Chief|Senator|"
    r"Superintendent|Sheriff|Select(?:man|woman)|Administrator|Manager|Director|Treasurer|Clerk|Secretary|President|Chair(?:man)?|"
    r"Member|Trustee|Engineer|Solicitor|Assessor)\s+(?=[A-Z])"
)


_TRADE = re.compile(
    r"(?:m[ae]n|person|people|keeper|ranger|gardener|lord|lady|tenant|janitor|factor|vicar|beadle|agent)$",
    re.IGNORECASE,
)


SMALL_WORDS = frozenset({"of", "for", "to", "the", "and", "a"})
_TWO_LETTERS = frozenset({"GM", "CM", "TM", "TA", "ED", "DG", "MD", "EO", "MM"})  # "PC" and "TC" are councils


def is_post_letters(letters: str, post: str) -> bool:
    """ "CAO" for "Chief Administrative Officer", "GM" for "General Manager"; two letters only where they are usual."""
    if not re.fullmatch(r"[A-Z]{3,5}", letters) and letters not in _TWO_LETTERS:
        return False
    return letters_of(post) == letters


def letters_of(post: str) -> str:
    """ "HM" of "Harbour Master"; "" for what is no post."""
    return first_letters(post) if is_post(post) else ""


def first_letters(words: str) -> str:
    """The first letters of words, the small ones left out, in capitals."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", words) if word not in SMALL_WORDS).upper()


def is_owner(words: str) -> bool:
    """Can these words name who does something: a person, a post, a group, initials; not "Statutory Law"?"""
    plain = re.sub(r"^[Tt]he\s+|^[Bb]oth\s+|\s*\([^)]*\)", "", words.strip(" ."))
    if INITIALS.fullmatch(plain) or is_role(plain) or is_role(words) or GROUP.search(plain):
        return True
    if re.match(r"[Tt]he\s+\S+$", words.strip(" .")) and not _TRADE.search(plain):
        return False  # "The Mansion": a place or a firm
    plain = OFFICE_BEFORE.sub("", plain)
    name = read_name(plain, surname=True)
    return name is not None and not plain[name.end :].strip(" .,") and is_stranger(name)


def _one(title: str) -> str:
    """ "Cllrs." -> "Cllr.", "Councillors" -> "Councillor", "Messrs" -> "Mr"."""
    if title.lower().rstrip(".") == "messrs":
        return "Mr"
    return re.sub(r"s(?=\.?$)", "", title) if title.lower().rstrip(".") in word_lists().plural else title


_INITIALS_ONLY = re.compile(
    r"[A-Z]{2,3}(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+)[A-Z]{2,3})*\s[A-Z]{2,3}(?:\s*[,/&+]\s*[A-Z]{2,3})*"
)
_OF_GROUP = re.compile(r"(?<=\w)\s[–—-]\s(?=[A-Z]{2,3}(?:\s*[,/&+]\s*[A-Z]{2,3})*$)")  # "Hall team - AB, CD"


def _owner_parts(text: str) -> list[str]:
    """The text cut at what separates owners, the words of one post together."""
    if _INITIALS_ONLY.fullmatch(text):
        return re.findall(r"[A-Z]{2,3}", text)  # a comma between two was lost
    kept = _ACTING.sub(lambda found: found[0].replace("/", "\x00"), text)
    kept = _COMMITTEE.sub(lambda found: _replaced(found[0], _PARTED), kept)
    pieces = _CUT.split(kept)
    parts: list[str] = [pieces[0]]
    name = read_name(text)
    peers = name is not None and bool(name.titles) and name.titles[-1].lower() in word_lists().plural
    post = False  # the last piece was the post of the person before it
    for cut, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        before = parts[-1]
        if cut == "\n" and (not (_complete(before) and _complete(piece)) or _is_cut_short(before, piece)):
            parts[-1] = f"{before} {piece}"
        elif (
            cut == ","
            and is_person(before)
            and POST_END.search(piece.split(" of ")[0].split(" for ")[0])
            and len(piece.split()) > 1
        ):
            post = True  # "Alex Marlow, Head of Finance"
            continue
        elif post and not _complete(piece):
            continue
        elif peers and re.fullmatch(r"(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+", piece):
            parts.append(piece)  # "Cllrs Ash, Birch and Lund"
        elif piece and _goes_on(before, piece, cut):
            parts[-1] = f"{before}{', ' if cut == ',' else f' {cut} '}{piece}"
        else:
            parts.append(piece)
        post = False
    whole = {mark: words for words, mark in _PARTED.items()} | {"\x00": "/"}
    return [
        clean for part in parts if (clean := _TO_DO.sub("", _replaced(part, whole).strip(" .,:;-–—")).strip(" .,:;"))
    ]


def _is_cut_short(before: str, piece: str) -> bool:
    """ "Director of Student" / "Services": the rest of a post that a narrow column broke."""
    return SECTION.fullmatch(piece) is not None and _POST_OF.search(before) is not None and is_post(before)


def _replaced(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


# Words that a post opens with; no person, for these have no article.
_WORDS = re.compile(r"[Tt]he(?:\s[A-Z][\w’'-]*){1,2}")


_OF_TWO = re.compile(r"(?!the\s)\w.*\b(?:services?|department|team|unit)$", re.IGNORECASE)
# "the Finance, Audit and Risk Committee": what committees look after; no "and" there parts two owners.
_ABOUT = (
    r"(?:finance|audit|planning|performance|quality|standards|curriculum|resources|premises|staffing|personnel|pay|education|"
    r"health|safety|policy|strategy|governance|risk|remuneration|nominations?|admissions|highways|property|estates|buildings?|"
    r"environment|amenities|leisure|recreation|teaching|learning|research|achievement|pupils?|students?|community|events|"
    r"fundraising|marketing|membership|communications?|development|investment|appeals|facilities|grounds|general\spurposes)"
)
_COMMITTEE = re.compile(
    rf"\b(?:{_ABOUT}(?:(?:,\s|\s(?:and|&)\s|\s){_ABOUT})+|task\s(?:and|&)\sfinish)\s(?:sub-?)?(?:committee|panel|group|forum|board|team)\b",
    re.IGNORECASE,
)
_PARTED = {", ": "\x01", " and ": "\x02", " & ": "\x03"}
_PART = re.compile(r"(?:[A-Z][\w’'-]*\s){1,3}(?:Sub-?)?(?:[Cc]ommittee|[Pp]anel|[Gg]roup|[Ff]orum|[Bb]oard)$")
_THE_FIRST = re.compile(r"[Tt]he(?:\s[A-Z][\w’'-]*){1,3}")


def _goes_on(before: str, piece: str, cut: str) -> bool:
    """ "Head of Finance" + "Strategy": words of one post, or neither is an owner by itself ("Parks and Gardens")."""
    if piece.startswith("the ") and cut in ("and", "&", ",") and (is_post(piece[4:]) or GROUP.search(piece)):
        return False  # "The SENCO and the Site Manager"
    if cut in ("and", "&") and not _complete(before) and _OF_TWO.match(piece):
        return True  # "Education and Children's Services"
    if cut in ("and", "&") and _THE_FIRST.fullmatch(before) and not _complete(before[4:]) and _PART.match(piece):
        return True  # "the Quality and Standards Committee"
    if cut in ("and", "&") and _WORDS.fullmatch(before) and is_post(piece) and not _complete(before):
        return True  # "the Policy and Improvement Officer"
    if cut in ("and", "&") and _COUNCILS.search(before) and re.match(r"(?:\w+\s)?(?:Council|City|Town)\b", piece):
        return True  # "Ambleforth City and County Council"
    if cut in ("and", "&") and _OFFICE.search(before) and is_post(before) and _is_unit(piece):
        return True  # "Head of Legal and Democratic Services"
    if _complete(piece) or cut == "/":
        return False
    if _POST_OF.search(before) and not is_person(before):
        return True
    return not _complete(before) and not _complete(before.split(",")[0]) and cut in ("and", "&")


_OFFICE = re.compile(r"\b(?:of|for)\s+(?:the\s+)?[A-Z][^/]*$")


def _is_unit(piece: str) -> bool:
    """Words in capitals that name neither a person nor a group that acts beside a post: "Democratic Services"."""
    alone = (
        INITIALS.fullmatch(piece)
        or is_post(piece)
        or re.match(r"(?:[Tt]he|[Aa]ll|[Mm]embers?|[Cc]ouncillors?)\b", piece)
    )
    return not alone and re.search(r"\b(?:Services?|Department|Team|Unit|Directorate|Division)$", piece) is not None


_FIRST_AND_LETTER = re.compile(rf"[A-Z][a-zà-ÿ]+\s[A-Z]\.?|{CALL_SIGN}")  # "Jo W"


def _complete(part: str) -> bool:
    """An owner by itself: initials, a person, a post, a group."""
    part = _TO_DO.sub("", part.strip(" ."))
    plain = re.sub(r"\s*\([^)]*\)", "", part)
    return bool(
        INITIALS.fullmatch(plain)
        or _FIRST_AND_LETTER.fullmatch(plain)
        or is_person(plain)
        or is_post(plain)
        or GROUP.search(plain)
        or (" " in plain and may_act(plain))  # "Area 2 Rep"
        or _is_officer(plain)
    )


def _is_officer(words: str) -> bool:
    """ "City Administrator Reed", "Chief Ward": an office and a surname, no words of a longer post."""
    surname = OFFICE_BEFORE.sub("", words)
    if surname == words or " " in surname:
        return False
    name = read_name(surname, surname=True)
    return name is not None and name.end == len(surname) and is_stranger(name)
