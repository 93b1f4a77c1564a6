"""The operations that create, show, change and close tenants, with their configuration, people and mails."""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException, Response

from deskproof.simulator.control.documents import DocumentError, document_of, patched
from deskproof.simulator.control.routes.answers import unfit
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import (
    ChangeResponse,
    MailboxResponse,
    MailResponse,
    PeopleResponse,
    TenantRequest,
    TenantResponse,
    TenantsResponse,
    instant_of,
    people_of,
)
from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import MINUTE
from deskproof.simulator.runtime.blueprints import UnknownBlueprint, blueprint, password_for
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.limits import TooMany
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy


def tenant_operations(tenants: TenantRegistry, tenant_of_path: Callable[[str], Awaitable[Tenancy]]) -> APIRouter:
    """The operations under `/tenants`."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations()

    @routes.post("/tenants", status_code=HTTPStatus.CREATED, summary="Create a tenant from a blueprint")
    async def create_tenant(request: Annotated[TenantRequest, Body()]) -> TenantResponse:
        if request.clock.real == (request.clock.frozen_at is not None):
            raise unfit(
                'clock has both or neither of "real" and "frozenAt"; expected {"real": true} or '
                '{"frozenAt": "2026-01-15T09:00:00Z"}.'
            )
        try:
            start = blueprint(request.blueprint, request.seed)
        except UnknownBlueprint as error:
            raise unfit(f"{str(error)[:1].upper()}{str(error)[1:]}.") from None
        try:
            configuration, _ = patched(start, request.changes, password_for=partial(password_for, request.seed))
        except DocumentError as error:
            raise unfit(str(error)) from None
        clock = Clock.frozen(instant_of(request.clock.frozen_at)) if request.clock.frozen_at else Clock.real()
        try:
            minutes = request.expires_after_minutes
            expires_after = None if minutes is None else minutes * MINUTE
            tenancy = tenants.create(configuration, clock=clock, seed=request.seed, expires_after=expires_after)
        except TooMany as error:
            raise HTTPException(HTTPStatus.CONFLICT, str(error)) from None
        return TenantResponse.of(tenancy)

    @routes.get("/tenants", summary="The open tenants")
    async def open_tenants() -> TenantsResponse:
        return TenantsResponse(tenants=[TenantResponse.of(tenancy) for tenancy in tenants])

    @routes.get("/tenants/{tenant_id}", summary="A tenant: addresses, clock, people")
    async def tenant_by_id(tenancy: Of) -> TenantResponse:
        return TenantResponse.of(tenancy)

    @routes.delete("/tenants/{tenant_id}", status_code=HTTPStatus.NO_CONTENT, summary="Close a tenant")
    async def close_tenant(tenancy: Of) -> Response:
        tenants.close(tenancy.id)
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.get("/tenants/{tenant_id}/configuration", summary="The configuration, passwords in plain text")
    async def configuration(tenancy: Of) -> dict[str, Any]:
        return document_of(tenancy.configuration)

    @routes.patch("/tenants/{tenant_id}/configuration", summary="Patch the configuration; lists are merged by key")
    async def change_configuration(tenancy: Of, patch: Annotated[dict[str, Any], Body()]) -> ChangeResponse:
        try:
            changed_to, changed = patched(
                tenancy.configuration, patch, password_for=partial(password_for, tenancy.seed)
            )
        except DocumentError as error:
            raise unfit(str(error)) from None
        if changed:
            try:
                tenancy.submit(ChangeConfiguration(configuration=changed_to, changed=changed), cause="control")
            except TooMany as error:
                raise HTTPException(HTTPStatus.CONFLICT, str(error)) from None
        return ChangeResponse(changed=list(changed), people=people_of(tenancy))

    @routes.get("/tenants/{tenant_id}/people", summary="The people with their current passwords")
    async def people(tenancy: Of) -> PeopleResponse:
        return PeopleResponse.of(tenancy)

    @routes.get("/tenants/{tenant_id}/mailboxes/{email}", summary="The mails to an address, oldest first")
    async def mailbox(tenancy: Of, email: str) -> MailboxResponse:
        if "@" not in email:
            raise unfit(f'"{email}" is not an e-mail address; expected one such as ada.lindqvist@example.com.')
        return MailboxResponse(mails=[MailResponse.of(mail) for mail in tenancy.mailboxes.of(email)])

    return routes
