"""Sign-in to a station, the agent state, and the session found again: what is requested, dispatched and saved."""

from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

SESSION = """async (around) => {
  const { AgentSession } = await import("/desktop/services/session.js");
  const { log, reply } = around;
  const record = (entry, asked) => {
    log.push(entry);
    reply(asked);
  };
  navigator.mediaDevices.getUserMedia = async () => {
    record("microphone", "microphone");
    return { getTracks: () => [] };
  };
  const session = new AgentSession({
    ...around,
    layouts: { layOut: async (role, team) => record(`layout of ${role} ${team}`, "layout") },
    floor: { findMonitoring: async () => record("monitoring", "monitoring") },
  });
  await (%s);
}"""
SIGN_IN = """(async () => {
  const saved = "deskproof-desk.station.ada";
  localStorage.setItem(saved, "old");
  const kept = Storage.prototype.setItem;
  if (%(full)s) Storage.prototype.setItem = () => { throw new Error("full"); };
  await session.signIn(%(credentials)s, "+46701740605", %(remembering)s).finally(() => {
    Storage.prototype.setItem = kept;
    log.push({ saved: localStorage.getItem(saved) });
  });
})()"""
STATE = {"person": {"agentId": "ada", "siteId": "s1"}}
LOGIN = {
    "method": "POST",
    "path": "/v1/agents/login",
    "done": "AgentStationLoginSuccess",
    "refused": "AgentStationLoginFailed",
}
RELOAD: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/agents/reload",
    "done": "AgentReloginSuccess",
    "refused": "AgentReloginFailed",
    "body": {},
}
CHANGE = {
    "method": "PUT",
    "path": "/v1/agents/session/state",
    "done": "AgentStateChangeSuccess",
    "refused": "AgentStateChangeFailed",
}
SUBMITTED = {"kind": "submitted"}


def sign_in(
    play: Play,
    credentials: str,
    *,
    replies: dict[str, list[Any]] | None = None,
    remembering: bool = False,
    full: bool = False,
) -> list[Any]:
    """What signing in does. Old credentials are saved before."""
    values = {
        "credentials": credentials,
        "remembering": "true" if remembering else "false",
        "full": "true" if full else "false",
    }
    return play(SESSION % (SIGN_IN % values), state=STATE, replies=replies)


def refusal(code: str, **more: object) -> dict[str, Any]:
    return {
        "kind": "refused",
        "refusal": {"code": code, "kind": "refused", "trackingId": "", "data": {}, **more},
    }


EXTENSION = '{"option":"EXTENSION","role":"agent","teamId":"t1"}'
DESKTOP = '{"option":"BROWSER","role":"supervisor","teamId":""}'
LOGIN_AT_EXTENSION = {
    **LOGIN,
    "body": {
        "dialNumber": "+46701740605",
        "teamId": "t1",
        "deviceType": "EXTENSION",
        "isExtension": True,
        "deviceId": "+46701740605",
        "roles": ["agent"],
        "siteId": "s1",
    },
}
LOGIN_AT_DESKTOP = {
    **LOGIN,
    "body": {
        "dialNumber": "webrtc-ada",
        "teamId": None,
        "deviceType": "BROWSER",
        "isExtension": False,
        "deviceId": "webrtc-ada",
        "roles": ["supervisor"],
        "siteId": "s1",
    },
}
TO_EXTENSION = [SUBMITTED, "layout of agent t1", LOGIN_AT_EXTENSION]


@pytest.mark.parametrize(
    ("credentials", "steps"),
    [
        (EXTENSION, TO_EXTENSION),
        (DESKTOP, [SUBMITTED, "microphone", "layout of supervisor ", LOGIN_AT_DESKTOP]),
    ],
)
def test_signing_in_reads_the_layout_and_sends_the_station(play: Play, credentials: str, steps: list[Any]) -> None:
    assert sign_in(play, credentials) == [*steps, {"saved": None}]


def test_credentials_are_saved_when_the_agent_wants_it(play: Play) -> None:
    assert sign_in(play, EXTENSION, remembering=True) == [*TO_EXTENSION, {"saved": EXTENSION}]


def test_credentials_that_cannot_be_saved_also_remove_earlier_ones(play: Play) -> None:
    notice = {"kind": "noticed", "text": "notice.notRemembered", "tone": "alert"}
    assert sign_in(play, EXTENSION, remembering=True, full=True) == [*TO_EXTENSION, notice, {"saved": None}]


@pytest.mark.parametrize(
    ("credentials", "replies", "steps"),
    [
        (
            EXTENSION,
            {LOGIN["path"]: [refused("DUPLICATE_LOCATION", trackingId="desk_1", data={"dn": "1"})]},
            [*TO_EXTENSION, refusal("DUPLICATE_LOCATION", trackingId="desk_1", data={"dn": "1"})],
        ),
        (
            DESKTOP,
            {"microphone": [crash("NotAllowedError")]},
            [SUBMITTED, "microphone", refusal("MICROPHONE_DENIED")],
        ),
        (
            EXTENSION,
            {LOGIN["path"]: [refused("AGENT_ALREADY_SIGNED_IN")], RELOAD["path"]: [refused("HTTP 503")]},
            [*TO_EXTENSION, RELOAD, refusal("AGENT_ALREADY_SIGNED_IN")],
        ),
    ],
)
def test_a_refused_sign_in_saves_nothing(
    play: Play, credentials: str, replies: dict[str, list[Any]], steps: list[Any]
) -> None:
    assert sign_in(play, credentials, replies=replies, remembering=True) == [*steps, {"saved": "old"}]


def test_an_earlier_sign_in_whose_answer_was_lost_counts(play: Play) -> None:
    log = sign_in(play, EXTENSION, replies={LOGIN["path"]: [refused("AGENT_ALREADY_SIGNED_IN")]}, remembering=True)
    assert log == [*TO_EXTENSION, RELOAD, {"saved": EXTENSION}]


def test_an_error_of_the_program_is_not_taken_for_a_refused_sign_in(play: Play) -> None:
    log = sign_in(play, EXTENSION, replies={"layout": [crash("TypeError")]})
    assert log == [*TO_EXTENSION[:2], {"saved": "old"}, {"thrown": "TypeError"}]


def change_to(state: str, code: str) -> list[Any]:
    body = {"state": state, "auxCodeId": code, "lastStateChangeReason": "", "agentId": "ada"}
    return [{"kind": "changingState"}, {**CHANGE, "body": body}]


@pytest.mark.parametrize(("code", "state"), [("0", "Available"), ("lunch", "Idle")])
def test_changing_the_state(play: Play, code: str, state: str) -> None:
    assert play(SESSION % f"session.changeState('{code}')", state=STATE) == change_to(state, code)


def test_a_refused_state_is_reported(play: Play) -> None:
    replies = {CHANGE["path"]: [refused("INVALID_STATE", trackingId="desk_2")]}
    log = play(SESSION % "session.changeState('lunch')", state=STATE, replies=replies)
    refused_state = {**refusal("INVALID_STATE", trackingId="desk_2"), "kind": "stateRefused"}
    assert log == [*change_to("Idle", "lunch"), refused_state]


@pytest.mark.parametrize(
    ("reply", "steps"),
    [
        (answer({}), []),
        (answer({"roles": ["agent"], "lastStateChangeReason": "lunch"}), []),
        (answer({"roles": ["agent", "supervisor"]}), ["monitoring"]),
        (answer({"roles": ["agent"], "lastStateChangeReason": "agent-wss-disconnect"}), change_to("Available", "0")),
        (refused("AGENT_NOT_FOUND"), [{"kind": "noSession"}]),
        (refused("HTTP 503"), [{"thrown": "refused: HTTP 503"}]),
        (crash("TypeError"), [{"thrown": "TypeError"}]),
    ],
)
def test_the_session_is_found_again(play: Play, reply: dict[str, Any], steps: list[Any]) -> None:
    assert play(SESSION % "session.resume()", state=STATE, replies={RELOAD["path"]: [reply]}) == [RELOAD, *steps]


def test_a_session_that_ended_meanwhile_is_the_end_of_recovery(play: Play) -> None:
    log = play(SESSION % "session.resume('recoveryEnded')", replies={RELOAD["path"]: [refused("AGENT_NOT_FOUND")]})
    assert log == [RELOAD, {"kind": "recoveryEnded"}]
