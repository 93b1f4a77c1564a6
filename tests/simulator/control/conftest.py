"""The control plane in process: the application and a client of it that has the token."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.runtime.registry import TenantRegistry

TOKEN = "a-token-for-tests"
START = {"clock": {"frozenAt": "2026-01-15T09:00:00Z"}}


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token=TOKEN)


@pytest.fixture
def tenants(application: Application) -> TenantRegistry:
    return application.tenants


@pytest.fixture
async def plane(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1/_control/v1", headers={"Authorization": f"Bearer {TOKEN}"}
    ) as client:
        yield client


async def create_tenant(plane: httpx.AsyncClient, **request: Any) -> dict[str, Any]:
    """The document of a new tenant whose clock is frozen at 09:00."""
    answer = await plane.post("/tenants", json={**START, **request})
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    return document
