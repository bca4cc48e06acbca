"""German fields of work of the sealed half: titles, tasks and results."""

from __future__ import annotations

from tests.corpus.blind.sealed_shape import Job

JOBS = (
    Job(
        "Produktion",
        ("Werkleiter auf Zeit", "Interim Plant Manager", "Vakanzüberbrückung Werkleitung", "Leitung Fertigung a. i."),
        ("Werkleiter", "Betriebsleiter", "Leiter Fertigung", "Meisterbereichsleiter Montage"),
        (
            "Umbau der Endmontage von Inselfertigung auf Takt",
            "Verlagerung von {q} Linien nach Ungarn, Anlauf nach {k} Monaten",
            "Einführung Shopfloor-Runden, Schichtübergabe neu geregelt",
            "Instandhaltung geplant statt nach Ausfall",
            "Abbau Rückstand von {h} auf {t} Aufträge",
            "Schichtmodelle mit dem Betriebsrat verhandelt",
        ),
        (
            "Ich fand ein Werk vor, das seit {k} Monaten keinen Liefertermin mehr halten konnte, und habe zuerst die Engpassmaschinen rund um die Uhr besetzt",
            "Gemeinsam mit den Meistern wurde die Fertigungssteuerung auf ziehende Versorgung umgestellt",
            "Der Ausschuss im Bereich Oberfläche wurde systematisch nach Ursachen sortiert und abgearbeitet",
            "Zu meinen Aufgaben gehörte ferner die Vorbereitung des Umzugs in die neue Halle",
        ),
        (
            "Liefertreue von {d} % auf 96 % gebracht",
            "Ausschuss um {p} % reduziert",
            "Rüstzeit an den Pressen von {d} auf {q} Minuten",
            "Produktivität + {p} % ohne Investition",
        ),
    ),
    Job(
        "Finanzen",
        ("Kaufmännischer Leiter auf Zeit", "Interims-CFO", "Leiter Rechnungswesen (Überbrückung)", "Finanzchef a. Z."),
        ("Kaufmännischer Leiter", "Leiter Controlling", "Prokurist Finanzen", "Bilanzbuchhalter und Teamleiter"),
        (
            "Monatsabschluss von Tag {t} auf Tag 5 vorgezogen",
            "Liquiditätsplanung rollierend über 13 Wochen",
            "Verhandlung mit {q} Banken über die Verlängerung der Linien",
            "Konzernabschluss nach HGB und IFRS",
            "Aufbau einer Deckungsbeitragsrechnung je Artikelgruppe",
            "Forderungsmanagement neu aufgesetzt",
        ),
        (
            "Nach dem plötzlichen Ausscheiden meines Vorgängers habe ich die Abteilung geführt und zwei verspätete Jahresabschlüsse nachgeholt",
            "Die Bankengespräche habe ich vorbereitet, geführt und mit einer Stillhaltevereinbarung abgeschlossen",
            "Daneben habe ich der Geschäftsleitung ein Berichtswesen gebaut, das auf eine Seite passt",
            "Die Kalkulation der Angebote wurde von Grund auf neu aufgesetzt",
        ),
        (
            "Außenstände um {m} Mio. Euro verringert",
            "Abschluss ohne Einschränkung testiert",
            "Zinslast um {p} % gesenkt",
            "Working Capital um {m} Mio. € freigesetzt",
        ),
    ),
    Job(
        "Einkauf",
        ("Einkaufsleiter ad interim", "Head of Procurement (interim)", "Berater und Verhandlungsführer Einkauf"),
        ("Leiter Einkauf", "Strategischer Einkäufer", "Gruppenleiter Beschaffung", "Technischer Einkäufer"),
        (
            "Warengruppen neu geschnitten, {d} Lieferanten abgebaut",
            "Jahresgespräche mit den {t} größten Lieferanten",
            "Rahmenverträge für Verpackung und Energie ausgeschrieben",
            "Zweitquellen für Gussteile in der Türkei erschlossen",
            "Bestellprozess in SAP MM verschlankt",
        ),
        (
            "Die Preiserhöhungen der Lieferanten habe ich einzeln geprüft und in der Mehrzahl abgewehrt",
            "Ich habe mit dem Team Ausschreibungen für sämtliche indirekten Bedarfe aufgesetzt und durchgezogen",
            "Ein insolventer Lieferant musste innerhalb weniger Wochen ersetzt werden, ohne daß ein Band stillstand",
        ),
        (
            "Einsparung {m} Mio. € im ersten Jahr",
            "Materialquote um {q} Prozentpunkte gesenkt",
            "Zahlungsziele im Schnitt um {t} Tage verlängert",
        ),
    ),
    Job(
        "Logistik",
        ("Logistikleiter auf Zeit", "Interim Manager Supply Chain", "Projektleiter Lagerumzug"),
        ("Leiter Logistik", "Disponent, später Teamleiter", "Leiter Versand und Lager", "Supply Chain Manager"),
        (
            "Zentrallager mit {h} Stellplätzen in Betrieb genommen",
            "Inventurdifferenzen aufgeklärt, Bestände bereinigt",
            "Fremdvergabe des Transports an zwei Speditionen",
            "Absatzplanung und Disposition zusammengeführt",
            "Tourenplanung neu gerechnet",
        ),
        (
            "Das neue Lager lief nicht an; ich habe die Einlagerung gestoppt, die Stammdaten richtigstellen lassen und nach {q} Wochen wieder geöffnet",
            "Mit Vertrieb und Produktion wurde eine gemeinsame Monatsplanung eingeführt, die es bis dahin nicht gab",
            "Ausgeschrieben und neu vergeben wurden sämtliche Frachten im Inland",
        ),
        (
            "Bestände um {p} % reduziert",
            "Frachtkosten um {m}00 TEUR p. a. gesenkt",
            "Fehlmengen von {d} je Woche auf {q}",
        ),
    ),
    Job(
        "Personal",
        ("Personalleiterin / Personalleiter auf Zeit", "Interim HR Director", "Interims-Personalchef"),
        ("Personalreferent", "Leiter Personal", "HR Business Partner", "Leiter Aus- und Weiterbildung"),
        (
            "Interessenausgleich und Sozialplan für {d} Stellen verhandelt",
            "Haustarif durch Flächentarif abgelöst",
            "Lohnabrechnung ausgelagert",
            "{t} offene Stellen in Technik und Vertrieb besetzt",
            "Führungskräfteprogramm für Meister aufgebaut",
        ),
        (
            "Mit dem Betriebsrat habe ich über {k} Monate einen Zukunftstarifvertrag verhandelt, der die Schließung abgewendet hat",
            "Die Abteilung bestand aus Einzelkämpfern; heute arbeitet sie mit festen Ansprechpartnern je Bereich",
            "Ich habe die Arbeitszeitkonten geordnet und eine Betriebsvereinbarung dazu abgeschlossen",
        ),
        (
            "Krankenstand um {q} Punkte gesenkt",
            "Fluktuation halbiert",
            "Personalkosten um {q} % gesenkt, keine einzige Klage",
        ),
    ),
    Job(
        "IT",
        ("IT-Leiter auf Zeit", "Programmleiter SAP-Umstellung (freiberuflich)", "Interim CIO"),
        ("Leiter EDV", "IT-Leiter", "SAP-Berater", "Systemadministrator"),
        (
            "SAP an {q} Standorten eingeführt",
            "Rechenzentrum in die Cloud verlegt",
            "Dienstleisterverträge gekündigt und neu verhandelt",
            "Notfallplan nach Verschlüsselungsangriff, Wiederanlauf in {t} Tagen",
            "Ablösung der Eigenentwicklung durch ein ERP-System von der Stange",
        ),
        (
            "Nach einem Hackerangriff stand das Unternehmen still, ich habe den Wiederanlauf geleitet und danach die Sicherheit neu geordnet",
            "Das Projekt lag bei meinem Eintritt {k} Monate hinter Plan; es ging mit einem Termin, der gehalten wurde, in Betrieb",
            "Die Anwender wurden in kleinen Gruppen geschult, die Altdaten vorher bereinigt",
        ),
        (
            "IT-Kosten um {p} % gesenkt",
            "Start ohne Stillstand, {q} Tage Nacharbeit",
            "Offene Störungen von {h} auf {d}",
        ),
    ),
    Job(
        "Vertrieb",
        ("Vertriebsleiter auf Zeit", "Interim Sales Director DACH", "Aufbau Export (Mandat)"),
        ("Gebietsverkaufsleiter", "Vertriebsleiter Inland", "Key Account Manager", "Leiter Innendienst"),
        (
            "Preislisten bereinigt, Rabatte begrenzt",
            "Außendienst von {d} auf {t} Gebiete neu eingeteilt",
            "CRM eingeführt, Angebote werden nachgefaßt",
            "Händlernetz in Frankreich und Benelux aufgebaut",
            "Reklamationen der Großkunden persönlich geklärt",
        ),
        (
            "Ich habe die {t} wichtigsten Kunden in den ersten sechs Wochen selbst besucht und aus den Gesprächen den Plan für das Jahr gemacht",
            "Verkauft wurde bis dahin über den Preis; wir haben Wartung und Ersatzteile zum eigenen Geschäft gemacht",
            "Der Innendienst wurde so besetzt, dass jedes Angebot am selben Tag das Haus verläßt",
        ),
        (
            "Auftragseingang + {p} % in {k} Monaten",
            "{q} verlorene Kunden zurückgewonnen",
            "Marge um {q} Punkte verbessert",
        ),
    ),
    Job(
        "Sanierung",
        (
            "CRO",
            "Sanierungsgeschäftsführer",
            "Generalbevollmächtigter in der Eigenverwaltung",
            "Krisenmanager auf Zeit",
        ),
        ("Geschäftsführer", "Assistent der Geschäftsleitung", "Kaufmännischer Geschäftsführer", "Bereichsleiter"),
        (
            "Sanierungsgutachten begleitet und umgesetzt",
            "Schließung von {q} Verlustbringern",
            "Verkauf des Nebengeschäfts an einen Wettbewerber",
            "Stundungen mit Finanzamt und Kassen erreicht",
            "Insolvenzplan mit den Gläubigern abgestimmt",
        ),
        (
            "Die Gesellschaft stand {q} Wochen vor der Zahlungsunfähigkeit, als ich gerufen wurde; wir haben Lieferanten beruhigt, Löhne gesichert und einen Käufer gefunden",
            "Mit Gesellschaftern und Hausbank habe ich ein Fortführungskonzept ausgehandelt und danach Zug um Zug umgesetzt",
            "Unrentable Aufträge wurden abgelehnt oder neu bepreist",
        ),
        (
            "EBITDA von minus {m} auf plus {q} Mio. €",
            "{h} Arbeitsplätze erhalten",
            "Verkauf nach {k} Monaten abgeschlossen",
        ),
    ),
    Job(
        "Qualität",
        ("Leiter Qualität auf Zeit", "Interim-QM-Leiter", "Task-Force-Leiter Reklamationen"),
        ("Leiter Qualitätssicherung", "Qualitätsingenieur", "Auditor und Teamleiter Qualität"),
        (
            "Vorbereitung auf das Audit nach IATF 16949, bestanden im ersten Anlauf",
            "Managementsystem nach ISO 9001 und ISO 14001 neu geschrieben",
            "Sortierfirmen abgelöst, Prüfung zurück an die Linie",
            "Reklamationen beim größten Kunden abgearbeitet",
            "Lieferantenaudits in China und Polen",
        ),
        (
            "Der Kunde hatte mit Auftragssperre gedroht; nach {k} Monaten stand das Werk wieder auf grün",
            "Ich habe die Prüfmittel neu erfassen und die Prüfpläne mit den Werkern zusammen schreiben lassen",
        ),
        (
            "Fehlerkosten um {p} % gesenkt",
            "Reklamationen von {d} auf {q} je Monat",
            "Sperre durch den Kunden nach {t} Wochen aufgehoben",
        ),
    ),
    Job(
        "Technik",
        ("Technischer Geschäftsführer a. Z.", "Entwicklungsleiter (interim)", "Gesamtprojektleiter Neuanlauf"),
        ("Entwicklungsleiter", "Konstrukteur", "Projektleiter", "Technischer Leiter"),
        (
            "Entwicklungsprozeß mit Freigabestufen eingeführt",
            "Baukasten statt Einzelkonstruktion",
            "{q} Neuanläufe gesteuert, Terminplan wöchentlich mit dem Kunden abgestimmt",
            "Patente gesichtet, Gebühren für unnütze eingespart",
            "Versuch und Prototypenbau zusammengelegt",
        ),
        (
            "Die Konstruktion arbeitete an {d} Themen zugleich; übrig geblieben sind die {t}, für die jemand bezahlt",
            "Als Gesamtprojektleiter hatte ich Termin, Kosten und Reife des neuen Geräts bis zur Serie zu verantworten und habe dazu die Teams aus drei Ländern geführt",
        ),
        (
            "Markteinführung {k} Wochen vor Plan",
            "Teilevielfalt um {p} % verringert",
            "Herstellkosten des Geräts um {p} % gesenkt",
        ),
    ),
)
