"""What a microphone records comes to those who listen, evenly."""

import pytest

from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.runtime.sound.tones import PACKET_BYTES


def packets(*marks: int) -> bytes:
    return b"".join(bytes([mark]) * PACKET_BYTES for mark in marks)


def test_three_packets_gather_before_the_first_is_played_and_again_after_a_gap() -> None:
    microphone = Microphone()
    ear = microphone.listen()
    microphone.take(packets(1, 2))
    assert ear.next() is None
    microphone.take(packets(3))
    assert [ear.next() for _ in range(4)] == [packets(1), packets(2), packets(3), None]
    microphone.take(packets(4))
    assert ear.next() is None
    microphone.take(packets(5, 6))
    assert ear.next() == packets(4)


@pytest.mark.parametrize("size", [1, 100, PACKET_BYTES - 2])
def test_samples_come_in_pieces_of_any_length(size: int) -> None:
    microphone = Microphone()
    ear = microphone.listen()
    sound = packets(1, 2, 3)
    for start in range(0, len(sound), size):
        microphone.take(sound[start : start + size])
    assert [ear.next() for _ in range(3)] == [packets(1), packets(2), packets(3)]


def test_where_too_many_packets_wait_the_latest_three_are_kept() -> None:
    microphone = Microphone()
    ear = microphone.listen()
    microphone.take(packets(*range(8)))
    assert ear.next() == packets(0)
    microphone.take(packets(8, 9))
    assert [ear.next() for _ in range(4)] == [packets(7), packets(8), packets(9), None]


def test_each_listener_hears_what_comes_from_then_on() -> None:
    microphone = Microphone()
    heard = [microphone.is_heard]
    first = microphone.listen()
    microphone.take(packets(1))
    second = microphone.listen()
    microphone.take(packets(2, 3, 4))
    heard.append(microphone.is_heard)
    assert (first.next(), second.next()) == (packets(1), packets(2))
    first.close()
    second.close()
    microphone.take(packets(5))
    assert heard == [False, True]
    assert not microphone.is_heard
    assert (first.next(), second.next()) == (packets(2), packets(3))


def test_a_microphone_that_is_closed_says_so_and_dials_no_more() -> None:
    closed: list[Microphone] = []
    microphone = Microphone(closed.append)
    microphone.digit = "5"
    microphone.close()
    assert closed == [microphone]
    assert microphone.digit is None
