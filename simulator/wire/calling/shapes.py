"""Calling services: what clients send and get over HTTP, and the frames of the Mercury socket (PROTOCOL 7)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, SerializeAsAny, field_serializer

from deskproof.simulator.wire.kernel.shapes import Query, Shape


class ClientQuery(Query):
    """`includeUpstreamServices` asks for catalogues the client has already; accepted and not used."""

    include_upstream_services: str | None = None


class ClientBody(Shape):
    """WDM: a client's description of itself when it registers."""

    name: str
    device_type: str
    model: str
    localized_model: str = ""
    system_name: str = ""
    system_version: str = ""
    ttl: int | None = None


class Features(Shape):
    developer: tuple[str, ...] = ()
    entitlement: tuple[str, ...] = ()
    user: tuple[str, ...] = ()


class ServiceHostMap(Shape):
    service_links: dict[str, str] = Field(default_factory=dict)
    host_catalog: dict[str, str] = Field(default_factory=dict)


class ClientAnswer(Shape):
    """WDM: where a client refreshes and deletes its registration, and where its Mercury socket opens."""

    url: str
    user_id: str
    device_type: str
    web_socket_url: str
    features: Features = Features()
    services: dict[str, str] = Field(default_factory=dict)
    service_host_map: ServiceHostMap = ServiceHostMap()


class Region(Shape):
    """Where a client is, by the sight of its address."""

    attribution: str
    client_address: str
    client_region: str
    country_code: str
    region_code: str
    timezone: str


class ServersQuery(Query):
    region_code: str = ""
    country_code: str = ""


class Servers(Shape):
    """Mobius servers of one region; `uris` are bases without `calling/web`."""

    region: str
    uris: tuple[str, ...]


class ServersAnswer(Shape):
    primary: Servers
    backup: Servers


class ServiceData(Shape):
    """What a line is for: the desktop's sound, or a telephone."""

    indicator: Literal["contactcenter", "calling"]
    domain: str = ""


class LineBody(Shape):
    """Mobius: a registered client that wants to be called."""

    user_id: str
    client_device_uri: str
    service_data: ServiceData


class LineDevice(Shape):
    device_id: str
    uri: str
    status: str
    last_seen: int
    addresses: tuple[str, ...]
    client_device_uri: str


class LineAnswer(Shape):
    """All of it is needed: without `keepaliveInterval` or `device.uri` the vendor's client registers in a hot loop."""

    user_id: str
    device: LineDevice
    devices: tuple[LineDevice, ...]
    keepalive_interval: int
    call_keepalive_interval: int
    rehoming_interval_min: int
    rehoming_interval_max: int


class CallDevice(Shape):
    """The line, and the client's own name for the call."""

    device_id: str
    correlation_id: str


class CallState(StrEnum):
    """The state of a call at the client: it rings here, it was picked up here."""

    ALERTING = "sig_alerting"
    CONNECTED = "sig_connected"


class CallBody(Shape):
    device: CallDevice
    call_id: str
    call_state: CallState = Field(strict=False)
    inband_media: bool = False


class CallStatusBody(Shape):
    device: CallDevice
    call_id: str


class CallEndBody(Shape):
    """`metrics` is whatever the client measured; accepted and not used."""

    device: CallDevice
    call_id: str
    metrics: Any = None
    causecode: int = 0
    cause: str = ""


class RoapType(StrEnum):
    """The messages of ROAP (draft-jennings-rtcweb-signaling) that are exchanged here."""

    OFFER = "OFFER"
    OFFER_REQUEST = "OFFER_REQUEST"
    OFFER_RESPONSE = "OFFER_RESPONSE"
    ANSWER = "ANSWER"
    OK = "OK"
    ERROR = "ERROR"


class Roap(Shape):
    message_type: RoapType = Field(strict=False)
    seq: int
    version: str | None = None
    tie_breaker: int | None = None
    sdp: str | None = None
    error_type: str | None = None
    error_cause: str | None = None


class LocalMedia(Shape):
    roap: Roap
    media_id: str


class Callee(Shape):
    """Who is called: a number, as it is or as an address of SIP or telephones."""

    type: Literal["uri", "tel"]
    address: str

    @property
    def digits(self) -> str:
        """The number in the address."""
        return self.address.removeprefix("sip:").removeprefix("tel:").partition("@")[0].strip()


class DialBody(Shape):
    device: CallDevice
    local_media: LocalMedia
    callee: Callee


class MediaBody(Shape):
    device: CallDevice
    call_id: str
    local_media: LocalMedia


class CallAnswer(Shape):
    device: CallDevice
    call_id: str


class Authorization(Shape):
    token: str


class MercuryAuthorization(Shape):
    """The first frame a client sends on Mercury."""

    id: str
    type: Literal["authorization"]
    data: Authorization
    tracking_id: str = ""
    log_level_token: str | None = None


class MercuryPing(Shape):
    id: str
    type: Literal["ping"]


class MercuryAck(Shape):
    message_id: str
    type: Literal["ack"]


class MercuryPong(Shape):
    id: str
    type: Literal["pong"] = "pong"
    timestamp: int


class MercuryData(Shape):
    """What every frame's data has: what it is about."""

    event_type: str


class BufferState(MercuryData):
    """The first frame of every Mercury socket; the vendor's client waits for it."""

    event_type: str = "mercury.buffer_state"
    buffer_state: dict[str, str] = Field(default_factory=dict)


class CallerId(Shape):
    """`from` as in SIP: a display name and an address."""

    name: str = Field(serialization_alias="from")


class MobiusCall(MercuryData):
    """A call comes in."""

    event_type: str = "mobius.call"
    call_id: str
    device_id: str
    correlation_id: str
    caller_id: CallerId


class CallProgress(Shape):
    """Whether it rings at the other side, and with sound of its own."""

    alerting: bool
    inband_media: bool


class MobiusProgress(MercuryData):
    """A call that the client makes is on its way."""

    event_type: str = "mobius.callprogress"
    call_id: str
    device_id: str
    correlation_id: str
    call_progress_data: CallProgress


class MobiusConnected(MercuryData):
    """A call that the client makes is answered."""

    event_type: str = "mobius.callconnected"
    call_id: str
    device_id: str
    correlation_id: str


class MobiusMedia(MercuryData):
    """A ROAP message for the call."""

    event_type: str = "mobius.media"
    call_id: str
    device_id: str
    correlation_id: str
    message: Roap

    @field_serializer("message")
    def _without_nulls(self, message: Roap) -> dict[str, Any]:
        return message.model_dump(mode="json", by_alias=True, exclude_none=True)


class MobiusDisconnected(MercuryData):
    """The other side has hung up."""

    event_type: str = "mobius.calldisconnected"
    call_id: str
    device_id: str
    correlation_id: str


class MercuryFrame(Shape):
    """What the server sends: no `type`, which is for pongs alone."""

    id: str
    data: SerializeAsAny[MercuryData]
    headers: dict[str, str] = Field(default_factory=dict)
    sequence_number: int
    timestamp: int
    filter_message: bool = False
