"""Minutebook: meeting papers in; records of attendance, decisions, actions, money and dates out.

    from pipeline import extract
    records = extract("minutes.pdf")

`extract` and `Record` are all that another program needs; what lies deeper may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.record import Record as Record
    from pipeline.run import extract as extract

    __version__: str

__all__ = ["Record", "__version__", "extract"]

_HOMES = {"Record": "pipeline.record", "extract": "pipeline.run"}


def __getattr__(name: str) -> object:
    # Looked up on first use: `import pipeline` stays quick, and a command loads only what it needs.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name == "__version__":
        from importlib import metadata  # a tenth of a second that only this name needs

        try:
            return metadata.version("minutebook")
        except metadata.PackageNotFoundError:
            return "0+checkout"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
