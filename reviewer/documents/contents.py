"""What documents within a container are called, and which of them is most like a CV."""

from __future__ import annotations

import re
import unicodedata

from reviewer.documents import limits
from reviewer.domain.pages import DocumentKind

READ_ELSEWHERE = frozenset(("legacy-word",))
"""Why the worker does not read what another program does: such a document comes along all the same."""
_NAMELESS = "document"
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_CV = re.compile(r"lebens?lauf|curriculum|(?<![^\W\d_])(?:cv|r[eé]sum[eé]|vita|vitae)(?![^\W\d_])")
_PROFILE = re.compile(r"werdegang|profil(?:e)?(?![^\W\d_])")
_OTHER_PAPER = re.compile(
    r"anschreiben|motivation|cover|zeugnis|zertifikat|certificate|referen[zc]|projekt|project|photo|foto|logo|"
    r"unterschrift|signature|anlage|(?<![^\W\d_])img"
)
_CLUTTER = re.compile(r"(?:.*/)?(?:__macosx/.*|\..*|thumbs\.db|desktop\.ini|~\$.*)|.*/")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif", ".avif")
_TEXTS = (".txt", ".text", ".md")


def clean_name(untrusted: str) -> str:
    """The name alone, without folders, controls and what cannot be seen; shortened, but never its ending."""
    name = unicodedata.normalize("NFC", untrusted).replace("\\", "/").rpartition("/")[2]
    visible = "".join(sign for sign in name if unicodedata.category(sign) not in _HIDDEN_CATEGORIES)
    plain = re.sub(r"\s+", " ", visible).strip()[-10 * limits.MAX_NAME_CHARACTERS :]
    if not plain.strip(". "):
        return _NAMELESS
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        return plain[: limits.MAX_NAME_CHARACTERS].strip()
    return f"{stem[: limits.MAX_NAME_CHARACTERS - len(ending) - 1].strip() or _NAMELESS}.{ending}"


def is_clutter(untrusted_path: str) -> bool:
    """Whether a path within an archive is a folder, or a file that a system left there for itself."""
    return bool(_CLUTTER.fullmatch(untrusted_path.replace("\\", "/").casefold()))


def rank(name: str, kind: DocumentKind | None = None) -> tuple[int, int, int, str, str]:
    """How unlike a CV a document is, for sorting: by its name, then papers before pictures, then alphabetically."""
    folded = unicodedata.normalize("NFC", name).casefold()
    likeness = 0 if _CV.search(folded) else 1 if _PROFILE.search(folded) else 2
    return likeness, _form(folded, kind), bool(_OTHER_PAPER.search(folded)), folded, name


def _form(folded: str, kind: DocumentKind | None) -> int:
    if kind is DocumentKind.IMAGE or (kind is None and folded.endswith(_PICTURES)):
        return 2
    return int(kind is DocumentKind.TEXT or (kind is None and folded.endswith(_TEXTS)))
