"""The aggregate: one way in, time as an argument, state as a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands, tenant
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Settings
from deskproof.simulator.domain.events import ConfigurationChanged
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import Secret
from tests.simulator.domain.story import CONFIGURATION, Story


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


def test_equal_scripts_give_equal_states() -> None:
    def run() -> Story:
        story = Story()
        story.available("ada", "bo")
        story.passes(60)
        return story

    assert run().state == run().state
