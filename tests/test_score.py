"""Scores: the same figures as the scorer of the real papers, and what `minutebook score` tells about a user's own."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from pipeline.problem import SettingError, UnreadableError
from pipeline.score import folder
from pipeline.score.folder import Report, changes, read_saved, report, saved, score
from pipeline.score.gold import Gold, gold_files, read_gold
from pipeline.score.measure import FIELDS, Counts, overlap, same_name
from pipeline.worker import Failure, Outcome, Task
from pipeline.write import to_yaml
from tests.conftest import RealGold
from tests.test_cli import Run
from tests.test_cli import run as run  # the fixture
from tools.gold_facts import convert

MINUTES = """\
AMBLEFORTH PARISH COUNCIL

MINUTES of the meeting held on Tuesday 11 March 2025 at 7.00 pm in the Village Hall

Present: Cllr Ann Lee (Chair), Cllr John Marsh
Apologies: Cllr Rosa Field

1. APOLOGIES
There were none.

2. FINANCE
2.1 It was RESOLVED to pay £120.00 for the mower.
ACTION: Ann Lee to order the signs by 30 April 2025.
"""
GOLD = """\
document: ambleforth/march.txt
papers:
- {kind: minutes, body: Ambleforth Parish Council, date: 2025-03-11}
attendance:
- {name: Ann Lee, status: present, capacity: Chair}
- {name: John Marsh, status: present}
- {name: Rosa Field, status: apologies}
items:
- {number: "1", title: APOLOGIES}
- {number: "2", title: FINANCE}
decisions:
- {text: It was RESOLVED to pay £120.00 for the mower., outcome: agreed}
actions:
- {text: to order the signs by 30 April 2025, owners: [Ann Lee], due: 2025-04-30, marked: true}
money:
- {text: £120.00, amount: 120.00}
dates:
- {text: 11 March 2025, value: 2025-03-11}
- {text: 30 April 2025, value: 2025-04-30}
"""
Put = Callable[[str, str], Path]


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are read here and not in workers, which take seconds to start."""

    def extract_here(tasks: Iterable[Task], *, target: str, **_: object) -> Iterator[Outcome]:
        function = pkgutil.resolve_name(target)
        for task in tasks:
            try:
                yield Outcome(task, tuple(function(task.path, workspace=task.workspace, name=task.name)))
            except UnreadableError as error:
                yield Outcome(task, failure=Failure(error.reason, str(error)))

    monkeypatch.setattr(folder, "extract_all", extract_here)


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file of the folder of the test."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def two_bodies(put: Put) -> None:
    """A body whose paper is read without fault, and one whose gold has an apology that is not in its paper."""
    put("corpus/ambleforth/march.txt", MINUTES)
    put("gold/ambleforth/march.txt.yaml", GOLD)
    put("corpus/burley/march.txt", MINUTES.replace("AMBLEFORTH", "BURLEY"))
    wrong = GOLD.replace("ambleforth", "burley").replace("Ambleforth", "Burley")
    wrong = wrong.replace("items:", "- {name: Tom Reed, status: apologies}\nitems:").replace("120.00}", "125.00}")
    put("gold/burley/march.txt.yaml", wrong)


# The same figures as the scorer of the real papers


def test_the_figures_are_those_of_the_scorer_beside_the_real_papers(
    real_gold: RealGold, shared: Path, tmp_path: Path
) -> None:
    files, records = real_gold.files, real_gold.records
    for paper, made in enumerate(records.values()):
        for number, record in enumerate(made):
            (tmp_path / f"{paper}-{number}.yaml").write_text(to_yaml(record), "utf-8")
    command = [sys.executable, str(shared / "score" / "score.py"), "--json", str(tmp_path / "scores.json")]
    command += ["--gold", str(shared / "gold"), "--papers", str(shared / "papers"), "--records", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    theirs = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    ours = report(files, records)
    assert list(theirs) == list(FIELDS)
    for field, figures in theirs.items():
        counts = ours.counts(field)
        assert (counts.gold, counts.got) == (figures["gold"], figures["got"])
        assert counts.f1 == pytest.approx(figures["f1"], abs=1e-9), field
        assert ours.mean_f1(field) == pytest.approx(figures["f1_by_body"], abs=1e-9), field


def test_gold_as_facts_gives_the_same_figures_and_quotes_nothing(
    real_gold: RealGold, shared: Path, tmp_path: Path
) -> None:
    files, records = real_gold.files, real_gold.records
    assert convert(shared / "gold", shared / "papers", tmp_path) == []
    facts = [read_gold(path, shared / "papers") for path in gold_files(tmp_path)]
    assert len(facts) == len(files)
    quoted, placed = report(files, records), report(facts, records)
    for document, tallies in quoted.documents.items():
        assert {f: t.counts for f, t in tallies.items()} == {f: t.counts for f, t in placed.documents[document].items()}
    for file in files:
        text = next(path for path in gold_files(tmp_path) if path.name == file.path.name).read_text("utf-8")
        names = [person.name for person in file.gold.attendance if " " in person.name]
        assert [quote for quote in (*names, *(d.text for d in file.gold.decisions)) if quote in text] == []


# What counts as the same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cllr Ann Lee", "Ann Lee", True),
        ("A Lee", "Ann Lee", True),
        ("Lee", "Cllr A. Lee", True),
        ("Ann Lee", "Lee Ann", True),
        ("Ann Lee", "Amy Lee", False),
        ("Ann Lee", "Ann Marsh", False),
        ("B Lee", "Ann Lee", False),
        ("Ann Lee MBE", "Ms Ann Lee", True),
        ("The Hon", "the hon", True),
    ],
)
def test_names_of_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("order the new signs", "order the new signs", 1.0),
        ("order the new signs", "to order the signs", 0.75),
        ("order the new signs", "Ann Lee is to order the new signs by May", 0.9),  # contained in the longer one
        ("order signs", "Ann Lee is to order the new signs by May", 2 * 2 / 12),  # too short to count as contained
        ("order", "sell", 0.0),
        ("", "", 0.0),
    ],
)
def test_the_share_of_words_in_common(one: str, other: str, share: float) -> None:
    assert overlap(one, other) == pytest.approx(share)


def test_counts_and_what_follows_from_them() -> None:
    counts = Counts(right=3, gold=4, got=6)
    assert (counts.precision, counts.recall) == (0.5, 0.75)
    assert counts.f1 == pytest.approx(0.6)
    assert Counts().f1 == 1.0  # nothing to find, and nothing found
    assert Counts(gold=2).f1 == Counts(got=2).f1 == 0.0


# The command


@pytest.mark.usefixtures("two_bodies", "in_process")
def test_a_report_by_body_and_without_each_body(run: Run) -> None:
    code, out, err = run("score", "gold", "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert told["fields"]["attendance"] | {"f1": None, "f1_by_body": None, "recall": None} == {
        "gold": 7, "got": 6, "right": 6, "precision": 1.0, "recall": None, "f1": None, "f1_by_body": None,
    }  # fmt: skip
    assert told["fields"]["attendance"]["f1"] == pytest.approx(12 / 13)
    assert told["fields"]["attendance"]["f1_by_body"] == pytest.approx((1 + 6 / 7) / 2)
    burley = told["bodies"]["burley"]
    assert burley["attendance"]["f1"] == pytest.approx(6 / 7)
    assert burley["attendance"]["others"]["f1"] == 1.0
    assert burley["money"]["f1"] == 0.0
    assert told["bodies"]["ambleforth"]["money"]["others"]["f1"] == 0.0
    assert told["documents"]["burley/march.txt"]["action complete"]["f1"] == 1.0
    assert told["without_bodies"] is None and told["body_rules"] == 0


@pytest.mark.usefixtures("two_bodies", "in_process")
def test_a_report_for_people(run: Run) -> None:
    code, out, _ = run("score", "gold", "--misses", "attendance")
    assert code == 0
    lines = [line.split() for line in out.replace("│", " ").splitlines()]
    assert ["money", "2", "2", "0.500", "0.500", "0.500", "0.500"] in lines
    assert ["ambleforth", *["100"] * 10] in lines
    [burley] = [line for line in lines if line[:1] == ["burley"]]
    assert (burley[2], burley[9]) == ("85.7", "0")  # attendance, money
    assert "- Tom Reed [apologies]" in out
    assert "no files in rules/bodies/" in out
    assert "Read without rules/bodies/." in run("score", "gold", "--without-bodies")[1]


@pytest.mark.usefixtures("two_bodies", "in_process")
def test_what_changed_since_a_run_that_was_kept(run: Run, put: Put, tmp_path: Path) -> None:
    assert run("score", "gold", "--save", "before.json")[0] == 0
    assert "0 for the better, 0 for the worse" in run("score", "gold", "--against", "before.json")[1]
    put("corpus/ambleforth/march.txt", MINUTES.replace(", Cllr John Marsh", ""))
    put(
        "corpus/burley/march.txt", MINUTES.replace("AMBLEFORTH", "BURLEY").replace("Rosa Field", "Rosa Field, Tom Reed")
    )
    told = json.loads(run("score", "gold", "--against", "before.json", "--json")[1])["changes"]
    assert [(c["body"], c["field"], c["how"], c["entry"]) for c in told] == [
        ("ambleforth", "attendance", "wrong", "John Marsh [present]"),
        ("burley", "attendance", "right", "Tom Reed [apologies]"),
    ]
    out = run("score", "gold", "--against", "before.json")[1]
    assert "1 for the better, 1 for the worse" in out
    assert "now missed, attendance: John Marsh [present]" in out


@pytest.mark.usefixtures("two_bodies", "in_process")
def test_an_entry_that_stands_twice_is_no_change(tmp_path: Path) -> None:
    now = score(tmp_path / "gold", tmp_path / "corpus", jobs=1)
    path = tmp_path / "run.json"
    path.write_text(saved(now), "utf-8")
    before = read_saved(path)
    dates = before.documents["burley/march.txt"]["dates"]
    twice = dates.model_copy(update={"missed": dates.found})  # once found, once missed, then as now
    assert changes(now, before.model_copy(update={"documents": {"burley/march.txt": {"dates": twice}}})) == []


RULE = """\
kind: action
rules:
  - id: action-slashes
    about: T, the owner between slashes, then what is to be done.
    where: {part: [text]}
    line: '^T/(?P<owner>[^/]{2,40})/'
    examples:
      - {text: T/Clerk/ order the signs, gives: {owner: Clerk}}
    never:
      - {text: 'The clerk said: order is needed.', because: narrative}
"""


@pytest.mark.usefixtures("in_process")
def test_figures_without_the_rules_of_single_bodies(put: Put, run: Run) -> None:
    put("corpus/ambleforth/march.txt", MINUTES.replace("ACTION: Ann Lee to", "T/Ann Lee/"))
    put("gold/ambleforth/march.txt.yaml", GOLD.replace("text: to order", "text: order"))
    put("rules/bodies/ambleforth-parish-council.yaml", RULE)
    told = json.loads(run("score", "gold", "--json")[1])
    assert told["body_rules"] == 1
    assert told["fields"]["action+owner"]["f1"] == 1.0
    assert told["without_bodies"]["action+owner"]["f1"] < 1.0
    alone = json.loads(run("score", "gold", "--json", "--without-bodies")[1])
    assert alone["fields"] == told["without_bodies"]
    assert "F1 without" in run("score", "gold")[1]


@pytest.mark.parametrize(("lists", "read"), [("decisions, actions", False), ("decisions, actions, owners", True)])
@pytest.mark.usefixtures("in_process")
def test_only_the_lists_that_somebody_read_count(put: Put, run: Run, lists: str, read: bool) -> None:
    put("corpus/ambleforth/march.txt", MINUTES)
    document = next(line for line in GOLD.splitlines() if line.startswith("document:"))
    put(
        "gold/march.yaml",
        f"{document}\nannotated: {{fields: [{lists}]}}\ndecisions: []\n"
        "actions:\n- {text: to order the signs by 30 April 2025, owners: [Ann Lee], due: 2025-04-30}\n",
    )
    told = json.loads(run("score", "gold", "--json")[1])["fields"]
    counts = {field: (of["gold"], of["got"], of["right"]) for field, of in told.items() if of["gold"] or of["got"]}
    owners = {"action+owner": (1, 1, 1), "action complete": (1, 1, 1)} if read else {}
    assert counts == {"decisions": (0, 1, 0), "actions": (1, 1, 1), **owners}


# What can be wrong with gold


@pytest.mark.usefixtures("two_bodies", "in_process")
def test_gold_that_cannot_be_used_is_told_and_the_rest_measured(put: Put, run: Run) -> None:
    put("gold/burley/april.txt.yaml", GOLD.replace("ambleforth/march", "burley/april"))
    put("gold/burley/may.txt.yaml", GOLD.replace("ambleforth/march", "burley/march").replace("title:", "titel:"))
    put("gold/other/march.txt.yaml", GOLD)
    code, out, err = run("score", "gold")
    assert code == 1
    assert "2 papers of 2 bodies" in out
    assert "april.txt: there is no such paper" in err
    assert "may.txt.yaml:9: items.0." in err
    assert "gold of the same paper" in err


@pytest.mark.usefixtures("in_process")
def test_a_paper_that_cannot_be_read_counts_as_one_where_nothing_was_found(put: Put, run: Run) -> None:
    put("corpus/ambleforth/march.txt", "")
    put("gold/march.yaml", GOLD)
    code, out, err = run("score", "gold", "--json")
    assert code == 1
    assert json.loads(out)["fields"]["attendance"]["recall"] == 0.0
    assert "march.txt" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", "missing"],
        ["score", "corpus"],
        ["score", "gold", "--papers", "missing"],
        ["score", "gold", "--against", "missing.json"],
        ["score", "gold", "--against", "gold/ambleforth/march.txt.yaml"],
        ["score", "gold", "--misses", "poetry"],
    ],
)
@pytest.mark.usefixtures("two_bodies", "in_process")
def test_wrong_use_is_told_in_one_sentence(run: Run, arguments: list[str]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert err.startswith("minutebook: ") and err.count("\n") == 1


def test_the_gold_of_the_page_about_gold_can_be_read(put: Put, tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "gold.md").read_text("utf-8")
    typed = page.split("```yaml\n")[1].split("```")[0]
    put("corpus/ambleforth-parish-council/2025-03-11.docx", "")
    path = put("gold/a.yaml", typed)
    gold = read_gold(path, tmp_path / "corpus").gold
    lists = yaml.safe_load(typed)
    assert {name: len(getattr(gold, name)) for name in lists if isinstance(lists[name], list)} == {
        name: len(entries) for name, entries in lists.items() if isinstance(entries, list)
    }


def test_no_gold_no_score(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no gold files"):
        score(tmp_path, tmp_path)


def test_counts_of_one_body_and_of_all_others_add_up(two_bodies: None, tmp_path: Path) -> None:
    told: Report = score(tmp_path / "gold", tmp_path / "corpus", jobs=2)
    for field in FIELDS:
        for body in ("ambleforth", "burley"):
            assert told.counts(field, body=body) + told.counts(field, but=body) == told.counts(field)


@pytest.mark.usefixtures("in_process")
def test_the_folder_of_a_paper_tells_its_body_as_in_a_workspace(put: Put, run: Run) -> None:
    put("corpus/ambleforth-parish-council/march.txt", MINUTES.removeprefix("AMBLEFORTH PARISH COUNCIL\n"))
    put("gold/a.yaml", GOLD.replace("ambleforth/march", "ambleforth-parish-council/march"))
    assert json.loads(run("score", "gold", "--json")[1])["fields"]["heading"]["recall"] == 1.0


def test_owners_count_only_where_a_reader_typed_them() -> None:
    def read(**annotated: object) -> Gold:
        return Gold.model_validate({"document": "ambleforth/minutes.md"} | annotated)

    marked = read(annotated={"fields": ["decisions", "actions"]})
    typed = read(annotated={"fields": ["decisions", "actions", "owners"]})

    assert [gold.was_read("action+owner") for gold in (marked, typed, read())] == [False, True, True]
    assert [gold.was_read("action complete") for gold in (marked, typed, read())] == [False, True, True]
    assert [gold.was_read("attendance") for gold in (marked, typed, read())] == [False, False, True]
