"""The control plane as an application: its token, its refusals and its OpenAPI document."""

import re
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from deskproof.simulator.app import Application
from tests.simulator.control.conftest import TOKEN, create_tenant


@pytest.mark.parametrize(
    "header", [None, "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \u00e5"]
)
async def test_every_operation_needs_the_token(plane: httpx.AsyncClient, header: str | None) -> None:
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
        ("POST", "/tenants", {"blueprint": "huge"}, 422, 'There is no blueprint "huge"; expected one of: standard.'),
        (
            "POST",
            "/tenants",
            {"changes": {"people": [{"key": "ada", "active": 1}]}},
            422,
            "people.ada.active is 1; expected true or false.",
        ),
        ("POST", "/tenants", {"colour": "red"}, 422, "colour is unknown; leave it out."),
        (
            "POST",
            "/tenants",
            {"clock": {}},
            422,
            (
                'clock has both or neither of "real" and "frozenAt"; expected {"real": true} or '
                '{"frozenAt": "2026-01-15T09:00:00Z"}.'
            ),
        ),
        (
            "POST",
            "/tenants",
            {"clock": {"frozenAt": "2026-01-15 09:00"}},
            422,
            'clock.frozenAt is "2026-01-15 09:00"; expected an instant with its zone, such as 2026-01-15T09:00:00Z.',
        ),
        (
            "PATCH",
            "/tenants/t-0001/configuration",
            {"settings": {"azureSso": "on"}},
            422,
            'settings.azureSso is "on"; expected true or false.',
        ),
        ("PATCH", "/tenants/t-0001/configuration", [], 422, "The body is a list; expected a JSON object."),
        (
            "POST",
            "/tenants/t-0001/clock/advance",
            {"seconds": -5},
            422,
            "seconds is -5; expected greater than or equal to 0.",
        ),
        ("POST", "/tenants/t-0001/clock/advance", {}, 422, "seconds is missing; add it."),
        ("POST", "/tenants/t-0001/clock/advance", None, 422, "The body is missing; expected a JSON object."),
        ("GET", "/tenants/t-0001/journal?after=soon", None, 422, 'after is "soon"; expected a whole number.'),
        (
            "GET",
            "/tenants/t-0001/mailboxes/ada",
            None,
            422,
            '"ada" is not an e-mail address; expected one such as ada.lindqvist@example.com.',
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
    await create_tenant(plane)
    answer = await plane.request(method, path, json=body)
    assert (answer.status_code, answer.json()) == (status, {"error": sentence})
    assert len((await plane.get("/tenants")).json()["tenants"]) == 1


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
async def test_without_the_token_no_body_is_read(application: Application, method: str, path: str) -> None:
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
        POST /clock/run              GET /agents                 GET /changes
        GET /faults                  POST /faults                DELETE /faults/{fault_id}
        GET /faults/places
        GET /conversations           POST /conversations         POST /conversations/{conversation_id}/hang-up
        POST /conversations/{conversation_id}/listen
        GET /phones                  PUT /phones/{number}        POST /phones/{number}/answer
        POST /campaigns/{campaign}/previews
        POST /phones/{number}/decline                            POST /phones/{number}/hang-up
        POST /supervisors            POST /conversations/{conversation_id}/supervision
        PUT /agents/{agent}/state    POST /agents/{agent}/sign-out
    """
    expected = re.findall(r"([A-Z]+)(?: (/\S+))?", of_a_tenant)
    assert operations == plane_itself | {
        (method, f"/_control/v1/tenants/{{tenant_id}}{path}") for method, path in expected
    }
    ids = [operation["operationId"] for methods in document["paths"].values() for operation in methods.values()]
    assert len(ids) == len(set(ids))
