"""What tests share: where the real papers are, an empty workspace, and what to do where a system tool is missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.batch import cores
from pipeline.record import Record
from pipeline.score.gold import GoldFile, gold_files, read_gold
from pipeline.worker import Task, extract_all
from tests.offline import sitecustomize

ROOT = Path(__file__).resolve().parent.parent
OFFLINE = str(Path(sitecustomize.__file__ or "").parent)
if OFFLINE not in sys.path:  # workers get this path: they load the guard when they start
    sys.path.append(OFFLINE)
TOOLS = {
    "needs_office": ("soffice", "libreoffice-writer"),
    "needs_tesseract": ("tesseract", "tesseract-ocr"),
    "needs_poppler": ("pdftoppm", "poppler-utils"),
}

# It takes minutes: `make test-scale` asks for it.
collect_ignore = [] if os.environ.get("SCALE") else ["test_scale.py"]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (tool, package) in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed (apt install {package})")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On a build server (CI=true) nothing is passed over for want of a tool or of papers: a skip is a failure."""
    report = yield
    if report.skipped and os.environ.get("CI", "").lower() in {"true", "1"} and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"{reason}; with CI=true that is a failure"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers and gold beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "papers").is_dir():
        pytest.skip(f"no real papers at {folder}")
    return folder


@dataclass(frozen=True)
class RealGold:
    """The gold beside the real papers, and what the program reads in them: paper -> its records."""

    files: list[GoldFile]
    records: dict[Path, tuple[Record, ...]]


@pytest.fixture(scope="session")
def real_gold(shared: Path) -> RealGold:
    """Read once for all tests: it takes ten seconds."""
    files = [read_gold(path, shared / "papers") for path in gold_files(shared / "gold")]
    tasks = [Task(file.paper, file.gold.document) for file in files]
    return RealGold(files, {outcome.task.path: outcome.records for outcome in extract_all(tasks, jobs=cores())})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An empty workspace's folder."""
    root = tmp_path / "workspace"
    for name in ("corpus", "output", "rules", "templates"):
        (root / name).mkdir(parents=True)
    return root
