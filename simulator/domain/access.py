"""Who may use the desktop: the settings that an administrator has to have right for a person (AD-090).

Rule: one table. Each row is a reason to refuse, the settings to look at (tenant, profile, skill or agent), and a
sentence; the first row that applies is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from deskproof.simulator.domain.configuration import Configuration, Person, Role
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.values import AgentId


class SettingsOf(StrEnum):
    """Whose settings the administrator should look at."""

    TENANT = "tenant"
    PROFILE = "profile"
    SKILL = "skill"
    AGENT = "agent"


Wrong = Callable[[Configuration, Person], bool]

WRONG: Mapping[Reason, Wrong] = {
    Reason.NO_CONTACT_CENTRE: lambda configuration, person: not person.contact_centre,
    Reason.PERSON_INACTIVE: lambda configuration, person: not person.active,
    Reason.PROFILE_INACTIVE: lambda configuration, person: not configuration.profile_of(person).active,
    Reason.NO_SKILL_PROFILE: lambda configuration, person: (
        configuration.settings.skills_based_routing and Role.AGENT in person.roles and person.skill_profile is None
    ),
    Reason.NO_TEAM: lambda configuration, person: Role.AGENT in person.roles and not person.teams,
}
"""When each reason applies, in the order of the checks. Supervisors pick no team and take no routed contacts."""

LOOK_AT: Mapping[Reason, SettingsOf] = {
    Reason.NO_CONTACT_CENTRE: SettingsOf.TENANT,
    Reason.PERSON_INACTIVE: SettingsOf.AGENT,
    Reason.PROFILE_INACTIVE: SettingsOf.PROFILE,
    Reason.NO_SKILL_PROFILE: SettingsOf.SKILL,
    Reason.NO_TEAM: SettingsOf.AGENT,
}

_SENTENCES: Mapping[Reason, str] = {
    Reason.NO_CONTACT_CENTRE: "The organisation gives this person no access to the contact centre",
    Reason.PERSON_INACTIVE: "This agent is deactivated",
    Reason.PROFILE_INACTIVE: "The desktop profile is deactivated",
    Reason.NO_SKILL_PROFILE: "The organisation routes by skill, and this agent has no skill profile",
    Reason.NO_TEAM: "This agent belongs to no team",
}


def admitted(configuration: Configuration, agent_id: AgentId) -> Person:
    """The person with this agent id, who may use the desktop; else a `Rejection` that names the settings at fault."""
    person = configuration.person(agent_id)
    if person is None:
        raise Rejection(Reason.UNKNOWN_PERSON, "There is no such agent.")
    for reason, wrong in WRONG.items():
        if wrong(configuration, person):
            raise Rejection(
                reason, f"{_SENTENCES[reason]}; an administrator should look at the {LOOK_AT[reason]} settings."
            )
    return person
