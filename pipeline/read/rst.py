"""reStructuredText -> Source, through docutils with everything off that reads other files or passes raw markup on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import SystemMessage

from pipeline.paper import Source, fold
from pipeline.problem import UnreadableError
from pipeline.read.numbering import number_as
from pipeline.read.parts import Grid, Para, Part, bold_share, flow_of

MEDIA_TYPE = "text/x-rst"

_SETTINGS: dict[str, Any] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "syntax_highlight": "none",
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": "",
    "input_encoding": "unicode",
    "doctitle_xform": False,
    "docinfo_xform": False,
    "smart_quotes": False,
    "_disable_config": True,
}
_ENUMERATED = {
    "arabic": "decimal",
    "loweralpha": "lowerLetter",
    "upperalpha": "upperLetter",
    "lowerroman": "lowerRoman",
    "upperroman": "upperRoman",
}


def read_rst(text: str, *, name: str, sha256: str) -> Source:
    """A reStructuredText file's paragraphs and tables in reading order; its leading field list in `fields` too."""
    try:
        tree = publish_doctree(text.replace("\f", "\n\n"), settings_overrides=_SETTINGS)
    except (SystemMessage, ValueError, AttributeError) as error:
        raise UnreadableError(
            f"{name}: this reStructuredText can't be parsed.", reason="not-a-document", hint="Save it as plain text."
        ) from error
    fields: list[Any] = next((list(found) for found in tree.findall(nodes.field_list)), [])
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="rst",
        flow=flow_of(_parts(tree, 0)),
        fields=tuple((fold(one[0].astext()), fold(one[1].astext())) for one in fields),
    )


def _parts(node: nodes.Element, depth: int, marker: str = "") -> Iterator[Part]:
    """Paragraphs and grids below a node; `marker` goes before the first words."""
    for child in node.children:
        for part in _part(child, depth):
            if marker and isinstance(part, Para) and part.text.strip():
                part, marker = Para(marker + part.text, bold=part.bold, heading=part.heading), ""
            yield part


def _part(node: nodes.Node, depth: int) -> Iterator[Part]:
    match node:
        case nodes.section():
            yield from _parts(node, depth + 1)
        case nodes.title():
            yield _para(node, heading=min(depth, 6) if isinstance(node.parent, nodes.section) else 0)
        case nodes.bullet_list():
            for item in node.children:
                yield from _parts(item, depth, "• ")  # type: ignore[arg-type]
        case nodes.enumerated_list():
            style = _ENUMERATED.get(node["enumtype"], "decimal")
            for number, item in enumerate(node.children, node.get("start", 1)):
                yield from _parts(item, depth, f"{node['prefix']}{number_as(style, number)}{node['suffix']} ")  # type: ignore[arg-type]
        case nodes.field():
            yield Para(f"{fold(node[0].astext())}: {fold(node[1].astext())}")
        case nodes.definition_list_item():
            for child in node.children:
                if isinstance(child, nodes.definition):
                    yield from _parts(child, depth)
                else:
                    yield Para(fold(child.astext()), bold=True)
        case nodes.table():
            yield from _table(node, depth)
        case nodes.literal_block() | nodes.doctest_block():
            yield from (Para(line) for line in node.astext().splitlines())
        case nodes.line():
            yield _para(node)
        case nodes.system_message() | nodes.Invisible() | nodes.image():
            return
        case nodes.transition():
            yield Para("")
        case nodes.TextElement():
            yield _para(node)
        case nodes.Element():
            yield from _parts(node, depth)


def _para(node: nodes.Element, *, heading: int = 0) -> Para:
    runs = [(str(text), _is_bold(text)) for text in node.findall(nodes.Text)]
    return Para("".join(text for text, _ in runs).replace("\n", " "), bold=bold_share(runs), heading=heading)


def _is_bold(text: nodes.Node) -> bool:
    parent = text.parent
    while parent is not None and not isinstance(parent, nodes.paragraph):
        if isinstance(parent, nodes.strong):
            return True
        parent = parent.parent
    return False


def _table(table: nodes.table, depth: int) -> Iterator[Part]:
    for child in table.children:
        if isinstance(child, nodes.title):
            yield _para(child)
    heads = [len(head.children) for head in table.findall(nodes.thead)]
    yield Grid(tuple(_rows(list(table.findall(nodes.row)), depth)), header=sum(heads[:1]))


def _rows(rows: Sequence[nodes.row], depth: int) -> Iterator[tuple[tuple[Part, ...], ...]]:
    below: dict[int, int] = {}
    for row in rows:
        cells: list[tuple[Part, ...]] = []
        spans: dict[int, int] = {}
        for entry in row.children:
            while below.get(len(cells), 0) > 0:
                cells.append(())
            for place in range(1 + entry.get("morecols", 0)):  # type: ignore[attr-defined]
                spans[len(cells)] = entry.get("morerows", 0)  # type: ignore[attr-defined]
                cells.append(tuple(_parts(entry, depth)) if place == 0 else ())  # type: ignore[arg-type]
        while below.get(len(cells), 0) > 0:
            cells.append(())
        below = {c: n - 1 for c, n in below.items() if n > 1} | {c: n for c, n in spans.items() if n}
        yield tuple(cells)
