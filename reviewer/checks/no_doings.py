"""Statements that tell of no doing whatever their words: terms of a post, reasons, software, and the company's past."""

from __future__ import annotations

import re

from reviewer.checks.codes import known_terms
from reviewer.checks.vocabulary import lowered

_LEAST_LISTED, _MOST_LISTED, _LEAST_KNOWN = 2, 2, 0.6
_NO_DOING = re.compile(
    r"\W*(?:(?:(?:projekt)?dauer|laufzeit|duration|length|auslastung|pensum|arbeitszeit|reiseanteil|export\w*"
    r"|export share)\s*:?\s*(?:ca\.\s?)?[\w.,-]+\s?(?:%|\w+)?|\w+\s(?:monate|months|wochen|weeks|jahre|years)"
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


def tells_no_doing(text: str) -> bool:
    """Whether a statement says how long, why until, with what, or whose: nothing that was done."""
    return _NO_DOING.fullmatch(lowered(text)) is not None


def names_software(text: str) -> bool:
    """Whether a statement is a list of names known to readers, as "SAP, MS Project, Jira"."""
    parts = [part.strip() for part in text.strip(" .").split(",")]
    if len(parts) < _LEAST_LISTED or not all(0 < len(part.split()) <= _MOST_LISTED for part in parts):
        return False
    known = [
        all(word[:1].isupper() for word in part.split()) and part.split()[0].upper() in known_terms() for part in parts
    ]
    return sum(known) >= _LEAST_KNOWN * len(parts)
