"""Layouts of the sealed half set as HTML: numbered academic entries, and the print of a profile page on the web."""

from __future__ import annotations

from html import escape
from random import Random

from tests.corpus.blind.drawing import contact_markup, mark
from tests.corpus.blind.model import ContactItem, Draft, Section, Station
from tests.corpus.blind.sealed_shape import Stock
from tests.corpus.blind.story import Box, add_links, section_html, set_pages, station_html

ACADEMIC_CSS = "* {font-family: serif; font-size: 10px; line-height: 1.3} h1 {font-size: 17px; font-weight: normal; margin: 0} h2 {font-size: 12px; font-style: italic; font-weight: normal; margin: 11px 0 3px 0} p {margin: 1px 0} ul {margin: 1px 0 3px 0; padding-left: 20px} .entry {margin-top: 5px} .label {font-style: italic}"
WEB_CSS = "* {font-family: sans-serif; font-size: 9.5px; line-height: 1.35} h1 {font-size: 20px; margin: 0} h2 {font-size: 13px; margin: 12px 0 4px 0} p {margin: 1px 0} ul {margin: 1px 0 5px 0; padding-left: 13px} .firm {font-weight: bold; margin-top: 7px} .when {color: #6d6d6d; font-size: 8.8px} .label {font-weight: bold}"
WEB_SIDE_CSS = "* {font-family: sans-serif; font-size: 8.6px; color: #f2f2f2; line-height: 1.4} h2 {font-size: 11px; margin: 11px 0 3px 0} p {margin: 2px 0} ul {margin: 0; padding-left: 9px}"
LONG = 30


def _links(draft: Draft) -> dict[str, str]:
    return {item.text: item.target for item in draft.contact if item.target}


def academic(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Serif; sections are lettered, their stations numbered, the period leads the entry."""
    lines = "<br/>".join(contact_markup(item) for item in draft.contact)
    parts = [f"<h1>{mark(draft.person.full)}</h1><p><i>{mark(draft.headline)}</i></p><p>{lines}</p>"]
    for letter, section in zip("ABCDEFGHIJKLMNOPQRSTUVW", draft.sections, strict=False):
        numbered = Section(f"{letter}. {section.heading}", section.kind, section.texts)
        parts.append(section_html(numbered, lambda _: ""))
        for number, station in enumerate(section.stations, start=1):
            parts.append(station_html(station, _entry(f"{letter}{number}", station)))
    left = rng.choice((70.0, 84.0))
    box: Box = (left, 56.0, 595 - left, 790.0)

    def paint(page: object, number: int) -> None:
        page.insert_text((left, 815), f"{draft.person.name}, {number}    {draft.footer}", fontname="tiro", fontsize=8)  # type: ignore[attr-defined]

    return add_links(set_pages([("".join(parts), ACADEMIC_CSS, lambda _: box)], paint), _links(draft))


def _entry(sign: str, station: Station) -> str:
    company = f", <i>{mark(station.company)}</i>" if station.company else ""
    return f'<p class="entry">[{sign}] {mark(station.period)}: {mark(station.title)}{company}</p>'


def web_profile(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Dark column at the left with contact and skills; at the right company first, then title, then period."""
    contact = "".join(f"<p>{_narrow(item)}</p>" for item in draft.contact)
    aside = "".join(section_html(section, _card) for section in draft.sections if section.aside)
    side = f"<h2>{mark(draft.contact_heading)}</h2>{contact}{aside}"
    main = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>" + "".join(
        section_html(section, _card) for section in draft.sections if not section.aside
    )
    tone = rng.choice(((0.16, 0.2, 0.26), (0.12, 0.27, 0.3)))

    def paint(page: object, number: int) -> None:
        page.draw_rect((0, 0, 182, 842), color=tone, fill=tone, overlay=False)  # type: ignore[attr-defined]
        page.insert_text((200, 822), f"{draft.footer}   {number}", fontname="helv", fontsize=7.5)  # type: ignore[attr-defined]

    flows = [
        (main, WEB_CSS, lambda _: (200.0, 44.0, 560.0, 800.0)),
        (side, WEB_SIDE_CSS, lambda _: (18.0, 44.0, 172.0, 820.0)),
    ]
    return add_links(
        set_pages(flows, paint), {escape(text, quote=False): target for text, target in _links(draft).items()}
    )


def _narrow(item: ContactItem) -> str:
    """Long addresses are broken behind the sign, for the column would cut them off."""
    if "@" in item.text and len(item.text) >= LONG:
        return f"{mark(item.label)} {mark(item.text).replace('@', '@<br/>')}".strip()
    return contact_markup(item)


def _card(station: Station) -> str:
    firm = f'<p class="firm">{mark(station.company or station.title)}</p>'
    title = f"<p>{mark(station.title)}</p>" if station.company else ""
    return f'{firm}{title}<p class="when">{mark(station.period)}</p>'
