"""Words for errors of databases, settings, house files and imports: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.i18n import gettext as _

SETUP_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "database-unreachable": lambda: (
        _("The shared database does not answer"),
        _("Go on working; everything is kept here and saved when it answers again."),
    ),
    "database-kind-unknown": lambda: (
        _("This kind of database is not supported"),
        _("The address must begin with postgresql:// or sqlite:///."),
    ),
    "database-url-unreadable": lambda: (
        _("The database’s address cannot be read"),
        _("Check it in the settings."),
    ),
    "database-without-file": lambda: (
        _("The database’s address names no file"),
        _("Complete it in the settings."),
    ),
    "sqlite-on-network-drive": lambda: (
        _("The database file lies on a network drive"),
        _("Files there get damaged when two people write. Use PostgreSQL, or a folder on this computer."),
    ),
    "schema-missing": lambda: (
        _("The shared database is still empty"),
        _("Whoever looks after it runs “reviewer upgrade” once."),
    ),
    "schema-newer": lambda: (
        _("The database is newer than this program"),
        _("Install the newer version of the program."),
    ),
    "schema-older": lambda: (
        _("The database is older than this program"),
        _("Whoever looks after it runs “reviewer upgrade” once."),
    ),
    "schema-differs": lambda: (
        _("The database does not fit this program"),
        _("Whoever looks after it compares versions and runs “reviewer upgrade”."),
    ),
    "clock-differs": lambda: (
        _("The clock of this computer is wrong"),
        _("Set it. Until then the time of the database holds."),
    ),
    "home-not-writable": lambda: (
        _("The program’s folder cannot be written"),
        _("Check its permissions and the space left, or choose another with --home."),
    ),
    "keyring-missing": lambda: (
        _("This computer has no safe place for passwords"),
        _("The password is kept only until you quit."),
    ),
    "keyring-silent": lambda: (
        _("The safe place for passwords does not answer"),
        _("Unlock it and try again."),
    ),
    "password-file-unreadable": lambda: (
        _("The password file cannot be read"),
        _("Check the file that REVIEWER_SMTP_PASSWORD_FILE names."),
    ),
    "sender-missing": lambda: (
        _("No sender is set"),
        _("Enter your address under Settings, Letters."),
    ),
    "sender-not-plain": lambda: (
        _("The sender’s address is not valid"),
        _("Write “Name <name@example.org>” or the address alone."),
    ),
    "smtp-host-missing": lambda: (
        _("No mail server is set"),
        _("Enter it under Settings, Letters, or let letters leave as files."),
    ),
    "smtp-ca-file-unreadable": lambda: (
        _("The file with certificates cannot be read"),
        _("Check its path under Settings, Letters."),
    ),
    "smtp-unencrypted": lambda: (
        _("Letters would leave without encryption"),
        _("Choose STARTTLS or TLS; without is for this computer only."),
    ),
    "settings-unreadable": lambda: (
        _("The settings file cannot be read"),
        _("Mend or remove settings.toml in the program’s folder."),
    ),
    "settings-wrong": lambda: (
        _("The setting {key} has a wrong value"),
        _("Mend it in settings.toml in the program’s folder."),
    ),
    "setting-unknown": lambda: (
        _("There is no setting {key}"),
        _("Check its name."),
    ),
    "setting-not-plain": lambda: (
        _("This value holds characters that are not allowed"),
        _("Write it on one line."),
    ),
    "setting-not-a-choice": lambda: (
        _("This value is not among the choices"),
        _("Choose one of {choices}."),
    ),
    "setting-not-a-time": lambda: (
        _("This is not a time of day"),
        _("Write hours and minutes, such as 08:30."),
    ),
    "setting-not-an-address": lambda: (
        _("This is not an address"),
        _("Write one address, or a name and the address in angle brackets."),
    ),
    "setting-out-of-range": lambda: (
        _("This number is out of range"),
        _("Choose a number from {least} to {most}."),
    ),
    "time-zones-missing": lambda: (
        _("This system has no time zones"),
        _("Install the package tzdata."),
    ),
    "checklist-not-toml": lambda: (
        _("The checklist cannot be read"),
        _("Its file is not valid TOML."),
    ),
    "checklist-without-version": lambda: (
        _("The checklist has no version"),
        _("Add a line such as version = 1 to its file."),
    ),
    "checklist-needs-1-to-9-criteria": lambda: (
        _("The checklist needs one to nine criteria"),
        _("Mend its file."),
    ),
    "checklist-criterion-without-key": lambda: (
        _("A criterion of the checklist has no key"),
        _("Mend its file."),
    ),
    "checklist-repeats-a-key": lambda: (
        _("Two criteria of the checklist share a key"),
        _("Mend its file."),
    ),
    "folder-missing": lambda: (
        _("This folder does not exist"),
        _("Choose another one."),
    ),
    "folder-unreadable": lambda: (
        _("This folder cannot be read"),
        _("Check its permissions."),
    ),
    "folder-not-entered": lambda: (
        _("A folder within it was left out"),
        _("It cannot be read or is a link to somewhere else."),
    ),
    "table-unreadable": lambda: (
        _("The file applicants.csv cannot be read"),
        _("Check its permissions, or close the program that holds it."),
    ),
    "table-too-large": lambda: (
        _("The file applicants.csv is too large"),
        _("Split it."),
    ),
    "table-columns-missing": lambda: (
        _("Columns are missing in applicants.csv"),
        _("Add {columns}."),
    ),
    "table-columns-repeated": lambda: (
        _("Columns stand twice in applicants.csv"),
        _("Keep one of each: {columns}."),
    ),
    "cv-ambiguous": lambda: (
        _("Several files have this name"),
        _("Write the folder with the name."),
    ),
    "cv-missing": lambda: (
        _("No CV is named"),
        _("Name its file in the column cv."),
    ),
    "cv-not-found": lambda: (
        _("The named file is not in the folder"),
        _("Check the name in the column cv."),
    ),
    "cv-outside-folder": lambda: (
        _("The named file lies outside the folder"),
        _("Put it into the folder."),
    ),
    "cv-too-large": lambda: (
        _("The file is too large"),
        _("Ask for a smaller one."),
    ),
    "cv-too-many": lambda: (
        _("Too many files are named"),
        _("Name the most important ones."),
    ),
    "cv-unreadable": lambda: (
        _("The file cannot be read"),
        _("Check its permissions."),
    ),
    "date-unreadable": lambda: (
        _("This date cannot be read"),
        _("Write 2017-05-04 or 04.05.2017."),
    ),
    "email-invalid": lambda: (
        _("This e-mail address is not valid"),
        _("Correct it in the table."),
    ),
    "email-missing": lambda: (
        _("There is no e-mail address"),
        _("Add it to the table."),
    ),
    "file-repeated": lambda: (
        _("This file is there twice"),
        _("It came in once."),
    ),
    "id-invalid": lambda: (
        _("This ID is not valid"),
        _("Write letters and digits only."),
    ),
    "id-missing": lambda: (
        _("There is no ID"),
        _("Add it to the table."),
    ),
    "id-repeated": lambda: (
        _("This ID stands twice in the table"),
        _("Keep one of the rows."),
    ),
    "id-too-long": lambda: (
        _("This ID is too long"),
        _("Check the column id."),
    ),
    "ip-invalid": lambda: (
        _("This is not an IP address"),
        _("Correct it in the table."),
    ),
    "kind-unknown": lambda: (
        _("This kind of file is not taken"),
        _("PDF, Word (.docx), pictures and plain text are."),
    ),
    "language-unknown": lambda: (
        _("This language is not known"),
        _("Write de or en."),
    ),
    "salutation-unknown": lambda: (
        _("This salutation is not known"),
        _("Write woman, man or leave it empty."),
    ),
    "terms-too-long": lambda: (
        _("The version of the terms is too long"),
        _("Check the column terms_version."),
    ),
    "text-unreadable": lambda: (
        _("This text cannot be read"),
        _("Save the table as UTF-8."),
    ),
}
