"""What the single fields of a table mean; what cannot be understood is refused by a code."""

from __future__ import annotations

import ipaddress

from reviewer.domain.applicant import Salutation
from reviewer.domain.ids import ApplicantId
from reviewer.domain.letter import Language
from reviewer.errors import Refused
from reviewer.intake.wording import folded, has_control, one_line

MAX_ID = 100
MAX_TERMS = 200
MAX_IP_ADDRESS = 45
_SALUTATIONS = {
    Salutation.WOMAN: "frau fr woman female weiblich w f mrs ms miss madam madame",
    Salutation.MAN: "herr herrn hr man male männlich maennlich m mr mister sir",
    Salutation.UNKNOWN: "d x mx divers diverse unbekannt unknown keine none offen neutral - –",
}
_LANGUAGES = {
    Language.DE: "de deu ger german deutsch germany deutschland de-de de-at de-ch",
    Language.EN: "en eng english englisch en-gb en-us",
}
_SALUTATION_OF = {word: meaning for meaning, words in _SALUTATIONS.items() for word in words.split()}
_LANGUAGE_OF = {word: meaning for meaning, words in _LANGUAGES.items() for word in words.split()}


def read_id(untrusted: str) -> ApplicantId:
    """The platform's id, 1 to 100 visible characters; raises Refused."""
    text = untrusted.strip()
    if not text:
        raise Refused("id-missing")
    if has_control(text):
        raise Refused("id-invalid")
    if len(text) > MAX_ID:
        raise Refused("id-too-long")
    return ApplicantId(one_line(text, MAX_ID))


def read_salutation(untrusted: str) -> Salutation:
    """The salutation a German or English word means, unknown when empty; raises Refused."""
    word = folded(untrusted).replace(".", "").strip()
    if word and word not in _SALUTATION_OF:
        raise Refused("salutation-unknown")
    return _SALUTATION_OF.get(word, Salutation.UNKNOWN)


def read_language(untrusted: str) -> Language:
    """The language of the letters, German when empty; raises Refused."""
    word = folded(untrusted).replace("_", "-").strip()
    if word and word not in _LANGUAGE_OF:
        raise Refused("language-unknown")
    return _LANGUAGE_OF.get(word, Language.DE)


def read_ip_address(untrusted: str) -> str:
    """The address as it was recorded, IPv4 or IPv6, empty when none was; raises Refused."""
    text = untrusted.strip()
    try:
        address = str(ipaddress.ip_address(text)) if text else ""
    except ValueError:
        raise Refused("ip-invalid") from None
    if len(text) > MAX_IP_ADDRESS or "%" in address:
        raise Refused("ip-invalid")
    return text


def read_terms_version(untrusted: str) -> str:
    """The terms agreed to, as recorded: evidence is never cut; raises Refused."""
    text = one_line(untrusted, MAX_TERMS + 1)
    if len(text) > MAX_TERMS:
        raise Refused("terms-too-long")
    return text
