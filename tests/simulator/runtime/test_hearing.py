"""Who wants to know what is heard waits for sound; silence and other conversations do not count."""

import asyncio

from deskproof.simulator.runtime.hearing import Hearing, Sound

QUIET = Sound(samples=[3] * 64, rate=8_000, packets=7)
LOUD = Sound(samples=[9_000, -9_000] * 32, rate=8_000, packets=9)


async def test_the_next_audible_sound_of_the_conversation_is_given() -> None:
    hearing = Hearing()
    waiting = asyncio.ensure_future(hearing.next("c-1"))
    await asyncio.wait([waiting], timeout=0)
    hearing.take("c-1", QUIET)
    hearing.take("c-2", LOUD)
    assert not waiting.done()
    hearing.take("c-1", LOUD)
    assert await waiting is LOUD


async def test_what_was_heard_before_is_past() -> None:
    hearing = Hearing()
    hearing.take("c-1", LOUD)
    waiting = asyncio.ensure_future(hearing.next("c-1"))
    await asyncio.wait([waiting], timeout=0)
    assert not waiting.done()
    waiting.cancel()


async def test_all_readers_get_the_sound_and_a_cancelled_one_does_no_harm() -> None:
    hearing = Hearing()
    first, second = (asyncio.ensure_future(hearing.next("c-1")) for _ in range(2))
    await asyncio.wait([first, second], timeout=0)
    first.cancel()
    await asyncio.wait([first], timeout=0)
    hearing.take("c-1", LOUD)
    assert await second is LOUD


def test_packets_are_counted_whatever_they_sound_like() -> None:
    hearing = Hearing()
    assert hearing.packets("c-1") == 0
    hearing.take("c-1", QUIET)
    assert hearing.packets("c-1") == QUIET.packets
