"""Layouts of the open half set as HTML: sidebar and a plain page as LaTeX makes it."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_text, mark, portrait, tone
from tests.corpus.blind.model import Draft, Station
from tests.corpus.blind.story import add_links, fixed, pymupdf, section_html, set_pages
from tests.corpus.blind.words import Words

SIDEBAR_CSS = "* {font-family: sans-serif; font-size: 9px; line-height: 1.3} h1 {font-size: 19px; margin: 0} h2 {font-size: 12px; color: #7a2f3b; margin: 8px 0 3px 0} p {margin: 1px 0} ul {margin: 1px 0 4px 0; padding-left: 12px} .when {color: #7a2f3b; margin-top: 5px} .label {font-weight: bold}"
ASIDE_CSS = "* {font-family: sans-serif; font-size: 8.5px; color: #ffffff; line-height: 1.35} h2 {font-size: 11px; margin: 10px 0 3px 0} p {margin: 1px 0} ul {margin: 0; padding-left: 10px}"
LATEX_CSS = "* {font-family: serif; font-size: 10px; line-height: 1.25} h1 {font-size: 22px; font-weight: normal; text-align: center; margin: 0} h2 {font-size: 13px; font-weight: normal; margin: 10px 0 2px 0} p {margin: 1px 0} ul {margin: 1px 0 5px 0; padding-left: 16px} .centre {text-align: center} .head {margin-top: 5px} .context {font-style: italic} .label {font-style: italic}"


def sidebar(draft: Draft, words: Words, rng: Random) -> bytes:
    """A dark column with portrait, contact data and skills; the career beside it."""
    shade = tone(rng)
    contact = f"<h2>{mark(draft.contact_heading)}</h2>" + "".join(
        f"<p>{mark(contact_text(item))}</p>" for item in draft.contact
    )
    aside = contact + "".join(section_html(section, _dated) for section in draft.sections if section.aside)
    main = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>"
    main += "".join(section_html(section, _dated) for section in draft.sections if not section.aside)
    if draft.footer:
        main += f"<p>{mark(draft.footer)}</p>"

    def paint(page: Any, number: int) -> None:
        page.draw_rect(pymupdf.Rect(0, 0, 175, 842), fill=(0.17, 0.24, 0.31), color=None, overlay=False)
        if number == 1:
            page.insert_image(pymupdf.Rect(45, 30, 130, 136), stream=portrait(shade))

    flows = [
        (main, SIDEBAR_CSS, fixed((192.0, 34.0, 570.0, 800.0))),
        (aside, ASIDE_CSS, lambda page: (16.0, 150.0 if page == 1 else 34.0, 166.0, 800.0)),
    ]
    return add_links(set_pages(flows, paint), {item.text: item.target for item in draft.contact if item.target})


def _dated(station: Station) -> str:
    company = f" | {mark(station.company)}" if station.company else ""
    return f'<p class="when">{mark(station.period)}</p><p><b>{mark(station.title)}</b>{company}</p>'


def latex(draft: Draft, words: Words, rng: Random) -> bytes:
    """Serif, one column, small type, nothing but text; company first, then the period in brackets."""
    main = f'<h1>{mark(draft.person.full)}</h1><p class="centre">{mark(draft.headline)}</p>'
    main += '<p class="centre">' + " ◦ ".join(mark(contact_text(item)) for item in draft.contact) + "</p>"
    main += "".join(section_html(section, _bracketed) for section in draft.sections)
    if draft.footer:
        main += f'<p class="centre">{mark(draft.footer)}</p>'
    flow = (main, LATEX_CSS, fixed((80.0, 60.0, 515.0, 790.0)))
    return add_links(set_pages([flow]), {item.text: item.target for item in draft.contact if item.target})


def _bracketed(station: Station) -> str:
    company = f"{mark(station.company)}: " if station.company else ""
    return f'<p class="head">{company}<b>{mark(station.title)}</b> ({mark(station.period)})</p>'
