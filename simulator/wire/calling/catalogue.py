"""The calling services: their requests, and the events they send on the Mercury socket (PROTOCOL 7)."""

from __future__ import annotations

from deskproof.simulator.wire.calling import encode, shapes
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Act, Calls, MercuryEvent, Operation, Reads
from deskproof.simulator.wire.kernel.provenance import RAN_AT_TELEPHONE, RAN_IN_BROWSER, READ, Compared
from deskproof.simulator.wire.kernel.shapes import AnyQuery, Anything, NoQuery, Query, Shape

_WDM = "PROTOCOL 7 no. 1; internal-plugin-device/src/device.js"


_REGION = "PROTOCOL 7 no. 3; calling/src/CallingClient/CallingClient.ts"


_LINE = "PROTOCOL 7 no. 4; calling/src/CallingClient/registration/register.ts"


_CALL = "PROTOCOL 7 no. 5; calling/src/CallingClient/calling/call.ts"


_EVENT = "PROTOCOL 7 no. 5; calling/src/CallingClient/calling/callManager.ts"


_LINE_PATH = "/calling/web/devices/{lineId}"


_CALL_PATH = _LINE_PATH + "/calls/{callId}"


def _calls(
    act: Act, method: str, service: Service, path: str, source: str, body: type[Shape], answer: type[Shape],
    differs: str = "", query: type[Query] = NoQuery, compared: Compared = RAN_IN_BROWSER,
) -> Operation:  # fmt: skip
    return Operation(
        name=act.value, method=method, service=service, path=path, does=Calls(act=act), body=body, answer=answer,
        query=query, source=source, compared=compared, differs=differs,
    )  # fmt: skip


CALLING_OPERATIONS: tuple[Operation, ...] = (
    _calls(
        Act.REGISTER_CLIENT, "POST", Service.WDM, "/devices", _WDM, shapes.ClientBody, shapes.ClientAnswer,
        "Features and upstream services are empty.", shapes.ClientQuery,
    ),
    _calls(
        Act.REFRESH_CLIENT, "PUT", Service.WDM, "/devices/{clientId}", _WDM, Anything, shapes.ClientAnswer,
        "Only found or not: a registration lasts until it is deleted or its tenant ends; an agent has 100.",
        shapes.ClientQuery, READ,
    ),
    _calls(Act.DELETE_CLIENT, "DELETE", Service.WDM, "/devices/{clientId}", _WDM, Anything, Anything),
    Operation(
        name="region", method="GET", service=Service.REGION, path="/region", does=Reads(read=encode.region),
        query=AnyQuery, answer=shapes.Region, open=True, source=_REGION, compared=RAN_IN_BROWSER,
        differs="Everybody is in one region.",
    ),
    Operation(
        name="calling servers", method="GET", service=Service.MOBIUS, path="/calling/web/",
        does=Reads(read=encode.servers), query=shapes.ServersQuery, answer=shapes.ServersAnswer, source=_REGION,
        compared=RAN_IN_BROWSER, differs="The backup is the same server.",
    ),
    _calls(
        Act.REGISTER_LINE, "POST", Service.MOBIUS, "/calling/web/device", _LINE, shapes.LineBody, shapes.LineAnswer,
        "An agent has one line for the desktop and one that is a telephone: a newer one takes the place of the older. "
        "The intervals are guesses.",
    ),
    _calls(
        Act.KEEP_LINE, "POST", Service.MOBIUS, _LINE_PATH + "/status", _LINE, Anything, Anything,
        "Only found or not: a line lasts until it is deleted.", compared=READ,
    ),
    _calls(Act.DELETE_LINE, "DELETE", Service.MOBIUS, _LINE_PATH, _LINE, Anything, Anything),
    _calls(
        Act.DIAL, "POST", Service.MOBIUS, _LINE_PATH + "/call", _CALL, shapes.DialBody, shapes.CallAnswer,
        "Only numbers of entry points are answered. The customer's number is the person's default number, or the first "
        "that is registered.",
        compared=RAN_AT_TELEPHONE,
    ),
    _calls(
        Act.CHANGE_CALL, "PATCH", Service.MOBIUS, _CALL_PATH, _CALL, shapes.CallBody, shapes.CallAnswer,
        "`inbandMedia` is taken and not used.",
    ),
    _calls(Act.SEND_MEDIA, "POST", Service.MOBIUS, _CALL_PATH + "/media", _CALL, shapes.MediaBody, shapes.CallAnswer),
    _calls(
        Act.KEEP_CALL, "POST", Service.MOBIUS, _CALL_PATH + "/status", _CALL, shapes.CallStatusBody, shapes.CallAnswer,
        "Only found or not.", compared=READ,
    ),
    _calls(
        Act.END_CALL, "DELETE", Service.MOBIUS, _CALL_PATH, _CALL, shapes.CallEndBody, shapes.CallAnswer,
        "What becomes of a conversation that is declined is a guess: it is offered again, and the agent gets RONA.",
    ),
)  # fmt: skip


EVENTS: tuple[MercuryEvent, ...] = (
    MercuryEvent(
        model=shapes.BufferState, source="PROTOCOL 7 no. 2; internal-plugin-mercury/src/socket/socket-base.js",
        compared=RAN_IN_BROWSER,
        differs="Nothing is buffered between sockets of the same client but what has not left yet.",
    ),
    MercuryEvent(
        model=shapes.MobiusCall, source=_EVENT, compared=RAN_IN_BROWSER,
        differs="A line that registers while its agent is in a conversation is called for it; a guess.",
    ),
    MercuryEvent(
        model=shapes.MobiusProgress, source=_EVENT, compared=RAN_AT_TELEPHONE,
        differs="Comes at once, and the contact centre answers at once.",
    ),
    MercuryEvent(model=shapes.MobiusConnected, source=_EVENT, compared=RAN_AT_TELEPHONE),
    MercuryEvent(model=shapes.MobiusMedia, source=_EVENT, compared=RAN_IN_BROWSER),
    MercuryEvent(model=shapes.MobiusDisconnected, source=_EVENT, compared=RAN_IN_BROWSER),
)  # fmt: skip
