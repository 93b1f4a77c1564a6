"""The sign-in to Microsoft Teams, between a fake provider and a fake window: what is requested, shown and stored."""

import json
from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

NOW_MS = 1_000_000
TEAMS = """async (around) => {
  const { log } = around;
  const { Teams } = await import("/desktop/services/teams.js");
  const given = { ...{ expires: 2_000, claims: {}, full: false, blocked: false, provider: 200 }, ...%(given)s };
  Date.now = () => 1_000_000;
  Object.assign(self, { screenX: 100, outerWidth: 1_280, screenY: 50, outerHeight: 1_001 });
  localStorage.clear();
  sessionStorage.clear();
  if (given.choices) localStorage.setItem("deskproof-desk.choices", JSON.stringify(given.choices));
  if (given.saved) sessionStorage.setItem("deskproof-desk.teams", JSON.stringify(given.saved));
  const token = (claims) => `x.${btoa(JSON.stringify(claims))}.x`;
  const issuer = "https://entra.localhost/x";
  const port = new MessageChannel().port1;
  port.close = () => log.push("window closed");
  let secrets, look;
  self.send = (data, more = {}) =>
    dispatchEvent(new MessageEvent("message", { origin: location.origin, source: port, data, ...more }));
  self.answer = (query) => ({ kind: "teams-answer", answer: `state=${secrets.state}&${query}` });
  self.leave = () => {
    look();
    port.closed = true;
    look();
  };
  self.setInterval = (run, ms) => {
    log.push(`looks every ${ms} ms`);
    look = run;
    return 7;
  };
  self.clearInterval = (id) => log.push(`stops looking ${id}`);
  self.open = (address, name, features) => {
    const { origin, pathname, searchParams } = new URL(address);
    const { state, nonce, code_challenge: challenge, ...asked } = Object.fromEntries(searchParams);
    secrets = { state, nonce, challenge };
    log.push({ window: name, features, page: origin + pathname, ...asked });
    if (given.blocked) return null;
    Promise.resolve().then(() => (0, eval)(given.then));
    return port;
  };
  self.fetch = async (url, { body } = {}) => {
    const { code_verifier: _, ...sent } = Object.fromEntries(body ?? []);
    log.push({ fetch: String(url), ...sent });
    if (body) {
      const claims = { iss: issuer, aud: "agent-desktop-teams", exp: 1_001, nonce: secrets.nonce, ...given.claims };
      const access_token = token({ exp: given.expires });
      return Response.json({ access_token, id_token: given.broken ? null : token(claims) });
    }
    const at = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
    return Response.json(at, { status: given.provider });
  };
  console.error = (error) => log.push(`logged ${error.name}`);
  const kept = Storage.prototype.setItem;
  if (given.full) Storage.prototype.setItem = () => { throw new Error("full"); };
  const teams = new Teams(around);
  %(act)s
  Storage.prototype.setItem = kept;
  log.push({ saved: JSON.parse(sessionStorage.getItem("deskproof-desk.teams")) });
}"""
OFFER = 'teams.offer("https://entra.localhost/x", "ada");'
SIGN_IN = f"{OFFER} await teams.signIn();"
PERSON = {"person": {"email": "ada@example.com"}, "teams": None}


def act(play: Play, script: str, *, state: dict[str, Any] | None = None, **given: object) -> list[Any]:
    return play(TEAMS % {"given": json.dumps(given), "act": script}, state={**PERSON, **(state or {})})


def shown(status: str, why: str = "") -> dict[str, Any]:
    return {"kind": "teams", "teams": {"status": status, "why": why}}


def saved(status: str, why: str = "", expires: int = 0, agent: str = "ada") -> dict[str, Any]:
    return {"agentId": agent, "status": status, "why": why, "expires": expires}


@pytest.mark.parametrize(
    ("stored", "outcome"),
    [
        (None, shown("untried")),
        (saved("success", expires=NOW_MS + 1), shown("success")),
        (saved("success", expires=NOW_MS), shown("failed", "expired")),
        (saved("cancelled", "closed"), shown("cancelled", "closed")),
        (saved("failed", "issuer"), shown("failed", "issuer")),
        (saved("success", expires=NOW_MS + 1, agent="bo"), shown("untried")),
    ],
)
def test_the_outcome_of_an_earlier_sign_in_of_this_agent_is_shown(
    play: Play, stored: dict[str, Any] | None, outcome: dict[str, Any]
) -> None:
    assert act(play, OFFER, saved=stored) == [outcome, {"saved": stored}]


def test_signing_out_removes_the_outcome(play: Play) -> None:
    assert act(play, "teams.forget();", saved=saved("cancelled", "closed")) == [{"saved": None}]


def test_a_sign_in_that_is_waiting_is_not_begun_again(play: Play) -> None:
    assert act(play, "await teams.signIn();", state={"teams": {"status": "waiting", "why": ""}}) == [{"saved": None}]


DISCOVERY = {"fetch": "https://entra.localhost/x/.well-known/openid-configuration"}
BEGUN = [shown("untried"), shown("waiting"), DISCOVERY]
WINDOW = {
    "window": "deskproof-desk-teams",
    "features": "popup,width=480,height=680,left=500,top=211",
    "page": "https://entra.localhost/x/authorize",
    "response_type": "code",
    "client_id": "agent-desktop-teams",
    "redirect_uri": "http://desktop.localhost/teams-signed-in",
    "scope": "openid profile email Presence.Read",
    "code_challenge_method": "S256",
    "prompt": "login",
    "login_hint": "ada@example.com",
    "ui_locales": "en",
}
LOOKS, STOPS = "looks every 250 ms", "stops looking 7"
CHOSE = {"kind": "chose", "choices": {}}
EXCHANGE = {
    "fetch": "https://entra.localhost/x/token",
    "grant_type": "authorization_code",
    "client_id": "agent-desktop-teams",
    "redirect_uri": "http://desktop.localhost/teams-signed-in",
    "code": "good",
}
ANSWERED = [*BEGUN, WINDOW, LOOKS, STOPS, "window closed", CHOSE]
GOOD = "send(answer('code=good'))"
SUCCESS = [shown("success"), {"saved": saved("success", expires=2_000_000)}]


def test_a_sign_in_that_succeeds(play: Play) -> None:
    assert act(play, SIGN_IN, then=GOOD) == [*ANSWERED, EXCHANGE, *SUCCESS]


@pytest.mark.parametrize(
    "first",
    [
        "send(answer('code=bad'), { origin: 'http://elsewhere.localhost' })",
        "send(answer('code=bad'), { source: null })",
        "send({ ...answer('code=bad'), kind: 'something else' })",
        "send(null)",
    ],
)
def test_messages_of_others_are_no_answer(play: Play, first: str) -> None:
    assert act(play, SIGN_IN, then=f"{first}; {GOOD}") == [*ANSWERED, EXCHANGE, *SUCCESS]


def test_only_the_first_answer_counts(play: Play) -> None:
    assert act(play, SIGN_IN, then=f"{GOOD}; send(answer('code=bad'))") == [*ANSWERED, EXCHANGE, *SUCCESS]


def test_a_language_chosen_meanwhile_is_taken_over(play: Play) -> None:
    log = act(play, SIGN_IN, then=GOOD, choices={"language": "sv"})
    chose = {"kind": "chose", "choices": {"language": "sv"}}
    window = {**WINDOW, "ui_locales": "sv"}
    assert log == [*BEGUN, window, LOOKS, STOPS, "window closed", chose, EXCHANGE, *SUCCESS]


def test_a_person_without_an_address_gets_no_hint(play: Play) -> None:
    log = act(play, SIGN_IN, state={"person": None}, then=GOOD)
    assert log == [*BEGUN, {**WINDOW, "login_hint": ""}, *ANSWERED[4:], EXCHANGE, *SUCCESS]


def test_a_closed_window_is_a_cancellation(play: Play) -> None:
    log = act(play, SIGN_IN, then="leave(); " + GOOD)
    closed = [shown("cancelled", "closed"), {"saved": saved("cancelled", "closed")}]
    assert log == [*BEGUN, WINDOW, LOOKS, STOPS, CHOSE, *closed]


def test_cancel_on_the_page_is_a_cancellation(play: Play) -> None:
    log = act(play, SIGN_IN, then="send(answer('error=access_denied&error_subcode=cancel'))")
    assert log == [*ANSWERED, shown("cancelled", "cancel"), {"saved": saved("cancelled", "cancel")}]


@pytest.mark.parametrize(
    ("given", "steps", "why"),
    [
        ({"provider": 503}, BEGUN, "unreachable"),
        ({"blocked": True}, [*BEGUN, WINDOW], "blocked"),
        ({"then": "send(answer('error=server_error'))"}, ANSWERED, "server_error"),
        ({"claims": {"iss": "https://other.localhost"}}, [*ANSWERED, EXCHANGE], "issuer"),
        ({"claims": {"aud": "agent-desktop"}}, [*ANSWERED, EXCHANGE], "issuer"),
        ({"claims": {"exp": 1_000}}, [*ANSWERED, EXCHANGE], "issuer"),
        ({"broken": True}, [*ANSWERED, EXCHANGE, "logged TypeError"], "unexpected"),
    ],
)
def test_a_sign_in_that_fails(play: Play, given: dict[str, Any], steps: list[Any], why: str) -> None:
    log = act(play, SIGN_IN, **{"then": GOOD, **given})
    assert log == [*steps, shown("failed", why), {"saved": saved("failed", why)}]


@pytest.mark.parametrize(
    ("then", "outcome"),
    [(GOOD, shown("failed", "storage")), ("leave()", shown("cancelled", "closed"))],
)
def test_a_success_that_cannot_be_stored_is_a_failure(play: Play, then: str, outcome: dict[str, Any]) -> None:
    assert act(play, SIGN_IN, then=then, full=True)[-2:] == [outcome, {"saved": None}]


@pytest.mark.parametrize(
    ("reply", "active"),
    [
        (answer({"data": [{"active": False}, {"active": True}]}), True),
        (answer({"data": [{"active": False}]}), False),
        (refused("HTTP 503"), None),
        (crash("TypeError"), None),
    ],
)
def test_whether_the_organisation_uses_teams(play: Play, reply: dict[str, Any], active: bool | None) -> None:
    script = (
        """async ({ gateway }) => [await (await import("/desktop/services/teams.js")).connectorActive(gateway())]"""
    )
    config = "/v2/microsoft-config"
    assert play(script, replies={config: [reply]}) == [{"read": config}, [active]]
