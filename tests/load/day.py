"""A simulated day: the clock moves hour by hour; agents sign in with their passwords, take contacts, and sign out."""

from __future__ import annotations

import asyncio

from deskproof.simulator.control.client import Control
from tests.bench.simulator import at_work, notified, staffed
from tests.load.contacts import floor

BEGINS = "2026-01-15T08:00:00Z"
AGENTS = 20
CONTACTS = 40
"""In each hour."""
_HOURS = 24


async def go_by(control: Control, token: str) -> str:
    """Let the day of a new tenant go by, and close the tenant; what was done, for people."""
    tenant, persons = staffed(control, AGENTS, BEGINS)
    for _ in range(_HOURS):
        async with at_work(tenant, persons) as agents:
            those = await floor(control, token, tenant, agents)
            for number in range(CONTACTS):
                await those.contact(those.control[0], number)
            await asyncio.gather(
                *(agent.http.request("POST", f"{agent.prefix}/v1/agents/logout", {}, agent.token) for agent in agents)
            )
            for agent in agents:
                await notified(agent.notifications, "AgentLogoutSuccess")
            those.close()
        tenant.advance(seconds=3_600)
    tenant.close()
    return f"{_HOURS} hours, {_HOURS * AGENTS} sign-ins and sign-outs, {_HOURS * CONTACTS} contacts"
