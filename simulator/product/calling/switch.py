"""The calls on all lines of a tenant: ringing, audio and hanging up, at desktops and telephones alike."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.conversations.sound import Source
from deskproof.simulator.product.calling.lines import Call, Line
from deskproof.simulator.product.calling.mercury_events import MercuryEvents
from deskproof.simulator.runtime.sound.hearing import Mix
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.calling.shapes import (
    CallerId,
    CallProgress,
    MobiusCall,
    MobiusConnected,
    MobiusDisconnected,
    MobiusMedia,
    MobiusProgress,
    Roap,
    RoapType,
)

ROAP_VERSION = "2"


class Switch:
    """All calls of a tenant's lines. `name` is the tenant's, in the addresses of callers."""

    def __init__(self, tenancy: Tenancy, name: str) -> None:
        self._tenancy = tenancy
        self._name = name
        self.calls: dict[str, Call] = {}
        self.mercury = MercuryEvents(tenancy)
        self._tasks: set[asyncio.Task[None]] = set()

    async def settled(self) -> None:
        """Return when no audio connection is being made or ended any more."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def on(self, line: Line) -> list[Call]:
        """The calls on a line, also those that the other side has ended."""
        return [call for call in self.calls.values() if call.line is line]

    def about(self, conversation: Conversation) -> list[Call]:
        """The calls for a conversation that the other side has not ended."""
        return [call for call in self.calls.values() if call.conversation_id == conversation.id and not call.over]

    def ring(self, line: Line, conversation: Conversation, speaker: Source, number: str = "") -> None:
        """Call a line for a conversation, in which who answers is `speaker`; at `number`, where a phone rings."""
        id_ = self._tenancy.next_id("call")
        call = Call(id=id_, line=line, conversation_id=conversation.id, speaker=speaker, number=number)
        self.calls[call.id] = call
        caller = f'"{conversation.customer}" <sip:{conversation.customer}@{self._name}>'
        self.mercury.send(
            line.client,
            MobiusCall(
                call_id=call.id,
                device_id=line.id,
                correlation_id="",
                caller_id=CallerId(name=caller),
            ),
        )
        # With the call, not when it alerts: the vendor's client does nothing where it is answered before this has come.
        self._send_roap(call, Roap(message_type=RoapType.OFFER_REQUEST, seq=1, tie_breaker=0))

    def place(self, call: Call, offer: Roap) -> None:
        """A call from a line has begun: the contact centre answers it at once, with sound."""
        self.calls[call.id] = call
        names = {"call_id": call.id, "device_id": call.line.id, "correlation_id": call.correlation_id}
        progress = CallProgress(alerting=True, inband_media=False)
        self.mercury.send(call.line.client, MobiusProgress(call_progress_data=progress, **names))

        async def answer() -> None:
            await self._connect(call, offer.seq, offer.sdp or "")
            if call.peer is not None:
                self.mercury.send(call.line.client, MobiusConnected(**names))

        self._start(answer())

    def connect(self, call: Call, offer: Roap) -> None:
        """Answer the client's offer: play what its person hears, and let the person be heard."""
        self._start(self._connect(call, offer.seq, offer.sdp or ""))

    async def _connect(self, call: Call, seq: int, offer: str) -> None:
        from deskproof.simulator.product.calling.media import MediaPeer, NoAudio  # loaded with the first call only

        hearing = self._tenancy.hearing
        mix = Mix(hearing, call.conversation_id, call.speaker)
        older, peer = call.peer, MediaPeer(mix, hearing.open(call.conversation_id, call.speaker))
        call.peer = peer
        if older is not None:
            await older.close()
        try:
            sdp = await peer.answer(offer)
        except NoAudio as refusal:
            failure = Roap(message_type=RoapType.ERROR, seq=seq, error_type="FAILED", error_cause=str(refusal))
            self._send_roap(call, failure)
            return
        if self.calls.get(call.id) is not call or call.over:
            await peer.close()
            return
        self._send_roap(call, Roap(message_type=RoapType.ANSWER, seq=seq, sdp=sdp))

    def hang_up(self, call: Call) -> None:
        """The other side has hung up: send this to the client, which then ends its call too."""
        call.over = True
        self._silence(call)
        self.mercury.send(
            call.line.client,
            MobiusDisconnected(call_id=call.id, device_id=call.line.id, correlation_id=call.correlation_id),
        )

    def drop(self, call: Call) -> None:
        """The call is over for its client too."""
        self._silence(call)
        self.calls.pop(call.id, None)

    def _silence(self, call: Call) -> None:
        if call.peer is not None:
            self._start(call.peer.close())
            call.peer = None

    def _send_roap(self, call: Call, message: Roap) -> None:
        self.mercury.send(
            call.line.client,
            MobiusMedia(
                call_id=call.id,
                device_id=call.line.id,
                correlation_id=call.correlation_id,
                message=message.model_copy(update={"version": ROAP_VERSION}),
            ),
        )

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
