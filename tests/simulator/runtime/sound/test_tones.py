"""Everybody has a tone of their own, and sounds are added up."""

from array import array
from itertools import chain, combinations

import pytest

from deskproof.simulator.runtime.sound.spectrum import frequencies
from deskproof.simulator.runtime.sound.tones import (
    CUSTOMER_HERTZ,
    DIGITS,
    HOLD_MUSIC_HERTZ,
    PACKET_BYTES,
    PACKETS_A_SECOND,
    RATE,
    hertz_of_number,
    hertz_of_phone,
    mixed,
    packet_of,
    second_of,
)

OTHERS = {440}
"""What browsers hum in scenarios."""


def packet(*samples: int) -> bytes:
    return array("h", samples).tobytes()


def test_all_tones_can_be_told_from_each_other() -> None:
    phones, numbers = {hertz_of_phone(n) for n in range(24)}, {hertz_of_number(f"+46{n}") for n in range(10, 90)}
    assert (len(phones), len(numbers)) == (12, 9)
    tones = [CUSTOMER_HERTZ, HOLD_MUSIC_HERTZ, *phones, *numbers]
    steady = sorted(chain(OTHERS, *tones))
    dialled = sorted(set(chain(*DIGITS.values())))
    assert all(abs(one - other) >= 100 for one, other in combinations(steady, 2))
    assert all(abs(one - other) >= 59 for one in steady for other in dialled)
    assert max(steady) < RATE / 2


def test_a_number_has_the_tone_of_its_last_two_digits() -> None:
    assert hertz_of_number("+46701740605") == hertz_of_number("+1 23-05") == (3_400,)
    assert hertz_of_number("7") == (3_600,)


DIALLED = {"1": (697, 1_209), "6": (770, 1_477), "#": (941, 1_477), "D": (941, 1_633), "*": (941, 1_209)}


@pytest.mark.parametrize(("digit", "hertz"), DIALLED.items())
def test_a_digit_is_two_frequencies(digit: str, hertz: tuple[int, int]) -> None:
    assert DIGITS[digit] == hertz
    samples = array("h", second_of(frozenset({hertz})))[:2_048]
    assert sorted(frequencies(samples, RATE)) == pytest.approx(hertz, abs=1)


def test_there_are_sixteen_digits() -> None:
    assert sorted(DIGITS) == sorted("0123456789*#ABCD")
    assert len(set(DIGITS.values())) == 16


def test_packets_of_a_tone_follow_each_other_without_end() -> None:
    tones = {CUSTOMER_HERTZ, (697, 1_209)}
    played = b"".join(packet_of(tones, n) for n in range(PACKETS_A_SECOND))
    assert played == second_of(frozenset(tones))
    assert packet_of(tones, PACKETS_A_SECOND + 7) == packet_of(tones, 7) != packet_of(tones, 8)
    assert packet_of((), 3) == bytes(PACKET_BYTES)


def test_sounds_are_added_and_what_is_too_loud_is_clipped() -> None:
    assert mixed([packet(1, -2, 3)]) == packet(1, -2, 3)
    loud = mixed([packet(1, 30_000, -30_000), packet(2, 2_767, -2_768), packet(4, 1, -1)])
    assert loud == packet(7, 32_767, -32_768)
