"""The administrator: changes the configuration of the scenario's tenant, in words of the floor.

Each method is one patch of the configuration (docs/architecture.md, "Core"); it is in force when the method returns.
"""

from collections.abc import Sequence

import pytest

from simulator.control.client import TenantControl
from steps.words import Option

AGENTS_PROFILE = "agents"


class Administrator:
    """Somebody who sets what the people of one tenant may do."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def give_default_number(self, person: str, number: str) -> None:
        """Give a person a default number (AD-028)."""
        self._tenant.change({"people": [{"key": person.lower(), "defaultDn": number}]})

    def restrict_profile_to_default_number(self) -> None:
        """Hold everybody with the agents' profile to the default number (AD-031)."""
        self._change_profile("agentDnValidation", "PROVISIONED_VALUE")

    def restrict_organisation_to_default_number(self) -> None:
        """Hold the whole organisation to default numbers (AD-031)."""
        self._change_setting("forceDefaultDn", True)

    def provision(self, options: Sequence[Option]) -> None:
        """Provision exactly these station options for the agents' profile (AD-045)."""
        self._change_profile("loginVoiceOptions", [option.value for option in options])

    def switch_off_web_rtc(self) -> None:
        """Take WebRTC from the organisation, and Desktop with it (AD-045)."""
        self._change_setting("webRtcEnabled", False)

    def demand_registered_numbers(self) -> None:
        """Accept only numbers that are registered for the agent (AD-089)."""
        self._change_setting("requireRegisteredNumbers", True)

    def register_number(self, person: str, number: str) -> None:
        """Register one number for a person (AD-089)."""
        self._tenant.change({"people": [{"key": person.lower(), "registeredNumbers": [number]}]})

    def _change_profile(self, field: str, value: object) -> None:
        self._tenant.change({"profiles": [{"key": AGENTS_PROFILE, field: value}]})

    def _change_setting(self, field: str, value: object) -> None:
        self._tenant.change({"settings": {field: value}})


@pytest.fixture
def administrator(tenant: TenantControl) -> Administrator:
    """The administrator of the scenario's tenant."""
    return Administrator(tenant)
