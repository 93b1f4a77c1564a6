"""The vendor's published client without any configuration: it finds the simulator at the vendor's hosts, signs in with
Desktop or a phone, is rung, answers in the browser, talks, hangs up.

Its addresses are fixed and want https, so the browser resolves those hosts to this machine and trusts the certificate
of the simulator.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from deskproof.simulator.certificate import Tls, make_certificate
from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.simulator.vendor_hosts import HOSTS, is_vendors
from deskproof.simulator.wire.calling.catalogue import CALLING_OPERATIONS, EVENTS
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.provenance import RAN_IN_BROWSER
from deskproof.steps.browsers.browser import ensure, ensure_driver, launch_options
from deskproof.steps.browsers.vendor_hosts import VendorHosts
from tests.sdk.conftest import FROZEN_AT, Application, misfits, sign_in

PAGE = Path(__file__).parent / "page"
NUMBER, CUSTOMER = "+12015532447", "+46701740605"
NOT_ASKED = {HOSTS["clientLogs"], HOSTS["hydra"], HOSTS["idbroker"]}
"""The client sends its logs only after a failure, and there is nothing at the others that it needs."""
TONE, HUM = 1_000, 440
"""What the simulated customer says, and what the browser's invented microphone records."""


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def server(sdk: Path, tls: Tls) -> Iterator[Server]:
    with start_server(tls=tls, vendor_hosts=True) as server:
        yield server


@pytest.fixture
def tenant(server: Server) -> Iterator[TenantControl]:
    with server.control() as control:
        tenant = control.create_tenant("standard", frozen_at=FROZEN_AT)
        yield tenant
        tenant.close()


@pytest.fixture(scope="module")
def browser(sdk: Path, server: Server, tls: Tls) -> Iterator[Browser]:
    """A full Chromium, which has a microphone to allow, and to which the vendor's hosts are here."""
    ensure_driver()
    options = launch_options(ensure("full"))
    options["args"] += VendorHosts(port=urlsplit(server.address).port or 0, fingerprint=tls.fingerprint).flags
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@dataclass(frozen=True, kw_only=True)
class Registered:
    """Ada with the vendor's client, registered: her profile, and the hosts that her page has asked so far."""

    application: Application
    profile: Any
    asked: set[str]

    def is_called(self, tenant: TenantControl) -> str:
        """A customer calls, and Ada's browser rings; the id of the conversation."""
        conversation = tenant.customer_calls(queue="support", number=CUSTOMER)
        wait_for_event(self.application, "task:incoming")
        return conversation

    def sign_in(self, station: dict[str, str]) -> None:
        """Sign in to a station and become Available."""
        of_team = {"teamId": self.profile["teams"][0]["id"], **station}
        assert self.application.call("stationLogin", of_team)["deviceType"] == station["loginOption"]
        self.application.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": ""})


@pytest.fixture
def registered(
    browser: Browser, page_address: str, tenant: TenantControl, server: Server, tls: Tls
) -> Iterator[Registered]:
    person = tenant.people["ada"]
    trusting = ssl.create_default_context(cafile=str(tls.certificate))
    with browser.new_context(java_script_enabled=False) as provider:
        token = sign_in(provider.new_page(), tenant, person, server.address, trusting)
    with browser.new_context(permissions=["microphone"]) as context:
        page = context.new_page()
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
        page.goto(page_address)
        page.evaluate("token => application.open(token)", token)
        page.add_script_tag(path=PAGE / "tasks.js")
        page.add_script_tag(path=PAGE / "voice.js")
        application = Application(page=page, person=person, tenant=tenant)
        yield Registered(application=application, profile=application.call("register"), asked=asked)


def wait_for_event(application: Application, name: str) -> None:
    """Waits for the client's next event of this name."""
    application.page.wait_for_function("name => tasks.next(name)", arg=name)


def does(application: Application, conversation: str, name: str, *given: object) -> None:
    asked = [conversation, name, list(given)]
    answer = application.page.evaluate("([task, name, given]) => tasks.call(task, name, ...given)", asked)
    assert "error" not in answer, f"{name} was rejected: {answer['error']}"


def test_a_call_in_the_browser_is_heard_at_both_ends(registered: Registered, tenant: TenantControl) -> None:
    """Afterwards the traffic names exactly the entries marked with this test, and every address that the page has asked
    is one of the vendor's that is known.
    """
    registered.sign_in({"loginOption": "BROWSER"})
    ada = registered.application
    conversation = registered.is_called(tenant)

    does(ada, conversation, "accept")
    wait_for_event(ada, "task:assigned")
    assert tenant.wait_for("ConversationConnected", agent="ada").cause == "AnswerConversation"
    assert tenant.heard(conversation) == pytest.approx(HUM, rel=0.05)
    assert ada.page.wait_for_function("() => voice.hertz()").json_value() == pytest.approx(TONE, rel=0.05)

    does(ada, conversation, "end")
    wait_for_event(ada, "task:end")
    tenant.wait_for("ConversationEnded", agent="ada")
    solved = next(code for code in registered.profile["wrapupCodes"] if code["name"] == "Solved")
    does(ada, conversation, "wrapup", {"wrapUpReason": solved["name"], "auxCodeId": solved["id"]})
    ada.call("stationLogout", {"logoutReason": "User requested logout"})
    ada.call("deregister")
    tenant.wait_for("AgentSignedOut", agent="ada")

    of_calls = [*CALLING_OPERATIONS, *(entry for entry in OPERATIONS if entry.name == "call metrics")]
    marks = {entry.name: entry.compared for entry in of_calls} | {entry.name: entry.compared for entry in EVENTS}
    seen = {line.name for line in tenant.traffic()} & marks.keys()
    assert seen == {name for name, mark in marks.items() if mark == RAN_IN_BROWSER}
    assert misfits(tenant) == []
    assert {host for host in registered.asked if is_vendors(host)} == set(HOSTS.values()) - NOT_ASKED


def test_an_agent_at_a_phone_signs_in(registered: Registered, tenant: TenantControl) -> None:
    registered.sign_in({"loginOption": "AGENT_DN", "dialNumber": NUMBER})
    signed_in = tenant.wait_for("AgentSignedIn", agent="ada")
    assert signed_in.data["station"]["number"] == NUMBER
    assert misfits(tenant) == []


def test_a_second_call_is_announced_once(registered: Registered, tenant: TenantControl) -> None:
    registered.sign_in({"loginOption": "BROWSER"})
    ada = registered.application
    solved = next(code for code in registered.profile["wrapupCodes"] if code["name"] == "Solved")
    for _ in range(2):
        conversation = registered.is_called(tenant)
        does(ada, conversation, "accept")
        wait_for_event(ada, "task:assigned")
        does(ada, conversation, "end")
        wait_for_event(ada, "task:end")
        does(ada, conversation, "wrapup", {"wrapUpReason": solved["name"], "auxCodeId": solved["id"]})
        wait_for_event(ada, "task:wrappedup")
    assert not ada.page.evaluate("() => tasks.events.some((event) => event.name === 'task:incoming')")


def test_a_call_in_the_browser_is_muted_and_another_declined(registered: Registered, tenant: TenantControl) -> None:
    registered.sign_in({"loginOption": "BROWSER"})
    ada = registered.application
    solved = next(code for code in registered.profile["wrapupCodes"] if code["name"] == "Solved")
    conversation = registered.is_called(tenant)
    does(ada, conversation, "accept")
    wait_for_event(ada, "task:assigned")
    does(ada, conversation, "toggleMute")
    does(ada, conversation, "toggleMute")
    does(ada, conversation, "end")
    does(ada, conversation, "wrapup", {"wrapUpReason": solved["name"], "auxCodeId": solved["id"]})
    conversation = registered.is_called(tenant)
    does(ada, conversation, "decline")
    assert tenant.wait_for("OfferDeclined", agent="ada").data["id"] == conversation
    assert misfits(tenant) == []
