"""Statements that tell of no doing whatever their words: terms of a post, reasons, software, and the company's past."""

from __future__ import annotations

import re

from reviewer.checks.codes import known_terms
from reviewer.checks.company_patterns import NUMBER
from reviewer.checks.doings import ends_done
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import lowered

_LEAST_LISTED, _MOST_LISTED, _LEAST_KNOWN = 2, 2, 0.6
_NO_DOING = re.compile(
    r"\W*(?:(?:tätig|aktiv|zu hause|active|operating|at home) in"
    r"|(?:eine?|an?) (?:haus|firma|unternehmen|house|firm|company)(?: in| of)?)"
    r"\s(?:der |the )?(?:branche|industrie|industry|sector|trade)\b.{2,60}|"
    r"\W*(?:(?:(?:projekt)?dauer|laufzeit|duration|length|auslastung|pensum|arbeitszeit|reiseanteil|export(?:anteil|quote)?"
    r"|export share)(?:\s*:\s*(?:ca\.\s?)?[\w.,-]+|\s(?:ca\.\s?)?\d[\d.,-]*)\s?(?:%|\w+)?"
    r"|\w+\s(?:monate|months|wochen|weeks|jahre|years)|\d{1,2}\s(?:jahre?|years?|yrs?)\s(?:und\s|and\s)?\d{1,2}\s(?:monate?|months?|mos?)"
    r"|(?:grund|wechselgrund|austrittsgrund|reason|anlass)\b[^:]{0,25}:.*"
    r"|(?:vertrag|befristung|mandat|projekt|contract)\s(?:ausgelaufen|endete|beendet|ended|expired)"
    r"|(?:tools?|systeme?|systems|technolog\w+|(?:tech )?stack|software|edv|umgebung|environment|methoden|methods)"
    r"\s*:.*|referen\w+\s(?:auf|on|upon|nach|available)\s.*"
    r"|(?:founded|gegründet|established|est\.)\s(?:in\s|im jahr\s)?\d{4}|\d{4}\s(?:gegründet|founded)"
    r"|(?:nachfolger(?:in)?|vorgänger(?:in)?|successor|predecessor)\s(?:von|to|of|:).*"
    r"|(?:gesellschafter|shareholders?|eigentümer|owners?|rechtsform|legal form|company|client|employer|unternehmen"
    r"|kunde|firma|auftraggeber|arbeitgeber)\s*:.*"
    r"|(?:familienunternehmen|familienbetrieb|familiengesellschaft)\s.{0,40}"
    r"|\w+\s(?:werke|standorte|plants|sites)\s(?:in|im|weltweit)\b.{0,30})\W*"
)
# Whom to ask of a post.
_ASK_LABEL = late(
    r"\W*(?:ansprechpartner(?:in)?|referenz\w*|kontakt(?:person|daten)?|rückfragen|auskunft|auskünfte"
    r"|reference|referee|(?:client\s|site\s|hiring\s)?contact(?:\sperson)?)\b[^:,;]{0,30}:(?P<rest>.*)"
)
# Money that was answered for or worked with, and no more.
_MONEY_HELD = late(
    rf"\W*(?:[\w&/-]+\s){{0,3}}?(?:[\w&/-]*(?:budget|etat|p&l|guv)|(?:projekt|einkaufs|beschaffungs|investitions|auftrags|vergabe"
    r"|material|kosten|sach|mandats)-?(?:volumen|kosten|summe|rahmen)|(?:project|purchasing|procurement|investment|capex|opex|cost)"
    r"\s(?:volume|base|value|size)|(?:[\w-]+\s)?spend|capex|opex)"
    r"(?:[\s-](?:verantwortung|responsibility|held|managed|owned|under\smanagement|hoheit|rahmen))?"
    rf"\s*[:=]?\s*(?:(?:über|von|of|in\shöhe\svon|bis|up\sto|rund|ca\.?|etwa|about|approx\.?|around|some)\s*)*"
    rf"(?:[£$]|€|eur|gbp|usd|chf)?\s*{NUMBER}\s*(?:k|m|mn|bn|mio\.?|mrd\.?|tsd\.?|million(?:en)?|milliarden|billion|[tm]eur|[tm]€)?"
    r"\s*(?:[£$]|€|euro?|gbp|usd|chf|franken|pounds|dollars)?"
    r"(?:\s(?:p\.?\s?a\.?|jährlich|im\sjahr|pro\sjahr|per\s(?:year|annum)|a\syear|annually|jahr))?\W*"
)
# How somebody is reached: an address, or a number behind its label or a plus.
_REACHED = late(
    r"[^\s@]{1,64}@[^\s@]+\.\w+|[\w.-]+\s?[(\[](?:at|ät)[)\]]\s?[\w.-]+|(?:https?://|www\.)\S+|(?<!\w)\+\s?\d[\d\s()/.-]{6,}\d"
    r"|(?:tel|telefon|telephone|phone|mobil|mobile|cell|handy|rufnummer|durchwahl|fax|fon)\w{0,3}[.:\s]{1,3}[(\d+][\d\s()/.-]{5,}\d"
)
_MOST_BESIDE_REACHED = 9
# Without one of these no address is looked for, and without one of those behind them and a digit no number.
_SIGNS_OF_ADDRESSES = ("@", "at)", "at]", "ät)", "www.", "http", "+")
_LABELS_OF_NUMBERS = ("tel", "phone", "mobil", "cell", "handy", "rufnummer", "durchwahl", "fax", "fon")
_DIGIT = re.compile(r"\d")
_MONEY_WORDS = (
    "budget",
    "etat",
    "volum",
    "spend",
    "capex",
    "opex",
    "p&l",
    "guv",
    "kosten",
    "summe",
    "rahmen",
    "cost",
    "investment",
    "project",
)


def tells_no_doing(text: str) -> bool:
    """Whether a statement says how long, why until, with what, or whose: nothing that was done."""
    low = lowered(text)
    return _NO_DOING.fullmatch(low) is not None or _tells_where_to_ask(low) or _tells_money_held(low)


def _tells_where_to_ask(low: str) -> bool:
    """Whether a statement says whom to ask, or is somebody's number or address, with a few words at most."""
    label = _ASK_LABEL.fullmatch(low)
    if label and not ends_done(label["rest"]):
        return True
    labelled = any(map(low.__contains__, _LABELS_OF_NUMBERS)) and _DIGIT.search(low) is not None
    if not (labelled or any(map(low.__contains__, _SIGNS_OF_ADDRESSES))):
        return False
    rest, found = _REACHED.subn(" ", low)
    return found > 0 and len(rest.split()) <= _MOST_BESIDE_REACHED


def _tells_money_held(low: str) -> bool:
    return any(map(low.__contains__, _MONEY_WORDS)) and _MONEY_HELD.fullmatch(low) is not None


def names_software(text: str) -> bool:
    """Whether a statement is a list of names known to readers, as "SAP, MS Project, Jira"."""
    if "," not in text:
        return False
    parts = [part.strip() for part in text.strip(" .").split(",")]
    if len(parts) < _LEAST_LISTED or not all(0 < len(part.split()) <= _MOST_LISTED for part in parts):
        return False
    known = [
        all(word[:1].isupper() for word in part.split()) and part.split()[0].upper() in known_terms() for part in parts
    ]
    return sum(known) >= _LEAST_KNOWN * len(parts)
