"""German roles of the report half, with their tasks and results; who develops the rules does not read them."""

from __future__ import annotations

from tests.corpus.blind.model import Role

ROLES = (
    Role(
        ("Head of Treasury (interim)", "Leiter Konzernfinanzen a. i.", "Finanzvorstand auf Zeit"),
        ("Treasurer", "Kaufmännischer Referent", "Beteiligungscontroller"),
        (
            "Zusammenführung von 46 Bankkonten in einem Cash-Pool",
            "habe die Bilanzplanung für vier Jahre neu aufgesetzt",
            "Absicherung des Dollar-Einkaufs gegen Kursverluste",
            "Auswahl eines neuen Abschlussprüfers samt Übergabe",
            "Stundung und Teilverzicht mit 17 Gläubigern ausgehandelt",
        ),
        (
            "Zinslast um ein Drittel geringer",
            "Eigenkapitalquote stieg von 9 auf 21 v. H.",
            "Überfällige Forderungen von 11 Mio. auf 3 Mio. EUR zurückgeführt",
        ),
    ),
    Role(
        ("Interimistischer Klinikgeschäftsführer", "Kaufmännischer Direktor auf Zeit", "Verwaltungsleiter ad interim"),
        ("Verwaltungsdirektor", "Assistent der Klinikleitung", "Leiter Patientenabrechnung"),
        (
            "Vorbereitung der Budgetverhandlungen mit den Krankenkassen",
            "Einführung eines zentralen Aufnahme- und Entlassmanagements",
            "OP-Pläne neu geordnet und mit den Chefärzten vereinbart",
            "Vergabe von Küche, Wäscherei und Reinigung an externe Anbieter",
        ),
        (
            "Jahresfehlbetrag von 5,1 Mio. € auf unter eine Million gedrückt",
            "Mittlere Verweildauer um 1,3 Tage verkürzt",
            "Kündigungen in der Pflege gingen auf die Hälfte zurück",
        ),
    ),
    Role(
        ("Bauprojektleiter (interim)", "Technischer Geschäftsleiter auf Zeit", "Oberbauleiter a. i."),
        ("Bauleiter", "Kalkulator", "Niederlassungsleiter"),
        (
            "Übernahme eines stockenden Tunnelprojekts nach Kündigung des Generalunternehmers",
            "Nachträge geprüft, bewertet und mit dem Bauherrn geschlichtet",
            "neue Terminplanung mit 380 Vorgängen aufgestellt und wöchentlich verfolgt",
            "Arbeitssicherheit auf allen Baustellen überprüft und geschult",
        ),
        (
            "Übergabe zwei Monate vor dem neuen Termin",
            "Nachträge über 7,4 Mio. EUR anerkannt",
            "Unfallzahl um 60 % gefallen",
        ),
    ),
    Role(
        ("Chief Digital Officer auf Zeit", "Leitung E-Commerce (interimistisch)", "Interim Head of Digital"),
        ("Produktmanager Online", "Leiter Webshop", "IT-Berater"),
        (
            "Relaunch des Webshops auf neuer Plattform einschließlich Zahlungsarten",
            "Kampagnensteuerung ins eigene Haus zurückgeholt",
            "Aufbau eines Teams für Datenanalyse",
            "Anbindung von Lager und Versand über eine API",
        ),
        (
            "Online-Anteil am Geschäft von 6 auf 19 Prozent gewachsen",
            "Retouren um 8 Prozentpunkte zurückgegangen",
            "Ladezeit gedrittelt",
        ),
    ),
    Role(
        ("Qualitätsvorstand a. i.", "Interim Head of Quality", "Leiter Qualitätssicherung auf Zeit"),
        ("Prüfingenieur", "Leiter Qualitätswesen", "Laborleiter"),
        (
            "Bearbeitung der Mängelliste der Aufsichtsbehörde nach einer GMP-Inspektion",
            "Sperrlager aufgelöst und Rückverfolgbarkeit der Chargen hergestellt",
            "Prüfpläne nach DIN EN 10025 überarbeitet",
            "Schulung von 240 Beschäftigten in Fehlersuche und Abstellmaßnahmen",
        ),
        (
            "Herstellungserlaubnis blieb bestehen",
            "Beanstandungen sanken von 140 auf 35 ppm",
            "Wiederholungsaudit ohne Abweichung bestanden",
        ),
    ),
    Role(
        ("Leiter Kontraktlogistik auf Zeit", "Interim Supply Chain Director", "Lagerleiter (Überbrückung)"),
        ("Disponent", "Leiter Versand", "Fuhrparkleiter"),
        (
            "Umzug des Ersatzteillagers in laufendem Betrieb",
            "Tourenplanung auf Software umgestellt",
            "Saisonkräfte geplant, eingearbeitet und geführt",
            "Frachttarife mit elf Spediteuren neu vereinbart",
        ),
        (
            "Pickfehler auf 0,2 % gebracht",
            "Frachtkosten 14 % unter Vorjahr",
            "Inventurdifferenz halbiert",
        ),
    ),
    Role(
        ("Beauftragter für den Carve-out", "Integrationsmanager auf Zeit", "Interim PMO-Leitung"),
        ("Unternehmensberater", "Projektassistent", "Leiter Organisation"),
        (
            "Herauslösung einer Sparte aus dem Konzern binnen 14 Monaten",
            "Verträge über Übergangsleistungen mit dem Verkäufer geschlossen",
            "20 Teilprojekte geplant, besetzt und überwacht",
            "neue Gesellschaft mit eigener Verwaltung ausgestattet",
        ),
        (
            "Stichtag gehalten, Budget um 0,6 Mio. EUR unterschritten",
            "Keine Schlüsselkraft verloren",
        ),
    ),
)
