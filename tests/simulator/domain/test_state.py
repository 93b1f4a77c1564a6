"""What occupies an agent: conversations and monitoring tasks, and which of them comes first."""

from __future__ import annotations

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.monitoring.model import MonitoringState
from tests.simulator.domain.story import AGENTS, Story

ADA, SIGNE = AGENTS["ada"], AGENTS["signe"]


def test_a_call_is_the_first_of_an_agent_s_conversations() -> None:
    story = Story()
    story.available("ada")
    assert story.state.floor.conversation_of(ADA) is None
    story.does(commands.CustomerWrites(conversation_id="w1", customer="Eva", queue="chat"))
    story.does(commands.AcceptConversation(agent_id=ADA, conversation_id="w1"))
    first = story.state.floor.conversation_of(ADA)
    assert first is not None
    assert first.id == "w1"
    assert not story.state.floor.on_a_call(ADA)
    story.calls()
    assert [one.id for one in story.state.floor.conversations_of(ADA)] == ["w1", "c1"]
    first = story.state.floor.conversation_of(ADA)
    assert first is not None
    assert first.id == "c1"
    assert story.state.floor.on_a_call(ADA)


def test_who_monitors_is_engaged_too() -> None:
    story = Story().with_monitoring(MonitoringState.REQUESTED)
    assert (story.state.floor.is_engaged(ADA), story.state.floor.is_engaged(SIGNE)) == (True, True)
    assert story.state.floor.on_a_call(SIGNE)
    story.does(commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1"))
    assert not story.state.floor.is_engaged(SIGNE)
    assert not story.state.floor.on_a_call(SIGNE)


def test_a_call_that_waits_engages_nobody() -> None:
    story = Story().with_conversation(ConversationState.QUEUED)
    assert not story.state.floor.is_engaged(ADA)
