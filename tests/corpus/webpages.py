"""The wide corpus set from HTML by MuPDF's Story: plain, tables, columns of cells, contact at the end or as links."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pymupdf as untyped_engine

from tests.corpus.lives import Entry, Life
from tests.corpus.sheets import set_story

_engine: Any = untyped_engine
_CSS = (
    "body{font-family:sans-serif;font-size:9.5pt} h2{font-size:12pt;color:#335577}",
    "body{font-family:serif;font-size:11pt} h2{font-size:11pt;text-transform:uppercase} li{margin-left:4pt}",
    "body{font-family:sans-serif;font-size:10pt} h2{font-size:10pt} h1{font-size:14pt}",
)


def _e(text: str) -> str:
    return html.escape(text)


def _contact(life: Life, form: int) -> str:
    labels = life.words["labels"]
    parts = [
        f"{_e(labels['phone'])}: {_e(life.phone)}" if life.phone else "",
        f"{_e(labels['mail'])}: {_e(life.email)}" if life.email else "",
        _e(life.hint),
    ]
    if form == 1:
        return "".join(f"<p>{part}</p>" for part in parts if part)
    return f"<p>{' | '.join(part for part in (_e(life.phone), _e(life.email), _e(life.hint)) if part)}</p>"


def _items(entry: Entry) -> str:
    return "<ul>" + "".join(f"<li>{_e(line)}</li>" for line in entry.lines) + "</ul>" if entry.lines else ""


def bold_period(_life: Life, entry: Entry) -> str:
    head = f"<p><b>{_e(entry.period)}</b><br/>{_e(entry.role)}"
    head += f"<br/>{_e(entry.firm)}" if entry.firm else ""
    return head + (f"<br/><i>{_e(entry.context)}</i>" if entry.context else "") + "</p>" + _items(entry)


def period_last(_life: Life, entry: Entry) -> str:
    who = " – ".join(filter(None, (entry.firm, entry.role)))
    told = f"<p><i>{_e(entry.context)}</i></p>" if entry.context else ""
    return f"<h3>{_e(who)} ({_e(entry.period)})</h3>{told}" + _items(entry)


def sentences(_life: Life, entry: Entry) -> str:
    who = ", ".join(filter(None, (entry.role, entry.firm, entry.context)))
    lines = " ".join(line.rstrip(".") + "." for line in entry.lines)
    return f"<p>{_e(entry.period)}: <b>{_e(who)}</b>. {_e(lines)}</p>"


def row(_life: Life, entry: Entry) -> str:
    who = "<br/>".join(_e(text) for text in (entry.role, entry.firm, entry.context) if text)
    return f"<tr><td width='110'>{_e(entry.period)}</td><td>{who}{_items(entry)}</td></tr>"


def labelled(life: Life, entry: Entry) -> str:
    labels = life.words["labels"]
    pairs = (
        (labels["period"], entry.period),
        (labels["role"], entry.role),
        (labels["firm"], entry.firm),
        (labels["context"], entry.context),
    )
    told = "".join(f"<p><b>{_e(label)}:</b> {_e(text)}</p>" for label, text in pairs if text)
    tasks = "".join(f"<p>- {_e(line)}</p>" for line in entry.lines)
    return told + (f"<p><b>{_e(labels['tasks'])}:</b></p>{tasks}" if tasks else "")


def set_page(life: Life, body: Callable[[Life, Entry], str], css: int, *, last: bool = False, form: int = 0) -> bytes:
    """A PDF of the life; last puts the contact data at the end."""
    table = body is row
    parts = [f"<h1>{_e(life.name)}</h1>", "" if last else _contact(life, form)]
    parts += [f"<p>{_e(text)}</p>" for text in (life.claim, life.words["profile"][life.seed % 3]) if text]
    for heading, entries in life.groups:
        rows = "".join(body(life, entry) for entry in entries)
        parts.append(f"<h2>{_e(heading)}</h2>" + (f"<table>{rows}</table>" if table else rows))
    for heading, lines in life.sections:
        parts.append(f"<h2>{_e(heading)}</h2>" + "".join(f"<p>{_e(line)}</p>" for line in lines))
    if last:
        parts.append(f"<h2>{_e(life.words['headings']['contact'][0])}</h2>{_contact(life, 1)}")
    parts.append(f"<p>{_e(life.stamp)}</p>" if life.stamp else "")
    return set_story("".join(parts), _CSS[css])


def linked(life: Life) -> bytes:
    """Contact data only as links under icons: a picture of an envelope and of a telephone."""
    bare = set_page(_no_contact(life), bold_period, 0)
    document = _engine.open(stream=bare, filetype="pdf")
    page = document[0]
    targets = [f"mailto:{life.email}" if life.email else "", f"tel:{life.e164}" if life.phone else ""]
    for number, target in enumerate(filter(None, targets)):
        box = _engine.Rect(480 + 24 * number, 52, 496 + 24 * number, 68)
        page.draw_rect(box, fill=(0.2, 0.3, 0.6))
        page.insert_link({"kind": _engine.LINK_URI, "from": box, "uri": target})
    return bytes(document.tobytes())


def _no_contact(life: Life) -> Life:
    from tests.corpus.lives import without_contact

    return without_contact(life)
