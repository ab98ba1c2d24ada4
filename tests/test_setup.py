"""tools/setup.sh with machines that lack something, played by a stand-in for Python. Nothing is downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# $OLD, $BARE: what the stand-in lacks; $CALLS: where it notes what it was asked for.
STAND_IN = """\
#!/bin/sh
echo "$*" >>"$CALLS"
case "$*" in
--version) echo Python 3.9.2 ;;
*"sys.version_info < (3, 11)"*) [ -z "$OLD" ] ;;
*"import venv, ensurepip"*) [ -z "$BARE" ] ;;
*"sys.version_info[:2]"*) echo 3.11 ;;
*"print(sys.version"*) echo "${VERSION:-3.11.2}" ;;
"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-m pip install"*) [ -z "$OFFLINE" ] ;;
*) exit 9 ;;
esac
"""


class Checkout:
    """A checkout in a folder with a blank in its name, on a machine without the right to install packages."""

    def __init__(self, root: Path) -> None:
        self.root = root / "a checkout"
        (self.root / "tools").mkdir(parents=True)
        for name in ("tools/setup.sh", "requirements.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.root / name)
        self.python = root / "stand in" / "python"
        self.python.parent.mkdir()
        self.python.write_text(STAND_IN, "utf-8")
        self.python.chmod(0o755)
        self.log = root / "calls"

    def set_up(self, **lacks: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("", "utf-8")
        settings = {"PYTHON": str(self.python), "CALLS": str(self.log), "MINUTEBOOK_NO_APT": "1", **lacks}
        environment = {"PATH": os.defpath, "HOME": str(self.root), **settings}
        return subprocess.run(
            ["sh", str(self.root / "tools" / "setup.sh")],
            env=environment,
            cwd=self.root.parent,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()

    @property
    def made(self) -> bool:
        return any(call.startswith("-m venv") for call in self.calls)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_libraries_are_installed_with_hashes_then_the_checkout_without_any(checkout: Checkout) -> None:
    done = checkout.set_up()
    assert done.returncode == 0, done.stderr
    installs = [call for call in checkout.calls if call.startswith("-m pip install")]
    assert len(installs) == 2
    assert "--require-hashes -r requirements.lock" in installs[0]
    assert "--no-deps" in installs[1] and installs[1].endswith("-e .")


def test_a_second_set_up_does_nothing(checkout: Checkout) -> None:
    checkout.set_up()
    done = checkout.set_up()
    assert done.returncode == 0
    assert not checkout.made


@pytest.mark.parametrize("change", ["lock", "python", "place"])
def test_it_is_made_anew_when_what_it_depends_on_changes(checkout: Checkout, change: str) -> None:
    checkout.set_up()
    settings = {}
    if change == "lock":
        with (checkout.root / "requirements.lock").open("a") as file:
            file.write("# newer\n")
    elif change == "python":
        settings = {"VERSION": "3.12.1"}
    else:
        checkout.root = checkout.root.rename(checkout.root.parent / "moved")
    checkout.set_up(**settings)
    assert checkout.made


def test_a_set_up_that_broke_off_is_done_again(checkout: Checkout) -> None:
    assert checkout.set_up(OFFLINE="1").returncode != 0
    assert checkout.set_up().returncode == 0
    assert checkout.made


def test_an_old_python_is_named_with_what_is_needed(checkout: Checkout) -> None:
    done = checkout.set_up(OLD="1")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed, and there is Python 3.9.2" in done.stderr
    assert not checkout.made


def test_a_missing_venv_module_is_named_as_its_package(checkout: Checkout) -> None:
    done = checkout.set_up(BARE="1")
    assert done.returncode == 1
    assert "python3.11-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not checkout.made


def test_missing_system_packages_are_named_and_nothing_stops(checkout: Checkout, tmp_path: Path) -> None:
    tools = tmp_path / "few tools"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "sha256sum", "cut", "id", "rm", "mkdir", "cp"):
        (tools / name).symlink_to(shutil.which(name) or name)
    done = checkout.set_up(PATH=str(tools))
    assert done.returncode == 0, done.stderr
    assert "libreoffice-writer tesseract-ocr poppler-utils" in done.stderr
