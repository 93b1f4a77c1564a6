"""The agent's side of a call, without a browser: a peer that talks and listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription

from deskproof.simulator.product.calling.media import MediaPeer, Tone
from deskproof.simulator.runtime.hearing import Sound


class Phone:
    """What a browser does in a call: offers its sound, takes the answer, and hears."""

    def __init__(self) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.connection.addTrack(Tone())

    async def offer(self) -> str:
        await self.connection.setLocalDescription(await self.connection.createOffer())
        return str(self.connection.localDescription.sdp)

    async def take(self, answer: str) -> None:
        await self.connection.setRemoteDescription(RTCSessionDescription(sdp=answer, type="answer"))

    async def hears(self) -> Sound:
        """The next stretch of sound from the other side, measured by the peer's own ear."""
        heard: asyncio.Future[Sound] = asyncio.get_running_loop().create_future()
        ear = MediaPeer(lambda sound: None if heard.done() else heard.set_result(sound))
        (receiver,) = self.connection.getReceivers()
        ear._listen_to(receiver.track)
        sound = await heard
        await ear.close()
        return sound


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    phone = Phone()
    yield phone
    await phone.connection.close()
