"""What each listener in a call hears, measured: tones, microphones, digits, and nothing of those who are not heard."""

import asyncio
import math
from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.conversations.model import (
    Colleague,
    Consult,
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
)
from deskproof.simulator.domain.conversations.sound import CUSTOMER, Source, agent, number
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState, Station
from deskproof.simulator.domain.state import Agents, Floor, TenantState
from deskproof.simulator.domain.values import AgentId, Instant
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.sound.hearing import Hearing, Mix, Pace, Sound
from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.runtime.sound.tones import PACKET_BYTES, RATE, hertz_of_phone, packet_of

CONFIGURATION = blueprint("standard")
KEYS = ("ada", "bo")
IDS = {person.key: person.agent_id for person in CONFIGURATION.people}
ADA, BO = (IDS[key] for key in KEYS)
NOW = Instant(0)
CALL = Conversation(
    id="c-1", queue="support", customer="+46701740605", state=ConversationState.CONNECTED, created_at=NOW, since=NOW,
    agent_id=ADA,
)  # fmt: skip
HELD = replace(CALL, state=ConversationState.HELD)
CONSULT = Consult(
    id="x-1", by=ADA, destination=Destination(kind=DestinationKind.AGENT, id=BO), state=ConsultState.ACTIVE, since=NOW,
    agent_id=BO,
)  # fmt: skip
PLACES = {person.agent_id: place for place, person in enumerate(CONFIGURATION.people)}
HUM = 440


def session(agent_id: AgentId, option: StationOption) -> AgentSession:
    number = agent_id if option is StationOption.DESKTOP else "1001"
    return AgentSession(
        agent_id=agent_id, roles=(Role.AGENT,), team_id=None, station=Station(option=option, number=number),
        state=AgentState.AVAILABLE, code_id=None, signed_in_at=NOW, state_since=NOW, code_since=NOW,
    )  # fmt: skip


class Call:
    """A call whose state tests set, Ada at a Desktop station and Bo at a phone; and what is heard in it."""

    def __init__(self) -> None:
        self.conversation = CALL
        self.monitorings: dict[str, Monitoring] = {}
        options = {ADA: StationOption.DESKTOP, BO: StationOption.EXTENSION}
        self.sessions = {agent_id: session(agent_id, option) for agent_id, option in options.items()}
        self.hearing = Hearing(self._state)

    def _state(self) -> TenantState:
        floor = Floor(conversations={CALL.id: self.conversation}, monitorings=self.monitorings)
        return TenantState(configuration=CONFIGURATION, floor=floor, agents=Agents(sessions=self.sessions))

    def open(self, agent_id: str = ADA) -> Microphone:
        return self.hearing.open(CALL.id, agent(agent_id))

    def hears(self, listener: Source, recorded: Sequence[tuple[Microphone, int]] = ()) -> list[int]:
        """The frequencies that a listener hears while these microphones record tones, the lowest first."""
        mix, samples = Mix(self.hearing, CALL.id, listener), array("h")
        for count in range(20):
            mixed = mix.next()
            for microphone, hertz in recorded:
                microphone.take(packet_of({(hertz,)}, count))
            if count >= 4:
                samples.frombytes(mixed)
        mix.close()
        return sorted(round(one) for one in Sound(samples=samples[:2_048], rate=RATE, packets=0).frequencies)


@pytest.fixture
def call() -> Call:
    return Call()


def test_who_has_a_microphone_is_heard_by_it_and_hears_the_customer(call: Call) -> None:
    microphone = call.open()
    assert call.hears(CUSTOMER, [(microphone, HUM)]) == [HUM]
    assert call.hears(agent(ADA), [(microphone, HUM)]) == [1_000]
    microphone.close()
    assert call.hears(CUSTOMER) == []


def test_who_is_at_a_phone_has_a_tone_and_who_is_away_none(call: Call) -> None:
    call.conversation = replace(CALL, agent_id=BO)
    assert call.hears(CUSTOMER) == list(hertz_of_phone(PLACES[BO]))
    call.sessions = {}
    assert call.hears(CUSTOMER) == []


def test_a_consultation_is_heard_by_two_and_the_customer_hears_music(call: Call) -> None:
    microphone = call.open()
    call.conversation = replace(HELD, consult=CONSULT)
    assert call.hears(CUSTOMER, [(microphone, HUM)]) == [300, 550]
    assert call.hears(agent(ADA), [(microphone, HUM)]) == list(hertz_of_phone(PLACES[BO]))
    assert call.hears(agent(BO), [(microphone, HUM)]) == [HUM]


def test_in_a_conference_everybody_hears_all_others(call: Call) -> None:
    ada, bo = call.open(ADA), call.open(BO)
    recorded = [(ada, HUM), (bo, 620)]
    phone = Colleague(joined_at=NOW, number="+46801")
    call.conversation = replace(CALL, colleagues=(Colleague(joined_at=NOW, agent_id=BO), phone))
    assert call.hears(CUSTOMER, recorded) == [HUM, 620, 3_000]
    assert call.hears(agent(ADA), recorded) == [620, 1_000, 3_000]
    assert call.hears(agent(BO), recorded) == [HUM, 1_000, 3_000]
    assert call.hears(number("+46801"), recorded) == [HUM, 620, 1_000]


def test_a_supervisor_who_whispers_is_heard_by_the_agent_alone(call: Call) -> None:
    microphone = call.open()
    task = Monitoring(
        id="m-1", supervisor_id=BO, conversation_id=CALL.id, state=MonitoringState.WHISPERING, since=NOW
    )  # fmt: skip
    call.monitorings = {task.id: task}
    assert call.hears(agent(ADA), [(microphone, HUM)]) == [1_000, *hertz_of_phone(PLACES[BO])]
    assert call.hears(CUSTOMER, [(microphone, HUM)]) == [HUM]
    assert call.hears(agent(BO), [(microphone, HUM)]) == [HUM, 1_000]


def test_a_digit_sounds_in_place_of_the_voice(call: Call) -> None:
    microphone = call.open()
    microphone.digit = "5"
    assert call.hears(CUSTOMER, [(microphone, HUM)]) == [770, 1_336]
    assert call.hears(agent(ADA)) == [1_000]
    microphone.digit = None
    assert call.hears(CUSTOMER, [(microphone, HUM)]) == [HUM]


def test_what_was_recorded_while_nobody_heard_it_is_never_played(call: Call) -> None:
    microphone, mix = call.open(), Mix(call.hearing, CALL.id, CUSTOMER)
    loud = bytes([64]) * PACKET_BYTES

    def played() -> bytes:
        microphone.take(loud)
        return mix.next()

    assert {played() for _ in range(5)} == {bytes(PACKET_BYTES), loud}
    call.conversation = HELD
    assert loud not in {played() for _ in range(5)}
    assert not microphone.is_heard
    call.conversation = CALL
    assert [played() == loud for _ in range(5)] == [False, False, False, True, True]
    mix.close()
    assert not microphone.is_heard


def test_a_new_microphone_takes_the_place_of_an_earlier_one(call: Call) -> None:
    earlier, mix = call.open(), Mix(call.hearing, CALL.id, CUSTOMER)
    mix.next()
    later = call.open()
    mix.next()
    assert (earlier.is_heard, later.is_heard) == (False, True)
    earlier.close()
    assert call.hearing.microphone(CALL.id, agent(ADA)) is later
    mix.close()


def test_packets_of_all_microphones_in_a_call_are_counted(call: Call) -> None:
    assert call.hearing.packets(CALL.id) == 0
    call.open(ADA).packets, call.open(BO).packets = 3, 4
    call.hearing.open("c-2", agent(ADA)).packets = 9
    assert call.hearing.packets(CALL.id) == 7


async def test_a_call_that_is_over_is_silent(call: Call) -> None:
    waiting = asyncio.ensure_future(call.hearing.next("c-9", CUSTOMER, lambda sound: not sound.is_audible))
    assert (await waiting).frequencies == ()


async def test_the_next_sound_that_fits_is_waited_for(call: Call) -> None:
    waiting = asyncio.ensure_future(
        call.hearing.next(CALL.id, CUSTOMER, lambda sound: sound.is_exactly([550, 300]))
    )  # fmt: skip
    pace = Pace()
    for _ in range(20):
        await pace.next()
    assert not waiting.done()
    call.conversation = HELD
    assert sorted((await waiting).frequencies) == pytest.approx([300, 550], abs=1)
    audible = await call.hearing.next(CALL.id, CUSTOMER)
    assert audible.is_audible


def test_exactly_these_frequencies_in_any_order_each_within_twenty_hertz() -> None:
    samples = [
        round(9_000 * (math.sin(math.tau * 440 * n / RATE) + math.sin(math.tau * 1_000 * n / RATE)))
        for n in range(2_048)
    ]
    sound = Sound(samples=samples, rate=RATE, packets=1)
    assert sound.is_exactly([1_000, 440])
    assert sound.is_exactly([421, 1_019])
    for other in ([440], [440, 1_000, 1_500], [440, 1_021], [], [1_000, 1_000]):
        assert not sound.is_exactly(other)
    assert Sound(samples=[3] * 2_048, rate=RATE, packets=1).is_exactly([])
