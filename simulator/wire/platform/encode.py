"""The service catalogue and the side services as the product shows them (PROTOCOL 2.2, 8)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic import JsonValue

from deskproof.simulator.wire.kernel.addresses import SERVICES
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import Accepted, Anything
from deskproof.simulator.wire.platform import shapes

_METRIC_NAME = re.compile(r"[\w .:-]+")
TRAFFIC_NAMES = 10
TRAFFIC_NAME_LENGTH = 80
CALLING_CLUSTER = "urn:TEAM:us-east-2_a:mobius"
"""The name of a host that serves calls, which the vendor's calling client looks for and speaks https to."""


def host_catalogue(request: WireRequest) -> shapes.HostCatalogue:
    """The links of the service catalogue, on the kind of host that was asked: the tenant's own or the vendor's
    (PROTOCOL 2.2).
    """
    links = {name: request.place.address_of(name) for name in SERVICES}
    links |= {"idbroker": request.place.identity, "entra": request.place.teams}
    links["wcc-calling-rtms-domain"] = f"https://rtms.{request.place.name}.example.com"
    mobius = urlsplit(links["mobius"])
    calling: JsonValue = {"host": mobius.netloc, "ttl": -1, "priority": 10, "id": CALLING_CLUSTER}
    # Under a key without the port: a key that is the host of a link makes the vendor's client put the port twice.
    hosts: dict[str, tuple[JsonValue, ...]] = {str(mobius.hostname): (calling,)} if mobius.scheme == "https" else {}
    return shapes.HostCatalogue(service_links=links, host_catalog=hosts, format="hostmap")


def own_host_catalogue(request: WireRequest) -> shapes.HostCatalogue:
    """The same for a caller. `BadRequest` where another organisation is named than the caller's."""
    request.check_organisation(request.query_as(shapes.CatalogueQuery).org_id)
    return host_catalogue(request)


def log_upload(request: WireRequest) -> shapes.LogUpload:
    """Where the client may put its logs: an address of the tenant's own, which takes them without reading. The client
    sends no token there (PROTOCOL 8).
    """
    name = request.next_id("log")
    address = f"{request.place.desktop}{SERVICES['clientLogs']}/logs/files/{name}"
    return shapes.LogUpload(temp_u_r_l=address, log_filename=name, upload_url=address, user_id=request.caller)


def nothing(request: WireRequest) -> Accepted:
    """Side services take what they are sent and say nothing (PROTOCOL 8)."""
    return Accepted()


def metric_names(request: WireRequest) -> str:
    """The names of the first ten metrics that a client sends (PROTOCOL 8); what is not a name is left out."""
    sent = (request.body_as(Anything).model_extra or {}).get("metrics")
    metrics = sent[:TRAFFIC_NAMES] if isinstance(sent, list) else []
    names = [metric.get("metricName") for metric in metrics if isinstance(metric, dict)]
    return ", ".join(name for name in names if isinstance(name, str) and _is_name(name))


def _is_name(text: str) -> bool:
    return len(text) <= TRAFFIC_NAME_LENGTH and _METRIC_NAME.fullmatch(text) is not None
