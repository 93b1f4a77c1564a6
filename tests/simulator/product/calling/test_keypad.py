"""Digits are read from events: each sounds from its first event to its last, or to the voice after it."""

import pytest

from deskproof.simulator.product.calling.keypad import Keypad
from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.runtime.sound.tones import DIGITS


def event(number: int, *, ends: bool = False) -> bytes:
    return bytes([number, 0x80 | 10 if ends else 10, 0, 160])


@pytest.mark.parametrize(("number", "digit"), [(0, "0"), (9, "9"), (10, "*"), (11, "#"), (12, "A"), (15, "D")])
def test_a_digit_sounds_until_its_last_event(number: int, digit: str) -> None:
    microphone = Microphone()
    keypad = Keypad(microphone)
    for _ in range(2):
        keypad.take_event(event(number))
        assert microphone.digit == digit
        assert microphone.digit in DIGITS
    for _ in range(3):
        keypad.take_event(event(number, ends=True))
        assert microphone.digit is None


@pytest.mark.parametrize("payload", [b"", b"\x05\x0a\x00", event(16), event(255)])
def test_what_is_no_digit_is_not_heard(payload: bytes) -> None:
    microphone = Microphone()
    keypad = Keypad(microphone)
    keypad.take_event(event(5))
    keypad.take_event(payload)
    assert microphone.digit is None


def test_the_voice_ends_a_digit_and_is_numbered_without_a_gap() -> None:
    microphone = Microphone()
    keypad = Keypad(microphone)
    assert keypad.number_of_voice(65_535) == 65_535
    for _ in range(3):
        keypad.take_event(event(5))
    assert keypad.number_of_voice(3) == 0
    assert microphone.digit is None
    keypad.take_event(event(6))
    assert keypad.number_of_voice(5) == 1
    assert Keypad(microphone).number_of_voice(5) == 5
