"""Layouts of the fresh half set as HTML by MuPDF: grey dates, running heads, prose, a dark side, cards."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.drawing import contact_markup, contact_typed, head_line, mark
from tests.corpus.blind.fresh_canvas import note
from tests.corpus.blind.fresh_periods import bare
from tests.corpus.blind.fresh_shape import Stock
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.story import Box, add_links, fixed, section_html, set_pages, station_html

PLAIN = "* {font-family: sans-serif; font-size: 9.6px; line-height: 1.35} h1 {font-size: 22px; margin: 0} h2 {font-size: 12.5px; margin: 13px 0 3px 0} p {margin: 1px 0 2px 0} ul {margin: 1px 0 4px 0; padding-left: 14px} .when {color: #767676; font-size: 8.6px; margin: 0} .what {font-weight: bold; margin: 7px 0 0 0} .label {font-weight: bold}"
SERIF = "* {font-family: serif; font-size: 10.4px; line-height: 1.4} h1 {font-size: 19px; margin: 0; text-align: center} h2 {font-size: 13px; margin: 13px 0 4px 0; text-align: center} p {margin: 2px 0 4px 0; text-align: justify} .mid {text-align: center} .label {font-style: italic}"
LIGHT = "* {font-family: sans-serif; font-size: 8.4px; color: #ffffff; line-height: 1.4} h2 {font-size: 11px; margin: 12px 0 3px 0} p {margin: 2px 0} ul {margin: 0; padding-left: 9px}"
SPLIT_AT = 27


def _links(draft: Draft) -> dict[str, str]:
    return {item.text: item.target for item in draft.contact if item.target}


def _stacked(station: Station) -> str:
    company = f"<p>{mark(station.company)}</p>" if station.company else ""
    return f'<p class="what">{mark(station.title)}</p>{company}<p class="when">{mark(station.period)}</p>'


def grey_dates(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Sans; title, company, the period small and grey below; contact in one line or at the end."""
    contact = rng.choice((" &nbsp; ", " | ", "<br/>")).join(contact_markup(item) for item in draft.contact)
    body = "".join(section_html(section, _stacked) for section in draft.sections)
    top = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>"
    card = f"<p>{contact}</p>"
    html = f"{top}{body}<h2>{mark(draft.contact_heading)}</h2>{card}" if rng.random() < 0.3 else f"{top}{card}{body}"

    def paint(page: Any, number: int) -> None:
        note(page, (60, 814, 540), f"{number} | {draft.footer}", 7.2)

    return add_links(set_pages([(html, PLAIN, fixed((60.0, 52.0, 540.0, 796.0)))], paint), _links(draft))


def running_head(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Name and contact stand only in the running head and foot of every page."""
    contact = [contact_typed(item) for item in draft.contact]
    body = f"<p><b>{mark(draft.headline)}</b></p>" + "".join(section_html(section, _led) for section in draft.sections)
    below = rng.random() < 0.6

    def paint(page: Any, number: int) -> None:
        note(page, (64, 40, 545), draft.person.full, 12, bold=True)
        note(page, (64, 814 if below else 54, 545), "  |  ".join(contact), 7.6)
        page.draw_line((64, 73), (540, 73), width=0.5)
        note(page, (64, 794, 545), f"{number} | {draft.footer}", 6.4)

    return set_pages([(body, PLAIN, fixed((64.0, 84.0, 540.0, 782.0)))], paint)


def _led(station: Station) -> str:
    return f'<p class="what">{mark(station.period)} &nbsp; {mark(head_line(station))}</p>'


def essay(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Serif; each station is one paragraph of running text that begins with period, title and company."""
    contact = ", ".join(contact_markup(item) for item in draft.contact)
    parts = [f'<h1>{mark(draft.person.full)}</h1><p class="mid">{mark(draft.headline)}</p><p class="mid">{contact}</p>']
    sign = rng.choice((". ", ": "))
    for section in draft.sections:
        parts.append(f"<h2>{mark(section.heading)}</h2>")
        if section.texts:
            parts.append(
                f"<p>{mark('; '.join(section.texts) if section.kind == 'list' else ' '.join(section.texts))}</p>"
            )
        for one in section.stations:
            said = " ".join(text if text.endswith((".", ":", "!")) else f"{text}." for _, text in one.lines)
            parts.append(f"<p><b>{mark(one.period.rstrip(':'))}</b>, {mark(head_line(one))}{sign}{mark(said)}</p>")

    def paint(page: Any, number: int) -> None:
        note(page, (80, 814, 515), f"– {number} – {draft.footer}", 7.6)

    return add_links(set_pages([("".join(parts), SERIF, fixed((80.0, 64.0, 515.0, 790.0)))], paint), _links(draft))


def _narrow(draft: Draft) -> str:
    lines = []
    for item in draft.contact:
        text = f"{mark(item.label)} {mark(contact_typed(item).removeprefix(item.label).strip())}".strip()
        if "@" in text and len(text) > SPLIT_AT:
            text = text.replace("@", "<br/>@" if len(text) % 2 else "@<br/>")
        lines.append(f"<p>{text}</p>")
    return "".join(lines)


def dark_left(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Contact, skills and languages in white on a dark column; the rest at its right."""
    colour = rng.choice(((0.17, 0.22, 0.33), (0.3, 0.14, 0.2), (0.1, 0.3, 0.29)))
    side = f"<h2>{mark(draft.contact_heading)}</h2>{_narrow(draft)}"
    side += "".join(section_html(one, _stacked) for one in draft.sections if one.aside)
    main = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>"
    main += "".join(section_html(one, _stacked) for one in draft.sections if not one.aside)

    def paint(page: Any, number: int) -> None:
        page.draw_rect((0, 0, 170, 842), color=colour, fill=colour, overlay=False)
        note(page, (190, 814, 560), f"{number} | {draft.footer}", 6.8)

    flows = [(main, PLAIN, fixed((190.0, 42.0, 560.0, 798.0))), (side, LIGHT, fixed((16.0, 42.0, 160.0, 810.0)))]
    return set_pages(flows, paint)


def cards(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Skills and contact in a box at the head; stations as tables of labels and values."""
    german = draft.language == "de"
    labels = ("Zeit", "Rolle", "Firma") if german else ("When", "Role", "Where")

    def head(one: Station) -> str:
        rows = [(labels[0], one.period), (labels[1], one.title), (labels[2], one.company)]
        cells = "".join(f'<p class="row"><b>{name}:</b> {mark(text)}</p>' for name, text in rows if text)
        return f'<div class="card">{cells}</div>'

    css = f"{PLAIN} .card {{margin: 8px 0 2px 0}} .row {{margin: 0}}"
    contact = "".join(f"<p>{contact_markup(item)}</p>" for item in draft.contact)
    body = "".join(section_html(section, head) for section in _aside_first(draft.sections, rng))
    html = f"<h1>{mark(draft.person.full)}</h1><p>{mark(draft.headline)}</p>{contact}{body}"
    box: Box = (56.0, 56.0, 550.0, 790.0)

    def paint(page: Any, number: int) -> None:
        note(page, (56, 814, 550), f"{draft.person.full}, {number} | {draft.footer}", 7)

    return add_links(set_pages([(html, css, fixed(box))], paint), _links(draft))


def _aside_first(sections: list[Section], rng: Random) -> list[Section]:
    return sorted(sections, key=lambda one: not one.aside) if rng.random() < 0.5 else sections


def tasks_first(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """What was done comes first, then in brackets where and when."""

    def station(one: Station) -> str:
        place = f"{mark(one.company)}, " if one.company else ""
        return station_html(one, f'<p class="what">{mark(one.title)}</p><p>({place}{mark(bare(one.period))})</p>')

    parts = [
        f"<h1>{mark(draft.person.full)}</h1>",
        "".join(f"<p>{contact_markup(item)}</p>" for item in draft.contact),
        f"<p>{mark(draft.headline)}</p>",
    ]
    for section in draft.sections:
        parts.append(section_html(Section(section.heading, section.kind, section.texts), lambda _: ""))
        parts += [station(one) for one in section.stations]
    left = rng.choice((62.0, 88.0))

    def paint(page: Any, number: int) -> None:
        note(page, (left, 814, 550), f"{number} | {draft.footer}", 7)

    return add_links(set_pages([("".join(parts), PLAIN, fixed((left, 58.0, 540.0, 796.0)))], paint), _links(draft))
