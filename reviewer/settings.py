"""One desk's settings: a TOML file whose keys and meanings stand in one table."""

from __future__ import annotations

import json
import os
import re
import tempfile
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from reviewer.errors import Misconfigured, Refused

DATABASE_VARIABLE = "REVIEWER_DATABASE_URL"
Value = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One key: its default, what it may be, and what it is for."""

    key: str
    default: Value
    about: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    time_of_day: bool = False
    address: bool = False


_LANDS = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
HOLIDAYS = ("", "DE", *(f"DE-{land}" for land in _LANDS))
"""Whose public holidays count: nobody's, those of all Germany, or those of one of its states (ISO 3166-2)."""
SETTINGS: tuple[Setting, ...] = (
    Setting(key="reviewer.name", default="", about="your name, as colleagues see it and as letters are signed"),
    Setting(key="ui.language", default="", about="language of the window", choices=("", "de", "en")),
    Setting(key="ui.theme", default="system", about="light or dark", choices=("system", "light", "dark")),
    Setting(key="database.url", default="", about="the shared database; empty: a file in the home"),
    Setting(key="mail.sender", default="", about='sender of letters: "Name <address>" or an address'),
    Setting(key="mail.reply_to", default="", about="where answers go; empty: to the sender", address=True),
    Setting(
        key="mail.attach_cv",
        default="no",
        about="whether feedback carries the CV with its pins as remarks, as a PDF",
        choices=("no", "yes"),
    ),
    Setting(
        key="mail.attach_guide",
        default="no",
        about="whether feedback carries the house's guide to a good CV",
        choices=("no", "yes"),
    ),
    Setting(key="mail.transport", default="folder", about="how letters leave", choices=("folder", "smtp")),
    Setting(key="mail.folder", default="", about="where letters are written as .eml; empty: in the home"),
    Setting(
        key="mail.sign_in",
        default="password",
        about="how the mail server knows who is there",
        choices=("password", "microsoft", "google"),
    ),
    Setting(key="smtp.host", default="", about="the mail server"),
    Setting(key="smtp.port", default=587, about="its port", least=1, most=65535),
    Setting(
        key="smtp.security",
        default="starttls",
        about="none only for this computer",
        choices=("starttls", "tls", "none"),
    ),
    Setting(key="smtp.user", default="", about="name to log in with; empty: no login"),
    Setting(key="smtp.ca_file", default="", about="certificates to trust beside the system's"),
    Setting(key="oauth.client_id", default="", about="id of the program as the house registered it at its provider"),
    Setting(key="oauth.tenant", default="", about="the house's directory at Microsoft; empty: any organisation's"),
    Setting(key="oauth.authority", default="", about="another address to sign in at (https); empty: the provider's"),
    Setting(key="letters.hold_seconds", default=30, about="how long a letter can be undone", least=0, most=86400),
    Setting(
        key="letters.rejections",
        default="next-working-day",
        about="when rejections leave",
        choices=("next-working-day", "at-once"),
    ),
    Setting(key="letters.rejections_at", default="08:30", about="at what time they do", time_of_day=True),
    Setting(key="letters.holidays", default="DE", about="whose public holidays are no working days", choices=HOLIDAYS),
    Setting(key="letters.quiet_from", default="", about="no letter leaves from this time on", time_of_day=True),
    Setting(key="letters.quiet_until", default="", about="until this time", time_of_day=True),
    Setting(key="letters.per_minute", default=0, about="most letters a minute; 0: no limit", least=0, most=1000),
    Setting(key="documents.libreoffice", default="", about='LibreOffice: a path, or "off"; empty: it is looked for'),
    Setting(key="documents.tesseract", default="", about='Tesseract: a path, or "off"; empty: it is looked for'),
    Setting(key="ladder.days_1", default=14, about="days until rung 1 falls due", least=1, most=365),
    Setting(key="ladder.days_2", default=14, about="days until rung 2 falls due", least=1, most=365),
    Setting(key="ladder.days_3", default=10, about="days until rung 3 falls due", least=1, most=365),
)
_ADDRESS = re.compile(r'(?:"?[^<>"]*"?\s*<[^<>@\s,;]+@[^<>@\s,;]+>|[^<>@\s,;"]+@[^<>@\s,;"]+)')
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_NOT_PLAIN = frozenset({"Cc", "Cs", "Zl", "Zp"})
BY_KEY: Mapping[str, Setting] = MappingProxyType({setting.key: setting for setting in SETTINGS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All values of one desk; a key that was never set has its default."""

    values: Mapping[str, Value] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """A setting as text."""
        return str(self.values.get(key, BY_KEY[key].default))

    def number(self, key: str) -> int:
        """A setting as a number."""
        return int(self.values.get(key, BY_KEY[key].default))

    @property
    def ladder_days(self) -> tuple[int, int, int]:
        """Days per rung."""
        return self.number("ladder.days_1"), self.number("ladder.days_2"), self.number("ladder.days_3")


def check(key: str, value: str) -> Value:
    """The value as the key wants it; Refused names key and choices when it does not fit."""
    setting = BY_KEY.get(key)
    if setting is None:
        raise Refused("setting-unknown", key=key)
    value = value.strip()
    if any(unicodedata.category(character) in _NOT_PLAIN for character in value):
        raise Refused("setting-not-plain", key=key)
    if isinstance(setting.default, int):
        if not value.isdecimal() or not setting.least <= int(value) <= setting.most:
            raise Refused("setting-out-of-range", key=key, least=setting.least, most=setting.most)
        return int(value)
    if setting.time_of_day and not (_TIME.fullmatch(value) or value == setting.default):
        raise Refused("setting-not-a-time", key=key)
    if setting.address and value and not _ADDRESS.fullmatch(value):
        raise Refused("setting-not-an-address", key=key)
    if setting.choices and value not in setting.choices:
        raise Refused("setting-not-a-choice", key=key, choices="|".join(choice or '""' for choice in setting.choices))
    return value


def read_settings(path: Path, *, without: str = "") -> Settings:
    """The settings in a file but one key, defaults when there is none; Misconfigured when it cannot be read."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misconfigured("settings-unreadable") from error
    values: dict[str, Value] = {}
    for section, entries in table.items():
        for name, value in entries.items() if isinstance(entries, dict) else ():
            key = f"{section}.{name}"
            if key in BY_KEY and key != without:
                try:
                    values[key] = check(key, str(value))
                except Refused as error:
                    raise Misconfigured("settings-wrong", key=key) from error
    return Settings(values=values)


def write_setting(path: Path, key: str, value: str) -> Settings:
    """Set one key, whatever it was, and keep the file whole whatever happens; gives all settings."""
    checked = check(key, value)
    settings = read_settings(path, without=key)
    values = {**settings.values, key: checked}
    if checked == BY_KEY[key].default:
        del values[key]
    _write_whole(path, _as_toml(values))
    return Settings(values=values)


def _as_toml(values: Mapping[str, Value]) -> str:
    sections: dict[str, list[str]] = {}
    for key in (setting.key for setting in SETTINGS if setting.key in values):
        section, name = key.split(".", 1)
        sections.setdefault(section, []).append(f"{name} = {json.dumps(values[key], ensure_ascii=False)}")
    return "\n".join(f"[{section}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items())


def _write_whole(path: Path, text: str) -> None:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise Misconfigured("home-not-writable", errno=error.errno or 0) from error


def database_url(given: str | None, settings: Settings, embedded: Callable[[], str]) -> str:
    """The shared database's URL: the command line's, REVIEWER_DATABASE_URL's, the settings', or the embedded one's."""
    return given or os.environ.get(DATABASE_VARIABLE) or settings.text("database.url") or embedded()
