"""What is written about the project is true of it: schema, changelog, README, libraries, limits."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import typer.main
import yaml

import pipeline
from pipeline import correct, doctor, rules, shipped, strict, write
from pipeline.cli import app
from pipeline.paper import PaperKind, SectionKind
from pipeline.rules import rulecheck
from tests.conftest import ROOT
from tools import schema

README = ROOT / "README.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROGRAM = sorted((ROOT / "pipeline").rglob("*.py"))
IMPORT_NAMES = {
    "jinja2": "jinja2",
    "markdown-it-py": "markdown_it",
    "pillow": "PIL",
    "python-docx": "docx",
    "pyyaml": "yaml",
}
"""Libraries whose import name is not their own."""


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows, or [] where this is no checkout."""
    done = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / line for line in done.stdout.splitlines()]


def test_the_published_schema_is_that_of_the_types() -> None:
    assert schema.PATH.read_text("utf-8") == schema.schema(), "run: make schema"


def test_every_committed_record_keeps_to_the_published_schema() -> None:
    records = tracked("output/*/*/*.yaml")
    checker = jsonschema.Draft202012Validator(yaml.safe_load(schema.PATH.read_text("utf-8")))
    faults = {
        path.name: [error.message for error in checker.iter_errors(yaml.safe_load(path.read_text("utf-8")))]
        for path in records
    }
    assert {name: said for name, said in faults.items() if said} == {}


def test_the_schema_refuses_what_no_record_has() -> None:
    checker = jsonschema.Draft202012Validator(yaml.safe_load(schema.PATH.read_text("utf-8")))
    source = {"path": "corpus/a.txt", "sha256": "0" * 64, "media_type": "text/plain", "reader": "text"}
    record = {"schema": "minutebook/1", "id": "a/2025-01-01/minutes", "kind": "minutes", "title": "", "source": source}
    assert checker.is_valid(record)
    for wrong in ({"kind": "letter"}, {"surprise": 1}, {"meeting": {"date": "1 March"}}, {"schema": "minutebook/2"}):
        assert not checker.is_valid(record | wrong), wrong


def test_the_changelog_knows_this_version() -> None:
    versions = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert PROJECT["project"]["version"] in versions


def command_names() -> set[str]:
    """Every command as typed after `minutebook`: "ingest", "rules test"."""

    def walk(group: Any, before: str) -> Iterator[str]:
        for name, command in group.commands.items():
            yield f"{before}{name}"
            if hasattr(command, "commands"):
                yield from walk(command, f"{before}{name} ")

    return set(walk(typer.main.get_command(app), ""))


@pytest.mark.parametrize("path", ["README.md", *sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("docs/*.md"))])
def test_every_command_that_is_written_down_exists(path: str) -> None:
    known = command_names()
    typed = re.findall(r"(?:^|`|\$ )\s*minutebook ((?:[a-z]+ ?)+)", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    unknown = {words for words in typed if words.split()[0] not in known and " ".join(words.split()[:2]) not in known}
    assert unknown == set()


def test_the_readme_shows_every_command() -> None:
    text = README.read_text("utf-8")
    assert {name for name in command_names() if f"minutebook {name}" not in text} == set()


def test_every_option_in_the_readme_exists() -> None:
    options = {
        option for name in command_names() for parameter in _command(name).params for option in parameter.opts
    } | {"--help", "--version"}
    typed = re.findall(r"minutebook [^\n`]*", README.read_text("utf-8"))
    assert {option for line in typed for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)} <= options


def _command(name: str) -> Any:
    command: Any = typer.main.get_command(app)
    for word in name.split():
        command = command.commands[word]
    return command


@pytest.mark.parametrize(
    "path", ["README.md", "CHANGELOG.md", *sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("docs/*.md"))]
)
def test_every_file_that_a_page_links_to_exists(path: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / path).read_text("utf-8"))
    assert [link for link in links if not ((ROOT / path).parent / link).exists()] == []


def test_make_has_the_targets_that_the_readme_names() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[`\n ]*(?:#|`|$))", README.read_text("utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


def imported(paths: list[Path]) -> set[str]:
    """Top names of what these files import, the standard library and the project left out."""
    names = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"pipeline", "tests", "tools"}


def test_the_libraries_of_the_program_are_those_it_asks_for() -> None:
    asked = {re.split(r"[<>=\[]", line)[0] for line in PROJECT["project"]["dependencies"]}
    groups = PROJECT["project"]["optional-dependencies"].items()
    extras = {re.split(r"[<>=\[]", line)[0] for name, lines in groups if name != "dev" for line in lines}
    assert imported(PROGRAM) - extras == {IMPORT_NAMES.get(name, name) for name in asked}


def test_the_doctor_asks_for_no_library_that_is_not_installed() -> None:
    asked = {re.split(r"[<>=\[]", line)[0] for line in PROJECT["project"]["dependencies"]}
    assert {name.lower() for name in doctor.LIBRARIES} <= asked


def test_the_lock_holds_every_library_with_hashes_and_names_no_place() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\\n    --hash=sha256:", text, re.MULTILINE))
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    assert {re.split(r"[<>=\[]", line)[0] for line in asked} <= locked.keys()
    assert len(locked) == len(re.findall(r"^[a-z0-9.-]+==", text, re.MULTILINE))
    assert not re.search(r"https?:|file:/|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_no_file_of_the_program_has_over_400_lines() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in PROGRAM}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_extract_is_the_function_whatever_is_imported_first() -> None:
    program = "import pipeline.extractors, pipeline.run, pipeline; assert callable(pipeline.extract); pipeline.Record"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)
    assert set(pipeline.__all__) == {"extract", "Record", "__version__"}


def test_importing_the_package_loads_no_library() -> None:
    program = "import pipeline, sys; print([n for n in ('pydantic', 'spacy', 'lxml', 'typer') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_rule_in_the_rules_page_works(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    [typed] = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "own.yaml").write_text(typed, "utf-8")
    book = rules.load([tmp_path, shipped.rules_folder()])
    assert [(f.case, f.message) for f in rulecheck.check(book, timed=False) if f.rule == "action-arrows"] == []


def test_the_rules_page_names_every_key_and_kind() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    keys = {*rules.RuleText.model_fields, *rules.RuleFile.model_fields, *rules.TermFile.model_fields}
    keys |= {*rules.Where.model_fields, *rules.Example.model_fields, *rules.Never.model_fields} - {"text"}
    for name in {*keys, *get_args(rules.RuleKind)}:
        assert re.search(rf"`[^`]*\b{name}\b[^`]*`", page), name
    for place in (*get_args(SectionKind), *get_args(PaperKind)):
        assert place in page


def test_the_records_that_the_readme_names_are_in_output() -> None:
    text = README.read_text("utf-8")
    named = set(re.findall(r"\b([a-z-]+/\d{4}-\d\d-\d\d/minutes)\b(?!\.)", text))
    assert named
    assert [record for record in named if not (ROOT / "output" / f"{record}.yaml").is_file()] == []


def test_the_correction_in_the_readme_works() -> None:
    typed = "".join(re.findall(r"^    - record: .*\n(?:      .*\n)+", README.read_text("utf-8"), re.MULTILINE))
    correction, added = strict.validate(
        correct.Corrections, strict.parse(textwrap.dedent(typed), name="README.md")
    ).root
    record = write.read_record(ROOT / "output" / f"{correction.record}.yaml")
    corrected = correct.correct(record, [correction])
    [action] = [action for action in corrected.actions if action.id == correction.entry]
    assert ([owner.name for owner in action.owners], action.due.date) == (["Norah Bexley"], "2025-06-30")
    [action] = [action for action in correct.correct(record, [added]).actions if action not in record.actions]
    assert (action.task, action.minute, action.evidence.page) == ("thank the contractor", "8.2", 2)


def test_every_test_in_the_page_on_trust_exists() -> None:
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", (ROOT / "docs" / "trust.md").read_text("utf-8"))
    assert len(named) > 50
    missing = [
        f"{file}::{test}" for file, test in named if f"\ndef {test}(" not in (ROOT / "tests" / file).read_text("utf-8")
    ]
    assert missing == []
