"""The chain: what every site has from it, whichever it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from deskproof.simulator.app import Application, request_places
from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.edge.chain import chain
from deskproof.simulator.edge.context import Place, Site, context_of
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from tests.simulator.domain.story import MORNING

pytestmark = pytest.mark.anyio

SITES = {
    "product": ("desktop", "/u2c/api/v1/limited/catalog?format=hostmap", "catalogue before sign-in"),
    "desktop page": ("desktop", "/task", "desktop page"),
    "desktop file": ("desktop", "/desktop/mark.svg", "mark.svg"),
    "identity page": ("identity", "/help", "identity help"),
    "identity endpoint": ("identity", "/jwks", "identity keys"),
    "entra page": ("teams", "/authorize", "entra authorize"),
    "entra endpoint": ("teams", "/.well-known/openid-configuration", "entra configuration"),
}
"""An address of each kind of site: the origin, the path, and what faults call it."""


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token="a-control-token-of-tests")


@pytest.fixture
def tenancy(application: Application) -> Tenancy:
    return application.tenants.create(blueprint("standard"), clock=Clock.frozen(MORNING))


@pytest.fixture
async def http(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(application)) as client:
        yield client


def address(tenancy: Tenancy, site: str) -> str:
    origin, path, _ = SITES[site]
    return f"{getattr(tenancy.origins, origin)}{path}"


@pytest.mark.parametrize("site", SITES)
async def test_every_place_has_a_name_at_which_faults_act(http: httpx.AsyncClient, tenancy: Tenancy, site: str) -> None:
    name = SITES[site][2]
    assert name in request_places()
    tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where=name, status=503)
    assert (await http.get(address(tenancy, site))).status_code == 503
    assert (await http.get(address(tenancy, site))).status_code != 503
    tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING, where=name)
    with pytest.raises(ConnectionAbortedError):
        await http.get(address(tenancy, site))


@pytest.mark.parametrize("site", SITES)
async def test_a_late_answer_waits_for_the_tenants_time(http: httpx.AsyncClient, tenancy: Tenancy, site: str) -> None:
    tenancy.faults.arm(kind=FaultKind.ANSWERS_LATE, where=SITES[site][2], seconds=2, seconds_max=2)
    asking = asyncio.ensure_future(http.get(address(tenancy, site)))
    await tenancy.journal.wait_for(lambda entry: entry.kind is EntryKind.FAULT)
    tenancy.advance(2 * SECOND - 1)
    await http.get(f"{tenancy.origins.identity}/static/mark.svg")  # others are answered meanwhile
    assert not asking.done()
    tenancy.advance(1)
    assert (await asking).status_code < 500


@pytest.mark.parametrize("site", SITES)
async def test_every_answer_has_the_common_headers(http: httpx.AsyncClient, tenancy: Tenancy, site: str) -> None:
    headers = (await http.get(address(tenancy, site))).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["date"] == "Thu, 15 Jan 2026 09:00:00 GMT"


@pytest.mark.parametrize(
    ("site", "shape"),
    [
        ("product", "error"),
        ("identity endpoint", "error_description"),
        ("identity page", "<h1>"),
        ("entra page", "<h1>"),
    ],
)
@pytest.mark.parametrize("more", [0, 1])
async def test_a_body_that_is_too_large_is_refused_in_the_shape_of_the_site(
    http: httpx.AsyncClient, tenancy: Tenancy, site: str, shape: str, more: int
) -> None:
    answer = await http.post(address(tenancy, site), content=b"x" * (2_097_152 + more))
    assert (answer.status_code == 413) is (more == 1)
    if more:
        assert shape in answer.text
        assert answer.headers["connection"] == "close"
        assert tenancy.traffic.after()[-1].verdict is Verdict.BAD_REQUEST


async def test_an_exception_is_a_bad_answer_and_goes_on_to_the_log(tenancy: Tenancy) -> None:
    async def broken(scope: object, receive: object, send: object) -> None:
        raise ZeroDivisionError("a secret")

    site = Site(app=broken, place=lambda scope, tenancy: Place(name="broken"))
    transport = httpx.ASGITransport(chain(lambda scope: (site, tenancy)), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        answer = await http.get("/")
    assert (answer.status_code, answer.text) == (500, "The simulator itself failed; its standard error says why.\n")
    (line,) = tenancy.traffic.after()
    assert (line.status, line.verdict) == (500, Verdict.BAD_ANSWER)
    assert line.detail == "the simulator failed: ZeroDivisionError"
    raising = httpx.ASGITransport(chain(lambda scope: (site, tenancy)))
    async with httpx.AsyncClient(transport=raising, base_url="http://127.0.0.1") as http:
        with pytest.raises(ZeroDivisionError):
            await http.get("/")


async def test_a_caller_is_authenticated_once(tenancy: Tenancy) -> None:
    seen: list[str] = []

    async def answers(scope: object, receive: object, send: object) -> None:
        seen.append(context_of(scope).place.name)  # type: ignore[arg-type]

    site = Site(
        app=answers,
        place=lambda scope, tenancy: Place(name="here"),
        authenticate=lambda scope, context: seen.append("authenticated"),
    )
    await chain(lambda scope: (site, tenancy))({"type": "websocket", "headers": [], "path": "/"}, None, None)  # type: ignore[arg-type]
    assert seen == ["authenticated", "here"]
