"""The composition root: creates the registry of tenants and the sites, and maps each host to its site.

Addresses are those of docs/architecture.md. An unknown host gets 421 and a page that says what to do (AD-019).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from deskproof.simulator.console.live import ADDRESS as CONSOLE
from deskproof.simulator.console.live import live_routes
from deskproof.simulator.console.pages import console_site, missing_page, no_tenant_here, unknown_host, wants_page
from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.control.application import control_site
from deskproof.simulator.desktop import site as desktop
from deskproof.simulator.desktop.files import STATIC
from deskproof.simulator.edge.chain import chain
from deskproof.simulator.edge.context import Site, context_of
from deskproof.simulator.edge.hosts import host_of
from deskproof.simulator.product import site as product
from deskproof.simulator.product.entra import site as entra
from deskproof.simulator.product.identity import site as identity
from deskproof.simulator.product.openid.site import place_names
from deskproof.simulator.product.services import attach, services_at
from deskproof.simulator.runtime.limits import Limits
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.vendor_hosts import HOSTS, is_vendors

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The hosts that do not belong to a tenant and are always accepted."""

_SHARED = ("vendor/lit-3.3.3.js", "styles/boot.css", "styles/style.css", "mark.svg")
"""The files that the console has in common with the desktop."""

_TENANT_HOST = re.compile(r"(?:(?P<part>id|teams)\.)?(?P<tenant>t-[0-9]+)\.localhost")
_TENANT_LIKE = re.compile(r"[a-z0-9.-]+\.localhost")


class Application:
    """The whole simulator as one ASGI application."""

    def __init__(
        self,
        *,
        port: int,
        token: str,
        hosts: Collection[str] = (),
        vendor_hosts: bool = False,
        scheme: str = "http",
        limits: Limits = Limits(),
    ) -> None:
        self.tenants = TenantRegistry(port=port, scheme=scheme, attach=attach, limits=limits)
        self._vendor_hosts = vendor_hosts
        self._bare_hosts = frozenset(host.lower() for host in (*LOOPBACK, *hosts))
        self._control = control_site(self.tenants, token, request_places())
        live = live_routes(STATIC, _SHARED, LOOPBACK)
        self._console = console_site(self.tenants, _missing, control_prefix=PREFIX, live=live)
        self._product = product.product_site()
        self._desktop = desktop.desktop_site(_missing)
        self._identity = identity.identity_site(lambda scope: services_at(scope).identity)
        self._entra = entra.entra_site(lambda scope: services_at(scope).teams)
        self._app = chain(self._site)

    def close(self) -> None:
        """Close every tenant with its sockets and waits."""
        for tenancy in self.tenants:
            self.tenants.close(tenancy.id)

    async def settled(self) -> None:
        """Return when everything of the closed tenants has ended."""
        await self.tenants.settled()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def _site(self, scope: Scope) -> tuple[Site, Tenancy | None]:
        """The site that answers and its tenant: chosen by host, then by path."""
        host = host_of(scope)
        if host in self._bare_hosts:
            return self._bare_site(scope)
        named = _TENANT_HOST.fullmatch(host)
        tenancy = self.tenants.tenant(named["tenant"]) if named else None
        if self._vendor_hosts and is_vendors(host):
            return self._vendor_site(scope, host)
        if named is None or tenancy is None:
            return (no_tenant_here if _TENANT_LIKE.fullmatch(host) else unknown_host), None
        match named["part"]:
            case None:
                return (self._product if _is_for_product(scope) else self._desktop), tenancy
            case "id":
                return self._identity, tenancy
            case _:
                return self._entra, tenancy

    def _bare_site(self, scope: Scope) -> tuple[Site, Tenancy | None]:
        path: str = scope["path"]
        if path == PREFIX or path.startswith(f"{PREFIX}/"):
            return self._control, None
        if path in ("/", CONSOLE) or path.startswith(f"{CONSOLE}/"):
            return self._console, None
        if scope["type"] == "http" and not product.owns(path) and wants_page(HTTPConnection(scope)):
            return self._console, None
        return self._product, self._tenant_of_request(scope)

    def _vendor_site(self, scope: Scope, host: str) -> tuple[Site, Tenancy | None]:
        """The site at one of the vendor's hosts. The tenant is the one that the request names; where it names none, the
        only one there is.
        """
        if product.organisation_of(scope) is None:
            tenants = tuple(self.tenants)
            tenancy = tenants[0] if len(tenants) == 1 else None
        else:
            tenancy = self._tenant_of_request(scope)
        is_sign_in = host == HOSTS["idbroker"] and tenancy is not None
        return (self._identity if is_sign_in else self._product), tenancy

    def _tenant_of_request(self, scope: Scope) -> Tenancy | None:
        return self.tenants.tenant_of_organisation(product.organisation_of(scope) or "")


def request_places() -> tuple[str, ...]:
    """The names of all places at which faults of requests act."""
    return (
        *product.place_names(),
        *place_names(identity.NAME, identity.PAGES),
        *place_names(entra.NAME, entra.PAGES),
        *desktop.place_names(),
    )


def _is_for_product(scope: Scope) -> bool:
    """Whether a request on a tenant's desktop origin is for the product: by its path, or because a program sends it and
    the desktop has nothing at the path.
    """
    if product.owns(scope["path"]) or scope["type"] != "http":
        return True
    connection = HTTPConnection(scope)
    is_program = not wants_page(connection) and "application/json" in connection.headers.get("accept", "")
    return is_program and not desktop.serves(scope)


def _missing(request: Request, error: HTTPException) -> Response:
    """The answer at a path at which there is nothing: a page for people, a line for programs."""
    tenancy = context_of(request.scope).tenancy
    if wants_page(request):
        response = missing_page(
            request, status=error.status_code, desktop=None if tenancy is None else tenancy.origins.desktop
        )
    else:
        response = PlainTextResponse(f"{error.detail}\n", error.status_code)
    response.headers.update(error.headers or {})
    return response
