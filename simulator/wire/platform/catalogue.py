"""The entries of the wire catalogue for the service catalogue, metrics and logs."""

from __future__ import annotations

from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Operation, Reads
from deskproof.simulator.wire.kernel.provenance import RAN, RAN_IN_BROWSER
from deskproof.simulator.wire.kernel.shapes import AnyQuery, Anything, Unread
from deskproof.simulator.wire.platform import encode, shapes

PLATFORM_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="catalogue before sign-in", method="GET", service=Service.U2C, path="/limited/catalog",
        does=Reads(read=encode.host_catalogue), query=shapes.CatalogueQuery, answer=shapes.HostCatalogue, open=True,
        source="PROTOCOL 2.2; webex-core services.js", compared=RAN,
        differs="`hostCatalog` is empty on plain http and names the host for calls on https. "
        "`entra`, where Teams accounts sign in, is ours.",
    ),
    Operation(
        name="catalogue", method="GET", service=Service.U2C, path="/catalog",
        does=Reads(read=encode.own_host_catalogue), query=shapes.CatalogueQuery, answer=shapes.HostCatalogue,
        source="PROTOCOL 2.2; webex-core services.js", compared=RAN, differs="As before sign-in.",
    ),
    Operation(
        name="metrics", method="POST", service=Service.METRICS, path="/clientmetrics", does=Reads(read=encode.nothing),
        body=Anything, query=AnyQuery, source="PROTOCOL 8", compared=RAN, detail=encode.metric_names,
        differs="Not stored; the traffic has the names.",
    ),
    Operation(
        name="metrics before sign-in", method="POST", service=Service.METRICS, path="/clientmetrics-prelogin",
        does=Reads(read=encode.nothing), body=Anything, query=AnyQuery, open=True, detail=encode.metric_names,
        source="PROTOCOL 8", differs="Not stored; the traffic has the names.",
    ),
    Operation(
        name="call metrics", method="POST", service=Service.TELEMETRY, path="/metric/v2",
        does=Reads(read=encode.nothing), body=Anything, query=AnyQuery, source="webex-core, metrics of calls",
        compared=RAN_IN_BROWSER, differs="Accepted and not stored.",
    ),
    Operation(
        name="log address", method="POST", service=Service.LOGS, path="/logs/urls", does=Reads(read=encode.log_upload),
        body=Anything, answer=shapes.LogUpload, source="PROTOCOL 8", compared=RAN,
    ),
    Operation(
        name="log upload", method="PUT", service=Service.LOGS, path="/logs/files/{name}",
        does=Reads(read=encode.nothing), body=Unread, open=True, source="PROTOCOL 8", compared=RAN,
        differs="Accepted and not stored.",
    ),
    Operation(
        name="log description", method="POST", service=Service.LOGS, path="/logs/meta", does=Reads(read=encode.nothing),
        body=Anything, source="PROTOCOL 8", compared=RAN, differs="Accepted and not stored.",
    ),
)  # fmt: skip
