"""How sure an entry is: how often its rule was right on papers that people have read (rules/confidence.yaml).

The figure is a rule's own record drawn towards that of its field by two entries, so that a rule seen once does not
claim to be always right or always wrong; a rule never seen there has its field's record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Field = Literal["attendance", "decisions", "actions"]
MOST = 0.99  # no rule is certain
PRIOR = 2  # entries of the field's own record that each rule's is mixed with

Kept = Mapping[str, Mapping[str, tuple[int, int]]]
"""Field -> rule id -> (right, found)."""


def sure(field: Field, rule: str, kept: Kept) -> float | None:
    """The share of entries of this rule that are right in full, 0 to 1; None where the field has no record.

    Right in full is, for a person, the status too; for a decision its outcome; for an action its owners.
    """
    rules = kept.get(field) or {}
    found = sum(seen for _, seen in rules.values())
    if not found:
        return None
    share = sum(right for right, _ in rules.values()) / found
    right, seen = rules.get(rule, (0, 0))
    return min(round((right + PRIOR * share) / (seen + PRIOR), 2), MOST)
