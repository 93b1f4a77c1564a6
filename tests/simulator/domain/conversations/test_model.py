"""The table of conversations, each cell tried on a tenant, the refused ones too."""

from collections.abc import Callable
from itertools import product

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import CONVERSATION, Act, ConversationState
from deskproof.simulator.domain.rejection import Reason
from tests.simulator.domain.story import AGENTS, CODES, NUMBERS, Story

ADA = AGENTS["ada"]

COMMANDS: dict[Act, Command] = {
    Act.ANSWER: commands.AnswerPhone(number=NUMBERS["ada"]),
    Act.HOLD: commands.HoldConversation(agent_id=ADA, conversation_id="c1"),
    Act.RESUME: commands.ResumeConversation(agent_id=ADA, conversation_id="c1"),
    Act.END: commands.EndConversation(agent_id=ADA, conversation_id="c1"),
    Act.HANG_UP: commands.CustomerHangsUp(conversation_id="c1"),
    Act.WRAP_UP: commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
}

REFUSALS = {
    (ConversationState.QUEUED, Act.HOLD): Reason.UNKNOWN_CONVERSATION,
    (ConversationState.QUEUED, Act.RESUME): Reason.UNKNOWN_CONVERSATION,
    (ConversationState.QUEUED, Act.END): Reason.UNKNOWN_CONVERSATION,
    (ConversationState.QUEUED, Act.WRAP_UP): Reason.UNKNOWN_CONVERSATION,
}
"""A queued conversation has no agent; in other states the state forbids the act."""

BY_TIME: dict[Act, Callable[[Story], object]] = {
    Act.OFFER: lambda story: story.does(story.turning_available("ada")),
    Act.LEAVE_UNANSWERED: lambda story: story.passes(60),
}
"""Acts without a command: routing offers, and time withdraws an unanswered offer."""


def now_is(story: Story) -> ConversationState:
    conversation = story.conversation()
    return ConversationState.ENDED if conversation is None else conversation.state


@pytest.mark.parametrize(("state", "act"), list(product(ConversationState, COMMANDS)))
def test_each_act_in_each_state(state: ConversationState, act: Act) -> None:
    story = Story().with_conversation(state)
    assert now_is(story) is state
    becomes = CONVERSATION.get((state, act))
    if becomes is not None:
        story.does(COMMANDS[act])
        assert now_is(story) is becomes
        return
    reason = story.refusal(COMMANDS[act])
    if act is Act.ANSWER:
        assert reason is Reason.NOTHING_RINGS
    elif state is ConversationState.ENDED:
        assert reason is Reason.UNKNOWN_CONVERSATION
    else:
        assert reason is REFUSALS.get((state, act), Reason.CONVERSATION_STATE)


@pytest.mark.parametrize(("state", "act"), list(product(ConversationState, BY_TIME)))
def test_acts_of_routing_and_time_happen_in_their_states_only(state: ConversationState, act: Act) -> None:
    story = Story().with_conversation(state)
    BY_TIME[act](story)
    assert now_is(story) is CONVERSATION.get((state, act), state)


def test_every_act_is_tried() -> None:
    assert {*COMMANDS, *BY_TIME} == set(Act)


@pytest.mark.parametrize("state", ConversationState)
def test_all_but_queued_and_ended_occupy_the_agent(state: ConversationState) -> None:
    story = Story().with_conversation(state)
    assert story.state.floor.is_engaged(ADA) is (state not in (ConversationState.QUEUED, ConversationState.ENDED))
