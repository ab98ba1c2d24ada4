"""The closed lists of words that tell a name from other words, from rules/terms.yaml and rules/names.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.shipped import rules_folder
from pipeline.strict import parse_file


@dataclass(frozen=True, slots=True)
class _Words:
    titles: re.Pattern[str]
    plural: frozenset[str]
    nominals: frozenset[str]
    no_name: frozenset[str]
    no_owner: frozenset[str]
    lettered: frozenset[str]
    no_stranger: frozenset[str]
    of_body: frozenset[str]
    no_given: frozenset[str]
    given_forms: frozenset[str]  # each a name and its short forms, in small letters
    given_she: frozenset[str]
    given_he: frozenset[str]


@lru_cache(maxsize=1)
def word_lists() -> _Words:
    """The lists, read once."""
    terms: dict[str, object] = {}
    for name in ("terms.yaml", "names.yaml"):
        typed = parse_file(rules_folder() / name).value
        assert isinstance(typed, dict)
        terms |= typed["terms"]

    def listed(key: str) -> list[str]:
        words = terms[key]
        assert isinstance(words, list)
        return [str(word) for word in words]

    # Longest first, so that "Councillors" is not read as "Councillor" and an s.
    printed = {title.rstrip(".") for title in (*listed("person_title"), *listed("title_in_list"))}
    titles = sorted(printed, key=lambda title: (-len(title), title))
    tier = "|".join(listed("tier"))
    lead, rank = ("|".join(sorted(map(re.escape, listed(key)), key=len, reverse=True)) for key in ("rank_lead", "rank"))
    title = "|".join((rf"(?:(?:{lead})\.?\s+){{0,3}}(?:{rank})", *map(re.escape, titles)))  # "Det Ch Supt"
    pattern = (
        rf"(?:(?P<tier>(?:{tier})(?:\s+(?:{tier}))?)\s+|(?-i:[A-Z]{{1,3}})[./]?\s?(?=(?-i:Cl?lrs?\b)))?"  # "D/Cllr"
        rf"(?P<title>{title})(?:\b\.?|(?<=cllr)(?=(?-i:[A-Z])))(?:\s*/\s*(?:{title})\b\.?)?(?=[\s(,“\"A-Z]|$)[,]?\s*"
    )
    return _Words(
        titles=re.compile(pattern, re.IGNORECASE),
        plural=frozenset(
            "cllrs ccllrs cclrs councillors messrs bros sis sisters revs mmes mesdames trustees aldermen crs clrs"
            " commissioners supervisors senators deputies selectmen selectpersons councilmen councilwomen"
            " councilmembers".split()
        )
        | {"council members"},
        nominals=frozenset((*listed("post_nominal"), *listed("more_nominals"))),
        no_name=frozenset(listed("no_name")),
        no_owner=frozenset(listed("no_owner")),
        lettered=frozenset(listed("lettered")),
        no_given=frozenset(listed("no_given")),
        given_forms=frozenset(row.casefold() for row in listed("given_forms")),
        no_stranger=frozenset(listed("no_stranger")),
        of_body=frozenset(listed("of_body")),
        given_she=frozenset(listed("given_she")),
        given_he=frozenset(listed("given_he")),
    )
