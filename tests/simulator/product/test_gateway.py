"""HTTP of a tenant, in process: who is let in, what is refused and how it is judged, faults (PROTOCOL 1 to 5)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.product.services import services_of
from deskproof.simulator.product.site import owns
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Line, Verdict
from tests.simulator.product.conftest import ADA, MORNING, served

LOGIN = "/wcc/v1/agents/login"
SUBSCRIBE = "/wcc/v1/notification/subscribe"
INSTANCE = {"force": True, "isKeepAliveEnabled": False, "clientType": "WebexCCSDK", "allowMultiLogin": False}


class Client:
    """Ada's client of one tenant among two, on a host that is not a tenant's."""

    def __init__(self, application: Application) -> None:
        self.tenancy, self.other = served(application), served(application)
        transport = httpx.ASGITransport(application)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")
        self.own = httpx.AsyncClient(transport=transport, base_url=self.tenancy.origins.desktop)

    def bearer(self, tenancy: Tenancy | None = None) -> dict[str, str]:
        tokens = services_of(tenancy or self.tenancy).tokens
        return {"Authorization": f"Bearer {tokens.issue_access(ADA, client_id='agent-desktop', scope='openid')}"}

    async def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        """A request with Ada's bearer, on the tenant's own origin."""
        return await self.own.request(method, path, **{"headers": self.bearer(), **given})

    def organisation(self, rest: str = "") -> str:
        return f"/wcc/organization/{self.tenancy.org_id}{rest}"

    def last_line(self) -> Line:
        return self.tenancy.traffic.after()[-1]


@pytest.fixture
async def client(application: Application) -> AsyncIterator[Client]:
    client = Client(application)
    async with client.http, client.own:
        yield client


async def test_before_sign_in_only_the_catalogue_is_there(client: Client) -> None:
    answer = await client.http.get(
        "/u2c/api/v1/limited/catalog", params={"orgId": client.tenancy.org_id, "format": "hostmap"}
    )
    assert answer.status_code == 200
    links = answer.json()["serviceLinks"]
    assert links["wcc-api-gateway"] == f"{client.tenancy.origins.desktop}/wcc"
    assert links["idbroker"] == client.tenancy.origins.identity
    assert answer.json()["hostCatalog"] == {}
    assert (await client.own.get("/u2c/api/v1/catalog")).status_code == 401


async def test_the_bearer_names_the_tenant_where_the_host_does_not(client: Client) -> None:
    answer = await client.http.get("/u2c/api/v1/catalog", headers=client.bearer(client.other))
    assert answer.json()["serviceLinks"]["u2c"].startswith(client.other.origins.desktop)
    nobody = await client.http.get("/u2c/api/v1/catalog")
    assert nobody.status_code == 401
    assert nobody.json()["error"]["message"][0].startswith("The request names no tenant")


@pytest.mark.parametrize("authorization", [None, "Basic YTpi", "Bearer", "Bearer x.y.z"])
async def test_without_a_good_bearer_nothing_opens(client: Client, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = await client.own.post(LOGIN, json={}, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_token_of_another_tenant_opens_nothing(client: Client) -> None:
    answer = await client.ask("GET", client.organisation(), headers=client.bearer(client.other))
    assert answer.status_code == 401
    assert answer.json()["error"]["reason"] == "UNAUTHORIZED"


async def test_a_path_of_another_organisation_is_refused(client: Client) -> None:
    assert (await client.ask("GET", f"/wcc/organization/{client.other.org_id}")).status_code == 403


async def test_an_expired_token_opens_nothing(client: Client) -> None:
    bearer = client.bearer()
    client.tenancy.advance(13 * 3_600 * SECOND)
    assert (await client.ask("GET", client.organisation(), headers=bearer)).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/wcc/v1/nothing"), ("GET", LOGIN), ("POST", "/metrics/api/v1/nothing")]
)
async def test_what_the_catalogue_does_not_know_is_refused_and_recorded(client: Client, method: str, path: str) -> None:
    answer = await client.ask(method, path, headers={**client.bearer(), "trackingid": "T1"})
    assert answer.status_code == 404
    assert answer.json()["trackingId"] == answer.headers["trackingid"] == "T1"
    assert set(answer.json()["error"]) == {"key", "reason", "message"}
    assert client.last_line().verdict is Verdict.UNKNOWN_REQUEST


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (b'{"dialNumber": "1", "deviceType": "AGENT_DN", "colour": "red"}', "colour: extra inputs are not permitted"),
        (b'{"dialNumber": 1, "deviceType": "AGENT_DN"}', "dialNumber: input should be a valid string"),
        (b'{"dialNumber": "1", "deviceType": "FAX"}', "deviceType: input should be"),
        (b"{", "The body is not JSON (Expecting property name"),
        (b"[]", "The body is a list; expected a JSON object; known here: "),
        (b"null", "The body is null; expected a JSON object"),
        (b'{"dialNumber": "\xff"}', "The body is not UTF-8 (byte 0xff at 16); expected JSON in UTF-8"),
        (b'{"dialNumber": NaN}', "The body has NaN, which JSON does not know"),
        (b'{"dialNumber": "1", "dialNumber": "2"}', 'The body has the member "dialNumber" more than once'),
        (b'{"a":' * 200_000, "The body nests more than 100 objects and lists"),
    ],
)
async def test_a_body_that_does_not_fit_is_refused_and_recorded(client: Client, body: bytes, seen: str) -> None:
    answer = await client.ask("POST", LOGIN, content=body)
    assert answer.status_code == 400
    (message,) = answer.json()["error"]["message"]
    assert seen in message or seen in message.lower()
    assert client.last_line().verdict is Verdict.BAD_REQUEST


async def test_a_query_that_does_not_fit_is_refused_and_recorded(client: Client) -> None:
    answer = await client.ask("GET", client.organisation("/v2/team"), params={"page": "one"})
    assert answer.status_code == 400
    assert client.last_line().verdict is Verdict.BAD_REQUEST


async def test_a_revoked_token_is_refused_as_any_other_that_opens_nothing(client: Client) -> None:
    tokens = services_of(client.tenancy).tokens
    token = tokens.issue_access(ADA, client_id="agent-desktop", scope="openid", grant_id="g")
    headers = {"Authorization": f"Bearer {token}"}
    assert (await client.own.get("/u2c/api/v1/catalog", headers=headers)).status_code == 200
    tokens.revoke("g")
    answer = await client.own.get("/u2c/api/v1/catalog", headers=headers)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json()["error"]["message"][0].startswith("The access token was revoked, ")


async def test_head_is_answered_as_get_is(client: Client) -> None:
    path = client.organisation("/v2/team?page=0&pageSize=100")
    got, head = await client.ask("GET", path), await client.ask("HEAD", path)
    assert got.status_code == head.status_code == 200
    assert got.headers["content-length"] == head.headers["content-length"]
    assert client.last_line().method == "HEAD"


async def test_a_parameter_that_is_given_twice_is_refused(client: Client) -> None:
    answer = await client.ask("GET", client.organisation("/v2/team"), params=[("page", "0"), ("page", "1")])
    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == ["The query has page more than once; expected each parameter once."]


async def test_what_the_tenant_does_not_have_is_not_found_and_no_misfit(client: Client) -> None:
    answer = await client.ask("GET", client.organisation("/site/nowhere"))
    assert (answer.status_code, answer.json()["error"]["reason"]) == (404, "NOT_FOUND")
    assert client.last_line().verdict is Verdict.OK


async def test_an_agent_cannot_act_for_another(client: Client) -> None:
    body = {"state": "Available", "auxCodeId": "0", "agentId": "somebody"}
    assert (await client.ask("PUT", "/wcc/v1/agents/session/state", json=body)).status_code == 202
    assert client.tenancy.journal.after()[-1].name == "NOT_SUPERVISED"


async def test_commands_are_only_acknowledged(client: Client) -> None:
    """No socket is open, so the refusal is not sent; HTTP says nothing about it (PROTOCOL 1)."""
    answer = await client.ask("POST", "/wcc/v1/agents/logout", json={"logoutReason": "User requested logout"})
    assert (answer.status_code, answer.json()) == (202, {})
    assert client.tenancy.journal.after()[-1].name == "NOT_SIGNED_IN"


async def test_a_subscription_returns_a_secret_that_is_not_recorded(client: Client) -> None:
    answer = await client.ask("POST", SUBSCRIBE, json=INSTANCE)
    secret = answer.json()["webSocketUrl"].rpartition("/")[2]
    assert len(secret) >= 24
    assert answer.json()["webSocketUrl"].startswith(client.tenancy.origins.desktop.replace("http", "ws") + "/notifs/")
    assert secret not in repr(client.tenancy.journal.after()) + repr(client.tenancy.traffic.after())
    assert client.bearer()["Authorization"][:40] not in repr(client.tenancy.traffic.after())


async def test_a_page_of_another_origin_may_ask(client: Client) -> None:
    asks = {
        "Origin": "http://app.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,trackingid",
        "Access-Control-Request-Private-Network": "true",
    }
    preflight = await client.own.options(LOGIN, headers=asks)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-headers"] == "authorization,trackingid"
    assert preflight.headers["access-control-allow-private-network"] == "true"
    assert preflight.headers["access-control-max-age"] == "600"
    answer = await client.ask("GET", client.organisation(), headers={**client.bearer(), "Origin": "http://app.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


async def test_an_armed_error_is_answered_once(client: Client) -> None:
    client.tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="organisation", status=503)
    first = await client.ask("GET", client.organisation())
    second = await client.ask("GET", client.organisation())
    assert (first.status_code, second.status_code) == (503, 200)
    assert client.tenancy.journal.after()[-1].kind.value == "fault"


async def test_a_late_answer_comes_when_the_tenant_s_time_has_come(client: Client) -> None:
    client.tenancy.faults.arm(kind=FaultKind.ANSWERS_LATE, where="organisation", seconds=30)
    asking = asyncio.ensure_future(client.ask("GET", client.organisation()))
    await client.tenancy.journal.wait_for(lambda entry: entry.kind is EntryKind.FAULT)
    await client.ask("GET", client.organisation())
    assert not asking.done()
    client.tenancy.advance(30 * SECOND)
    assert (await asking).status_code == 200
    assert client.last_line().at == Instant(MORNING + 30 * SECOND)


async def test_a_cut_ends_the_connection_until_it_is_cleared(client: Client) -> None:
    fault = client.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING, where="ada")
    with pytest.raises(ConnectionAbortedError):
        await client.ask("GET", client.organisation())
    assert client.last_line().status is None
    client.tenancy.faults.clear(fault.id)
    assert (await client.ask("GET", client.organisation())).status_code == 200


async def test_a_cut_can_end_by_itself(client: Client) -> None:
    client.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING, seconds=20)
    with pytest.raises(ConnectionAbortedError):
        await client.ask("GET", client.organisation())
    client.tenancy.advance(20 * SECOND)
    assert (await client.ask("GET", client.organisation())).status_code == 200


@pytest.mark.parametrize(
    ("path", "owned"),
    [("/wcc/v1/x", True), ("/notifs/x", True), ("/", False), ("/task", False), ("/desktop/main.js", False)],
)
def test_the_product_owns_its_prefixes(path: str, owned: bool) -> None:
    assert owns(path) is owned


@pytest.mark.parametrize(
    ("change", "reason", "settings"),
    [
        pytest.param({"contact_centre": False}, "CONTACT_CENTER_NOT_ENABLED", "tenant", id="no contact centre"),
        pytest.param({"active": False}, "USER_INACTIVE", "agent", id="deactivated"),
        pytest.param({"teams": ()}, "TEAM_MISSING", "agent", id="no team"),
    ],
)
async def test_who_may_not_use_the_desktop_is_refused_a_connection_by_name(
    client: Client, change: dict[str, Any], reason: str, settings: str
) -> None:
    configuration = client.tenancy.configuration
    people = tuple(replace(person, **change) if person.key == ADA.key else person for person in configuration.people)
    wrong = ChangeConfiguration(configuration=replace(configuration, people=people), changed=("people.ada",))
    client.tenancy.submit(wrong, cause="test")
    answer = await client.ask("POST", SUBSCRIBE, json=INSTANCE)
    assert answer.status_code == 403
    error = answer.json()["error"]
    assert error["reason"] == reason
    assert f"the {settings} settings" in error["message"][0]
    assert answer.json()["trackingId"]
