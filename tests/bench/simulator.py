"""The simulator under load: state changes of agents, each from its request to the notification that answers it.

The agents' side is as thin as Python allows (plain HTTP/1.1 over streams on uvloop), in a process of its own. A bare
Starlette endpoint that answers the same request with a constant is the first row.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import uvloop
from websockets.asyncio.client import ClientConnection, connect

from deskproof.simulator.control.client import Control, Person, TenantControl
from deskproof.simulator.server import start_server
from deskproof.steps.cast.browser.stored_sign_in import sign_in
from deskproof.steps.day.requests import SUBSCRIPTION, available, idle, station
from tests.bench.results import Table, table

_AGENTS = (1, 100, 1_000)
_COMMANDS = 2_000
"""Commands in each measurement, shared among the agents."""

_AT_ONCE = 50
"""Sign-ins under way at the same time, so that no queue of the operating system overflows."""

_RATE = 500
"""Commands a second, whether or not the ones before are answered, and the agents who send them in turn."""
_CROWD = 1_000
_PACED_SECONDS = 10

_T = TypeVar("_T")

_STUB = """
import socket
import sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def answer(request):
    await request.body()
    return JSONResponse({"statusCode": 202}, 202)

app = Starlette(routes=[Route("/v1/agents/session/state", answer, methods=["PUT"])])
config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, fileno=int(sys.argv[1]))
uvicorn.Server(config).run(sockets=[listening])
"""


class Connection:
    """One kept connection to a server on this machine."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def request(self, method: str, path: str, body: object, token: str = "") -> Any:
        """The answer's JSON. Raises AssertionError for a status that is not good."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        content = b"" if body is None else json.dumps(body).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        writer.write(head.encode() + content)
        status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        text = await reader.readexactly(int(headers.get("content-length", 0)))
        assert status.split()[1].startswith("2"), f"{method} {path}: {status} {text!r}"
        return json.loads(text) if text else None

    def close(self) -> None:
        """End the connection."""
        if self._streams is not None:
            self._streams[1].close()


@dataclass(kw_only=True)
class Agent:
    """An agent who is signed in to a station, with one connection and one notification socket."""

    http: Connection
    notifications: ClientConnection
    prefix: str
    token: str
    agent_id: str
    idle: str
    taken: list[float] = field(default_factory=list)
    available: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def change_state(self, began: float | None = None) -> None:
        """Change between Available and Idle, and note the milliseconds from `began`, else from now, to the
        notification; the
        change before it has to be answered first.
        """
        began = began or time.perf_counter()
        async with self.turn:
            self.available = not self.available
            body = available(self.agent_id) if self.available else idle(self.agent_id, self.idle)
            await self.http.request("PUT", f"{self.prefix}/v1/agents/session/state", body, self.token)
            await notified(self.notifications, "AgentStateChangeSuccess")
        self.taken.append((time.perf_counter() - began) * 1000)

    async def change_states(self, times: int) -> None:
        """Change so many times, one after the other."""
        for _ in range(times):
            await self.change_state()


def measure(rounds: int) -> Table:
    """Milliseconds of the machine's time for each command, with so many agents at once."""
    taken: dict[str, list[tuple[float, float]]] = {"a bare Starlette endpoint, 100 clients": []}
    notes: list[str] = []
    for _ in range(rounds):
        taken["a bare Starlette endpoint, 100 clients"].append((_stub(), 0.0))
    for number in _AGENTS:
        with start_server() as server, server.control() as control:
            empty = kilobytes()
            costs, driver, memory = run(_load(control, number, rounds))
        taken[f"{number:,} agents" if number > 1 else "1 agent"] = costs
        note = f"With {number:,}, the agents' own side takes {driver:.2f} ms of processor time a command"
        notes.append(note + (f", and an agent {(memory - empty) / number:.0f} kB." if number == _CROWD else "."))
    return table(
        "simulator", "The simulator: a state change and its notification", taken, unit="ms a command",
        note="CPU is that of the simulator alone. An agent may take 100 kB of memory.\n" + "\n".join(notes),
        most={"100 agents": 0.5, "1,000 agents": 0.5},
    )  # fmt: skip


def measure_pace(rounds: int) -> Table:
    """The milliseconds within which 99 of 100 commands are answered that come at a steady pace, from the instant at
    which each was due.
    """
    with start_server() as server, server.control() as control:
        latencies = run(_paced(control, rounds))
    cuts = [statistics.quantiles(each, n=100, method="inclusive") for each in latencies]
    row = "99 of 100 commands"
    return table(
        "pace", f"The simulator: {_RATE} state changes a second of {_CROWD:,} agents",
        {row: [(round(each[98], 2), 0.0) for each in cuts]}, unit="ms",
        note=f"Half of the commands take at most {min(each[49] for each in cuts):.1f} ms, from when each was due.",
        most={row: 20},
    )  # fmt: skip


def run(main: Coroutine[Any, Any, _T]) -> _T:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)


async def _load(control: Control, number: int, rounds: int) -> tuple[list[tuple[float, float]], float, int]:
    """Wall clock and processor time of the simulator in milliseconds a command for each round, the processor time of
    this process, and the simulator's memory in kilobytes.
    """
    each = max(2, _COMMANDS // number)
    async with signed_in(control, number) as agents:
        memory = kilobytes()
        taken = []
        own = time.process_time()
        for _ in range(rounds):
            began, spent = time.perf_counter(), used()
            await asyncio.gather(*(agent.change_states(each) for agent in agents))
            wall, cpu = time.perf_counter() - began, used() - spent
            taken.append((round(wall * 1000 / (each * number), 3), round(cpu * 1000 / (each * number), 3)))
        own = (time.process_time() - own) * 1000 / (rounds * each * number)
    return taken, own, memory


async def _paced(control: Control, rounds: int) -> list[list[float]]:
    """The latencies of each round in milliseconds."""
    async with signed_in(control, _CROWD) as agents:
        return [await _one_pace(agents) for _ in range(rounds)]


async def _one_pace(agents: Sequence[Agent]) -> list[float]:
    for agent in agents:
        agent.taken.clear()
    began = time.perf_counter()
    sent = []
    for number in range(_RATE * _PACED_SECONDS):
        due = began + number / _RATE
        if (left := due - time.perf_counter()) > 0:
            await asyncio.sleep(left)  # noqa: TID251  the pace is that of the real time
        sent.append(asyncio.create_task(agents[number % len(agents)].change_state(due)))
    await asyncio.gather(*sent)
    return [latency for agent in agents for latency in agent.taken]


@asynccontextmanager
async def signed_in(control: Control, number: int) -> AsyncIterator[Sequence[Agent]]:
    """So many agents of a new tenant, each signed in to a station."""
    async with at_work(*staffed(control, number)) as agents:
        yield agents


def staffed(control: Control, number: int, frozen_at: str | None = None) -> tuple[TenantControl, Sequence[Person]]:
    """A new tenant, and so many of its people who may sign in as agents."""
    people = [
        {
            "key": f"agent{each}", "firstName": "Ada", "lastName": f"Ek {each}", "email": f"agent{each}@example.com",
            "password": "correct horse 7", "profile": "agents", "teams": ["support"],
        }
        for each in range(number)
    ]  # fmt: skip
    tenant = control.create_tenant("standard", changes={"people": people}, frozen_at=frozen_at)
    return tenant, [tenant.people[str(each["key"])] for each in people]


@asynccontextmanager
async def at_work(tenant: TenantControl, persons: Sequence[Person]) -> AsyncIterator[Sequence[Agent]]:
    """These people, each signed in to a station. Garbage is not collected while they work."""
    with ThreadPoolExecutor(8) as pool:
        tokens = list(pool.map(lambda person: sign_in(tenant, person)[1].access_token, persons))
    async with AsyncExitStack() as stack:
        limit = asyncio.Semaphore(_AT_ONCE)
        agents = await asyncio.gather(
            *(
                _agent(stack, limit, tenant, person, token, 2_010_000_000 + each)
                for each, (person, token) in enumerate(zip(persons, tokens, strict=True))
            )
        )
        gc.collect()
        gc.disable()
        try:
            yield agents
        finally:
            gc.enable()
            for agent in agents:
                agent.http.close()


async def _agent(
    stack: AsyncExitStack, limit: asyncio.Semaphore, tenant: TenantControl, person: Person, token: str, number: int
) -> Agent:  # fmt: skip
    """Sign in to a station, as a desktop does it (PROTOCOL 3.2 to 3.5)."""
    origin = urlsplit(tenant.desktop_url)
    assert origin.port
    http = Connection(origin.netloc, origin.port)
    async with limit:
        catalogue = await http.request("GET", "/u2c/api/v1/limited/catalog?format=hostmap", None)
        prefix = urlsplit(catalogue["serviceLinks"]["wcc-api-gateway"]).path
        call = partial(http.request, token=token)
        opened = await call("POST", f"{prefix}/v1/notification/subscribe", SUBSCRIPTION)
        notifications = await stack.enter_async_context(
            connect(opened["webSocketUrl"], host="127.0.0.1", port=origin.port, compression=None)
        )
        await notified(notifications, "Welcome")
        codes = await call("GET", f"{prefix}/organization/{tenant.org_id}/v2/auxiliary-code?page=0&pageSize=100", None)
        teams = await call("GET", f"{prefix}/organization/{tenant.org_id}/v2/team?page=0&pageSize=100", None)
        idle_code = next(
            code["id"] for code in codes["data"] if code["workTypeCode"] == "IDLE_CODE" and code["id"] != "0"
        )
        await call("POST", f"{prefix}/v1/agents/login", station(f"+1{number}", teams["data"][0]["id"]))
        data = await notified(notifications, "AgentStationLoginSuccess")
    return Agent(
        http=http, notifications=notifications, prefix=prefix, token=token, agent_id=data["agentId"], idle=idle_code
    )


async def notified(notifications: ClientConnection, type_: str) -> Mapping[str, Any]:
    """The data of the next notification of this type. Raises AssertionError for one that refuses."""
    async for text in notifications:
        frame = json.loads(text)
        data: Mapping[str, Any] = frame.get("data", {})
        if type_ in (frame.get("type"), data.get("type")):
            return data
        assert not str(data.get("type", "")).endswith("Failed"), text
    raise AssertionError(f"The notification socket closed before {type_}.")


def _stub() -> float:
    """Milliseconds a command of a bare Starlette endpoint, 100 clients at once."""
    with socket.create_server(("127.0.0.1", 0), backlog=socket.SOMAXCONN) as listening:
        command = [sys.executable, "-c", _STUB, str(listening.fileno())]
        process = subprocess.Popen(command, pass_fds=[listening.fileno()])
        try:
            return run(_stub_load(listening.getsockname()[1], 100, _COMMANDS // 100))
        finally:
            process.terminate()
            process.wait()


async def _stub_load(port: int, clients: int, each: int) -> float:
    connections: Sequence[Connection] = [Connection("localhost", port) for _ in range(clients)]
    first = Connection("localhost", port)
    await first.request("PUT", "/v1/agents/session/state", {"state": "Idle"})  # until the endpoint has started
    first.close()

    async def client(connection: Connection) -> None:
        for _ in range(each):
            await connection.request("PUT", "/v1/agents/session/state", {"state": "Idle"})
        connection.close()

    began = time.perf_counter()
    await asyncio.gather(*map(client, connections))
    return round((time.perf_counter() - began) * 1000 / (clients * each), 3)


def kilobytes() -> int:
    """The memory of the simulator, which is the one child of this process."""
    for line in Path(f"/proc/{child()}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("The process has no VmRSS.")


def used() -> float:
    """Seconds of processor time that the simulator has taken so far."""
    fields = Path(f"/proc/{child()}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def child() -> str:
    (only,) = Path("/proc/thread-self/children").read_text(encoding="utf-8").split()
    return only
