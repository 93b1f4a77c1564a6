"""The operations of the control plane for faults: arm, list and clear them, and list the places at which they act."""

from collections.abc import Awaitable, Callable, Collection, Iterable
from difflib import get_close_matches
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Depends, HTTPException

from deskproof.simulator.control.routes.answers import unfit
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import (
    LOWEST_ERROR,
    FaultPlacesResponse,
    FaultRequest,
    FaultResponse,
    FaultsResponse,
)
from deskproof.simulator.edge.faults.kinds import ALTERING_FAULTS, CONNECTION_FAULTS, FRAME_FAULTS, REQUEST_FAULTS
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.faults import ANYTHING, FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.catalogue import FRAME_NAMES
from deskproof.simulator.wire.subscriptions.encode import EVENT_TYPES


def fault_operations(tenant_of_path: Callable[[str], Awaitable[Tenancy]], request_places: Collection[str]) -> APIRouter:
    """The operations under `/tenants/{tenant_id}/faults`. `request_places` are the names of what can be requested."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations()

    def people(tenancy: Tenancy) -> list[str]:
        return [person.key for person in tenancy.configuration.people]

    @routes.post("/tenants/{tenant_id}/faults", status_code=HTTPStatus.CREATED, summary="Arm a fault")
    async def arm_fault(tenancy: Of, request: Annotated[FaultRequest, Body()]) -> FaultResponse:
        if request.seconds_max is not None:
            if request.kind is not FaultKind.ANSWERS_LATE:
                raise unfit(f'secondsMax is only for "{FaultKind.ANSWERS_LATE}"; leave it out for "{request.kind}".')
            if request.seconds_max < request.seconds:
                raise unfit(
                    f"secondsMax is {request.seconds_max} and seconds is {request.seconds}; expected at least seconds."
                )
        if (misfit := _misfit(request)) is not None:
            raise unfit(misfit)
        places = set(_places(request.kind, request_places, people(tenancy)))
        if request.where != ANYTHING and request.where not in places:
            raise unfit(_no_such_place(request.kind, request.where, places))
        fault = tenancy.faults.arm(
            kind=request.kind, where=request.where, times=request.times, after=request.after,
            probability=request.probability, seconds=request.seconds, seconds_max=request.seconds_max,
            status=request.status, alteration=Alteration(set=request.set, remove=tuple(request.remove)),
        )  # fmt: skip
        return FaultResponse.of(fault)

    @routes.get("/tenants/{tenant_id}/faults", summary="Every fault that was armed, and how often it fired")
    async def faults(tenancy: Of) -> FaultsResponse:
        return FaultsResponse(faults=[FaultResponse.of(fault) for fault in tenancy.faults.all()])

    @routes.get("/tenants/{tenant_id}/faults/places", summary="The names of the places at which faults act")
    async def places(tenancy: Of) -> FaultPlacesResponse:
        return FaultPlacesResponse(
            requests=sorted(request_places), frames=sorted((*FRAME_NAMES, *EVENT_TYPES)), people=sorted(people(tenancy))
        )

    @routes.delete("/tenants/{tenant_id}/faults/{fault_id}", summary="Clear a fault, so that it no longer fires")
    async def clear_fault(tenancy: Of, fault_id: str) -> FaultResponse:
        armed = [fault.id for fault in tenancy.faults.all()]
        if fault_id not in armed:
            armed_ids = ", ".join(armed) or "none"
            raise HTTPException(HTTPStatus.NOT_FOUND, f'There is no fault "{fault_id}"; armed so far: {armed_ids}.')
        return FaultResponse.of(tenancy.faults.clear(fault_id))

    return routes


def _misfit(request: FaultRequest) -> str | None:
    """A sentence where the fault has what its kind does not have, or lacks what it needs."""
    error, otherwise = FaultKind.ANSWERS_AN_ERROR, FaultKind.ANSWERS_OTHERWISE
    if request.status is not None and request.kind not in (error, otherwise):
        return f'status is only for "{error}" and "{otherwise}"; leave it out for "{request.kind}".'
    if request.kind is error and request.status is not None and request.status < LOWEST_ERROR:
        return f'status is {request.status}; expected at least {LOWEST_ERROR} for "{error}".'
    if request.kind in ALTERING_FAULTS:
        if not (request.set or request.remove or request.status):
            what = "set, remove or status" if request.kind is otherwise else "set or remove"
            return f'"{request.kind}" changes nothing; give {what}.'
        return None
    if request.set or request.remove:
        kinds = " and ".join(f'"{kind}"' for kind in FaultKind if kind in ALTERING_FAULTS)
        return f'set and remove are only for {kinds}; leave them out for "{request.kind}".'
    return None


def _places(kind: FaultKind, request_places: Iterable[str], people: Iterable[str]) -> Iterable[str]:
    of_requests = kind in REQUEST_FAULTS or kind is FaultKind.ANSWERS_OTHERWISE
    if of_requests:
        yield from request_places
    if kind in FRAME_FAULTS or kind is FaultKind.SENDS_OTHERWISE:
        yield from FRAME_NAMES
    if kind in FRAME_FAULTS or kind is FaultKind.ANSWERS_LATE:
        yield from EVENT_TYPES
    if of_requests or kind in CONNECTION_FAULTS:
        yield from people


def _no_such_place(kind: FaultKind, where: str, places: Collection[str]) -> str:
    near = get_close_matches(where, places, n=3, cutoff=0.5)
    meant = "".join(f' "{name}",' for name in near).rstrip(",")
    hint = f"; did you mean{meant}?" if near else "."
    return f'"{kind}" does not act at "{where}"{hint} GET .../faults/places lists the places.'
