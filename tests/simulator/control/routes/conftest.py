"""The client over the application in this process, and a tenant with its clock stopped at nine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.control.client import Control, TenantControl
from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.control.conftest import TOKEN

NUMBER, CUSTOMER = "+12015550111", "+46701740605"
NINE = datetime(2026, 1, 15, 9, tzinfo=UTC)


class _InProcess(httpx.BaseTransport):
    """Sends the requests of the synchronous client to the application in this process."""

    def __init__(self, application: Application) -> None:
        self._inner = httpx.ASGITransport(application)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def send() -> httpx.Response:
            answer = await self._inner.handle_async_request(
                httpx.Request(request.method, request.url, headers=request.headers, content=request.read())
            )
            return httpx.Response(answer.status_code, headers=answer.headers, content=await answer.aread())

        return anyio.run(send)


@pytest.fixture
def tenant(application: Application, monkeypatch: pytest.MonkeyPatch) -> Iterator[TenantControl]:
    client = httpx.Client

    def in_process(**options: Any) -> httpx.Client:
        return client(**options, transport=_InProcess(application))

    monkeypatch.setattr("deskproof.simulator.control.client.httpx.Client", in_process)
    with Control(address="http://127.0.0.1:8400", token=TOKEN) as control:
        yield control.create_tenant(frozen_at=NINE)


@pytest.fixture
def tenancy(tenants: TenantRegistry, tenant: TenantControl) -> Tenancy:
    found = tenants.tenant(tenant.id)
    assert found is not None
    return found


def sign_in(tenancy: Tenancy, key: str, number: str = NUMBER, *, available: bool = False) -> None:
    person = next(person for person in tenancy.configuration.people if person.key == key)
    team = tenancy.configuration.teams_of(person)[0]
    tenancy.submit(
        commands.SignInStation(
            agent_id=person.agent_id, option=StationOption.DIAL_NUMBER, number=number, team_id=team.id,
            roles=person.roles,
        ),
        cause="test",
    )  # fmt: skip
    if available:
        tenancy.submit(
            commands.ChangeAgentState(agent_id=person.agent_id, state=AgentState.AVAILABLE, idle_code_id=None),
            cause="test",
        )  # fmt: skip
