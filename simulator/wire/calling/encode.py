"""Answers of the calling services that depend on no call: the client's region, and the servers there."""

from __future__ import annotations

from deskproof.simulator.wire.calling.shapes import Region, Servers, ServersAnswer
from deskproof.simulator.wire.kernel.request import WireRequest

REGION = "US-EAST"


def region(request: WireRequest) -> Region:
    """The region of the client. No refusals."""
    return anywhere()


def anywhere() -> Region:
    """The region, which is the same for all clients and needs no bearer."""
    return Region(
        attribution="", client_address="127.0.0.1", client_region=REGION, country_code="US", region_code="US-NJ",
        timezone="America/New_York",
    )  # fmt: skip


def servers(request: WireRequest) -> ServersAnswer:
    """The servers of the region; the backup is the same server. No refusals."""
    own = Servers(region=REGION, uris=(request.place.address_of("mobius"),))
    return ServersAnswer(primary=own, backup=own)
