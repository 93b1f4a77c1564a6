"""The limits of numbers in requests to the control plane."""

from typing import Any

import httpx
import pytest

from tests.simulator.control.conftest import create_tenant


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("clock/advance", {"seconds": 31_622_400}, 200),
        ("clock/advance", {"seconds": 31_622_401}, 422),
        ("faults", {"kind": "answers otherwise", "status": 199}, 422),
        ("faults", {"kind": "answers otherwise", "status": 200}, 201),
        ("faults", {"kind": "answers an error", "status": 399}, 422),
        ("faults", {"kind": "answers an error", "status": 400}, 201),
        ("faults", {"kind": "answers an error", "status": 599}, 201),
        ("faults", {"kind": "answers an error", "status": 600}, 422),
    ],
)
async def test_a_number_has_a_minimum_and_a_maximum(
    plane: httpx.AsyncClient, path: str, body: dict[str, Any], status: int
) -> None:
    await create_tenant(plane)
    answer = await plane.post(f"/tenants/t-0001/{path}", json=body)
    assert answer.status_code == status, answer.text


async def test_a_fault_lasts_no_longer_than_a_clock_can_be_moved(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    for seconds, status in ((31_622_400, 201), (31_622_401, 422), (10**40, 422)):
        answer = await plane.post("/tenants/t-0001/faults", json={"kind": "answers late", "seconds": seconds})
        assert answer.status_code == status
