"""Words that say when and nothing else, as a cell has them: "by 5 May", "w/c 3 June", "end of term"."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_PART = r"(?:end|middle|mid|beginning|start|early|late|close)(?:\s+(?:of\s+)?|-)(?:the\s+)?"
_SPAN = (
    r"(?:term|half[ -]term|week|weekend|fortnight|month|quarter|season"
    r"|(?:(?:school|academic|financial|calendar)\s)?year)(?:[ -]end)?"
)
_TURN = (
    rf"(?:spring|summer|autumn|winter)(?:\s(?:{_SPAN}|holidays?|break|\d{{4}}))?|half[ -]term"
    r"|christmas|easter|new\syear|q[1-4](?:\s\d{4}(?:/\d\d)?)?"
)
_WHEN = re.compile(
    rf"\W*(?:(?:by|for|before|until|in|on|at|from|due|during|over|ahead\sof|no(?:t)?\slater\sthan)\s+)?(?:the\s+)?(?:{_PART})?"
    r"(?:\d.*\d{4}|\d{1,2}(?:st|nd|rd|th)?\s\w+|[A-Z]\w+\s\d{4}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
    rf"|{_WEEKDAY}(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s{_MONTH})?)?|{_TURN}"
    r"|(?:next|following|this|coming|each|every)\s\w+(?:\s(?:meeting|mtg|term|agenda))?"
    rf"|(?:{_WEEKDAY},?\s)?{_MONTH}\s(?:meeting|mtg|agenda|\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?)"
    r"|(?:w/?[bce]|week\s(?:beginning|commencing|ending))\s\d.*|within\s\S+\s\w+|agm)\W*"
    rf"|\W*(?:(?:by|before|until|in|from|during)\s+(?:the\s+)?(?:{_PART})?|(?:the\s+)?{_PART})(?:{_MONTH}|{_SPAN})\W*"
    r"|\W*(?:asap|as\ssoon\sas\spossible|immediate(?:ly)?|urgent(?:ly)?|at\sonce|now|today|straight\s?away|on[-\s]?going|continuous|in\sdue\scourse|tb[acd]"
    r"|(?:week|month|quarter|term|annual|year|dai|regular)ly)\W*",
    re.IGNORECASE,
)


def is_when(text: str) -> bool:
    """A line or cell that says when and nothing else."""
    return _WHEN.fullmatch(text) is not None
