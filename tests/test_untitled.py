"""What papers without a title are, and items whose layout misleads. Councils, people and business are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Table
from pipeline.read import read
from tests.typed import record_of, titles

AGENDA = """To receive apologies{apologies}

To approve the minutes of the last meeting{approved}

To receive the reports of members{told}

To consider the plans for the old forge{plans}
"""
HELD = {
    "apologies": ": Cllr Vane.",
    "approved": ": Read and signed.",
    "told": ": The bench was mended. Cllr Holt asked who paid for it.",
    "plans": ": None.",
}
AHEAD = dict.fromkeys(HELD, "")
CAME = "Present: Cllrs Holt, Lund, Marsh and the Clerk."


@pytest.mark.parametrize(
    ("front", "words", "end", "kind"),
    [
        (CAME, HELD, "The meeting closed at 21.10.", "minutes"),
        (CAME, HELD, "Next meeting: 3 June", "minutes"),  # it names who stayed away
        ("", AHEAD, "Next meeting: 3 June", "agenda"),
        ("", AHEAD, "The last meeting closed at 21.10.", "agenda"),
    ],
)
def test_titles_of_an_agenda_above_what_was_said(
    tmp_path: Path, front: str, words: dict[str, str], end: str, kind: str
) -> None:
    assert record_of(tmp_path, f"{front}\n\n{AGENDA.format(**words)}\n{end}\n").kind == kind


TITLED = """# Agenda for 2025-07-08

## Attendance
* Ann Box
* Ben Holt

## The shed
* {said}
"""


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "The roof was mended. Ben said it had cost little and was asked for the bill; a grant was discussed.",
            "minutes",
        ),
        ("Roof, and who pays", "agenda"),
    ],
)
def test_a_page_called_agenda_that_lists_who_came_and_tells(tmp_path: Path, said: str, kind: str) -> None:
    assert record_of(tmp_path, TITLED.format(said=said), "paper.md").kind == kind


NUMBERED = """Minutes of Netherby Community Council, 4 March 2025

Present: Cllrs Holt, Lund & Marsh

{first}1.\tPolice: The constable sent a note.

{first}2.   Public session:  Nobody spoke.

{first}3.   Interests:  None.

{first}4. \tTo agree the last minutes:  Circulated, approved & signed as correct.

{first}5. \tAccounts:  Paid as listed.

{first}6.\tHedges:  Clerk to ring the owner.
"""


@pytest.mark.parametrize("first", ["", "12", "365"])
def test_numbers_far_before_their_titles_are_no_column(tmp_path: Path, first: str) -> None:
    record = record_of(tmp_path, NUMBERED.format(first=first))
    assert [item.number for item in record.items] == [f"{first}{n}" for n in range(1, 7)]
    [decision] = [decision for decision in record.decisions if decision.item == f"{first}4"]
    assert decision.outcome == "agreed"


def test_years_before_their_figures_are_a_column(tmp_path: Path) -> None:
    years = "\n".join(f"{year}     Rates were paid by the mill" for year in range(2019, 2025))
    path = tmp_path / "minutes.txt"
    path.write_text(f"Minutes of Netherby Council, 4 March 2025\n\nPresent: Ann Box, Ben Holt\n\n{years}\n", "utf-8")
    assert any(isinstance(part, Table) for part in read(path).flow)


MOTIONS = """Minutes of the Council of the Town of Netherby held on 4 March 2025

In Attendance

Mayor Ann Box, Councillor Ben Holt, Councillor Cal Lund

Agenda

Motion 12 Moved by Councillor Holt, “THAT the agenda of the regular meeting of the fourth of March be accepted.”

{carried}

Motion 13 Moved by Councillor Lund, “THAT the minutes of the regular meeting of 4 February 2025 be accepted.”

{carried}

a) Delegation of the mill

Motion 14 Moved by Councillor Lund, “THAT the report of the delegation of the mill be received for information.”

{carried}

b) Arena

Motion 15 Moved by Councillor Holt, “THAT the county be asked for £900 towards the roof of the arena this year.”

{carried}

Councillor Lund requested a break of ten minutes before the report on the budget was to be read to members.

Adjournment

The Mayor closed the meeting at 8:20pm
"""


@pytest.mark.parametrize("carried", ["Carried", "CARRIED", "Motion carried", "Carried unanimously"])
def test_a_verdict_alone_on_its_line_is_no_title(tmp_path: Path, carried: str) -> None:
    record = record_of(tmp_path, MOTIONS.format(carried=carried))
    assert [item.title for item in record.items if "carried" in item.title.casefold()] == []
    assert [decision.outcome for decision in record.decisions] == ["agreed", "agreed", "noted", "agreed"]


PLANS = """<p><strong>MINUTES OF THE LAST MEETING</strong><br>They were read.</p>
<p><strong>MATTERS ARISING</strong><br>None.</p>
<p><strong>PLANNING</strong><br>The committee met on 3 March.</p>
<p><strong>Plans sent by the district</strong></p>
<p>NB.0017/C<br>New roof at the old forge, Mill Lane<br>NO OBJECTION</p>
<p>NB.2211/2/F<br>Shed for a tractor at Hill Farm<br>NO OBJECTION</p>
<p>NB.0404/K<br>Two storey extension at 3 Mill Lane<br>OBJECTION: too high for the lane.</p>
<p><strong>Certificate of lawfulness</strong></p>
<p>NB.0099<br>A mast beside the forge</p>
<p><strong>Permission refused</strong></p>
<p>NB.7001/A<br>Stables at the mill</p>
<p><strong>FINANCE</strong><br>The accounts were read.</p>
"""


def test_numbers_of_plans_and_titles_in_small_letters_stand_below_those_in_capitals(tmp_path: Path) -> None:
    front = (
        "<h1>Netherby Parish Council</h1><p>Minutes of the meeting held on 4 March 2025</p><p>Present: Cllr Ann Box</p>"
    )
    record = record_of(tmp_path, front + PLANS, "minutes.html")
    assert [item.title for item in record.items] == [
        "MINUTES OF THE LAST MEETING",
        "MATTERS ARISING",
        "PLANNING",
        "FINANCE",
    ]
    told = [(decision.text.split()[0], decision.outcome) for decision in record.decisions if decision.item is None]
    assert told == [("NB.0017/C", "agreed"), ("NB.2211/2/F", "agreed"), ("NB.0404/K", "refused")]


@pytest.mark.parametrize(("verdict", "outcome"), [("Motion carried.", "agreed"), ("Motion failed.", "refused")])
def test_the_roll_of_a_vote_belongs_to_its_motion(tmp_path: Path, verdict: str, outcome: str) -> None:
    text = (
        "Minutes of Netherby Water Board, 4 March 2025\n\nPresent: Ann Box (Chair), Ben Holt, Cal Lund\n\n1. Mill\n\n"
        "Holt moved, seconded by Lund, to lease the mill. Voting aye: Box, Holt. Voting nay: None. Absent: Marsh. "
        f"Abstain: None. {verdict}\n"
    )
    [decision] = record_of(tmp_path, text).decisions
    assert (decision.text.split(" to ")[0], decision.outcome) == ("Holt moved, seconded by Lund,", outcome)


@pytest.mark.parametrize(
    "line", ["Read by Reeve Ann Marl", "Taken and recorded by", "MOTION", "Vote", "Motion 2", "LEFT: MARL, 8:20 PM"]
)
def test_what_came_of_an_item_is_none(tmp_path: Path, line: str) -> None:
    said = "The members talked of it for some while and nothing was settled."
    business = [("Culvert", ""), ("Snow fence", line), ("Gravel", ""), ("Weed inspector", "")]
    text = "\n\n".join(
        f"**{title}**\n\n{said}" + (f"\n\n**{more}**\n\n{said}" if more else "") for title, more in business
    )
    head = "# Minutes of the Thornholme Township Council\n\nJune 3, 2024\n\nPresent: Ann Marl, Tom Quince\n\n"
    assert titles(record_of(tmp_path, head + text, "minutes.md")) == [title for title, _ in business]


def test_a_known_title_within_an_item_that_has_it_in_its_own_is_no_item(tmp_path: Path) -> None:
    said = "The members talked of it for some while and nothing was settled."
    names = ("Call to order", "General public comment", "Culvert", "Gravel")
    text = "\n\n".join(f"**{at}. {name}**\n\n{said}" for at, name in enumerate(names, 1))
    text = text.replace("**4.", "Public comment:\n\nTom Quince asked for a fence.\n\n**4.")
    head = "# Minutes of the Thornholme Township Council\n\nJune 3, 2024\n\nPresent: Ann Marl, Tom Quince\n\n"
    assert titles(record_of(tmp_path, head + text, "minutes.md")) == [*names]


@pytest.mark.parametrize("title", ["TTC 6-3-24 Annual Meeting Notes", "Thornholme Trust Meeting Minutes"])
def test_a_paper_s_own_title_in_bold_is_no_item(tmp_path: Path, title: str) -> None:
    said = "The members talked of it for some while and nothing was settled."
    text = "\n\n".join(f"**{name}**\n\n{said}" for name in ("Last meeting minutes", "Culvert", "Gravel"))
    assert titles(record_of(tmp_path, f"**{title}**\n\n{said}\n\n{text}\n", "minutes.md"))[0] == "Last meeting minutes"


DONE = "It was agreed to mend the gate. The Clerk was asked to order the hinges, and it was agreed to pay for them."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # told as a sentence
        (
            f"There was a meeting of the Fell Hall Trust at 7 on Monday 3 June 2024 in the hall.\n\n1) Gate. {DONE}",
            "minutes",
        ),
        (f"The meeting of the Works Board came to order on June 3, 2024. {DONE} The roof was discussed.", "minutes"),
        # a page from the midst of minutes
        (f"4. Gate\n\n{DONE}\n\n5. Lamps\n\n{DONE}\n\n6. Pond\n\n{DONE}\n", "minutes"),
        # what a council is for is no report's heading
        (
            f"Fell Council\n\nAttendees: A Box; B Carr\n\nPurpose of Fell Council will be:\n\n• to plant\n\n{DONE}",
            "minutes",
        ),
        # a report tells of a meeting too
        (f"1. Background\n\n{DONE}\n\n2. Costs\n\nNone.\n\n3. Next steps\n\nNone.\n", "other"),
        (f"There will be a meeting of the Fell Hall Trust at 7 on Monday 3 June 2024.\n\n{DONE}", "other"),
    ],
)
def test_what_a_paper_is_by_what_it_tells(text: str, kind: str, tmp_path: Path) -> None:
    assert record_of(tmp_path, text).kind == kind
