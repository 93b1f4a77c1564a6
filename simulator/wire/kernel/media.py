"""The vendor's words for the channels of contacts (PROTOCOL 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Channel


@dataclass(frozen=True, kw_only=True)
class MediaKind:
    """The vendor's words for a channel: `mediaType`, `mediaChannel` and `mediaMgr`."""

    type: str
    channel: str
    manager: str


MEDIA: Mapping[Channel, MediaKind] = {
    Channel.VOICE: MediaKind(type="telephony", channel="telephony", manager="vmm"),
    Channel.CHAT: MediaKind(type="chat", channel="web", manager="cmm"),
    Channel.EMAIL: MediaKind(type="email", channel="email", manager="emm"),
    Channel.SOCIAL: MediaKind(type="social", channel="facebook", manager="cmm"),
}
