"""What all commands share: the app, common options, the workspace, the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.problem import SettingError

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.workspace import Workspace

STYLES = {
    "title": "bold",
    "heading": "bold",
    "quiet": "dim",
    "decision": "green",
    "action": "cyan",
    "problem": "yellow",
}
_HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    help="Meeting papers in, records of who decided what and who does what out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings=_HELP,
)
rules = typer.Typer(help="The rules: test them, list them, see what they read.", no_args_is_help=True)
app.add_typer(rules, name="rules", rich_help_panel="Is it right?")
actions = typer.Typer(invoke_without_command=True, context_settings=_HELP)
app.add_typer(actions, name="actions", rich_help_panel="Ask the books")

Root = Annotated[Path, typer.Option("--workspace", "-w", help="The workspace's folder.", show_default="this folder")]
Jobs = Annotated[int | None, typer.Option(min=1, help="Papers read at once.", show_default="one a core")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def workspace_at(root: Path) -> Workspace:
    from pipeline.workspace import Workspace

    if not root.is_dir():
        raise SettingError(f"{root}: there is no such folder.", hint=f"`minutebook init {root}` makes it.")
    return Workspace(root)


def terminal(*, stderr: bool = False) -> Console:
    """Colours on a terminal; in a file or a pipe plain text, its lines never folded."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True, markup=False)


def print_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print (style, line)s."""
    console = terminal()
    for style, line in lines:
        console.print(line, style=STYLES.get(style))


def print_json(value: object) -> None:
    print(json_of(value))


def json_of(value: object) -> str:
    """JSON as every command prints it."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def day_typed(typed: str) -> str:
    """The day that a person typed, or today where it is "".

    Raises:
        SettingError: it is no date.
    """
    from datetime import date

    try:
        return date.fromisoformat(typed).isoformat() if typed else date.today().isoformat()
    except ValueError as error:
        raise SettingError(f"{typed}: not a date.", hint="Write it as 2025-09-01.") from error
