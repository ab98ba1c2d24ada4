"""tests/forms: papers of bodies that do not exist, in the forms of real ones; build.py makes them and their gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.score.gold import gold_files, read_gold
from pipeline.score.words import words_of
from tests.forms.make.build import HERE, ROOT, build

SOURCES = sorted(HERE.glob("*/*.src"))


def test_there_are_forms_to_learn_from_and_forms_to_measure_with() -> None:
    assert {source.parent.name for source in SOURCES} == {"dev", "held"}
    assert len(SOURCES) == len([*ROOT.glob("*/gold/*/*.yaml")]) >= 37


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_the_papers_and_their_gold_are_made_from_the_sources(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(source, tmp_path)
    assert capsys.readouterr().out == ""  # each quote of the gold stands in its paper
    (made,) = tmp_path.glob("gold/*/*.yaml")
    kept = ROOT / source.parent.name / made.relative_to(tmp_path)
    assert made.read_text("utf-8") == kept.read_text("utf-8")
    (paper,) = tmp_path.glob("papers/*/*")
    assert words_of(paper).pages == words_of(ROOT / source.parent.name / paper.relative_to(tmp_path)).pages


@pytest.mark.parametrize("part", ["dev", "held"])
def test_every_gold_file_can_be_used(part: str) -> None:
    files = gold_files(ROOT / part / "gold")
    assert len([read_gold(path, ROOT / part / "papers") for path in files]) == len(files)
