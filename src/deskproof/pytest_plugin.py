"""The fixtures that every pytest run has where Deskproof is installed: a simulator, and a tenant of a test's own.

Rule: a run that asks for none of them pays nothing. pytest loads this module at each start, so it imports nothing of
the simulator, and has no options and no hooks beside the registration of its marker. docs/plain-pytest.md is its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from deskproof.simulator.control.async_client import AsyncTenant
    from deskproof.simulator.control.client import Control, TenantControl

MARKER = "deskproof_tenant"
_TAKEN = ("blueprint", "changes", "frozen_at", "seed")
"""What the marker takes, as `Control.create_tenant` does."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARKER}(blueprint='standard', changes=None, frozen_at=None, seed=None): the tenant that the fixtures "
        "deskproof_tenant and deskproof_async_tenant create for this test.",
    )


@pytest.fixture(scope="session")
def deskproof_simulator() -> Iterator[Control]:
    """The control plane of a simulator that runs for this process of the test run, started on first use."""
    from deskproof.simulator.server import start_server

    with start_server() as server, server.control() as control:
        yield control


@pytest.fixture
def deskproof_tenant(request: pytest.FixtureRequest, deskproof_simulator: Control) -> Iterator[TenantControl]:
    """A new tenant, as the marker `deskproof_tenant` describes it; closed after the test."""
    tenant = deskproof_simulator.create_tenant(**_wanted(request.node))
    yield tenant
    tenant.close()


@pytest.fixture
def deskproof_async_tenant(deskproof_tenant: TenantControl) -> AsyncTenant:
    """The tenant with methods to await, for asynchronous tests of any plugin."""
    from deskproof.simulator.control.async_client import AsyncTenant

    return AsyncTenant(deskproof_tenant)


def _wanted(test: pytest.Item) -> Mapping[str, Any]:
    """The arguments of the closest marker: one on a test takes the place of one on its class or module."""
    marker = test.get_closest_marker(MARKER)
    if marker is None:
        return {}
    unknown = next((name for name in marker.kwargs if name not in _TAKEN), None)
    if marker.args or unknown:
        seen = unknown or repr(marker.args[0])
        pytest.fail(f"The marker {MARKER} has {seen}; it takes {', '.join(_TAKEN)}, each by its name.", pytrace=False)
    return marker.kwargs
