"""What is at a phone: of an agent's station, of a number, of a customer."""

from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.conversations.at_phones import calls_at, customer_talks, numbers_of
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.conversations.sound import CUSTOMER as THE_CUSTOMER
from deskproof.simulator.domain.conversations.sound import Source, agent, number
from tests.simulator.domain.story import AGENTS, CUSTOMER, EXPERT, NUMBERS, Story

ADA = AGENTS["ada"]


def at(story: Story, digits: str) -> list[tuple[bool, Source]]:
    return [(one.rings, one.speaker) for one in calls_at(story.state, digits)]


def the_call(story: Story) -> Conversation:
    conversation = story.conversation()
    assert conversation is not None
    return conversation


def test_a_call_rings_at_the_station_and_is_talked_in_there() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    assert at(story, NUMBERS["ada"]) == [(True, agent(ADA))]
    story.does(commands.AnswerPhone(number=NUMBERS["ada"]))
    assert at(story, NUMBERS["ada"]) == [(False, agent(ADA))]
    story.does(commands.HangUpPhone(number=NUMBERS["ada"]))
    assert at(story, NUMBERS["ada"]) == []


def test_nothing_is_at_a_phone_that_is_not_ready_nor_at_a_desktop_station() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    story.does(commands.SetPhone(number=NUMBERS["ada"], ready=False))
    assert at(story, NUMBERS["ada"]) == []
    story.signs_in("bo", option=StationOption.DESKTOP)
    assert at(story, NUMBERS["bo"]) == []


def test_a_number_is_called_and_then_talks() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id=EXPERT)
    story.does(commands.StartConsult(consult_id="k1", agent_id=ADA, conversation_id="c1", to=to))
    assert at(story, EXPERT) == [(True, number(EXPERT))]
    story.does(commands.AnswerPhone(number=EXPERT))
    assert at(story, EXPERT) == [(False, number(EXPERT))]
    story.does(commands.StartConference(agent_id=ADA, conversation_id="c1"))
    assert at(story, EXPERT) == [(False, number(EXPERT))]


def test_a_number_has_a_transferred_call() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id=EXPERT)
    story.does(commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=to))
    assert at(story, EXPERT) == [(True, number(EXPERT))]
    story.does(commands.AnswerPhone(number=EXPERT))
    assert at(story, EXPERT) == [(False, number(EXPERT))]
    assert customer_talks(the_call(story))


def test_a_customer_who_is_called() -> None:
    story = Story()
    story.available("ada")
    story.does(commands.DialOut(conversation_id="c1", agent_id=ADA, number=CUSTOMER))
    assert at(story, CUSTOMER) == []
    story.does(commands.AnswerPhone(number=NUMBERS["ada"]))
    assert at(story, CUSTOMER) == [(True, THE_CUSTOMER)]
    story.does(commands.AnswerPhone(number=CUSTOMER))
    assert at(story, CUSTOMER) == [(False, THE_CUSTOMER)]


def test_a_customer_talks_until_the_call_is_wrapped_up() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    assert customer_talks(the_call(story))
    story.does(commands.AnswerPhone(number=NUMBERS["ada"]))
    assert customer_talks(the_call(story))
    story.does(commands.EndConversation(agent_id=ADA, conversation_id="c1"))
    assert not customer_talks(the_call(story))


def test_the_numbers_of_a_person_are_the_stations_the_default_one_and_those_registered() -> None:
    story = Story()
    (ada,) = (one for one in story.state.configuration.people if one.key == "ada")
    ada = replace(ada, default_dn="+12015550188", registered_numbers=("+12015550189",))
    own = {"+12015550188", "+12015550189"}
    assert numbers_of(story.state, ada) == own
    story.signs_in("ada")
    assert numbers_of(story.state, ada) == own | {NUMBERS["ada"]}
