"""What each listener in a call hears, as sound: the table of the core with everybody's tone or microphone.

Sound differs between equal runs, so it is not in the journal.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from deskproof.simulator.domain.conversations.sound import Source, SourceKind, who_hears_what
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.runtime.sound.microphone import Ear, Microphone
from deskproof.simulator.runtime.sound.spectrum import frequencies, loudness
from deskproof.simulator.runtime.sound.tones import (
    CUSTOMER_HERTZ,
    DIGITS,
    HOLD_MUSIC_HERTZ,
    PACKETS_A_SECOND,
    RATE,
    hertz_of_number,
    hertz_of_phone,
    mixed,
    packet_of,
)

AUDIBLE = 0.01
"""The loudness below which a stretch of sound is silence: -40 dB."""
NEAR_HERTZ = 20
"""The largest difference from a frequency that counts as that frequency."""

_WINDOW = 2_048
_SILENCE = packet_of((), 0)


@dataclass(frozen=True, kw_only=True)
class Sound:
    """A stretch of sound: signed 16-bit samples, a power of two of them, `rate` a second; `packets` came so far from
    the microphones in the call.
    """

    samples: Sequence[int]
    rate: int
    packets: int

    @property
    def is_audible(self) -> bool:
        """Whether its loudness is at least `AUDIBLE`."""
        return loudness(self.samples) >= AUDIBLE

    @property
    def frequencies(self) -> tuple[float, ...]:
        """The frequencies in it, the strongest first; none where it is silent."""
        return frequencies(self.samples, self.rate) if self.is_audible else ()

    def is_exactly(self, expected: Sequence[float]) -> bool:
        """Whether these frequencies are heard, each within `NEAR_HERTZ`, and no others."""
        heard = sorted(self.frequencies)
        pairs = zip(heard, sorted(expected), strict=False)
        return len(heard) == len(expected) and all(abs(one - other) <= NEAR_HERTZ for one, other in pairs)


class Pace:
    """Real time in packets, whatever the tenant's clock says: sound is made and heard as people do."""

    def __init__(self) -> None:
        self.count = 0
        self._began: float | None = None

    async def next(self) -> None:
        """Return when the next packet is due."""
        loop = asyncio.get_running_loop()
        self._began = loop.time() if self._began is None else self._began
        due = self._began + self.count / PACKETS_A_SECOND
        self.count += 1
        await asyncio.sleep(due - loop.time())  # noqa: TID251  sound is made in real time


class Hearing:
    """The microphones of a tenant's calls, and what is heard in them. `state` gives the tenant's present state."""

    def __init__(self, state: Callable[[], TenantState]) -> None:
        self._state = state
        self._microphones: dict[tuple[str, Source], Microphone] = {}

    def open(self, conversation_id: str, source: Source) -> Microphone:
        """The microphone with which somebody talks in a call until it is closed, in place of an earlier one."""
        key = (conversation_id, source)

        def closed(microphone: Microphone) -> None:
            if self._microphones.get(key) is microphone:
                del self._microphones[key]

        self._microphones[key] = Microphone(closed)
        return self._microphones[key]

    def close(self) -> None:
        """Hear nothing any more, because the tenant ends; of its state, only the configuration is still held."""
        nothing = TenantState(configuration=self._state().configuration)
        self._state = lambda: nothing

    def microphone(self, conversation_id: str, source: Source) -> Microphone | None:
        """The microphone with which somebody talks in a call."""
        return self._microphones.get((conversation_id, source))

    def packets(self, conversation_id: str) -> int:
        """How many packets of sound have come from the microphones in a call."""
        return sum(one.packets for (id_, _), one in self._microphones.items() if id_ == conversation_id)

    def heard_by(self, conversation_id: str, listener: Source) -> frozenset[Source]:
        """Whom a listener hears now."""
        floor = self._state().floor
        conversation = floor.conversations.get(conversation_id)
        if conversation is None:
            return frozenset()
        return who_hears_what(conversation, floor.monitorings.values()).get(listener, frozenset())

    def tone_of(self, source: Source) -> tuple[int, ...]:
        """The frequencies of who has no microphone; none of an agent whose browser is not in the call."""
        match source.kind:
            case SourceKind.CUSTOMER:
                return CUSTOMER_HERTZ
            case SourceKind.HOLD_MUSIC:
                return HOLD_MUSIC_HERTZ
            case SourceKind.NUMBER:
                return hertz_of_number(source.id)
            case SourceKind.AGENT:
                state = self._state()
                session = state.agents.sessions.get(AgentId(source.id))
                if session is None or session.station.phone is None:
                    return ()
                return hertz_of_phone(state.configuration.places[session.agent_id])

    async def sounds(self, conversation_id: str, listener: Source) -> AsyncGenerator[Sound]:
        """What a listener hears from now on, a quarter of a second at a time, without end."""
        mix, pace = Mix(self, conversation_id, listener), Pace()
        try:
            while True:
                samples = array("h")
                while len(samples) < _WINDOW:
                    await pace.next()
                    samples.frombytes(mix.next())
                packets = self.packets(conversation_id)
                yield Sound(samples=samples[:_WINDOW], rate=RATE, packets=packets)
        finally:
            mix.close()

    async def next(
        self, conversation_id: str, listener: Source, fits: Callable[[Sound], bool] = lambda sound: sound.is_audible
    ) -> Sound:
        """The next sound that fits; waits until there is one."""
        async with aclosing(self.sounds(conversation_id, listener)) as sounds:
            return await anext(sound async for sound in sounds if fits(sound))


class Mix:
    """What one listener in a call hears, packet by packet."""

    def __init__(self, hearing: Hearing, conversation_id: str, listener: Source) -> None:
        self._hearing = hearing
        self._conversation_id = conversation_id
        self._listener = listener
        self._ears: dict[Source, Ear] = {}
        self._count = 0

    def next(self) -> bytes:
        """The next packet of all who are heard now."""
        tones: set[tuple[int, ...]] = set()
        packets: list[bytes] = []
        heard = self._hearing.heard_by(self._conversation_id, self._listener)
        for source in self._ears.keys() - heard:
            self._ears.pop(source).close()
        for source in heard:
            microphone = self._hearing.microphone(self._conversation_id, source)
            if microphone is None:
                tones.add(self._hearing.tone_of(source))
            elif microphone.digit is not None:
                tones.add(DIGITS[microphone.digit])
            elif (packet := self._ear(source, microphone).next()) is not None:
                packets.append(packet)
        self._count += 1
        tones.discard(())
        return mixed([packet_of(tones, self._count), *packets]) if tones else mixed(packets or [_SILENCE])

    def close(self) -> None:
        """Listen no more."""
        for ear in self._ears.values():
            ear.close()
        self._ears.clear()

    def _ear(self, source: Source, microphone: Microphone) -> Ear:
        ear = self._ears.get(source)
        if ear is None or ear.microphone is not microphone:
            if ear is not None:
                ear.close()
            ear = self._ears[source] = microphone.listen()
        return ear
