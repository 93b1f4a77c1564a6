"""The Mercury socket of the desktop: authorization, acknowledgements, heartbeats, events (PROTOCOL 7)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

SET_UP = """async () => {
  const { Mercury } = await import('/desktop/api/mercury.js');
  self.heard = [];
  self.opened = [];
  crypto.randomUUID = () => 'one-id';
  self.WebSocket = class {
    static OPEN = 1;
    readyState = 1;
    constructor(url) { opened.push(this); heard.push(['opens', url]); }
    send(text) { heard.push(['sends', JSON.parse(text)]); }
    close() { heard.push(['closes']); }
  };
  self.mercury = new Mercury({
    onEvent: (data) => heard.push(['event', data]),
    onLost: () => heard.push(['lost']),
  });
  self.opens = (url) => {
    mercury.open(url, 'a-token').then(() => heard.push(['ready']), ({ message }) => heard.push(['refused', message]));
  };
  opens('ws://x');
}"""
READY = {"id": "1", "type": "event", "data": {"eventType": "mercury.buffer_state"}}
RING = {"id": "2", "type": "event", "data": {"eventType": "mobius.call", "callId": "c"}}
PING = ["sends", {"id": "one-id", "type": "ping"}]
REFUSED = ["refused", "the Mercury socket closed"]


@pytest.fixture
def page(stopped_page: Page) -> Page:
    stopped_page.evaluate(SET_UP)
    return stopped_page


def heard(page: Page) -> list[Any]:
    """What has happened since the last look."""
    events: list[Any] = page.evaluate("async () => heard.splice(0)")
    return events


def gets(page: Page, *frames: dict[str, Any]) -> None:
    script = "(frames) => frames.forEach((data) => opened.at(-1).onmessage?.({ data: JSON.stringify(data) }))"
    page.evaluate(script, list(frames))


def acknowledged(frame: dict[str, Any]) -> list[Any]:
    return ["sends", {"messageId": frame["id"], "type": "ack"}]


def is_ready(page: Page) -> None:
    assert heard(page) == [["opens", "ws://x"]]
    page.evaluate("() => opened[0].onopen()")
    authorization = {"id": "one-id", "type": "authorization", "data": {"token": "Bearer a-token"}}
    assert heard(page) == [["sends", authorization]]
    gets(page, READY)
    assert heard(page) == [acknowledged(READY), ["ready"]]


def test_every_event_is_acknowledged_and_passed_on(page: Page) -> None:
    is_ready(page)
    gets(page, RING, {"id": "3", "type": "pong"})
    assert heard(page) == [acknowledged(RING), ["event", RING["data"]]]


def test_an_event_before_the_socket_is_ready_is_passed_on_too(page: Page) -> None:
    heard(page)
    gets(page, RING)
    assert heard(page) == [acknowledged(RING), ["event", RING["data"]]]


def test_a_ping_goes_out_every_fifteen_seconds(page: Page) -> None:
    is_ready(page)
    for _ in range(4):
        page.clock.run_for(14_999)
        assert heard(page) == []
        page.clock.run_for(1)
        assert heard(page) == [PING]
        gets(page, {"id": "p", "type": "pong"})


@pytest.mark.parametrize("sign", [{"id": "p", "type": "pong"}, RING])
def test_any_sign_of_life_starts_the_count_again(page: Page, sign: dict[str, Any]) -> None:
    is_ready(page)
    page.clock.run_for(30_000)
    gets(page, sign)
    heard(page)
    page.clock.run_for(30_000)
    assert heard(page) == [PING, PING]


def test_two_unanswered_pings_are_a_lost_connection(page: Page) -> None:
    is_ready(page)
    page.clock.run_for(30_000)
    assert heard(page) == [PING, PING]
    page.clock.run_for(15_000)
    assert heard(page) == [["closes"], ["lost"]]
    page.clock.run_for(60_000)
    gets(page, RING)
    page.evaluate("() => opened[0].onclose()")
    assert heard(page) == []


@pytest.mark.parametrize(("ready", "end"), [(False, REFUSED), (True, ["lost"])])
def test_a_socket_that_closes_was_refused_before_it_was_ready_and_is_lost_after_it(
    page: Page, ready: bool, end: list[str]
) -> None:
    if ready:
        is_ready(page)
    heard(page)
    page.evaluate("() => { opened[0].onclose(); opened[0].onclose(); }")
    assert heard(page) == [["closes"], end]
    page.clock.run_for(60_000)
    assert heard(page) == []


def test_silence_at_the_opening_ends_after_twenty_seconds(page: Page) -> None:
    heard(page)
    page.clock.run_for(19_999)
    assert heard(page) == []
    page.clock.run_for(1)
    assert heard(page) == [["closes"], REFUSED]


def test_a_socket_that_is_ready_outlives_the_time_for_opening(page: Page) -> None:
    is_ready(page)
    page.clock.run_for(20_000)
    assert heard(page) == [PING]


def test_a_socket_that_is_closed_for_good_is_not_lost(page: Page) -> None:
    is_ready(page)
    page.evaluate("() => { mercury.close(); mercury.close(); opened[0].onclose(); }")
    page.clock.run_for(60_000)
    assert heard(page) == [["closes"]]


@pytest.mark.parametrize("state", [0, 2, 3])
def test_nothing_is_sent_on_a_socket_that_is_not_open(page: Page, state: int) -> None:
    is_ready(page)
    page.evaluate("(state) => { opened[0].readyState = state; }", state)
    gets(page, RING)
    assert heard(page) == [["event", RING["data"]]]


def test_an_older_socket_does_not_end_the_newer_one(page: Page) -> None:
    is_ready(page)
    page.evaluate("() => { mercury.close(); opens('ws://y'); opened[0].onclose(); }")
    gets(page, READY)
    assert heard(page) == [["closes"], ["opens", "ws://y"], acknowledged(READY), ["ready"]]
    page.evaluate("() => opened[0].onclose()")
    assert heard(page) == []
