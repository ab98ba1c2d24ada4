"""What can be wrong.

A Problem is a fault in a paper, and a value; an exception is a fault in a file, a rule or a setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipeline.paper import Evidence

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt or a contradiction found in a paper, with what the paper says.

    Attributes:
        code: kebab-case name of the kind of problem ("year-conflict").
        message: one sentence that a clerk understands.
        evidence: where the paper shows it; None where the fault has no place (a missing thing).
        pages: of the file, from 1, that could not be read.
    """

    code: str
    message: str
    severity: Severity = "warning"
    evidence: Evidence | None = None
    pages: tuple[int, ...] = ()


class MinutebookError(Exception):
    """A fault in a file, a rule or a setting.

    The message is one sentence: the name, the place, what is wrong; `hint` says what to do next.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes send exceptions home pickled; keyword-only arguments need saying.
        return _rebuild, (type(self), super().__str__(), self.hint, dict(self.__dict__))


def _rebuild(kind: type[MinutebookError], message: str, hint: str, state: dict[str, object]) -> MinutebookError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    error.hint = hint
    error.__dict__.update(state)
    return error


class UnreadableError(MinutebookError):
    """A paper that can't be read at all; it is set aside with `reason` and the batch goes on.

    Attributes:
        reason: one of not-a-document, empty, encrypted, page-count, memory, timeout, page-limit, pixels,
            truncated, unsupported, no-ocr (a picture, and no OCR).
    """

    exit_code = 3

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class RuleError(MinutebookError):
    """A rule file that can't be used: says file, rule and key."""


class RecordError(MinutebookError):
    """A record or a file typed by a person that breaks its schema: says file and line."""


class SettingError(MinutebookError):
    """A command, option or workspace that can't be used."""
