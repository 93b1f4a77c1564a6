"""The aggregate: one way in, time as an argument, state as a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands, tenant
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Settings
from deskproof.simulator.domain.events import ConfigurationChanged
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import ConnectionId, Secret
from tests.simulator.domain.story import AGENTS, CONFIGURATION, Story


def _all(root: type[Command]) -> set[type[Command]]:
    return {root, *(leaf for child in root.__subclasses__() for leaf in _all(child))} - {Command}


def test_every_command_has_its_decision() -> None:
    expected = {command for command in _all(Command) if command.__module__ == commands.__name__}
    assert {command for command in expected if not command.__subclasses__()} <= set(tenant.DECISIONS)


def test_the_administrator_changes_the_configuration() -> None:
    story = Story()
    after = replace(CONFIGURATION, settings=Settings(web_rtc_enabled=False))
    (event,) = story.events(commands.ChangeConfiguration(configuration=after, changed=("settings.webRtcEnabled",)))
    assert isinstance(event, ConfigurationChanged)
    assert story.state.configuration is after


def test_states_are_values() -> None:
    story = Story()
    before = story.state
    story.signs_in("ada")
    assert before.agents.sessions == {}
    assert Story().state == before


def test_a_rejection_has_applied_the_facts_it_carries_and_no_others() -> None:
    story = Story()
    with pytest.raises(Rejection):
        story.does(commands.EnterPassword(email="ada@example.com", password=Secret("wrong")))
    assert story.state.accounts["ada@example.com"].failed == 1


def test_what_is_looked_up_agrees_with_what_it_is_made_from() -> None:
    story = Story()
    story.signs_in("ada", "bo")
    ids = tuple(ConnectionId(f"c-{each}") for each in range(3))
    for id_ in ids:
        subscribe = commands.Subscribe(
            agent_id=AGENTS["ada"], connection_id=id_, force=True, allow_multi_login=id_ != ids[2]
        )
        story.does(subscribe)
        _agrees(story)
        story.does(commands.Connect(connection_id=id_))
        _agrees(story)
    assert story.state.agents.connections_of == {AGENTS["ada"]: (ids[2],)}
    story.does(commands.Disconnect(connection_id=ids[2]))
    _agrees(story)
    assert story.state.agents.lost == {AGENTS["ada"]}
    story.does(commands.ReloadSession(agent_id=AGENTS["ada"]))
    _agrees(story)
    assert story.state.agents.lost == frozenset()


def _agrees(story: Story) -> None:
    agents = story.state.agents
    assert agents.lost == {id_ for id_, session in agents.sessions.items() if session.lost_since is not None}
    owners = dict.fromkeys(connection.agent_id for connection in agents.connections.values())
    assert agents.connections_of == {
        owner: tuple(id_ for id_, connection in agents.connections.items() if connection.agent_id == owner)
        for owner in owners
    }


def test_equal_scripts_give_equal_states() -> None:
    def run() -> Story:
        story = Story()
        story.available("ada", "bo")
        story.passes(60)
        return story

    assert run().state == run().state
