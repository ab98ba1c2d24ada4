"""The guard that keeps tests off the network, in this process and in those that tests start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from tests.conftest import ROOT

CALL = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"  # an address of no machine


def test_no_test_calls_another_machine() -> None:
    with pytest.raises(OSError, match=r"192\.0\.2\.1; tests work without a network"):
        socket.create_connection(("192.0.2.1", 9), timeout=1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(OSError, match="without a network"):
        one.sendto(b"x", ("192.0.2.1", 9))


def test_no_test_looks_up_a_name() -> None:
    with pytest.raises(OSError, match="without a network"):
        socket.getaddrinfo("ambleforth.invalid", 80)


def test_this_machine_may_be_called() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_a_python_that_a_test_starts_is_kept_off_too() -> None:
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}  # as workers are started
    done = subprocess.run([sys.executable, "-P", "-c", CALL], cwd=ROOT, env=paths, capture_output=True, text=True)
    assert done.returncode == 1
    assert "tests work without a network" in done.stderr
