"""Which language a CV is in: told by few words among product names, and another language as such."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.languages import find_language
from reviewer.checks.run import check
from tests.checks.builders import lines, make_reading

ENGLISH_SKILLS = """Skills: Project Management, Supply Chain Management, Lean Manufacturing, Business Intelligence,
Stakeholder Management, Change Management, Machine Learning, Cloud Computing, Customer Relationship Management, Head of
Sales, Microsoft Office, Power BI, Salesforce, Data Warehouse, Scrum Master, Product Owner, Design Thinking, Train the
Trainer, End to End Testing, Bachelor of Science, Master of Business Administration, Software as a Service, Internet of
Things, Six Sigma"""

GERMAN_TABLE = """Lebenslauf
Geburtsdatum 03.04.1971
Geburtsort Musterstadt
Familienstand verheiratet
seit 07.2016 Nordwerk AG, Musterstadt
Werksleitung; Fertigung, Instandhaltung, Montage
08.2009 – 06.2016 Beispiel GmbH, Neustadt
Ausbildung
08.1990 – 07.1994 Technisches Gymnasium Neustadt
Sprachkenntnisse Englisch gute Kenntnisse
Hobbys Schwimmen, Schach"""

GERMAN_OF_PRODUCTS = f"""Berufserfahrung
Principal Software Engineer, Muster Systems GmbH
Technische Leitung der Entwicklung des Order Management Systems
Head of Mission Operations, Beispiel Space Solutions GmbH
Technology Consultant, Artificial Intelligence & Data Analytics
{ENGLISH_SKILLS}
Persönliche Informationen
Sprachen Deutsch, Englisch"""

GERMAN_WITHOUT_UMLAUTS = """Beruflicher Werdegang
5 - 11/2012 Muster Digital GmbH, Neustadt
Entwicklungsingenieur
9 - 12/2002 Beratung und Software GmbH
Programmierung
Ausbildung
10/1993 - 10/1999 Studium Elektrotechnik
Programmiersprachen C#/.NET, C++, C, Java, LISP, SQL, PHP, Perl, Pascal, Basic
Sonstige Kenntnisse MS Office"""

ENGLISH_OF_GERMANY = """Interim manager, Görlitzer Straße 4, 01099 Dresden
Plant manager at Müller und Söhne GmbH, Lüdenscheid
Restructured the assembly of gearboxes and cut lead times by a third
Managed a team of 40 at the Königsbrück site of Fürstenwerk GmbH & Co. KG
Degree in mechanical engineering, Technische Universität München
Languages: German, English"""

FRENCH = """Directeur industriel
Expérience professionnelle
Depuis 2015 Directeur de production chez Exemple SA, Lyon
Gestion des équipes de trois ateliers et du budget de l'usine
2009 – 2015 Responsable de la maintenance, Société Modèle
Formation : École des mines
Langues : anglais courant, allemand"""

DUTCH = """Persoonlijke gegevens
Werkervaring
2015 – heden Operationeel directeur bij Voorbeeld BV, Utrecht
Verantwoordelijk voor de productie en het magazijn van twee vestigingen
2009 – 2015 Hoofd logistiek, Model NV
Opleiding Bedrijfskunde aan de hogeschool
Talen Nederlands, Engels, Duits"""

SPANISH = """Experiencia profesional
Desde 2015 Director de operaciones en Ejemplo SA, Valencia
Responsable de la gestión de las plantas y del presupuesto
Formación: Ingeniería industrial, Universidad Modelo
Idiomas: inglés, alemán"""

ITALIAN = """Esperienze lavorative
Dal 2015 Direttore di stabilimento presso Esempio SpA, Torino
Gestione del personale e dei fornitori per tutta la produzione
Istruzione e formazione: laurea in ingegneria
Lingue: inglese, tedesco"""

POLISH = """Doświadczenie zawodowe
Od 2015 Dyrektor zakładu, Przykład Sp. z o.o., Poznań
Zarządzanie produkcją oraz odpowiedzialność za budżet fabryki
Wykształcenie: Politechnika
Języki: angielski, niemiecki"""

SWEDISH = """Arbetslivserfarenhet
2015 – Fabrikschef på Exempel AB, Västerås
Ansvarig för produktionen och inköp vid två anläggningar samt budget
Utbildning: civilingenjör
Språk: engelska, tyska"""

RUSSIAN = """Опыт работы
Директор завода, Пример, Тверь
Образование и повышение квалификации
Языки: английский, немецкий"""


@pytest.mark.parametrize("text", [GERMAN_TABLE, GERMAN_OF_PRODUCTS, GERMAN_WITHOUT_UMLAUTS])
def test_few_german_words_tell_among_names_and_products(text: str) -> None:
    assert find_language(text) == "de"


@pytest.mark.parametrize("text", [ENGLISH_OF_GERMANY, ENGLISH_SKILLS])
def test_english_stays_english_with_german_names_and_in_a_list_of_skills(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize("text", [FRENCH, DUTCH, SPANISH, ITALIAN, POLISH, SWEDISH, RUSSIAN])
@pytest.mark.parametrize("skills", ["", ENGLISH_SKILLS])
def test_another_language_is_told_as_such_even_beside_english_skills(text: str, skills: str) -> None:
    assert find_language(f"{text}\n{skills}") == "other"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Interim Werkleiter\nZwei Linien in Betrieb genommen\nLinien in Ulm und in Wels, z. B. per Schiff",
            "de",
        ),
        ("Interim plant manager\nPut two lines in place in Leeds, in York, in Hull and in Ely", "en"),
    ],
)
def test_few_words_that_other_languages_have_too_tell_no_other(text: str, language: str) -> None:
    assert find_language(text) == language


def test_filler_text_is_no_language() -> None:
    filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."
    assert find_language(f"Work Experience\n{filler}\n{filler}\n{filler}") == "other"


def test_a_german_table_full_of_english_products_is_judged() -> None:
    assert check(make_reading(lines(*GERMAN_OF_PRODUCTS.split("\n"))), date(2026, 11, 23)).language == "de"
