"""No operation of the catalogue, and none that is added to it, opens to anybody but a person of its tenant."""

from __future__ import annotations

import re

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.operation import Operation
from tests.simulator.product.conftest import ADA

pytestmark = pytest.mark.anyio

REFUSED = (
    "no token",
    "garbage",
    "a token of another tenant",
    "an id token",
    "a tampered token",
    "an expired token",
    "a revoked token",
)


def token_of(kind: str, tenancy: Tenancy, other: Tenancy) -> str:
    """A bearer token that opens nothing at `tenancy`."""
    tokens = services_of(tenancy).tokens
    good = tokens.issue_access(ADA, client_id="agent-desktop", scope="openid", grant_id="of-ada")
    match kind:
        case "no token":
            return ""
        case "garbage":
            return "x.y.z"
        case "a token of another tenant":
            return services_of(other).tokens.issue_access(ADA, client_id="agent-desktop", scope="openid")
        case "an id token":
            return tokens.issue_id_token(ADA, client_id="agent-desktop", nonce=None, signed_in_at=tenancy.clock.now())
        case "a tampered token":
            head, claims, signature = good.split(".")
            return ".".join((head, claims, signature[::-1]))
        case "an expired token":
            tenancy.advance(12 * 60 * 60 * 1_000)
        case _:
            tokens.revoke("of-ada")
    return good


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize(
    "operation", [operation for operation in OPERATIONS if not operation.open], ids=lambda operation: operation.name
)
async def test_an_operation_opens_to_nobody_else(
    application: Application, tenancy: Tenancy, other_tenancy: Tenancy, operation: Operation, kind: str
) -> None:
    token = token_of(kind, tenancy, other_tenancy)
    path = re.sub(r"\{(\w+)\}", lambda found: tenancy.org_id if found[1] == "orgId" else "x", operation.address)
    before = len(tenancy.journal.after())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=tenancy.origins.desktop) as http:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = await http.request(operation.method, path, headers=headers, content=b"not even JSON")
    assert (answer.status_code, answer.json()["error"]["reason"]) == (401, "UNAUTHORIZED")
    assert len(tenancy.journal.after()) == before
