"""The names of letters, languages, states and days as the review page says them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from reviewer.domain.applicant import Answer, DecisionKind, Document, Salutation, State
from reviewer.domain.letter import Language, LetterState, Template
from reviewer.domain.objections import Objection
from reviewer.i18n import current_language, ngettext, pgettext
from reviewer.i18n import gettext as _


def template_name(template: Template) -> str:
    """A letter as people call it."""
    match template:
        case Template.FEEDBACK_1 | Template.FEEDBACK_2 | Template.FEEDBACK_3:
            return _("Feedback {rung}").format(rung=template.rung)
        case Template.REJECTION:
            return _("Rejection")
        case Template.ACCEPTANCE:
            return _("Acceptance")
        case Template.DELETION_CONFIRMATION:
            return _("Confirmation of deletion")
        case Template.OBJECTION_NEVER_COMPLAINED | Template.OBJECTION_CONVERSATION | Template.OBJECTION_HOMEPAGE:
            return _("Answer to an objection")


def objection_words(objection: Objection | None) -> str:
    """An objection in the applicant's words, in short."""
    match objection:
        case Objection.NEVER_COMPLAINED:
            return _("I have always done fine with this version, nobody ever complained")
        case Objection.CONVERSATION:
            return _("A document can never show how qualified I am; I convince in conversation")
        case Objection.DELETE_DATA:
            return _("We obviously see things differently: delete my data")
        case Objection.HOMEPAGE:
            return _("All details are on my website")
        case None:
            return ""


def language_name(language: Language) -> str:
    """A language in the window's language."""
    return _("German") if language is Language.DE else _("English")


def ui_language() -> Language:
    """The window's language, for texts of the house that exist in each."""
    return Language(current_language())


def answer_name(answer: Answer) -> str:
    """An answer in a word."""
    match answer:
        case Answer.OPEN:
            return _("open")
        case Answer.FINE:
            return _("fine")
        case Answer.LACKING:
            return _("lacking")


def salutation_name(salutation: Salutation) -> str:
    """How a person is addressed, in a word."""
    match salutation:
        case Salutation.WOMAN:
            return _("Ms")
        case Salutation.MAN:
            return _("Mr")
        case Salutation.UNKNOWN:
            return _("Not known")


def state_name(state: State) -> str:
    """Where an applicant stands, in a word."""
    match state:
        case State.PENDING:
            return _("To be reviewed")
        case State.FOLLOW_UP:
            return _("In follow-up")
        case State.ACCEPTED:
            return _("Accepted")
        case State.OUT:
            return pgettext("state", "Out")


def letter_state_words(state: LetterState) -> str:
    """What has become of a letter."""
    match state:
        case LetterState.HELD:
            return _("held back")
        case LetterState.QUEUED:
            return _("waits to be sent")
        case LetterState.SENDING:
            return _("is being sent")
        case LetterState.SENT:
            return _("handed to the mail server")
        case LetterState.FAILED:
            return _("could not be sent")
        case LetterState.IN_DOUBT:
            return _("perhaps sent, please look")
        case LetterState.CANCELLED:
            return _("taken back")


def done_words(kind: DecisionKind, name: str, rung: int) -> str:
    """What a decision did, for the status line."""
    match kind:
        case DecisionKind.FEEDBACK:
            return _("{name}: feedback {rung}").format(name=name, rung=rung)
        case DecisionKind.ACCEPT:
            return _("{name} accepted").format(name=name)
        case DecisionKind.REJECT:
            return _("{name} out").format(name=name)


def document_name(document: Document, *, several: bool) -> str:
    """A document as the header says it: the CV by its duty, others by their file's name."""
    name = _("CV") if document.position == 0 else document.name
    if not several:
        return name
    return _("{document}, version {version}").format(document=name, version=document.version)


def pages_words(count: int) -> str:
    """How many pages."""
    return ngettext("{count} page", "{count} pages", count).format(count=count)


def day_words(day: date) -> str:
    """A day as the window's language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM yyyy"))


def weekday_words(day: date) -> str:
    """A day with its weekday: "Mon 30 Nov"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _("ddd d MMM"))


def moment_words(moment: datetime) -> str:
    """A moment in local time: "04.05.2017, 14:05"."""
    local = moment.astimezone()
    return _("{day}, {time}").format(day=day_words(local.date()), time=local.strftime("%H:%M"))


def clock_words(moment: datetime) -> str:
    """The time of day of a moment, in local time."""
    return moment.astimezone().strftime("%H:%M:%S")
