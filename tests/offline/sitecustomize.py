"""No test reaches beyond this machine: loaded by conftest.py, and by every Python that a test starts with its path."""

from __future__ import annotations

import ipaddress
import sys

HERE = frozenset(("localhost", "", "0.0.0.0", "::", None))


class BlockedError(OSError):
    """A test called an address that is not on this machine."""


def _is_here(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in HERE:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        # Addresses of other kinds (a path: a Unix socket) never leave the machine.
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise BlockedError(f"a test calls {address[0]}; tests work without a network")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not _is_here(arguments[0]):
        raise BlockedError(f"a test looks up {arguments[0]}; tests work without a network")


if not hasattr(sys, "_minutebook_offline"):  # a hook can't be taken away, so one is enough
    sys._minutebook_offline = True  # type: ignore[attr-defined]
    sys.addaudithook(_watch)
