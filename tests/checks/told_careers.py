"""Short careers told in lines, and what the pre-check makes of them."""

from __future__ import annotations

from datetime import date

from reviewer.checks.run import check
from reviewer.domain.findings import Verdict
from tests.checks.builders import lines, make_reading

TODAY = date(2026, 11, 23)
POSTS = (
    "Festanstellungen",
    "04/2008 – 11/2010", "Werkleiter, Muster GmbH", "Aufbau einer zweiten Linie",
    "01/2003 – 03/2008", "Fertigungsleiter, Probe AG", "Einführung der Gruppenarbeit",
)  # fmt: skip
FILLER = ("Profil", "Ich übernehme Verantwortung für Werke und Verwaltungen, wenn jemand fehlt oder es eilt.")
MANDATE = ("01/2012 – 09/2012", "Werkleiter, Vorlage GmbH", "Zweite Schicht eingeführt")


def verdict(criterion: str, *texts: str) -> Verdict:
    findings = check(make_reading(lines("Erika Beispiel", *texts)), TODAY)
    return next(one.verdict for one in findings.proposals if one.criterion == criterion)


def career(*between: str, extra: tuple[str, ...] = ()) -> Verdict:
    newest = ("Berufserfahrung", "02/2021 – heute", "Werkleiter, Vorlage SE (120 Mitarbeiter)", "Umzug gesteuert")
    older = ("09/2012 – 04/2018", "Fertigungsleiter, Entwurf KG", "Linie aufgebaut")
    return verdict("currency", *FILLER, *newest, *between, *older, *extra)
