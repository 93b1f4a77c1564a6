"""The simulator that is fuzzed: a process of its own, requests written byte by byte, what has to hold afterwards."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from deskproof.simulator.control.client import Control, Line, TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.steps.cast.browser.stored_sign_in import sign_in

START = "2026-01-15T09:00:00Z"
PEOPLE: Mapping[str, str] = {"ada": "+12015532447", "bo": "+12015532448", "lars": "+12015532449"}
"""Who works, by their keys in the standard blueprint, and at which phone."""

ANSWER_SECONDS = 5
"""Seconds after which a request that has no answer is a failure."""

_CATALOGUE = "/u2c/api/v1/limited/catalog?format=hostmap"

Headers = Sequence[tuple[str | bytes, str | bytes]]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer; `status` is None where the server cut the connection."""

    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def json(self) -> Any:
        """The body as JSON. AssertionError for a body that is none."""
        kind = self.headers.get("content-type", "")
        assert kind.partition(";")[0] == "application/json", f"{self.status} has a body of {kind}: {self.body[:200]!r}"
        return json.loads(self.body)


@dataclass(kw_only=True)
class World:
    """A tenant with people at work: Ada in a call, Bo available, Lars as a supervisor."""

    tenant: TenantControl
    tokens: dict[str, str]
    conversations: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Ids by the names that paths and bodies give them."""
    _seen: int = 0

    def host(self, part: str = "") -> str:
        """The host of the tenant's desktop, or of one of its parts: `id` or `teams`."""
        return f"{part}.{self._netloc}" if part else self._netloc

    @property
    def _netloc(self) -> str:
        return urlsplit(self.tenant.desktop_url).netloc

    def new_lines(self) -> tuple[Line, ...]:
        """The lines of traffic since they were last read."""
        lines = self.tenant.traffic(self._seen)
        self._seen = lines[-1].seq if lines else self._seen
        return lines

    def check_shown(self, status: int | None) -> None:
        """Since it was last read, traffic has a request with this status, and no answer that the catalogue forbids."""
        lines = self.new_lines()
        assert any(line.way == "http" and line.status == status for line in lines), (status, lines)
        assert not any(line.verdict == "bad answer" for line in lines), lines

    def bearer(self, person: str) -> tuple[str, str]:
        """The header that speaks for a person."""
        return "Authorization", f"Bearer {self.tokens[person]}"


class Target:
    """A running simulator and a connection to it."""

    def __init__(self) -> None:
        self.server: Server = start_server()
        self.control: Control = self.server.control()
        address = urlsplit(self.server.address)
        assert address.hostname
        assert address.port
        self._address = (address.hostname, address.port)
        self.host = address.netloc
        self._connection: socket.socket | None = None

    def __enter__(self) -> Target:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drop()
        self.control.close()
        self.server.stop()

    # requests

    def request(
        self, method: str, path: str | bytes, *, host: str | bytes, headers: Headers = (), body: bytes = b""
    ) -> Answer:
        """The answer to a request that is sent as it is given, with a Host and the length of its body."""
        return self.send(self._written(method, path, host, headers, body), method)

    def once(
        self, method: str, path: str | bytes, *, host: str | bytes, headers: Headers, body: bytes, ends: bool
    ) -> Answer:
        """The same on a connection of its own. Where it `ends`, the client closes its side of it after the request."""
        self._drop()
        self._connection = self.connected()
        self._connection.sendall(self._written(method, path, host, headers, body))
        if ends:
            self._connection.shutdown(socket.SHUT_WR)
        try:
            return self._read(self._connection, method)
        except (ConnectionError, HTTPException):
            return Answer(status=None)
        finally:
            self._drop()

    def connected(self) -> socket.socket:
        """A new connection to the simulator."""
        return socket.create_connection(self._address, timeout=ANSWER_SECONDS)

    def _written(self, method: str, path: str | bytes, host: str | bytes, headers: Headers, body: bytes) -> bytes:
        lines: list[tuple[str | bytes, str | bytes]] = [("Host", host), *headers]
        if body:
            lines.append(("Content-Length", str(len(body))))
        head = b"\r\n".join([_bytes(f"{method} ") + _bytes(path) + b" HTTP/1.1", *(_line(line) for line in lines)])
        return head + b"\r\n\r\n" + body

    def send(self, request: bytes, method: str = "GET") -> Answer:
        """The answer to these bytes. A connection that the server had closed before is opened again."""
        kept = self._connection is not None
        try:
            return self._send(request, method)
        except TimeoutError:
            self._drop()
            raise AssertionError(f"no answer within {ANSWER_SECONDS} seconds to {request[:200]!r}") from None
        except (OSError, HTTPException):
            self._drop()
            return self.send(request, method) if kept else Answer(status=None)

    def _send(self, request: bytes, method: str) -> Answer:
        if self._connection is None:
            self._connection = self.connected()
        self._connection.sendall(request)
        return self._read(self._connection, method)

    def _read(self, connection: socket.socket, method: str) -> Answer:
        with HTTPResponse(connection, method=method) as response:
            response.begin()
            body = response.read()
            headers = {name.lower(): value for name, value in response.getheaders()}
            if response.will_close:
                self._drop()
            return Answer(status=response.status, headers=headers, body=body)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # tenants

    def tenant(self) -> TenantControl:
        """A new tenant, frozen on the morning of 15 January 2026."""
        return self.control.create_tenant("standard", frozen_at=START)

    def world(self) -> World:
        """A new tenant with people at work."""
        tenant = self.tenant()
        tokens = {key: sign_in(tenant, tenant.people[key])[1].access_token for key in PEOPLE}
        world = World(tenant=tenant, tokens=tokens)
        self._set_to_work(world)
        return world

    def _set_to_work(self, world: World) -> None:
        teams = self.get(world, "ada", f"/wcc/organization/{world.tenant.org_id}/v2/team?page=0&pageSize=100")
        world.ids["teamId"] = next(team["id"] for team in teams["data"] if team["name"] == "Support")
        for key, phone in PEOPLE.items():
            station = {
                "dialNumber": phone, "teamId": world.ids["teamId"], "deviceType": "AGENT_DN", "roles": ["agent"],
            }  # fmt: skip
            self.post(world, key, "/wcc/v1/agents/login", station)
        world.conversations.append(world.tenant.customer_calls(number="+12015550123", queue="support"))
        self.available(world, "ada")
        world.tenant.answer_phone(PEOPLE["ada"])
        self.available(world, "bo")

    def available(self, world: World, person: str) -> None:
        """Make a person available."""
        state = {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": "", "agentId": None}
        self.post(world, person, "/wcc/v1/agents/session/state", state, method="PUT")

    def get(self, world: World, person: str, path: str) -> Any:
        """What the product answers to a person's request that has to succeed."""
        answer = self.request("GET", path, host=world.host(), headers=[world.bearer(person)])
        assert answer.status == 200, answer
        return answer.json()

    def post(self, world: World, person: str, path: str, body: Any, *, method: str = "POST") -> Any:
        """What the product answers to a person's request with a body that has to succeed."""
        headers = [world.bearer(person), ("Content-Type", "application/json")]
        answer = self.request(method, path, host=world.host(), headers=headers, body=json.dumps(body).encode())
        assert answer.status in (200, 201, 202), answer
        return answer.json()

    # what has to hold

    def check_alive(self, *worlds: World) -> None:
        """The simulator runs, has nothing to say on its standard error, lists its tenants, and these tenants answer."""
        assert self.server.running, f"the simulator has ended:\n{self.server.stderr()}"
        self.control.tenants()
        for world in worlds:
            answer = self.request("GET", _CATALOGUE, host=world.host())
            assert answer.status == 200, f"the tenant answers {answer.status} to its catalogue"
        assert not (said := self.server.stderr()), f"the simulator says on its standard error:\n{said}"


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")


def _line(line: tuple[str | bytes, str | bytes]) -> bytes:
    return _bytes(line[0]) + b": " + _bytes(line[1])
