"""More than one agent in a call: who may consult, transfer and confer, and who is left with what."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import (
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
    Onward,
)
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import AgentState
from tests.simulator.domain.story import (
    AGENTS,
    CODES,
    CONFIGURATION,
    CUSTOMER,
    DESTINATIONS,
    EXPERT,
    KEYS,
    NUMBERS,
    Story,
)

ADA, BO, LARS = AGENTS["ada"], AGENTS["bo"], AGENTS["lars"]
CONSULT_BO = commands.StartConsult(
    consult_id="x2", agent_id=ADA, conversation_id="c1", to=DESTINATIONS[DestinationKind.AGENT]
)
END = commands.EndConsult(agent_id=ADA, conversation_id="c1")
HANG_UP = commands.CustomerHangsUp(conversation_id="c1")


def wraps_up(key: str) -> Command:
    return commands.WrapUpConversation(agent_id=AGENTS[key], conversation_id="c1", code_id=CODES["solved"])


def call(story: Story) -> Conversation:
    conversation = story.conversation()
    assert conversation is not None
    return conversation


def occupied(story: Story) -> set[str]:
    return {key for key, agent_id in AGENTS.items() if story.state.floor.is_engaged(agent_id)}


def transfer(kind: DestinationKind) -> Command:
    return commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=DESTINATIONS[kind])


def leaves(key: str, *, hand_over: bool = False) -> Command:
    return commands.LeaveConference(agent_id=AGENTS[key], conversation_id="c1", hand_over=hand_over)


@pytest.mark.parametrize("kind", DESTINATIONS)
def test_a_consultation_puts_the_customer_on_hold_and_rings_where_it_goes(kind: DestinationKind) -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.available("bo")
    rings = "ConsultNumberCalled" if kind is DestinationKind.DIAL_NUMBER else "ConsultOffered"
    assert story.consults(DESTINATIONS[kind]) == ["ConsultStarted", rings]
    assert call(story).state is ConversationState.HELD
    asked = EXPERT if kind is DestinationKind.DIAL_NUMBER else NUMBERS["bo"]
    assert story.does(commands.AnswerPhone(number=asked)) == ["ConsultAnswered"]
    assert occupied(story) == ({"ada"} if kind is DestinationKind.DIAL_NUMBER else {"ada", "bo"})
    assert story.does(END) == ["ConsultEnded"]
    assert (call(story).state, occupied(story)) == (ConversationState.HELD, {"ada"})


def test_a_consultation_waits_in_a_queue_until_an_agent_of_it_is_there() -> None:
    story = Story().with_consult(ConsultState.QUEUED)
    story.available("lars")
    assert occupied(story) == {"ada"}
    story.available("bo")
    assert occupied(story) == {"ada", "bo"}


def test_who_consults_a_queue_is_not_asked_by_it() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    assert story.consults(DESTINATIONS[DestinationKind.QUEUE]) == ["ConsultStarted"]


@pytest.mark.parametrize(
    ("command", "events", "state", "reason"),
    [
        (
            commands.DeclinePhone(number=NUMBERS["bo"]),
            ["ConsultDeclined", "AgentStateChanged", "ConsultEnded"],
            AgentState.IDLE,
            "declined",
        ),
        (
            commands.EndConsult(agent_id=BO, conversation_id="c1"),
            ["ConsultDeclined", "AgentStateChanged", "ConsultEnded"],
            AgentState.IDLE,
            "declined",
        ),
        (None, ["ConsultUnanswered", "AgentStateChanged", "ConsultEnded"], AgentState.RONA, "unanswered"),
    ],
)
def test_a_consulted_agent_who_does_not_take_it_is_set_aside(
    command: Command | None, events: list[str], state: AgentState, reason: str
) -> None:
    story = Story().with_consult(ConsultState.OFFERED)
    assert (story.passes(20) if command is None else story.does(command)) == events
    assert (story.session("bo").state, story.session("bo").state_reason) == (state, reason)
    assert (call(story).state, occupied(story)) == (ConversationState.HELD, {"ada"})


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        (DESTINATIONS[DestinationKind.AGENT], Reason.AGENT_NOT_AVAILABLE),
        (Destination(kind=DestinationKind.AGENT, id="nobody"), Reason.UNKNOWN_DESTINATION),
        (Destination(kind=DestinationKind.AGENT, id=ADA), Reason.UNKNOWN_DESTINATION),
        (Destination(kind=DestinationKind.QUEUE, id="nowhere"), Reason.UNKNOWN_DESTINATION),
        (Destination(kind=DestinationKind.QUEUE, id=CONFIGURATION.queues[-1].id), Reason.UNKNOWN_DESTINATION),
        (Destination(kind=DestinationKind.ENTRY_POINT, id="nowhere"), Reason.UNKNOWN_ENTRY_POINT),
        (
            Destination(kind=DestinationKind.ENTRY_POINT, id=CONFIGURATION.entry_points[1].id),
            Reason.UNKNOWN_DESTINATION,
        ),
        (Destination(kind=DestinationKind.DIAL_NUMBER, id="a friend"), Reason.UNKNOWN_DESTINATION),
    ],
)
def test_what_cannot_be_asked_cannot_be_given_the_call_either(to: Destination, reason: Reason) -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.signs_in("bo")
    consult = commands.StartConsult(consult_id="x1", agent_id=ADA, conversation_id="c1", to=to)
    assert story.refusal(consult) is reason
    assert story.refusal(commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=to)) is reason


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (CONSULT_BO, Reason.CONSULT_STATE),
        (transfer(DestinationKind.AGENT), Reason.CONVERSATION_STATE),
        (commands.EndConsult(agent_id=LARS, conversation_id="c1"), Reason.CONSULT_STATE),
        (commands.StartConference(agent_id=BO, conversation_id="c1"), Reason.CONSULT_STATE),
        (commands.TransferConsulted(agent_id=BO, conversation_id="c1"), Reason.CONSULT_STATE),
        (commands.AnswerConsult(agent_id=LARS, conversation_id="c1"), Reason.CONSULT_STATE),
        (commands.AnswerConsult(agent_id=BO, conversation_id="c1"), Reason.CONSULT_STATE),
        (commands.HoldConversation(agent_id=BO, conversation_id="c1"), Reason.UNKNOWN_CONVERSATION),
    ],
)
def test_while_one_consultation_goes_on(command: Command, reason: Reason) -> None:
    assert Story().with_consult(ConsultState.ACTIVE).refusal(command) is reason


@pytest.mark.parametrize("command", [END, commands.AnswerConsult(agent_id=BO, conversation_id="c1")])
def test_without_a_consultation_there_is_none_to_end_or_answer(command: Command) -> None:
    assert Story().with_conversation(ConversationState.CONNECTED).refusal(command) is Reason.CONSULT_STATE


def test_the_customer_who_hangs_up_ends_the_consultation_too() -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    assert story.does(HANG_UP) == ["ConsultEnded", "ConversationEnded"]
    assert occupied(story) == {"ada"}


@pytest.mark.parametrize(
    ("kind", "offered", "left_with"),
    [
        (DestinationKind.AGENT, ["ConversationTransferred", "ConversationOffered"], ConversationState.OFFERED),
        (DestinationKind.QUEUE, ["ConversationTransferred", "ConversationOffered"], ConversationState.OFFERED),
        (DestinationKind.ENTRY_POINT, ["ConversationTransferred", "ConversationOffered"], ConversationState.OFFERED),
        (DestinationKind.DIAL_NUMBER, ["ConversationTransferred"], ConversationState.WRAP_UP),
    ],
)
def test_who_gives_a_call_away_wraps_up(
    kind: DestinationKind, offered: list[str], left_with: ConversationState
) -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.available("bo")
    assert story.does(transfer(kind)) == offered
    assert call(story).state is left_with
    assert call(story).state_for(ADA) is ConversationState.WRAP_UP
    assert story.does(wraps_up("ada")) == ["ConversationWrappedUp"]
    assert "ada" not in occupied(story)
    if left_with is ConversationState.OFFERED:
        assert story.answers("bo") == ["ConversationConnected"]
        assert story.offered_to() == "bo"


def test_a_call_that_was_given_away_and_not_taken_is_queued_again() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.available("bo")
    story.does(transfer(DestinationKind.AGENT))
    assert story.passes(20)[:2] == ["OfferUnanswered", "AgentStateChanged"]
    assert (call(story).state, occupied(story)) == (ConversationState.QUEUED, {"ada"})
    assert story.does(HANG_UP) == ["OfferWithdrawn"]
    assert story.does(wraps_up("ada")) == ["ConversationWrappedUp"]
    assert story.state.floor.conversations == {}


def test_a_call_goes_over_to_the_agent_who_was_consulted() -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    transferred = story.does(commands.TransferConsulted(agent_id=ADA, conversation_id="c1"))
    assert transferred == ["ConversationTransferred", "ConversationHandedOver"]
    assert (story.offered_to(), call(story).state, call(story).consult) == ("bo", ConversationState.CONNECTED, None)
    assert occupied(story) == {"ada", "bo"}
    assert story.does(commands.EndConversation(agent_id=BO, conversation_id="c1")) == ["ConversationEnded"]
    story.does(wraps_up("bo"))
    assert occupied(story) == {"ada"}
    story.does(wraps_up("ada"))
    assert story.state.floor.conversations == {}


def test_a_call_that_goes_over_to_a_number_has_left_the_contact_centre() -> None:
    story = Story().with_consult(ConsultState.ACTIVE, DestinationKind.DIAL_NUMBER)
    assert story.does(commands.TransferConsulted(agent_id=ADA, conversation_id="c1")) == ["ConversationTransferred"]
    assert (call(story).state, call(story).ended_by) == (ConversationState.WRAP_UP, "agent")
    assert (call(story).onward, call(story).consult) == (Onward(number=EXPERT, answered=True), None)


def handed_out() -> Story:
    """A call that Ada gave away to a number, whose phone rings."""
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.does(transfer(DestinationKind.DIAL_NUMBER))
    assert call(story).onward == Onward(number=EXPERT, answered=False)
    return story


def test_a_queue_can_lead_to_a_number() -> None:
    queues = tuple(replace(one, leads_to=EXPERT) if one.key == "sales" else one for one in CONFIGURATION.queues)
    sales = Destination(kind=DestinationKind.QUEUE, id=queues[1].id)

    def in_a_call() -> Story:
        return Story(replace(CONFIGURATION, queues=queues)).with_conversation(ConversationState.CONNECTED)

    story = in_a_call()
    give = commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=sales)
    assert story.does(give) == ["ConversationTransferred"]
    assert call(story).onward == Onward(number=EXPERT, answered=False)

    story = in_a_call()
    assert story.consults(sales) == ["ConsultStarted", "ConsultNumberCalled"]
    story.does(commands.AnswerPhone(number=EXPERT))
    story.does(commands.TransferConsulted(agent_id=ADA, conversation_id="c1"))
    assert call(story).onward == Onward(number=EXPERT, answered=True)


def test_a_number_answers_a_call_that_was_given_away_to_it() -> None:
    story = handed_out()
    assert story.refusal(commands.HangUpPhone(number=EXPERT)) is Reason.NOTHING_RINGS
    assert story.does(commands.AnswerPhone(number=EXPERT)) == ["TransferAnswered"]
    assert story.refusal(commands.AnswerPhone(number=EXPERT)) is Reason.NOTHING_RINGS
    assert story.refusal(commands.DeclinePhone(number=EXPERT)) is Reason.NOTHING_RINGS
    assert (call(story).state, call(story).state_for(ADA)) == (ConversationState.WRAP_UP, ConversationState.WRAP_UP)
    story.does(wraps_up("ada"))
    assert (call(story).state, occupied(story)) == (ConversationState.ENDED, set())
    assert story.does(commands.HangUpPhone(number=EXPERT)) == ["TransferredCallEnded"]
    assert story.state.floor.conversations == {}


@pytest.mark.parametrize("ends", [commands.DeclinePhone(number=EXPERT), HANG_UP])
@pytest.mark.parametrize("wrapped_up", [True, False])
def test_a_call_that_was_given_away_ends_outside(ends: Command, wrapped_up: bool) -> None:
    story = handed_out()
    if wrapped_up:
        story.does(wraps_up("ada"))
    assert story.does(ends) == ["TransferredCallEnded"]
    if not wrapped_up:
        assert call(story).onward is None
        story.does(wraps_up("ada"))
    assert story.state.floor.conversations == {}


@pytest.mark.parametrize("number", [NUMBERS["ada"], "+12015550999"])
def test_only_the_number_that_has_the_call_answers_it(number: str) -> None:
    story = handed_out()
    assert story.refusal(commands.AnswerPhone(number=number)) is Reason.NOTHING_RINGS
    assert story.refusal(commands.DeclinePhone(number=number)) is Reason.NOTHING_RINGS


def test_a_conference_takes_the_customer_from_hold() -> None:
    story = Story().with_conference("bo")
    assert (call(story).state, [KEYS[agent] for agent in call(story).agents]) == (
        ConversationState.CONNECTED,
        ["ada", "bo"],
    )


def test_the_conference_goes_on_while_its_owner_consults() -> None:
    story = Story().with_conference("bo")
    story.available("lars")
    story.consults(Destination(kind=DestinationKind.AGENT, id=LARS))
    assert call(story).state is ConversationState.CONNECTED
    assert story.refusal(leaves("ada")) is Reason.CONSULT_STATE


def test_an_agent_in_a_conference_is_left_with_wrap_up_and_the_others_go_on() -> None:
    story = Story().with_conference("bo", "lars")
    assert story.does(leaves("bo")) == ["ConferenceLeft"]
    assert [KEYS[agent] for agent in call(story).agents] == ["ada", "lars"]
    assert call(story).state_for(BO) is ConversationState.WRAP_UP


def test_who_ends_a_call_that_another_agent_owns_leaves_it() -> None:
    story = Story().with_conference("bo")
    assert story.does(commands.EndConversation(agent_id=BO, conversation_id="c1")) == ["ConferenceLeft"]
    assert (story.offered_to(), call(story).state_for(BO)) == ("ada", ConversationState.WRAP_UP)


@pytest.mark.parametrize("hand_over", [False, True])
def test_the_owner_who_leaves_is_followed_by_the_agent_who_has_been_there_longest(*, hand_over: bool) -> None:
    story = Story().with_conference("bo", "lars")
    assert story.does(leaves("ada", hand_over=hand_over)) == ["ConferenceLeft"]
    assert (story.offered_to(), [KEYS[agent] for agent in call(story).agents]) == ("bo", ["bo", "lars"])


@pytest.mark.parametrize(
    ("others", "command", "reason"),
    [
        (("bo",), leaves("bo", hand_over=True), Reason.NOT_OWNER),
        (("bo",), leaves("lars"), Reason.UNKNOWN_CONVERSATION),
        (("bo",), commands.HoldConversation(agent_id=BO, conversation_id="c1"), Reason.NOT_OWNER),
        (("bo",), transfer(DestinationKind.QUEUE), Reason.CONVERSATION_STATE),
        ((), leaves("ada"), Reason.NO_CONFERENCE),
        ((EXPERT,), leaves("ada"), Reason.NO_CONFERENCE),
        (
            ("bo",),
            commands.DropFromConference(agent_id=ADA, conversation_id="c1", participant="nobody"),
            Reason.UNKNOWN_PARTICIPANT,
        ),
        (
            ("bo",),
            commands.DropFromConference(agent_id=BO, conversation_id="c1", participant=ADA),
            Reason.NOT_OWNER,
        ),
    ],
)
def test_what_a_conference_does_not_allow(others: tuple[str, ...], command: Command, reason: Reason) -> None:
    assert Story().with_conference(*others).refusal(command) is reason


@pytest.mark.parametrize(("other", "left"), [("bo", {"ada", "bo"}), (EXPERT, {"ada"})])
def test_the_owner_removes_somebody_from_the_conference(other: str, left: set[str]) -> None:
    story = Story().with_conference(other)
    drop = commands.DropFromConference(agent_id=ADA, conversation_id="c1", participant=AGENTS.get(other, other))
    assert story.does(drop) == ["ConferenceLeft"]
    assert (call(story).colleagues, occupied(story)) == ((), left)


@pytest.mark.parametrize(
    "gone",
    [
        commands.EndConversation(agent_id=BO, conversation_id="c1"),
        commands.HangUpPhone(number=NUMBERS["bo"]),
        commands.DropFromConference(agent_id=ADA, conversation_id="c1", participant=BO),
    ],
)
def test_a_consultation_ends_with_the_part_of_the_agent_who_began_it(gone: Command) -> None:
    story = Story().with_conference("bo")
    story.available("lars")
    story.consults(Destination(kind=DestinationKind.AGENT, id=LARS), by="bo")
    story.answers("lars")
    assert story.does(gone) == ["ConsultEnded", "ConferenceLeft"]
    assert (call(story).consult, occupied(story)) == (None, {"ada", "bo"})


def test_a_call_that_ends_leaves_everybody_in_it_with_wrap_up() -> None:
    story = Story().with_conference("bo", EXPERT)
    assert story.does(HANG_UP) == ["ConversationEnded"]
    for key in ("bo", "ada"):
        assert call(story).state_for(AGENTS[key]) is ConversationState.WRAP_UP
        story.does(wraps_up(key))
    assert story.state.floor.conversations == {}


def test_a_conference_is_given_to_the_one_who_was_consulted() -> None:
    story = Story().with_conference("bo")
    story.available("lars")
    story.consults(Destination(kind=DestinationKind.AGENT, id=LARS))
    story.answers("lars")
    story.does(commands.TransferConsulted(agent_id=ADA, conversation_id="c1"))
    assert (story.offered_to(), [KEYS[agent] for agent in call(story).agents]) == ("lars", ["lars", "bo"])


def test_sign_out_waits_for_every_part_in_a_call() -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    out = commands.SignOutStation(agent_id=BO, reason="over")
    assert story.refusal(out) is Reason.CONVERSATION_ACTIVE
    story.does(commands.StartConference(agent_id=ADA, conversation_id="c1"))
    assert story.refusal(out) is Reason.CONVERSATION_ACTIVE
    story.does(leaves("bo"))
    assert story.refusal(out) is Reason.CONVERSATION_ACTIVE
    story.does(wraps_up("bo"))
    assert story.does(out) == ["AgentSignedOut"]


TAKE_OVER = commands.TakeOverConversation(agent_id=AGENTS["signe"], conversation_id="c1")


@pytest.mark.parametrize("state", [MonitoringState.ACTIVE, MonitoringState.WHISPERING, MonitoringState.BARGED_IN])
def test_a_supervisor_takes_a_call_over_and_its_owner_wraps_up(state: MonitoringState) -> None:
    story = Story().with_monitoring(state)
    story.does(commands.HoldConversation(agent_id=ADA, conversation_id="c1"))
    assert story.does(TAKE_OVER) == ["MonitoringEnded", "ConversationTransferred", "ConversationTakenOver"]
    assert (story.offered_to(), call(story).state) == ("signe", ConversationState.CONNECTED)
    assert call(story).state_for(ADA) is ConversationState.WRAP_UP
    assert (occupied(story), story.state.floor.monitorings) == ({"ada", "signe"}, {})
    story.does(wraps_up("ada"))
    assert occupied(story) == {"signe"}


def test_the_others_of_a_conference_stay_when_it_is_taken_over() -> None:
    story = Story().with_conference("bo", EXPERT)
    story.signs_in("signe")
    story.does(commands.StartMonitoring(monitoring_id="m1", agent_id=AGENTS["signe"], conversation_id="c1"))
    story.answers("signe")
    story.does(TAKE_OVER)
    assert [colleague.agent_id or colleague.number for colleague in call(story).colleagues] == [BO, EXPERT]
    assert call(story).agents == (AGENTS["signe"], BO)


def test_a_call_is_not_taken_over_during_a_consultation_or_when_nobody_talks() -> None:
    story = Story().with_monitoring(MonitoringState.ACTIVE)
    story.available("bo")
    story.does(CONSULT_BO)
    assert story.refusal(TAKE_OVER) is Reason.CONSULT_STATE
    story.does(END)
    story.does(transfer(DestinationKind.AGENT))
    assert story.refusal(TAKE_OVER) is Reason.CONVERSATION_STATE
    assert story.refusal(commands.TakeOverConversation(agent_id=LARS, conversation_id="c1")) is (
        Reason.UNKNOWN_MONITORING
    )


def test_with_the_customer_the_owner_ends_the_conference() -> None:
    drop = commands.DropFromConference(agent_id=ADA, conversation_id="c1", participant=CUSTOMER)
    assert Story().with_conversation(ConversationState.CONNECTED).refusal(drop) is Reason.NO_CONFERENCE
    story = Story().with_conference("bo")
    assert story.does(drop) == ["ConversationEnded"]
    assert (call(story).state, call(story).ended_by) == (ConversationState.WRAP_UP, "agent")
    assert occupied(story) == {"ada", "bo"}


def test_an_owner_who_hands_over_takes_the_consulted_agent_into_the_conference() -> None:
    story = Story().with_conference("bo")
    story.available("lars")
    story.consults(Destination(kind=DestinationKind.AGENT, id=LARS))
    assert story.refusal(leaves("ada", hand_over=True)) is Reason.CONSULT_STATE
    story.does(commands.AnswerPhone(number=NUMBERS["lars"]))
    assert story.does(leaves("ada", hand_over=True)) == ["ConferenceJoined", "ConferenceLeft"]
    assert (call(story).agents, call(story).consult) == ((BO, LARS), None)
    assert occupied(story) == {"ada", "bo", "lars"}
