"""Bodies of the service catalogue, of metrics and of logs (PROTOCOL 2.2, 8)."""

from __future__ import annotations

from pydantic import JsonValue

from deskproof.simulator.wire.kernel.shapes import Query, Shape


class CatalogueQuery(Query):
    format: str = "hostmap"
    org_id: str | None = None
    """Read where the tenant is found, not here: the preauth catalogue carries no bearer."""


class HostCatalogue(Shape):
    """On plain http `hostCatalog` is empty: the links are used as they are (PROTOCOL 2.2)."""

    service_links: dict[str, str]
    host_catalog: dict[str, tuple[JsonValue, ...]]
    format: str


class LogUpload(Shape):
    temp_u_r_l: str
    log_filename: str
    upload_url: str
    user_id: str
