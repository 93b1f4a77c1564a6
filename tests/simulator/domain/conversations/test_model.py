"""The table of conversations, each cell tried on a tenant, the refused ones too."""

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.conversations.model import (
    CONSULT,
    CONVERSATION,
    RECORDING,
    Act,
    ConsultAct,
    ConsultState,
    ConversationState,
    DestinationKind,
    Recording,
    RecordingAct,
)
from deskproof.simulator.domain.rejection import Reason
from tests.simulator.domain.story import AGENTS, CODES, DESTINATIONS, EXPERT, NUMBERS, Story
from tests.simulator.domain.tables import rows, written

CONVERSATION_ROWS = """
    queued, offer: offered
    queued, hang up: ended
    offered, answer: connected
    offered, leave unanswered: queued
    offered, decline: queued
    offered, hang up: ended
    connected, hold: held
    connected, consult: held
    connected, transfer: offered
    connected, transfer to a queue: queued
    connected, hand over: connected
    connected, end: wrap-up
    connected, hang up: wrap-up
    held, resume: connected
    held, consult: held
    held, transfer: offered
    held, transfer to a queue: queued
    held, hand over: connected
    held, end: wrap-up
    held, hang up: wrap-up
    wrap-up, wrap up: ended
"""

CONSULT_ROWS = """
    queued, offer: offered
    queued, end: ended
    offered, answer: active
    offered, decline: ended
    offered, leave unanswered: ended
    offered, hang up: unreached
    offered, end: ended
    unreached, end: ended
    active, hang up: ended
    active, end: ended
    active, transfer: ended
    active, conference: ended
"""

RECORDING_ROWS = """
    on, pause: paused
    paused, resume: on
"""


@pytest.mark.parametrize(
    ("table", "text"), [(CONVERSATION, CONVERSATION_ROWS), (CONSULT, CONSULT_ROWS), (RECORDING, RECORDING_ROWS)]
)
def test_the_rows_of_each_table(table: Mapping[Any, str], text: str) -> None:
    assert rows(table) == written(text)


ADA, BO = AGENTS["ada"], AGENTS["bo"]

COMMANDS: dict[Act, Command] = {
    Act.ANSWER: commands.AnswerPhone(number=NUMBERS["ada"]),
    Act.DECLINE: commands.DeclinePhone(number=NUMBERS["ada"]),
    Act.HOLD: commands.HoldConversation(agent_id=ADA, conversation_id="c1"),
    Act.RESUME: commands.ResumeConversation(agent_id=ADA, conversation_id="c1"),
    Act.CONSULT: commands.StartConsult(
        consult_id="x1", agent_id=ADA, conversation_id="c1", to=DESTINATIONS[DestinationKind.DIAL_NUMBER]
    ),
    Act.TRANSFER: commands.TransferConversation(
        agent_id=ADA, conversation_id="c1", to=DESTINATIONS[DestinationKind.AGENT]
    ),
    Act.TRANSFER_TO_QUEUE: commands.TransferConversation(
        agent_id=ADA, conversation_id="c1", to=DESTINATIONS[DestinationKind.QUEUE]
    ),
    Act.END: commands.EndConversation(agent_id=ADA, conversation_id="c1"),
    Act.HANG_UP: commands.CustomerHangsUp(conversation_id="c1"),
    Act.WRAP_UP: commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
}

UNOWNED = {act for act in COMMANDS if act not in (Act.ANSWER, Act.DECLINE, Act.HANG_UP)}
"""Acts of an agent. A queued conversation has no agent; in other states the state forbids the act."""

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
    if act is Act.TRANSFER:
        story.available("bo")
    if becomes is not None:
        story.does(COMMANDS[act])
        assert now_is(story) is becomes
        return
    reason = story.refusal(COMMANDS[act])
    if act in (Act.ANSWER, Act.DECLINE):
        assert reason is Reason.NOTHING_RINGS
    elif state is ConversationState.ENDED or (state is ConversationState.QUEUED and act in UNOWNED):
        assert reason is Reason.UNKNOWN_CONVERSATION
    else:
        assert reason is Reason.CONVERSATION_STATE


@pytest.mark.parametrize(("state", "act"), list(product(ConversationState, BY_TIME)))
def test_acts_of_routing_and_time_happen_in_their_states_only(state: ConversationState, act: Act) -> None:
    story = Story().with_conversation(state)
    BY_TIME[act](story)
    assert now_is(story) is CONVERSATION.get((state, act), state)


@pytest.mark.parametrize("state", [ConversationState.CONNECTED, ConversationState.HELD])
def test_an_agent_who_was_consulted_takes_the_call_over(state: ConversationState) -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    if state is ConversationState.CONNECTED:
        story.does(COMMANDS[Act.RESUME])
    assert now_is(story) is state
    story.does(commands.TransferConsulted(agent_id=ADA, conversation_id="c1"))
    assert now_is(story) is CONVERSATION[state, Act.HAND_OVER]


def test_every_act_is_tried() -> None:
    assert {*COMMANDS, *BY_TIME, Act.HAND_OVER} == set(Act)
    assert {state for state, act in CONVERSATION if act is Act.HAND_OVER} == {
        ConversationState.CONNECTED,
        ConversationState.HELD,
    }


@pytest.mark.parametrize("state", ConversationState)
def test_all_but_queued_and_ended_occupy_the_agent(state: ConversationState) -> None:
    story = Story().with_conversation(state)
    assert story.state.floor.is_engaged(ADA) is (state not in (ConversationState.QUEUED, ConversationState.ENDED))


CONSULT_COMMANDS: dict[ConsultAct, Command] = {
    ConsultAct.END: commands.EndConsult(agent_id=ADA, conversation_id="c1"),
    ConsultAct.TRANSFER: commands.TransferConsulted(agent_id=ADA, conversation_id="c1"),
    ConsultAct.CONFERENCE: commands.StartConference(agent_id=ADA, conversation_id="c1"),
}

OF_BO: dict[ConsultAct, Callable[[Story], object]] = {
    ConsultAct.OFFER: lambda story: story.available("bo"),
    ConsultAct.ANSWER: lambda story: story.does(commands.AnswerPhone(number=NUMBERS["bo"])),
    ConsultAct.DECLINE: lambda story: story.does(commands.DeclinePhone(number=NUMBERS["bo"])),
    ConsultAct.LEAVE_UNANSWERED: lambda story: story.passes(20),
}
"""What happens to a consultation of Bo without Ada, in the state in which it can."""

LIVING = [state for state in ConsultState if state is not ConsultState.ENDED]


def consulting(state: ConsultState) -> Story:
    unreached = state is ConsultState.UNREACHED
    return Story().with_consult(state, DestinationKind.DIAL_NUMBER if unreached else DestinationKind.AGENT)


def consult_is(story: Story) -> ConsultState:
    conversation = story.conversation()
    consult = None if conversation is None else conversation.consult
    return ConsultState.ENDED if consult is None else consult.state


@pytest.mark.parametrize(("state", "act"), list(product(LIVING, CONSULT_COMMANDS)))
def test_each_act_of_the_one_who_asks(state: ConsultState, act: ConsultAct) -> None:
    story = consulting(state)
    assert consult_is(story) is state
    becomes = CONSULT.get((state, act))
    if becomes is None:
        assert story.refusal(CONSULT_COMMANDS[act]) is Reason.CONSULT_STATE
    else:
        story.does(CONSULT_COMMANDS[act])
        assert consult_is(story) is becomes


@pytest.mark.parametrize("act", OF_BO)
def test_each_act_of_the_one_who_is_asked(act: ConsultAct) -> None:
    ((state, becomes),) = ((before, after) for (before, of), after in CONSULT.items() if of is act)
    story = consulting(state)
    OF_BO[act](story)
    assert consult_is(story) is becomes


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (ConsultState.OFFERED, commands.DeclinePhone(number=EXPERT)),
        (ConsultState.ACTIVE, commands.HangUpPhone(number=EXPERT)),
    ],
)
def test_a_number_that_is_asked_hangs_up(state: ConsultState, command: Command) -> None:
    story = Story().with_consult(state, DestinationKind.DIAL_NUMBER)
    story.does(command)
    assert consult_is(story) is CONSULT[state, ConsultAct.HANG_UP]


def test_every_act_of_a_consultation_is_tried() -> None:
    assert {*CONSULT_COMMANDS, *OF_BO, ConsultAct.HANG_UP} == set(ConsultAct)


RECORDING_COMMANDS: dict[RecordingAct, Command] = {
    RecordingAct.PAUSE: commands.PauseRecording(agent_id=ADA, conversation_id="c1"),
    RecordingAct.RESUME: commands.ResumeRecording(agent_id=ADA, conversation_id="c1"),
}


@pytest.mark.parametrize(("recording", "act"), list(product([Recording.ON, Recording.PAUSED], RecordingAct)))
def test_each_act_on_a_recording(recording: Recording, act: RecordingAct) -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    if recording is Recording.PAUSED:
        story.does(RECORDING_COMMANDS[RecordingAct.PAUSE])
    becomes = RECORDING.get((recording, act))
    if becomes is None:
        assert story.refusal(RECORDING_COMMANDS[act]) is Reason.NOT_RECORDED
    else:
        story.does(RECORDING_COMMANDS[act])
        conversation = story.conversation()
        assert conversation is not None
        assert conversation.recording is becomes
