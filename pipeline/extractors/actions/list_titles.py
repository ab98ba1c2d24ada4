"""What opens a list of actions inside an item: the heads of a table that was lost, or the list's title."""

from __future__ import annotations

from pipeline.extractors.places import Piece
from pipeline.layout.heads import heads_run_together
from pipeline.rules.match import Matcher

MOST = 8  # words of a title


def opens_list(piece: Piece, matcher: Matcher) -> bool:
    """The paragraphs below this one are actions."""
    text = piece.paragraph.text
    return _are_heads(text) or (
        piece.kind == "text" and not piece.paragraph.margin and len(text.split()) <= MOST and _is_title(text, matcher)
    )


def _are_heads(text: str) -> bool:
    """The heads of a list of actions whose table was lost; minutes in columns have notes or topics as well."""
    roles = set(heads_run_together(text))
    return {"action", "owner"} <= roles and bool({"due", "status"} & roles) and not {"notes", "title"} & roles


def _is_title(text: str, matcher: Matcher) -> bool:
    heading = matcher.first("heading", text.strip(" :"), part="line")
    return heading is not None and heading.get("kind") == "action-list"
