"""What a link's target is, before anybody opens it: where it really leads, and what is odd about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

OPENED = frozenset({"http", "https", "mailto"})
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>]+@" + _HOST.pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTarget:
    """One judged target; untrusted_target is the whole of it, host where a browser or mail would go.

    text_host is what the words on the page name instead, empty where they agree or name none; disguised says that the
    target is written so that it looks like another.
    """

    untrusted_target: str
    host: str
    opened: bool
    text_host: str = ""
    disguised: bool = False


def judge_target(untrusted_target: str, untrusted_text: str) -> LinkTarget:
    """Judge a target by itself and beside the words it stands under."""
    target = untrusted_target.strip()
    try:
        parts = urlsplit(target)
        host, disguised = _host(parts)
    except ValueError:
        return LinkTarget(untrusted_target=target, host="", opened=False)
    opened = parts.scheme.lower() in OPENED and bool(host) and not re.search(r"[\s\\]", target)
    return LinkTarget(
        untrusted_target=target,
        host=host,
        opened=opened,
        text_host=_other_host(untrusted_text, host) if opened else "",
        disguised=opened and disguised,
    )


def _host(parts: SplitResult) -> tuple[str, bool]:
    """The host, and whether the address is written to look like another one."""
    if parts.scheme.lower() == "mailto":
        addresses = unquote(parts.path)
        host = addresses.rpartition("@")[2].strip().lower()
        return (host if _HOST.fullmatch(host) else ""), "," in addresses
    host = (parts.hostname or "").rstrip(".")
    lettered = any(not label.isascii() or label.startswith("xn--") for label in host.split("."))
    return host, lettered or "@" in parts.netloc


def _other_host(untrusted_text: str, host: str) -> str:
    """The first host that the text names, when it is another; a sub-domain of what it names agrees with it."""
    found = _MAIL.search(untrusted_text) or _HOST.search(untrusted_text)
    if found is None:
        return ""
    named = found[0].rpartition("@")[2].lower()
    bare = named.removeprefix("www.")
    return "" if host.removeprefix("www.") == bare or host.endswith(f".{bare}") else named
