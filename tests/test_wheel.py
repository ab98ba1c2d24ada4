"""The built wheel, installed outside the checkout, does the main job in a workspace of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

MINUTES = """\
AMBLEFORTH PARISH COUNCIL

Minutes of the meeting held on Tuesday 11 March 2025 at 7.00pm in the Village Hall

Present: Cllr Ann Lee (Chair), Cllr Tom Reed
In attendance: Joan Pike (Clerk)

1. Apologies
There were no apologies.

2. Footpaths
2.1 The Council agreed to spend £250 on new signs.
ACTION: Joan Pike to order the signs by 30 April 2025.

The meeting closed at 8.15pm.
"""


@dataclass(frozen=True)
class Installed:
    """The wheel and the folder it was installed in, with the libraries of the tests' own environment."""

    wheel: Path
    site: Path

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(self.site), "COLUMNS": "200"}
        return subprocess.run(
            [sys.executable, *command],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def minutebook(self, *words: str, cwd: Path) -> str:
        done = self.run(str(self.site / "bin" / "minutebook"), *words, cwd=cwd)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    site = folder / "site"
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True, timeout=120)
    [wheel] = folder.glob("minutebook-*.whl")
    subprocess.run([sys.executable, *install, str(wheel)], check=True, capture_output=True, timeout=120)
    return Installed(wheel, site)


def test_it_carries_rules_and_templates_and_nothing_else_of_the_checkout(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    carried = {name for name in names if name.startswith("pipeline/_shipped/")}
    expected = {
        f"pipeline/_shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("rules", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert carried == expected
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"pipeline"}
    assert "pipeline/py.typed" in names


def test_it_runs_from_its_own_folder(installed: Installed, tmp_path: Path) -> None:
    program = "import pipeline, pipeline.shipped as s; print(pipeline.__file__); print(s.rules_folder())"
    done = installed.run("-c", program, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [Path(line).is_relative_to(installed.site) for line in done.stdout.splitlines()] == [True, True]


def test_help_names_the_commands(installed: Installed, tmp_path: Path) -> None:
    said = installed.minutebook("--help", cwd=tmp_path)
    assert all(command in said for command in ("ingest", "show", "render", "rules", "init", "doctor"))


def test_a_new_workspace_from_paper_to_sheet(installed: Installed, tmp_path: Path) -> None:
    installed.minutebook("init", "books", cwd=tmp_path)
    books = tmp_path / "books"
    paper = books / "corpus" / "ambleforth-parish-council" / "2025-03-11-minutes.txt"
    paper.parent.mkdir(parents=True, exist_ok=True)
    paper.write_text(MINUTES, "utf-8")
    installed.minutebook("ingest", "corpus", cwd=books)

    record = "ambleforth-parish-council/2025-03-11/minutes"
    assert json.loads(installed.minutebook("show", "--json", cwd=books)) == [record]
    sheet = installed.minutebook("render", "action-sheet", record, cwd=books)
    assert "order the signs" in sheet and "Joan Pike" in sheet
    for form in ("html", "docx"):
        installed.minutebook("render", "summary", record, "--format", form, "-o", f"sheet.{form}", cwd=books)
    assert zipfile.is_zipfile(books / "sheet.docx")
    assert "£250" in (books / "sheet.html").read_text("utf-8")


def test_as_a_library(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, "utf-8")
    program = "from pipeline import extract; [r] = extract('minutes.txt'); print(r.kind, r.meeting.date)"
    done = installed.run("-c", program, cwd=tmp_path)
    assert done.stdout.split() == ["minutes", "2025-03-11"], done.stderr
