"""The operations that read, move and stop a tenant's clock."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from deskproof.simulator.control.routes.answers import unfit
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import AdvanceRequest, ClockResponse, instant_text
from deskproof.simulator.runtime.clock import OutOfTime
from deskproof.simulator.runtime.tenancy import Tenancy


def clock_operations(tenant_of_path: Callable[[str], Awaitable[Tenancy]]) -> APIRouter:
    """The operations under `clock` of a tenant."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations()

    @routes.get("/tenants/{tenant_id}/clock", summary="The current time and the next deadline")
    async def clock(tenancy: Of) -> ClockResponse:
        return ClockResponse.of(tenancy)

    @routes.post("/tenants/{tenant_id}/clock/advance", summary="Move time forward; deadlines in between run in order")
    async def advance(tenancy: Of, request: Annotated[AdvanceRequest, Body()]) -> ClockResponse:
        with _in_time(tenancy):
            tenancy.advance(round(request.seconds * 1_000))
        return ClockResponse.of(tenancy, moved=request.seconds > 0)

    @routes.post("/tenants/{tenant_id}/clock/next", summary="Move time to the next deadline, if there is one")
    async def run_to_next_deadline(tenancy: Of) -> ClockResponse:
        with _in_time(tenancy):
            return ClockResponse.of(tenancy, moved=tenancy.run_to_next_deadline() is not None)

    @routes.post("/tenants/{tenant_id}/clock/freeze", summary="Stop the clock where it is")
    async def freeze(tenancy: Of) -> ClockResponse:
        tenancy.clock.freeze()
        return ClockResponse.of(tenancy)

    @routes.post("/tenants/{tenant_id}/clock/run", summary="Let the clock go on with real time from where it is")
    async def run(tenancy: Of) -> ClockResponse:
        tenancy.run_clock()
        return ClockResponse.of(tenancy)

    return routes


@contextmanager
def _in_time(tenancy: Tenancy) -> Iterator[None]:
    """Refuse to move the clock beyond the last instant."""
    try:
        yield
    except OutOfTime as error:
        raise unfit(f"The clock is at {instant_text(tenancy.clock.now())} and was not moved: {error}.") from None
