"""Word documents: paragraphs, links, text boxes, and bytes that do not change from run to run."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from tests.corpus.blind.model import ContactItem, Draft

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<w:pict><v:shape style="position:absolute;margin-left:300pt;margin-top:0;width:190pt;height:90pt">'
    "<v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def start_document(draft: Draft) -> Any:
    from docx import Document

    document = Document()
    document.core_properties.author = draft.person.name
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return document


def add_contact(paragraph: Any, item: ContactItem) -> None:
    """A label and a text, the text as a hyperlink where there is a target."""
    if item.label:
        paragraph.add_run(f"{item.label} ")
    if not item.target:
        paragraph.add_run(item.text)
        return
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    relation = paragraph.part.relate_to(item.target, LINK_TYPE, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = item.text
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def add_box(paragraph: Any, lines: list[str]) -> None:
    from xml.sax.saxutils import escape

    from docx.oxml.parser import parse_xml

    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    paragraph._p.append(parse_xml(BOX.format(paragraphs=paragraphs)))


def finish(document: Any) -> bytes:
    """The archive with fixed times."""
    first = io.BytesIO()
    document.save(first)
    found = io.BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(
                zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0)), source.read(entry), zipfile.ZIP_DEFLATED
            )
    return found.getvalue()
