"""What picking up and hanging up in the browser mean, in every part that an agent can have in a call."""

from collections.abc import Callable
from functools import partial

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import ConsultState, ConversationState
from deskproof.simulator.product.calling.handset import hung_up, picked_up
from tests.simulator.domain.story import AGENTS, Story

STORIES = {
    "offered": Story().with_conversation(ConversationState.OFFERED),
    "connected": Story().with_conversation(ConversationState.CONNECTED),
    "held": Story().with_conversation(ConversationState.HELD),
    "wrap-up": Story().with_conversation(ConversationState.WRAP_UP),
    "asked": Story().with_consult(ConsultState.OFFERED),
    "consulting": Story().with_consult(ConsultState.ACTIVE),
    "conference": Story().with_conference("bo"),
}


@pytest.mark.parametrize(
    ("story", "agent", "up", "down"),
    [
        ("offered", "ada", commands.AnswerConversation, commands.DeclineConversation),
        ("offered", "bo", commands.AnswerConversation, None),
        ("connected", "ada", None, commands.EndConversation),
        ("held", "ada", None, commands.EndConversation),
        ("wrap-up", "ada", commands.AnswerConversation, None),
        ("asked", "ada", None, commands.EndConversation),
        ("asked", "bo", commands.AnswerConsult, commands.DeclineConversation),
        ("consulting", "ada", None, commands.EndConversation),
        ("consulting", "bo", None, partial(commands.EndConsult, cancels_queue=False)),
        ("conference", "ada", None, commands.EndConversation),
        ("conference", "bo", None, commands.EndConversation),
        ("conference", "lars", commands.AnswerConversation, None),
    ],
)
def test_what_the_handset_does(
    story: str, agent: str, up: Callable[..., Command] | None, down: Callable[..., Command] | None
) -> None:
    conversation, who = STORIES[story].conversation(), AGENTS[agent]
    assert conversation is not None
    picked, hung = picked_up(conversation, "c1", who), hung_up(conversation, who, answered=True)
    assert picked == (up and up(agent_id=who, conversation_id="c1"))
    assert hung == (down and down(agent_id=who, conversation_id="c1"))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("agent", ["ada", "bo", "lars"])
def test_a_call_that_nobody_answered_can_only_be_declined(story: str, agent: str) -> None:
    conversation = STORIES[story].conversation()
    assert conversation is not None
    hung = hung_up(conversation, AGENTS[agent], answered=False)
    rings = (story, agent) in (("offered", "ada"), ("asked", "bo"))
    assert (hung and type(hung)) == (commands.DeclineConversation if rings else None)


def test_a_call_that_is_gone_is_answered_so_that_the_refusal_says_so() -> None:
    assert type(picked_up(None, "c1", AGENTS["ada"])) is commands.AnswerConversation
