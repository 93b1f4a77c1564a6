"""Events of the vendor's desktop SDK: each comes with its notification; one that never comes says so."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

from deskproof.simulator.wire.catalogue import FRAME
from tests.simulator.desktop.source.literals import constant

EVENTS: Mapping[str, Mapping[str, str]] = constant("host/events.js", "EVENTS")

RECEIVE = """async (type) => {
  const { EVENTS, Events } = await import("/desktop/host/events.js");
  const events = new Events();
  const heard = [];
  for (const entity of Object.keys(EVENTS)) {
    for (const [name, event] of Object.entries(events.of(entity))) event.listen(({ data }) => heard.push([name, data]));
  }
  events.receive({ type: "RoutingMessage", data: { type } });
  events.receive({ type: "Welcome" });
  return heard;
}"""

LISTEN = """async () => {
  const { Events } = await import("/desktop/host/events.js");
  const events = new Events();
  const ended = events.of("contact").eAgentContactEnded;
  const heard = [];
  const thrown = [];
  addEventListener("error", (event) => { thrown.push(event.message); event.preventDefault(); });
  const always = ended.listen(({ data }) => heard.push(["always", data.number]));
  ended.listen(() => { throw new Error("of the element"); });
  ended.listenOnce(({ data }) => heard.push(["once", data.number]));
  ended.listenOnce(({ data }) => heard.push(["never", data.number])).stopListenOnce();
  const send = (number) => events.receive({ data: { type: "ContactEnded", number } });
  send(1);
  send(2);
  always.stopListen();
  send(3);
  return [heard, thrown.length];
}"""

UNSENT = """async () => {
  const { Events } = await import("/desktop/host/events.js");
  const events = new Events();
  const said = [];
  const warn = console.warn;
  console.warn = (sentence) => said.push(sentence);
  events.of("contact").eCallRecordingStarted.listen(() => {});
  events.of("aiAssistant").eWellnessBreakEvent.listenOnce(() => {});
  events.of("agent").eAgentChannelStateChanged.listen(() => {});
  console.warn = warn;
  return said;
}"""


def test_every_event_has_a_notification_of_the_wire() -> None:
    assert {type_ for names in EVENTS.values() for type_ in names.values()} <= set(FRAME)


def test_an_event_comes_with_its_notification_alone(blank_page: Page) -> None:
    for names in EVENTS.values():
        for name, type_ in names.items():
            assert blank_page.evaluate(RECEIVE, type_) == [[name, {"type": type_}]]


def test_a_listener_that_throws_does_not_stop_the_others(blank_page: Page) -> None:
    heard = [["always", 1], ["once", 1], ["always", 2]]
    assert blank_page.evaluate(LISTEN) == [heard, 3]


def test_who_listens_to_what_never_comes_is_told(blank_page: Page) -> None:
    """The SDK listens to one kind by itself, which says nothing about the element."""
    ending = "never comes in this desktop: the simulator sends no notification for it."
    assert blank_page.evaluate(UNSENT) == [f"eCallRecordingStarted {ending}", f"eWellnessBreakEvent {ending}"]
