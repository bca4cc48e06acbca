"""The sub-commands sign-in and sign-out: the person types a code or uses the browser, the program waits."""

from __future__ import annotations

import argparse
import time
from typing import Any

from reviewer.commandline.output import DONE, REFUSED, print_document, say
from reviewer.domain.sign_in import SignInPrompt, SignInState
from reviewer.errors import Unavailable
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace


def sign_in(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Sign in for the mailbox of the settings; Ctrl+C gives up. The result goes to stdout, never a token."""
    if not workspace.sign_ins.is_kept():
        raise Unavailable("sign-in-no-keyring")
    running = workspace.sign_ins.begin()
    try:
        _show(running.prompt, open_browser=not arguments.no_browser)
        state = running.check()
        while state is None:
            time.sleep(running.wait_s)
            state = running.check()
    finally:
        running.close()
    if arguments.json:
        print_document(state_record(state))
    say(_("Signed in for {mailbox}.").format(mailbox=state.account or state.mailbox))
    return DONE


def sign_out(arguments: argparse.Namespace, workspace: Workspace) -> int:
    """Remove the tokens from this computer's keyring; 1 when nobody was signed in."""
    was_there = workspace.sign_ins.forget()
    if arguments.json:
        print_document(state_record(workspace.sign_ins.state()))
    if was_there:
        say(_("Signed out on this computer. The permission itself is taken back in the account at the provider."))
        return DONE
    say(_("Nobody was signed in for this mailbox."))
    return REFUSED


def state_record(state: SignInState) -> dict[str, Any]:
    """How things stand, for scripts."""
    return {
        "sign_in": state.way.value,
        "mailbox": state.mailbox,
        "account": state.account,
        "signed_in": state.signed_in,
        "since": state.since.isoformat() if state.since else None,
        "renews_at": state.renews_at.isoformat() if state.renews_at else None,
    }


def _show(prompt: SignInPrompt, *, open_browser: bool) -> None:
    if prompt.code:
        say(_("Open {address} in a browser on any device and type this code:").format(address=prompt.address))
        say(f"\n    {prompt.code}\n")
    else:
        say(_("Sign in in the browser of this computer:\n\n    {address}\n").format(address=prompt.address))
        if open_browser:
            import webbrowser

            webbrowser.open(prompt.address)
    until = prompt.expires_at.astimezone()
    say(_("Waiting until {time}; Ctrl+C gives up.").format(time=f"{until:%H:%M}"))
