"""The customer's end of a call: a WebRTC peer that sends one steady tone and hands on what it hears (AD-046).

On a machine whose only address is loopback, that is the one it offers.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from array import array
from collections.abc import Callable
from fractions import Fraction

import aioice.ice
from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCSessionDescription,
)
from aiortc.mediastreams import MediaStreamError
from av import AudioFrame, AudioResampler

from deskproof.simulator.runtime.hearing import Sound

TONE_HERTZ = 1_000
"""What the agent hears; it fits a whole number of times into a packet, so that every packet is the same."""

_RATE = 48_000
_PACKET = _RATE // 50
_LOUDNESS = 0.3
_WAVE = array(
    "h", (round(32_767 * _LOUDNESS * math.sin(2 * math.pi * TONE_HERTZ * n / _RATE)) for n in range(_PACKET))
).tobytes()
_SILENCE = bytes(len(_WAVE))

_HEARD_RATE = 8_000
_WINDOW = 2_048

_machine_addresses = aioice.ice.get_host_addresses


def _addresses(use_ipv4: bool, use_ipv6: bool) -> list[str]:
    return _machine_addresses(use_ipv4=use_ipv4, use_ipv6=use_ipv6) or ["127.0.0.1"]


aioice.ice.get_host_addresses = _addresses


class NoAudio(Exception):
    """An offer that cannot be answered: it is not SDP, or has no audio; the message says which."""


class Tone(MediaStreamTrack):
    """A steady tone in real time, or silence while `silent`."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self._sent = 0
        self._began: float | None = None

    async def recv(self) -> AudioFrame:
        """The next packet, when it is due."""
        if self.readyState != "live":
            raise MediaStreamError
        loop = asyncio.get_running_loop()
        self._began = loop.time() if self._began is None else self._began
        due = self._began + self._sent / _RATE
        await asyncio.sleep(due - loop.time())  # noqa: TID251  sound is made in real time, whatever the tenant's clock
        frame = AudioFrame(format="s16", layout="mono", samples=_PACKET)
        frame.planes[0].update(_SILENCE if self.silent else _WAVE)
        frame.sample_rate, frame.pts, frame.time_base = _RATE, self._sent, Fraction(1, _RATE)
        self._sent += _PACKET
        return frame


class MediaPeer:
    """One end of one call. `hears` gets every quarter of a second of sound."""

    def __init__(self, hears: Callable[[Sound], None]) -> None:
        self._hears = hears
        self._tone = Tone()
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._listening: set[asyncio.Task[None]] = set()
        self._connection.on("track", self._listen_to)

    async def answer(self, offer: str) -> str:
        """The SDP that answers an offer. NoAudio when there is nothing to answer."""
        try:
            await self._connection.setRemoteDescription(RTCSessionDescription(sdp=offer, type="offer"))
        except Exception as error:  # whatever its parsers find wrong with text that came from outside
            raise NoAudio(f"The offer cannot be read as SDP ({error}).") from error
        if not any(transceiver.kind == "audio" for transceiver in self._connection.getTransceivers()):
            raise NoAudio("The offer has no audio.")
        self._connection.addTrack(self._tone)
        await self._connection.setLocalDescription(await self._connection.createAnswer())
        return str(self._connection.localDescription.sdp)

    def hold(self, held: bool) -> None:
        """Keep silent while held."""
        self._tone.silent = held

    async def close(self) -> None:
        """End the call on this side; nothing is sent or heard any more."""
        self._tone.stop()
        for task in self._listening:
            task.cancel()
        await self._connection.close()

    def _listen_to(self, track: MediaStreamTrack) -> None:
        task = asyncio.ensure_future(self._listen(track))
        self._listening.add(task)
        task.add_done_callback(self._listening.discard)

    async def _listen(self, track: MediaStreamTrack) -> None:
        resampler = AudioResampler(format="s16", layout="mono", rate=_HEARD_RATE)
        window: array[int] = array("h")
        packets = 0
        with contextlib.suppress(MediaStreamError):
            while isinstance(frame := await track.recv(), AudioFrame):
                packets += 1
                for heard in resampler.resample(frame):
                    window.frombytes(bytes(heard.planes[0])[: heard.samples * 2])
                if len(window) >= _WINDOW:
                    self._hears(Sound(samples=window[:_WINDOW], rate=_HEARD_RATE, packets=packets))
                    window = window[_WINDOW:]
