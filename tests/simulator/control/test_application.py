"""The control plane in process: its operations, its token, and the one shape of its refusals."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import (
    Connect,
    Disconnect,
    EnterPassword,
    SendRecoveryCode,
    SignInStation,
    Subscribe,
)
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.values import AgentId, ConnectionId, Instant, Secret
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.registry import TenantRegistry

TOKEN = "a-token-for-tests"
START = {"clock": {"frozenAt": "2026-01-15T09:00:00Z"}}


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token=TOKEN)


@pytest.fixture
def tenants(application: Application) -> TenantRegistry:
    return application.tenants


@pytest.fixture
async def plane(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1/_control/v1", headers={"Authorization": f"Bearer {TOKEN}"}
    ) as client:
        yield client


async def made(plane: httpx.AsyncClient, **wish: Any) -> dict[str, Any]:
    answer = await plane.post("/tenants", json={**START, **wish})
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    return document


async def test_a_tenant_is_made_read_and_closed(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
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
        "agentId": tenants.tenant("t-0001").configuration.people[0].agent_id,  # type: ignore[union-attr]
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


async def test_a_mailbox_holds_what_was_mailed(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    await made(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    command = SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret("123456"))
    tenancy.submit(command, cause="test")
    (mail,) = (await plane.get("/tenants/t-0001/mailboxes/Ada.Lindqvist@example.com")).json()["mails"]
    assert mail["code"] == "123456"
    assert mail["at"] == "2026-01-15T09:00:00.000Z"
    assert (await plane.get("/tenants/t-0001/mailboxes/bo.ekstrom@example.com")).json() == {"mails": []}


async def test_a_fact_that_comes_later_is_waited_for(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    tenant = await made(plane)
    tenancy = tenants.tenant("t-0001")
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


async def test_a_wait_ends_with_its_tenant(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    await made(plane)
    waiting = asyncio.ensure_future(plane.post("/tenants/t-0001/facts/wait", json={"name": "AgentSignedIn"}))
    reached = asyncio.ensure_future(plane.get("/tenants/t-0001/clock"))  # answered after the wait has begun
    await reached
    tenants.close("t-0001")
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
        ("PATCH", "/tenants/t-0001/configuration", [], 422, "The body is a list; wanted a JSON object."),
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
            '"ada" is not an e-mail address; wanted one such as ada.lindqvist@example.com.',
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


def _too_deep(character: int) -> str:
    return (
        f"The body nests more than 100 objects and lists within each other, from character {character} on; "
        "wanted at most 100."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"seed": 1, "x": "\xff"}', "The body is not UTF-8 (byte 0xff at 18); wanted JSON in UTF-8."),
        (b'{"seed": \xc3}', "The body is not UTF-8 (byte 0xc3 at 9); wanted JSON in UTF-8."),
        ('{"seed": 1}'.encode("utf-16"), "The body is not UTF-8 (byte 0xff at 0); wanted JSON in UTF-8."),
        (
            b'\xef\xbb\xbf{"seed": 1}',
            "The body begins with a byte order mark; wanted JSON in UTF-8 without one.",
        ),
        (
            b'{"changes": ' + b"[" * 100_000,
            _too_deep(111),
        ),
        (
            b'{"changes": ' + b'{"a":' * 100 + b"1" + b"}" * 101,
            _too_deep(507),
        ),
        (b'{"seed": NaN}', "The body has NaN, which JSON does not know; wanted a number."),
        (b'{"seed": -Infinity}', "The body has -Infinity, which JSON does not know; wanted a number."),
        (b'{"seed": 1e999}', "The body has the number 1e999, which is too large; wanted one that a double holds."),
        (
            b'{"seed": ' + b"9" * 5_000 + b"}",
            "The body has a number of thousands of digits; wanted one that a double holds.",
        ),
        (
            b'{"seed": 1, "seed": 2}',
            'The body has the member "seed" more than once in one object; wanted each name once.',
        ),
        (
            b'{"changes": {"people": [{"key": "a", "\\u006bey": "b"}]}}',
            'The body has the member "key" more than once in one object; wanted each name once.',
        ),
        (
            b'{"blueprint": "\\ud800"}',
            "The body has half a character (\\ud800) in a text; wanted both halves or neither.",
        ),
        (b"standard", "The body is not JSON (Expecting value at character 0); wanted an object."),
        (b"{} {}", "The body is not JSON (Extra data at character 3); wanted an object."),
        (b"   ", "The body is not JSON (Expecting value at character 3); wanted an object."),
        (b'"standard"', "The body is a text; wanted a JSON object."),
        (b"true", "The body is true or false; wanted a JSON object."),
        (b"7", "The body is a number; wanted a JSON object."),
        (b"null", "The body is null; wanted a JSON object."),
        (b"[{}]", "The body is a list; wanted a JSON object."),
    ],
)
@pytest.mark.parametrize("path", ["/tenants", "/tenants/t-0001/clock/freeze", "/tenants/t-0001/facts/wait"])
async def test_a_body_that_cannot_be_read_in_one_way_is_refused_in_words(
    plane: httpx.AsyncClient, path: str, content: bytes, sentence: str
) -> None:
    answer = await plane.post(path, content=content, headers={"Content-Type": "application/json; charset=utf-8"})
    assert (answer.status_code, answer.json()) == (422, {"error": sentence})


async def test_brackets_in_texts_and_both_halves_of_a_character_are_read(plane: httpx.AsyncClient) -> None:
    name = '[{"\\' * 200 + "😀"
    changes = {"teams": [{"key": "odd", "name": name}]}
    answer = await plane.post(
        "/tenants", content=json.dumps({"changes": changes}), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 201, answer.text
    document = (await plane.get("/tenants/t-0001/configuration")).json()
    assert document["teams"][-1]["name"] == name


@pytest.mark.parametrize(
    ("content_type", "seen"),
    [
        (None, "sent without a Content-Type"),
        ("application/x-www-form-urlencoded", 'sent as "application/x-www-form-urlencoded"'),
        ("text/plain; charset=utf-8", 'sent as "text/plain"'),
    ],
)
async def test_a_body_of_another_kind_is_told_so(plane: httpx.AsyncClient, content_type: str | None, seen: str) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = await plane.post("/tenants", content=b'{"seed": 1}', headers=headers)
    wanted = f"The body is {seen}; wanted a JSON object with the header Content-Type: application/json."
    assert (answer.status_code, answer.json()) == (422, {"error": wanted})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/tenants"),
        ("PATCH", "/tenants/t-0001/configuration"),
        ("POST", "/tenants/t-0001/clock/freeze"),
        ("PUT", "/tenants"),
        ("GET", "/tenants/t-0001/journal?after=soon"),
        ("POST", "/nothing"),
        ("OPTIONS", "/tenants"),
        ("POST", "/openapi.json/"),
    ],
)
async def test_without_the_token_nothing_is_read_and_nothing_is_said(
    application: Application, method: str, path: str
) -> None:
    read: list[str] = []
    sent: list[Any] = []

    async def receive() -> Any:
        read.append("a piece of the body")
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": method, "path": f"/_control/v1{path.partition('?')[0]}", "raw_path": b"",
        "query_string": path.partition("?")[2].encode(),
        "headers": [(b"host", b"127.0.0.1"), (b"content-type", b"text/plain")],
        "scheme": "http", "server": ("127.0.0.1", 8400), "client": ("127.0.0.1", 1), "root_path": "",
        "http_version": "1.1", "asgi": {"version": "3.0"},
    }  # fmt: skip
    await application(scope, receive, send)
    assert (sent[0]["status"], read) == (401, [])


async def test_openapi_is_valid_and_names_every_operation(plane: httpx.AsyncClient) -> None:
    del plane.headers["Authorization"]
    document = (await plane.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    operations = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    plane_itself = {
        ("GET", "/_control/v1/tenants"),
        ("POST", "/_control/v1/tenants"),
        ("GET", "/_control/v1/facts"),
    }
    of_a_tenant = """
        GET                          DELETE
        GET /configuration           PATCH /configuration
        GET /people                  GET /mailboxes/{email}
        GET /journal                 GET /traffic                POST /facts/wait
        GET /clock                   POST /clock/advance         POST /clock/next         POST /clock/freeze
        GET /faults                  POST /faults                DELETE /faults/{fault_id}
        GET /faults/places
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
    plane: httpx.AsyncClient, tenants: TenantRegistry, seconds: int, status: int
) -> None:
    tenant = await made(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    ada = tenant["people"][0]
    tenancy.submit(EnterPassword(email=ada["email"], password=Secret(ada["password"])), cause="test")
    wish = {"name": "PasswordAccepted", "timeoutSeconds": seconds}
    assert (await plane.post("/tenants/t-0001/facts/wait", json=wish)).status_code == status


async def test_a_fact_that_does_not_come_names_the_last_twelve_that_did(
    plane: httpx.AsyncClient, tenants: TenantRegistry
) -> None:
    await made(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    for number in range(7):
        tenancy.submit(SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret(f"12345{number}")), cause="test")
    wish = {"name": "AgentSignedIn", "timeoutSeconds": 0.01}
    error = (await plane.post("/tenants/t-0001/facts/wait", json=wish)).json()["error"]
    entries = error.partition("since then: ")[2].split("; ")
    assert (len(entries), entries[0].split()[0]) == (12, "3")


UNWRITABLE = [
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+00:01",
    "9998-01-01T00:00:00.001Z",
    "9998-01-01T00:00:00-00:01",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00",
]


@pytest.mark.parametrize("instant", UNWRITABLE)
async def test_a_clock_out_of_the_years_that_can_be_written_is_refused_before_anything_is_made(
    plane: httpx.AsyncClient, instant: str
) -> None:
    answer = await plane.post("/tenants", json={"clock": {"frozenAt": instant}})
    where = "before" if instant < "2" else "after"
    assert answer.status_code == 422
    assert answer.json()["error"] == (
        f'clock.frozenAt is "{instant}"; a clock shows instants from 1970-01-01T00:00:00Z to 9998-01-01T00:00:00Z, '
        f"in UTC; this one would be {where} them."
    )
    assert (await plane.get("/tenants")).json() == {"tenants": []}
    assert (await made(plane))["id"] == "t-0001"


@pytest.mark.parametrize("instant", ["1970-01-01T00:00:00Z", "9998-01-01T00:00:00Z"])
async def test_a_clock_shows_the_first_instant_and_the_last(plane: httpx.AsyncClient, instant: str) -> None:
    assert (await plane.post("/tenants", json={"clock": {"frozenAt": instant}})).status_code == 201


@pytest.mark.parametrize("real", [False, True])
async def test_no_clock_is_moved_past_the_last_instant(
    plane: httpx.AsyncClient, tenants: TenantRegistry, real: bool
) -> None:
    await made(plane, clock={"frozenAt": "9997-12-31T23:59:50Z"})
    if real:
        tenants.close("t-0001")
        clock = Clock.real()
        clock.move_to(Instant(253_339_228_790_000))
        tenancy = tenants.create(blueprint("standard"), clock=clock)
        path = f"/tenants/{tenancy.id}"
    else:
        path = "/tenants/t-0001"
    for seconds in (10.002, 366 * 24 * 3600):
        answer = await plane.post(f"{path}/clock/advance", json={"seconds": seconds})
        assert answer.status_code == 422
        assert re.fullmatch(
            r"The clock is at 9997-12-31T23:59:5\S+Z and was not moved: a clock shows .* after them\.",
            answer.json()["error"],
        )
    assert (await plane.post(f"{path}/clock/advance", json={"seconds": 5})).status_code == 200
    assert (await plane.get("/tenants")).status_code == 200


async def test_no_deadline_is_out_of_the_years_that_can_be_written(
    plane: httpx.AsyncClient, tenants: TenantRegistry
) -> None:
    """At the last instant there is, with the longest deadlines there are, everything can still be written."""
    longest = {"lostConnectionRecoverySeconds": 31_622_400, "ronaSeconds": 31_622_400, "inactivityMinutes": 527_040}
    tenant = await made(plane, clock={"frozenAt": "9998-01-01T00:00:00Z"}, changes={"settings": longest})
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    agent, connection = AgentId(tenant["people"][0]["agentId"]), ConnectionId("connection-1")
    tenancy.submit(
        Subscribe(agent_id=agent, connection_id=connection, force=False, allow_multi_login=False), cause="test"
    )
    tenancy.submit(Connect(connection_id=connection), cause="test")
    team = tenancy.configuration.teams_of(tenancy.configuration.people[0])[0].id
    tenancy.submit(
        SignInStation(agent_id=agent, option=StationOption.EXTENSION, number="1001", team_id=team, roles=(Role.AGENT,)),
        cause="test",
    )
    tenancy.submit(Disconnect(connection_id=connection), cause="test")
    assert (await plane.get("/tenants")).json()["tenants"][0]["clock"]["nextDeadline"] == "9999-01-02T00:00:00.000Z"
    answer = await plane.post("/tenants/t-0001/clock/next")
    assert (answer.status_code, "was not moved" in answer.json()["error"]) == (422, True)
    for setting, longer in longest.items():
        answer = await plane.patch("/tenants/t-0001/configuration", json={"settings": {setting: longer + 1}})
        assert answer.json() == {"error": f"settings.{setting} is {longer + 1}; wanted less than or equal to {longer}."}


async def test_a_fault_lasts_no_longer_than_a_clock_can_be_moved(plane: httpx.AsyncClient) -> None:
    await made(plane)
    for seconds, status in ((31_622_400, 201), (31_622_401, 422), (10**40, 422)):
        answer = await plane.post("/tenants/t-0001/faults", json={"kind": "answers late", "seconds": seconds})
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (
            {"name": "AgentSignedin"},
            'There is no fact "AgentSignedin"; did you mean "AgentSignedIn"? GET /_control/v1/facts ',
        ),
        (
            {"name": "Nothing at all!"},
            'There is no fact "Nothing at all!"; check the spelling. GET /_control/v1/facts ',
        ),
        (
            {"name": "PasswordAccepted", "parts": {"agnet": "ada"}},
            'PasswordAccepted has no part "agnet"; it has agent, ',
        ),
    ],
)
async def test_a_wait_that_could_never_end_is_refused(
    plane: httpx.AsyncClient, wish: dict[str, Any], sentence: str
) -> None:
    await made(plane)
    answer = await plane.post("/tenants/t-0001/facts/wait", json=wish)
    assert (answer.status_code, answer.json()["error"].startswith(sentence)) == (422, True), answer.text


async def test_the_facts_are_listed_with_their_parts(plane: httpx.AsyncClient) -> None:
    listed = (await plane.get("/facts")).json()["facts"]
    assert {"name": "answers late", "kind": "fault", "parts": ["times", "where"]} in listed
    assert len({fact["name"] for fact in listed}) == len(listed)
