"""A small tenant for tests of the product surface: Ada and Bo, time frozen on the morning of 15 January 2026; and the
same on a real port, with real sockets.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from deskproof.simulator.app import Application
from deskproof.simulator.domain.configuration import (
    AuxiliaryCode,
    Configuration,
    DesktopProfile,
    Person,
    Team,
    WorkType,
)
from deskproof.simulator.domain.values import Instant, Secret, entity_id
from deskproof.simulator.edge.hang_up import CuttableProtocol
from deskproof.simulator.product.services import services_of
from deskproof.simulator.product.socket_protocol import SocketProtocol
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.runtime.tenancy import Origins, Tenancy

TOKEN = "a-control-token-of-tests"

MORNING = Instant(1_768_467_600_000)
"""2026-01-15T09:00:00Z."""

ADA = Person(
    key="ada", first_name="Ada", last_name="Lindqvist", email="ada.lindqvist@example.com",
    password=Secret("correct horse 7"), profile="agents", teams=("support",),
)  # fmt: skip
BO = Person(
    key="bo", first_name="Bo", last_name="Ek", email="bo.ek@example.com",
    password=Secret("battery staple 9"), profile="agents", teams=("support",), language="sv",
)  # fmt: skip


def configuration_of(people: tuple[Person, ...] = (ADA, BO)) -> Configuration:
    """A configuration with these people."""
    return Configuration(
        teams=(Team(key="support", name="Support"),),
        profiles=(DesktopProfile(key="agents", name="Agents"),),
        auxiliary_codes=(AuxiliaryCode(key="meeting", name="Meeting", work=WorkType.IDLE, default=True),),
        people=people,
    )


def tenancy_of(number: int = 1, *, people: tuple[Person, ...] = (ADA, BO)) -> Tenancy:
    """A tenant with this number and these people, without anything of the product."""
    host = f"t-{number:04}.localhost:8400"
    return Tenancy(
        id_=f"t-{number:04}",
        org_id=entity_id("organisation", f"t-{number:04}"),
        origins=Origins(desktop=f"http://{host}", identity=f"http://id.{host}", teams=f"http://teams.{host}"),
        configuration=configuration_of(people),
        clock=Clock.frozen(MORNING),
        seed=1,
    )


@pytest.fixture
def make_tenancy() -> Callable[..., Tenancy]:
    """Makes tenants; each number is another organisation."""
    return tenancy_of


@pytest.fixture
def application() -> Application:
    """The whole simulator, so that requests go through its chain."""
    return Application(port=8400, token=TOKEN)


def served(application: Application) -> Tenancy:
    """A new tenant of the simulator."""
    return application.tenants.create(configuration_of(), clock=Clock.frozen(MORNING))


@pytest.fixture
def tenancy(application: Application) -> Tenancy:
    """The tenant most tests need."""
    return served(application)


@pytest.fixture
def other_tenancy(application: Application, tenancy: Tenancy) -> Tenancy:
    """Another organisation, served by the same simulator."""
    return served(application)


KEEPALIVE = '{"keepalive": "true"}'
PATIENCE = 20
"""Seconds after which a frame that did not come fails its test."""


class Line:
    """A tenant on a real port, and clients of it."""

    def __init__(self) -> None:
        self.application = Application(port=8400, token=TOKEN)
        self.tenancy = served(self.application)
        self.address = ""

    def token(self, person: Any = ADA) -> str:
        """A token of the person, of the grant that is named by the person's key."""
        return services_of(self.tenancy).tokens.issue_access(
            person, client_id="agent-desktop", scope="openid", grant_id=person.key
        )

    def bearer(self, person: Any = ADA) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(person)}"}

    async def ask(self, path: str, body: dict[str, Any], person: Any = ADA) -> httpx.Response:
        async with httpx.AsyncClient(base_url=f"http://{self.address}") as http:
            return await http.post(path, json=body, headers=self.bearer(person))

    async def subscribe(self, person: Any = ADA, **differs: bool) -> str:
        body = {"force": True, "isKeepAliveEnabled": False, "clientType": "test", "allowMultiLogin": False, **differs}
        answer = await self.ask("/wcc/v1/notification/subscribe", body, person)
        return f"ws://{self.address}/notifs/{answer.json()['webSocketUrl'].rpartition('/')[2]}"

    async def open(self, person: Any = ADA, **differs: bool) -> ClientConnection:
        socket = await connect(f"{await self.subscribe(person, **differs)}?orgId={self.tenancy.org_id}", proxy=None)
        assert (await frame(socket))["type"] == "Welcome"
        return socket

    async def sign_in(self) -> None:
        team = self.tenancy.configuration.teams_of(ADA)[0].id
        body = {"dialNumber": "+12015532447", "teamId": team, "deviceType": "AGENT_DN", "roles": ["agent"]}
        await self.ask("/wcc/v1/agents/login", body)

    async def has_recorded(self, name: str) -> None:
        """Return when the journal has an event of this name."""
        async with asyncio.timeout(PATIENCE):
            await self.tenancy.journal.wait_for(lambda entry: entry.name == name)


async def frame(socket: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(PATIENCE):
        return dict(json.loads(await socket.recv()))


async def close_code(socket: ClientConnection) -> int | None:
    async with asyncio.timeout(PATIENCE):
        with suppress(ConnectionClosed):
            while True:
                await socket.recv()
    return socket.close_code


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    line = Line()
    config = uvicorn.Config(
        line.application, port=0, lifespan="off", log_level="error", http=CuttableProtocol, ws=SocketProtocol
    )
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    line.address = f"127.0.0.1:{listening.getsockname()[1]}"
    serving = asyncio.ensure_future(server.serve(sockets=[listening]))
    yield line
    line.application.close()
    server.should_exit = True
    await serving


async def mercury_of(line: Line, person: Any = ADA) -> ClientConnection:
    body = {"name": "desktop", "deviceType": "WEB", "model": "desktop"}
    answer = await line.ask("/wdm/api/v1/devices", body, person)
    assert answer.status_code == 200, answer.text
    client = answer.json()["webSocketUrl"].rpartition("/")[2]
    return await connect(f"ws://{line.address}/mercury/{client}?orgId={line.tenancy.org_id}", proxy=None)


def authorization(line: Line, person: Any = ADA) -> str:
    data = {"token": line.bearer(person)["Authorization"]}
    return json.dumps({"id": "1", "type": "authorization", "data": data})


def rejections(line: Line) -> list[tuple[str, str, Any, Any]]:
    entries = [entry for entry in line.tenancy.journal.after() if entry.kind is EntryKind.REJECTION]
    return [(entry.name, entry.cause, entry.data["agent"], entry.data["message"]) for entry in entries]
