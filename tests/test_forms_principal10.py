"""How officials of councils undertake something, and what members ask for: tenth reading. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

DISTRICT = """MINUTES OF THE MEETING OF THE MUNICIPAL DISTRICT OF MOYCARN HELD IN THE MOOR HALL ON MONDAY 4TH MARCH 2024

PRESENT IN THE CHAIR: Councillor R. Tansley, Cathaoirleach

MEMBERS PRESENT: Councillors I. Birkett, O. Crannagh and P. Eglish

OFFICIALS IN ATTENDANCE: Director of Services (Mr. T. Garvagh), Senior Engineer (Ms. L. Hollyford), Executive
Engineer (Mr. D. Jerpoint)

1. Roads Update

{said}

2. Next Meeting

The date was noted.
"""


def said(folder: Path, words: str) -> list[list[str]]:
    """The owners of each task that the words are read to give, in the minutes of a district."""
    return [owners for _, owners in owned(record_of(folder, DISTRICT.format(said=words)))]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("The Senior Engineer undertook to have the drain outside the school jetted.", "L. Hollyford"),
        ("The Executive Engineer informed the Members that the gullies would be attended to that week.", "D. Jerpoint"),
        ("Mr. Garvagh took note of the point and said that it would be conveyed to the firm.", "T. Garvagh"),
        ("Ms. Hollyford said that the bollards had come and would be put in place by Easter.", "L. Hollyford"),
        ("The Director of Services said that a meeting with the traders would be held within the month.", "T. Garvagh"),
        ("The Director of Services stated that it would be considered when the list is drawn up.", "T. Garvagh"),
        ("The Director of Services stated that a reply would issue to the Councillor.", "T. Garvagh"),
        ("The Executive Engineer took the point on board and will watch the weir.", "D. Jerpoint"),
        ("Mr. Jerpoint noted Councillor Birkett's worry and will lime the ramp.", "D. Jerpoint"),
        ("The Senior Engineer acceded to the request and will have the hedge topped.", "L. Hollyford"),
        ("The Senior Engineer agreed to Councillor Eglish's request to have the rails moved.", "L. Hollyford"),
        ("Mr. Garvagh outlined the scheme, and advised that he would brief the Members in May.", "T. Garvagh"),
        ("The Executive Engineer confirmed he had seen the wall and would be ringing its owner.", "D. Jerpoint"),
        ("The Director of Services said that it was his intention to hold a workshop.", "T. Garvagh"),
        ("The Executive Engineer indicated his willingness to meet the traders.", "D. Jerpoint"),
        ("The Director of Services stated that he was agreeable to meeting the pupils.", "T. Garvagh"),
        ('The Executive Engineer said: "I will measure the lane."', "D. Jerpoint"),
        ("It was pointed out by the Executive Engineer that he would measure the lane.", "D. Jerpoint"),
        ("Councillor Eglish requested that the Parks Section clear the river bank.", "Parks Section"),
        ("Ms. Hollyford advised that the Roads Section would be carrying out a count.", "Roads Section"),
        ("Members called on the Executive to provide a list of the costs.", "Executive"),
        ("Inspector Kyle advised the Members that the Gardaí would be monitoring the quay.", "Gardaí"),
        ("It was confirmed by the Director of Services that the figures would be sent to Members.", "T. Garvagh"),
        ("T. Garvagh replied that the figures would be sent to Members.", "T. Garvagh"),
        ("The Director of Services agreed to a request for the returns of each ward.", "T. Garvagh"),
        ("REPLY: The Roads Directorate will include this junction in its list.", "Roads Directorate"),
        ("Members asked for the bin to be emptied. The Executive Engineer said it would be seen to.", "D. Jerpoint"),
        ("The Senior Engineer, having listened to the Members, agreed to reconsider the layout.", "L. Hollyford"),
        ("The Executive Engineer agreed with Councillor Eglish and stated that the hedge would be cut.", "D. Jerpoint"),
        ("The Gardaí will carry out patrols on fair days.", "Gardaí"),
    ],
)
def test_what_an_official_undertakes_is_the_officials_task(tmp_path: Path, words: str, owner: str) -> None:
    assert said(tmp_path, words) == [[owner]]


@pytest.mark.parametrize(
    "words",
    [
        "It was agreed that this item be placed on the Agenda for the May Meeting.",
        "It was agreed that representations be made to the health authority.",
        "It was agreed that the matter be taken up with the bus company.",
        "It was resolved that we ask for a stop at the mill and that a letter to that effect be forwarded to the firm.",
        "It was agreed that a deputation from the two wards seek to meet the Minister.",
        "It was agreed to convene a special meeting about the pier.",
        "It was agreed to keep the weir under review.",
        "Members sought a report on the scheme for the next Meeting.",
        "A reply to be furnished to the owner of the mill.",
        "It was agreed to make a submission on the draft plan.",
        "It was agreed to take the matter up with the bus company.",
        "The Chair proposed writing to the firm, which was agreed.",
        "Councillor Eglish proposed that a letter issue to the Minister.",
        "It was agreed that a working group be established to look at the quay.",
        "The Committee asked for the returns to be broken down by ward.",
        "RESOLVED that the Committee receive a further report in six months.",
        "It was agreed that the work programme be amended to include floods.",
        "Members requested a site visit before the plan was settled.",
        "The question would be referred to the Head of Housing for a written reply.",
        "Copies of the map will be furnished to the Members.",
    ],
)
def test_what_is_to_be_done_by_nobody_in_particular(tmp_path: Path, words: str) -> None:
    assert said(tmp_path, words) == [[]]


@pytest.mark.parametrize(
    "words",
    [
        "The Director of Services stated that households which do not pay would be pursued.",
        "Councillor Birkett stated that he had been told in May that the lamps would be repaired.",
        "The Senior Engineer advised that the cost of the pier would be met by the Department.",
        "The Director of Services stated that rents would be based on income.",
        "The Executive Engineer stated that the lane would be closed on race day.",
        "The Director of Services advised that the contract would be awarded in June.",
        "The Chair said that the next meeting would be held in the hall.",
        "Councillor Crannagh felt that the hospital should be enlarged.",
        "The Director of Services said that every house that is let would be seen to by the landlord.",
        "The Chair looked at a request for cups that were to be given to the winners.",
        "The Senior Engineer noted that the ramp was new and will help people.",
        "The Monitoring Officer advised that complaints would be dealt with under the old procedure.",
        "Councillors Birkett and Eglish were nominated to go onto the pier board.",
        "The Executive Engineer said that under the guidelines lamps would be provided where there are ten houses.",
        "The Director of Services advised that Members would be asked to vote on it in June.",
        "Councillor Eglish welcomed the scheme and would support it.",
    ],
)
def test_what_is_told_of_things_gives_nobody_a_task(tmp_path: Path, words: str) -> None:
    assert said(tmp_path, words) == []
