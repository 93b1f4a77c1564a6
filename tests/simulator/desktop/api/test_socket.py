"""The notification socket of the desktop: Welcome, heartbeats, and the moment it is lost (PROTOCOL 3.2)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

SOCKETS = """
  self.heard = [];
  self.opened = [];
  self.WebSocket = class {
    static OPEN = 1;
    readyState = 0;
    constructor(url) { this.url = url; opened.push(this); heard.push(['opens', url]); }
    send(text) { heard.push(['sends', JSON.parse(text)]); }
    close() { heard.push(['closes']); }
  };
"""
SET_UP = """async () => {
  const { NotificationSocket } = await import('/desktop/api/socket.js');
  %s
  self.socket = new NotificationSocket({
    onFrame: (frame) => heard.push(['frame', frame]),
    onLost: () => heard.push(['lost']),
  });
  self.opens = (url) => {
    socket.open(url).then(
      () => heard.push(['ready']),
      ({ code, trackingId, message }) => heard.push(['refused', code, trackingId, message]),
    );
  };
  opens('ws://x');
}"""
BEAT = ["sends", {"keepalive": "true"}]
WELCOME = {"type": "Welcome", "data": {"a": 1}}
REFUSED = ["refused", "SOCKET", "", "the notification socket closed"]


@pytest.fixture
def page(stopped_page: Page) -> Page:
    stopped_page.evaluate(SET_UP.replace("%s", SOCKETS))
    return stopped_page


def heard(page: Page) -> list[Any]:
    """What has happened since the last look; what was put in the queue of messages has arrived."""
    script = """async () => {
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(null); });
      return heard.splice(0);
    }"""
    events: list[Any] = page.evaluate(script)
    return events


def gets(page: Page, *frames: dict[str, Any], which: int = 0) -> None:
    script = "([frames, which]) => frames.forEach((data) => opened[which].onmessage?.({ data: JSON.stringify(data) }))"
    page.evaluate(script, [list(frames), which])


def is_open(page: Page) -> None:
    """The socket is open and welcomed; its first heartbeat is out and answered."""
    page.evaluate("() => opened[0].onopen()")
    assert heard(page) == [["opens", "ws://x"], BEAT]
    gets(page, WELCOME)
    assert heard(page) == [["ready"]]
    gets(page, {"keepalive": "true"})


def test_a_socket_is_ready_with_welcome_and_beats_at_once(page: Page) -> None:
    is_open(page)
    for _ in range(8):
        page.clock.run_for(4_000)
        gets(page, {"keepalive": "true"})
    assert heard(page) == [BEAT] * 8


def test_every_frame_but_welcome_and_heartbeats_is_passed_on(page: Page) -> None:
    is_open(page)
    frame = {"type": "RoutingMessage", "data": {"type": "AgentLogoutSuccess"}, "trackingId": "t"}
    gets(page, frame, {"keepalive": "true"}, WELCOME, {"type": "unknown"})
    assert heard(page) == [["frame", frame]]


def test_a_heartbeat_goes_out_every_four_seconds(page: Page) -> None:
    is_open(page)
    for _ in range(5):
        page.clock.run_for(3_999)
        assert heard(page) == []
        page.clock.run_for(1)
        assert heard(page) == [BEAT]
        gets(page, {"keepalive": "true"})


def test_two_unanswered_heartbeats_are_a_lost_connection(page: Page) -> None:
    is_open(page)
    for _ in range(2):
        page.clock.run_for(4_000)
        assert heard(page) == [BEAT]
    page.clock.run_for(4_000)
    assert heard(page) == [["closes"], ["lost"]]
    page.clock.run_for(60_000)
    gets(page, {"data": {"type": "late"}})
    page.evaluate("() => opened[0].onclose()")
    assert heard(page) == []


def test_an_answer_to_the_second_heartbeat_starts_the_count_again(page: Page) -> None:
    is_open(page)
    page.clock.run_for(8_000)
    gets(page, {"keepalive": "true"})
    heard(page)
    for _ in range(2):
        page.clock.run_for(4_000)
        assert heard(page) == [BEAT]


def test_heartbeats_that_are_due_together_are_one(page: Page) -> None:
    """A laptop that slept has overdue timers: its silence is no lost connection."""
    page.evaluate("() => { self.setInterval = (beat) => { self.overdue = beat; }; opened[0].onopen(); }")
    assert heard(page) == [["opens", "ws://x"], BEAT]
    for _ in range(2):
        page.evaluate("() => { overdue(); overdue(); overdue(); opened[0].onmessage({ data: '{\"keepalive\": 1}' }); }")
        assert heard(page) == [BEAT]


def test_a_heartbeat_that_is_due_when_the_socket_closes_is_not_sent(page: Page) -> None:
    page.evaluate("() => { self.setInterval = (beat) => { self.overdue = beat; }; opened[0].onopen(); }")
    assert heard(page) == [["opens", "ws://x"], BEAT]
    page.evaluate("() => { overdue(); socket.close(); }")
    assert heard(page) == [["closes"]]


@pytest.mark.parametrize(("welcomed", "end"), [(False, REFUSED), (True, ["lost"])])
def test_a_socket_that_closes_was_refused_before_welcome_and_is_lost_after_it(
    page: Page, welcomed: bool, end: list[str]
) -> None:
    if welcomed:
        is_open(page)
    else:
        assert heard(page) == [["opens", "ws://x"]]
    page.evaluate("() => { opened[0].onclose(); opened[0].onclose(); }")
    assert heard(page) == [["closes"], end]
    page.clock.run_for(60_000)
    assert heard(page) == []


def test_silence_before_welcome_ends_after_half_a_minute(page: Page) -> None:
    assert heard(page) == [["opens", "ws://x"]]
    page.clock.run_for(29_999)
    assert heard(page) == []
    page.clock.run_for(1)
    assert heard(page) == [["closes"], REFUSED]


def test_a_socket_that_is_closed_for_good_is_not_lost(page: Page) -> None:
    is_open(page)
    page.evaluate("() => { socket.close(); socket.close(); opened[0].onclose(); }")
    page.clock.run_for(60_000)
    assert heard(page) == [["closes"]]


def test_an_older_socket_does_not_end_the_newer_one(page: Page) -> None:
    is_open(page)
    page.evaluate("() => { socket.close(); opens('ws://y'); opened[1].onopen(); }")
    assert heard(page) == [["closes"], ["opens", "ws://y"], BEAT]
    gets(page, WELCOME, which=1)
    assert heard(page) == [["ready"]]
    page.evaluate("() => opened[0].onclose()")
    assert heard(page) == []
    page.evaluate("() => opened[1].onclose()")
    assert heard(page) == [["closes"], ["lost"]]


def test_a_newer_socket_counts_its_own_heartbeats(page: Page) -> None:
    is_open(page)
    page.clock.run_for(8_000)
    heard(page)
    page.evaluate("() => { socket.close(); opens('ws://y'); opened[1].onopen(); }")
    assert heard(page) == [["closes"], ["opens", "ws://y"], BEAT]
    gets(page, WELCOME, which=1)
    assert heard(page) == [["ready"]]
    page.clock.run_for(4_000)
    assert heard(page) == [BEAT]
