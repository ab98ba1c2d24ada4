"""make audit: a weakness fails it, a database that nobody can reach does not and is told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCK = "jinja2==3.1.6 \\\n    --hash=sha256:00\nlxml==6.0.2 \\\n    --hash=sha256:00\n"
FOUND = "Found 1 known vulnerability in 1 package\nName   Version ID\njinja2 3.1.6   PYSEC-0000-1\n"
NOBODY = "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='pypi.invalid'): Max retries exceeded\n"
UNKNOWN = "{}   Dependency not found on PyPI and could not be audited: {} (1)\n"


@pytest.mark.parametrize(
    ("said", "ended", "code", "told"),
    [
        ("No known vulnerabilities found\n", 0, 0, "No known vulnerabilities found"),
        (FOUND, 1, 1, "PYSEC-0000-1"),
        (NOBODY, 1, 0, "can't be reached from here; nothing was checked"),
        (UNKNOWN.format("jinja2", "jinja2") + UNKNOWN.format("lxml", "lxml"), 0, 0, "nothing was checked"),
        (FOUND + UNKNOWN.format("lxml", "lxml"), 1, 1, "1 of 2 libraries could not be looked up"),
    ],
    ids=["none", "weakness", "no-network", "a-mirror-that-knows-nothing", "weakness-and-unknown"],
)
def test_what_the_audit_says_and_how_it_ends(said: str, ended: int, code: int, told: str, tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/audit.sh", tmp_path / "tools/audit.sh")
    (tmp_path / "requirements.lock").write_text(LOCK)
    (tmp_path / "said").write_text(said)
    program = tmp_path / ".venv/bin/pip-audit"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\ncat '{tmp_path}/said'\nexit {ended}\n")
    program.chmod(0o755)
    done = subprocess.run(["sh", "tools/audit.sh"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert told in done.stdout + done.stderr
    if "nothing was checked" in told:
        assert "No known" not in done.stdout


def test_the_build_server_runs_it() -> None:
    assert "make test && make sbom audit" in (ROOT / ".ci/run").read_text("utf-8")
