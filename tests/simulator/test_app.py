"""Host dispatch: who answers at which address, and what hostile requests get."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.vendor_hosts import HOSTS

TOKEN = "a-token-for-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token=TOKEN)


@pytest.fixture
async def client(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    application.tenants.create(blueprint("standard"), clock=Clock.real())
    application.tenants.create(blueprint("standard"), clock=Clock.real())
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(application), base_url="http://127.0.0.1:8400"
    ) as client:
        yield client
    application.close()


async def get(client: httpx.AsyncClient, host: str, path: str = "/") -> httpx.Response:
    return await client.get(path, headers={"Host": host, **BEARER})


async def test_a_tenants_host_is_its_desktop(client: httpx.AsyncClient) -> None:
    answer = await get(client, "t-0001.localhost:8400")
    assert answer.status_code == 200
    assert "http://id.t-0001.localhost:8400" in answer.headers["Content-Security-Policy"]
    assert "t-0002" not in answer.headers["Content-Security-Policy"]


async def test_its_identity_provider_has_its_own_host(client: httpx.AsyncClient) -> None:
    answer = await get(client, "id.t-0002.localhost:8400", "/.well-known/openid-configuration")
    assert answer.json()["issuer"] == "http://id.t-0002.localhost:8400"


async def test_the_catalogue_of_a_tenants_host_is_its_own(client: httpx.AsyncClient, application: Application) -> None:
    for tenancy in application.tenants:
        path = f"/u2c/api/v1/limited/catalog?orgId={tenancy.org_id}"
        on_its_host = await client.get(path, headers={"Host": f"{tenancy.id}.localhost:8400"})
        by_organisation = await client.get(path)
        assert on_its_host.json()["serviceLinks"]["idbroker"] == tenancy.origins.identity
        assert by_organisation.json()["serviceLinks"]["idbroker"] == tenancy.origins.identity


async def test_the_control_plane_is_never_on_a_tenants_host(client: httpx.AsyncClient) -> None:
    assert (await get(client, "127.0.0.1:8400", "/_control/v1/tenants")).status_code == 200
    assert (await get(client, "localhost", "/_control/v1/tenants")).status_code == 200
    for host in ("t-0001.localhost:8400", "id.t-0001.localhost:8400", "teams.t-0001.localhost:8400", "evil.example"):
        answer = await get(client, host, "/_control/v1/tenants")
        assert answer.status_code in (404, 421)
        assert "t-0002" not in answer.text


@pytest.mark.parametrize(
    "host",
    [
        "t-0009.localhost:8400",
        "id.t-0009.localhost",
        "teams.t-0009.localhost",
        "x.t-0001.localhost",
        "id.id.t-0001.localhost",
        "t-0001.localhost.evil.example",
        "evil.example",
        "evil.example:8400",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "t-0001.localhost:8400:1",
        "t-0001.localhost/",
        "t-0001.localhost.",
        " t-0001.localhost",
        "T-0001.localhost,evil",
        "[::2]",
        "",
        "192.0.2.7",
        "t-٠٠٠١.localhost",
    ],
)
async def test_an_unknown_host_gets_421(client: httpx.AsyncClient, host: str) -> None:
    answer = await client.get("/", headers={b"Host": host.encode()})
    assert answer.status_code == 421
    assert answer.headers["Content-Type"].startswith("text/html")


async def test_two_hosts_in_one_request_get_421(client: httpx.AsyncClient) -> None:
    request = client.build_request("GET", "/", headers=[("Host", "127.0.0.1"), ("Host", "t-0001.localhost")])
    assert (await client.send(request)).status_code == 421


async def test_a_host_is_case_insensitive(client: httpx.AsyncClient) -> None:
    assert (await get(client, "T-0001.LOCALHOST:8400")).status_code == 200


async def test_further_hosts_can_be_accepted() -> None:
    transport = httpx.ASGITransport(Application(port=8400, token=TOKEN, hosts=["192.0.2.7"]))
    async with httpx.AsyncClient(transport=transport, base_url="http://192.0.2.7:8400") as client:
        assert (await client.get("/")).status_code == 200


async def test_a_closed_tenant_is_gone_from_its_address(client: httpx.AsyncClient, application: Application) -> None:
    application.tenants.close("t-0001")
    assert (await get(client, "t-0001.localhost:8400")).status_code == 421
    assert (await get(client, "t-0002.localhost:8400")).status_code == 200


async def test_every_answer_carries_the_security_headers(client: httpx.AsyncClient) -> None:
    for host, path in (
        ("127.0.0.1", "/"),
        ("127.0.0.1", "/_control/v1/tenants"),
        ("t-0001.localhost", "/"),
        ("t-0001.localhost", "/nothing"),
        ("id.t-0001.localhost", "/jwks"),
        ("evil.example", "/"),
    ):
        headers = (await get(client, host, path)).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient, announced: bool) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(32):
            yield b"x" * 65_536
        yield b"x"

    content = b"x" * 2_097_153 if announced else pieces()
    answer = await client.post("/_control/v1/tenants", content=content, headers=BEARER)
    assert answer.status_code == 413
    assert answer.json() == {"error": "The body is larger than 2097152 bytes; send a smaller one."}


async def test_the_largest_body_is_read(client: httpx.AsyncClient) -> None:
    answer = await client.post("/_control/v1/tenants", content=b"x" * 2_097_152, headers=BEARER)
    assert answer.status_code == 422


@pytest.mark.parametrize("announced", [True, False])
async def test_without_the_control_token_not_even_the_size_of_a_body_is_looked_at(
    client: httpx.AsyncClient, announced: bool
) -> None:
    read: list[bytes] = []

    async def pieces() -> AsyncIterator[bytes]:
        read.append(b"{")
        yield b"{"

    content = b"x" * 2_097_153 if announced else pieces()
    answer = await client.post("/_control/v1/tenants", content=content, headers={"Authorization": "Bearer wrong"})
    assert (answer.status_code, read) == (401, [])


@pytest.fixture
async def vendors() -> AsyncIterator[Application]:
    """An https simulator that answers at the vendor's hosts, with one tenant."""
    application = Application(port=8443, token=TOKEN, vendor_hosts=True, scheme="https")
    application.tenants.create(blueprint("standard"), clock=Clock.real())
    yield application
    application.close()


@pytest.fixture
async def further(vendors: Application) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(vendors), base_url="https://127.0.0.1:8443") as client:
        yield client


def catalogue_of(tenancy: Tenancy) -> str:
    return f"/u2c/api/v1/limited/catalog?orgId={tenancy.org_id}"


async def test_a_catalogue_names_hosts_of_the_kind_that_was_asked(
    further: httpx.AsyncClient, vendors: Application
) -> None:
    (tenancy,) = vendors.tenants
    links = (await get(further, HOSTS["u2c"], catalogue_of(tenancy))).json()
    assert links["serviceLinks"]["mobius"] == f"https://{HOSTS['mobius']}/api/v1"
    assert links["serviceLinks"]["wcc-api-gateway"] == f"https://{HOSTS['wcc-api-gateway']}/wcc"
    assert [entry["host"] for entry in links["hostCatalog"][HOSTS["mobius"]]] == [HOSTS["mobius"]]
    assert links["serviceLinks"]["idbroker"] == tenancy.origins.identity
    own = (await get(further, "t-0001.localhost:8443", catalogue_of(tenancy))).json()
    assert own["serviceLinks"]["mobius"] == "https://t-0001.localhost:8443/api/v1"
    assert [entry["host"] for entry in own["hostCatalog"]["t-0001.localhost"]] == ["t-0001.localhost:8443"]


async def test_at_a_vendors_host_a_request_is_for_the_tenant_it_names_or_for_the_only_one(
    further: httpx.AsyncClient, vendors: Application
) -> None:
    (first,) = vendors.tenants
    assert (await get(further, HOSTS["idbroker"], "/.well-known/openid-configuration")).is_success
    assert (await get(further, HOSTS["region"], "/v1/region")).is_success
    assert [line.name for line in first.traffic.after()] == ["identity configuration", "region"]
    assert (await get(further, HOSTS["u2c"], "/u2c/api/v1/limited/catalog?orgId=another")).status_code == 401

    second = vendors.tenants.create(blueprint("standard"), clock=Clock.real())
    links = (await get(further, HOSTS["u2c"], catalogue_of(second))).json()["serviceLinks"]
    assert links["idbroker"] == second.origins.identity
    assert (await get(further, HOSTS["idbroker"], "/.well-known/openid-configuration")).status_code == 401
    assert (await get(further, HOSTS["region"], "/v1/region")).json()["clientRegion"]


async def test_a_vendors_host_has_neither_control_plane_nor_pages(
    further: httpx.AsyncClient, client: httpx.AsyncClient
) -> None:
    assert (await get(further, HOSTS["u2c"], "/_control/v1/tenants")).status_code == 404
    assert (await get(further, "another.wbx2.com")).status_code == 404
    assert (await get(further, "desktop.wxcc-us1.cisco.com")).status_code == 421
    assert (await get(client, HOSTS["u2c"])).status_code == 421  # not without the option


async def test_the_region_needs_no_token(further: httpx.AsyncClient) -> None:
    assert (await get(further, "127.0.0.1", "/v1/region")).json()["clientRegion"]


APPLICATION = {"response_type": "token", "client_id": "an-application", "redirect_uri": "http://localhost:3000/app"}


async def test_an_application_gets_its_token_from_the_vendors_sign_in(
    further: httpx.AsyncClient, vendors: Application
) -> None:
    (tenancy,) = vendors.tenants
    ada = tenancy.configuration.people[0]
    host = {"Host": HOSTS["idbroker"]}
    asked = await further.get("/idb/oauth2/v1/authorize", params=APPLICATION, headers=host)
    page = await further.get(asked.headers["location"], headers=host)
    assert "form-action 'self' http://localhost:3000" in page.headers["content-security-policy"]
    assert "name@example.com" in page.text
    password = await further.post(asked.headers["location"], data={"email": ada.email}, headers=host)
    where = password.headers["location"]
    answered = await further.post(where, data={"password": ada.password.reveal()}, headers=host)
    address, _, fragment = answered.headers["location"].partition("#")
    assert address == APPLICATION["redirect_uri"]
    token = dict(parse_qsl(fragment))["access_token"]
    assert services_of(tenancy).tokens.access_claims(token)[0] == ada.agent_id


async def test_applications_sign_in_at_the_vendors_host_only(further: httpx.AsyncClient, vendors: Application) -> None:
    (tenancy,) = vendors.tenants
    own = urlsplit(tenancy.origins.identity).netloc
    answer = await further.get("/idb/oauth2/v1/authorize", params=APPLICATION, headers={"Host": own})
    assert answer.status_code == 404
