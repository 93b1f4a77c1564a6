"""What an unsuccessful outcome means to the desktop."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

RULES = 'async ({ reply, log }) => { const rules = await import("/desktop/services/outcomes.js"); %s }'
TRY = "try { await reply('it') } catch (error) { return rules.%s(error) }"
SUPERSEDED = refused("SUPERSEDED", status=409)
UNAUTHORISED = refused("HTTP 401", status=401)
UNREACHABLE = refused("NETWORK", kind="network")
BROKEN = refused("HTTP 503", status=503)


@pytest.mark.parametrize(
    ("error", "broken"),
    [
        (BROKEN, True),
        (refused("BuddyAgents", kind="timeout"), True),
        (UNAUTHORISED, False),
        (UNREACHABLE, False),
        (SUPERSEDED, False),
        (crash("TypeError"), {"thrown": "TypeError"}),
    ],
)
def test_whether_a_service_answered_without_the_data(play: Play, error: dict[str, Any], broken: object) -> None:
    assert play(RULES % (TRY % "isBroken"), replies={"it": [error]}) == [broken]


@pytest.mark.parametrize(
    ("replies", "steps"),
    [
        ([answer("read")], ["read", "read"]),
        ([BROKEN, answer("again")], ["read", "read", "again"]),
        ([UNREACHABLE, answer("again")], ["read", "read", "again"]),
        ([BROKEN], ["read", "read", {"thrown": "refused: HTTP 503"}]),
        ([UNAUTHORISED], ["read", {"thrown": "refused: HTTP 401"}]),
        ([SUPERSEDED], ["read", {"thrown": "refused: SUPERSEDED"}]),
        ([crash("TypeError")], ["read", {"thrown": "TypeError"}]),
    ],
)
def test_what_failed_temporarily_is_read_once_more(play: Play, replies: list[Any], steps: list[Any]) -> None:
    twice = "return rules.twice(async () => { log.push('read'); return reply('it'); });"
    assert play(RULES % twice, replies={"it": replies}) == steps


def test_the_refusal_for_the_agent(play: Play) -> None:
    error = refused("DUPLICATE_LOCATION", kind="http", trackingId="desk_1", data={"dn": "1042"})
    shown = {"code": "DUPLICATE_LOCATION", "kind": "http", "trackingId": "desk_1", "data": {"dn": "1042"}}
    assert play(RULES % (TRY % "refusal"), replies={"it": [error]}) == [shown]
    assert play(RULES % (TRY % "refusal"), replies={"it": [crash("TypeError")]}) == [{"thrown": "TypeError"}]


MICROPHONE = """
  navigator.mediaDevices.getUserMedia = async () => { %s };
  return rules.microphoneWorks().catch(({ kind, code, trackingId }) => ({ kind, code, trackingId }));
"""


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("throw new DOMException('', 'NotAllowedError')", "MICROPHONE_DENIED"),
        ("throw new DOMException('', 'NotFoundError')", "MICROPHONE_ABSENT"),
        ("throw new DOMException('', 'NotReadableError')", "MICROPHONE_FAILED"),
        ("return null", "MICROPHONE_FAILED"),
    ],
)
def test_a_microphone_that_does_not_work_is_a_refusal(play: Play, script: str, code: str) -> None:
    assert play(RULES % (MICROPHONE % script)) == [{"kind": "refused", "code": code, "trackingId": ""}]


def test_a_microphone_that_works_is_no_refusal(play: Play) -> None:
    assert play(RULES % (MICROPHONE % "return { getTracks: () => [] }")) == []


FAILURE = """async (make) => {
  const { failureOf } = await import("/desktop/services/outcomes.js");
  const { Refused } = await import("/desktop/api/gateway.js");
  const { SignInFailed } = await import("/desktop/api/identity.js");
  const { SocketRefused } = await import("/desktop/api/socket.js");
  const logged = [];
  const { error } = console;
  console.error = (error) => logged.push(error.message);
  const failure = failureOf(eval(make));
  console.error = error;
  const trackingId = failure.trackingId.replace(/^desk_[0-9a-f-]{36}$/, "a new one");
  return [{ ...failure, trackingId }, logged];
}"""
REFUSED = 'new Refused({ kind: "http", code: "HTTP 500", trackingId: "%s" })'


@pytest.mark.parametrize(
    ("error", "known", "logged"),
    [
        (REFUSED % "desk_1", {"kind": "HTTP 500", "cause": "http: HTTP 500", "trackingId": "desk_1"}, []),
        (REFUSED % "", {"kind": "HTTP 500", "cause": "http: HTTP 500", "trackingId": "a new one"}, []),
        (
            'new SignInFailed("state", "idp_1")',
            {"kind": "state", "cause": "sign-in failed: state", "trackingId": "idp_1"},
            [],
        ),
        (
            'new SocketRefused("closed")',
            {"kind": "SOCKET", "cause": "closed", "trackingId": "a new one"},
            [],
        ),
        (
            'Object.assign(new TypeError("no"), { code: "x", trackingId: "x" })',
            {"kind": "unexpected", "cause": "TypeError: no", "trackingId": "a new one"},
            ["no"],
        ),
    ],
)
def test_why_the_desktop_could_not_be_opened(
    stopped_page: Page, error: str, known: dict[str, str], logged: list[str]
) -> None:
    place = "http://desktop.localhost/desktop/vendor/LICENSE-lit.txt"
    stopped_page.evaluate("() => history.replaceState(null, '', '?secret=1')")
    failure = {**known, "at": "2026-01-15T09:00:01.000Z", "address": place}
    assert stopped_page.evaluate(FAILURE, error) == [failure, logged]
