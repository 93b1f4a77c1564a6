"""People, and the desktop profiles that govern them (DOMAIN 3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.configuration.entities import Keyed, Named
from deskproof.simulator.domain.values import AgentId, Secret, entity_id


class StationOption(StrEnum):
    """The three ways to take calls (AD-044), by the names administrators provision them under (`loginVoiceOptions`)."""

    DIAL_NUMBER = "AGENT_DN"
    EXTENSION = "EXTENSION"
    DESKTOP = "BROWSER"


class Role(StrEnum):
    """What a person may sign in as; both together give the choice Supervisor and Agent (AD-078)."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"


class NumberRule(StrEnum):
    """The profile's `agentDNValidation`: any number, or only the provisioned default (AD-031)."""

    ANY = "ALL"
    DEFAULT_ONLY = "PROVISIONED_VALUE"


@dataclass(frozen=True, kw_only=True)
class DesktopProfile(Named):
    """What a group of people may do on the desktop."""

    kind = "agent-profile"

    login_voice_options: tuple[StationOption, ...] = tuple(StationOption)
    agent_dn_validation: NumberRule = NumberRule.ANY
    active: bool = True
    inactivity_minutes: int | None = None
    """Overrides the tenant's, where it is set."""
    auto_answer: bool = False
    """Whether calls at a Desktop station are answered by the client itself."""
    auto_wrap_up_seconds: int | None = None
    """After how long the client wraps up by itself; None where it does not."""


@dataclass(frozen=True, kw_only=True)
class Person(Keyed):
    """A person with an account. `active` is false for a deactivated agent, `contact_centre` for one without a licence
    (AD-090). Without `teams_password` there is no Microsoft Teams account; without `teams_access` the account
    may not be connected (AD-039).
    """

    kind = "user"

    first_name: str
    last_name: str
    email: str
    password: Secret
    profile: str
    roles: tuple[Role, ...] = (Role.AGENT,)
    teams: tuple[str, ...] = ()
    primary_team: str | None = None
    """The team whose layout a person sees who signs in without a team (DOMAIN 2.6)."""
    site: str = "main"
    default_dn: str | None = None
    registered_numbers: tuple[str, ...] = ()
    active: bool = True
    contact_centre: bool = True
    skill_profile: str | None = None
    language: str = "en"
    teams_password: Secret | None = None
    teams_access: bool = True

    @property
    def agent_id(self) -> AgentId:
        """The id by which the wire knows the person as an agent."""
        return AgentId(entity_id("agent", self.key))

    @property
    def site_id(self) -> str:
        """The id of the person's site."""
        return entity_id("site", self.site)

    @property
    def name(self) -> str:
        """First name and last name."""
        return f"{self.first_name} {self.last_name}"
