"""German roles of the open half, with their tasks and results."""

from __future__ import annotations

from tests.corpus.blind.model import Role

ROLES = (
    Role(
        ("Interim CFO", "Kaufmännischer Geschäftsführer auf Zeit", "Interim Leiter Finanzen und Controlling"),
        ("Leiter Controlling", "Leiter Rechnungswesen", "Kaufmännischer Leiter"),
        (
            "Aufbau einer rollierenden Liquiditätsplanung über 13 Wochen",
            "Verhandlung des Konsortialkredits mit fünf Banken",
            "Umstellung des Berichtswesens von HGB auf IFRS",
            "Einführung eines monatlichen KPI-Berichts für die Gesellschafter",
            "Begleitung des Jahresabschlusses und der Prüfung durch den Wirtschaftsprüfer",
            "Neuordnung von Buchhaltung, Controlling und Mahnwesen",
        ),
        (
            "Forderungslaufzeit (DSO) von 62 auf 41 Tage gesenkt",
            "Liquidität innerhalb von vier Monaten um 6,5 Mio. € verbessert",
            "Abschluss nach fünf statt zwölf Arbeitstagen fertig",
            "Kreditlinie um drei Jahre verlängert",
        ),
    ),
    Role(
        ("Interim Werkleiter", "Werksleiter auf Zeit", "Interim COO"),
        ("Bereichsleiter Produktion", "Leiter Fertigung", "Leiter Qualität"),
        (
            "Stabilisierung der Auslieferung nach Verlagerung zweier Montagelinien",
            "Einführung von Schichtbesprechungen und Kennzahltafeln am Band",
            "Verhandlung eines Standortvertrags mit Betriebsrat und Gewerkschaft",
            "Neuplanung des Materialflusses und der Pufferlager",
            "Abarbeitung der offenen Punkte aus dem Kundenaudit nach IATF 16949",
        ),
        (
            "Ausschuss von 7,8 % auf 2,9 % reduziert",
            "Liefertreue von 71 auf 96 Prozent gesteigert",
            "OEE um elf Punkte erhöht",
            "Rückstand von 4.300 Aufträgen in zehn Wochen abgebaut",
        ),
    ),
    Role(
        ("Interim CIO", "Programmleiter IT", "Leiter IT (interim)"),
        ("Leiter IT", "Projektleiter Anwendungssysteme"),
        (
            "Ablösung des alten ERP-Systems durch SAP S/4HANA an vier Standorten",
            "Auswahl und Steuerung des Rechenzentrumsbetreibers",
            "Aufbau eines Notfallplans nach einem Angriff mit Verschlüsselungssoftware",
            "Zusammenführung dreier Support-Teams zu einem Service Desk",
            "Neuverhandlung der Lizenz- und Wartungsverträge",
        ),
        (
            "Produktivstart ohne Betriebsunterbrechung",
            "IT-Kosten um 18 Prozent gesenkt",
            "Wiederanlaufzeit von drei Tagen auf sechs Stunden verkürzt",
        ),
    ),
    Role(
        ("Interim Personalleiterin / Personalleiter", "Head of HR auf Zeit", "Interim HR-Leitung"),
        ("Referent Personal", "Leiter Personal und Soziales"),
        (
            "Vorbereitung und Abschluss von Interessenausgleich und Sozialplan",
            "Einführung einer einheitlichen Entgeltstruktur für drei Gesellschaften",
            "Besetzung von elf Führungsstellen im Außendienst",
            "Digitalisierung der Personalakten und der Lohnabrechnung",
        ),
        (
            "Fluktuation von 19 auf 11 Prozent gesenkt",
            "Einigung mit dem Betriebsrat nach sieben Wochen ohne Einigungsstelle",
            "Zeit bis zur Besetzung offener Stellen halbiert",
        ),
    ),
    Role(
        ("Interim Einkaufsleiter", "Leiter Einkauf und Logistik ad interim", "Interim CPO"),
        ("Strategischer Einkäufer", "Abteilungsleiter Logistik"),
        (
            "Bündelung der Bedarfe für Verpackung und Frachten",
            "Aufbau einer zweiten Bezugsquelle für Halbleiter in Südostasien",
            "Neuausschreibung der Kontraktlogistik",
            "Einführung eines Lieferantenbewertungssystems",
        ),
        (
            "Einsparungen von 3,1 Mio. € im ersten Jahr",
            "Bestände um 22 % verringert",
            "Fehlteile am Band auf unter 20 je Woche gebracht",
        ),
    ),
    Role(
        ("Interim Vertriebsleiter", "Interim CSO", "Bereichsleiter Vertrieb auf Zeit"),
        ("Gebietsverkaufsleiter", "Leiter Vertrieb Inland"),
        (
            "Neuausrichtung des Vertriebs nach Kundengruppen",
            "Einführung eines CRM-Systems für 40 Außendienstler",
            "Nachverhandlung der Jahresgespräche mit den fünf größten Handelskunden",
            "Aufbau des Online-Geschäfts in Österreich und der Schweiz",
        ),
        (
            "Deckungsbeitrag um 4,2 Prozentpunkte verbessert",
            "Auftragseingang binnen eines Jahres um 17 % erhöht",
            "Preiserhöhung von 6 % bei 92 % der Kunden durchgesetzt",
        ),
    ),
    Role(
        ("Restrukturierungsbeauftragter (CRO)", "Interim Geschäftsführer", "Alleingeschäftsführer auf Zeit"),
        ("Geschäftsführer", "Referent der Geschäftsleitung", "Leiter Unternehmensentwicklung"),
        (
            "Erstellung und Umsetzung des Sanierungskonzepts nach IDW S 6",
            "Schließung eines Standorts und Verlagerung der Fertigung",
            "Gespräche mit Kreditversicherern und Hausbanken",
            "Vorbereitung des Verkaufs an einen strategischen Investor (M&A)",
        ),
        (
            "EBITDA von minus 4 auf plus 2,5 Mio. € gedreht",
            "Insolvenz abgewendet, 310 Arbeitsplätze erhalten",
            "Verkauf nach neun Monaten abgeschlossen",
        ),
    ),
)
