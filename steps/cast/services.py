"""Faults of the services behind the desktop, and their repair (AD-091 to AD-098, CALL-7).

A lasting fault is stored by what it affects, so that its repair needs no id.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl
from deskproof.steps.errors import HarnessError, unknown
from deskproof.steps.gherkin.vocabulary.values import Feature, Request

_OPERATIONS = {
    Feature.COLLEAGUES: "buddy list",
    Feature.ADDRESS_BOOK: "address book",
    Feature.IDLE_CODES: "auxiliary codes",
}
"""The operation of the wire that each feature depends on."""

_REQUESTED = {
    Request.ACCEPT: "accept task",
    Request.HOLD: "hold",
    Request.RESUME: "unhold",
    Request.END: "end",
    Request.WRAP_UP: "wrapup",
    Request.PAUSE_RECORDING: "pause recording",
    Request.RESUME_RECORDING: "resume recording",
    Request.CONSULT: "consult",
    Request.CONSULT_QUEUE: "consult",
    Request.END_CONSULT: "end consult",
    Request.HAND_OVER: "consult transfer",
    Request.CONFERENCE: "conference",
    Request.LEAVE_CONFERENCE: "exit conference",
    Request.TRANSFER: "transfer",
    Request.TRANSFER_TO_QUEUE: "transfer",
    Request.MONITOR: "monitor",
    Request.PAUSE_MONITORING: "monitor hold",
    Request.RESUME_MONITORING: "monitor unhold",
    Request.END_MONITORING: "monitor end",
    Request.CHANGE_AVAILABILITY: "state change",
    Request.SIGN_OUT: "logout",
}
"""The operation of the wire that each request is."""

_ALWAYS = 1_000_000


class Services:
    """The services of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._broken: dict[Feature, Fault] = {}
        self._cut: Fault | None = None

    def break_feature(self, feature: Feature) -> None:
        """The feature's operation answers with an error, until it is repaired."""
        self._broken[feature] = self._tenant.arm_fault(
            "answers an error", where=_OPERATIONS[feature], times=_ALWAYS, status=503
        )

    def fail_feature_once(self, feature: Feature) -> None:
        """The feature's operation answers with an error, once."""
        self._tenant.arm_fault("answers an error", where=_OPERATIONS[feature], status=503)

    def fail_teams_connector_once(self) -> None:
        """The Teams connector cannot be read, once."""
        self._tenant.arm_fault("answers an error", where="Teams connector", status=503)

    def fail_layout_once(self) -> None:
        """A desktop layout cannot be read, once."""
        self._tenant.arm_fault("answers an error", where="desktop layout", status=503)

    def repair_feature(self, feature: Feature) -> None:
        """The feature's operation works again. Raises HarnessError where it was not broken."""
        if feature not in self._broken:
            raise unknown("feature that was broken in an earlier step,", feature, self._broken)
        self._tenant.clear_fault(self._broken.pop(feature))

    def refuse(self, request: Request) -> None:
        """The next request of this kind is answered with an error."""
        self._tenant.arm_fault("answers an error", where=_REQUESTED[request])

    def fail_sign_in(self) -> None:
        """Station sign-in answers with an error, once."""
        self._tenant.arm_fault("answers an error", where="station login")

    def lose_sign_in_answer(self) -> None:
        """Station sign-in succeeds, and its event is lost."""
        self._tenant.arm_fault("loses an event", where="AgentStationLoginSuccess")

    def fail_configuration(self) -> None:
        """The next request for a person's configuration fails."""
        self._tenant.arm_fault("answers an error", where="user")

    def delay_connections(self, *, times: int) -> None:
        """The next connections of instances are delayed by a second and then answered at the same instant."""
        self._tenant.arm_fault("answers late", where="subscribe", times=times, seconds=1)

    def delay_reload(self) -> None:
        """The next reload of a session is delayed by a second."""
        self._tenant.arm_fault("answers late", where="reload", seconds=1)

    def wait_for_delayed_connections(self, *, times: int) -> None:
        """Wait until this number of connections are delayed; the second counts from here."""
        after = 0
        for _ in range(times):
            after = self._tenant.wait_for("answers late", after=after, where="subscribe").seq

    def wait_for_delayed_reload(self) -> None:
        """Wait until the reload of a session is delayed; the second counts from here."""
        self._tenant.wait_for("answers late", where="reload")

    def cut_connection(self, person: str) -> None:
        """The person's connections break, and new ones fail until `restore_connection`."""
        self._cut = self._tenant.arm_fault("cuts everything", where=person.lower())

    def break_connection(self, person: str) -> None:
        """The person's connections break, once."""
        self._tenant.arm_fault("closes the notification socket", where=person.lower())

    def restore_connection(self) -> None:
        """Connections can be made again. Raises HarnessError where none was cut."""
        if self._cut is None:
            raise HarnessError("No connection was cut that could be restored; cut it in an earlier step.")
        self._tenant.clear_fault(self._cut)


@pytest.fixture
def services(tenant: TenantControl) -> Services:
    """The services of the scenario's tenant."""
    return Services(tenant)
