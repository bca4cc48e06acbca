"""Looks at every part one desk stands on and names the remedy for what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Engine

from reviewer.documents.computer import Power
from reviewer.documents.outside_doctor import examine_programs
from reviewer.documents.outside_help import OutsideHelp
from reviewer.documents.reader import DocumentReader
from reviewer.domain.sign_in import SignInState
from reviewer.domain.views import Finding
from reviewer.errors import Misconfigured, ReviewerError, Unavailable
from reviewer.i18n import gettext as _
from reviewer.mail.house import make_transport
from reviewer.mail.sign_in import SignIn, signs_in
from reviewer.paths import Home
from reviewer.secrets import Secrets
from reviewer.settings import Settings
from reviewer.storage import schema
from reviewer.storage.engine import clock_difference, reading

_CLOCK_TOLERANCE = timedelta(minutes=2)


def examine(
    shared: Engine,
    settings: Settings,
    home: Home,
    secrets: Secrets,
    documents: DocumentReader,
    outside: OutsideHelp,
    system: Callable[[], datetime],
) -> tuple[Finding, ...]:
    """One finding a part: database, schema, clock, mail, keyring, worker, confinement, helping programs, prefetch."""
    probe = documents.probe()
    works = probe.get("worker") == "ok"
    return (
        _checked("database", lambda: _database(shared), _("Start the database server, or correct database.url.")),
        _checked("schema", lambda: _schema(shared), _("Run: reviewer upgrade")),
        _checked(
            "clock",
            lambda: _clock(shared, system),
            _("Set this computer’s clock. Until then the time of the database holds."),
        ),
        _checked(
            "mail",
            lambda: _mail(settings, home, secrets, system),
            _("Correct the mail settings (reviewer settings), then send a test letter."),
        ),
        *_sign_in(settings, secrets, system),
        _checked("keyring", lambda: _keyring(settings, secrets), _keyring_remedy()),
        Finding(
            name="worker", ok=works, detail=probe["worker"] if works else "", remedy="" if works else probe["worker"]
        ),
        _confinement(probe),
        *examine_programs(settings, outside.folders),
        _prefetch(documents),
    )


def _checked(name: str, look: Callable[[], str], remedy: str) -> Finding:
    try:
        return Finding(name=name, ok=True, detail=look(), remedy="")
    except ReviewerError as error:
        return Finding(name=name, ok=False, detail=error.code, remedy=remedy)


def _database(shared: Engine) -> str:
    with reading(shared):
        return shared.dialect.name


def _schema(shared: Engine) -> str:
    found = schema.find_version(shared, "shared")
    if found is None:
        raise Unavailable("schema-missing")
    if found != schema.HEADS["shared"]:
        raise Misconfigured("schema-differs", found=found, known=schema.HEADS["shared"])
    return found


def _clock(shared: Engine, system: Callable[[], datetime]) -> str:
    difference = clock_difference(shared, system)
    if abs(difference) > _CLOCK_TOLERANCE:
        raise Misconfigured("clock-differs", minutes=round(abs(difference) / timedelta(minutes=1)))
    return "ok"


def _mail(settings: Settings, home: Home, secrets: Secrets, system: Callable[[], datetime]) -> str:
    make_transport(settings, home, secrets, system).check()
    return settings.text("mail.transport")


def _sign_in(settings: Settings, secrets: Secrets, system: Callable[[], datetime]) -> tuple[Finding, ...]:
    """Whether somebody is signed in for the mailbox, and how long the token holds; nothing where none is wanted."""
    if not signs_in(settings):
        return ()
    return (_checked("sign-in", lambda: _signed_in(SignIn(settings, secrets, system).state()), _sign_in_remedy()),)


def _signed_in(state: SignInState) -> str:
    if not state.signed_in or state.since is None or state.renews_at is None:
        raise Misconfigured("sign-in-missing")
    told = _("{mailbox}, signed in since {since}; the present token holds until {until}")
    since, until = state.since.astimezone(), state.renews_at.astimezone()
    return told.format(
        mailbox=state.account or state.mailbox, since=f"{since:%Y-%m-%d}", until=f"{until:%Y-%m-%d %H:%M}"
    )


def _sign_in_remedy() -> str:
    return _("Sign in: reviewer sign-in, or in the window under Settings, Letters.")


def _keyring(settings: Settings, secrets: Secrets) -> str:
    if signs_in(settings):
        return secrets.trusted_keyring()
    if settings.text("mail.transport") != "smtp" or not settings.text("smtp.user"):
        return _("not needed")
    return secrets.keyring_name()


def _keyring_remedy() -> str:
    return _(
        "Passwords are kept for this run only. Unlock or install the system's keyring "
        "(Secret Service, KWallet, Windows, macOS), or name a file in REVIEWER_SMTP_PASSWORD_FILE."
    )


def _prefetch(documents: DocumentReader) -> Finding:
    """How often documents were there before they were asked for; counts alone, so never a fault."""
    run, all_runs = documents.tally.this_run, documents.tally.all_runs()
    power, load = documents.pace.describe()
    told = _("{prefetched} of {asked} were there before they were asked for ({now} of {asked_now} in this run)").format(
        prefetched=all_runs.prefetched, asked=all_runs.asked, now=run.prefetched, asked_now=run.asked
    )
    source = _("on battery") if power is Power.BATTERY else _("on mains")
    detail = _("{told}; {source}, load {load} a core").format(told=told, source=source, load=f"{load:.1f}")
    return Finding(name="prefetch", ok=True, detail=detail, remedy="")


def _confinement(probe: dict[str, str]) -> Finding:
    holds = probe.get("confinement", "")
    ok = probe.get("worker") == "ok" and "seccomp" in holds
    remedy = "" if ok else _("Documents are read in a separate process with less protection than this program knows.")
    return Finding(name="confinement", ok=ok, detail=holds, remedy=remedy)
