"""The vendor's desktop SDK, unmodified, in a custom element of the reference desktop (decision 0053)."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server
from tests.sdk.conftest import EVENT_MILLISECONDS, FROZEN_AT, OWN_OPTIONS, misfits, published
from tests.sdk.published import DESKTOP_SDK

ROOT = Path(__file__).parents[2]
WIDGET = ROOT / "tests/sdk/widget/team-assistant.js"
GUIDE = ROOT / "docs/custom-widgets.md"
REQUEST = "5f0d2f64-6a30-4d5c-9c39-0f5a6a1d7b11"
IMPORT = 'import { Desktop } from "@wxcc-desktop/sdk";'
NUMBER, CUSTOMER, EXPERT, CALLED = "1001", "+46701740605", "+12015550170", "+12015550123"


def example() -> str:
    """The element of the guide, which takes the SDK from the script before it instead of from a bundler."""
    (source,) = re.findall(r"```js\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert source.startswith(IMPORT)
    return str(source.replace(IMPORT, "const { Desktop } = WxccDesktopSDK;"))


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The origin of scripts as a bundler would make them: the SDK, and the element that uses it."""
    sdk = published(DESKTOP_SDK).read_text(encoding="utf-8")
    elements = {"/team-assistant.js": WIDGET.read_text(encoding="utf-8"), "/team-contact.js": example()}
    scripts = {path: f"{sdk}\n(() => {{ {element} }})();".encode() for path, element in elements.items()}

    class Scripts(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            script = scripts[self.path]
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript; charset=utf-8")
            self.send_header("Content-Length", str(len(script)))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(script)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Scripts)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tenant(server: Server, host: str) -> Iterator[TenantControl]:
    """A tenant whose layout has the element; nothing that the desktop or the element asks for may be ill-formed."""
    elements = [{"comp": name, "script": f"{host}/{name}.js"} for name in ("team-assistant", "team-contact")]
    persona = {"area": {"persistent": elements}}
    layout = {"key": "own", "name": "Own", "document": {"agent": persona, "supervisor": persona}}
    settings = {"webRtcEnabled": False, "globalLayout": "own", "widgetHosts": [host]}
    changes = {**OWN_OPTIONS, "settings": settings, "layouts": [layout]}
    with server.control() as control:
        tenant = control.create_tenant("standard", changes=changes, frozen_at=FROZEN_AT)
        yield tenant
        assert misfits(tenant) == []
        tenant.close()


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The desk of an agent with the element."""

    page: Page
    said: list[str]
    """What the page wrote to the browser's console."""

    def call(self, module: str, method: str, *given: object) -> Any:
        """What a method of the SDK resolves to; an assertion error when it rejects."""
        answer = self._call(module, method, given)
        assert "value" in answer, f"{module}.{method} was rejected: {answer['error']}"
        return answer["value"]

    def call_refused(self, module: str, method: str, *given: object) -> Any:
        """What a method of the SDK rejects with: `message`, `id`, `details`."""
        answer = self._call(module, method, given)
        assert "error" in answer, f"{module}.{method} was not rejected: {answer['value']}"
        return answer["error"]

    def latest(self) -> Any:
        return self.page.evaluate("document.querySelector('team-assistant').latest()")

    def event(self, name: str) -> Any:
        """The next event of this name; waits until it has come."""
        script = "name => document.querySelector('team-assistant').next(name)"
        return self.page.wait_for_function(script, arg=name, timeout=EVENT_MILLISECONDS).json_value()["content"]

    def shows(self, text: str) -> None:
        """Waits until the element shows the text."""
        expect(self.page.locator("team-assistant").get_by_role("status")).to_have_text(text)

    def _call(self, module: str, method: str, given: tuple[object, ...]) -> Any:
        script = "([module, method, given]) => document.querySelector('team-assistant').call(module, method, ...given)"
        return self.page.evaluate(script, [module, method, list(given)])


@pytest.fixture
def open_desk(browser: Browser, tenant: TenantControl) -> Iterator[Callable[[str, str], Desk]]:
    """Opens the desk of a person (a key) at an extension, signed in as people do, with the element ready."""
    contexts = []

    def open_(key: str, number: str) -> Desk:
        person = tenant.people[key]
        context = browser.new_context(locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(tenant.desktop_url)
        page.get_by_role("textbox").fill(person.email)
        page.get_by_role("button", name="Sign In").click()
        page.locator("input[type=password]").fill(person.password)
        page.get_by_role("button", name="Sign In").click()
        page.get_by_role("radio", name="Extension").check()
        page.get_by_role("textbox", name="Extension").fill(number)
        if "agent" in person.roles:
            page.get_by_role("combobox", name="Team").fill("Support")
            page.get_by_role("option", name="Support").click()
        page.get_by_role("button", name="Submit").click()
        page.wait_for_function("() => document.querySelector('team-assistant')?.ready")
        desk = Desk(page=page, said=said)
        desk.event("updated")  # the SDK has read the profile of its agent
        return desk

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def desk(open_desk: Callable[[str, str], Desk]) -> Desk:
    """Ada's desk."""
    return open_desk("ada", NUMBER)


def turn_available(desk: Desk) -> None:
    desk.call("agentStateInfo", "stateChange", {"state": "Available", "auxCodeIdArray": "0"})


def test_the_element_knows_its_agent(desk: Desk, tenant: TenantControl) -> None:
    ada = tenant.people["ada"]
    desk.shows(f"{ada.name}: Idle, contacts: 0")
    latest = desk.latest()
    assert latest["agentName"] == ada.name
    assert (latest["dn"], latest["status"], latest["subStatus"]) == (NUMBER, "LoggedIn", "Idle")
    assert {code["name"] for code in latest["idleCodes"]} >= {"Meeting", "Lunch Break"}
    assert (latest["isOutboundEnabledForAgent"], latest["allowConsultToQueue"]) == (True, True)
    assert desk.call("actions", "getIdleCodes") == [
        {key: code[key] for key in ("id", "name", "isDefault")} for code in latest["idleCodes"]
    ]


def test_the_element_has_texts_and_a_log_of_its_own(desk: Desk) -> None:
    texts = """async () => {
      const { i18n, logger } = WxccDesktopSDK.Desktop;
      const texts = i18n.createInstance();
      const resources = { en: { own: { hello: "Hello" } }, sv: { own: { hello: "Hej" } } };
      const own = { ns: ["own"], defaultNS: "own", resources };
      await texts.init(i18n.getMergedInitOptions(i18n.DEFAULT_INIT_OPTIONS, own));
      logger.createLogger("own").info("began");
      return [texts.t("own:hello"), logger.getLogsCollection("own").length];
    }"""
    assert desk.page.evaluate(texts) == ["Hello", 1]


def test_the_element_reads_codes(desk: Desk, tenant: TenantControl) -> None:
    lunch = {"workType": "IDLE_CODE", "search": "lunch"}
    (code,) = desk.call("agentConfigJsApi", "fetchPaginatedAuxCodes", lunch)["data"]
    assert code["name"] == "Lunch Break"
    every = desk.call("agentStateInfo", "fetchOrganizationIdleCodes", tenant.org_id)
    assert code in every
    ada = tenant.people["ada"].agent_id
    assert desk.call("agentStateInfo", "fetchAgentIdleCodes", tenant.org_id, ada)["accessIdleCode"] == "ALL"


def test_the_element_signs_its_agent_out_of_the_station(desk: Desk) -> None:
    about = {"data": {"logoutReason": "User requested logout"}}
    assert desk.call("logout", "desktopLogout", about)["data"]["type"] == "AgentLogoutSuccess"
    expect(desk.page.get_by_role("heading", name="Station Credentials")).to_be_visible()


READ = (
    r"\b\w+\.(aqm\.\w+|abs|conf|i18n|shortcut)\.(\w+)",
    r"\.(aqm\.(?:agent|supervisor)|qmw|abs)\)\|\|void 0===(?:\w)\?void 0:\w\.(\w+)\(",
)
"""How the bundle reads a member of its host: directly, or from what it has looked for first."""


def test_the_host_has_every_member_that_the_sdk_reads(desk: Desk) -> None:
    sdk = published(DESKTOP_SDK).read_text(encoding="utf-8")
    members = {f"{place}.{name}" for pattern in READ for place, name in re.findall(pattern, sdk)}
    assert {"aqm.contact.accept", "aqm.supervisor.bargeIn", "qmw.fetchTasks", "abs.fetchPaginatedAuxCodes"} <= members
    script = """members => members.filter((path) => {
      let found = AGENTX_SERVICE;
      return !path.split(".").every((name) => { const has = name in found; found = found[name]; return has; });
    })"""
    assert desk.page.evaluate(script, sorted(members)) == []


def test_the_element_of_the_guide_ends_a_call(desk: Desk, tenant: TenantControl) -> None:
    name = tenant.people["ada"].name
    guide = desk.page.locator("team-contact")
    expect(guide).to_have_text(f"{name} Idle End")
    call = answered_call(desk, tenant)
    expect(guide).to_contain_text(f"{name} Available {call}")
    guide.get_by_role("button", name="End").click()
    desk.event("eAgentWrapup")
    expect(guide.get_by_role("button", name="End")).to_be_disabled()
    wraps_up(desk, call)


def test_the_element_sees_and_changes_the_state_of_its_agent(desk: Desk, tenant: TenantControl) -> None:
    turn_available(desk)
    expect(desk.page.get_by_role("button", name="Available")).to_be_visible()
    changed = {change["name"]: change["value"] for change in desk.event("updated")}
    assert changed["subStatus"] == "Available"
    desk.page.get_by_role("button", name="Available").click()
    desk.page.get_by_text("Lunch Break", exact=True).click()
    desk.shows(f"{tenant.people['ada'].name}: Idle, contacts: 0")
    assert desk.latest()["idleCode"]["name"] == "Lunch Break"


def answered_call(desk: Desk, tenant: TenantControl) -> str:
    """A customer's call that the agent has answered at the phone; its id."""
    turn_available(desk)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    assert desk.event("eAgentOfferContact")["data"]["interactionId"] == call
    tenant.answer_phone(NUMBER)
    assigned = desk.event("eAgentContactAssigned")
    assert (assigned["type"], assigned["data"]["interaction"]["callAssociatedDetails"]["ani"]) == (
        "RoutingMessage",
        CUSTOMER,
    )
    return call


def wraps_up(desk: Desk, call: str) -> None:
    code = desk.call("actions", "getWrapUpCodes")[0]
    data = {"auxCodeId": code["id"], "wrapUpReason": code["name"], "isAutoWrapup": "false"}
    done = desk.call("agentContact", "wrapup", {"interactionId": call, "data": data})
    assert done["data"]["type"] == "AgentWrappedUp"
    assert desk.event("eAgentContactWrappedUp")["data"]["interactionId"] == call


def test_a_call_is_held_resumed_ended_and_wrapped_up(desk: Desk, tenant: TenantControl) -> None:
    call = answered_call(desk, tenant)
    desk.shows(f"{tenant.people['ada'].name}: Available, contacts: 1")
    ((known, contact),) = desk.call("actions", "getTaskMap")["map"]
    assert (known, contact["interactionId"]) == (call, call)
    assert desk.call("actions", "getMediaTypeQueue", "chat") == {"map": []}
    about = {"interactionId": call, "isPostCallConsult": False, "data": {"mediaResourceId": call}}
    assert desk.call("agentContact", "hold", about)["data"]["type"] == "AgentContactHeld"
    expect(desk.page.get_by_role("button", name="Resume")).to_be_visible()
    desk.call("agentContact", "unHold", about)
    for name in ("eAgentContactHeld", "eAgentContactUnHeld"):
        assert desk.event(name)["data"]["interactionId"] == call
    assert desk.call("agentContact", "end", {"interactionId": call})["data"]["type"] == "AgentWrapup"
    desk.event("eAgentWrapup")
    wraps_up(desk, call)
    desk.shows(f"{tenant.people['ada'].name}: Available, contacts: 0")


def test_a_supervisor_monitors_a_call_and_its_agent(
    desk: Desk, open_desk: Callable[[str, str], Desk], tenant: TenantControl
) -> None:
    call = answered_call(desk, tenant)
    signe = open_desk("signe", "1002")
    request = {"id": REQUEST, "monitorType": "midcall", "taskId": call, "trackingId": REQUEST}
    assert signe.call("monitoring", "startMonitoring", {"data": request})["data"]["type"] == "MonitoringOffered"
    tenant.answer_phone("1002")
    expect(signe.page.get_by_role("button", name="End Monitoring")).to_be_visible()
    about = {"interactionId": call}
    done = [
        signe.call("monitoring", verb, about)["data"]["type"]
        for verb in ("holdMonitoring", "unHoldMonitoring", "bargeIn")
    ]
    assert done == ["MonitoringHeld", "MonitoringUnHeld", "BargedIn"]
    assert signe.call("monitoring", "endMonitoring", about)["data"]["type"] == "MonitoringEnded"
    desk.call("agentContact", "end", about)
    wraps_up(desk, call)
    lunch = next(code["id"] for code in desk.latest()["idleCodes"] if code["name"] == "Lunch Break")
    state = {"agentId": tenant.people["ada"].agent_id, "state": "Idle", "auxCodeId": lunch}
    signe.call("agentStateInfo", "changeAgentState", tenant.org_id, state)
    desk.shows(f"{tenant.people['ada'].name}: Idle, contacts: 0")
    out = {"agentId": tenant.people["ada"].agent_id, "logoutReason": "The day is over"}
    signe.call("logout", "signoutAgent", {"orgId": tenant.org_id, "data": out})
    expect(desk.page.get_by_role("heading", name="Station Credentials")).to_be_visible()


def test_a_chat_is_accepted(desk: Desk, tenant: TenantControl) -> None:
    turn_available(desk)
    chat = tenant.customer_writes(queue="chat", customer="Cem")
    offered = desk.event("eAgentOfferContact")
    assert (offered["data"]["interactionId"], offered["data"]["interaction"]["mediaType"]) == (chat, "chat")
    assert desk.call("agentContact", "acceptV2", {"interactionId": chat})["data"]["type"] == "AgentContactAssigned"
    assert desk.event("eAgentContactAssigned")["data"]["interactionId"] == chat
    desk.call("agentContact", "endV2", {"interactionId": chat})
    wraps_up(desk, chat)


def test_a_number_is_consulted_and_joins_the_call(desk: Desk, tenant: TenantControl) -> None:
    call = answered_call(desk, tenant)
    about = {"interactionId": call}
    to = {"to": EXPERT, "destinationType": "dialNumber"}
    desk.call("agentContact", "consultV2", {**about, "data": {**to, "holdParticipants": True}})
    tenant.answer_phone(EXPERT)
    desk.event("eAgentConsulting")
    desk.call("agentContact", "consultEnd", {**about, "isConsult": True})
    desk.event("eAgentConsultEnded")
    old = {"destAgentId": EXPERT, "destinationType": "DN", "mediaType": "telephony"}
    desk.call("agentContact", "consult", {**about, "data": old, "url": "https://example.com"})
    tenant.answer_phone(EXPERT)
    desk.event("eAgentConsulting")
    agent = {"agentId": tenant.people["ada"].agent_id}
    desk.call("agentContact", "consultConferenceV2", {**about, "data": {**agent, **to}})
    desk.event("eParticipantJoinedConference")
    alone = desk.call_refused("agentContact", "exitConference", about)["details"]
    assert (alone["type"], alone["data"]["reason"]) == ("ParticipantLeftConferenceFailed", "NOT_IN_CONFERENCE")
    desk.call("agentContact", "end", about)
    wraps_up(desk, call)


def test_a_call_is_transferred_to_a_queue(desk: Desk, tenant: TenantControl) -> None:
    call = answered_call(desk, tenant)
    profile = desk.latest()["agentProfileID"]
    asked = {"agentProfileId": profile, "agentSessionId": profile, "channelType": "Call", "type": "inboundqueue"}
    answer = desk.call("agentContact", "vteamList", {"data": asked})["data"]["data"]
    queues = {queue["name"]: queue["id"] for queue in answer["vteamList"]}
    sales = next(id_ for name, id_ in queues.items() if name.startswith("Sales"))
    data = {"vteamId": sales, "vteamType": "inboundqueue"}
    moved = desk.call("agentContact", "vteamTransfer", {"interactionId": call, "data": data})
    assert moved["data"]["type"] == "AgentVteamTransferred"


def test_a_customer_is_called(desk: Desk, tenant: TenantControl) -> None:
    turn_available(desk)
    numbers = desk.call("agentStateInfo", "mockOutdialAniList")["data"]["data"]["mockOutdialAniList"]
    data = {
        "entryPointId": "",
        "destination": CALLED,
        "direction": "OUTBOUND",
        "origin": numbers[0]["number"],
        "attributes": {},
        "mediaType": "telephony",
        "outboundType": "OUTDIAL",
    }
    call = desk.call("dialer", "startOutdial", {"data": data})["data"]["interactionId"]
    tenant.answer_phone(NUMBER)
    tenant.answer_phone(CALLED)
    assert desk.event("eAgentContactAssigned")["data"]["interactionId"] == call
    refused = desk.call_refused("dialer", "startOutdial", {"data": {**data, "destination": "nobody"}})
    assert refused["id"] == "Service.aqm.dialer.startOutdial"
    assert refused["details"]["data"]["type"] == "AgentOutboundFailed"
    assert desk.event("eOutdialFailed")["data"]["reason"] == refused["details"]["data"]["reason"]


def test_a_screen_pops_when_a_call_is_answered(desk: Desk, tenant: TenantControl) -> None:
    page = "https://crm.example.com/customers"
    tenant.change({"queues": [{"key": "support", "screenPop": page}]})
    call = answered_call(desk, tenant)
    popped = desk.event("eScreenPop")["data"]
    assert (popped["interactionId"], popped["screenPopUrl"]) == (call, page)
    assert popped["queryParameters"] == {"ANI": CUSTOMER, "interactionId": call}


def test_a_shortcut_of_the_element_is_pressed(desk: Desk) -> None:
    ((combination, info),) = desk.call("shortcutKey", "getRegisteredKeys")["map"]
    assert (combination, info["widgetElement"]) == ("ctrl+shift+y", "team-assistant")
    desk.page.keyboard.press("Control+Shift+Y")
    assert desk.event("key") == {"action": "note"}


def test_a_notification_of_the_element_is_shown(desk: Desk) -> None:
    desk.page.get_by_role("button", name="Notify").click()
    shown = desk.page.get_by_role("status").filter(has_text="From a widget: Assistant: Ask for the order number.")
    expect(shown.first).to_be_visible()
    silent = {"data": {"type": "warn", "mode": "silent", "title": "Assistant", "data": "Nothing to do."}}
    desk.call("actions", "fireGeneralSilentNotification", silent)
    kept = desk.page.get_by_text("From a widget: Assistant: Nothing to do.")
    expect(kept).to_be_hidden()
    desk.page.get_by_role("button", name="Notification Center").click()
    expect(kept).to_be_visible()


def test_what_the_desktop_does_not_have_is_refused_by_name(desk: Desk) -> None:
    refused = desk.call_refused(
        "scheduleCallback", "fetchByAssigneeAgentId", {"data": {"page": 0, "assigneeAgent": ""}}
    )
    assert refused["message"] == (
        "fetchByAssigneeAgentId is not available in this desktop: the simulator schedules no callbacks."
    )
    desk.page.evaluate("WxccDesktopSDK.Desktop.aiAssistant.addEventListener('eWellnessBreakEvent', () => {})")
    assert "eWellnessBreakEvent never comes in this desktop: the simulator sends no notification for it." in desk.said
