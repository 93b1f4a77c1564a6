"""The simulator under a working day of contacts: customers call and write, agents hold, end and wrap up, tenants come
and go. The agents' side is in a process of its own, as in `simulator.py`.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from deskproof.simulator.control.client import PREFIX, Control, TenantControl
from deskproof.simulator.server import start_server
from tests.bench.results import Table, table
from tests.bench.simulator import Agent, Connection, child, kilobytes, notified, run, signed_in

_CROWD = 1_000
_AT_ONCE = 20
"""Contacts under way at the same time."""

_SECONDS = int(os.environ.get("SOAK_SECONDS", "60"))
"""Real seconds of contacts in each round."""

_TENANTS = 1_000
"""Tenants that are made and closed, one after the other."""

_CHATS = 5
"""Every which contact is a chat."""


@dataclass(kw_only=True)
class _Floor:
    """The agents by the keys that the control plane has for them, and what has been measured."""

    agents: dict[str, Agent]
    control: list[Connection]
    token: str
    path: str
    code: str
    taken: list[float] = field(default_factory=list)
    contacts: int = 0

    async def command(self, agent: Agent, path: str, body: object, answered_by: str) -> None:
        """One command of an agent, and the milliseconds until its notification."""
        began = time.perf_counter()
        await agent.http.request("POST", f"{agent.prefix}/v1/tasks/{path}", body, agent.token)
        await notified(agent.notifications, answered_by)
        self.taken.append((time.perf_counter() - began) * 1000)

    async def contact(self, customer: Connection, number: int) -> None:
        """A contact from its beginning until it is wrapped up."""
        is_chat = number % _CHATS == 0
        who = {"customer": "Eva", "queue": "chat"} if is_chat else {"number": "+12015550123", "queue": "support"}
        begun = await customer.request("POST", f"{self.path}/conversations", who, self.token)
        agent, task = self.agents[begun["agent"]], begun["id"]
        async with agent.turn:  # a chat may be offered to an agent who is in a call
            if is_chat:
                await self.command(agent, f"{task}/accept", {}, "AgentContactAssigned")
            else:
                phone = f"%2B1{2_010_000_000 + int(begun['agent'].removeprefix('agent'))}"
                await customer.request("POST", f"{self.path}/phones/{phone}/answer", None, self.token)
                await notified(agent.notifications, "AgentContactAssigned")
                await self.command(agent, f"{task}/hold", {}, "AgentContactHeld")
                await self.command(agent, f"{task}/unhold", {}, "AgentContactUnheld")
            await self.command(agent, f"{task}/end", {}, "AgentWrapup")
            wrap_up = {"auxCodeId": self.code, "wrapUpReason": "done"}
            await self.command(agent, f"{task}/wrapup", wrap_up, "AgentWrappedUp")
        self.contacts += 1

    async def customers(self, customer: Connection, first: int, until: float) -> None:
        """Contacts, one after the other."""
        number = first
        while time.perf_counter() < until:
            await self.contact(customer, number)
            number += _AT_ONCE


def measure(rounds: int) -> Table:
    """Milliseconds of the commands of agents, from request to notification, and what the simulator holds."""
    with start_server() as server, server.control() as control:
        latencies, notes = run(_work(control, server.control_token, rounds))
        before, held = kilobytes(), _descriptors()
        began = time.perf_counter()
        for _ in range(_TENANTS):
            control.create_tenant().close()
        pace = _TENANTS / (time.perf_counter() - began)
        notes.append(
            f"{_TENANTS:,} tenants are made and closed, {pace:.0f} a second; they leave {kilobytes() - before} kB and "
            f"{_descriptors() - held} descriptors."
        )
        notes.append(f"Standard error: {server.stderr() or 'empty'}.")
    cuts = [statistics.quantiles(each, n=100, method="inclusive") for each in latencies]
    return table(
        "soak",
        f"The simulator: contacts of {_CROWD:,} agents, {_AT_ONCE} at a time",
        {
            "half of the commands": [(round(each[49], 2), 0.0) for each in cuts],
            "99 of 100 commands": [(round(each[98], 2), 0.0) for each in cuts],
        },
        unit="ms",
        note="\n".join(notes),
    )


async def _work(control: Control, token: str, rounds: int) -> tuple[list[list[float]], list[str]]:
    tenants: list[TenantControl] = []
    empty = kilobytes()
    async with signed_in(control, _CROWD, tenants) as agents:
        (tenant,) = tenants
        floor = await _floor(control, token, tenant, agents)
        each_agent = (kilobytes() - empty) / _CROWD
        latencies, growth = [], []
        for _ in range(rounds):
            floor.taken.clear()
            floor.contacts, memory = 0, kilobytes()
            began = time.perf_counter()
            customers = enumerate(floor.control)
            await asyncio.gather(*(floor.customers(http, first, began + _SECONDS) for first, http in customers))
            took = time.perf_counter() - began
            latencies.append(list(floor.taken))
            growth.append((kilobytes() - memory) / floor.contacts)
        notes = [
            f"{len(floor.taken) / took:.0f} commands a second are answered by a notification,",
            f"of {floor.contacts / took:.0f} contacts a second; every fifth is a chat.",
            f"An agent takes {each_agent:.0f} kB; the journal of a contact takes {growth[-1]:.1f} kB.",
            f"{_descriptors()} descriptors are open.",
        ]
        for http in floor.control:
            http.close()
    tenant.close()
    return latencies, notes


async def _floor(control: Control, token: str, tenant: TenantControl, agents: Sequence[Agent]) -> _Floor:
    """All agents Available."""
    address = urlsplit(control.address)
    assert address.port
    keys = {person.agent_id: person.key for person in tenant.people.values()}
    await asyncio.gather(*(agent.change_state() for agent in agents))
    first = agents[0]
    path = f"{first.prefix}/organization/{tenant.org_id}/v2/auxiliary-code?page=0&pageSize=100"
    codes = await first.http.request("GET", path, None, first.token)
    return _Floor(
        agents={keys[agent.agent_id]: agent for agent in agents},
        control=[Connection(address.netloc, address.port) for _ in range(_AT_ONCE)],
        token=token,
        path=f"{PREFIX}/tenants/{tenant.id}",
        code=next(code["id"] for code in codes["data"] if code["workTypeCode"] == "WRAP_UP_CODE"),
    )


def _descriptors() -> int:
    return len(list(Path(f"/proc/{child()}/fd").iterdir()))
