"""A provider as clients meet it: tokens, what ends them, sign-outs; and a second one, as the Teams sign-in is."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet

from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.product.openid.grants import GrantRefused
from deskproof.simulator.product.openid.provider import Provider, SignOutRefused, SignOutRequest
from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    AuthorizationRequest,
    Client,
    Parameters,
    read_authorization_request,
)
from deskproof.simulator.product.tokens import TokenError, Tokens
from deskproof.simulator.runtime.tenancy import Tenancy

SCOPES = ("openid", "presence")
VERIFIER = "v" * 43


@pytest.fixture
def redeemed() -> list[str]:
    """The agents whose code was exchanged."""
    return []


@pytest.fixture
def provider(tenancy: Tenancy, redeemed: list[str]) -> Provider:
    """A provider with one client, which may ask for everything."""
    desktop = tenancy.origins.desktop
    client = Client(
        id="desk", origin=desktop, scopes=("openid", "profile", "email"), redirect_uris=(f"{desktop}/in",),
        post_logout_redirect_uris=(f"{desktop}/out",),
    )  # fmt: skip
    return Provider(tenancy, tokens=Tokens(tenancy), clients=(client,), redeemed=redeemed.append)


def asked(provider: Provider, **changes: str) -> AuthorizationRequest:
    """A request of the client."""
    parameters = {
        "client_id": "desk", "redirect_uri": provider.clients["desk"].redirect_uris[0], "response_type": "code",
        "scope": "openid profile email", "state": "s", "nonce": "n", "code_challenge_method": "S256",
        "code_challenge": create_s256_code_challenge(VERIFIER), **changes,
    }  # fmt: skip
    return read_authorization_request(Parameters.of(parameters.items()), provider.clients)


def exchange(provider: Provider, address: str) -> dict[str, str | int]:
    """The tokens for the code in an address."""
    code = parse_qs(urlsplit(address).query)["code"][0]
    form = {
        "grant_type": "authorization_code", "client_id": "desk", "code": code, "code_verifier": VERIFIER,
        "redirect_uri": provider.clients["desk"].redirect_uris[0],
    }  # fmt: skip
    return provider.exchange(Parameters.of(form.items()))


def renew(provider: Provider, token: str) -> dict[str, str | int]:
    """The tokens for a refresh token."""
    form = {"grant_type": "refresh_token", "client_id": "desk", "refresh_token": token}
    return provider.exchange(Parameters.of(form.items()))


def test_the_tokens_say_who_signed_in_when_and_for_whom(
    tenancy: Tenancy, provider: Provider, redeemed: list[str]
) -> None:
    """OpenID Connect Core 2, RFC 9068 2.2, RFC 9207 2."""
    ada = tenancy.configuration.people[0]
    _, session = provider.sessions.begin(ada.agent_id, provider.now)
    tenancy.advance(60 * SECOND)
    address = provider.grant(asked(provider), session)
    answer = parse_qs(urlsplit(address).query)
    assert (set(answer), answer["iss"], answer["state"]) == (
        {"code", "iss", "state"}, [tenancy.origins.identity], ["s"]
    )  # fmt: skip
    given = exchange(provider, address)
    assert redeemed == [ada.agent_id]
    assert (set(given), given["token_type"], given["expires_in"], given["scope"]) == (
        {"access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token"},
        "Bearer",
        43_200,
        "openid profile email",
    )
    keys = KeySet.import_key_set(provider.tokens.key_set())
    now = 1_768_467_660
    always = {
        "iss": tenancy.origins.identity, "sub": ada.agent_id, "realm": tenancy.org_id, "iat": now,
        "user_id": ada.agent_id, "sid": session.id,
    }  # fmt: skip
    access = jwt.decode(str(given["access_token"]), keys, ["ES256"])
    assert access.header == {"alg": "ES256", "kid": provider.tokens.key_set()["keys"][0]["kid"], "typ": "at+jwt"}
    assert {**access.claims, "jti": "", "grant_id": ""} == {
        **always, "aud": tenancy.origins.desktop, "client_id": "desk", "scope": "openid profile email",
        "exp": now + 43_200, "jti": "", "grant_id": "",
    }  # fmt: skip
    about = {
        "name": "Ada Lindqvist", "given_name": "Ada", "family_name": "Lindqvist", "email": ada.email,
        "email_verified": True, "preferred_username": ada.email, "locale": "en",
    }  # fmt: skip
    id_token = jwt.decode(str(given["id_token"]), keys, ["ES256"])
    assert id_token.header["typ"] == "JWT"
    assert {**id_token.claims, "jti": ""} == {
        **always, **about, "aud": "desk", "nonce": "n", "auth_time": now - 60, "exp": now + 3_600, "jti": ""
    }  # fmt: skip
    assert provider.userinfo(str(given["access_token"])) == {"sub": ada.agent_id, **about}
    renewed = renew(provider, str(given["refresh_token"]))
    assert set(renewed) == set(given)
    assert redeemed == [ada.agent_id]


@pytest.mark.parametrize(
    ("scope", "opened"),
    [
        ("openid", []),
        ("openid profile", ["name", "given_name", "family_name", "preferred_username", "locale"]),
        ("openid email", ["email", "email_verified"]),
    ],
)
def test_a_scope_opens_its_claims(tenancy: Tenancy, provider: Provider, scope: str, opened: list[str]) -> None:
    """OpenID Connect Core 5.4."""
    _, session = provider.sessions.begin(tenancy.configuration.people[0].agent_id, provider.now)
    given = exchange(provider, provider.grant(asked(provider, scope=scope), session))
    assert list(provider.userinfo(str(given["access_token"]))) == ["sub", *opened]


def test_a_silent_request_is_answered_only_for_somebody_who_is_signed_in(tenancy: Tenancy, provider: Provider) -> None:
    """OpenID Connect Core 3.1.2.6."""
    silent = asked(provider, prompt="none")
    with pytest.raises(AuthorizationRefused) as refusal:
        provider.session_for(silent, None)
    assert (refusal.value.error, str(refusal.value)) == (
        "login_required", "Nobody is signed in, and prompt=none asks not to show a page."
    )  # fmt: skip
    assert parse_qs(urlsplit(refusal.value.location).query)["state"] == ["s"]
    assert refusal.value.location.startswith(f"{tenancy.origins.desktop}/in?")
    assert provider.session_for(asked(provider), None) is None
    secret, session = provider.sessions.begin(tenancy.configuration.people[0].agent_id, provider.now)
    assert provider.session_for(silent, secret) == session
    assert provider.session_for(asked(provider, prompt="login"), secret) is None


def test_a_person_taken_out_of_the_configuration_gets_nothing_more(tenancy: Tenancy, provider: Provider) -> None:
    agent_id = tenancy.configuration.people[0].agent_id
    secret, session = provider.sessions.begin(agent_id, provider.now)
    waiting = provider.grant(asked(provider), session)
    given = exchange(provider, provider.grant(asked(provider), session))
    without = replace(tenancy.configuration, people=())
    tenancy.submit(ChangeConfiguration(configuration=without, changed=("people",)), cause="test")
    assert provider.session_for(asked(provider), secret) is None
    for redeem, secret_ in ((exchange, waiting), (renew, str(given["refresh_token"]))):
        with pytest.raises(GrantRefused) as refusal:
            redeem(provider, secret_)
        assert (refusal.value.error, str(refusal.value)) == (
            "invalid_grant", "The person is no longer in the configuration."
        )  # fmt: skip
    with pytest.raises(TokenError, match="no longer in the configuration"):
        provider.userinfo(str(given["access_token"]))


@pytest.mark.parametrize("way", ["session", "person", "another person", "another session"])
def test_what_ends_takes_its_refresh_tokens_along(tenancy: Tenancy, provider: Provider, way: str) -> None:
    ada, bo = tenancy.configuration.people
    secret, session = provider.sessions.begin(ada.agent_id, provider.now)
    other, _ = provider.sessions.begin(ada.agent_id, provider.now)
    given = exchange(provider, provider.grant(asked(provider), session))
    match way:
        case "session":
            provider.end_session(secret)
        case "person":
            provider.end_sessions_of(ada.agent_id)
        case "another person":
            provider.end_sessions_of(bo.agent_id)
        case _:
            provider.end_session(other)
            provider.end_session(None)
    ended = way in ("session", "person")
    assert provider.session_for(asked(provider), secret) == (None if ended else session)
    if ended:
        with pytest.raises(GrantRefused, match=r"^refresh_token is not known for this client; sign in again\.$"):
            renew(provider, str(given["refresh_token"]))
    else:
        assert renew(provider, str(given["refresh_token"]))["token_type"] == "Bearer"


@pytest.mark.parametrize(
    ("parameters", "location"),
    [
        ({}, None),
        ({"client_id": "desk", "post_logout_redirect_uri": "out"}, "out"),
        ({"client_id": "desk", "post_logout_redirect_uri": "out", "state": "a b"}, "out?state=a+b"),
        ({"client_id": "stranger"}, None),
    ],
)
def test_a_sign_out_goes_where_its_client_may_be_answered(
    tenancy: Tenancy, provider: Provider, parameters: dict[str, str], location: str | None
) -> None:
    """OpenID Connect RP-Initiated Logout 2 and 3."""
    desktop = tenancy.origins.desktop
    given = {name: f"{desktop}/out" if value == "out" else value for name, value in parameters.items()}
    expected = None if location is None else f"{desktop}/{location}"
    read = provider.read_sign_out(Parameters.of(given.items()))
    assert read == SignOutRequest(agent_id=None, location=expected)
    ada = tenancy.configuration.people[0]
    hint = provider.tokens.issue_id_token(ada, client_id="desk", nonce=None, signed_in_at=provider.now)
    hinted = {name: value for name, value in given.items() if name != "client_id"}
    read = provider.read_sign_out(Parameters.of([*hinted.items(), ("id_token_hint", hint)]))
    assert read == SignOutRequest(agent_id=ada.agent_id, location=expected)


@pytest.mark.parametrize(
    ("parameters", "parameter", "sentence"),
    [
        ({"id_token_hint": "junk"}, "id_token_hint", "The token is not a JWT with a realm; sign in to get one."),
        ({"post_logout_redirect_uri": "x"}, "client_id", "No client is registered as None."),
        (
            {"client_id": "stranger", "post_logout_redirect_uri": "x"},
            "client_id",
            "No client is registered as 'stranger'.",
        ),
        (
            {"client_id": "desk", "post_logout_redirect_uri": "x"},
            "post_logout_redirect_uri",
            "desk may not be answered at 'x'.",
        ),
    ],
)
def test_a_sign_out_that_does_not_hold_says_why(
    provider: Provider, parameters: dict[str, str], parameter: str, sentence: str
) -> None:
    with pytest.raises(SignOutRefused) as refusal:
        provider.read_sign_out(Parameters.of(parameters.items()))
    assert (refusal.value.parameter, str(refusal.value)) == (parameter, sentence)


def test_a_hint_of_another_client_does_not_hold(tenancy: Tenancy, provider: Provider) -> None:
    ada = tenancy.configuration.people[0]
    hint = provider.tokens.issue_id_token(ada, client_id="another", nonce=None, signed_in_at=provider.now)
    with pytest.raises(SignOutRefused) as refusal:
        provider.read_sign_out(Parameters.of([("id_token_hint", hint), ("client_id", "desk")]))
    assert refusal.value.parameter == "id_token_hint"


@pytest.mark.parametrize(("twice", "first"), [(("code", "client_id"), "client_id"), (("code",), "code")])
def test_a_parameter_of_the_token_endpoint_is_given_once(
    provider: Provider, twice: tuple[str, ...], first: str
) -> None:
    with pytest.raises(GrantRefused) as refusal:
        provider.exchange(Parameters.of([(name, "x") for name in (*twice, *twice)]))
    assert (refusal.value.error, str(refusal.value)) == ("invalid_request", f"{first} was given more than once.")


def test_a_second_provider_of_a_tenant_is_independent(tenancy: Tenancy) -> None:
    tokens = Tokens(tenancy, issuer=tenancy.origins.teams, audience=tenancy.origins.teams)
    desktop = tenancy.origins.desktop
    client = Client(
        id="teams-presence",
        origin=desktop,
        scopes=SCOPES,
        redirect_uris=(f"{desktop}/teams",),
        post_logout_redirect_uris=(),
    )
    provider = Provider(tenancy, tokens=tokens, clients=(client,))
    asked = {
        "client_id": client.id,
        "redirect_uri": client.redirect_uris[0],
        "response_type": "code",
        "scope": "presence openid",
        "state": "s",
        "code_challenge": create_s256_code_challenge(VERIFIER),
        "code_challenge_method": "S256",
    }
    request = read_authorization_request(Parameters.of(asked.items()), provider.clients)
    ada = tenancy.configuration.people[0]
    secret, session = provider.sessions.begin(ada.agent_id, provider.now)
    assert provider.session_for(request, secret) == session
    answer = dict(pair.split("=") for pair in provider.grant(request, session).partition("?")[2].split("&"))
    form = {
        "grant_type": "authorization_code",
        "client_id": client.id,
        "redirect_uri": client.redirect_uris[0],
        "code": answer["code"],
        "code_verifier": VERIFIER,
    }
    tenancy.advance(SECOND)
    given = provider.exchange(Parameters.of(form.items()))
    assert given["scope"] == "openid presence"
    assert tokens.verify_access(str(given["access_token"])) == ada.agent_id
    with pytest.raises(TokenError, match="not signed"):
        Tokens(tenancy).verify_access(str(given["access_token"]))
    discovery = provider.discovery()
    assert (discovery["issuer"], discovery["scopes_supported"]) == (tenancy.origins.teams, ["openid", "presence"])
