"""The phone in the browser, between fakes of the calling services, the microphone and the connection for the sound."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.simulator.desktop.conftest import ORIGIN, scripts

FAKES = {
    "api/gateway.js": """
      export const call = (method, url, { body, accessToken }) =>
        phone.ask(`${method} ${url}`, ...(body ? [body] : []), ...(accessToken === "secret" ? [] : ["no token"]));""",
    "api/mercury.js": """
      export class Mercury {
        constructor(listeners) {
          Object.assign(this, listeners);
          phone.mercury = this;
        }
        open(...at) { return phone.ask("mercury.open", ...at); }
        close() { phone.note("mercury.close"); }
      }""",
    "browser/microphone.js": """
      export class NoMicrophone extends Error { why = "denied"; }
      self.NoMicrophone = NoMicrophone;
      export const openMicrophone = () => phone.ask("microphone");""",
}
PHONE = """async ([source, { talking = false, gathering = "complete" }, replies]) => {
  const log = [];
  const later = self.realTimeout ??= self.setTimeout.bind(self);
  let made = 0;
  crypto.randomUUID = () => `uuid-${++made}`;
  const track = { enabled: true, stop: () => log.push("track stops") };
  const microphone = { getAudioTracks: () => [track], getTracks: () => [track] };
  self.RTCPeerConnection = class {
    iceGatheringState = gathering;
    constructor(options) {
      log.push(["peer", options]);
      phone.peer = this;
    }
    addTrack(...added) { log.push(["sends", added[0] === track && added[1] === microphone]); }
    async createOffer() { return "an offer"; }
    async setLocalDescription(offer) {
      log.push(["local", offer]);
      this.localDescription = { sdp: "our sdp" };
    }
    async setRemoteDescription(answer) { log.push(["remote", answer]); }
    close() { log.push("peer closes"); }
  };
  self.setTimeout = (run, ms) => {
    log.push(["waits", ms]);
    phone.retry = run;
  };
  self.setInterval = (run, ms) => {
    log.push(["every", ms]);
    phone.keepalive = run;
    return 5;
  };
  self.clearInterval = (id = null) => log.push(["clears", id]);
  self.phone = {
    track,
    note: (entry) => log.push(entry),
    ask: async (...asked) => {
      log.push(asked);
      const prepared = replies[asked[0]] ?? [{}];
      const { crash, answer } = prepared.length > 1 ? prepared.shift() : prepared[0];
      if (crash === "denied") throw new NoMicrophone();
      if (crash) throw new Error(crash);
      return asked[0] === "microphone" ? microphone : answer;
    },
    settled: () => new Promise((resolve) => later(resolve)),
    clear: () => log.splice(0),
    event: async (eventType, more = {}) => {
      phone.mercury.onEvent({ eventType, callId: "c1", deviceId: "D", ...more });
      await phone.settled();
    },
    roap: (messageType, more = {}) => phone.event("mobius.media", { message: { messageType, seq: 3, ...more } }),
    audio: () => [...document.querySelectorAll("audio")],
  };
  const { Softphone } = await import("/desktop/services/softphone.js");
  document.body.replaceChildren();
  const softphone = new Softphone({ dispatch: (action) => log.push(action), isTalking: () => talking });
  const links = { wdm: "https://wdm", mobius: "https://mobius", "wcc-calling-rtms-domain": "https://rtms.local:8/x" };
  const open = () => softphone.open(links, { agentId: "ada", accessToken: "secret" });
  const act = (0, eval)(`async (softphone, open, phone, log) => { ${source} }`);
  const late = new Promise((_, reject) => later(() => reject(new Error("no outcome")), 5_000));
  await Promise.race([act(softphone, open, phone, log), late]);
  await phone.settled();
  return log;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    def fake(route: Route) -> None:
        source = FAKES.get(route.request.url.removeprefix(f"{ORIGIN}/desktop/"))
        if source is None:
            route.fallback()
        else:
            route.fulfill(body=source, content_type="text/javascript")

    with scripts(browser) as page:
        page.route(f"{ORIGIN}/desktop/**", fake)
        yield page


DEVICES = "POST https://wdm/devices?includeUpstreamServices=all"
CALLING = "GET https://mobius/calling/web/"
DEVICE = "POST https://m1/calling/web/device"
REPLIES: dict[str, list[Any]] = {
    DEVICES: [{"answer": {"url": "https://wdm/devices/1", "webSocketUrl": "wss://mercury"}}],
    CALLING: [{"answer": {"primary": {"uris": ["https://m1"]}}}],
    DEVICE: [{"answer": {"device": {"uri": "https://m1/devices/D"}, "keepaliveInterval": 30}}],
}
FAILS = {"crash": "HTTP 503"}
WORKS: dict[str, Any] = {}


def act(page: Page, script: str, replies: dict[str, list[Any]] | None = None, **given: object) -> list[Any]:
    """What the phone requests and shows, since the script cleared the log."""
    log: list[Any] = page.evaluate(PHONE, [script, given, {**REPLIES, **(replies or {})}])
    return log


def shows(**softphone: object) -> dict[str, Any]:
    return {"kind": "softphone", "softphone": softphone}


def alert(text: str) -> dict[str, Any]:
    return {"kind": "noticed", "text": text, "tone": "alert"}


BROWSER = {
    "name": "browser",
    "deviceType": "WEB",
    "model": "agent-desktop",
    "localizedModel": "agent-desktop",
    "systemName": "AGENT_DESKTOP",
    "systemVersion": "1",
}
CONNECTING, LOST, READY = shows(line="connecting"), shows(line="lost"), shows(line="ready")
CLIENT = [DEVICES, BROWSER]
MERCURY = ["mercury.open", "wss://mercury", "secret"]
LINE = [
    [CALLING],
    [
        DEVICE,
        {
            "userId": "ada",
            "clientDeviceUri": "https://wdm/devices/1",
            "serviceData": {"indicator": "contactcenter", "domain": "rtms.local"},
        },
    ],
]
EVERY = ["every", 30_000]
REGISTERED = [CONNECTING, CLIENT, MERCURY, *LINE, ["clears", None], EVERY, READY]
LINE_LOST = alert("notice.lineLost")
WAITS = ["waits", 5_000]
OPENED = "await open(); phone.clear(); "


def test_opening_registers_the_browser_as_a_phone(page: Page) -> None:
    script = "await open(); const [audio] = phone.audio(); log.push([audio.autoplay])"
    assert act(page, script) == [*REGISTERED, [True]]


def test_an_open_phone_is_not_registered_again(page: Page) -> None:
    assert act(page, OPENED + "await open()") == []


@pytest.mark.parametrize("reply", [WORKS, FAILS])
def test_the_registration_is_kept_alive(page: Page, reply: dict[str, Any]) -> None:
    status = "POST https://m1/devices/D/status"
    assert act(page, OPENED + "phone.keepalive()", {status: [reply]}) == [[status]]


def test_registering_is_tried_until_it_succeeds_and_reported_once(page: Page) -> None:
    script = "open(); for (const _ of [1, 2]) { await phone.settled(); phone.retry(); }"
    failing = [CONNECTING, CLIENT]
    log = act(page, script, {DEVICES: [FAILS, FAILS, *REPLIES[DEVICES]]})
    assert log == [*failing, LINE_LOST, LOST, WAITS, *failing, LOST, WAITS, *REGISTERED]


def test_a_client_that_only_lost_its_socket_keeps_its_registration(page: Page) -> None:
    assert act(page, OPENED + "phone.mercury.onLost()") == [LOST, MERCURY, READY]


def test_a_client_whose_socket_cannot_be_opened_again_registers_reopened(page: Page) -> None:
    script = OPENED + "phone.mercury.onLost(); await phone.settled(); phone.retry()"
    log = act(page, script, {"mercury.open": [WORKS, FAILS, WORKS]})
    reopened = [CONNECTING, CLIENT, MERCURY, *LINE, ["clears", 5], EVERY, READY]
    assert log == [LOST, MERCURY, LINE_LOST, LOST, WAITS, *reopened]


RELEASED = shows(call="none", muted=False)
RESTING = shows(line="off", call="none", muted=False)
CLOSED = [RELEASED, ["clears", 5], "mercury.close", ["DELETE https://wdm/devices/1"], RESTING]


@pytest.mark.parametrize("reply", [WORKS, FAILS])
def test_closing_removes_the_registration(page: Page, reply: dict[str, Any]) -> None:
    script = OPENED + "softphone.close(); log.push(phone.audio().length)"
    assert act(page, script, {"DELETE https://wdm/devices/1": [reply]}) == [*CLOSED, 0]


def test_a_closed_phone_can_be_opened_again(page: Page) -> None:
    log = act(page, OPENED + "softphone.close(); await open()")
    assert log == [*CLOSED, *[["clears", 5] if step == ["clears", None] else step for step in REGISTERED]]


def test_a_phone_that_is_not_open_has_nothing_to_remove(page: Page) -> None:
    assert act(page, "softphone.close()") == [RELEASED, ["clears", None], RESTING]


def test_a_closed_phone_is_not_registered_any_more(page: Page) -> None:
    script = "open(); await phone.settled(); softphone.close(); phone.clear(); phone.retry()"
    assert act(page, script, {DEVICES: [FAILS]}) == []


ADDRESS = "https://mobius/calling/web/devices/D/calls/c1"


def named(uuid: str = "uuid-1", **more: object) -> dict[str, Any]:
    """The body of a request about the call."""
    return {"device": {"deviceId": "D", "correlationId": uuid}, "callId": "c1", **more}


def state(call_state: str, uuid: str = "uuid-1") -> list[Any]:
    return [f"PATCH {ADDRESS}", named(uuid, callState=call_state, inbandMedia=False)]


def media(uuid: str, **roap: object) -> list[Any]:
    return [f"POST {ADDRESS}/media", named(localMedia={"roap": roap, "mediaId": uuid})]


RINGS = [RELEASED, shows(call="ringing"), state("sig_alerting")]
RINGS_AGAIN = [*RINGS[:2], state("sig_alerting", "uuid-2")]
PICKED_UP = [["microphone"], shows(call="connecting"), state("sig_connected")]
CALL = "await phone.event('mobius.call'); "
ANSWER = "await softphone.answer(); "
REQUEST = "await phone.roap('OFFER_REQUEST'); "
RUNG = OPENED + CALL + "phone.clear(); "
OFFERED = [
    ["peer", {"iceServers": []}],
    ["sends", True],
    ["local", "an offer"],
    media("uuid-2", messageType="OFFER_RESPONSE", seq=3, version="2", sdp="our sdp"),
]


@pytest.mark.parametrize(
    ("script", "steps"),
    [
        pytest.param(OPENED + CALL, RINGS, id="a call rings"),
        pytest.param(RUNG + ANSWER, PICKED_UP, id="answered"),
        pytest.param(RUNG + ANSWER + REQUEST, [*PICKED_UP, *OFFERED], id="answered before the request of an offer"),
        pytest.param(RUNG + REQUEST + ANSWER, [*PICKED_UP, *OFFERED], id="answered after it"),
        pytest.param(OPENED + ANSWER + CALL, [*RINGS, *PICKED_UP], id="answered before it rings"),
        pytest.param(
            OPENED + ANSWER + CALL + "phone.clear();" + CALL,
            ["track stops", *RINGS_AGAIN],
            id="one answer is for one call",
        ),
        pytest.param(
            OPENED + ANSWER + "softphone.forgetAnswer(); phone.clear();" + CALL, RINGS, id="offered no more meanwhile"
        ),
        pytest.param(
            RUNG + ANSWER + ANSWER, [*PICKED_UP, *PICKED_UP[1:]], id="the microphone is opened once for a call"
        ),
        pytest.param(
            OPENED + ANSWER + "softphone.close(); await open(); phone.clear();" + CALL, RINGS, id="closed meanwhile"
        ),
        pytest.param(RUNG + ANSWER + REQUEST + REQUEST, [*PICKED_UP, *OFFERED], id="a second request of an offer"),
    ],
)
def test_answering_a_call(page: Page, script: str, steps: list[Any]) -> None:
    assert act(page, script) == steps


def test_a_call_that_rings_while_the_agent_talks_is_that_call_again(page: Page) -> None:
    assert act(page, OPENED + CALL, talking=True) == [*RINGS, *PICKED_UP]


@pytest.mark.parametrize(("crash", "text"), [("denied", "notice.microphone.denied"), ("Error", "notice.noSound")])
def test_without_a_microphone_the_call_rings_on(page: Page, crash: str, text: str) -> None:
    log = act(page, RUNG + ANSWER + CALL, {"microphone": [{"crash": crash}]})
    assert log == [["microphone"], alert(text), *RINGS_AGAIN]


def test_a_microphone_that_fails_while_the_agent_talks_is_reported(page: Page) -> None:
    log = act(page, OPENED + CALL, {"microphone": [{"crash": "denied"}]}, talking=True)
    assert log == [*RINGS, ["microphone"], alert("notice.microphone.denied")]


def test_the_offer_has_all_addresses(page: Page) -> None:
    begun = RUNG + ANSWER + "phone.clear(); " + REQUEST
    assert act(page, begun, gathering="gathering") == OFFERED[:3]
    complete = "phone.peer.iceGatheringState = 'complete'; phone.peer.onicegatheringstatechange();"
    assert act(page, begun + complete, gathering="gathering") == OFFERED


TALKING = RUNG + ANSWER + REQUEST + "phone.clear(); "
HUNG_UP = [
    "peer closes",
    "track stops",
    RELEASED,
    [f"DELETE {ADDRESS}", named(metrics=None, causecode=0, cause="Normal Disconnect.")],
]
OTHER = "{ callId: 'c2' }"


@pytest.mark.parametrize(
    ("script", "steps"),
    [
        pytest.param(
            "await phone.roap('ANSWER', { sdp: 'their sdp' })",
            [
                ["remote", {"type": "answer", "sdp": "their sdp"}],
                media("uuid-3", messageType="OK", seq=3, version="2"),
            ],
            id="the answer",
        ),
        pytest.param("await phone.roap('ERROR', { errorCause: 'x' })", [alert("notice.noSound")], id="an error"),
        pytest.param("await phone.roap('OK')", [], id="another message"),
        pytest.param("await phone.event('mobius.callconnected')", [], id="another event"),
        pytest.param("await phone.event('mobius.calldisconnected')", HUNG_UP, id="the end of the call"),
        pytest.param(f"await phone.event('mobius.calldisconnected', {OTHER})", [], id="the end of another call"),
        pytest.param("await softphone.hangUp()", HUNG_UP, id="hanging up"),
        pytest.param("await softphone.hangUp(); phone.clear(); await softphone.hangUp()", [RELEASED], id="no call"),
        pytest.param(
            "phone.peer.connectionState = 'connected'; phone.peer.onconnectionstatechange()",
            [shows(call="connected")],
            id="the sound is connected",
        ),
        pytest.param(
            "phone.peer.connectionState = 'failed'; phone.peer.onconnectionstatechange()",
            [alert("notice.noSound")],
            id="the sound cannot be connected",
        ),
        pytest.param(
            "phone.peer.connectionState = 'connecting'; phone.peer.onconnectionstatechange()", [], id="not yet"
        ),
        pytest.param(
            "softphone.hangUp(); phone.clear();"
            "phone.peer.connectionState = 'failed'; phone.peer.onconnectionstatechange()",
            [],
            id="the connection of an earlier call",
        ),
    ],
)
def test_during_a_call(page: Page, script: str, steps: list[Any]) -> None:
    assert act(page, TALKING + script) == steps


def test_a_call_after_a_call_waits_for_its_own_request_of_an_offer(page: Page) -> None:
    log = act(page, f"{TALKING} await softphone.hangUp(); {CALL} phone.clear(); {ANSWER}")
    assert log == [*PICKED_UP[:2], state("sig_connected", "uuid-3")]


def test_the_customer_is_heard_until_the_end_of_the_call(page: Page) -> None:
    script = """
      const stream = new MediaStream();
      const [audio] = phone.audio();
      phone.peer.ontrack({ streams: [stream] });
      log.push(audio.srcObject === stream);
      await softphone.hangUp();
      log.push(audio.srcObject);"""
    assert act(page, TALKING + script) == [True, *HUNG_UP, None]


@pytest.mark.parametrize("muted", [True, False])
def test_muting_turns_the_microphone_off(page: Page, muted: bool) -> None:
    script = f"softphone.mute({json.dumps(muted)}); log.push(phone.track.enabled)"
    assert act(page, TALKING + script) == [shows(muted=muted), not muted]


def test_muting_before_the_microphone_is_open(page: Page) -> None:
    assert act(page, OPENED + "softphone.mute(true); log.push(phone.track.enabled)") == [shows(muted=True), True]
