"""Blueprints: what `standard` holds, and that it is the same for the same seed."""

import pytest

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.runtime.blueprints import UnknownBlueprint, blueprint, standard


def test_standard_has_the_people_scenarios_speak_of() -> None:
    people = {person.key: person for person in blueprint("standard").people}
    assert people["ada"].roles == (Role.AGENT,)
    assert people["ada"].teams == ("support", "sales", "returns")
    assert people["bo"].teams == ("support",)
    assert people["signe"].roles == (Role.SUPERVISOR,)
    assert people["lars"].roles == (Role.AGENT, Role.SUPERVISOR)
    assert len(people) > 4


def test_standard_provisions_everything_and_restricts_nothing() -> None:
    configuration = blueprint("standard")
    for person in configuration.people:
        assert configuration.options_for(person) == tuple(StationOption)
        assert not configuration.default_number_only(person)
    assert configuration.default_idle_code.name == "Meeting"
    assert len(configuration.teams) == 15
    assert len({team.name for team in configuration.teams}) == 15


def test_the_same_seed_gives_the_same_tenant() -> None:
    assert blueprint("standard", 7) == standard.__wrapped__(7)


def test_another_seed_gives_other_passwords_to_the_same_people() -> None:
    one, other = blueprint("standard", 1), blueprint("standard", 2)
    assert [person.email for person in one.people] == [person.email for person in other.people]
    assert not {person.password for person in one.people} & {person.password for person in other.people}


def test_no_two_people_share_a_password() -> None:
    people = blueprint("standard").people
    assert len({person.password for person in people}) == len(people)


def test_an_unknown_blueprint_is_refused() -> None:
    with pytest.raises(UnknownBlueprint, match='there is no blueprint "huge"; expected one of: standard'):
        blueprint("huge")
