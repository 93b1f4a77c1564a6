"""Faults that prevent the desktop from loading: a missing file, unreadable settings, a refused connection.

Rule: the fault is at the tenant's edge, as a real one would be, and it lasts until it is cleared.
"""

import pytest

from deskproof.simulator.control.client import Fault, TenantControl
from deskproof.steps.evidence.collector import EvidenceCollector
from deskproof.steps.gherkin.vocabulary.values import LoadingFault

_ALWAYS = 1_000
_MISSING = 404
_BROKEN = 500
_FILES = (LoadingFault.SCRIPT, LoadingFault.MODULE, LoadingFault.STYLES)


class LoadingFaults:
    """The faults of one tenant that concern loading."""

    def __init__(self, tenant: TenantControl, evidence_collector: EvidenceCollector) -> None:
        self._tenant = tenant
        self._evidence = evidence_collector
        self._active: list[Fault] = []

    def cause(self, fault: LoadingFault) -> None:
        """Prevent the desktop from loading, from now on."""
        status = _MISSING if fault in _FILES else _BROKEN
        self._active.append(self._tenant.arm_fault("answers an error", where=fault.value, times=_ALWAYS, status=status))
        if fault is LoadingFault.STYLES:
            self._evidence.expect_error("Refused to apply style")  # Chromium's error for that answer

    def clear(self) -> None:
        """Clear all of these faults."""
        for fault in self._active:
            self._tenant.clear_fault(fault)
        self._active.clear()


@pytest.fixture
def loading_faults(tenant: TenantControl, evidence_collector: EvidenceCollector) -> LoadingFaults:
    """The loading faults of the scenario's tenant."""
    return LoadingFaults(tenant, evidence_collector)
