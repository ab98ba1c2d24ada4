"""Papers that do harm, made here: each is small, and what it does to the program that reads it is in its name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from tests.test_cli import a_docx, a_pdf

MEGABYTE = 2**20


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


PAGE = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")


def nested_flate(gigabytes: int = 6) -> bytes:
    """A page whose words were packed again and again: some kilobytes that unpack to gigabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(b" " * (64 * MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + piece * (16 * gigabytes) + b"\x03\x00"
    layers = 1
    while len(packed) > 4_000:
        packed = zlib.compress(packed, 9)
        layers += 1
    filters = b"/Filter [%s]" % (b"/FlateDecode " * layers)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>"
    return pdf((*PAGE, page, stream(filters, packed)))


def forms_in_forms(depth: int = 12, times: int = 12) -> bytes:
    """A page that draws a form that draws a form: a few kilobytes, and 12 ** 12 pieces to look at."""
    text = b"BT /F1 9 Tf 9 9 Td (The gate) Tj ET"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(form % (number + 6), b"/X Do " * times) for number in range(depth)]
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    last = stream(b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources " + font, text)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    page += b" /Resources << /XObject << /X 5 0 R >> >> >>"
    return pdf((*PAGE, page, stream(b"", b"/X Do"), *forms, last))


def many_pages(number: int) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
    kids = b" ".join(b"%d 0 R" % place for place in range(3, number + 3))
    return pdf((PAGE[0], b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, number), *[page] * number))


def word(size: int, *, says: int | None = None) -> bytes:
    """A Word file whose text unpacks to so many bytes; `says` is what the package says it does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(size // MEGABYTE):
            part.write(b" " * MEGABYTE)
    content = bytearray(out.getvalue())
    if says is not None:
        for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            at = content.index(signature) + offset
            content[at : at + 4] = struct.pack("<I", says)
    return bytes(content)


def big_picture(side: int = 24_000) -> bytes:
    """A PNG of 576 million points, all white, in a hundred kilobytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side // 8)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def spreadsheet() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    return out.getvalue()


HOSTILE: dict[str, tuple[bytes, frozenset[str]]] = {
    "picture.gif": (b"GIF89a" + bytes(50), frozenset({"not-a-document"})),
    "nothing.txt": (b" \n", frozenset({"empty"})),
    "locked.pdf": (a_pdf(password="x"), frozenset({"encrypted"})),
    "bomb.docx": (word(250 * MEGABYTE), frozenset({"memory"})),
    "liar.docx": (word(100 * MEGABYTE, says=5_000), frozenset({"memory", "truncated"})),
    "forms.pdf": (forms_in_forms(), frozenset({"timeout", "memory", "crashed"})),
    # How a native library ends that gets no more memory, or has unpacked for too long, is its own affair.
    "flate.pdf": (nested_flate(), frozenset({"crashed", "memory", "timeout", "not-a-document"})),
    "pages.pdf": (many_pages(5_001), frozenset({"page-limit"})),
    "huge.png": (big_picture(), frozenset({"pixels"})),
    "half.docx": (a_docx()[:3000], frozenset({"truncated"})),
    "sheet.xlsx": (spreadsheet(), frozenset({"unsupported"})),
}
"""File -> its bytes, and the reasons for which it may be set aside."""


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, _) in HOSTILE.items():
        (folder / name).write_bytes(content)
