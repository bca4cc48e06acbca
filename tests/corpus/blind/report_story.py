"""Layouts of the report half set as HTML: a dark banner, and labels in a wide margin."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_text, mark, portrait, tone
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.story import add_links, fixed, pymupdf, section_html, set_pages
from tests.corpus.blind.words import Words

BANNER_CSS = "* {font-family: sans-serif; color: #ffffff; font-size: 9.5px} h1 {font-size: 22px; margin: 0; color: #ffffff} p {margin: 2px 0}"
BODY_CSS = "* {font-family: sans-serif; font-size: 9.5px; line-height: 1.35} h2 {font-size: 12px; color: #0d5c63; text-transform: uppercase; margin: 10px 0 3px 0} p {margin: 1px 0} ul {margin: 1px 0 4px 0; padding-left: 13px} .when {color: #666666; font-size: 8.5px} .context {color: #0d5c63} .label {font-weight: bold} .card {margin-top: 6px}"
SWISS_CSS = "* {font-family: sans-serif; font-size: 9px; line-height: 1.4} h1 {font-size: 26px; font-weight: normal; margin: 0 0 4px 0} h2 {font-size: 9px; color: #b00020; margin: 12px 0 4px 0} p {margin: 0} ul {margin: 0 0 3px 0; padding-left: 12px} .item {margin-top: 6px}"


def banner(draft: Draft, words: Words, rng: Random) -> bytes:
    """A dark band with name and contact data in white; cards below."""
    shade = tone(rng)
    head = (
        f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p><p>"
        + "&nbsp;&nbsp;|&nbsp;&nbsp;".join(mark(contact_text(item)) for item in draft.contact)
        + "</p>"
    )
    body = "".join(section_html(section, _card) for section in draft.sections)
    if draft.footer:
        body += f"<p>{mark(draft.footer)}</p>"

    def paint(page: Any, number: int) -> None:
        if number == 1:
            page.draw_rect(pymupdf.Rect(0, 0, 595, 118), fill=(0.05, 0.2, 0.24), color=None, overlay=False)
            page.insert_image(pymupdf.Rect(495, 14, 567, 104), stream=portrait(shade))

    flows = [
        (head, BANNER_CSS, fixed((40.0, 18.0, 480.0, 112.0))),
        (body, BODY_CSS, lambda page: (40.0, 128.0 if page == 1 else 40.0, 555.0, 800.0)),
    ]
    return add_links(set_pages(flows, paint), {item.text: item.target for item in draft.contact if item.target})


def _card(station: Station) -> str:
    company = f"<p>{mark(station.company)}</p>" if station.company else ""
    return f'<p class="card"><b>{mark(station.title)}</b></p>{company}<p class="when">{mark(station.period)}</p>'


def swiss(draft: Draft, words: Words, rng: Random) -> bytes:
    """Wide left margin with contact data and short sections; large light name; small red headings."""
    side: list[Section] = [section for section in draft.sections if section.aside]
    main = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>"
    main += "".join(section_html(section, _item) for section in draft.sections if not section.aside)
    margin = f"<h2>{mark(draft.contact_heading)}</h2>" + "".join(
        f"<p>{mark(item.label)}</p><p>{mark(item.text)}</p>" if item.label else f"<p>{mark(item.text)}</p>"
        for item in draft.contact
    )
    margin += "".join(section_html(section, _item) for section in side) + (
        f"<p>{mark(draft.footer)}</p>" if draft.footer else ""
    )
    flows = [
        (margin, SWISS_CSS, fixed((36.0, 60.0, 178.0, 800.0))),
        (main, SWISS_CSS, fixed((200.0, 50.0, 560.0, 800.0))),
    ]
    return add_links(set_pages(flows), {item.text: item.target for item in draft.contact if item.target})


def _item(station: Station) -> str:
    company = f", {mark(station.company)}" if station.company else ""
    return f'<p class="item">{mark(station.period)} — <b>{mark(station.title)}</b>{company}</p>'
