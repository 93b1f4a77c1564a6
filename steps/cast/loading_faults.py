"""What keeps the desktop from loading: a file that is missing, settings that cannot be read, a refused connection.

Rule: the fault is at the tenant's edge, so that the desktop meets it as it would meet it in earnest, and it lasts until
it is mended.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl
from deskproof.steps.evidence.collector import EvidenceCollector
from deskproof.steps.gherkin.words import LoadingTrouble

_ALWAYS = 1_000
_MISSING = 404
_BROKEN = 500
_FILES = (LoadingTrouble.SCRIPT, LoadingTrouble.MODULE, LoadingTrouble.STYLES)


class LoadingFaults:
    """The faults of one tenant that concern loading."""

    def __init__(self, tenant: TenantControl, evidence_collector: EvidenceCollector) -> None:
        self._tenant = tenant
        self._evidence = evidence_collector
        self._standing: list[Fault] = []

    def cause(self, trouble: LoadingTrouble) -> None:
        """Let this keep the desktop from loading."""
        status = _MISSING if trouble in _FILES else _BROKEN
        fault = self._tenant.arm_fault("answers an error", where=trouble.value, times=_ALWAYS, status=status)
        self._standing.append(fault)
        if trouble is LoadingTrouble.STYLES:
            self._evidence.expect_error("Refused to apply style")  # what Chromium says of a style sheet that is none

    def mend(self) -> None:
        """Mend all of it."""
        for fault in self._standing:
            self._tenant.clear_fault(fault)
        self._standing.clear()


@pytest.fixture
def loading_faults(tenant: TenantControl, evidence_collector: EvidenceCollector) -> LoadingFaults:
    """What keeps the scenario's desktop from loading."""
    return LoadingFaults(tenant, evidence_collector)
