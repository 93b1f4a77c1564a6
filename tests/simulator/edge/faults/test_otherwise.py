"""Answers that read otherwise: status and body, of whichever site, and what traffic says of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import FaultKind, Faults
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Line, Verdict
from tests.simulator.domain.story import MORNING

pytestmark = pytest.mark.anyio

OTHERWISE = FaultKind.ANSWERS_OTHERWISE
CATALOGUE = "/u2c/api/v1/limited/catalog?format=hostmap"


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token="a-control-token-of-tests")


@pytest.fixture
def tenancy(application: Application) -> Tenancy:
    return application.tenants.create(blueprint("standard"), clock=Clock.frozen(MORNING))


@pytest.fixture
def faults(tenancy: Tenancy) -> Faults:
    return tenancy.faults


@pytest.fixture
async def http(application: Application, tenancy: Tenancy) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url=tenancy.origins.desktop) as client:
        yield client


def last_line(tenancy: Tenancy) -> Line:
    return tenancy.traffic.after()[-1]


async def test_an_answer_has_other_values_and_is_recorded_as_altered(
    http: httpx.AsyncClient, tenancy: Tenancy, faults: Faults
) -> None:
    sound = (await http.get(CATALOGUE)).json()
    faults.arm(
        kind=OTHERWISE,
        where="catalogue before sign-in",
        alteration=Alteration(set={"format": "ååå"}, remove=("serviceLinks",)),
    )
    answer = await http.get(CATALOGUE)
    assert answer.json() == {**{name: sound[name] for name in sound if name != "serviceLinks"}, "format": "ååå"}
    assert answer.headers["content-length"] == str(len(answer.content))
    line = last_line(tenancy)
    assert (line.status, line.verdict, line.detail) == (200, Verdict.ALTERED, "altered by a fault")
    assert (await http.get(CATALOGUE)).json() == sound
    assert last_line(tenancy).verdict is Verdict.OK


async def test_an_answer_has_another_status(http: httpx.AsyncClient, tenancy: Tenancy, faults: Faults) -> None:
    faults.arm(kind=OTHERWISE, where="catalogue before sign-in", status=200, times=2)
    faults.arm(kind=OTHERWISE, where="catalogue before sign-in", status=503, times=None)
    sound = await http.get(CATALOGUE)
    assert [(sound.status_code), (await http.get(CATALOGUE)).status_code] == [503, 503]
    assert "serviceLinks" in sound.json()
    assert (last_line(tenancy).status, last_line(tenancy).verdict) == (503, Verdict.ALTERED)
    assert [(fault.occasions, fault.fired) for fault in faults.all()] == [(0, 0), (2, 2)]


async def test_a_fault_that_changes_nothing_in_an_answer_waits(
    http: httpx.AsyncClient, tenancy: Tenancy, faults: Faults
) -> None:
    faults.arm(kind=OTHERWISE, status=201, alteration=Alteration(set={"nothing.name": 1}))
    faults.arm(kind=OTHERWISE, where="identity keys", alteration=Alteration(remove=("keys",)))
    answer = await http.get(CATALOGUE)
    assert (answer.status_code, last_line(tenancy).verdict) == (200, Verdict.OK)
    assert [fault.occasions for fault in faults.all()] == [0, 0]
    assert (await http.get(f"{tenancy.origins.identity}/jwks")).json() == {}
    assert [fault.fired for fault in faults.all()] == [0, 1]


async def test_several_faults_change_one_answer(http: httpx.AsyncClient, faults: Faults) -> None:
    faults.arm(kind=OTHERWISE, alteration=Alteration(set={"format": {"a": 1}}))
    faults.arm(kind=OTHERWISE, alteration=Alteration(set={"format.a": 2}))
    assert (await http.get(CATALOGUE)).json()["format"] == {"a": 2}


@pytest.mark.parametrize("path", ["/task", "/desktop/mark.svg"])
async def test_what_is_not_json_stays_as_it_is(http: httpx.AsyncClient, faults: Faults, path: str) -> None:
    sound = await http.get(path)
    faults.arm(kind=OTHERWISE, alteration=Alteration(set={"format": "another"}))
    assert (await http.get(path)).content == sound.content
    assert faults.all()[0].fired == 0


async def test_a_refused_request_stays_one(http: httpx.AsyncClient, tenancy: Tenancy, faults: Faults) -> None:
    faults.arm(kind=OTHERWISE, status=200)
    assert (await http.get("/wcc/v9/nothing")).status_code == 200
    assert last_line(tenancy).verdict is Verdict.UNKNOWN_REQUEST
