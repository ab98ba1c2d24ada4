"""Decisions as clubs, boards and associations word them: verdicts behind a motion, elections, deferrals. Invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.kinds import was_held
from tests.printed import lines
from tests.test_decisions import decisions_of

VERDICTS = [
    ("Motion to accept the list was made by Ann and seconded by Ben. All in favor and carried.", "Motion to accept"),
    ("Ann made a motion to spend $250 on paint. Ben seconded it. Aye: 7, Nay: 0.", "Ann made"),
    ("Ann suggested a joint camp in May. No objections.", "Ann suggested"),
    ("Ann proposed a joint camp in May. This was passed with no opposition and one abstention.", "Ann proposed"),
    ("A vote was taken for the purchase of six bins. All were in favour.", "A vote was taken for"),
    ("Everyone liked the idea of a mascot. Outcome: The board voted; all were in favour.", "Everyone liked"),
    ("Approve the accounts of March.\n\nMoved Box / Sec Carr\n\nCarried", "Approve the accounts"),
    ("Motion to hire a gardener.\n\nMover: Ann Box\n\nSeconder: Ben Carr\n\nVote: 5-0", "Motion to hire"),
    ("It was proposed that the club gives $50 to the library. Ann moved, Ben seconded. All in favour. Motion carried.",
     "It was proposed"),
    ("Twelve baskets to be bought (proposed AB, seconded CD).", "Twelve baskets"),
    ("Request from the choir for use of the hall: granted.", "Request from"),
    ("T. Box moved and B. Carr seconded to pay the bills. Board polled. 6 ayes. 0 nays. 1 absent. Motion carried.",
     "T. Box moved"),
    ("Ann made a motion to accept the list. After a second by Ben Carr, the motion was approved.", "Ann made a motion"),
    ("Ann made the motion to approve the minutes of both meetings. Ben seconded the motion.", "Ann made the motion"),
    ("Sel. Box moved to approve the minutes. Sel. Carr seconded. So voted.", "Sel. Box moved"),
    ("Moved: That the list of payments be approved.\n\nBox/Carr, carried.", "Moved: That the list"),
    ("MOTION: That the club buys a box of sweets. MOVER: Ann / SECONDER: Ben", "MOTION: That the club"),
    ("Motion by: Ann Box\n\nSecond by: Ben Carr\n\nMotion to buy a lamp\n\nAyes: 6\n\nNays: 1", "Motion to buy"),
    ("Upon motion by Ann Box and seconded by Ben Carr, the Board\n\nVOTED: To approve the list.\n\nUnanimous Vote.",
     "VOTED: To approve"),
    ("Ann moved to sell the van. Roll call: Box – yes; Carr – yes; Dunn – no. Motion carried 2-1.", "Ann moved"),
    ("Motion – A. Box; 2nd – B. Carr; to paint the hall in July; passed.", "Motion – A. Box"),
]  # fmt: skip
SIMPLE = [
    ("After some talk we will go with the second quote.", "agreed"),
    ("Outcome: the group will run a second survey.", "agreed"),
    ("It was the general view that the sign should be moved nearer to the gate.", "agreed"),
    ("The subscription for next year was set at £12.", "agreed"),
    ("The slate was approved by acclamation.", "agreed"),
    ("Permission was given for the choir to use the north room.", "agreed"),
    ("The Council, on a majority vote, resolved to sell the depot.", "agreed"),
    ("Agreed that the fair will be on a day to be decided.", "agreed"),
    ("RESOLUTION: publish the draft as a group note.", "agreed"),
    ("The report was received and placed on file.", "noted"),
    ("Purchase of a second projector – approved up to £400.", "agreed"),
    ("Request from the air ambulance. £100 agreed.", "agreed"),
    ("Agreement was reached to share the cost of the marquee.", "agreed"),
    ("Members voted by show of hands (21 for, 3 against) to keep the fee at £8.", "agreed"),
    ("Ann Box was returned unopposed as captain.", "elected"),
    ("The Board turned down the request for free pitches.", "refused"),
    ("No decision was taken; the item will return in June.", "deferred"),
    ("It was M/S/C (Box/Carr) to approve the agenda.", "agreed"),
    ("Minutes of the last meeting accepted (Box/Carr).", "agreed"),
    ("A decision was made to meet monthly.", "agreed"),
    ("Size of the committee - We decided to set no limit.", "agreed"),
    ("The Working Group endorsed the approach.", "agreed"),
    ("The Senate tabled Proposal 14 indefinitely.", "deferred"),
    ("This hearing was moved to July 24.", "deferred"),
    ("Policy updates in progress - tabled", "deferred"),
    ("Elected Ann Box as chair of the group", "elected"),
    ("Ann Box was nominated for secretary. There being no others, she was declared elected.", "elected"),
    ("The question of lights was tabled.", "deferred"),
    ("The request was referred to the grounds committee.", "deferred"),
    ("We will defer this until the next call.", "deferred"),
    ("To be discussed at the next meeting.", "deferred"),
    ("The committee did not support the request.", "refused"),
    ("THAT the club leaves the league. LOST (Recorded vote: Box - nay; Carr - nay; Dunn - yea)", "refused"),
    ("Ann Box won by a majority.", "elected"),
    ("Ann's nomination was approved unanimously.", "elected"),
]
LISTS = [
    (
        "The following officers were elected:\n\nChair: Ann Box\n\nSecretary - Ben Carr\n\nCat Dunn as Treasurer",
        [("elected", "Chair"), ("elected", "Secretary"), ("elected", "Cat Dunn")],
    ),
    (
        "The following decisions were taken on grants.\n\n• £300 for the band of the school\n\n• £80 for tea",
        [("agreed", "£300"), ("agreed", "£80")],
    ),
    (
        "It was agreed that the club should:\n\n• invite new members to the fair\n\n• write to the owner of the field",
        [("agreed", "invite"), ("agreed", "write")],
    ),
    (
        "The committee:\n\n• noted the update; and\n\n• agreed to meet in May.",
        [("noted", "noted"), ("agreed", "agreed")],
    ),
]
NONE = [
    "The motion sensor by the door has failed.",
    "Ann explained that most members felt that the fee should be cut.",
    "Approved by: Ann Box",
    "Two candidates were nominated.",
    "The report was tabled by the officer.",
    "It was agreed at the April meeting to buy a bin.",
    "A vote was held.",
    "The next meeting is scheduled for 4 June.",
    "No vote was taken.",
    "Collect the fees from those who have not already paid",
    "Ann will go with the children.",
    "The club was accepted into the league in 1998.",
    "Consensus is hard to reach when half of us are away.",
    "He proposed that the county write to the minister. This was seconded by Cllr Box.",
    "Ann moved to Leeds in May. Ben moved in with her.",
    "The Board tabled its report.",
    "Parents said that the school is to pay (EM/TD).",
    "Ann Box was appointed as a magistrate in 2001.",
    "Minutes of the March meeting to be approved.",
    "Cllr Box proposed, and Cllr Carr seconded, that the motion be put to the vote.",
    "The committee:\n\n• Ann Box\n\n• Ben Carr",
]


@pytest.mark.parametrize(("text", "begin"), VERDICTS)
def test_a_verdict_settles_what_stands_before_it(text: str, begin: str, tmp_path: Path) -> None:
    [decision] = decisions_of(tmp_path, text)
    assert (decision.outcome, decision.text[: len(begin)]) == ("agreed", begin)


@pytest.mark.parametrize(("text", "outcome"), SIMPLE)
def test_sentences_that_decide(text: str, outcome: str, tmp_path: Path) -> None:
    assert [decision.outcome for decision in decisions_of(tmp_path, text)] == [outcome]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists_of_decisions(text: str, wanted: list[tuple[str, str]], tmp_path: Path) -> None:
    found = decisions_of(tmp_path, text)
    assert [(d.outcome, d.text[: len(begin)]) for d, (_, begin) in zip(found, wanted, strict=True)] == wanted


@pytest.mark.parametrize("text", NONE)
def test_words_that_decide_nothing(text: str, tmp_path: Path) -> None:
    assert decisions_of(tmp_path, text) == []


def test_a_post_and_a_name_say_who_was_elected_only_below_an_election(tmp_path: Path) -> None:
    text = "Chair: Ann Box\n\nSecretary: Ben Carr"
    assert len(decisions_of(tmp_path, text, title="2. Election of officers")) == 2
    assert decisions_of(tmp_path, text, title="2. Reports of officers") == []


def test_a_planning_comment_is_not_taken_from_the_application_it_ends(tmp_path: Path) -> None:
    text = "24/00123/FUL Extension at 3 Mill Lane\n\nMr and Mrs Box\n\nNo Objections"
    [decision] = decisions_of(tmp_path, text, title="2. Planning applications")
    assert decision.text.startswith("24/00123/FUL")


def test_an_agenda_that_tells_of_its_meeting_was_held() -> None:
    assert was_held(lines("Agenda\n\nThe meeting was called to order at 7 pm.\n\nThe minutes were read."))
    assert was_held(lines(
        "Agenda\n\n9 members present\n\nBins: they were discussed. Six were bought. Ann said she had more. "
        "A vote was held and passed."
    ))  # fmt: skip
    assert not was_held(lines("Agenda\n\nCall to order\n\nMinutes of the meeting that was held in May"))
