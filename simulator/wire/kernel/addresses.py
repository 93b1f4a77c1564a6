"""The paths of the product's services on a tenant's origin. Every path of the wire begins with one of these."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Service(StrEnum):
    """The services of the catalogue that are served, by their place on the tenant's origin."""

    U2C = "/u2c/api/v1"
    GATEWAY = "/wcc"
    METRICS = "/metrics/api/v1"
    LOGS = "/clientlogs/api/v1"
    TELEMETRY = "/telemetry/api/v1"
    WDM = "/wdm/api/v1"
    MOBIUS = "/api/v1"
    REGION = "/v1"


SERVICES: Mapping[str, str] = {
    "u2c": Service.U2C,
    "wcc-api-gateway": Service.GATEWAY,
    "wdm": Service.WDM,
    "metrics": Service.METRICS,
    "clientLogs": Service.LOGS,
    "unifiedTelemetry": Service.TELEMETRY,
    "mobius": Service.MOBIUS,
    "hydra": "/hydra/v1",
}
"""The services by the names that the vendor's service catalogue gives them. Nothing is served at `hydra`."""

NOTIFICATIONS = "/notifs/"
"""Where the notification sockets are; a secret follows."""

MERCURY = "/mercury/"
"""Where the Mercury sockets are; the client's id follows."""

PUBLIC = ("/v1/", "/v2/", "/search", "/organization/")
"""Where the gateway's operations are beside its own prefix: at the addresses that the vendor publishes."""

PREFIXES = (
    *sorted({f"/{service.value.split('/')[1]}/" for service in Service} - {"/api/"} | set(PUBLIC)),
    f"{Service.MOBIUS}/",
)
"""The prefixes of the product's paths on a tenant's desktop origin, without those of the sockets."""
