"""What customers hear in their calls, for clients of the control plane.

Sound differs between equal runs, so it is not in the journal.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from deskproof.simulator.runtime.spectrum import dominant_hertz, loudness

AUDIBLE = 0.01
"""The loudness below which a stretch of sound is silence: -40 dB."""


@dataclass(frozen=True, kw_only=True)
class Sound:
    """A stretch of sound: signed 16-bit samples, a power of two of them, `rate` a second; `packets` came so far."""

    samples: Sequence[int]
    rate: int
    packets: int

    @property
    def is_audible(self) -> bool:
        """Whether its loudness is at least `AUDIBLE`."""
        return loudness(self.samples) >= AUDIBLE

    @property
    def hertz(self) -> float:
        """The strongest frequency in it."""
        return dominant_hertz(self.samples, self.rate)


class Hearing:
    """The latest sound in each conversation; readers wait for the next audible one."""

    def __init__(self) -> None:
        self._packets: dict[str, int] = {}
        self._waiting: dict[str, list[asyncio.Future[Sound]]] = {}

    def packets(self, conversation_id: str) -> int:
        """How many packets of sound came from the agent so far."""
        return self._packets.get(conversation_id, 0)

    def take(self, conversation_id: str, sound: Sound) -> None:
        """A stretch of sound arrived from the agent."""
        self._packets[conversation_id] = sound.packets
        if self._waiting.get(conversation_id) and sound.is_audible:
            for future in self._waiting.pop(conversation_id):
                if not future.done():
                    future.set_result(sound)

    async def next(self, conversation_id: str) -> Sound:
        """The next audible sound in the conversation; waits until there is one."""
        future: asyncio.Future[Sound] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(conversation_id, []).append(future)
        return await future
