"""Builds the form papers and their gold from the marked sources (see README.md)."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Cm
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OUTCOMES = {"": "agreed", "n": "noted", "r": "recommended", "e": "elected", "f": "deferred", "x": "refused"}
STATUSES = {"P": "present", "I": "in_attendance", "G": "apologies", "B": "absent"}
DATE = re.compile(r"\d{4}(/\d{4}|-\d\d(-\d\d)?)?$")


@dataclass
class Gold:
    attendance: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    money: list[dict[str, Any]] = field(default_factory=list)
    dates: list[dict[str, Any]] = field(default_factory=list)


def options(words: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for part in filter(None, (p.strip() for p in words.split("|"))):
        key, eq, value = part.partition("=")
        out[key] = value if eq else True
    return out


def clean(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("**", "").replace("//", " ")
    return re.sub(r"\s+", " ", text).strip()


def record(head: str, text: str, gold: Gold) -> None:
    kind, _, rest = head.partition(" ")
    if DATE.match(head):
        gold.dates.append({"text": text, "value": head})
    elif head.startswith("£"):
        amount = float(head[1:])
        gold.money.append({"text": text, "amount": int(amount) if amount == int(amount) else amount})
    elif kind == "T":
        gold.items.append({"number": rest.strip(), "title": text})
    elif kind == "D":
        gold.decisions.append({"text": text, "outcome": OUTCOMES[rest.strip()]})
    elif kind in STATUSES:
        row: dict[str, Any] = {"name": text, "status": STATUSES[kind]}
        if "c" in (o := options(rest)):
            row["capacity"] = o["c"]
        gold.attendance.append(row)
    elif kind == "A":
        o = options(rest)
        owners = [w.strip() for w in str(o.get("o", "")).split(";") if w.strip()]
        row = {"text": text, "owners": owners, "due": o.get("due"), "marked": "m" in o, "carried": "c" in o}
        row |= {k: o[k] for k in ("also", "status") if k in o}
        gold.actions.append(row)
    else:
        raise ValueError(head)


def unmark(source: str, gold: Gold) -> str:
    """The text without marks; what they say is added to `gold` in the order in which the marks open."""

    def walk(pos: int, depth: int) -> tuple[str, int]:
        out = ""
        while pos < len(source):
            if source[pos] == "«":
                cut = source.index("::", pos)
                head = source[pos + 1 : cut]
                slots = {name: len(getattr(gold, name)) for name in vars(gold)}
                inner, pos = walk(cut + 2, depth + 1)
                after = {name: getattr(gold, name)[n:] for name, n in slots.items()}
                for name, n in slots.items():
                    del getattr(gold, name)[n:]
                record(head, clean(inner), gold)
                for name, rows in after.items():
                    getattr(gold, name).extend(rows)
                out += inner
            elif source[pos] == "»":
                if not depth:
                    raise ValueError("stray » near " + out[-60:])
                return out, pos + 1
            else:
                out += source[pos]
                pos += 1
        if depth:
            raise ValueError("unclosed mark: " + out[:80])
        return out, pos

    return walk(0, 0)[0]


def scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(scalar(v) for v in value) + "]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def yaml_of(document: str, paper: dict[str, Any], gold: Gold) -> str:
    plain = {"kind", "status", "outcome"}
    lines = [f"document: {scalar(document)}", "annotated: whole", "papers:"]
    lines.append("- {" + ", ".join(f"{k}: {v if k in plain else scalar(v)}" for k, v in paper.items()) + "}")
    for name, rows in vars(gold).items():
        lines.append(f"{name}:" + ("" if rows else " []"))
        for row in rows:
            cells = []
            for k, v in row.items():
                bare = k == "outcome" or (k == "status" and name == "attendance")
                cells.append(f"{k}: {v if bare else scalar(v)}")
            lines.append("- {" + ", ".join(cells) + "}")
    return "\n".join(lines) + "\n"


def wrapped(text: str) -> str:
    out = []
    for line in text.splitlines():
        if len(line) <= 80 or re.search(r"\S {3,}\S", line):
            out.append(line)
            continue
        lead = re.match(r"\s*((\(?\w{1,4}[.)]|[-*•]|\d[\d./]*\d)\s+)?", line)
        hang = " " * (len(lead[0]) if lead else 0)
        out += textwrap.wrap(line, 80, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return "\n".join(out) + "\n"


Block = tuple[str, Any]


def blocks(text: str) -> list[Block]:
    out: list[Block] = []
    lines = iter(text.splitlines())
    for line in lines:
        line = line.rstrip()
        if line == ":::page":
            out.append(("page", None))
        elif line.startswith(":::table"):
            _, widths, *flags = line.split()
            rows = []
            for row in lines:
                if row.strip() == ":::":
                    break
                if row.strip():
                    rows.append([c.split(" // ") for c in re.split(r"\s*\|\|\s*", row.strip())])
            out.append(("table", ([float(w) for w in widths.split(",")], flags, rows)))
        elif m := re.match(r"(#{1,3}|-|#\.) (.*)", line):
            out.append((m[1], m[2]))
        elif line.strip():
            hang = re.match(r"(\s*)(\([a-z0-9ivx]+\)|[a-z]\)|\d+\.\d+|\d+\.|[ivx]+\.) ", line)
            out.append(("hang" if hang else "p", line.strip()))
    return out


def write_docx(text: str, path: Path, meta: dict[str, str]) -> None:
    doc = docx.Document()
    doc.sections[0].left_margin = doc.sections[0].right_margin = Cm(2.2)
    if "header" in meta:
        doc.sections[0].header.paragraphs[0].text = meta["header"]
    if "footer" in meta:
        doc.sections[0].footer.paragraphs[0].text = meta["footer"]

    def fill(par: Any, words: str) -> None:
        for n, piece in enumerate(words.split("**")):
            if piece:
                par.add_run(piece).bold = bool(n % 2) or None

    styles = {"#": "Title", "##": "Heading 2", "-": "List Bullet", "#.": "List Number"}
    for kind, value in blocks(text):
        if kind == "page":
            doc.add_page_break()  # type: ignore[no-untyped-call]
        elif kind == "table":
            widths, flags, rows = value
            table = doc.add_table(rows=0, cols=len(widths))
            if "ruled" in flags:
                table.style = "Table Grid"
            for row in rows:
                cells = table.add_row().cells
                for cell, paragraphs, width in zip(cells, row, widths, strict=False):
                    cell.width = Cm(16.5 * width / sum(widths))
                    for n, words in enumerate(paragraphs):
                        fill(cell.paragraphs[0] if not n else cell.add_paragraph(), words)
        else:
            par = doc.add_paragraph(style=styles.get(kind, "Normal"))
            if kind == "hang":
                par.paragraph_format.left_indent = Cm(1)
                par.paragraph_format.first_line_indent = Cm(-0.7)
            if kind == "###":
                par.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
            fill(par, value)
    doc.save(str(path))


def write_pdf(text: str, path: Path, meta: dict[str, str]) -> int:
    serif = meta.get("font") == "serif"
    face, bold = ("Times-Roman", "Times-Bold") if serif else ("Helvetica", "Helvetica-Bold")
    size = float(meta.get("size", "10"))
    base = ParagraphStyle("p", fontName=face, fontSize=size, leading=size * 1.28, spaceAfter=size * 0.5)
    styles = {
        "p": base,
        "#": ParagraphStyle("t", base, fontName=bold, fontSize=size + 4, leading=size * 1.8, alignment=TA_CENTER),
        "##": ParagraphStyle("h", base, fontName=bold, fontSize=size + 0.5, spaceBefore=size * 0.6),
        "###": ParagraphStyle("c", base, alignment=TA_CENTER),
        "-": ParagraphStyle("b", base, leftIndent=24, bulletIndent=12),
        "hang": ParagraphStyle("l", base, leftIndent=26, firstLineIndent=-18),
    }
    cell = ParagraphStyle("cell", base, spaceAfter=2)

    def para(words: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
        words = html.escape(words, quote=False)
        words = re.sub(r"\*\*(.+?)\*\*", rf'<font name="{bold}">\1</font>', words)
        return Paragraph(words, style, bulletText=bullet)

    left = float(meta.get("left", "22")) * mm
    width = A4[0] - left - 20 * mm
    story: list[Any] = []
    for kind, value in blocks(text):
        if kind == "page":
            story.append(PageBreak())
        elif kind == "table":
            widths, flags, rows = value
            data = []
            for r, row in enumerate(rows):
                row += [[""]] * (len(widths) - len(row))
                head = "head" in flags and not r
                data.append([[para(f"**{w}**" if head and w else w, cell) for w in c] for c in row])
            rules: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 4)]
            if "ruled" in flags:
                rules.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
            if "line" in flags:
                rules.append(("LINEBEFORE", (-1, 0), (-1, -1), 0.5, colors.grey))
            if "head" in flags:
                rules.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dddddd")))
            story.append(
                Table(
                    data,
                    colWidths=[width * w / sum(widths) for w in widths],
                    style=TableStyle(rules),
                    repeatRows=1 if "head" in flags else 0,
                    splitInRow=int("tall" in flags),
                )
            )
            story.append(Spacer(1, 6))
        else:
            story.append(para(value, styles[kind], "•" if kind == "-" else None))

    pages = 0

    def frame(canvas: Any, _: Any) -> None:
        nonlocal pages
        pages = canvas.getPageNumber()
        canvas.setFont(face, 8)
        if "header" in meta:
            canvas.drawRightString(A4[0] - 20 * mm, A4[1] - 12 * mm, meta["header"])
        if "footer" in meta:
            foot = meta["footer"].replace("{n}", str(pages))
            canvas.drawString((A4[0] - pdfmetrics.stringWidth(foot, face, 8)) / 2, 10 * mm, foot)

    template = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=left,
        rightMargin=20 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        invariant=1,
    )
    template.build(story, onFirstPage=frame, onLaterPages=frame)
    return pages


def words_of(path: Path) -> str:
    """The text of a built paper, for the check only."""
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    if path.suffix == ".docx":
        doc = docx.Document(str(path))
        out = [p.text for p in doc.sections[0].header.paragraphs]
        parts = doc.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
        out += ["".join(t.text or "" for t in part.iter() if t.tag.endswith("}t")) for part in parts]
        return "\n".join(out + [p.text for p in doc.sections[0].footer.paragraphs])
    return clean(path.read_text(encoding="utf-8")) if path.suffix != ".txt" else path.read_text(encoding="utf-8")


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("**", ""))


def build(source: Path, target: Path) -> tuple[str, Gold, int]:
    head, _, body = source.read_text(encoding="utf-8").partition("\n---\n")
    gold = Gold()
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    for key in ("header", "footer"):
        if key in meta:
            meta[key] = unmark(meta[key], gold)
    text = unmark(body.lstrip("\n"), gold)
    slug = source.stem
    path = target / "papers" / slug / meta["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    pages: list[int] | None = None
    if path.suffix == ".pdf":
        pages = [1, write_pdf(text, path, meta)]
    elif path.suffix == ".docx":
        write_docx(text, path, meta)
    else:
        path.write_text(wrapped(text) if path.suffix == ".txt" else text, encoding="utf-8")
    date = None if meta["date"] == "null" else meta["date"]
    paper = {"kind": meta["kind"], "pages": pages, "body": meta["body"], "date": date}
    out = target / "gold" / slug / (meta["file"] + ".yaml")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(yaml_of(f"{slug}/{meta['file']}", paper, gold), encoding="utf-8")
    found = squash(words_of(path))
    for name, rows in vars(gold).items():
        for row in rows:
            quotes = [row.get("text") or row.get("title") or row.get("name"), row.get("also")]
            quotes += [row.get("capacity"), row.get("status") if name == "actions" else None]
            for quote in filter(None, quotes):
                if squash(quote) not in found:
                    print(f"NOT IN PAPER {slug}: {name}: {quote}")
    return path.suffix, gold, len(clean(text).split())


def main() -> None:
    for part in ("dev", "held"):
        total: dict[str, int] = {}
        for source in sorted((HERE / part).glob("*.src")):
            try:
                suffix, gold, size = build(source, ROOT / part)
            except (ValueError, KeyError, OSError) as error:  # a slip in one source must not hide those in the others
                print(f"FAILED {source.name}: {error!r}")
                continue
            counts = {k: len(v) for k, v in vars(gold).items()}
            for k, v in (counts | {"papers": 1, "words": size, suffix: 1}).items():
                total[k] = total.get(k, 0) + v
            if "-v" in sys.argv:
                print(f"{source.stem:45} {suffix:6} {size:4}w", " ".join(f"{k[:3]}{v}" for k, v in counts.items()))
        print(part, total)


if __name__ == "__main__":
    main()
