"""Principal and district councils: who is declared elected, and what became of a motion that others amended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = """MINUTES of the meeting of the Northmoor District Council held on Thursday 13 March 2025 at 3pm

Present: Councillors Ann Lund (Mayor), Ben Carrow, Cat Dunmore, Dan Oakes
In attendance: Hal Marsden (Meetings Administrator), Gus Pell (Senior Engineer), Ruth Kane (Director of Services)

1. Business

"""
FOOT = "\n\n2. Next meeting\n\nThursday 10 April 2025.\n"


def decided(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """The decisions of item 1: outcome and words."""
    return [(one.outcome, one.text) for one in record_of(tmp_path, HEAD + text + FOOT).decisions]


NOBODY_ELSE = (
    "As there were no other nominations, the Mayor declared Councillors Carrow and Dunmore appointed to the Port."
)


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        (
            f"“That, Councillors Carrow and Dunmore be appointed to the Port.”\n\n{NOBODY_ELSE}",
            NOBODY_ELSE,
        ),
        (
            "“That, Mr. Ivo Stone, 4 Quay Street, be co-opted to the Council to fill the vacancy.”\n\n"
            "The Mayor declared Mr. Stone co-opted to the Council and welcomed him.",
            "The Mayor declared Mr. Stone co-opted to the Council and welcomed him.",
        ),
        (
            "“That, Councillor Carrow be appointed to hold office until his successor\n\n"
            "is appointed.”\n\nThe Mayor declared Councillor Carrow elected as Deputy.",
            "The Mayor declared Councillor Carrow elected as Deputy.",
        ),
    ],
)
def test_the_declaration_is_the_decision(tmp_path: Path, text: str, declared: str) -> None:
    assert decided(tmp_path, text) == [("elected", declared)]


def test_the_declared_keep_their_mover(tmp_path: Path) -> None:
    text = (
        "Proposed by Councillor Dunmore; Seconded by Councillor Oakes;\n\n"
        "“That, Councillor Carrow be appointed Deputy.”\n\n"
        "Proposed by Councillor Carrow; Seconded by Councillor Lund;\n\n“That, Councillor Oakes be appointed Deputy.”"
        "\n\n"
        "The Mayor declared Councillor Carrow elected as Deputy."
    )
    (one,) = record_of(tmp_path, HEAD + text + FOOT).decisions
    assert (one.outcome, one.mover, one.seconder) == ("elected", "Councillor Dunmore", "Councillor Oakes")
