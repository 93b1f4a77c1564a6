"""An agent's call in the browser as the simulator's end of it: a WebRTC peer that plays what the agent hears, and hands
on what the agent's microphone records and the digits that the agent dials (AD-046).

On a machine whose only address is loopback, that is the one it offers.
"""

from __future__ import annotations

import asyncio
import contextlib
from fractions import Fraction

import aioice.ice
from aiortc import (
    MediaStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
)
from aiortc.codecs import CODECS
from aiortc.mediastreams import MediaStreamError
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket
from av import AudioFrame, AudioResampler

from deskproof.simulator.product.calling.keypad import Keypad
from deskproof.simulator.runtime.sound.hearing import Mix, Pace
from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.runtime.sound.tones import PACKET_BYTES, RATE

_SAMPLES = PACKET_BYTES // 2
_DIGITS = "telephone-event"
_CLOCK_RATES = {110: 48_000, 126: 8_000}
"""The clock rates at which browsers offer events of digits (RFC 4733), by an unused payload type."""

_machine_addresses = aioice.ice.get_host_addresses


def _addresses(use_ipv4: bool, use_ipv6: bool) -> list[str]:
    return _machine_addresses(use_ipv4=use_ipv4, use_ipv6=use_ipv6) or ["127.0.0.1"]


aioice.ice.get_host_addresses = _addresses

CODECS["audio"] += [
    RTCRtpCodecParameters(mimeType=f"audio/{_DIGITS}", clockRate=rate, channels=1, payloadType=payload_type)
    for payload_type, rate in _CLOCK_RATES.items()
]


class NoAudio(Exception):
    """An offer that cannot be answered: it is not SDP, or has no audio; the message says which."""


class MixTrack(MediaStreamTrack):
    """What an agent hears, in real time."""

    kind = "audio"

    def __init__(self, mix: Mix) -> None:
        super().__init__()
        self._mix = mix
        self._pace = Pace()

    async def recv(self) -> AudioFrame:
        """The next packet, when it is due."""
        if self.readyState != "live":
            raise MediaStreamError
        sent = self._pace.count * _SAMPLES
        await self._pace.next()
        frame = AudioFrame(format="s16", layout="mono", samples=_SAMPLES)
        frame.planes[0].update(self._mix.next())
        frame.sample_rate, frame.pts, frame.time_base = RATE, sent, Fraction(1, RATE)
        return frame

    def stop(self) -> None:
        """Play nothing any more."""
        super().stop()
        self._mix.close()


class MediaPeer:
    """One end of one call: plays `mix`, and speaks for the agent through `microphone`."""

    def __init__(self, mix: Mix, microphone: Microphone) -> None:
        self._microphone = microphone
        self._track = MixTrack(mix)
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._listening: set[asyncio.Task[None]] = set()
        self._connection.on("track", self._listen_to)

    async def answer(self, offer: str) -> str:
        """The SDP that answers an offer. NoAudio when there is nothing to answer."""
        try:
            await self._connection.setRemoteDescription(RTCSessionDescription(sdp=offer, type="offer"))
        except Exception as error:  # whatever its parsers find wrong with text that came from outside
            raise NoAudio(f"The offer cannot be read as SDP ({error}).") from error
        of_sound = [one for one in self._connection.getTransceivers() if one.kind == "audio"]
        if not of_sound or any(all(codec.name == _DIGITS for codec in one._codecs) for one in of_sound):
            raise NoAudio("The offer has no audio.")
        for transceiver in of_sound:
            # What is sent has the first codec, and events of digits are not sent.
            transceiver._codecs.sort(key=lambda codec: codec.name == _DIGITS)
            events = {codec.payloadType for codec in transceiver._codecs if codec.name == _DIGITS}
            self._read_digits(transceiver.receiver, events)
        self._connection.addTrack(self._track)
        await self._connection.setLocalDescription(await self._connection.createAnswer())
        return str(self._connection.localDescription.sdp)

    async def close(self) -> None:
        """End the call on this side; nothing is sent or heard any more."""
        self._track.stop()
        self._microphone.close()
        for task in self._listening:
            task.cancel()
        await self._connection.close()

    def _read_digits(self, receiver: RTCRtpReceiver, payload_types: set[int | None]) -> None:
        """Take the events out of what comes, before the decoder of voices, which does not know them."""
        keypad, voice = Keypad(self._microphone), receiver._handle_rtp_packet

        async def handle(packet: RtpPacket, arrival_time_ms: int) -> None:
            if packet.payload_type in payload_types:
                keypad.take_event(packet.payload)
                return
            packet.sequence_number = keypad.number_of_voice(packet.sequence_number)
            await voice(packet, arrival_time_ms=arrival_time_ms)

        receiver._handle_rtp_packet = handle  # type: ignore[method-assign]

    def _listen_to(self, track: MediaStreamTrack) -> None:
        task = asyncio.ensure_future(self._listen(track))
        self._listening.add(task)
        task.add_done_callback(self._listening.discard)

    async def _listen(self, track: MediaStreamTrack) -> None:
        resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
        with contextlib.suppress(MediaStreamError):
            while isinstance(frame := await track.recv(), AudioFrame):
                self._microphone.packets += 1
                if self._microphone.is_heard:
                    for heard in resampler.resample(frame):
                        self._microphone.take(bytes(heard.planes[0])[: heard.samples * 2])
