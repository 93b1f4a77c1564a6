"""How much a simulator holds: one more than there may be is refused in a sentence, or the oldest goes."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.limits import Limits, TooMany
from deskproof.simulator.runtime.tenancy import Tenancy

pytestmark = pytest.mark.anyio

TOKEN = "a-control-token-of-tests"
SMALL = Limits(tenants=2, conversations=2, connections=2, clients=2)
START = {"clock": {"frozenAt": "2026-01-15T09:00:00Z"}}
TENANTS = "2 tenants are open, as many as this simulator holds; close one, or start the simulator with --most-tenants."
CONVERSATIONS = (
    "2 conversations go on in this tenant, as many as this simulator holds; end one, or start the simulator with "
    "--most-conversations."
)
CONNECTIONS = (
    "2 subscriptions of this agent are open or wait for their socket, as many as this simulator holds; close one, or "
    "start the simulator with --most-connections."
)


@pytest.mark.parametrize(
    ("require", "most"),
    [
        (Limits().require_tenant, 2_000),
        (Limits().require_conversation, 10_000),
        (Limits().require_connection, 100),
        (Limits().require_entry, 1_000_000),
    ],
    ids=["tenants", "conversations", "connections", "entries"],
)
def test_one_more_is_too_many(require: Callable[[int], None], most: int) -> None:
    require(most - 1)
    with pytest.raises(TooMany):
        require(most)


def client_of(application: Application, base: str, token: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=base, headers=headers)


def tenant_of(application: Application) -> tuple[Tenancy, str]:
    """A new tenant, and a token of Ada."""
    tenancy = application.tenants.create(blueprint("standard"), clock=Clock.real())
    ada = tenancy.configuration.people[0]
    return tenancy, services_of(tenancy).tokens.issue_access(ada, client_id="agent-desktop", scope="openid")


async def test_a_tenant_too_many_is_refused_until_one_is_closed() -> None:
    application = Application(port=8400, token=TOKEN, limits=SMALL)
    async with client_of(application, "http://127.0.0.1/_control/v1", TOKEN) as plane:
        first, _ = [(await plane.post("/tenants", json=START)).json()["id"] for _ in range(2)]
        refused = await plane.post("/tenants", json=START)
        assert (refused.status_code, refused.json()) == (409, {"error": TENANTS})
        await plane.delete(f"/tenants/{first}")
        assert (await plane.post("/tenants", json=START)).status_code == 201


async def test_a_conversation_too_many_is_refused_until_one_has_ended() -> None:
    application = Application(port=8400, token=TOKEN, limits=SMALL)
    tenancy, _ = tenant_of(application)
    call = {"number": "+12015550123", "queue": "support"}
    async with client_of(application, f"http://127.0.0.1/_control/v1/tenants/{tenancy.id}", TOKEN) as plane:
        first, _ = [(await plane.post("/conversations", json=call)).json()["id"] for _ in range(2)]
        preview = {"agent": "ada", "number": "+12015550123"}
        for refused in (
            await plane.post("/conversations", json=call),
            await plane.post("/campaigns/spring/previews", json=preview),
        ):
            assert (refused.status_code, refused.json()) == (409, {"error": CONVERSATIONS})
        await plane.post(f"/conversations/{first}/hang-up")
        assert (await plane.post("/conversations", json=call)).status_code == 201


async def test_a_subscription_too_many_is_refused_and_in_the_traffic() -> None:
    application = Application(port=8400, token=TOKEN, limits=SMALL)
    tenancy, token = tenant_of(application)
    body = {"force": True, "isKeepAliveEnabled": False, "clientType": "test", "allowMultiLogin": True}
    async with client_of(application, tenancy.origins.desktop, token) as http:
        answers = [await http.post("/wcc/v1/notification/subscribe", json=body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["error"]["message"] == [CONNECTIONS]
    line = tenancy.traffic.after()[-1]
    assert (line.status, line.detail) == (429, CONNECTIONS)


async def test_an_agent_has_a_hundred_mercury_clients_and_the_oldest_goes() -> None:
    application = Application(port=8400, token=TOKEN)
    tenancy, token = tenant_of(application)
    body = {"name": "desktop", "deviceType": "WEB", "model": "desktop"}
    async with client_of(application, tenancy.origins.desktop, token) as http:
        urls = [(await http.post("/wdm/api/v1/devices", json=body)).json()["url"] for _ in range(101)]
        found = [(await http.put(url, json={})).status_code for url in urls[:2]]
    assert found == [404, 200]


async def test_a_tenant_whose_journal_is_full_takes_no_command_of_anybody() -> None:
    application = Application(port=8400, token=TOKEN, limits=Limits(entries=4))
    tenancy, token = tenant_of(application)
    body = {"force": True, "isKeepAliveEnabled": False, "clientType": "test", "allowMultiLogin": True}
    control = f"http://127.0.0.1/_control/v1/tenants/{tenancy.id}"
    async with (
        client_of(application, tenancy.origins.desktop, token) as http,
        client_of(application, control, TOKEN) as plane,
    ):
        first, second = [await http.post("/wcc/v1/notification/subscribe", json=body) for _ in range(2)]
        assert (first.status_code, second.status_code, len(tenancy.journal)) == (200, 200, 4)
        full = (
            "4 entries are in the journal of this tenant, as many as this simulator holds; go on with a new tenant, or "
            "start the simulator with --most-entries."
        )
        refused = await http.post("/wcc/v1/notification/subscribe", json=body)
        assert (refused.status_code, refused.json()["error"]["message"]) == (429, [full])
        assert tenancy.traffic.after()[-1].detail == full
        for refused in (
            await plane.post("/conversations", json={"number": "+12015550123", "queue": "support"}),
            await plane.patch("/configuration", json={"settings": {"skillsBasedRouting": True}}),
        ):
            assert (refused.status_code, refused.json()) == (409, {"error": full})
        assert (await plane.get("/journal")).status_code == 200
    sockets = services_of(tenancy).sockets
    assert sockets.open(f"/notifs/{second.json()['webSocketUrl'].rpartition('/')[2]}") is None
    tenancy.advance(60 * 60_000)
    assert len(tenancy.journal) == 4
