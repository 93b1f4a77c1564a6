"""The client for asynchronous code has what the client has, and does not hold up the event loop."""

from __future__ import annotations

import inspect
from datetime import datetime, timedelta

import anyio
import pytest

from deskproof.simulator.control.async_client import AsyncTenant
from deskproof.simulator.control.client import Entry, TenantControl
from deskproof.simulator.server import Server

pytestmark = pytest.mark.anyio


def test_it_has_every_method_of_the_client() -> None:
    methods = {name for name, _ in inspect.getmembers(TenantControl, inspect.isfunction) if not name.startswith("_")}
    ours = {name for name, _ in inspect.getmembers(AsyncTenant, inspect.iscoroutinefunction)}
    assert ours == methods
    assert {name: inspect.signature(getattr(AsyncTenant, name)) for name in ours} == {
        name: inspect.signature(getattr(TenantControl, name)) for name in methods
    }


async def test_it_does_what_the_client_does(simulator: Server) -> None:
    with simulator.control() as control:
        sync = control.create_tenant(frozen_at="2026-01-15T09:00:00Z")
        tenant = AsyncTenant(sync)
        before: datetime = await tenant.now()
        assert await tenant.advance(seconds=90) - before == timedelta(seconds=90)
        assert await tenant.change({"people": [{"key": "bo", "$remove": True}]}) == ("people.bo removed",)
        assert "bo" not in tenant.people
        for name in ("id", "org_id", "desktop_url", "identity_url", "teams_url", "people"):
            assert getattr(tenant, name) == getattr(sync, name)
        await tenant.close()


async def test_others_run_while_a_call_waits(simulator: Server) -> None:
    with simulator.control() as control:
        tenant = AsyncTenant(control.create_tenant())
        seen: list[Entry] = []

        async def waits() -> None:
            seen.append(await tenant.wait_for("ConfigurationChanged", timeout_seconds=20))

        async with anyio.create_task_group() as waiting:
            waiting.start_soon(waits)
            await tenant.now()
            assert seen == []
            await tenant.change({"settings": {"forceDefaultDn": True}})
        assert [entry.name for entry in seen] == ["ConfigurationChanged"]
        await tenant.close()
