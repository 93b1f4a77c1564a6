"""The services behind the desktop going wrong and being mended, in words of the floor (AD-091 to AD-098).

Each lasting fault is kept by what it hits, so that mending it needs no number.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl
from deskproof.steps.errors import HarnessError, unknown
from deskproof.steps.gherkin.vocabulary.values import Feature

_OPERATIONS = {
    Feature.COLLEAGUES: "buddy list",
    Feature.ADDRESS_BOOK: "address book",
    Feature.IDLE_CODES: "auxiliary codes",
}
"""The operation of the wire that each feature stands on."""

_ALWAYS = 1_000_000


class Services:
    """The services of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._broken: dict[Feature, Fault] = {}
        self._cut: Fault | None = None

    def break_feature(self, feature: Feature) -> None:
        """What the feature stands on answers with an error, until it is mended."""
        self._broken[feature] = self._tenant.arm_fault(
            "answers an error", where=_OPERATIONS[feature], times=_ALWAYS, status=503
        )

    def stumble(self, feature: Feature) -> None:
        """What the feature stands on answers with an error, once."""
        self._tenant.arm_fault("answers an error", where=_OPERATIONS[feature], status=503)

    def stumble_over_teams(self) -> None:
        """Whether the organisation uses Microsoft Teams cannot be read, once."""
        self._tenant.arm_fault("answers an error", where="Teams connector", status=503)

    def stumble_over_layouts(self) -> None:
        """A desktop layout cannot be read, once."""
        self._tenant.arm_fault("answers an error", where="desktop layout", status=503)

    def mend_feature(self, feature: Feature) -> None:
        """The administrator has solved the problem of the feature."""
        if feature not in self._broken:
            raise unknown("feature that was broken in an earlier step,", feature, self._broken)
        self._tenant.clear_fault(self._broken.pop(feature))

    def fail_sign_in(self) -> None:
        """Station sign-in answers with an error, once."""
        self._tenant.arm_fault("answers an error", where="station login")

    def lose_sign_in_answer(self) -> None:
        """Station sign-in is done, and the news of it never arrives."""
        self._tenant.arm_fault("loses an event", where="AgentStationLoginSuccess")

    def fail_configuration(self) -> None:
        """The configuration of the person who comes next cannot be read, once."""
        self._tenant.arm_fault("answers an error", where="user")

    def hold_up_connections(self, *, times: int) -> None:
        """The next instances that want to connect wait until a second has passed, then go on at the same instant."""
        self._tenant.arm_fault("answers late", where="subscribe", times=times, seconds=1)

    def hold_up_reload(self) -> None:
        """The next instance that asks for its session waits until a second has passed."""
        self._tenant.arm_fault("answers late", where="reload", seconds=1)

    def connections_wait(self, *, times: int) -> None:
        """So many instances have come to wait for their connection: the time that passes from here on counts."""
        after = 0
        for _ in range(times):
            after = self._tenant.wait_for("answers late", after=after, where="subscribe").seq

    def reload_waits(self) -> None:
        """An instance has come to wait for its session: the time that passes from here on counts."""
        self._tenant.wait_for("answers late", where="reload")

    def cut_connection(self, person: str) -> None:
        """The person's connections break, and no new one can be made until the cut is mended."""
        self._cut = self._tenant.arm_fault("cuts everything", where=person.lower())

    def break_connection(self, person: str) -> None:
        """The person's connections break, once."""
        self._tenant.arm_fault("closes the notification socket", where=person.lower())

    def mend_connection(self) -> None:
        """Connections can be made again."""
        if self._cut is None:
            raise HarnessError("No connection was cut that could be made again; cut it in an earlier step.")
        self._tenant.clear_fault(self._cut)


@pytest.fixture
def services(tenant: TenantControl) -> Services:
    """The services of the scenario's tenant."""
    return Services(tenant)
