"""A second provider of a tenant, as the Teams sign-in is: issuer, client, scopes and tokens of its own."""

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.product.openid.provider import Provider
from deskproof.simulator.product.openid.request import Client, Parameters, read_authorization_request
from deskproof.simulator.product.tokens import TokenError, Tokens
from deskproof.simulator.runtime.tenancy import Tenancy

SCOPES = ("openid", "presence")
VERIFIER = "v" * 43


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
