"""Tokens: what they say, and everything they are refused for."""

import base64
import json
from collections.abc import Callable

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.product.tokens import TokenError, Tokens, unverified_realm
from deskproof.simulator.runtime.tenancy import Tenancy

MakeTenancy = Callable[..., Tenancy]

ACCESS_LIVES = 43_200_000


def access(tokens: Tokens, tenancy: Tenancy) -> str:
    return tokens.issue_access(tenancy.configuration.people[0], client_id="agent-desktop", scope="openid")


def test_an_access_token_opens_its_own_tenant_and_says_what_clients_read(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    ada = tenancy.configuration.people[0]
    token = access(tokens, tenancy)
    assert tokens.verify_access(token) == ada.agent_id
    claims = jwt.decode(token, KeySet.import_key_set(tokens.key_set()), ["ES256"]).claims
    assert claims["iss"] == tenancy.origins.identity
    assert claims["aud"] == tenancy.origins.desktop
    assert (claims["sub"], claims["user_id"], claims["realm"]) == (ada.agent_id, ada.agent_id, tenancy.org_id)
    assert claims["exp"] - claims["iat"] == 12 * 60 * 60
    assert claims["jti"]
    assert unverified_realm(token) == tenancy.org_id


def test_the_published_key_has_no_private_part(tenancy: Tenancy) -> None:
    (key,) = Tokens(tenancy).key_set()["keys"]
    assert set(key) == {"kty", "crv", "x", "y", "use", "alg", "kid"}


def test_a_token_of_one_tenant_opens_nothing_of_another(make_tenancy: MakeTenancy) -> None:
    one, two = make_tenancy(1), make_tenancy(2)
    token = access(Tokens(one), one)
    with pytest.raises(TokenError, match="another organisation"):
        Tokens(two).verify_access(token)


def test_a_token_with_a_forged_realm_or_key_is_refused(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    header, _, signature = access(tokens, tenancy).split(".")
    claims = json.dumps({"realm": tenancy.org_id, "user_id": "x"}).encode()
    payload = base64.urlsafe_b64encode(claims).decode().rstrip("=")
    strangers = jwt.encode({"alg": "ES256"}, {"realm": tenancy.org_id}, ECKey.generate_key("P-256"))
    unsigned = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=") + f".{payload}."
    for forged in (f"{header}.{payload}.{signature}", strangers, unsigned):
        with pytest.raises(TokenError, match="not signed by this organisation"):
            tokens.verify_access(forged)


@pytest.mark.parametrize("junk", ["", "x", "a.b.c", "a.b", "é.ü.ö", "." * 9_000, "e30.W10.e30", "e30.e30.e30"])
def test_what_is_not_a_token_is_refused_in_one_sentence(tenancy: Tenancy, junk: str) -> None:
    assert unverified_realm(junk) is None
    with pytest.raises(TokenError, match="not a JWT with a realm"):
        Tokens(tenancy).verify_access(junk)


def test_an_access_token_ends_after_twelve_hours_of_tenant_time(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    token = access(tokens, tenancy)
    tenancy.advance(ACCESS_LIVES - SECOND)
    tokens.verify_access(token)
    tenancy.advance(SECOND)
    with pytest.raises(TokenError, match="expired"):
        tokens.verify_access(token)


def test_an_id_token_is_not_an_access_token_and_other_audiences_do_not_fit(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    ada = tenancy.configuration.people[0]
    id_token = tokens.issue_id_token(ada, client_id="agent-desktop", nonce="n", signed_in_at=tenancy.clock.now())
    with pytest.raises(TokenError, match="at\\+jwt"):
        tokens.verify_access(id_token)
    assert tokens.verify_id_hint(id_token, "agent-desktop")["nonce"] == "n"
    with pytest.raises(TokenError, match="does not fit"):
        tokens.verify_id_hint(id_token, "another-client")
    with pytest.raises(TokenError, match="JWT"):
        tokens.verify_id_hint(access(tokens, tenancy))


def test_an_id_token_ends_after_an_hour(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    ada = tenancy.configuration.people[0]
    id_token = tokens.issue_id_token(ada, client_id="agent-desktop", nonce=None, signed_in_at=tenancy.clock.now())
    claims = tokens.verify_id_hint(id_token)
    assert claims["exp"] - claims["iat"] == 60 * 60


def test_a_token_has_its_longest(tenancy: Tenancy) -> None:
    token = access(Tokens(tenancy), tenancy)
    padded = token + "A" * (8_192 - len(token))
    assert unverified_realm(padded) == tenancy.org_id
    assert unverified_realm(padded + "A") is None


def test_an_expired_id_token_still_serves_as_a_hint(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    ada = tenancy.configuration.people[0]
    id_token = tokens.issue_id_token(ada, client_id="agent-desktop", nonce=None, signed_in_at=tenancy.clock.now())
    tenancy.advance(3 * ACCESS_LIVES)
    assert tokens.verify_id_hint(id_token)["sub"] == ada.agent_id


def test_a_person_taken_out_of_the_configuration_has_no_access(make_tenancy: MakeTenancy) -> None:
    tenancy = make_tenancy(1)
    tokens = Tokens(tenancy)
    token = access(tokens, tenancy)
    without = make_tenancy(2, people=()).configuration
    tenancy.submit(ChangeConfiguration(configuration=without, changed=("people",)), cause="test")
    with pytest.raises(TokenError, match="no longer in the configuration"):
        tokens.verify_access(token)


def test_neither_repr_nor_refusal_shows_a_token(make_tenancy: MakeTenancy) -> None:
    one, two = make_tenancy(1), make_tenancy(2)
    token = access(Tokens(one), one)
    with pytest.raises(TokenError) as refusal:
        Tokens(two).verify_access(token)
    assert token not in str(refusal.value)
    assert repr(Tokens(one)) == f"Tokens(issuer='{one.origins.identity}')"


def test_all_that_came_from_a_revoked_grant_opens_nothing_and_all_else_does(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy)
    person = tenancy.configuration.people[0]
    of = {
        grant: tokens.issue_access(person, client_id="agent-desktop", scope="openid", grant_id=grant)
        for grant in ("one", "two", None)
    }
    tokens.revoke("one")
    tenancy.advance(60_000)
    tokens.revoke("three")
    with pytest.raises(TokenError, match=r"^The access token was revoked, .*; sign in again\.$"):
        tokens.verify_access(of["one"])
    assert tokens.verify_access(of["two"]) == tokens.verify_access(of[None]) == person.agent_id
