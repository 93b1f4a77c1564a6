"""Monitoring: who may ask, what is asked for, what ends it, and when sign-out waits (AD-088)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.events import MonitoringRequested, SupervisorBargedIn, SupervisorWhispered
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, NUMBERS, Story

ADA, SIGNE, LARS = AGENTS["ada"], AGENTS["signe"], AGENTS["lars"]
START = commands.StartMonitoring(monitoring_id="m1", agent_id=SIGNE, conversation_id="c1")


@pytest.fixture
def story() -> Story:
    return Story()


def test_monitoring_from_request_to_end(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("signe")
    (requested,) = story.events(START)
    assert isinstance(requested, MonitoringRequested)
    assert requested.rings == NUMBERS["signe"]
    story.passes(3)
    assert story.answers("signe") == ["MonitoringStarted"]
    task = story.state.floor.monitoring_of(SIGNE)
    assert task is not None
    assert (task.started_at, task.since) == (story.now, story.now)
    assert story.does(commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1")) == ["MonitoringPaused"]
    assert story.does(commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1")) == ["MonitoringResumed"]
    assert story.does(commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1")) == ["MonitoringEnded"]
    assert story.state.floor.monitorings == {}


@pytest.mark.parametrize("state", ConversationState)
def test_only_a_conversation_that_goes_on_is_monitored(story: Story, state: ConversationState) -> None:
    story.with_conversation(state).signs_in("signe")
    if state in (ConversationState.CONNECTED, ConversationState.HELD):
        assert story.does(START) == ["MonitoringRequested"]
    else:
        assert story.refusal(START) is Reason.UNKNOWN_CONVERSATION


def test_only_a_signed_in_supervisor_monitors(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("bo")
    assert story.refusal(START) is Reason.MONITORING_NOT_PERMITTED
    assert story.refusal(replace(START, agent_id=AGENTS["bo"])) is Reason.MONITORING_NOT_PERMITTED


def test_a_queue_can_forbid_it(story: Story) -> None:
    story.available("ada")
    story.calls("secret")
    story.answers("ada")
    story.signs_in("signe")
    assert story.refusal(START) is Reason.MONITORING_NOT_PERMITTED


def test_one_task_at_a_time_and_no_calls_meanwhile(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED)
    story.available("lars")
    assert story.does(replace(START, agent_id=LARS)) == ["MonitoringRequested"]
    assert story.refusal(replace(START, agent_id=LARS, monitoring_id="m2")) is Reason.MONITORING_NOT_PERMITTED
    assert story.calls("sales") == ["CustomerCalled"]
    ended = story.does(commands.EndMonitoring(agent_id=LARS, conversation_id="c1"))
    assert ended == ["MonitoringEnded", "ConversationOffered"]


def test_a_request_has_an_id_of_its_own(story: Story) -> None:
    story.with_monitoring(MonitoringState.ACTIVE).signs_in("lars")
    assert story.refusal(replace(START, agent_id=LARS)) is Reason.MONITORING_NOT_PERMITTED
    assert story.does(replace(START, agent_id=LARS, monitoring_id="m2")) == ["MonitoringRequested"]


@pytest.mark.parametrize("state", [MonitoringState.REQUESTED, MonitoringState.ACTIVE, MonitoringState.PAUSED])
def test_it_ends_with_the_conversation(story: Story, state: MonitoringState) -> None:
    story.with_monitoring(state)
    ended = story.does(commands.EndConversation(agent_id=ADA, conversation_id="c1"))
    assert ended == ["ConversationEnded", "MonitoringEnded"]
    assert story.does(commands.SignOutStation(agent_id=SIGNE, reason="")) == ["AgentSignedOut"]


def test_a_phone_that_is_not_ready_does_not_ring(story: Story) -> None:
    story.does(commands.SetPhone(number=NUMBERS["signe"], ready=False))
    story.with_conversation(ConversationState.CONNECTED).signs_in("signe")
    (requested,) = story.events(START)
    assert isinstance(requested, MonitoringRequested)
    assert requested.rings == ""
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["signe"])) is Reason.NOTHING_RINGS


def test_a_desktop_station_is_answered_in_the_browser_only(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("signe", option=StationOption.DESKTOP)
    story.does(START)
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["signe"])) is Reason.NOTHING_RINGS
    answer = commands.AnswerMonitoring(agent_id=SIGNE, conversation_id="c1")
    assert story.does(answer) == ["MonitoringStarted"]
    assert story.refusal(answer) is Reason.MONITORING_STATE


def test_a_phone_is_not_answered_in_the_browser(story: Story) -> None:
    story.with_monitoring(MonitoringState.REQUESTED)
    answer = commands.AnswerMonitoring(agent_id=SIGNE, conversation_id="c1")
    assert story.refusal(answer) is Reason.MONITORING_STATE


def test_a_conversation_whose_queue_was_removed_is_not_monitored(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("signe")
    without = replace(CONFIGURATION, entry_points=(), queues=CONFIGURATION.queues[1:])
    story.does(commands.ChangeConfiguration(configuration=without, changed=("queues.support removed",)))
    assert story.refusal(START) is Reason.MONITORING_NOT_PERMITTED


@pytest.mark.parametrize("state", MonitoringState)
def test_sign_out_waits_for_the_monitoring_task(story: Story, state: MonitoringState) -> None:
    story.with_monitoring(state)
    sign_out = commands.SignOutStation(agent_id=SIGNE, reason="User requested logout")
    if state is MonitoringState.ENDED:
        assert story.does(sign_out) == ["AgentSignedOut"]
    else:
        assert story.refusal(sign_out) is Reason.MONITORING_ONGOING


def test_the_monitored_agent_may_sign_out_after_wrap_up(story: Story) -> None:
    story.with_monitoring(MonitoringState.PAUSED)
    story.does(commands.EndConversation(agent_id=ADA, conversation_id="c1"))
    story.does(commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]))
    assert story.does(commands.SignOutStation(agent_id=ADA, reason="")) == ["AgentSignedOut"]


def test_a_request_is_withdrawn_by_its_id_and_only_by_who_made_it(story: Story) -> None:
    story.with_monitoring(MonitoringState.REQUESTED).signs_in("lars")
    withdraw = commands.WithdrawMonitoring(monitoring_id="m1", agent_id=SIGNE)
    assert story.refusal(replace(withdraw, agent_id=LARS)) is Reason.UNKNOWN_MONITORING
    assert story.refusal(replace(withdraw, monitoring_id="m2")) is Reason.UNKNOWN_MONITORING
    assert story.does(withdraw) == ["MonitoringEnded"]
    assert story.state.floor.monitorings == {}


def test_the_agents_in_the_call_are_told_of_a_supervisor_whom_they_hear(story: Story) -> None:
    story.with_monitoring(MonitoringState.ACTIVE)
    (whispered,) = story.events(commands.WhisperToAgent(agent_id=SIGNE, conversation_id="c1"))
    (barged_in,) = story.events(commands.BargeIn(agent_id=SIGNE, conversation_id="c1"))
    assert isinstance(whispered, SupervisorWhispered)
    assert isinstance(barged_in, SupervisorBargedIn)
    assert whispered.concerned == barged_in.concerned == (SIGNE, ADA)


@pytest.mark.parametrize(
    "act",
    [
        commands.AnswerMonitoring,
        commands.PauseMonitoring,
        commands.ResumeMonitoring,
        commands.EndMonitoring,
        commands.WhisperToAgent,
        commands.BargeIn,
    ],
)
def test_an_act_is_about_the_conversation_that_is_monitored(story: Story, act: Callable[..., commands.Command]) -> None:
    story.with_monitoring(MonitoringState.ACTIVE)
    before = story.state
    assert story.refusal(act(agent_id=SIGNE, conversation_id="c2")) is Reason.UNKNOWN_MONITORING
    assert story.refusal(act(agent_id=LARS, conversation_id="c1")) is Reason.UNKNOWN_MONITORING
    assert story.state == before
