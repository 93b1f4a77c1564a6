"""No operation of the catalogue, and none that is added to it, opens to anybody but a person of its tenant, shows
anything of another organisation, or changes what belongs to a colleague.
"""

from __future__ import annotations

import re
from dataclasses import replace

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import AnswerPhone, CustomerCalls
from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.operation import Operation
from tests.simulator.product.conftest import ADA, MORNING

pytestmark = pytest.mark.anyio

REFUSED = (
    "no token",
    "garbage",
    "a token of another tenant",
    "an id token",
    "a token of the Teams sign-in",
    "a token of nobody",
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
        case "a token of the Teams sign-in":
            teams = services_of(tenancy).teams.provider.tokens
            return teams.issue_access(ADA, client_id="agent-desktop-teams", scope="openid", grant_id="of-teams")
        case "a token of nobody":
            nobody = replace(ADA, key="nobody", email="nobody@example.com")
            return tokens.issue_access(nobody, client_id="agent-desktop", scope="openid", grant_id="of-nobody")
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


@pytest.mark.parametrize(
    "operation", [operation for operation in OPERATIONS if "{orgId}" in operation.address], ids=lambda it: it.name
)
async def test_an_operation_shows_nothing_of_another_organisation(
    application: Application, tenancy: Tenancy, other_tenancy: Tenancy, operation: Operation
) -> None:
    path = re.sub(r"\{(\w+)\}", lambda found: other_tenancy.org_id if found[1] == "orgId" else "x", operation.address)
    answer = await asked(application, tenancy, operation.method, path, ADA)
    assert (answer.status_code, answer.json()["error"]["reason"]) == (403, "ORGANIZATION_MISMATCH")


BODIES: dict[str, object] = {
    "mediaResourceId": "conversation-0001", "to": "+12015550188", "destinationType": "dialNumber", "auxCodeId": "",
    "wrapUpReason": "", "queueId": "x", "destAgentType": "dialNumber", "autoResumed": False,
    "destinationAgentType": "dialNumber", "destinationAgentId": "x", "monitorType": "midcall", "id": "m",
    "holdParticipants": True, "isConsult": False, "interactionId": "conversation-0001", "taskId": "conversation-0001",
}  # fmt: skip
"""Members of bodies by their names; each request has those that it may have."""


@pytest.mark.parametrize("person", ["bo", "lars"])
@pytest.mark.parametrize(
    "operation",
    [each for each in OPERATIONS if "{taskId}" in each.address or each.address.startswith("/wcc/v1/monitor")],
    ids=lambda it: it.name,
)
async def test_an_operation_changes_nothing_that_belongs_to_another(
    application: Application, operation: Operation, person: str
) -> None:
    tenancy = application.tenants.create(blueprint("standard"), clock=Clock.frozen(MORNING))
    people = {each.key: each for each in tenancy.configuration.people}
    for key, phone in (("ada", "+12015532447"), ("bo", "+12015532448"), ("lars", "+12015532449")):
        team = tenancy.configuration.teams_of(people[key])[0].id
        body = {"dialNumber": phone, "teamId": team, "deviceType": "AGENT_DN", "roles": ["agent"]}
        answer = await asked(application, tenancy, "POST", "/wcc/v1/agents/login", people[key], body)
        assert answer.status_code == 202
    state = {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": "", "agentId": None}
    await asked(application, tenancy, "PUT", "/wcc/v1/agents/session/state", people["ada"], state)
    tenancy.submit(
        CustomerCalls(conversation_id="conversation-0001", customer="+12015550123", queue="support"), cause="control"
    )
    tenancy.submit(AnswerPhone(number="+12015532447"), cause="control")
    before = tenancy.state.floor
    assert before.conversations["conversation-0001"].agent_id == people["ada"].agent_id
    fields = {field.alias or name for name, field in operation.body.model_fields.items()}
    path = operation.address.replace("{taskId}", "conversation-0001").replace("{participantId}", "x")
    sent = {name: value for name, value in {**BODIES, "agentId": people[person].agent_id}.items() if name in fields}
    answer = await asked(application, tenancy, operation.method, path, people[person], sent)
    assert answer.status_code in (200, 202, 403, 404, 409, 412), answer.text
    after = tenancy.state.floor
    assert after.conversations == before.conversations
    if person == "bo":  # who supervises nobody
        assert after.monitorings == before.monitorings


async def asked(
    application: Application, tenancy: Tenancy, method: str, path: str, person: Person, body: object = None
) -> httpx.Response:
    token = services_of(tenancy).tokens.issue_access(person, client_id="agent-desktop", scope="openid", grant_id="g")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=tenancy.origins.desktop) as http:
        return await http.request(method, path, json=body, headers={"Authorization": f"Bearer {token}"})
