"""Records -> action sheets and summaries, as Markdown, HTML or Word. It reads records and never a paper.

A workspace's template of the same name wins over the shipped one. Templates run in Jinja's sandbox, for a bounded time
and in bounded memory, and a name that they misspell is an error, so a sheet never goes out with a silent hole.
"""

from __future__ import annotations

import io
import re
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Literal

from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.loaders import FileSystemLoader
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from pipeline.clock import TimeUpError, at_most
from pipeline.problem import SettingError
from pipeline.record import Record
from pipeline.shipped import templates_folder
from pipeline.views import sheet_of, summary_of
from pipeline.visible import Secrets

What = Literal["action-sheet", "summary"]
Form = Literal["md", "html", "docx"]

SECONDS = 30.0
"""Of processor time that a template may take: the longest real sheet takes one."""
MEMORY = 2 * 2**30
"""Bytes that a template may take."""
MOST_TIMES = 1_000_000
"""The largest part of a product in a template."""
HINT = "templates/README.md lists the names that a template may use."


def render(
    what: What,
    records: Sequence[Record],
    *,
    form: Form = "md",
    templates: Path | None = None,
    secrets: Secrets | None = None,
    include_exempt: bool = False,
) -> str | bytes:
    """A sheet made from records. What is exempt is left out unless it is asked for.

    Args:
        what: an action sheet (of one meeting: its minutes, and the action sheet that reports on them) or a summary
            (of each record in turn).
        form: md and html give a str, docx the bytes of a Word file. The same records give the same bytes.
        templates: a workspace's templates folder, which may lack some or all of them.
        secrets: what is exempt in the workspace; without it, what these records alone say is.

    Raises:
        SettingError: no records, none that is public, an unknown sheet or form, or a template that can't be used;
            says which line.
    """
    if what not in ("action-sheet", "summary") or form not in ("md", "html", "docx"):
        raise SettingError(f"There is no {what} as {form}.", hint="Use action-sheet or summary, as md, html or docx.")
    if not records:
        raise SettingError(f"There is no record to make the {what} from.", hint="Ingest the paper first.")
    if not include_exempt:
        hidden = secrets if secrets is not None else Secrets.of(records)
        records = [public for record in records if (public := hidden.public(record)) is not None]
        if not records:
            raise SettingError(
                "All of this paper is exempt.", hint="--include-exempt makes a sheet of it all the same."
            )
    view: dict[str, object] = (
        {"sheet": sheet_of(records)}
        if what == "action-sheet"
        else {"papers": tuple(summary_of(record) for record in records)}
    )
    return fill(what, view, form=form, templates=templates)


def fill(name: str, view: Mapping[str, object], *, form: Form, templates: Path | None) -> str | bytes:
    """A template filled with a view: dataclasses of texts and numbers, which are made safe for the form here.

    Args:
        name: the template's name without its ending.

    Raises:
        SettingError: there is no such template, or it can't be used.
    """
    folders = [folder for folder in (templates, templates_folder()) if folder is not None and folder.is_dir()]
    context = {key: _each_text(value, ESCAPES[form]) for key, value in view.items()}
    if form == "docx":
        return _word(_find(f"{name}.docx", folders), context)
    return _page(f"{name}.{form}.j2", folders, context, html=form == "html")


def _page(name: str, folders: Sequence[Path], context: Mapping[str, object], *, html: bool) -> str:
    environment = _Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    with _one_sentence(_find(name, folders)), _bounded():
        return environment.get_template(name).render(context)


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, in which no product is so large that the processor would be long over it."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        sizes = [abs(part) if isinstance(part, int) else len(part) for part in (left, right) if _has_size(part)]
        if any(size > MOST_TIMES for size in sizes) or (operator == "**" and len(sizes) == 2 and sizes[1] > 60):
            raise SecurityError("a product that large is no part of a sheet")
        return super().call_binop(context, operator, left, right)


def _has_size(value: object) -> bool:
    return isinstance(value, int | str | list | tuple)


class _WordEnvironment(_Sandbox):
    """Keeps the XML of the part in hand, a paragraph a line, so that an error can quote the paragraph it is in."""

    part = ""

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        self.part = str(source)
        return super().from_string(source, *args, **kwargs)


def _word(path: Path, context: Mapping[str, object]) -> bytes:
    from docxtpl import DocxTemplate  # slow to import; the other forms do not need it

    environment = _WordEnvironment(undefined=StrictUndefined)
    try:
        template = DocxTemplate(io.BytesIO(path.read_bytes()))
        template.init_docx()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise SettingError(f"{path}: not a Word template (.docx).", hint="Save it from Word as .docx.") from error
    with _one_sentence(path, lambda line: _paragraph(environment.part, line)), _bounded():
        template.render(dict(context), jinja_env=environment, autoescape=True)
    for table in template.docx.tables:
        _settle_columns(table)
    out = io.BytesIO()
    template.save(out)
    return settle_zip(out.getvalue())


def _settle_columns(table: Any) -> None:
    """Columns as wide as the cells of the first row: docxtpl shares a table out evenly where it repeats cells."""
    first = table.rows[0]._tr.tc_lst if len(table.rows) else []
    columns = list(table.columns)
    if len(first) == len(columns):
        for column, cell in zip(columns, first, strict=True):
            if cell.width is not None and column.width != cell.width:
                column.width = cell.width


def settle_zip(content: bytes) -> bytes:
    """A zip file (Word, ODT) with fixed times and order and no compression: the same bytes on every machine.

    Compression is left out because zlib's output differs between its versions.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return out.getvalue()


def _find(name: str, folders: Sequence[Path]) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise SettingError(f"There is no template {name}.", hint="Put one into the workspace's templates folder.")


@contextmanager
def _one_sentence(path: Path, place: Callable[[int], str] = lambda line: f"line {line}") -> Iterator[None]:
    """Whatever goes wrong in a template becomes one sentence with its name and line."""
    try:
        yield
    except RecursionError as error:
        raise SettingError(f"{path}: its parts call one another without end.", hint=HINT) from error
    except MemoryError as error:
        raise SettingError(f"{path}: it needs more memory than a sheet may have.", hint=HINT) from error
    except (TimeUpError, TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        name, line = _where(error)
        at = f"{name or path}: {place(line)}" if line else str(path)
        raise SettingError(f"{at}: {error}.", hint=HINT) from error


@contextmanager
def _bounded() -> Iterator[None]:
    """Hold what a template does to `SECONDS` of processor time and `MEMORY` bytes beyond what is in use."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [_in_use() + MEMORY, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        with at_most(SECONDS):
            yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _in_use() -> int:
    """Bytes of address space that this process has; where that can't be told, more than any."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 2**60


def _where(error: Exception) -> tuple[str, int]:
    """The template's file and line that an error came from; Jinja puts both into the traceback."""
    line: int | None = getattr(error, "lineno", None)
    if line:
        return getattr(error, "filename", None) or "", line
    found, trace = ("", 0), sys.exc_info()[2]
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name == "<template>" or name.endswith(".j2"):
            found = ("" if name == "<template>" else name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _paragraph(part: str, line: int) -> str:
    lines = part.splitlines()
    words = re.sub(r"<[^>]+>", "", lines[line - 1]).strip() if 0 < line <= len(lines) else ""
    return f"the paragraph “{words[:80]}”" if words else f"paragraph {line}"


_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff\s]+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")


def _plain(text: str) -> str:
    """One line without control characters, which neither XML nor a table cell can hold."""
    return _CONTROL.sub(" ", text).strip()


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _plain(text))


ESCAPES: Mapping[str, Callable[[str], str]] = {"md": _markdown, "html": _plain, "docx": _plain}
"""How a text is made safe before a template sees it; HTML and Word escape on output as well (autoescape)."""


def _each_text(value: Any, escape: Callable[[str], str]) -> Any:
    """The same view with every text in it escaped."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, tuple):
        return tuple(_each_text(part, escape) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _each_text(getattr(value, f.name), escape) for f in fields(value)})
    return value
