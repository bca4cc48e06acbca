"""Stands in for LibreOffice: the same options, and a PDF of the document's lines, laid out unlike the engine's."""

# What the document says may make it misbehave: see MISDEEDS. It imports nothing of ours and needs only its interpreter.

from __future__ import annotations

import html
import os
import re
import sys
import threading
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

LEFT, TOP, LINE, ON_PAGE = 200, 700, 40, 2
_PARAGRAPHS = {"docx": ("word/document.xml", "w:p", "w:t"), "odt": ("content.xml", "text:p", "")}


def lines_of(source: Path) -> list[str]:
    kind = source.suffix[1:]
    if kind not in _PARAGRAPHS:
        text = source.read_bytes().decode("latin-1")
        if kind == "doc":
            return re.findall(r"{([^{}]+)}", text)
        return [line for line in re.sub(r"\\[a-z]+-?\d* ?|[{}\0]", "\n", text).split("\n") if line.strip()]
    part, paragraph, run = _PARAGRAPHS[kind]
    with zipfile.ZipFile(source) as archive:
        xml = archive.read(part).decode()
    found = []
    for text in re.findall(rf"<{paragraph}[ >].*?</{paragraph}>", xml, re.DOTALL):
        runs = re.findall(rf"<{run}[^>]*>([^<]*)</{run}>", text) if run else [re.sub("<[^>]*>", "", text)]
        found.append(html.unescape("".join(runs)))
    return [line for line in found if line]


def make_pdf(lines: Sequence[str]) -> bytes:
    pages = [lines[start : start + ON_PAGE] for start in range(0, len(lines), ON_PAGE)] or [[]]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F 12 Tf {LEFT} {TOP - LINE * place} Td ({_escaped(line)}) Tj ET\n" for place, line in enumerate(page)
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F {font} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Length {len(drawn.encode('cp1252', 'replace'))} >>\nstream\n{drawn}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, start=1))
    return f"{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n".encode("cp1252", "replace")


def _escaped(line: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", line)


def hang(_target: Path) -> None:
    threading.Event().wait()


def crash(_target: Path) -> None:
    os.abort()


def write_nothing(_target: Path) -> None:
    """Ends well and leaves no file, as LibreOffice does with what it cannot open."""


def link_elsewhere(target: Path) -> None:
    target.symlink_to("/etc/passwd")


def fill_the_disk(target: Path) -> None:
    with target.open("wb") as file:
        while True:
            file.write(bytes(1 << 20))


def flood_its_output(_target: Path) -> None:
    while True:
        os.write(1, bytes(1 << 16))


MISDEEDS: dict[str, Callable[[Path], None]] = {
    deed.__name__.replace("_", "-"): deed
    for deed in (hang, crash, write_nothing, link_elsewhere, fill_the_disk, flood_its_output)
}


def main() -> int:
    arguments = sys.argv[1:]
    if "--version" in arguments:
        sys.stdout.write("LibreOffice 0.0.fake\n")
        return 0
    profile = Path(
        next(one for one in arguments if one.startswith("-env:UserInstallation=file://")).split("file://")[1]
    )
    if not (profile / "user" / "started").exists():
        (profile / "user" / "started").touch()
        return 81
    if "--convert-to" not in arguments:
        return 0
    source, folder = Path(arguments[-1]), Path(arguments[arguments.index("--outdir") + 1])
    target = folder / f"{source.stem}.pdf"
    lines = lines_of(source)
    for line in lines:
        if line in MISDEEDS:
            MISDEEDS[line](target)
            return 0
    target.write_bytes(make_pdf(lines))
    sys.stdout.write(f"convert {source} -> {target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
