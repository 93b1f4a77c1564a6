"""Faults over the control plane: armed, listed, cleared, and refused where they could never act."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from deskproof.simulator.app import Application

pytestmark = pytest.mark.anyio

TOKEN = "a-token-for-tests"
FAULTS = "/tenants/t-0001/faults"


@pytest.fixture
async def plane() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Application(port=8400, token=TOKEN))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1/_control/v1", headers={"Authorization": f"Bearer {TOKEN}"}
    ) as client:
        await client.post("/tenants", json={"clock": {"frozenAt": "2026-01-15T09:00:00Z"}})
        yield client


async def test_faults_are_armed_listed_and_cleared(plane: httpx.AsyncClient) -> None:
    request = {"kind": "answers an error", "where": "station login", "times": 2, "status": 503}
    answer = await plane.post(FAULTS, json=request)
    assert answer.status_code == 201
    assert answer.json() == {
        **request, "id": "f-0001", "after": 0, "probability": 1.0, "occasions": 0, "fired": 0, "seconds": 0,
        "secondsMax": None, "set": {}, "remove": [], "cleared": False,
    }  # fmt: skip
    assert (await plane.get(FAULTS)).json() == {"faults": [answer.json()]}
    assert (await plane.delete(f"{FAULTS}/f-0001")).json()["cleared"] is True
    refused = await plane.delete(f"{FAULTS}/f-0009")
    assert (refused.status_code, refused.json()["error"]) == (404, 'There is no fault "f-0009"; armed so far: f-0001.')


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("answers late", "identity password"),
        ("answers otherwise", "station login"),
        ("answers otherwise", "ada"),
        ("sends otherwise", "AgentSignedIn"),
        ("sends otherwise", "mobius.call"),
        ("answers an error", "entra token"),
        ("answers an error", "desk.js"),
        ("answers late", "notification socket"),
        ("answers an error", "ada"),
        ("cuts everything", "identity"),
        ("cuts everything", "bo"),
        ("loses an event", "AgentSignedIn"),
        ("delivers twice", "AgentStationLoginSuccess"),
        ("loses an event", "mobius.call"),
        ("goes silent", "ada"),
        ("closes the notification socket", "*"),
    ],
)
async def test_a_fault_is_armed_at_every_place_where_its_kind_acts(
    plane: httpx.AsyncClient, kind: str, where: str
) -> None:
    change = {"set": {"type": "none"}} if "otherwise" in kind else {}
    assert (await plane.post(FAULTS, json={"kind": kind, "where": where, **change})).status_code == 201
    places = (await plane.get(f"{FAULTS}/places")).json()
    assert where == "*" or where in [name for names in places.values() for name in names]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (
            {"kind": "answers late", "where": "identity pasword"},
            '"answers late" does not act at "identity pasword"; did you mean "identity password"',
        ),
        ({"kind": "goes silent", "where": "station login"}, '"goes silent" does not act at "station login"'),
        ({"kind": "loses an event", "where": "ada"}, '"loses an event" does not act at "ada"'),
        (
            {"kind": "answers late", "seconds": 5, "secondsMax": 4},
            "secondsMax is 4 and seconds is 5; expected at least seconds.",
        ),
        (
            {"kind": "cuts everything", "secondsMax": 4},
            'secondsMax is only for "answers late"; leave it out for "cuts everything".',
        ),
        ({"kind": "answers otherwise"}, '"answers otherwise" changes nothing; give set, remove or status.'),
        ({"kind": "sends otherwise"}, '"sends otherwise" changes nothing; give set or remove.'),
        (
            {"kind": "sends otherwise", "remove": ["a"], "status": 400},
            'status is only for "answers an error" and "answers otherwise"; leave it out for "sends otherwise".',
        ),
        (
            {"kind": "answers late", "set": {"a": 1}},
            'set and remove are only for "answers otherwise" and "sends otherwise"; leave them out for "answers late".',
        ),
        (
            {"kind": "answers an error", "status": 399},
            'status is 399; expected at least 400 for "answers an error".',
        ),
        ({"kind": "answers otherwise", "remove": ["a..b"]}, "remove.0"),
        ({"kind": "answers otherwise", "set": {"": 1}}, "set"),
        ({"kind": "answers late", "times": 0}, "times"),
        ({"kind": "answers late", "probability": 0}, "probability"),
        ({"kind": "answers late", "probability": 1.01}, "probability"),
        ({"kind": "answers late", "after": -1}, "after"),
    ],
)
async def test_a_fault_that_could_not_act_is_refused(
    plane: httpx.AsyncClient, request_: dict[str, Any], sentence: str
) -> None:
    answer = await plane.post(FAULTS, json=request_)
    assert answer.status_code == 422
    assert sentence in answer.json()["error"]
    assert (await plane.get(FAULTS)).json() == {"faults": []}
