"""The floor: who is offered a call, what rings, what time does, who may act, when sign-out waits (AD-006, AD-087)."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Settings, StationOption
from deskproof.simulator.domain.conversations.model import (
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
)
from deskproof.simulator.domain.events import ConversationEnded, ConversationOffered, OfferUnanswered
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import SECOND
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, CUSTOMER, MORNING, NUMBERS, Story

ADA = AGENTS["ada"]


@pytest.fixture
def story() -> Story:
    return Story()


def test_a_call_from_queue_to_wrap_up(story: Story) -> None:
    story.available("ada")
    assert story.calls() == ["CustomerCalled", "ConversationOffered"]
    assert story.answers("ada") == ["ConversationConnected"]
    story.passes(30)
    hold = commands.HoldConversation(agent_id=ADA, conversation_id="c1")
    assert story.does(hold) == ["ConversationHeld"]
    assert story.does(commands.ResumeConversation(agent_id=ADA, conversation_id="c1")) == ["ConversationResumed"]
    assert story.does(commands.EndConversation(agent_id=ADA, conversation_id="c1")) == ["ConversationEnded"]
    conversation = story.conversation()
    assert conversation is not None
    assert (conversation.created_at, conversation.connected_at) == (MORNING + SECOND, MORNING + SECOND)
    assert (conversation.since, conversation.ended_by) == (MORNING + 31 * SECOND, "agent")
    wrap_up = commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"])
    assert story.does(wrap_up) == ["ConversationWrappedUp"]
    assert story.state.floor.conversations == {}


def test_a_recording_is_paused_and_resumed_once_each(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED)
    assert story.does(commands.PauseRecording(agent_id=ADA, conversation_id="c1")) == ["RecordingPaused"]
    assert story.does(commands.ResumeRecording(agent_id=ADA, conversation_id="c1")) == ["RecordingResumed"]


def test_who_has_left_before_the_end_wraps_up_before_the_others(story: Story) -> None:
    story.with_conference("bo", "lars")
    story.does(commands.LeaveConference(agent_id=AGENTS["bo"], conversation_id="c1", hand_over=False))
    story.does(commands.CustomerHangsUp(conversation_id="c1"))
    conversation = story.conversation()
    assert conversation is not None
    assert [leaver.agent_id for leaver in conversation.leavers] == [AGENTS["bo"], AGENTS["lars"]]
    assert conversation.colleagues == ()


def test_the_agent_available_longest_gets_the_offer(story: Story) -> None:
    story.available("bo", "ada")
    story.calls()
    assert story.offered_to() == "bo"
    story.calls()
    assert story.offered_to("c2") == "ada"
    story.calls()
    assert story.offered_to("c3") is None


def test_the_oldest_call_that_an_agent_can_take_comes_first(story: Story) -> None:
    story.calls("sales")
    story.calls("support")
    story.calls("support")
    story.available("ada")
    assert [story.offered_to(id_) for id_ in ("c1", "c2", "c3")] == [None, "ada", None]
    story.available("lars")
    assert story.offered_to("c1") == "lars"


def test_a_queue_is_served_by_its_teams_and_one_without_teams_by_everybody(story: Story) -> None:
    story.available("ada")
    story.calls("sales")
    assert story.offered_to("c1") is None
    story.calls("anyone")
    assert story.offered_to("c2") == "ada"


def test_the_next_call_comes_with_the_end_of_wrap_up(story: Story) -> None:
    story.with_conversation(ConversationState.WRAP_UP)
    story.calls()
    assert story.offered_to("c2") is None
    done = story.does(commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]))
    assert done == ["ConversationWrappedUp", "ConversationOffered"]


@pytest.mark.parametrize("key", ["idle", "signed out", "disconnected"])
def test_an_agent_who_is_not_there_gets_no_offer(story: Story, key: str) -> None:
    if key == "idle":
        story.signs_in("ada")
    elif key == "disconnected":
        connection = commands.Subscribe(agent_id=ADA, connection_id="x", force=True, allow_multi_login=False)  # type: ignore[arg-type]
        story.does(connection)
        story.does(commands.Connect(connection_id=connection.connection_id))
        story.available("ada")
        story.does(commands.Disconnect(connection_id=connection.connection_id))
    assert story.calls() == ["CustomerCalled"]


def test_an_offer_says_which_phone_rings(story: Story) -> None:
    story.available("ada")
    offered = story.events(commands.CustomerCalls(conversation_id="c", queue="support", customer=CUSTOMER))[-1]
    assert isinstance(offered, ConversationOffered)
    assert offered.rings == NUMBERS["ada"]


def test_an_unanswered_call_sets_the_agent_aside_and_is_queued_again(story: Story) -> None:
    story.available("ada", "bo")
    story.calls()
    assert story.passes(19.999) == []
    assert story.passes(0.001) == ["OfferUnanswered", "AgentStateChanged", "ConversationOffered"]
    assert story.offered_to() == "bo"
    session = story.session("ada")
    assert (session.state, session.code_id, session.state_reason) == (AgentState.RONA, CODES["rona"], "unanswered")
    assert session.state_since == story.now
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["ada"])) is Reason.NOTHING_RINGS
    assert story.passes(20) == ["OfferUnanswered", "AgentStateChanged"]
    assert story.tenant.next_deadline() is None
    assert story.does(story.turning_available("ada")) == ["AgentStateChanged", "ConversationOffered"]


def test_an_unanswered_offer_names_the_agent(story: Story) -> None:
    story.available("ada")
    story.calls()
    story.now = story.tenant.next_deadline() or story.now
    unanswered = story.events(commands.Wake())[0]
    assert isinstance(unanswered, OfferUnanswered)
    assert (unanswered.agent_id, unanswered.conversation.agent_id) == (ADA, None)


def test_a_phone_that_is_not_ready_does_not_ring(story: Story) -> None:
    story.available("ada")
    story.does(commands.SetPhone(number=NUMBERS["ada"], ready=False))
    offered = story.events(commands.CustomerCalls(conversation_id="c1", queue="support", customer=CUSTOMER))[-1]
    assert isinstance(offered, ConversationOffered)
    assert offered.rings == ""
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["ada"])) is Reason.NOTHING_RINGS
    assert story.passes(20)[:2] == ["OfferUnanswered", "AgentStateChanged"]
    story.does(commands.SetPhone(number=NUMBERS["ada"], ready=True))
    story.does(story.turning_available("ada"))
    assert story.answers("ada") == ["ConversationConnected"]


def test_a_desktop_station_is_answered_in_the_browser_only(story: Story) -> None:
    story.signs_in("ada", option=StationOption.DESKTOP)
    story.available("ada")
    story.calls()
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["ada"])) is Reason.NOTHING_RINGS
    answer = commands.AnswerConversation(agent_id=ADA, conversation_id="c1")
    assert story.does(answer) == ["ConversationConnected"]


def test_a_phone_is_not_answered_in_the_browser(story: Story) -> None:
    story.available("ada")
    story.calls()
    answer = commands.AnswerConversation(agent_id=ADA, conversation_id="c1")
    assert story.refusal(answer) is Reason.CONVERSATION_STATE


@pytest.mark.parametrize("state", [ConversationState.QUEUED, ConversationState.OFFERED])
def test_the_customer_can_hang_up_before_anybody_answers(story: Story, state: ConversationState) -> None:
    story.with_conversation(state)
    assert story.does(commands.CustomerHangsUp(conversation_id="c1")) == ["OfferWithdrawn"]
    assert story.state.floor.conversations == {}


def test_a_customer_who_hangs_up_leaves_the_agent_with_wrap_up(story: Story) -> None:
    story.with_conversation(ConversationState.HELD)
    (ended,) = story.events(commands.CustomerHangsUp(conversation_id="c1"))
    assert isinstance(ended, ConversationEnded)
    assert (ended.conversation.ended_by, ended.conversation.agent_id) == ("customer", ADA)


def test_only_its_agent_acts_on_a_conversation(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("bo")
    bo = AGENTS["bo"]
    for command in (
        commands.HoldConversation(agent_id=bo, conversation_id="c1"),
        commands.EndConversation(agent_id=bo, conversation_id="c1"),
        commands.EndConversation(agent_id=ADA, conversation_id="c9"),
    ):
        assert story.refusal(command) is Reason.UNKNOWN_CONVERSATION


@pytest.mark.parametrize("code", ["meeting", "rona", "none"])
def test_wrap_up_wants_a_wrap_up_code(story: Story, code: str) -> None:
    story.with_conversation(ConversationState.WRAP_UP)
    wrap_up = commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES.get(code, code))
    assert story.refusal(wrap_up) is Reason.UNKNOWN_WRAP_UP_CODE


def test_an_unknown_queue_is_refused(story: Story) -> None:
    call = commands.CustomerCalls(conversation_id="c", queue="nowhere", customer=CUSTOMER)
    assert story.refusal(call) is Reason.UNKNOWN_QUEUE


def test_a_queue_taken_away_keeps_its_calls_waiting(story: Story) -> None:
    story.calls()
    without = replace(CONFIGURATION, entry_points=(), queues=CONFIGURATION.queues[1:])
    story.does(commands.ChangeConfiguration(configuration=without, changed=("queues.support removed",)))
    story.available("ada")
    assert story.offered_to() is None


@pytest.mark.parametrize("state", ConversationState)
def test_sign_out_waits_for_the_conversation(story: Story, state: ConversationState) -> None:
    story.with_conversation(state)
    sign_out = commands.SignOutStation(agent_id=ADA, reason="User requested logout")
    if state in (ConversationState.QUEUED, ConversationState.ENDED):
        assert story.does(sign_out) == ["AgentSignedOut"]
    else:
        assert story.refusal(sign_out) is Reason.CONVERSATION_ACTIVE


def test_sign_out_is_possible_the_moment_the_conversation_is_wrapped_up(story: Story) -> None:
    story.with_conversation(ConversationState.WRAP_UP)
    story.does(commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]))
    assert story.does(commands.SignOutStation(agent_id=ADA, reason="")) == ["AgentSignedOut"]


def test_a_call_rings_for_eighteen_seconds_where_nothing_else_is_set() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings()))
    story.available("ada")
    story.calls()
    assert story.passes(17.999) == []
    assert story.passes(0.001)[0] == "OfferUnanswered"


def test_an_agent_takes_what_waits_in_a_queue(story: Story) -> None:
    assign = commands.AssignConversation(agent_id=ADA, conversation_id="c1")
    assert story.refusal(assign) is Reason.NOT_SIGNED_IN
    story.signs_in("ada")
    assert story.refusal(assign) is Reason.UNKNOWN_CONVERSATION
    story.calls("sales")
    assert story.refusal(assign) is Reason.AGENT_NOT_AVAILABLE
    story.available("ada")
    assert story.does(assign) == ["ConversationOffered"]
    assert story.offered_to() == "ada"
    assert story.refusal(assign) is Reason.CONVERSATION_STATE


def of(story: Story) -> Conversation:
    conversation = story.conversation()
    assert conversation is not None
    return conversation


def to_call(key: str, consult_id: str) -> Command:
    return commands.ResumeConversation(agent_id=AGENTS[key], conversation_id="c1", consult_id=consult_id)


def to_consult(key: str) -> Command:
    return commands.HoldConversation(agent_id=AGENTS[key], conversation_id="c1")


@pytest.mark.parametrize(
    ("others", "held"),
    [((), ConversationState.HELD), (("bo",), ConversationState.CONNECTED)],
    ids=["call", "conference"],
)
def test_who_consults_goes_back_to_the_call_and_to_the_consultation(
    others: tuple[str, ...], held: ConversationState
) -> None:
    story = Story().with_conference(*others)
    story.available("lars")
    story.consults(Destination(kind=DestinationKind.AGENT, id=AGENTS["lars"]))
    story.does(commands.AnswerPhone(number=NUMBERS["lars"]))
    consult = of(story).consult
    assert consult is not None
    for _ in range(2):
        assert (of(story).state, of(story).consult_waits) == (held, False)
        assert story.refusal(to_call("ada", "another")) is Reason.CONSULT_STATE
        assert story.refusal(to_call("lars", consult.id)) is Reason.CONSULT_STATE
        assert story.does(to_call("ada", consult.id)) == ["ConversationResumed"]
        assert (of(story).state, of(story).consult_waits) == (ConversationState.CONNECTED, True)
        assert story.refusal(to_call("ada", consult.id)) is Reason.CONSULT_STATE
        assert story.does(to_consult("ada")) == ["ConversationHeld"]


def test_a_consultation_that_is_not_answered_is_not_left_for_the_call() -> None:
    story = Story().with_consult(ConsultState.OFFERED)
    consult = of(story).consult
    assert consult is not None
    assert story.refusal(to_call("ada", consult.id)) is Reason.CONSULT_STATE
