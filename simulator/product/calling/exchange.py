"""The exchange of one tenant: rings the lines of Desktop stations, carries out what clients do with calls, ends calls.
Lines that are telephones are in `handsets`.

Rule: the core decides about conversations; a call here belongs to one and ends with it. When an agent's page has gone,
the conversation stays, and rings again on the agent's next line. An agent who does not answer stays in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.conversations.sound import agent
from deskproof.simulator.domain.events import (
    ConferenceLeft,
    ConsultEnded,
    ConsultOffered,
    ConversationEnded,
    ConversationHandedOver,
    ConversationOffered,
    ConversationTakenOver,
    ConversationTransferred,
    Event,
    OfferWithdrawn,
    OneAgentsEvent,
)
from deskproof.simulator.domain.values import AgentId, Instant
from deskproof.simulator.product.calling.handset import hung_up, picked_up
from deskproof.simulator.product.calling.handsets import Handsets
from deskproof.simulator.product.calling.lines import Call, Client, Line
from deskproof.simulator.product.calling.switch import Switch
from deskproof.simulator.product.close_codes import GOING_AWAY, NOT_AUTHORIZED, RESTARTING
from deskproof.simulator.runtime.faults import Fault, FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.calling.shapes import (
    CallAnswer,
    CallBody,
    CallDevice,
    CallState,
    ClientAnswer,
    ClientBody,
    DialBody,
    LineAnswer,
    LineBody,
    LineDevice,
    MediaBody,
    RoapType,
)
from deskproof.simulator.wire.kernel.addresses import MERCURY
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.request import NotFound, Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import Anything, BadRequest, Shape

KEEPALIVE_SECONDS = 30
REHOMING_MINUTES = (60, 120)
TELEPHONE = "calling"
"""The indicator of a line that is a telephone."""


class Exchange:
    """All clients, lines and calls of a tenant."""

    def __init__(self, tenancy: Tenancy, place: Place) -> None:
        self._tenancy = tenancy
        self._place = place
        self._clients: dict[str, Client] = {}
        self._lines: dict[AgentId, Line] = {}
        self._switch = Switch(tenancy, place.name)
        self._handsets = Handsets(tenancy, self._switch)
        self.mercury = self._switch.mercury
        tenancy.listen(self._on_event)
        tenancy.faults.listen(self._on_fault)

    def do(self, act: Act, request: WireRequest) -> Shape:
        """Carry out a request. `NotFound`, `BadRequest`, or the core's `Rejection` when it cannot be."""
        return ACTS[act](self, request)

    def client_at(self, path: str) -> Client | None:
        """The client whose Mercury socket has this path, unless its connections are cut."""
        client = self._clients.get(path.removeprefix(MERCURY))
        return None if client is None or self._is_cut(client) else client

    def close(self) -> None:
        """End everything, because the tenant ends."""
        for call in tuple(self._switch.calls.values()):
            self._switch.drop(call)
        for client in self._clients.values():
            client.outbox.end(GOING_AWAY)
        self._clients.clear()
        self._lines.clear()
        self._handsets.lines.clear()

    def revoke(self, grant_id: str) -> None:
        """The tokens of a grant have been revoked: close the sockets that were authorized with them."""
        for client in [client for client in self._clients.values() if client.grant_id == grant_id]:
            self.mercury.record("out", "close", client.id, detail="its token was revoked")
            client.outbox.end(NOT_AUTHORIZED)

    async def settled(self) -> None:
        """Return when no audio connection is being made or ended any more."""
        await self._switch.settled()

    # clients and lines

    def _register_client(self, request: WireRequest) -> Shape:
        body = request.body_as(ClientBody)
        theirs = [client for client in self._clients.values() if client.agent_id == request.caller]
        if len(theirs) >= self._tenancy.limits.clients:
            self._remove(theirs[0])
        id_ = self._tenancy.next_id("client")
        address = f"{request.place.address_of('wdm')}/devices/{id_}"
        client = Client(id=id_, address=address, agent_id=request.caller, device_type=body.device_type)
        self._clients[client.id] = client
        return self._client_answer(client)

    def _refresh_client(self, request: WireRequest) -> Shape:
        return self._client_answer(self._client(request))

    def _delete_client(self, request: WireRequest) -> Shape:
        self._remove(self._client(request))
        return Anything()

    def _remove(self, client: Client) -> None:
        for line in (self._lines.get(client.agent_id), self._handsets.lines.get(client.agent_id)):
            if line is not None and line.client is client:
                self._drop_line(line)
        del self._clients[client.id]
        client.outbox.end(GOING_AWAY)

    def _register_line(self, request: WireRequest) -> Shape:
        body = request.body_as(LineBody)
        client = next((c for c in self._clients.values() if c.address == body.client_device_uri), None)
        if client is None or client.agent_id != request.caller or body.user_id != request.caller:
            raise BadRequest("clientDeviceUri or userId is not the caller's; register a client with WDM first.")
        id_ = self._tenancy.next_id("line")
        uri = f"{request.place.address_of('mobius')}/calling/web/devices/{id_}"
        line = Line(id=id_, client=client, uri=uri, is_telephone=body.service_data.indicator == TELEPHONE)
        if line.is_telephone:
            self._handsets.add(line)
        else:
            if older := self._lines.get(client.agent_id):
                self._drop_line(older)
            self._lines[client.agent_id] = line
            self._ring_for_what_goes_on(line)
        device = LineDevice(
            device_id=line.id,
            uri=line.uri,
            status="active",
            last_seen=request.now,
            addresses=(f"sip:{line.agent_id}@{body.service_data.domain or self._place.name}",),
            client_device_uri=body.client_device_uri,
        )
        return LineAnswer(
            user_id=client.agent_id,
            device=device,
            devices=(device,),
            keepalive_interval=KEEPALIVE_SECONDS,
            call_keepalive_interval=KEEPALIVE_SECONDS,
            rehoming_interval_min=REHOMING_MINUTES[0],
            rehoming_interval_max=REHOMING_MINUTES[1],
        )

    def _keep_line(self, request: WireRequest) -> Shape:
        self._line(request)
        return Anything()

    def _delete_line(self, request: WireRequest) -> Shape:
        self._drop_line(self._line(request))
        return Anything()

    def _drop_line(self, line: Line) -> None:
        if line.is_telephone:
            self._handsets.remove(line)
            return
        for call in self._switch.on(line):
            self._switch.drop(call)
        del self._lines[line.agent_id]

    # calls

    def _dial(self, request: WireRequest) -> Shape:
        line = self._line(request)
        if not line.is_telephone:
            raise BadRequest("This line is the desktop's; a client dials on a line for calling.")
        return _answer(self._handsets.dial(line, request.body_as(DialBody)))

    def _change_call(self, request: WireRequest) -> Shape:
        body, call = request.body_as(CallBody), self._call(request)
        call.correlation_id = body.device.correlation_id
        if body.call_state is CallState.CONNECTED and call.line.is_telephone:
            self._handsets.picked_up(call)
        elif body.call_state is CallState.CONNECTED:
            call.answered = True
            conversation = self._tenancy.state.floor.conversations.get(call.conversation_id)
            command = picked_up(conversation, call.conversation_id, request.caller)
            if command is not None:
                self._tenancy.submit(command, cause=Act.CHANGE_CALL.value)
        return _answer(call)

    def _send_media(self, request: WireRequest) -> Shape:
        body, call = request.body_as(MediaBody), self._call(request)
        roap = body.local_media.roap
        match roap.message_type:
            case RoapType.OFFER | RoapType.OFFER_RESPONSE:
                if not roap.sdp:
                    sentence = f"The {roap.message_type.value} has no sdp; the client's offer is expected there."
                    raise BadRequest(sentence)
                self._switch.connect(call, roap)
            case RoapType.OK | RoapType.ERROR:
                pass
            case other:
                raise BadRequest(f"A client sends OFFER, OFFER_RESPONSE, OK or ERROR, not {other.value}.")
        return _answer(call)

    def _keep_call(self, request: WireRequest) -> Shape:
        return _answer(self._call(request))

    def _end_call(self, request: WireRequest) -> Shape:
        """Hang up, or decline; a call that the other side has ended is only removed."""
        call = self._call(request)
        self._switch.drop(call)
        if call.line.is_telephone:
            self._handsets.hung_up(call)
            return _answer(call)
        conversation = self._tenancy.state.floor.conversations.get(call.conversation_id)
        if conversation is not None and not call.over:
            command = hung_up(conversation, request.caller, answered=call.answered)
            if command is not None:
                self._tenancy.submit(command, cause=Act.END_CALL.value)
        return _answer(call)

    def _on_event(self, event: Event, now: Instant) -> None:
        self._handsets.follow()
        match event:
            case (
                ConversationOffered(conversation=conversation, station=station)
                | ConsultOffered(conversation=conversation, station=station)
            ):
                for agent_id in event.concerned:
                    line = self._lines.get(agent_id)
                    if conversation.is_spoken and station.option is StationOption.DESKTOP and line is not None:
                        self._ring(line, conversation)
            case ConversationHandedOver():
                pass  # its agent was in the call already
            case ConversationEnded(conversation=conversation) | OfferWithdrawn(conversation=conversation):
                self._hang_up_all(conversation)
            case ConversationTransferred(conversation=conversation) if conversation.state is ConversationState.WRAP_UP:
                self._hang_up_all(conversation)
            case ConsultEnded(conversation=conversation, consult=consult):
                self._hang_up_for(conversation, consult.agent_id)
            case ConversationTakenOver(agent_id=agent_id):
                line = self._lines.get(agent_id)
                if line is not None:
                    self._ring_for_what_goes_on(line)
            case OneAgentsEvent(conversation=conversation) | ConferenceLeft(conversation=conversation):
                self._hang_up_for(conversation, event.agent_id)

    def _hang_up_all(self, conversation: Conversation) -> None:
        for call in self._desk_calls_for(conversation):
            self._switch.hang_up(call)

    def _hang_up_for(self, conversation: Conversation, agent_id: AgentId | None) -> None:
        for call in self._desk_calls_for(conversation):
            if call.line.agent_id == agent_id:
                self._switch.hang_up(call)

    def _desk_calls_for(self, conversation: Conversation) -> list[Call]:
        return [call for call in self._switch.about(conversation) if not call.line.is_telephone]

    def _ring(self, line: Line, conversation: Conversation) -> None:
        self._switch.ring(line, conversation, agent(line.agent_id))

    def _ring_for_what_goes_on(self, line: Line) -> None:
        conversation = self._tenancy.state.floor.conversation_of(line.agent_id)
        session = self._tenancy.state.agents.sessions.get(line.agent_id)
        if conversation is None or not conversation.is_spoken:
            return
        if conversation.state_for(line.agent_id) is ConversationState.WRAP_UP:
            return
        if session is not None and session.station.option is StationOption.DESKTOP:
            self._ring(line, conversation)

    def _on_fault(self, fault: Fault) -> None:
        for client in self._clients.values():
            if self._is_cut(client):
                client.outbox.end(RESTARTING)

    def _is_cut(self, client: Client) -> bool:
        key = self._tenancy.configuration.keys_by_id.get(client.agent_id, "")
        return self._tenancy.faults.take(FaultKind.CUTS_EVERYTHING, key) is not None

    # what a request is about

    def _client(self, request: WireRequest) -> Client:
        client = self._clients.get(request.path["clientId"])
        if client is None or client.agent_id != request.caller:
            raise NotFound(f"There is no client {request.path['clientId']}.")
        return client

    def _line(self, request: WireRequest) -> Line:
        for line in (self._lines.get(request.caller), self._handsets.lines.get(request.caller)):
            if line is not None and line.id == request.path["lineId"]:
                return line
        raise NotFound(f"There is no line {request.path['lineId']}.")

    def _call(self, request: WireRequest) -> Call:
        line, call = self._line(request), self._switch.calls.get(request.path["callId"])
        if call is None or call.line is not line:
            raise NotFound(f"There is no call {request.path['callId']} on this line.")
        return call

    def _client_answer(self, client: Client) -> ClientAnswer:
        return ClientAnswer(
            url=client.address,
            user_id=client.agent_id,
            device_type=client.device_type,
            web_socket_url=self._place.sockets + MERCURY + client.id,
        )


def _answer(call: Call) -> CallAnswer:
    device = CallDevice(device_id=call.line.id, correlation_id=call.correlation_id)
    return CallAnswer(device=device, call_id=call.id)


ACTS: Mapping[Act, Callable[[Exchange, WireRequest], Shape]] = {
    Act.REGISTER_CLIENT: Exchange._register_client,
    Act.REFRESH_CLIENT: Exchange._refresh_client,
    Act.DELETE_CLIENT: Exchange._delete_client,
    Act.REGISTER_LINE: Exchange._register_line,
    Act.KEEP_LINE: Exchange._keep_line,
    Act.DELETE_LINE: Exchange._delete_line,
    Act.DIAL: Exchange._dial,
    Act.CHANGE_CALL: Exchange._change_call,
    Act.SEND_MEDIA: Exchange._send_media,
    Act.KEEP_CALL: Exchange._keep_call,
    Act.END_CALL: Exchange._end_call,
}
