"""The customer's end of a call really talks and listens, and refuses what is no call."""

from __future__ import annotations

import asyncio

import pytest

from deskproof.simulator.product.calling.media import TONE_HERTZ, MediaPeer, NoAudio
from deskproof.simulator.runtime.hearing import Sound
from tests.simulator.product.calling.conftest import Phone


async def test_both_sides_hear_a_tone(phone: Phone) -> None:
    heard: asyncio.Future[Sound] = asyncio.get_running_loop().create_future()
    peer = MediaPeer(lambda sound: None if heard.done() or not sound.is_audible else heard.set_result(sound))
    await phone.take(await peer.answer(await phone.offer()))
    sound = await heard
    assert sound.hertz == pytest.approx(TONE_HERTZ, abs=5)
    assert sound.packets > 0
    assert (await phone.hears()).hertz == pytest.approx(TONE_HERTZ, abs=5)
    await peer.close()
    assert peer._connection.connectionState == "closed"
    assert all(task.cancelling() or task.done() for task in peer._listening)


async def test_the_offer_names_no_address_but_loopback_where_there_is_no_other(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskproof.simulator.product.calling.media._machine_addresses", lambda use_ipv4, use_ipv6: [])
    lines = (await phone.offer()).splitlines()
    addresses = {line.split()[4] for line in lines if line.startswith("a=candidate")}
    assert addresses == {"127.0.0.1"}


@pytest.mark.parametrize("offer", ["nonsense", "v=0\r\n", "v=0\r\nm=audio nowhere\r\n"])
async def test_what_is_not_an_audio_offer_is_refused_with_a_sentence(offer: str) -> None:
    peer = MediaPeer(lambda sound: None)
    with pytest.raises(NoAudio, match=r"^The offer .*\.$"):
        await peer.answer(offer)
    await peer.close()
