"""What tests share: where the real papers are, an empty workspace, and what to do where a system tool is missing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = {
    "needs_office": ("soffice", "libreoffice-writer"),
    "needs_tesseract": ("tesseract", "tesseract-ocr"),
    "needs_poppler": ("pdftoppm", "poppler-utils"),
}


def in_ci() -> bool:
    """On the build server nothing is skipped for want of a tool or of papers: CI=true makes that a failure."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (tool, package) in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(tool) is None:
            _missing(f"{tool} is not installed (apt install {package})")


def _missing(what: str) -> None:
    if in_ci():
        pytest.fail(f"{what}; with CI=true that is a failure", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers and gold beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "papers").is_dir():
        _missing(f"no real papers at {folder}")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An empty workspace's folder."""
    root = tmp_path / "workspace"
    for name in ("corpus", "output", "rules", "templates"):
        (root / name).mkdir(parents=True)
    return root
