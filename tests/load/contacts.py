"""A working day of contacts: customers call and write, agents hold, end and wrap up. The agents' side is in a process
of its own, as in `tests/bench/simulator.py`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from deskproof.simulator.control.client import PREFIX, Control, TenantControl
from tests.bench.simulator import Agent, Connection, notified

AT_ONCE = 20
"""Contacts under way at the same time."""

LAST_SECONDS = 60
"""How long the last contacts may take; TimeoutError then."""

CHATS = 5
"""Every which contact is a chat."""


@dataclass(kw_only=True)
class Floor:
    """The agents by the keys that the control plane has for them, and the milliseconds from each request until its
    notification: of agents, and of their phones. Offers are not among them: an agent may get one amid another contact.
    """

    agents: dict[str, Agent]
    control: list[Connection]
    token: str
    path: str
    code: str
    of_agents: list[float] = field(default_factory=list)
    of_phones: list[float] = field(default_factory=list)
    contacts: int = 0

    async def work(self, seconds: float) -> float:
        """Contacts for so long; the seconds until the last of them was wrapped up."""
        self.of_agents.clear()
        self.of_phones.clear()
        self.contacts = 0
        began = time.perf_counter()
        customers = enumerate(self.control)
        async with asyncio.timeout(seconds + LAST_SECONDS):
            await asyncio.gather(*(self._customers(http, first, began + seconds) for first, http in customers))
        return time.perf_counter() - began

    async def contact(self, customer: Connection, number: int) -> None:
        """A contact from its beginning until it is wrapped up."""
        is_chat = number % CHATS == 0
        who = {"customer": "Eva", "queue": "chat"} if is_chat else {"number": "+12015550123", "queue": "support"}
        begun = await customer.request("POST", f"{self.path}/conversations", who, self.token)
        agent, task = self.agents[begun["agent"]], begun["id"]
        async with agent.turn:  # a chat may be offered to an agent who is in a call
            if is_chat:
                await self._command(agent, f"{task}/accept", {}, "AgentContactAssigned")
            else:
                began = time.perf_counter()
                phone = f"%2B1{2_010_000_000 + int(begun['agent'].removeprefix('agent'))}"
                await customer.request("POST", f"{self.path}/phones/{phone}/answer", None, self.token)
                await notified(agent.notifications, "AgentContactAssigned")
                self.of_phones.append((time.perf_counter() - began) * 1000)
                await self._command(agent, f"{task}/hold", {}, "AgentContactHeld")
                await self._command(agent, f"{task}/unhold", {}, "AgentContactUnheld")
            await self._command(agent, f"{task}/end", {}, "AgentWrapup")
            wrap_up = {"auxCodeId": self.code, "wrapUpReason": "done"}
            await self._command(agent, f"{task}/wrapup", wrap_up, "AgentWrappedUp")
        self.contacts += 1

    def close(self) -> None:
        """End the customers' connections."""
        for http in self.control:
            http.close()

    async def _command(self, agent: Agent, path: str, body: object, answered_by: str) -> None:
        began = time.perf_counter()
        await agent.http.request("POST", f"{agent.prefix}/v1/tasks/{path}", body, agent.token)
        await notified(agent.notifications, answered_by)
        self.of_agents.append((time.perf_counter() - began) * 1000)

    async def _customers(self, customer: Connection, first: int, until: float) -> None:
        """Contacts, one after the other."""
        number = first
        while time.perf_counter() < until:
            await self.contact(customer, number)
            number += AT_ONCE


async def floor(control: Control, token: str, tenant: TenantControl, agents: Sequence[Agent]) -> Floor:
    """All agents Available, and customers who can call."""
    address = urlsplit(control.address)
    assert address.port
    keys = {person.agent_id: person.key for person in tenant.people.values()}
    await asyncio.gather(*(agent.change_state() for agent in agents))
    first = agents[0]
    path = f"{first.prefix}/organization/{tenant.org_id}/v2/auxiliary-code?page=0&pageSize=100"
    codes = await first.http.request("GET", path, None, first.token)
    return Floor(
        agents={keys[agent.agent_id]: agent for agent in agents},
        control=[Connection(address.netloc, address.port) for _ in range(AT_ONCE)],
        token=token,
        path=f"{PREFIX}/tenants/{tenant.id}",
        code=next(code["id"] for code in codes["data"] if code["workTypeCode"] == "WRAP_UP_CODE"),
    )
