"""A record or an updates file with what YAML would twist: told with file and line, every command serves the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.write import to_yaml
from tests.test_cli import Run, run  # noqa: F401 - a fixture
from tests.test_render import record

GOOD = "forum/2025-01-16/minutes"
BAD = "forum/2025-03-20/minutes"
TASK, OTHER = "mend the sluice", "paint the long fence"
LINE = 3
"""Where a record's title stands; each fault is put in its place."""
FAULTS = {
    "duplicate": ("kind: agenda", "the key kind is typed twice"),
    "tag": ('title: !!python/object/apply:os.system ["touch harm"]', "is a YAML tag"),
    "anchor": ("title: &a Minutes", "is a YAML anchor"),
    "alias": ("title: *a", "is a YAML alias"),
    "merge": ("<<: {title: Minutes}", "is a YAML merge"),
    "depth": (f"title: {'[' * 5_000}", "nested deeper than 40"),
    "documents": ("--- ", "a second document starts here"),
    "no-text": ("title: x\x07y", "a character that no text has"),
    "not-closed": ('title: "Minutes', "not YAML"),
    "key": ("title: Minutes\ntitel: Minutes", "no such key"),
}
READING = [
    ["actions"],
    ["search", "sluice", "--json"],
    ["check"],
    ["show", GOOD],
    ["render", "action-register", "forum"],
    ["render", "action-sheet", GOOD],
    ["export", "jsonl"],
    ["actions", "report", "outstanding"],
    ["verify"],
]


def a_record(record_id: str) -> str:
    action = {
        "id": f"{record_id.removesuffix('/minutes')}/action/1",
        "task": TASK if record_id == GOOD else OTHER,
        "marked": True,
        "carried": False,
        "owners": [{"name": "Ann Lee", "as_written": "Ann Lee"}],
        "evidence": {"page": 1, "quote": TASK, "rule": "x"},
    }
    made = record(actions=[action]).model_copy(update={"id": record_id})
    return to_yaml(made)


@pytest.fixture
def books(run: Run) -> Path:  # noqa: F811 - it makes the workspace
    for one in (GOOD, BAD):
        path = Path(f"output/{one}.yaml")
        path.parent.mkdir(parents=True)
        path.write_text(a_record(one), "utf-8")
    return Path(f"output/{BAD}.yaml")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_record_at_fault_is_told_with_its_line_and_the_others_are_served(
    fault: str,
    books: Path,
    run: Run,  # noqa: F811
) -> None:
    typed, said = FAULTS[fault]
    lines = books.read_text("utf-8").split("\n")
    assert lines[LINE - 1].startswith("kind: ") and lines[LINE].startswith("title: ")
    books.write_text("\n".join([*lines[:LINE], typed, *lines[LINE + 1 :]]), "utf-8")
    for command in READING:
        code, out, err = run(*command)
        assert code == (1 if command[0] in ("check", "verify") else 0), (command, err)
        assert TASK in out.casefold() or command[0] in ("check", "verify"), command
        if command != ["show", GOOD]:
            line = LINE + 2 if fault in ("key", "not-closed") else LINE + 1
            assert f"{BAD}.yaml:{line}: " in out + err and said in out + err, (command, out, err)
    assert not Path("harm").exists()
    code, _, err = run("show", BAD)
    assert code == 2 and err.startswith("minutebook: ") and said in err and err.count("\n") == 1


def test_a_record_too_large_costs_itself_alone(books: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr("pipeline.write.LONGEST", len(a_record(GOOD)) + 100)
    books.write_text(f"# {'x' * 200}\n{a_record(BAD)}", "utf-8")
    code, out, err = run("actions")
    assert code == 0 and TASK in out
    assert f"{BAD}.yaml:1: larger than" in err


def test_words_that_yaml_would_twist_come_out_as_they_were_typed(books: Path, run: Run) -> None:  # noqa: F811
    text = a_record(BAD).replace(f"task: {OTHER}", "task: NO").replace("as_written: Ann Lee", "as_written: 12:30")
    books.write_text(text, "utf-8")
    _, out, _ = run("show", BAD, "--json")
    [action] = json.loads(out)["actions"]
    assert (action["task"], action["owners"][0]["as_written"]) == ("NO", "12:30")


@pytest.mark.parametrize("fault", ["duplicate", "tag", "anchor", "alias", "merge", "depth", "no-text", "not-closed"])
def test_updates_at_fault_are_told_with_their_line_and_everything_is_served(
    fault: str,
    books: Path,
    run: Run,  # noqa: F811
) -> None:
    typed, said = FAULTS[fault]
    updates = Path("corpus/forum/updates.yaml")
    updates.parent.mkdir(parents=True)
    updates.write_text(f"- action: a\n  kind: a\n  {typed}\n", "utf-8")
    for command in (["actions"], ["export", "jsonl"], ["render", "action-register", "forum"]):
        code, out, err = run(*command)
        assert code == 0 and TASK in out.casefold() and OTHER in out.casefold(), (command, err)
        assert "updates.yaml:3: " in err or (fault == "not-closed" and "updates.yaml:" in err), err
        assert said in err


@pytest.mark.parametrize("name", ["corrections.yaml", "people.yaml"])
@pytest.mark.parametrize("fault", ["duplicate", "tag", "alias", "merge", "depth"])
def test_other_files_that_people_type_are_refused_with_their_line(fault: str, name: str, tmp_path: Path) -> None:
    from pipeline.correct import read_corrections
    from pipeline.problem import RecordError
    from pipeline.roster.typed import read_people

    path = tmp_path / name
    path.write_text(f"- action: a\n  kind: a\n  {FAULTS[fault][0]}\n", "utf-8")
    with pytest.raises(RecordError, match=rf"{name}:3: .*{FAULTS[fault][1][:8]}"):
        (read_corrections if name == "corrections.yaml" else read_people)(path)
