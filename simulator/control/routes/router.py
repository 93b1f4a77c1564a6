"""What all operations have in common: the prefix, the bearer, and the shape of a refusal."""

from typing import Any

from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.control.schemas import ErrorResponse

_BEARER = HTTPBearer(auto_error=False, description="the control token, printed when the simulator starts")

_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorResponse} for status in (400, 401, 404, 408, 409, 422)
}


def operations(prefix: str = "") -> APIRouter:
    """A router for operations below `PREFIX` and this prefix."""
    return APIRouter(prefix=PREFIX + prefix, dependencies=[Depends(_BEARER)], responses=_REFUSALS)
