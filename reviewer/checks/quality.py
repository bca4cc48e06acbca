"""Whether the text is worth judging."""

from __future__ import annotations

import re
from collections import Counter

from reviewer.checks.late_patterns import late
from reviewer.domain.findings import Place, TextQuality
from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading, ReadPage

_LEAST_CHARACTERS = 80
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|â€|Â[\u00a0-\u00bf]|ï¬")
_ODD = late("[\ufffd\ue000-\uf8ff\u0080-\u009f]")
_ICONS = late(
    "(?P<stars>(?P<one>[\ufffd\ue000-\uf8ff])(?P=one){0,9})"
    # A word that begins in small letters may lack its first ones, as "fi" where a ligature has no letters.
    "|[\ufffd\ue000-\uf8ff](?=[A-ZÄÖÜ\\d+(]|\\S+@)[^\ufffd\ue000-\uf8ff]+"
)
_DIGITS, _OWN_WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{4,}")
_MOST_ODD, _MOST_STARRED = 0.03, 0.2
_LEAST_LIKE_WORDS = 0.72
_LIKE_A_WORD = late(r"[^\W\d_]{2,}[.,;:)!?]*|[\d.,/–%€+:()-]+|[(„\"'»]?[^\W\d_][\w&'’./-]*[.,;:)\"“«!?]*|\W+")


def judge_text(reading: Reading) -> tuple[TextQuality, Place | None]:
    """The text's quality, and the page that shows why it is not good."""
    if reading.kind is DocumentKind.IMAGE and not any(page.words for page in reading.pages):
        return TextQuality.NONE, _whole(reading, 1)
    letters = [sum(len(word.text) for word in page.words) for page in reading.pages]
    empty = _unread(reading, letters)
    total = sum(letters)
    if total < _LEAST_CHARACTERS or len(empty) > 0.5 * len(letters):
        return TextQuality.NONE, _whole(reading, empty[0] if empty else 1)
    for number, page in enumerate(reading.pages, start=1):
        if _is_garbled(page):
            return TextQuality.POOR, _whole(reading, number)
    hidden = sum(len(word.text) for page in reading.pages for word in page.words if word.hidden)
    if hidden > 0.5 * total:
        bad = _looks_misread(reading)
        return (TextQuality.POOR if bad else TextQuality.OCR), _whole(reading, 1)
    return TextQuality.GOOD, None


def _unread(reading: Reading, letters: list[int]) -> list[int]:
    """The pages whose text is elsewhere, as on a scan; from 1.

    A cover or a last page has little text too, but of its own: what stands on several pages alike, but for their
    numbers, was put upon pictures.
    """
    little = [number for number, count in enumerate(letters, start=1) if count < _LEAST_CHARACTERS]
    told = {number: "".join(word.text for word in reading.pages[number - 1].words) for number in little}
    seen = Counter(_DIGITS.sub("", text) for text in told.values())
    alone = {number for number in little if _OWN_WORD.search(told[number]) and seen[_DIGITS.sub("", told[number])] == 1}
    # Beside no page that is full, few words are a scan's all the same.
    return [number for number in little if number not in alone or len(little) == len(letters)]


def _whole(reading: Reading, number: int) -> Place:
    page = reading.pages[number - 1]
    return Place(page=number, rect=(0.0, 0.0, page.width, page.height), text="")


def _is_garbled(page: ReadPage) -> bool:
    text = " ".join(word.text for word in page.words)
    if text.isascii() or not text:
        return False
    unprintable = not text.isprintable() or "\ufffd" in text
    odd = (len(_ODD.findall(text)) if unprintable else 0) + 2 * len(_MOJIBAKE.findall(text))
    most = max(4, _MOST_ODD * len(text))
    return odd > most and odd - _icons(page) > most


def _icons(page: ReadPage) -> int:
    """How many signs are icons: one before a word, or a few alike, as in a row of stars.

    Where many words are nothing but such signs, they are the text itself.
    """
    found = [one for word in page.words if (one := _ICONS.fullmatch(word.text))]
    rows = [len(one["stars"]) for one in found if one["stars"]]
    few = len(rows) <= _MOST_STARRED * len(page.words)
    return len(found) - len(rows) + few * sum(rows)


def _looks_misread(reading: Reading) -> bool:
    words = [word.text for page in reading.pages for word in page.words]
    alike = sum(_LIKE_A_WORD.fullmatch(word) is not None for word in words)
    return alike < _LEAST_LIKE_WORDS * len(words)
