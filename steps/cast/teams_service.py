"""Faults of the sign-in service of Microsoft Teams.

Each is a fault of the scenario's tenant (docs/architecture.md, "Control plane and client"), in effect when the method
returns.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl

_EVERYTHING = "entra"
_LATE_SECONDS = 10


class TeamsService:
    """The Microsoft Teams sign-in service of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._outages: list[Fault] = []

    def goes_down(self) -> None:
        """The service cannot be reached until `comes_back`."""
        self._outages.append(self._tenant.arm_fault("cuts everything", where=_EVERYTHING))

    def comes_back(self) -> None:
        """The service can be reached again."""
        while self._outages:
            self._tenant.clear_fault(self._outages.pop())

    def fails_after_sign_in(self) -> None:
        """The next sign-in succeeds in its window and fails afterwards."""
        self._tenant.arm_fault("answers an error", where="entra token", status=503)

    def answers_late(self) -> None:
        """The next answer is delayed until `time_passes`."""
        self._tenant.arm_fault("answers late", where="entra configuration", seconds=_LATE_SECONDS)

    def time_passes(self) -> None:
        """Advance the tenant's time until the delayed answer is sent; the browsers' time stays."""
        self._tenant.advance(seconds=_LATE_SECONDS)


@pytest.fixture
def teams_service(tenant: TenantControl) -> TeamsService:
    """The Microsoft Teams sign-in service of the scenario's tenant."""
    return TeamsService(tenant)
