"""Orders with whose they are before or behind them: "Clerk: reword the form", "Order 24 stakes [AB]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.brackets import owners_behind, with_brackets
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.marked import ORDERS
from pipeline.extractors.actions.owners_ahead import owners_ahead
from pipeline.extractors.actions.promises import Spans, action_of, of_prose
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.layout.when import is_when
from pipeline.rules.match import Matcher

_DAY_FIRST = re.compile(r"\W{0,3}(?P<when>[^–—:]{2,24}?)\s?(?:[–—-]|:)\s")  # "3 May – Ann Box – ring the depot"
_ALL = re.compile(
    r"(?:all(?:\s(?:members|governors|trustees|staff|councillors))?|everyone|everybody|both)", re.IGNORECASE
)


def of_orders(piece: Piece, spans: Spans, matcher: Matcher) -> list[FoundAction]:
    """The orders of a paragraph that say whose they are, and what its other sentences promise; [] where none does."""
    text = piece.paragraph.text
    first = _DAY_FIRST.match(text)
    skip = first.end() if first is not None and is_when(first["when"]) else 0
    owners, start = owners_ahead(text[skip:], matcher)
    start += skip if start else 0
    if start and are_known(owners, matcher) and is_order(text[start:], matcher):
        headed = action_of(piece, start, len(text), owners, matcher, rule="action-headed", marked=True)
        return [replace(headed, due=first["when"]) if first is not None and skip else headed]
    whole = with_brackets(text, spans)
    behind = {span: given for span in whole if (given := owners_behind(text[slice(*span)], matcher)) is not None}
    if not behind:
        return []
    told = [
        action_of(piece, start, start + end, owners, matcher, rule="action-bracketed", marked=True)
        for (start, _), (owners, end) in behind.items()
    ]
    return [*of_prose(piece, [s for s in whole if s not in behind], matcher), *told]


def are_known(owners: Sequence[str], matcher: Matcher) -> bool:
    """Nobody but the paper's own people and posts, or everybody."""
    known = isinstance(matcher, Informed) and all(_ALL.fullmatch(one) or matcher.is_person(one) for one in owners)
    return bool(owners) and known


_TITLE = re.compile(r"(?:[A-Z][\w’'-]*\s){2}[A-Z]")  # "Source Water Protection": a committee, nothing to be done


def is_order(text: str, matcher: Matcher) -> bool:
    orders = matcher.find("action", text, part="order")
    return any(order.start == 0 and (order.rule.id in ORDERS or not _TITLE.match(text)) for order in orders)
