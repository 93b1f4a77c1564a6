"""The digits that an agent dials in a call, as the events that browsers send in place of the voice (RFC 4733)."""

from __future__ import annotations

from deskproof.simulator.runtime.sound.microphone import Microphone

_DIGITS = "0123456789*#ABCD"
"""The digits by the number of their event."""
_ENDS = 0x80
_SHORTEST = 4
_NUMBERS = 1 << 16


class Keypad:
    """Reads the events of one call: the microphone has a digit from its first event to its last."""

    def __init__(self, microphone: Microphone) -> None:
        self._microphone = microphone
        self._events = 0

    def take_event(self, payload: bytes) -> None:
        """An event has come: a digit sounds on or ends. What is no digit, or too short to be an event, ends it too."""
        self._events += 1
        goes_on = len(payload) >= _SHORTEST and payload[0] < len(_DIGITS) and not payload[1] & _ENDS
        self._microphone.digit = _DIGITS[payload[0]] if goes_on else None

    def number_of_voice(self, number: int) -> int:
        """The sequence number that a packet of the voice has without the events before it, so that they leave no gap;
        a digit whose last event was lost is over.
        """
        self._microphone.digit = None
        return (number - self._events) % _NUMBERS
