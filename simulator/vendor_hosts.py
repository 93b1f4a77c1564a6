"""The vendor's host names: those that the simulator answers as the product, and the domains that lead to it.

`deskproof serve --vendor-hosts` prints the table, `docs/try-by-hand.md` explains it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

HOSTS: Mapping[str, str] = {
    "u2c": "u2c.wbx2.com",
    "region": "ds.ciscospark.com",
    "idbroker": "idbroker.webex.com",
    "wcc-api-gateway": "api.wxcc-us1.cisco.com",
    "wdm": "wdm-a.wbx2.com",
    "mobius": "mobius-us-east-1.prod.infra.webex.com",
    "metrics": "metrics-a.wbx2.com",
    "clientLogs": "client-logs-a.wbx2.com",
    "unifiedTelemetry": "unified-telemetry-a.wbx2.com",
    "hydra": "hydra-a.wbx2.com",
}
"""The host of each service. The first three are fixed in the vendor's clients (PROTOCOL 2.2, 7); the clients read the
others from the service catalogue.
"""

DOMAINS = (
    "*.wbx2.com",
    "*.ciscospark.com",
    "*.webex.com",
    "*.webexapis.com",
    "*.ciscoccservice.com",
    "*.imiengage.io",
    "api.wxcc-*.cisco.com",
)
"""What a browser looks up here in place of the Internet (PROTOCOL 2.3). A name below these that is not in `HOSTS` is
answered too, so that a client which asks for more gets a refusal that the traffic shows. Pages of the vendor, such as
those at `desktop.wxcc-us1.cisco.com`, are not among them.
"""

PAGES = ("web-sdk.webex.com", "web.webex.com", "widgets.webex.com")
"""Hosts below `DOMAINS` that have pages of the vendor, such as its samples; a browser looks them up as ever."""


@lru_cache
def is_vendors(host: str) -> bool:
    """Whether a host, in lower case and without a port, is one of the vendor's."""
    return host not in PAGES and any(fnmatchcase(host, pattern) for pattern in DOMAINS)
