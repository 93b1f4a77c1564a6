"""The surfaces that an OpenAPI document describes: the control plane by its own, product REST by one that is made here
from the wire catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import schemathesis
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.errors import ErrorAnswer
from deskproof.simulator.wire.kernel.operation import Operation
from deskproof.simulator.wire.kernel.shapes import NoBody, NoQuery, Shape, Unread
from tests.fuzz.target import ANSWER_SECONDS, PEOPLE, Target, World

Json = dict[str, Any]

_BY_CALLING = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


def product_document() -> Json:
    """The wire catalogue as OpenAPI: each operation with the shapes of its parameters, body, answer and refusals."""
    paths: dict[str, Json] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.address, {})[operation.method.lower()] = _described(operation)
    return {"openapi": "3.1.0", "info": {"title": "product REST", "version": "1"}, "paths": paths}


def _described(operation: Operation) -> Json:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in re.findall(r"\{(\w+)\}", operation.address)
    ]
    query = {} if operation.query is NoQuery else _schema(operation.query, "validation")
    parameters += [
        {"name": name, "in": "query", "required": name in query.get("required", ()), "schema": schema}
        for name, schema in query.get("properties", {}).items()
    ]
    described: Json = {
        "operationId": operation.name,
        "parameters": parameters,
        "responses": {
            str(operation.status): {"description": "answered", "content": {"application/json": {}}},
            "4XX": {
                "description": "refused",
                "content": {"application/json": {"schema": _schema(ErrorAnswer, "serialization")}},
            },
        },
    }
    if operation.body not in (NoBody, Unread):
        content = {"application/json": {"schema": _schema(operation.body, "validation")}}
        described["requestBody"] = {"content": content}
    return described


def _schema(shape: type[Shape], mode: Any) -> Json:
    """The JSON Schema of a shape, with its definitions in place."""
    schema = shape.model_json_schema(by_alias=True, mode=mode)
    return dict(_in_place(schema, schema.pop("$defs", {})))


def _in_place(node: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_in_place(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _in_place(definitions[node["$ref"].rpartition("/")[2]], definitions)
    return {name: _in_place(value, definitions) for name, value in node.items()}


def cases(document: Json, wanted: Callable[[str], bool] = lambda _: True) -> st.SearchStrategy[Case[Any]]:
    """Requests that fit the document, and requests that do not, for every operation whose label is `wanted`."""
    schema = schemathesis.openapi.from_dict(document)
    operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    return st.one_of(
        *(
            operation.as_strategy(generation_mode=mode)
            for operation in operations
            for mode in _BY_CALLING
            if wanted(operation.label)
        )
    )


TOKENS = ("a person's", "as it was made", "none")
"""Which bearer token a request has, most often the first."""

_WAITS = ("/facts/wait", "/listen")
"""How the paths of requests end that wait in real time, ten seconds where they do not say how long."""

_CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance]


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A request, and what of it the world decides when it is sent."""

    case: Case[Any]
    token: str
    person: str
    real: bool
    """Whether the ids in path and body are those of the world."""


def attempts(document: Json) -> st.SearchStrategy[Attempt]:
    """Requests to the surface of this document."""
    return st.builds(
        Attempt,
        case=cases(document),
        token=st.sampled_from((*TOKENS[:1] * 4, *TOKENS)),
        person=st.sampled_from(tuple(PEOPLE)),
        real=st.sampled_from((True, True, False)),
    )


def send_to_control(target: Target, world: World, attempt: Attempt) -> None:
    """Send a request to the control plane and check its answer."""
    case = attempt.case
    own = target.tenant() if case.method == "DELETE" and attempt.real else world.tenant
    if attempt.real:
        _use(case, {"tenant_id": own.id, "number": PEOPLE["ada"], "conversation_id": world.conversations[0]})
    if case.path.endswith(_WAITS) and isinstance(case.body, dict):
        seconds = case.body.get("timeoutSeconds", 1)
        case.body["timeoutSeconds"] = 0.001 if isinstance(seconds, (int, float)) and seconds > 0 else seconds
    answer = _sent(target, target.host, attempt, f"Bearer {target.server.control_token}")
    if answer.status_code >= HTTPStatus.BAD_REQUEST:
        refusal = answer.json()
        assert list(refusal) == ["error"], refusal
        assert isinstance(refusal["error"], str), refusal
        assert refusal["error"][-1:] in ".", f"not a sentence: {refusal['error']}"
    if answer.status_code == HTTPStatus.CREATED and case.path.endswith("/tenants"):
        target.control.tenant(answer.json()["id"]).close()
    target.check_alive(world)


def send_to_product(target: Target, world: World, attempt: Attempt) -> None:
    """Send a request to product REST; check its answer, and that traffic shows it."""
    case = attempt.case
    if attempt.real:
        _use(case, {"orgId": world.tenant.org_id, "taskId": world.conversations[0], **world.ids})
    answer = _sent(target, world.host(), attempt, world.bearer(attempt.person)[1])
    world.check_shown(answer.status_code)
    target.check_alive(world)


def _use(case: Case[Any], ids: Mapping[str, str]) -> None:
    """Put ids of the world where the request has parameters and members of these names."""
    for name in case.path_parameters or {}:
        if name in ids:
            case.path_parameters[name] = ids[name]
    if isinstance(case.body, dict):
        case.body.update({name: ids[name] for name in case.body if name in ids})


def _sent(target: Target, host: str, attempt: Attempt, bearer: str) -> Response:
    headers = {"Host": host}
    if attempt.token == TOKENS[0]:
        headers["Authorization"] = bearer
    elif attempt.token == TOKENS[2]:
        attempt.case.headers.pop("Authorization", None)
    answer = attempt.case.call(base_url=target.server.address, headers=headers, timeout=ANSWER_SECONDS)
    attempt.case.validate_response(answer, checks=_CHECKS)
    return answer
