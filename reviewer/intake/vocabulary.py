"""Words by which names, headings and languages are told apart in a CV's first lines."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words("von van de den der zu zum zur vom di da del della le la el al bin ten ter dos du")
TITLES = _words("dr prof dipl ing herr frau")
GERMAN = _words("und der die das mit für von bei als im den des zur zum ist ein eine auf nach sowie durch")
ENGLISH = _words("and the of with for to as at by from is was an on have which through including")
NOT_NAMES = _words(
    """
    lebenslauf cv curriculum vitae resume résumé profil profile beraterprofil kurzprofil bewerbung application
    interim manager managerin management executive consultant consulting berater beraterin beratung projektleiter
    projektliste projects project projekt projekte final neu new alt old kurz lang version en deutsch englisch german
    english copy kopie scan dokument document aktuell current stand unterlagen img foto photo page seite
    geschäftsführer geschäftsführerin ceo cfo coo cto cio cro gmbh ag kg persönliche daten personal details data
    kontakt contact kontaktdaten adresse address telefon phone mobil mobile email mail geboren born deutschland
    germany straße strasse street summary zusammenfassung berufserfahrung werdegang experience professional
    ausbildung education skills kenntnisse kompetenzen director leiter leiterin head finance sales operations supply
    chain senior partner engineer ingenieur vertraulich confidential und and für for of mit with the das die
    überblick übersicht overview inhalt content industry industrie branche branchen sprachen languages beruflicher
    berufliche beruf erfahrung expert experte expertin work history career qualification qualifikation references
    referenzen kurzvorstellung kurzübersicht vita about über chief officer leitung produktion logistik einkauf vertrieb
    """
)
