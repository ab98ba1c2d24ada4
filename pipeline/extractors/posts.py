"""Posts: words that end one, letters that stand for one."""

from __future__ import annotations

import re
from functools import lru_cache

# Posts by their letters, as schools, trusts and towns have them.
OFFICES = re.compile(
    r"[CV]-?[EFOTI]O|CAO|COO|CFOO|(?:[ADE]|EX)?HT|EHT|HO[SDY]|Ho[SDYF]|SBM|SBL|SLT|DSL|DDSL|SEN[DC]?C[Oo]|RFO|DPO|[DV]P|DHoS|VC"
)

POST_END = re.compile(
    r"\b(?:director|head|manager|officer|lead|commissioner|superintendent|co-?ordinator|advis[eo]r|administrator|accountant|auditor|"
    r"engineer|surveyor|planner|assistant|executive|chief|attendant|technician|coach|captain|commodore|foreman|supervisor|recorder|intern|controller|"
    r"representative|governor|trustee|clerk|chair|(?<![\w’'])(?:(?:hon|asst)\.?\s)?(?:treas|sec|sec['’]y)|chairman|chairwoman|chairperson|treasurer|secretary|headteacher|teacher|principal|bursar|"
    r"solicitor|road\s+agent|\w*master|mayor|reeve|leader|president|chancellor|convenor|convener|rfo|ht|dht|secretariat|cathaoirleach|caretaker|\w*warden|lengths?man|handyman|groundsman|attorney|counsel|comptroller|assessor|librarian|curator|archivist|consultant|contractor|"
    r"vicar|rector|curate|verger|sacristan|organist|chaplain|minister|pastor|imam|rabbi|"
    r"sergeant|provost|(?<=\s)dean|registrar|clerc|cadeirydd|trysorydd|ysgrifenn?ydd|bookkeeper|webmaster|\w*bearer|webperson|inspector|constable|analyst|employee|official|nurse|ranger|gardener|janitor|prescriber|council(?:man|woman|person))s?(?:\(s\))?$",
    re.IGNORECASE,
)


# "Rights of Way Officer": no "of" before what an officer is of.
_WAYS = re.compile(r"\brights?\sof\sway\s(?=\w)", re.IGNORECASE)


# "Manager Governance", "Assistant Director – Education": the rank first and no "of".
_RANK_FIRST = re.compile(
    r"(?:[Tt]he\s)?(?:(?:Group|General|Executive|Acting|Deputy|Assistant|Senior|Chief|Team)\s){0,2}"
    r"(?:Manager|Director|Co-?ordinator|Leader|Officer)\s(?:[–-]\s)?(?:[A-Z][a-z]+(?:,?\s(?:and|&)\s|,?\s)){0,4}"
    r"(?:Services|Infrastructure|Governance|Corporate|Community|Communities|Planning|Finance|Assets|Operations|Engineering|Environment"
    r"|Development|Works|Parks|Regulatory|Property|Strategy|Communications|Facilities|Growth|Water|Waste|Roads|Transport"
    r"|Housing|Compliance|Performance|Technology|Recreation|Projects|Commercial|Outcomes|Reserves|Wellbeing|Education|Children|Adults|Place|Legal|Highways|Health)"
)
# "PA to the Chief Executive": no post without whom it is to.
_PA_TO = re.compile(r"(?:[Tt]he\s)?(?:(?:Executive\s)?PA|EA)\sto\s(?:the\s)?[A-Z][\w ,&’'-]{1,40}")


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """A post's title: it ends, before "of" or "for", with a word such as officer, clerk, chair."""
    plain = _WAYS.sub("", text.strip(" ."))
    return (
        OFFICES.fullmatch(plain) is not None
        or POST_END.search(re.split(r"\s(?:of|for|to)\s|,", plain)[0]) is not None
        or _RANK_FIRST.fullmatch(plain) is not None
        or _PA_TO.fullmatch(plain) is not None
    )


_TRADE = re.compile(r"(?:er|or|ist|ian|ant|ard|m[ae]n|person)$")
# Words that end like a trade: parts of the names of places and organisations, months, what is written or printed.
_NO_TRADE = frozenset(
    "water river manor tower quarter harbour chamber corner sector computer order upper lower outer inner "
    "september october november december summer winter easter letter newsletter paper poster flyer banner "
    "register folder charter tender cover offer answer reminder number matter other later never under over "
    "after ever floor door error minor major power weather plant grant restaurant board card standard regard "
    "forward backward award wizard yard vineyard dashboard postcard".split()
)
# "Area 2 Rep", "Site Mgr.", "Ward Cllrs": as margins shorten them.
_SHORT = re.compile(r"(?:^|\s)(?:reps?|cllrs?|members?|mgr|capt|co-?ord|ed)$")


def is_trade(words: str) -> bool:
    """ "ranger", "lifeguard", "steward": somebody by what they do, where no list of posts has the word."""
    return _TRADE.search(words) is not None and words.split()[-1] not in _NO_TRADE


def may_act(words: str) -> bool:
    """A few words that can be a post where nothing but posts and names is looked for: "Area 2 Rep", "Editor"."""
    plain = words.strip(" .").casefold()
    singular = re.sub(r"(?<!s)s$", "", plain)
    return 0 < len(plain.split()) <= 3 and (_SHORT.search(plain) is not None or is_trade(singular))
