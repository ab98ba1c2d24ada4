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
    r"solicitor|road\s+agent|\w*master|mayor|reeve|leader|president|convenor|convener|rfo|ht|dht|secretariat|cathaoirleach|caretaker|\w*warden|lengths?man|handyman|groundsman|attorney|counsel|comptroller|assessor|librarian|curator|archivist|consultant|contractor|"
    r"vicar|rector|curate|verger|sacristan|organist|chaplain|minister|pastor|imam|rabbi|"
    r"sergeant|provost|(?<=\s)dean|registrar|clerc|cadeirydd|trysorydd|ysgrifenn?ydd|bookkeeper|webmaster|\w*bearer|webperson|inspector|constable|analyst|employee|official|council(?:man|woman|person))s?(?:\(s\))?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """A post's title: it ends, before "of" or "for", with a word such as officer, clerk, chair."""
    plain = text.strip(" .")
    return (
        OFFICES.fullmatch(plain) is not None or POST_END.search(re.split(r"\s(?:of|for|to)\s|,", plain)[0]) is not None
    )
