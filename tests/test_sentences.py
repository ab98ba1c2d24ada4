"""Where a paragraph's sentences end."""

from __future__ import annotations

import pytest

from pipeline.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They gave £70 (Ch. No. 412). All was paid.", ["They gave £70 (Ch. No. 412).", "All was paid."]),
        ("Wages - £90 (Chq. Nos. 4 and 5) – approved.", ["Wages - £90 (Chq. Nos. 4 and 5) – approved."]),
        ("They sang at Christ Ch. No bids came.", ["They sang at Christ Ch.", "No bids came."]),
    ],
)
def test_a_number_s_abbreviation_ends_no_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
