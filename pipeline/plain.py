"""Texts of papers on their way into a file: on one line, no character that no file can hold, nothing that is run."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\s]+")


# What spreadsheets run when a cell begins with it; the wide forms too, which some of them fold.
_RUNS = tuple("=+-@\t\r\n＝＋－＠")


def plain(text: str) -> str:
    """The text on one line; control characters and lone surrogates become a space."""
    return _CONTROL.sub(" ", text).strip()


def safe(text: str) -> str:
    """The text on one line, and as a text: a spreadsheet that would run `=1+1` gets `'=1+1`."""
    said = plain(text)
    return f"'{said}" if text.startswith(_RUNS) or said.startswith(_RUNS) else said
