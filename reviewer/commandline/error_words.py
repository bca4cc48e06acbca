"""What each failure means at the command line, as one sentence with the command that mends it."""

from __future__ import annotations

from reviewer.i18n import gettext as _


def error_words() -> dict[str, str]:
    """A sentence a code: what is wrong, and by which command it is mended."""
    return {
        **_words_of_databases(),
        **_words_of_folders(),
        **_words_of_deciding(),
        **_words_of_signing_in(),
        "applicant-unknown": _("There is no applicant with this id. See: reviewer list"),
        "document-unknown": _("This applicant has no such document. There are: {known}"),
        **_words_of_screens(),
        "database-password-in-url": _(
            "Leave the password out of the address and give it apart: reviewer settings database.password"
        ),
        "address-not-plain": _("This applicant's e-mail address is not plain. Correct it in the window."),
        "no-address": _("This applicant has no e-mail address. Correct it in the window, then try again."),
        **_words_of_texts(),
        "template-only-by-erasing": _("A deletion is confirmed by erasing: reviewer erase ID --yes"),
        "settings-unreadable": _("settings.toml in the home cannot be read. Mend or remove the file."),
        "settings-wrong": _("settings.toml has a wrong value for {key}. Correct it: reviewer settings {key} VALUE"),
        "setting-unknown": _("There is no setting {key}. See: reviewer settings"),
        "setting-not-a-choice": _("{key} is one of {choices}."),
        "setting-out-of-range": _("{key} is a whole number from {least} to {most}."),
        "setting-not-a-time": _("{key} is a time of day such as 08:30."),
        "setting-not-an-address": _('{key} is "Name <address>" or one plain address.'),
        "setting-not-plain": _("{key} is one line of plain text."),
        "home-not-writable": _("The home cannot be written. Name another one with --home."),
        "sender-missing": _('Say who letters come from: reviewer settings mail.sender "Name <address>"'),
        "sender-not-plain": _('mail.sender is "Name <address>" or one plain address.'),
        "smtp-host-missing": _("Name the mail server: reviewer settings smtp.host HOST"),
        "smtp-ca-file-unreadable": _(
            "The file of smtp.ca_file cannot be read. Check it: reviewer settings smtp.ca_file"
        ),
        "keyring-missing": _("There is no keyring here, and no file is named in REVIEWER_SMTP_PASSWORD_FILE."),
        "keyring-silent": _("The keyring does not answer. Unlock it and try again."),
        "smtp-unencrypted": _("Without encryption only a mail server on this computer is used. Set smtp.security."),
    }


def _words_of_signing_in() -> dict[str, str]:
    return {
        "sign-in-not-chosen": _("Say first at whom: reviewer settings mail.sign_in microsoft (or google)"),
        "sign-in-client-missing": _(
            "Register the program at the provider, then name its id: reviewer settings oauth.client_id ID"
        ),
        "sign-in-authority-wrong": _("There is nothing to sign in at. Check oauth.authority (https) and oauth.tenant."),
        "sign-in-mailbox-missing": _("Name the mailbox: reviewer settings smtp.user ADDRESS"),
        "sign-in-missing": _("Nobody is signed in for this mailbox. Run: reviewer sign-in"),
        "sign-in-expired": _("The permission has ended or was taken back. Sign in again: reviewer sign-in"),
        "sign-in-denied": _("The provider was told no. Run reviewer sign-in again to be asked once more."),
        "sign-in-too-late": _("The time for signing in is over. Run reviewer sign-in again for a new code."),
        "sign-in-unreachable": _("The provider does not answer. Check whether this computer is online; letters wait."),
        "sign-in-refused": _(
            "The provider refuses ({reason}). Check oauth.client_id, oauth.tenant and how the program is registered."
        ),
        "sign-in-no-keyring": _(
            "There is no keyring to keep the sign-in in. Unlock or install the system's "
            "(Secret Service, KWallet, Windows, macOS); nothing was begun."
        ),
        "smtp-token-refused": _(
            "The mail server refuses the sign-in. Sign in with the account of this mailbox, and let its administrator "
            "allow sending by SMTP for it."
        ),
        "smtp-token-not-taken": _(
            "The mail server takes no sign-in here. Check smtp.host, smtp.port and smtp.security."
        ),
        "smtp-token-unencrypted": _("A sign-in is never sent without encryption. Set smtp.security."),
        "smtp-user-not-plain": _("The mailbox is one plain address: reviewer settings smtp.user ADDRESS"),
    }


def _words_of_screens() -> dict[str, str]:
    return {
        "no-screen": _(
            "There is no screen to open the window on. Without one: reviewer --help, or reviewer demo --headless"
        ),
        "screen-silent": _(
            "The screen named by {screen} does not answer, or does not let this user in. Without a screen: "
            "reviewer --help, or reviewer demo --headless"
        ),
    }


def _words_of_texts() -> dict[str, str]:
    return {
        "template-broken": _(
            "The text {template} breaks in line {line} for this applicant. Mend it: reviewer template show, check, save"
        ),
        "checklist-paragraph-broken": _(
            "The text {template} breaks in line {line} for this applicant. Mend it: reviewer template show, check, save"
        ),
        "template-without-subject": _(
            "The text {template} does not begin with “Subject: …”. Mend it: reviewer template show, check, save"
        ),
        "letter-too-long": _("The letter from the text {template} is longer than any letter may be. Shorten the text."),
        "template-unknown": _("There is no text {template}. See: reviewer templates"),
        "template-version-unknown": _("There is no version {version}; the newest is {newest}."),
        "template-faulty": _("The text {template} is wrong in line {line}; nothing was saved."),
        "template-changed": _(
            "Somebody has saved another version of {template} meanwhile. Look at it: reviewer template show {template}"
        ),
        "template-not-utf8": _("The file is not UTF-8 text (byte {byte})."),
    }


def _words_of_databases() -> dict[str, str]:
    return {
        "database-unreachable": _("The shared database does not answer. Start it, or check database.url."),
        "database-url-unreadable": _("The database URL cannot be read. Write sqlite:///FILE or postgresql://…"),
        "database-kind-unknown": _("Only sqlite:///FILE and postgresql://… are known."),
        "database-without-file": _("A SQLite URL names a file: sqlite:////home/me/shared.db"),
        "sqlite-on-network-drive": _(
            "This SQLite file lies on a network drive, where locks fail and data is lost. "
            "Use a local folder, or PostgreSQL for several people."
        ),
        "database-damaged": _(
            "This file is no database of this program, or it is damaged. Name another one, or restore it from a backup."
        ),
        "database-not-permitted": _("The database's user may not do that. Ask its administrator for the rights."),
        "text-not-storable": _("A text holds characters that the database cannot keep."),
        "letter-file-not-deleted": _("A letter's file cannot be deleted now. Close the program that holds it open."),
        "password-file-unreadable": _("The file named by REVIEWER_SMTP_PASSWORD_FILE cannot be read."),
        "schema-missing": _("The shared database is still empty. Run once: reviewer upgrade"),
        "schema-older": _("The database is older than this program ({found} < {known}). Run: reviewer upgrade"),
        "schema-newer": _("The database is newer than this program ({found} > {known}). Install the newer program."),
    }


def _words_of_folders() -> dict[str, str]:
    return {
        "folder-missing": _("There is no such folder."),
        "folder-unreadable": _("The folder cannot be read. Check its permissions."),
        "table-columns-missing": _("applicants.csv lacks columns: {columns}. See: reviewer import --csv-columns"),
        "table-columns-repeated": _("applicants.csv names columns twice: {columns}. Keep one of each."),
        "table-too-large": _("applicants.csv is too large. Split it into several folders."),
        "table-unreadable": _(
            "applicants.csv cannot be read. Check its permissions, or close the program that holds it."
        ),
    }


def _words_of_deciding() -> dict[str, str]:
    return {
        "already-decided": _("This is already decided; nothing was changed."),
        "letter-waits": _("The last feedback to this applicant has not left yet. See: reviewer letters"),
        "ladder-ended": _("All three feedback letters have been sent; it is up or out now."),
        "reply-after-decision": _("This applicant is already accepted or out; objections are answered before that."),
        "letter-being-sent": _("A letter to this applicant is just being sent. Try again in a minute."),
        "rung-changed": _("Feedback {wanted} is not the next rung; it would be feedback {next}."),
        "feedback-after-decision": _("This applicant is already accepted or out; feedback comes before that."),
        "attachment-not-with-this": _("Only feedback and answers to objections carry anything."),
        "attachment-nothing-pinned": _("Nothing that is lacking is pinned to the newest CV."),
        "letter-empty": _("The letter has no subject or no text. See: reviewer letter"),
        "letter-exists": _("There is such a letter already. See: reviewer letters"),
        "letters-changed": _("A letter to this applicant was changed meanwhile. See: reviewer letters"),
        "standing-changed": _("A colleague has decided on this applicant meanwhile. See: reviewer show"),
        "round-changed": _("A new CV has come meanwhile. See: reviewer show"),
        "objection-answered": _("A colleague has answered this objection meanwhile. See: reviewer letters"),
        "too-many-writers": _("Too many people are saving at this moment; nothing is lost. Run it again in a minute."),
    }
