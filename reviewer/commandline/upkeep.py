"""The sub-commands for the house: settings, doctor, demo, upgrade."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import partial

from reviewer.commandline.output import DONE, MISUSED, REFUSED, print_document, say
from reviewer.errors import Refused, ReviewerError
from reviewer.i18n import gettext as _
from reviewer.paths import HOME_VARIABLE, Home, find_home
from reviewer.secrets import Secrets, split_password
from reviewer.settings import BY_KEY, SETTINGS, Settings, read_settings, write_setting
from reviewer.workspace import Workspace, upgrade

PASSWORD = "smtp.password"  # noqa: S105 - the name of a key
DATABASE_PASSWORD = "database.password"  # noqa: S105 - the same
CLIENT_SECRET = "oauth.client_secret"  # noqa: S105 - the same
PASSWORDS = (PASSWORD, DATABASE_PASSWORD, CLIENT_SECRET)


def settings(arguments: argparse.Namespace) -> int:
    """Show all settings, show one, or set one; opens no database, so that a wrong one can be corrected."""
    key, value = arguments.key, arguments.value
    file = find_home(arguments.home).make().settings
    if key is not None and key not in (*BY_KEY, *PASSWORDS):
        raise Refused("setting-unknown", key=key)
    if key == "database.url" and value is not None and split_password(value)[1]:
        raise Refused("database-password-in-url")
    if key is not None and key not in PASSWORDS and value is not None:
        known = write_setting(file, key, value)
        if arguments.json:
            print_document({key: known.text(key)})
        return DONE
    known = read_settings(file)
    if key in PASSWORDS:
        code = _set_password(_keeper(key, known), value)
        if arguments.json and code == DONE:
            print_document({key: "kept"})
        return code
    shown = {setting.key: known.text(setting.key) for setting in SETTINGS if key in (None, setting.key)}
    if arguments.json:
        print_document(shown)
    elif key is not None:
        print(shown[key])
    else:
        for name, current in shown.items():
            print(f"{name} = {current}")
    return DONE


def _keeper(key: str, known: Settings) -> Callable[[str], bool]:
    secrets = Secrets()
    if key == PASSWORD:
        return partial(secrets.keep_password, known.text("smtp.user"))
    if key == DATABASE_PASSWORD:
        return partial(secrets.keep_database_password, known.text("database.url"))
    return partial(secrets.keep_client_secret, known.text("oauth.client_id"))


def _set_password(keep: Callable[[str], bool], value: str | None) -> int:
    if value is not None:
        say(_("A password on the command line can be seen by others. Give it on standard input."))
        return MISUSED
    if sys.stdin.isatty():
        from getpass import getpass

        password = getpass(_("Password: "))
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        say(_("No password was given."))
        return MISUSED
    if keep(password):
        return DONE
    say(
        _(
            "There is no keyring to keep it in. For mail, name a file in REVIEWER_SMTP_PASSWORD_FILE; "
            "for a database, use PostgreSQL's own password file."
        )
    )
    return REFUSED


def doctor(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Look at every part; 1 when something needs a remedy, but for what the desk can do without."""
    with suppress(ReviewerError):
        workspace.sync(deliver=False)
    findings = workspace.doctor()
    if arguments.json:
        print_document(
            {
                finding.name: {name: value for name, value in asdict(finding).items() if name != "name"}
                for finding in findings
            }
        )
    else:
        for finding in findings:
            detail = "" if finding.detail == "ok" else finding.detail
            print(f"{finding.name}: {_('ok') if finding.ok else finding.remedy} {detail}".rstrip())
    return DONE if all(finding.ok or finding.optional for finding in findings) else REFUSED


def demo(arguments: argparse.Namespace, open_window: Callable[[argparse.Namespace], int]) -> int:
    """Fill the home with invented applicants if it is empty, then open the window on it."""
    from reviewer.demo.fill import fill

    arguments.home = arguments.home or str(demo_home().folder)
    count = fill(
        find_home(arguments.home), arguments.database, applicants=arguments.applicants, seed=arguments.seed, say=say
    )
    say(_("{count} invented applicants are in {home}.").format(count=count, home=arguments.home))
    return DONE if arguments.fill else open_window(arguments)


def demo_home() -> Home:
    """Where invented applicants live unless a home is named: never among real ones."""
    named = os.environ.get(HOME_VARIABLE)
    return find_home(named) if named else Home(folder=find_home().folder / "demo")


def upgrade_database(arguments: argparse.Namespace) -> int:
    """Bring the shared database to this program's version."""
    before, after = upgrade(find_home(arguments.home), arguments.database)
    if arguments.json:
        print_document({"before": before, "after": after})
    say(_("The database has version {version}.").format(version=after))
    return DONE
