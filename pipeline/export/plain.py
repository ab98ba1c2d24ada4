"""Texts of papers on their way into a file: on one line, without characters that no XML or calendar can hold."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\s]+")


def plain(text: str) -> str:
    """The text on one line; control characters and lone surrogates become a space."""
    return _CONTROL.sub(" ", text).strip()
