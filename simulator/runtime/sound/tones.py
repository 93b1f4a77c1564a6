"""The tones of those who have no microphone, of hold music and of dialled digits, and how sounds are added up.

A packet of sound is 20 milliseconds of signed 16-bit samples, one channel, 8000 a second, as telephones have it.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

RATE = 8_000
PACKETS_A_SECOND = 50
PACKET_BYTES = 2 * RATE // PACKETS_A_SECOND

CUSTOMER_HERTZ = (1_000,)
HOLD_MUSIC_HERTZ = (300, 550)

_AGENTS_FROM, _AGENTS = 1_700, 12
_NUMBERS_FROM, _NUMBERS = 2_900, 9
_APART = 100

_LOW, _HIGH = (697, 770, 852, 941), (1_209, 1_336, 1_477, 1_633)
DIGITS: Mapping[str, tuple[int, int]] = {
    digit: (low, high)
    for low, row in zip(_LOW, ("123A", "456B", "789C", "*0#D"), strict=True)
    for high, digit in zip(_HIGH, row, strict=True)
}
"""The two frequencies of each digit (ITU-T Q.23)."""

_LOUDNESS = 0.3
"""The height of a tone, or of both tones of two together, as a part of the loudest there is."""
_LOUDEST = 32_767


def hertz_of_phone(place: int) -> tuple[int, ...]:
    """The tone of an agent at a phone, by the agent's place among the tenant's people; twelve differ."""
    return (_AGENTS_FROM + _APART * (place % _AGENTS),)


def hertz_of_number(number: str) -> tuple[int, ...]:
    """The tone of a person at a number: one of nine, by its last two digits."""
    digits = "".join(character for character in number if character.isdecimal())
    return (_NUMBERS_FROM + _APART * (int(digits[-2:] or 0) % _NUMBERS),)


@lru_cache(maxsize=64)
def second_of(tones: frozenset[tuple[int, ...]]) -> bytes:
    """One second of all these tones together, which can be repeated: their frequencies are whole numbers."""
    waves = [(hertz * 2 * math.pi / RATE, _LOUDEST * _LOUDNESS / len(tone)) for tone in tones for hertz in tone]
    samples = (_clipped(round(sum(high * math.sin(turn * n) for turn, high in waves))) for n in range(RATE))
    return array("h", samples).tobytes()


def packet_of(tones: Collection[tuple[int, ...]], count: int) -> bytes:
    """The packet with this count of all these tones together."""
    start = count % PACKETS_A_SECOND * PACKET_BYTES
    return second_of(frozenset(tones))[start : start + PACKET_BYTES]


def mixed(packets: Sequence[bytes]) -> bytes:
    """Packets of equal length, added up; what is too loud is clipped."""
    if len(packets) == 1:
        return packets[0]
    return array("h", map(_clipped, map(sum, zip(*(array("h", packet) for packet in packets), strict=True)))).tobytes()


def _clipped(sample: int) -> int:
    return max(-_LOUDEST - 1, min(_LOUDEST, sample))
