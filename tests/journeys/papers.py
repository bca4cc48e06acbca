"""Folders as customers bring them: a table of invented applicants, and CVs in every form."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.desks import HEADER
from tests.documents.samples import make_docx, make_image, make_pdf

CV = ("Lebenslauf", "Werkleiter bei Nordwerk", "Leitung der Produktion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; who registered first stands first in the list."""

    id: str
    last_name: str
    salutation: str = "Frau"
    title: str = ""
    first_name: str = "Petra"
    language: str = "de"
    cv: str = "cv.pdf"

    @property
    def email(self) -> str:
        return f"p{self.id}@example.org"


def write_table(folder: Path, rows: Sequence[Row]) -> Path:
    """The folder with its table; each person registered a day after the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "applicants.csv").open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEADER.split(";"))
        for number, row in enumerate(rows):
            day = f"{number % 28 + 1:02d}.10.2026"
            name = [row.salutation, row.title, row.first_name, row.last_name]
            out.writerow([row.id, *name, row.email, row.language, day, f"{day} 14:05", "192.0.2.1", "3", row.cv])
    return folder


def write_people(folder: Path, ids: Sequence[str], lines: Sequence[str] = CV) -> Path:
    """A folder of people called Weiß and their ID, each with a PDF of these lines."""
    write_table(folder, [Row(id=id, last_name=f"Weiß{id}", cv=f"cv-{id}.pdf") for id in ids])
    for id in ids:
        (folder / f"cv-{id}.pdf").write_bytes(make_pdf([[*lines, f"Person {id}"]]))
    return folder


def make_scan() -> bytes:
    """A PDF that is a picture of a page and holds no words."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(make_image("JPEG"))), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def write_ten(folder: Path) -> Path:
    """Ten applicants whose CVs look like what people send."""
    pdf = make_pdf([[*CV, "seit 2008 Interim Manager"], ["Werdegang", "Umsatz 40 Mio. EUR"]])
    files = {
        "weiss.pdf": pdf,
        "kim.docx": make_docx(("Alex Kim", "Plant Manager at Northworks", "alex.kim@example.org")),
        "okafor.pdf": make_scan(),
        "reuter.pdf": make_pdf(password="geheim"),
        "pfeiffer.pdf": pdf[:300],
        "albrecht.txt": "Gisela Albrecht\nGeschäftsführerin auf Zeit\n".encode(),
        "lindqvist.jpg": make_image("JPEG"),
        "kowalczyk.pdf": make_pdf([["Ewa Kowalczyk", "Einkaufsleiterin"]]),
        "yildiz.docx": make_docx(("Tomas Yildiz", "Projektleiter")),
        "brandt.pdf": make_pdf([["Uwe Brandt", "Finanzvorstand"]]),
    }
    rows = [
        Row(id="9999", last_name="Weiß", title="Dr.", cv="weiss.pdf"),
        Row(id="9998", last_name="Kim", first_name="Alex", salutation="", language="en", cv="kim.docx"),
        Row(id="9997", last_name="Okafor", first_name="Chidi", salutation="Herr", cv="okafor.pdf"),
        Row(id="9996", last_name="Reuter", first_name="Maja", cv="reuter.pdf"),
        Row(id="9995", last_name="Pfeiffer", first_name="Hans-Jörg", salutation="Herr", cv="pfeiffer.pdf"),
        Row(id="9994", last_name="Albrecht", first_name="Gisela", cv="albrecht.txt"),
        Row(id="9993", last_name="Lindqvist", first_name="Sigrún", cv="lindqvist.jpg"),
        Row(id="9992", last_name="Kowalczyk", first_name="Ewa", cv="kowalczyk.pdf"),
        Row(id="9991", last_name="Yildiz", first_name="Tomas", salutation="Herr", cv="yildiz.docx"),
        Row(id="9990", last_name="Brandt", first_name="Uwe", salutation="Herr", cv="brandt.pdf"),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return write_table(folder, rows)
