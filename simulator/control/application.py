"""The control plane as an ASGI application: every operation of docs/architecture.md under `/_control/v1`, with OpenAPI.

Rule: each operation is at most one command or one question to a tenant; every refusal is `{"error": sentence}`.
"""

import asyncio
import secrets
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import HTTPConnection
from starlette.types import Scope

from deskproof.simulator.control.client import PREFIX
from deskproof.simulator.control.documents import DocumentError, document_of, patched
from deskproof.simulator.control.faults import fault_operations
from deskproof.simulator.control.floor import floor_operations
from deskproof.simulator.control.forms import (
    AdvanceWish,
    ChangeForm,
    ClockForm,
    EntryForm,
    ErrorForm,
    FactForm,
    FactsForm,
    FactWish,
    JournalForm,
    LineForm,
    MailboxForm,
    MailForm,
    PeopleForm,
    TenantForm,
    TenantsForm,
    TenantWish,
    TrafficForm,
    instant_of,
    instant_text,
    people_of,
)
from deskproof.simulator.control.json_body import JsonBody
from deskproof.simulator.control.sentences import fault_sentence
from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.edge.authentication import bearer_of
from deskproof.simulator.edge.context import Place, RequestContext, Site
from deskproof.simulator.runtime.blueprints import UnknownBlueprint, blueprint, password_for
from deskproof.simulator.runtime.clock import Clock, OutOfTime
from deskproof.simulator.runtime.facts import facts
from deskproof.simulator.runtime.journal import Entry
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy

_SHOWN = 12
"""How many of the latest entries a wait that failed tells of."""

DESCRIPTION = f"{PREFIX}/openapi.json"
"""Where the operations are described: the one address that wants no token."""


def control_site(tenants: TenantRegistry, token: str, places: Collection[str]) -> Site:
    """The control plane as a site of the edge; every operation wants `token` as bearer. `places` are the names at
    which faults of requests act.
    """

    def authenticate(scope: Scope, context: RequestContext) -> Response | None:
        is_open = scope["path"] == DESCRIPTION
        return None if is_open or secrets.compare_digest(bearer_of(scope).encode(), token.encode()) else _stranger()

    def place(scope: Scope, tenancy: Tenancy | None) -> Place:
        return Place(name="control", is_recorded=False)

    def failure(connection: HTTPConnection, context: RequestContext, status: int, sentence: str) -> Response:
        return JSONResponse({"error": sentence}, status)

    return Site(app=control_application(tenants, places), place=place, authenticate=authenticate, failure=failure)


def control_application(tenants: TenantRegistry, places: Collection[str]) -> FastAPI:
    """The operations of the control plane."""
    described = HTTPBearer(auto_error=False, description="the control token, made when the simulator starts")

    application = FastAPI(
        title="Deskproof control plane",
        version="1",
        summary="Make tenants, change them, move their time, break them, and read what happened.",
        openapi_url=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    application.include_router(_operations(tenants, places), prefix=PREFIX, dependencies=[Depends(described)])
    application.add_middleware(JsonBody)
    application.add_exception_handler(StarletteHTTPException, _refused)
    application.add_exception_handler(RequestValidationError, _misread)
    return application


def _operations(tenants: TenantRegistry, places: Collection[str]) -> APIRouter:
    def tenant(tenant_id: str) -> Tenancy:
        found = tenants.tenant(tenant_id)
        if found is None:
            there = ", ".join(tenancy.id for tenancy in tenants) or "none"
            raise HTTPException(HTTPStatus.NOT_FOUND, f'There is no tenant "{tenant_id}"; open tenants: {there}.')
        return found

    async def tenant_of_path(tenant_id: str) -> Tenancy:
        return tenant(tenant_id)

    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    refusals: dict[int | str, dict[str, Any]] = {
        status: {"model": ErrorForm} for status in (400, 401, 404, 408, 409, 422)
    }
    routes = APIRouter(responses=refusals)

    @routes.post("/tenants", status_code=HTTPStatus.CREATED, summary="Make a tenant from a blueprint")
    async def create_tenant(wish: Annotated[TenantWish, Body()]) -> TenantForm:
        if wish.clock.real == (wish.clock.frozen_at is not None):
            raise _unfit('clock is wanted as either {"real": true} or {"frozenAt": "2026-01-15T09:00:00Z"}.')
        try:
            start = blueprint(wish.blueprint, wish.seed)
        except UnknownBlueprint as error:
            raise _unfit(f"{str(error)[:1].upper()}{str(error)[1:]}.") from None
        try:
            configuration, _ = patched(start, wish.changes, password_for=partial(password_for, wish.seed))
        except DocumentError as error:
            raise _unfit(str(error)) from None
        clock = Clock.frozen(instant_of(wish.clock.frozen_at)) if wish.clock.frozen_at else Clock.real()
        return TenantForm.of(tenants.create(configuration, clock=clock, seed=wish.seed))

    @routes.get("/facts", summary="The facts that a journal can have, with their parts")
    async def fact_names() -> FactsForm:
        return FactsForm(
            facts=[FactForm(name=fact.name, kind=fact.kind, parts=sorted(fact.parts)) for fact in facts().values()]
        )

    @routes.get("/tenants", summary="The open tenants")
    async def open_tenants() -> TenantsForm:
        return TenantsForm(tenants=[TenantForm.of(tenancy) for tenancy in tenants])

    @routes.get("/tenants/{tenant_id}", summary="One tenant: addresses, clock, people")
    async def tenant_by_id(tenancy: Of) -> TenantForm:
        return TenantForm.of(tenancy)

    @routes.delete("/tenants/{tenant_id}", status_code=HTTPStatus.NO_CONTENT, summary="Close a tenant")
    async def close_tenant(tenancy: Of) -> Response:
        tenants.close(tenancy.id)
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.get("/tenants/{tenant_id}/configuration", summary="The configuration, passwords in the clear")
    async def configuration(tenancy: Of) -> dict[str, Any]:
        return document_of(tenancy.configuration)

    @routes.patch("/tenants/{tenant_id}/configuration", summary="Patch the configuration; lists are merged by key")
    async def change_configuration(tenancy: Of, patch: Annotated[dict[str, Any], Body()]) -> ChangeForm:
        try:
            changed_to, changed = patched(
                tenancy.configuration, patch, password_for=partial(password_for, tenancy.seed)
            )
        except DocumentError as error:
            raise _unfit(str(error)) from None
        if changed:
            tenancy.submit(ChangeConfiguration(configuration=changed_to, changed=changed), cause="control")
        return ChangeForm(changed=list(changed), people=people_of(tenancy))

    @routes.get("/tenants/{tenant_id}/people", summary="The people, with passwords that work")
    async def people(tenancy: Of) -> PeopleForm:
        return PeopleForm.of(tenancy)

    @routes.get("/tenants/{tenant_id}/mailboxes/{email}", summary="The mails to an address, oldest first")
    async def mailbox(tenancy: Of, email: str) -> MailboxForm:
        if "@" not in email:
            raise _unfit(f'"{email}" is no e-mail address; wanted one such as ada.lindqvist@example.com.')
        return MailboxForm(mails=[MailForm.of(mail) for mail in tenancy.mailboxes.of(email)])

    @routes.get("/tenants/{tenant_id}/journal", summary="What happened, in order, after an entry")
    async def journal(tenancy: Of, after: int = 0) -> JournalForm:
        return JournalForm(entries=[EntryForm.of(entry) for entry in tenancy.journal.after(after)])

    @routes.get("/tenants/{tenant_id}/traffic", summary="The latest HTTP and socket lines after a line")
    async def traffic(tenancy: Of, after: int = 0) -> TrafficForm:
        return TrafficForm(lines=[LineForm.of(line) for line in tenancy.traffic.after(after)])

    @routes.post(
        "/tenants/{tenant_id}/facts/wait", summary="Answer when a fact is in the journal; 408 when it does not come"
    )
    async def wait_for_fact(tenancy: Of, wish: Annotated[FactWish, Body()]) -> EntryForm:
        if (sentence := _never_true(wish)) is not None:
            raise _unfit(sentence)

        def wanted(entry: Entry) -> bool:
            return entry.name == wish.name and _has_parts(entry.data, wish.parts)

        fact = asyncio.ensure_future(tenancy.journal.wait_for(wanted, after=wish.after))
        end = asyncio.ensure_future(tenancy.closed.wait())
        try:
            await asyncio.wait((fact, end), timeout=wish.timeout_seconds, return_when=asyncio.FIRST_COMPLETED)
            if fact.done():
                return EntryForm.of(fact.result())
        finally:
            fact.cancel()
            end.cancel()
        if tenancy.closed.is_set():
            raise HTTPException(
                HTTPStatus.CONFLICT, f"Tenant {tenancy.id} was closed while {wish.name} was waited for."
            )
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, _not_seen(wish, tenancy.journal.after(wish.after)))

    @routes.get("/tenants/{tenant_id}/clock", summary="What time it is, and when something is next due")
    async def clock(tenancy: Of) -> ClockForm:
        return ClockForm.of(tenancy)

    @routes.post("/tenants/{tenant_id}/clock/advance", summary="Move time forward; deadlines on the way are kept")
    async def advance(tenancy: Of, wish: Annotated[AdvanceWish, Body()]) -> ClockForm:
        with _in_time(tenancy):
            tenancy.advance(round(wish.seconds * 1_000))
        return ClockForm.of(tenancy, moved=wish.seconds > 0)

    @routes.post("/tenants/{tenant_id}/clock/next", summary="Move time to the next deadline, if there is one")
    async def run_to_next_deadline(tenancy: Of) -> ClockForm:
        with _in_time(tenancy):
            return ClockForm.of(tenancy, moved=tenancy.run_to_next_deadline() is not None)

    @routes.post("/tenants/{tenant_id}/clock/freeze", summary="Stop the clock where it is")
    async def freeze(tenancy: Of) -> ClockForm:
        tenancy.clock.freeze()
        return ClockForm.of(tenancy)

    routes.include_router(fault_operations(tenant_of_path, places))
    routes.include_router(floor_operations(tenant_of_path))
    return routes


def _stranger() -> JSONResponse:
    sentence = "The control plane wants the header Authorization: Bearer and the control token printed at start."
    return JSONResponse({"error": sentence}, HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})


def _unfit(sentence: str) -> HTTPException:
    return HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)


@contextmanager
def _in_time(tenancy: Tenancy) -> Iterator[None]:
    """Refuse to move the clock to where no clock can be."""
    try:
        yield
    except OutOfTime as error:
        raise _unfit(f"The clock is at {instant_text(tenancy.clock.now())} and was not moved: {error}.") from None


def _never_true(wish: FactWish) -> str | None:
    """Why a fact can never be in a journal; None when it can."""
    known = facts().get(wish.name)
    if known is None:
        near = get_close_matches(wish.name, facts(), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "check the spelling."
        return f'There is no fact "{wish.name}"; {hint} GET {PREFIX}/facts lists the facts.'
    unknown = [part for part in wish.parts if part not in known.parts]
    if unknown:
        return f'{wish.name} has no part "{unknown[0]}"; it has {", ".join(sorted(known.parts))}.'
    return None


def _has_parts(data: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
    places = [data, *(inner for inner in data.values() if isinstance(inner, Mapping))]
    return all(any(name in place and place[name] == value for place in places) for name, value in parts.items())


def _not_seen(wish: FactWish, entries: tuple[Entry, ...]) -> str:
    wanted = wish.name + "".join(f", {name}={value}" for name, value in wish.parts.items())
    names = [f"{entry.seq} {entry.name}{_whose(entry)}" for entry in entries[-_SHOWN:]]
    seen = "; ".join(names) or "nothing at all"
    waited = f"{wanted} was not seen after entry {wish.after} within {wish.timeout_seconds:g} seconds"
    return f"{waited}; the journal has since then: {seen}."


def _whose(entry: Entry) -> str:
    places = [entry.data, *(inner for inner in entry.data.values() if isinstance(inner, Mapping))]
    agent = next((place["agent"] for place in places if "agent" in place), None)
    return f" ({agent})" if agent else ""


async def _refused(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, StarletteHTTPException):
        raise error
    sentence = error.detail
    if error.detail == HTTPStatus(error.status_code).phrase:
        sentence = f"The control plane has no {request.method} {request.url.path}; see {PREFIX}/openapi.json."
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)


async def _misread(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    fault = dict(error.errors()[0])
    where, *place = fault["loc"]
    if where == "body" and not place:
        sentence = "The body is missing; wanted a JSON object."
    else:
        sentence = fault_sentence({**fault, "loc": tuple(place)}, None, error.body)
    return JSONResponse({"error": sentence}, HTTPStatus.UNPROCESSABLE_ENTITY)
