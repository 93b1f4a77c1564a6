"""What the desktop does by time, in a page whose time is moved: a millisecond early nothing, then what is due.

The limits are literal numbers here; `tests/limits` checks that a moved limit fails.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute

from tests.simulator.desktop.conftest import NOW, ORIGIN

SOCKET = "ws://desktop.localhost/socket"
OTHER_TASKS_FIRST = """new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
})"""
"""Resolves when everything due before it has happened: timers are stopped, messages are not."""


def passes(page: Page, milliseconds: int) -> None:
    page.clock.run_for(milliseconds)
    page.evaluate(OTHER_TASKS_FIRST)
    page.evaluate(OTHER_TASKS_FIRST)


def test_a_lost_connection_is_retried_every_five_seconds_while_the_tenant_keeps_the_session(stopped_page: Page) -> None:
    page = stopped_page
    page.evaluate(
        """async () => {
          const { recover } = await import("/desktop/services/recovery.js");
          self.tries = 0;
          self.over = false;
          const connect = async () => { tries += 1 };
          recover({ seconds: 12, isLost: () => true, connect }).then(() => { over = true });
        }"""
    )
    seen = []
    for milliseconds in (4_999, 1, 4_999, 1, 4_999, 1):
        passes(page, milliseconds)
        seen.append(page.evaluate("() => [tries, over]"))
    assert seen == [[0, False], [1, False], [1, False], [2, False], [2, False], [3, True]]


@pytest.mark.parametrize(("first_try", "passed", "over"), [(0, 50_000, True), (4_500, 49_500, False)])
def test_a_tenant_that_does_not_say_keeps_a_session_for_fifty_seconds(
    stopped_page: Page, first_try: int, passed: int, over: bool
) -> None:
    page = stopped_page
    page.evaluate(
        """async (firstTry) => {
          const { recover } = await import("/desktop/services/recovery.js");
          self.over = false;
          let lasts = firstTry;
          const connect = () => new Promise((done) => { lasts ? setTimeout(done, lasts) : done(); lasts = 0 });
          recover({ isLost: () => true, connect }).then(() => { over = true });
        }""",
        first_try,
    )
    if first_try:
        passes(page, 5_000)
        passes(page, first_try)
    for _ in range((passed - (5_000 + first_try if first_try else 0)) // 5_000):
        assert page.evaluate("() => over") is False
        passes(page, 5_000)
    assert page.evaluate("() => over") is over


def opened(page: Page, script: str, frames: list[str], *, answers: bool) -> list[WebSocketRoute]:
    """Open a socket whose other end sends these frames at first, and afterwards answers heartbeats or is silent."""
    ends: list[WebSocketRoute] = []

    def other_end(socket: WebSocketRoute) -> None:
        ends.append(socket)

        def hear(message: str | bytes) -> None:
            if answers and "keepalive" in json.loads(message):
                socket.send('{"keepalive": "true"}')

        socket.on_message(hear)
        for frame in frames:
            socket.send(frame)

    page.route_web_socket(SOCKET, other_end)
    page.goto(page.url)
    page.evaluate(
        """() => {
          self.seen = [];
          self.answers = 0;
          self.WebSocket = class extends WebSocket {
            constructor(...what) {
              super(...what);
              this.addEventListener("message", ({ data }) => {
                const { keepalive, type } = JSON.parse(data);
                if (keepalive || type === "pong") answers += 1;
              });
            }
          };
        }"""
    )
    page.evaluate(script)
    return ends


NOTIFICATIONS = f"""async () => {{
  const {{ NotificationSocket }} = await import("/desktop/api/socket.js");
  const socket = new NotificationSocket({{ onFrame: () => {{}}, onLost: () => seen.push("lost") }});
  socket.open("{SOCKET}").then(() => seen.push("open"), () => seen.push("refused"));
}}"""
MERCURY = f"""async () => {{
  const {{ Mercury }} = await import("/desktop/api/mercury.js");
  const mercury = new Mercury({{ onEvent: () => {{}}, onLost: () => seen.push("lost") }});
  mercury.open("{SOCKET}", "token").then(() => seen.push("open"), () => seen.push("refused"));
}}"""


WELCOME = '{"type": "Welcome"}'
BUFFER_STATE = '{"id": "1", "data": {"eventType": "mercury.buffer_state"}}'


@pytest.mark.parametrize(
    ("script", "first", "milliseconds"),
    [
        pytest.param(NOTIFICATIONS, WELCOME, 8_000, id="notifications"),
        pytest.param(MERCURY, BUFFER_STATE, 45_000, id="mercury"),
    ],
)
def test_a_socket_is_lost_with_the_beat_after_two_that_nobody_answered(
    stopped_page: Page, script: str, first: str, milliseconds: int
) -> None:
    opened(stopped_page, script, [first], answers=False)
    stopped_page.wait_for_function("() => seen.length", polling=10)
    for part in (milliseconds // 2, milliseconds - milliseconds // 2 - 1):
        passes(stopped_page, part)
    assert stopped_page.evaluate("() => seen") == ["open"]
    passes(stopped_page, 1)
    assert stopped_page.evaluate("() => seen") == ["open", "lost"]


@pytest.mark.parametrize(
    ("script", "first", "answer", "silent", "more"),
    [
        pytest.param(
            NOTIFICATIONS, WELCOME, '{"keepalive": "true"}', [4_000, 3_999], [1, 4_000, 3_999], id="notifications"
        ),
        pytest.param(
            MERCURY, BUFFER_STATE, '{"type": "pong"}', [15_000, 15_000, 14_999], [1, 15_000, 14_999], id="mercury"
        ),
    ],
)
def test_an_answer_at_the_last_millisecond_starts_the_count_of_beats_again(
    stopped_page: Page, script: str, first: str, answer: str, silent: list[int], more: list[int]
) -> None:
    ends = opened(stopped_page, script, [first], answers=False)
    stopped_page.wait_for_function("() => seen.length", polling=10)
    (other_end,) = ends
    for milliseconds in silent:
        passes(stopped_page, milliseconds)
    other_end.send(answer)
    stopped_page.wait_for_function("() => answers === 1", polling=10)
    for milliseconds in more:
        passes(stopped_page, milliseconds)
    assert stopped_page.evaluate("() => seen") == ["open"]
    passes(stopped_page, 1)
    assert stopped_page.evaluate("() => seen") == ["open", "lost"]


def test_a_notification_socket_that_says_nothing_is_given_up_after_half_a_minute(stopped_page: Page) -> None:
    opened(stopped_page, NOTIFICATIONS, [], answers=True)
    for beat in range(1, 8):
        stopped_page.wait_for_function("(beat) => answers === beat", arg=beat, polling=10)
        passes(stopped_page, 4_000)
    passes(stopped_page, 1_999)
    assert stopped_page.evaluate("() => seen") == []
    passes(stopped_page, 1)
    assert stopped_page.evaluate("() => seen") == ["refused"]


def test_a_mercury_socket_that_says_nothing_is_given_up_after_twenty_seconds(stopped_page: Page) -> None:
    opened(stopped_page, MERCURY, [], answers=False)
    passes(stopped_page, 19_999)
    assert stopped_page.evaluate("() => seen") == []
    passes(stopped_page, 1)
    assert stopped_page.evaluate("() => seen") == ["refused"]


def test_a_line_that_cannot_be_had_is_tried_again_after_five_seconds(stopped_page: Page) -> None:
    page = stopped_page
    tries: list[str] = []

    def refuse(route: Route) -> None:
        tries.append(route.request.url)
        route.fulfill(status=503)

    page.route(f"{ORIGIN}/devices?**", refuse)
    page.evaluate(
        """async (origin) => {
          const { Softphone } = await import("/desktop/services/softphone.js");
          self.lines = [];
          const dispatch = ({ softphone }) => softphone?.line && lines.push(softphone.line);
          const softphone = new Softphone({ dispatch, isTalking: () => false });
          const links = { wdm: origin, mobius: origin, "wcc-calling-rtms-domain": origin };
          softphone.open(links, { agentId: "ada", accessToken: "a.b.c" });
        }""",
        ORIGIN,
    )
    page.wait_for_function("() => lines.at(-1) === 'lost'", polling=10)
    passes(page, 4_999)
    assert page.evaluate("() => lines.at(-1)") == "lost"
    assert len(tries) == 1
    with page.expect_request(f"{ORIGIN}/devices?**"):
        passes(page, 1)


def test_the_conversations_of_others_are_read_every_fifteen_seconds(stopped_page: Page) -> None:
    page = stopped_page
    page.evaluate(
        """async () => {
          await import("/desktop/views/desk/monitoring.js");
          self.reads = 0;
          const list = document.createElement("ongoing-conversations");
          Object.assign(list, { up: true, ongoing: [], work: { readOngoing: () => { reads += 1 } } });
          document.body.append(list);
          await list.updateComplete;
        }"""
    )
    seen = []
    for milliseconds in (0, 14_999, 1, 14_999, 1):
        passes(page, milliseconds)
        seen.append(page.evaluate("() => reads"))
    assert seen == [1, 1, 2, 2, 3]


def test_a_window_of_teams_that_is_closed_is_noticed_within_a_quarter_of_a_second(stopped_page: Page) -> None:
    page = stopped_page
    provider = {"issuer": ORIGIN, "authorization_endpoint": f"{ORIGIN}/authorize"}
    page.route(f"{ORIGIN}/.well-known/openid-configuration", lambda route: route.fulfill(json=provider))
    page.evaluate(
        """async (address) => {
          const { Teams } = await import("/desktop/services/teams.js");
          self.window_ = null;
          self.statuses = [];
          self.open = () => (window_ = { closed: false });
          const dispatch = ({ teams }) => teams && statuses.push(teams.status);
          const account = new Teams({ state: () => ({ language: "en" }), dispatch });
          account.offer(address, "ada");
          account.signIn();
        }""",
        ORIGIN,
    )
    page.wait_for_function("() => window_", polling=10)
    page.evaluate("() => { window_.closed = true }")
    passes(page, 249)
    assert page.evaluate("() => statuses") == ["untried", "waiting"]
    passes(page, 1)
    page.wait_for_function("() => statuses.at(-1) === 'cancelled'", polling=10)


def test_an_answer_is_waited_for_twenty_seconds(stopped_page: Page) -> None:
    page = stopped_page
    page.route(f"{ORIGIN}/v1/agents/logout", lambda route: route.fulfill(status=202, body="{}"))
    with page.expect_response(f"{ORIGIN}/v1/agents/logout"):
        page.evaluate(
            """async (address) => {
              const { COMMANDS, Gateway } = await import("/desktop/api/gateway.js");
              self.end = "";
              const gateway = new Gateway({ address, accessToken: "a.b.c", agentId: "ada", orgId: "o" });
              gateway.send(COMMANDS.logout, {}).catch(({ kind }) => { end = kind });
            }""",
            ORIGIN,
        )
    passes(page, 19_999)
    assert page.evaluate("() => end") == ""
    passes(page, 1)
    page.wait_for_function("() => end === 'timeout'", polling=10)


def test_an_image_is_waited_for_eight_seconds(stopped_page: Page) -> None:
    page = stopped_page
    page.route(f"{ORIGIN}/slow.png", lambda route: None)
    page.evaluate(
        """async (image) => {
          const { readLayout } = await import("/desktop/services/layout-reader.js");
          const content = JSON.stringify({ agent: { logo: image } });
          const gateway = { read: async () => ({ jsonFileContent: content }) };
          self.layout = null;
          readLayout(gateway, { id: "t", name: "T", layoutId: "l" }, "agent").then((found) => { layout = found });
        }""",
        f"{ORIGIN}/slow.png",
    )
    passes(page, 7_999)
    assert page.evaluate("() => layout") is None
    passes(page, 1)
    page.wait_for_function("() => layout !== null", polling=10)


@pytest.mark.parametrize(("ahead", "believed"), [(2_500, True), (2_501, False), (-2_500, True), (-2_501, False)])
def test_a_clock_agrees_that_is_no_more_than_two_and_a_half_seconds_off(
    stopped_page: Page, ahead: int, believed: bool
) -> None:
    difference = stopped_page.evaluate(
        """async (ahead) => {
          const { updateTime, serviceNow } = await import("/desktop/api/servicetime.js");
          const date = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 10_000);
          const real = Date.now;
          Date.now = () => date.getTime() - ahead;
          updateTime(new Response("", { headers: { date: date.toUTCString() } }));
          const found = serviceNow() - Date.now();
          Date.now = real;
          return found;
        }""",
        ahead,
    )
    assert difference == (0 if believed else ahead)


@pytest.mark.parametrize(("jump", "noticed"), [(10_000, False), (10_001, True), (-10_000, False), (-10_001, True)])
def test_a_clock_has_jumped_that_is_more_than_ten_seconds_off_what_has_passed(
    stopped_page: Page, jump: int, noticed: bool
) -> None:
    page = stopped_page
    page.route(f"{ORIGIN}/", lambda route: route.fulfill(headers={"Date": "Thu, 15 Jan 2026 09:00:00 GMT"}))
    page.evaluate(
        """async () => {
          self.requested = 0;
          const real = self.fetch;
          self.fetch = (...what) => { requested += 1; return real(...what) };
          (await import("/desktop/api/servicetime.js")).watchTime();
        }"""
    )
    passes(page, 999)
    page.clock.set_system_time(NOW.timestamp() + (1_000 + 999 + jump) / 1_000)
    passes(page, 1)
    assert page.evaluate("() => requested") == int(noticed)


def test_a_browser_remembers_the_language_for_a_year(stopped_page: Page) -> None:
    written = stopped_page.evaluate(
        """async () => {
          let cookie = "";
          Object.defineProperty(document, "cookie", { get: () => "", set: (text) => { cookie = text } });
          (await import("/desktop/browser/storage.js")).writeChoices({ language: "sv" });
          return cookie;
        }"""
    )
    assert "max-age=31536000;" in written
