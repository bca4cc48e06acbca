"""What people are told of texts: what is wrong with one, what it may use, and who it is tried on."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import PARTIALS, TextFault, TextKey, TextVariable
from reviewer.i18n import gettext as _
from reviewer.mail.samples import DATES

_FAULTS: dict[str, Callable[[], str]] = {
    "text-empty": lambda: _("The text is empty."),
    "text-too-long": lambda: _("The text is too long."),
    "text-brace-open": lambda: _("A brace is opened here and not closed."),
    "text-block-open": lambda: _("“{what}” is begun here and has no end: {end} is missing."),
    "text-block-unbegun": lambda: _("“{what}” belongs to nothing that was begun."),
    "text-statement-unknown": lambda: _("Letters do not know the statement “{what}”."),
    "text-filter-unknown": lambda: _("Letters do not know “| {what}”."),
    "text-import-unknown": lambda: _("What is to be taken from another text does not exist."),
    "text-name-unknown": lambda: _("Nothing is called “{what}”. See the list of what a text may use."),
    "text-forbidden": lambda: _("This is not allowed in letters."),
    "text-does-too-much": lambda: _("This repeats too often or grows too large."),
    "text-broken": lambda: _("This cannot be understood."),
    "text-without-subject": lambda: _("The first line must be the subject: “Subject: …”."),
    "text-without-words": lambda: _("The paragraph is empty for some applicants."),
    "text-without-points": lambda: _("The lacking points are missing: {points}."),
    "text-without-name": lambda: _("The letter does not begin with the person’s name: {salutation}."),
    "text-other-broken": lambda: _("With this text “{what}” could no longer be written."),
    "letter-without-subject": lambda: _("The subject is empty."),
    "letter-without-body": lambda: _("Below the subject there is nothing."),
    "letter-with-leftover": lambda: _("Braces are left over in the letter."),
    "letter-without-salutation": lambda: _("The salutation is missing or incomplete."),
    "letter-without-text": lambda: _("After the salutation there is nothing."),
    "letter-with-empty-paragraph": lambda: _("A paragraph is empty for some applicants."),
}


def explain_fault(fault: TextFault) -> str:
    """What is wrong, as one sentence without the line."""
    words = _FAULTS.get(fault.code, _FAULTS["text-broken"])()
    end = f"{{% end{fault.what} %}}"
    return words.format(what=fault.what, end=end, points="{{ points(lacking) }}", salutation="{{ salutation(person) }}")


def variables_of(key: TextKey) -> tuple[TextVariable, ...]:
    """What a text may use, with examples in its language."""
    german = key.language is Language.DE
    if key.paragraph is not None:
        return _of_paragraph(german=german)
    return _of_partials() if key.name == PARTIALS else (*_of_letter(german=german), *_statements())


def _variable(name: str, meaning: str, example: str, inserts: str = "") -> TextVariable:
    return TextVariable(name=name, inserts=inserts or f"{{{{ {name} }}}}", meaning=meaning, example=example)


def _of_paragraph(*, german: bool) -> tuple[TextVariable, ...]:
    quoted = "„Werkleiter“ (Seite 1)" if german else "“plant manager” (page 1)"
    missing = (
        "Zur Station 05/2019 fehlt die Branche." if german else "For the position 05/2019, the industry is missing."
    )
    only = _("Only with quotes")
    return (
        _variable("quoted", _("The pinned words with their pages; empty when none are pinned"), quoted),
        _variable("missing", _("What the pre-check misses where, as sentences; may be empty"), missing),
        _variable("if quoted", only, "…", "{% if quoted %}  {{ quoted }}.{% endif %}"),
        _variable("if missing", _("Only where something is missed"), "…", "{% if missing %} {{ missing }}{% endif %}"),
    )


def _of_letter(*, german: bool) -> tuple[TextVariable, ...]:
    title = "Dr." if german else "Dr"
    today, until, earlier = DATES[Language.DE if german else Language.EN]
    hello = "Sehr geehrte Frau Dr. Weiß," if german else "Dear Dr Weiß,"
    point = "Projektliste: …" if german else "Project list: …"
    titles = "Kontaktdaten; Projektliste" if german else "Contact details; Project list"
    return (
        _variable("salutation(person)", _("The whole salutation"), hello),
        _variable("points(lacking)", _("One paragraph for each lacking point"), point),
        _variable("titles(lacking)", _("The lacking points by name"), titles),
        _variable("answer_by", _("The day by which an answer is due"), until),
        _variable("today", _("The day on which the letter is written"), today),
        _variable("last_letter_on", _("The day of the letter before; empty when there was none"), earlier),
        _variable("person.title", _("The academic title; may be empty"), title),
        _variable("person.first_name", _("The first name"), "Petra"),
        _variable("person.last_name", _("The last name"), "Weiß"),
        _variable("sender_name", _("Who signs"), "Maria Brandt"),
        _variable("enclosed(attached)", _("What goes along, in a sentence; empty for nothing"), "…"),
        _variable("closing(sender_name)", _("Greeting and signature"), "… Maria Brandt"),
    )


def _statements() -> tuple[TextVariable, ...]:
    return (
        _variable(
            "if lacking",
            _("Only when something is lacking; else the other text"),
            "…",
            "{% if lacking %}\n\n{% else %}\n\n{% endif %}",
        ),
        _variable("if corrected", _("Only when a new CV has come"), "…", "{% if corrected %}\n\n{% endif %}"),
        _variable(
            "if last_letter_on", _("Only after an earlier letter"), "…", "{% if last_letter_on %}\n\n{% endif %}"
        ),
    )


def _of_partials() -> tuple[TextVariable, ...]:
    return (
        _variable("person.salutation", _("woman, man or unknown"), "woman"),
        _variable("person.title", _("The academic title; may be empty"), "Dr."),
        _variable("person.first_name", _("The first name"), "Petra"),
        _variable("person.last_name", _("The last name"), "Weiß"),
        _variable(
            "macro", _("A building block that letters use by its name"), "…", "{% macro name(x) %}\n{% endmacro %}"
        ),
    )
