"""Tasks told in reported speech: what somebody would do, by whatever verb, and who "she" is, some sentences on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

FRONT = (
    "Sagehill Harbour Trust\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Dale Ruckert (Chair), Helen Amaya, Victor Finch, Mrs Lou Stahl\n"
    "In attendance: Sam Orme (Harbour Engineer)\n\n"
)
END = "\n\n2. Keys\n\nNone was lost.\n"


def told(text: str, tmp_path: Path, title: str = "1. Boats") -> list[tuple[str, list[str]]]:
    return owned(record_of(tmp_path, f"{FRONT}{title}\n\n{text}{END}"))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Harbour Engineer told of the dredger. It was late. He would give the figures in May.", "Sam Orme"),
        ("Helen Amaya spoke of the buoys. They were rusty. She would show the divers where they lay.", "Helen Amaya"),
        ("Victor Finch noted that the crane was slow and that he would grease it.", "Victor Finch"),
        ("Helen Amaya thought that the form was long and would trim it.", "Helen Amaya"),
        ("Victor Finch was sorry to hear of the noise and would have a word at the slip.", "Victor Finch"),
        ("Each berth holder's club was told of it. Each club would send two boats to the clean-up.", "club"),
        ("Helen Amaya regretted the delay. Her office would issue the passes by Friday.", "Helen Amaya"),
    ],
)  # fmt: skip
def test_a_person_would_do_it_by_any_verb(text: str, owners: str, tmp_path: Path) -> None:
    ((_, names),) = told(text, tmp_path)
    assert len(names) == 1 and names[0].endswith(owners)


@pytest.mark.parametrize(
    "text",
    [
        "Helen Amaya spoke for the slip. She would give it her full support.",
        "Victor Finch said that the lamps were new and would make it safer at night.",
        "Helen Amaya spoke of a firm which was cheap and would do it for less.",
        "Under the new plan each club would send its list to the harbour office.",
        "The Chair said that the inspector would charge £90.",
    ],
)
def test_what_a_thing_does_or_somebody_thinks_is_no_task(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Victor Finch asked. Helen Amaya, in reply, said it was old. She would send a photograph.", "Helen Amaya"),
        ("Is the ladder old? Helen Amaya thought so but could not say. She would ask the diver.", "Helen Amaya"),
        ("Helen Amaya gave her report. Fees had risen. Letters had gone. She would send the list.", "Helen Amaya"),
        ("It was explained by Victor Finch that the lease was up. He would write to the port.", "Victor Finch"),
        ("Helen Amaya said that the surveyor was ill. She would ring him.", "Helen Amaya"),
        ("Victor Finch brought the map. Helen Amaya liked it. He would send it to the printer.", "Victor Finch"),
        ("Mrs Stahl brought the map. Victor Finch liked it. She would send it to the printer.", "Lou Stahl"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, owners: str, tmp_path: Path) -> None:
    assert [names for _, names in told(text, tmp_path)] == [[owners]]


def test_they_are_the_two_who_are_told_of(tmp_path: Path) -> None:
    ((_, names),) = told(
        "Helen Amaya and Victor Finch had walked the quay. Two rings were loose. They would fix these.", tmp_path
    )
    assert names == ["Helen Amaya", "Victor Finch"]


def test_a_report_is_of_whom_its_title_names(tmp_path: Path) -> None:
    text = "The dredger had been twice. The silt was less than it had been. He would bring a chart in May."
    ((_, names),) = told(text, tmp_path, title="1. Harbour Engineer's Report")
    assert names == ["Sam Orme"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("H. Amaya accepted that the chart was old and would put in a note for the pilots.", "Helen Amaya"),
        ("Helen Amaya had no objection and would see to it that the list is sent before June.", "Helen Amaya"),
        ("Victor Finch apologised and stated that he would have the slip swept today.", "Victor Finch"),
        ("Helen Amaya stated that a diver had been asked to price it and that she would revert.", "Helen Amaya"),
        ("Helen Amaya said that only one man had the ticket for it. She would try to borrow one.", "Helen Amaya"),
        ("Victor Finch would leave the keys in the office for them.", "Victor Finch"),
        ("Victor Finch would have the port solicitor draw up the lease.", "Victor Finch"),
    ],
)  # fmt: skip
def test_what_a_sentence_goes_on_to_promise(text: str, owners: str, tmp_path: Path) -> None:
    assert [names for _, names in told(text, tmp_path)] == [[owners]]


@pytest.mark.parametrize(
    "text", ["Victor Finch would leave the trust at Easter.", "A diver had asked that it be shut."]
)
def test_who_leaves_or_asked_before_has_no_task(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []


LETTERED = (
    "Sagehill Municipal District\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Cllr. D. Ruckert, Cllr. H. Amaya\nIn attendance: DOS V. Finch, EE L. Stahl\n\n1. Roads\n\n"
)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Cllr. H. Amaya asked about the quay. EE L. Stahl took the number and would ring the firm.", "L. Stahl"),
        ("DOS V. Finch went through the list. The DOS would see to it that all are told.", "DOS"),
        ("Cllr. H. Amaya in reply to the debate said that she was sorry, and would let members know.", "H. Amaya"),
        ("DOS V. Finch has tarred one and he's going to tar the quay in June.", "V. Finch"),
    ],
)  # fmt: skip
def test_letters_of_a_post_stand_before_a_name(text: str, owners: str, tmp_path: Path) -> None:
    ((_, names),) = owned(record_of(tmp_path, LETTERED + text + END))
    assert names[0].endswith(owners)
