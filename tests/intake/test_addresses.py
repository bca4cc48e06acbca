"""An address is taken only when it is plain and could be real."""

from __future__ import annotations

from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import Refused
from reviewer.intake import addresses
from reviewer.intake.addresses import find_emails, read_email


@given(st.from_regex(addresses._PLAIN, fullmatch=True))
def test_the_shortcut_accepts_only_what_the_library_accepts(address: str) -> None:
    checked = validate_email(address, check_deliverability=False, globally_deliverable=False)
    assert read_email(address) == checked.normalized


@given(st.text(max_size=60) | st.text(alphabet="a@.-\n,; <>", max_size=30))
def test_any_text_is_one_plain_address_or_is_refused(text: str) -> None:
    try:
        address = read_email(text)
    except Refused:
        return
    assert address.isascii()
    assert address.isprintable()
    assert address.count("@") == 1
    assert not set(address) & set(' ,;<>()"\\')


def test_addresses_are_found_in_running_text() -> None:
    text = "Mail: petra.weiss@example.org. (oder p.w@example.com), keine@, @example.org, a@b"
    assert [email for _, email in find_emails(text)] == ["petra.weiss@example.org", "p.w@example.com"]
