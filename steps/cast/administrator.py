"""The administrator: changes the configuration of the scenario's tenant, in words of the floor.

Each method is one patch of the configuration (docs/architecture.md, "Core"); it is in force when the method returns.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.gherkin.vocabulary.values import Option, SettingsOf

AGENTS_PROFILE = "agents"

Patch = Callable[[str], Mapping[str, Any]]
"""The patch of the configuration that a change to somebody's settings is, by the person's key."""


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
    """Somebody who sets what the people of one tenant may do."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def give_default_number(self, person: str, number: str) -> None:
        """Give a person a default number (AD-028)."""
        self._tenant.change({"people": [{"key": person.lower(), "defaultDn": number}]})

    def give_email(self, person: str, email: str) -> None:
        """Register another e-mail address for a person (AD-020)."""
        self._tenant.change({"people": [{"key": person.lower(), "email": email}]})

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

    def set_up_teams_connector(self) -> None:
        """Set up the Microsoft Teams connector of the organisation (AD-036)."""
        self._change_setting("teamsConnector", True)

    def switch_on_azure_sso(self) -> None:
        """Let the organisation sign in to Microsoft Teams by Azure SSO (AD-037)."""
        self._change_setting("azureSso", True)

    def bar_from_teams(self, person: str) -> None:
        """Keep a person's Teams account from being connected (AD-039)."""
        self._tenant.change({"people": [{"key": person.lower(), "teamsAccess": False}]})

    def limit_inactivity(self, minutes: int) -> None:
        """End sessions in which nobody does anything for so long (AD-093)."""
        self._change_setting("inactivityMinutes", minutes)

    def limit_inactivity_in_profile(self, minutes: int) -> None:
        """The same for the agents' profile, whatever the organisation's limit is (AD-093)."""
        self._change_profile("inactivityMinutes", minutes)

    def get_wrong(self, settings: SettingsOf, person: str) -> None:
        """Leave these settings as they must not be for the person (AD-090)."""
        self._tenant.change(_WRONG[settings](person.lower()))

    def put_right(self, settings: SettingsOf, person: str) -> None:
        """Set them as they have to be."""
        self._tenant.change(_RIGHT[settings](person.lower()))

    def put_in_teams(self, person: str, teams: Sequence[str]) -> None:
        """Let a person belong to these teams, which are new, and to no others (AD-076)."""
        keys = [f"new-{number}" for number, _ in enumerate(teams, start=1)]
        self._tenant.change(
            {
                "teams": [{"key": key, "name": name} for key, name in zip(keys, teams, strict=True)],
                "people": [{"key": person.lower(), "teams": keys}],
            }
        )

    def take_from_teams(self, person: str) -> None:
        """Let a person belong to no team (AD-090)."""
        self._tenant.change({"people": [{"key": person.lower(), "teams": []}]})

    def _change_profile(self, field: str, value: object) -> None:
        self._tenant.change({"profiles": [{"key": AGENTS_PROFILE, field: value}]})

    def _change_setting(self, field: str, value: object) -> None:
        self._tenant.change({"settings": {field: value}})


@pytest.fixture
def administrator(tenant: TenantControl) -> Administrator:
    """The administrator of the scenario's tenant."""
    return Administrator(tenant)
