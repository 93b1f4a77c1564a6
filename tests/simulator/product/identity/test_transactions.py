"""Sign-ins in progress: found by id, stored for an hour, bound to the address they were proven for."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.product.identity.transactions import Message, Recovery, Transaction, Transactions
from deskproof.simulator.product.openid.request import AuthorizationRequest, Client
from deskproof.simulator.runtime.language import Language

NOW = Instant(1_000_000)
LIVES = 3_600_000
DESK = Client(id="desk", origin="http://desk", scopes=("openid",), redirect_uris=(), post_logout_redirect_uris=())
ASKED = AuthorizationRequest(
    client=DESK, redirect_uri="http://desk/", state="s", scope="openid", challenge="c" * 43, login_hint=" ada@x.se "
)


def test_a_sign_in_is_found_until_it_expires() -> None:
    transactions = Transactions()
    begun = transactions.begin(ASKED, language=Language.SWEDISH, now=NOW)
    assert begun == Transaction(
        id=begun.id,
        request=ASKED,
        language=Language.SWEDISH,
        expires=Instant(NOW + LIVES),
        email="ada@x.se",
        recovery=Recovery.NONE,
        message=None,
        finished=False,
    )
    assert transactions.of(begun.id, Instant(NOW + LIVES - 1)) == begun
    assert transactions.of(begun.id, Instant(NOW + LIVES)) is None
    assert transactions.of("", NOW) is None


def test_a_message_is_shown_once() -> None:
    transactions = Transactions()
    begun = transactions.begin(ASKED, language=Language.ENGLISH, now=NOW)
    said = replace(begun, message=Message(key="email.empty", field="email"))
    transactions.keep(said)
    assert transactions.of(begun.id, NOW) == said
    assert transactions.take_message(said) == Message(key="email.empty", field="email")
    assert transactions.of(begun.id, NOW) == begun
    assert transactions.take_message(begun) is None


def test_what_was_proven_for_one_address_is_not_for_another() -> None:
    begun = Transactions().begin(ASKED, language=Language.ENGLISH, now=NOW)
    proven = replace(begun, recovery=Recovery.CODE_ACCEPTED)
    assert proven.for_email("ada@x.se ") is proven
    assert proven.for_email("bo@x.se") == replace(begun, email="bo@x.se")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" ada@x.se\u200b ", "ada@x.se"),
        ("ada @x.se", "ada @x.se"),
        ("\u200bada\u00a0lindqvist ", "ada lindqvist"),
        ("ada@xn--nda.se", "ada@ö.se"),
        ("", ""),
    ],
)
def test_an_address_is_shown_as_it_was_meant_and_anything_else_as_typed(typed: str, shown: str) -> None:
    begun = Transactions().begin(ASKED, language=Language.ENGLISH, now=NOW)
    assert begun.for_email(typed).email == shown


def test_the_latest_thousand_are_found() -> None:
    transactions = Transactions()
    begun = [transactions.begin(ASKED, language=Language.ENGLISH, now=NOW) for _ in range(1_000)]
    assert transactions.of(begun[0].id, NOW) == begun[0]
    transactions.begin(ASKED, language=Language.ENGLISH, now=NOW)
    assert transactions.of(begun[0].id, NOW) is None
    assert transactions.of(begun[1].id, NOW) == begun[1]
