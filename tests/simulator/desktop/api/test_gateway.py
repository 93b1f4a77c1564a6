"""The gateway of the desktop: what it sends, and what becomes of each kind of answer (PROTOCOL 1, 3.3, 3.5)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

ADDRESS = "http://gateway.example"

SET_UP = """async (address) => {
  const gateway = await import('/desktop/api/gateway.js');
  Object.assign(self, gateway);
  self.asked = [];
  self.answers = [];
  crypto.randomUUID = () => 'one-id';
  self.fetch = async (url, { method, headers, body, cache }) => {
    asked.push([method, url, headers, body === undefined ? null : JSON.parse(body), cache]);
    const answer = answers.shift() ?? { body: '{}' };
    if (answer.fails) throw new TypeError('Failed to fetch');
    if (answer.waits) await new Promise(() => {});
    return new Response(answer.body, { status: answer.status ?? 200, headers: answer.headers ?? {} });
  };
  self.gate = new Gateway({ address, accessToken: 'a-token', agentId: 'ada', orgId: 'org' });
  self.outcome = (promise) => promise.then(
    (value) => ({ value }),
    ({ name, message, kind, code, trackingId, status, data }) =>
      ({ name, message, kind, code, trackingId, status, data }),
  );
}"""

CATALOGUE = "/u2c/api/v1/limited/catalog?format=hostmap"
WITH_TOKEN = {"accept": "application/json", "authorization": "Bearer a-token", "trackingid": "desk_one-id"}
WITH_BODY = {**WITH_TOKEN, "content-type": "application/json"}
OPEN = {"accept": "application/json", "trackingid": "desk_one-id"}


@pytest.fixture
def page(stopped_page: Page) -> Page:
    stopped_page.evaluate(SET_UP, ADDRESS)
    return stopped_page


def outcome(page: Page, script: str, *answers: dict[str, Any]) -> Any:
    """What the promise of a script comes to, with these answers of the service."""
    page.evaluate("given => { answers.push(...given); }", list(answers))
    return page.evaluate(f"async () => outcome({script})")


def asked(page: Page) -> list[Any]:
    """The requests since the last look: method, address, headers, body, cache."""
    requests: list[Any] = page.evaluate("() => asked.splice(0)")
    return requests


def refused(kind: str, code: str, tracking_id: str, status: int = 0, data: Any = None) -> dict[str, Any]:
    return {
        "name": "Error", "message": f"{kind}: {code}", "kind": kind, "code": code, "trackingId": tracking_id,
        "status": status, "data": data or {},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("script", "answer", "value", "method", "address"),
    [
        ("serviceLinks()", '{"serviceLinks": {"a": "b"}}', {"a": "b"}, "GET", CATALOGUE),
        ("numberingPlans()", '{"regions": [{"region": "SE"}]}', [{"region": "SE"}], "GET", "/desktop/numbering.json"),
    ],
)  # fmt: skip
def test_what_is_open_to_all_is_asked_without_a_token(
    page: Page, script: str, answer: str, value: Any, method: str, address: str
) -> None:
    assert outcome(page, script, {"body": answer}) == {"value": value}
    assert asked(page) == [[method, address, OPEN, None, "default"]]


def test_a_subscription_takes_over(page: Page) -> None:
    """PROTOCOL 3.1, 8a."""
    assert outcome(page, "gate.subscribe()", {"body": '{"webSocketUrl": "ws://x"}'}) == {"value": "ws://x"}
    body = {"force": True, "isKeepAliveEnabled": False, "clientType": "AgentDesktop", "allowMultiLogin": False}
    assert asked(page) == [["POST", f"{ADDRESS}/v1/notification/subscribe", WITH_BODY, body, "no-store"]]


@pytest.mark.parametrize(
    ("script", "address"),
    [("gate.get('/v1/x')", f"{ADDRESS}/v1/x"), ("gate.read('/team')", f"{ADDRESS}/organization/org/team")],
)
def test_what_is_read_is_asked_with_the_token_and_never_cached(page: Page, script: str, address: str) -> None:
    assert outcome(page, script, {"body": '{"a": 1}'}) == {"value": {"a": 1}}
    assert asked(page) == [["GET", address, WITH_TOKEN, None, "no-store"]]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"body": ""}, {"value": {}}),
        ({"body": "<p>"}, {"value": {}}),
        ({"fails": True}, refused("network", "NETWORK", "desk_one-id")),
        ({"status": 500, "body": ""}, refused("http", "HTTP 500", "desk_one-id", 500)),
        ({"status": 502, "body": "", "headers": {"trackingid": "t"}}, refused("http", "HTTP 502", "t", 502)),
        (
            {"status": 404, "body": '{"trackingId": "b", "error": {"key": "404"}}', "headers": {"trackingid": "t"}},
            refused("http", "404", "b", 404),
        ),
        (
            {"status": 409, "body": '{"error": {"key": "409", "reason": "DUPLICATE_LOCATION"}}'},
            refused("http", "DUPLICATE_LOCATION", "desk_one-id", 409),
        ),
    ],
)
def test_each_kind_of_answer_has_its_outcome(page: Page, answer: dict[str, Any], expected: dict[str, Any]) -> None:
    assert outcome(page, "gate.get('/x')", answer) == expected


@pytest.mark.parametrize(
    ("path", "joint", "pages"), [("/team", "?", 1), ("/team", "?", 3), ("/team?filter=x", "&", 2), ("/team", "?", None)]
)
def test_all_pages_of_a_list_are_read_a_hundred_rows_each(page: Page, path: str, joint: str, pages: int | None) -> None:
    meta = "" if pages is None else f'"meta": {{"totalPages": {pages}}}, '
    answers = [{"body": f'{{{meta}"data": [{number}, "x"]}}'} for number in range(pages or 1)]
    rows = [cell for number in range(pages or 1) for cell in (number, "x")]
    assert outcome(page, f"gate.readAll('{path}')", *answers) == {"value": rows}
    assert [address for _, address, *_ in asked(page)] == [
        f"{ADDRESS}/organization/org{path}{joint}page={number}&pageSize=100" for number in range(pages or 1)
    ]


@pytest.mark.parametrize(("count", "chunks"), [(0, []), (1, [1]), (100, [100]), (101, [100, 1]), (200, [100, 100])])
def test_rows_are_named_a_page_at_a_time_and_come_in_their_order(page: Page, count: int, chunks: list[int]) -> None:
    ids = [f"id-{number}" for number in range(count)]
    parts = [ids[100 * index : 100 * index + size] for index, size in enumerate(chunks)]
    bodies = ["[" + ",".join(f'{{"id": "{id_}"}}' for id_ in reversed(part)) + "]" for part in parts]
    answers = [{"body": f'{{"meta": {{"totalPages": 1}}, "data": {body}}}'} for body in bodies]
    read = outcome(page, f"gate.readNamed('/team', {ids})", *answers)
    assert read == {"value": [{"id": id_} for id_ in ids]}
    base = f"{ADDRESS}/organization/org/team?filter=id=in="
    assert [address for _, address, *_ in asked(page)] == [
        f"{base}({','.join(part)})&page=0&pageSize=100" for part in parts
    ]


def test_a_row_that_is_gone_is_left_out(page: Page) -> None:
    read = outcome(page, "gate.readNamed('/team', ['a', 'b'])", {"body": '{"data": [{"id": "b"}]}'})
    assert read == {"value": [{"id": "b"}]}


COMMANDS = {
    "reload": ("POST", "/v1/agents/reload", "AgentReloginSuccess", "AgentReloginFailed"),
    "login": ("POST", "/v1/agents/login", "AgentStationLoginSuccess", "AgentStationLoginFailed"),
    "logout": ("POST", "/v1/agents/logout", "AgentLogoutSuccess", "AgentLogoutFailed"),
    "colleagues": ("POST", "/v1/agents/buddyList", "BuddyAgents", "BuddyAgentsRetrieveFailed"),
    "state": ("PUT", "/v1/agents/session/state", "AgentStateChangeSuccess", "AgentStateChangeFailed"),
}


def test_the_commands_are_those_of_the_wire(page: Page) -> None:
    """PROTOCOL 3.5, 4, 5."""
    names = ("method", "path", "done", "refused")
    assert page.evaluate("() => COMMANDS") == {
        command: dict(zip(names, row, strict=True)) for command, row in COMMANDS.items()
    }


def sends(
    page: Page, command: str, *frames: dict[str, Any], answer: dict[str, Any] | None = None, then: str = ""
) -> Any:
    """What a command comes to when these notifications arrive."""
    page.evaluate("answer => { answers.push(answer); }", answer or {"body": "{}"})
    script = """async ([command, frames]) => {
      const sent = outcome(gate.send(COMMANDS[command], { a: 1 }));
      for (const frame of frames) gate.receive(frame);
      %s
      return sent;
    }"""
    return page.evaluate(script % then, [command, list(frames)])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_waits_for_the_notification_that_answers_it(page: Page, command: str) -> None:
    method, path, done, _ = COMMANDS[command]
    others = [{"data": {"type": row[2]}} for name, row in COMMANDS.items() if name != command]
    frame = {"data": {"type": done, "b": 2}, "trackingId": "t"}
    assert sends(page, command, {}, {"data": {}}, *others, frame) == {"value": {"type": done, "b": 2}}
    assert asked(page) == [[method, f"{ADDRESS}{path}", WITH_BODY, {"a": 1}, "no-store"]]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("data", "code", "tracking_id"),
    [({}, None, "t"), ({"reason": "WHY"}, "WHY", "t"), ({"reason": "WHY", "trackingId": "d"}, "WHY", "d")],
)
def test_a_refusal_has_its_reason_and_tracking_id(
    page: Page, command: str, data: dict[str, str], code: str | None, tracking_id: str
) -> None:
    word = COMMANDS[command][3]
    whole = {"type": word, **data}
    expected = refused("refused", code or word, tracking_id, data=whole)
    assert sends(page, command, {"data": whole, "trackingId": "t"}) == expected


def test_the_first_answer_counts(page: Page) -> None:
    word, other = COMMANDS["login"][2:]
    assert sends(page, "login", {"data": {"type": word}}, {"data": {"type": other}}) == {"value": {"type": word}}


def test_a_command_that_the_service_refuses_at_once_waits_for_nothing(page: Page) -> None:
    expected = refused("http", "HTTP 403", "desk_one-id", 403)
    assert sends(page, "login", answer={"status": 403, "body": ""}) == expected


def test_a_notification_may_come_before_the_acknowledgement(page: Page) -> None:
    word = COMMANDS["login"][2]
    assert sends(page, "login", {"data": {"type": word}}, answer={"waits": True}) == {"value": {"type": word}}


def test_another_instance_that_takes_over_ends_the_waiting(page: Page) -> None:
    expected = refused("refused", "SUPERSEDED", "desk_one-id")
    assert sends(page, "login", answer={"waits": True}, then="gate.abandon();") == expected


def asks(page: Page, about: str | None, *frames: dict[str, Any]) -> Any:
    """What a question with several possible answers comes to when these notifications arrive."""
    page.evaluate("answers.push({ body: '{}' })")
    question = {"method": "POST", "path": "/v1/x", "done": ["A", "B"], "refused": ["C", "D"]}
    script = """async ([question, frames]) => {
      const sent = outcome(gate.ask(question, { a: 1 }));
      for (const frame of frames) gate.receive(frame);
      return sent;
    }"""
    return page.evaluate(script, [question if about is None else {**question, "about": about}, list(frames)])


@pytest.mark.parametrize("type_", ["A", "B"])
def test_any_of_several_notifications_can_answer_a_question(page: Page, type_: str) -> None:
    frame = {"type": "RoutingMessage", "data": {"type": type_}, "trackingId": "t"}
    assert asks(page, None, {"data": {"type": "E"}}, frame) == {"value": frame}
    assert asked(page) == [["POST", f"{ADDRESS}/v1/x", WITH_BODY, {"a": 1}, "no-store"]]


@pytest.mark.parametrize("type_", ["C", "D"])
def test_any_of_several_notifications_can_refuse_a_question(page: Page, type_: str) -> None:
    assert asks(page, None, {"data": {"type": type_}, "trackingId": "t"}) == refused(
        "refused", type_, "t", data={"type": type_}
    )


@pytest.mark.parametrize("field", ["interactionId", "taskId"])
def test_a_notification_about_another_conversation_is_no_answer(page: Page, field: str) -> None:
    other, own = {"data": {"type": "A", field: "c2"}}, {"data": {"type": "B", field: "c1"}}
    assert asks(page, "c1", other, own) == {"value": own}


def test_a_notification_that_names_no_conversation_can_be_the_answer(page: Page) -> None:
    assert asks(page, "c1", {"data": {"type": "A"}}) == {"value": {"data": {"type": "A"}}}


def test_what_is_only_acknowledged_waits_for_no_notification(page: Page) -> None:
    assert outcome(page, "gate.tell('PUT', '/v1/x', { a: 1 })", {"body": '{"ok": 1}'}) == {"value": {"ok": 1}}
    assert asked(page) == [["PUT", f"{ADDRESS}/v1/x", WITH_BODY, {"a": 1}, "no-store"]]


@pytest.mark.parametrize(("milliseconds", "over"), [(19_999, False), (20_000, True)])
def test_an_answer_is_awaited_for_twenty_seconds(page: Page, milliseconds: int, over: bool) -> None:
    page.evaluate("() => { self.came = null; outcome(gate.send(COMMANDS.login, {})).then((end) => { came = end; }); }")
    page.clock.run_for(milliseconds)
    expected = refused("timeout", "AgentStationLoginSuccess", "desk_one-id")
    assert page.evaluate("() => came") == (expected if over else None)


def test_a_command_that_is_over_hears_nothing_more(page: Page) -> None:
    """A late answer is not the answer of the next command either."""
    word = COMMANDS["login"][2]
    sends(page, "login", {"data": {"type": word, "n": 1}})
    page.evaluate("word => gate.receive({ data: { type: word, n: 0 } })", word)
    assert sends(page, "login", {"data": {"type": word, "n": 2}}) == {"value": {"type": word, "n": 2}}


def test_the_time_of_the_service_comes_with_answers_to_the_token_alone(page: Page) -> None:
    hour_later = {"body": "{}", "headers": {"date": "Thu, 15 Jan 2026 10:00:01 GMT"}}
    difference = "async () => (await import('/desktop/api/servicetime.js')).serviceNow() - Date.now()"
    outcome(page, "serviceLinks()", hour_later)
    assert page.evaluate(difference) == 0
    outcome(page, "gate.get('/x')", hour_later)
    assert page.evaluate(difference) == 3_600_000
