"""CVs of one invented person as plain text: one with nothing lacking, one that lacks three things, one too short."""

from __future__ import annotations

from pathlib import Path

from tests.desks import HEADER

FINE = """Dr. Petra Weiß
Interim Managerin
petra.weiss@example.org
Tel. +49 30 23125 101

Projekte

03/2023 - heute  Interim Werkleiterin, Nordwerk GmbH
Branche: Maschinenbau, 450 Mitarbeiter, 80 Mio. Euro Umsatz
- Durchlaufzeit in neun Monaten von 14 auf 8 Tage gesenkt
- Aufbau der Fertigungssteuerung für drei Werke

01/2020 - 12/2022  Interim Leiterin Einkauf, Südblech AG
Branche: Automobilzulieferer, 1.200 Mitarbeiter, 180 Mio. Euro Umsatz
- Einkaufskosten in 18 Monaten um 12 Prozent gesenkt
- 40 Lieferanten neu verhandelt und gebündelt

05/2016 - 11/2019  Werkleiterin, Westguss GmbH
Branche: Gießerei, 300 Mitarbeiter, 60 Mio. Euro Umsatz
- Ausschuss von 9 auf 4 Prozent gesenkt
"""
LACKING = """Dr. Petra Weiß
Interim Managerin
petra.weiss@example.org
Tel. +49 30 23125 101

Werdegang

03/2014 - 12/2015  Interim Werkleiterin, Nordwerk GmbH
Bericht an den Geschäftsführer
01/2012 - 02/2014  Leiterin Einkauf, Südblech AG
Bericht an den Vorstand
05/2006 - 11/2009  Werkleiterin, Westguss GmbH
Bericht an den Geschäftsführer
02/2003 - 04/2006  Fertigungsleiterin, Ostdraht GmbH
Bericht an den Werkleiter
"""
"""Proposed: contact, clarity and projects fine; context, tasks and currency lacking."""
SHORT = "Petra Weiß\n"


def write_papers(folder: Path, *texts: str) -> Path:
    """A folder as a customer brings it: persons 9999, 9998, … with these CVs, a day apart."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [HEADER]
    for number, text in enumerate(texts):
        id = 9999 - number
        (folder / f"cv-{id}.txt").write_text(text, encoding="utf-8")
        rows.append(
            f"{id};Frau;Dr.;Petra;Weiß{id};p{id}@example.org;de;2017-05-04;"
            f"{4 + number:02d}.05.2017 14:05;192.0.2.1;3;cv-{id}.txt"
        )
    (folder / "applicants.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder
