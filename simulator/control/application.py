"""The control plane as an ASGI application: every operation of docs/architecture.md under `/_control/v1`, with OpenAPI.

Rule: each operation is at most one command to a tenant or one read; every refusal is `{"error": sentence}`.
"""

import secrets
from collections.abc import Collection
from http import HTTPStatus

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import HTTPConnection
from starlette.types import Scope

from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.control.json_body import JsonBody
from deskproof.simulator.control.routes.changes import change_operations
from deskproof.simulator.control.routes.clock import clock_operations
from deskproof.simulator.control.routes.faults import fault_operations
from deskproof.simulator.control.routes.floor import floor_operations
from deskproof.simulator.control.routes.journal import journal_operations
from deskproof.simulator.control.routes.supervision import supervision_operations
from deskproof.simulator.control.routes.tenants import tenant_operations
from deskproof.simulator.control.sentences import fault_sentence
from deskproof.simulator.edge.authentication import bearer_of
from deskproof.simulator.edge.context import Place, RequestContext, Site
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy

DESCRIPTION = f"{PREFIX}/openapi.json"
"""The address of the OpenAPI document, the only one that needs no token."""


def control_site(tenants: TenantRegistry, token: str, places: Collection[str]) -> Site:
    """The control plane as a site of the edge; every operation needs `token` as bearer. `places` are the names at
    which faults of requests act.
    """

    def authenticate(scope: Scope, context: RequestContext) -> Response | None:
        is_open = scope["path"] == DESCRIPTION
        return None if is_open or secrets.compare_digest(bearer_of(scope).encode(), token.encode()) else _unauthorised()

    def place(scope: Scope, tenancy: Tenancy | None) -> Place:
        return Place(name="control", is_recorded=False)

    def failure(connection: HTTPConnection, context: RequestContext, status: int, sentence: str) -> Response:
        return JSONResponse({"error": sentence}, status)

    return Site(app=control_application(tenants, places), place=place, authenticate=authenticate, failure=failure)


def control_application(tenants: TenantRegistry, places: Collection[str]) -> FastAPI:
    """The operations of the control plane."""
    application = FastAPI(
        title="Deskproof control plane",
        version="1",
        summary="Create and change tenants, move their time, inject faults, and read what happened.",
        openapi_url=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for operations in _operations(tenants, places):
        # Not included as routers: FastAPI matches a request at every router in another, and again to handle it.
        application.router.routes.extend(operations.routes)
    application.add_middleware(JsonBody)
    application.add_exception_handler(StarletteHTTPException, _refused)
    application.add_exception_handler(RequestValidationError, _invalid)
    return application


def _operations(tenants: TenantRegistry, places: Collection[str]) -> tuple[APIRouter, ...]:
    async def tenant_of_path(tenant_id: str) -> Tenancy:
        found = tenants.tenant(tenant_id)
        if found is None:
            open_ids = ", ".join(tenancy.id for tenancy in tenants) or "none"
            raise HTTPException(HTTPStatus.NOT_FOUND, f'There is no tenant "{tenant_id}"; open tenants: {open_ids}.')
        return found

    return (
        tenant_operations(tenants, tenant_of_path),
        journal_operations(tenant_of_path),
        clock_operations(tenant_of_path),
        fault_operations(tenant_of_path, places),
        floor_operations(tenant_of_path),
        supervision_operations(tenant_of_path),
        change_operations(tenant_of_path),
    )


def _unauthorised() -> JSONResponse:
    sentence = (
        "The token is missing or wrong; send the header Authorization: Bearer with the control token printed at start."
    )
    return JSONResponse({"error": sentence}, HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})


async def _refused(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, StarletteHTTPException):
        raise error
    sentence = error.detail
    if error.detail == HTTPStatus(error.status_code).phrase:
        sentence = f"The control plane has no {request.method} {request.url.path}; see {PREFIX}/openapi.json."
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    fault = dict(error.errors()[0])
    where, *place = fault["loc"]
    if where == "body" and not place:
        sentence = "The body is missing; expected a JSON object."
    else:
        sentence = fault_sentence({**fault, "loc": tuple(place)}, None, error.body)
    return JSONResponse({"error": sentence}, HTTPStatus.UNPROCESSABLE_ENTITY)
