"""Attendance: who is recorded as being there or not."""

from __future__ import annotations

from pipeline.found import FoundPerson
from pipeline.match import Matcher
from pipeline.paper import Outline


def find_attendance(outline: Outline, matcher: Matcher) -> list[FoundPerson]:
    return []
