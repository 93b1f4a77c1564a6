"""Who may use the desktop: every row of the table, alone and mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import access, commands
from deskproof.simulator.domain.access import LOOK_AT, WRONG, SettingsOf, admitted
from deskproof.simulator.domain.configuration import Configuration, Person, SkillProfile
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.tenant import Tenant
from deskproof.simulator.domain.values import AgentId, ConnectionId
from tests.simulator.domain.story import AGENTS, CONFIGURATION, MORNING

SKILLED = replace(
    CONFIGURATION,
    settings=replace(CONFIGURATION.settings, skills_based_routing=True),
    skill_profiles=(SkillProfile(key="general", name="General"),),
)


def with_person(configuration: Configuration, key: str, **changes: object) -> Configuration:
    people = tuple(replace(person, **changes) if person.key == key else person for person in configuration.people)  # type: ignore[arg-type]
    return replace(configuration, people=people)


WITHOUT = {
    Reason.NO_CONTACT_CENTRE: with_person(CONFIGURATION, "ada", contact_centre=False),
    Reason.PERSON_INACTIVE: with_person(CONFIGURATION, "ada", active=False),
    Reason.PROFILE_INACTIVE: replace(CONFIGURATION, profiles=(replace(CONFIGURATION.profiles[0], active=False),)),
    Reason.NO_SKILL_PROFILE: SKILLED,
    Reason.NO_TEAM: with_person(CONFIGURATION, "ada", teams=()),
}


def refusal(configuration: Configuration, agent_id: AgentId = AGENTS["ada"]) -> Rejection:
    with pytest.raises(Rejection) as refused:
        admitted(configuration, agent_id)
    return refused.value


def test_a_person_with_everything_set_is_admitted() -> None:
    person: Person = admitted(CONFIGURATION, AGENTS["ada"])
    assert person.key == "ada"


@pytest.mark.parametrize("reason", WRONG)
def test_each_wrong_setting_is_refused_and_named(reason: Reason) -> None:
    refused = refusal(WITHOUT[reason])
    assert refused.reason is reason
    assert f"the {LOOK_AT[reason]} settings" in refused.message


def test_the_tables_have_the_same_rows_and_every_kind_of_settings() -> None:
    assert set(WRONG) == set(LOOK_AT) == set(access._SENTENCES)
    assert set(LOOK_AT.values()) == set(SettingsOf)


def test_a_skill_profile_is_enough_where_it_is_demanded() -> None:
    assert admitted(with_person(SKILLED, "ada", skill_profile="general"), AGENTS["ada"]).skill_profile == "general"


def test_a_supervisor_needs_neither_team_nor_skills() -> None:
    assert admitted(with_person(SKILLED, "signe", teams=()), AGENTS["signe"]).key == "signe"


def test_an_unknown_person_is_refused() -> None:
    assert refusal(CONFIGURATION, AgentId("nobody")).reason is Reason.UNKNOWN_PERSON


def test_the_refusal_comes_when_an_instance_subscribes() -> None:
    subscribe = commands.Subscribe(
        agent_id=AGENTS["ada"], connection_id=ConnectionId("c"), force=True, allow_multi_login=False
    )
    with pytest.raises(Rejection) as refused:
        Tenant(WITHOUT[Reason.NO_TEAM]).handle(subscribe, MORNING)
    assert refused.value.reason is Reason.NO_TEAM
