"""Values of a record -> words of a sheet: dates, dues, votes, amounts and why a list is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.record import Due, Found, Record, Votes

# Not calendar.month_name: that follows the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def due_words(due: Due) -> str:
    """The paper's words with the date they mean: "31 March" and 2018-03-31 give "31 March 2018"."""
    date = long_date(due.date)
    if not due.text or not date:
        return due.text or date
    plain = re.sub(r"\b(\d{1,2})(st|nd|rd|th)\b", r"\1", due.text, flags=re.IGNORECASE)
    if date.lower() in plain.lower():
        return due.text
    if date.lower().startswith(plain.lower()):
        return date
    return f"{due.text} ({date})"


def long_date(value: str | None) -> str:
    """A date of a record in words: 2018-03-05 -> 5 March 2018, 2018-23 -> autumn 2018, 2018/2019 -> 2018/19."""
    if not value:
        return ""
    if "/" in value:
        return f"{value[:4]}/{value[-2:]}"
    year, *rest = value.split("-")
    if not rest:
        return year
    month = int(rest[0])
    name = SEASONS.get(month) or MONTHS[month - 1]
    return f"{int(rest[1])} {name} {year}" if rest[1:] else f"{name} {year}"


UNREAD = frozenset({"file-cut-short", "page-unread", "rule-stopped", "scanned-page"})
"""Codes of problems that name what of a paper nobody, or not every rule, has read."""


def read_in_part(record: Record) -> bool:
    """Parts of the paper could not be read: what was not found in the rest may stand there."""
    return any(problem.severity == "error" or problem.code in UNREAD for problem in record.problems)


def parts_missing(records: Iterable[Record]) -> str:
    """The sentence that parts of some of these papers could not be read; "" where all were read whole."""
    unread = [record.id for record in records if read_in_part(record)]
    if not unread:
        return ""
    more = f" and of {len(unread) - 5} more" if len(unread) > 5 else ""
    return f"Parts could not be read of {', '.join(unread[:5])}{more}: entries may be missing here."


def none_words(found: Found, things: str, *, partial: bool = False) -> str:
    """Why there is nothing to list. "None were found" is the program's word, "there were none" the paper's."""
    if partial and found != "stated_none":
        return (
            f"Parts of this paper could not be read, so whether there were {things} is not known; the rest shows none."
        )
    if found == "stated_none":
        return f"The paper states that there were no {things}."
    if found == "not_searched":
        return f"This paper was not searched for {things}."
    return f"No {things} were found in this paper."


def votes_words(votes: Votes | None) -> str:
    """Votes as "9 for, 1 against"; a count that the paper does not give is left out."""
    if votes is None:
        return ""
    counts = ((votes.votes_for, "for"), (votes.against, "against"), (votes.abstain, "abstained"))
    return ", ".join(f"{count} {words}" for count, words in counts if count is not None)


_COUNTED = re.compile(
    r"\b(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:votes? )?(?:for|against|in favour)\b",
    re.IGNORECASE,
)


def tells_votes(text: str) -> bool:
    """The text gives the count itself: "four votes for, one against"."""
    return bool(_COUNTED.search(text))


def tells_name(text: str, name: str) -> bool:
    """The text itself names who proposed or seconded."""
    return name in text and bool(re.search(r"\b(?:propos|mov|second)ed\b", text, re.IGNORECASE))


def whole_sentence(text: str) -> str:
    """A limb of a resolution on its own: "(b) the sale be approved; and" ends with a full stop there."""
    return re.sub(r"\s*[;,](?:\s+(?:and|or))?$", ".", text.rstrip())


def full_amount(amount: float, currency: str) -> str:
    """An amount in whole currency units: 890000 GBP -> "£890,000", 0.5 GBP -> "£0.50"."""
    sign = SIGNS.get(currency, f"{currency} ")
    return f"{sign}{amount:,.0f}" if amount == int(amount) else f"{sign}{amount:,.2f}"
