"""The operations that read the journal, facts and traffic."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from difflib import get_close_matches
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException

from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.control.routes.answers import unfit
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import (
    EntryResponse,
    FactRequest,
    FactResponse,
    FactsResponse,
    JournalResponse,
    LineResponse,
    TrafficResponse,
    instant_text,
)
from deskproof.simulator.runtime.facts import facts
from deskproof.simulator.runtime.journal import Entry
from deskproof.simulator.runtime.tenancy import Tenancy

_SHOWN = 12
"""How many of the latest entries the refusal of a wait names."""


def journal_operations(tenant_of_path: Callable[[str], Awaitable[Tenancy]]) -> APIRouter:
    """The operations under `/facts`, and under `journal`, `traffic` and `facts` of a tenant."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations()

    @routes.get("/facts", summary="The facts that a journal can have, with their parts")
    async def fact_names() -> FactsResponse:
        return FactsResponse(
            facts=[FactResponse(name=fact.name, kind=fact.kind, parts=sorted(fact.parts)) for fact in facts().values()]
        )

    @routes.get("/tenants/{tenant_id}/journal", summary="The entries of the journal after a number, in order")
    async def journal(tenancy: Of, after: int = 0) -> JournalResponse:
        return JournalResponse(
            entries=[EntryResponse.of(entry) for entry in tenancy.journal.after(after)],
            now=instant_text(tenancy.clock.now()),
        )

    @routes.get("/tenants/{tenant_id}/traffic", summary="The recorded lines of HTTP and sockets after a number")
    async def traffic(tenancy: Of, after: int = 0) -> TrafficResponse:
        return TrafficResponse(lines=[LineResponse.of(line) for line in tenancy.traffic.after(after)])

    @routes.post("/tenants/{tenant_id}/facts/wait", summary="Wait until a fact is in the journal; 408 on timeout")
    async def wait_for_fact(tenancy: Of, request: Annotated[FactRequest, Body()]) -> EntryResponse:
        if (sentence := _never_true(request)) is not None:
            raise unfit(sentence)

        def matches(entry: Entry) -> bool:
            return entry.name == request.name and _has_parts(entry.data, request.parts)

        fact = asyncio.ensure_future(tenancy.journal.wait_for(matches, after=request.after))
        end = asyncio.ensure_future(tenancy.closed.wait())
        try:
            await asyncio.wait((fact, end), timeout=request.timeout_seconds, return_when=asyncio.FIRST_COMPLETED)
            if fact.done():
                return EntryResponse.of(fact.result())
        finally:
            fact.cancel()
            end.cancel()
        if tenancy.closed.is_set():
            raise HTTPException(
                HTTPStatus.CONFLICT, f"Tenant {tenancy.id} was closed during the wait for {request.name}."
            )
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, _not_seen(request, tenancy.journal.after(request.after)))

    return routes


def _never_true(request: FactRequest) -> str | None:
    """Why a fact can never be in a journal; None when it can."""
    known = facts().get(request.name)
    if known is None:
        near = get_close_matches(request.name, facts(), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "check the spelling."
        return f'There is no fact "{request.name}"; {hint} GET {PREFIX}/facts lists the facts.'
    unknown = [part for part in request.parts if part not in known.parts]
    if unknown:
        return f'{request.name} has no part "{unknown[0]}"; it has {", ".join(sorted(known.parts))}.'
    return None


def _has_parts(data: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
    places = [data, *(inner for inner in data.values() if isinstance(inner, Mapping))]
    return all(any(name in place and place[name] == value for place in places) for name, value in parts.items())


def _not_seen(request: FactRequest, entries: tuple[Entry, ...]) -> str:
    fact = request.name + "".join(f", {name}={value}" for name, value in request.parts.items())
    names = [f"{entry.seq} {entry.name}{_whose(entry)}" for entry in entries[-_SHOWN:]]
    seen = "; ".join(names) or "nothing"
    waited = f"{fact} was not seen after entry {request.after} within {request.timeout_seconds:g} seconds"
    return f"{waited}; the journal has since then: {seen}."


def _whose(entry: Entry) -> str:
    places = [entry.data, *(inner for inner in entry.data.values() if isinstance(inner, Mapping))]
    agent = next((place["agent"] for place in places if "agent" in place), None)
    return f" ({agent})" if agent else ""
