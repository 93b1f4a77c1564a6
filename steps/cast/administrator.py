"""The administrator: changes the configuration of the scenario's tenant.

Each method is one patch of the configuration (docs/architecture.md, "Core"); it is in effect when the method returns.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.gherkin.vocabulary.values import Option, SettingsOf

AGENTS_PROFILE = "agents"

Patch = Callable[[str], Mapping[str, Any]]
"""Returns the patch of the configuration for a person, by the person's key."""


def _of_person(field: str, value: object) -> Patch:
    return lambda key: {"people": [{"key": key, field: value}]}


def _with_skill(key: str) -> Mapping[str, Any]:
    return {"skillProfiles": [{"key": "general", "name": "General"}], **_of_person("skillProfile", "general")(key)}


_WRONG: Mapping[SettingsOf, Patch] = {
    SettingsOf.TENANT: _of_person("contactCentre", False),
    SettingsOf.PROFILE: lambda key: {"profiles": [{"key": AGENTS_PROFILE, "active": False}]},
    SettingsOf.SKILL: lambda key: {"settings": {"skillsBasedRouting": True}},
    SettingsOf.AGENT: _of_person("active", False),
}
_RIGHT: Mapping[SettingsOf, Patch] = {
    SettingsOf.TENANT: _of_person("contactCentre", True),
    SettingsOf.PROFILE: lambda key: {"profiles": [{"key": AGENTS_PROFILE, "active": True}]},
    SettingsOf.SKILL: _with_skill,
    SettingsOf.AGENT: _of_person("active", True),
}


class Administrator:
    """The administrator of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def set_default_number(self, person: str, number: str) -> None:
        """Give a person a default number (AD-028)."""
        self._tenant.change({"people": [{"key": person.lower(), "defaultDn": number}]})

    def set_email(self, person: str, email: str) -> None:
        """Register another e-mail address for a person (AD-020)."""
        self._tenant.change({"people": [{"key": person.lower(), "email": email}]})

    def restrict_profile_to_default_number(self) -> None:
        """Allow everybody with the agents' profile only their default number (AD-031)."""
        self._change_profile("agentDnValidation", "PROVISIONED_VALUE")

    def restrict_organisation_to_default_number(self) -> None:
        """Allow the whole organisation only default numbers (AD-031)."""
        self._change_setting("forceDefaultDn", True)

    def provision(self, options: Sequence[Option]) -> None:
        """Provision exactly these station options for the agents' profile (AD-045)."""
        self._change_profile("loginVoiceOptions", [option.value for option in options])

    def switch_off_web_rtc(self) -> None:
        """Switch off WebRTC for the organisation, and the option Desktop with it (AD-045)."""
        self._change_setting("webRtcEnabled", False)

    def require_registered_numbers(self) -> None:
        """Accept only numbers that are registered for the agent (AD-089)."""
        self._change_setting("requireRegisteredNumbers", True)

    def register_number(self, person: str, number: str) -> None:
        """Register one number for a person (AD-089)."""
        self._tenant.change({"people": [{"key": person.lower(), "registeredNumbers": [number]}]})

    def set_up_teams_connector(self) -> None:
        """Set up the Microsoft Teams connector of the organisation (AD-036)."""
        self._change_setting("teamsConnector", True)

    def switch_on_azure_sso(self) -> None:
        """Let the organisation sign in to Microsoft Teams by Azure SSO (AD-037)."""
        self._change_setting("azureSso", True)

    def deny_teams_account(self, person: str) -> None:
        """Do not allow a person's Teams account to be connected (AD-039)."""
        self._tenant.change({"people": [{"key": person.lower(), "teamsAccess": False}]})

    def limit_inactivity(self, minutes: int) -> None:
        """End sessions that are inactive for so many minutes (AD-093)."""
        self._change_setting("inactivityMinutes", minutes)

    def limit_inactivity_in_profile(self, minutes: int) -> None:
        """End inactive sessions of the agents' profile, whatever the organisation's limit is (AD-093)."""
        self._change_profile("inactivityMinutes", minutes)

    def break_settings(self, settings: SettingsOf, person: str) -> None:
        """Set these settings so that the person cannot use the desktop (AD-090)."""
        self._tenant.change(_WRONG[settings](person.lower()))

    def correct_settings(self, settings: SettingsOf, person: str) -> None:
        """Set these settings so that the person can use the desktop."""
        self._tenant.change(_RIGHT[settings](person.lower()))

    def set_teams(self, person: str, teams: Sequence[str]) -> None:
        """Create these teams and assign them, and no others, to a person (AD-076)."""
        keys = [f"new-{number}" for number, _ in enumerate(teams, start=1)]
        self._tenant.change(
            {
                "teams": [{"key": key, "name": name} for key, name in zip(keys, teams, strict=True)],
                "people": [{"key": person.lower(), "teams": keys}],
            }
        )

    def remove_from_teams(self, person: str) -> None:
        """Remove a person from all teams (AD-090)."""
        self._tenant.change({"people": [{"key": person.lower(), "teams": []}]})

    def _change_profile(self, field: str, value: object) -> None:
        self._tenant.change({"profiles": [{"key": AGENTS_PROFILE, field: value}]})

    def _change_setting(self, field: str, value: object) -> None:
        self._tenant.change({"settings": {field: value}})


@pytest.fixture
def administrator(tenant: TenantControl) -> Administrator:
    """The administrator of the scenario's tenant."""
    return Administrator(tenant)
