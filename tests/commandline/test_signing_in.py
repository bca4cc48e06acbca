"""Signing in and out on the command line: words on stderr, the result on stdout, and never a token."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.commandline import signing_in
from reviewer.errors import Unavailable
from reviewer.mail.oauth import SignInFailed
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.commandline.conftest import Program
from tests.fakes import MemoryKeyring
from tests.mail.signing_in import TRUSTED
from tests.oauth_provider import CLIENT, MAILBOX, OAuthProvider
from tests.smtp_servers import SmtpServer

ARGUMENTS = argparse.Namespace(json=True, no_browser=True)


@pytest.fixture
def provider() -> Iterator[OAuthProvider]:
    with OAuthProvider(polls=["authorization_pending", "ok"]) as running:
        running.interval = 0
        yield running


@pytest.fixture
def workspace(tmp_path: Path, provider: OAuthProvider) -> Iterator[Workspace]:
    desk = Workspace(Home(folder=tmp_path / "home"))
    for key, value in {
        "mail.transport": "smtp",
        "mail.sign_in": "microsoft",
        "mail.sender": MAILBOX,
        "oauth.client_id": CLIENT,
        "oauth.authority": provider.address,
        "smtp.ca_file": str(provider.certificate_file),
    }.items():
        desk.change_setting(key, value)
    yield desk
    desk.close()


def trust(workspace: Workspace) -> None:
    workspace.secrets._trusted = TRUSTED


def test_signing_in_shows_the_code_and_tells_the_result(
    workspace: Workspace, provider: OAuthProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    trust(workspace)
    assert signing_in.sign_in(ARGUMENTS, workspace) == 0
    out, err = capsys.readouterr()
    assert "BCDF-GHJK" in err
    assert f"{provider.address}/device" in err
    told = json.loads(out)
    assert (told["sign_in"], told["mailbox"], told["account"], told["signed_in"]) == (
        "microsoft",
        MAILBOX,
        MAILBOX,
        True,
    )
    assert "access-" not in out + err
    assert signing_in.sign_out(ARGUMENTS, workspace) == 0
    assert json.loads(capsys.readouterr().out)["signed_in"] is False
    assert signing_in.sign_out(ARGUMENTS, workspace) == 1


def test_without_a_keyring_nothing_is_begun(workspace: Workspace, provider: OAuthProvider) -> None:
    with pytest.raises(Unavailable, match="sign-in-no-keyring"):
        signing_in.sign_in(ARGUMENTS, workspace)
    assert provider.book.asked == []


def test_the_doctor_tells_who_is_signed_in_until_when_and_never_the_token(
    workspace: Workspace, provider: OAuthProvider, clean_environment: MemoryKeyring
) -> None:
    trust(workspace)
    with SmtpServer(user=MAILBOX, auth=["XOAUTH2"], takes_token=provider.is_good) as server:
        for key, value in {"smtp.host": server.host, "smtp.port": str(server.port)}.items():
            workspace.change_setting(key, value)
        found = {finding.name: finding for finding in workspace.doctor()}
        assert (found["sign-in"].ok, found["sign-in"].detail, found["mail"].ok) == (False, "sign-in-missing", False)
        assert "reviewer sign-in" in found["sign-in"].remedy
        signing_in.sign_in(ARGUMENTS, workspace)
        found = {finding.name: finding for finding in workspace.doctor()}
    assert (found["sign-in"].ok, found["mail"].ok, found["keyring"].ok) == (True, True, True)
    assert found["sign-in"].detail.startswith(f"{MAILBOX}, signed in since ")
    assert "access-" not in repr(found)


def test_a_sign_in_that_ends_while_letters_wait_says_what_to_do_and_loses_nothing(
    workspace: Workspace, provider: OAuthProvider
) -> None:
    trust(workspace)
    signing_in.sign_in(ARGUMENTS, workspace)
    provider.revoke()
    with SmtpServer(user=MAILBOX, auth=["XOAUTH2"], takes_token=provider.is_good) as server:
        for key, value in {"smtp.host": server.host, "smtp.port": str(server.port)}.items():
            workspace.change_setting(key, value)
        with pytest.raises(SignInFailed, match=r"^sign-in-expired"):
            workspace.correspondence.send_test()
        assert server.messages == []


def test_the_program_says_what_is_missing_before_it_signs_in(program: Program) -> None:
    ran = program("sign-in")
    assert (ran.code, ran.out) == (1, "")
    assert "keyring" in ran.err
    ran = program("sign-out", "--json")
    assert ran.code == 1
    assert ran.json()["signed_in"] is False
