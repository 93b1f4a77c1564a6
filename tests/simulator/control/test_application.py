"""The control plane in process: its operations, its token, and the one shape of its refusals."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from deskproof.simulator.control.application import control_application
from deskproof.simulator.domain.commands import EnterPassword, SendRecoveryCode
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.runtime.world import World

TOKEN = "a-token-for-tests"
START = {"clock": {"frozenAt": "2026-01-15T09:00:00Z"}}


@pytest.fixture
def world() -> World:
    return World(port=8400, furnish=lambda tenancy: None, discard=lambda tenancy: None)


@pytest.fixture
async def plane(world: World) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(control_application(world, TOKEN))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1/_control/v1", headers={"Authorization": f"Bearer {TOKEN}"}
    ) as client:
        yield client


async def made(plane: httpx.AsyncClient, **wish: Any) -> dict[str, Any]:
    answer = await plane.post("/tenants", json={**START, **wish})
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    return document


async def test_a_tenant_is_made_read_and_closed(plane: httpx.AsyncClient, world: World) -> None:
    tenant = await made(plane)
    assert tenant["id"] == "t-0001"
    assert tenant["desktopUrl"] == "http://t-0001.localhost:8400"
    assert tenant["identityUrl"] == "http://id.t-0001.localhost:8400"
    assert tenant["clock"] == {"now": "2026-01-15T09:00:00.000Z", "frozen": True, "nextDeadline": None, "moved": False}
    assert tenant["people"][0] | {"password": "", "teamsPassword": ""} == {
        "key": "ada",
        "name": "Ada Lindqvist",
        "email": "ada.lindqvist@example.com",
        "password": "",
        "teamsPassword": "",
        "agentId": world.tenant("t-0001").configuration.people[0].agent_id,  # type: ignore[union-attr]
        "roles": ["agent"],
        "teams": ["support", "sales", "returns"],
    }
    assert (await plane.get("/tenants/t-0001")).json() == tenant
    assert (await plane.get("/tenants")).json() == {"tenants": [tenant]}
    assert (await plane.delete("/tenants/t-0001")).status_code == 204
    assert (await plane.get("/tenants")).json() == {"tenants": []}


async def test_a_tenant_can_start_changed(plane: httpx.AsyncClient) -> None:
    await made(plane, changes={"people": [{"key": "ada", "defaultDn": "+12015532447"}]})
    configuration = (await plane.get("/tenants/t-0001/configuration")).json()
    assert configuration["people"][0]["defaultDn"] == "+12015532447"


async def test_tenants_are_sealed_from_each_other(plane: httpx.AsyncClient) -> None:
    await made(plane)
    await made(plane)
    before = (await plane.get("/tenants/t-0002/configuration")).json()
    await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": True}})
    await plane.post("/tenants/t-0001/clock/advance", json={"seconds": 60})
    await plane.post("/tenants/t-0001/faults", json={"kind": "goes silent"})
    assert (await plane.get("/tenants/t-0002/configuration")).json() == before
    assert (await plane.get("/tenants/t-0002/clock")).json()["now"] == "2026-01-15T09:00:00.000Z"
    assert (await plane.get("/tenants/t-0002/faults")).json() == {"faults": []}
    assert (await plane.get("/tenants/t-0002/journal")).json() == {"entries": []}


async def test_a_change_is_in_the_journal_with_its_cause_and_without_passwords(plane: httpx.AsyncClient) -> None:
    await made(plane)
    patch = {"people": [{"key": "ada", "password": "very-secret-1", "defaultDn": "1001"}]}
    answer = await plane.patch("/tenants/t-0001/configuration", json=patch)
    assert answer.json()["changed"] == ["people.ada.password = •••", "people.ada.defaultDn = 1001"]
    assert answer.json()["people"][0]["password"] == "very-secret-1"
    journal = await plane.get("/tenants/t-0001/journal")
    assert [(e["seq"], e["kind"], e["name"], e["cause"]) for e in journal.json()["entries"]] == [
        (1, "command", "ChangeConfiguration", "control"),
        (2, "event", "ConfigurationChanged", "ChangeConfiguration"),
    ]
    assert "very-secret-1" not in journal.text
    assert len((await plane.get("/tenants/t-0001/journal", params={"after": 1})).json()["entries"]) == 1


async def test_a_change_of_nothing_leaves_no_entry(plane: httpx.AsyncClient) -> None:
    await made(plane)
    answer = await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": False}})
    assert answer.json()["changed"] == []
    assert (await plane.get("/tenants/t-0001/journal")).json() == {"entries": []}


async def test_a_mailbox_holds_what_was_mailed(plane: httpx.AsyncClient, world: World) -> None:
    await made(plane)
    tenancy = world.tenant("t-0001")
    assert tenancy is not None
    command = SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret("123456"))
    tenancy.submit(command, cause="test")
    (mail,) = (await plane.get("/tenants/t-0001/mailboxes/Ada.Lindqvist@example.com")).json()["mails"]
    assert mail["code"] == "123456"
    assert mail["at"] == "2026-01-15T09:00:00.000Z"
    assert (await plane.get("/tenants/t-0001/mailboxes/bo.ekstrom@example.com")).json() == {"mails": []}


async def test_a_fact_that_comes_later_is_waited_for(plane: httpx.AsyncClient, world: World) -> None:
    tenant = await made(plane)
    tenancy = world.tenant("t-0001")
    assert tenancy is not None
    wish = {"name": "PasswordAccepted", "parts": {"agent": "ada"}}
    waiting = asyncio.ensure_future(plane.post("/tenants/t-0001/facts/wait", json=wish))
    for person in (tenant["people"][1], tenant["people"][0]):
        tenancy.submit(EnterPassword(email=person["email"], password=Secret(person["password"])), cause="test")
    entry = (await waiting).json()
    assert (entry["name"], entry["data"]["agent"]) == ("PasswordAccepted", "ada")


async def test_a_fact_that_does_not_come_tells_what_was_seen(plane: httpx.AsyncClient) -> None:
    await made(plane)
    await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": True}})
    wish = {"name": "AgentSignedIn", "parts": {"agent": "ada"}, "timeoutSeconds": 0.01}
    answer = await plane.post("/tenants/t-0001/facts/wait", json=wish)
    assert answer.status_code == 408
    assert answer.json() == {
        "error": "AgentSignedIn, agent=ada was not seen after entry 0 within 0.01 seconds; the journal has since then: "
        "1 ChangeConfiguration; 2 ConfigurationChanged."
    }


async def test_a_wait_ends_with_its_tenant(plane: httpx.AsyncClient, world: World) -> None:
    await made(plane)
    waiting = asyncio.ensure_future(plane.post("/tenants/t-0001/facts/wait", json={"name": "AgentSignedIn"}))
    reached = asyncio.ensure_future(plane.get("/tenants/t-0001/clock"))  # answered after the wait has begun
    await reached
    world.close("t-0001")
    answer = await waiting
    assert answer.status_code == 409
    assert answer.json()["error"] == "Tenant t-0001 was closed while AgentSignedIn was waited for."


async def test_time_moves_by_hand(plane: httpx.AsyncClient) -> None:
    await made(plane)
    moved = (await plane.post("/tenants/t-0001/clock/advance", json={"seconds": 900})).json()
    assert moved == {"now": "2026-01-15T09:15:00.000Z", "frozen": True, "nextDeadline": None, "moved": True}
    assert (await plane.post("/tenants/t-0001/clock/next")).json()["moved"] is False


async def test_a_running_clock_can_be_frozen(plane: httpx.AsyncClient) -> None:
    await made(plane, clock={"real": True})
    frozen = (await plane.post("/tenants/t-0001/clock/freeze")).json()
    assert frozen["frozen"] is True
    assert (await plane.get("/tenants/t-0001/clock")).json()["now"] == frozen["now"]


async def test_faults_are_asked_for_listed_and_mended(plane: httpx.AsyncClient) -> None:
    await made(plane)
    wish = {"kind": "answers an error", "where": "stationLogin", "times": 2, "status": 503}
    answer = await plane.post("/tenants/t-0001/faults", json=wish)
    assert answer.status_code == 201
    assert answer.json() == {**wish, "id": "f-0001", "fired": 0, "seconds": 0, "mended": False}
    assert (await plane.delete("/tenants/t-0001/faults/f-0001")).json()["mended"] is True
    refused = await plane.delete("/tenants/t-0001/faults/f-0009")
    assert (refused.status_code, refused.json()["error"]) == (
        404,
        'There is no fault "f-0009"; asked for so far: f-0001.',
    )


@pytest.mark.parametrize(
    "header", [None, "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \u00e5"]
)
async def test_nobody_gets_in_without_the_token(plane: httpx.AsyncClient, header: str | None) -> None:
    del plane.headers["Authorization"]
    given = {} if header is None else {b"Authorization": header.encode()}
    for method, path in (("GET", "/tenants"), ("POST", "/tenants"), ("GET", "/tenants/t-0001")):
        answer = await plane.request(method, path, headers=given)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "sentence"),
    [
        ("GET", "/tenants/t-0007", None, 404, 'There is no tenant "t-0007"; open tenants: t-0001.'),
        ("POST", "/tenants", {"blueprint": "huge"}, 422, 'There is no blueprint "huge"; wanted one of: standard.'),
        (
            "POST",
            "/tenants",
            {"changes": {"people": [{"key": "ada", "active": 1}]}},
            422,
            "people.ada.active is 1; wanted true or false.",
        ),
        ("POST", "/tenants", {"colour": "red"}, 422, "colour is not known here; leave it out."),
        (
            "POST",
            "/tenants",
            {"clock": {}},
            422,
            'clock is wanted as either {"real": true} or {"frozenAt": "2026-01-15T09:00:00Z"}.',
        ),
        (
            "POST",
            "/tenants",
            {"clock": {"frozenAt": "2026-01-15 09:00"}},
            422,
            'clock.frozenAt is "2026-01-15 09:00"; wanted an instant with its zone, such as 2026-01-15T09:00:00Z.',
        ),
        (
            "PATCH",
            "/tenants/t-0001/configuration",
            {"settings": {"azureSso": "on"}},
            422,
            'settings.azureSso is "on"; wanted true or false.',
        ),
        ("PATCH", "/tenants/t-0001/configuration", [], 422, "The body is no object; wanted a JSON object."),
        (
            "POST",
            "/tenants/t-0001/clock/advance",
            {"seconds": -5},
            422,
            "seconds is -5; wanted greater than or equal to 0.",
        ),
        ("POST", "/tenants/t-0001/clock/advance", {}, 422, "seconds is missing; it has to be given."),
        ("POST", "/tenants/t-0001/clock/advance", None, 422, "The body is missing; wanted a JSON object."),
        ("GET", "/tenants/t-0001/journal?after=soon", None, 422, 'after is "soon"; wanted a whole number.'),
        (
            "GET",
            "/tenants/t-0001/mailboxes/ada",
            None,
            422,
            '"ada" is no e-mail address; wanted one such as ada.lindqvist@example.com.',
        ),
        (
            "GET",
            "/nothing",
            None,
            404,
            "The control plane has no GET /_control/v1/nothing; see /_control/v1/openapi.json.",
        ),
        (
            "PUT",
            "/tenants",
            None,
            405,
            "The control plane has no PUT /_control/v1/tenants; see /_control/v1/openapi.json.",
        ),
    ],
)
async def test_every_refusal_is_one_sentence(
    plane: httpx.AsyncClient, method: str, path: str, body: Any, status: int, sentence: str
) -> None:
    await made(plane)
    answer = await plane.request(method, path, json=body)
    assert (answer.status_code, answer.json()) == (status, {"error": sentence})
    assert len((await plane.get("/tenants")).json()["tenants"]) == 1


async def test_a_body_that_is_not_json_is_told_apart(plane: httpx.AsyncClient) -> None:
    answer = await plane.post("/tenants", content=b"{'blueprint'", headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("The body is not JSON (")


async def test_openapi_is_valid_and_names_every_operation(plane: httpx.AsyncClient) -> None:
    del plane.headers["Authorization"]
    document = (await plane.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    operations = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    plane_itself = {("GET", "/_control/v1/tenants"), ("POST", "/_control/v1/tenants")}
    of_a_tenant = """
        GET                          DELETE
        GET /configuration           PATCH /configuration
        GET /people                  GET /mailboxes/{email}
        GET /journal                 GET /traffic                POST /facts/wait
        GET /clock                   POST /clock/advance         POST /clock/next         POST /clock/freeze
        GET /faults                  POST /faults                DELETE /faults/{fault_id}
        GET /conversations           POST /conversations         POST /conversations/{conversation_id}/hang-up
        POST /conversations/{conversation_id}/listen
        GET /phones                  PUT /phones/{number}        POST /phones/{number}/answer
    """
    wanted = re.findall(r"([A-Z]+)(?: (/\S+))?", of_a_tenant)
    assert operations == plane_itself | {
        (method, f"/_control/v1/tenants/{{tenant_id}}{path}") for method, path in wanted
    }
    ids = [operation["operationId"] for methods in document["paths"].values() for operation in methods.values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("path", "wish", "status"),
    [
        ("clock/advance", {"seconds": 31_622_400}, 200),
        ("clock/advance", {"seconds": 31_622_401}, 422),
        ("faults", {"kind": "answers an error", "status": 399}, 422),
        ("faults", {"kind": "answers an error", "status": 400}, 201),
        ("faults", {"kind": "answers an error", "status": 599}, 201),
        ("faults", {"kind": "answers an error", "status": 600}, 422),
    ],
)
async def test_a_number_has_its_least_and_its_most(
    plane: httpx.AsyncClient, path: str, wish: dict[str, Any], status: int
) -> None:
    await made(plane)
    answer = await plane.post(f"/tenants/t-0001/{path}", json=wish)
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(("seconds", "status"), [(60, 200), (61, 422)])
async def test_a_fact_is_waited_for_a_minute_at_most(
    plane: httpx.AsyncClient, world: World, seconds: int, status: int
) -> None:
    tenant = await made(plane)
    tenancy = world.tenant("t-0001")
    assert tenancy is not None
    ada = tenant["people"][0]
    tenancy.submit(EnterPassword(email=ada["email"], password=Secret(ada["password"])), cause="test")
    wish = {"name": "PasswordAccepted", "timeoutSeconds": seconds}
    assert (await plane.post("/tenants/t-0001/facts/wait", json=wish)).status_code == status


async def test_a_fact_that_does_not_come_names_the_last_twelve_that_did(plane: httpx.AsyncClient, world: World) -> None:
    await made(plane)
    tenancy = world.tenant("t-0001")
    assert tenancy is not None
    for number in range(7):
        tenancy.submit(SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret(f"12345{number}")), cause="test")
    wish = {"name": "AgentSignedIn", "timeoutSeconds": 0.01}
    error = (await plane.post("/tenants/t-0001/facts/wait", json=wish)).json()["error"]
    entries = error.partition("since then: ")[2].split("; ")
    assert (len(entries), entries[0].split()[0]) == (12, "3")
