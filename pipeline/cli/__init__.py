"""The command line. The only folder that prints and exits; every command imports what it needs when it runs.

Exit codes: 0 done; 1 something is not as it should be; 2 wrong use, or a file that people typed is at fault;
3 some papers were set aside; 130 stopped by the user.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from pipeline.cli.terminal import app
from pipeline.problem import MinutebookError

DEBUG = "MINUTEBOOK_DEBUG"

__all__ = ["app", "main"]


def main() -> None:
    """Run a command; a fault ends in one sentence on stderr, never in a traceback."""
    try:
        app(prog_name="minutebook")
    except MinutebookError as error:
        sys.exit(_fault(str(error), error.exit_code))
    except BrokenPipeError:
        # The reader of our output has gone (`minutebook show … | head`): nothing more to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        sys.exit(_fault(f"{error.filename or 'The system'}: {error.strerror or error}.", 1))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        what = f"The program failed ({type(error).__name__}: {error})."
        sys.exit(_fault(f"{what} Please report it with what {DEBUG}=1 shows when you run this again.", 1))


def _fault(sentence: str, code: int) -> int:
    print(f"minutebook: {' '.join(sentence.split())}", file=sys.stderr)
    return code


@app.callback(invoke_without_command=True)
def _options(version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    if version:
        from pipeline.doctor import program_version

        print(f"minutebook {program_version()}")
        raise typer.Exit


# Importing a file of commands adds them to the app, in the order in which --help lists them.
for _name in (
    *("papers", "search", "register", "updates", "audit", "check", "lineage", "people"),
    *("sheets", "export", "verify", "rules", "setting"),
):
    import_module(f"pipeline.cli.{_name}")
