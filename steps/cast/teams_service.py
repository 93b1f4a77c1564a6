"""The sign-in service of Microsoft Teams, where it does not do what it should.

Each trouble is a fault of the scenario's tenant (docs/architecture.md, "Control plane and client"), in force when the
method returns.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl

_EVERYTHING = "entra"
_LATE_SECONDS = 10


class TeamsService:
    """The service that one tenant's people sign in to Microsoft Teams at."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._outages: list[Fault] = []

    def goes_down(self) -> None:
        """Nobody can reach the service until it comes back."""
        self._outages.append(self._tenant.arm_fault("cuts everything", where=_EVERYTHING))

    def comes_back(self) -> None:
        """The service can be reached again."""
        while self._outages:
            self._tenant.clear_fault(self._outages.pop())

    def breaks_off(self) -> None:
        """The next sign-in goes well in its window and fails after it."""
        self._tenant.arm_fault("answers an error", where="entra token", status=503)

    def answers_late(self) -> None:
        """The next answer waits until `time_passes`."""
        self._tenant.arm_fault("answers late", where="entra configuration", seconds=_LATE_SECONDS)

    def time_passes(self) -> None:
        """The tenant's time goes on until the late answer is given; the browsers' time does not."""
        self._tenant.advance(seconds=_LATE_SECONDS)


@pytest.fixture
def teams_service(tenant: TenantControl) -> TeamsService:
    """The Microsoft Teams sign-in service of the scenario's tenant."""
    return TeamsService(tenant)
