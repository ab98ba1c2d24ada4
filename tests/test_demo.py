"""What `make demo` makes is what is committed in output/, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.paper import fold, lines_of
from pipeline.read import read
from pipeline.workspace import Workspace
from pipeline.write import read_record
from tests.conftest import ROOT
from tools import demo


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but caches, which are this machine's own."""
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in names.items() if not name.startswith(".")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "corpus", root / "corpus")
    demo.make(root)
    return root


def test_records_and_sheets_are_those_that_are_committed(made: Path) -> None:
    new, committed = tree(made / "output"), tree(ROOT / "output")
    assert sorted(new) == sorted(committed), "run: make demo"
    assert [name for name, content in new.items() if content != committed[name]] == [], "run: make demo"


def test_a_sheet_whose_record_is_no_more_goes_and_what_people_made_stays(tmp_path: Path) -> None:
    paper = "ambleforth-parish-council/2025-05-13-minutes.docx"
    (tmp_path / "corpus/a").mkdir(parents=True)
    shutil.copy(ROOT / "corpus" / paper, tmp_path / "corpus/a")
    lost = [tmp_path / "output/a/2024-01-01" / name for name in ("minutes-summary.md", "action-sheet.docx")]
    kept = tmp_path / "output/a/2024-01-01/my-notes.md"
    kept.parent.mkdir(parents=True)
    for path in [*lost, kept]:
        path.write_text("x")
    made = demo.make(tmp_path)
    assert made
    assert all(path.exists() for path in [*made, kept])
    assert not any(path.exists() for path in lost)


def test_every_paper_of_the_corpus_has_a_record(made: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in (made / "output").rglob("*.yaml"))
    papers = [
        path
        for path in (ROOT / "corpus").glob("*/*")
        if path.name not in ("corrections.yaml", "updates.yaml", "people.yaml")
    ]
    assert len(papers) >= 6
    assert [paper.name for paper in papers if f"{paper.parent.name}/{paper.name}" not in text] == []


def test_two_processes_write_the_same_records_as_one(made: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    demo.minutebook("ingest", str(tmp_path / "corpus"), "--workspace", str(tmp_path), "--jobs", "2")
    one, two = tree(made / "output"), tree(tmp_path / "output")
    assert two == {name: content for name, content in one.items() if name.endswith(".yaml")}


def test_every_quote_of_a_record_stands_in_its_paper(made: Path) -> None:
    for path in (made / "output").rglob("*.yaml"):
        record = read_record(path)
        source = read(made / record.source.path, name=record.source.path)
        lines = sorted(lines_of(source.flow), key=lambda line: line.role == "margin")  # owners stand beside sentences
        text = fold(" ".join([*(line.text for line in lines), *(value for _, value in source.fields)]))
        found = list(quotes(record.model_dump()))
        assert found
        assert [quote for quote in found if fold(quote) not in text] == [], record.id


def quotes(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("quote"), str):
            yield value["quote"]
        yield from (quote for part in value.values() for quote in quotes(part))
    elif isinstance(value, list | tuple):
        yield from (quote for part in value for quote in quotes(part))


def test_the_sheet_of_the_pack_s_minutes_bears_the_outcomes_of_its_action_sheet(made: Path) -> None:
    folder = made / "output" / "ambleforth-parish-council" / "2025-01-14"
    sheet = (folder / "minutes-action-sheet.md").read_text("utf-8")
    outcomes = [row.strip("| ").split(" | ")[-1] for row in sheet.splitlines() if row.startswith("| ")]
    printed = [action.progress for action in read_record(folder / "action-sheet.yaml").actions]
    assert len(printed) == 8
    assert [outcome for outcome in outcomes if outcome in printed] == printed


def test_a_second_run_changes_no_byte(made: Path) -> None:
    before = tree(made / "output")
    demo.make(made)
    assert tree(made / "output") == before


def test_sheets_stand_beside_their_records(tmp_path: Path) -> None:
    for name in ("minutes", "minutes-2", "action-sheet", "agenda"):
        path = tmp_path / "output" / "ambleforth" / "2025-03-11" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert {(record.split("/")[-1], path.name) for record, _, path in demo.sheets(Workspace(tmp_path))} == {
        ("minutes", "minutes-action-sheet"),
        ("minutes", "minutes-summary"),
        ("minutes-2", "minutes-2-action-sheet"),
        ("minutes-2", "minutes-2-summary"),
        ("action-sheet", "action-sheet"),
    }
