"""The e-mail page and the password page."""

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from simulator.domain.values import MINUTE
from simulator.product.tokens import Keyring
from simulator.runtime.tenancy import Tenancy
from tests.simulator.product.identity.conftest import Visitor

pytestmark = pytest.mark.anyio


async def test_a_person_signs_in_and_the_desktop_gets_tokens_that_open_the_tenant(
    visitor: Visitor, tenancy: Tenancy, keyring: Keyring
) -> None:
    answer = await visitor.sign_in()
    assert answer["state"] == "a-state"
    tokens = (await visitor.exchange(answer["code"])).json()
    ada = tenancy.configuration.people[0]
    assert keyring.of(tenancy).verify_access(tokens["access_token"]) == ada.agent_id
    published = (await visitor.http.get("/jwks")).json()
    claims = jwt.decode(tokens["id_token"], KeySet.import_key_set(published), ["ES256"]).claims
    assert (claims["sub"], claims["aud"], claims["nonce"]) == (ada.agent_id, "agent-desktop", "a-nonce")
    assert (claims["email"], claims["name"]) == (ada.email, "Ada Lindqvist")
    assert claims["auth_time"] == tenancy.clock.now() // 1000
    assert tokens["expires_in"] == 12 * 60 * 60
