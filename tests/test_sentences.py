"""Where a paragraph's sentences end."""

from __future__ import annotations

import pytest

from pipeline.layout.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They gave £70 (Ch. No. 412). All was paid.", ["They gave £70 (Ch. No. 412).", "All was paid."]),
        ("Wages - £90 (Chq. Nos. 4 and 5) – approved.", ["Wages - £90 (Chq. Nos. 4 and 5) – approved."]),
        ("They sang at Christ Ch. No bids came.", ["They sang at Christ Ch.", "No bids came."]),
        ("The hedge of no. 8 is high. It stays.", ["The hedge of no. 8 is high.", "It stays."]),
        ("The answer was no. The Clerk will ask.", ["The answer was no.", "The Clerk will ask."]),
        ("Lime (c. 40 bags, est. £90) came.", ["Lime (c. 40 bags, est. £90) came."]),
        ("A lamp is out in Dove St. The Clerk rang.", ["A lamp is out in Dove St.", "The Clerk rang."]),
        ("They met at St. Ann's.", ["They met at St. Ann's."]),
        ("He keeps it on a disc. 4 were lost.", ["He keeps it on a disc.", "4 were lost."]),
    ],
)
def test_a_number_s_abbreviation_ends_no_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
