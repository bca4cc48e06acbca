"""What stands above the checklist when an applicant is not simply open: asleep, decided, a letter on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reviewer.domain.applicant import Applicant, Sleep, State
from reviewer.domain.followup import is_asleep, is_due
from reviewer.domain.letter import Letter, LetterState
from reviewer.i18n import gettext as _
from ui.review.review_words import clock_words, day_words, template_name
from ui.widgets.badges import Tone

WAKE, TAKE_BACK = "wake", "take-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """One line; action is what its button does (empty: no button), about what it is done to."""

    icon: str
    tone: Tone
    words: str
    action: str = ""
    label: str = ""
    about: str = ""


def make_banners(applicant: Applicant, today: date) -> tuple[Banner, ...]:
    """The banners of an applicant, the most pressing first."""
    banners = []
    letter = _letter_under_way(applicant)
    if letter is not None:
        banners.append(_letter_banner(letter))
    if is_asleep(applicant, today) and applicant.sleep is not None:
        sleep = applicant.sleep
        words = _("Asleep until {day}").format(day=day_words(sleep.until))
        if sleep.reason:
            words = _("Asleep until {day}: {reason}").format(day=day_words(sleep.until), reason=sleep.reason)
        banners.append(Banner(icon="hourglass", tone="neutral", words=words, action=WAKE, label=_("Wake")))
    elif applicant.sleep is not None and applicant.state in (State.PENDING, State.FOLLOW_UP):
        banners.append(_woken_banner(applicant.sleep))
    standing = _standing_banner(applicant, today)
    if standing is not None:
        banners.append(standing)
    return tuple(banners)


def _woken_banner(sleep: Sleep) -> Banner:
    words = _("Put aside until {day}").format(day=day_words(sleep.until))
    if sleep.reason:
        words = _("Put aside until {day}: {reason}").format(day=day_words(sleep.until), reason=sleep.reason)
    return Banner(icon="hourglass", tone="accent", words=words)


def _letter_under_way(applicant: Applicant) -> Letter | None:
    gone = {LetterState.SENT, LetterState.CANCELLED}
    return next((letter for letter in reversed(applicant.letters) if letter.state not in gone), None)


def _letter_banner(letter: Letter) -> Banner:
    name = template_name(letter.template)
    taken = {"action": TAKE_BACK, "label": _("Take back"), "about": letter.id}
    match letter.state:
        case LetterState.QUEUED:
            words = _("{letter} waits and leaves at {time}").format(letter=name, time=clock_words(letter.not_before))
            return Banner(icon="clock", tone="accent", words=words, **taken)
        case LetterState.HELD:
            words = _("{letter} is held back in the outbox").format(letter=name)
            return Banner(icon="pause", tone="warn", words=words, **taken)
        case LetterState.FAILED:
            words = _("{letter} could not be sent").format(letter=name)
            return Banner(icon="circle-alert", tone="bad", words=words, **taken)
        case LetterState.IN_DOUBT:
            words = _("{letter} has perhaps been sent; the outbox asks").format(letter=name)
            return Banner(icon="circle-question-mark", tone="warn", words=words)
        case _:
            return Banner(icon="send", tone="accent", words=_("{letter} is being sent").format(letter=name))


def _standing_banner(applicant: Applicant, today: date) -> Banner | None:
    decision = applicant.decisions[-1] if applicant.decisions else None
    day = day_words(decision.at.astimezone().date()) if decision is not None else ""
    by = decision.by if decision is not None else ""
    match applicant.state:
        case State.ACCEPTED:
            words = _("Accepted on {day} by {name}") if by else _("Accepted on {day}")
            return Banner(icon="circle-check", tone="ok", words=words.format(day=day, name=by))
        case State.OUT:
            words = _("Out since {day}, decided by {name}") if by else _("Out since {day}")
            return Banner(icon="circle-x", tone="neutral", words=words.format(day=day, name=by))
        case State.FOLLOW_UP if is_due(applicant, today) and applicant.due_on is not None:
            words = _("The answer to feedback {rung} has been due since {day}").format(
                rung=applicant.rung, day=day_words(applicant.due_on)
            )
            return Banner(icon="clock", tone="warn", words=words)
        case State.FOLLOW_UP if applicant.due_on is not None:
            words = _("Feedback {rung} was sent, an answer is due by {day}").format(
                rung=applicant.rung, day=day_words(applicant.due_on)
            )
            return Banner(icon="clock", tone="neutral", words=words)
        case State.PENDING if applicant.round > 1:
            words = _("A corrected CV has come: review {round}").format(round=applicant.round)
            return Banner(icon="git-compare-arrows", tone="accent", words=words)
        case _:
            return None
