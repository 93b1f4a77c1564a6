"""What an agent's microphone in the browser records in a call, and the digits that the agent dials in it."""

from __future__ import annotations

from collections.abc import Callable

from deskproof.simulator.runtime.sound.tones import PACKET_BYTES

_BEGINS_WITH = 3 * PACKET_BYTES
"""What waits before it is played, so that packets may come unevenly."""
_MOST_WAITING = 8 * PACKET_BYTES


class Microphone:
    """The sound that comes from one browser. `packets` counts what has come; `digit` is the one that sounds now."""

    def __init__(self, closed: Callable[[Microphone], None] = lambda microphone: None) -> None:
        self.packets = 0
        self.digit: str | None = None
        self._closed = closed
        self._ears: set[Ear] = set()

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens, so that samples are of use."""
        return bool(self._ears)

    def take(self, samples: bytes) -> None:
        """Samples have come, any number of them."""
        for ear in self._ears:
            ear.take(samples)

    def listen(self) -> Ear:
        """Hear what comes from now on, until the ear is closed."""
        ear = Ear(self)
        self._ears.add(ear)
        return ear

    def leave(self, ear: Ear) -> None:
        """This ear hears no more."""
        self._ears.discard(ear)

    def close(self) -> None:
        """Nothing comes any more."""
        self.digit = None
        self._closed(self)


class Ear:
    """A listener to a microphone, one packet at a time. After an underrun, packets are buffered again first."""

    def __init__(self, microphone: Microphone) -> None:
        self.microphone = microphone
        self._waiting = bytearray()
        self._flows = False

    def take(self, samples: bytes) -> None:
        """Samples have come; where too many wait, the oldest go."""
        self._waiting += samples
        if len(self._waiting) > _MOST_WAITING:
            del self._waiting[:-_BEGINS_WITH]

    def next(self) -> bytes | None:
        """The next packet; None where there is none yet."""
        self._flows = len(self._waiting) >= (PACKET_BYTES if self._flows else _BEGINS_WITH)
        if not self._flows:
            return None
        packet = bytes(self._waiting[:PACKET_BYTES])
        del self._waiting[:PACKET_BYTES]
        return packet

    def close(self) -> None:
        """Listen no more."""
        self.microphone.leave(self)
