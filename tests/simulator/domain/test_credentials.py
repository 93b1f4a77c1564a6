"""What an account is signed in with: what can be configured is what can be entered, however it is written."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deskproof.simulator.domain.configuration import ConfigurationError
from deskproof.simulator.domain.credentials import (
    address_key,
    password_fault,
    read_address,
    read_code,
    same_password,
)
from deskproof.simulator.domain.values import Secret
from tests.simulator.domain.story import CONFIGURATION

ADA = CONFIGURATION.people[0]
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\ufe0f"
)


@pytest.mark.parametrize(
    "email",
    [
        "", " ", "\u200b", "ada", "ada@", "@example.com", "ada@intranet", "ada@example.", "ada@.example", "ada@a..b",
        "ada@example.com.", "a da@example.com", "ada@exam ple.com", "ada@exam\u00a0ple.com", "ada@b@example.com",
        "ada@-example.com", "ada@example-.com", "ada@exa_mple.com", "ada@xn--.example", "ada@xn--abc-.example",
        "ada@xn--\u00f6.example", f"{'a' * 243}@example.com",
        f"ada@{'a' * 64}.com", f"ada@{'ö' * 60}.example", "ada@exa(m.com",
    ],
)  # fmt: skip
def test_an_account_that_could_never_sign_in_is_refused_in_one_sentence(email: str) -> None:
    assert read_address(email) is None
    with pytest.raises(ConfigurationError, match=r"expected an e-mail address such as ada@example\.com") as refused:
        replace(CONFIGURATION, people=(replace(ADA, email=email),))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("configured", "typed"),
    [
        (configured, typed)
        for spellings in (
            ("ada@example.com", "ADA@EXAMPLE.COM", " ada@example.com\t", "\uff41\uff44\uff41\uff20example.com"),
            ("ada@ö.example", "ada@xn--nda.example", "ADA@XN--NDA.Example", "ada@O\u0308.example"),
            ("ada@ü.example", "ada@ü\u3002example"),
            ("åsa@example.com", "a\u030asa@example.com", "ÅSA@EXAMPLE.COM", "\u212bsa@example.com"),
            ("ada@straße.example", "ada@xn--strae-oqa.example", "ada@STRAßE.example"),
            ("ada@bücher.bücher", "ada@xn--bcher-kva.bücher", "ada@bücher.xn--bcher-kva"),
            ("用户@例子.公司", "用户@xn--fsqu00a.xn--55qx5d"),
            ("ada@نامه\u200cای.example", "ada@xn--mgba3gch31f060k.example"),
        )
        for configured in spellings
        for typed in spellings
    ],
)  # fmt: skip
def test_an_address_is_the_same_however_it_is_written(configured: str, typed: str) -> None:
    configuration = replace(CONFIGURATION, people=(replace(ADA, email=configured),))
    found = configuration.person_by_email(typed)
    assert found is not None
    assert found.key == ADA.key
    with pytest.raises(ConfigurationError, match="occurs more than once"):
        replace(configuration, people=(*configuration.people, replace(ADA, key="eve", email=typed)))


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_cannot_be_seen_makes_no_other_address(unseen: str) -> None:
    for typed in (f"{unseen}ada@example.com", f"ada@example.com{unseen}", f"a{unseen}da@exam{unseen}ple.com"):
        assert address_key(typed) == address_key("ada@example.com")


def test_other_addresses_stay_others() -> None:
    keys = {
        address_key(each)
        for each in ("ada@o.example", "ada@ö.example", "åda@o.example", "ada@o-.example", "strasse@x.y", "straße@x.y")
    }
    assert len(keys) == 6


ADDRESSES = st.builds(
    "{}@{}.{}".format,
    st.text(st.characters(exclude_characters="@", codec="utf-8"), min_size=1, max_size=20),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    st.sampled_from(["example", "ö", "公司"]),
)


@given(ADDRESSES)
def test_what_can_be_configured_is_found_by_what_the_pages_show_and_by_its_older_spelling(email: str) -> None:
    read = read_address(email)
    assume(read is not None)
    assert read is not None
    assert read_address(read) == read
    configuration = replace(CONFIGURATION, people=(replace(ADA, email=email),))
    name, _, domain = read.partition("@")
    older = ".".join(
        label if label.isascii() else f"xn--{label.lower().encode('punycode').decode()}" for label in domain.split(".")
    )
    decomposed = unicodedata.normalize("NFD", email)
    for typed in (email, read, f"{name}@{older}", decomposed, f"\u200b{email}\ufeff"):
        found = configuration.person_by_email(typed)
        assert found is not None, typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123456", "123456"), ("123 456", "123456"), ("123-456", "123456"), ("12 34 56", "123456"),
        ("1-2-3-4-5-6", "123456"),
        ("123\u00a0456", "123456"), ("123\u2013456", "123456"), ("123.456", "123456"),
        ("\u200b123456\u202c", "123456"),
        ("\uff11\uff12\uff13\uff14\uff15\uff16", "123456"), ("\u0661\u0662\u0663\u0664\u0665\u0666", "123456"),
        (" 123456 ", "123456"),
        ("\uff11\uff12\uff13\uff0d\uff14\uff15\uff16", "123456"), ("12a456", "12a456"), ("-123456", "-123456"),
        ("123456-", "123456-"), ("123/456", "123/456"), ("", ""), ("\u200b", ""),
    ],
)  # fmt: skip
def test_a_code_is_its_digits_and_nothing_is_dropped_that_is_not_for_reading(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("correct horse 7", None), ("12345678", None), ("1234567", "at least 8"),
        ("        ", "at least 8"),
        ("\u200b" * 8, "at least 8"), ("a" * 256, None), ("a" * 257, "at most 256"),
        ("correct\nhorse", "line break"), ("correct\rhorse", "line break"),
        ("lösenord", None), ("密码密码密码密码", None),
    ],
)  # fmt: skip
def test_a_password_that_cannot_be_entered_is_refused(password: str, fault: str | None) -> None:
    found = password_fault(password)
    assert (found is None) if fault is None else (found is not None and fault in found)
    for able in (replace(ADA, password=Secret(password)), replace(ADA, teams_password=Secret(password))):
        people = (able,)
        if fault is None:
            replace(CONFIGURATION, people=people)
        else:
            with pytest.raises(ConfigurationError, match=fault) as refused:
                replace(CONFIGURATION, people=people)
            assert password not in str(refused.value)


@pytest.mark.parametrize(
    ("chosen", "typed", "same"),
    [
        ("Fresh-Morning-7", "Fresh-Morning-7", True), ("Fresh-Morning-7", "fresh-morning-7", False),
        ("Fresh-Morning-7", "\u200bFresh-Morning-7\u202c", True), ("Fresh\u00adMorning", "FreshMorning", True),
        ("lösenord", "lo\u0308senord", True), ("lösenord", "losenord", False), ("two  spaces", "two spaces", False),
        ("Fresh-Morning-7", "\u200b", False),
        ("１２３４５６７８", "12345678", False), ("ﬁﬁﬁﬁﬁﬁﬁﬁ", "fifififififififi", False),
    ],
)  # fmt: skip
def test_passwords_that_look_the_same_are_the_same(chosen: str, typed: str, same: bool) -> None:
    assert same_password(Secret(typed), Secret(chosen)) is same


@pytest.mark.parametrize(
    ("address", "good"),
    [
        (f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 61}", True),
        (f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 62}", False),
        (f"ada@{'b' * 63}.com", True),
        (f"ada@{'b' * 64}.com", False),
    ],
)
def test_an_address_has_its_longest(address: str, good: bool) -> None:
    assert (read_address(address) is not None) is good
