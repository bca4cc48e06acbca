"""The sub-commands for the house: settings, doctor, demo, upgrade."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import asdict

from reviewer.commandline.output import DONE, MISUSED, REFUSED, print_document, say
from reviewer.i18n import gettext as _
from reviewer.paths import HOME_VARIABLE, Home, find_home
from reviewer.settings import BY_KEY, SETTINGS, check
from reviewer.workspace import Workspace, upgrade

PASSWORD = "smtp.password"  # noqa: S105 - the name of a key


def settings(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Show all settings, show one, or set one."""
    key, value = arguments.key, arguments.value
    if key == PASSWORD:
        return _set_password(workspace, value)
    if key is not None and value is not None:
        workspace.change_setting(key, value)
        return DONE
    if key is not None:
        check(key, workspace.settings.text(key) if key in BY_KEY else "")
    shown = {setting.key: workspace.settings.text(setting.key) for setting in SETTINGS if key in (None, setting.key)}
    if arguments.json:
        print_document(shown)
    elif key is not None:
        print(shown[key])
    else:
        for name, current in shown.items():
            print(f"{name} = {current}")
    return DONE


def _set_password(workspace: Workspace, value: str | None) -> int:
    if value is not None:
        say(_("A password on the command line can be seen by others. Give it on standard input."))
        return MISUSED
    if sys.stdin.isatty():
        from getpass import getpass

        password = getpass(_("Password of the mail account: "))
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        say(_("No password was given."))
        return MISUSED
    if workspace.secrets.keep_password(workspace.settings.text("smtp.user"), password):
        return DONE
    say(_("There is no keyring to keep it in. Name a file in REVIEWER_SMTP_PASSWORD_FILE instead."))
    return REFUSED


def doctor(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Look at every part; 1 when something needs a remedy."""
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
            print(f"{finding.name}: {_('ok') if finding.ok else finding.remedy} {finding.detail}".rstrip())
    return DONE if all(finding.ok for finding in findings) else REFUSED


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
