"""All checks across papers, in the order in which their findings are told."""

from __future__ import annotations

from pipeline.check import (
    across_agenda,
    across_commitments,
    across_figures,
    across_meetings,
    across_people,
    across_resolutions,
    across_sheet,
)
from pipeline.check.finding import Check

CHECKS: tuple[Check, ...] = (
    *across_sheet.CHECKS,
    *across_commitments.CHECKS,
    *across_meetings.CHECKS,
    *across_people.CHECKS,
    *across_agenda.CHECKS,
    *across_resolutions.CHECKS,
    *across_figures.CHECKS,
)
