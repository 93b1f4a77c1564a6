"""Previews of campaigns: who is given one, what an agent can decide, and that nothing rings before."""

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.rejection import Reason
from tests.simulator.domain.story import AGENTS, CUSTOMER, NUMBERS, Story

ADA = AGENTS["ada"]
OFFER = commands.OfferPreview(conversation_id="p1", agent_id=ADA, campaign="spring", number=CUSTOMER)
ACCEPT = commands.AcceptPreview(agent_id=ADA, conversation_id="p1", campaign="spring")


@pytest.fixture
def story() -> Story:
    story = Story()
    story.available("ada")
    return story


def test_a_customer_is_called_once_the_agent_has_accepted(story: Story) -> None:
    assert story.does(OFFER) == ["PreviewOffered"]
    assert story.refusal(commands.AnswerPhone(number=CUSTOMER)) is Reason.NOTHING_RINGS
    assert story.does(ACCEPT) == ["PreviewAccepted"]
    assert story.does(commands.AnswerPhone(number=CUSTOMER)) == ["CustomerAnswered"]
    conversation = story.conversation("p1")
    assert conversation is not None
    assert (conversation.state, conversation.customer_joined) == (ConversationState.CONNECTED, True)


@pytest.mark.parametrize(
    ("decides", "event"),
    [
        (commands.SkipPreview(agent_id=ADA, conversation_id="p1", campaign="spring"), "PreviewSkipped"),
        (commands.RemovePreview(agent_id=ADA, conversation_id="p1", campaign="spring"), "PreviewRemoved"),
    ],
)
def test_a_customer_who_is_not_wanted_is_gone_without_wrap_up(story: Story, decides: Command, event: str) -> None:
    story.does(OFFER)
    assert story.does(decides) == [event]
    assert not story.state.floor.is_engaged(ADA)


def test_a_preview_waits_for_the_agent_and_keeps_calls_away(story: Story) -> None:
    story.does(OFFER)
    assert story.tenant.next_deadline() is None
    assert story.calls() == ["CustomerCalled"]
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["ada"])) is Reason.NOTHING_RINGS
    answer = commands.AnswerConversation(agent_id=ADA, conversation_id="p1")
    assert story.refusal(answer) is Reason.CONVERSATION_STATE


@pytest.mark.parametrize("agent", ["ada", "bo"])
def test_only_an_agent_who_is_free_is_given_one(agent: str) -> None:
    story = Story()
    story.signs_in("ada")
    offer = commands.OfferPreview(conversation_id="p1", agent_id=AGENTS[agent], campaign="spring", number=CUSTOMER)
    assert story.refusal(offer) is Reason.AGENT_NOT_AVAILABLE


@pytest.mark.parametrize("accepted", [False, True])
def test_only_a_preview_of_the_campaign_is_decided(story: Story, *, accepted: bool) -> None:
    story.does(OFFER)
    if accepted:
        story.does(ACCEPT)
    of_another = commands.AcceptPreview(agent_id=ADA, conversation_id="p1", campaign="autumn")
    assert story.refusal(of_another) is Reason.CONVERSATION_STATE
    if accepted:
        assert story.refusal(ACCEPT) is Reason.CONVERSATION_STATE


def test_a_call_of_a_campaign_that_is_transferred_rings_like_any_other(story: Story) -> None:
    story.does(OFFER)
    story.does(ACCEPT)
    story.does(commands.AnswerPhone(number=CUSTOMER))
    story.available("bo")
    to = Destination(kind=DestinationKind.AGENT, id=AGENTS["bo"])
    story.does(commands.TransferConversation(agent_id=ADA, conversation_id="p1", to=to))
    assert story.tenant.next_deadline() is not None
    assert story.does(commands.AnswerPhone(number=NUMBERS["bo"])) == ["ConversationConnected"]
