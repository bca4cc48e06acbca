"""Words for errors between us and the mail server: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.i18n import gettext as _

_SIGN_IN_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "sign-in-missing": lambda: (
        _("Nobody is signed in for this mailbox"),
        _("Sign in under Settings, Letters. The letters wait until then."),
    ),
    "sign-in-expired": lambda: (
        _("The sign-in has ended or was taken back"),
        _("Sign in again under Settings, Letters. The letters wait until then."),
    ),
    "sign-in-denied": lambda: (
        _("The provider was told no"),
        _("Sign in again and agree, or ask the administrator of the mailbox to do so."),
    ),
    "sign-in-too-late": lambda: (
        _("The time for signing in is over"),
        _("Begin again; a new code is shown then."),
    ),
    "sign-in-unreachable": lambda: (
        _("The provider does not answer"),
        _("Check whether this computer is online. Letters wait and are tried again by themselves."),
    ),
    "sign-in-refused": lambda: (
        _("The provider refuses the sign-in"),
        _("Check the program’s id and the directory, and how the program is registered there."),
    ),
    "sign-in-client-missing": lambda: (
        _("The program’s id is missing"),
        _("Register the program at the provider, and enter the id that it gives."),
    ),
    "sign-in-mailbox-missing": lambda: (
        _("The mailbox is missing"),
        _("Enter its address as the user, or set the sender."),
    ),
    "sign-in-authority-wrong": lambda: (
        _("There is nothing to sign in at"),
        _("Check how the directory is written, and whether this computer is online."),
    ),
    "sign-in-not-chosen": lambda: (
        _("No provider is chosen"),
        _("Choose Microsoft 365 or Google first."),
    ),
    "smtp-token-refused": lambda: (
        _("The mail server refuses the sign-in"),
        _("Sign in with this mailbox’s account; its administrator has to allow sending by SMTP."),
    ),
    "smtp-token-not-taken": lambda: (
        _("The mail server takes no sign-in here"),
        _("Check server and port. Microsoft 365 and Google want STARTTLS and port 587."),
    ),
    "smtp-token-unencrypted": lambda: (
        _("A sign-in is never sent without encryption"),
        _("Choose STARTTLS or TLS."),
    ),
    "smtp-user-not-plain": lambda: (
        _("The user is not a plain address"),
        _("Enter the address of the mailbox."),
    ),
}

MAIL_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    **_SIGN_IN_WORDS,
    "smtp-certificate-not-trusted": lambda: (
        _("The mail server’s certificate is not trusted"),
        _("Check that its name is written as the provider writes it, or add the house’s own certificate file."),
    ),
    "smtp-tls-failed": lambda: (
        _("No encrypted connection came about"),
        _("Check security and port: STARTTLS is usually on port 587, TLS on port 465."),
    ),
    "smtp-starttls-not-offered": lambda: (
        _("The mail server does not offer STARTTLS"),
        _("Choose TLS and its port, usually 465."),
    ),
    "smtp-timeout": lambda: (
        _("The mail server does not answer in time"),
        _("Check server and port. A firewall or a wrong port often looks like this."),
    ),
    "smtp-connection-lost": lambda: (
        _("The mail server ended the connection"),
        _("Check security and port, or try again in a moment."),
    ),
    "smtp-host-unknown": lambda: (
        _("There is no mail server of this name"),
        _("Check how it is written, and whether this computer is online."),
    ),
    "smtp-connection-refused": lambda: (
        _("Nothing listens at this server and port"),
        _("Check the port: usually 587 for STARTTLS and 465 for TLS."),
    ),
    "smtp-unreachable": lambda: (
        _("The mail server cannot be reached"),
        _("Check whether this computer is online, then server and port."),
    ),
    "smtp-password-missing": lambda: (
        _("The password for the mail server is missing"),
        _("Enter it in the settings, under Letters."),
    ),
    "smtp-login-not-offered": lambda: (
        _("The mail server takes no login here"),
        _("Choose STARTTLS or TLS, or leave the user empty."),
    ),
    "smtp-login-refused": lambda: (
        _("The mail server refused user or password"),
        _("Enter both again. Some providers want an app password made for this program."),
    ),
    "smtp-login-unavailable": lambda: (
        _("The mail server cannot check the login at the moment"),
        _("Try again in a few minutes."),
    ),
    "smtp-login-wanted": lambda: (
        _("The mail server wants a login"),
        _("Enter user and password in the settings, under Letters."),
    ),
    "smtp-turned-away": lambda: (
        _("The mail server turned the connection away"),
        _("Try again in a few minutes; its own words say why."),
    ),
    "smtp-deferred": lambda: (
        _("The mail server asks to try again later"),
        _("The letter is kept and tried again by itself."),
    ),
    "smtp-not-understood": lambda: (
        _("What answers there is not understood"),
        _("Check server, port and security: it may be no mail server. Letters wait."),
    ),
    "smtp-answer-unintelligible": lambda: (
        _("The mail server’s answer cannot be understood"),
        _("Look whether the letter has arrived before you send it again."),
    ),
    "sender-vanished": lambda: (
        _("The program ended while this letter was being sent"),
        _("Look whether it has arrived before you send it again."),
    ),
    "mail-folder-not-writable": lambda: (
        _("The folder for letters cannot be written"),
        _("Choose another one, or check its permissions."),
    ),
}
