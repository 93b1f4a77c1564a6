"""What the product stores for a tenant ends with the tenant, and so does the memory that it takes."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.product.calling import media
from deskproof.simulator.product.services import attach, services_of
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.product.calling.conftest import PEERS, FakePeer, Workplace, offer
from tests.simulator.product.conftest import (
    ADA,
    BO,
    PATIENCE,
    TOKEN,
    Line,
    authorization,
    close_code,
    mercury_of,
    served,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Python's collector does nothing meanwhile."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


async def work(line: Line) -> None:
    """Ada's client signs in, is refused, and is lost, so that time is up soon; her line and Bo's client stay open, and
    a program watches.
    """
    lost, socket, mercury = await line.open(), await line.open(BO), await mercury_of(line)
    await mercury.send(authorization(line))
    await mercury.recv()
    await line.sign_in()
    await line.ask("/wcc/v1/tasks/unknown/hold", {})
    await line.ask("/wcc/v1/agents/login", {"dialNumber": 7})
    await line.ask("/wcc/v1/subscriptions", {"name": "n", "eventTypes": ["agent:login"], "destinationUrl": "no"})
    line.tenancy.faults.arm(kind=FaultKind.LOSES_AN_EVENT)
    line.tenancy.run_clock()
    await lost.close()
    await line.has_recorded("ConnectionLost")
    assert line.tenancy.next_deadline() is not None
    address = f"http://{line.address}{PREFIX}/tenants/{line.tenancy.id}"
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"}) as program:
        await program.get(f"{address}/changes")
        watch = {"journal": 9_999, "traffic": 9_999, "timeoutSeconds": PATIENCE}
        watching = asyncio.ensure_future(program.get(f"{address}/changes", params=watch))
        wait = {"name": "AgentSignedOut", "timeoutSeconds": PATIENCE}
        waiting = asyncio.ensure_future(program.post(f"{address}/facts/wait", json=wait))
        assert (await program.delete(address)).status_code == 204
        assert {(await watching).status_code, (await waiting).status_code} <= {404, 409}
    assert await close_code(socket) == await close_code(mercury) == 1001
    await line.application.settled()


async def test_the_memory_of_a_closed_tenant_is_free_without_the_collector(line: Line, uncollected: None) -> None:
    tenancy = line.tenancy
    parts = (tenancy, tenancy.state, tenancy.journal, tenancy.traffic, tenancy.services)
    gone = [asyncio.Event() for _ in parts]
    for part, event in zip(parts, gone, strict=True):
        weakref.finalize(part, event.set)
    del part, parts
    await work(line)
    line.tenancy = served(line.application)
    del tenancy
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(event.wait() for event in gone))


@pytest.mark.parametrize(("of", "path"), [("desktop", "/wcc/v1/agents/login"), ("identity", "/token")])
async def test_a_request_whose_tenant_closes_meanwhile_is_answered(
    application: Application, tenancy: Tenancy, of: str, path: str
) -> None:
    bearer = services_of(tenancy).tokens.issue_access(ADA, client_id="agent-desktop", scope="openid")

    async def body() -> AsyncIterator[bytes]:
        yield b"grant_type="
        application.tenants.close(tenancy.id)
        yield b"unknown"

    headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/x-www-form-urlencoded"}
    base = getattr(tenancy.origins, of)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url=base) as http:
        answer = await http.post(path, content=body(), headers=headers)
    assert (answer.status_code, tenancy.closed.is_set()) == (400, True)


async def test_a_tenant_has_settled_when_its_calls_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MediaPeer", FakePeer)
    PEERS.clear()
    workplace = Workplace()
    services = attach(workplace.tenancy)
    workplace.exchange = services.exchange
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    workplace.send(workplace.events()[0]["callId"], offer("first"))
    services.detach()
    await services.settled()
    assert [peer.done for peer in PEERS] == [["answers first", "closed"]]
