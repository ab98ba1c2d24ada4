"""What a column of a table is called: the words of its header, and what stands below such a header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pipeline.paper import Cell

Role = Literal["number", "title", "notes", "action", "owner", "due", "status", "date", "mixed", "lead", ""]

# Words of a column's header -> its role. Order matters: the first that fits.
_HEADS: tuple[tuple[Role, str], ...] = (
    (
        "due",
        r"(?:by\s+)?when(?:\s+by)?|due(?:\s+(?:by|date))?|deadlines?|tim(?:e\s?(?:scale|frame|line)s?|ing)|target(?:\s+date)?|"
        r"(?:expected\s+|target\s+|planned\s+)?completion(?:\s+date)?|(?:by|end|finish|target|implementation|review)\s+date|finish|date\s+due|"
        r"date\s+(?:for|of)\s+completion|date\s+(?:to\s+be\s+)?(?:completed?|done|required)(?:\s+by)?|complete\s+by|"
        r"(?:complet(?:e|ed|ion)|action(?:ed)?|to\s+be\s+(?:done|completed))\s+by(?:\s+(?:when|date))",
    ),
    ("lead", r"presenters?|speakers?|(?:presented|introduced|raised|led|brought)\s+by|item\s+lead"),
    (
        "owner",
        r"(?:by\s+)?whom?\b.*|(?:task\s+|action\s+|risk\s+)?owners?(?:\(s\))?|lead(?:\s+(?:officer|person|member|by))?|"
        r"responsib\w+(?:\s+(?:officer|person|party|member|for\s+action|of))?|resp(?:ons)?\.?|"
        r"(?:named\s+)?(?:persons?|officers?)(?:\(s\)|/s)?(?:\s+(?:responsible|leading|in\s+charge|doing(?:\s+it)?|to\s+act))?|(?:people|members?)\s+responsible|"
        r"accountable(?:\s+\w+)?|(?:actions?|actioned|to\s+be\s+actioned|to\s+be\s+done|for\s+action|task)\s+(?:by|for|on)(?:\s+whom?)?|(?:to|for)\s+action|"
        r"assigned(?:\s+to)?|initials?|name|delegated\s+to|allocated\s+to|assignee|action\s+(?:officer|lead|holder)",
    ),
    (
        "status",
        r"outcomes?|progress(?:.*)?|(?:current\s+)?status(?:.*)?|follow[\s-]?up|updates?(?:.*)?|comments?(?:\s*/\s*\w+)?|completed\??|"
        r"done(?:\s*\??|\s+y/n)|complete|closed|(?:latest|current)\s+\w+|result|response|rag(?:\s+\w+)?|remarks|position(?:\s+(?:at|on)\b.*)?|"
        r"actions?\s+taken(?:.*)?|notes?\s*/\s*(?:progress|update).*",
    ),
    (
        "action",
        r"(?:resolutions?|recommendations?|decisions?)\s*(?:/|and|or)\s*actions?|"
        r"(?:agreed\s+|required\s+|further\s+|recommended\s+|specific\s+|outstanding\s+|previous\s+|new\s+|key\s+)?actions?"
        r"(?:\s+(?:required|agreed|points?|items?|to\s+be\s+taken|needed|arising|description|detail(?:s)?|(?:arising\s+)?from\b.*))?|"
        r"(?:description|details?|summary)\s+of\s+(?:the\s+)?(?:action|task)s?|(?:sub[\s-]?)?tasks?|to\s+do|what|"
        r"action\s*/\s*(?:decision|owner|by).*|decisions?\s*/\s*actions?|(?:next\s+)?steps?|jobs?(?:\s+to\s+(?:do|be\s+done))?",
    ),
    (
        "notes",
        r"notes?(?:\s+(?:of|from|and)\b.*)?|minutes?(?:\s+of.*)?|discussions?(?:.*)?|details?|decisions?|summary(?:.*)?|(?:key|main)\s+(?:points|issues).*|"
        r"content|narrative|particulars|description|agreed|(?:matters?|what\s+was)\s+(?:discussed|agreed)|record(?:\s+of.*)?|(?:points?|issues?|topics?|items?)\s+(?:raised|"
        r"discussed|of\s+discussion)|(?:discussed|meeting|main|key)\s+(?:notes|discussions?)|points|proceedings|business|resolutions?",
    ),
    (
        "number",
        r"(?:item|minutes?|min\.?|agenda|action|ref|reference|point|s|se?r\.?|sl\.?)?\s*/?\s*(?:no\.?|nos\.?|nr\.?|number|num|"
        r"ref(?:erence)?\.?|#|id)|ref\.?|item(?=$)|minute(?=$)|#|s\s*/\s*n",
    ),
    (
        "title",
        r"topics?|subjects?|headings?|titles?|agenda(?:\s+items?)?|items?|issues?|area|theme|matters?|action\s+area",
    ),
    (
        "date",
        r"(?:meeting\s+|start\s+)?dates?(?:\s+(?:of\s+meeting|raised|agreed|set|opened|added))?|start(?:ed)?|raised|origin|meeting|"
        r"minute\s+ref.*",
    ),
)
# Words that mean a role only beside other columns of a list of actions.
_COULD_BE: dict[Role, re.Pattern[str]] = {
    "action": re.compile(
        r"\W*(?:recommendations?|resolutions?|decisions?|directions?|requests?|follow[\s-]?ups?|commitments?|undertakings?|descriptions?|"
        r"details?)(?:\s+(?:agreed|made|required|of\s+(?:the\s+)?\w+))?\W*",
        re.IGNORECASE,
    ),
    "owner": re.compile(
        r"\W*(?:governors?|trustees?|directors?|staff|departments?|services?|service\s+area|directorates?|teams?|councillors?|members?|"
        r"cabinet\s+members?|portfolio(?:\s+holder)?|(?:responsible\s+)?part(?:y|ies)|contacts?|assigned|by|volunteers?|names?)"
        r"(?:\s*/\s*[\w ]+)?\W*",
        re.IGNORECASE,
    ),
    "due": re.compile(r"\W*(?:dates?(?:\s+(?:agreed|by))?|by)\W*", re.IGNORECASE),
}
_DECIDED = re.compile(r"^\W*(?:decisions?|resolutions?|recommendations?|outcomes?)\s*(?:/|&|and|or)\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:/|&|,|\+|\band\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s*(?:[/&,+()]|\band\b|\s[–-]\s)\s*)+", re.IGNORECASE)
ONE_HEAD = 3  # words of a column's head; "Update from Mrs Hall" is an item
_STRONGEST: tuple[Role, ...] = ("notes", "action", "owner", "status", "due", "title", "number", "date")
# A column that holds several things, each with its label: "Target date, officer responsible and progress".
_MIXED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:target|due|deadline|timescale|when)\b",
        r"\b(?:officer|owner|responsible|lead|whom)\b",
        r"\b(?:progress|status|outcome|update)\b",
    )
)
_HEAD_PATTERNS = tuple((role, re.compile(rf"^\W*(?:{pattern})\W*$", re.IGNORECASE)) for role, pattern in _HEADS)


def role_of(words: str) -> Role:
    """The role of a column by its header's words; "" where they say nothing known."""
    words = re.sub(r"\s+", " ", words).strip()
    if not words or len(words) > 60:
        return ""
    if role := _plain_role(words) or _plain_role(re.sub(r"\s*\([^)]{3,}\)", "", words)):
        return role
    if sum(bool(part.search(words)) for part in _MIXED) >= 2 and len(words.split()) > 3:
        return "mixed"
    # "Issue / Action", "Finish & Status", "Action Who": several names for one column, the one that tells more counts.
    if _DECIDED.search(words) and re.search(r"\bactions?\b", words, re.IGNORECASE):
        return "action"
    parts = [_plain_role(part) for part in _PARTS.split(words)]
    if not all(parts):
        parts = list(heads_run_together(_BETWEEN.sub(" ", words)))
    return next((role for role in _STRONGEST if role in parts), "") if len(parts) > 1 else ""


def could_be(words: str, role: Role) -> bool:
    """Do these words of a header mean this role where the other columns are those of a list of actions?"""
    pattern = _COULD_BE.get(role)
    return pattern is not None and pattern.fullmatch(re.sub(r"\s+", " ", words).strip()) is not None


@lru_cache(maxsize=1024)
def _plain_role(words: str) -> Role:
    return next((role for role, pattern in _HEAD_PATTERNS if pattern.match(words)), "")


def heads_run_together(text: str) -> tuple[Role, ...]:
    """The roles of a table's heads that a lost table left in one line: "Action items Person responsible Deadline"."""
    words = text.split()
    if not 2 <= len(words) <= 12:
        return ()
    best: dict[int, tuple[Role, ...]] = {0: ()}  # the fewest columns up to each word
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - 4), end):
            if start in best and (role := _plain_role(" ".join(words[start:end]))) and role not in best[start]:
                found = (*best[start], role)
                if end not in best or len(found) < len(best[end]):
                    best[end] = found
    return best.get(len(words), ())


def are_heads(text: str) -> bool:
    """ "Discussion Action" of a lost table, "Responsible person"."""
    roles = heads_run_together(text) if " of " not in text.casefold() and text[-1:] != "?" else ()
    return len(roles) > 1 or (len(roles) == 1 and len(text.split()) <= ONE_HEAD)


_TO_ACT = re.compile(r"\b(?:action\w*|whom|task)\b", re.IGNORECASE)


def presented(roles: tuple[Role, ...], heads: Sequence[str]) -> tuple[Role, ...]:
    """ "Item | Who | Discussion": who stands ahead of what was said brought the item, and has no task by that."""
    if "notes" not in roles:
        return roles
    told = roles.index("notes")
    # "Minutes | Action no.": the number of a task in a list below
    roles = (*roles[:told], *("lead" if role == "number" else role for role in roles[told:]))
    if "action" in roles:
        return roles
    return tuple(
        "lead" if role == "owner" and 0 < place < told and not _TO_ACT.search(head) else role
        for place, (role, head) in enumerate(zip(roles, heads, strict=True))
    )


_WHO_CAME = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,4}(?:present|attend(?:ing|ed|ees|ance)|absent|apolog(?:y|ies)(?:\s(?:for\sabsence|received|from))*)\W*",
    re.IGNORECASE,
)


def heads_people(row: Sequence[Cell]) -> bool:
    """ "Present | Apologies | In attendance": heads above the names of who came."""
    return sum(_WHO_CAME.fullmatch(cell.text) is not None for cell in row) > 1
