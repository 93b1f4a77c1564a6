"""The host service as a whole: when it is there, which contacts it knows, and what it sends to the metrics service."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.source.literals import constant

HOST = """async ([script, given]) => {
  const { Host } = await import("/desktop/host/host.js");
  const { initialState } = await import("/desktop/state/state.js");
  const { reduce } = await import("/desktop/state/actions.js");
  const found = { language: "sv", appearance: "system", display: { small: false, zoom: 100 } };
  let state = { ...initialState(found), ...given };
  const sent = [];
  self.fetch = async (address, { method, headers, body }) => {
    sent.push([method, address, headers.authorization, JSON.parse(body)]);
    throw new Error("nobody is there");
  };
  const gateway = { accessToken: "a", orgId: "o1" };
  const metrics = () => "https://metrics";
  const host = new Host({ gateway: () => gateway, metrics, state: () => state, dispatch: () => {} });
  const service = host.service(new EventTarget());
  const act = (action) => { state = reduce(state, action); host.follow(action); };
  const frame = (data) => act({ kind: "frame", frame: { type: "RoutingMessage", data } });
  return (0, eval)(script)({ service, act, frame, sent });
}"""
CONTACT = """const about = (type, id) => ({
  type, interactionId: id, agentId: "ada", queueName: "Q", eventTime: 1,
  interaction: {
    owner: "ada", mediaType: "telephony", participants: { ada: { hasJoined: true } }, media: {},
    callAssociatedDetails: { ani: "+1" },
  },
});
const contacts = () => {
  let found;
  const destination = service.actionsChannels.createDestination("getTaskMap/Res");
  destination.addListener(({ args: [map] }) => { found = [...map].map(([id, { type }]) => [id, type]); });
  service.actionsChannels.createSource("getTaskMap/Req").send("r");
  return found;
};"""


def play(page: Page, script: str, **state: object) -> Any:
    source = f"async ({{ service, act, frame, sent }}) => {{ {script} }}"
    return page.evaluate(HOST, [source, state])


@pytest.mark.parametrize(
    ("state", "inited"),
    [({}, False), ({"person": {}}, False), ({"session": {}}, False), ({"person": {}, "session": {}}, True)],
)
def test_the_sdk_begins_when_the_agent_is_at_a_station(blank_page: Page, state: dict[str, Any], inited: bool) -> None:
    assert play(blank_page, "return service.isInited;", **state) is inited


def test_the_contacts_are_those_that_the_agent_has(blank_page: Page) -> None:
    script = f"""{CONTACT}
      const seen = [contacts()];
      for (const id of ["c1", "c2"]) frame(about("AgentContactAssigned", id));
      seen.push(contacts());
      frame(about("AgentWrapup", "c1"));
      frame({{ type: "AgentWrappedUp", interactionId: "c2" }});
      frame({{ type: "AgentStateChangeSuccess" }});
      act({{ kind: "connected" }});
      return [...seen, contacts()];"""
    assert play(blank_page, script) == [
        [],
        [["c1", "AgentContactAssigned"], ["c2", "AgentContactAssigned"]],
        [["c1", "AgentWrapup"]],
    ]


def test_an_event_comes_after_the_desktop_knows_it(blank_page: Page) -> None:
    script = f"""{CONTACT}
      const seen = [];
      service.aqm.contact.eAgentContactAssigned.listen(({{ data }}) => seen.push(data.type, contacts()));
      frame(about("AgentContactAssigned", "c1"));
      return seen;"""
    assert play(blank_page, script) == ["AgentContactAssigned", [["c1", "AgentContactAssigned"]]]


def test_every_event_that_the_sdk_listens_to_is_there(blank_page: Page) -> None:
    there = play(
        blank_page,
        """const listened = (events) => Object.keys(events).filter((name) => events[name].listen);
        const entities = Object.entries(service.aqm).map(([entity, events]) => [entity, listened(events)]);
        return [Object.fromEntries(entities), listened(service.dataNotifs.aiAssistant)];""",
    )
    entities = {"agent", "contact", "dialer", "supervisor", "screenpop", "aiAssistant"}
    unsent = {**constant("host/events.js", "UNSENT"), "aiAssistant": constant("host/events.js", "AI_ASSISTANT")}
    expected = {entity: {*constant("host/events.js", "EVENTS").get(entity, ()), *unsent[entity]} for entity in entities}
    assert {entity: set(names) for entity, names in there[0].items() if names} == expected
    assert set(there[1]) == expected["aiAssistant"]


def test_an_event_of_an_element_goes_to_the_metrics_service(blank_page: Page) -> None:
    script = """service.webexMetrics.trackBehavioralEvent("init", { widgetName: "a" });
      service.webexMetrics.trackBehavioralEvent("bare");
      await new Promise((resolve) => setTimeout(resolve));
      return sent;"""
    sent = [{"metricName": "init", "eventPayload": {"widgetName": "a"}}, {"metricName": "bare", "eventPayload": {}}]
    assert play(blank_page, script) == [
        ["POST", "https://metrics/clientmetrics", "Bearer a", {"metrics": [{"type": ["behavioral"], **each}]}]
        for each in sent
    ]


def test_texts_are_in_the_language_of_the_desktop(blank_page: Page) -> None:
    assert play(blank_page, "return service.i18n.DEFAULT_INIT_OPTIONS;") == {"lng": "sv", "fallbackLng": "en"}


REFUSALS = constant("host/refusals.js", "REFUSALS")


@pytest.mark.parametrize("name", [f"{entity}.{name}" for entity, rows in REFUSALS.items() for name in rows])
def test_what_is_not_there_is_refused_with_a_reason(blank_page: Page, name: str) -> None:
    entity, method = name.split(".")
    place = "service" if entity in ("qmw", "webCalling") else "service.aqm"
    script = f"try {{ return {place}.{name}({{}}); }} catch (error) {{ return error.message; }}"
    assert play(blank_page, script) == f"{method} is not available in this desktop: {REFUSALS[entity][method]}."
